"""What one training step sees: pairs over all sources, and passages to be found by a part of one sentence."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import torch

from training.embedder.tokens import Corpus, Ragged
from training.embedder.weights import weight_of

BATCH = 1024
PASSAGES = 224  # pairs of one source whose English side is set among other sentences
LATE = 56  # pairs compared token by token
LATE_LEFT, LATE_RIGHT = 16, 56
DROPOUT = 0.15
SENTENCE = 6.0  # mean tokens of a source that holds sentences rather than words

Numbers = npt.NDArray[np.int64]
Ids = npt.NDArray[np.int32]


class Sampler:
    """Draws pairs: a source by its weight, then rows of it."""

    def __init__(self, corpus: Corpus) -> None:
        lengths = np.diff(corpus.texts.starts)
        usable = (lengths[corpus.left] > 0) & (lengths[corpus.right] > 0)
        order = np.argsort(corpus.group, kind="stable")
        order = order[usable[order]]
        bounds = np.searchsorted(corpus.group[order], np.arange(len(corpus.groups) + 1))
        self.rows = [order[a:b] for a, b in pairwise(bounds)]
        sizes = np.array([len(rows) for rows in self.rows])
        named = zip(corpus.groups, sizes, strict=True)
        weights = np.array([weight_of(g[1], g[2], n) if n else 0.0 for g, n in named])
        self.weights = weights / weights.sum()
        asks = np.array([g[0] == "ask" for g in corpus.groups])
        means = np.array([lengths[corpus.right[rows]].mean() if len(rows) else 0 for rows in self.rows])
        sentences = weights * (sizes >= 4 * LATE) * ((means >= SENTENCE) | asks) * np.where(asks, 2.0, 1.0)
        self.sentence_weights = sentences / sentences.sum()

    def draw(self, rng: np.random.Generator, size: int) -> Numbers:
        """Row numbers over all sources."""
        counts = rng.multinomial(size, self.weights)
        picks = [r[rng.integers(0, len(r), n)] for r, n in zip(self.rows, counts, strict=True) if n]
        return np.concatenate(picks)

    def draw_one_source(self, rng: np.random.Generator, size: int) -> tuple[Numbers, Numbers]:
        """Row numbers of one source, so that negatives are of its register, and all rows of that source."""
        rows = self.rows[int(rng.choice(len(self.rows), p=self.sentence_weights))]
        return rows[rng.integers(0, len(rows), size)], rows


def thinned(ids: Ids, rng: np.random.Generator) -> Ids:
    """The ids, some left out at random."""
    if len(ids) <= 2:
        return ids
    stay = rng.random(len(ids)) >= DROPOUT
    return ids[stay] if stay.any() else ids


def stretch(ids: Ids, size: int, rng: np.random.Generator) -> Ids:
    """At most `size` of the ids, in one piece."""
    start = int(rng.integers(0, len(ids) - size + 1)) if len(ids) > size else 0
    return ids[start : start + size]


def among_others(texts: Ragged, row: int, others: Ids, rng: np.random.Generator) -> Ids:
    """A sentence with up to four others of its source before and after it."""
    picked = others[rng.integers(0, len(others), int(rng.integers(0, 5)))]
    pieces = [texts.row(int(r)) for r in (row, *picked)]
    return np.concatenate([pieces[i] for i in rng.permutation(len(pieces))])[:160]


def padded(rows: list[Ids]) -> Numbers:
    """Ids in a rectangle, -1 where a row is shorter."""
    out = np.full((len(rows), max(1, *(len(r) for r in rows))), -1, dtype=np.int64)
    for i, ids in enumerate(rows):
        out[i, : len(ids)] = ids
    return out


class Batch:
    """One step's texts as places in `used`, the rows of the table that they need."""

    def __init__(self, corpus: Corpus, sampler: Sampler, rng: np.random.Generator) -> None:
        texts = corpus.texts
        rows = sampler.draw(rng, BATCH)
        self.left, self.right = corpus.left[rows], corpus.right[rows]
        self.is_pair = np.array([corpus.groups[g][0] == "pair" for g in corpus.group[rows]])
        bags = [[thinned(texts.row(int(r)), rng) for r in side] for side in (self.left, self.right)]

        rows, whole = sampler.draw_one_source(rng, PASSAGES)
        self.part, self.passage = corpus.left[rows], corpus.right[rows]
        parts = [texts.row(int(r)) for r in self.part]
        parts = [stretch(p, max(3, int(len(p) * rng.uniform(0.5, 1.0))), rng) for p in parts]
        is_passage = corpus.groups[corpus.group[rows[0]]][0] == "ask"
        others = corpus.right[whole]
        passages = [texts.row(int(r)) if is_passage else among_others(texts, int(r), others, rng) for r in self.passage]
        bags += [parts, passages]

        # Token by token every second step on whole sentences, else on the passages above.
        if rng.random() < 0.5:
            rows, _ = sampler.draw_one_source(rng, LATE)
            self.late_left, self.late_right = corpus.left[rows], corpus.right[rows]
            parts, passages = ([texts.row(int(r)) for r in s] for s in (self.late_left, self.late_right))
        else:
            self.late_left, self.late_right = self.part[:LATE], self.passage[:LATE]
        late = [
            padded([stretch(p, LATE_LEFT, rng) for p in parts[:LATE]]),
            padded([p[:LATE_RIGHT] for p in passages[:LATE]]),
        ]
        flat = np.concatenate([*(ids for side in bags for ids in side), *(x.ravel() for x in late)])
        # Working on the rows in use makes a step four times faster than on the whole table.
        used, places = np.unique(flat, return_inverse=True)
        self.used = torch.from_numpy(np.maximum(used, 0))
        self.lengths = [[len(ids) for ids in side] for side in bags]
        sizes = [sum(lengths) for lengths in self.lengths] + [x.size for x in late]
        pieces = np.split(places, np.cumsum(sizes)[:-1])
        self.bags = pieces[:4]
        self.late = [
            torch.from_numpy(np.where(x < 0, -1, p.reshape(x.shape))) for p, x in zip(pieces[4:], late, strict=True)
        ]
