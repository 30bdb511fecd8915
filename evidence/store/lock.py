"""One writer at a time, by a lock that the kernel frees when its holder ends, however it ends."""

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from evidence.errors import StoreBusy, StoreUnwritable
from evidence.store.names import Names

Notice = Callable[[str], None]
PATIENCE = 2.0  # seconds of waiting that nobody needs to hear about


def quiet(_message: str) -> None:
    """Tells nobody."""


@contextmanager
def write_lock(names: Names, *, until: float, notice: Notice = quiet) -> Iterator[None]:
    """Hold the store's lock; raises StoreBusy when it is not free by `until` (monotonic time)."""
    handle = open_lock(names.write_lock)
    try:
        if not _try(handle, fcntl.LOCK_EX):
            _wait(handle, names, until, notice)
        yield
    finally:
        os.close(handle)


def somebody_waits(names: Names) -> bool:
    """Whether another process or thread stands in line for the write lock."""
    handle = open_lock(names.queue_lock)
    try:
        return not _try(handle, fcntl.LOCK_EX)
    finally:
        os.close(handle)


def open_lock(place: Path) -> int:
    """A handle on a lock file, made if there is none."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        return os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise StoreUnwritable(
            f"{place.parent} cannot be written ({error.strerror}), and a store needs its folder beside it. "
            "Give a --store in a directory that you may write to."
        ) from None


def _wait(handle: int, names: Names, until: float, notice: Notice) -> None:
    queue = open_lock(names.queue_lock)
    told, started, pause = False, time.monotonic(), 0.001
    try:
        while not _try(queue, fcntl.LOCK_SH):
            # somebody is looking whether the queue is empty: a matter of microseconds
            time.sleep(0.0005)
        while not _try(handle, fcntl.LOCK_EX):
            now = time.monotonic()
            if now >= until:
                raise StoreBusy(
                    f"Another process of this program has been writing to {names.live} for "
                    f"{now - started:.0f} s. Nothing was changed; try again when it is done."
                )
            if not told and now - started > PATIENCE:
                notice(f"Waiting for another process of this program that is writing to {names.live}.")
                told = True
            time.sleep(pause)
            pause = min(pause * 1.5, 0.01)
    finally:
        os.close(queue)


def _try(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES):
            return False
        raise
    return True
