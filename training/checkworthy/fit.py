"""Fit the model that sorts English statements by whether they are worth checking; say how it does on what it never saw.

    python -m training.checkworthy.fit --data FOLDER --out claims/models/worth-en.npz

FOLDER holds claimbuster/kfold_25ncs.csv (CC BY 4.0). A fifth of the sentences, chosen by a digest of their text, is
never trained on; the strength of the penalty is chosen by cross-validation inside the rest. The weights are
written only where the held-out F1 is above that of the rules.
"""

import argparse
import csv
import hashlib
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

from benchmarks.claims.checkworthy import average_precision, f1, worth, worthy
from claims.worth_model import BUCKETS, TOLD, places_of


def held_out(text: str) -> bool:
    """One sentence in five, the same on every machine."""
    return hashlib.sha256(" ".join(text.lower().split()).encode()).digest()[0] < 51


def matrix(texts: list[str]) -> csr_matrix:
    """One row a text."""
    rows = [places_of(text) for text in texts]
    starts = np.cumsum([0, *(len(places) for places, _ in rows)])
    return csr_matrix(
        (np.concatenate([values for _, values in rows]), np.concatenate([places for places, _ in rows]), starts),
        shape=(len(texts), BUCKETS + TOLD),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    with (given.data / "claimbuster" / "kfold_25ncs.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["label"] == "1") for row in csv.DictReader(file)]
    train, test = [row for row in rows if not held_out(row[0])], [row for row in rows if held_out(row[0])]
    inside, labels = matrix([text for text, _ in train]), np.array([label for _, label in train])
    best = max(
        (1.0, 3.0, 10.0, 30.0),
        key=lambda c: cross_val_score(LogisticRegression(C=c, max_iter=400), inside, labels, cv=4, scoring="f1").mean(),
    )
    model = LogisticRegression(C=best, max_iter=400).fit(inside, labels)
    weights, bias = model.coef_[0].astype(np.float16), np.float32(model.intercept_[0])
    scores = 1 / (1 + np.exp(-(matrix([text for text, _ in test]) @ weights.astype(np.float32) + bias)))
    learnt = f1([(gold, bool(score >= 0.5)) for (_, gold), score in zip(test, scores, strict=True)], True)
    ruled = f1([(gold, worthy(text, "en")) for text, gold in test], True)
    order = average_precision([(float(score), gold) for (_, gold), score in zip(test, scores, strict=True)])
    order_ruled = average_precision([(worth(text, "en"), gold) for text, gold in test])
    print(f"C {best}; trained on {len(train)}, held out {len(test)} ({sum(g for _, g in test)} positive)")
    print(f"F1 {learnt:.3f} against {ruled:.3f} by rules; average precision {order:.3f} against {order_ruled:.3f}")
    if learnt <= ruled:
        raise SystemExit("The rules are better on what was held out: nothing is written.")
    np.savez_compressed(given.out, weights=weights, bias=bias)


if __name__ == "__main__":
    main()
