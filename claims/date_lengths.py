# ruff: noqa: E501 -- patterns read better in long lines
"""Stretches told by their length and their end, and what has been so since a dated event."""

from dataclasses import replace
from datetime import date

import regex

from claims.amounts import amounts_of
from claims.date_found import Found
from claims.records import Precision, TimeExpression

_LENGTH = regex.compile(
    r"(?P<u>month|week|year)s? (?:to|ended|ending|through|until)(?: on)? (?:the )?(?:end of )?$|(?P<u>month|week|year)s $",
)
_LEAD = regex.compile(r"(?<!\w)(?:(?:in|for|over|during) )?(?:the )?$")
_ENDS = frozenset({"month", "day", "end"})
#: since something happened, up to the words that date it
_SINCE = {
    "en": regex.compile(r"(?<!\w)since(?= )(?! (?:then|last|this|the end|late|early|at least)(?!\w))(?: [\w’'&-]+){1,9} $", regex.I),
    "fr": regex.compile(r"(?<!\w)depuis(?= )(?! (?:lors|que ce|la fin|le début|fin|début)(?!\w))(?: [\w’'&-]+){1,9} $", regex.I),
    "de": regex.compile(r"(?<!\w)seit(?:dem)?(?= )(?! (?:Anfang|Ende|Mitte|dem letzten)(?!\w))(?: [\w’'&-]+){1,9} $", regex.I),
}  # fmt: skip
#: words of time before the ones that date: another tie than "since"
_TIED = regex.compile(
    r"(?<!\w)(?:before|after|until|till|by|since|while|avant|après|jusqu\p{L}*|depuis|bis|vor|nach|seit|bevor|nachdem)(?!\w)"
)
_PLAIN = regex.compile(
    r"(?:in|on|at|last|early|late|en|au|le|la|à|l['’]|dernier|im|am|\d|\p{Lu}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    regex.I,
)
#: what has been so since then: "since" gives a reason elsewhere
_PERFECT = regex.compile(r"(?<!\w)(?:has|have|had|been|'ve|’ve)(?!\w)")


def with_lengths(dates: list[Found], flat: str, text: str, language: str) -> list[Found]:
    """The dates with the length told before one that ends it: "in the nine months to March" begins last July."""
    if language != "en" or not dates or ("s to " not in flat and "s end" not in flat):
        return dates
    made: list[Found] = []
    for one in dates:
        told = _LENGTH.search(flat, max(0, one.start - 36), one.start) if one.kind in _ENDS and not one.frame else None
        if told is not None and told.end("u") + 2 == one.start and not flat.startswith("to ", one.start):
            told = None
        amount = (
            next((a for a in amounts_of(text, language) if a.end in {told.start() - 1, told.start()}), None)
            if told is not None
            else None
        )
        if told is None or amount is None or not 1 < amount.value <= 60:
            made.append(one)
            continue
        lead = _LEAD.search(flat, max(0, amount.start - 12), amount.start)
        start = lead.start() if lead else amount.start
        made = [other for other in made if other.end <= start]
        made.append(
            Found(
                start=start,
                end=one.end,
                kind="length",
                unit=told.group("u"),
                count=amount.value,
                relative=one.relative,
                ends=(one, one),
            )
        )
    return made


def since_events(times: list[TimeExpression], text: str, language: str, published: date | None) -> list[TimeExpression]:
    """What goes on since an event that a date places: "has stood empty since a fire in October 2017"."""
    pattern = _SINCE.get(language)
    if pattern is None or published is None or not times:
        return []
    made, ended = [], 0
    for one in times:
        told = pattern.search(text, max(ended, one.start - 80), one.start) if one.last <= published else None
        ended = one.end
        if told is None or _TIED.search(text, told.start() + 6, one.end) or not _PLAIN.match(one.text):
            continue
        if language == "en" and not (_PERFECT.search(text, 0, told.start()) or _PERFECT.search(text, one.end)):
            continue
        start = told.start()
        made.append(replace(
            one, text=text[start : one.end], start=start, last=published, precision=Precision.INTERVAL, relative=True,
        ))  # fmt: skip
    return made
