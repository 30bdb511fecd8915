"""Tatoeba and NTREX: each sentence's translation among all. `python -m benchmarks.ranking.bitext --data DIR`."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.ranking.report import keep
from benchmarks.ranking.sets import NTREX, TATOEBA, bitext, digest_of
from evidence.embed import load_embedder


def accuracy(scores: np.ndarray) -> float:
    """The share of rows whose highest score is their own; a tie is a miss."""
    own = np.diag(scores)
    return round(100 * float(((scores >= own[:, None]).sum(axis=1) == 1).mean()), 1)


def main() -> None:
    """Measure every language and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    args = parser.parse_args()
    model = load_embedder(args.embedder, download=False)
    rows: list[dict[str, Any]] = []
    for language in sorted(TATOEBA):
        row: dict[str, Any] = {"language": language}
        for kind in ("tatoeba", "ntrex"):
            left, right = bitext(args.data, kind, language)
            scores = model.encode_queries(left) @ model.encode_passages(right).T
            row[f"{kind} xx→en / en→xx"] = f"{accuracy(scores)} / {accuracy(scores.T)}"
            row[f"{kind} pairs"] = len(left)
        rows.append(row)
    files = [p for f in ("tatoeba", "ntrex") for p in (args.data / "eval" / f).iterdir()]
    note = (
        "Accuracy in percent by plain cosine. Other sentences of the Tatoeba project are among the training "
        f"data, so NTREX ({len(NTREX)} languages, news) is the fairer of the two."
    )
    keep("bitext", embedder=model.revision, data_sha256=digest_of(files), rows=rows, note=note)


if __name__ == "__main__":
    main()
