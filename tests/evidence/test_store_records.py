from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.digests import digest, sha256_of
from evidence.errors import StoreError
from evidence.records import Label, StanceLabel
from evidence.store import open_store
from tests.evidence.store_samples import (
    AR,
    again,
    article,
    claim,
    desk,
    page,
    result,
    run_of,
    simple_result,
    undecided,
    use,
    verdict,
)


def test_what_goes_in_comes_out_whole(tmp_path: Path) -> None:
    """Claims, articles and evidence as full records, ready to be judged again."""
    kept = desk(tmp_path)
    for made, outcome in zip(kept.result.claims, kept.result.outcomes, strict=True):
        assert kept.store.load_claim(made.id[:6]) == made
        assert kept.store.load_evidence(made.id) == outcome.evidence  # type: ignore[union-attr]
    assert kept.store.load_article(kept.result.article.id) == kept.result.article
    assert kept.store.load_article("/desk/1.txt") == kept.result.article


@settings(max_examples=15, deadline=None)
@given(
    text=st.text(
        alphabet=st.one_of(
            st.sampled_from("ابتثجحخ١٢٣ًٌٍـ \u200f\u202b٪"), st.sampled_from("नमस्तेक्ष"), st.sampled_from("漢字かな"),
            st.characters(exclude_categories=["Cs"]),
        ),
        min_size=1, max_size=60,
    )
)  # fmt: skip
def test_any_text_keeps_its_offsets(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Code points in, the same code points out, in any script, with marks, controls and NUL."""
    store = open_store(tmp_path_factory.getbasetemp() / "any-text.duckdb", review=False)
    of = article(text, key=sha256_of(text))
    made = claim(of, text)
    found = page(f"x {text} y", url="https://a.example/")
    outcome = verdict(made, Label.SUPPORTED, (use(made, found[1], text),))
    store.save_article("run", result(of, (made,), (outcome,), (found,)))
    assert store.load_claim(made.id) == made
    assert store.load_evidence(made.id) == outcome.evidence
    with store.connection() as connection:
        row = connection.execute(
            "SELECT substring(a.text, o.quote_start + 1, o.quote_end - o.quote_start) = o.quote, o.quote "
            "FROM claim_occurrence o JOIN article a USING (article_id) WHERE o.claim_id = ?",
            [made.id],
        ).fetchone()
    assert row == (True, text)


def test_the_same_result_twice_is_kept_once(tmp_path: Path) -> None:
    """A retried task doubles nothing."""
    kept = desk(tmp_path)
    tables = "SELECT table_name, estimated_size FROM duckdb_tables() ORDER BY 1"
    with kept.store.connection() as connection:
        before = connection.execute(tables).fetchall()
    assert not kept.store.save_article(kept.run.id, kept.result)
    with kept.store.connection() as connection:
        assert connection.execute(tables).fetchall() == before


def test_an_unchanged_rerun_adds_no_verdict(tmp_path: Path) -> None:
    """The next run reaches the same verdicts: history does not grow, the outcome is on record."""
    kept = desk(tmp_path)
    run = run_of(kept.store)
    assert kept.store.save_article(run.id, kept.result)
    with kept.store.connection() as connection:
        assert connection.execute("SELECT count(*) FROM verdict_history").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM outcome").fetchone() == (6,)
        for table, key in (("verdict", "verdict_id"), ("page_text", "text_sha256"), ("passage", "passage_id")):
            assert connection.execute(f"SELECT count(*) - count(DISTINCT {key}) FROM {table}").fetchone() == (0,)


def test_half_a_result_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    """Counts in equal counts out, and every quote stands where it is said to."""
    store = open_store(tmp_path / "a.duckdb")
    run, whole = run_of(store), simple_result()
    moved = replace(whole.claims[0], quote_start=1, quote_end=1 + len(whole.claims[0].quote))
    wrong_page = replace(
        whole.outcomes[0].evidence[0].ranked.page,
        text="other words",  # type: ignore[union-attr]
    )
    lied = replace(
        whole.outcomes[0],
        evidence=(replace(
            whole.outcomes[0].evidence[0],  # type: ignore[union-attr]
            ranked=replace(whole.outcomes[0].evidence[0].ranked, page=wrong_page),  # type: ignore[union-attr]
        ),),
    )  # fmt: skip
    for broken in (
        again(whole, outcomes=whole.outcomes[:2]),
        again(whole, outcomes=(whole.outcomes[0], *whole.outcomes[:2])),
        again(whole, claims=(moved, *whole.claims[1:])),
        again(whole, outcomes=(lied, *whole.outcomes[1:])),
    ):
        with pytest.raises(ValueError, match="Nothing was stored"):
            store.save_article(run.id, broken)
    assert store.query("SELECT count(*) FROM article")[1] == [(0,)]


def test_a_corrected_sentence_keeps_the_other_claims(tmp_path: Path) -> None:
    """Decisions stay on the claims that stayed; the claim that went leaves the current view, not the history."""
    kept = desk(tmp_path)
    kept.store.decide(kept.result.claims[0].id, Label.REFUTED, by="Mona", reason="archive")
    kept.store.decide(kept.result.claims[1].id, Label.REFUTED, by="Mona", reason="archive")
    corrected = article(AR.replace("820", "850"))
    claims = (claim(corrected, "افتتح الجسر عام 1950"), claim(corrected, "يبلغ طوله 850 مترا"))
    assert claims[0].id == kept.result.claims[0].id
    kept.store.save_article(kept.run.id, result(corrected, claims, (verdict(claims[0]), verdict(claims[1]))))
    rows = kept.store.query("SELECT quote, label, decided_by, article_id FROM current_verdicts ORDER BY quote_start")[1]
    assert rows == [
        ("افتتح الجسر عام 1950", "refuted", "Mona", corrected.id),
        ("يبلغ طوله 850 مترا", "supported", "machine", corrected.id),
    ]
    gone = kept.result.claims[1].id
    assert kept.store.query("SELECT reason FROM needs_review WHERE claim_id = ?", [gone])[1] == [
        ("decided by a person, but no longer in the article",)
    ]
    assert kept.store.why(gone).label == "refuted"
    assert kept.store.query("SELECT revisions, article_id FROM articles")[1] == [(2, corrected.id)]


def test_a_path_or_url_keeps_its_key(tmp_path: Path) -> None:
    """The same file, corrected, is the same article."""
    kept = desk(tmp_path)
    assert kept.store.article_key("/desk/1.txt", "other") == "https://news.example/1"
    assert kept.store.article_key("https://news.example/1", "other") == "https://news.example/1"
    assert kept.store.article_key("/desk/2.txt", "other") == "other"


def test_finished_work_is_not_done_again(tmp_path: Path) -> None:
    """Done means: this very work was the article's latest check and left nothing undecided."""
    kept = desk(tmp_path)
    store, whole = kept.store, kept.result
    assert store.work_done("work-1")
    assert store.work_done("work-1", within=timedelta(hours=1))
    assert not store.work_done("work-1", within=timedelta(0))
    assert not store.work_done("work-2")
    outcomes = (*whole.outcomes[:2], undecided(whole.claims[2]))
    store.save_article(run_of(store).id, again(whole, work_digest="work-2", outcomes=outcomes))
    assert not store.work_done("work-2")
    assert not store.work_done("work-1")  # another work came after it


def test_an_unknown_or_short_or_shared_prefix_is_told(tmp_path: Path) -> None:
    """One sentence each, with what to do."""
    kept = desk(tmp_path)
    with pytest.raises(StoreError, match="6 or more"):
        kept.store.load_claim("abc")
    with pytest.raises(StoreError, match="No claim begins"):
        kept.store.load_claim("zzzzzz")
    with kept.store.writing() as connection:
        connection.execute("INSERT INTO claim SELECT 'abcdef' || i, 'k', 'content', 1, 'q', 9 FROM range(2) r(i)")
    with pytest.raises(StoreError, match="More than one claim"):
        kept.store.load_claim("abcdef")


def test_runs_say_what_they_did(tmp_path: Path) -> None:
    """From the rows of stages and checks, with the end of the run in a row of its own."""
    kept = desk(tmp_path)
    columns = "status, articles, claims, pages_fetched, pages_from_cache, pages_failed, undecided, requests, bytes"
    asked = f"SELECT {columns} FROM runs"
    assert kept.store.query(asked)[1] == [("running", 1, 3, 1, 0, 1, 0, 3, 900)]
    kept.store.finish_run(kept.run.id)
    assert kept.store.query(asked)[1] == [("finished", 1, 3, 1, 0, 1, 0, 3, 900)]
    assert kept.store.query("SELECT stage, subject, reason FROM failures")[1] == [
        ("fetch", "https://down.example/", "timeout: no answer")
    ]
    assert kept.store.query("SELECT stage, items FROM run_stages ORDER BY 1")[1] == [("fetch", 1), ("judging", 3)]
    assert kept.store.query("SELECT claims, seconds FROM run_articles")[1] == [(3, 1.5)]


def test_why_leads_from_the_label_to_the_bytes(tmp_path: Path) -> None:
    """The chain as records, and the same as a table macro."""
    kept = desk(tmp_path)
    told = kept.store.why(kept.result.claims[2].id[:8])
    assert told.verdict == kept.result.outcomes[2]
    assert told.run == kept.run
    assert [link.use.stance.label for link in told.links] == [StanceLabel.REFUTES, StanceLabel.NEITHER]
    assert told.links[0].snapshot == kept.result.snapshots[0]
    assert told.links[0].hit is not None
    assert told.links[0].query is not None
    assert told.links[0].query.claim_id == told.claim.id
    rows = kept.store.query("SELECT what, proof FROM why(?)", [told.claim.id[:8]])[1]
    assert [row[0] for row in rows][:4] == ["claim", "quote", "verdict by machine", "refutes by machine"]
    assert rows[4][1] == told.links[0].snapshot.body_sha256


def test_json_rows_hold_the_columns_and_the_evidence(tmp_path: Path) -> None:
    """What --json prints: dates as text, evidence inside."""
    kept = desk(tmp_path)
    rows = kept.store.current_verdicts(kept.result.article.key)
    assert [row["quote_start"] for row in rows] == sorted(row["quote_start"] for row in rows)
    assert rows[0]["as_of"] == "2026-11-19"
    assert rows[0]["quote_spans"] == [{"start": 0, "end": 20}]
    assert [each["passage_text"] for each in rows[2]["evidence"]] == [
        "It cost 31 million pounds.",
        "It is 820 metres long.",
    ]
    assert kept.store.current_verdicts("other") == []
    assert date.fromisoformat(rows[0]["published_on"]) == date(2026, 11, 19)


def test_half_a_surrogate_pair_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """No database keeps it, and dropping it would move every offset behind it."""
    store = open_store(tmp_path / "a.duckdb")
    of = article("x \ud800 y", key=digest("k"))
    with pytest.raises(StoreError, match="surrogate"):
        store.save_article("run", result(of, (), ()))
