"""Layers of BERT (Devlin et al., 2019) in numpy, and a table of word pieces in four bits.

Whoever splits an article or adds evidence does not wait for a model library to load.
"""

import itertools
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claims.digests import sha256_of

HEADS = 12
AT_ONCE = 1 << 15  #: numbers that are taken through a function of several steps together
CLS, PAD, SEP, UNKNOWN, FIRST = 0, 1, 2, 3, 4  #: rows of the table before the pieces of words, and where those begin
#: Digits of Arabic, Persian and Indian scripts are Western ones, vowel signs and stretching of Arabic are left out.
SPELT = {
    **{first + digit: str(digit) for first in (0x660, 0x6F0, 0x966) for digit in range(10)},
    **dict.fromkeys([0x640, 0x670, *range(0x64B, 0x653)], ""),
}
PACKED = (".nibbles", ".bytes", ".scales")  #: parts of a matrix in four-bit blocks, or in bytes with a scale a row
PIECES = Path(__file__).parent / "models" / "pieces" / "pieces.json"
TABLE = PIECES.with_name("table.safetensors")

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = dict[str, npt.NDArray[Any]]


def norm(x: Floats, scale: Floats, shift: Floats, epsilon: float = 1e-12) -> Floats:
    """Layer normalisation."""
    made: Floats = x - x.mean(-1, keepdims=True)
    made /= np.sqrt(np.einsum("...i,...i->...", made, made)[..., None] / np.float32(x.shape[-1]) + np.float32(epsilon))
    made *= scale
    made += shift
    return made


def mapped(x: Floats, w: Weights, name: str) -> Floats:
    """A linear map with its shift; all rows at once, however they are laid out."""
    rows: Floats = x.reshape(-1, x.shape[-1]) @ w[f"{name}.weight"].T
    rows += w[f"{name}.bias"]
    return rows.reshape(*x.shape[:-1], -1)


def gelu(x: Floats) -> Floats:
    """GELU in its tanh form (Hendrycks and Gimpel, 2016); `x` is used up.

    Some rows at a time, for what fits the processor's cache is not fetched anew for each step.
    """
    rows = x.reshape(-1, x.shape[-1])
    some = max(1, AT_ONCE // x.shape[-1])
    for at in range(0, len(rows), some):
        part = rows[at : at + some]
        made = part * part
        made *= np.float32(0.7978845608 * 0.044715)
        made += np.float32(0.7978845608)
        made *= part
        np.tanh(made, out=made)
        made += np.float32(1)
        part *= made
        part *= np.float32(0.5)
    return rows.reshape(x.shape)


def layer(x: Floats, w: Weights, name: str, bounds: Sequence[int] = ()) -> Floats:
    """Self-attention and the two maps behind it; texts that stand side by side, from bound to bound, don't mix."""
    length = len(x)
    qkv = mapped(x, w, f"{name}.qkv").reshape(length, 3, HEADS, -1).transpose(1, 2, 0, 3)
    parts = [attended(qkv[:, :, a:b]) for a, b in itertools.pairwise(bounds or (0, length))]
    mixed = mapped(np.concatenate(parts), w, f"{name}.out")
    mixed += x
    x = norm(mixed, w[f"{name}.norm.weight"], w[f"{name}.norm.bias"])
    inner = mapped(gelu(mapped(x, w, f"{name}.up")), w, f"{name}.down")
    inner += x
    return norm(inner, w[f"{name}.norm2.weight"], w[f"{name}.norm2.bias"])


def attended(qkv: Floats) -> Floats:
    """What each place takes from its others: [three, ..., heads, places, numbers] in, [..., places, all] out."""
    q, k, v = qkv
    scores = q @ k.swapaxes(-1, -2)
    scores *= np.float32(q.shape[-1] ** -0.5)
    scores -= scores.max(-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(-1, keepdims=True)
    mixed = (scores @ v).swapaxes(-2, -3)
    made: Floats = mixed.reshape(*mixed.shape[:-2], -1)
    return made


def convolved(x: Floats, kernel: Floats) -> Floats:
    """A narrow convolution along the second last axis; the kernel is [out, in, places], an odd number of them."""
    length, reach = x.shape[-2], kernel.shape[-1]
    rows = x.reshape(-1, x.shape[-1])
    made = np.zeros((*x.shape[:-1], len(kernel)), np.float32)
    for k in range(reach):
        by = k - reach // 2  # each place takes what stands so far behind it
        part = (rows @ np.ascontiguousarray(kernel[:, :, k].T)).reshape(made.shape)
        made[..., max(0, -by) : length - max(0, by), :] += part[..., max(0, by) : length - max(0, -by), :]
    return made


def layers_of(w: Weights) -> int:
    """How many layers the weights have."""
    return 1 + max(int(name.split(".")[1]) for name in w if name.startswith("layers."))


def widened(nibbles: "npt.NDArray[np.uint8]", scales: "npt.NDArray[np.float16]") -> Floats:
    """Rows of four-bit blocks as numbers: the first half of a block lies in the low bits, a scale a block."""
    wide = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    made: Floats = (wide * scales.astype(np.float32)[..., None]).reshape(len(nibbles), -1)
    return made


def pieces_of(w: Weights, ids: Ints) -> Floats:
    """The table's rows of some pieces."""
    return widened(w["table.nibbles"][ids], w["table.scales"][ids])


def unpacked(tensors: Weights) -> Weights:
    """Matrices kept as four-bit blocks, or as bytes with a scale a row, as float32; the others as they are."""
    made = {name: tensor for name, tensor in tensors.items() if not name.endswith(PACKED)}
    for name in {name.removesuffix(".scales") for name in tensors if name.endswith(".scales")}:
        scales = tensors[f"{name}.scales"]
        if f"{name}.bytes" in tensors:
            made[name] = tensors[f"{name}.bytes"].astype(np.float32) * scales
        else:
            made[name] = widened(tensors[f"{name}.nibbles"], scales)
    return made


@lru_cache(maxsize=1)
def table_digests() -> tuple[str, str]:
    """The SHA-256 of the pieces and of the table."""
    return sha256_of(PIECES.read_bytes()), sha256_of(TABLE.read_bytes())


@lru_cache(maxsize=2)
def tokenizer_in(file: Path) -> Any:
    """The tokenizer of a pieces file."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(file))


@lru_cache(maxsize=1)
def _table() -> Weights:
    """The table, once for all networks that read it."""
    from safetensors import safe_open

    with safe_open(TABLE, framework="numpy") as stored:
        return {name: stored.get_tensor(name) for name in stored.keys()}  # noqa: SIM118 - it is no dict


def load_weights(path: Path) -> Weights:
    """The weights in a file with the table that they were taught on; ValueError where it is another.

    Whatever else is wrong with the file raises OSError, KeyError or SafetensorError.
    """
    from safetensors import safe_open

    with safe_open(path, framework="numpy") as stored:
        about = stored.metadata() or {}
        tensors = {name: stored.get_tensor(name) for name in stored.keys()}  # noqa: SIM118 - it is no dict
    for what, found in zip(("pieces", "table"), table_digests(), strict=True):
        if about.get(what) != found:
            raise ValueError(f"it was taught on {what} {about.get(what, '?')[:12]}, here are {found[:12]}")
    return unpacked(tensors) | _table()
