"""Amounts that are told together: "three years and four months", "from 12 to 15 per cent"."""

from dataclasses import replace
from functools import cache

import regex

from claims.lexicon.figures import figures_of
from claims.records import Comparator, Quantity

_SMALLER = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
}  # fmt: skip


@cache
def _joint(language: str) -> "regex.Pattern[str]":
    words = figures_of(language).joined
    return regex.compile(rf"\s*(?:(?:{words})\s*)?" if words else r"\s*")


def with_parts(quantities: list[Quantity], text: str, flat: str, language: str) -> list[Quantity]:
    """The quantities with durations of two units made one, in the smaller unit."""
    made: list[Quantity] = []
    same = len(text) == len(flat)
    for one in quantities:
        last = made[-1] if made else None
        factor = _SMALLER.get((last.unit, one.unit)) if last else None
        if (
            last is None
            or factor is None
            or not same
            or one.comparator is not Comparator.EXACT
            or last.comparator is Comparator.BETWEEN
            or one.value >= factor
            or not _joint(language).fullmatch(flat, last.end, max(last.end, one.start))
        ):
            made.append(one)
            continue
        value = last.value * factor + one.value
        low, high = last.low * factor + one.value, last.high * factor + one.value
        made[-1] = replace(last, text=text[last.start : one.end], end=one.end, value=value, low=low, high=high, unit=one.unit)  # noqa: E501  # fmt: skip
    return made


_ENDS = regex.compile(r"(?<!(?<!\p{L})\p{L})\.|;")  #: an initial ends no clause: "(A. Person)"


@cache
def _change(language: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str]", "regex.Pattern[str]", "regex.Pattern[str] | None"]:  # noqa: E501  # fmt: skip
    figures = figures_of(language)
    edge = ("", "") if language in {"zh", "ja"} else (r"(?<!\w)", r"(?!\w)")
    gap = r"\s*" if language in {"zh", "ja"} else r"\s+"
    article = r"(?:(?:el|la|le|the)\s+)?"
    return (
        regex.compile(rf"{edge[0]}(?:{figures.change or '(?!)'}){edge[1]}"),
        regex.compile(rf"{edge[0]}(?:{figures.change_from or '(?!)'}){gap}{article}$"),
        regex.compile(rf"{gap}(?:{figures.change_to or '(?!)'}){gap}{article}"),
        regex.compile(rf"{edge[0]}(?:{figures.up_to}){gap}$") if figures.up_to else None,
    )


def changes(flat: str, language: str, start: int, end: int, following: int) -> bool:
    """Whether two amounts are the ends of a change, "rose from 12 to 15", and no range."""
    verb, opened, mid, _ = _change(language)
    if mid.fullmatch(flat, end, following) is None:
        return False
    if figures_of(language).change_to in {"auf", "به"} or language == "zh":
        return opened.search(flat, max(0, start - 8), start) is not None
    clause = max((one.end() for one in _ENDS.finditer(flat, 0, start)), default=0)
    return opened.search(flat, max(0, start - 8), start) is not None and verb.search(flat, max(clause, start - 80), following + 60) is not None  # noqa: E501  # fmt: skip


#: what has a bound of its own, whatever rose or fell: "упал при порывах ветра до …", "вырыли яму глубиной до …"
_OWN_BOUND = regex.compile(
    r"(?<!\w)(?:при(?:\s+\p{l}+){1,3}|порыв\p{l}+(?:\s+\p{l}+)?|(?:длиной|высотой|глубиной|шириной|толщиной|весом|массой|сроком|скоростью|мощностью|площадью|стоимостью|объемом|вместимостью|диаметром|возрастом))\s+$"
)
#: before the persons asked "unter" says among whom: "eine Umfrage unter 1.012 Einwohnern"
_ASKED = regex.compile(
    r"\s+(?:\p{l}+\s+){0,3}?(?:einwohner|burger|befragte|teilnehme|personen|menschen|erwachsene|wahler|wahlberechtigte|jugendliche|kinder|schuler|studierende|student|arbeitnehmer|beschaftigte|mitarbeite|unternehmen|firmen|betriebe|haushalte|leser|nutzer|mitglieder|eltern|frauen|mannern|patient|proband|arzt|lehr)\p{l}*"
)
_SURVEY = r"(?:um|be)?frag\p{l}*|erhebung\p{l}*|stud\p{l}+|interview\p{l}*|stichprobe\p{l}*"
_SURVEYED = regex.compile(rf"(?:{_SURVEY})(?:\s+\p{{l}}+){{0,4}}\s+unter\s+$")
_DONE = regex.compile(rf"(?:[^.;]{{0,60}}\s)?(?:durchfuhr\p{{l}}*|durchgefuhrt\p{{l}}*|{_SURVEY})(?!\w)")
_SIZE = regex.compile(
    r"(?:mit|von|auf|bei|deutlich|weit|knapp|orten?|gemeinden?|dorfern?|stadten?|kommunen?)\s+unter\s+$"
)


def among_asked(flat: str, start: int, end: int) -> bool:
    """Whether the German "unter" before a number says among whom was asked, and bounds nothing."""
    asked = _ASKED.match(flat, end)
    if asked is None or not flat.startswith(" ", start - 1) or _SIZE.search(flat, max(0, start - 30), start):
        return False
    before = _SURVEYED.search(flat, max(0, start - 80), start)
    return before is not None or _DONE.match(flat, asked.end()) is not None


#: those of whom a German "gegen" says that they were against it: "gegen drei Stimmen", "gegen zwei Spieler"
_AGAINST = regex.compile(
    r"\s+(?:\p{l}+\s+)?(?:\p{l}*stimmen?|spieler\p{l}*|mitbewerber\p{l}*|konkurrent\p{l}*|gegner\p{l}*|verdachtige\p{l}*|beschuldigte\p{l}*|angeklagte\p{l}*|mannschaften|teams)(?!\w)"
)


def set_against(flat: str, first: int, end: int) -> bool:
    """Whether the German word from `first` says whom something was against, and bounds no number."""
    return flat.startswith("gegen ", first) and _AGAINST.match(flat, end) is not None


def bounded_above(flat: str, language: str, start: int) -> int | None:
    """Where "up to" begins before an amount; None where a verb of change makes it the end of a change."""
    verb, _, _, bound = _change(language)
    ahead = bound.search(flat, max(0, start - 12), start) if bound else None
    clause = max((one.end() for one in _ENDS.finditer(flat, max(0, start - 50), start)), default=0)
    if ahead is None:
        return None
    changed = verb.search(flat, max(clause, start - 50), start)
    own = changed is not None and _OWN_BOUND.search(flat, changed.end(), ahead.start())
    return ahead.start() if changed is None or own else None
