"""Amounts and times of short phrases, a plain-text file a language under `slots/`.

A line is `phrase | amounts | times`; empty fields may be left out. An amount is `[>=|<=|~|>|<]value[:unit]` or
`low..high[:unit]`; a time is a year, month or day, or `from..to`, where a missing end is the day of publication.
Ranks ("first", "largest") are left out. Everything that a line does not list must not be read.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
import regex

from claims.dates import find_times
from claims.numbers import find_quantities
from claims.records import RANKS, Quantity

FILES = sorted((Path(__file__).parent / "slots").glob("*.txt"))
PUBLISHED = date(2025, 6, 18)  # a Wednesday
_SIGNS = {"": "exact", "~": "about", ">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most"}
_AMOUNT = regex.compile(r"(?P<sign>>=|<=|[~<>])?(?P<low>-?[\d.e+]+?)(?:\.\.(?P<high>[\d.e+]+))?(?::(?P<unit>\S+))?")


def _days(told: str) -> tuple[date, date]:
    """The first and last day of a year, month or day."""
    parts = [int(part) for part in told.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, 1), date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1) - timedelta(days=1)
    return date(*parts), date(*parts)


def _interval(told: str) -> tuple[date, date]:
    """The interval that a time of a case file means."""
    first, dots, last = told.partition("..")
    if not dots:
        return _days(first)
    return _days(first)[0] if first else date(1, 1, 1), _days(last)[1] if last else PUBLISHED


def _amount(told: str) -> tuple[object, str, str]:
    """Value, comparator and unit of an amount of a case file."""
    match = _AMOUNT.fullmatch(told)
    assert match, told
    low, unit = float(match["low"]), match["unit"] or ""
    if match["high"]:
        return pytest.approx((low + float(match["high"])) / 2, rel=1e-3), "between", unit
    return pytest.approx(low, rel=1e-3), _SIGNS[match["sign"] or ""], unit


def _read(one: Quantity) -> tuple[object, str, str]:
    return one.value, str(one.comparator), one.unit


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_phrases_of_a_language_state_what_their_lines_say_and_no_more(path: Path) -> None:
    """Every line whose reading differs is shown with what was read."""
    wrong = []
    for line in path.read_text("utf-8").splitlines():
        text, amounts, times, *_ = (*(field.strip() for field in line.split("|")), "", "")
        found = [_read(q) for q in find_quantities(text, path.stem) if q.unit not in RANKS]
        told = [(t.first, t.last) for t in find_times(text, path.stem, published_on=PUBLISHED)]
        wanted = [_amount(one.strip()) for one in amounts.split(";") if one.strip()]
        days = [_interval(one.strip()) for one in times.split(";") if one.strip()]
        if found != wanted or told != days:
            wrong.append(f"{line}  -> {found} {[f'{first}..{last}' for first, last in told]}")
    assert wrong == []


def test_seven_languages_have_phrases() -> None:
    """A language without a file would pass unseen."""
    assert {path.stem for path in FILES} >= {"de", "en", "es", "fr", "ru", "tr", "zh"}
    assert min(len(path.read_text("utf-8").splitlines()) for path in FILES) >= 100
