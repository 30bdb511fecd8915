"""Fits the judge's two models and writes them: `python -m training.stance.fit --work DIR --out FILE`.

Boosted trees and a logistic regression, averaged: trees see what goes together, the line keeps them from leaning on a
few rows. The calibration is fitted on answers out of fold: no claim, topic or passage is in two folds. Prints how
often answers from each share on were right.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from claims.digests import digest
from evidence.encoder import load_encoder
from evidence.judges.look import NUMBERS
from evidence.slots.decide import Gate, ways_open
from evidence.static_tokens import shipped_tokens

Floats = npt.NDArray[np.float64]
FOLDS = 5
EDGES = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)  #: thresholds that figures are printed for
#: They tell the source of a pair apart, not right from wrong.
LEFT_OUT = ("words_page", "words_claim", "question", "same_language")
SURER = {
    "support": ("covered_here", "covered_nearby", "mean_here", "least_here", "whole_supports", "own_supports",
                "best_supports", "both_supports", "gate_support", "numbers_agree", "times_agree", "names_agree",
                "relations_shared", "rest_here", "plain_here", "plain_nearby", "rest_plain", "least_nearby",
                "told_here", "told_nearby", "alike"),
    "refute": ("covered_nearby", "covered_here", "whole_refutes", "own_refutes", "best_refutes", "both_refutes",
               "gate_refute", "gate_denial", "differ_functional", "numbers_differ", "times_differ",
               "names_differ", "opposed", "plain_nearby", "rest_plain"),
}  # fmt: skip
LESS_SURE = {
    "support": ("whole_refutes", "own_refutes", "best_refutes", "both_refutes", "numbers_differ",
                "numbers_missing", "times_missing", "times_differ", "names_missing", "names_differ", "names_nearby",
                "times_nearby", "low_mass_25", "low_mass_35", "low_mass_50", "largest_gap", "stray_digits",
                "rivals_in_clause", "detached", "subject_rival", "opposed", "denied_apart", "change", "numbers_other",
                "denied_inside", "unsaid"),
    "refute": ("whole_supports", "own_supports", "best_supports", "both_supports", "low_mass_25", "low_mass_35",
               "largest_gap", "gate_support", "numbers_missing", "times_missing", "names_missing", "names_nearby",
               "subject_rival"),
}  # fmt: skip
#: What each kind weighs. Pairs made from other sets taught the encoder; how to weigh it is learnt from prose like news.
WEIGHTS = {"gold": 0.50, "sibling": 0.15, "written": 0.15, "page": 0.20}
RIGHT = {"support": "s", "refute": "r"}


def fold_file(work: Path, encoder: str, number: int) -> Path:
    """The weights that were fitted without one fold."""
    return work / f"fold-{encoder[:12]}-{number}.npz"


def load_rows(folder: Path) -> tuple[Floats, list[list[str]]]:
    """Every row, and group, case, languages, label and kind of each."""
    stored = [np.load(path) for path in sorted(folder.glob("*.npz"))]
    if not stored or any(tuple(one["numbers"]) != NUMBERS for one in stored):
        raise SystemExit(f"{folder} holds no rows of today's numbers: delete it and run training.stance.looks again.")
    rows = np.concatenate([one["rows"] for one in stored]).astype(np.float64)
    rows[:, [NUMBERS.index(name) for name in LEFT_OUT]] = 0.0
    return rows, [json.loads(str(row)) for one in stored for row in one["meta"]]


@dataclass(frozen=True, slots=True)
class Both:
    """The two models, fitted."""

    trees: HistGradientBoostingClassifier
    weights: Floats
    constant: float

    def score(self, rows: Floats) -> Floats:
        """The mean of their log-odds."""
        made: Floats = (self.trees.decision_function(rows) + rows @ self.weights + self.constant) / 2
        return made


def fitted(way: str, rows: Floats, right: npt.NDArray[np.bool_], weight: Floats) -> Both:
    """Small trees that cannot turn more evidence into less belief, and a line."""
    signs = [1 if n in SURER[way] else -1 if n in LESS_SURE[way] else 0 for n in NUMBERS]
    trees = HistGradientBoostingClassifier(
        max_iter=150, max_leaf_nodes=8, learning_rate=0.06, l2_regularization=10.0, min_samples_leaf=15, random_state=0,
        monotonic_cst=signs,
    )  # fmt: skip
    trees.fit(rows, right, sample_weight=weight)
    scaler = StandardScaler().fit(rows)
    line = LogisticRegression(C=0.2, max_iter=400).fit(scaler.transform(rows), right, sample_weight=weight)
    weights = line.coef_[0] / scaler.scale_
    return Both(trees, weights, float(line.intercept_[0] - scaler.mean_ @ weights))


def flat(model: Any) -> dict[str, npt.NDArray[Any]]:
    """The trees as flat arrays; a leaf is its own child."""
    feature, threshold, left, right, value, roots = [], [], [], [], [], []
    for (tree,) in model._predictors:  # noqa: SLF001 - scikit-learn has no public way to its trees
        nodes, first = tree.nodes, len(feature)
        roots.append(first)
        for at, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            feature.append(-1 if leaf else int(node["feature_idx"]))
            threshold.append(0.0 if leaf else float(node["num_threshold"]))
            left.append(first + (at if leaf else int(node["left"])))
            right.append(first + (at if leaf else int(node["right"])))
            value.append(float(node["value"]) if leaf else 0.0)
    return {
        "feature": np.array(feature, dtype=np.int32), "threshold": np.array(threshold),
        "left": np.array(left, dtype=np.int32), "right": np.array(right, dtype=np.int32),
        "value": np.array(value), "roots": np.array(roots, dtype=np.int32),
    }  # fmt: skip


def weights_of(kinds: list[str]) -> Floats:
    """Each kind weighs as much as WEIGHTS says; within it, right and wrong as they come."""
    counts: dict[str, int] = defaultdict(int)
    for kind in kinds:
        counts[kind] += 1
    return np.array([WEIGHTS[kind] / counts[kind] for kind in kinds]) * len(kinds)


def fold_of(group: str) -> int:
    """The fold of a topic, a subject or a passage."""
    return int(digest(group)[:8], 16) % FOLDS


def out_of_fold(
    way: str, rows: Floats, right: npt.NDArray[np.bool_], weight: Floats, fold: npt.NDArray[np.int64]
) -> tuple[Floats, list[Both]]:
    """The models' raw answers for rows that they did not see, and for each fold the models that did not see it."""
    made, models = np.zeros(len(rows)), []
    for number in range(FOLDS):
        inside = fold == number
        models.append(fitted(way, rows[~inside], right[~inside], weight[~inside]))
        made[inside] = models[-1].score(rows[inside])
    return made, models


