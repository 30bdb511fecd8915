"""Nothing that a server does ends a run, is read beyond its bound, or sends a packet where none may go."""

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from evidence.errors import PageRefused, TryLater
from evidence.fetch import Refusal
from evidence.fetch.connect import GuardedAdapter
from evidence.fetch.exchange import Exchange
from evidence.fetch.guard import Guard, is_public, read_target
from evidence.fetch.limits import Tally
from evidence.pages import extract_page
from tests.evidence.hostile_server import PUBLIC, Door, Hostile, hostile, make_fetcher, names, plain


@pytest.fixture
def server() -> Iterator[Hostile]:
    with hostile() as running:
        yield running


def refusal(folder: Path, server: Hostile, path: str, **options: object) -> PageRefused:
    door = Door()
    fetcher = make_fetcher(folder, server.port, door=door, **options)
    with pytest.raises(PageRefused) as caught:
        fetcher.get(server.url + path)
    assert {ip for ip, _ in door.tried} == {"127.0.0.1"}
    assert str(caught.value).endswith((".", ". "))
    assert len(str(caught.value)) < 600
    assert dict(fetcher.counts().refused) == {caught.value.reason: 1}
    return caught.value


@pytest.mark.parametrize("path", ["/drip-body", "/drip-headers", "/drip-chunks", "/silence", "/endless-continue"])
def test_a_server_that_drips_cannot_outlast_the_deadline(tmp_path: Path, server: Hostile, path: str) -> None:
    """The deadline holds in total, for headers as for bodies."""
    started = time.monotonic()
    error = refusal(tmp_path, server, path, limits={"deadline_seconds": 0.5})
    assert error.reason == Refusal.TIMEOUT
    assert time.monotonic() - started < 4


