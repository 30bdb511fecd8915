"""A quote that does not stand in its page, beside the closest words that do."""

from difflib import SequenceMatcher

from claims.folding import folded
from evidence.errors import QuoteNotFound
from review.web.compare import Bit


def near_miss(error: Exception | str, typed: str) -> list[Bit]:
    """The closest passage word by word, those marked "differs" that were not typed so; empty where none is close."""
    if not isinstance(error, QuoteNotFound) or not error.closest:
        return []
    mine, theirs = typed.split(), error.closest.split()
    matched = SequenceMatcher(a=[folded(word) for word in mine], b=[folded(word) for word in theirs], autojunk=False)
    bits: list[Bit] = []
    for what, _, _, start, end in matched.get_opcodes():
        if end > start:
            bits.append(Bit(text=" ".join(theirs[start:end]), kind="" if what == "equal" else "differs"))
    return bits
