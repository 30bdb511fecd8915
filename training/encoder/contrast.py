"""One thing changed in a claim or taken out of a passage, in any language: what a reader must notice."""

import random
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import regex

from claims.calendars import month_names
from claims.names import find_names

_DIGITS = regex.compile(r"(?<![\p{L}\p{N}])\p{Nd}[\p{Nd}.,٬٫]*")
_CAPITALS = regex.compile(r"(?<!^)(?<![.!?]\s)(?<!\p{L})\p{Lu}\p{Ll}{2,}(?:\s\p{Lu}\p{Ll}{2,})*")


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, Any]]:
    """The words of `contrast.toml`."""
    return tomllib.loads(Path(__file__).with_name("contrast.toml").read_text("utf-8"))


@lru_cache(maxsize=32)
def _others(language: str) -> dict[str, str]:
    """Each word of a language with the word that excludes it."""
    pairs = [pair.split("/") for pair in _words()["opposites"].get(language, "").split()]
    return dict(pairs) | {other: one for one, other in pairs}


@lru_cache(maxsize=32)
def _months(language: str) -> tuple[tuple[str, ...], "regex.Pattern[str] | None"]:
    """The month names of a language that are no common word of it, and a pattern for them."""
    names = tuple(name for name in month_names(language) if len(name) > 3 and name not in {"march", "mars", "marzo"})
    return names, regex.compile(
        r"(?<!\p{L})(?:" + "|".join(map(regex.escape, names)) + r")(?!\p{L})", regex.I
    ) if names else None


def other_number(text: str, rng: random.Random) -> str:
    """The text with one number changed to another of its size; "" where it has none in digits."""
    found = [match for match in _DIGITS.finditer(text) if len(match.group()) <= 9]
    if not found:
        return ""
    match = rng.choice(found)
    raw = match.group().rstrip(".,")
    whole = regex.sub(r"[.,٬٫]", "", raw)
    if not whole.isdigit():
        return ""
    old = int(whole)
    if len(raw) == 4 and 1500 <= old <= 2100:
        new = str(old + rng.choice([-41, -17, -9, -4, -2, -1, 1, 2, 3, 5, 8, 19, 27, 50]))
    elif len(raw) <= 2:
        new = str(max(1, old + rng.choice([-9, -5, -3, -2, -1, 1, 2, 3, 4, 7, 11, 20])))
    else:  # the same shape with other digits, so that separators stay
        place = rng.randrange(min(2, len(raw)))
        digits = [c for c in "123456789" if c != str(int(raw[place]))] if raw[place].isdigit() else ["7"]
        new = raw[:place] + rng.choice(digits) + raw[place + 1 :]
    return text[: match.start()] + new + text[match.start() + len(raw) :] if new != raw else ""


def other_month(text: str, language: str, rng: random.Random) -> str:
    """The text with one month changed."""
    names, pattern = _months(language)
    match = pattern.search(text) if pattern else None
    if match is None:
        return ""
    new = rng.choice(names)
    if new == match.group().casefold():
        return ""
    return text[: match.start()] + (new.title() if match.group()[0].isupper() else new) + text[match.end() :]


def without_number(text: str, rng: random.Random) -> str:
    """The text without one of its numbers; "" where it has none in digits."""
    found = list(_DIGITS.finditer(text))
    if not found:
        return ""
    match = rng.choice(found)
    return regex.sub(r"\s+", " ", text[: match.start()] + text[match.end() :])


def half_of(text: str, rng: random.Random) -> str:
    """The first or the last half of a text, cut between words; "" where it is short."""
    places = [match.start() for match in regex.finditer(r"\s|(?<=[，、])", text)]
    inside = [at for at in places if 0.4 * len(text) <= at <= 0.65 * len(text)]
    if len(text) < 60 or not inside:
        return ""
    at = rng.choice(inside)
    return text[:at] if rng.random() < 0.6 else text[at:].strip()


def names_in(text: str, language: str) -> list[tuple[int, int]]:
    """Where names stand: by capitals in scripts that have them, else by the name finder."""
    if language in {"en", "fr", "es", "tr", "ru"}:
        return [match.span() for match in _CAPITALS.finditer(text)]
    return [(one.start, one.end) for one in find_names(text, language)]


def other_name(text: str, language: str, pool: Sequence[str], rng: random.Random) -> str:
    """The text with one name changed to one of the pool."""
    spans = names_in(text, language)
    if not spans or not pool:
        return ""
    start, end = rng.choice(spans)
    new = rng.choice(pool)
    mine = text[start:end]
    if new.casefold() in text.casefold() or mine.casefold() in new.casefold():
        return ""
    return text[:start] + new + text[end:]


def swapped_names(text: str, language: str) -> str:
    """The text with its two names in each other's place; "" unless it has exactly two."""
    spans = names_in(text, language)
    if len(spans) != 2:
        return ""
    (a, b), (c, d) = spans
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def denied(text: str, language: str, rng: random.Random) -> str:
    """The text with a denial put in, or taken out where it has one."""
    for kind in ("denied", "denials"):
        choices = list(_words()[kind].get(language, ()))
        rng.shuffle(choices)
        for pattern, new in choices:
            changed = regex.sub(pattern, new, text, count=1)
            if changed != text:
                return regex.sub(r"\s+", " ", changed).strip()
    return ""


def opposite(text: str, language: str, rng: random.Random) -> str:
    """The text with one word changed for the word that excludes it."""
    others = _others(language)
    if language == "zh":
        found = [(at, word) for word in others for at in [text.find(word)] if at >= 0]
    else:
        found = [(m.start(), m.group()) for m in regex.finditer(r"[\p{L}\p{M}]+", text) if m.group() in others]
    if not found:
        return ""
    at, word = rng.choice(found)
    return text[:at] + others[word] + text[at + len(word) :]
