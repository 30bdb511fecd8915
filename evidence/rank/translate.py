"""What the terms of a text mean in English, so that word search reaches across languages.

The meanings were learnt from parallel text (`training/embedder/lexicon.py`); a term that has none
there stands for itself, as names in Latin letters and numbers do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from claims.languages import base_tag
from evidence.errors import ModelMissing

SHIPPED = Path(__file__).parents[1] / "models" / "lexicon"
Meanings = Mapping[str, float]


@lru_cache(maxsize=32)
def lexicon(language: str) -> Mapping[str, Meanings]:
    """The English terms that each term of a language may mean, with their shares; empty where none were learnt."""
    path = SHIPPED / f"{language}.npz"
    if not path.is_file():
        return {}
    try:
        with np.load(path, allow_pickle=False) as kept:
            names, english = (bytes(kept[k]).decode().split("\n") for k in ("terms", "english"))
            places, shares = kept["places"].tolist(), (kept["shares"].astype(np.float32) / 255).tolist()
            ends = np.cumsum(kept["lengths"], dtype=np.int64).tolist()
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise ModelMissing(f"The lexicon {path} cannot be read ({error}). Install the program again.") from error
    found: dict[str, Meanings] = {}
    start = 0
    for name, end in zip(names, ends, strict=True):
        found[name] = {english[p]: s for p, s in zip(places[start:end], shares[start:end], strict=True)}
        start = end
    return found


def each_meant(terms: Iterable[str], language: str) -> list[Meanings]:
    """The terms of a query, each as the English terms that it may mean."""
    known = lexicon(base_tag(language))
    return [known.get(term) or {term: 1.0} for term in sorted(set(terms))]


def in_pivot(bag: Mapping[str, float], language: str) -> Mapping[str, float]:
    """A bag of terms as a bag of what they may mean."""
    known = lexicon(base_tag(language))
    meant: dict[str, float] = defaultdict(float)
    for term, times in bag.items():
        for english, share in (known.get(term) or {term: 1.0}).items():
            meant[english] += times * share
    return meant
