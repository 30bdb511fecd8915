"""Commands that keep a desk going: watches, serving, refreshing and rechecking."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli import Config, Store, app

WatchId = Annotated[str, typer.Argument(metavar="WATCH", help="A watch's id, or its first 6 or more characters.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", metavar="HOST:PORT", help="A private or loopback host that may be read; may be repeated."
    ),
]
Quiet = Annotated[bool, typer.Option("--json", help="One JSON object a change on standard output, nothing else.")]

watch = typer.Typer(no_args_is_help=True, help="Watch feeds, pages and folders for new and corrected articles.")
app.add_typer(watch, name="watch")


@watch.command("add")
def add(
    target: Annotated[str, typer.Argument(metavar="URL|FEED|FOLDER", help="A page, a feed or sitemap, or a folder.")],
    every: Annotated[str | None, typer.Option(metavar="TIME", help="How often: 15m, 1h (the default), 1d.")] = None,
    cron: Annotated[str | None, typer.Option(metavar="CRON", help="When, in five fields, like '0 6 * * *'.")] = None,
    timezone: Annotated[str, typer.Option(metavar="ZONE", help="The zone of --cron, like Asia/Riyadh.")] = "UTC",
    pages: Annotated[Path | None, typer.Option(metavar="FILE", help="Reference URLs for these articles.")] = None,
    allow_host: AllowHost = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Watch an address or folder; a serving process takes it up within seconds."""
    from flows.watching import run_add

    raise typer.Exit(
        run_add(
            target, every=every, cron=cron, timezone=timezone, pages=pages, allow_hosts=allow_host, store=store,
            config=config,
        )
    )  # fmt: skip


@watch.command("list")
def list_(store: Store = None, config: Config = None) -> None:
    """Show what is watched, how often, and what was found."""
    from flows.watching import run_list

    raise typer.Exit(run_list(store=store, config=config))


@watch.command("pause")
def pause(watch_id: WatchId, store: Store = None, config: Config = None) -> None:
    """Stop looking for now."""
    from flows.watching import run_state

    raise typer.Exit(run_state(watch_id, "paused", store=store, config=config))


@watch.command("resume")
def resume(watch_id: WatchId, store: Store = None, config: Config = None) -> None:
    """Look again, beginning with all that came meanwhile."""
    from flows.watching import run_state

    raise typer.Exit(run_state(watch_id, "active", store=store, config=config))


@watch.command("remove")
def remove(watch_id: WatchId, store: Store = None, config: Config = None) -> None:
    """Watch it no longer; what was found and checked stays."""
    from flows.watching import run_state

    raise typer.Exit(run_state(watch_id, "removed", store=store, config=config))


@watch.command("look")
def look(watch_id: WatchId, allow_host: AllowHost = None, store: Store = None, config: Config = None) -> None:
    """Look now, without waiting for the schedule."""
    from flows.watching import run_look_now

    raise typer.Exit(run_look_now(watch_id, allow_hosts=allow_host, store=store, config=config))


@watch.command("digest")
def digest(
    days: Annotated[int, typer.Option(min=1, help="Days to look back.")] = 7, store: Store = None, config: Config = None
) -> None:
    """Write the digest of the last days: what was checked, what moved, what waits."""
    from flows.watching import run_digest

    raise typer.Exit(run_digest(days, store=store, config=config))


@app.command()
def serve(store: Store = None, config: Config = None) -> None:
    """Run every watch on its schedule, refresh evidence when due, and tell what changed."""
    from flows.serve import run_serve
    from flows.settings import load_settings

    raise typer.Exit(run_serve(load_settings(config, store=store), config))


@app.command()
def refresh(
    article: Annotated[str | None, typer.Argument(help="Article id or key; without one, all.")] = None,
    now: Annotated[bool, typer.Option("--now", help="Ask for every page, whether it is due or not.")] = False,
    allow_host: AllowHost = None,
    json: Quiet = False,
    store: Store = None,
    config: Config = None,
) -> None:
    """Fetch evidence pages that are due again, judge again where they changed, and list verdicts that moved."""
    from flows.again import run_refresh

    raise typer.Exit(run_refresh(article, now=now, allow_hosts=allow_host, as_json=json, store=store, config=config))


@app.command()
def recheck(
    article: Annotated[str | None, typer.Argument(help="Article id or key; without one, all.")] = None,
    json: Quiet = False,
    store: Store = None,
    config: Config = None,
) -> None:
    """Judge stored evidence again under the models, rules and settings of now; nothing is requested."""
    from flows.again import run_recheck

    raise typer.Exit(run_recheck(article, as_json=json, store=store, config=config))


@app.command()
def prune(
    days: Annotated[int, typer.Option("--older-than", min=0, metavar="DAYS", help="Keep what is younger.")] = 90,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, and keep it.")] = False,
    store: Store = None,
    config: Config = None,
) -> None:
    """Take away fetched bytes on which nothing rests: old searches, listings and pages that no check used."""
    from flows.again import run_prune

    raise typer.Exit(run_prune(days, dry_run=dry_run, store=store, config=config))
