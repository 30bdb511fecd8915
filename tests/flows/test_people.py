"""The commands by which people act: one sentence out, a worded exit code, the store as it should be."""

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from evidence.errors import QuoteNotFound
from flows.errors import BadInput, NothingReached
from flows.exits import exit_code
from flows.people import run_add, run_decide, run_import, run_retract
from tests.review.desks import HTML, Checked, checked


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TABAYYUN_USER", "Mona")
    monkeypatch.setenv("TABAYYUN_ENGINE_HOME", str(tmp_path / "engine"))
    return checked(tmp_path)


def _add(desk: Checked, **changed: object) -> int:
    given: dict[str, object] = {
        "quote": "It is 620 metres long", "stance": "context", "by": None, "note": "", "store": desk.store.path,
        "config": None, "url": None, "file": None, "text": None, **changed,
    }  # fmt: skip
    claim = desk.claims[1].id[:8]
    return run_add(claim, given.pop("url"), given.pop("file"), given.pop("text"), **given)  # type: ignore[arg-type]


def test_a_page_is_fetched_kept_and_changes_the_verdict(
    desk: Checked, httpserver: HTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """From an address to a moved verdict in one command."""
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nAllow: /")
    page = HTML.replace("620", "820").replace("Old Bridge", "Bridges of the city")
    httpserver.expect_request("/bridges").respond_with_data(page, content_type="text/html; charset=utf-8")
    host = f"{httpserver.host}:{httpserver.port}"
    code = _add(
        desk, url=httpserver.url_for("/bridges"), quote="It is 820 metres long", stance="supports", allow_hosts=[host]
    )
    told = capsys.readouterr().out
    assert code == 0
    assert "refuted → conflicting evidence" in told
    assert "by Mona" not in told, "the verdict is the machine's still"
    added = desk.store.load_manual(desk.claims[1].id)[0]
    assert added.added_by == "Mona"
    assert desk.desk.snapshots.read(added.snapshot.body_sha256).decode() == page


def test_a_page_on_a_host_that_was_not_allowed_is_not_read(desk: Checked, httpserver: HTTPServer) -> None:
    """Loopback is private; nothing knows it apart."""
    with pytest.raises(Exception, match=r"private|allow") as error:
        _add(desk, url=httpserver.url_for("/bridges"))
    assert exit_code(error.value)[0] == 2
    assert desk.store.load_manual(desk.claims[1].id) == ()


def test_a_server_that_is_down_is_nothing_reached(desk: Checked, httpserver: HTTPServer) -> None:
    """Exit code 3, and nothing was kept."""
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nAllow: /")
    httpserver.expect_request("/bridges").respond_with_data("down", status=503)
    with pytest.raises(NothingReached) as error:
        _add(desk, url=httpserver.url_for("/bridges"), allow_hosts=[f"{httpserver.host}:{httpserver.port}"])
    assert exit_code(error.value)[0] == 3


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "none of them"),
        ({"text": "a", "url": "https://a.example/"}, "--url and --text"),
        ({"text": "a", "stance": "agrees"}, "supports, refutes, context"),
    ],
)
def test_a_wrong_option_is_named(desk: Checked, changed: dict[str, object], words: str) -> None:
    """Exit code 2 and what was expected."""
    with pytest.raises(BadInput, match=words):
        _add(desk, **changed)


def test_nobody_can_act_without_a_name(desk: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything people do is signed."""
    monkeypatch.delenv("TABAYYUN_USER")
    with pytest.raises(BadInput, match="--by"):
        _add(desk, text="It is 620 metres long")
    with pytest.raises(BadInput, match="--by"):
        run_decide(desk.claims[0].id, "refuted", reason="r", by=None, store=desk.store.path, config=None)


def test_a_near_miss_shows_the_closest_passage(desk: Checked) -> None:
    """What stands there instead."""
    with pytest.raises(QuoteNotFound, match="620 metres") as error:
        _add(desk, text="The bridge is 620 metres long.", quote="bridge is 640 metres long")
    assert exit_code(error.value)[0] == 2


def test_evidence_is_retracted_by_its_first_characters(desk: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    """The id that `add` printed is the one that `retract` takes."""
    assert _add(desk, text="It is 620 metres long, says the plan.", stance="supports") == 0
    evidence = capsys.readouterr().out.split()[1]
    assert run_retract(evidence, reason="old plan", by="Sami", store=desk.store.path, config=None) == 0
    assert "is retracted" in capsys.readouterr().out


def test_a_decision_and_its_withdrawal_are_told(desk: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    """What stood before, what stands now, who decided."""
    claim = desk.claims[0].id[:6]
    path = desk.store.path
    assert run_decide(claim, "refuted", reason="1951", by="Sami", store=path, config=None) == 0
    assert "supported → refuted, decided by Sami" in capsys.readouterr().out
    assert run_decide(claim, "withdraw", reason="my error", by="Sami", store=path, config=None) == 0
    assert "refuted → supported" in capsys.readouterr().out
    with pytest.raises(BadInput, match="withdraw"):
        run_decide(claim, "true", reason="r", by="Sami", store=path, config=None)


def test_many_rows_come_in_at_once(desk: Checked, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A sheet of a desk."""
    sheet = tmp_path / "rows.jsonl"
    rows = [
        {"claim": claim.id[:9], "text": "He says that it was so.", "quote": "it was so", "stance": "context"}
        for claim in desk.claims
    ]
    sheet.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    assert run_import(sheet, by=None, store=desk.store.path, config=None) == 0
    assert "3 pieces of evidence kept for 3 claims" in capsys.readouterr().out


def test_acting_on_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    """A mistyped --store is said, not made."""
    with pytest.raises(BadInput, match="There is no store"):
        run_decide("abcdef", "refuted", reason="r", by="Mona", store=tmp_path / "no.duckdb", config=None)
    assert not list(tmp_path.iterdir())
