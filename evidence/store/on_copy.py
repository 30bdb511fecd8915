"""The review copy for a page for people: one connection a state of the copy, with a table made ready for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from evidence.store.connect import CONFIG, Connection, explained


class CopyReader:
    """Reads the newest copy; what replaces it meanwhile is seen by the next block, not by this one.

    `prepare` is SQL run once for each state of the copy; its tables go into the catalogue `memory`.
    """

    def __init__(self, review: Path, *, prepare: tuple[str, ...] = ()) -> None:
        self._review = review
        self._prepare = prepare
        self._guard = threading.Lock()
        self._state: tuple[int, ...] = ()
        self._connection: Connection = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to the copy as it is now; several blocks may read at once."""
        with self._guard:
            state = _state(self._review)
            if state != self._state:
                # an older connection closes when the last block that reads on it lets it go
                self._connection, self._state = self._opened(), state
            cursor = self._connection.cursor()
        try:
            cursor.execute("USE store")
            yield cursor
        finally:
            cursor.close()

    def _opened(self) -> Connection:
        connection = duckdb.connect(config=dict(CONFIG))
        quoted = str(self._review).replace("'", "''")
        try:
            connection.execute(f"ATTACH '{quoted}' AS store (READ_ONLY)")
        except duckdb.Error as error:
            raise explained(error, self._review) from None
        connection.execute("USE store")
        for sql in self._prepare:
            connection.execute(sql)
        return connection


def _state(place: Path) -> tuple[int, ...]:
    found = place.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns
