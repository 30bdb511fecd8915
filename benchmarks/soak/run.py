"""The soak: one undisturbed run, one under faults, and the tables compared.

    python -m benchmarks.soak.run --articles 1000 --kills 20 [--keep FOLDER] [--out FILE]

Faults, in turn and at random moments: the worker killed with -9; the same while it holds the store; the
flow engine's server killed with -9; a stranger who holds the live file open; a disk that is full. All
through, 5 % of the pages fail once and 1 % are gone. Nothing may be lost, nothing doubled.
"""

import argparse
import fcntl
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.soak.stamp import stamp
from benchmarks.soak.tables import doubled, figures, tables
from benchmarks.soak.world import ORDER
from flows.engine import stop_engine

FAULTS = ("worker", "writer", "engine", "locked", "full")
ROOT = Path(__file__).resolve().parents[2]


class Desk:
    """One store, and the runs that fill it."""

    def __init__(self, folder: Path, site: str, home: Path) -> None:
        folder.mkdir(parents=True)
        self.folder, self.site, self.home = folder, site, home
        self.store = folder / "desk.duckdb"
        self.memory: list[tuple[float, int]] = []
        self.words = folder / "worker.log"

    def start(self, *more: str) -> "subprocess.Popen[bytes]":
        """A worker that looks once."""
        with self.words.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "benchmarks.soak.worker", str(self.store), self.site, str(self.home), *more],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
                stdout=log,
                stderr=log,
            )

    def finish(self) -> float:
        """Run to the end; the seconds that took."""
        began = time.monotonic()
        process = self.start()
        while process.poll() is None:
            self.memory.append((time.monotonic() - began, _memory(process.pid)))
            time.sleep(0.5)
        if process.returncode:
            raise SystemExit(f"The worker failed:\n{self.words.read_text()[-3000:]}")
        return time.monotonic() - began

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


def disturb(desk: Desk, fault: str, delay: float) -> str:
    """One run with one fault in it; what happened."""
    more = [f"--file-limit={desk.store.stat().st_size + 300_000}"] if fault == "full" and desk.store.exists() else []
    process = desk.start(*more)
    _wait(delay, lambda: process.poll() is not None)
    if process.poll() is not None:
        return f"{fault}: ended by itself with {process.returncode}"
    if fault == "writer":
        _wait(20, lambda: desk.is_writing() or process.poll() is not None, step=0.0005)
    elif fault == "engine":
        pid = int(json.loads((desk.home / "engine.json").read_text())["pid"])
        os.kill(pid, signal.SIGKILL)
        (desk.home / "engine.json").unlink(missing_ok=True)
        _wait(15, lambda: process.poll() is not None)
    elif fault == "locked":
        _hold(desk.store, 3.0)
        _wait(3, lambda: process.poll() is not None)
    elif fault == "full":
        _wait(20, lambda: process.poll() is not None)
    if process.poll() is None:
        process.kill()
        process.wait()
        return f"{fault}: killed"
    return f"{fault}: ended with {process.returncode}"


def soak(articles: int, kills: int, *, folder: Path, seed: int = 11, languages: int = len(ORDER)) -> dict[str, Any]:
    """The figures of a soak; its `lost` and `doubled` must be empty."""
    chance = random.Random(seed)
    home, port = folder / "engine", _free_port()
    try:
        with serving(port, articles, languages) as site:
            calm = Desk(folder / "calm", site, home)
            first = calm.finish()
            before, counts = tables(calm.store), _counts(site)
            second = calm.finish()
            sent = Counter(_counts(site))
            sent.subtract(counts)
            after = tables(calm.store)
        with serving(port, articles, languages) as site:  # as fresh as it was: pages fail their first request again
            rough = Desk(folder / "rough", site, home)
            began = time.monotonic()
            longest = 2 * first / max(kills, 4)
            told = [
                disturb(rough, FAULTS[number % len(FAULTS)], chance.uniform(0.25, 1.0) * longest)
                for number in range(kills)
            ]
            rough.finish()
            disturbed = time.monotonic() - began
        end = tables(rough.store)
    finally:
        stop_engine(home)
    known = {"bodies feed", "bodies robots.txt", "bodies search", "bodies __counts"}
    flat = calm.memory[len(calm.memory) // 4 :] or [(0.0, 0)]
    half = len(flat) // 2
    return {
        "articles": articles,
        "kills": kills,
        "faults": dict(Counter(told)),
        "seconds": round(first, 1),
        "seconds_unchanged": round(second, 1),
        "unchanged_share": round(second / first, 4),
        "unchanged_page_bodies": sum(
            times for name, times in sent.items() if name.startswith("bodies ") and name not in known
        ),
        "unchanged_new_verdicts": len(after["history"]) - len(before["history"]),
        "seconds_disturbed": round(disturbed, 1),
        "lost": _apart(before, end),
        "more": _apart(end, before),
        "doubled": {**doubled(calm.store), **doubled(rough.store)},
        "memory_mb": {
            "first half": round(max(size for _, size in flat[: half or 1]) / 1e6),
            "second half": round(max(size for _, size in flat[half:]) / 1e6),
        },
        "calm": figures(calm.store),
        "rough": figures(rough.store),
    }  # fmt: skip


def _apart(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> dict[str, int]:
    """How many rows stand only in the first, by table; empty where none does."""
    only = {name: len(set(one[name]) - set(other[name])) for name in one}
    return {name: count for name, count in only.items() if count}


@contextmanager
def serving(port: int, articles: int, languages: int) -> Iterator[str]:
    """The address of the world while it is served by a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.soak.site", str(port), str(articles), f"--languages={languages}"], cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    site = f"http://127.0.0.1:{port}"
    try:
        _wait(30, lambda: _answers(site))
        yield site
    finally:
        process.kill()
        process.wait()


def _counts(site: str) -> dict[str, int]:
    with urllib.request.urlopen(f"{site}/__counts", timeout=10) as answer:
        return dict(json.load(answer))


def _answers(site: str) -> bool:
    try:
        return bool(_counts(site) is not None)
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(seconds: float, true: Callable[[], bool], step: float = 0.05) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(step)
    return False


def _hold(store: Path, seconds: float) -> None:
    """Open the live file as a stranger would, who knows nothing of our lock."""
    script = (
        "import sys, time, duckdb\n"
        "for _ in range(500):\n"
        "    try:\n        kept = duckdb.connect(sys.argv[1])\n        break\n"
        "    except duckdb.Error:\n        time.sleep(0.01)\n"
        "time.sleep(float(sys.argv[2]))\n"
    )
    subprocess.run([sys.executable, "-c", script, str(store), str(seconds)], check=False, timeout=60)


def _memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--articles", type=int, default=1000)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--out", type=Path)
    given = asked.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="soak-"))
    result = soak(given.articles, given.kills, folder=folder)
    text = json.dumps({**stamp(), **result}, indent=2, ensure_ascii=False)
    print(text)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(text + "\n", "utf-8")
    if not given.keep:
        shutil.rmtree(folder, ignore_errors=True)
    if result["lost"] or result["more"] or result["doubled"]:
        raise SystemExit("Something was lost or doubled; see above.")


if __name__ == "__main__":
    main()
