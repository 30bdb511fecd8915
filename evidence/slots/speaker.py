"""Whether a passage speaks of the one to whom a claim ascribes words, in whatever script it does."""

import regex

from claims.folding import folded
from claims.names import find_names
from claims.records import Claim, ClaimKind
from claims.transliteration import name_similarity
from evidence.records import RankedPassage

SAME_NAME = 0.85
LONG_ENOUGH = 4  #: letters; shorter words are particles in many languages
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


def may_tell(claim: Claim, item: RankedPassage) -> bool:
    """Whether this passage can bear on the claim: for "X said that …" it must speak of X.

    That something is so does not show that anybody said it, nor does its being wrong show that nobody did.
    """
    if claim.kind is not ClaimKind.SPEECH:
        return True
    if claim.attribution is None or not claim.attribution.speaker:
        return False
    speaker = claim.attribution.speaker
    text = f"{item.page.title}\n{item.passage.heading}\n{item.passage.text}"
    words = {folded(word) for word in _WORD.findall(speaker) if len(word) >= LONG_ENOUGH}
    if words & {folded(word) for word in _WORD.findall(text)}:
        return True
    names = find_names(text, item.passage.language)
    return any(name_similarity(speaker, name.text) >= SAME_NAME for name in names)
