"""When a run is due, how long it may take, what is worth trying again, and how Prefect is told."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evidence.errors import PageRefused, StoreBusy, TryLater
from evidence.store.watches import Watch
from flows.scheduled import RunTooLong, _at_most, is_due, worth_retrying
from flows.serve import deployment_of, schedules
from flows.settings import load_settings
from flows.watch import begin_watch
from flows.wiring import Parts

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOURLY = Watch(
    id="w", target="https://a.example/", kind="page", every_seconds=3600, cron="", timezone="UTC", pages="",
    added_at=NOON, state="active", looked_at=NOON, articles=0, failing=0,
)  # fmt: skip


def test_a_watch_is_due_when_its_time_has_passed() -> None:
    """By interval since the last look, or by the next time that cron names, in its zone."""
    assert not is_due(HOURLY, NOON + timedelta(minutes=59))
    assert is_due(HOURLY, NOON + timedelta(minutes=60))
    assert is_due(replace(HOURLY, looked_at=None), NOON)
    riyadh = replace(HOURLY, every_seconds=0, cron="0 18 * * *", timezone="Asia/Riyadh")  # 15:00 UTC
    assert not is_due(riyadh, NOON + timedelta(hours=2, minutes=59))
    assert is_due(riyadh, NOON + timedelta(hours=3))


def test_a_run_is_ended_when_its_time_is_up(tmp_path: Path) -> None:
    """The alarm reaches a run that waits; one that ends in time is left alone."""
    settings = load_settings(store=tmp_path / "desk.duckdb", run_timeout_minutes=0.005)
    with pytest.raises(RunTooLong, match="run_timeout_minutes"), _at_most(settings):
        time.sleep(5)
    with _at_most(settings):
        pass
    time.sleep(0.4)


@pytest.mark.parametrize(
    ("error", "worth"),
    [
        (TryLater("busy"), True),
        (StoreBusy("held"), True),
        (PageRefused("slow", url="u", reason="timeout"), True),
        (PageRefused("kept out", url="u", reason="robots"), False),
        (ValueError("wrong"), False),
        (OSError("disk full"), False),
    ],
)
def test_only_passing_faults_are_tried_again(error: Exception, worth: bool) -> None:
    """What is wrong today is wrong in a minute."""
    assert worth_retrying(error) is worth


def test_prefect_is_told_one_run_at_a_time_and_the_times_of_the_store(tmp_path: Path) -> None:
    """A start that comes while the last one works is cancelled, not queued."""
    parts = Parts(load_settings(store=tmp_path / "desk.duckdb", sources=[]))
    begin_watch(str(tmp_path), parts, every=None, cron="0 6 * * *", timezone="Asia/Riyadh", pages=None)
    found = {each.flow: each for each in schedules(parts, None)}
    assert set(found) == {"watch_flow", "refresh_flow", "digest_flow"}
    made = deployment_of(found["watch_flow"])
    assert made.concurrency_limit == 1
    assert made.concurrency_options is not None
    assert made.concurrency_options.collision_strategy.value == "CANCEL_NEW"
    (schedule,) = made.schedules or []
    assert (schedule.schedule.cron, schedule.schedule.timezone) == ("0 6 * * *", "Asia/Riyadh")  # type: ignore[union-attr]
    assert made.entrypoint == "flows.scheduled.watch_flow"
