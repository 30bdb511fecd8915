"""What the tests of schedules share: a real Prefect server of its own, and a desk with a store."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from flows.engine import ENVIRONMENT

ROOT = Path(__file__).resolve().parents[2]


def environment(home: Path, url: str = "", **more: str) -> dict[str, str]:
    """The environment of a process that must not see this machine's own settings or servers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TABAYYUN_", "PREFECT_"))}
    ours = {"PYTHONPATH": str(ROOT), "PREFECT_HOME": str(home), "TABAYYUN_ENGINE_HOME": str(home), **ENVIRONMENT}
    if url:
        ours |= {"PREFECT_API_URL": url, "TABAYYUN_ENGINE": url}
    return {**kept, **ours, **more}


@contextmanager
def prefect_server(home: Path, **more: str) -> Iterator[str]:
    """The address of the API of a server that lives as long as the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home.mkdir(parents=True, exist_ok=True)
    url = f"http://127.0.0.1:{port}/api"
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui"],
            env=environment(home, **more),
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            until(lambda: _answers(url) or process.poll() is not None, 300)
            assert process.poll() is None, (home / "server.log").read_text()[-3000:]
            yield url
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def until(true: Callable[[], Any], seconds: float) -> Any:
    """What `true` came to; fails when it does not within these seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.25)
    raise AssertionError(f"not within {seconds} seconds")


@contextmanager
def serving(desk: Path, url: str, more: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """`tabayyun serve` as a person starts it; `more` are lines of its settings file."""
    config = desk / "tabayyun.toml"
    config.write_text(
        f'embedder = "none"\nsources = []\nlibrary = "pages"\nrefresh_cron = ""\ndigest_cron = ""\n{more}\n', "utf-8"
    )
    (desk / "pages").mkdir(exist_ok=True)
    (desk / "pages" / "bridge.txt").write_text("The bridge was opened in 1932.", "utf-8")
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


def flow_runs(url: str, **wanted: Any) -> list[dict[str, Any]]:
    """The flow runs that the server knows, oldest first."""
    body = {"sort": "EXPECTED_START_TIME_ASC", "limit": 200, **wanted}
    return list(requests.post(f"{url}/flow_runs/filter", json=body, timeout=20).json())


def _answers(url: str) -> bool:
    try:
        return requests.get(f"{url}/health", timeout=2).ok
    except requests.RequestException:
        return False


def begin_run(server: str, deployment: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """A run of a deployment, asked for as Prefect's own client does: a server that is busy for a moment answers 503."""
    again = Retry(total=6, status_forcelist=[503], allowed_methods=None, backoff_factor=0.5)
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=again))
        answer = session.post(f"{server}/deployments/{deployment}/create_flow_run", json=body or {}, timeout=20)
    assert answer.ok, answer.text
    begun: dict[str, Any] = answer.json()
    return begun
