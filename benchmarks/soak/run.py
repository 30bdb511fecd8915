"""The soak: one undisturbed run, one under faults, and the tables compared.

    python -m benchmarks.soak.run --articles 1000 --kills 20 [--others 4] [--keep FOLDER] [--out FILE]

So many runs are killed with -9: the worker, the worker while it holds the store, and the flow engine's server,
in turn and after random numbers of articles. Among them fall the other faults: the live file held open by a
stranger, and a full disk (see faults). All through, 5 % of the pages fail once and 1 % are gone. Nothing may be
lost and nothing doubled. The undisturbed run is taken at the same time as the disturbed one, each with an
engine of its own, from one site that fails for each alike; what is known is written to the file after each step.
"""

import argparse
import json
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.soak.desk import ROOT, Desk, waited
from benchmarks.soak.faults import KILLS, disturb
from benchmarks.soak.stamp import stamp
from benchmarks.soak.tables import course, doubled, figures, tables
from benchmarks.soak.world import ORDER
from flows.engine import stop_engine

OTHERS = ("full", "locked")
TRIES = 3  #: a run that ended by itself before its fault came leaves the fault to the next run
LISTS = {
    "bodies feed",
    "bodies robots.txt",
    "bodies search",
    "bodies __counts",
}  #: what is asked of a site besides pages


def plan(kills: int, others: int, chance: random.Random) -> list[str]:
    """The faults in the order in which they come: kills in turn, the others among them."""
    faults = [KILLS[number % len(KILLS)] for number in range(kills)]
    for number in range(others):
        faults.insert(chance.randint(1, len(faults)), OTHERS[number % len(OTHERS)])
    return faults


class Known:
    """What is known so far, in a file after each step."""

    def __init__(self, place: Path | None) -> None:
        self.place = place
        self.facts: dict[str, Any] = {**stamp(), "complete": False}
        self.lock = threading.Lock()

    def add(self, **facts: Any) -> None:
        """Keep and show what came out."""
        with self.lock:
            self.facts |= facts
            if self.place:
                self.place.parent.mkdir(parents=True, exist_ok=True)
                self.place.write_text(json.dumps(self.facts, indent=2, ensure_ascii=False) + "\n", "utf-8")


def undisturbed(folder: Path, site: str, known: Known) -> dict[str, list[Any]]:
    """The tables of a run that nothing disturbs; it looks twice, and the second time nothing is new."""
    desk = Desk(folder / "calm", site)
    try:
        seconds, processor = desk.finish()
        before, counts = tables(desk.store), _counts(site, desk.name)
        known.add(
                seconds=round(seconds, 1), processor_seconds=round(processor, 1), calm=figures(desk.store),
                course=course(desk.steps()),
            )  # fmt: skip
        again, processor_again = desk.finish()
        sent = Counter(_counts(site, desk.name))
    finally:
        stop_engine(desk.home)
    sent.subtract(counts)
    after = tables(desk.store)
    known.add(
        seconds_unchanged=round(again, 1),
        processor_seconds_unchanged=round(processor_again, 1),
        unchanged_share=round(again / seconds, 4),
        unchanged_processor_share=round(processor_again / processor, 4),
        unchanged_page_bodies=sum(
            times for name, times in sent.items() if name.startswith("bodies ") and name not in LISTS
        ),
        unchanged_new_verdicts=len(after["history"]) - len(before["history"]),
        doubled_calm=doubled(desk.store),
    )
    return before


def disturbed(
    folder: Path, site: str, articles: int, faults: list[str], chance: random.Random, known: Known, held: float
) -> dict[str, list[Any]]:
    """The tables of a run under faults, finished in the end."""
    desk = Desk(folder / "rough", site)
    began, told = time.monotonic(), list[str]()
    try:
        for number, fault in enumerate(faults):
            for _ in range(TRIES):
                after = chance.randint(0, max(1, int(0.8 * articles / len(faults))))
                told.append(disturb(desk, fault, after=after, delay=chance.uniform(0.0, 0.4), held=held))
                print(f"rough: fault {number + 1} of {len(faults)} after {after} articles, {told[-1]}", flush=True)
                known.add(faults=dict(Counter(told)))
                if "missed" not in told[-1]:
                    break
        desk.finish()
    finally:
        stop_engine(desk.home)
    known.add(
        seconds_disturbed=round(time.monotonic() - began, 1), rough=figures(desk.store),
        doubled_rough=doubled(desk.store), missed=sum("missed" in each for each in told),
    )  # fmt: skip
    return tables(desk.store)


def soak(
    articles: int,
    kills: int,
    *,
    folder: Path,
    others: int = 0,
    seed: int = 11,
    languages: int = len(ORDER),
    held: float = 35.0,
    out: Path | None = None,
) -> dict[str, Any]:
    """The figures of a soak; its `lost`, `more` and `doubled` must be empty."""
    chance = random.Random(seed)
    known = Known(out)
    faults = plan(kills, others, chance)
    known.add(articles=articles, kills=kills, other_faults=others)
    # at one address, which enters into every id
    with serving(articles, languages) as site, ThreadPoolExecutor(2) as both:
        calm = both.submit(undisturbed, folder, site, known)
        rough = both.submit(disturbed, folder, site, articles, faults, chance, known, held)
        before, end = calm.result(), rough.result()
    known.add(
        lost=_apart(before, end),
        more=_apart(end, before),
        doubled={**known.facts["doubled_calm"], **known.facts["doubled_rough"]},
        complete=True,
    )
    return known.facts


def _apart(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> dict[str, int]:
    """How many rows stand only in the first, by table; empty where none does."""
    only = {name: len(set(one[name]) - set(other[name])) for name in one}
    return {name: count for name, count in only.items() if count}


@contextmanager
def serving(articles: int, languages: int) -> Iterator[str]:
    """The address of the world while it is served by a process of its own."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.soak.site", str(port), str(articles), f"--languages={languages}"], cwd=ROOT,
    )  # fmt: skip
    site = f"http://127.0.0.1:{port}"
    try:
        waited(300, lambda: _answers(site))
        yield site
    finally:
        process.kill()
        process.wait()


def _counts(site: str, desk: str) -> dict[str, int]:
    with urllib.request.urlopen(f"{site}/__counts?desk={desk}", timeout=30) as answer:
        return dict(json.load(answer))


def _answers(site: str) -> bool:
    try:
        return bool(_counts(site, "") is not None)
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--articles", type=int, default=1000)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--others", type=int, default=4)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--out", type=Path)
    given = asked.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="soak-"))
    result = soak(given.articles, given.kills, others=given.others, folder=folder, out=given.out)
    print(json.dumps(result, indent=2, ensure_ascii=False))
    if not given.keep:
        shutil.rmtree(folder, ignore_errors=True)
    if result["lost"] or result["more"] or result["doubled"]:
        raise SystemExit("Something was lost or doubled; see above.")


if __name__ == "__main__":
    main()
