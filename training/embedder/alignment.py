"""Which terms of two languages translate each other: two IBM Models 1, one each way, that must agree.

A term that only ever stands beside a translation is believed by one model and not by the other, so
their product (Liang, Taskar and Klein 2006) leaves far fewer false meanings than either.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

ROUNDS = 5
TINY = 1e-12

Ints = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Bitext:
    """Sentence pairs as numbers of terms; 0 is the empty word of the other language."""

    english: dict[str, int]
    other: dict[str, int]
    pairs: Sequence[tuple[Ints, Ints]]


@dataclass(frozen=True)
class Aligned:
    """For each pair of terms seen together how often the one is the other; `totals` by term of the other language."""

    other: Ints
    english: Ints
    counts: Numbers
    totals: Numbers


def agreed(bitext: Bitext) -> Aligned:
    """The expected counts after the last round."""
    size = sum(len(e) * len(f) for e, f in bitext.pairs)
    keys = np.empty(size, np.int64)
    english_slots, other_slots = np.empty(size, np.int32), np.empty(size, np.int32)
    at = first_e = first_f = 0
    for e, f in bitext.pairs:
        end = at + len(e) * len(f)
        keys[at:end] = np.tile(f.astype(np.int64), len(e)) * len(bitext.english) + np.repeat(e, len(f))
        english_slots[at:end] = np.repeat(np.arange(first_e, first_e + len(e)), len(f))
        other_slots[at:end] = np.tile(np.arange(first_f, first_f + len(f)), len(e))
        at, first_e, first_f = end, first_e + len(e), first_f + len(f)
    unique, place = np.unique(keys, return_inverse=True)
    del keys
    other = (unique // len(bitext.english)).astype(np.int32)
    english = (unique % len(bitext.english)).astype(np.int32)
    is_empty = (other == 0)[place]
    given_other, given_english = np.ones(len(unique)), np.ones(len(unique))
    counts = totals = np.ones(0)
    for number in range(ROUNDS):
        odds = _shared(given_other[place], english_slots, first_e)
        if number:  # the first round knows too little to be held against
            back = _shared(np.where(is_empty, 0.0, given_english[place]), other_slots, first_f)
            # The empty word explains English words only: nothing is asked of it the other way.
            odds *= np.where(is_empty, 1.0, back)
            del back
        counts = np.bincount(place, weights=odds, minlength=len(unique))
        totals = np.bincount(other, weights=counts, minlength=len(bitext.other))
        of_english = np.bincount(english, weights=np.where(other > 0, counts, 0.0), minlength=len(bitext.english))
        given_other = np.maximum(counts / np.maximum(totals[other], TINY), TINY)
        given_english = np.maximum(counts / np.maximum(of_english[english], TINY), TINY)
    return Aligned(other, english, counts, totals)


def _shared(odds: Numbers, slots: Ints, size: int) -> Numbers:
    """The odds of each slot as shares of 1."""
    shares: Numbers = odds / np.maximum(np.bincount(slots, weights=odds, minlength=size)[slots], TINY)
    return shares
