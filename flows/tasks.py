"""Prefect's part: every item of a stage as a task run.

Tasks neither cache nor retry: what is finished is told by digests in the store and the snapshots,
which outlast the engine, and the fetcher alone knows how long a site asked us to wait.
"""

from collections.abc import Callable, Sequence
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from evidence.errors import EvidenceError


class Work:
    """A stage with its items, opaque to the engine: pages and parts are never hashed or pickled."""

    __slots__ = ("_items", "_stage")

    def __init__(self, stage: Callable[..., Any], items: Sequence[Any]) -> None:
        self._stage, self._items = stage, items

    def run(self, number: int) -> Any:
        """The stage's result for one item."""
        return self._stage(self._items[number])


@task(task_run_name="{stage} {number}", cache_policy=NO_CACHE, persist_result=False)
def run_item(stage: str, number: int, work: Work) -> Any:
    """What the stage makes of one item."""
    del stage  # it names the task run
    return work.run(number)


class PrefectTasks:
    """Carries out a stage as Prefect tasks in the flow's thread pool."""

    def each(self, name: str, stage: Callable[..., Any], items: Sequence[Any], done: Callable[[], None]) -> list[Any]:
        """One result an item, in order; an EvidenceError stands in the place of a result."""
        work = Work(stage, items)
        named = run_item.with_options(name=name)
        if len(items) == 1:  # in this thread, where a model's own threads are not doubled
            answers = [_settled(named(name, 0, work, return_state=True))]
            done()
            return answers
        futures = [named.submit(name, number, work) for number in range(len(items))]
        answers = []
        for future in futures:
            future.wait()
            answers.append(_settled(future.state))
            done()
        return answers


def _settled(state: State[Any]) -> Any:
    """The result of a finished task run; errors of evidence are results, all others are raised."""
    answer = state.result(raise_on_failure=False)
    if isinstance(answer, BaseException) and not isinstance(answer, EvidenceError):
        raise answer
    return answer
