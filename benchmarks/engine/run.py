"""Claims a second, side by side in one run: plain functions, Prefect with 1 and 2 workers, Dask with 1 and 2.

    python -m benchmarks.engine.run [--articles 40] [--languages 2] [--out FILE]

Every way checks the same articles against the same loopback site, with models loaded and pages already
read, in turns: each way once a round, in an order that changes, so that a busy moment hits all alike.
"""

import argparse
import json
import os
import random
import resource
import statistics
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from benchmarks.soak.site import World, serve
from benchmarks.soak.stamp import stamp
from benchmarks.soak.worker import settings_of
from flows.engine import Engine, stop_engine
from flows.looking import run_look
from flows.settings import Settings
from flows.watch import begin_watch, reader_of
from flows.wiring import Parts

WAYS: dict[str, dict[str, Any]] = {
    "plain, 1 worker": {"workers": 1},
    "plain, 2 workers": {"workers": 2},
    "prefect, 1 worker": {"workers": 1},
    "prefect, 2 workers": {"workers": 2},
    "dask, 1 worker": {"workers": 2, "fan_out": "dask", "dask_workers": 1},
    "dask, 2 workers": {"workers": 2, "fan_out": "dask", "dask_workers": 2},
}


def processor_seconds(home: Path) -> float:
    """Seconds of processor that this process, its ended children and the engine's server have used.

    On a machine that others use as well, these say more than the clock does.
    """
    used = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    pid = json.loads((home / "engine.json").read_text())["pid"]
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return used + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(way: str, site: str, home: Path, folder: Path) -> tuple[float, float, int]:
    """Seconds by the clock and of processor, and claims, of one look at everything with a fresh store."""
    folder.mkdir(parents=True)
    settings: Settings = settings_of(folder / "desk.duckdb", site, home).model_copy(update=WAYS[way])
    parts = Parts(settings)
    watch = begin_watch(f"{site}/feed", reader_of(parts), every="1h", cron=None, timezone="UTC", pages=None)
    before, began = processor_seconds(home), time.monotonic()
    done = run_look(watch, settings, plain=way.startswith("plain"))
    spent = time.monotonic() - began
    assert done.checked == done.entries, done
    return spent, processor_seconds(home) - before, len(parts.store.current_verdicts())


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--articles", type=int, default=40)
    asked.add_argument("--languages", type=int, default=2)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--ways", default="")
    asked.add_argument("--out", type=Path)
    given = asked.parse_args()
    world = World(given.articles, failing=0, gone=0, languages=given.languages)
    server = serve(0, world)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_address[1]}"
    ways = [way for way in WAYS if not given.ways or way.split(",")[0] in given.ways.split("+")]
    with tempfile.TemporaryDirectory(prefix="engine-", ignore_cleanup_errors=True) as place:
        folder, home = Path(place), Path(place) / "home"
        Engine("", home, 60.0).url()
        measure("plain, 1 worker", site, home, folder / "warm")  # models and word lists, for all ways but Dask
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        used: dict[str, list[float]] = {way: [] for way in ways}
        claims = 0
        for turn in range(given.rounds):
            order = random.Random(turn).sample(ways, len(ways))
            for way in order:
                spent, processor, claims = measure(way, site, home, folder / f"{turn}-{way.replace(', ', '-')}")
                seconds[way].append(spent)
                used[way].append(processor)
                print(
                    f"{way:<20} {spent:7.2f} s  {claims / spent:6.1f} claims/s  {processor:7.2f} s of processor",
                    flush=True,
                )
        stop_engine(home)
    result = {
        **stamp(),
        "articles": given.articles,
        "claims": claims,
        "rounds": given.rounds,
        "median_seconds": {way: round(statistics.median(spent), 2) for way, spent in seconds.items()},
        "claims_per_second": {way: round(claims / statistics.median(spent), 2) for way, spent in seconds.items()},
        "processor_ms_per_claim": {way: round(1000 * statistics.median(each) / claims) for way, each in used.items()},
        "all_seconds": {way: [round(each, 2) for each in spent] for way, spent in seconds.items()},
    }
    text = json.dumps(result, indent=2)
    print(text)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
