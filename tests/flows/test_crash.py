"""Kills and neighbours: nothing lost, nothing doubled, only unfinished work done again."""

import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb

from tests.flows.conftest import ARABIC, Desk, Site

KEPT = "claim_id, verdict_id, label, confidence, rationale, quote"


def _verdicts(desk: Desk, name: str = "tabayyun") -> list[Any]:
    with duckdb.connect(str(desk.folder / f"{name}.review.duckdb"), read_only=True) as connection:
        return connection.execute(f"select {KEPT} from current_verdicts order by claim_id").fetchall()


def test_a_killed_run_is_finished_by_the_next_one(desk: Desk, site: Site) -> None:
    """kill -9 in the middle: pages that were read are not asked for again, and the tables come out equal."""
    desk.rows("check", "ar.txt", "--store", "undisturbed.duckdb")
    site.asked.clear()
    killed = desk.start("check", "ar.txt", requests_per_second="3")  # slow enough to be met in the middle
    until = time.monotonic() + 60
    while not site.pages_asked() and time.monotonic() < until:
        time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert site.pages_asked(), "the run never came to a page"
    had = _bodies(desk.folder)
    desk.rows("check", "ar.txt")
    repeated = [path for path, times in Counter(site.asked).items() if times > 1]
    assert len(repeated) <= 2, repeated  # what was under way when the kill came, and nothing else
    assert had <= _bodies(desk.folder)
    assert _verdicts(desk) == _verdicts(desk, "undisturbed")
    assert desk.sql("select count(*) from verdict_history") == [[str(len(_verdicts(desk)))]]


def _bodies(folder: Path) -> set[str]:
    return {path.name for path in (folder / "tabayyun.d").rglob("*.zst")}


def test_two_runs_at_once_on_one_store_both_finish(desk: Desk) -> None:
    """Neither fails, neither loses a row."""
    (desk.folder / "second.txt").write_text(ARABIC.replace("212", "340"), "utf-8")
    both = [desk.start("check", name) for name in ("ar.txt", "second.txt")]
    outcomes = [process.communicate(timeout=180) for process in both]
    assert [process.returncode for process in both] == [0, 0], outcomes
    counts = desk.sql("select article_key, count(*), count(distinct claim_id) from current_verdicts group by 1")
    assert len(counts) == 2
    assert all(claims == distinct and int(claims) >= 3 for _, claims, distinct in counts)


def test_an_outside_reader_is_named_and_waited_for(desk: Desk) -> None:
    """Somebody opened the live file instead of the review copy: one sentence, and the run goes on after."""
    desk.rows("check", "ar.txt")
    reader = duckdb.connect(str(desk.folder / "tabayyun.duckdb"), read_only=True)
    waiting = desk.start("check", "en.txt")
    time.sleep(8)
    reader.close()
    _, err = waiting.communicate(timeout=120)
    assert waiting.returncode == 0, err
    assert "tabayyun.duckdb" in err
    assert len(desk.sql("select distinct article_key from current_verdicts")) == 2
