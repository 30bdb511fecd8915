"""The review copy for a page for people: one connection a state of the copy, with a table made ready for it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from evidence.store.connect import CONFIG, Connection, explained

GRACE = 5.0  # seconds for which a state that was the newest may still be read


class CopyReader:
    """Reads the newest copy; what replaces it meanwhile is seen by a later block, not by this one.

    `prepare` is SQL run once for each state of the copy; its tables go into the catalogue `memory`. While
    the copy changes every second, blocks read the state before it until the new one is ready.
    """

    def __init__(self, review: Path, *, prepare: tuple[str, ...] = ()) -> None:
        self._review = review
        self._prepare = prepare
        self._guard = threading.Lock()  # held for moments
        self._work = threading.Lock()  # held while a state is made ready
        self._seen = 0.0
        self._state: tuple[int, ...] = ()
        self._connection: Connection = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to the copy as it is now, or was some seconds ago; several blocks may read at once."""
        now = time.monotonic()
        state = _state(self._review)
        with self._guard:
            if state == self._state:
                self._seen = now
            behind = state != self._state
            soon = self._connection is not None and now - self._seen < GRACE
        if behind and soon:
            threading.Thread(target=self.catch_up, daemon=True).start()
        elif behind:
            self.catch_up()
        with self._guard:
            cursor = self._connection.cursor()
        try:
            cursor.execute("USE store")
            yield cursor
        finally:
            cursor.close()

    def catch_up(self) -> None:
        """Make the next block read the copy as it is now."""
        with self._work:
            state = _state(self._review)
            if state == self._state:
                return
            opened = self._opened()
            with self._guard:
                # the older connection closes when the last block that reads on it lets it go
                self._connection, self._state, self._seen = opened, state, time.monotonic()

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
