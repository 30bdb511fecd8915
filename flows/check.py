"""The flow of a check: one flow run for one or many articles."""

from collections.abc import Callable
from typing import Any

from prefect import flow
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings


@flow(name="check", flow_run_name="check {run_id}", persist_result=False, validate_parameters=False)
def check_flow(run_id: str, articles: list[str]) -> None:
    """Check the articles of one run, one after the other."""
    work = _WORK[run_id]
    for article in articles:
        work(article)


#: What each run of this process does with an article; the engine sees only names.
_WORK: dict[str, Callable[[str], Any]] = {}


def run_flow(run_id: str, articles: list[str], work: Callable[[str], Any]) -> None:
    """Run `work` over the articles as one flow run; errors that `work` lets through are raised here."""
    _WORK[run_id] = work
    # Prefect joins a heartbeat thread that sleeps in steps of a second: every flow would cost one.
    try:
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            check_flow(run_id, articles)
    finally:
        del _WORK[run_id]
