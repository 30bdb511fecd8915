"""Several real processes on one store: nothing lost, nobody kept waiting, nobody in the dark."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from evidence.errors import StoreBusy
from evidence.records import Label
from evidence.store import open_store
from tests.evidence.store_samples import article, desk, simple_result

WRITER = """
import sys, time
from pathlib import Path
from evidence.store import open_store
from tests.evidence.store_samples import article, simple_result
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
worst = 0.0
with open_store(path) as store:
    for number in range(count):
        made = simple_result(article(key=f"{name}-{number}"))
        began = time.monotonic()
        store.save_article(name, made)
        worst = max(worst, time.monotonic() - began)
        print("saved", number, flush=True)
print("worst", worst, flush=True)
"""

DECIDER = """
import sys
from pathlib import Path
from evidence.records import Label
from evidence.store import open_store
path, claim, first, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for number in range(first, last):
    with open_store(path) as store:
        store.decide(claim, Label.REFUTED, by=f"person {number}", reason=f"reason {number}")
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from evidence.store import open_store, write
from evidence.store.connect import transaction
from tests.evidence.store_samples import article, simple_result
store = open_store(Path(sys.argv[1]), review=False)
with store.connection() as connection, transaction(connection):
    write.add_result(connection, "killed", simple_result(article(key="half")))
    print("in the middle", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""

HOLDER = """
import duckdb, sys
connection = duckdb.connect(sys.argv[1], read_only=True)
print("holding", flush=True)
sys.stdin.readline()
"""


def _start(code: str, *given: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, given)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip


def _finish(process: subprocess.Popen[str]) -> str:
    out, errors = process.communicate(timeout=240)
    assert process.returncode == 0, errors
    return out


def test_two_writers_at_once_both_finish_and_lose_nothing(tmp_path: Path) -> None:
    """Short transactions behind a lock: each waits a moment for the other."""
    path = tmp_path / "a.duckdb"
    open_store(path).close()
    writers = [_start(WRITER, path, name, 15) for name in ("a", "b")]
    said = [_finish(each) for each in writers]
    store = open_store(path)
    assert store.query("SELECT count(*), count(DISTINCT claim_id) FROM current_verdicts")[1] == [(90, 90)]
    assert store.query("SELECT run_id, count(*) FROM article_check GROUP BY 1 ORDER BY 1")[1] == [("a", 15), ("b", 15)]
    worst = max(float(each.split("worst ")[1]) for each in said)
    assert worst < 10, worst  # a second or two where the machine is not shared


def test_two_processes_may_make_one_store_at_once(tmp_path: Path) -> None:
    """Whoever comes second finds it made."""
    path = tmp_path / "a.duckdb"
    for each in [_start(WRITER, path, name, 1) for name in ("a", "b", "c")]:
        _finish(each)
    assert open_store(path).query("SELECT count(*) FROM article_check")[1] == [(3,)]


def test_decisions_in_a_burst_during_a_run_are_all_there(tmp_path: Path) -> None:
    """200 decisions from many short-lived stores while articles are saved; neither side fails."""
    kept = desk(tmp_path, review=True)
    claim = kept.result.claims[0].id
    writer = _start(WRITER, kept.store.path, "w", 12)
    deciders = [_start(DECIDER, kept.store.path, claim, first, first + 50) for first in range(0, 200, 50)]
    for each in [writer, *deciders]:
        _finish(each)
    with duckdb.connect(str(kept.store.names.review), read_only=True) as reader:  # nobody asked for a copy
        assert reader.execute("SELECT count(*), count(DISTINCT decided_by) FROM decision").fetchone() == (200, 200)
        assert reader.execute("SELECT count(*) FROM article_check").fetchone() == (13,)


def test_a_kill_in_a_transaction_leaves_nothing_of_it(tmp_path: Path) -> None:
    """The kernel frees the lock, and the store is as before."""
    kept = desk(tmp_path)
    process = _start(KILLED, kept.store.path)
    assert process.stdout is not None
    assert process.stdout.readline() == "in the middle\n"
    assert process.wait(30) == -signal.SIGKILL
    began = time.monotonic()
    assert kept.store.save_article("next", simple_result(article(key="next")))
    assert time.monotonic() - began < 10
    assert kept.store.query("SELECT run_id FROM article_check ORDER BY seq")[1] == [(kept.run.id,), ("next",)]


def test_kills_at_any_moment_lose_no_article_that_was_said_to_be_saved(tmp_path: Path) -> None:
    """What the writer reported is there, whole; what it did not is there whole or not at all."""
    path = tmp_path / "a.duckdb"
    open_store(path).close()
    reported = 0
    for number, pause in enumerate((0.05, 0.13, 0.31)):
        process = _start(WRITER, path, f"k{number}", 50)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(pause)
        process.kill()
        reported += 1 + len([line for line in process.communicate()[0].splitlines() if line.startswith("saved")])
    store = open_store(path)
    checks, claims = store.query("SELECT count(*), sum(claims) FROM article_check")[1][0]
    assert reported <= checks <= reported + 3
    assert store.query("SELECT count(*) FROM current_verdicts")[1] == [(claims,)]


def test_an_outside_reader_is_named_and_waited_for(tmp_path: Path) -> None:
    """One clear sentence while waiting, and the write goes through when the reader leaves."""
    kept = desk(tmp_path)
    holder = _start(HOLDER, kept.store.path)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "holding\n"
    told: list[str] = []

    def tell(message: str) -> None:
        told.append(message)
        assert holder.stdin is not None
        holder.stdin.write("\n")
        holder.stdin.flush()

    kept.store.notice = tell
    kept.store.decide(kept.result.claims[0].id, Label.REFUTED, by="Mona", reason="r")
    holder.wait(30)
    assert len(told) == 1
    assert f"PID {holder.pid}" in told[0]
    assert "desk.review.duckdb" in told[0]


def test_an_outside_reader_who_stays_is_named_in_the_refusal(tmp_path: Path) -> None:
    """After the wait, and nothing was changed."""
    kept = desk(tmp_path)
    holder = _start(HOLDER, kept.store.path)
    assert holder.stdout is not None
    holder.stdout.readline()
    kept.store.wait_seconds = 0.3
    with pytest.raises(StoreBusy, match=rf"PID {holder.pid}\).*Nothing was changed"):
        kept.store.decide(kept.result.claims[0].id, Label.REFUTED, by="Mona", reason="r")
    holder.communicate("\n")
    assert kept.store.query("SELECT count(*) FROM decision")[1] == [(0,)]
