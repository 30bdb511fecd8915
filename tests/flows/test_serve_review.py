"""The command that serves the review page: whom it lets in, and what it says when it cannot listen."""

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from flows.errors import BadInput
from flows.serve_review import run_review
from tests.review.desks import Checked, checked


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    monkeypatch.chdir(tmp_path)
    return checked(tmp_path)


def test_others_are_let_in_only_with_a_token(desk: Checked) -> None:
    """What to set is said."""
    with pytest.raises(BadInput, match="TABAYYUN_TOKEN"):
        run_review(host="0.0.0.0", port=0, by="Mona", store=desk.store.path, config=None)


def test_a_port_that_is_taken_is_named(desk: Checked) -> None:
    """And how to get a free one."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"127.0.0.1:{port} cannot be listened on"):
            run_review(host="127.0.0.1", port=port, by=None, store=desk.store.path, config=None)


def test_a_page_without_a_store_is_refused(tmp_path: Path) -> None:
    """Reviewing never makes a store."""
    with pytest.raises(BadInput, match="There is no store"):
        run_review(host="127.0.0.1", port=0, by=None, store=tmp_path / "no.duckdb", config=None)


def test_the_command_prints_its_address_and_answers(desk: Checked) -> None:
    """As a person starts it."""
    command = [sys.executable, "-m", "flows", "review", "--port", "0", "--store", str(desk.store.path), "--by", "Mona"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=desk.store.folder, env=_env(root)) as served:
        try:
            assert served.stdout is not None
            address = served.stdout.readline().split()[0]
            with urllib.request.urlopen(address, timeout=20) as answer:
                assert desk.claims[0].id in answer.read().decode()
        finally:
            served.terminate()


def _env(root: Path) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(root)}
