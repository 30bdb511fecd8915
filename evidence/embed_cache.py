"""Embeddings kept on disk, so that a text is embedded once for each revision of the model."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

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
        with self._open() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(SCHEMA)

    def _open(self) -> sqlite3.Connection:
        # A connection for each call: threads and forked workers may not share one.
        connection = sqlite3.connect(self._path, timeout=30)
        # Not waiting for the disk: what a power cut takes from a cache is made again.
        connection.execute("PRAGMA synchronous=NORMAL")
        return connection

    def get(self, digests: Sequence[str], revision: str) -> dict[str, Floats]:
        """Those of the vectors that are kept, by digest."""
        found: dict[str, Floats] = {}
        connection = self._open()
        try:
            for some in _batches(digests):
                marks = ",".join("?" * len(some))
                rows = connection.execute(
                    f"SELECT digest, vector FROM vectors WHERE revision = ? AND digest IN ({marks})",  # noqa: S608 -- only question marks
                    (revision, *some),
                )
                found |= {d: np.frombuffer(v, dtype=np.float16).astype(np.float32) for d, v in rows}
        finally:
            connection.close()
        return found

    def put(self, vectors: dict[str, Floats], revision: str) -> None:
        """Keep these."""
        rows = [(revision, digest, vector.astype(np.float16).tobytes()) for digest, vector in vectors.items()]
        connection = self._open()
        try:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
        finally:
            connection.close()


def _batches(digests: Sequence[str]) -> Iterable[Sequence[str]]:
    return (digests[first : first + AT_ONCE] for first in range(0, len(digests), AT_ONCE))
