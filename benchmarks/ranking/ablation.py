"""What each signal adds, by direction. `python -m benchmarks.ranking.ablation --data DIR`."""

import argparse
from pathlib import Path
from typing import Any

from benchmarks.ranking.fit import every_second
from benchmarks.ranking.report import each_row, keep
from benchmarks.ranking.score import figures, signals_of, weighted
from benchmarks.ranking.sets import XQUAD, climate_fever, digest_of, xquad
from evidence.embed import Embedder, load_embedder
from evidence.rank.fuse import WITH_TOKENS

STEPS = (
    ("cosine", ("cosine",)),
    ("+ late", ("cosine", "late")),
    ("+ BM25", ("cosine", "late", "bm25")),
    ("+ meanings", ("cosine", "late", "bm25", "translated")),
    ("+ names", ("cosine", "late", "bm25", "translated", "names")),
    ("+ numbers and dates", ("cosine", "late", "bm25", "translated", "names", "numbers", "times")),
)
WITHOUT = (
    ("all but cosine", {"cosine"}), ("all but late", {"late"}), ("all but BM25", {"bm25"}),
    ("all but meanings", {"translated"}),
    ("all but names", {"names"}), ("all but numbers", {"numbers", "times"}),
)  # fmt: skip


XQUAD_PAIRS = ("ar-en", "en-ar", "ar-ar", "en-en", "es-en", "de-en", "zh-en", "ru-en", "tr-en", "hi-en")
CLIMATE = "climate-fever"


def row_of(data: Path, label: str, model: Embedder) -> dict[str, Any]:
    """The figures of one task, signal by signal."""
    task = every_second(climate_fever(data), 1) if label == CLIMATE else xquad(data, *label.split("-"))
    weights = dict(WITH_TOKENS.weights)
    signals = signals_of(task, model)
    row: dict[str, Any] = {"task": task.name}
    for name, used in STEPS:
        row[name] = figures(weighted(signals, {s: weights[s] for s in used}), task.right).mrr
    for name, left_out in WITHOUT:
        kept = {s: w for s, w in weights.items() if s not in left_out}
        row[name] = figures(weighted(signals, kept), task.right).mrr
    return row


def main() -> None:
    """Measure every direction and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    args = parser.parse_args()
    model = load_embedder(args.embedder, download=False)
    data_sha256 = digest_of([args.data / f"eval/xquad-r/{x}.json" for x in XQUAD])
    rows = each_row(
        "ablation",
        (*XQUAD_PAIRS, CLIMATE),
        lambda label: row_of(args.data, label, model),
        basis=f"{model.revision} {data_sha256}",
    )
    note = (
        "MRR in percent over whole paragraphs, with the weights of the whole ranker; nothing is fitted again "
        "when a signal is left out."
    )
    keep("ablation", embedder=model.revision, data_sha256=data_sha256, rows=rows, note=note)


if __name__ == "__main__":
    main()
