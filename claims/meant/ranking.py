"""Which of the things that an article spoke of a reference means: ranked by a network over words and grounds.

Mention ranking (Wiseman et al., 2015; Lee et al., 2017) over the units of the segmenter: the reference's own word, the
wording that would be shown and the last mention, and what speaks for each thing beside. `training/fills` taught it on
references of our own articles, for each of which readers said what is meant. What is not likely is left open, for a
wrong name in brackets is worse than none.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from claims.bert import Floats, Weights, gelu
from claims.meant.entity import Entity
from claims.meant.grounds import ASKED, Candidate, candidates_of, grounds_of
from claims.meant.records import Reference
from claims.meant.vectors import WIDTH, Vectors
from claims.segment_heads import SEGMENTER, read_head

FILE = SEGMENTER.with_name("meant.safetensors")
LEAST = 0.5  #: chance from which on something is filled in


@dataclass(frozen=True, slots=True)
class Words:
    """An article's language and the units of what was read of it."""

    language: str
    vectors: Vectors


class Ranking:
    """The network with its weights."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights

    def chances(self, word: Floats, labels: Floats, lasts: Floats, grounds: Floats) -> Floats:
        """How likely each candidate is meant, and last that none is, [candidates + 1].

        `word` [WIDTH] is the reference's, `labels` and `lasts` [candidates, WIDTH] the candidates', nought where
        no unit is known; `grounds` are their NAMES, [candidates, names].
        """
        numbers = np.divide(grounds - self._w["mean"], self._w["scale"], dtype=np.float32)
        asked = self._map("words", word)
        shown = self._map("words", labels) * labels.any(-1, keepdims=True)
        near = self._map("words", lasts) * lasts.any(-1, keepdims=True)
        each = np.broadcast_to(asked, shown.shape)
        told = gelu(self._map("grounds", numbers))
        read: Floats = np.concatenate([each, shown, near, each * shown, each * near, told], -1)
        x = gelu(self._map("first", read))
        scores = self._map("score", gelu(self._map("second", x)))[:, 0]
        open_read: Floats = np.concatenate([asked, numbers[0, : len(ASKED)]])
        none = self._map("none", gelu(self._map("open", open_read)))
        raw: Floats = np.concatenate([scores, none])
        raw = np.exp(raw - raw.max())
        shares: Floats = raw / raw.sum()
        return shares

    def _map(self, name: str, x: Floats) -> Floats:
        made: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return made


def vectors_of(found: list[Candidate], vectors: Vectors) -> tuple[Floats, Floats]:
    """The units of each candidate's label and last mention, [candidates, WIDTH]; nought where none was read."""
    none = np.zeros(WIDTH, np.float32)
    pairs = [(vectors.of(one.label.start, one.label.end), vectors.of(one.noun.at, one.noun.end)) for one in found]
    labels, lasts = (np.stack([none if one is None else one for one in side]) for side in zip(*pairs, strict=True))
    return labels, lasts


def ranked(
    entities: list[Entity], reference: Reference, place: tuple[int, int], speaking: Entity | None, words: Words
) -> list[tuple[float, Entity]]:
    """What a reference in the sentence and paragraph of `place` may mean with its chance, the likeliest first.

    Nothing where the segmenter did not read the reference's own word, or where nothing was spoken of before.
    """
    word = words.vectors.word(reference)
    found = candidates_of(entities, reference, *place) if word is not None else []
    if word is None or not found:
        return []
    grounds = grounds_of(found, reference, *place, speaking, words.language)
    chances = load_ranking().chances(word, *vectors_of(found, words.vectors), grounds)
    order = np.argsort(-chances[:-1], kind="stable")
    return [(float(chances[at]), found[at].entity) for at in order]


@lru_cache(maxsize=1)
def load_ranking() -> Ranking:
    """The shipped network; WeightsUnusable where its file is missing or of another segmenter's units."""
    return Ranking(read_head(FILE, "training/fills/fit.py"))
