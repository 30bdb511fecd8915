"""A statement -> how likely somebody would want it checked, by a small trained model, where a language has one.

The category and its reason come from rules (`checkworthy.py`); this number only sorts. Trained on ClaimBuster
(CC BY 4.0); see training/README.md.
"""

import itertools
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import regex

from claims.folding import folded

_MODELS = Path(__file__).parent / "models"
_WORD = regex.compile(r"[\p{L}\p{M}'’]+|\p{N}+|[?!%$£€]")
BUCKETS = 1 << 14  #: places of the hashed words and pairs of words
TOLD = 6  #: places behind them for numbers, money, length and names


def _place(word: str) -> int:
    """FNV-1a: the same on every machine."""
    value = 0x811C9DC5
    for byte in word.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> 16) % BUCKETS


def places_of(text: str) -> tuple[list[int], list[float]]:
    """Where a text's words, pairs, numbers, money, length and names stand, and with what weight."""
    words = ["#" if word[:1].isdigit() else word for word in _WORD.findall(folded(text))]
    grams = {_place(word) for word in words} | {_place(" ".join(pair)) for pair in itertools.pairwise(words)}
    even = 1.0 / max(1.0, len(grams) ** 0.5)
    numbers = sum(word[:1].isdigit() for word in text.split())
    told = (
        float(numbers > 0), min(numbers, 4) / 4, float(any(mark in text for mark in "%$£€")), min(len(words), 40) / 40,
        float(len(words) < 6), float(any(word[:1].isupper() for word in text.split()[1:])),
    )  # fmt: skip
    return [*sorted(grams), *range(BUCKETS, BUCKETS + TOLD)], [even] * len(grams) + list(told)


@cache
def _weights(language: str) -> tuple[np.ndarray, float] | None:
    path = _MODELS / f"worth-{language}.npz"
    if not path.exists():
        return None
    with np.load(path, allow_pickle=False) as stored:
        return stored["weights"].astype(np.float32), float(stored["bias"])


@lru_cache(maxsize=1024)
def learnt_worth(text: str, language: str) -> float | None:
    """0 to 1; None where the language has no model.

    >>> learnt_worth("We lost 700,000 jobs last year.", "en") > learnt_worth("Let me tell you.", "en")
    True
    """
    found = _weights(language)
    if found is None:
        return None
    weights, bias = found
    places, values = places_of(text)
    total = bias + float(weights[places] @ np.array(values, np.float32))
    return float(round(1.0 / (1.0 + np.exp(-total)), 3))
