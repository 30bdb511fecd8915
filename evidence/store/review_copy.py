"""The copy for readers: always there, replaced whole, and never a reason for a writer to wait.

A reader who opens the live file would stop every writer, so people and the review page read this copy.
A small store is copied as a file. A large one keeps two copies that take turns: the spare one is given the
rows that were added since it was made (rows are only ever added, each with a number), then both change
places in one step. So the cost of freshness is that of what is new, whatever the size of the store.
"""

import atexit
import contextlib
import json
import threading
import time
from typing import Any

import duckdb

from evidence.errors import StoreError
from evidence.store.connect import held_here, open_file
from evidence.store.lock import somebody_waits, write_lock
from evidence.store.names import Names
from evidence.store.turns import add_new_rows, exchange, put_in_place, wal_of, write_copy

INTERVAL = 1.0  # seconds between two copies, at the least
SHARE = 2.0  # and at the least this many times what the last one took
SMALL = 48 * 2**20  # bytes: up to here copying the file costs less than finding what is new in it


class ReviewCopy:
    """Keeps the review copy of one store fresh."""

    def __init__(self, names: Names, *, small: int = SMALL) -> None:
        self.names = names
        self.small = small
        self._guard = threading.Lock()
        self._timer: threading.Timer | None = None

    def committed(self) -> None:
        """Refresh now if the last copy is old enough, else soon."""
        wait = self._due_in()
        if wait <= 0:
            self._try_refresh()
            return
        with self._guard:
            if self._timer is None:
                self._timer = threading.Timer(wait, self._later)
                self._timer.daemon = True
                self._timer.start()
                atexit.register(self.close)

    def close(self) -> None:
        """Make the copy that is due, unless another writer in line will: of a burst, the last one does."""
        with self._guard:
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
            atexit.unregister(self.close)
        with contextlib.suppress(OSError):
            if self.stale() and not somebody_waits(self.names):
                self._try_refresh()

    def refresh(self, *, wait_seconds: float = 30.0) -> bool:
        """Make the copy show the live file as it is; False where it did already."""
        if not self.stale():
            return False
        with write_lock(self.names, until=time.monotonic() + wait_seconds):
            if not self.stale():
                return False
            started = time.monotonic()
            if wal_of(self.names.live).exists():  # left by a killed process; opening takes it in
                open_file(self.names.live).close()
            state = self._state()
            how = self._make()
            self._note(state=state, made=time.time(), seconds=time.monotonic() - started, how=how)
        return True

    def forget(self) -> None:
        """Leave nothing of what earlier copies held; the caller has removed something from the live file."""
        for place in (self.names.stamp, self.names.spare, wal_of(self.names.spare)):
            place.unlink(missing_ok=True)

    def stale(self) -> bool:
        """Whether the live file changed since the copy was made."""
        return not self.names.review.exists() or self.noted().get("state") != self._state()

    def noted(self) -> dict[str, Any]:
        """What is known of the last copy: state, made, seconds, how."""
        try:
            return dict(json.loads(self.names.stamp.read_text()))
        except (FileNotFoundError, ValueError):
            return {}

    def _make(self) -> str:
        """Put a fresh copy in place; how it was made."""
        spare, review = self.names.spare, self.names.review
        spare.parent.mkdir(parents=True, exist_ok=True)
        # without a note something was removed: then no copy made before may be kept as the next spare
        trusted = bool(self.noted()) and review.exists()
        if self.names.live.stat().st_size <= self.small or not trusted:
            write_copy(self.names.live, spare)
            put_in_place(spare, review)
            return "file"
        how = "rows"
        if held_here(spare, unsure=True) or not add_new_rows(self.names.live, spare):
            spare.unlink(missing_ok=True)
            wal_of(spare).unlink(missing_ok=True)
            write_copy(self.names.live, spare)
            how = "file"
        if not exchange(spare, review):
            put_in_place(spare, review)
        return how

    def _later(self) -> None:
        with self._guard:
            self._timer = None
        self._try_refresh()

    def _try_refresh(self) -> None:
        # the commit stands whatever becomes of the copy; the next commit or reader tries again
        with contextlib.suppress(StoreError, OSError, duckdb.Error):
            self.refresh(wait_seconds=5.0)

    def _due_in(self) -> float:
        noted = self.noted()
        interval = max(INTERVAL, SHARE * float(noted.get("seconds", 0.0)))
        return float(noted.get("made", 0.0)) + min(interval, 30.0) - time.time()

    def _state(self) -> list[int]:
        found = self.names.live.stat()
        return [found.st_ino, found.st_size, found.st_mtime_ns]

    def _note(self, **noted: Any) -> None:
        beside = self.names.stamp.with_suffix(".new")
        beside.write_text(json.dumps(noted))
        beside.replace(self.names.stamp)
