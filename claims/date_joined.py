"""Date expressions that belong together: "between 2015 and 2023", "Monday, 16 June", "去年第三季度"."""

from dataclasses import replace
from functools import cache

import regex

from claims.date_ahead import carried
from claims.date_found import Found
from claims.date_pairs import YEAR_FIRST
from claims.date_patterns import DateGrammar
from claims.lexicon.figures import figures_of

_POINTS = frozenset({"year", "month", "day", "season", "quarter", "half", "decade", "given"})
_PARTS_OF_YEAR = frozenset({"quarter", "half", "month", "season", "day"})
_SENTENCE = regex.compile(r"[.!?]\s+\p{L}{4}|[。！？]")
_APART = regex.compile(r"[\s,(]*")
_OF_YEAR = regex.compile(r"\s*的?\s*")


def joined(hits: list[Found], flat: str, grammar: DateGrammar) -> list[Found]:
    """The expressions in text order, with those that make one period put together."""
    made: list[Found] = []
    for hit in _points(hits, flat, grammar):
        last = made[-1] if made else None
        both = None if last is None else _period(last, hit, flat, grammar.language)
        if both is None:
            made.append(_days(hit, flat, grammar.language))
        else:
            made[-1] = both
    return carried(made, flat, grammar.language)


def _points(hits: list[Found], flat: str, grammar: DateGrammar) -> list[Found]:
    """The expressions in text order, a day with its weekday, a month with its year and a day with its month."""
    made: list[Found] = []
    for hit in sorted(hits, key=lambda found: found.start):
        last = made[-1] if made else None
        both = None if last is None else (
            _told_twice(last, hit, flat)
            or _day_with_weekday(last, hit, flat)
            or _part_of_year(last, hit, flat, grammar)
        )  # fmt: skip
        if both is None:
            made.append(_in_its_month(hit, made, flat, grammar.language))
        else:
            made[-1] = both
    return made


def _in_its_month(hit: Found, before: list[Found], flat: str, language: str) -> Found:
    """A day told by its number alone, in the month that its sentence named last: "on 2 May …, on the 9th"."""
    if hit.kind != "monthday" or hit.number is not None:
        return hit
    known = {"month", "day"} if language == "zh" else {"day"}
    for one in reversed(before):
        if one.kind in known and _SENTENCE.search(flat, one.end, hit.start) is None:
            return replace(hit, kind="day", month=one.month, year=one.year, shift_year=one.shift_year)
    return hit


def _day_with_weekday(one: Found, two: Found, flat: str) -> Found | None:
    """The day of "Monday, 16 June"; its weekday says nothing more."""
    if {one.kind, two.kind} != {"weekday", "day"} or not _APART.fullmatch(flat, one.end, max(one.end, two.start)):
        return None
    day = one if one.kind == "day" else two
    return replace(day, start=one.start, end=two.end)


def _told_twice(one: Found, two: Found, flat: str) -> Found | None:
    """The one day of "yesterday, Saturday" and "tomorrow, 6 December"."""
    if one.kind != "days" or two.kind not in {"weekday", "day"} or not _APART.fullmatch(flat, one.end, max(one.end, two.start)):  # noqa: E501  # fmt: skip
        return None
    return replace(one if two.kind == "weekday" else two, start=one.start, end=two.end)


def _part_of_year(one: Found, two: Found, flat: str, grammar: DateGrammar) -> Found | None:
    """The year before the quarter or month, where the language says it so."""
    yearly = one.kind == "year" or (one.kind == "shift" and one.unit == "year")
    if (
        grammar.language not in YEAR_FIRST
        or not yearly
        or two.kind not in _PARTS_OF_YEAR
        or two.year is not None
        or two.shift_year is not None
        or not _OF_YEAR.fullmatch(flat, one.end, max(one.end, two.start))
    ):
        return None
    shift = int(one.count) if one.kind == "shift" else None
    return replace(two, start=one.start, year=one.year, shift_year=shift, relative=one.relative)


