"""One passage beside one claim: the reading of its best sentence and what the encoder says, as a row of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evidence.encoder import Encoder, Shares
from evidence.slots.decide import Gate, Passed, gate_of, value
from evidence.slots.features import NAMES, Reading
from evidence.slots.reader import Read
from evidence.slots.status import Status

TOLD = frozenset({Status.AGREES, Status.DIFFERS})
A_VALUE = 0.25  #: a value of the claim, the same or another, beside a sentence's words
SUBJECT_ABOVE = 0.8  #: what is said of a subject that only the title names counts nearly as much
WORTH_READING = 0.3  #: of the claim's weight; with less said nearby, a passage is about something else
NUMBERS = (
    *NAMES, "gate_support", "gate_refute", "gate_denial", "was_read",
    "whole_supports", "whole_refutes", "own_supports", "own_refutes", "best_supports", "best_refutes",
    "both_supports", "both_refutes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """The sentence of a passage that says most of a claim."""

    best: Read
    passed: Passed
    worth_reading: bool  #: whether enough of the claim is said for the encoder to be asked
    only: bool  #: whether the passage is this sentence

    @property
    def reading(self) -> Reading:
        """The sentence, read for the claim."""
        return self.best.reading


def look_at(readings: Sequence[Read]) -> Look:
    """The sentence that passes a gate, or else says most by its words."""
    passed = [gate_of(one.reading) for one in readings]
    at = max(
        range(len(readings)),
        key=lambda at: (
            passed[at].gate is not Gate.NONE,
            not lacks_a_number(readings[at].reading),
            _said(readings[at].reading),
            -at,
        ),
    )
    nearby = max(max(value(one.reading, "covered_nearby"), value(one.reading, "told_nearby")) for one in readings)
    return Look(readings[at], passed[at], nearby >= WORTH_READING, len(readings) == 1)


def lacks_a_number(reading: Reading) -> bool:
    """Whether the claim gives a number of a kind that the sentence has none of: it then settles nothing.

    A place in a row is no such number: who won came first, whether or not the page says "first".
    """
    return value(reading, "numbers_missing") > value(reading, "ranks_missing")


def numbers_of(look: Look, claim: str, text: str, above: str, encoder: Encoder) -> npt.NDArray[np.float64]:
    """NUMBERS of a passage: its best sentence's slots and words, and the encoder's answers on both.

    Where too little of the claim is said, the encoder is not asked and counts as saying neither.
    """
    whole = own = Shares(0.0, 0.0, 1.0)
    if look.worth_reading:
        whole = encoder.read(claim, below(above, text))
        own = whole if look.only else encoder.read(claim, below(above, text[look.best.start : look.best.end]))
    gates = [float(look.passed.gate is gate) for gate in (Gate.SUPPORT, Gate.REFUTE, Gate.DENIAL)]
    return np.concatenate([
        look.reading.row.astype(np.float64), gates, [float(look.worth_reading)],
        [whole.supports, whole.refutes, own.supports, own.refutes],
        [max(whole.supports, own.supports), max(whole.refutes, own.refutes)],
        [min(whole.supports, own.supports), min(whole.refutes, own.refutes)],
    ])  # fmt: skip


def below(above: str, text: str) -> str:
    """A text with the lines above it as sentences before it, as the encoder is shown it."""
    head = " ".join(f"{line}." for line in above.split("\n") if line)
    return f"{head} {text}".strip()


def _said(reading: Reading) -> float:
    """How much of the claim a sentence says, by itself first: its words, its times and its numbers."""
    told = sum(slot.status in TOLD and slot.kind != "name" for slot in reading.slots)
    words = max(value(reading, "covered_here"), SUBJECT_ABOVE * value(reading, "rest_here"))
    return words + 0.5 * value(reading, "covered_nearby") + A_VALUE * told
