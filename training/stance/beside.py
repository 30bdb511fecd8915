"""How likely the surest passage of a claim is right beside the others: `python -m training.stance.beside --work DIR`.

Reads the trees that `fit` wrote, whole and without each fold, judges the development claims by trees that did not see
their topic, and adds the regression to the same files. Prints how many of the surest claims were right, out of fold.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from benchmarks.verdicts.cases import Case
from evidence.calibration import FILE, Surety, load_surety
from evidence.encoder import load_encoder
from evidence.judges.beside import BESIDE, Floats, numbers_beside, surest
from evidence.judges.default import DefaultJudge, Seen, weighed
from evidence.records import RankedPassage, StanceLabel
from evidence.slots.words import Lens
from evidence.static_tokens import shipped_tokens
from training.stance.fit import FOLDS, fold_file, fold_of
from training.stance.measure import ranked_cases

STRENGTH = 0.03  #: of the regression's weights; with more it leans on chance
SURE_FIRST = (100, 150, 200, 250, 300, 400, 500)  #: so many of the surest claims are counted

Looked = tuple[Case, list[RankedPassage], list[Seen]]


def looked(keep: int, trees: Surety) -> Iterable[Looked]:
    """Every development claim with its passages, looked at; which trees are given makes no difference."""
    tokens, revision = shipped_tokens()
    judge = DefaultJudge(Lens(tokens), trees, load_encoder(), embedder=revision)
    for case, ranked in ranked_cases(keep):
        yield case, ranked, judge.see(case.claim, ranked)


def rows_of(claims: Iterable[Looked], trees: Sequence[Surety]) -> tuple[Floats, Any, Any]:
    """BESIDE of each claim of which a passage points one way, whether that way is right, and its fold."""
    rows, right, folds = [], [], []
    for case, ranked, seen in claims:
        fold = fold_of(case.topic)
        said = weighed(seen, trees[fold], ranked)
        best = surest(said)
        if best is not None:
            rows.append(numbers_beside(best, said))
            right.append(str(case.label) == ("supported" if best.label is StanceLabel.SUPPORTS else "refuted"))
            folds.append(fold)
    return np.array(rows), np.array(right), np.array(folds)


def line_of(rows: Floats, right: Any) -> tuple[Floats, float]:
    """Weights over the numbers as they are, and the constant."""
    scaler = StandardScaler().fit(rows)
    line = LogisticRegression(C=STRENGTH, max_iter=1000).fit(scaler.transform(rows), right)
    weights = line.coef_[0] / scaler.scale_
    return weights, float(line.intercept_[0] - scaler.mean_ @ weights)


def add_to(path: Path, weights: Floats, constant: float) -> None:
    """Writes the regression into a file of trees."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    np.savez_compressed(path, **arrays | {"beside.weights": weights, "beside.constant": np.array(constant)})


def fit(claims: Iterable[Looked], work: Path, out: Path) -> None:
    """Fits, writes and tells."""
    encoder = load_encoder().digest
    files = [fold_file(work, encoder, number) for number in range(FOLDS)]
    rows, right, folds = rows_of(claims, [load_surety(path) for path in files])
    chances = np.zeros(len(right))
    for number, path in enumerate(files):
        weights, constant = line_of(rows[folds != number], right[folds != number])
        mine = folds == number
        chances[mine] = 1 / (1 + np.exp(-(rows[mine] @ weights + constant)))
        add_to(path, weights, constant)
    weights, constant = line_of(rows, right)
    add_to(out, weights, constant)
    for name, weight in zip(BESIDE, weights * rows.std(0), strict=True):
        print(f"  {name}: {weight:+.2f}")
    for name, order in (("by itself", np.argsort(-rows[:, BESIDE.index("sure")])), ("beside", np.argsort(-chances))):
        hits = np.cumsum(right[order])
        print(f"{name}:", ", ".join(f"{hits[n - 1]} of {n}" for n in SURE_FIRST if n <= len(hits)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--keep", type=int, default=8)
    args = parser.parse_args()
    fit(looked(args.keep, load_surety(args.out)), args.work, args.out)


if __name__ == "__main__":
    main()
