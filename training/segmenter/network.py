"""The network: the first layers of multilingual-e5-small, which units are predicates, and what belongs to each.

For every pair of a predicate and a unit two numbers: whether the unit is among the proposition's words, and whether
among those that attribute it. A narrow convolution along the sentence lets neighbours agree.
"""

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from claims.bert import PAD
from claims.segment_rows import LONGEST
from training.encoder.network import WIDTH, Layer

PAIR = 128  #: numbers that describe a pair
FAR = 31  #: units; beyond it all distances are one
REACH = 5  #: units that the convolution sees
PAIR_HEADS = 4


class Segmenter(nn.Module):
    """Pieces in, for each unit how surely it is a predicate; then what belongs to given predicates."""

    def __init__(self, layers: int, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.place = nn.Embedding(LONGEST, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.unit = nn.Linear(2 * WIDTH, WIDTH)
        self.anchor = nn.Linear(WIDTH, 1)
        self.of_anchor = nn.Linear(WIDTH, 2 * PAIR)
        self.of_unit = nn.Linear(WIDTH, 2 * PAIR)
        self.distance = nn.Embedding(2 * FAR + 1, PAIR)
        self.around = nn.Conv1d(PAIR, PAIR, REACH, padding=REACH // 2)
        self.pair_norm = nn.LayerNorm(PAIR)
        self.pair_qkv = nn.Linear(PAIR, 3 * PAIR)
        self.pair_out = nn.Linear(PAIR, PAIR)
        self.pair_norm2 = nn.LayerNorm(PAIR)
        self.pair_up = nn.Linear(PAIR, 2 * PAIR)
        self.pair_down = nn.Linear(2 * PAIR, PAIR)
        self.belongs = nn.Linear(PAIR, 2)
        nn.init.zeros_(self.pair_out.weight)
        nn.init.zeros_(self.pair_down.weight)

    def units(self, rows: torch.Tensor, ids: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """A vector a unit; `rows` are the table's rows of `ids`."""
        x = F.dropout(self.norm(rows + self.place.weight[: ids.shape[1]]), self.drop, self.training)
        mask = (ids != PAD)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        wide = x.shape[-1]
        ends = [x.gather(1, at[:, :, None].expand(-1, -1, wide)) for at in (first, last)]
        return F.dropout(F.gelu(self.unit(torch.cat(ends, -1)), approximate="tanh"), self.drop, self.training)

    def predicates(self, units: torch.Tensor) -> torch.Tensor:
        """For each unit, before it is made a share, how surely it is a predicate."""
        return self.anchor(units).squeeze(-1)

    def members(self, units: torch.Tensor, anchors: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """[sentence, predicate, unit, 2]: whether the unit is content, and whether attribution, of the predicate.

        `real` is false where a sentence is over and only filled up.
        """
        n, count = anchors.shape
        at = units.gather(1, anchors[:, :, None].expand(-1, -1, units.shape[-1]))
        a, a_times = self.of_anchor(at)[:, :, None, :].chunk(2, -1)
        u, u_times = self.of_unit(units)[:, None, :, :].chunk(2, -1)
        places = torch.arange(units.shape[1], device=units.device)
        far = (places[None, None, :] - anchors[:, :, None]).clamp(-FAR, FAR) + FAR
        x = F.gelu(a + u + a_times * u_times + self.distance(far), approximate="tanh")
        x = F.dropout(x, self.drop, self.training) * real[:, None, :, None]
        flat = x.reshape(n * count, -1, PAIR)
        x = flat + F.gelu(self.around(flat.transpose(1, 2)).transpose(1, 2), approximate="tanh")
        mask = real[:, None, :].expand(-1, count, -1).reshape(n * count, 1, 1, -1)
        q, k, v = self.pair_qkv(self.pair_norm(x)).view(*x.shape[:2], 3, PAIR_HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(x.shape)
        x = x + F.dropout(self.pair_out(mixed), self.drop, self.training)
        inner = self.pair_down(F.gelu(self.pair_up(self.pair_norm2(x)), approximate="tanh"))
        x = x + F.dropout(inner, self.drop, self.training)
        return self.belongs(x).view(n, count, -1, 2)
