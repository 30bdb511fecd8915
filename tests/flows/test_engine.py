"""One Prefect server for all runs of a machine: started once, reused, gone when idle."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from flows.engine import Engine, _answers, stop_engine
from flows.errors import EngineFailed


def test_a_second_engine_reuses_the_first_ones_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seconds of a start are paid once."""
    monkeypatch.setattr(os, "environ", os.environ.copy())
    try:
        first = Engine("", tmp_path, idle_minutes=5).url()
        began = time.monotonic()
        second = Engine("", tmp_path, idle_minutes=5).url()
        assert second == first
        assert time.monotonic() - began < 2
    finally:
        assert stop_engine(tmp_path)


def test_an_idle_server_stops_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's single check leaves nothing behind for long."""
    monkeypatch.setattr(os, "environ", os.environ.copy())
    url = Engine("", tmp_path, idle_minutes=0.03).url()
    until = time.monotonic() + 40
    while time.monotonic() < until:
        try:
            requests.get(f"{url}/health", timeout=1)
        except requests.ConnectionError:
            break
        time.sleep(0.5)
    else:
        pytest.fail("the idle server still answers after 40 seconds")
    assert not (tmp_path / "engine.json").exists()


def test_a_server_that_came_up_slowly_is_not_idle(tmp_path: Path) -> None:
    """On a busy machine more than the idle time may pass before anybody can use it."""
    used = tmp_path / "last-used"
    used.touch()
    os.utime(used, (time.time() - 3600, time.time() - 3600))
    server = subprocess.Popen(
        [sys.executable, "-m", "flows.engine_server", str(tmp_path), "20"],
        env=os.environ | {"PREFECT_HOME": str(tmp_path)}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until = time.monotonic() + 120
        while not (tmp_path / "engine.json").exists() and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(3)
        assert server.poll() is None
        assert _answers(json.loads((tmp_path / "engine.json").read_text())["url"])
    finally:
        server.kill()
        server.wait()


def test_a_server_whose_folder_is_gone_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody could find it again, so it must not run for ever."""
    monkeypatch.setattr(os, "environ", os.environ.copy())
    home = tmp_path / "engine"
    url = Engine("", home, idle_minutes=5).url()
    pid = int(json.loads((home / "engine.json").read_text())["pid"])
    shutil.rmtree(home, ignore_errors=True)
    until = time.monotonic() + 40
    while _answers(url) and time.monotonic() < until:
        time.sleep(0.5)
    stopped = not _answers(url)
    if not stopped:
        os.kill(pid, 9)
    assert stopped


def test_two_processes_that_start_at_once_share_one_server(tmp_path: Path) -> None:
    """Whoever is second waits for the first one's."""
    script = (
        "import sys; from pathlib import Path; from flows.engine import Engine;"
        "print(Engine('', Path(sys.argv[1]), 5).url())"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    try:
        urls = {process.communicate(timeout=120)[0].strip() for process in both}
        assert len(urls) == 1
        assert urls != {""}
    finally:
        stop_engine(tmp_path)


def test_an_address_where_nothing_answers_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next step is named."""
    monkeypatch.setattr(os, "environ", os.environ.copy())
    with pytest.raises(EngineFailed, match="setting 'engine'"):
        Engine("http://127.0.0.1:9/api", tmp_path, 1).url()
