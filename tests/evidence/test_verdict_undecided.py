"""A judge or a rule that fails leaves a claim undecided: a failure is never a verdict."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from claims.records import (
    Claim,
)
from evidence.errors import JudgeFailed
from evidence.records import RankedPassage, Stance, Undecided, Verdict
from evidence.stance import Judge, stance_of
from evidence.verdict import judge_claim
from tests.evidence.verdict_samples import AS_OF, YES, a_claim, a_passage


class Told:
    """A judge that answers as it was told to, or raises."""

    name = "told-1"

    def __init__(self, answer: Sequence[Stance] | Exception) -> None:
        self._answer = answer

    def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
        if isinstance(self._answer, Exception):
            raise self._answer
        return list(self._answer)


def good_stances(claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
    return [stance_of(claim, item, YES, probability=0.96, reason="", judge="told-1") for item in ranked]


def outcome_of(judge: Judge, *, thresholds: object = None) -> Verdict | Undecided:
    return judge_claim(
        a_claim(),
        [a_passage(1), a_passage(2)],
        judge=judge,
        as_of=AS_OF,
        run_id="r",
        thresholds=thresholds,  # type: ignore[arg-type]
    )


CLAIM = a_claim()

RANKED = [a_passage(1), a_passage(2)]


@pytest.mark.parametrize(
    "broken",
    [
        JudgeFailed("the model refused"),
        ValueError("shapes do not fit"),
        MemoryError(),
        TimeoutError(),
        RecursionError("deep"),
        [],
        good_stances(CLAIM, RANKED)[:1],
        good_stances(CLAIM, RANKED)[::-1],
        [replace(one, probability=float("nan")) for one in good_stances(CLAIM, RANKED)],
        [replace(one, probability=1.7) for one in good_stances(CLAIM, RANKED)],
        [replace(one, claim_id="other") for one in good_stances(CLAIM, RANKED)],
    ],
)
def test_whatever_a_judge_does_wrong_leaves_the_claim_undecided(broken: Sequence[Stance] | Exception) -> None:
    """An error is never a verdict, and it says why."""
    outcome = outcome_of(Told(broken))
    assert isinstance(outcome, Undecided)
    assert outcome.reason


def test_a_judge_that_works_gives_a_verdict() -> None:
    """The same harness with nothing broken decides."""
    assert isinstance(outcome_of(Told(good_stances(CLAIM, RANKED))), Verdict)


def test_a_broken_rule_leaves_the_claim_undecided() -> None:
    """The verdict rule is a part like any other."""
    assert isinstance(outcome_of(Told(good_stances(CLAIM, RANKED)), thresholds=object()), Undecided)


def test_claims_in_are_outcomes_out() -> None:
    """Of ten claims with every third judge broken, ten outcomes come back, four of them undecided."""
    outcomes = [outcome_of(Told(JudgeFailed("down") if n % 3 == 0 else good_stances(CLAIM, RANKED))) for n in range(10)]
    assert len(outcomes) == 10
    assert sum(isinstance(one, Undecided) for one in outcomes) == 4


def test_a_stop_by_the_user_is_no_undecided() -> None:
    """Control-C stops the run; it is not swallowed."""

    class Stopped:
        name = "stopped"

        def judge(self, claim: Claim, ranked: Sequence[RankedPassage]) -> list[Stance]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outcome_of(Stopped())
