"""What one passage says about one claim, and who may say it."""

from collections.abc import Sequence
from typing import Protocol

from claims.digests import digest
from claims.records import Claim
from evidence.errors import JudgeFailed
from evidence.records import RankedPassage, Stance, StanceLabel

PERSON = "person:"


class Judge(Protocol):
    """Says of each passage whether it supports, refutes or does neither, in the order given.

    Raises JudgeFailed rather than guess: the claim then stays undecided.
    """

    @property
    def name(self) -> str:
        """Name, version and digest: two judges that could answer differently are named differently."""
        ...

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        """One stance a passage, in the order given."""
        ...


def stance_of(
    claim: Claim, ranked: RankedPassage, label: StanceLabel, *, probability: float, reason: str, judge: str
) -> Stance:
    """The record of one answer."""
    return Stance(
        id=digest(claim.id, ranked.passage.id, judge),
        claim_id=claim.id,
        passage_id=ranked.passage.id,
        label=label,
        probability=probability,
        reason=reason,
        judge=judge,
    )


def by_person(stance: Stance) -> bool:
    """Whether a person, not a machine, took this stance."""
    return stance.judge.startswith(PERSON)


def checked(claim: Claim, ranked: Sequence[RankedPassage], stances: Sequence[Stance]) -> list[Stance]:
    """The stances, if there is exactly one usable one for each passage; JudgeFailed otherwise."""
    if len(stances) != len(ranked):
        raise JudgeFailed(
            f"The judge gave {len(stances)} answers for {len(ranked)} passages of claim {claim.id[:8]}; "
            "expected one each. The claim stays undecided; run it again or set another judge."
        )
    for item, stance in zip(ranked, stances, strict=True):
        if (stance.claim_id, stance.passage_id) != (claim.id, item.passage.id):
            raise JudgeFailed(
                f"The judge answered for passage {stance.passage_id[:8]}, "
                f"asked was {item.passage.id[:8]} (claim {claim.id[:8]}). "
                f"The claim stays undecided; report this judge: {stance.judge}."
            )
        if not 0.0 <= stance.probability <= 1.0:  # also catches NaN
            raise JudgeFailed(
                f"The judge gave probability {stance.probability} for claim {claim.id[:8]}; expected 0 to 1. "
                f"The claim stays undecided; report this judge: {stance.judge}."
            )
    return list(stances)
