"""Prefect's part: every stage of an article as a task run.

Tasks neither cache nor retry: what is finished is told by digests in the store and the snapshots,
which outlast the engine, and the fetcher alone knows how long a site asked us to wait. A task run for every
page or query would cost as much processor as the work in it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed

from evidence.errors import EvidenceError
from flows.job import PlainCalls


class Work:
    """A stage with its items, opaque to the engine: pages and parts are never hashed or pickled."""

    __slots__ = ("run",)

    def __init__(self, run: Callable[[], list[Any]]) -> None:
        self.run = run


@task(task_run_name="{stage} {items}", cache_policy=NO_CACHE, persist_result=False)
def run_stage(stage: str, items: int, work: Work) -> Any:
    """What the stage makes of its items; the state's message says how many of them failed."""
    answers = work.run()
    failed = [answer for answer in answers if isinstance(answer, EvidenceError)]
    first = f" First: {failed[0]}" if failed else ""
    return Completed(data=answers, message=f"{stage}: {items} items, {len(failed)} failed.{first}")


class PrefectTasks:
    """Carries out a stage as one Prefect task, its items in a pool of threads."""

    def __init__(self, workers: int) -> None:
        self._calls = PlainCalls(workers)

    def each(self, name: str, stage: Callable[..., Any], items: Sequence[Any], done: Callable[[], None]) -> list[Any]:
        """One result an item, in order; an EvidenceError stands in the place of a result."""
        work = Work(lambda: self._calls.each(name, stage, items, done))
        state = run_stage.with_options(name=name)(name, len(items), work, return_state=True)
        answers: list[Any] = state.result()
        return answers
