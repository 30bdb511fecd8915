"""Dates that are part of a name or tell an age: "Avenida 9 de Julio", "the October 7 attack", "in her thirties"."""

from functools import cache

import regex

from claims.closed import compiled
from claims.date_found import Found
from claims.folding import Folded
from claims.lexicon.figures import figures_of

#: behind these a day or year names a street, a square, a plant
_PLACES = {
    "es": r"(?:avenida|avda\.?|calle|plaza|barrio|estadio|parque|puente|autopista|paseo)(?: de| del)?",
    "fr": r"(?:rue|avenue|place|boulevard|pont|stade|square|quai|cours)(?: du| de)?",
    "de": r"(?:strasse|straße|platz|brücke|brucke|allee|ufer|stadion)(?: des| der)?",
    "ru": r"(?:улиц|площад|проспект|завод|парк|сквер|набережн|бульвар|район)\p{l}*",
}
_PLACES_BEHIND = {
    "tr": r"(?:\s\p{l}+){0,2}\s(?:kopru|cadde|sokag|stad|universite|mahalle|meydan|bulvar|lise|park|otogar|hastane|kampus|viyadug|anit)\p{l}*",  # noqa: E501
}
#: plans that carry the year that they aim at
_PLANS = regex.compile(
    r"(?<!\w)(?:agenda|vision|vizyon|visión|vision|horizonte?|expo|strategie|strategy|estrategia|plan|mirage|windows|rafale|airbus|boeing)\s$"
)
_AGE = regex.compile(r"(?<!\w)(?:his|her|their|my|your|our|its)\s(?:early\s|mid-?\s?|late\s|mid\s)?$")
_MATCH = regex.compile(
    r"(?<!\w)(?:match|game|goals?|scor\w+|touchdown|halftime|half-time|led|lead|quarterback|coach)(?!\w)"
)


#: before a weekday: all of them, and no day in particular
_EVERY = {
    language: regex.compile(rf"(?<!\w)(?:{words})\s+\w+$")
    for language, words in {
        "en": "every|each|most|alternate", "fr": "chaque|tous les", "es": "cada|todos los", "de": r"jede\w?",
        "ru": r"кажд\w+",
    }.items()
}  # fmt: skip
#: "it was a Sunday": which of them is not told
_ONE = {
    language: regex.compile(words)
    for language, words in {
        "en": r"(?<!\w)(?:was|is|on|it's|any|some) an? $", "fr": r"(?<!\w)un $", "es": r"(?<!\w)un $",
        "de": r"(?<!\w)eine[mn]? $|(?<!\w)(?:war|ist) ein $", "ru": r"(?<!\w)(?:было|была|был|это) $",
        "tr": r"gunlerden $",
        "fa": r"يك (?:روز )?$", "zh": r"是(?:一?个)?$",
    }.items()
}  # fmt: skip
_CAPITAL = regex.compile(r"\s\p{Lu}\p{Ll}")
_CLOSED = frozenset(["", *"，。；！？、”」"])
_CLOSE = 24  #: characters between a weekday and the words that make it any such day


_GOLF = regex.compile(r"(?<!\w)(?:birdies?|bogeys?|par|eagle|tee|fairway|putt\w*|holes?)(?!\w)")


@cache
def _events(language: str) -> "regex.Pattern[str] | None":
    words = figures_of(language).events
    return regex.compile(rf"(?:{words})(?!\w)") if words else None


@cache
def _places(language: str) -> "tuple[regex.Pattern[str] | None, regex.Pattern[str] | None]":
    ahead, behind = _PLACES.get(language), _PLACES_BEHIND.get(language)
    lead = r"(?<!\w)" if language != "de" else ""
    return (
        regex.compile(rf"{lead}{ahead}\s$") if ahead else None,
        regex.compile(rf"{behind}") if behind else None,
    )


def in_name(found: Found, flat: str, language: str) -> bool:  # noqa: PLR0911
    """Whether a date says nothing of when: it names a place, an event, a plan, an age."""
    if found.kind == "monthday" and language == "en":
        return _GOLF.search(flat) is not None  # "a birdie on the 18th"
    known = found.year is not None or found.shift_year is not None
    ahead = flat[max(0, found.start - 40) : found.start]
    if found.kind in {"day", "year"} and not (found.kind == "day" and known):
        before, behind = _places(language)
        # "улица 1905 года", but "los vecinos de la calle en 2019": the date itself has no preposition
        if before is not None and before.search(ahead):
            return True
        if behind is not None and found.kind == "day" and behind.match(flat, found.end):
            return True
    if found.kind == "day" and not known:
        event = _events(language)
        if event is not None and _event_beside(event, flat, found):
            return True
    if found.kind == "year" and _PLANS.search(ahead):
        return True
    if found.kind == "decade" and _AGE.search(ahead):
        return True
    return found.kind == "quarter" and not known and language == "en" and _MATCH.search(flat) is not None


def _event_beside(event: "regex.Pattern[str]", flat: str, found: Found) -> bool:
    """Whether the noun of an event stands right behind a day, or right before it: "les attentats du 11 septembre"."""
    behind = compiled(r"\s").match(flat[found.end :])
    if behind is not None and event.match(flat, found.end + 1):
        return True
    before = compiled(r"(?P<w>\p{l}+)\s(?:(?:of|du|des|del|de|vom|los|the)\s)*$").search(flat[: found.start])
    return before is not None and event.fullmatch(before.group("w")) is not None


def in_person(found: Found, source: Folded, text: str, language: str) -> bool:
    """Whether a Spanish weekday is a given name by its capital and the one behind it: "Domingo Sosof"."""
    if language != "es" or found.kind != "weekday":
        return False
    start, end = source.back(found.start, found.end)
    return text[start:end].rsplit(maxsplit=1)[-1][:1].isupper() and _CAPITAL.match(text, end) is not None


def comes_again(found: Found, flat: str, language: str) -> bool:
    """Whether a weekday is any such day: "every Friday", "it was a Friday"."""
    if found.kind == "weekday" and found.unit != "week" and language in _ONE:
        one = _ONE[language].search(flat, max(0, found.start - _CLOSE), found.start)
        if one and (not one.group().endswith("是") or flat[found.end : found.end + 1] in _CLOSED):
            return True
    every = _EVERY.get(language)
    return (
        found.kind == "weekday"
        and every is not None
        and every.search(flat, max(0, found.start - _CLOSE), found.end) is not None
    )
