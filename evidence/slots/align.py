"""How much of the claim a sentence says, word by word, across languages and scripts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evidence.slots.facts import Facts
from evidence.slots.meanings import meant_alike
from evidence.slots.name_words import SOUNDS_ALIKE, name_alike
from evidence.slots.words import Lens, Word

Floats = npt.NDArray[np.float32]

SAID = 0.45  #: a word this alike to another says it
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
    alike: float  #: the cosine of the two sets of words, each word by its weight

    def spoken(self) -> list[tuple[Word, float]]:
        """The words of the sentence that say words of the claim, with what these weigh."""
        return [
            (partner, float(weight))
            for partner, weight, likeness in zip(self.partners, self.weights, self.here, strict=True)
            if likeness >= SAID
        ]


def align(claim: Facts, page: Facts, context: Sequence[Word], lens: Lens) -> Alignment:
    """The claim's words outside numbers and dates beside the words of the sentence and its surroundings."""
    mine = _open_words(claim)
    theirs = _open_words(page)
    vectors, weights = lens.vectors(mine)
    back_vectors, back_weights = lens.vectors(theirs)
    likeness = np.maximum(lens.likeness(mine, theirs), meant_alike(mine, claim.language, theirs, page.language))
    _with_names(mine, theirs, likeness, claim, page)
    _with_relations(mine, theirs, likeness, claim, page)
    here = likeness.max(axis=1) if likeness.size else np.zeros(len(mine), dtype=np.float32)
    partners = tuple(theirs[int(at)] for at in likeness.argmax(axis=1)) if likeness.size else tuple(mine)
    around = [word for word in context if word.content]
    other = np.maximum(lens.likeness(mine, around), meant_alike(mine, claim.language, around, page.language))
    _names_only(mine, around, other, claim)
    nearby = np.maximum(here, other.max(axis=1)) if other.size else here
    back = likeness.max(axis=0) if likeness.size else np.zeros(len(theirs), dtype=np.float32)
    return Alignment(
        tuple(mine),
        weights,
        here,
        nearby,
        partners,
        back,
        back_weights,
        _cosine(weights @ vectors, back_weights @ back_vectors),
    )


def _cosine(one: Floats, other: Floats) -> float:
    """The cosine of two vectors, 0 where one is empty."""
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / size if size else 0.0


def _open_words(facts: Facts) -> list[Word]:
    """The content words that are no part of a number or a date."""
    shut = [(one.start, one.end) for one in facts.quantities] + [(one.start, one.end) for one in facts.times]
    return [
        word
        for word in facts.words
        if word.content and not word.key.isdigit() and not any(a <= word.start < b for a, b in shut)
    ]


def _in_names(facts: Facts) -> list[tuple[int, int]]:
    """Where the names stand."""
    return [(name.start, name.end) for name in facts.names]


def _with_names(mine: list[Word], theirs: list[Word], likeness: Floats, claim: Facts, page: Facts) -> None:
    """Names are alike by their sound, whatever the script; vectors of rare names say little."""
    right = _in_names(page)
    known = [any(a <= other.start < b for a, b in right) for other in theirs]
    _by_sound(mine, theirs, likeness, claim, known)


def _names_only(mine: list[Word], around: list[Word], likeness: Floats, claim: Facts) -> None:
    """The same for the surroundings, where only the claim's names are looked for."""
    _by_sound(mine, around, likeness, claim, [False] * len(around))


def _by_sound(mine: list[Word], theirs: list[Word], likeness: Floats, claim: Facts, known: Sequence[bool]) -> None:
    """Raise the likeness of words that may be names and sound the same.

    A capital makes a word a name where no rule found one: "Fleming, Florey and Chain shared the prize".
    """
    left = _in_names(claim)
    for i, one in enumerate(mine):
        named = any(a <= one.start < b for a, b in left)
        for j, other in enumerate(theirs):
            if likeness[i, j] >= SOUNDS_ALIKE:
                continue
            if named or known[j]:
                likeness[i, j] = max(likeness[i, j], name_alike(one.text, other.text))
            elif one.text[0].isupper() or other.text[0].isupper():
                likeness[i, j] = max(likeness[i, j], name_alike(one.text, other.text, sure=False))


def _with_relations(mine: list[Word], theirs: list[Word], likeness: Floats, claim: Facts, page: Facts) -> None:
    """Words that name the same relation are alike."""
    left = [(t.relation, t.start, t.end) for t in claim.triggers]
    right = [(t.relation, t.start, t.end) for t in page.triggers]
    for i, one in enumerate(mine):
        mine_names = {name for name, a, b in left if a <= one.start < b or one.start <= a < one.end}
        if not mine_names:
            continue
        for j, other in enumerate(theirs):
            if any(
                name in mine_names and (a <= other.start < b or other.start <= a < other.end) for name, a, b in right
            ):
                likeness[i, j] = max(likeness[i, j], RELATION_ALIKE)
