"""How a call reaches a store's file: under its lock, in one transaction, with the review copy following."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from evidence.store.connect import Connection, connected, transaction
from evidence.store.lock import Notice
from evidence.store.names import Names
from evidence.store.review_copy import ReviewCopy


class Handle:
    """One store's file; holds it open in no call but its own, so that others can write in turn."""

    def __init__(self, names: Names, *, wait_seconds: float, review: bool, notice: Notice) -> None:
        self.names = names
        self.wait_seconds = wait_seconds
        self.notice = notice
        self.review = ReviewCopy(names) if review else None

    @property
    def path(self) -> Path:
        """The DuckDB file."""
        return self.names.live

    @property
    def folder(self) -> Path:
        """The folder of snapshots and caches beside it."""
        return self.names.folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave a fresh review copy behind; the store can be used again."""
        if self.review is not None:
            self.review.close()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A short connection to the live file under the store's lock."""
        with connected(self.names, wait_seconds=self.wait_seconds, notice=self.notice) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction; the review copy follows it."""
        with self.connection() as connection, transaction(connection):
            yield connection
        self.committed()

    def committed(self) -> None:
        """Let the review copy follow a change."""
        if self.review is not None:
            self.review.committed()

    def _fresh(self) -> None:
        (self.review or ReviewCopy(self.names)).refresh(wait_seconds=self.wait_seconds)
