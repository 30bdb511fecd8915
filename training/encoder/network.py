"""The network: the table of pieces and all layers of multilingual-e5-small, and three answers.

The table is not trained. Once `coarse` is set, matrices act as the four-bit blocks that they will be packed in
(quantisation-aware training with a straight-through gradient; Bengio et al., 2013, arXiv:1308.3432).
"""

from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from claims.bert import FIRST, HEADS, PAD
from evidence.encoder_rows import KINDS, LONGEST
from training.encoder.base import BLOCK

WIDTH, LAYERS = 384, 12
DROPPED = 0.1


def in_blocks(weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """A matrix as numbers from 0 to 15 in blocks of 32, and a scale a block.

    As llama.cpp's Q4_0 has it: what is furthest from nought becomes -8, that is 0.
    """
    blocks = weight.unflatten(-1, (-1, BLOCK))
    scales = (blocks.gather(-1, blocks.abs().argmax(-1, keepdim=True)) / -8).half().float()
    steps = torch.where(scales == 0, 0.0, blocks / scales)
    return (steps + 8.5).floor().clamp(0, 15), scales


def coarsened(weight: torch.Tensor) -> torch.Tensor:
    """A matrix as its four-bit blocks give it back."""
    steps, scales = in_blocks(weight)
    return ((steps - 8) * scales).flatten(-2)


class Matrix(nn.Linear):
    """A linear map that can act as it will be packed."""

    coarse = False

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The map; in coarse form the gradient passes as if it were not."""
        weight = self.weight
        if self.coarse:
            weight = weight + (coarsened(weight.detach()) - weight.detach())
        return F.linear(x, weight, self.bias)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = Matrix(WIDTH, 3 * WIDTH)
        self.out = Matrix(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Matrix(WIDTH, 4 * WIDTH)
        self.down = Matrix(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The states behind this layer."""
        n, length, _ = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(n, length, WIDTH))
        x = self.norm(x + F.dropout(mixed, DROPPED, self.training))
        inner = self.down(F.gelu(self.up(x), approximate="tanh"))
        return self.norm2(x + F.dropout(inner, DROPPED, self.training))


class Table(nn.Module):
    """Rows of four-bit numbers, 32 to a scale."""

    nibbles: torch.Tensor
    scales: torch.Tensor

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.register_buffer("nibbles", torch.zeros(rows, WIDTH // BLOCK, BLOCK // 2, dtype=torch.uint8))
        self.register_buffer("scales", torch.zeros(rows, WIDTH // BLOCK, dtype=torch.float16))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """The rows as float32."""
        nibbles = self.nibbles[ids]
        wide = torch.cat([nibbles & 15, nibbles >> 4], dim=-1).float() - 8
        return (wide * self.scales[ids].float()[..., None]).flatten(-2)


class Reader(nn.Module):
    """Claim and passage in, three numbers out: supports, refutes, neither."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.table = Table(pieces)
        self.place = nn.Embedding(LONGEST, WIDTH)
        self.side = nn.Embedding(2, WIDTH)
        self.met = nn.Embedding(2 * KINDS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.pool = Matrix(3 * WIDTH, WIDTH)
        self.answer = nn.Linear(WIDTH, 3)
        nn.init.zeros_(self.side.weight)
        nn.init.zeros_(self.met.weight)

    def forward(self, ids: torch.Tensor, sides: torch.Tensor, met: torch.Tensor) -> torch.Tensor:
        """The three numbers of each pair, before they are made shares."""
        x = self.table(ids) + self.place.weight[: ids.shape[1]] + self.side(sides) + self.met(met)
        x = F.dropout(self.norm(x), DROPPED, self.training)
        mask = (ids != PAD)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        parts = [x[:, 0]]
        for side in (0, 1):
            inside = ((sides == side) & (ids >= FIRST))[:, :, None].to(x.dtype)
            parts.append((x * inside).sum(1) / inside.sum(1).clamp(min=1))
        return self.answer(
            F.dropout(F.gelu(self.pool(torch.cat(parts, 1)), approximate="tanh"), DROPPED, self.training)
        )

    def coarsen(self) -> None:
        """From now on, matrices act as they will be packed."""
        for module in self.modules():
            if isinstance(module, Matrix):
                module.coarse = True


def load_start(path: Path) -> Reader:
    """The network with the weights of a file; RuntimeError where it has another number of layers."""
    state = torch.load(path, weights_only=True)
    reader = Reader(state["table.nibbles"].shape[0])
    reader.load_state_dict(state)
    return reader
