"""Claims against gold evidence. `python -m benchmarks.ranking.evidence --data DIR`.

Climate-FEVER and WiCE: the half of the claims that the fusion weights were not fitted on.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ranking.fit import every_second
from benchmarks.ranking.report import each_row, keep
from benchmarks.ranking.retrieval import show
from benchmarks.ranking.score import Figures, places_of, signals_of
from benchmarks.ranking.sets import Task, averitec, climate_fever, digest_of, wice
from evidence.embed import Embedder, load_embedder
from training.embedder.teacher import teacher_folder

NUMERIC = {"ar": "Arabic/val_arabic_claim.json", "es": "Spanish/val_spanish_claims.json"}


def numeric(data: Path, language: str) -> Task:
    """Numeric claims of CheckThat 2025 against the opening of the article that checked each."""
    rows = json.loads((data / "verdicts/checkthat2025-numeric/data" / NUMERIC[language]).read_text(encoding="utf-8"))
    number: dict[str, int] = {}
    queries, right = [], []
    for row in rows:
        article = " ".join(str(row.get("doc") or "").split())[:1200]
        if len(article) > 200:
            queries.append(str(row["claim"]))
            right.append(frozenset({number.setdefault(article, len(number))}))
    return Task(f"CheckThat 2025 numeric {language}→{language}", language, language, queries, list(number), right)


def measure(tasks: Sequence[Task], ours: Embedder, teacher: Embedder | None) -> dict[str, Figures]:
    """The figures of each system over the queries of all tasks together."""
    places: dict[str, list[Any]] = {}
    for task in tasks:
        signals = signals_of(task, ours)
        systems = {"BM25": signals["bm25"], "cosine": signals["cosine"], "ranker": signals["fused"]}
        if teacher is not None:
            theirs = signals_of(task, teacher)
            systems |= {"teacher cosine": theirs["cosine"], "ranker with teacher": theirs["fused"]}
        for name, scores in systems.items():
            places.setdefault(name, []).append(places_of(scores, task.right))
    found = {}
    for name, each in places.items():
        all_places = np.concatenate(each)
        shares = [round(100 * float((all_places <= k).mean()), 1) for k in (1, 5, 10)]
        found[name] = Figures(*shares, mrr=round(100 * float((1 / all_places).mean()), 1), queries=len(all_places))
    return found


def main() -> None:
    """Measure every set and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    args = parser.parse_args()
    ours = load_embedder(args.embedder, download=False)
    teacher = load_embedder(str(teacher_folder()), download=False)
    groups: dict[str, tuple[list[Task], bool]] = {
        "Climate-FEVER en→en": ([every_second(climate_fever(args.data), 1)], True),
        "WiCE en→en, within the cited page": ([t for n, t in enumerate(wice(args.data)) if n % 2], False),
        "AVeriTeC dev answers en→en": ([averitec(args.data)], True),
        "CheckThat 2025 numeric ar→ar": ([numeric(args.data, "ar")], False),
        "CheckThat 2025 numeric es→es": ([numeric(args.data, "es")], False),
    }

    def row_of(name: str) -> dict[str, Any]:
        tasks, is_english = groups[name]
        found = measure(tasks, ours, teacher if is_english else None)
        row: dict[str, Any] = {
            "set": name,
            "claims": found["ranker"].queries,
            "candidates": round(float(np.mean([len(t.candidates) for t in tasks]))),
        }
        for system in ("BM25", "teacher cosine", "cosine", "ranker", "ranker with teacher"):
            row[system] = show(found[system]) if system in found else ""
        return row

    files = [p for p in (args.data / "verdicts").rglob("*.json*") if "train" not in p.name]
    data_sha256 = digest_of(files)
    rows = each_row("evidence", groups, row_of, basis=f"{ours.revision} {data_sha256}")
    note = "R@1 / R@5 / R@10 / MRR in percent: how far up the first right passage comes."
    keep("evidence", embedder=ours.revision, data_sha256=data_sha256, rows=rows, note=note)


if __name__ == "__main__":
    main()
