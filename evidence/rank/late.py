"""Late interaction: each token of the claim looks for its best partner in the passage (MaxSim)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from evidence.embed import Floats, Ints, TokenVectors, unit_rows


class TokenIndex:
    """The tokens of a pool of passages, end to end."""

    def __init__(self, tokens: TokenVectors, texts: Sequence[str]) -> None:
        self._tokens = tokens
        ids = tokens.ids(texts)
        self._lengths = np.array([len(i) for i in ids], dtype=np.int64)
        flat: Ints = np.concatenate([*ids, np.zeros(0, dtype=np.int64)])
        # Each vocabulary row that occurs is compared once, however often it occurs.
        used, self._places = np.unique(flat, return_inverse=True)
        self._directions = unit_rows(tokens.table[used])

    def scores(self, text: str) -> Floats:
        """Of each passage: the mean over the claim's tokens of the best cosine, weighted by token."""
        scores = np.zeros(len(self._lengths), dtype=np.float32)
        (ids,) = self._tokens.ids([text])
        filled = np.flatnonzero(self._lengths)
        if not len(ids) or not len(filled):
            return scores
        vectors = self._tokens.table[ids]
        # A token's length is its learned weight; squared it ranked better on development data.
        weights = np.square(np.linalg.norm(vectors, axis=1))
        cosines = unit_rows(vectors) @ self._directions.T
        starts = np.concatenate([[0], np.cumsum(self._lengths)[:-1]])[filled]
        best: npt.NDArray[np.float32] = np.maximum.reduceat(cosines[:, self._places], starts, axis=1)
        scores[filled] = (weights @ best) / max(float(weights.sum()), 1e-9)
        return scores
