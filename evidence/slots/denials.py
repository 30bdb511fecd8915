"""Where a sentence denies what it says."""

from functools import lru_cache

from claims.folding import fold
from evidence.slots.relations import listed_words

LIST = "denials.toml"


@lru_cache(maxsize=8192)
def denials_in(text: str, language: str) -> tuple[int, ...]:
    """Where the words that deny stand.

    >>> denials_in("لم يكتمل البناء", "ar"), denials_in("لا يزال البناء قائما", "ar")
    ((0,), ())
    """
    words, but = listed_words(LIST, language), listed_words(LIST, language, "not_these")
    if words is None:
        return ()
    form = fold(text)
    spared = [match.span() for match in but.finditer(form.text)] if but is not None else []
    return tuple(
        form.back(*match.span())[0]
        for match in words.finditer(form.text)
        if not any(start <= match.start() < end for start, end in spared)
    )


def corrects(text: str, language: str) -> bool:
    """Whether a denial is followed by what is so instead, which the page may say: "not gold but silver"."""
    pattern, denials = listed_words(LIST, language, "instead"), denials_in(text, language)
    if pattern is None or not denials:
        return False
    form = fold(text)
    return any(form.back(*match.span())[0] > denials[0] for match in pattern.finditer(form.text))


def says_before(text: str, language: str) -> bool:
    """Whether a text speaks of what was before."""
    pattern = listed_words(LIST, language, "before")
    return pattern is not None and pattern.search(fold(text).text) is not None
