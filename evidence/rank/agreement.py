"""Whether a passage holds the claim's numbers and dates; says nothing about what it says of them."""

from datetime import date
from functools import lru_cache

from claims.dates import find_times
from claims.numbers import find_quantities
from claims.records import Claim, Precision, Quantity, TimeExpression

CLOSE = 0.01  # two writers round 39.8 and 40 alike more often than 38 and 40
_BROAD = {Precision.DECADE, Precision.CENTURY}


@lru_cache(maxsize=20_000)
def quantities_of(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a passage."""
    return tuple(find_quantities(text, language))


@lru_cache(maxsize=20_000)
def times_of(text: str, language: str, published_on: date | None) -> tuple[TimeExpression, ...]:
    """The dates and periods of a passage."""
    return tuple(find_times(text, language, published_on=published_on))


def _is_same(a: Quantity, b: Quantity) -> bool:
    """True if two texts state one figure; a plain count may leave its unit out."""
    if a.dimension != b.dimension and "count" not in {a.dimension, b.dimension}:
        return False
    return abs(a.value - b.value) <= CLOSE * max(abs(a.value), abs(b.value))


def shared_numbers(claim: Claim, text: str, language: str) -> float:
    """The share of the claim's quantities that the passage states too; 0 where the claim has none."""
    if not claim.quantities:
        return 0.0
    stated = quantities_of(text, language)
    return sum(any(_is_same(q, s) for s in stated) for q in claim.quantities) / len(claim.quantities)


def _overlap(a: TimeExpression, b: TimeExpression) -> float:
    """1 for one and the same stretch, less where one is far longer than the other, 0 where they do not meet."""
    shared = (min(a.last, b.last) - max(a.first, b.first)).days + 1
    if shared <= 0 or a.precision in _BROAD or b.precision in _BROAD:
        return 0.0
    longest = max((a.last - a.first).days, (b.last - b.first).days) + 1
    return 1.0 if shared == longest else 0.5 + 0.5 * min(1.0, shared / longest)


def shared_times(claim: Claim, text: str, language: str, published_on: date | None) -> float:
    """How well the passage's dates meet the claim's, from 0 to 1; 0 where the claim has none."""
    if not claim.times:
        return 0.0
    stated = times_of(text, language, published_on)
    best = [max((_overlap(t, s) for s in stated), default=0.0) for t in claim.times]
    return sum(best) / len(best)
