"""Rows of different lengths as one tensor."""

from collections.abc import Sequence

import numpy as np
import torch

from evidence.encoder_rows import PAD, Ints


def padded(rows: Sequence[Ints], fill: int = PAD) -> torch.Tensor:
    """One row a row, filled up at the end."""
    made = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for at, row in enumerate(rows):
        made[at, : len(row)] = row
    return torch.from_numpy(made)
