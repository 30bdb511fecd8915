"""From several signals to one number between 0 and 1."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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


def _fitted(name: str) -> Fusion:
    """One fusion of the file that benchmarks.ranking.fit writes; see benchmarks/ranking/README.md."""
    fitted = _FILED[name]
    return Fusion(weights=tuple(fitted["weights"].items()), slope=fitted["slope"], middle=fitted["middle"])


FILE = Path(__file__).with_name("fusion.json")
_FILED = json.loads(FILE.read_text(encoding="utf-8"))
WITH_TOKENS, WITHOUT_TOKENS, WORDS_ONLY = (_fitted(n) for n in ("with_tokens", "without_tokens", "words_only"))
