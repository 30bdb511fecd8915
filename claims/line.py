"""A logistic regression that ships as a file: numbers by name -> a chance."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.bert import Floats
from claims.errors import WeightsUnusable


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The weight of each number and the constant."""

    weights: Floats
    constant: float

    def chances(self, numbers: Floats) -> Floats:
        """The chance of each row of numbers, or of the one given."""
        made: Floats = 1 / (1 + np.exp(-(numbers @ self.weights + self.constant)))
        return made


@lru_cache(maxsize=8)
def read_line(file: Path, names: Sequence[str], maker: str) -> Line:
    """What `maker` wrote to a file; WeightsUnusable where it is missing or of other numbers than those named."""
    try:
        stored = json.loads(file.read_text("utf-8"))
        return Line(np.array([stored["weights"][name] for name in names]), float(stored["constant"]))
    except (OSError, KeyError, ValueError) as error:
        raise WeightsUnusable(
            f"The splitter's weights at {file} cannot be used ({error!r}). Expected the file that {maker} writes. "
            "Install the program again."
        ) from error
