"""The default judge: slots and aligned words say which way a passage may point, a small model how surely.

Both must agree. It says neither unless it can show why not. No network, no hub, no language model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Claim
from evidence.calibration import Surety, load_surety
from evidence.embed import Embedder
from evidence.records import RankedPassage, Stance, StanceLabel
from evidence.slots.decide import Gate, Passed, gate_of, value
from evidence.slots.features import Reading
from evidence.slots.reader import claim_facts, read_passage
from evidence.slots.reasons import reason_of
from evidence.slots.speaker import may_tell
from evidence.slots.status import Status
from evidence.slots.words import Lens
from evidence.stance import stance_of
from evidence.static_tokens import shipped_tokens

VERSION = "2"
UNSURE = 0.5
GAINSAID = 0.6  #: the most that is believed of a value when another passage gives a different one
OUTSAID = 0.45  #: the most that is believed when a sentence that says more of the claim points the other way
CLEARLY_MORE = 0.1  #: of the claim's weight
SPEAKS_OF_IT = 0.45  #: a passage that says less of the claim than this gainsays nothing
_LABELS = {
    Gate.SUPPORT: StanceLabel.SUPPORTS,
    Gate.REFUTE: StanceLabel.REFUTES,
    Gate.DENIAL: StanceLabel.REFUTES,
    Gate.NONE: StanceLabel.NEITHER,
}


@dataclass(frozen=True, slots=True)
class _Said:
    """What one reading says of the claim."""

    at: int  #: which passage
    passed: Passed
    reading: Reading
    sure: float


class DefaultJudge:
    """Reads every sentence of every passage and lets the surest reading speak for the passage."""

    def __init__(self, lens: Lens, surety: Surety, *, embedder: str) -> None:
        self._lens = lens
        self._surety = surety
        self.name = f"default-{VERSION}@{surety.digest[:12]}+{embedder[:12]}"

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        """One stance a passage."""
        said = self._read(claim, ranked)
        stances = []
        for at, item in enumerate(ranked):
            mine = [one for one in said if one.at == at and one.sure > UNSURE and one.passed.gate is not Gate.NONE]
            best = max(mine, key=lambda one: one.sure, default=None)
            stances.append(
                stance_of(
                    claim,
                    item,
                    _LABELS[best.passed.gate] if best else StanceLabel.NEITHER,
                    probability=round(min(best.sure, _believed(best, said)), 4) if best else UNSURE,
                    reason=reason_of(best.passed, claim.language) if best else "",
                    judge=self.name,
                )
            )
        return stances

    def _read(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[_Said]:
        """Every reading of every passage, with how surely it is right."""
        facts = claim_facts(claim)
        found = [
            (at, gate_of(one.reading), one.reading)
            for at, item in enumerate(ranked)
            if may_tell(claim, item)
            for one in read_passage(facts, item, self._lens)
        ]
        return [_Said(at, passed, reading, self._surety.of(passed.gate, [reading])[0]) for at, passed, reading in found]


def _believed(best: _Said, said: Sequence[_Said]) -> float:
    """1, or less where another passage gives the claim's value where this one differs, or the other way round.

    Of two readings that point apart, the one whose sentence says clearly more of the claim is believed: "the canal
    opened in 1869" over "a new branch opened in 2015". Where both say as much, both stand, and sources conflict.
    """
    mine = value(best.reading, "covered_here")
    refutes = _LABELS[best.passed.gate] is StanceLabel.REFUTES
    counter = Status.AGREES if refutes else Status.DIFFERS
    spans = {slot.span for slot in (best.passed.slots[:1] if refutes else best.passed.slots)}
    believed = 1.0
    for other in said:
        theirs = value(other.reading, "covered_here")
        if other.at == best.at or value(other.reading, "covered_nearby") < SPEAKS_OF_IT:
            continue
        if _LABELS[other.passed.gate] not in {StanceLabel.NEITHER, _LABELS[best.passed.gate]} and other.sure > UNSURE:
            if theirs > mine + CLEARLY_MORE:
                believed = min(believed, OUTSAID)
            continue
        for slot in other.reading.slots:
            if slot.status is not counter or not slot.relation or slot.span not in spans:
                continue
            # a thing may have been opened twice, but has one length
            if refutes or theirs > mine + (CLEARLY_MORE if slot.kind == "time" else -CLEARLY_MORE):
                believed = min(believed, GAINSAID)
    return believed


def load_default(embedder: Embedder | None) -> DefaultJudge:
    """The judge over the embedder given, if its words have vectors and fit; else over the one that ships."""
    surety = load_surety()
    if embedder is not None and embedder.tokens is not None and surety.fits(embedder.revision):
        return DefaultJudge(Lens(embedder.tokens), surety, embedder=embedder.revision)
    tokens, revision = shipped_tokens()
    return DefaultJudge(Lens(tokens), surety, embedder=revision)
