"""Which runs are at work: each holds a lock that the kernel frees when its process ends, however it ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from evidence.store.store import Store
from flows.errors import BadInput


def _folder(store: Store) -> Path:
    return store.folder / "locks" / "runs"


@contextmanager
def at_work(store: Store, run_id: str) -> Iterator[None]:
    """Hold the lock of a run while the block works."""
    path = _folder(store) / run_id
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def close_killed(store: Store) -> list[str]:
    """The runs that were killed, now marked so; what they had stored is whole and stays."""
    killed = []
    for path in sorted(_folder(store).glob("*")):
        with suppress(FileNotFoundError), path.open("r+") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            if _unfinished(store, path.name):
                store.finish_run(path.name, status="killed")
                killed.append(path.name)
            path.unlink(missing_ok=True)
    return killed


def _unfinished(store: Store, run_id: str) -> bool:
    with store.connection() as connection:
        found = connection.execute(
            "SELECT count(f.run_id) FROM run r LEFT JOIN run_finish f USING (run_id) WHERE r.run_id = ? GROUP BY ALL",
            [run_id],
        ).fetchone()
    return found is not None and not found[0]


@contextmanager
def only_one(store: Store, what: str) -> Iterator[None]:
    """Hold the lock of a service of which a store can have one; raises BadInput where another holds it."""
    path = store.folder / "locks" / what
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BadInput(
                f"`tabayyun {what}` already runs for {store.path}. One is enough: it takes up new watches by itself."
            ) from None
        yield
