"""Words that exclude each other: a page that says "fell" does not bear out "rose"."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import regex

from claims.folding import fold
from evidence.slots.relations import whole_words


@lru_cache(maxsize=32)
def _sides(language: str) -> tuple[tuple[str, "regex.Pattern[str]", "regex.Pattern[str]"], ...]:
    """For each idea the two patterns of a language."""
    ideas = tomllib.loads(files("evidence.slots").joinpath("opposites.toml").read_text("utf-8"))
    return tuple(
        (idea, whole_words(rows[language][0], language), whole_words(rows[language][1], language))
        for idea, rows in ideas.items()
        if language in rows
    )


@lru_cache(maxsize=8192)
def sides_of(text: str, language: str) -> frozenset[tuple[str, int]]:
    """The ideas that a text is on one side of; an idea with words of both sides is left out.

    >>> sorted(sides_of("ارتفع المؤشر في شمال البلاد", "ar"))
    [('north', 0), ('rise', 0)]
    """
    flat = fold(text).text
    found = []
    for idea, one, other in _sides(language.split("-", maxsplit=1)[0]):
        on = (one.search(flat) is not None, other.search(flat) is not None)
        if on[0] != on[1]:
            found.append((idea, int(on[1])))
    return frozenset(found)


def opposed(left: frozenset[tuple[str, int]], right: frozenset[tuple[str, int]]) -> list[str]:
    """The ideas on which two texts stand on different sides."""
    return sorted({idea for idea, side in left if (idea, 1 - side) in right})
