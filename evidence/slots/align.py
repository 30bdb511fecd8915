"""How much of the claim a sentence says, word by word, across languages and scripts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from claims.names import name_similarity
from evidence.slots.facts import Facts
from evidence.slots.words import Lens, Word

Floats = npt.NDArray[np.float32]

NAME_ALIKE = 0.8
SAID_HERE = 0.5
RELATION_ALIKE = 0.9  #: two words that name one relation count as this alike


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each content word of the claim its weight and its best likeness, here and nearby."""

    words: tuple[Word, ...]
    weights: Floats
    here: Floats  #: best likeness to a word of the sentence
    nearby: Floats  #: best likeness to a word of the sentence, the heading, the title, the passage
    partners: tuple[Word, ...]  #: the likest word of the sentence; the word itself where there is none
    back: Floats  #: for each content word of the sentence, its best likeness to a word of the claim
    back_weights: Floats

    def spoken(self) -> list[tuple[Word, float]]:
        """The words of the sentence that say words of the claim, with what these weigh."""
        return [
            (partner, float(weight))
            for partner, weight, likeness in zip(self.partners, self.weights, self.here, strict=True)
            if likeness >= SAID_HERE
        ]


def align(claim: Facts, page: Facts, context: Sequence[Word], lens: Lens) -> Alignment:
    """The claim's words outside numbers and dates beside the words of the sentence and its surroundings."""
    mine = _open_words(claim)
    theirs = _open_words(page)
    _, weights = lens.vectors(mine)
    _, back_weights = lens.vectors(theirs)
    likeness = _with_names(mine, theirs, lens.likeness(mine, theirs), claim, page)
    _with_relations(mine, theirs, likeness, claim, page)
    here = likeness.max(axis=1) if likeness.size else np.zeros(len(mine), dtype=np.float32)
    partners = tuple(theirs[int(at)] for at in likeness.argmax(axis=1)) if likeness.size else tuple(mine)
    around = [word for word in context if word.content]
    other = lens.likeness(mine, around)
    _names_only(mine, around, other, claim)
    nearby = np.maximum(here, other.max(axis=1)) if other.size else here
    back = likeness.max(axis=0) if likeness.size else np.zeros(len(theirs), dtype=np.float32)
    return Alignment(tuple(mine), weights, here, nearby, partners, back, back_weights)


def _open_words(facts: Facts) -> list[Word]:
    """The content words that are no part of a number or a date."""
    shut = [(one.start, one.end) for one in (*facts.quantities, *facts.times)]
    return [
        word
        for word in facts.words
        if word.content and not word.key.isdigit() and not any(a <= word.start < b for a, b in shut)
    ]


def _in_names(facts: Facts) -> list[tuple[int, int]]:
    """Where the names stand."""
    return [(name.start, name.end) for name in facts.names]


def _with_names(mine: list[Word], theirs: list[Word], likeness: Floats, claim: Facts, page: Facts) -> Floats:
    """Names are alike by their sound, whatever the script; vectors of rare names say little."""
    left, right = _in_names(claim), _in_names(page)
    for i, one in enumerate(mine):
        named = any(a <= one.start < b for a, b in left)
        for j, other in enumerate(theirs):
            if likeness[i, j] >= NAME_ALIKE:
                continue
            if not (named or any(a <= other.start < b for a, b in right)):
                continue
            alike = name_similarity(one.text, other.text)
            if alike >= NAME_ALIKE:
                likeness[i, j] = alike
    return likeness


def _names_only(mine: list[Word], around: list[Word], likeness: Floats, claim: Facts) -> None:
    """The same for the surroundings, where only the claim's names are looked for."""
    left = _in_names(claim)
    for i, one in enumerate(mine):
        if not any(a <= one.start < b for a, b in left):
            continue
        for j, other in enumerate(around):
            if likeness[i, j] < NAME_ALIKE:
                likeness[i, j] = max(likeness[i, j], name_similarity(one.text, other.text))


def _with_relations(mine: list[Word], theirs: list[Word], likeness: Floats, claim: Facts, page: Facts) -> None:
    """Words that name the same relation are alike."""
    left = [(t.relation, t.start, t.end) for t in claim.triggers]
    right = [(t.relation, t.start, t.end) for t in page.triggers]
    for i, one in enumerate(mine):
        mine_names = {name for name, a, b in left if a <= one.start < b or one.start <= a < one.end}
        if not mine_names:
            continue
        for j, other in enumerate(theirs):
            if any(name in mine_names and (a <= other.start < b or other.start <= a < other.end) for name, a, b in right):
                likeness[i, j] = max(likeness[i, j], RELATION_ALIKE)
