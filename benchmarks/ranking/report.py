"""Keeps results as JSON with what they rest on, and puts their tables into the README."""

import hashlib
import json
import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parents[1] / "results"
README = Path(__file__).parent / "README.md"
RANKER = Path(__file__).parents[2] / "evidence" / "rank"
LEXICON = Path(__file__).parents[2] / "evidence" / "models" / "lexicon"
CARD = Path(__file__).parents[2] / "evidence" / "models" / "embedder" / "README.md"


def _commit() -> str:
    git = ["git", "-C", str(Path(__file__).parent)]
    head = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return head.stdout.strip() or "unknown"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((x.split(":", 1)[1].strip() for x in lines if x.startswith("model name")), platform.machine())


def ranker_digest() -> str:
    """One SHA-256 over the ranker's code, its weights and its lexicons."""
    total = hashlib.sha256()
    for path in sorted([*RANKER.glob("*.py"), *RANKER.glob("*.json"), *LEXICON.glob("*.npz")]):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _unfinished(name: str) -> Path:
    return RESULTS / f"unfinished-ranking-{name}.json"


def each_row(
    name: str, labels: Iterable[str], make: Callable[[str], dict[str, Any]], *, basis: str
) -> list[dict[str, Any]]:
    """A row for each label; those that an earlier run of the same ranker on the same data made are taken over."""
    RESULTS.mkdir(exist_ok=True)
    path, basis = _unfinished(name), f"{ranker_digest()} {basis}"
    made: dict[str, Any] = {"basis": basis, "rows": {}}
    if path.exists() and (earlier := json.loads(path.read_text(encoding="utf-8")))["basis"] == basis:
        made = earlier
    rows = []
    for label in labels:
        if label not in made["rows"]:
            made["rows"][label] = make(label)
            path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
        rows.append(made["rows"][label])
        print(rows[-1], flush=True)
    return rows


def keep(name: str, *, embedder: str, data_sha256: str, rows: Sequence[dict[str, Any]], note: str = "") -> Path:
    """Write `results/ranking-NAME.json` and put the table into the README and the model card."""
    RESULTS.mkdir(exist_ok=True)
    result = {
        "benchmark": f"ranking-{name}",
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": _commit(),
        "machine": f"{_processor()}, {os.cpu_count()} cores",
        "load_average": round(os.getloadavg()[0], 1),
        "embedder_sha256": embedder,
        "ranker_sha256": ranker_digest(),
        "data_sha256": data_sha256,
        "note": note,
        "rows": list(rows),
    }
    path = RESULTS / f"ranking-{name}.json"
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    _unfinished(name).unlink(missing_ok=True)
    table = table_of(rows)
    print(table)
    block = f"<!-- {name} -->\n{table}\n\n{note}\n<!-- end {name} -->"
    for page in (README, CARD):
        _put(page, name, block)
    return path


def table_of(rows: Sequence[dict[str, Any]]) -> str:
    """A Markdown table with the keys of the first row as its head."""
    head = list(rows[0])
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(str(row.get(k, '')) for k in head)} |" for row in rows]
    return "\n".join(lines)


def _put(page: Path, name: str, block: str) -> None:
    """Replace the table of that name where the page has a place for it."""
    if page.exists():
        text = page.read_text(encoding="utf-8")
        pattern = re.compile(rf"<!-- {name} -->.*?<!-- end {name} -->", re.DOTALL)
        page.write_text(pattern.sub(lambda _: block, text), encoding="utf-8")
