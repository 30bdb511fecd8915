"""Layers of BERT (Devlin et al., 2019) in numpy, and a table of word pieces in four bits.

Whoever splits an article or adds evidence does not wait for a model library to load.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

HEADS = 12

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = dict[str, npt.NDArray[Any]]


def norm(x: Floats, scale: Floats, shift: Floats) -> Floats:
    """Layer normalisation."""
    x = x - x.mean(-1, keepdims=True)
    made: Floats = x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12)) * scale + shift
    return made


def gelu(x: Floats) -> Floats:
    """GELU in its tanh form (Hendrycks and Gimpel, 2016)."""
    made: Floats = (
        np.float32(0.5) * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)))
    )
    return made


def layer(x: Floats, w: Weights, name: str) -> Floats:
    """Self-attention and the two maps behind it."""
    length, width = x.shape
    qkv = (x @ w[f"{name}.qkv.weight"].T + w[f"{name}.qkv.bias"]).reshape(length, 3, HEADS, -1).transpose(1, 2, 0, 3)
    scores = qkv[0] @ qkv[1].transpose(0, 2, 1) * np.float32((width // HEADS) ** -0.5)
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = (scores / scores.sum(-1, keepdims=True)) @ qkv[2]
    mixed = mixed.transpose(1, 0, 2).reshape(length, width) @ w[f"{name}.out.weight"].T + w[f"{name}.out.bias"]
    x = norm(x + mixed, w[f"{name}.norm.weight"], w[f"{name}.norm.bias"])
    inner = gelu(x @ w[f"{name}.up.weight"].T + w[f"{name}.up.bias"])
    inner = inner @ w[f"{name}.down.weight"].T + w[f"{name}.down.bias"]
    return norm(x + inner, w[f"{name}.norm2.weight"], w[f"{name}.norm2.bias"])


def layers_of(w: Weights) -> int:
    """How many layers the weights have."""
    return 1 + max(int(name.split(".")[1]) for name in w if name.startswith("layers."))


def pieces_of(w: Weights, ids: Ints) -> Floats:
    """The table's rows of some pieces: four-bit numbers, first half of a block in the low bits, a scale a block."""
    nibbles = w["table.nibbles"][ids]
    wide = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    made: Floats = (wide * w["table.scales"][ids].astype(np.float32)[..., None]).reshape(len(ids), -1)
    return made


def unpacked(tensors: Weights) -> Weights:
    """Matrices kept as bytes with a scale a row, as float32; the others as they are."""
    return {
        name: tensor.astype(np.float32) * tensors[f"{name}.scale"][:, None] if f"{name}.scale" in tensors else tensor
        for name, tensor in tensors.items()
        if not name.endswith(".scale")
    }
