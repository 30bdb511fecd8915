"""Which relation a word names (founded, born, height, cost …), in nine languages, from one file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import regex

from claims.folding import fold, folded

_ARABIC_CLITICS = "(?:[وف]?[سبلك]?(?:ال|لل)?)"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a relation."""

    relation: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, object]]:
    """The file, as read."""
    text = files("evidence.slots").joinpath("relations.toml").read_text("utf-8")
    return dict(tomllib.loads(text))


@lru_cache(maxsize=1)
def single_valued() -> Mapping[str, frozenset[str]]:
    """For each relation the kinds of slot that have one value for one subject."""
    return {name: frozenset(_list(row["one"])) for name, row in _table().items()}


def _list(value: object) -> list[str]:
    """A TOML list of texts."""
    if not isinstance(value, list):
        raise TypeError(f"relations.toml: expected a list, found {value!r}")
    return [str(item) for item in value]


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    """One pattern a relation for a language that the file knows."""
    return tuple((name, whole_words(str(row[language]), language)) for name, row in _table().items() if language in row)


@lru_cache(maxsize=512)
def listed_words(file: str, language: str, part: str = "") -> "regex.Pattern[str] | None":
    """The pattern for the words that a file beside this one lists for a language, in the named part of it."""
    table = tomllib.loads(files("evidence.slots").joinpath(file).read_text("utf-8"))
    words = (table[part] if part else table).get(language)
    return whole_words(words, language) if words else None


def whole_words(listed: str, language: str) -> "regex.Pattern[str]":
    """A pattern for the words of a list over folded text: `word*` is a beginning, `a_b` a phrase."""
    parts = sorted({_part(word) for word in listed.split()}, key=len, reverse=True)
    if language == "zh":
        return regex.compile("|".join(parts))
    before = _ARABIC_CLITICS if language in {"ar", "fa"} else ""
    return regex.compile(rf"(?<!\w){before}(?:{'|'.join(parts)})(?!\w)")


def _part(word: str) -> str:
    """A word of the file as a pattern."""
    return regex.escape(folded(word)).replace(r"\*", r"\w*").replace("_", r"\s+")


@lru_cache(maxsize=8192)
def triggers_in(text: str, language: str) -> tuple[Trigger, ...]:
    """The words of a text that name relations, in order; one word may name several.

    >>> [t.relation for t in triggers_in("وافتُتح في ديسمبر 1999، ويبلغ ارتفاعه 321 متراً", "ar")]
    ['opened', 'height']
    """
    form = fold(text)
    found: list[Trigger] = []
    for name, pattern in _patterns(language.split("-", maxsplit=1)[0]):
        found += [Trigger(name, *form.back(*match.span())) for match in pattern.finditer(form.text)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.relation)))
