"""How politely sites are asked: robots, pace over all workers, freshness, conditions, counts."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from evidence.errors import PageRefused, TryLater
from evidence.fetch.pacing import ANONYMOUS_WIKIMEDIA, NAMED_WIKIMEDIA, Pace
from evidence.robots import read_rules
from tests.evidence.hostile_server import Hostile, hostile, make_fetcher, plain

PATIENT = {"deadline_seconds": 60.0, "max_wait_seconds": 60.0}


@pytest.fixture
def server() -> Iterator[Hostile]:
    with hostile() as running:
        yield running


def test_eight_workers_stay_under_the_rate_of_a_host(tmp_path: Path, server: Hostile) -> None:
    """Thirty pages at 10 a second by 8 threads: never more than 10 reach the server in any second."""
    fetcher = make_fetcher(tmp_path, server.port, rate=10.0, limits=PATIENT)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: fetcher.get(f"{server.url}/page?{number}"), range(30)))
    assert len(server.times) == 31  # robots.txt once, for all of them
    assert most_in_a_second(server) <= 10


def most_in_a_second(server: Hostile) -> int:
    """The most requests that came within one second, wherever it begins."""
    times = sorted(at for at, _ in server.times)
    return max(sum(begin <= at < begin + 1 for at in times) for begin in times)


def test_turns_are_apart_however_late_their_takers_wake(tmp_path: Path) -> None:
    """A busy machine lets sleepers oversleep; the next turn is counted from the one that was taken."""
    clock, late = [1000.0], iter([0.0, 0.9, 0.0, 1.7, 0.3, 0.0] * 10)
    lock, taken = threading.Lock(), []

    def sleep(seconds: float) -> None:
        with lock:
            clock[0] += seconds + next(late)

    pace = Pace(tmp_path, rate=1.0, now=lambda: clock[0], sleep=sleep, max_wait=600.0)
    for _ in range(10):
        with pace.turn("a.example:80"):
            taken.append(clock[0])
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(taken))


WORKER = """
import sys
from pathlib import Path
from tests.evidence.hostile_server import make_fetcher
folder, port, name = sys.argv[1:]
fetcher = make_fetcher(Path(folder), int(port), rate=10.0, limits={"deadline_seconds": 60.0, "max_wait_seconds": 60.0})
for number in range(5):
    fetcher.get(f"http://127.0.0.1:{port}/page?{name}-{number}", purpose="api")
"""


def test_processes_of_a_machine_share_the_rate(tmp_path: Path, server: Hostile) -> None:
    """Three processes with one folder of locks are as slow together as one."""
    arguments = [sys.executable, "-c", WORKER, str(tmp_path), str(server.port)]
    workers = [subprocess.Popen([*arguments, name]) for name in "abc"]
    assert [worker.wait(60) for worker in workers] == [0, 0, 0]
    assert len(server.times) == 15
    assert most_in_a_second(server) <= 10


def test_hosts_do_not_wait_for_each_other(tmp_path: Path, server: Hostile) -> None:
    """The rate is a host's own."""
    with hostile() as other:
        fetcher = make_fetcher(tmp_path, server.port, other.port, rate=0.1)
        started = time.monotonic()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda url: fetcher.get(url, purpose="api"), [server.url, other.url]))
        assert time.monotonic() - started < 9


def test_never_more_than_so_many_at_once(tmp_path: Path, server: Hostile) -> None:
    """A slow host is not asked by all workers at once, however high its rate."""
    now, most, lock = 0, 0, threading.Lock()

    def slow(conn, _):
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.1)
        with lock:
            now -= 1
        plain(conn, b"<p>slow</p>")

    server.do_slow = slow  # type: ignore[attr-defined]
    fetcher = make_fetcher(tmp_path, server.port, limits={"parallel_per_host": 2})
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: fetcher.get(f"{server.url}/slow?{number}", purpose="api"), range(8)))
    assert most == 2


def test_a_crawl_delay_slows_us_down(tmp_path: Path, server: Hostile) -> None:
    """What robots.txt asks for wins over a faster rate of our own."""
    server.robots = lambda conn: plain(conn, b"User-agent: tabayyun\nCrawl-delay: 0.4\n", kind="text/plain")
    fetcher = make_fetcher(tmp_path, server.port)
    started = time.monotonic()
    for number in range(3):
        fetcher.get(f"{server.url}/page?{number}")
    assert time.monotonic() - started >= 0.8


def test_robots_txt_is_asked_for_first_and_once(tmp_path: Path, server: Hostile) -> None:
    """One request for the rules of a host, then the pages; closed ones are never requested."""
    server.robots = lambda conn: plain(conn, "User-agent: *\nDisallow: /أرشيف/\n".encode(), kind="text/plain")
    fetcher = make_fetcher(tmp_path, server.port)
    fetcher.get(server.url + "/open")
    with pytest.raises(PageRefused) as caught:
        fetcher.get(server.url + "/أرشيف/١")
    assert caught.value.reason == "robots"
    assert server.asked == ["/robots.txt", "/open"]


