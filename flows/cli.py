"""The command line: a skin over the other modules.

Nothing heavy is imported until a command needs it, so `--help` answers in under half a second.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="tabayyun",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Check the claims of an article against public reference pages; keep every verdict with its provenance.",
    epilog="Exit codes: 0 done, 1 a fault of ours, 2 bad input or setting, 3 nothing could be reached.",
)

Store = Annotated[
    Path | None, typer.Option("--store", metavar="FILE", help="The DuckDB file (default tabayyun.duckdb).")
]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings file (default tabayyun.toml).")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a claim on standard output, nothing else.")]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or its first 6 or more characters.")]
NoNetwork = Annotated[
    bool, typer.Option("--no-network", help="Use stored pages and the library only; request nothing.")
]


@app.command()
def demo(store: Store = None, config: Config = None, json: Json = False) -> None:
    """Check the bundled Arabic article against the bundled reference site, on loopback, offline."""
    from flows.demo import run_demo

    raise typer.Exit(run_demo(store=store, config=config, as_json=json))


@app.command()
def check(
    article: Annotated[str, typer.Argument(help="A text, Markdown or HTML file, a URL, or - for input.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date, YYYY-MM-DD, where the article has none.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Judge what was true on this date, not on publication.")
    ] = None,
    pages: Annotated[Path | None, typer.Option(metavar="FILE", help="Reference URLs to fetch, one a line.")] = None,
    library: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of saved HTML, text or PDF pages as reference.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A source to search; may be repeated; `none` for none.")
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST:PORT", help="A private or loopback host that may be read; may be repeated."),
    ] = None,
    no_network: NoNetwork = False,
    replay: Annotated[
        str, typer.Option(metavar="RUN", help="Read what this earlier run read, and nothing else; no request is sent.")
    ] = "",
    store: Store = None,
    config: Config = None,
    json: Json = False,
) -> None:
    """Check one article: its claims, the evidence for each, and the verdicts."""
    from flows.run_check import run_check
    from flows.settings import load_settings

    settings = load_settings(
        config,
        store=store,
        pages=pages,
        library=library,
        sources=None if source is None else [name for name in source if name != "none"],
        allow_hosts=allow_host,
        network=False if no_network else None,
    )
    raise typer.Exit(run_check([article], settings, published=published, as_of=as_of, replay=replay, as_json=json))


@app.command()
def why(claim: ClaimId, store: Store = None, config: Config = None) -> None:
    """Show the whole chain of a verdict, back to the bytes, as a tree."""
    from flows.reading import run_why

    raise typer.Exit(run_why(claim, store=store, config=config))


@app.command()
def doctor(store: Store = None, config: Config = None, no_network: NoNetwork = False) -> None:
    """Say what is set, what is reachable, what is missing, and the next step for each."""
    from flows.doctor import run_doctor

    raise typer.Exit(run_doctor(store=store, config=config, no_network=no_network))


@app.command()
def sql(
    query: Annotated[str | None, typer.Argument(help="A query; without one, a prompt opens.")] = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Ask the review copy of the store in SQL."""
    from flows.reading import run_sql

    raise typer.Exit(run_sql(query, store=store, config=config))


@app.command()
def status(store: Store = None, config: Config = None) -> None:
    """Show the last runs and what waits for a person."""
    from flows.reading import run_status

    raise typer.Exit(run_status(store=store, config=config))


@app.command()
def report(
    article: Annotated[str | None, typer.Argument(help="Article id or key; without one, the latest.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    form: Annotated[str, typer.Option("--format", help="html, markdown or json.")] = "html",
    store: Store = None,
    config: Config = None,
) -> None:
    """Write a self-contained report of one article."""
    from flows.reading import run_report

    raise typer.Exit(run_report(article, output, form, store=store, config=config))


def main() -> None:
    """Run one command; every refusal is one sentence on standard error and a worded exit code."""
    import flows.cli_archive
    import flows.cli_runs
    import flows.cli_store  # noqa: F401  (all three add their commands to the app)

    try:
        app(standalone_mode=True)
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(130)
    except Exception as error:  # noqa: BLE001  (the last border: a person never reads a traceback)
        from flows.exits import exit_code

        code, sentence = exit_code(error)
        print(sentence, file=sys.stderr)
        sys.exit(code)
