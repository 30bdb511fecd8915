"""What is read from the segmenter's units besides: small networks of their own, taught when it had learnt.

Each file names the digest of the segmenter whose units it reads; with another one it is refused.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claims.bert import Floats, Weights, convolved, gelu
from claims.digests import sha256_of
from claims.errors import WeightsUnusable

SEGMENTER = Path(__file__).parent / "models" / "segmenter.safetensors"
SPEAKERS = SEGMENTER.with_name("speakers.safetensors")
BLOCKS = 2  #: maps of the speakers' network that look at neighbours

Bools = npt.NDArray[np.bool_]


class Speakers:
    """Which of the words that tell who tells it name the speaker: "said", "in London" and hearers do not."""

    def __init__(self, weights: Weights) -> None:
        self._w = weights

    def runs(self, units: Floats, telling: Bools) -> list[tuple[int, int] | None]:
        """Of each row of `telling`, [rows, units], the first and last unit of the speaker; None where none is named."""
        return [run_of(row, inside) for row, inside in zip(self.numbers(units, telling), telling, strict=True)]

    def numbers(self, units: Floats, telling: Bools) -> Floats:
        """[rows, units]: how surely each names the speaker, before it is made a share."""
        w = self._w
        x = gelu((units @ w["unit.weight"].T + w["unit.bias"])[None] + telling[..., None] * w["telling.weight"][:, 0])
        for k in range(BLOCKS):
            near = convolved(x, w[f"around.{k}.weight"])
            near += w[f"around.{k}.bias"]
            x = x + gelu(near)
        made: Floats = (x @ w["names.weight"].T + w["names.bias"])[..., 0]
        return made


def run_of(numbers: Floats, inside: Bools) -> tuple[int, int] | None:
    """The unbroken run of units inside with the largest sum; None where no sum is above 0."""
    best, most, total, start = None, 0.0, 0.0, 0
    for at, (number, held) in enumerate(zip(numbers.tolist(), inside.tolist(), strict=True)):
        if not held or total <= 0:
            total, start = 0.0, at
        if held:
            total += number
            if total > most:
                best, most = (start, at), total
    return best


def read_head(file: Path, maker: str) -> Weights:
    """The weights that `maker` wrote; WeightsUnusable where they are missing or of another segmenter's units."""
    from safetensors import SafetensorError, safe_open  # noqa: PLC0415 - where rules lead, it is not needed

    try:
        with safe_open(file, framework="numpy") as stored:
            taught_on = (stored.metadata() or {}).get("segmenter", "")
            weights = {name: stored.get_tensor(name).astype(np.float32) for name in stored.keys()}  # noqa: SIM118 - it is no dict
        if taught_on != sha256_of(SEGMENTER.read_bytes()):
            raise ValueError(f"it was taught on the segmenter {taught_on[:12]}, here is another")  # noqa: TRY301
    except (OSError, ValueError, SafetensorError) as error:
        raise WeightsUnusable(
            f"The splitter's weights at {file} cannot be used ({error}). Expected the file that {maker} writes. "
            "Install the program again."
        ) from error
    return weights


@lru_cache(maxsize=1)
def load_speakers() -> Speakers:
    """The shipped network for speakers."""
    return Speakers(read_head(SPEAKERS, "training/segmenter/speakers.py"))
