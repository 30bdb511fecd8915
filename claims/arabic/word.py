"""One token of an Arabic sentence, with what is known of it."""

from dataclasses import dataclass

import regex

_NO_ARTICLE = regex.compile(r"الت(?:زام|حاق|قاء|قاط|هاب|فاف|ماس|حام|باس|واء|هام)\p{L}*")


@dataclass(slots=True)
class Word:
    """One token of an Arabic sentence; offsets count in the sentence."""

    at: int
    start: int
    end: int
    text: str  #: folded, as written
    core: str  #: without the "and" or "so" written together with it
    raw: str
    depth: int
    pos: str  #: V N P REL COMP NEG MARK SUB CON PRO DEM ADV NUM , : ( ) - .
    joined: str  #: "و", "ف" or ""
    definite: bool = False
    prefixed: bool = False  #: a preposition is written together with it
    past: bool = False
    named: bool = False  #: a part of a person's name
    bearer: int = -1  #: of a word in a title: where the name of who bears it begins

    @property
    def noun(self) -> bool:
        """Whether it can be a part of a noun phrase."""
        return self.pos in {"N", "NUM", "DEM"}


def is_definite(word: Word) -> bool:
    """Whether a noun carries the article; إلغاء and التزام only begin like it."""
    raw = word.raw.removeprefix("و").removeprefix("ف") if word.joined else word.raw
    return (
        word.core.startswith(("ال", "لل", "بال", "كال"))
        and len(word.core) > 3
        and raw[:1] not in "إأ"
        and raw[1:2] not in "إأ"
        and _NO_ARTICLE.fullmatch(word.core) is None
    )
