"""All passages of a claim side by side: what tells whether the surest of them is right.

Trees weigh each passage by itself. A claim of which another page says the opposite, or which a second page bears out,
is another matter: these numbers and a logistic regression over them (`training/stance/beside.py`) say how likely the
surest passage is right beside all the others.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evidence.judges.look import NUMBERS, Look
from evidence.records import StanceLabel
from evidence.slots.decide import value

SPEAKS_OF_IT = 0.45  #: of the claim's weight; a passage that says less of the claim makes no difference
#: shares: their log-odds count
SHARES = (
    "sure", "against_it", "other_page", "other_page_against", "same_page", "same_page_against",
    "other_page_read_against", "other_page_read_so", "whole_supports", "whole_refutes", "own_supports", "own_refutes",
)  # fmt: skip
PLAIN = (
    "no_other_page", "no_other_passage", "other_page_covers", "passages_about", "covered_here", "covered_nearby",
    "numbers_agree", "times_agree", "names_agree", "against", "along",
)  # fmt: skip
#: whether it supports, then every number, then every number again where it does
BESIDE = ("supports", *SHARES, *PLAIN, *(f"{name}, supporting" for name in (*SHARES, *PLAIN)))
_LEAST = 0.002  #: share nearer to 0 or 1 than this counts as this
_NONE = 0.5  #: where there is no such passage: odds that say nothing

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Said:
    """What one passage says of the claim."""

    at: int  #: which passage
    page: str  #: id of its page
    look: Look
    label: StanceLabel
    sure: float
    row: "Floats | None" = None  #: its NUMBERS; None where it settles nothing whatever it says
    supports: float = 0.0  #: by the trees, before the slots have their say
    refutes: float = 0.0


def surest(said: Sequence[Said]) -> Said | None:
    """The passage that points one way most surely; None where none points any way."""
    return max((one for one in said if one.label is not StanceLabel.NEITHER), key=lambda one: one.sure, default=None)


def numbers_beside(best: Said, said: Sequence[Said]) -> Floats:
    """BESIDE of the surest passage and the others of its claim."""
    supporting = best.label is StanceLabel.SUPPORTS
    others = [one for one in said if one is not best and one.row is not None and _covers(one) >= SPEAKS_OF_IT]
    far = [one for one in others if one.page != best.page]
    near = [one for one in others if one.page == best.page]

    def so(one: Said) -> float:
        return one.supports if supporting else one.refutes

    def not_so(one: Said) -> float:
        return one.refutes if supporting else one.supports

    def read(way: str) -> Callable[[Said], float]:
        return lambda one: _number(one, f"best_{way}")

    ways = ("refutes", "supports") if supporting else ("supports", "refutes")
    shares = np.array([
        best.sure, not_so(best), _most(so, far), _most(not_so, far), _most(so, near), _most(not_so, near),
        _most(read(ways[0]), far), _most(read(ways[1]), far),
        *(_number(best, name) for name in SHARES[-4:]),
    ])  # fmt: skip
    shares = np.clip(shares, _LEAST, 1 - _LEAST)
    plain = [
        float(not far), float(not near), max((_covers(one) for one in far), default=0.0), len(far),
        *(_number(best, name) for name in PLAIN[4:9]),
        sum(one.label not in {StanceLabel.NEITHER, best.label} for one in said),
        sum(one.label is best.label for one in said),
    ]  # fmt: skip
    numbers = np.concatenate([np.log(shares / (1 - shares)), plain])
    return np.concatenate([[float(supporting)], numbers, numbers * float(supporting)])


def _most(of: Callable[[Said], float], some: Iterable[Said]) -> float:
    return max((of(one) for one in some), default=_NONE)


def _number(one: Said, name: str) -> float:
    """One of the NUMBERS of a passage, by name."""
    return float(one.row[NUMBERS.index(name)]) if one.row is not None else 0.0


def _covers(one: Said) -> float:
    """How much of the claim a passage says, with what stands near its best sentence."""
    return max(value(one.look.reading, "covered_nearby"), value(one.look.reading, "told_nearby"))
