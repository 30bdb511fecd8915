"""What happens to scheduled runs that overlap, are cancelled or meet a fault, against a real Prefect server."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests

from benchmarks.soak.tables import doubled
from evidence.store import open_store
from evidence.store.watches import add_watch, seen, set_state
from tests.flows.served import begin_run, prefect_server, runs_of, serving, states, until

pytestmark = pytest.mark.system
ARTICLES = 6


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with prefect_server(tmp_path_factory.mktemp("prefect")) as url:
        yield url


@contextmanager
def slow_site(*, seconds: float, busy: int = 0) -> Iterator[str]:
    """The address of a site that takes its time for each article and is busy for the first requests of its feed."""
    asked: Counter[str] = Counter()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked[self.path] += 1
            base = f"http://{self.headers['Host']}"
            if self.path == "/robots.txt":
                self.answer(200, "User-agent: *\nAllow: /\n", "text/plain")
            elif self.path == "/feed" and asked[self.path] <= busy:
                self.answer(503, "later", "text/plain")
            elif self.path == "/feed":
                items = "".join(
                    f"<item><link>{base}/news/{number}</link><pubDate>2025-03-1{number}</pubDate></item>"
                    for number in range(ARTICLES)
                )
                whole = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
                self.answer(200, whole, "application/rss+xml")
            else:
                time.sleep(seconds)
                year = 1950 + int(self.path[-1])
                text = f"<p>The bridge of Salim was opened in {year}. Its tower is {year - 1900} metres high.</p>"
                page = (
                    f'<html lang="en"><head><title>Bridge {year}</title></head><body><main>{text}</main></body></html>'
                )
                self.answer(200, page, "text/html; charset=utf-8")

        def answer(self, status: int, text: str, kind: str) -> None:
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.daemon_threads = True
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{site.server_port}"
    finally:
        site.shutdown()
        site.server_close()


def settings_for(site: str) -> str:
    """Lines of a settings file with which this site may be read at full pace."""
    return f'allow_hosts = ["{site.removeprefix("http://")}"]\nrequests_per_second = 200.0'


def test_an_overlapping_start_is_dropped_and_a_cancelled_run_leaves_the_store_whole(
    tmp_path: Path, server: str
) -> None:
    """What was finished stays, nothing is stored by halves, and the next start goes on from there."""
    store = open_store(tmp_path / "desk.duckdb")
    with slow_site(seconds=6) as site:
        watch = add_watch(store, f"{site}/feed", kind="feed", every_seconds=10)

        def running() -> list[dict[str, Any]]:
            return [run for run in runs_of(server, watch.id) if run["state_name"] == "Running"]

        with serving(tmp_path, server, settings_for(site)):
            until(lambda: running() and seen(store, watch.id), 180)
            until(lambda: "Cancelled" in states(server, watch.id), 60)
            (at_work,) = running()
            set_state(store, watch.id, "paused")
            body = {"state": {"type": "CANCELLING", "name": "Cancelling"}}
            requests.post(f"{server}/flow_runs/{at_work['id']}/set_state", json=body, timeout=20).raise_for_status()
            until(lambda: _state(server, at_work["id"]) == "CANCELLED", 120)
            before = len(seen(store, watch.id))
            assert 0 < before < ARTICLES
            checks = "SELECT (SELECT count(*) FROM article_check), (SELECT count(*) FROM articles)"
            assert store.query(checks)[1] == [(before, before)]
            set_state(store, watch.id, "active")
            until(lambda: len(seen(store, watch.id)) == ARTICLES, 240)
    assert store.query(checks)[1] == [(ARTICLES, ARTICLES)]
    assert doubled(store.path) == {}
    ended = {row[0] for row in store.query("SELECT status FROM runs WHERE command = 'watch'")[1]}
    assert ended & {"cancelled", "killed"}


def test_a_passing_fault_is_tried_again_and_a_lasting_one_is_not(tmp_path: Path, server: str) -> None:
    """A busy site is asked again after a while; a folder that is gone is told at once."""
    store = open_store(tmp_path / "desk.duckdb")
    (tmp_path / "articles").mkdir()
    with slow_site(seconds=0, busy=4) as site:
        busy = add_watch(store, f"{site}/feed", kind="feed", every_seconds=3600)
        gone = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=3600)
        (tmp_path / "articles").rmdir()
        with serving(tmp_path, server, settings_for(site)):
            for watch in (busy, gone):
                until(lambda watch=watch: runs_of(server, watch.id), 90)
                begin_run(server, runs_of(server, watch.id)[0]["deployment_id"])
            until(lambda: "Completed" in states(server, busy.id), 180)
            until(lambda: "Failed" in states(server, gone.id), 90)
            until(lambda: _tries(server, busy.id, "Completed") == [2], 60)
            assert _tries(server, gone.id, "Failed") == [1]
    assert len(seen(store, busy.id)) == ARTICLES


def _state(server: str, run_id: str) -> str:
    return str(requests.get(f"{server}/flow_runs/{run_id}", timeout=20).json()["state_type"])


def _tries(server: str, watch_id: str, state: str) -> list[int]:
    """How often the look of each run that ended so was begun."""
    ids = [run["id"] for run in runs_of(server, watch_id) if run["state_name"] == state]
    wanted = {"flow_runs": {"id": {"any_": ids}}}
    found = requests.post(f"{server}/task_runs/filter", json=wanted, timeout=20).json()
    return [run["run_count"] for run in found if run["name"].startswith("look")]
