"""XQuAD-R: questions against paragraphs, over languages. `python -m benchmarks.ranking.retrieval --data DIR`."""

import argparse
from pathlib import Path
from typing import Any

from benchmarks.ranking.report import keep
from benchmarks.ranking.score import Figures, cut_scores, figures, signals_of
from benchmarks.ranking.sets import XQUAD, digest_of, xquad
from evidence.embed import load_embedder
from training.embedder.teacher import teacher_folder


def show(found: Figures) -> str:
    """R@1 / R@5 / R@10 / MRR."""
    return f"{found.r1} / {found.r5} / {found.r10} / {found.mrr}"


def main() -> None:
    """Measure every direction and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    parser.add_argument("--pairs", nargs="*", help="print only these, as ar-en; nothing is kept")
    args = parser.parse_args()
    ours = load_embedder(args.embedder, download=False)
    pairs = [("ar", "en"), ("en", "ar"), ("ar", "ar"), ("en", "en")]
    pairs += [(x, "en") for x in XQUAD if x not in {"ar", "en"}]
    pairs += [("ar", x) for x in ("es", "ru", "zh", "tr")]
    if args.pairs:
        pairs = [(asked, held) for asked, held in pairs if f"{asked}-{held}" in args.pairs]
    rows: list[dict[str, Any]] = []
    for asked, held in pairs:
        task = xquad(args.data, asked, held)
        signals = signals_of(task, ours)
        cells = {
            name: show(figures(signals[name], task.right)) for name in ("bm25", "cosine", "late", "translated", "fused")
        }
        by_teacher = ""
        if (asked, held) == ("en", "en"):
            teacher = load_embedder(str(teacher_folder()), download=False)
            by_teacher = show(
                figures(teacher.encode_queries(task.queries) @ teacher.encode_passages(task.candidates).T, task.right)
            )
        rows.append({
            "direction": f"{asked}→{held}", "BM25": cells["bm25"], "teacher cosine": by_teacher,
            "cosine": cells["cosine"], "MaxSim": cells["late"], "by meanings": cells["translated"],
            "ranker, whole paragraphs": cells["fused"],
            "ranker, as it runs": show(figures(cut_scores(task, ours), task.right)),
        })  # fmt: skip
        print(rows[-1], flush=True)
    if args.pairs:
        return
    note = (
        'R@1 / R@5 / R@10 / MRR in percent; 1,190 questions against 240 paragraphs. "As it runs": each '
        "paragraph is a page cut into passages, its best passage counts; the other columns compare it whole."
    )
    files = [args.data / f"eval/xquad-r/{x}.json" for x in XQUAD]
    keep("retrieval", embedder=ours.revision, data_sha256=digest_of(files), rows=rows, note=note)


if __name__ == "__main__":
    main()
