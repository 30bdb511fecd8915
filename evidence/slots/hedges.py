"""Where a page only passes on what others hold, and what is told as past or as lasting to this day."""

from claims.folding import fold
from evidence.slots.relations import listed_words


def _says(text: str, language: str, part: str = "") -> bool:
    """Whether a text has a word of that part of the file."""
    pattern = listed_words("hedges.toml", language, part)
    return pattern is not None and pattern.search(fold(text).text) is not None


def hedges(text: str, language: str) -> bool:
    """Whether a sentence vouches for nothing itself.

    >>> hedges("تنسب المصادر بناء الجامع إلى فاطمة", "ar"), hedges("بنت فاطمة الجامع", "ar")
    (True, False)
    """
    return _says(text, language)


def bygone(text: str, language: str) -> bool:
    """Whether a sentence puts what it says into the past, so that a record in it may be broken by now."""
    return _says(text, language, "bygone")


def lasting(text: str, language: str) -> bool:
    """Whether a claim says that something is so to this day, which an old page cannot know.

    >>> lasting("It is still the longest bridge.", "en"), lasting("It is the longest bridge.", "en")
    (True, False)
    """
    return _says(text, language, "lasting")


def intended(text: str, language: str) -> bool:
    """Whether a sentence tells what somebody wants, plans, expects or asks for, which need not have come about.

    >>> intended("The firm hopes to reopen the mill.", "en"), intended("The firm reopened the mill.", "en")
    (True, False)
    """
    return _says(text, language, "intended")
