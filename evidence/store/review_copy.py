"""The copy for readers: always there, replaced whole, and never a reason for a writer to wait.

A reader who opens the live file would stop every writer, so people and the review page read this copy.
"""

import atexit
import contextlib
import json
import shutil
import threading
import time
from pathlib import Path
from typing import Any

from evidence.errors import StoreError
from evidence.store.lock import somebody_waits, write_lock
from evidence.store.names import Names

INTERVAL = 1.0  # seconds between two copies, at the least


class ReviewCopy:
    """Keeps the review copy of one store fresh; `close` leaves nothing behind."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._guard = threading.Lock()
        self._timer: threading.Timer | None = None
        atexit.register(self.close)

    def committed(self) -> None:
        """Refresh now if the last copy is old enough, else soon."""
        wait = self._due_in()
        if wait <= 0:
            self.refresh()
            return
        with self._guard:
            if self._timer is None:
                self._timer = threading.Timer(wait, self._later)
                self._timer.daemon = True
                self._timer.start()

    def close(self) -> None:
        """Make the copy that is still due, unless another writer in line will."""
        with self._guard:
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
            if not somebody_waits(self.names):
                with contextlib.suppress(StoreError, OSError):
                    self.refresh()
        atexit.unregister(self.close)

    def refresh(self, *, wait_seconds: float = 30.0) -> bool:
        """Make the copy show the live file as it is; False where it did already."""
        if not self.stale():
            return False
        with write_lock(self.names, until=time.monotonic() + wait_seconds):
            if not self.stale():
                return False
            started = time.monotonic()
            state = _state(self.names.live)
            self._copy()
            self._note(state, time.monotonic() - started)
        return True

    def forget(self) -> None:
        """Leave nothing of what earlier copies held."""
        self.names.stamp.unlink(missing_ok=True)
        self.names.spare.unlink(missing_ok=True)

    def stale(self) -> bool:
        """Whether the live file changed since the copy was made."""
        return not self.names.review.exists() or self._noted().get("state") != _state(self.names.live)

    def _later(self) -> None:
        with self._guard:
            self._timer = None
        with contextlib.suppress(StoreError, OSError):  # the folder may be gone; the next commit tries again
            self.refresh()

    def _due_in(self) -> float:
        noted = self._noted()
        return float(noted.get("made", 0.0)) + max(INTERVAL, 5 * float(noted.get("seconds", 0.0))) - time.time()

    def _copy(self) -> None:
        spare = self.names.spare
        spare.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.names.live, spare)
        wal = _wal(self.names.live)
        if wal.exists():
            shutil.copyfile(wal, _wal(spare))
        spare.replace(self.names.review)

    def _noted(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self.names.stamp.read_text()))
        except (FileNotFoundError, ValueError):
            return {}

    def _note(self, state: list[int], seconds: float) -> None:
        beside = self.names.stamp.with_suffix(".new")
        beside.write_text(json.dumps({"state": state, "made": time.time(), "seconds": seconds}))
        beside.replace(self.names.stamp)


def _state(live: Path) -> list[int]:
    found = live.stat()
    return [found.st_ino, found.st_size, found.st_mtime_ns]


def _wal(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
