"""The chain of a verdict is walked again down to the bytes, and says where it breaks."""

from dataclasses import replace
from pathlib import Path

import zstandard

from evidence.importing import Wanted
from evidence.records import Label, StanceLabel
from review.acts import add_evidence, decide
from review.bidi import isolated
from review.why import all_hold, as_lines, as_tree, explain, file_of
from review.words import words_for
from tests.evidence.store_samples import QUOTES, claim, in_paragraphs
from tests.review.desks import URL, Checked, checked

EN = words_for("en")


def _lines(desk: Checked, number: int = 0) -> list[str]:
    return list(as_lines(explain(desk.store.why(desk.claims[number].id), desk.desk.snapshots, words=EN)))


def test_a_chain_names_everything_down_to_the_file(tmp_path: Path) -> None:
    """Verdict, rule, judge, run, stance, offsets, text, extractor, snapshot, address, file."""
    desk = checked(tmp_path)
    told = "\n".join(_lines(desk))
    run = desk.store.why(desk.claims[0].id).run
    for part in (
        "supported", "slots-1", run.id, "characters", desk.page.text_sha256, desk.page.extractor,
        desk.snapshot.body_sha256, URL, str(file_of(desk.store.folder, desk.snapshot.body_sha256)),
    ):  # fmt: skip
        assert part in told, part
    assert told.count("ok: ") == 4
    assert file_of(desk.store.folder, desk.snapshot.body_sha256).is_file()


def test_a_claim_is_shown_with_what_it_is_read_with(tmp_path: Path) -> None:
    """The title, the first sentence of the article and the words before the claim, as the store's views print them."""
    parts = ("أعلنت شركة الوادي افتتاح جسرها.", "تأخر العمل في أربع من المناطق الخمس. " * 10, f"{QUOTES[1]}.")
    of = in_paragraphs(*parts)
    desk = checked(tmp_path)
    found = replace(desk.store.why(desk.claims[1].id), claim=claim(of, QUOTES[1]), article=of)
    told = next(line for line in as_lines(explain(found, desk.desk.snapshots, words=EN)) if "read with: " in line)
    assert isolated(f"{of.title} … {parts[0]} … {parts[1].strip()} {parts[2]}") in told


def test_a_passage_is_shown_in_its_stored_page(tmp_path: Path) -> None:
    """The words before and behind it, from the store and not from the site."""
    desk = checked(tmp_path)
    (use, *_) = desk.store.why(desk.claims[0].id).links
    passage, text = use.use.ranked.passage, use.use.ranked.page.text
    (shown,) = [line for line in _lines(desk) if "in the stored page" in line][:1]
    assert f"⟦{' '.join(passage.text.split())}⟧" in shown
    for word in (*text[: passage.start].split()[-3:], *text[passage.end :].split()[:3]):
        assert word in shown


def test_changed_bytes_are_seen(tmp_path: Path) -> None:
    """Somebody edits the stored page: its hash tells."""
    desk = checked(tmp_path)
    place = file_of(desk.store.folder, desk.snapshot.body_sha256)
    place.write_bytes(zstandard.ZstdCompressor().compress(b"<p>opened to traffic in 1951</p>"))
    chain = explain(desk.store.why(desk.claims[0].id), desk.desk.snapshots, words=EN)
    assert not all_hold(chain)
    assert any("failed: " in line and "other bytes" in line for line in as_lines(chain))


def test_missing_bytes_are_seen(tmp_path: Path) -> None:
    """A folder that was not restored with its store."""
    desk = checked(tmp_path)
    file_of(desk.store.folder, desk.snapshot.body_sha256).unlink()
    told = "\n".join(_lines(desk))
    assert "failed: The bytes" in told
    assert "open: without the bytes no text can be made" in told


def test_a_decision_and_evidence_by_people_stand_in_the_chain(tmp_path: Path) -> None:
    """Who, when and why, above what the machine says."""
    desk = checked(tmp_path)
    claim = desk.claims[2]
    add_evidence(
        desk.desk, claim.id, Wanted(url="", file="", text="The archive says that it cost 40 million."),
        quote="it cost 40 million", stance=StanceLabel.SUPPORTS, by="Mona", note="box 7",
    )  # fmt: skip
    decide(desk.desk, claim.id, Label.CONFLICTING, by="Sami", reason="two archives differ")
    told = "\n".join(_lines(desk, 2))
    assert "conflicting evidence, decided by Sami" in told
    assert "two archives differ" in told
    assert "brought by Mona" in told
    assert "box 7" in told
    assert "said by person:Mona" in told
    assert "judged outside a run" in told
    assert "failed" not in told


def test_the_tree_for_a_terminal_takes_any_text(tmp_path: Path) -> None:
    """Square brackets of a claim are not markup."""
    desk = checked(tmp_path)
    tree = as_tree(explain(desk.store.why(desk.claims[0].id), desk.desk.snapshots, words=EN))
    assert "[الجسر]" in str(tree.label).replace("\\[", "[")


def test_an_undecided_claim_says_what_failed(tmp_path: Path) -> None:
    """The reason is the whole chain."""
    desk = checked(tmp_path, failing=True)
    told = "\n".join(_lines(desk, 2))
    assert "undecided" in told
    assert "no source could be reached: timeout" in told


def test_the_chain_is_told_in_the_readers_language(tmp_path: Path) -> None:
    """Arabic words around the same digests; what broke is seen whatever the language."""
    desk = checked(tmp_path)
    found = desk.store.why(desk.claims[0].id)
    told = list(as_lines(explain(found, desk.desk.snapshots, words=words_for("ar"))))
    assert sum("سليم: " in line for line in told) == 4
    assert not any("ok: " in line or "said by" in line for line in told)
    assert any(desk.page.text_sha256 in line for line in told)
    file_of(desk.store.folder, desk.snapshot.body_sha256).unlink()
    assert not all_hold(explain(found, desk.desk.snapshots, words=words_for("ar")))
