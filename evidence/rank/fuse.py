"""From several signals to one number between 0 and 1."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from evidence.embed import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Fusion:
    """A weight for each signal, and the logistic curve that makes a probability of their sum."""

    weights: tuple[tuple[str, float], ...]
    slope: float
    middle: float

    def raw(self, signals: Mapping[str, Floats]) -> Floats:
        """The weighted sum; a signal that is missing counts as 0."""
        total = np.zeros(len(next(iter(signals.values()))), dtype=np.float64)
        for name, weight in self.weights:
            if name in signals:
                total += weight * signals[name].astype(np.float64)
        return total.astype(np.float32)

    def relevance(self, raw: Floats) -> Floats:
        """How likely a passage with this sum bears on the claim."""
        odds = self.slope * (raw.astype(np.float64) - self.middle)
        return (1.0 / (1.0 + np.exp(-np.clip(odds, -50, 50)))).astype(np.float32)


# Fitted by benchmarks.ranking.fit on development data; see benchmarks/ranking/README.md.
WITH_TOKENS = Fusion(
    weights=(
        ("cosine", 1.0),
        ("late", 3.0),
        ("bm25", 0.076),
        ("translated", 1.0),
        ("names", 0.325),
        ("numbers", 0.144),
        ("times", 0.257),
    ),
    slope=2.538,
    middle=2.222,
)
WITHOUT_TOKENS = Fusion(
    weights=(("cosine", 1.0), ("bm25", 0.904), ("names", 0.268), ("numbers", 0.158), ("times", 0.216)),
    slope=4.694,
    middle=0.941,
)
# Its curve is set by hand: word search alone says too little across languages to fit one.
WORDS_ONLY = Fusion(
    weights=(("bm25", 1.0), ("names", 0.327), ("numbers", 0.132), ("times", 0.182)), slope=6.0, middle=0.45
)
