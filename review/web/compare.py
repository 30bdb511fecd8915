"""The numbers and dates of a passage beside those of the claim: which agree, which differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claims.dates import find_times
from claims.numbers import find_quantities


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """A stretch of a passage: "same" or "differs" where it says a number or date of a kind the claim says too."""

    text: str
    kind: str  #: "same", "differs" or ""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: str


def compared(
    text: str, language: str, *, quantities: Sequence[Mapping[str, Any]], times: Sequence[Mapping[str, Any]]
) -> list[Bit]:
    """The passage in stretches; put together they are the passage.

    A number counts as differing only beside one of the same unit and dimension in the claim, so a street
    number is not marked against a length. It is a help for the eye and decides nothing.
    """
    dated = _times(text, language, times)
    counted = [
        found
        for found in _quantities(text, language, quantities)
        if not any(found.start < other.end and other.start < found.end for other in dated)
    ]
    bits, at = [], 0
    for found in sorted([*dated, *counted], key=lambda each: (each.start, -each.end)):
        if found.start < at:
            continue
        if found.start > at:
            bits.append(Bit(text=text[at : found.start], kind=""))
        bits.append(Bit(text=text[found.start : found.end], kind=found.kind))
        at = found.end
    return [*bits, Bit(text=text[at:], kind="")] if at < len(text) else bits


def _quantities(text: str, language: str, claimed: Sequence[Mapping[str, Any]]) -> list[_Found]:
    found = []
    for each in find_quantities(text, language):
        rivals = [one for one in claimed if (one["unit"], one["dimension"]) == (each.unit, each.dimension)]
        if rivals:
            same = any(one["low"] <= each.high and each.low <= one["high"] for one in rivals)
            found.append(_Found(each.start, each.end, "same" if same else "differs"))
    return found


def _times(text: str, language: str, claimed: Sequence[Mapping[str, Any]]) -> list[_Found]:
    said = [(date.fromisoformat(each["first"]), date.fromisoformat(each["last"])) for each in claimed]
    if not said:
        return []
    return [
        _Found(
            each.start,
            each.end,
            "same" if any(first <= each.last and each.first <= last for first, last in said) else "differs",
        )
        for each in find_times(text, language, published_on=None)
    ]
