"""The default judge: slots and aligned words say which way a passage may point, a small model how surely.

Both must agree. It says neither unless it can show why not. No network, no hub, no language model.
"""

from collections.abc import Sequence

from claims.records import Claim
from evidence.calibration import Surety, load_surety
from evidence.embed import Embedder, load_embedder
from evidence.errors import ModelMissing
from evidence.records import RankedPassage, Stance, StanceLabel
from evidence.slots.decide import Gate, gate_of
from evidence.slots.reader import claim_facts, read_passage
from evidence.slots.reasons import reason_of
from evidence.slots.words import Lens
from evidence.stance import stance_of

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
            for one in read_passage(facts, item, self._lens):
                passed = gate_of(one.reading)
                if passed.gate is Gate.NONE:
                    continue
                sure = self._surety.of(passed.gate, one.reading)
                if sure > probability:
                    label, probability = _LABELS[passed.gate], sure
                    reason = reason_of(passed, claim.language)
            stances.append(
                stance_of(claim, item, label, probability=round(probability, 4), reason=reason, judge=self.name)
            )
        return stances


def load_default(embedder: Embedder | None) -> DefaultJudge:
    """The judge over the embedder given, if its words have vectors; else over the one that ships."""
    surety = load_surety()
    if embedder is None or embedder.tokens is None or not surety.fits(embedder.revision):
        embedder = load_embedder("shipped")
    if embedder.tokens is None:
        raise ModelMissing(
            "The shipped embedder gives no vectors of single words, which the default judge needs. "
            "Install the program again, or set `judge` to nli:MODEL or llm:MODEL."
        )
    return DefaultJudge(Lens(embedder.tokens), surety, embedder=embedder.revision)


