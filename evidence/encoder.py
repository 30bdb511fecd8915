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

from claims.bert import FIRST, gelu, layer, layers_of, load_weights, norm, pieces_of
from claims.digests import sha256_of
from evidence.encoder_rows import PairRows, Row
from evidence.errors import ModelMissing

FILE = Path(__file__).parent / "models" / "stance" / "encoder.safetensors"


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
        self._layers = layers_of(weights)

    def read(self, claim: str, passage: str) -> Shares:
        """What the passage says of the claim; a passage longer than the network's room is cut at its end."""
        return self._answer(self._rows.of(*self._rows.ids([claim, passage])))

    def _answer(self, row: Row) -> Shares:
        """The network over one row."""
        w, (ids, sides, met) = self._w, row
        x = pieces_of(w, ids) + w["place.weight"][: len(ids)] + w["side.weight"][sides] + w["met.weight"][met]
        x = norm(x, w["norm.weight"], w["norm.bias"])
        for number in range(self._layers):
            x = layer(x, w, f"layers.{number}")
        parts = [x[0]]
        for side in (0, 1):
            inside = (sides == side) & (ids >= FIRST)
            parts.append(x[inside].mean(0) if inside.any() else np.zeros_like(x[0]))
        hidden = gelu(w["pool.weight"] @ np.concatenate(parts) + w["pool.bias"])
        raw = w["answer.weight"] @ hidden + w["answer.bias"]
        shares = np.exp(raw - raw.max())
        shares /= shares.sum()
        return Shares(*(round(float(share), 4) for share in shares))


@lru_cache(maxsize=2)
def load_encoder(path: Path = FILE) -> Encoder:
    """The encoder in a file; ModelMissing where they do not belong together."""
    from safetensors import SafetensorError

    try:
        weights = load_weights(path)
    except (OSError, KeyError, ValueError, SafetensorError) as error:
        raise ModelMissing(
            f"The stance encoder at {path} cannot be used ({error}). Expected the file that training/encoder writes. "
            "Install the program again, or set `judge` to nli:MODEL or llm:MODEL."
        ) from error
    return Encoder(weights, PairRows(), digest=sha256_of(path.read_bytes()))
