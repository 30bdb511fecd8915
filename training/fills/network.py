"""The network of `claims.meant.ranking` as it is taught: references and what they may mean in, chances out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from claims.bert import Floats
from claims.meant.grounds import ASKED, NAMES
from claims.meant.vectors import WIDTH
from claims.segment_heads import Bools

WORDS, GROUNDS, FIRST, SECOND = 64, 64, 96, 32
BATCH, ROUNDS, RATE, WARM = 24, 5, 2e-3, 60
DROP, DROP_GROUNDS = 0.2, 0.1
NEVER = -1e4


@dataclass(slots=True)
class Row:
    """One reference with what it may mean."""

    article: int
    language: str
    kind: str
    word: Floats
    labels: Floats  #: [candidates, WIDTH]
    lasts: Floats
    grounds: Floats  #: [candidates, NAMES]
    right: Bools


class Network(nn.Module):
    """Scores of candidates, and of none."""

    mean: torch.Tensor
    scale: torch.Tensor

    def __init__(self, mean: torch.Tensor, scale: torch.Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)
        self.words, self.grounds = nn.Linear(WIDTH, WORDS), nn.Linear(len(NAMES), GROUNDS)
        self.first, self.second = nn.Linear(5 * WORDS + GROUNDS, FIRST), nn.Linear(FIRST, SECOND)
        self.score = nn.Linear(SECOND, 1)
        self.open, self.none = nn.Linear(WORDS + len(ASKED), SECOND), nn.Linear(SECOND, 1)

    def forward(self, batch: "Batch") -> torch.Tensor:
        """[references, candidates + 1], before it is made a share; the last is that none is meant."""

        def drop(x: torch.Tensor, share: float = DROP) -> torch.Tensor:
            return F.dropout(x, share, self.training)

        def bent(x: torch.Tensor) -> torch.Tensor:
            return F.gelu(x, approximate="tanh")

        numbers = (batch.grounds - self.mean) / self.scale
        asked = self.words(drop(batch.word))
        shown = self.words(drop(batch.labels)) * batch.labels.any(-1, keepdim=True)
        near = self.words(drop(batch.lasts)) * batch.lasts.any(-1, keepdim=True)
        each = asked[:, None].expand_as(shown)
        told = bent(self.grounds(drop(numbers, DROP_GROUNDS)))
        x = bent(self.first(drop(torch.cat([each, shown, near, each * shown, each * near, told], -1), 0.25)))
        scores = self.score(bent(self.second(drop(x))))[..., 0].masked_fill(~batch.real, NEVER)
        none = self.none(bent(self.open(torch.cat([asked, numbers[:, 0, : len(ASKED)]], -1))))
        return torch.cat([scores, none], -1)


@dataclass(slots=True)
class Batch:
    """References side by side."""

    word: torch.Tensor
    labels: torch.Tensor
    lasts: torch.Tensor
    grounds: torch.Tensor
    real: torch.Tensor
    right: torch.Tensor  #: [references, candidates + 1]


def batch_of(rows: Sequence[Row]) -> Batch:
    """Rows filled up to the most candidates."""
    most = max(len(row.right) for row in rows)

    def side(parts: Sequence[np.ndarray], width: int) -> torch.Tensor:
        made = np.zeros((len(rows), most, width), np.float32)
        for at, part in enumerate(parts):
            made[at, : len(part)] = part
        return torch.from_numpy(made)

    real, right = np.zeros((len(rows), most), bool), np.zeros((len(rows), most + 1), bool)
    for at, row in enumerate(rows):
        real[at, : len(row.right)] = True
        right[at, : len(row.right)] = row.right
        right[at, most] = not row.right.any()
    return Batch(
        torch.from_numpy(np.stack([row.word for row in rows])), side([row.labels for row in rows], WIDTH),
        side([row.lasts for row in rows], WIDTH), side([row.grounds for row in rows], len(NAMES)),
        torch.from_numpy(real), torch.from_numpy(right),
    )  # fmt: skip


def taught(rows: list[Row], seed: int) -> Network:
    """A network taught on some rows: the chances of all that is right together are made large."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    grounds = np.concatenate([row.grounds for row in rows])
    network = Network(torch.from_numpy(grounds.mean(0)), torch.from_numpy(grounds.std(0) + 1e-3))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.03)
    steps, number = ROUNDS * len(rows) // BATCH, 0
    for _ in range(ROUNDS):
        order = rng.permutation(len(rows))
        for at in range(0, len(rows), BATCH):
            batch = batch_of([rows[k] for k in order[at : at + BATCH]])
            optimiser.param_groups[0]["lr"] = RATE * min(1, number / WARM) * max(0.02, 1 - number / steps)
            shares = network(batch).log_softmax(-1).masked_fill(~batch.right, NEVER)
            loss = -torch.logsumexp(shares, -1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            number += 1
    return network.eval()


def chances_of(network: Network, rows: list[Row]) -> list[Floats]:
    """The chance of each candidate of each row; what is left is that none is meant."""
    made: list[Floats] = []
    with torch.no_grad():
        for at in range(0, len(rows), 64):
            part = rows[at : at + 64]
            shares = network(batch_of(part)).softmax(-1).numpy()
            made += [share[: len(row.right)] for row, share in zip(part, shares, strict=True)]
    return made
