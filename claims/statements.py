"""How likely a candidate is a statement as people write it down: all of its words and no others.

A small network reads each candidate against the units of its sentence, which the segmenter made: one layer of
self-attention (Vaswani et al., 2017) over units that are marked in or out, and the numbers of `choice.looked_at`.
`training/segmenter/choose.py` teaches it.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from claims.bert import Floats, Ints, Weights, attended, convolved, gelu, mapped, norm
from claims.segment_heads import SEGMENTER, Bools, read_head
from claims.segmenter import EPSILON, Seen

if TYPE_CHECKING:
    from claims.choice import Looked

FILE = SEGMENTER.with_name("statements.safetensors")
HEADS = 4
FAR = 32  #: units; beyond it all distances from the predicate are one
SURELY = 8.0  #: numbers before they are made shares are cut there, and divided by half of it
SIGNS = 4  #: what is told of each unit: predicate, word of the statement's predicate, word that tells it, agreement


class Beside:
    """A network that reads stretches of one sentence against its units; its weights tell what it says of each."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights

    def read(self, seen: Seen, inside: Bools, mains: Ints, signs: Floats, figures: Floats) -> Floats:
        """[stretches, what is said of each], before it is made a share.

        `inside` is [stretches, units], `mains` the likely predicate that each fits best, -1 for none, `signs` what is
        told of each unit beside each stretch, `figures` what is told of the stretch.
        """
        anchors = anchors_of(seen, mains)
        count, length = inside.shape
        held, known = inside[..., None], (anchors >= 0)[:, None]
        units = norm(seen.units, self._w["norm.weight"], self._w["norm.bias"], EPSILON)
        x = self._map("unit", units)[None] + self._w["mark.weight"][inside.astype(int)]
        x += self._map("sign", signs)
        far = np.clip(np.arange(length)[None] - np.maximum(anchors, 0)[:, None], -FAR, FAR) + FAR
        x += self._w["distance.weight"][far] * known[..., None]
        near = convolved(x, self._w["around.weight"])
        near += self._w["around.bias"]
        x += gelu(near)
        qkv = self._map("qkv", self._norm("norm1", x)).reshape(count, length, 3, HEADS, -1)
        x += self._map("out", attended(qkv.transpose(2, 0, 3, 1, 4)))
        x += self._map("down", gelu(self._map("up", self._norm("norm2", x))))
        within = (x * held).sum(1) / np.maximum(1, held.sum(1))
        without = (x * ~held).sum(1) / np.maximum(1, (~held).sum(1))
        most = np.where(held, x, -1e4).max(1) * held.any(1)
        predicate = x[np.arange(count), np.maximum(anchors, 0)] * known
        numbers = (figures - self._w["mean"]) / self._w["scale"]
        return self._map(
            "last", gelu(self._map("first", np.concatenate([within, without, predicate, most, numbers], -1)))
        )

    def _map(self, name: str, x: Floats) -> Floats:
        return mapped(x, self._w, name)

    def _norm(self, name: str, x: Floats) -> Floats:
        return norm(x, self._w[f"{name}.weight"], self._w[f"{name}.bias"], EPSILON)


class Statements(Beside):
    """Whether a candidate is a statement."""

    def chances(self, seen: Seen, looked: "Looked") -> Floats:
        """The chance of each candidate: the mean of being nearly a statement, and of being one to the word."""
        if not len(looked.numbers):
            return np.zeros(0, np.float32)
        mains = np.array(looked.mains)
        told = self.read(seen, looked.inside, mains, signs_of(seen, looked.inside, mains), looked.numbers)
        made: Floats = (1 / (1 + np.exp(-told))).mean(-1)
        return made


def anchors_of(seen: Seen, mains: Ints) -> Ints:
    """[candidates]: the unit of the predicate that each states, -1 for none."""
    return np.where(mains >= 0, seen.anchors[mains] if len(seen.anchors) else -1, -1)


def signs_of(seen: Seen, inside: Bools, mains: Ints) -> Floats:
    """[candidates, units, SIGNS]: what the segmenter thinks of each unit, as the network reads it."""
    count, length = inside.shape
    made = np.zeros((count, length, SIGNS), np.float32)
    made[..., 0] = np.clip(seen.surest, -SURELY, SURELY)
    at = np.flatnonzero(mains >= 0)
    if len(at):
        made[at, :, 1:3] = np.clip(seen.members[mains[at]], -SURELY, SURELY)
        made[at, :, 3] = made[at, :, 1] * np.where(inside[at], 1, -1)
    return made / (SURELY / 2)


@lru_cache(maxsize=1)
def load_statements() -> Statements:
    """The shipped network."""
    return Statements(read_head(FILE, "training/segmenter/choose.py"))
