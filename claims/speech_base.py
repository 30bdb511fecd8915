"""An act of speaking as a record, and what all languages' rules for finding one share."""

from dataclasses import dataclass
from functools import cache

import regex

from claims.lexicon import words_of

Patterns = dict[str, "regex.Pattern[str] | None"]
_QUOTE = regex.compile(
    r"(?<![\p{L}\p{N}])»(?P<r>[^«»]{2,})«|[“«„「『](?P<q>[^”»」』]{2,})[”»」』]|„(?P<g>[^“”]{2,})[“”]|(?<![\p{L}\p{N}])\"(?P<s>[^\"]{2,})\""
)
_TRIM = ' \t\n\u00a0,،，.:：;؛–—-"“”«»„「」『』'


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One act of speaking; all offsets count in the sentence."""

    start: int  #: frame and content together
    end: int
    content: tuple[tuple[int, int], ...]  #: what is reported, without quotation marks
    speaker: tuple[int, int] | None  #: None where the speaker is a dropped subject
    verb: str
    direct: bool  #: in the speaker's own words
    outer: str = ""  #: who reports that it was said
    opinion: bool = False  #: what was said is a judgement: that it was said is all there is to check
    whole: bool = False  #: the parts of the content are one statement, with the frame between them


@cache
def patterns_of(language: str) -> Patterns:  # noqa: D103
    words = words_of(language)
    edge = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")

    def whole(pattern: str) -> "regex.Pattern[str] | None":
        return regex.compile(rf"{edge[0]}(?P<q>{pattern}){edge[1]}") if pattern else None

    return {
        "say": whole(words.say), "that": whole(words.that), "according": whole(words.according),
        "after": whole(words.according_after), "relative": whole(words.relative), "negation": whole(words.negative_words),  # noqa: E501
        "preposition": whole(words.preposition), "pronoun": regex.compile(rf"(?:{words.pronoun or '(?!)'})"), "verbs": whole(words.verbs),  # noqa: E501
    }  # fmt: skip


def quotes_of(text: str) -> list[tuple[int, int]]:
    """The insides of the quotations of a text."""
    found = []
    for match in _QUOTE.finditer(text):
        name = next(name for name in ("r", "q", "g", "s") if match.group(name) is not None)
        found.append(match.span(name))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and loose punctuation at its ends."""
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def clause_end(flat: str, start: int, hard: str = ".;؛；") -> int:
    """The end of the sentence without its full stop."""
    del hard
    end = len(flat)
    while end > start and flat[end - 1] in " .!?…\n":
        end -= 1
    return end