@pytest.mark.parametrize("path", ["/bomb", "/bomb-twice", "/endless"])
def test_no_more_is_unpacked_than_the_bound(tmp_path: Path, server: Hostile, path: str) -> None:
    """The bound holds after decompression, and memory with it."""
    tracemalloc.start()
    error = refusal(tmp_path, server, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.reason == Refusal.TOO_LARGE
    assert peak < 12_000_000


def test_ten_gigabytes_are_refused_before_the_first_byte(tmp_path: Path, server: Hostile) -> None:
    """A declared length over the bound is enough."""
    started = time.monotonic()
    assert refusal(tmp_path, server, "/ten-gigabytes").reason == Refusal.TOO_LARGE
    assert time.monotonic() - started < 10


def test_redirects_end(tmp_path: Path, server: Hostile) -> None:
    """After max_redirects hops there is no further request."""
    assert refusal(tmp_path, server, "/loop").reason == Refusal.REDIRECTS
    assert [path for path in server.asked if "loop" in path] == ["/loop", "/loop?n=1", "/loop?n=2", "/loop?n=3"]


def test_a_redirect_to_nowhere_is_worded(tmp_path: Path, server: Hostile) -> None:
    """A Location that is no address is a refusal like any other."""
    assert refusal(tmp_path, server, "/nowhere").reason == Refusal.SCHEME


@pytest.mark.parametrize(
    "where",
    [
        "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
        "http://127.0.0.1:9/", "http://localhost.test:9/", "http://[::1]:9/", "http://[::ffff:127.0.0.1]:9/",
        "http://2130706433:9/", "http://0x7f.1:9/", "http://0.0.0.0:9/", "http://[fe80::1]/", "http://[fd00::1]/",
        "http://[64:ff9b::a00:1]/", "http://100.64.0.1/", "http://private.test/", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_no_redirect_leads_to_an_address_that_is_not_public(tmp_path: Path, server: Hostile, where: str) -> None:
    """Asserted where the connection would be opened: the door saw loopback's allowed port and nothing else."""
    door = Door()
    resolve = names({"localhost.test": ["127.0.0.1"], "private.test": ["10.1.2.3"]})
    fetcher = make_fetcher(tmp_path, server.port, door=door, resolve=resolve)
    with pytest.raises(PageRefused) as caught:
        fetcher.get(f"{server.url}/to?u={quote(where)}")
    assert caught.value.reason == Refusal.PRIVATE_ADDRESS
    assert set(door.tried) == {("127.0.0.1", server.port)}


@pytest.mark.parametrize("where", ["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.org/", "javascript:1"])
def test_no_redirect_leaves_http(tmp_path: Path, server: Hostile, where: str) -> None:
    """Only http and https are followed."""
    assert refusal(tmp_path, server, f"/to?u={quote(where)}").reason == Refusal.SCHEME


def test_one_private_address_among_public_ones_is_refused(tmp_path: Path) -> None:
    """Which of them would be taken is not left to chance."""
    door = Door()
    fetcher = make_fetcher(tmp_path, door=door, resolve=names({"both.test": [PUBLIC, "127.0.0.1"]}))
    with pytest.raises(PageRefused) as caught:
        fetcher.get("http://both.test/")
    assert caught.value.reason == Refusal.PRIVATE_ADDRESS
    assert door.tried == []


def test_a_name_whose_answer_changes_gains_nothing(tmp_path: Path, server: Hostile) -> None:
    """The connection goes to the address that was checked; a later answer is checked again."""
    answers = [[PUBLIC], [PUBLIC], ["127.0.0.1"]]
    asked = []

    def resolve(host: str, port: int):
        asked.append(host)
        return names({"changing.test": answers[min(len(asked), 3) - 1]})(host, port)

    door = Door(leads_to={PUBLIC: server.port})
    fetcher = make_fetcher(tmp_path, door=door, resolve=resolve)
    assert fetcher.get("http://changing.test/one").snapshot.status == 200  # robots.txt, then the page
    assert door.tried == [(PUBLIC, 80), (PUBLIC, 80)]
    assert len(asked) == 2
    with pytest.raises(PageRefused) as caught:
        fetcher.get("http://changing.test/two")
    assert caught.value.reason == Refusal.PRIVATE_ADDRESS
    assert door.tried == [(PUBLIC, 80), (PUBLIC, 80)]


def test_the_door_holds_even_without_a_guard() -> None:
    """Were the guard broken, these tests would see it, and still no packet would leave the machine."""

    class NoGuard(Guard):
        def check(self, *_: object) -> None:
            return

    door = Door()
    exchange = Exchange(NoGuard(), user_agent="test", tally=Tally(), resolve=names({}), open_socket=door)
    with pytest.raises(PageRefused) as caught:
        exchange.ask(read_target("http://169.254.169.254/latest/"), {}, seconds=1, most_bytes=1000)
    assert door.tried == [("169.254.169.254", 80)]
    assert caught.value.reason == Refusal.UNREACHABLE


def test_another_host_cannot_send_us_into_an_allowed_one(tmp_path: Path, server: Hostile) -> None:
    """--allow-host is for addresses that the operator names, not for those that a page names."""
    with hostile() as inner:
        door = Door(leads_to={PUBLIC: server.port})
        fetcher = make_fetcher(tmp_path, inner.port, door=door, resolve=names({"news.test": [PUBLIC]}))
        with pytest.raises(PageRefused) as caught:
            fetcher.get(f"http://news.test/to?u={quote(inner.url + '/secret')}")
        assert caught.value.reason == Refusal.PRIVATE_ADDRESS
        assert inner.asked == []
        assert fetcher.get(inner.url + "/secret").snapshot.status == 200


def test_an_allowed_host_is_allowed_on_one_port_only(tmp_path: Path, server: Hostile) -> None:
    """HOST:PORT is meant as written."""
    with hostile() as other:
        fetcher = make_fetcher(tmp_path, server.port)
        with pytest.raises(PageRefused) as caught:
            fetcher.get(other.url)
        assert caught.value.reason == Refusal.PRIVATE_ADDRESS
        assert other.asked == []


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/picture", Refusal.NOT_TEXT), ("/program", Refusal.NOT_TEXT), ("/film", Refusal.NOT_TEXT),
        ("/not-gzip", Refusal.BAD_ANSWER), ("/broken-off", Refusal.UNREACHABLE), ("/garbage", Refusal.UNREACHABLE),
        ("/hangs-up", Refusal.UNREACHABLE), ("/endless-headers", Refusal.UNREACHABLE), ("/gone", Refusal.HTTP_STATUS),
    ],
)  # fmt: skip
def test_each_kind_of_nonsense_has_its_word(tmp_path: Path, server: Hostile, path: str, reason: Refusal) -> None:
    """Every failure is one of the closed reasons with a sentence, never another exception."""
    assert refusal(tmp_path, server, path).reason == reason


@pytest.mark.parametrize(
    "path", ["/wrong-charset", "/unknown-charset", "/cp1256", "/utf8-called-latin", "/broken-markup", "/deep"]
)
def test_pages_that_lie_or_are_broken_are_still_read(tmp_path: Path, server: Hostile, path: str) -> None:
    """Bytes decide the charset, and no markup is too broken for its text."""
    fetcher = make_fetcher(tmp_path, server.port)
    fetched = fetcher.get(server.url + path)
    page = extract_page(fetched.snapshot, fetcher.body(fetched.snapshot))
    assert "1869" in page.text
    assert "القناة" in page.text.replace("قناة السويس", "القناة")


def test_a_storm_of_429_is_waited_out_and_bounded(tmp_path: Path, server: Hostile) -> None:
    """Retry-After is kept to; after the attempts it is a TryLater, and no request more."""
    fetcher = make_fetcher(tmp_path, server.port, limits={"attempts": 2})
    started = time.monotonic()
    assert fetcher.get(f"{server.url}/storm?times=1&after=1").snapshot.status == 200
    assert time.monotonic() - started >= 0.95
    server.stormy = 0
    with pytest.raises(TryLater) as caught:
        fetcher.get(f"{server.url}/storm?times=99&after=1")
    assert caught.value.seconds == 1.0
    assert server.stormy == 2


def test_a_long_retry_after_is_told_and_not_slept(tmp_path: Path, server: Hostile) -> None:
    """An hour is for the next run, and until then nothing is asked of that host."""
    fetcher = make_fetcher(tmp_path, server.port, limits={"attempts": 5})
    with pytest.raises(TryLater) as caught:
        fetcher.get(f"{server.url}/storm?after=3600")
    assert caught.value.seconds == 3600
    with pytest.raises(TryLater):
        fetcher.get(f"{server.url}/page", purpose="api")
    assert server.stormy == 1


def test_robots_that_fails_keeps_us_out_and_one_that_is_missing_does_not(tmp_path: Path, server: Hostile) -> None:
    """RFC 9309: 5xx is a closed door, 4xx is none."""
    server.robots = lambda conn: plain(conn, b"", status="500 Oops")
    error = refusal(tmp_path / "a", server, "/page")
    assert error.reason == Refusal.ROBOTS
    assert server.asked == ["/robots.txt"]
    server.robots = lambda conn: plain(conn, b"", status="404 Not Found")
    assert make_fetcher(tmp_path / "b", server.port).get(server.url + "/page").snapshot.status == 200


def test_a_megabyte_of_robots_is_read_as_far_as_the_rule_says(tmp_path: Path, server: Hostile) -> None:
    """500 KiB count, the rest is ignored and not an error."""
    rules = b"User-agent: *\nDisallow: /closed\n" + b"# padding\n" * 110_000 + b"Disallow: /open\n"
    server.robots = lambda conn: plain(conn, rules, kind="text/plain")
    assert refusal(tmp_path, server, "/closed").reason == Refusal.ROBOTS
    assert make_fetcher(tmp_path, server.port).get(server.url + "/open").snapshot.status == 200


def test_a_robots_that_drips_is_a_timeout(tmp_path: Path, server: Hostile) -> None:
    """The deadline holds for robots.txt too, and the reason is that nobody answered."""
    server.robots = lambda conn: server.do_drip_body(conn, {})
    assert refusal(tmp_path, server, "/page", limits={"deadline_seconds": 0.4}).reason == Refusal.TIMEOUT


def test_a_host_that_never_answers_is_not_asked_for_ever(tmp_path: Path, server: Hostile) -> None:
    """After dead_after silences in a row a run stops waiting for it."""
    fetcher = make_fetcher(tmp_path, server.port, limits={"deadline_seconds": 0.2, "dead_after": 2})
    reasons = []
    for number in range(4):
        with pytest.raises(PageRefused) as caught:
            fetcher.get(f"{server.url}/silence?{number}", purpose="api")
        reasons.append(caught.value.reason)
    assert reasons == ["timeout", "timeout", "unreachable", "unreachable"]
    assert len(server.asked) == 2


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are_public(ip: str) -> None:
    """The guard is not a wall."""
    assert is_public(ip)


def test_the_adapter_is_the_only_way_out(tmp_path: Path) -> None:
    """No proxy of the environment and no scheme goes around the guard."""
    fetcher = make_fetcher(tmp_path)
    session = fetcher._exchange._session
    assert not session.trust_env
    assert all(isinstance(adapter, GuardedAdapter) for adapter in session.adapters.values())
