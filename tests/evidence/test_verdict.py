"""From stances to a verdict: what counts and what does not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from claims.records import Claim
from evidence.records import Label, RankedPassage, StanceLabel, Verdict
from evidence.rules import load_thresholds
from evidence.stance import stance_of
from evidence.tiers import TiersUnreadable, load_tiers
from evidence.verdict import reach_verdict
from tests.evidence.verdict_samples import AS_OF, NEITHER, NO, YES, a_claim, a_passage


def verdict_on(
    stances: Sequence[tuple[RankedPassage, StanceLabel, float]],
    *,
    people: Sequence[tuple[RankedPassage, StanceLabel, str]] = (),
) -> Verdict:
    claim = a_claim()
    uses = [(p, stance_of(claim, p, s, probability=v, reason="", judge="machine-1")) for p, s, v in stances]
    uses += [(p, stance_of(claim, p, s, probability=1.0, reason="", judge=f"person:{n}")) for p, s, n in people]
    return reach_verdict(claim, uses, as_of=AS_OF, judge="machine-1")


def test_one_sure_sound_source_decides() -> None:
    """A single source at the threshold is enough; whom to trust alone is the newsroom's file."""
    assert verdict_on([(a_passage(1), YES, 0.96)]).label is Label.SUPPORTED
    assert verdict_on([(a_passage(1), NO, 0.96)]).label is Label.REFUTED


def test_nothing_read_is_not_enough_evidence() -> None:
    """No passage at all settles nothing; that a source could not be reached is said elsewhere."""
    assert verdict_on([]).label is Label.NOT_ENOUGH_EVIDENCE


def test_an_unsure_reading_abstains() -> None:
    """Below the threshold there is no decisive verdict."""
    below = load_thresholds().decisive - 0.01
    assert verdict_on([(a_passage(1), YES, below)]).label is Label.NOT_ENOUGH_EVIDENCE


def test_ten_reprints_count_once() -> None:
    """Pages that tell one source again are one source."""
    one = verdict_on([(a_passage(1, group="wire"), YES, 0.6)])
    ten = verdict_on([(a_passage(n, group="wire"), YES, 0.6) for n in range(1, 11)])
    assert ten.label is one.label is Label.NOT_ENOUGH_EVIDENCE
    assert ten.confidence == one.confidence


def test_independent_sources_add_up() -> None:
    """Three that are nearly sure, apart from each other, are surer together."""
    assert verdict_on([(a_passage(n), YES, 0.9) for n in (1, 2, 3)]).label is Label.SUPPORTED


def test_sound_sources_that_disagree_are_a_conflict() -> None:
    """Conflict means that sound sources disagree, not that we are unsure."""
    verdict = verdict_on([(a_passage(1), YES, 0.96), (a_passage(2), NO, 0.96)])
    assert verdict.label is Label.CONFLICTING
    assert "Paper 1" in verdict.rationale
    assert "Paper 2" in verdict.rationale


def test_a_source_does_not_contradict_itself() -> None:
    """Two rows of one table, the opening and the first day of digging, are no conflict; what it says surest counts."""
    rows = [(a_passage(1, group="wire"), YES, 0.9), (a_passage(2, group="wire"), NO, 0.8)]
    assert verdict_on(rows).label is Label.SUPPORTED
    assert verdict_on([*rows, (a_passage(3), NO, 0.9)]).label is Label.CONFLICTING
    assert verdict_on([(a_passage(1, group="wire"), NEITHER, 0.99), *rows[1:]]).label is Label.REFUTED


def test_a_doubt_holds_a_decision_back() -> None:
    """A weaker contradiction does not make a conflict, but it stops the verdict."""
    assert verdict_on([(a_passage(1), YES, 0.96), (a_passage(2), NO, 0.6)]).label is Label.NOT_ENOUGH_EVIDENCE


def test_open_platforms_settle_nothing_alone() -> None:
    """A source that only adds cannot decide; nor can it make a conflict with one that can."""
    post = a_passage(1, url="https://www.facebook.com/somebody")
    assert verdict_on([(post, YES, 0.99)]).label is Label.NOT_ENOUGH_EVIDENCE
    assert verdict_on([(post, NO, 0.7), (a_passage(2), YES, 0.96)]).label is Label.SUPPORTED


def test_satire_is_shown_and_never_counted() -> None:
    """An ignored source stays among the evidence and weighs nothing."""
    verdict = verdict_on([(a_passage(1, url="https://www.theonion.com/x"), NO, 0.99), (a_passage(2), YES, 0.96)])
    assert verdict.label is Label.SUPPORTED
    assert len(verdict.evidence) == 2


def test_an_article_is_no_evidence_for_itself() -> None:
    """The page under check proves nothing about itself."""
    own = a_passage(1, url="https://news.test/1")
    assert verdict_on([(own, YES, 0.99)]).label is Label.NOT_ENOUGH_EVIDENCE


def test_a_person_takes_the_machines_place_for_that_passage() -> None:
    """Both stances are kept, the person's counts."""
    passage = a_passage(1)
    verdict = verdict_on([(passage, YES, 0.99)], people=[(passage, NO, "layla")])
    assert verdict.label is Label.REFUTED
    assert [use.stance.judge for use in verdict.evidence] == ["machine-1", "person:layla"]


