"""One store and the runs that fill it, each a process of its own that tells of every article as it is done."""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TELL_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One article that a worker has done with."""

    at: float  #: seconds since 1970
    processor: float  #: seconds that the worker had used by then
    memory: int  #: bytes that it held
    store: int  #: bytes of the live file
    review: int  #: bytes of the copy for readers
    state: str  #: of the article; "end" for the last line of a run that was not killed


class Desk:
    """One store, and the runs that fill it."""

    def __init__(self, folder: Path, site: str) -> None:
        folder.mkdir(parents=True)
        self.name = folder.name
        self.folder, self.site, self.home = folder, site, folder / "engine"
        self.store = folder / "desk.duckdb"
        self.words = folder / "worker.log"
        self.runs = 0

    def start(self, *more: str) -> "subprocess.Popen[bytes]":
        """A worker that looks once."""
        self.runs += 1
        with self.words.open("ab") as log:
            return subprocess.Popen(
                [
                    sys.executable, "-m", "benchmarks.soak.worker", str(self.store), self.site, str(self.home),
                    f"--progress={self._progress(self.runs)}", *more,
                ],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
                stdout=log,
                stderr=log,
            )  # fmt: skip

    def finish(self) -> tuple[float, float]:
        """Run to the end; the seconds that took by the clock and of processor."""
        began, told = time.monotonic(), time.monotonic()
        process = self.start()
        while process.poll() is None:
            time.sleep(0.2)
            if time.monotonic() - told > TELL_SECONDS:
                told = time.monotonic()
                print(f"{self.name}: run {self.runs}, {len(self.steps())} articles done", flush=True)
        if process.returncode:
            raise SystemExit(f"The worker failed:\n{self.words.read_text()[-3000:]}")
        return time.monotonic() - began, self._lines(self.runs)[-1].processor

    def steps(self, run: int = 0) -> list[Step]:
        """The articles that a run is done with; of the latest one unless told."""
        return [step for step in self._lines(run or self.runs) if step.state != "end"]

    def _lines(self, run: int) -> list[Step]:
        place = self._progress(run)
        if not place.exists():
            return []
        found = []
        for line in place.read_text().splitlines(keepends=True):
            if line.endswith("\n"):  # of a killed worker the last line may be half written
                at, processor, memory, store, review, state = line.rstrip("\n").split("\t")
                found.append(
                    Step(
                        at=float(at), processor=float(processor), memory=int(memory), store=int(store),
                        review=int(review), state=state,
                    )
                )  # fmt: skip
        return found

    def is_writing(self) -> bool:
        """Whether somebody holds the store at this moment."""
        lock = self.folder / "desk.d" / "locks" / "write"
        if not lock.exists():
            return False
        with lock.open("r+") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def _progress(self, run: int) -> Path:
        return self.folder / f"progress-{run}.tsv"


def waited(seconds: float, true: Callable[[], bool], step: float = 0.05) -> bool:
    """Wait until something is so, at most so long; whether it came to be."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(step)
    return False
