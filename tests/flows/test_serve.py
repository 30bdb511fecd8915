"""Schedules on one machine, against a real Prefect server that this file starts."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from evidence.store import open_store
from evidence.store.watches import Look, add_watch, note_look, set_state, watch_at
from tests.flows.served import ROOT, environment, flow_runs, prefect_server, until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with prefect_server(tmp_path_factory.mktemp("prefect")) as url:
        yield url


@contextmanager
def serving(desk: Path, url: str) -> Iterator[subprocess.Popen[bytes]]:
    """`tabayyun serve` as a person starts it."""
    config = desk / "tabayyun.toml"
    config.write_text(
        'embedder = "none"\nsources = []\nlibrary = "pages"\nrefresh_cron = ""\ndigest_cron = ""\n', "utf-8"
    )
    (desk / "pages").mkdir(exist_ok=True)
    with (desk / "serve.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows", "serve", "--store", str(desk / "desk.duckdb"), "--config", str(config)],
            cwd=desk,
            env=environment(desk / "home", url),
            stdout=log,
            stderr=log,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()


def runs_of(url: str, watch_id: str) -> list[dict[str, Any]]:
    return [run for run in flow_runs(url) if run["parameters"].get("watch_id") == watch_id]


def states(url: str, watch_id: str) -> list[str]:
    return [run["state_name"] for run in runs_of(url, watch_id)]


def test_a_scheduled_run_appears_and_runs(tmp_path: Path, server: str) -> None:
    """The silent failure of schedules with a wrong SQLAlchemy is seen here first."""
    (tmp_path / "articles").mkdir()
    store = open_store(tmp_path / "desk.duckdb")
    watch = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=10)
    with serving(tmp_path, server):
        until(lambda: "Completed" in states(server, watch.id), 90)
        assert watch_at(store, watch.id).looked_at is not None
        later = add_watch(store, str(tmp_path), kind="folder", every_seconds=10)
        until(lambda: "Completed" in states(server, later.id), 60)  # taken up while serving
        set_state(store, watch.id, "paused")
        until(lambda: not [each for each in states(server, watch.id) if each in ("Scheduled", "Late")], 60)
        set_state(store, later.id, "removed")
        until(lambda: not [each for each in states(server, later.id) if each in ("Scheduled", "Late")], 60)


def test_of_the_starts_that_were_missed_one_is_made_up_for(tmp_path: Path, server: str) -> None:
    """Prefect would run them all, oldest first; one look finds everything."""
    (tmp_path / "articles").mkdir()
    store = open_store(tmp_path / "desk.duckdb")
    watch = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=3600)
    with serving(tmp_path, server):
        until(lambda: "Scheduled" in states(server, watch.id), 60)
    planned = runs_of(server, watch.id)
    deployment = planned[0]["deployment_id"]
    late = [datetime.now(UTC) - timedelta(hours=hours) for hours in (5, 4, 3, 2, 1)]
    import requests

    for moment in late:  # as a server that went on while nothing served would have left them
        body = {
            "parameters": planned[0]["parameters"],
            "state": {"type": "SCHEDULED", "state_details": {"scheduled_time": moment.isoformat()}},
        }
        answer = requests.post(f"{server}/deployments/{deployment}/create_flow_run", json=body, timeout=20)
        assert answer.ok, answer.text
    running = requests.post(
        f"{server}/deployments/{deployment}/create_flow_run",
        json={"parameters": planned[0]["parameters"], "state": {"type": "RUNNING"}},
        timeout=20,
    ).json()  # the one that was at work when the machine lost its power
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


def test_a_run_that_was_due_before_the_last_look_does_nothing(tmp_path: Path) -> None:
    """Whatever waited in the queue, it would find nothing new."""
    store = open_store(tmp_path / "desk.duckdb")
    watch = add_watch(store, str(tmp_path), kind="folder", every_seconds=60)
    note_look(store, Look(watch_id=watch.id, run_id="", entries=0, checked=0, unchanged=0, failed=0))
    looked = watch_at(store, watch.id).looked_at
    assert looked is not None
    assert looked > datetime.now(UTC) - timedelta(minutes=1)


def test_runs_whose_process_was_killed_are_marked_so(tmp_path: Path) -> None:
    """The lock of a run goes with its process; its row says `killed` from the next start on."""
    script = (
        "import sys, os, signal; from pathlib import Path; from evidence.store import open_store;"
        "from flows.alive import at_work; s = open_store(Path(sys.argv[1]), review=False);"
        "r = s.start_run(code_version='1', config_sha256='', embedder='', embedder_sha256='', judge='', judge_sha256='');"
        "c = at_work(s, r.id); c.__enter__(); print(r.id, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    from flows.alive import at_work, close_killed

    path = tmp_path / "desk.duckdb"
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ
    )
    store = open_store(path)
    alive = store.start_run(
        code_version="1", config_sha256="", embedder="", embedder_sha256="", judge="", judge_sha256=""
    )
    with at_work(store, alive.id):
        assert close_killed(store) == [done.stdout.strip()]
    assert close_killed(store) == []
    rows = dict(store.query("SELECT run_id, status FROM runs")[1])
    assert rows == {done.stdout.strip(): "killed", alive.id: "running"}
