"""How probably a passage supports or refutes a claim: two small models over what was seen of it, with their digest.

The weights lie in models/stance/surety.npz: for each way boosted trees and a logistic regression over the numbers of a
look, whose answers are averaged, and two numbers that bring the average in line with how often it was right on
development data.
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

FILE = Path(__file__).parent / "models" / "stance" / "surety.npz"
WAYS = ("support", "refute")
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

    def score(self, rows: Floats) -> Floats:
        """The log-odds of each row."""
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
        return total


@dataclass(frozen=True, slots=True)
class Way:
    """The two models of one way, and the line that makes their mean a probability."""

    trees: Trees
    weights: Floats  #: of the logistic regression, one a number
    constant: float
    slope: float
    shift: float

    def score(self, rows: Floats) -> Floats:
        """How probably each row is right."""
        both = (self.trees.score(rows) + rows @ self.weights + self.constant) / 2
        calibrated: Floats = 1.0 / (1.0 + np.exp(-np.clip(self.slope * both + self.shift, -30, 30)))
        return calibrated


@dataclass(frozen=True, slots=True)
class Surety:
    """The models of support and of refutation."""

    ways: dict[str, Way]
    embedder: str  #: revision of the embedder that the numbers came from
    encoder: str  #: digest of the encoder that the numbers came from
    numbers: tuple[str, ...]
    left_out: tuple[int, ...]  #: places of the numbers that were not used
    digest: str

    def of(self, rows: Floats) -> tuple[Floats, Floats]:
        """How probably each row supports, and how probably it refutes."""
        if not len(rows):
            return np.zeros(0), np.zeros(0)
        used = rows.copy()
        used[:, list(self.left_out)] = 0.0
        return self.ways["support"].score(used), self.ways["refute"].score(used)


@lru_cache(maxsize=4)
def load_surety(path: Path = FILE) -> Surety:
    """The weights in a file."""
    try:
        content = path.read_bytes()
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            about = json.loads(str(stored["about"]))
            numbers = tuple(str(name) for name in about["numbers"])
            return Surety(
                ways={way: _way(stored, way) for way in WAYS},
                embedder=str(about["embedder"]),
                encoder=str(about["encoder"]),
                numbers=numbers,
                left_out=tuple(numbers.index(name) for name in about["left_out"]),
                digest=sha256_of(content),
            )
    except (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile) as error:
        raise ModelMissing(
            f"The weights of the default judge at {path} cannot be used ({error}). Expected the file that "
            "training/stance writes. Install the program again, or set `judge` to nli:MODEL or llm:MODEL."
        ) from error


def _way(stored: "np.lib.npyio.NpzFile", way: str) -> Way:
    """The models of one way."""
    base, constant, slope, shift = (float(one) for one in stored[f"{way}.line"])
    trees = Trees(
        feature=stored[f"{way}.feature"],
        threshold=stored[f"{way}.threshold"],
        left=stored[f"{way}.left"],
        right=stored[f"{way}.right"],
        value=stored[f"{way}.value"],
        roots=stored[f"{way}.roots"],
        base=base,
    )
    return Way(trees=trees, weights=stored[f"{way}.weights"], constant=constant, slope=slope, shift=shift)
