"""One act of speaking as a record, in places of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.arabic.word import Word

Words = Sequence[Word]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of speaking, in places of words: the frame with everything said under it."""

    start: int
    end: int
    verb: int
    content: Stretch | None
    speaker: Stretch | None
    direct: bool = False
    outer: Stretch | None = None
    wishes: bool = False  #: "expected that": what is said lies in the future
    opines: bool = False
    denies: bool = False
    impersonal: bool = False  #: "it is said that": the content is the author's own
    bare: bool = False  #: an act of speech whose object was not a clause
    follows: bool = False  #: "adding that": the speaker is the one before
