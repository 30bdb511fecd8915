"""Schedules on one machine, against a real Prefect server that this file starts."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from evidence.store import open_store
from evidence.store.watches import Look, add_watch, note_look, watch_at
from tests.flows.served import ROOT, prefect_server, serving, states, until


def test_a_scheduled_run_appears_and_runs(tmp_path: Path) -> None:
    """The silent failure of schedules with a wrong SQLAlchemy is seen here first."""
    (tmp_path / "articles").mkdir()
    store = open_store(tmp_path / "desk.duckdb")
    watch = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=10)
    with prefect_server(tmp_path / "prefect") as server, serving(tmp_path, server) as process:
        until(lambda: "Completed" in states(server, watch.id) or process.poll() is not None, 90)
        assert watch_at(store, watch.id).looked_at is not None


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
