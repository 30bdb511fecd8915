"""A disk that is full: what was stored stands, the sentence says what to do, and the next call goes on."""

import subprocess
import sys
from pathlib import Path

import pytest

from evidence.store import open_store

pytestmark = pytest.mark.processes

SCRIPT = """
import resource, signal, sys
from pathlib import Path
from benchmarks.store.make import Maker
from evidence.errors import StoreUnwritable
from evidence.store import open_store

store = open_store(Path(sys.argv[1]))
run = store.start_run(code_version="f", config_sha256="", embedder="", embedder_sha256="", judge="", judge_sha256="")
maker = Maker(1, claims=5, pages=3)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
for number in range(1, 100):
    try:
        store.save_article(run.id, maker.article(number))
    except StoreUnwritable as error:
        print(error)
        break
print(number - 1, len(store.current_verdicts()))
if sys.argv[2] == "go on":
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    store.save_article(run.id, maker.article(number))
    print(number, len(store.current_verdicts()))
"""


@pytest.mark.parametrize("then", ["go on", "end"])
def test_a_full_disk_loses_nothing_and_is_named(tmp_path: Path, then: str) -> None:
    """In the same process once there is room again, or in the next one."""
    path = tmp_path / "desk.duckdb"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path), then], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    sentence, *counts = done.stdout.splitlines()
    assert "no room left" in sentence
    stored = [int(word) for word in counts[0].split()]
    assert stored[0] >= 1
    assert stored[1] == 5 * stored[0]
    if then == "go on":
        assert counts[1].split() == [str(stored[0] + 1), str(5 * stored[0] + 5)]
    last = int(counts[-1].split()[0])
    assert len(open_store(path).current_verdicts()) == 5 * last