@cache
def _spans(language: str) -> tuple[tuple["regex.Pattern[str]", "regex.Pattern[str]", "regex.Pattern[str]"], ...]:
    """What stands before, between and behind the two dates of one period."""
    edge = "" if language in {"zh", "ja"} else r"(?<!\w)"
    lead = "[وف]?" if language == "ar" else ""
    fill = r"(?:(?:the|el|la|le|dem|der|den|in|year|l'|عام|سنه|العام|شهر|سال)\s+)*" if edge else ""
    gap = r"\s+" if language not in {"zh", "ja", "ar"} else r"\s*"
    whole = r"(?!(?<=\p{L})\p{L})" if edge and language != "ar" else ""  # "al", not "a"
    made = []
    for before, mid, behind in figures_of(language).spans:
        opened = rf"{edge}{lead}(?:{before})\s*{fill}" if before else ""
        made.append((
            regex.compile(opened),
            regex.compile(rf"{gap}(?:{mid}){whole}\s*{fill}"),
            regex.compile(behind),
        ))  # fmt: skip
    return tuple(made)


def _period(one: Found, two: Found, flat: str, language: str) -> Found | None:
    """The period between two dates, if the words around them make one."""
    if one.kind == "day" and two.kind == "monthday":
        two = replace(two, kind="day", month=one.month, year=one.year, shift_year=one.shift_year)  # 5月3日至9日
    if not _ends(one) or not _ends(two) or (one.kind == "year" and two.kind == "year" and (two.year or 0) <= (one.year or 0)):  # noqa: E501  # fmt: skip
        return None
    for before, mid, behind in _spans(language):
        between = mid.match(flat, one.end)
        if between is None or not two.start <= between.end() < two.end:
            continue
        start = _opened(before, flat, one)
        if start is None:
            continue
        closed = behind.match(flat, two.end)
        if closed is None:
            continue
        known = (
            one.year is None and one.shift_year is None and one.kind not in {"given", "shift"} and two.kind != "shift"
        )
        if one.kind == two.kind == "month" and two.year is None and two.shift_year is None and (one.month or 0) < (two.month or 0):  # noqa: E501  # fmt: skip
            two = replace(two, year=one.year, shift_year=one.shift_year, relative=one.relative)  # 2021年6月至8月
        first = replace(one, year=two.year, shift_year=two.shift_year) if known else one
        return Found(
            start=start, end=closed.end(), kind="range", relative=one.relative or two.relative, ends=(first, two)
        )
    return None


def _ends(one: Found) -> bool:
    """Whether a date may begin or end a period: a date, or "last year"."""
    return one.kind in _POINTS or (one.kind == "shift" and one.unit in {"year", "month", "decade"})


def _opened(before: "regex.Pattern[str]", flat: str, one: Found) -> int | None:
    """Where the period begins; None where its opening words are missing."""
    if not before.pattern:
        return one.start
    within = before.match(flat, one.start, one.end)
    if within and within.end() > one.start:
        return one.start
    for at in range(one.start - 1, max(-1, one.start - 24), -1):
        ahead = before.fullmatch(flat, at, one.start)
        if ahead and ahead.end() > at:
            return at
    return one.start if before.fullmatch("") else None


@cache
def _first_day(language: str) -> "regex.Pattern[str]":
    """The first day of "3 to 9 May" before the second."""
    mids = "|".join(mid for _, mid, _ in figures_of(language).spans) or "(?!)"
    return regex.compile(rf"(?<![\w.,:/-])(?P<d>[0-3]?\d)\.?\s?(?:(?:{mids})|[-–—])\s?$")


def _days(hit: Found, flat: str, language: str) -> Found:
    """The days of one month told together: "3-9 May"."""
    if hit.kind != "day" or hit.day is None or not flat[hit.start : hit.start + 1].isdigit():
        return hit
    ahead = _first_day(language).search(flat, max(0, hit.start - 12), hit.start)
    if ahead is None or not 1 <= int(ahead.group("d")) < hit.day:
        return hit
    first = replace(hit, day=int(ahead.group("d")))
    return Found(start=ahead.start("d"), end=hit.end, kind="range", relative=hit.relative, ends=(first, hit))
