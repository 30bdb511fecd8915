"""How often readings like this one were right: a small model fitted on development data, with its digest.

The weights lie in models/stance/: logistic regression a gate over the numbers of a reading.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claims.digests import sha256_of
from evidence.errors import ModelMissing
from evidence.slots.decide import Gate
from evidence.slots.features import NAMES, Reading

FOLDER = Path(__file__).parent / "models" / "stance"
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Surety:
    """For each gate a logistic model of being right."""

    weights: dict[str, Floats]  #: gate -> weight of each number, then the constant
    embedder: str  #: revision of the embedder that it was fitted on; "" fits any
    digest: str

    def fits(self, revision: str) -> bool:
        """Whether the model was fitted on this embedder."""
        return self.embedder in {"", revision}

    def of(self, gate: Gate, reading: Reading) -> float:
        """How probably a reading that passed the gate is right."""
        weights = self.weights.get(str(gate))
        if weights is None:
            return 0.0
        score = float(reading.row.astype(np.float64) @ weights[:-1] + weights[-1])
        return float(1.0 / (1.0 + np.exp(-np.clip(score, -30, 30))))


@lru_cache(maxsize=4)
def load_surety(folder: Path = FOLDER) -> Surety:
    """The weights in a folder."""
    path = folder / "surety.json"
    try:
        text = path.read_text("utf-8")
        parsed = json.loads(text)
        names = parsed["numbers"]
        weights = {gate: _ordered(row, names) for gate, row in parsed["gates"].items()}
        return Surety(weights=weights, embedder=str(parsed["embedder"]), digest=sha256_of(text))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ModelMissing(
            f"The weights of the default judge at {path} cannot be used ({error!r}). Expected the file that "
            "training/stance writes. Install the program again, or set `judge` to nli:MODEL or llm:MODEL."
        ) from error


def _ordered(row: dict[str, float], names: list[str]) -> Floats:
    """The weights in the order of today's numbers; a number that the file does not know weighs nothing."""
    unknown = sorted(set(row) - set(NAMES) - {"constant"})
    if unknown or not set(row) - {"constant"} <= set(names):
        raise ValueError(f"weights for numbers that do not exist: {unknown}")
    return np.array([*(row.get(name, 0.0) for name in NAMES), row["constant"]], dtype=np.float64)
