"""Where a page only passes on what others hold, and what is told as past or as lasting to this day."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import regex

from claims.folding import fold
from evidence.slots.relations import whole_words


@lru_cache(maxsize=32)
def _pattern(language: str, part: str = "") -> "regex.Pattern[str] | None":
    """The words of one language."""
    table = tomllib.loads(files("evidence.slots").joinpath("hedges.toml").read_text("utf-8"))
    table = table[part] if part else table
    return whole_words(table[language], language) if language in table else None


def hedges(text: str, language: str) -> bool:
    """Whether a sentence vouches for nothing itself.

    >>> hedges("تنسب المصادر بناء الجامع إلى فاطمة", "ar"), hedges("بنت فاطمة الجامع", "ar")
    (True, False)
    """
    pattern = _pattern(language)
    return pattern is not None and pattern.search(fold(text).text) is not None


def bygone(text: str, language: str) -> bool:
    """Whether a sentence puts what it says into the past, so that a record in it may be broken by now."""
    pattern = _pattern(language, "bygone")
    return pattern is not None and pattern.search(fold(text).text) is not None


def lasting(text: str, language: str) -> bool:
    """Whether a claim says that something is so to this day, which an old page cannot know.

    >>> lasting("It is still the longest bridge.", "en"), lasting("It is the longest bridge.", "en")
    (True, False)
    """
    pattern = _pattern(language, "lasting")
    return pattern is not None and pattern.search(fold(text).text) is not None
