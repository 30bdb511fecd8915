"""One look at a watch as a run: its parts, its flow, its row in `runs`; nothing is loaded where nothing is new."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from claims.records import Article
from evidence.records import ArticleResult, StageCount
from evidence.store.watches import Look, Watch
from flows.alive import at_work
from flows.engine import Engine, kept_awake
from flows.progress import Silent
from flows.settings import Settings
from flows.version import CODE_VERSION
from flows.watch import look, parts_of
from flows.wiring import Parts

if TYPE_CHECKING:
    from flows.job import Job


def run_look(watch: Watch, settings: Settings, *, plain: bool = False) -> Look:
    """Look once; checks run as a Prefect flow, or as `plain` calls where the engine is left out."""
    parts = parts_of(watch, settings)
    parts.require_reference()
    if settings.fan_out == "dask" and not plain:
        from flows.dask import look_on_dask

        return look_on_dask(watch, parts)
    with ExitStack() as ending:
        check = _checking(parts, ending, plain=plain)
        return look(watch, parts, carry=_carry(parts, plain=plain), check=check)


def _checking(parts: Parts, ending: ExitStack, *, plain: bool) -> Callable[[Article], ArticleResult | None]:
    """What checks an article; the run begins, and models load, with the first one that is new."""
    begun: list[Job] = []

    def check(article: Article) -> ArticleResult | None:
        if not begun:
            begin_run(parts, "watch", ending)
            begun.append(_job(parts, plain=plain))
        return begun[0].check(article)

    return check


def _job(parts: Parts, *, plain: bool) -> "Job":
    """A look that finds nothing new does without this: it loads the engine and the parts of a check."""
    from flows.job import Execute, Job, PlainCalls

    execute: Execute
    if plain:
        execute = PlainCalls(parts.settings.workers)
    else:
        from flows.tasks import PrefectTasks

        execute = PrefectTasks(parts.settings.workers)
    return Job(parts=parts, execute=execute, shown=Silent())


def begin_run(
    parts: Parts, command: str, ending: ExitStack, *, stages: Sequence[StageCount] = (), models: bool = True
) -> str:
    """Set a run down in the store; how it ended, and its stages, are set down when `ending` closes.

    A run that judges nothing leaves the models alone: loading one takes seconds.
    """
    ending.enter_context(at_work(parts.store, parts.run_id))
    if models:
        parts.start_run(command)
    else:
        parts.store.start_run(
            run_id=parts.run_id, command=command, code_version=CODE_VERSION, config_sha256="", embedder="",
            embedder_sha256="", judge="", judge_sha256="",
        )  # fmt: skip

    def end(kind: type[BaseException] | None, *_: object) -> None:
        stopped = kind is not None and not issubclass(kind, Exception)  # by a signal or from the keyboard
        status = "finished" if kind is None else "cancelled" if stopped else "failed"
        parts.store.finish_run(parts.run_id, status=status, stages=stages)

    ending.push(end)
    return parts.run_id


def engine_for(parts: Parts) -> None:
    """See that the flow engine answers, and point Prefect at it; the local one is started where none runs."""
    settings = parts.settings
    Engine(settings.engine, settings.engine_home, settings.engine_idle_minutes).url()


def _carry(parts: Parts, *, plain: bool) -> Callable[[Sequence[str], Callable[[str], None]], None]:
    def carry(entries: Sequence[str], one: Callable[[str], None]) -> None:
        if plain:
            for entry in entries:
                one(entry)
            return
        engine_for(parts)
        from flows.check import run_flow

        with kept_awake(parts.settings.engine_home, parts.settings.engine_idle_minutes):
            run_flow(parts.run_id, list(entries), one)

    return carry
