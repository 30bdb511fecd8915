"""Fits `evidence/rank/fusion.json` on development data: `python -m benchmarks.ranking.fit --data DIR`.

None of it is XQuAD, Tatoeba or NTREX: parts of sentences against runs of sentences in another
language (PUD and the half of TICO-19 that training leaves out), ARCD's test part, TyDiQA's English
part, and every second claim of Climate-FEVER and WiCE. The weights make the right candidate win a
softmax over all; then a logistic curve is fitted over the ten best of each query.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from benchmarks.ranking.score import SIGNALS, Matrix, signals_of, weighted
from benchmarks.ranking.sets import Task, climate_fever, part_to_whole, squad_like, wice
from evidence.embed import load_embedder
from evidence.rank.fuse import FILE, WITH_TOKENS

HALVES = ("ar", "fr", "es", "ru", "zh", "fa", "hi", "ur")
QUERIES = 40  # of each set, so that none outweighs the others


def every_second(task: Task, start: int) -> Task:
    """Half of the queries: even ones fit, odd ones measure."""
    return Task(task.name, task.query_language, task.language, task.queries[start::2],
                task.candidates, task.right[start::2])  # fmt: skip


def first(task: Task) -> Task:
    """The task with its first queries only."""
    return replace(task, queries=task.queries[:QUERIES], right=task.right[:QUERIES])


def development_tasks(data: Path) -> list[Task]:
    """The tasks that weights are fitted on."""
    tasks = [part_to_whole(data, x, to_english=True, limit=QUERIES) for x in HALVES]
    tasks += [part_to_whole(data, x, to_english=False, limit=QUERIES) for x in ("ar", "ru", "zh")]
    tasks += [
        first(squad_like(data / "qa/arcd/arcd-test.json", "ARCD test ar→ar", "ar")),
        first(squad_like(data / "qa/tydiqa/tydiqa.goldp.en.dev.json", "TyDiQA dev en→en", "en")),
        first(every_second(climate_fever(data), 0)),
    ]
    return tasks + [t for n, t in enumerate(wice(data)) if n % 2 == 0 and len(t.candidates) > 10]


Sample = tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], float]


def samples_of(task: Task, signals: dict[str, Matrix], share: float) -> list[Sample]:
    """For each query the signals of its 50 most likely and all right candidates, which are right, and its weight."""
    guess = weighted(signals, dict(WITH_TOKENS.weights) if "late" in signals else dict.fromkeys(SIGNALS[:4], 1))
    made = []
    for row, gold in enumerate(task.right[:QUERIES]):
        near = np.union1d(np.argsort(-guess[row], kind="stable")[:50], np.array(sorted(gold)))
        values = np.stack([signals[s][row][near] if s in signals else np.zeros(len(near)) for s in SIGNALS], axis=1)
        made.append((values.astype(np.float64), np.isin(near, sorted(gold)), share))
    return made


def fit_weights(samples: list[Sample]) -> npt.NDArray[np.float64]:
    """Weights, none below 0, under which a right candidate most likely wins."""

    def loss(w: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        total, gradient = 1e-4 * float(w @ w), 2e-4 * w
        for values, right, share in samples:
            scores = values @ w
            odds = np.exp(scores - scores.max())
            every, good = odds / odds.sum(), np.where(right, odds, 0.0)
            good = good / good.sum()
            total += share * float(np.log(odds.sum()) - np.log(odds[right].sum()))
            gradient = gradient + share * ((every - good) @ values)
        return total, gradient

    start = np.ones(len(SIGNALS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(SIGNALS))
    return np.asarray(found.x)


def fit_curve(samples: list[Sample], w: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Slope and middle of the logistic curve over the ten best of each query."""
    raw, hit, share = [], [], []
    for values, right, weight in samples:
        scores = values @ w
        best = np.argsort(-scores, kind="stable")[:10]
        raw.append(scores[best])
        hit.append(right[best])
        share.append(np.full(len(best), weight))
    x, y, s = np.concatenate(raw), np.concatenate(hit).astype(float), np.concatenate(share)

    def loss(p: npt.NDArray[np.float64]) -> float:
        odds = p[0] * (x - p[1])
        return float((s * (np.logaddexp(0, odds) - y * odds)).sum())

    found = minimize(loss, np.array([1.0, float(np.median(x))]), method="Nelder-Mead")
    return float(found.x[0]), float(found.x[1])


def fit(measured: list[tuple[Task, dict[str, Matrix]]], leave_out: set[str]) -> dict[str, object]:
    """The fitted fusion without the signals of `leave_out`, as fuse.py states it."""
    samples: list[Sample] = []
    small = sum(len(t.queries) == 1 for t, _ in measured)
    for task, signals in measured:
        size = small if len(task.queries) == 1 else min(QUERIES, len(task.queries))
        samples += samples_of(task, {k: v for k, v in signals.items() if k not in leave_out}, 1.0 / size)
    w = fit_weights(samples)
    scale = w[0] or w.max()
    slope, middle = fit_curve(samples, w / scale)
    weights = {s: round(float(x), 3) for s, x in zip(SIGNALS, w / scale, strict=True) if s not in leave_out}
    return {"weights": weights, "slope": round(slope, 3), "middle": round(middle, 3), "queries": len(samples)}


def main() -> None:
    """Fit and write the fusions for a model with token vectors, one without, and for words alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    args = parser.parse_args()
    embedder = load_embedder(args.embedder, download=False)
    measured = [(task, signals_of(task, embedder)) for task in development_tasks(args.data)]
    fitted = {
        "with_tokens": fit(measured, set()),
        "without_tokens": fit(measured, {"late"}),
        "words_only": fit(measured, {"late", "cosine"}),
    }
    text = json.dumps({"embedder_sha256": embedder.revision, **fitted}, indent=1)
    print(text)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
