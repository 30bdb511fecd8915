"""A run played again reads what it read then, whatever has been stored since."""

from evidence.fetch.journal import Journal
from evidence.snapshots import Snapshots
from tests.flows.conftest import Desk, Site

KEPT = ("claim_id", "verdict_id", "label", "confidence", "rationale", "quote", "as_of", "judge", "rule_version")
OF_EVIDENCE = ("passage_id", "stance", "relevance", "rank", "passage_text", "snapshot_sha256", "text_sha256")


def told(rows: list[dict]) -> list[tuple]:
    """What a canonical export compares: verdicts and their evidence, without run ids and clock times."""
    return [
        (*(row[name] for name in KEPT), *(tuple(use[name] for name in OF_EVIDENCE) for use in row["evidence"]))
        for row in rows
    ]


def test_a_replay_gives_the_same_verdicts_though_pages_have_changed(desk: Desk, site: Site) -> None:
    """Newer snapshots of every page lie in the folder; the replay does not look at them, and asks nobody."""
    first = desk.rows("check", "ar.txt")
    folder = desk.folder / "tabayyun.d"
    (journal,) = (folder / "journals").glob("*.jsonl")
    snapshots = Snapshots(folder)
    pages = [one for one in Journal(journal).read().values() if one.url.endswith(".html")]
    assert pages
    for page in pages:
        text = f"<p>{'نص آخر لا صلة له بشيء مما كان هنا من قبل. ' * 9}</p>".encode()
        newer = snapshots.put(url=page.url, body=text, media_type="text/html")
        assert snapshots.latest(page.url) == newer
    site.asked.clear()
    (desk.folder / "tabayyun.duckdb").unlink()
    assert told(desk.rows("check", "ar.txt", "--replay", journal.stem)) == told(first)
    assert site.asked == []
