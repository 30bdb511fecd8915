"""The commands `watch …`: settings and words in, rows and sentences out."""

from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evidence.store.watches import Watch, set_state, watch_at, watches
from flows.logs import begin_logs
from flows.settings import load_settings
from flows.watch import begin_watch, reader_of
from flows.wiring import Parts

Hosts = list[str] | None


def _parts(store: Path | None, config: Path | None, allow_hosts: Hosts = None) -> Parts:
    settings = load_settings(config, store=store, allow_hosts=allow_hosts)
    begin_logs(settings.log)
    return Parts(settings)


def run_add(
    target: str,
    *,
    every: str | None,
    cron: str | None,
    timezone: str,
    pages: Path | None,
    allow_hosts: Hosts,
    store: Path | None,
    config: Path | None,
) -> int:
    """Keep a new watch and say what it is."""
    parts = _parts(store, config, allow_hosts)
    watch = begin_watch(target, reader_of(parts), every=every, cron=cron, timezone=timezone, pages=pages)
    print(f"{watch.id[:8]}  {watch.kind} {watch.target}, {when(watch)}. `tabayyun serve` looks at it from now on.")
    return 0


def run_list(*, store: Path | None, config: Path | None) -> int:
    """Print every watch."""
    found = watches(_parts(store, config).store)
    if not found:
        print("Nothing is watched. `tabayyun watch add URL` begins.")
        return 0
    table = Table("Watch", "What", "Target", "When", "State", "Last look (UTC)", "Articles", "Failing")
    for watch in found:
        looked = watch.looked_at.strftime("%Y-%m-%d %H:%M") if watch.looked_at else "never"
        table.add_row(
            watch.id[:8], watch.kind, watch.target, when(watch), watch.state, looked, str(watch.articles),
            str(watch.failing),
        )  # fmt: skip
    Console().print(table)
    return 0


def when(watch: Watch) -> str:
    """How often, in words."""
    if watch.cron:
        return f"cron {watch.cron} {watch.timezone}"
    for size, word in ((86_400, "d"), (3600, "h"), (60, "m")):
        if watch.every_seconds % size == 0:
            return f"every {watch.every_seconds // size}{word}"
    return f"every {watch.every_seconds}s"


def run_state(prefix: str, state: str, *, store: Path | None, config: Path | None) -> int:
    """Pause, resume or remove."""
    watch = set_state(_parts(store, config).store, prefix, state)
    print(f"{watch.id[:8]}  {watch.target} is {watch.state}.")
    return 0


def run_look_now(prefix: str, *, allow_hosts: Hosts, store: Path | None, config: Path | None) -> int:
    """Look once, and say what was found; 3 where something could not be read."""
    from flows.looking import run_look

    parts = _parts(store, config, allow_hosts)
    done = run_look(watch_at(parts.store, prefix), parts.settings)
    print(f"{done.entries} articles: {done.checked} checked, {done.unchanged} unchanged, {done.failed} failed.")
    return 3 if done.failed and not done.checked + done.unchanged else 0


def run_digest(days: int, *, store: Path | None, config: Path | None) -> int:
    """Write the digest and say where it lies."""
    from flows.digest import write_digest

    print(write_digest(_parts(store, config).store, until=datetime.now(UTC), days=days))
    return 0
