"""The commands that read: they make no store, change nothing, and answer in words or in CSV."""

import csv
import io
import json
from pathlib import Path

import pytest

from evidence.errors import StoreError
from flows.errors import BadInput
from flows.keeping import run_backup, run_export, run_remove, run_restore
from flows.reading import run_report, run_sql, run_status, run_why
from review.why import file_of
from tests.review.desks import URL, Checked, checked


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    monkeypatch.chdir(tmp_path)
    return checked(tmp_path)


def test_why_prints_the_chain_and_fails_when_a_step_no_longer_holds(
    desk: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 while every step can be made again, 1 when one cannot."""
    claim = desk.claims[0].id[:7]
    assert run_why(claim, store=desk.store.path, config=None) == 0
    assert desk.snapshot.body_sha256 in capsys.readouterr().out
    file_of(desk.store.folder, desk.snapshot.body_sha256).unlink()
    assert run_why(claim, store=desk.store.path, config=None) == 1
    assert "no longer holds" in capsys.readouterr().err


def test_sql_answers_as_csv_where_no_person_looks_on(desk: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe gets rows, with Arabic as it is."""
    query = "SELECT quote, label, published_on FROM current_verdicts ORDER BY quote_start"
    assert run_sql(query, store=desk.store.path, config=None) == 0
    told = capsys.readouterr().out
    assert "\r" not in told, "an id taken by the shell has nothing behind it"
    rows = list(csv.DictReader(io.StringIO(told)))
    assert [row["label"] for row in rows] == ["supported", "refuted", "not_enough_evidence"]
    assert rows[0]["quote"] == desk.claims[0].quote


def test_sql_cannot_change_anything(desk: Checked) -> None:
    """The copy is for reading."""
    for query in ("DELETE FROM verdict", "SELECT nonsense FROM nowhere", "COPY verdict TO 'out.csv'"):
        with pytest.raises(StoreError):
            run_sql(query, store=desk.store.path, config=None)


def test_queries_may_come_on_standard_input(
    desk: Checked, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several, over several lines, each up to its semicolon; the first error ends with 2."""
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT count(*)\nFROM current_verdicts;\nSELECT 7;"))
    assert run_sql(None, store=desk.store.path, config=None) == 0
    assert capsys.readouterr().out.split() == ["count_star()", "3", "7", "7"]
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT nonsense;"))
    assert run_sql(None, store=desk.store.path, config=None) == 2


def test_status_shows_runs_and_what_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The two things an operator looks for."""
    desk = checked(tmp_path, failing=True)
    assert run_status(store=desk.store.path, config=None) == 0
    told = capsys.readouterr().out
    assert "1 article;" in told
    assert "1 undecided" in told
    assert "finished" in told
    assert "no source could be reached" in told


@pytest.mark.parametrize(("form", "suffix"), [("html", "html"), ("markdown", "md"), ("json", "json")])
def test_the_latest_article_is_reported_where_none_is_named(desk: Checked, form: str, suffix: str) -> None:
    """One file, named after the article."""
    assert run_report(None, None, form, store=desk.store.path, config=None) == 0
    text = Path(f"report-{desk.article.id[:8]}.{suffix}").read_text("utf-8")
    assert desk.claims[0].quote in text.replace("<bdi>", "").replace("</bdi>", "")
    if form == "json":
        assert json.loads(text)["article"]["id"] == desk.article.id


def test_a_report_that_cannot_be_made_says_why(desk: Checked) -> None:
    """The form, the place, the article."""
    with pytest.raises(BadInput, match="html, markdown, json"):
        run_report(None, None, "pdf", store=desk.store.path, config=None)
    with pytest.raises(BadInput, match="cannot be written"):
        run_report(None, Path("no/such/folder.html"), "html", store=desk.store.path, config=None)
    with pytest.raises(StoreError, match="no article"):
        run_report("nothing-like-it", None, "html", store=desk.store.path, config=None)


def test_reading_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    """A mistyped --store is said, not made."""
    missing = tmp_path / "no.duckdb"
    for read in (
        lambda: run_why("abcdef", store=missing, config=None),
        lambda: run_sql("SELECT 1", store=missing, config=None),
        lambda: run_status(store=missing, config=None),
        lambda: run_report(None, None, "html", store=missing, config=None),
        lambda: run_backup(tmp_path / "b", store=missing, config=None),
    ):
        with pytest.raises(BadInput, match="There is no store"):
            read()
    assert not list(tmp_path.iterdir())


def test_a_backup_becomes_the_same_store_again(desk: Checked, tmp_path: Path) -> None:
    """Verdicts and the bytes behind them."""
    assert run_backup(tmp_path / "b.tar.zst", store=desk.store.path, config=None) == 0
    again = tmp_path / "again" / "desk.duckdb"
    again.parent.mkdir()
    assert run_restore(tmp_path / "b.tar.zst", store=again, config=None) == 0
    assert run_why(desk.claims[0].id, store=again, config=None) == 0
    with pytest.raises(StoreError):
        run_restore(tmp_path / "b.tar.zst", store=again, config=None)


def test_every_view_is_exported(desk: Checked, tmp_path: Path) -> None:
    """One file a view."""
    for form in ("parquet", "csv"):
        assert run_export(tmp_path / form, form, store=desk.store.path, config=None) == 0
        assert (tmp_path / form / f"current_verdicts.{form}").stat().st_size > 0
    with pytest.raises(BadInput, match="claimreview"):
        run_export(tmp_path / "x", "xml", store=desk.store.path, config=None)


def test_a_removed_page_leaves_its_digest(desk: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    """The chain goes on naming it, and says that it was removed."""
    assert run_remove(URL, by="Mona", reason="the owner asked", store=desk.store.path, config=None) == 0
    assert "3 claims rest on" in capsys.readouterr().out
    assert run_why(desk.claims[0].id, store=desk.store.path, config=None) == 0
    told = capsys.readouterr().out
    assert desk.snapshot.body_sha256 in told
    assert "removed" in told