def test_robots_names_us_by_our_own_name() -> None:
    """A rule for our name goes before the rule for all; longer matches win."""
    rules = read_rules(200, b"User-agent: *\nDisallow: /\n\nUser-agent: Tabayyun\nDisallow: /a\nAllow: /a/b\n")
    assert rules.allows("https://e.example/x")
    assert not rules.allows("https://e.example/a/c")
    assert rules.allows("https://e.example/a/b/c")


def test_we_say_who_we_are(tmp_path: Path, server: Hostile) -> None:
    """Our own name and the operator's contact; no browser's name, no cookies."""
    fetcher = make_fetcher(tmp_path, server.port, contact="desk@paper.example")
    fetcher.get(server.url + "/page")
    assert {head["user-agent"] for head in server.heads} == {"Tabayyun/0.1 (desk@paper.example)"}
    assert all("cookie" not in head for head in server.heads)


def test_a_rerun_within_freshness_makes_no_request(tmp_path: Path, server: Hostile) -> None:
    """Pages and refusals by status alike come from the snapshots."""
    first = make_fetcher(tmp_path, server.port)
    urls = [f"{server.url}/page?{number}" for number in range(5)] + [f"{server.url}/etag"]
    for url in urls:
        first.get(url)
    with pytest.raises(PageRefused):
        first.get(server.url + "/gone")
    asked = len(server.asked)
    again = make_fetcher(tmp_path, server.port)
    assert all(again.get(url).from_cache for url in urls)
    with pytest.raises(PageRefused) as caught:
        again.get(server.url + "/gone")
    assert caught.value.reason == "http_status"
    assert len(server.asked) == asked
    assert again.counts().requests == 0
    assert again.counts().from_cache == 7


def test_after_freshness_only_conditions_are_sent(tmp_path: Path, server: Hostile) -> None:
    """An unchanged page costs a 304 and keeps its snapshot; and counts as checked anew."""
    first = make_fetcher(tmp_path, server.port).get(server.url + "/etag").snapshot
    stale = make_fetcher(tmp_path, server.port, freshness=timedelta(0))
    second = stale.get(server.url + "/etag")
    assert second.snapshot == first
    assert second.from_cache
    assert stale.counts().unchanged == 1
    assert server.heads[-1]["if-none-match"] == '"v1"'
    assert server.heads[-1]["if-modified-since"] == "Fri, 28 Mar 2025 10:00:00 GMT"
    checked = stale.snapshots.checked_at(first.url)
    assert checked is not None
    assert checked > first.fetched_at


def test_two_workers_that_want_one_page_make_one_request(tmp_path: Path, server: Hostile) -> None:
    """The second waits for the first one's snapshot."""
    fetcher = make_fetcher(tmp_path, server.port)
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: fetcher.get(server.url + "/page"), range(8)))
    assert len({one.snapshot.id for one in got}) == 1
    assert server.asked == ["/robots.txt", "/page"]


def test_one_429_holds_up_all_workers(tmp_path: Path, server: Hostile) -> None:
    """Retry-After is written where everybody looks before asking, another process included."""
    with pytest.raises(TryLater):
        make_fetcher(tmp_path, server.port).get(f"{server.url}/storm?after=1", purpose="api")
    make_fetcher(tmp_path, server.port).get(f"{server.url}/page", purpose="api")
    (storm, _), (page, _) = server.times
    assert page - storm > 0.9


def test_a_wait_beyond_patience_takes_no_turn(tmp_path: Path) -> None:
    """Whoever will not wait does not push those back who do."""
    pace = Pace(tmp_path, rate=1.0, max_wait=1.0)
    pace.hold("slow.example:80", 30)
    with pytest.raises(TryLater) as caught, pace.turn("slow.example:80"):
        pass
    assert 28 < caught.value.seconds <= 30
    with pytest.raises(TryLater) as again, pace.turn("slow.example:80"):
        pass
    assert again.value.seconds <= caught.value.seconds


@pytest.mark.parametrize("damage", ["", "not a number", "nan", "1e300"])
def test_a_damaged_lock_file_stops_nobody(tmp_path: Path, damage: str) -> None:
    """A turn is taken whatever stands in the file."""
    pace = Pace(tmp_path, rate=100.0)
    with pace.turn("a.example:80"):
        pass
    next(tmp_path.glob("*.turn")).write_text(damage)
    started = time.monotonic()
    with pace.turn("a.example:80"):
        assert time.monotonic() - started < 1


def test_wikimedia_is_one_host_with_its_own_pace(tmp_path: Path) -> None:
    """Under ten requests a minute without a contact, over all projects together; 200 with one."""
    nobody, somebody = Pace(tmp_path), Pace(tmp_path, has_contact=True)
    assert nobody.interval("ar.wikipedia.org:443") == ANONYMOUS_WIKIMEDIA > 6
    assert somebody.interval("en.wikipedia.org:443") == NAMED_WIKIMEDIA > 60 / 200
    assert nobody._key("ar.wikipedia.org:443") == nobody._key("www.wikidata.org:443")
    assert nobody.interval("notwikipedia.org:443") == 1.0
    assert somebody.interval("api.gdeltproject.org:443") == 5.0
    rated = Pace(tmp_path, host_rates={"en.wikipedia.org": 100.0})
    assert rated.interval("en.wikipedia.org:443") == ANONYMOUS_WIKIMEDIA
