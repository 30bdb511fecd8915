"""Fits the trees of each gate and writes them: `python -m training.stance.fit --work DIR --embedder FOLDER`.

Trees learn from the train part, the calibration line from the dev part; a claim is in one part only.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from evidence.embed import load_embedder
from evidence.slots.features import NAMES
from training.stance.gold import gold_readings
from training.stance.read import GATES

Floats = npt.NDArray[np.float64]
LEFT_OUT = (
    "same_language",
    "words_page",
    "words_claim",
    "question",
)  #: they tell the source apart, not right from wrong
MORE_IS_SURER = (
    "covered_here", "covered_nearby", "mean_here", "least_here", "relations_shared", "numbers_agree", "times_agree",
    "names_agree", "clause_mass",
)  # fmt: skip
MORE_IS_DOUBTFUL = (
    "low_mass_25", "low_mass_35", "low_mass_50", "largest_gap", "rivals_in_clause", "detached", "times_nearby",
    "names_nearby",
)  # fmt: skip
OWN_SHARE = 0.25  #: what our gold weighs in the calibration line, beside the 1 of the dev part
RIGHT = {
    "support": frozenset({"entailment"}),
    "refute": frozenset({"contradiction", "not_entailment"}),
    "denial": frozenset({"contradiction", "not_entailment"}),
}


def load_rows(folder: Path) -> tuple[Floats, npt.NDArray[np.int8], list[list[str]]]:
    """Every row read so far, its gate, and source, languages, label and part."""
    files = sorted(folder.glob("*.npz"))
    stored = [np.load(path) for path in files]
    if any(tuple(one["names"]) != NAMES for one in stored):
        raise SystemExit(f"{folder} was read with other numbers than today's: delete it and read again.")
    meta = [json.loads(str(row)) for one in stored for row in one["meta"]]
    return (
        np.concatenate([one["rows"] for one in stored]).astype(np.float64),
        np.concatenate([one["gates"] for one in stored]),
        meta,
    )


def flat(model: Any) -> dict[str, npt.NDArray[Any]]:
    """The trees as flat arrays."""
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
        "left": np.array(left, dtype=np.int32),
        "right": np.array(right, dtype=np.int32), "value": np.array(value), "roots": np.array(roots, dtype=np.int32),
    }  # fmt: skip


def fit_gate(
    rows: Floats,
    right: npt.NDArray[np.bool_],
    dev: npt.NDArray[np.bool_],
    own: tuple[Floats, npt.NDArray[np.bool_]],
    small: bool,
) -> tuple[dict[str, npt.NDArray[Any]], Floats, Floats]:
    """The trees and the calibration line of one gate, and the calibrated answers on the dev part and on our gold.

    The line is fitted on both, each weighing the same: sentence pairs are many, but pages are what is judged.
    """
    model = HistGradientBoostingClassifier(
        max_iter=60 if small else 140, max_leaf_nodes=6 if small else 12, learning_rate=0.08, l2_regularization=3.0,
        min_samples_leaf=15 if small else 30, random_state=0,
        monotonic_cst=[1 if n in MORE_IS_SURER else -1 if n in MORE_IS_DOUBTFUL else 0 for n in NAMES],
    )  # fmt: skip
    model.fit(rows[~dev], right[~dev])
    score = model.decision_function(rows[dev])
    own_score = model.decision_function(own[0]) if len(own[0]) else np.zeros(0)
    weight = np.concatenate(
        [np.ones(len(score)), np.full(len(own_score), len(score) / max(1, len(own_score)) * OWN_SHARE)]
    )
    line = LogisticRegression(C=1.0).fit(
        np.concatenate([score, own_score])[:, None], np.concatenate([right[dev], own[1]]), sample_weight=weight
    )
    slope, shift = float(line.coef_[0, 0]), float(line.intercept_[0])
    arrays = flat(model)
    arrays["line"] = np.array([float(np.ravel(model._baseline_prediction)[0]), slope, shift])  # noqa: SLF001
    return arrays, sigmoid(slope * score + shift), sigmoid(slope * own_score + shift)


def sigmoid(score: Floats) -> Floats:
    """A number as a probability."""
    made: Floats = 1.0 / (1.0 + np.exp(-score))
    return made


def share_of_denials(
    rows: Floats, inside: npt.NDArray[np.bool_], meta: list[list[str]], labels: frozenset[str]
) -> dict[str, npt.NDArray[Any]]:
    """One share for all denials: too few pass for trees. Small talk in two languages is left out: its
    negations are idioms, and no claim of an article reads like it.
    """

    def of(name: str) -> Floats:
        column: Floats = rows[:, NAMES.index(name)]
        return column

    anchored = of("numbers_agree") + of("times_agree") + of("names_agree") > 0
    kept = inside & (of("denied_claim") > 0) & (of("denied_here") == 0) & anchored
    chosen = [m for m, keep in zip(meta, kept, strict=True) if keep and not m[0].startswith("parallel")]
    right = sum(m[3] in labels for m in chosen)
    share = (right + 1) / (len(chosen) + 2)
    print(f"denial: {right} of {len(chosen)} right; every one is given {share:.3f}")
    none = np.zeros(0, dtype=np.int32)
    empty = dict.fromkeys(("feature", "left", "right", "roots"), none) | {
        name: np.zeros(0) for name in ("threshold", "value")
    }
    return {
        f"denial.{name}": array
        for name, array in {**empty, "line": np.array([np.log(share / (1 - share)), 1.0, 0.0])}.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    embedder = load_embedder(args.embedder)
    revision = embedder.revision
    gold = gold_readings(embedder)
    rows, gates, meta = load_rows(args.work / revision[:12])
    rows = rows.copy()
    rows[:, [NAMES.index(name) for name in LEFT_OUT]] = 0.0
    stored: dict[str, Any] = {}
    about: dict[str, Any] = {"embedder": revision, "numbers": list(NAMES), "gates": [], "left_out": list(LEFT_OUT)}
    for gate, right_labels in RIGHT.items():
        inside = gates == GATES.index(gate)
        if gate == "denial":
            stored.update(share_of_denials(rows, inside, meta, right_labels))
            about["gates"].append(gate)
            continue
        chosen = [m for m, keep in zip(meta, inside, strict=True) if keep]
        right = np.array([m[3] in right_labels for m in chosen])
        dev = np.array([m[4] == "dev" for m in chosen])
        if right[~dev].sum() < 30 or (~right[~dev]).sum() < 10:
            print(f"{gate}: only {int(right.sum())} right and {int((~right).sum())} wrong readings; left out")
            continue
        own = gold.get(gate, (np.zeros((0, len(NAMES))), np.zeros(0, dtype=bool)))
        own = (np.where(np.isin(np.arange(len(NAMES)), [NAMES.index(n) for n in LEFT_OUT]), 0.0, own[0]), own[1])
        arrays, sure, own_sure = fit_gate(rows[inside], right, dev, own, small=len(right) < 2000)
        stored.update({f"{gate}.{name}": array for name, array in arrays.items()})
        about["gates"].append(gate)
        print(f"{gate}: {len(right)} readings passed, {right.mean():.3f} right; dev {int(dev.sum())}")
        for edge in (0.5, 0.7, 0.8, 0.85, 0.9, 0.95):
            over = sure >= edge
            hits = int(right[dev][over].sum())
            print(
                f"  from {edge}: {hits} of {int(over.sum())} right; "
                f"{hits / max(1, int(right[dev].sum())):.3f} of all right ones; "
                f"gold {int(own[1][own_sure >= edge].sum())} of {int((own_sure >= edge).sum())}"
            )
    stored["about"] = np.array(json.dumps(about))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out, **stored)
    print(f"written: {args.out} ({args.out.stat().st_size / 1e6:.2f} MB)")


if __name__ == "__main__":
    main()
