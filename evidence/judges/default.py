"""The default judge: says neither unless it can show why not."""

from collections.abc import Sequence

from claims.records import Claim
from evidence.embed import Embedder
from evidence.records import RankedPassage, Stance, StanceLabel
from evidence.stance import stance_of


class DefaultJudge:
    """Says neither; the slots and the small model are not in yet."""

    name = "default-0"

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        """One stance a passage."""
        return [
            stance_of(claim, item, StanceLabel.NEITHER, probability=0.5, reason="", judge=self.name)
            for item in ranked
        ]


def load_default(_embedder: Embedder | None) -> DefaultJudge:
    """The default judge over aligned vectors."""
    return DefaultJudge()