def packed(way: str, model: Both, slope: float, shift: float) -> dict[str, npt.NDArray[Any]]:
    """The arrays of one way as the judge reads them."""
    base = float(np.ravel(model.trees._baseline_prediction)[0])  # noqa: SLF001
    arrays = flat(model.trees) | {
        "weights": model.weights,
        "line": np.array([base, model.constant, slope, shift]),
    }
    return {f"{way}.{name}": array for name, array in arrays.items()}


def tell(way: str, sure: Floats, right: npt.NDArray[np.bool_], kinds: list[str]) -> None:
    """How often answers from each share on were right."""
    for kind in dict.fromkeys(sorted(kinds)):
        inside = np.array([one == kind for one in kinds])
        parts = []
        for edge in (0.5, 0.7, 0.8, 0.9, 0.95):
            over = inside & (sure >= edge)
            parts.append(f"{edge}: {int(right[over].sum())}/{int(over.sum())}")
        print(f"  {way} {kind} ({int(right[inside].sum())} of {int(inside.sum())}): " + "  ".join(parts))


def ways_of(row: dict[str, float]) -> tuple[bool, bool]:
    """Whether the judge lets a row support, and refute."""
    if row["numbers_missing"] > row["ranks_missing"]:
        return False, False
    gates = (gate for gate in Gate if gate is not Gate.NONE and row[f"gate_{gate}"])
    return ways_open(next(gates, Gate.NONE), row.__getitem__)


def tell_cases(rows: Floats, sure: dict[str, Floats], meta: list[list[str]]) -> None:
    """Gold by the claim: the surest passage decides, of those whose slots do not speak against its way."""
    best: dict[str, list[float]] = {}
    gold: dict[str, str] = {}
    for at, (_, case, _, _, label, kind) in enumerate(meta):
        if kind != "gold":
            continue
        one = best.setdefault(case, [0.0, 0.0])
        ways = ways_of(dict(zip(NUMBERS, rows[at], strict=True)))
        for side, (way, is_open) in enumerate(zip(RIGHT, ways, strict=True)):
            if is_open:
                one[side] = max(one[side], sure[way][at])
        if gold.get(case, "n") == "n":
            gold[case] = label
    decidable = sum(label != "n" for label in gold.values())
    for edge in EDGES:
        said = {
            case: ("s" if s >= r else "r") for case, (s, r) in best.items() if max(s, r) >= edge and min(s, r) < 0.5
        }
        hits = sum(gold[case] == label for case, label in said.items())
        refuted = [case for case, label in said.items() if label == "r"]
        print(
            f"  claims from {edge}: {hits} of {len(said)} right ({hits / max(1, len(said)):.3f}), "
            f"{hits / decidable:.3f} of the decidable; "
            f"refutations {sum(gold[case] == 'r' for case in refuted)} of {len(refuted)}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder, (_, revision) = load_encoder(), shipped_tokens()
    rows, meta = load_rows(args.work / f"looks-{encoder.digest[:12]}")
    kinds = [one[5] for one in meta]
    fold = np.array([fold_of(one[0]) for one in meta])
    about = {"embedder": revision, "encoder": encoder.digest, "numbers": list(NUMBERS), "left_out": list(LEFT_OUT)}
    stored: dict[str, Any] = {"about": np.array(json.dumps(about))}
    unseen: list[dict[str, Any]] = [dict(stored) for _ in range(FOLDS)]
    sure: dict[str, Floats] = {}
    weight = weights_of(kinds)
    for way, label in RIGHT.items():
        right = np.array([one[4] == label for one in meta])
        raw, models = out_of_fold(way, rows, right, weight, fold)
        line = LogisticRegression(C=1.0).fit(raw[:, None], right, sample_weight=weight)
        slope, shift = float(line.coef_[0, 0]), float(line.intercept_[0])
        sure[way] = 1 / (1 + np.exp(-(slope * raw + shift)))
        tell(way, sure[way], right, kinds)
        stored |= packed(way, fitted(way, rows, right, weight), slope, shift)
        for number, model in enumerate(models):
            unseen[number] |= packed(way, model, slope, shift)
    tell_cases(rows, sure, meta)
    for number, arrays in enumerate(unseen):
        np.savez_compressed(fold_file(args.work, encoder.digest, number), **arrays)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out, **stored)
    print(f"written: {args.out} ({args.out.stat().st_size / 1e6:.2f} MB)")


if __name__ == "__main__":
    main()
