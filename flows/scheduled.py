"""The flows that schedules start, each in a process of its own; a run that came too late does nothing.

Prefect runs every start that was missed while nothing served, oldest first. A look finds all that is new
whenever it comes, so one is enough: a run that was due before the last look ended is skipped.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.runtime import flow_run
from prefect.states import Cancelled
from prefect.tasks import exponential_backoff

from evidence.errors import PageRefused, StoreBusy, TryLater
from evidence.fetch import Refusal
from evidence.store.watches import Look, Watch, watch_at, watches
from flows.errors import EngineFailed, FlowsError
from flows.logs import begin_logs
from flows.settings import Settings, load_settings
from flows.wiring import Parts


class RunTooLong(FlowsError):
    """A scheduled run passed its time; what it had finished is kept."""


def worth_retrying(error: BaseException) -> bool:
    """Whether the same thing may go well in a minute: a passing fault of a site, the store or the engine.

    >>> worth_retrying(TryLater("busy")), worth_retrying(ValueError("wrong"))
    (True, False)
    """
    if isinstance(error, PageRefused):
        return error.reason in (Refusal.TIMEOUT, Refusal.UNREACHABLE)
    return isinstance(error, TryLater | StoreBusy | EngineFailed | ConnectionError)


def _retry(_task: Any, _run: Any, state: Any) -> bool:
    ended = state.result(raise_on_failure=False)
    return isinstance(ended, BaseException) and worth_retrying(ended)


@task(
    name="look",
    retries=3,
    retry_delay_seconds=exponential_backoff(backoff_factor=5),
    retry_jitter_factor=0.5,
    retry_condition_fn=_retry,
    persist_result=False,
)
def look_task(watch: Watch, settings: Settings) -> Look:
    """What one look did; tried again only for errors worth it, and then it goes on where it was."""
    from flows.looking import run_look

    return run_look(watch, settings)


@flow(name="watch", flow_run_name="watch {target}", persist_result=False, validate_parameters=False)
def watch_flow(watch_id: str, store: str, config: str | None = None, target: str = "") -> Any:
    """Look once at one watch and tell what came of it."""
    del target  # it names the run
    settings = _settings(store, config)
    parts = Parts(settings)
    watch = watch_at(parts.store, watch_id)
    if watch.state != "active":
        return Cancelled(message=f"Skipped: the watch is {watch.state}.")
    if watch.looked_at is not None and watch.looked_at > _due():
        return Cancelled(message="Skipped: this run was due before the last look, which found all that was new.")
    with _telling(parts, f"watch {watch.target}"), _at_most(settings):
        done = look_task(watch, settings)
    return _words(done)


@flow(name="watches", persist_result=False, validate_parameters=False)
def watches_flow(store: str, config: str | None = None) -> list[str]:
    """Look once at every watch that is due: for work pools, where watches are not known at deployment."""
    settings = _settings(store, config)
    parts = Parts(settings)
    done = []
    for watch in watches(parts.store):
        if watch.state == "active" and is_due(watch, datetime.now(UTC)):
            with _telling(parts, f"watch {watch.target}"), _at_most(settings):
                done.append(_words(look_task(watch, settings)))
    return done


@flow(name="refresh", persist_result=False, validate_parameters=False)
def refresh_flow(store: str, config: str | None = None) -> str:
    """Fetch the evidence pages that are due again and judge again where they changed."""
    from flows.refresh import refresh

    settings = _settings(store, config)
    parts = Parts(settings)
    with _telling(parts, "refresh"), _at_most(settings):
        return refresh(parts).sentence()


@flow(name="digest", persist_result=False, validate_parameters=False)
def digest_flow(store: str, config: str | None = None) -> str:
    """Write the digest of the last seven days; its path."""
    from flows.digest import write_digest

    return str(write_digest(Parts(_settings(store, config)).store, until=datetime.now(UTC)))


def is_due(watch: Watch, now: datetime) -> bool:
    """Whether a look should have come since the last one."""
    last = watch.looked_at or watch.added_at
    if watch.looked_at is None and not watch.cron:
        return True
    if not watch.cron:
        return (now - last).total_seconds() >= watch.every_seconds
    import asyncio

    from prefect.server.schemas.schedules import CronSchedule

    times = asyncio.run(CronSchedule(cron=watch.cron, timezone=watch.timezone).get_dates(1, start=last))
    return bool(times) and times[0] <= now


def _settings(store: str, config: str | None) -> Settings:
    import os

    settings = load_settings(Path(config) if config else None, store=Path(store))
    begin_logs(settings.log)
    return settings.model_copy(update={"engine": os.environ.get("PREFECT_API_URL", settings.engine)})


def _due() -> datetime:
    due = flow_run.scheduled_start_time
    return due if due is not None else datetime.now(UTC)


def _words(done: Look) -> str:
    return (
        f"{done.entries} articles stood there: {done.checked} checked, {done.unchanged} unchanged, {done.failed} failed"
    )


@contextmanager
def _telling(parts: Parts, what: str) -> Iterator[None]:
    """Tell of changes when the block ends, and of its failure where it fails."""
    from flows.notify import tell, tell_failed

    try:
        yield
    except Exception as error:
        tell_failed(parts, what, error)
        raise
    finally:
        tell(parts)


@contextmanager
def _at_most(settings: Settings) -> Iterator[None]:
    """End the block with RunTooLong when its time is up.

    An alarm reaches the main thread even where it waits for others; Prefect's own timeout does not
    interrupt what runs in a task runner's threads either.
    """
    minutes = settings.run_timeout_minutes

    def ring(*_: object) -> None:
        raise RunTooLong(f"The run took longer than run_timeout_minutes = {minutes:g}. What was finished is kept.")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, minutes * 60)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
