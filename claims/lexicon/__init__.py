"""Words of each language as data; what is done with them stands elsewhere. `words_of` never fails."""

from functools import cache
from importlib import import_module

from claims.lexicon.shape import Words

LANGUAGES = ("ar", "en", "fr", "es", "de", "ru", "tr", "fa", "zh")  #: the languages with words of their own
_EMPTY = Words(language="")


@cache
def words_of(language: str) -> Words:
    """The words of a language; a language without any gets an empty set and coarser claims."""
    tag = language.lower().replace("_", "-").split("-")[0]
    if tag not in LANGUAGES:
        return _EMPTY
    words: Words = import_module(f"claims.lexicon.{tag}").WORDS
    return words
