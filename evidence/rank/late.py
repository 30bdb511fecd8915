"""Late interaction: each token of the claim looks for its best partner in the passage (MaxSim)."""

from collections.abc import Sequence

import numpy as np

from evidence.embed import Floats, Ints, TokenVectors, unit_rows

BACKGROUND = 256  # tokens of the pool that say how easily a passage is matched
AT_ONCE = 32  # tokens; bounds the memory of one comparison


class TokenIndex:
    """The tokens of a pool of passages, end to end."""

    def __init__(self, tokens: TokenVectors, passages: Sequence[Ints]) -> None:
        self._tokens = tokens
        # A token counts once in a passage, however often it stands there: only the best partner matters.
        ids = [np.unique(each) for each in passages]
        lengths = np.array([len(i) for i in ids], dtype=np.int64)
        self._size = len(ids)
        self._filled = np.flatnonzero(lengths)
        self._starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])[self._filled]
        flat: Ints = np.concatenate([*ids, np.zeros(0, dtype=np.int64)])
        # Each vocabulary row that occurs is compared once, in however many passages it stands.
        used, self._places, holders = np.unique(flat, return_inverse=True, return_counts=True)
        rows = tokens.table[used]
        self._directions = unit_rows(rows)
        self._common = self._easily_matched(rows, holders * _weights(rows))

    def _easily_matched(self, rows: Floats, weights: Floats) -> Floats:
        """By how much each passage answers any text of the pool better than other passages do.

        Long passages and those of common words have a fair partner for everything. The tokens asked
        are drawn evenly by weight, so neither chance nor the order of the passages has a say.
        """
        common = np.zeros(self._size, dtype=np.float32)
        if weights.sum() > 0:
            rising = np.cumsum(weights, dtype=np.float64)
            drawn = np.searchsorted(rising, (np.arange(BACKGROUND) + 0.5) / BACKGROUND * rising[-1])
            asked, times = np.unique(drawn, return_counts=True)
            means = self._best(unit_rows(rows[asked]), times.astype(np.float32)) / BACKGROUND
            common[self._filled] = means - means.mean()
        return common

    def _best(self, directions: Floats, weights: Floats) -> Floats:
        """Of each passage that has tokens: the weighted sum of the best cosine for each direction."""
        total = np.zeros(len(self._filled), dtype=np.float32)
        for first in range(0, len(directions), AT_ONCE):
            cosines = directions[first : first + AT_ONCE] @ self._directions.T
            best = np.maximum.reduceat(np.take(cosines, self._places, axis=1), self._starts, axis=1)
            total += weights[first : first + AT_ONCE] @ best
        return total

    def ids(self, text: str) -> Ints:
        """The token numbers of a text."""
        (ids,) = self._tokens.ids([text])
        return ids

    def scores(self, ids: Ints) -> Floats:
        """Of each passage: the mean over the claim's tokens of the best cosine, less what any text would get."""
        scores = np.zeros(self._size, dtype=np.float32)
        if not len(ids) or not len(self._filled):
            return scores
        vectors = self._tokens.table[ids]
        weights = _weights(vectors)
        scores[self._filled] = self._best(unit_rows(vectors), weights) / max(float(weights.sum()), 1e-9)
        return scores - self._common


def _weights(vectors: Floats) -> Floats:
    """A token's length is its learned weight; squared it ranked better on development data."""
    weights: Floats = np.square(np.linalg.norm(vectors, axis=1))
    return weights
