"""Phrases of news texts, in Arabic and Persian: each states the amounts and times beside it, and no others."""

from datetime import date
from pathlib import Path

import pytest

from claims.dates import find_times
from claims.numbers import find_quantities
from claims.records import Comparator, Quantity, TimeExpression

PUBLISHED = date(2025, 6, 18)  # a Wednesday
HERE = Path(__file__).parent
SIGNS = {
    Comparator.EXACT: "=", Comparator.ABOUT: "~", Comparator.MORE_THAN: ">", Comparator.AT_LEAST: ">=",
    Comparator.LESS_THAN: "<", Comparator.AT_MOST: "<=",
}  # fmt: skip


def shown(one: Quantity) -> str:
    """A quantity as the case files write it."""
    if one.unit == "ordinal":
        return f"{one.value:g}."
    if one.unit == "superlative":
        return "most" if one.value > 0 else "least"
    between = one.comparator is Comparator.BETWEEN
    value = f"{one.low:.6g}..{one.high:.6g}" if between else f"{SIGNS[one.comparator]}{one.value:.6g}"
    return f"{value} {one.unit}".strip()


def told(one: TimeExpression) -> str:
    """A time as the case files write it."""
    return str(one.first) if one.first == one.last else f"{one.first} {one.last}"


def cases() -> list[tuple[str, str, str, str]]:
    """Language, text, quantities and times of every line."""
    return [
        (path.stem.removeprefix("phrases-"), *(part.strip() for part in (line + " | | ").split("|")[:3]))  # type: ignore[misc]
        for path in sorted(HERE.glob("phrases-*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_each_phrase_states_what_stands_beside_it_and_no_more(language: str) -> None:
    """All wrong readings are listed, so that one change shows all that it does."""
    wrong = []
    read = 0
    for tag, text, quantities, times in cases():
        if tag != language:
            continue
        read += 1
        amounts = "; ".join(shown(one) for one in find_quantities(text, tag))
        days = "; ".join(told(one) for one in find_times(text, tag, published_on=PUBLISHED))
        if (amounts, days) != (quantities, times):
            wrong.append(f"{text}: {amounts} | {days}, not {quantities} | {times}")
    assert read > 250
    assert wrong == []
