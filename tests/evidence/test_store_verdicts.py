from pathlib import Path

import pytest

from evidence.errors import StoreError
from evidence.records import Label, StanceLabel
from evidence.store import open_store
from tests.evidence.store_samples import (
    QUOTES,
    again,
    article,
    claim,
    desk,
    manual,
    result,
    run_of,
    undecided,
    use,
    verdict,
)

CURRENT = "SELECT label, decided_by, confidence FROM current_verdicts WHERE claim_id = ?"


def test_an_error_never_supersedes_a_verdict(tmp_path: Path) -> None:
    """An outage shows in needs_review and in the history; the verdict reached earlier stands."""
    kept = desk(tmp_path)
    store, claims = kept.store, kept.result.claims
    outage = tuple(undecided(each) for each in claims)
    store.save_article(run_of(store).id, again(kept.result, outcomes=outage, work_digest="w2"))
    assert store.query(CURRENT, [claims[0].id])[1] == [("supported", "machine", 0.96)]
    assert store.query("SELECT DISTINCT reason FROM needs_review")[1] == [
        ("undecided: no source could be reached: timeout",)
    ]
    history = store.query(
        "SELECT entry, label, superseded_by FROM verdict_history WHERE claim_id = ? ORDER BY seq", [claims[0].id]
    )[1]
    assert history == [("verdict", "supported", None), ("undecided", "undecided", None)]
    # the next good run ends the need for review, and adds no row where the verdict is the same
    store.save_article(run_of(store).id, again(kept.result, work_digest="w3"))
    assert store.query("FROM needs_review")[1] == []
    assert store.query("SELECT count(*) FROM verdict_history WHERE entry = 'verdict'")[1] == [(3,)]


def test_undecided_is_a_label_only_while_there_is_no_verdict(tmp_path: Path) -> None:
    """Then a verdict takes its place."""
    store = open_store(tmp_path / "a.duckdb")
    of = article()
    made = claim(of, QUOTES[0])
    failed = undecided(made)
    store.save_article(run_of(store).id, result(of, (made,), (failed,)))
    assert store.query("SELECT label, verdict_id, rationale FROM current_verdicts")[1] == [
        ("undecided", failed.id, failed.reason)
    ]
    reached = verdict(made)
    store.save_article(run_of(store).id, result(of, (made,), (reached,), work="w2"))
    assert store.query("SELECT label, verdict_id FROM current_verdicts")[1] == [("supported", reached.id)]
    assert store.query("SELECT superseded_by FROM verdict_history ORDER BY seq")[1] == [(reached.id,), (None,)]


def test_a_verdict_that_comes_back_is_a_new_row_of_history(tmp_path: Path) -> None:
    """Supported, refuted, supported: three rows, each naming the next."""
    kept = desk(tmp_path)
    made, first = kept.result.claims[0], kept.result.outcomes[0]
    other = verdict(made, Label.REFUTED)
    kept.store.save_verdict(other)
    kept.store.save_verdict(first)
    kept.store.save_verdict(first)
    history = kept.store.query(
        "SELECT label, superseded_by FROM verdict_history WHERE claim_id = ? ORDER BY seq", [made.id]
    )[1]
    assert history == [("supported", other.id), ("refuted", first.id), ("supported", None)]


