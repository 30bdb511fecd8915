"""What the terms of a text mean in English, so that word search reaches across languages.

The meanings were learnt from parallel text (`training/embedder/lexicon.py`). A term that has none
there stands for itself, as names in Latin letters and numbers do; one of another script for its
sound, by which a name is found in Latin letters.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from claims.languages import base_tag
from evidence.errors import ModelMissing
from evidence.rank.segment import cut
from evidence.rank.sounds import capital_keys, sound
from evidence.rank.words import LATIN, as_english, cut_terms

SHIPPED = Path(__file__).parents[1] / "models" / "lexicon"
SOUND = "~"  # no term begins so
STEPS = 12  # a cost is kept in twelfths, so that one byte holds it
Meanings = Mapping[str, float]
Ints = npt.NDArray[np.integer]
Bytes = npt.NDArray[np.uint8]


class Learnt(Mapping[str, Meanings]):
    """The meanings of each term, kept as arrays: as dictionaries ten languages would take half a gigabyte."""

    def __init__(
        self, terms: Sequence[str], english: Sequence[str], lengths: Ints, places: Ints, shares: Bytes
    ) -> None:
        self._rows = {term: at for at, term in enumerate(terms)}
        self._english, self._places, self._shares = english, places, shares
        self._ends = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])

    def __getitem__(self, term: str) -> Meanings:
        at = self._rows[term]
        inside = slice(self._ends[at], self._ends[at + 1])
        return {
            self._english[place]: share / 255
            for place, share in zip(self._places[inside].tolist(), self._shares[inside].tolist(), strict=True)
        }

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The English terms that each term of a language may mean, with their shares."""

    meanings: Mapping[str, Meanings]
    costs: Mapping[str, float]  #: how rare each word is, for a script without spaces; else empty


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon:
    """What was learnt of a language; empty where nothing was."""
    path = SHIPPED / f"{language}.npz"
    if not path.is_file():
        return Lexicon({}, {})
    try:
        with np.load(path, allow_pickle=False) as kept:
            names, english = (bytes(kept[k]).decode().split("\n") for k in ("terms", "english"))
            learnt = Learnt(names, english, kept["lengths"], kept["places"], kept["shares"])
            costs = (kept["costs"] / STEPS).tolist() if "costs" in kept else []
    except (OSError, ValueError, KeyError, BadZipFile, EOFError) as error:
        raise ModelMissing(f"The lexicon {path} cannot be read ({error}). Install the program again.") from error
    return Lexicon(learnt, dict(zip(names, costs, strict=True)) if costs else {})


def looked_up(text: str, words: Sequence[str], language: str) -> Sequence[str]:
    """The terms whose meanings count: `words`, the text's own terms, save where the lexicon cuts better."""
    costs = lexicon(base_tag(language)).costs
    return cut_terms(text, language, lambda run: cut(run, costs)) if costs else words


@lru_cache(maxsize=10_000)  # the words of a page come again and again; all of ten languages would fill the memory
def _meanings(term: str, language: str) -> Meanings:
    learnt = lexicon(language).meanings
    if not learnt and (language == "en" or term[:1] > LATIN):
        return {term: 1.0}
    if known := learnt.get(term):
        return known
    key = sound(term) if term[:1].isalpha() and term[0] > LATIN else ""
    return {SOUND + key if key else as_english(term): 1.0}


def each_meant(text: str, words: Sequence[str], language: str) -> list[Meanings]:
    """The terms of a query, each as the English terms that it may mean."""
    language = base_tag(language)
    return [_meanings(term, language) for term in sorted(set(looked_up(text, words, language)))]


def in_pivot(text: str, words: Sequence[str], language: str) -> Mapping[str, float]:
    """The terms of a passage as a bag of what they may mean."""
    language = base_tag(language)
    meant: dict[str, float] = defaultdict(float)
    for key in capital_keys(text):
        meant[SOUND + key] += 1.0
    for term in looked_up(text, words, language):
        for english, share in _meanings(term, language).items():
            meant[english] += share
    return meant
