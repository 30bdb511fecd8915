"""Text -> the date expressions in it: what is said, not yet which days it means."""

from datetime import date

import regex

from claims.calendars import HIJRI_MONTHS, SOLAR_MONTHS, from_hijri, from_solar
from claims.date_counted import counted_in
from claims.date_found import Found
from claims.date_frames import widened
from claims.date_joined import joined
from claims.date_patterns import DateGrammar, date_grammar_of
from claims.records import Precision

__all__ = ["Found", "found_in"]

_SECOND_YEAR = regex.compile(r"\s*(?:and|et|y|und|и|ve|و|تا|to|bis|a|по|до|–|-|至|到)\s*(?:1\d{3}|20\d\d)(?!\d)")
_FIRST_YEAR = regex.compile(r"(?<!\d)(?:1\d{3}|20\d\d)\s*(?:and|et|y|und|и|ve|و|تا|to|bis|a|по|до|–|-|至|到)\s*$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_DECADE_CENTURY = 1900


def found_in(flat: str, text: str, language: str) -> list[Found]:
    """The time expressions of a folded text, longest first where they overlap, in text order."""
    grammar = date_grammar_of(language.split("-", maxsplit=1)[0])
    hits: list[Found] = []
    for kind, pattern in grammar.rules:
        for match in pattern.finditer(flat):
            made = _read(kind, match, flat, grammar)
            if made is not None:
                hits.append(made)
    hits.extend(counted_in(flat, text, grammar))
    hits.sort(key=lambda found: (_vague(found), -(found.end - found.start), found.start))
    kept: list[Found] = []
    for hit in hits:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return [widened(hit, flat, grammar) for hit in joined(kept, flat, grammar)]


def _vague(found: Found) -> int:
    """How far a fuller reading wins over it: over a month or weekday alone, a bare year, most over "the year's end"."""
    if found.kind == "end":
        return 2
    return int(
        (found.kind in {"month", "season"} and found.year is None and found.shift_year is None)
        or found.kind
        in {
            "weekday",
            "year",
        }
    )


def _read(kind: str, match: "regex.Match[str]", flat: str, grammar: DateGrammar) -> Found | None:  # noqa: C901, PLR0911, PLR0912 -- one branch a kind
    """What one match says."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    start, end = match.span("q") if "q" in match.re.groupindex else match.span()
    year, shift = _year(groups, grammar)
    named = groups.get("m", "")
    month = (int(named) if named.isdigit() else grammar.months.get(named)) if kind != "numeric" else None
    relative = shift is not None
    match kind:
        case "numeric":
            one = (
                int(groups.get("y") or groups["y2"]),
                int(groups.get("m") or groups["m2"]),
                int(groups.get("d") or groups["d2"]),
            )
            if one[1] > 12 and one[2] <= 12:
                one = one[0], one[2], one[1]
            return _given(start, end, *one)
        case "span":
            first, raw = int(groups["y"]), groups["y2"]
            last = int(raw) if len(raw) == 4 else first // 100 * 100 + int(raw)
            if not first < last <= first + 500:
                return None
            return Found(start=start, end=end, kind="span", first=date(first, 1, 1), last=date(last, 12, 31))
        case "order":
            day = _day_of_month(groups.get("d"), grammar)
            if day is not None and not 1 <= day <= 31:
                return None
            known = year is not None or shift is not None
            if day is None:
                return Found(
                    start=start,
                    end=end,
                    kind="month",
                    year=year,
                    shift_year=shift,
                    month=month,
                    relative=relative or not known,
                )
            return Found(
                start=start,
                end=end,
                kind="day",
                year=year,
                shift_year=shift,
                month=month,
                day=day,
                relative=relative or not known,
            )
        case "quarter" | "half":
            number = _ordinal(groups, grammar)
            known = year is not None or shift is not None
            return (
                None
                if number is None
                else Found(
                    start=start,
                    end=end,
                    kind=kind,
                    year=year,
                    shift_year=shift,
                    number=number,
                    relative=relative or not known,
                )
            )
        case "century":
            number = _ordinal(groups, grammar)
            return None if number is None else Found(start=start, end=end, kind="century", number=number)
        case "decade":
            year = _decade(match.group(0))
            return None if year is None else Found(start=start, end=end, kind="decade", year=year)
        case "decade_word":
            return Found(
                start=start, end=end, kind="decade", year=_DECADE_CENTURY + grammar.words.decade_words[groups["dw"]]
            )
        case "season":
            return Found(
                start=start,
                end=end,
                kind="season",
                year=year,
                shift_year=shift,
                month=grammar.words.seasons[groups["season"]],
                relative=relative,
            )
        case "end_late" | "end_early" | "end_middle":
            part = kind.removeprefix("end_")
            if "season" in groups:
                return Found(start=start, end=end, kind="season", month=grammar.words.seasons[groups["season"]], part=part, relative=True)  # noqa: E501  # fmt: skip
            unit = next((name.removeprefix("u_") for name in groups if name.startswith("u_")), "year")
            return Found(start=start, end=end, kind="end", unit=unit, part=part, relative=True, solar=_solar(grammar, unit))  # noqa: E501  # fmt: skip
        case "end_word":
            unit = next(name for name in groups if name in {"year", "month", "week"})
            return Found(start=start, end=end, kind="end", unit=unit, part="late", relative=True)
        case "feast":
            at = grammar.figures.feasts[groups["feast"]]
            return Found(start=start, end=end, kind="day", month=at[0], day=at[1], year=year, shift_year=shift, relative=year is None)  # noqa: E501  # fmt: skip
        case "days":
            return Found(
                start=start, end=end, kind="days", count=grammar.words.day_words[groups["days"]], relative=True
            )
        case "weekday":
            return Found(start=start, end=end, kind="weekday", count=grammar.weekdays[groups["w"]], relative=True)
        case "month":
            return Found(start=start, end=end, kind="month", month=month, relative=True)
        case "year" | "bare":
            return _bare_year(kind, start, end, int(groups["y"]), flat, grammar)
        case "hijri":
            if "hy" in groups:
                found = from_hijri(int(groups["hy"]), None, None)
            else:
                found = from_hijri(
                    int(groups["y"]), HIJRI_MONTHS[groups["hm"]], int(groups["d"]) if "d" in groups else None
                )
            return _calendar(start, end, found, groups)
        case "solar":
            found = from_solar(
                int(groups["y"]), SOLAR_MONTHS.get(groups.get("sm", "")), int(groups["d"]) if "d" in groups else None
            )
            return _calendar(start, end, found, groups)
    return _shift(int(kind.removeprefix("shift")), start, end, groups, grammar) if kind.startswith("shift") else None


def _solar(grammar: DateGrammar, unit: str) -> bool:
    """Whether the months and years of a language begin by the sun's calendar."""
    return grammar.language == "fa" and unit in {"month", "year"}


def _day_of_month(raw: str | None, grammar: DateGrammar) -> int | None:
    """The day in digits or as an ordinal: "الثاني من أكتوبر"."""
    if raw is None or raw.isdigit():
        return int(raw) if raw else None
    return grammar.days.get(raw)


def _decade(text: str) -> int | None:
    """The first year of a decade in digits: "1990s", "90er Jahre", "20世纪90年代"."""
    han = regex.search(r"(\d{2})\s?世纪\s?(\d)0", text)
    if han:
        return (int(han.group(1)) - 1) * 100 + int(han.group(2)) * 10
    digits = regex.search(r"\d{2,4}", text)
    if digits is None:
        return None
    value = int(digits.group(0))
    return value if value > 100 else _DECADE_CENTURY + value


def _calendar(start: int, end: int, found: tuple[date, date] | None, groups: dict[str, str]) -> Found | None:
    """A day, month or year of another calendar as the interval it covers here."""
    if found is None:
        return None
    grain = (
        Precision.DAY if "d" in groups else Precision.MONTH if ("hm" in groups or "sm" in groups) else Precision.YEAR
    )
    return Found(start=start, end=end, kind="given", first=found[0], last=found[1], precision=grain)


def _given(start: int, end: int, year: int, month: int, day: int) -> Found | None:
    """A date in digits, if there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Found(start=start, end=end, kind="day", year=year, month=month, day=day)


_WHY = regex.compile(
    r"(?:ا\p{L}{2,4}ا\p{L}|ت\p{L}{2}ي\p{L}|ت\p{L}ا?\p{L}{2}|هرب|بحث|رفض|دعم|طلب)ا"
)  #: Arabic: "in 1998 in protest"


def _bare_year(kind: str, start: int, end: int, year: int, flat: str, grammar: DateGrammar) -> Found | None:  # noqa: PLR0911
    """A year by itself, unless it counts something."""
    if grammar.language == "fa" and kind == "year" and 1300 <= year <= 1420:
        return None  # the rule for the solar calendar reads it
    if not (1000 <= year <= 2100 or (kind == "year" and year >= 100)) or grammar.measured.match(flat, end):
        return None
    if grammar.words.before_christ and grammar.bc.match(flat, end):
        return Found(start=start, end=end, kind="year", year=year)
    paired = _SECOND_YEAR.match(flat, end) or _FIRST_YEAR.search(flat, max(0, start - 16), start)
    word = regex.match(r"\s+([\p{L}\p{M}\u200c]+)", flat[end : end + 30])
    if grammar.language == "ar" and kind == "bare" and 1950 <= year <= 2049 and year % 50 and (word is None or not word.group(1).endswith("ا") or _WHY.fullmatch(word.group(1))):  # noqa: E501  # fmt: skip
        paired = paired or regex.match("", flat)
    counted = not paired and word is not None and not any(one.fullmatch(word.group(1)) for one in grammar.uncounted)
    if kind == "bare" and (counted or grammar.compared.search(flat, max(0, start - 30), start)):
        return None
    if (
        kind == "bare"
        and not paired
        and year < 1900
        and (word is None or not grammar.told_by_year.fullmatch(word.group(1)))
    ):
        return None
    if kind == "year" and year < 1000 and counted:
        return None
    return Found(start=start, end=end, kind="year", year=year)


def _year(groups: dict[str, str], grammar: DateGrammar) -> tuple[int | None, int | None]:
    """The year stated, or its distance from that of publication."""
    if "y" in groups and groups["y"].isdigit():
        return int(groups["y"]), None
    if "yr" in groups:
        for pattern, shift in grammar.year_phrases:
            if pattern.fullmatch(groups["yr"]):
                return None, shift
    return None, None


def _ordinal(groups: dict[str, str], grammar: DateGrammar) -> int | None:
    """The number of a quarter or century, in words, digits or Roman figures."""
    if "o" in groups:
        return grammar.words.ordinals.get(groups["o"])
    for name in ("od", "oi"):
        if groups.get(name, "").isdigit():
            return int(groups[name])
    roman = groups.get("or", "")
    if roman:
        values = [_ROMAN[char] for char in roman]
        return sum(
            -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
        )
    return None


def _shift(direction: int, start: int, end: int, groups: dict[str, str], grammar: DateGrammar) -> Found | None:
    """Last, this or next year, month, Friday, January, summer."""
    if "w" in groups:
        return Found(
            start=start,
            end=end,
            kind="weekday",
            count=grammar.weekdays[groups["w"]],
            direction=direction,
            relative=True,
        )
    if "season" in groups:
        return Found(
            start=start,
            end=end,
            kind="season",
            month=grammar.words.seasons[groups["season"]],
            direction=direction,
            relative=True,
        )
    if "m" in groups:
        return Found(
            start=start,
            end=end,
            kind="month",
            month=grammar.months.get(groups["m"]),
            direction=direction,
            relative=True,
        )
    unit = next((name[2:] for name in groups if name.startswith("u_")), "")
    if not unit or unit == "hour" or (unit == "day" and direction == 0):
        return None
    return Found(
        start=start, end=end, kind="shift", unit=unit, count=direction, relative=True, solar=_solar(grammar, unit)
    )
