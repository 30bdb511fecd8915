"""Schedules on one machine over a longer time, against a real Prefect server that this file starts."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests

from evidence.store import open_store
from evidence.store.watches import add_watch, set_state
from tests.flows.served import begin_run, environment, prefect_server, runs_of, serving, states, until
from tests.flows.test_notify import move

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with prefect_server(tmp_path_factory.mktemp("prefect")) as url:
        yield url


def test_a_watch_is_taken_up_paused_and_dropped_while_serving(tmp_path: Path, server: str) -> None:
    """The store says what is watched; nobody restarts anything."""
    (tmp_path / "articles").mkdir()
    store = open_store(tmp_path / "desk.duckdb")
    with serving(tmp_path, server):
        until(lambda: b"Serving" in (tmp_path / "serve.log").read_bytes(), 60)
        watch = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=10)
        until(lambda: "Completed" in states(server, watch.id), 90)
        set_state(store, watch.id, "paused")
        until(lambda: not [each for each in states(server, watch.id) if each in ("Scheduled", "Late")], 90)
        set_state(store, watch.id, "active")
        until(lambda: "Scheduled" in states(server, watch.id), 90)
        set_state(store, watch.id, "removed")
        until(lambda: not [each for each in states(server, watch.id) if each in ("Scheduled", "Late")], 90)


def test_of_the_starts_that_were_missed_one_is_made_up_for(tmp_path: Path, server: str) -> None:
    """Prefect would run them all, oldest first; one look finds everything."""
    (tmp_path / "articles").mkdir()
    store = open_store(tmp_path / "desk.duckdb")
    watch = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=3600)
    with serving(tmp_path, server) as process:
        until(lambda: "Scheduled" in states(server, watch.id) or process.poll() is not None, 60)
    planned = runs_of(server, watch.id)
    deployment = planned[0]["deployment_id"]
    late = [datetime.now(UTC) - timedelta(hours=hours) for hours in (5, 4, 3, 2, 1)]
    for moment in late:  # as a server that went on while nothing served would have left them
        body = {
            "parameters": planned[0]["parameters"],
            "state": {"type": "SCHEDULED", "state_details": {"scheduled_time": moment.isoformat()}},
        }
        begin_run(server, deployment, body)
    at_work = {"parameters": planned[0]["parameters"], "state": {"type": "RUNNING"}}
    running = begin_run(server, deployment, at_work)  # the one that was at work when the machine lost its power
    with serving(tmp_path, server):
        until(lambda: states(server, watch.id).count("Completed") == 1, 60)
    ended = states(server, watch.id)
    assert ended.count("Completed") == 1
    assert ended.count("Cancelled") == len(late) - 1
    assert next(run for run in runs_of(server, watch.id) if run["id"] == running["id"])["state_name"] == "Crashed"


def test_a_store_is_served_once(tmp_path: Path, server: str) -> None:
    """Two would look at everything twice."""
    open_store(tmp_path / "desk.duckdb").close()
    with serving(tmp_path, server) as first:
        until(lambda: b"Serving" in (tmp_path / "serve.log").read_bytes(), 60)
        second = subprocess.run(
            [sys.executable, "-m", "flows", "serve", "--store", str(tmp_path / "desk.duckdb")],
            cwd=tmp_path,
            env=environment(tmp_path / "home", server),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert second.returncode == 2
        assert "already runs" in second.stderr
        assert first.poll() is None


TELLING = """
import sys
from pathlib import Path
from prefect import flow
from flows.notify import tell
from flows.settings import load_settings
from flows.wiring import Parts

@flow
def telling():
    tell(Parts(load_settings(store=Path(sys.argv[1]), sources=[])))

telling()
"""


def test_a_run_leaves_its_table_and_the_changed_verdicts_with_the_engine(tmp_path: Path, server: str) -> None:
    """Artifacts show the last runs and what moved; each change is an event, once."""
    store = open_store(tmp_path / "desk.duckdb")
    move(store)
    done = subprocess.run(
        [sys.executable, "-c", TELLING, str(tmp_path / "desk.duckdb")],
        env=environment(tmp_path / "home", server),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = requests.post(f"{server}/artifacts/filter", json={}, timeout=20).json()
    kept = {artifact["key"]: artifact["data"] for artifact in found}
    assert {"tabayyun-runs", "tabayyun-changes"} <= set(kept)
    assert "supported → refuted" in kept["tabayyun-changes"]
    asked = {"filter": {"event": {"name": ["tabayyun.verdict.changed"]}}}
    until(lambda: requests.post(f"{server}/events/filter", json=asked, timeout=20).json()["total"] == 1, 60)
