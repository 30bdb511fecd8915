"""How often readings like this one were right: small trees fitted on development data, with their digest.

The weights lie in models/stance/surety.npz: boosted trees for each gate over the numbers of a reading,
and two numbers that bring their answer in line with how often it was right.
"""

import io
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from claims.digests import sha256_of
from evidence.errors import ModelMissing
from evidence.slots.decide import Gate
from evidence.slots.features import NAMES, Reading

FILE = Path(__file__).parent / "models" / "stance" / "surety.npz"
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees as flat arrays; a leaf is its own child."""

    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    roots: Ints
    base: float
    slope: float  #: of the calibration
    shift: float

    def score(self, rows: Floats) -> Floats:
        """How probably each row is right."""
        total = np.full(len(rows), self.base)
        for root in self.roots:
            at = np.full(len(rows), root, dtype=np.int32)
            while True:
                feature = self.feature[at]
                inner = feature >= 0
                if not inner.any():
                    break
                goes_left = rows[np.arange(len(rows)), np.maximum(feature, 0)] <= self.threshold[at]
                at = np.where(inner, np.where(goes_left, self.left[at], self.right[at]), at).astype(np.int32)
            total += self.value[at]
        calibrated: Floats = 1.0 / (1.0 + np.exp(-np.clip(self.slope * total + self.shift, -30, 30)))
        return calibrated


@dataclass(frozen=True, slots=True)
class Surety:
    """For each gate a model of being right."""

    trees: dict[str, Trees]
    embedder: str  #: revision of the embedder that it was fitted on; "" fits any
    digest: str

    def fits(self, revision: str) -> bool:
        """Whether the model was fitted on this embedder."""
        return self.embedder in {"", revision}

    def of(self, gate: Gate, readings: list[Reading]) -> list[float]:
        """How probably each reading that passed the gate is right."""
        trees = self.trees.get(str(gate))
        if trees is None or not readings:
            return [0.0] * len(readings)
        rows = np.stack([reading.row for reading in readings]).astype(np.float64)
        return [float(value) for value in trees.score(rows)]


@lru_cache(maxsize=4)
def load_surety(path: Path = FILE) -> Surety:
    """The weights in a file."""
    try:
        content = path.read_bytes()
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            about = json.loads(str(stored["about"]))
            if tuple(about["numbers"]) != NAMES:
                raise ValueError("it was fitted on other numbers than are read today")  # noqa: TRY301
            trees = {gate: _trees(stored, gate) for gate in about["gates"]}
    except (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile) as error:
        raise ModelMissing(
            f"The weights of the default judge at {path} cannot be used ({error}). Expected the file that "
            "training/stance writes. Install the program again, or set `judge` to nli:MODEL or llm:MODEL."
        ) from error
    return Surety(trees=trees, embedder=str(about["embedder"]), digest=sha256_of(content))


def _trees(stored: "np.lib.npyio.NpzFile", gate: str) -> Trees:
    """The trees of one gate."""
    base, slope, shift = (float(one) for one in stored[f"{gate}.line"])
    return Trees(
        feature=stored[f"{gate}.feature"],
        threshold=stored[f"{gate}.threshold"],
        left=stored[f"{gate}.left"],
        right=stored[f"{gate}.right"],
        value=stored[f"{gate}.value"],
        roots=stored[f"{gate}.roots"],
        base=base,
        slope=slope,
        shift=shift,
    )
