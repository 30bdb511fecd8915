"""Where a sentence denies what it says."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import regex

from claims.folding import fold
from evidence.slots.relations import whole_words


@lru_cache(maxsize=32)
def _patterns(language: str) -> "tuple[regex.Pattern[str] | None, regex.Pattern[str] | None]":
    """Words that deny, and phrases with such a word that do not."""
    table = tomllib.loads(files("evidence.slots").joinpath("denials.toml").read_text("utf-8"))
    words, but = table.get(language, ""), table["not_these"].get(language, "")
    return (whole_words(words, language) if words else None), (whole_words(but, language) if but else None)


@lru_cache(maxsize=8192)
def denials_in(text: str, language: str) -> tuple[int, ...]:
    """Where the words that deny stand.

    >>> denials_in("لم يكتمل البناء", "ar"), denials_in("لا يزال البناء قائما", "ar")
    ((0,), ())
    """
    words, but = _patterns(language)
    if words is None:
        return ()
    form = fold(text)
    spared = [match.span() for match in but.finditer(form.text)] if but is not None else []
    return tuple(
        form.back(*match.span())[0]
        for match in words.finditer(form.text)
        if not any(start <= match.start() < end for start, end in spared)
    )


@lru_cache(maxsize=32)
def _words(part: str, language: str) -> "regex.Pattern[str] | None":
    """The words of a part of the file in a language."""
    table = tomllib.loads(files("evidence.slots").joinpath("denials.toml").read_text("utf-8"))[part]
    return whole_words(table[language], language) if language in table else None


def corrects(text: str, language: str) -> bool:
    """Whether a denial is followed by what is so instead, which the page may say: "not gold but silver"."""
    pattern, denials = _words("instead", language), denials_in(text, language)
    if pattern is None or not denials:
        return False
    form = fold(text)
    return any(form.back(*match.span())[0] > denials[0] for match in pattern.finditer(form.text))


def says_before(text: str, language: str) -> bool:
    """Whether a text speaks of what was before."""
    pattern = _words("before", language)
    return pattern is not None and pattern.search(fold(text).text) is not None
