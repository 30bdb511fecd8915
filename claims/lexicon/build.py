"""Small readers that turn the compact tables of the language files into mappings and patterns."""

import regex

from claims.folding import folded


def table(text: str) -> dict[str, float]:
    """A mapping from "word value, word value"; several words for a value are joined by "|"."""
    made: dict[str, float] = {}
    for entry in text.split(","):
        if not entry.strip():
            continue
        words, value = entry.strip().rsplit(" ", 1)
        for word in words.split("|"):
            made[folded(word.strip())] = float(value)
    return made


def ints(text: str) -> dict[str, int]:
    """The same with whole numbers."""
    return {word: int(value) for word, value in table(text).items()}


def words(text: str) -> frozenset[str]:
    """The folded words of a text."""
    return frozenset(folded(word) for word in text.split())


def any_of(text: str) -> str:
    """A pattern that matches any word of a text; phrases are written with "_" for the space."""
    found = {folded(word).replace("_", r"\s+") for word in text.split()}
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))


_KEPT = regex.compile(r"(\{[DU]\}|\\[A-Za-z](?:\{[A-Za-z]+\})?|\(\?P<\w+>)")


def fold_pattern(pattern: str) -> str:
    """A pattern in folded letters, with its classes, placeholders and group names as they are."""
    return "".join(piece if at % 2 else folded(piece) for at, piece in enumerate(_KEPT.split(pattern)))
