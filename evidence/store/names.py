"""The files that belong to one store, all named after its DuckDB file."""

from dataclasses import dataclass
from pathlib import Path

from evidence.errors import StoreError


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Where everything of one store lies."""

    live: Path  #: NAME.duckdb
    folder: Path  #: NAME.d: snapshots, locks, caches
    review: Path  #: NAME.review.duckdb

    @property
    def write_lock(self) -> Path:
        """Held by the one process that has the live file open."""
        return self.folder / "locks" / "write"

    @property
    def queue_lock(self) -> Path:
        """Held, shared, by every process that waits to write."""
        return self.folder / "locks" / "queue"

    @property
    def stamp(self) -> Path:
        """Which state of the live file the review copy shows."""
        return self.folder / "review" / "stamp.json"

    @property
    def spare(self) -> Path:
        """The review copy that is being made."""
        return self.folder / "review" / "spare.duckdb"


def names_of(path: Path) -> Names:
    """The files of the store whose DuckDB file is this one.

    >>> names_of(Path("desk.duckdb")).review.name
    'desk.review.duckdb'
    """
    if path.name.endswith(".review.duckdb"):
        raise StoreError(
            f"{path} is a copy for readers and is replaced after every change. "
            f"Name the store itself: {path.name.removesuffix('.review.duckdb')}.duckdb."
        )
    stem = path.name.removesuffix(".duckdb")
    return Names(live=path, folder=path.with_name(f"{stem}.d"), review=path.with_name(f"{stem}.review.duckdb"))
