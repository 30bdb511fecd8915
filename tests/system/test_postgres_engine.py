"""A Prefect server whose records lie in PostgreSQL: a schedule appears there, runs, and outlives the server."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.store import open_store
from evidence.store.watches import add_watch
from tests.flows.served import flow_runs, prefect_server, serving, states, until

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """The address of a database in a cluster of its own, reached by a socket in its folder."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) if Path("/usr/lib/postgresql").is_dir() else []
    initdb = str(found[-1]) if found else shutil.which("initdb")
    assert initdb, "PostgreSQL is not installed; tests/system/install.sh installs it"
    bin_, folder = (
        Path(initdb).resolve().parent,
        Path(tempfile.mkdtemp(prefix="pg-")),
    )  # pytest closes its own to other users
    who = []
    if os.getuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
        who = ["runuser", "-u", "postgres", "--"]
    data = folder / "data"
    port = 20_000 + os.getpid() % 20_000
    subprocess.run(
        [*who, initdb, "-D", str(data), "-A", "trust", "-U", "desk", "-E", "UTF8"], check=True, capture_output=True
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    start = [*who, str(bin_ / "pg_ctl"), "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start"]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)
    try:
        subprocess.run(
            [*who, str(bin_ / "createdb"), "-h", str(folder), "-p", str(port), "-U", "desk", "prefect"], check=True
        )
        yield f"postgresql+asyncpg://desk@127.0.0.1:{port}/prefect"
    finally:
        subprocess.run(
            [*who, str(bin_ / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], check=False, capture_output=True
        )
        shutil.rmtree(folder, ignore_errors=True)


def test_a_schedule_lives_in_postgresql(postgres: str, tmp_path: Path) -> None:
    """A second server on the same database knows the runs of the first."""
    (tmp_path / "articles").mkdir()
    store = open_store(tmp_path / "desk.duckdb")
    watch = add_watch(store, str(tmp_path / "articles"), kind="folder", every_seconds=10)
    with prefect_server(tmp_path / "one", PREFECT_SERVER_DATABASE_CONNECTION_URL=postgres) as url:
        with serving(tmp_path, url) as process:
            until(lambda: "Completed" in states(url, watch.id) or process.poll() is not None, 120)
        assert "Completed" in states(url, watch.id)
        known = {run["id"] for run in flow_runs(url) if run["state_name"] == "Completed"}
    assert not list((tmp_path / "one").glob("prefect.db*"))
    with prefect_server(tmp_path / "two", PREFECT_SERVER_DATABASE_CONNECTION_URL=postgres) as url:
        assert known <= {run["id"] for run in flow_runs(url)}
