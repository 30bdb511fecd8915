"""How alike two words are by what they mean in English, from the lexicons that ship; names keep to their sound."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from claims.languages import base_tag
from evidence.rank.translate import lexicon, looked_up
from evidence.rank.words import terms
from evidence.slots.words import Word

Floats = npt.NDArray[np.float32]

SUREST = 0.95  #: two words never count as one by their meanings alone
SPREAD = 1.25  #: a meaning that takes an eighth of a word still says the word
PIVOT = "en"
INDEFINITE = "اً"  #: the Arabic ending that grammar puts on; without it شخصاً is the شخص that the lexicon knows best


def meant_alike(mine: Sequence[Word], language: str, theirs: Sequence[Word], their_language: str) -> Floats:
    """For each pair of words how far they share their meanings, 0 to SUREST; 0 where a language has no lexicon."""
    made = np.zeros((len(mine), len(theirs)), dtype=np.float32)
    if base_tag(language) == base_tag(their_language) == PIVOT:
        return made
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, word in enumerate(theirs):
        for english, share in _meanings(word.text, base_tag(their_language)):
            holders[english].append((at, share))
    for at, word in enumerate(mine):
        for english, share in _meanings(word.text, base_tag(language)):
            for other, theirs_share in holders.get(english, ()):
                made[at, other] += (share * theirs_share) ** 0.5
    alike: Floats = np.minimum(made * np.float32(SPREAD), np.float32(SUREST))
    return alike


@lru_cache(maxsize=65536)
def _meanings(word: str, language: str) -> tuple[tuple[str, float], ...]:
    """The English terms that a word may mean, with their shares; none where the lexicon does not know it."""
    word = word.removesuffix(INDEFINITE)
    found = looked_up(word, terms(word, language), language)
    if not found:
        return ()
    if language == PIVOT:
        return tuple((term, 1.0 / len(found)) for term in found)
    known = lexicon(language).meanings
    meant: dict[str, float] = defaultdict(float)
    for term in found:
        for english, share in known.get(term, {}).items():
            meant[english] += share / len(found)
    return tuple(meant.items())
