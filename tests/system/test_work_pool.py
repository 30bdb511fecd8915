"""The deployments of prefect.yaml on a process work pool, with a real server and a real worker."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from evidence.store import open_store
from evidence.store.watches import add_watch, seen, watch_at
from tests.flows.served import ROOT, begin_run, environment, flow_runs, prefect_server, until

pytestmark = pytest.mark.system


def test_a_worker_runs_what_prefect_yaml_deploys(tmp_path: Path) -> None:
    """The commands of docs/scaling.md, in their order: a pool, the deployments, a worker; then a look is taken."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(
        "The bridge\n\nSalim, 10 March 2025\n\nIt was opened in 1932.\n", "utf-8"
    )
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "bridge.txt").write_text("The bridge was opened in 1932.", "utf-8")
    config = tmp_path / "desk.toml"
    config.write_text(f'embedder = "none"\nsources = []\nlibrary = "{tmp_path / "pages"}"\n', "utf-8")
    store = open_store(tmp_path / "desk.duckdb")
    watch = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=10)
    with prefect_server(tmp_path / "prefect") as url:
        known = environment(
            tmp_path / "home", url, TABAYYUN_HOME=str(ROOT), TABAYYUN_STORE=str(store.path), TABAYYUN_CONFIG=str(config)
        )

        def prefect(*words: str) -> list[str]:
            return [sys.executable, "-m", "prefect", *words]

        for words in (("work-pool", "create", "tabayyun", "--type", "process"), ("--no-prompt", "deploy", "--all")):
            done = subprocess.run(prefect(*words), cwd=ROOT, env=known, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
        start = prefect("worker", "start", "--pool", "tabayyun", "--limit", "2")
        worker = subprocess.Popen(start, cwd=tmp_path, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            deployment = requests.get(f"{url}/deployments/name/watches/watches", timeout=20).json()
            assert deployment["schedules"][0]["schedule"]["cron"] == "*/5 * * * *"
            begun = begin_run(url, deployment["id"])

            def state() -> str:
                return str(next(run["state_type"] for run in flow_runs(url) if run["id"] == begun["id"]))

            until(lambda: state() in ("COMPLETED", "FAILED", "CRASHED"), 180)
            assert state() == "COMPLETED"
        finally:
            worker.send_signal(signal.SIGINT)
            try:
                worker.wait(30)
            except subprocess.TimeoutExpired:  # a shell that runs this in the background has it ignore the interrupt
                worker.kill()
                worker.wait()
    assert watch_at(store, watch.id).looked_at is not None
    assert [entry.state for entry in seen(store, watch.id).values()] == ["checked"]
