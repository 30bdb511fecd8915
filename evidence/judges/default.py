"""The default judge: slots and aligned words, and a small encoder that reads claim and passage; trees weigh both.

No network, no hub, no language model. It says neither unless it can show why not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from claims.records import Claim
from evidence.calibration import Surety, load_surety
from evidence.encoder import Encoder, load_encoder
from evidence.errors import ModelMissing
from evidence.judges.look import NUMBERS, Look, lacks_a_number, look_at, numbers_of
from evidence.records import RankedPassage, Stance, StanceLabel
from evidence.slots.compared import only_compared
from evidence.slots.decide import Gate, names_nothing, value, vouches, ways_open
from evidence.slots.distinguish import speaks_of_a_namesake
from evidence.slots.features import Reading
from evidence.slots.reader import claim_facts, lines_above, read_passage
from evidence.slots.reasons import reason_of
from evidence.slots.speaker import may_tell
from evidence.slots.status import Status
from evidence.slots.words import Lens
from evidence.stance import stance_of
from evidence.static_tokens import shipped_tokens

VERSION = "10"
UNSURE = 0.5
SILENT = (StanceLabel.NEITHER, UNSURE)
GAINSAID = 0.6  #: the most that is believed of a value when another passage gives a different one
OUTSAID = 0.45  #: the most that is believed when a sentence that says more of the claim points the other way
CLEARLY_MORE = 0.1  #: of the claim's weight
PLAINLY = {Gate.REFUTE: 0.8, Gate.DENIAL: 0.9}  #: of the claim's weight said in plainly the same words
SHOWN = 0.75  #: the least that is believed of another value, or a denial, in plainly the same words
SPEAKS_OF_IT = 0.45  #: a passage that says less of the claim than this gainsays nothing


@dataclass(frozen=True, slots=True)
class Seen:
    """One passage, looked at for the claim."""

    at: int  #: which passage
    look: Look
    row: "npt.NDArray[np.float64] | None"  #: its NUMBERS; None where it settles nothing whatever it says


@dataclass(frozen=True, slots=True)
class _Said:
    """What one passage says of the claim."""

    at: int  #: which passage
    look: Look
    label: StanceLabel
    sure: float


class DefaultJudge:
    """Lets the best sentence of every passage, and the passage as a whole, speak for it."""

    def __init__(self, lens: Lens, surety: Surety, encoder: Encoder, *, embedder: str) -> None:
        self._lens = lens
        self._surety = surety
        self._encoder = encoder
        self.name = f"default-{VERSION}@{surety.digest[:12]}+{encoder.digest[:12]}+{embedder[:12]}"

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        """One stance a passage."""
        said = weighed(self.see(claim, ranked), self._surety)
        by_place = {one.at: one for one in said}
        stances = []
        for at, item in enumerate(ranked):
            one = by_place.get(at)
            decided = one is not None and one.label is not StanceLabel.NEITHER
            stances.append(
                stance_of(
                    claim,
                    item,
                    one.label if one else StanceLabel.NEITHER,
                    probability=round(min(one.sure, _believed(one, said)), 4) if one and decided else UNSURE,
                    reason=reason_of(one.look.passed, one.look.reading.slots, one.label, claim.language)
                    if one and decided
                    else "",
                    judge=self.name,
                )
            )
        return stances

    def see(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Seen]:
        """Every passage that may tell, looked at."""
        facts = claim_facts(claim)
        seen = []
        for at, item in enumerate(ranked):
            if not may_tell(claim, item):
                continue
            look = look_at(read_passage(facts, item, self._lens))
            row = (
                None
                if _settles_nothing(look.reading)
                else numbers_of(look, claim.text, item.passage.text, lines_above(item), self._encoder)
            )
            seen.append(Seen(at, look, row))
        return seen


def weighed(seen: Sequence[Seen], surety: Surety) -> list[_Said]:
    """What every passage looked at says, with how surely."""
    telling = [(one.at, one.look, one.row) for one in seen if one.row is not None]
    supports, refutes = surety.of(np.array([row for _, _, row in telling]))
    labels = {
        at: _label(look, float(yes), float(no))
        for (at, look, _), yes, no in zip(telling, supports, refutes, strict=True)
    }
    return [_Said(one.at, one.look, *labels.get(one.at, SILENT)) for one in seen]


def _settles_nothing(reading: Reading) -> bool:
    """Whether a sentence settles nothing whatever it says: the encoder, which costs most, need not read it."""
    if value(reading, "question") or lacks_a_number(reading) or names_nothing(reading) or only_compared(reading):
        return True
    return speaks_of_a_namesake(reading, reading.claim.text, reading.claim.language)


def _label(look: Look, supports: float, refutes: float) -> tuple[StanceLabel, float]:
    """Which way a passage points, and how surely: the trees decide, where the slots do not speak against it."""
    gate, number = look.passed.gate, partial(value, look.reading)
    if gate in PLAINLY and number("plain_nearby") >= PLAINLY[gate] and look.passed.by_value:
        refutes = max(refutes, SHOWN)
    # what the slots read as the other way is left alone
    may_support, may_refute = ways_open(gate, number)
    supports = supports if may_support and vouches(look.reading) else 0.0
    refutes = refutes if may_refute else 0.0
    if max(supports, refutes) <= UNSURE:
        return SILENT
    return (StanceLabel.SUPPORTS, supports) if supports >= refutes else (StanceLabel.REFUTES, refutes)


def _believed(best: _Said, said: Sequence[_Said]) -> float:
    """1, or less where another passage gives the claim's value where this one differs, or the other way round.

    Of two readings that point apart, the one whose sentence says clearly more of the claim is believed: "the canal
    opened in 1869" over "a new branch opened in 2015". Where both say as much, both stand, and sources conflict.
    """
    mine = value(best.look.reading, "covered_here")
    refutes = best.label is StanceLabel.REFUTES
    counter = {Status.AGREES} if refutes else {Status.DIFFERS, Status.OTHER}
    slots = best.look.passed.slots if best.look.passed.gate is not Gate.NONE else best.look.reading.slots
    spans = {slot.span for slot in (slots[:1] if refutes else slots)}
    believed = 1.0
    for other in said:
        theirs = value(other.look.reading, "covered_here")
        if other.at == best.at or value(other.look.reading, "covered_nearby") < SPEAKS_OF_IT:
            continue
        if other.label not in {StanceLabel.NEITHER, best.label}:
            if theirs > mine + CLEARLY_MORE:
                believed = min(believed, OUTSAID)
            continue
        for slot in other.look.reading.slots:
            if slot.status not in counter or slot.span not in spans:
                continue
            if not slot.relation and slot.status is not Status.OTHER:
                continue
            # a thing may have been opened twice, but has one length
            if refutes or theirs > mine + (CLEARLY_MORE if slot.kind == "time" else -CLEARLY_MORE):
                believed = min(believed, GAINSAID)
    return believed


def load_default() -> DefaultJudge:
    """The judge over the models that ship; they must have been fitted on one another."""
    tokens, revision = shipped_tokens()
    surety, encoder = load_surety(), load_encoder()
    if (surety.embedder, surety.encoder, surety.numbers) != (revision, encoder.digest, NUMBERS):
        raise ModelMissing(
            "The default judge's weights (models/stance/surety.npz) were fitted on another embedder, encoder or set of "
            "numbers than those installed. Install the program again, or set `judge` to nli:MODEL or llm:MODEL."
        )
    return DefaultJudge(Lens(tokens), surety, encoder, embedder=revision)
