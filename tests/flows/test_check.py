"""The command `check`, as a person types it."""

import json

from tests.flows.conftest import Desk, Site


def test_every_claim_comes_out_once_with_its_evidence(desk: Desk, site: Site) -> None:
    """Counts in are counts out; the pages were found by searching, not handed in."""
    rows = desk.rows("check", "ar.txt")
    assert len({row["claim_id"] for row in rows}) == len(rows) >= 3
    article = (desk.folder / "ar.txt").read_text("utf-8")
    for row in rows:
        assert article[row["quote_start"] : row["quote_end"]] == row["quote"]
        assert row["label"] in {"supported", "refuted", "not_enough_evidence", "conflicting_evidence"}
        for use in row["evidence"]:
            assert use["snapshot_sha256"]
            assert use["passage_text"]
    assert any("api.php" in path and "srsearch" in path for path in site.asked)
    assert any(use["language"] == "en" for row in rows for use in row["evidence"])


def test_a_rerun_within_freshness_asks_for_nothing_and_adds_no_row(desk: Desk, site: Site) -> None:
    """Finished work is not repeated."""
    desk.rows("check", "ar.txt")
    before = desk.sql("select count(*) from verdict_history")
    site.asked.clear()
    again = desk.run("check", "ar.txt")
    assert again.returncode == 0
    assert "Nothing to do" in again.stderr
    assert site.asked == []
    assert desk.sql("select count(*) from verdict_history") == before


def test_an_article_without_a_checkable_claim_is_told_so(desk: Desk) -> None:
    """Exit code 0, one sentence."""
    (desk.folder / "empty.txt").write_text("لماذا نكتب؟\n\nشكراً لكم.\n", "utf-8")
    done = desk.run("check", "empty.txt")
    assert done.returncode == 0
    assert "no claim that could be checked" in done.stderr


def test_without_any_source_the_setting_is_named(desk: Desk) -> None:
    """Exit code 2."""
    done = desk.run("check", "ar.txt", "--source", "none")
    assert done.returncode == 2
    assert "'sources'" in done.stderr


def test_when_nothing_can_be_reached_claims_stay_undecided(desk: Desk) -> None:
    """Exit code 3, and never a verdict."""
    done = desk.run(
        "check", "ar.txt", "--json", mediawiki_api="http://127.0.0.1:9/{language}/api.php", allow_hosts="127.0.0.1:9"
    )
    assert done.returncode == 3
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["label"] for row in rows} == {"undecided"}


def test_a_claim_with_nothing_to_search_for_is_no_verdict_while_nothing_is_reached(desk: Desk) -> None:
    """It was looked up nowhere, so nobody knows whether there is evidence; exit code 3 all the same."""
    text = "A river\n\nThe Warda River is 212 kilometres long.\n\nShe was 12 then.\n"
    (desk.folder / "bare.txt").write_text(text, "utf-8")
    done = desk.run(
        "check", "bare.txt", "--json", mediawiki_api="http://127.0.0.1:9/{language}/api.php", allow_hosts="127.0.0.1:9"
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["label"] for row in rows} == {"undecided"}
    assert any("nothing was looked at" in row["rationale"] for row in rows)
    assert done.returncode == 3


def test_a_claim_with_nothing_to_search_for_is_judged_by_the_pages_of_others(desk: Desk) -> None:
    """Pages that were read for its neighbours are read for it too."""
    text = "A river\n\nThe Warda River is 212 kilometres long.\n\nShe was 12 then.\n"
    (desk.folder / "bare.txt").write_text(text, "utf-8")
    rows = desk.rows("check", "bare.txt")
    assert len(rows) > 1
    assert "undecided" not in {row["label"] for row in rows}
