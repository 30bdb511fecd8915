"""Text -> the date expressions in it: what is said, not yet which days it means."""

from dataclasses import replace
from datetime import date

import regex

from claims.amounts_han import HAN_DIGITS
from claims.calendars import HIJRI_MONTHS, SOLAR_MONTHS, from_hijri, from_solar
from claims.date_counted import counted_in, years_in_words
from claims.date_found import Found
from claims.date_frames import widened
from claims.date_joined import joined
from claims.date_lengths import with_lengths
from claims.date_patterns import DateGrammar, date_grammar_of
from claims.date_points import (
    DECADE_CENTURY,
    bare_year,
    day_of_month,
    decade_of,
    given_day,
    in_calendar,
    months_told,
    ordinal_told,
    year_told,
)
from claims.date_shifted import counted_by_the_sun, several, shifted
from claims.date_solar import solar_season
from claims.date_weekends import weekend

HAN_YEAR = regex.compile(r"[一二][〇零一二三四五六七八九]{3}(?=年)")  #: 二〇二四年; as many digits as characters
__all__ = ["Found", "found_in"]


def found_in(flat: str, text: str, language: str) -> list[Found]:
    """The time expressions of a folded text, longest first where they overlap, in text order."""
    grammar = date_grammar_of(language.split("-", maxsplit=1)[0])
    if grammar.language == "zh":
        flat = HAN_YEAR.sub(lambda m: "".join(str(HAN_DIGITS[char]) for char in m.group(0)), flat)
    hits: list[Found] = []
    for kind, pattern in grammar.rules:
        for match in pattern.finditer(flat):
            made = _read(kind, match, flat, grammar)
            if made is not None:
                hits.append(made)
    hits.extend(counted_in(flat, text, grammar))
    hits.extend(years_in_words(flat, text, grammar))
    hits.sort(key=lambda found: (_vague(found), -(found.end - found.start), found.start))
    kept: list[Found] = []
    for hit in hits:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return with_lengths([widened(hit, flat, grammar) for hit in joined(kept, flat, grammar)], flat, text, language)


def _vague(found: Found) -> int:
    """How far a fuller reading wins over it: over a month or weekday alone, a bare year, most over "the year's end"."""
    if found.kind == "end":
        return 2
    return int(
        (found.kind in {"month", "season"} and found.year is None and found.shift_year is None)
        or found.kind == "year"
        or (found.kind == "weekday" and found.unit != "week")
    )


_SOLAR_YEARS = {"امسال": 0, "سال جاري": 0, "سال گذشته": -1, "پارسال": -1, "سال اينده": 1}
_BY_THE_OTHER_CALENDAR = frozenset({"season", "quarter", "half", "week_of", "order", "feast"})


