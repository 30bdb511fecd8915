"""What a large store costs: python -m benchmarks.store.measure FILE [--out RESULT.json]

FILE is made by benchmarks.store.make. Wall seconds and this process's CPU seconds; on a machine that does
other work at the same time, the CPU seconds are the ones to compare.
"""

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from benchmarks.store.make import Maker
from evidence.errors import PageRefused
from evidence.records import Label, Snapshot
from evidence.rules import load_thresholds
from evidence.snapshots import Snapshots
from evidence.store import Store, open_store
from evidence.store.review_copy import ReviewCopy
from evidence.tiers import load_tiers
from review.acts import Desk
from review.web import make_app

SECONDS_A_QUERY = 1.0
DOC = Path(__file__).parents[2] / "docs" / "sql.md"


def timed(action: Callable[[], Any]) -> dict[str, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    action()
    return {"wall": round(time.perf_counter() - wall, 3), "cpu": round(time.process_time() - cpu, 3)}


def middle(action: Callable[[], Any], times: int = 5) -> dict[str, float]:
    runs = [timed(action) for _ in range(times)]
    return {name: statistics.median(run[name] for run in runs) for name in ("wall", "cpu")}


def queries() -> dict[str, str]:
    """The questions of docs/sql.md by their heading."""
    blocks = re.findall(r"^### (\d+\. [^\n]+)$.*?^```sql\n(.*?)^```$", DOC.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return dict(blocks)


def measure(path: Path) -> dict[str, Any]:
    store = open_store(path, review=False)
    copy = ReviewCopy(store.names)
    maker = Maker(int(time.time()), claims=20, pages=12)
    numbers = iter(range(10**6, 10**7))
    run = store.start_run(
        code_version="b", config_sha256="c", embedder="e", embedder_sha256="e", judge="j", judge_sha256="j"
    )
    articles = [maker.article(next(numbers)) for _ in range(12)]
    waiting = iter(articles)
    found: dict[str, Any] = {
        "megabytes": round(path.stat().st_size / 2**20),
        "claims": store.query("SELECT count(*) FROM claim")[1][0][0],
        "passages used": store.query("SELECT count(*) FROM verdict_use")[1][0][0],
        "open_store": middle(lambda: open_store(path, review=False)),
        "save_article (20 claims, 100 passages, 12 pages)": middle(
            lambda: store.save_article(run.id, next(waiting)), 5
        ),
    }
    claim = articles[0].claims[0].id
    found["decide"] = middle(lambda: store.decide(claim, Label.REFUTED, by="bench", reason=str(time.time())))
    found["load_claim"] = middle(lambda: store.load_claim(claim[:8]))
    found["load_evidence"] = middle(lambda: store.load_evidence(claim))
    found["why"] = middle(lambda: store.why(claim))
    found["current_verdicts of an article"] = middle(lambda: store.current_verdicts(articles[0].article.key))
    ways: dict[str, list[dict[str, float]]] = {}
    for _ in range(5):
        store.save_article(run.id, next(waiting))
        spent = timed(copy.refresh)
        ways.setdefault(copy.noted()["how"], []).append(spent)
    found["review copy"] = ways
    found["queries"] = {
        heading: middle(lambda sql=sql: store.query(sql.replace("CLAIM", claim[:8])), 3)  # type: ignore[misc]
        for heading, sql in queries().items()
    }
    found["slowest query"] = max(found["queries"].values(), key=lambda each: each["wall"])
    found["review page"] = pages(store, claim, articles[0].article.id)
    return found


def pages(store: Store, claim: str, article: str) -> dict[str, dict[str, float]]:
    """What a browser waits for: the whole answer of each kind of page, asked as over HTTP."""
    desk = Desk(
        store=store, snapshots=Snapshots(store.folder), get=_nothing, tiers=load_tiers(), thresholds=load_thresholds()
    )
    apps: list[Any] = []
    found = {"start of the server": timed(lambda: apps.append(make_app(desk)))}
    client = TestClient(apps[0], base_url="http://127.0.0.1")

    def ask(path: str, **given: Any) -> None:
        answer = client.get(path, params=given or None)
        assert answer.status_code == 200, answer.text

    found["first page"] = timed(lambda: ask("/"))
    found["first search"] = timed(lambda: ask("/", q="الجسر القديم"))
    for name, path, given in (
        ("queue", "/", {}), ("page 1,000 of the queue", "/", {"page": 1000}), ("filtered", "/", {"label": "refuted"}),
        ("search", "/", {"q": "الجسر القديم"}), ("claim", f"/claim/{claim}", {}),
        ("article", f"/article/{article}", {}),
    ):  # fmt: skip
        found[name] = middle(lambda path=path, given=given: ask(path, **given), 3)  # type: ignore[misc]
    return found


def _nothing(url: str) -> Snapshot:
    raise PageRefused(f"Nothing is fetched here: {url}", url=url, reason="private")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit.stdout.strip(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        **measure(given.file),
    }
    told = json.dumps(result, indent=1, ensure_ascii=False)
    print(told)
    over = [heading for heading, spent in result["queries"].items() if spent["wall"] >= SECONDS_A_QUERY]
    first = result["review page"]["first page"]["wall"]
    print(f"queries of {SECONDS_A_QUERY:.0f} s or more: {', '.join(over) or 'none'}; first page {first * 1000:.0f} ms")
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
