"""XQuAD-R: questions against paragraphs, over languages. `python -m benchmarks.ranking.retrieval --data DIR`."""

import argparse
from pathlib import Path
from typing import Any

from benchmarks.ranking.report import each_row, keep
from benchmarks.ranking.score import Figures, cut_scores, figures, signals_of
from benchmarks.ranking.sets import XQUAD, digest_of, xquad
from evidence.embed import Embedder, load_embedder
from training.embedder.teacher import teacher_folder


def show(found: Figures) -> str:
    """R@1 / R@5 / R@10 / MRR."""
    return f"{found.r1} / {found.r5} / {found.r10} / {found.mrr}"


PAIRS = [
    "ar-en", "en-ar", "ar-ar", "en-en", "es-en", "de-en", "zh-en", "ru-en", "tr-en", "hi-en",
    "ar-es", "ar-ru", "ar-zh", "ar-tr",
]  # fmt: skip


def row_of(data: Path, pair: str, ours: Embedder) -> dict[str, Any]:
    """The figures of one direction."""
    task = xquad(data, *pair.split("-"))
    signals = signals_of(task, ours)
    cells = {
        name: show(figures(signals[name], task.right)) for name in ("bm25", "cosine", "late", "translated", "fused")
    }
    by_teacher = ""
    if pair == "en-en":
        teacher = load_embedder(str(teacher_folder()), download=False)
        cosines = teacher.encode_queries(task.queries) @ teacher.encode_passages(task.candidates).T
        by_teacher = show(figures(cosines, task.right))
    return {
        "direction": pair.replace("-", "→"), "BM25": cells["bm25"], "teacher cosine": by_teacher,
        "cosine": cells["cosine"], "MaxSim": cells["late"], "by meanings": cells["translated"],
        "ranker, whole paragraphs": cells["fused"],
        "ranker, as it runs": show(figures(cut_scores(task, ours), task.right)),
    }  # fmt: skip


def main() -> None:
    """Measure every direction and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    parser.add_argument("--pairs", nargs="*", choices=PAIRS, help="print only these; no table is kept")
    args = parser.parse_args()
    ours = load_embedder(args.embedder, download=False)
    data_sha256 = digest_of([args.data / f"eval/xquad-r/{x}.json" for x in XQUAD])
    rows = each_row(
        "retrieval",
        args.pairs or PAIRS,
        lambda pair: row_of(args.data, pair, ours),
        basis=f"{ours.revision} {data_sha256}",
    )
    if args.pairs:
        return
    note = (
        'R@1 / R@5 / R@10 / MRR in percent; 1,190 questions against 240 paragraphs. "As it runs": each '
        "paragraph is a page cut into passages, its best passage counts; the other columns compare it whole."
    )
    keep("retrieval", embedder=ours.revision, data_sha256=data_sha256, rows=rows, note=note)


if __name__ == "__main__":
    main()