def test_a_persons_decision_stands_until_withdrawn(tmp_path: Path) -> None:
    """Later machine verdicts are recorded below it, and a disagreement is listed."""
    kept = desk(tmp_path)
    store, made = kept.store, kept.result.claims[0]
    store.decide(made.id[:8], Label.REFUTED, by="Mona", reason="the archive says 1951")
    assert store.query(CURRENT, [made.id])[1] == [("refuted", "Mona", None)]
    assert store.query("FROM needs_review")[1] == []  # she overruled what she had seen
    assert store.query("SELECT machine_spoke_last FROM disagreements")[1] == [(False,)]
    store.save_verdict(verdict(made, Label.SUPPORTED, rule_version="rule-2"))
    assert store.query(CURRENT, [made.id])[1] == [("refuted", "Mona", None)]
    assert store.query("SELECT reason FROM needs_review")[1] == [("machine disagrees with Mona",)]
    store.withdraw_decision(made.id, by="Mona", reason="a misreading")
    assert store.query(CURRENT, [made.id])[1] == [("supported", "machine", 0.96)]
    assert store.query("SELECT withdrawn_why FROM verdict_history WHERE entry = 'decision'")[1] == [("a misreading",)]
    with pytest.raises(StoreError, match="no standing decision"):
        store.withdraw_decision(made.id, by="Mona", reason="again")


def test_people_may_disagree_and_it_shows(tmp_path: Path) -> None:
    """The latest is current, and the claim needs review until they agree."""
    kept = desk(tmp_path)
    store, made = kept.store, kept.result.claims[0]
    store.decide(made.id, Label.REFUTED, by="Mona", reason="archive")
    store.decide(made.id, Label.SUPPORTED, by="علي", reason="museum")
    assert store.query(CURRENT, [made.id])[1] == [("supported", "علي", None)]
    assert store.query("SELECT reason FROM needs_review")[1] == [("people disagree",)]
    store.decide(made.id, Label.SUPPORTED, by="Mona", reason="he is right")
    assert store.query("FROM needs_review")[1] == []
    assert store.query(
        "SELECT decided_by, superseded_by IS NULL FROM verdict_history WHERE entry = 'decision' ORDER BY seq"
    )[1] == [("Mona", False), ("علي", True), ("Mona", True)]


@pytest.mark.parametrize(("by", "reason"), [("", "r"), (" ", "r"), ("machine", "r"), ("Mona", " ")])
def test_nobody_decides_without_a_name_and_a_reason(tmp_path: Path, by: str, reason: str) -> None:
    """And nobody signs as the machine."""
    kept = desk(tmp_path)
    with pytest.raises(StoreError):
        kept.store.decide(kept.result.claims[0].id, Label.REFUTED, by=by, reason=reason)


def test_evidence_by_people_enters_the_next_verdict(tmp_path: Path) -> None:
    """It waits in needs_review until the claim was judged with it, and its row names who and what."""
    kept = desk(tmp_path)
    store, made = kept.store, kept.result.claims[0]
    brought = manual(made)
    store.add_evidence(brought)
    assert store.query("SELECT reason FROM needs_review")[1] == [("evidence changed since the verdict",)]
    evidence = store.load_evidence(made.id)
    assert [each.stance.judge for each in evidence] == ["slots-1", "person:Mona"]
    assert store.load_manual(made.id) == (brought,)
    store.save_verdict(verdict(made, Label.CONFLICTING, evidence))
    assert store.query("SELECT reason FROM needs_review")[1] == [("conflicting evidence",)]
    asked = "SELECT evidence_id, stance, stance_by, origin, added_by, note, passage_text FROM verdict_evidence "
    assert store.query(asked + "WHERE added_by IS NOT NULL")[1] == [
        (brought.id, "refutes", "Mona", "manual", "Mona", "city archive", "The bridge opened in 1951.")
    ]
    link = store.why(made.id).links[1]
    assert link.added == brought


def test_a_persons_stance_takes_the_place_of_the_machines(tmp_path: Path) -> None:
    """For that passage, both rows kept; taken back, the machine's stands again."""
    kept = desk(tmp_path)
    store, made = kept.store, kept.result.claims[0]
    was = store.load_evidence(made.id)[0]
    on = (kept.result.snapshots[0], kept.result.pages[0])
    brought = manual(made, "The bridge was opened in 1950.", StanceLabel.NEITHER, on=on)
    store.add_evidence(brought)
    evidence = store.load_evidence(made.id)
    assert [(each.stance.label, each.stance.judge) for each in evidence] == [(StanceLabel.NEITHER, "person:Mona")]
    assert evidence[0].ranked == was.ranked
    store.save_verdict(verdict(made, Label.NOT_ENOUGH_EVIDENCE, evidence))
    with store.connection() as connection:
        judges = connection.execute("SELECT judge FROM stance WHERE claim_id = ? ORDER BY seq", [made.id]).fetchall()
    assert judges == [("slots-1",), ("person:Mona",)]
    evidence_id, claim_id = store.retract_evidence(brought.id[:8], by="Ali", reason="wrong page")
    assert (evidence_id, claim_id) == (brought.id, made.id)
    assert store.load_evidence(made.id) == (was,)
    assert store.query("SELECT retracted_by, retracted_why FROM evidence_by_people")[1] == [("Ali", "wrong page")]
    assert store.query("SELECT retracted_at IS NULL FROM verdict_evidence WHERE added_by = 'Mona'")[1] == [(False,)]
    with pytest.raises(StoreError, match="already retracted by Ali"):
        store.retract_evidence(brought.id, by="Ali", reason="again")


def test_retracted_evidence_of_its_own_is_gone_from_the_next_judging(tmp_path: Path) -> None:
    """Nothing of the machine's lies under it."""
    kept = desk(tmp_path)
    store, made = kept.store, kept.result.claims[0]
    brought = manual(made)
    store.add_evidence(brought)
    store.save_verdict(verdict(made, Label.CONFLICTING, store.load_evidence(made.id)))
    store.retract_evidence(brought.id, by="Mona", reason="forged")
    assert store.load_evidence(made.id) == kept.result.outcomes[0].evidence  # type: ignore[union-attr]


def test_evidence_for_an_unknown_claim_is_refused_whole(tmp_path: Path) -> None:
    """All of it or none."""
    kept = desk(tmp_path)
    stranger = claim(article(key="other"), QUOTES[0])
    with pytest.raises(StoreError, match="no claim"):
        kept.store.add_evidence(manual(kept.result.claims[0]), manual(stranger))
    assert kept.store.query("SELECT count(*) FROM manual_evidence")[1] == [(0,)]


def test_history_reads_in_order_as_one_table(tmp_path: Path) -> None:
    """claim_history: verdicts, evidence, decisions and what was taken back."""
    kept = desk(tmp_path)
    store, made = kept.store, kept.result.claims[0]
    brought = manual(made)
    store.add_evidence(brought)
    store.decide(made.id, Label.REFUTED, by="Mona", reason="archive")
    store.withdraw_decision(made.id, by="Mona", reason="no")
    store.retract_evidence(brought.id, by="Mona", reason="forged")
    assert [row[0] for row in store.query("SELECT what FROM claim_history(?)", [made.id[:7]])[1]] == [
        "verdict", "evidence added", "decision", "decision withdrawn", "evidence retracted"
    ]  # fmt: skip


def test_a_kept_verdict_can_be_judged_again_by_another_rule(tmp_path: Path) -> None:
    """recheck: stored evidence in, a new verdict out, no network."""
    kept = desk(tmp_path)
    made = kept.result.claims[2]
    evidence = kept.store.load_evidence(made.id)
    kept.store.save_verdict(
        verdict(made, Label.NOT_ENOUGH_EVIDENCE, evidence, rule_version="rule-2"), run_id=kept.run.id
    )
    assert kept.store.load_evidence(made.id) == evidence
    assert kept.store.query("SELECT rule_version FROM current_verdicts WHERE claim_id = ?", [made.id])[1] == [
        ("rule-2",)
    ]
    extra = use(made, kept.result.pages[0], "The bridge was opened in 1950.", rank=3)
    kept.store.save_verdict(verdict(made, Label.REFUTED, (*evidence, extra), rule_version="rule-2"))
    assert kept.store.load_evidence(made.id) == (*evidence, extra)
