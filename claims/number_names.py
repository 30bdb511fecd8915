"""Digits that count nothing: clock times, scores, the numbers in names of roads, articles, flights."""

from functools import cache

import regex

from claims.closed import compiled
from claims.lexicon import words_of
from claims.lexicon.figures import figures_of

_SCORE = regex.compile(
    r"(?:(?<![\w.,/-])|(?<=(?<!\w)[وفبل]))(?P<a>\d{1,3})\s?[-–:]\s?(?P<b>\d{1,3})(?![\w/%€$£]|[.,]\d|\s?[-–]\s?\d|\s?(?:%|€|\$|£))"
)
#: "52 to 48", "3 à 1": ends that count nothing
_SCORE_TOLD = regex.compile(
    r"(?<![\w.,/-])(?P<lead>(?:from|de|von|с|от|between|entre|aged)\s)?(?P<a>\d{1,3})\s(?:to|à|a|zu)\s(?P<b>\d{1,3})(?![\w%€$£/-]|[.,]\d|\s?[%€$£])"
)
#: "the '80s", "90er", "68er", "80'lerde", "90'lı yıllar", "9/11"
_DECADE = regex.compile(
    r"(?<![\w.,])'?\d{2}(?:'?s|er[ns]?|'?l[ae]r\p{l}*|'?l[iu](?!k)\p{l}*|-лети\p{l}+)(?!\w)|(?<![\w/.,-])\d{1,2}/\d{1,2}(?![\w/])"
)
_POINTED = regex.compile(r"(?<![\w.,])\d{1,3}\.(?=\s\p{l})")  #: an ordinal: "25. Ausgabe", "5. madde"
_SCORE_WORD = {"zh": regex.compile(r"(?P<a>\d{1,3})比(?P<b>\d{1,3})"), "fa": regex.compile(r"(?<!\d)(?P<a>\d{1,2}|يك|دو|سه|چهار|پنج|شش|هفت) بر (?P<b>\d{1,2}|صفر|يك|دو|سه|چهار|پنج)(?![\w])")}  # noqa: E501  # fmt: skip
#: telephone numbers: three groups, or a nought before more digits
_DIALLED = regex.compile(r"(?<![\w.,/-])(?:\+?\d+(?:-\d+){2,}|0\d{3,})(?![\w/-])")
_HYPHENED = regex.compile(r"(?<=[\p{L}])[-–]\d+(?:[.,]\d+)?")


def nameless_spans(flat: str, language: str, *, counts: "regex.Pattern[str]") -> list[tuple[int, int]]:
    """Where digits stand that are no quantity; `counts` matches what makes a pair of numbers a range."""
    found = [match.span() for match in _HYPHENED.finditer(flat)]
    found += [match.span() for match in _DECADE.finditer(flat)]
    if language in {"de", "tr"}:
        found += [match.span() for match in _POINTED.finditer(flat)]
    found += [match.span() for match in _DIALLED.finditer(flat)]
    found += [match.span() for match in _uncounted(language).finditer(flat)]
    clock, labels, address = _patterns(language)
    if address is not None:
        found += [match.span("n") for match in address.finditer(flat)]
    if clock is not None:
        found += [match.span() for match in clock.finditer(flat)]
    if labels is not None:
        found += [match.span("n") for match in labels.finditer(flat)]
    for match in _SCORE.finditer(flat):
        rising = int(match.group("a")) < int(match.group("b")) and ":" not in match.group(0)
        if not (rising and counts.match(flat, match.end())):
            found.append(match.span())
    for match in _SCORE_TOLD.finditer(flat):
        vote = compiled(r"(?:vot|stimm)\w*(?:\s\w+){0,4}\s$").search(flat[max(0, match.start() - 40) : match.start()])
        if match.group("lead") is None and vote is None and not counts.match(flat, match.end()):
            found.append(match.span())
    word = _SCORE_WORD.get(language)
    if word is not None:
        found += [match.span() for match in word.finditer(flat)]
    return found


@cache
def _uncounted(language: str) -> "regex.Pattern[str]":
    """Stretches of a language whose numbers count nothing."""
    lead = r"(?<!\w)[وفبل]?" if language == "ar" else r"(?<!\w)"
    return regex.compile(rf"{lead}(?:{figures_of(language).uncounted or '(?!)'})(?!\w)")


@cache
def _patterns(language: str) -> tuple["regex.Pattern[str] | None", "regex.Pattern[str] | None", "regex.Pattern[str] | None"]:  # noqa: E501  # fmt: skip
    """Clock times, labelled numbers and house numbers of a language."""
    figures = figures_of(language)
    edge = "" if language in {"zh", "ja"} else r"(?!\w)"
    start = "" if language in {"zh", "ja"} else r"(?<![\w.,])"
    hours = sorted((name for name, value in words_of(language).cardinals.items() if 1 <= value <= 24), key=len)
    hour = "|".join([r"\d{1,2}", *(regex.escape(name) for name in reversed(hours) if " " not in name)])
    told = figures.clock.replace("{h}", f"(?:{hour})")
    clock = regex.compile(
        rf"{start}(?:[وف]?[بلك]?)?(?:{told}){edge}" if language == "ar" else rf"{start}(?:{told}){edge}"
    )
    labels = regex.compile(
        rf"(?<!\w){'[وفبل]{0,2}' if language == 'ar' else ''}(?:{figures.labels})(?:\s+(?:no\.?|number|nr\.?|رقم|№|numero))?\s*(?:ال\s?)?(?P<n>\d+(?:[.,:]\d+)*)(?!\s?[%€$£]|\s*(?:million|milliard|millones|مليون|млн|milyon))"  # noqa: E501
    )
    address = regex.compile(rf"{start}(?:{figures.address}){edge}") if figures.address else None
    return clock if figures.clock else None, labels if figures.labels else None, address
