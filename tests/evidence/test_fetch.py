"""What the session gives and refuses: stored pages, no network, replay, redirects, addresses."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import PageRefused, TryLater
from evidence.fetch import Refusal
from evidence.fetch.exchange import read_retry_after
from evidence.fetch.guard import read_target
from evidence.fetch.journal import Journal, Outcome
from evidence.fetch.media import settle
from tests.evidence.hostile_server import PAGE, PUBLIC, Door, Hostile, hostile, make_fetcher, moved, names, plain
from tests.evidence.makers import AT


@pytest.fixture
def server() -> Iterator[Hostile]:
    with hostile() as running:
        yield running


def test_a_page_is_kept_as_it_came(tmp_path: Path, server: Hostile) -> None:
    """Bytes, status, type, headers without cookies, and the addresses on the way."""
    server.do_start = lambda conn, _: moved(conn, "/middle")  # type: ignore[attr-defined]
    server.do_middle = lambda conn, _: moved(conn, "/صفحة")  # type: ignore[attr-defined]
    last = {"kind": "Text/HTML; charset=utf-8", "headers": "Set-Cookie: a=b\r\n"}
    server.do_صفحة = lambda conn, _: plain(conn, PAGE, **last)  # type: ignore[attr-defined]
    fetcher = make_fetcher(tmp_path, server.port)
    snapshot = fetcher.get(f"{server.url}/start#part").snapshot
    assert fetcher.body(snapshot) == PAGE
    assert snapshot.url == f"{server.url}/start"
    assert snapshot.final_url == f"{server.url}/%D8%B5%D9%81%D8%AD%D8%A9"
    assert snapshot.redirects == (f"{server.url}/middle", snapshot.final_url)
    assert snapshot.media_type == "text/html"
    assert "set-cookie" not in {name.lower() for name, _ in snapshot.headers}


def test_without_network_what_is_stored_is_enough_and_all(tmp_path: Path, server: Hostile) -> None:
    """Old pages serve whatever their age; others are refused with the next step; no socket is opened."""
    make_fetcher(tmp_path, server.port).get(server.url + "/page")
    door = Door()
    offline = make_fetcher(tmp_path, server.port, network=False, freshness=timedelta(0), door=door)
    assert offline.get(server.url + "/page").from_cache
    with pytest.raises(PageRefused) as caught:
        offline.get(server.url + "/other")
    assert caught.value.reason == Refusal.NETWORK_OFF
    assert Refusal(caught.value.reason).no_answer
    assert "--no-network" in str(caught.value)
    assert door.tried == []


def test_a_run_played_again_gets_what_it_got(tmp_path: Path, server: Hostile) -> None:
    """The very snapshots, though newer ones are there, and the very refusals; no request."""
    journal = Journal(tmp_path / "run.jsonl")
    first = make_fetcher(tmp_path, server.port, journal=journal)
    page = first.get(server.url + "/page").snapshot
    for path, kind in (("/gone", PageRefused), ("/storm?after=0", TryLater)):
        with pytest.raises(kind):
            first.get(server.url + path)
    make_fetcher(tmp_path, server.port, freshness=timedelta(0)).get(server.url + "/page")
    asked = len(server.asked)
    replay = make_fetcher(tmp_path, server.port, replay=journal.read())
    assert first.snapshots.latest(page.url) != page
    assert replay.get(server.url + "/page").snapshot == page
    with pytest.raises(PageRefused) as gone:
        replay.get(server.url + "/gone")
    assert gone.value.reason == "http_status"
    with pytest.raises(TryLater):
        replay.get(server.url + "/storm?after=0")
    with pytest.raises(PageRefused, match="never asked"):
        replay.get(server.url + "/new")
    assert len(server.asked) == asked


def test_a_journal_survives_a_kill_in_the_middle_of_a_line(tmp_path: Path) -> None:
    """The broken line is the one that is lost."""
    journal = Journal(tmp_path / "j")
    assert journal.read() == {}
    journal.note(Outcome("https://a.example/صفحة", snapshot_id="1"))
    with journal.path.open("ab") as file:
        file.write(b'{"url": "https://b.ex')
    assert list(journal.read()) == ["https://a.example/صفحة"]


def test_a_key_goes_to_its_own_host_only(tmp_path: Path, server: Hostile) -> None:
    """A redirect to another host does not take the headers along."""
    server.do_api = lambda conn, _: moved(conn, "http://other.test/page")  # type: ignore[attr-defined]
    door = Door(leads_to={PUBLIC: server.port})
    fetcher = make_fetcher(tmp_path, server.port, door=door, resolve=names({"other.test": [PUBLIC]}))
    fetcher.get(server.url + "/api", purpose="api", headers={"X-Key": "secret"})
    assert [head.get("x-key") for head in server.heads] == ["secret", None]


def test_a_connection_that_died_in_the_pool_is_opened_again(tmp_path: Path, server: Hostile) -> None:
    """Servers close idle connections; one new try is no rudeness."""
    times = []

    def flaky(conn, _):
        times.append(1)
        if len(times) > 1:
            plain(conn, PAGE)

    server.do_flaky = flaky  # type: ignore[attr-defined]
    assert make_fetcher(tmp_path, server.port).get(server.url + "/flaky", purpose="api").snapshot.status == 200
    assert len(times) == 2


def test_a_host_that_nobody_knows_is_unreachable(tmp_path: Path) -> None:
    """No name, no address: said as what it is."""
    with pytest.raises(PageRefused) as caught:
        make_fetcher(tmp_path).get("https://nowhere.test/")
    assert caught.value.reason == Refusal.UNREACHABLE


def test_a_refused_connection_is_unreachable(tmp_path: Path) -> None:
    """A closed port is not a timeout."""
    with hostile() as closed:
        port = closed.port
    with pytest.raises(PageRefused) as caught:
        make_fetcher(tmp_path, port).get(f"http://127.0.0.1:{port}/")
    assert caught.value.reason == Refusal.UNREACHABLE


@pytest.mark.parametrize(
    "url", ["", "page", "//host/x", "http://", "http://u@host/", "http://host:x/", "mailto:a@b", "http://\u2028"]
)
def test_what_is_no_address_is_refused_in_words(tmp_path: Path, url: str) -> None:
    """Before anything is resolved."""
    with pytest.raises(PageRefused) as caught:
        make_fetcher(tmp_path).get(url)
    assert caught.value.reason in (Refusal.SCHEME, Refusal.UNREACHABLE)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """Reading an address raises nothing else, and reading it again changes nothing."""
    for url in (text, f"http://e.example/{text}", f"https://{text}/"):
        try:
            target = read_target(url)
        except PageRefused:
            continue
        assert target.url.isascii()
        assert read_target(target.url) == target


@given(st.text(max_size=40))
def test_any_retry_after_is_seconds(text: str) -> None:
    """Numbers, dates and rubbish."""
    assert read_retry_after(text, AT) >= 0


@pytest.mark.parametrize(
    ("declared", "body", "kind"),
    [
        ("text/html", b"%PDF-1.4 x", "application/pdf"), ("", b"<!DOCTYPE html><p>", "text/html"),
        ("", b"words", "text/plain"),
        ("application/pdf", b"<html>", "text/html"), ("text/html", b"GIF89a", ""),
        ("text/plain", "نص".encode("utf-16"), "text/plain"),
        ("application/octet-stream", b"\x00\x01", ""), ("application/json", b"{}", "application/json"),
    ],
)  # fmt: skip
def test_bytes_say_what_they_are(declared: str, body: bytes, kind: str) -> None:
    """What was declared holds only where the bytes do not deny it."""
    assert settle(declared, body) == kind
