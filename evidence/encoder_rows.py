"""Claim and passage as the rows of numbers that the stance encoder reads; its training makes them here too."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from evidence.static_tokens import StaticTokenFile

CLS, SEP, PAD, FIRST = 0, 1, 2, 3  #: rows of the table before the vocabulary, and where that begins
CLAIM_LONGEST = 60  #: tokens
LONGEST = 144  #: tokens of claim and passage together
STEPS = 8  #: of likeness between a token and the other side
SAME, DIGIT_FOUND, DIGIT_MISSING, KINDS = 8, 9, 10, 11

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Row(NamedTuple):
    """[CLS] claim [SEP] passage [SEP], three numbers a token."""

    ids: Ints  #: rows of the encoder's table
    sides: Ints  #: 0 the claim's, 1 the passage's
    met: Ints  #: how the token is met on the other side, the passage's behind the claim's


class PairRows:
    """Makes rows over the tokens of one embedder."""

    def __init__(self, tokens: StaticTokenFile) -> None:
        self.tokens = tokens
        self._digit = np.array([tokens.piece(number).isdigit() for number in range(len(tokens.table))])

    def of(self, claim: Ints, passage: Ints) -> Row:
        """The row of two texts given as token numbers; what is longer than the network's room is cut at its end."""
        claim = claim[:CLAIM_LONGEST]
        passage = passage[: LONGEST - 3 - len(claim)]
        ids = np.concatenate([[CLS], claim + FIRST, [SEP], passage + FIRST, [SEP]])
        sides = np.concatenate([np.zeros(len(claim) + 2, np.int64), np.ones(len(passage) + 1, np.int64)])
        met = np.concatenate([[0], self._met(claim, passage), [0], self._met(passage, claim), [0]])
        return Row(ids, sides, met + KINDS * sides)

    def _met(self, mine: Ints, theirs: Ints) -> Ints:
        """For each token of one side, how it is met on the other."""
        if not len(mine) or not len(theirs):
            return np.zeros(len(mine), dtype=np.int64)
        best = (self._unit(mine) @ self._unit(theirs).T).max(1)
        kinds: Ints = np.clip((best * STEPS).astype(np.int64), 0, STEPS - 1)
        same = np.isin(mine, theirs)
        kinds[same] = SAME
        digit = self._digit[mine]
        kinds[digit] = np.where(same[digit], DIGIT_FOUND, DIGIT_MISSING)
        return kinds

    def _unit(self, ids: Ints) -> Floats:
        """The embedder's rows of some tokens, scaled to length 1."""
        rows = self.tokens.table[ids]
        made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-8))
        return made
