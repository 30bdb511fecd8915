"""A claim before its slots are filled."""

from dataclasses import dataclass

from claims.clause_base import Spans
from claims.records import Attribution, ClaimKind, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before its slots are filled; offsets count in the sentence."""

    spans: Spans
    kind: ClaimKind
    attribution: Attribution | None
    subjectless: bool
    direct: bool = False
    role: bool = False
    core: str = ""  #: the words that tell modality and polarity; "" for all of them
    fill: str = ""  #: who or what is meant where the clause names nobody, in the article's words
    modality: Modality | None = None  #: where the frame tells it: "expected that ..."
    weighed: bool = False  #: the editor found it fit to print, whatever its words
    plain: bool = False  #: the editor is all but sure that it is a fact
    ahead: bool = False  #: the editor reads it as telling the future
