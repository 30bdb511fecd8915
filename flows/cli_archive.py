"""Commands that exchange stored pages with other archives."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli import Config, Store, app

archive = typer.Typer(no_args_is_help=True, help="Exchange stored pages with other archives, as WARC files.")
app.add_typer(archive, name="archive")


@archive.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A name that ends in .warc or .warc.gz.")],
    article: Annotated[
        str | None, typer.Option(metavar="A", help="Only what this article's verdicts rest on; by id, key or path.")
    ] = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Write stored answers, as fetched, into a WARC file that other tools read."""
    from flows.archiving import run_export

    raise typer.Exit(run_export(file, article=article, store=store, config=config))


@archive.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A WARC file of this or another program.")],
    addresses: Annotated[
        Path | None, typer.Option("--list", metavar="FILE", help="Write the pages' addresses here, for --pages.")
    ] = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Keep the pages of a WARC file as if they had been fetched then; `check --no-network` reads them."""
    from flows.archiving import run_import

    raise typer.Exit(run_import(file, addresses=addresses, store=store, config=config))


@archive.command("find")
def find(
    url: Annotated[str, typer.Argument(metavar="URL", help="The page that is gone.")],
    near: Annotated[str | None, typer.Option(metavar="DATE", help="The copy nearest to this day, YYYY-MM-DD.")] = None,
    allow_host: Annotated[list[str] | None, typer.Option(metavar="HOST:PORT")] = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Print the address of the Wayback Machine's copy of a page."""
    from flows.archiving import run_find

    raise typer.Exit(run_find(url, near=near, allow_hosts=allow_host, store=store, config=config))
