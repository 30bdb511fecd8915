"""One passage beside one claim: the reading of its best sentence and what the encoder says, as a row of numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evidence.encoder import Encoder, Shares
from evidence.slots.decide import Gate, Passed, gate_of, value
from evidence.slots.features import NAMES, Reading
from evidence.slots.reader import Read

WORTH_READING = 0.3  #: of the claim's weight; with less said nearby, a passage is about something else
NUMBERS = (
    *NAMES, "gate_support", "gate_refute", "gate_denial", "was_read",
    "whole_supports", "whole_refutes", "own_supports", "own_refutes", "best_supports", "best_refutes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What a passage shows of a claim."""

    reading: Reading
    passed: Passed
    whole: Shares  #: the encoder on the passage under its heading
    own: Shares  #: the encoder on the best sentence under the heading
    row: npt.NDArray[np.float64]  #: NUMBERS


def look_at(claim: str, readings: list[Read], text: str, above: str, encoder: Encoder) -> Look:
    """The best sentence of a passage, by its slots and its words, with the encoder's answers.

    The encoder is asked only where enough of the claim is said; elsewhere it counts as saying neither.
    """
    passed = [gate_of(one.reading) for one in readings]
    best = max(
        range(len(readings)), key=lambda at: (passed[at].gate is not Gate.NONE, _said(readings[at].reading), -at)
    )
    chosen = readings[best]
    whole = own = Shares(0.0, 0.0, 1.0)
    read = max(value(one.reading, "covered_nearby") for one in readings) >= WORTH_READING
    if read:
        head = " ".join(f"{line}." for line in above.split("\n") if line)
        whole = encoder.read(claim, f"{head} {text}".strip())
        own = whole if len(readings) == 1 else encoder.read(claim, f"{head} {text[chosen.start : chosen.end]}".strip())
    gates = [float(passed[best].gate is gate) for gate in (Gate.SUPPORT, Gate.REFUTE, Gate.DENIAL)]
    row = np.concatenate([
        chosen.reading.row.astype(np.float64), gates, [float(read)],
        [whole.supports, whole.refutes, own.supports, own.refutes],
        [max(whole.supports, own.supports), max(whole.refutes, own.refutes)],
    ])  # fmt: skip
    return Look(chosen.reading, passed[best], whole, own, row)


def _said(reading: Reading) -> float:
    """How much of the claim a sentence says, by itself first."""
    return value(reading, "covered_here") + 0.5 * value(reading, "covered_nearby")
