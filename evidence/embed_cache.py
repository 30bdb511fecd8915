"""Embeddings kept on disk, so that a text is embedded once for each revision of the model."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from weakref import WeakSet

import numpy as np

from evidence.embed import Floats

# SQLite, not DuckDB: several processes write it at once, and a row is fetched by key.
SCHEMA = """CREATE TABLE IF NOT EXISTS vectors (
    revision TEXT, digest TEXT, vector BLOB, PRIMARY KEY (revision, digest)) WITHOUT ROWID"""
AT_ONCE = 500


class DiskCache:
    """One SQLite file; vectors as float16, which moves a cosine by less than 0.001."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        _OPEN.add(self)
        with self._opened() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(SCHEMA)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The connection, one call at a time; kept open, since the last to close writes the whole log back."""
        with self._lock:
            if self._connection is None:
                self._connection = sqlite3.connect(self._path, timeout=30, check_same_thread=False)
                # Not waiting for the disk: what a power cut takes from a cache is made again.
                self._connection.execute("PRAGMA synchronous=NORMAL")
            yield self._connection

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def get(self, digests: Sequence[str], revision: str) -> dict[str, Floats]:
        """Those of the vectors that are kept, by digest."""
        found: dict[str, Floats] = {}
        with self._opened() as connection:
            for some in _batches(digests):
                marks = ",".join("?" * len(some))
                rows = connection.execute(
                    f"SELECT digest, vector FROM vectors WHERE revision = ? AND digest IN ({marks})",  # noqa: S608 -- only question marks
                    (revision, *some),
                )
                found |= {d: np.frombuffer(v, dtype=np.float16).astype(np.float32) for d, v in rows}
        return found

    def put(self, vectors: dict[str, Floats], revision: str) -> None:
        """Keep these."""
        rows = [(revision, digest, vector.astype(np.float16).tobytes()) for digest, vector in vectors.items()]
        with self._opened() as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)


_OPEN: WeakSet[DiskCache] = WeakSet()


def _close_all() -> None:
    for cache in list(_OPEN):
        cache.close()


os.register_at_fork(before=_close_all)  # SQLite: a connection must not be carried into a forked process


def _batches(digests: Sequence[str]) -> Iterable[Sequence[str]]:
    return (digests[first : first + AT_ONCE] for first in range(0, len(digests), AT_ONCE))
