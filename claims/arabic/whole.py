"""Whether a piece of an Arabic clause is whole: it has a head, it does not end in the air, it tells something."""

from collections.abc import Sequence

from claims.arabic import words as w
from claims.arabic.borders import Piece
from claims.arabic.word import Word
from claims.lexicon.ar_verbs import verb_core

Words = Sequence[Word]
_OPEN = frozenset({"REL", "SUB", "CON", "COMP", "NEG", "MARK", "WHAT"})
_SHORT = 10  #: words of a note that tells nothing else
_WAS = w.WAS | {"كنت", "كنا", "كنتم"}
_HIDES = frozenset(["اسمه", "اسمها", "اسمائهم", "هويته", "هويتها", "هويتهم", "هويتي"])


def is_whole(words: Words, piece: Piece) -> bool:
    """Whether a piece can stand as a claim."""
    first, last = piece.parts[0][0], piece.parts[-1][1] - 1
    if words[first].pos == "REL" or dangles(words, last):
        return False
    if sum(b - a for a, b in piece.parts) <= _SHORT and _hides_a_name(words, piece):
        return False
    return not (piece.kind == "relative" and _says_nothing(words, piece))


def dangles(words: Words, last: int) -> bool:
    """Whether a stretch that ends with this word asks for more: "على", "فيما", "وفي كل"."""
    word = words[last]
    if word.pos == "P":
        return word.core not in w.WITH_PRONOUN and word.core != "بعد"  # "not yet" ends a clause
    if word.pos in {"V", "N"} and word.core in _WAS:
        return True
    how = word.core in w.SAYING and word.pos == "N" and word.core.endswith(("ا", "ه"))
    return word.pos in _OPEN or (how and last > 0 and words[last - 1].pos != "P")


def _says_nothing(words: Words, piece: Piece) -> bool:
    """Whether a relative clause only tells that its noun said something, without what: "الذي كتب على صفحته"."""
    verb = piece.verb
    if verb < 0 or verb_core(words[verb].core) not in w.NEEDS_THAT or words[verb].pos != "V":
        return False
    end = piece.parts[-1][1]
    return words[verb - 1].pos == "REL" and (
        end - verb <= 5 and not any(words[at].pos in {"COMP", "("} for at in range(verb, end))
    )


def _hides_a_name(words: Words, piece: Piece) -> bool:
    """Whether it only tells that somebody would not be named: nothing to look for."""
    return any(
        words[at].core in _HIDES and words[at - 1].core in {"ذكر", "كشف", "نشر", "عن"}
        for a, b in piece.parts
        for at in range(a, b)
    )
