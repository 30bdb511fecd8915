"""People bring evidence, take it back and decide; the claim is judged again at once and nothing is lost."""

import threading
from pathlib import Path

import pytest

from evidence.errors import QuoteNotFound, ReferenceUnreadable, StoreError
from evidence.importing import BadRows, Wanted
from evidence.records import Label, StanceLabel
from review.acts import add_evidence, decide, import_file, retract_evidence, withdraw
from review.telling import told
from review.weigh import judge_again
from tests.review.desks import HTML, URL, checked

TEXT = "محضر المدينة: بلغت كلفة الجسر أربعين مليونًا، وافتُتح الجسر سنة ١٩٥١ بحضور أهلها."


def _text(text: str = TEXT) -> Wanted:
    return Wanted(url="", file="", text=text)


def test_evidence_by_a_person_moves_the_verdict_at_once(tmp_path: Path) -> None:
    """Not enough evidence, until somebody brings a page that settles it."""
    desk = checked(tmp_path)
    claim = desk.claims[2]
    added, moved = add_evidence(
        desk.desk, claim.id[:8], _text(), quote="كلفة الجسر اربعين مليونا", stance=StanceLabel.SUPPORTS, by="منى"
    )
    assert (moved.before.label, moved.after.label) == ("not_enough_evidence", "supported")
    assert added.page.text[added.passage.start : added.passage.end] == added.passage.text == "كلفة الجسر أربعين مليونًا"
    assert desk.desk.snapshots.read(added.snapshot.body_sha256).decode() == TEXT
    assert "not enough evidence → supported" in told([moved])[0]
    rows = {row["claim_id"]: row for row in desk.store.current_verdicts()}
    mine = [use for use in rows[claim.id]["evidence"] if use["origin"] == "manual"]
    assert [(use["added_by"], use["stance_by"], use["stance"]) for use in mine] == [("منى", "منى", "supports")]


def test_the_same_passage_read_otherwise_by_a_person_takes_the_machines_place(tmp_path: Path) -> None:
    """The machine refuted; a person reads the same words and disagrees. Both rows stay."""
    desk = checked(tmp_path)
    claim = desk.claims[1]
    _, moved = add_evidence(
        desk.desk, claim.id, Wanted(url=URL, file="", text=""), quote="It is 620 metres long",
        stance=StanceLabel.NEITHER, by="Mona", note="the new span, not the old",
    )  # fmt: skip
    assert (moved.before.label, moved.after.label) == ("refuted", "not_enough_evidence")
    stances = desk.store.query("SELECT label, judge FROM stance WHERE claim_id = ? ORDER BY seq", [claim.id])[1]
    assert stances == [("refutes", "slots-1"), ("context", "person:Mona")]


def test_a_quote_that_does_not_stand_there_keeps_nothing(tmp_path: Path) -> None:
    """A near miss is shown, and the store is as it was."""
    desk = checked(tmp_path)
    with pytest.raises(QuoteNotFound, match="أربعين"):
        add_evidence(
            desk.desk,
            desk.claims[2].id,
            _text(),
            quote="كلفة الجسر خمسين مليونا",
            stance=StanceLabel.REFUTES,
            by="Mona",
        )
    assert desk.store.query("SELECT count(*) FROM manual_evidence")[1] == [(0,)]
    assert desk.store.query("SELECT count(*) FROM outcome")[1] == [(3,)]


def test_retracted_evidence_stays_and_no_longer_counts(tmp_path: Path) -> None:
    """Who took it back and why stands beside it."""
    desk = checked(tmp_path)
    claim = desk.claims[2]
    added, _ = add_evidence(desk.desk, claim.id, _text(), quote="أربعين مليونا", stance=StanceLabel.SUPPORTS, by="Mona")
    evidence_id, moved = retract_evidence(desk.desk, added.id[:10], by="Sami", reason="a forgery")
    assert evidence_id == added.id
    assert (moved.before.label, moved.after.label) == ("supported", "not_enough_evidence")
    row = desk.store.query("SELECT retracted_by, retracted_why FROM evidence_by_people")[1]
    assert row == [("Sami", "a forgery")]
    with pytest.raises(StoreError, match="already retracted by Sami"):
        retract_evidence(desk.desk, added.id, by="Mona", reason="again")


def test_a_failure_is_no_verdict_even_when_people_bring_context(tmp_path: Path) -> None:
    """No source could be reached: a passage that settles nothing leaves the claim undecided."""
    desk = checked(tmp_path, failing=True)
    claim = desk.claims[2]
    _, moved = add_evidence(desk.desk, claim.id, _text(), quote="محضر المدينة", stance=StanceLabel.NEITHER, by="Mona")
    assert (moved.before.label, moved.after.label) == ("undecided", "undecided")
    added, moved = add_evidence(
        desk.desk, claim.id, _text(), quote="أربعين مليونا", stance=StanceLabel.SUPPORTS, by="Mona"
    )
    assert moved.after.label == "supported"
    _, moved = retract_evidence(desk.desk, added.id, by="Mona", reason="wrong year")
    assert moved.after.label == "not_enough_evidence", "a verdict that rested on it must not go on standing"
    reasons = desk.store.query("SELECT reason FROM needs_review WHERE claim_id = ?", [claim.id])[1]
    assert ("undecided: no source could be reached: timeout",) in reasons


def test_a_decision_stands_above_the_machine_until_withdrawn(tmp_path: Path) -> None:
    """Later machine verdicts are kept and the disagreement is listed."""
    desk = checked(tmp_path)
    claim = desk.claims[2]
    moved = decide(desk.desk, claim.id, Label.REFUTED, by="Sami", reason="the ministry said so")
    assert (moved.after.label, moved.after.decided_by) == ("refuted", "Sami")
    _, moved = add_evidence(desk.desk, claim.id, _text(), quote="أربعين مليونا", stance=StanceLabel.SUPPORTS, by="Mona")
    assert (moved.after.label, moved.after.machine) == ("refuted", "supported")
    assert "the machine: not enough evidence → supported" in told([moved])[0]
    reasons = desk.store.query("SELECT reason FROM needs_review WHERE claim_id = ?", [claim.id])[1]
    assert ("machine disagrees with Sami",) in reasons
    assert withdraw(desk.desk, claim.id, by="Sami", reason="it did not").after.label == "supported"


def test_two_people_who_disagree_are_both_seen(tmp_path: Path) -> None:
    """The later one is current, and the claim asks for a look."""
    desk = checked(tmp_path)
    claim = desk.claims[0]
    decide(desk.desk, claim.id, Label.REFUTED, by="Mona", reason="1951")
    moved = decide(desk.desk, claim.id, Label.SUPPORTED, by="Sami", reason="1950")
    assert (moved.before.decided_by, moved.after.decided_by) == ("Mona", "Sami")
    reasons = desk.store.query("SELECT reason FROM needs_review WHERE claim_id = ?", [claim.id])[1]
    assert ("people disagree",) in reasons


def test_a_file_is_imported_whole_or_not_at_all(tmp_path: Path) -> None:
    """One bad row keeps out all, and the report names it by line and reason."""
    desk = checked(tmp_path)
    page = tmp_path / "minutes.html"
    page.write_text(HTML, "utf-8")
    good = [f"{claim.id[:10]},{page},It is 620 metres long,context" for claim in desk.claims]
    file = tmp_path / "rows.csv"
    file.write_text(
        "\n".join(["claim,file,quote,stance", *good, f"{desk.claims[0].id},{page},no such,context"]), "utf-8"
    )
    with pytest.raises(BadRows, match="line 5: The quote does not stand"):
        import_file(desk.desk, file, by="Mona")
    assert desk.store.query("SELECT count(*) FROM manual_evidence")[1] == [(0,)]
    file.write_text("\n".join(["claim,file,quote,stance", *good]), "utf-8")
    added, moved = import_file(desk.desk, file, by="Mona")
    assert (len(added), len(moved)) == (3, 3)
    assert len({each.snapshot.id for each in added}) == 1, "a page is read once"


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.docx", b"PK", "no page that can be read"),
        ("a.html", b"", "holds no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "holds no text"),
        ("missing.html", None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_page_is_refused_with_words(
    tmp_path: Path, name: str, body: bytes | None, words: str
) -> None:
    """What, where, what was expected."""
    desk = checked(tmp_path)
    if body is not None:
        (tmp_path / name).write_bytes(body)
    with pytest.raises(ReferenceUnreadable, match=words):
        add_evidence(
            desk.desk, desk.claims[0].id, Wanted(url="", file=str(tmp_path / name), text=""), quote="x",
            stance=StanceLabel.SUPPORTS, by="Mona",
        )  # fmt: skip


def test_judging_again_without_news_adds_no_row(tmp_path: Path) -> None:
    """Same inputs, same verdict, one row."""
    desk = checked(tmp_path)
    ids = [claim.id for claim in desk.claims]
    judge_again(desk.store, ids, tiers=desk.desk.tiers, thresholds=desk.desk.thresholds)
    assert desk.store.query("SELECT count(*) FROM judgement")[1] == [(3,)]
    assert desk.store.query("SELECT count(*) FROM verdict_history")[1] == [(3,)]


def test_two_people_at_once_leave_a_verdict_that_rests_on_both(tmp_path: Path) -> None:
    """Neither's evidence is lost, whoever's judging ends last."""
    desk = checked(tmp_path)
    claim = desk.claims[2]

    def bring(by: str, text: str) -> None:
        add_evidence(desk.desk, claim.id, _text(text), quote="31 million", stance=StanceLabel.REFUTES, by=by)

    people = [
        threading.Thread(target=bring, args=(f"person {n}", f"Book {n} says that it cost 31 million pounds."))
        for n in range(4)
    ]
    for each in people:
        each.start()
    for each in people:
        each.join()
    found = desk.store.why(claim.id)
    assert {link.added.added_by for link in found.links if link.added} == {f"person {n}" for n in range(4)}
    assert found.label == "refuted"


def test_one_person_says_one_thing_of_a_quote_once(tmp_path: Path) -> None:
    """A file imported twice would count a source twice; another person, or the same after a retraction, may say it."""
    desk = checked(tmp_path)
    claim = desk.claims[2]
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"claim,text,quote,stance\n{claim.id},{TEXT},أربعين مليونا,supports\n", "utf-8")
    added, _ = import_file(desk.desk, sheet, by="Mona")
    with pytest.raises(BadRows, match="line 2: Mona brought this evidence already"):
        import_file(desk.desk, sheet, by="Mona")
    with pytest.raises(StoreError, match=added[0].id[:8]):
        add_evidence(desk.desk, claim.id, _text(), quote="أربعين مليونا", stance=StanceLabel.SUPPORTS, by="Mona")
    assert desk.store.query("SELECT count(*) FROM manual_evidence")[1] == [(1,)]
    import_file(desk.desk, sheet, by="Sami")
    retract_evidence(desk.desk, added[0].id, by="Mona", reason="a slip")
    import_file(desk.desk, sheet, by="Mona")
    assert desk.store.query("SELECT count(*) FROM manual_evidence")[1] == [(3,)]
