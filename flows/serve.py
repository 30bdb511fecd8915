"""The command `serve`: every watch on its schedule, on one machine, through Prefect.

The schedules of record stand in the store. What Prefect knows is made from them when serving begins and
every few seconds after, so its server may be lost or replaced at any time.
"""

import asyncio
import contextlib
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from claims.digests import digest
from evidence.store.watches import Watch, watches
from flows.alive import close_killed, only_one
from flows.engine import Engine, kept_awake
from flows.logs import begin_logs
from flows.settings import Settings
from flows.wiring import Parts

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient
    from prefect.deployments.runner import RunnerDeployment
    from prefect.runner import Runner

FOLLOW_SECONDS = 10.0  #: how soon a new, paused or removed watch is taken up
LATE = timedelta(seconds=60)  #: a start that is older was missed and not merely slow
POLL_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """One thing that runs on a schedule."""

    name: str  #: of its deployment
    flow: str  #: a flow of `flows.scheduled`
    parameters: dict[str, Any]
    every_seconds: int
    cron: str
    timezone: str
    anchor: datetime
    paused: bool


def schedules(parts: Parts, config: Path | None) -> list[Scheduled]:
    """All that runs on a schedule for this store: its watches, the refresh and the digest."""
    settings = parts.settings
    where = {"store": str(parts.store.path.resolve()), "config": str(config.resolve()) if config else None}
    found = [_of_watch(watch, where) for watch in watches(parts.store)]
    mine = digest(where["store"])[:8]
    for name, cron in (("refresh", settings.refresh_cron), ("digest", settings.digest_cron)):
        if cron:
            found.append(
                Scheduled(
                    name=f"{name}-{mine}", flow=f"{name}_flow", parameters=where, every_seconds=0, cron=cron,
                    timezone="UTC", anchor=datetime.now(UTC), paused=False,
                )
            )  # fmt: skip
    return found


def _of_watch(watch: Watch, where: dict[str, str | None]) -> Scheduled:
    return Scheduled(
        name=f"watch-{watch.id[:12]}",
        flow="watch_flow",
        parameters={"watch_id": watch.id, "target": watch.target, **where},
        every_seconds=watch.every_seconds,
        cron=watch.cron,
        timezone=watch.timezone,
        anchor=watch.added_at,
        paused=watch.state == "paused",
    )


def run_serve(settings: Settings, config: Path | None) -> int:
    """Serve until told to stop; 0 then, and an error where the engine is lost, so that a supervisor starts us again."""
    begin_logs(settings.log)
    parts = Parts(settings)
    with only_one(parts.store, "serve"):
        for run_id in close_killed(parts.store):
            print(f"Run {run_id[:8]} was killed before it ended; what it had stored is whole.", flush=True)
        engine = Engine(settings.engine, settings.engine_home, settings.engine_idle_minutes)
        url = engine.url()
        print(f"Serving {parts.store.path} through {url}; stop with Ctrl-C.", flush=True)
        with kept_awake(settings.engine_home, settings.engine_idle_minutes), contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_serve(parts, config))
    return 0


async def _serve(parts: Parts, config: Path | None) -> None:
    from prefect.client.orchestration import get_client
    from prefect.runner import Runner

    class Server(Runner):
        def handle_sigterm(self, *_: object) -> None:
            """End as Ctrl-C does: Prefect's own handler leaves its coroutines unawaited."""
            signal.raise_signal(signal.SIGINT)

    runner = Server(
        name="tabayyun", limit=parts.settings.serve_runs, pause_on_shutdown=False, query_seconds=POLL_SECONDS
    )
    async with get_client() as client:
        known: dict[str, tuple[Scheduled, UUID]] = {}
        await _follow(parts, config, runner, client, known)
        await end_orphans(client, [place for _, place in known.values()])
        await skip_missed(client, [place for _, place in known.values()])
        following = asyncio.create_task(_keep_following(parts, config, runner, client, known))
        try:
            await runner.start()
        finally:
            following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await following


