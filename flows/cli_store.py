"""Commands that look after the store, its people and its copies."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli import ClaimId, Config, Store, app

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who says so (default: the setting `user`).")]

Reason = Annotated[str, typer.Option(metavar="R", help="Why, so that others can follow it.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(metavar="HOST:PORT", help="A private or loopback host that may be read; may be repeated."),
]

evidence = typer.Typer(no_args_is_help=True, help="Add, import or retract evidence by hand.")
app.add_typer(evidence, name="evidence")


@evidence.command("add")
def add(
    claim: ClaimId,
    quote: Annotated[str, typer.Option(metavar="Q", help="Words that stand in the page.")],
    stance: Annotated[str, typer.Option(metavar="S", help="supports, refutes or context.")],
    url: Annotated[str | None, typer.Option(metavar="U", help="The page, to be fetched.")] = None,
    file: Annotated[Path | None, typer.Option(metavar="F", help="The page, as a saved file.")] = None,
    text: Annotated[str | None, typer.Option(metavar="T", help="The source's text itself.")] = None,
    by: By = None,
    note: Annotated[str, typer.Option(metavar="N", help="A page number, a shelf mark, a remark.")] = "",
    allow_host: AllowHost = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Add one piece of evidence, prove its quote, and judge that claim again at once."""
    from flows.people import run_add

    raise typer.Exit(
        run_add(
            claim,
            url,
            file,
            text,
            quote=quote,
            stance=stance,
            by=by,
            note=note,
            store=store,
            config=config,
            allow_hosts=allow_host,
        )
    )


@evidence.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv, .jsonl or .xlsx file.")],
    by: By = None,
    allow_host: AllowHost = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Add many pieces of evidence, all or none; bad rows are listed by line and reason."""
    from flows.people import run_import

    raise typer.Exit(run_import(file, by=by, store=store, config=config, allow_hosts=allow_host))


@evidence.command("retract")
def retract(
    evidence_id: Annotated[str, typer.Argument(metavar="EVIDENCE")],
    reason: Reason,
    by: By = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Withdraw evidence added by hand; the row stays, with who and why."""
    from flows.people import run_retract

    raise typer.Exit(run_retract(evidence_id, reason=reason, by=by, store=store, config=config))


@app.command()
def decide(
    claim: ClaimId,
    label: Annotated[
        str,
        typer.Argument(
            metavar="LABEL",
            help="supported, refuted, not_enough_evidence, conflicting_evidence, or `withdraw` to take yours back.",
        ),
    ],
    reason: Reason,
    by: By = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Set a person's verdict above the machine's, with a reason."""
    from flows.people import run_decide

    raise typer.Exit(run_decide(claim, label, reason=reason, by=by, store=store, config=config))


@app.command()
def backup(file: Annotated[Path, typer.Argument(metavar="FILE")], store: Store = None, config: Config = None) -> None:
    """Write the store and its snapshots into one archive."""
    from flows.keeping import run_backup

    raise typer.Exit(run_backup(file, store=store, config=config))


@app.command()
def restore(file: Annotated[Path, typer.Argument(metavar="FILE")], store: Store = None, config: Config = None) -> None:
    """Make the store again from an archive; an existing store is never overwritten."""
    from flows.keeping import run_restore

    raise typer.Exit(run_restore(file, store=store, config=config))


@app.command()
def remove(
    url: Annotated[str, typer.Argument(metavar="URL", help="The page's address, as stored.")],
    reason: Reason,
    by: By = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Take a stored page away on request; its digests and a tombstone stay."""
    from flows.keeping import run_remove

    raise typer.Exit(run_remove(url, by=by, reason=reason, store=store, config=config))


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR")],
    form: Annotated[
        str,
        typer.Option("--format", help="parquet, csv: every view; claimreview, prov, annotations, canonical: verdicts."),
    ] = "parquet",
    article: Annotated[
        str | None, typer.Option(metavar="A", help="Only this article's verdicts; by id, key or path.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who reviews, in a ClaimReview (default: the setting `user`).")
    ] = None,
    site: Annotated[
        str,
        typer.Option(metavar="URL", help="Where the report will stand; a ClaimReview then points to its claim there."),
    ] = "",
    store: Store = None,
    config: Config = None,
) -> None:
    """Write every view as a table, or verdicts as ClaimReview, PROV-JSON, Web Annotations or canonical lines."""
    from flows.keeping import run_export

    raise typer.Exit(
        run_export(folder, form, store=store, config=config, article=article, publisher=publisher, site=site)
    )


@app.command()
def review(
    host: Annotated[
        str, typer.Option(metavar="HOST", help="Where to listen; beyond loopback needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", help="0 takes a free one.")] = 8377,
    by: By = None,
    allow_host: AllowHost = None,
    store: Store = None,
    config: Config = None,
) -> None:
    """Serve the page on which people read verdicts, bring evidence and decide."""
    from flows.serve_review import run_review

    raise typer.Exit(run_review(host=host, port=port, by=by, store=store, config=config, allow_hosts=allow_host))
