"""A check without an engine or a process of its own, so that a test can stand beside its sockets."""

from pathlib import Path
from typing import Any

from evidence.records import ArticleResult
from flows.job import Job, PlainCalls
from flows.progress import Silent
from flows.settings import Settings, load_settings
from flows.steps import read_input
from flows.wiring import Options, Parts


def desk_settings(folder: Path, *hosts: str, **given: Any) -> Settings:
    """Settings of a desk in a folder that may ask these hosts, quickly."""
    options = {
        "store": folder / "desk.duckdb", "allow_hosts": list(hosts), "embedder": "none", "sources": [],
        "requests_per_second": 500.0, "engine_home": folder / "engine" / "home", "workers": 4,
    } | given  # fmt: skip
    return load_settings(None, **options)


def check(settings: Settings, article: Path, **options: Any) -> tuple[Parts, ArticleResult]:
    """The parts of the run and what it made of the article."""
    parts = Parts(settings, Options(**options))
    read = read_input(str(article), parts, stdin=bytes)
    run = parts.start_run("check")
    result = Job(parts=parts, execute=PlainCalls(settings.workers), shown=Silent()).check(read)
    parts.store.finish_run(run.id)
    assert result is not None
    return parts, result