def test_people_who_disagree_on_a_passage_cancel() -> None:
    """Neither word is taken over the other; the machine does not come back in."""
    passage = a_passage(1)
    verdict = verdict_on([(passage, YES, 0.99)], people=[(passage, NO, "layla"), (passage, YES, "omar")])
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_a_later_page_is_used_and_marked() -> None:
    """Evidence from after the date that is judged counts, and says so."""
    verdict = verdict_on([(a_passage(1, published=date(2021, 1, 1)), YES, 0.96)])
    assert verdict.label is Label.SUPPORTED
    assert verdict.evidence[0].after_as_of
    assert "after 2020-06-01" in verdict.rationale


def test_true_then_and_not_now_stays_true_then() -> None:
    """What sound pages bore out at the time is not made false by pages that tell what came later."""
    verdict = verdict_on([(a_passage(1), YES, 0.96), (a_passage(2, published=date(2023, 1, 1)), NO, 0.96)])
    assert verdict.label is Label.SUPPORTED
    assert "Later pages say otherwise" in verdict.rationale


def test_the_rationale_is_in_the_articles_language_and_english() -> None:
    """Both name the source."""
    arabic, english = verdict_on([(a_passage(1), YES, 0.96)]).rationale.split(" / ")
    assert "تؤيده" in arabic
    assert "Supported by" in english
    assert "Paper 1" in arabic
    assert "Paper 1" in english


def test_a_claim_left_open_names_the_passage_that_comes_nearest() -> None:
    """A reader sees which way it points; the verdict is none."""
    verdict = verdict_on([(a_passage(1), YES, 0.55), (a_passage(2), NO, 0.6)])
    arabic, english = verdict.rationale.split(" / ")
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert "Paper 2 (2020-01-01) seems to contradict it" in english
    assert "Paper 2" in arabic
    assert "Paper 1" not in verdict.rationale
    assert "Nearest" not in verdict_on([(a_passage(1), NEITHER, 0.5)]).rationale


def test_same_inputs_same_verdict() -> None:
    """The order of the evidence changes nothing, not even the id."""
    rows = [(a_passage(1), YES, 0.96), (a_passage(2), NEITHER, 0.5), (a_passage(3), YES, 0.6)]
    assert verdict_on(rows) == verdict_on(rows[::-1])


def test_another_threshold_is_another_rule() -> None:
    """A threshold of one's own shows in the rule version and so in the id."""
    claim, passage = a_claim(), a_passage(1)
    uses = [(passage, stance_of(claim, passage, YES, probability=0.8, reason="", judge="m"))]
    usual = reach_verdict(claim, uses, as_of=AS_OF, judge="m")
    lower = reach_verdict(claim, uses, as_of=AS_OF, judge="m", thresholds=load_thresholds(decisive=0.75))
    assert lower.label is Label.SUPPORTED
    assert usual.rule_version != lower.rule_version
    assert usual.id != lower.id


def test_a_newsrooms_tiers_are_read(tmp_path) -> None:
    """The file decides whom to trust alone."""
    file = tmp_path / "tiers.toml"
    file.write_text(
        'default = "rest"\n[tiers.mine]\npower = "decides"\nweight = 1.0\npublishers = ["Paper 1"]\n'
        '[tiers.rest]\npower = "adds"\nweight = 0.5\n',
        "utf-8",
    )
    tiers, claim = load_tiers(file), a_claim()

    def label(passage: RankedPassage) -> Label:
        use = (passage, stance_of(claim, passage, YES, probability=0.96, reason="", judge="m"))
        return reach_verdict(claim, [use], as_of=AS_OF, judge="m", tiers=tiers).label

    assert label(a_passage(1)) is Label.SUPPORTED
    assert label(a_passage(2)) is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    "text",
    [
        "default = 1",
        'default = "x"\n[tiers.y]\npower="adds"\nweight=1',
        "[[[",
        'default="y"\n[tiers.y]\npower="strong"\nweight=1',
    ],
)
def test_a_tiers_file_that_cannot_be_used_says_why(tmp_path, text: str) -> None:
    """The message names the file and what was expected."""
    file = tmp_path / "tiers.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(TiersUnreadable, match=r"tiers\.toml"):
        load_tiers(file)


def test_an_old_page_does_not_know_what_is_still_so() -> None:
    """The longest bridge of ten years ago may have been overtaken; a page without such a claim counts as before."""
    old, new = a_passage(1, published=date(AS_OF.year - 5, 1, 1)), a_passage(2, published=AS_OF - timedelta(days=30))
    lasting = replace(a_claim(), quote="ما زال الجسر حتى اليوم أطول جسر في العالم")
    plain = a_claim()

    def label(claim: Claim, passage: RankedPassage, judge: str = "machine-1") -> Label:
        stance = stance_of(claim, passage, YES, probability=0.96, reason="", judge=judge)
        return reach_verdict(claim, [(passage, stance)], as_of=AS_OF, judge="machine-1").label

    assert label(lasting, old) is Label.NOT_ENOUGH_EVIDENCE
    assert label(lasting, new) is Label.SUPPORTED
    assert label(lasting, old, "person:ليلى") is Label.SUPPORTED
    assert label(plain, old) is Label.SUPPORTED
