"""Claim and passage -> how probably the passage supports, refutes or does neither: the stance encoder that ships.

The layers of multilingual-e5-small (Wang et al., 2024), taught on pairs by `training/encoder/`, in numpy: a
person who adds evidence does not wait for a model library to load. The table of word pieces and the matrices are in
four bits, a scale for every 32 numbers. Each pair is read by itself, so an answer never depends on what else is asked.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from claims.digests import sha256_of
from evidence.encoder_rows import FIRST, Ints, PairRows, Row
from evidence.errors import ModelMissing

FILE = Path(__file__).parent / "models" / "stance" / "encoder.safetensors"
PIECES = "pieces.json"  #: beside it
HEADS = 12
PACKED = (".nibbles", ".scales")  #: parts of a matrix in four-bit blocks

Floats = npt.NDArray[np.float32]


class Shares(NamedTuple):
    """Three probabilities that sum to one."""

    supports: float
    refutes: float
    neither: float


class Encoder:
    """The network with its weights; `digest` is the SHA-256 of their file."""

    def __init__(self, weights: "dict[str, npt.NDArray[Any]]", rows: PairRows, *, digest: str) -> None:
        self.digest = digest
        self._w = weights
        self._rows = rows
        self._layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))

    def read(self, claim: str, passage: str) -> Shares:
        """What the passage says of the claim; a passage longer than the network's room is cut at its end."""
        return self._answer(self._rows.of(*self._rows.ids([claim, passage])))

    def _answer(self, row: Row) -> Shares:
        """The network over one row."""
        w, (ids, sides, met) = self._w, row
        x = self._pieces(ids) + w["place.weight"][: len(ids)] + w["side.weight"][sides] + w["met.weight"][met]
        x = _norm(x, w["norm.weight"], w["norm.bias"])
        for number in range(self._layers):
            x = self._layer(x, f"layers.{number}")
        parts = [x[0]]
        for side in (0, 1):
            inside = (sides == side) & (ids >= FIRST)
            parts.append(x[inside].mean(0) if inside.any() else np.zeros_like(x[0]))
        hidden = _gelu(w["pool.weight"] @ np.concatenate(parts) + w["pool.bias"])
        raw = w["answer.weight"] @ hidden + w["answer.bias"]
        shares = np.exp(raw - raw.max())
        shares /= shares.sum()
        return Shares(*(round(float(share), 4) for share in shares))

    def _pieces(self, ids: Ints) -> Floats:
        """The table's rows of some pieces: four-bit numbers, first half of a block in the low bits, a scale a block."""
        return _widened(self._w["table.nibbles"][ids], self._w["table.scales"][ids])

    def _layer(self, x: Floats, name: str) -> Floats:
        """Self-attention and the two maps behind it."""
        w = self._w
        length, width = x.shape
        qkv = (
            (x @ w[f"{name}.qkv.weight"].T + w[f"{name}.qkv.bias"]).reshape(length, 3, HEADS, -1).transpose(1, 2, 0, 3)
        )
        scores = qkv[0] @ qkv[1].transpose(0, 2, 1) * np.float32((width // HEADS) ** -0.5)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ qkv[2]
        mixed = mixed.transpose(1, 0, 2).reshape(length, width) @ w[f"{name}.out.weight"].T + w[f"{name}.out.bias"]
        x = _norm(x + mixed, w[f"{name}.norm.weight"], w[f"{name}.norm.bias"])
        inner = _gelu(x @ w[f"{name}.up.weight"].T + w[f"{name}.up.bias"])
        inner = inner @ w[f"{name}.down.weight"].T + w[f"{name}.down.bias"]
        return _norm(x + inner, w[f"{name}.norm2.weight"], w[f"{name}.norm2.bias"])


def _widened(nibbles: "npt.NDArray[np.uint8]", scales: "npt.NDArray[np.float16]") -> Floats:
    """Rows of four-bit blocks as numbers."""
    wide = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    made: Floats = (wide * scales.astype(np.float32)[..., None]).reshape(len(nibbles), -1)
    return made


def _norm(x: Floats, scale: Floats, shift: Floats) -> Floats:
    """Layer normalisation."""
    x = x - x.mean(-1, keepdims=True)
    made: Floats = x / np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12)) * scale + shift
    return made


def _gelu(x: Floats) -> Floats:
    """GELU in its tanh form (Hendrycks and Gimpel, 2016)."""
    made: Floats = (
        np.float32(0.5) * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)))
    )
    return made


@lru_cache(maxsize=2)
def load_encoder(path: Path = FILE) -> Encoder:
    """The encoder in a file, with the pieces beside it; ModelMissing where they do not belong together."""
    from safetensors import SafetensorError, safe_open

    pieces = path.with_name(PIECES)
    try:
        with safe_open(path, framework="numpy") as stored:
            about = stored.metadata() or {}
            tensors = {name: stored.get_tensor(name) for name in stored.keys()}  # noqa: SIM118 - it is no dict
        found = sha256_of(pieces.read_bytes())
        if about.get("pieces") != found:
            raise ValueError(f"it was trained on pieces {about.get('pieces', '?')[:12]}, here are {found[:12]}")  # noqa: TRY301
        weights = {name: tensors[name] for name in tensors if name.startswith("table") or not name.endswith(PACKED)}
        for name in {name.removesuffix(".nibbles") for name in tensors if name.endswith(".weight.nibbles")}:
            weights[name] = _widened(tensors[f"{name}.nibbles"], tensors[f"{name}.scales"])
    except (OSError, KeyError, ValueError, SafetensorError) as error:
        raise ModelMissing(
            f"The stance encoder at {path} cannot be used ({error}). Expected the file that training/encoder writes. "
            "Install the program again, or set `judge` to nli:MODEL or llm:MODEL."
        ) from error
    return Encoder(weights, PairRows(pieces), digest=sha256_of(path.read_bytes()))
