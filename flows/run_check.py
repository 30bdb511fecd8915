"""The command `check`: settings and articles in, verdicts on the screen and in the store out."""

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date

from rich.console import Console

from claims.records import Article
from evidence.records import ArticleResult, Undecided
from flows.alive import at_work, close_killed
from flows.engine import Engine, kept_awake
from flows.errors import BadInput
from flows.output import print_json, print_table
from flows.progress import Bars, Shown, Silent
from flows.settings import Settings
from flows.steps import read_input
from flows.wiring import Options, Parts

NO_CLAIMS = "The article holds no claim that could be checked: nothing in it asserts a fact."


def run_check(
    articles: Sequence[str],
    settings: Settings,
    *,
    published: str | None = None,
    as_of: str | None = None,
    replay: str = "",
    as_json: bool = False,
) -> int:
    """Check the articles as one flow run and print what came out; the exit code of contract."""
    options = Options(published_on=_date(published, "--published"), as_of=_date(as_of, "--as-of"), replay=replay)
    parts = Parts(settings, options)
    parts.require_reference()
    notes = Console(stderr=True, quiet=as_json)
    for notice in parts.notices():
        notes.print(f"[yellow]{notice}[/]", highlight=False)
    read = [read_input(source, parts, stdin=sys.stdin.buffer.read) for source in articles]
    with nullcontext(Silent()) if as_json else Bars() as shown:
        results = check_articles(read, parts, shown)
    rows = [row for article in read for row in parts.store.current_verdicts(article.id)]
    if as_json:
        print_json(rows)
    else:
        _tell(rows, results, notes)
    return 3 if any(_nothing_reached(result) for result in results) else 0


def check_articles(
    articles: Sequence[Article], parts: Parts, shown: Shown, *, command: str = "check"
) -> list[ArticleResult | None]:
    """What came of each article; None where this very work was done before.

    Where all of it was, no engine is started and no run is written.
    """
    close_killed(parts.store)
    if all(parts.is_done(article) for article in articles):
        return [None] * len(articles)
    settings = parts.settings
    engine = Engine(settings.engine, settings.engine_home, settings.engine_idle_minutes)  # comes up meanwhile
    run = parts.start_run(command)
    from flows.check import run_flow
    from flows.job import Job
    from flows.tasks import PrefectTasks

    by_id = {article.id: article for article in articles}
    results: list[ArticleResult | None] = []
    status = "failed"
    try:
        _ = parts.embedder
        engine.url()  # waits for it, and points Prefect at it
        job = Job(parts=parts, execute=PrefectTasks(settings.workers), shown=shown)
        with at_work(parts.store, run.id), kept_awake(settings.engine_home, settings.engine_idle_minutes):
            run_flow(run.id, list(by_id), lambda each: results.append(job.check(by_id[each])))
        status = "finished"
    finally:
        parts.store.finish_run(run.id, status=status)
        engine.touch()
    return results


def _tell(rows: Sequence[dict[str, object]], results: Sequence[ArticleResult | None], notes: Console) -> None:
    if results and all(result is None for result in results):
        notes.print("Nothing to do: these articles were checked with the same settings and evidence before.")
    if not rows:
        notes.print(NO_CLAIMS)
        return
    print_table(rows, Console(width=None if sys.stdout.isatty() else 140))
    failed = sum(len(result.failures) for result in results if result)
    if failed:
        notes.print(f"{failed} pages or searches could not be had; `tabayyun sql 'from failures'` says which and why.")


def _nothing_reached(result: ArticleResult | None) -> bool:
    """Whether evidence was wanted and no page at all could be had, for faults and not for want of hits.

    A search that was answered reached something, though it named no page: its claim then has a verdict.
    """
    if result is None or not result.claims or result.pages or not result.failures:
        return False
    return all(isinstance(outcome, Undecided) for outcome in result.outcomes)


def _date(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{option} is '{text}', which is no date. Give it as YYYY-MM-DD, like 2025-03-28.") from None