def _read(kind: str, match: "regex.Match[str]", flat: str, grammar: DateGrammar) -> Found | None:  # noqa: C901, PLR0911, PLR0912, PLR0915
    """What one match says."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    start, end = match.span("q") if "q" in match.re.groupindex else match.span()
    year, shift = year_told(groups, grammar)
    named = groups.get("m", "")
    month = (int(named) if named.isdigit() else grammar.months.get(named)) if kind != "numeric" else None
    relative = shift is not None
    if grammar.language == "fa" and kind in _BY_THE_OTHER_CALENDAR and (shift is not None or 1206 <= (year or 0) <= 1497 or (kind in {"quarter", "half"} and year is None)):  # noqa: E501  # fmt: skip
        return solar_season(start, end, grammar.words.seasons[groups["season"]], year, shift) if kind == "season" else Found(start=start, end=end, kind="unplaced")  # noqa: E501  # fmt: skip
    match kind:
        case "numeric":
            one = (
                int(groups.get("y") or groups["y2"]),
                int(groups.get("m") or groups["m2"]),
                int(groups.get("d") or groups["d2"]),
            )
            if one[1] > 12 and one[2] <= 12:
                one = one[0], one[2], one[1]
            return given_day(start, end, *one)
        case "season_span" if (int(groups["y"]) + 1) % 100 != int(groups["y2"]):
            return None
        case "nth":
            number = ordinal_told(groups, grammar)
            if number is None or not 1 <= number <= 5:
                return None
            weekday = grammar.weekdays[groups["w"]] if "w" in groups else -1
            return Found(
                start=start,
                end=end,
                kind="nth",
                year=year,
                shift_year=shift,
                month=month,
                number=number,
                count=weekday,
                relative=relative or year is None,
            )
        case "months":
            return months_told(start, end, grammar.months[groups["m"]], grammar.months[groups["m2"]], year)
        case "past_one":
            unit = next((name.removeprefix("u_") for name in groups if name.startswith("u_")), "")
            return (
                Found(start=start, end=end, kind="past", unit=unit, count=1, relative=True)
                if not several(match.group(0), grammar.language)
                and unit in {"week", "month", "year", "decade", "century"}
                else None
            )
        case "span" | "season_span":
            first, raw = int(groups["y"]), groups["y2"]
            if grammar.language == "fa" and first < 1500:
                return Found(start=start, end=end, kind="unplaced")
            last = int(raw) if len(raw) == 4 else first // 100 * 100 + int(raw)
            if not first < last <= first + (1 if groups.get("slash") else 500):
                return None
            return Found(start=start, end=end, kind="span", first=date(first, 1, 1), last=date(last, 12, 31))
        case "order":
            day = day_of_month(groups.get("d"), grammar)
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
        case "unplaced":
            return Found(start=start, end=end, kind=kind)
        case "week_of":
            number = -1 if "last" in groups else ordinal_told(groups, grammar)
            if number is None or number > 5:
                return Found(start=start, end=end, kind="unplaced")
            return Found(start=start, end=end, kind=kind, number=number, month=month, year=year, shift_year=shift, relative=year is None)  # noqa: E501  # fmt: skip
        case "quarter" | "half":
            last = 4 if kind == "quarter" else 2
            number = last if "last" in groups else ordinal_told(groups, grammar)
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
            number = ordinal_told(groups, grammar)
            return None if number is None else Found(start=start, end=end, kind="century", number=number)
        case "decade":
            year = decade_of(match.group(0))
            return None if year is None else Found(start=start, end=end, kind="decade", year=year)
        case "decade_word":
            told = ordinal_told(groups, grammar)
            century = 2000 if "now" in groups else DECADE_CENTURY if told is None else (told - 1) * 100
            return Found(start=start, end=end, kind="decade", year=century + grammar.words.decade_words[groups["dw"]])
        case "season":
            return Found(
                start=start,
                end=end,
                kind="season",
                year=year,
                shift_year=shift,
                month=grammar.words.seasons[groups["season"]],
                relative=relative or year is None,
            )
        case "end_late" | "end_early" | "end_middle":
            part = kind.removeprefix("end_")
            if "season" in groups and grammar.language == "fa":
                return replace(
                    solar_season(start, end, grammar.words.seasons[groups["season"]], None, None),
                    part=part,
                    relative=True,
                )
            if "season" in groups:
                return Found(start=start, end=end, kind="season", month=grammar.words.seasons[groups["season"]], part=part, relative=True)  # noqa: E501  # fmt: skip
            unit = next((name.removeprefix("u_") for name in groups if name.startswith("u_")), "year")
            return Found(start=start, end=end, kind="end", unit=unit, part=part, relative=True, solar=counted_by_the_sun(grammar, unit))  # noqa: E501  # fmt: skip
        case "end_word":
            unit = next(name for name in groups if name in {"year", "month", "week"})
            return Found(start=start, end=end, kind="end", unit=unit, part="late", relative=True)
        case "feast" if groups["feast"].startswith("thanksgiving"):
            return Found(start=start, end=end, kind="nth", year=year, shift_year=shift, month=11, number=4, count=3, relative=year is None)  # noqa: E501  # fmt: skip
        case "feast":
            at = grammar.figures.feasts[groups["feast"]]
            return Found(start=start, end=end, kind="day", month=at[0], day=at[1], year=year, shift_year=shift, relative=year is None)  # noqa: E501  # fmt: skip
        case "days":
            return Found(
                start=start, end=end, kind="days", count=grammar.words.day_words[groups["days"]], relative=True
            )
        case "weekday":
            return Found(start=start, end=end, kind="weekday", count=grammar.weekdays[groups["w"]], relative=True)
        case "monthday" | "monthday-1" | "monthday0" | "monthday1" | "weekday_day":
            day = day_of_month(groups.get("d"), grammar)
            if day is None or not 1 <= day <= 31:
                return None
            shift = {"上": -1, "本": 0, "当": 0, "下": 1}.get(groups.get("ms", "")[:1])
            if kind not in {"monthday", "weekday_day"}:
                kind, shift = "monthday", int(kind.removeprefix("monthday"))
            weekday = grammar.weekdays[groups["w"]] if kind == "weekday_day" else -1
            return Found(start=start, end=end, kind=kind, day=day, number=shift, count=weekday, relative=True)
        case "weekend-1" | "weekend0" | "weekend1":
            return weekend(kind, start, end)
        case "week-1" | "week0" | "week1":
            return Found(
                start=start,
                end=end,
                kind="weekday",
                count=grammar.weekdays[groups["w"]],
                unit="week",
                number=int(kind.removeprefix("week")),
                direction=0,
                relative=True,
            )
        case "month":
            return Found(start=start, end=end, kind="month", month=month, relative=True)
        case "year" | "bare":
            return bare_year(kind, start, end, int(groups["y"]), flat, grammar)
        case "hijri":
            if "hy" in groups:
                found = from_hijri(int(groups["hy"]), None, None)
            else:
                found = from_hijri(
                    int(groups["y"]), HIJRI_MONTHS[groups["hm"]], int(groups["d"]) if "d" in groups else None
                )
            return in_calendar(start, end, found, groups)
        case "solar":
            day = day_of_month(groups.get("d"), grammar)
            found = from_solar(int(groups["y"]), SOLAR_MONTHS.get(groups.get("sm", "")), day)
            return in_calendar(start, end, found, groups)
        case "solar_near":
            beside = groups.get("sy", "")
            return Found(
                start=start, end=end, kind="solar", month=SOLAR_MONTHS[groups["sm"]], day=day_of_month(groups.get("d"), grammar),  # noqa: E501
                shift_year=_SOLAR_YEARS.get(beside), relative=True, direction={"گذشته": -1, "اينده": 1}.get(beside),
            )  # fmt: skip
    return (
        shifted(int(kind.removeprefix("shift")), start, end, groups, match.group(0), flat, grammar)
        if kind.startswith("shift")
        else None
    )
