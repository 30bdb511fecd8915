"""A closed class of words as a pattern that remembers what it was asked: large alternations are slow to try again."""

from collections.abc import Callable
from functools import cache

import regex

_MOST = 50_000  #: answers kept for one class before it starts anew


class Closed:
    """Whole words of one class."""

    __slots__ = ("_known", "_pattern", "_test", "pattern")

    def __init__(self, pattern: str, test: Callable[[str], bool] | None = None) -> None:
        """A class given by a pattern, by a test of its own for classes too large to write down, or by both."""
        self._test = test
        self.pattern = f"(?:{pattern or '(?!)'})"
        self._pattern = regex.compile(self.pattern)
        self._known: dict[str, bool] = {}

    def fullmatch(self, word: str) -> bool:
        """Whether the word belongs to the class."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[word] = self._pattern.fullmatch(word) is not None or (
                self._test is not None and self._test(word)
            )
        return known


@cache
def compiled(pattern: str) -> "regex.Pattern[str]":
    """A pattern that is put together from a language's words: made once, where the library's own cache forgets it."""
    return regex.compile(pattern)
