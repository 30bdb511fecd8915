"""Whether one stated quantity bears out another, excludes it, or does neither."""

from dataclasses import replace
from math import floor, log10

import regex

from claims.folding import fold
from claims.records import RANKS, Comparator, Quantity
from evidence.slots.relations import listed_words
from evidence.slots.status import Status

ROUNDING = 0.03  #: numbers closer than this may be one number, differently rounded
ABOUT = 0.1
SHOWN = 3  #: digits from which a number is no rough one
BEFORE = 8  #: words in which a verb ("exceeded") bounds a number
RIGHT_BEFORE = 3  #: the same of a preposition ("under")


def bounds(claim: Quantity, page: Quantity) -> Status:
    """What the page's number says of the claim's bounds."""
    claim, page = _in_percent(claim), _in_percent(page)
    if claim.dimension in RANKS:
        return Status.AGREES if claim.value == page.value else Status.VAGUE
    low, high = claim.low, claim.high
    if claim.comparator in {Comparator.EXACT, Comparator.ABOUT}:
        slack = _slack(claim) if claim.comparator is Comparator.EXACT else ABOUT * abs(claim.value)
        low, high = min(low, claim.value - slack), max(high, claim.value + slack)
    if _open(page):
        same_side = claim.comparator is page.comparator
        if low <= page.low and page.high <= high:
            return Status.AGREES
        if (same_side or claim.comparator is Comparator.ABOUT) and _near(claim.value, page.value):
            return Status.AGREES
    elif low <= page.value <= high:
        return Status.AGREES
    gap = max(page.low - high, low - page.high)
    exact = (_counted(claim) and _counted(page)) or (claim.unit == page.unit and _rounded_apart(claim, page))
    least = 0.0 if exact else ROUNDING * abs(claim.value)
    return Status.DIFFERS if gap > least else Status.VAGUE


def _in_percent(one: Quantity) -> Quantity:
    """A fraction as a percentage, so that more than half is told from 35 %; anything else as it is."""
    if one.unit != "fraction":
        return one
    return replace(one, unit="percent", value=100 * one.value, low=100 * one.low, high=100 * one.high)


def _open(one: Quantity) -> bool:
    """Whether only one side is bounded."""
    return one.high == float("inf") or one.low == float("-inf")


def _near(a: float, b: float) -> bool:
    """Whether two numbers are one, differently rounded."""
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))


def _rounded_apart(one: Quantity, other: Quantity) -> bool:
    """Whether neither number is the other one rounded: 6,893 and 6,961 are two, 6,900 and 6,893 may be one."""
    if Comparator.ABOUT in {one.comparator, other.comparator} or not one.value or not other.value:
        return False
    exact, rough = sorted((abs(one.value), abs(other.value)), key=_digits, reverse=True)
    step = 10.0 ** (floor(log10(rough)) + 1 - _digits(rough))
    return _digits(rough) >= SHOWN and abs(exact - rough) > step


def _digits(value: float) -> int:
    """How many digits a number shows before its zeros."""
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0")) or 1


def _counted(one: Quantity) -> bool:
    """Whether it is a small whole number, where one more is another number."""
    return float(one.value).is_integer() and abs(one.value) <= 100 and one.unit == ""


def _slack(one: Quantity) -> float:
    """Half of the last digit that a round number shows: 64 thousand may be 64,231."""
    value = abs(one.value)
    if value < 1000 or not float(value).is_integer() or one.unit in {"m", "kg", "s"}:
        return 1e-6 * max(value, 1.0)  # a unit may have been scaled: 190 km is no round number of metres
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros == 0:
        return 0.5
    return min(0.5 * 10.0**zeros, ROUNDING * value)


_CLAUSE_END = regex.compile(r"[,;:،؛，；]")


def bounded(one: Quantity, text: str, language: str) -> Quantity:
    """The quantity as the verb before it bounds it: "the cost exceeded six million"."""
    if one.comparator is not Comparator.EXACT or one.dimension in RANKS:
        return one
    before = fold(_CLAUSE_END.split(text[: one.start])[-1]).text.split()
    over, under = (listed_words("exceeds.toml", language, part) for part in ("over", "under"))
    if over is not None and over.search(" ".join(before[-BEFORE:])):
        return replace(one, comparator=Comparator.MORE_THAN, low=one.value, high=float("inf"))
    if under is not None and under.search(" ".join(before[-RIGHT_BEFORE:])):
        return replace(one, comparator=Comparator.LESS_THAN, low=float("-inf"), high=one.value)
    return one
