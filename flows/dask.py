"""A look whose articles are checked on the workers of a Dask cluster; this process alone writes the store.

One Prefect flow run fans articles out as plain futures. A Prefect task for each would cost a fifth of a
second in the worker before it began, and articles are the grain at which a model's loading pays.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from claims.records import Article
from evidence.records import ArticleResult
from evidence.store.watches import Look, Watch
from flows.engine import kept_awake
from flows.errors import BadInput
from flows.looking import begin_run, engine_for
from flows.spool import ingest, spool_of
from flows.watch import Undone, look
from flows.wiring import Parts

if TYPE_CHECKING:
    from distributed import Client

RETRIES = 2  #: of an article whose worker died


def look_on_dask(watch: Watch, parts: Parts) -> Look:
    """Look once; what a worker that was killed had spooled before is stored first."""
    try:
        import prefect_dask  # noqa: F401
    except ImportError:
        raise BadInput(
            "The setting 'fan_out' is 'dask', and Dask is not installed. Install it with: pip install 'tabayyun[dask]'."
        ) from None
    spool, holding = spool_of(parts.store), threading.Lock()
    ingest(spool, parts.store)
    clients: list[Client] = []
    begun: list[str] = []
    with ExitStack() as ending:

        def check(article: Article) -> ArticleResult | None:
            with holding:
                if not begun:
                    begun.append(begin_run(parts, "watch", ending))
                if parts.is_done(article):
                    return None
                before = parts.store.before(article.key, article.id)
            sent = clients[0].submit(
                _remote,
                parts.settings,
                parts.run_id,
                article,
                spool.folder,
                before,
                parts.store.removed_urls(),
                pure=False,
                retries=RETRIES,
            )
            answer = sent.result()
            with holding:
                ingest(spool, parts.store)
            if answer.undecided:
                raise Undone(f"{answer.undecided} claims are undecided: {answer.reason}")
            return None

        def carry(entries: Sequence[str], one: Callable[[str], None]) -> None:
            engine_for(parts)
            _run_flow(parts, entries, one, clients)

        return look(watch, parts, carry=carry, check=check)


def _remote(*given: Any) -> Any:
    from flows.dask_worker import check_article

    return check_article(*given)


def _run_flow(parts: Parts, entries: Sequence[str], one: Callable[[str], None], clients: "list[Client]") -> None:
    """One flow run on the cluster that is set, or on workers of this machine."""
    from prefect import flow
    from prefect.context import FlowRunContext
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
    from prefect_dask.task_runners import DaskTaskRunner

    settings = parts.settings
    runner: Any
    if settings.dask_address:
        runner = DaskTaskRunner(address=settings.dask_address)
    else:
        runner = DaskTaskRunner(
            cluster_kwargs={
                "n_workers": settings.dask_workers,
                "threads_per_worker": 1,
                "processes": True,
                "dashboard_address": None,
            }
        )

    @flow(name="check on dask", flow_run_name=f"check {parts.run_id}", persist_result=False, task_runner=runner)
    def fan_out(articles: int) -> int:
        at_work = FlowRunContext.get()
        assert at_work is not None
        client = at_work.task_runner.client  # type: ignore[attr-defined]  # the runner that is given below
        clients.append(client)
        # twice as many as there are workers: the next article is read while one is checked
        width = max(2, 2 * sum(client.nthreads().values()))
        with ThreadPoolExecutor(width) as pool:
            for done in [pool.submit(one, entry) for entry in entries]:
                done.result()
        return articles

    with (
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
        kept_awake(settings.engine_home, settings.engine_idle_minutes),
    ):
        fan_out(len(entries))
