"""Telling people: each change once, to every channel, and a dead channel stops nothing."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from claims.digests import digest
from evidence.records import Label
from evidence.store import Store, open_store
from evidence.store.watches import changes_since
from flows import notify
from flows.digest import write_digest
from flows.settings import load_settings
from flows.wiring import Parts
from tests.evidence import store_samples as samples

ATOM = "{http://www.w3.org/2005/Atom}"


@contextmanager
def receiving(httpserver: HTTPServer, status: int = 200) -> Iterator[list[tuple[dict[str, str], bytes]]]:
    """What a webhook was sent."""
    got: list[tuple[dict[str, str], bytes]] = []

    def take(request: Request) -> Response:
        got.append((dict(request.headers), request.get_data()))
        return Response(status=status)

    httpserver.expect_request("/hook").respond_with_handler(take)
    yield got


def parts_with(tmp_path: Path, webhook: str = "", key: str = "") -> Parts:
    settings = load_settings(
        store=tmp_path / "desk.duckdb", webhook=webhook or None, webhook_key=key or None, embedder="none", sources=[]
    )
    return Parts(settings)


def move(store: Store, label: Label = Label.REFUTED) -> dict[str, Any]:
    """Check the sample article, then let the first of its verdicts move."""
    run = samples.run_of(store)
    made = samples.simple_result()
    store.save_article(run.id, made)
    first = made.outcomes[0]
    assert not isinstance(first, type(samples.undecided(made.claims[0])))
    moved = replace(first, id=digest(first.id, label), label=label)  # type: ignore[arg-type]
    store.save_verdicts([moved], run_id=run.id)
    return {"claim": made.claims[0], "changes": changes_since(store)}


def test_a_change_reaches_webhook_and_feeds_once(tmp_path: Path, httpserver: HTTPServer) -> None:
    """The message is signed; the second telling has nothing to say."""
    parts = parts_with(tmp_path, httpserver.url_for("/hook"), "secret")
    claim = move(parts.store)["claim"]
    with receiving(httpserver) as got:
        notify.tell(parts)
        notify.tell(parts)
    changes = [json.loads(body) for headers, body in got if headers["X-Tabayyun-Event"] == "verdicts_changed"]
    assert len(changes) == 1
    (change,) = changes[0]["changes"]
    assert (change["claim_id"], change["old_label"], change["new_label"]) == (claim.id, "supported", "refuted")
    assert change["claim_text"] == claim.text
    headers, body = got[0]
    assert headers["X-Tabayyun-Signature"] == "sha256=" + hmac.new(b"secret", body, hashlib.sha256).hexdigest()
    feed = etree.parse(str(parts.store.folder / "feeds" / "changes.atom"))
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == [
        f"supported → refuted: {claim.text}"
    ]
    rss = etree.parse(str(parts.store.folder / "feeds" / "changes.rss"))
    assert len(list(rss.iter("item"))) == 1


def test_what_a_dead_webhook_did_not_take_is_sent_when_it_is_back(
    tmp_path: Path, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run goes on, the failure is in `failures`, and the message is not lost."""
    monkeypatch.setattr(notify, "TRIES", 1)
    parts = parts_with(tmp_path, httpserver.url_for("/hook"))
    move(parts.store)
    with receiving(httpserver, status=500):
        notify.tell(parts)
    rows = parts.store.query("SELECT stage, reason FROM failures WHERE stage = 'webhook'")[1]
    assert rows == [("webhook", "http_status: it answers 500. The message stays and is sent after the next run.")]
    httpserver.clear_all_handlers()
    with receiving(httpserver) as got:
        notify.tell(parts)
    assert [headers["X-Tabayyun-Event"] for headers, _ in got].count("verdicts_changed") == 1


def test_a_failed_run_is_told(tmp_path: Path, httpserver: HTTPServer) -> None:
    """What failed, and how."""
    parts = parts_with(tmp_path, httpserver.url_for("/hook"))
    with receiving(httpserver) as got:
        notify.tell_failed(parts, "watch https://news.example/feed", TimeoutError("too long"))
    ((_, body),) = got
    assert json.loads(body)["error"] == "TimeoutError: too long"


def test_a_persons_decision_is_a_change_against_the_machine(tmp_path: Path) -> None:
    """Whose word it is stands beside it."""
    desk = samples.desk(tmp_path)
    claim = desk.result.claims[0]
    desk.store.decide(claim.id, Label.REFUTED, by="Mona", reason="the archive says otherwise")
    desk.store.decide(desk.result.claims[1].id, Label.SUPPORTED, by="Mona", reason="so it is")
    (change,) = changes_since(desk.store)
    assert (change["old_label"], change["new_label"], change["decided_by"]) == ("supported", "refuted", "Mona")
    assert change["command"] == "decide"


def test_the_digest_tells_what_was_done_what_moved_and_what_waits(tmp_path: Path) -> None:
    """One file a week; words of pages cannot become markup."""
    store = open_store(tmp_path / "desk.duckdb", review=False)
    claim = move(store, Label.CONFLICTING)["claim"]
    store.finish_run(store.query("SELECT run_id FROM runs")[1][0][0])
    text = write_digest(store, until=datetime.now(UTC)).read_text("utf-8")
    assert "supported → conflicting\\_evidence" in text or "supported → conflicting_evidence" in text
    assert "Waiting for a person: 1" in text
    assert claim.id[:8] in text
    assert "| check | finished | 1 | 1 | 3 |" in text
