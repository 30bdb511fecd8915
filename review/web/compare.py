"""The numbers and dates of a passage beside those of the claim: which agree, which differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import regex
from rapidfuzz import fuzz

from claims.dates import find_times
from claims.folding import folded
from claims.languages import base_tag
from claims.numbers import find_quantities
from claims.records import Quantity

_COUNTED = {"count", "ordinal"}  # dimensions that say nothing without the noun beside them
_ALIKE = 70  # per cent, so that one word in two cases or numbers is still one word
_LETTERS_BEFORE = regex.compile(r"[\p{Arabic}\p{Hebrew}]+$")  # scripts that write the article as part of the word


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
    text: str,
    language: str,
    *,
    quantities: Sequence[Mapping[str, Any]],
    times: Sequence[Mapping[str, Any]],
    claim_language: str = "",
) -> list[Bit]:
    """The passage in stretches; put together they are the passage.

    A number counts as differing only beside one of the same unit and dimension in the claim, and of the same
    noun where things are counted: a street number is not marked against a length, nor visitors against exhibits.
    Nouns of two languages cannot be compared; there only an equal count is marked. It is a help for the eye and
    decides nothing.
    """
    dated = _times(text, language, times)
    counted = [
        found
        for found in _quantities(
            text, language, quantities, one_language=base_tag(language) == base_tag(claim_language)
        )
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


def _quantities(text: str, language: str, claimed: Sequence[Mapping[str, Any]], *, one_language: bool) -> list[_Found]:
    found = []
    for each in find_quantities(text, language):
        rivals = [one for one in claimed if (one["unit"], one["dimension"]) == (each.unit, each.dimension)]
        if each.dimension in _COUNTED:
            kind = _counted(each, rivals, one_language=one_language)
        elif rivals:
            same = any(one["low"] <= each.high and each.low <= one["high"] for one in rivals)
            kind = "same" if same else "differs"
        else:
            kind = ""
        if kind:
            found.append(_Found(_whole(text, each.start), each.end, kind))
    return found


def _counted(each: Quantity, rivals: Sequence[Mapping[str, Any]], *, one_language: bool) -> str:
    """How a bare count stands to those of the claim: nothing is said of a count of other things."""
    of_one_thing = [one for one in rivals if one_language and _one_noun(one.get("noun", ""), each.noun)]
    if of_one_thing:
        same = any(one["low"] <= each.high and each.low <= one["high"] for one in of_one_thing)
        return "same" if same else "differs"
    unsure = [one for one in rivals if not one_language or not one.get("noun") or not each.noun]
    equal = each.dimension != "ordinal" and any(one["value"] == each.value for one in unsure)
    return "same" if equal else ""


def _one_noun(one: str, other: str) -> bool:
    return bool(one and other) and fuzz.ratio(folded(one), folded(other)) >= _ALIKE


def _whole(text: str, start: int) -> int:
    """The start of the word, whose article is written together with it in some scripts."""
    stuck = _LETTERS_BEFORE.search(text[:start]) if text[start : start + 1].isalpha() else None
    return stuck.start() if stuck else start


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
