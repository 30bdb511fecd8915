"""Last, this or next year, month, Friday, summer; and what of them tells no time."""

import regex

from claims.date_found import Found
from claims.date_patterns import DateGrammar

#: units in the plural without a number
_PLURAL = {
    "en": regex.compile(r"(?:years|months|weeks|days|decades|centuries|quarters|hours)$"),
    "de": regex.compile(r"(?:jahren?|monaten?|wochen|tagen?|jahrzehnten?|jahrhunderten?|quartalen?|stunden)$(?<!jahr)"),
}
#: behind the Turkish "yazı", which is an article as well as the summer
_SUMMER = regex.compile(r"(?:\s+\S+){0,4}?\s+(?:tatil|gecir|mevsim|sezon|boyunca|sicak|plaj|kurak)\p{l}*")


def several(told: str, language: str) -> bool:
    """Whether a time is several units of which none says how many: "in den letzten Jahren"."""
    plural = _PLURAL.get(language)
    return plural is not None and plural.search(told) is not None


def counted_by_the_sun(grammar: DateGrammar, unit: str) -> bool:
    """Whether the weeks, months and years of a language begin by the sun's calendar."""
    return grammar.language == "fa" and unit in {"week", "month", "year"}


def shifted(  # noqa: PLR0911
    direction: int, start: int, end: int, groups: dict[str, str], match: str, flat: str, grammar: DateGrammar
) -> Found | None:
    """Last, this or next year, month, Friday, January, summer."""
    if "w" in groups:
        return Found(
            start=start,
            end=end,
            kind="weekday",
            count=grammar.weekdays[groups["w"]],
            direction=direction + (direction > 0 and grammar.language == "ru" and "ближаиш" not in match),
            relative=True,
        )
    if "season" in groups and grammar.language == "fa":
        return Found(start=start, end=end, kind="unplaced")
    if several(match, grammar.language) or (groups.get("season") == "yazi" and not _SUMMER.match(flat, end)):
        return None  # "in den letzten Jahren": how many is not told; "bu yazı": this article
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
    unit = unit or ("year" if grammar.language == "fa" else "")  # "امسال"
    if not unit or unit == "hour" or (unit == "day" and direction == 0):
        return None
    return Found(
        start=start,
        end=end,
        kind="shift",
        unit=unit,
        count=direction,
        relative=True,
        solar=counted_by_the_sun(grammar, unit),
    )
