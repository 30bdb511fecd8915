from pathlib import Path

import pytest

from evidence.errors import StoreError
from evidence.records import Label
from evidence.snapshots import SnapshotMissing, Snapshots
from tests.evidence.store_samples import PAGE, again, desk, run_of

URL = "https://en.wiki.example/Bridge"
WORDS = "820 metres long"


def _everywhere(folder: Path) -> list[str]:
    return [place.name for place in folder.rglob("*") if place.is_file() and WORDS.encode() in place.read_bytes()]


def test_a_removed_page_is_gone_from_every_file(tmp_path: Path) -> None:
    """Words and bytes go from the store, its copies and the folder; digest and tombstone stay."""
    kept = desk(tmp_path, review=True)
    store = kept.store
    assert store.review is not None
    store.review.small = 0  # as a large store does it, with two copies that take turns
    for number in range(3):
        store.decide(kept.result.claims[0].id, Label.SUPPORTED, by="Mona", reason=f"r{number}")
        store.query("SELECT 1")
    Snapshots(store.folder).put(url=URL, body=f"<p>{PAGE}</p>".encode(), media_type="text/html")
    assert {"desk.duckdb", "desk.review.duckdb", "spare.duckdb"} <= set(_everywhere(tmp_path))
    removed = store.remove_page(URL, by="Desk", reason="court order 17")
    store.query("SELECT 1")
    store.close()
    assert _everywhere(tmp_path) == []
    assert removed.urls == (URL,)
    assert set(removed.claims) == {each.id for each in kept.result.claims}
    with pytest.raises(SnapshotMissing, match="court order 17"):
        Snapshots(store.folder).read(kept.result.snapshots[0].body_sha256)
    assert store.query("SELECT body_sha256, text_sha256, url, removed_by, reason FROM removal")[1] == [
        (removed.bodies[0], removed.texts[0], URL, "Desk", "court order 17")
    ]
    assert store.removed_urls() == {URL}


def test_verdict_rows_say_that_a_page_is_gone(tmp_path: Path) -> None:
    """The row stays with its digest and place; the claim needs review; judging again leaves it out."""
    kept = desk(tmp_path)
    kept.store.remove_page(URL, by="Desk", reason="r")
    rows = kept.store.query(
        "SELECT passage_text, removed_at IS NULL, snapshot_sha256, passage_start FROM verdict_evidence "
        "WHERE claim_id = ?", [kept.result.claims[0].id],
    )[1]  # fmt: skip
    assert rows == [(None, False, kept.result.snapshots[0].body_sha256, 0)]
    assert {row[0] for row in kept.store.query("SELECT reason FROM needs_review")[1]} == {
        "a page of its evidence was removed"
    }
    assert kept.store.load_evidence(kept.result.claims[0].id) == ()
    assert all(link.removed for link in kept.store.why(kept.result.claims[0].id).links)
    told = kept.store.query("SELECT detail FROM why(?) WHERE step = 4", [kept.result.claims[0].id])[1]
    assert "(removed on" in told[0][0]


def test_what_was_removed_does_not_come_back(tmp_path: Path) -> None:
    """A later run that reads the page again stores its digest, not its words; the numbering goes on."""
    kept = desk(tmp_path)
    before = kept.store.query("SELECT max(seq) FROM outcome")[1][0][0]
    kept.store.remove_page(URL, by="Desk", reason="r")
    kept.store.save_article(run_of(kept.store).id, again(kept.result, work_digest="w2"))
    assert kept.store.query("SELECT count(*) FROM page_text")[1] == [(0,)]
    assert kept.store.query("SELECT count(*) FROM passage_text")[1] == [(0,)]
    assert kept.store.query("SELECT min(seq) FROM outcome WHERE seq > ?", [before])[1][0][0] > before
    assert _everywhere(tmp_path) == []


def test_an_unknown_page_or_nobody_removes_nothing(tmp_path: Path) -> None:
    """One sentence each."""
    kept = desk(tmp_path)
    with pytest.raises(StoreError, match="No page was ever read"):
        kept.store.remove_page("https://other.example/", by="Desk", reason="r")
    with pytest.raises(StoreError, match="needs a name"):
        kept.store.remove_page(URL, by="", reason="r")
    with pytest.raises(StoreError, match="needs a reason"):
        kept.store.remove_page(URL, by="Desk", reason="")
    assert kept.store.query("SELECT count(*) FROM page_text")[1] == [(1,)]
