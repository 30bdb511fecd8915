import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from evidence.errors import StoreError
from evidence.records import Label
from evidence.store import open_store
from evidence.store.review_copy import ReviewCopy
from tests.evidence.store_samples import again, article, desk, run_of, simple_result, undecided


def _differences(live: Path, review: Path) -> list[str]:
    connection = duckdb.connect(config={"storage_compatibility_version": "v1.5.0"})
    try:
        connection.execute(f"ATTACH '{live}' AS live (READ_ONLY); ATTACH '{review}' AS copy (READ_ONLY)")
        tables = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'live'").fetchall()
        assert len(tables) > 20
        return [
            table
            for (table,) in tables
            if connection.execute(f"(FROM live.{table} EXCEPT ALL FROM copy.{table})").fetchall()
            or connection.execute(f"(FROM copy.{table} EXCEPT ALL FROM live.{table})").fetchall()
        ]
    finally:
        connection.close()


def test_the_copy_is_there_from_the_start(tmp_path: Path) -> None:
    """A reader never has to ask for it."""
    open_store(tmp_path / "a.duckdb").close()
    with duckdb.connect(str(tmp_path / "a.review.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM current_verdicts").fetchone() == (0,)


def test_a_commit_reaches_the_copy_within_two_seconds(tmp_path: Path) -> None:
    """Without anybody asking, also where many commits follow one another."""
    store = desk(tmp_path, review=True).store
    for number in range(4):
        store.save_article("r", simple_result(article(key=f"k{number}")))
    committed = time.monotonic()
    while True:
        with duckdb.connect(str(tmp_path / "desk.review.duckdb"), read_only=True) as connection:
            count = connection.execute("SELECT count(*) FROM current_verdicts").fetchone()
        if count == (15,):
            break
        assert time.monotonic() - committed < 10  # two seconds on a machine that is not shared
        time.sleep(0.05)
    store.close()


def test_copies_that_take_turns_hold_the_same_rows(tmp_path: Path) -> None:
    """A large store's copy is given only what is new; row for row it equals the live file."""
    kept = desk(tmp_path)
    copy = ReviewCopy(kept.store.names, small=0)
    ways = []
    for number in range(5):
        of = simple_result(article(key=f"k{number}"))
        kept.store.save_article(kept.run.id, of)
        if number == 3:
            kept.store.decide(of.claims[0].id, Label.REFUTED, by="Mona", reason="r")
            failed = tuple(undecided(each) for each in of.claims)
            kept.store.save_article(run_of(kept.store).id, again(of, outcomes=failed, work_digest="w2"))
        assert copy.refresh()
        assert not copy.refresh()
        ways.append(copy.noted()["how"])
        assert _differences(kept.store.path, kept.store.names.review) == []
    assert ways == ["file", "file", "rows", "rows", "rows"]


def test_a_reader_who_keeps_the_copy_open_stops_nobody(tmp_path: Path) -> None:
    """Neither the writer nor the next copy; the reader goes on seeing what it opened."""
    kept = desk(tmp_path)
    copy = ReviewCopy(kept.store.names, small=0)
    for number in range(3):
        kept.store.save_article(kept.run.id, simple_result(article(key=f"k{number}")))
        copy.refresh()
    code = (
        "import duckdb, sys\n"
        "c = duckdb.connect(sys.argv[1], read_only=True)\n"
        "print(c.execute('SELECT count(*) FROM current_verdicts').fetchone()[0], flush=True)\n"
        "sys.stdin.readline()\n"
        "print(c.execute('SELECT count(*) FROM current_verdicts').fetchone()[0], flush=True)\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", code, str(kept.store.names.review)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reader.stdout is not None
    assert reader.stdout.readline() == "12\n"
    for number in range(3, 7):
        kept.store.save_article(kept.run.id, simple_result(article(key=f"k{number}")))
        assert copy.refresh()
        assert _differences(kept.store.path, kept.store.names.review) == []
    assert reader.communicate("go\n", timeout=30)[0] == "12\n"


def test_a_reader_in_this_very_process_is_not_written_under(tmp_path: Path) -> None:
    """The kernel's locks do not stop a process from itself, so its own open files are looked at."""
    kept = desk(tmp_path)
    copy = ReviewCopy(kept.store.names, small=0)
    copy.refresh()
    with duckdb.connect(str(kept.store.names.review), read_only=True) as reader:
        for number in range(4):
            kept.store.save_article(kept.run.id, simple_result(article(key=f"k{number}")))
            copy.refresh()
        assert reader.execute("SELECT count(*), count(DISTINCT claim_text) FROM current_verdicts").fetchone() == (3, 3)
    assert _differences(kept.store.path, kept.store.names.review) == []


def test_a_query_sees_what_was_just_written(tmp_path: Path) -> None:
    """Our own questions wait for a fresh copy."""
    store = desk(tmp_path, review=True).store
    for number in range(3):
        store.save_article("r", simple_result(article(key=f"k{number}")))
        assert store.query("SELECT count(*) FROM current_verdicts")[1] == [(6 + 3 * number,)]


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO '{0}/out.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '{0}/desk.duckdb'",
        "ATTACH '{0}/desk.duckdb' AS x",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "DELETE FROM verdict",
        "CREATE TABLE store.x(i INTEGER)",
    ],
)  # fmt: skip
def test_a_query_can_reach_nothing_else(tmp_path: Path, sql: str) -> None:
    """No file, no network, no writing; the refusal is a sentence."""
    store = desk(tmp_path).store
    with pytest.raises(StoreError, match="The query was not answered"):
        store.query(sql.format(tmp_path))


def test_a_lost_copy_is_made_again(tmp_path: Path) -> None:
    """Deleting it harms nothing."""
    store = desk(tmp_path).store
    assert store.query("SELECT count(*) FROM current_verdicts")[1] == [(3,)]
    store.names.review.unlink()
    assert store.query("SELECT count(*) FROM current_verdicts")[1] == [(3,)]
    store.names.stamp.write_text("not json")
    assert store.query("SELECT count(*) FROM current_verdicts")[1] == [(3,)]
