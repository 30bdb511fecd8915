"""The groups of one match of a date pattern -> years, decades, days of the month and ordinals as numbers."""

from dataclasses import replace
from datetime import date

import regex

from claims.amounts_han import HAN_DIGITS
from claims.calendars import from_solar
from claims.closed import compiled
from claims.date_found import Found
from claims.date_pairs import HAN_DAYS
from claims.date_patterns import DateGrammar
from claims.records import Precision

_SECOND_YEAR = regex.compile(r"\s*(?:and|et|y|und|и|ve|و|تا|to|bis|a|по|до|–|-|至|到)\s*(?:1\d{3}|20\d\d)(?!\d)")


_FIRST_YEAR = regex.compile(r"(?<!\d)(?:1\d{3}|20\d\d)\s*(?:and|et|y|und|и|ve|و|تا|to|bis|a|по|до|–|-|至|到)\s*$")


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


DECADE_CENTURY = 1900


def day_of_month(raw: str | None, grammar: DateGrammar) -> int | None:
    """The day in digits or as an ordinal: "الثاني من أكتوبر"."""
    if raw is None or raw.isdigit():
        return int(raw) if raw else None
    return grammar.days.get(raw)


def decade_of(text: str) -> int | None:
    """The first year of a decade in digits: "1990s", "90er Jahre", "20世纪90年代"."""
    han = compiled(r"(\d{2}|[一二三四五六七八九十]{2,3})\s?世纪\s?(?:(\d)0|([一二三四五六七八九])十)").search(text)
    if han:
        return ((HAN_DAYS.get(han.group(1)) or int(han.group(1))) - 1) * 100 + int(
            han.group(2) or HAN_DIGITS[han.group(3)]
        ) * 10
    digits = compiled(r"\d{2,4}").search(text)
    if digits is None:
        return None
    value = int(digits.group(0))
    return value if value > 100 else DECADE_CENTURY + value


def in_calendar(start: int, end: int, found: tuple[date, date] | None, groups: dict[str, str]) -> Found | None:
    """A day, month or year of another calendar as the interval it covers here."""
    if found is None:
        return None
    grain = (
        Precision.DAY if "d" in groups else Precision.MONTH if ("hm" in groups or "sm" in groups) else Precision.YEAR
    )
    return Found(start=start, end=end, kind="given", first=found[0], last=found[1], precision=grain)


def given_day(start: int, end: int, year: int, month: int, day: int) -> Found | None:
    """A date in digits, if there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Found(start=start, end=end, kind="day", year=year, month=month, day=day)


_WHY = regex.compile(
    r"(?:ا\p{L}{2,4}ا\p{L}|ت\p{L}{2}ي\p{L}|ت\p{L}ا?\p{L}{2}|هرب|بحث|رفض|دعم|طلب)ا"
)  #: Arabic: "in 1998 in protest"


_DETERMINED = regex.compile(r"(?<!\w)(?:the|his|her|its|their|this|that)\s$")


def bare_year(kind: str, start: int, end: int, year: int, flat: str, grammar: DateGrammar) -> Found | None:  # noqa: PLR0911
    """A year by itself, unless it counts something."""
    solar = from_solar(year, None, None) if grammar.language == "fa" and 1300 <= year <= 1420 else None
    if solar and kind == "year":
        return None  # the rule for the solar calendar reads it
    if not (1000 <= year <= 2100 or (kind == "year" and 100 <= year < 1000)) or grammar.measured.match(flat, end):
        return None
    if grammar.words.before_christ and grammar.bc.match(flat, end):
        return Found(start=start, end=end, kind="year", year=year)
    paired = _SECOND_YEAR.match(flat, end) or _FIRST_YEAR.search(flat, max(0, start - 16), start)
    if paired and paired.end() > end and _ends_of_count(flat, year, paired.end(), grammar):
        return None  # "от 1000 до 1500 рублей"
    word = compiled(r"\s+([\p{L}\p{M}\u200c]+)").match(flat[end : end + 30])
    if grammar.language == "ar" and kind == "bare" and 1950 <= year <= 2049 and year % 50 and (word is None or not word.group(1).endswith("ا") or _WHY.fullmatch(word.group(1))):  # noqa: E501  # fmt: skip
        paired = paired or compiled("").match(flat)
    counted = not paired and word is not None and not any(one.fullmatch(word.group(1)) for one in grammar.uncounted)
    if (
        counted
        and kind == "bare"
        and year >= 1900
        and year % 100
        and _DETERMINED.search(flat, max(0, start - 8), start)
    ):
        counted = False  # "the 2024 Olympics", "its 2019 budget"
    if kind == "bare" and (counted or grammar.compared.search(flat, max(0, start - 30), start)):
        return None
    if (
        kind == "bare"
        and not paired
        and year < 1900
        and not solar
        and (word is None or not grammar.told_by_year.fullmatch(word.group(1)))
    ):
        return None
    if kind == "year" and counted and (year < 1000 or _compared(flat, end, word.group(1) if word else "", grammar)):
        return None  # "plus de 2000 randonneurs"
    return in_calendar(start, end, solar, {}) if solar else Found(start=start, end=end, kind="year", year=year)


def _ends_of_count(flat: str, year: int, end: int, grammar: DateGrammar) -> bool:
    """Whether two numbers like years are the ends of a count, as a unit or a noun that is often counted tells."""
    if grammar.measured.match(flat, end):
        return grammar.year_behind.match(flat, end) is None
    return (
        year % 100 == 0
        and regex.compile(rf"\s*(?:{grammar.figures.heads or '(?!)'})(?!\w)").match(flat, end) is not None
    )


def _compared(flat: str, end: int, noun: str, grammar: DateGrammar) -> bool:
    """Whether a comparator stands right before the four digits, or a noun behind them that is often counted."""
    digits = end - 4
    return (
        grammar.compared.search(flat, max(0, digits - 30), digits) is not None
        or compiled(grammar.figures.heads or "(?!)").fullmatch(noun) is not None
    )


def year_told(groups: dict[str, str], grammar: DateGrammar) -> tuple[int | None, int | None]:
    """The year stated, or its distance from that of publication."""
    if "y" in groups and groups["y"].isdigit():
        return int(groups["y"]), None
    if "ty" in groups:
        return None, 0
    if "yr" in groups:
        for pattern, shift in grammar.year_phrases:
            if pattern.fullmatch(groups["yr"]):
                return None, shift
    return None, None


def ordinal_told(groups: dict[str, str], grammar: DateGrammar) -> int | None:
    """The number of a quarter or century, in words, digits or Roman figures."""
    if "o" in groups:
        return grammar.words.ordinals.get(groups["o"])
    for name in ("od", "oi"):
        raw = groups.get(name, "")
        if raw.isdigit() or raw in HAN_DAYS:
            return HAN_DAYS.get(raw) or int(raw)
    roman = groups.get("or", "")
    if roman:
        values = [_ROMAN[char] for char in roman]
        return sum(
            -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
        )
    return None


def months_told(start: int, end: int, first: int, last: int, year: int | None) -> Found:
    """The period from one month to another; the first lies in the year before where it is the later month."""
    told = [Found(start=start, end=end, kind="month", month=m, year=year, relative=year is None) for m in (first, last)]
    if year is not None and first > last:
        told[0] = replace(told[0], year=year - 1)
    return Found(start=start, end=end, kind="range", relative=year is None, ends=(told[0], told[1]))
