"""The same article checked again: corrected, offline, under other settings, after an outage, after people spoke."""

import json

from tests.flows.conftest import Desk, Site


def test_new_settings_judge_again_from_stored_pages_without_a_request(desk: Desk, site: Site) -> None:
    """A changed setting is new work, but fresh pages are not fetched for it."""
    desk.rows("check", "ar.txt")
    site.asked.clear()
    desk.rows("check", "ar.txt", passages_per_claim="3")
    assert site.asked == []


def test_a_corrected_sentence_leaves_all_other_claims_their_ids(desk: Desk) -> None:
    """A correction is a new revision of the same article."""
    first = {row["quote"]: row["claim_id"] for row in desk.rows("check", "ar.txt")}
    text = (desk.folder / "ar.txt").read_text("utf-8").replace("عام 1975", "عام 1961")
    (desk.folder / "ar.txt").write_text(text, "utf-8")
    second = {row["quote"]: row["claim_id"] for row in desk.rows("check", "ar.txt")}
    unchanged = first.keys() & second.keys()
    assert len(unchanged) >= 2
    assert all(first[quote] == second[quote] for quote in unchanged)
    assert len(desk.sql("select distinct article_key from current_verdicts")) == 1


def test_an_outage_leaves_an_earlier_verdict_standing(desk: Desk) -> None:
    """A verdict reached earlier is never pushed aside by an error."""
    before = {row["claim_id"]: row["label"] for row in desk.rows("check", "ar.txt")}
    out = desk.run(
        "check", "ar.txt", "--json", mediawiki_api="http://127.0.0.1:9/{language}/api.php", allow_hosts="127.0.0.1:9"
    )
    assert out.returncode == 3
    assert {row["claim_id"]: row["label"] for row in map(json.loads, out.stdout.splitlines())} == before
    assert desk.sql("select distinct reason from needs_review")


def test_offline_a_finished_run_comes_out_the_same(desk: Desk, site: Site) -> None:
    """Same inputs, same verdicts: the stored pages are all that a second store needs."""
    first = desk.rows("check", "ar.txt")
    site.asked.clear()
    (desk.folder / "tabayyun.duckdb").unlink()
    second = desk.rows("check", "ar.txt", "--no-network")
    kept = ("claim_id", "verdict_id", "label", "confidence", "rationale", "quote")
    assert [[row[name] for name in kept] for row in first] == [[row[name] for name in kept] for row in second]
    assert site.asked == []


def test_evidence_by_hand_is_weighed_again_when_the_article_is_checked_anew(desk: Desk) -> None:
    """A newer check must not forget what a person brought."""
    claim = desk.rows("check", "ar.txt")[0]["claim_id"]
    words = "تقول بلدية سالم إن كل ما قيل عن نهر وردة صحيح."
    added = desk.run(
        "evidence", "add", claim, "--text", words, "--quote", words, "--stance", "supports", "--by", "ليلى"
    )
    assert added.returncode == 0, added.stderr
    rows = desk.rows("check", "ar.txt", passages_per_claim="3")
    row = next(row for row in rows if row["claim_id"] == claim)
    assert row["label"] == "supported"
    assert any(use["origin"] == "manual" and use["added_by"] == "ليلى" for use in row["evidence"])
