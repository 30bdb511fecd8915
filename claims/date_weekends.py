# ruff: noqa: E501 -- word lists read better in long lines
"""The weekend: the last one, the one to come, or the one that the tense tells."""

from collections.abc import Callable
from datetime import date, timedelta

import regex

from claims.date_found import Found
from claims.date_periods import Period, interval

Rule = tuple[str, "regex.Pattern[str]"]
#: a language -> the last one, the one that the tense tells, the one to come; in German that is no adjective's
_WEEKENDS = {
    "en": ("(?:over |on |at )?(?:the )?(?:last|past) weekend", "(?:over|at|on|during) the weekend|this weekend", "next weekend|(?:over )?the coming weekend"),
    "fr": ("(?:le )?week-?end dernier", "ce week-?end|durant le week-?end|pendant le week-?end", "(?:le )?week-?end prochain"),
    "es": ("(?:el )?(?:pasado fin de semana|fin de semana pasado)", "(?:este|durante el) fin de semana", "(?:el )?(?:próximo fin de semana|fin de semana que viene)"),
    "de": ("(?:am |das )?(?:vergangene[ns]?|letzte[ns]?) wochenende", "am wochenende|dieses wochenende", "(?:am |das )?(?:kommende[ns]?|nächste[ns]?) wochenende"),
    "ru": ("в (?:прошлые|прошедшие|минувшие) выходные", "(?:на|в|в эти) (?:выходные|выходных)", "в (?:ближайшие|предстоящие|следующие) выходные"),
    "tr": ("geçen hafta sonu|geçtiğimiz hafta sonu", "(?:bu )?hafta sonu", "(?:gelecek|önümüzdeki) hafta sonu"),
}  # fmt: skip


def weekend_rules(language: str, build: Callable[[str], "regex.Pattern[str]"]) -> list[Rule]:
    """The rules of a language; none where weekends fall on different days."""
    return [(f"weekend{by}", build(p)) for by, p in zip((-1, 0, 1), _WEEKENDS.get(language, ()), strict=False)]


def weekend(kind: str, start: int, end: int) -> Found:
    """One of them, with its direction where it is told."""
    by = int(kind.removeprefix("weekend"))
    return Found(start=start, end=end, kind="weekend", direction=by or None, relative=True)


def weekend_of(found: Found, published: date) -> Period | None:
    """Its Saturday and Sunday; none where nothing tells which it is."""
    if not found.direction:
        return None
    saturday = published + timedelta(days=5 - published.weekday())
    if found.direction < 0 and saturday > published:
        saturday -= timedelta(days=7)
    if found.direction > 0 and saturday + timedelta(days=1) < published:
        saturday += timedelta(days=7)
    return interval(saturday, saturday + timedelta(days=1))
