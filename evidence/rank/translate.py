"""What the terms of a text mean in English, so that word search reaches across languages.

The meanings were learnt from parallel text (`training/embedder/lexicon.py`); a term that has none
there stands for itself, as names in Latin letters and numbers do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.languages import base_tag

SHIPPED = Path(__file__).parents[1] / "models" / "lexicon"
PIVOT = "en"  # the language that all parallel text has on its other side

Meanings = Mapping[str, float]


@lru_cache(maxsize=32)
def lexicon(language: str) -> Mapping[str, Meanings]:
    """The meanings of the terms of one language, each with its share; empty where none were learnt."""
    path = SHIPPED / f"{language}.npz"
    if not path.is_file():
        return {}
    with np.load(path, allow_pickle=False) as kept:
        names, english = (bytes(kept[k]).decode().split("\n") for k in ("terms", "english"))
        places, shares = kept["places"].tolist(), (kept["shares"].astype(np.float32) / 255).tolist()
        ends = np.cumsum(kept["lengths"], dtype=np.int64).tolist()
    found: dict[str, Meanings] = {}
    start = 0
    for name, end in zip(names, ends, strict=True):
        found[name] = {english[p]: s for p, s in zip(places[start:end], shares[start:end], strict=True)}
        start = end
    return found


def meanings(term: str, language: str) -> Meanings:
    """The English terms that one term may mean, each with its share."""
    known = lexicon(base_tag(language)).get(term)
    return known if known is not None else {term: 1.0}


def each_meant(terms: Iterable[str], language: str) -> list[Meanings]:
    """The terms of a query, each as what it may mean."""
    return [meanings(term, language) for term in sorted(set(terms))]


def in_pivot(bag: Mapping[str, float], language: str) -> Mapping[str, float]:
    """A bag of terms as a bag of what they may mean."""
    if base_tag(language) == PIVOT:
        return bag
    meant: dict[str, float] = defaultdict(float)
    for term, times in bag.items():
        for english, share in meanings(term, language).items():
            meant[english] += times * share
    return meant
