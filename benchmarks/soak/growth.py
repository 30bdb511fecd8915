"""What an article costs as the store grows: python -m benchmarks.soak.growth FILE --claims 10000 30000 100000

The store is filled with made-up articles (benchmarks.store.make) up to each size, beyond --made by copies of the
first so many (benchmarks.store.copies); then one article more is
stored five times over and the review copy made after each. Seconds of the clock and of processor, medians. The
result is written after each size, so that a run may be ended at any of them.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.soak.stamp import stamp
from benchmarks.store.copies import multiply
from benchmarks.store.make import Maker, fill
from evidence.store import open_store
from evidence.store.review_copy import ReviewCopy

CLAIMS, PAGES = 20, 12  #: an article's
TIMES = 5


def grow(path: Path, sizes: list[int], out: Path | None, *, made: int) -> dict[str, Any]:
    """Costs at each size, counted in claims; sizes above `made` are whole times the size before, by copies."""
    store = open_store(path, review=False)
    copy, maker = ReviewCopy(store.names), Maker(7, claims=CLAIMS, pages=PAGES)
    told: dict[str, Any] = {**stamp(), "claims_per_article": CLAIMS, "pages_per_article": PAGES, "sizes": []}
    run = store.start_run(
        code_version="g", config_sha256="", embedder="", embedder_sha256="", judge="", judge_sha256=""
    )
    done = 0
    for size in sizes:
        began = time.process_time()
        if size <= made:
            fill(store, maker, size // CLAIMS - done, first=done)
        else:
            multiply(store, size // (done * CLAIMS))
        done = size // CLAIMS
        filled = time.process_time() - began
        copy.refresh()
        stored, copied, ways = [], [], []
        for number in range(TIMES):
            article = maker.article(10**8 + size * TIMES + number)
            stored.append(_spent(lambda article=article: store.save_article(run.id, article)))
            copied.append(_spent(copy.refresh))
            ways.append(str(copy.noted()["how"]))
        told["sizes"].append({
            "claims": size,
            "store_bytes": path.stat().st_size,
            "review_bytes": store.names.review.stat().st_size,
            "bytes_per_claim": round(path.stat().st_size / size),
            "filled_in_processor_seconds": round(filled, 1),
            "store_one_article": _median(stored),
            "review_copy": _median(copied),
            "review_copy_by": sorted(set(ways)),
        })  # fmt: skip
        print(json.dumps(told["sizes"][-1]), flush=True)
        if out:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    return told


def _spent(action: Callable[[], Any]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    action()
    return time.perf_counter() - clock, time.process_time() - processor


def _median(spent: list[tuple[float, float]]) -> dict[str, float]:
    return {
        "seconds": round(statistics.median(clock for clock, _ in spent), 3),
        "processor_seconds": round(statistics.median(processor for _, processor in spent), 3),
    }


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("file", type=Path)
    asked.add_argument("--claims", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    asked.add_argument("--made", type=int, default=100_000)
    asked.add_argument("--out", type=Path)
    given = asked.parse_args()
    grow(given.file, given.claims, given.out, made=given.made)


if __name__ == "__main__":
    main()