async def _keep_following(
    parts: Parts,
    config: Path | None,
    runner: "Runner",
    client: "PrefectClient",
    known: dict[str, tuple[Scheduled, UUID]],
) -> None:
    from evidence.errors import StoreBusy

    while True:
        await asyncio.sleep(FOLLOW_SECONDS)
        with contextlib.suppress(StoreBusy):  # a long write is under way: look again soon
            await _follow(parts, config, runner, client, known)


async def _follow(
    parts: Parts,
    config: Path | None,
    runner: "Runner",
    client: "PrefectClient",
    known: dict[str, tuple[Scheduled, UUID]],
) -> None:
    """Make Prefect's deployments those of the store."""
    wanted = {each.name: each for each in await asyncio.to_thread(schedules, parts, config)}
    for name, each in wanted.items():
        if name not in known or _differ(known[name][0], each):
            known[name] = (each, await runner.aadd_deployment(deployment_of(each)))
    for name in [name for name in known if name not in wanted]:
        await client.delete_deployment(known.pop(name)[1])


def _differ(before: Scheduled, after: Scheduled) -> bool:
    return (before.paused, before.every_seconds, before.cron) != (after.paused, after.every_seconds, after.cron)


def deployment_of(each: Scheduled) -> "RunnerDeployment":
    """The deployment of one schedule: a run that comes while the last one works is cancelled, not queued."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Cron, Interval
    from prefect.types.entrypoint import EntrypointType

    import flows.scheduled

    schedule = (
        Cron(each.cron, timezone=each.timezone) if each.cron else Interval(each.every_seconds, anchor_date=each.anchor)
    )
    flow = getattr(flows.scheduled, each.flow)
    return RunnerDeployment.from_flow(
        flow,
        name=each.name,
        schedule=schedule,
        paused=each.paused,
        parameters=each.parameters,
        tags=["tabayyun"],
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


async def end_orphans(client: "PrefectClient", deployments: Sequence[UUID]) -> int:
    """Runs that were at work when serving was killed, now crashed; else they would block their schedule for ever."""
    from prefect.states import Crashed

    found = await _runs_in(client, deployments, ["RUNNING", "PENDING", "CANCELLING"])
    for run in found:
        await client.set_flow_run_state(run.id, Crashed(message="Its process ended with `serve`."), force=True)
    return len(found)


async def skip_missed(client: "PrefectClient", deployments: Sequence[UUID]) -> int:
    """Starts missed while nothing served, now cancelled but for the newest of each schedule, which stands for all."""
    from prefect.states import Cancelled

    missed = datetime.now(UTC) - LATE
    found = [
        run
        for run in await _runs_in(client, deployments, ["SCHEDULED"])
        if run.expected_start_time is not None and run.expected_start_time < missed
    ]
    newest: dict[Any, Any] = {}
    for run in sorted(found, key=lambda run: run.expected_start_time):
        newest[run.deployment_id] = run.id
    stale = [run for run in found if newest[run.deployment_id] != run.id]
    for run in stale:
        await client.set_flow_run_state(
            run.id, Cancelled(message="Skipped: nothing served when it was due."), force=True
        )
    return len(stale)


async def _runs_in(client: "PrefectClient", deployments: Sequence[UUID], states: Sequence[str]) -> list[Any]:
    from prefect.client.schemas.filters import (
        FlowRunFilter,
        FlowRunFilterDeploymentId,
        FlowRunFilterState,
        FlowRunFilterStateType,
    )
    from prefect.client.schemas.objects import StateType

    if not deployments:
        return []
    wanted = FlowRunFilter(
        deployment_id=FlowRunFilterDeploymentId(any_=list(deployments)),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType(state) for state in states])),
    )
    out: list[Any] = []
    while True:
        page = await client.read_flow_runs(flow_run_filter=wanted, limit=200, offset=len(out))
        out += page
        if len(page) < 200:
            return out
