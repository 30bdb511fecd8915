"""Shares told by persons: "one in five", "un Français sur cinq", "каждый пятый", "五分之一"."""

from dataclasses import dataclass
from functools import cache

import regex

from claims.amounts_han import HAN_DIGITS
from claims.lexicon import words_of
from claims.lexicon.figures import figures_of
from claims.records import Comparator

_HAN = HAN_DIGITS | {"十": 10}
_HAN_SHARE = regex.compile(r"(?P<n>[二三四五六七八九十])分之(?P<k>[一二三四五六七八九])")
#: 每五人中有一人, 每10名学生中就有3名
_HAN_OF_EVERY = regex.compile(
    r"每(?P<n>\d{1,3}|[二三四五六七八九十])[个名位人户家]\p{Han}{0,6}?[中里]，?[就便约仅只至少平均]{0,4}有(?P<k>\d{1,2}|[一二两三四五六七八九])[个名位人户家]"
)
_HAN_TENTHS = regex.compile(
    r"(?P<k>[一二三四五六七八九两]|\d)成(?:(?<=[近逾约超过到足]\p{Han}成)(?=为)|(?!立|为|功|员(?!工)|本|果|绩|长|年|都|了|交))(?P<half>半)?"
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share in folded text, 0 to 1, or a multiple or an age that words around a number tell."""

    start: int
    end: int
    value: float
    unit: str = "fraction"  #: "percent" where it is told in tenths, as Chinese does
    comparator: Comparator | None = None  #: where the words themselves bound it


@cache
def _patterns(language: str) -> tuple["regex.Pattern[str]", ...]:
    """The patterns of a language with its number words put in."""
    figures, words = figures_of(language), words_of(language)
    numbers = "|".join(sorted((regex.escape(name) for name in words.cardinals if 2 <= words.cardinals[name] <= 100), key=len, reverse=True))  # noqa: E501  # fmt: skip
    ordinals = "|".join(sorted((regex.escape(name) for name in words.ordinals), key=len, reverse=True)) or "(?!)"
    small = "|".join(sorted(map(regex.escape, figures.share_words), key=len, reverse=True)) or "(?!)"
    made = []
    for pattern in figures.one_in:
        text = pattern.replace("{k}", rf"(?P<k>{small})").replace("{n}", rf"(?P<n>\d{{1,3}}|{numbers or '(?!)'})").replace("{o}", rf"(?P<o>{ordinals})")  # noqa: E501  # fmt: skip
        lead = r"(?:(?<!\w)|(?<=(?<!\w)[وفبل]))" if language == "ar" else r"(?<!\w)"
        made.append(regex.compile(rf"{lead}(?:{text})(?!\w)"))
    return tuple(made)


def shares_in(flat: str, language: str) -> list[Share]:
    """The shares of a folded text."""
    if language == "zh":
        return _han(flat)
    figures, words = figures_of(language), words_of(language)
    found: list[Share] = []
    for pattern in _patterns(language):
        for match in pattern.finditer(flat):
            groups = match.groupdict()
            if groups.get("o"):
                whole = float(words.ordinals[groups["o"]])
            else:
                whole = float(groups["n"]) if groups["n"].isdigit() else words.cardinals[groups["n"]]
            told = groups.get("k") or ""
            part = float(told) if told.isdigit() else figures.share_words.get(told, words.cardinals.get(told, 1))
            if 2 <= whole <= 100 and part < whole and not any(one.start < match.end() and match.start() < one.end for one in found):  # noqa: E501  # fmt: skip
                found.append(Share(match.start(), match.end(), part / whole))
    return found


def _han(flat: str) -> list[Share]:
    """Chinese: 五分之一, and tenths: 三成."""
    found = [
        Share(match.start(), match.end(), _HAN[match.group("k")] / _HAN[match.group("n")])
        for match in _HAN_SHARE.finditer(flat)
    ]
    for match in _HAN_OF_EVERY.finditer(flat):
        part, whole = (float(raw) if raw.isdigit() else _HAN[raw] for raw in (match.group("k"), match.group("n")))
        if part < whole:
            found.append(Share(match.start(), match.end(), part / whole))
    for match in _HAN_TENTHS.finditer(flat):
        raw = match.group("k")
        tenths = float(raw) if raw.isdigit() else _HAN[raw]
        value = tenths * 10 + (5 if match.group("half") else 0)
        found.append(Share(match.start(), match.end(), value, "percent"))
    return found
