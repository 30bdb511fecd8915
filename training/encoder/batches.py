"""Texts as rows of numbers for the network: tokens, sides, how each token is met on the other side."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from evidence.static_tokens import StaticTokenFile
from training.encoder.network import CLS, KINDS, LONGEST, PAD, SEP, met_kinds

Ints = npt.NDArray[np.int64]
CLAIM_LONGEST = 60


class Numbered:
    """Turns claims and passages into rows; keeps the embedder's unit vectors."""

    def __init__(self, tokens: StaticTokenFile) -> None:
        self.tokens = tokens
        norms = np.linalg.norm(tokens.table, axis=1, keepdims=True)
        self.unit = (tokens.table / np.maximum(norms, 1e-8)).astype(np.float32)
        self.digit = np.array([tokens.piece(n).isdigit() for n in range(len(tokens.table))])

    def pair(self, claim: Ints, passage: Ints) -> tuple[Ints, Ints, Ints]:
        """Token numbers, sides and kinds of meeting of [CLS] claim [SEP] passage [SEP]."""
        claim = claim[:CLAIM_LONGEST]
        passage = passage[: LONGEST - 3 - len(claim)]
        ids = np.concatenate([[CLS], claim + 3, [SEP], passage + 3, [SEP]])
        sides = np.concatenate([np.zeros(len(claim) + 2, dtype=np.int64), np.ones(len(passage) + 1, dtype=np.int64)])
        met = np.concatenate([
            [0], met_kinds(claim, passage, self.unit, self.digit), [0],
            met_kinds(passage, claim, self.unit, self.digit), [0],
        ])  # fmt: skip
        return ids, sides, met + KINDS * sides


def padded(rows: Sequence[Ints], fill: int = PAD) -> torch.Tensor:
    """Rows of different lengths as one tensor."""
    longest = max(map(len, rows))
    made = np.full((len(rows), longest), fill, dtype=np.int64)
    for at, row in enumerate(rows):
        made[at, : len(row)] = row
    return torch.from_numpy(made)
