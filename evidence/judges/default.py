"""The default judge: slots and aligned words say which way a passage may point, a small model how surely.

Both must agree. It says neither unless it can show why not. No network, no hub, no language model.
"""

from collections.abc import Sequence

from claims.records import Claim
from evidence.calibration import Surety, load_surety
from evidence.embed import Embedder
from evidence.records import RankedPassage, Stance, StanceLabel
from evidence.slots.decide import Gate, gate_of
from evidence.slots.reader import claim_facts, read_passage
from evidence.slots.reasons import reason_of
from evidence.slots.words import Lens
from evidence.stance import stance_of
from evidence.static_tokens import shipped_tokens

VERSION = "1"
UNSURE = 0.5
_LABELS = {
    Gate.SUPPORT: StanceLabel.SUPPORTS,
    Gate.REFUTE: StanceLabel.REFUTES,
    Gate.DENIAL: StanceLabel.REFUTES,
    Gate.NONE: StanceLabel.NEITHER,
}


class DefaultJudge:
    """Reads every sentence of every passage and lets the surest reading speak for the passage."""

    def __init__(self, lens: Lens, surety: Surety, *, embedder: str) -> None:
        self._lens = lens
        self._surety = surety
        self.name = f"default-{VERSION}@{surety.digest[:12]}+{embedder[:12]}"

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        """One stance a passage."""
        facts = claim_facts(claim)
        stances = []
        for item in ranked:
            label, probability, reason = StanceLabel.NEITHER, UNSURE, ""
            passed = [(gate_of(one.reading), one.reading) for one in read_passage(facts, item, self._lens)]
            for gate in (Gate.SUPPORT, Gate.REFUTE, Gate.DENIAL):
                through = [(way, reading) for way, reading in passed if way.gate is gate]
                sure = self._surety.of(gate, [reading for _, reading in through])
                for (way, _), value in zip(through, sure, strict=True):
                    if value > probability:
                        label, probability = _LABELS[gate], value
                        reason = reason_of(way, claim.language)
            stances.append(
                stance_of(claim, item, label, probability=round(probability, 4), reason=reason, judge=self.name)
            )
        return stances


def load_default(embedder: Embedder | None) -> DefaultJudge:
    """The judge over the embedder given, if its words have vectors and fit; else over the one that ships."""
    surety = load_surety()
    if embedder is not None and embedder.tokens is not None and surety.fits(embedder.revision):
        return DefaultJudge(Lens(embedder.tokens), surety, embedder=embedder.revision)
    tokens, revision = shipped_tokens()
    return DefaultJudge(Lens(tokens), surety, embedder=revision)
