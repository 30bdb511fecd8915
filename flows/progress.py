"""What a run shows while it works: one bar a stage on standard error, or nothing."""

from typing import Protocol, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

#: What a person reads beside each stage's bar.
TITLES = {
    "split": "Splitting the article",
    "search": "Searching for each claim",
    "fetch": "Fetching pages",
    "rank": "Ranking passages",
    "judge": "Judging claims",
    "store": "Storing",
}


class Shown(Protocol):
    """Told of each stage as it begins and as its items are done."""

    def begin(self, stage: str, total: int) -> None:
        """A stage begins, with so many items."""

    def advance(self, stage: str, items: int = 1) -> None:
        """So many more items are done."""


class Silent:
    """Shows nothing."""

    def begin(self, stage: str, total: int) -> None:
        """Nothing to show."""

    def advance(self, stage: str, items: int = 1) -> None:
        """Nothing to show."""


class Bars:
    """One progress bar a stage, on standard error; a context manager."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<28}"),
            BarColumn(bar_width=32),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        )
        self._tasks: dict[str, TaskID] = {}

    def begin(self, stage: str, total: int) -> None:
        """Add the stage's bar, or lengthen it when the stage comes again for the next article."""
        if stage in self._tasks:
            task = self._progress.tasks[self._tasks[stage]]
            self._progress.update(task.id, total=(task.total or 0) + total)
        else:
            self._tasks[stage] = self._progress.add_task(TITLES.get(stage, stage), total=total)

    def advance(self, stage: str, items: int = 1) -> None:
        """Move the stage's bar."""
        self._progress.advance(self._tasks[stage], items)

    def __enter__(self) -> Self:
        """Start drawing."""
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the finished bars on the screen."""
        self._progress.stop()
