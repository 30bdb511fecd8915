"""Commands that only read: why, sql, status, report."""

import csv
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evidence.errors import StoreError
from flows.errors import BadInput
from flows.output import WORDS
from flows.settings import Settings, load_settings
from flows.wiring import Parts
from review.bidi import isolated

FORMS = {"html": ".html", "markdown": ".md", "json": ".json"}
PROMPT, MORE = "tabayyun> ", "      ...> "
HELP = (
    "End a query with ;. Try: FROM current_verdicts LIMIT 5;  SHOW TABLES;  FROM why('CLAIM'); "
    "Leave with .quit or Ctrl-D."
)


def run_why(claim: str, *, store: Path | None, config: Path | None) -> int:
    """Print the chain of a verdict; 1 when a step of it no longer holds."""
    from review.why import all_hold, as_lines, as_tree, explain
    from review.words import words_for

    parts = _parts(store, config)
    chain = explain(parts.store.why(claim), parts.snapshots, words=words_for("en"))
    if sys.stdout.isatty():
        Console().print(as_tree(chain))
    else:
        print("\n".join(as_lines(chain)))
    if all_hold(chain):
        return 0
    print("A step of this chain no longer holds; the lines that begin with 'failed' say which.", file=sys.stderr)
    return 1


def run_sql(query: str | None, *, store: Path | None, config: Path | None) -> int:
    """Answer one query, as a table on a terminal and as CSV elsewhere; without one, open a prompt."""
    parts = _parts(store, config)
    if query is not None:
        _show(*parts.store.query(query))
        return 0
    if sys.stdin.isatty():
        _with_history(parts.folder)
        print(f"{parts.settings.store}, read only. {HELP}")
    for asked in _asked():
        try:
            _show(*parts.store.query(asked))
        except StoreError as error:
            print(error, file=sys.stderr)
            if not sys.stdin.isatty():
                return 2
    return 0


def run_status(*, store: Path | None, config: Path | None) -> int:
    """Print what is stored, the last runs and what waits for a person."""
    parts = _parts(store, config)
    console = Console(width=None if sys.stdout.isatty() else 140, highlight=False)
    ask = parts.store.query
    labels = ask("SELECT label, count(*) FROM current_verdicts GROUP BY label ORDER BY count(*) DESC")[1]
    articles = ask("SELECT count(*) FROM articles")[1][0][0]
    told = ", ".join(f"{count} {WORDS[label][0]}" for label, count in labels) or "no claims yet"
    noun = "article" if articles == 1 else "articles"
    console.print(f"{parts.settings.store}: {articles} {noun}; {told}.")
    runs = ask(
        "SELECT started_at, command, status, articles, claims, undecided, pages_fetched, pages_from_cache, "
        "pages_failed, round(seconds, 1) AS seconds, left(run_id, 8) AS run FROM runs ORDER BY started_at DESC LIMIT 8"
    )
    console.print(_table("Last runs", *runs) if runs[1] else "No run yet: `tabayyun check ARTICLE` makes one.")
    waiting = ask(
        "SELECT reason, count(*) AS claims, min(since) AS oldest, left(min_by(claim_id, since), 8) AS first_claim "
        "FROM needs_review GROUP BY reason ORDER BY claims DESC, reason LIMIT 20"
    )
    console.print(_table("Waiting for a person", *waiting) if waiting[1] else "Nothing waits for a person.")
    return 0


def run_report(article: str | None, output: Path | None, form: str, *, store: Path | None, config: Path | None) -> int:
    """Write the report of one article, the latest where none is named."""
    from review.report import write_report

    if form not in FORMS:
        raise BadInput(f"--format is '{form}'; expected one of {', '.join(FORMS)}.")
    parts = _parts(store, config)
    found = parts.store.load_article(article or _latest(parts))
    rows = parts.store.current_verdicts(found.id)
    text = write_report(found, rows, form=form, made_at=datetime.now(UTC))
    if output is not None and str(output) == "-":
        sys.stdout.write(text)
        return 0
    place = output or Path(f"report-{found.id[:8]}{FORMS[form]}")
    try:
        place.write_text(text, "utf-8")
    except OSError as error:
        raise BadInput(f"{place} cannot be written ({error.strerror}). Give --output a file that can be.") from None
    print(f"{place}: {len(rows)} claims of {found.title or found.key}")
    return 0


def existing(settings: Settings) -> Settings:
    """The settings, if there is a store to read; reading never makes one."""
    if not settings.store.exists():
        raise BadInput(
            f"There is no store {settings.store}. `tabayyun check ARTICLE` makes one, or name yours with --store."
        )
    return settings


def _parts(store: Path | None, config: Path | None) -> Parts:
    return Parts(existing(load_settings(config, store=store)))


def _latest(parts: Parts) -> str:
    found = parts.store.query("SELECT article_id FROM articles ORDER BY seq DESC LIMIT 1")[1]
    if not found:
        raise BadInput(f"{parts.settings.store} holds no article yet. `tabayyun check ARTICLE` checks one.")
    return str(found[0][0])


def _show(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    if sys.stdout.isatty():
        Console(highlight=False).print(_table("", columns, rows))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")  # the answer goes into shells too
    writer.writerow(columns)
    writer.writerows(["" if value is None else value for value in row] for row in rows)


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    table = Table(title=title or None, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    return table


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return isolated(value) if isinstance(value, str) else str(value)


def _asked() -> Iterator[str]:
    """Queries as they are typed, each up to its semicolon."""
    held = ""
    while True:
        try:
            line = input((MORE if held else PROMPT) if sys.stdin.isatty() else "")
        except EOFError:
            break
        if not held and line.strip() in {".quit", ".exit", "quit", "exit"}:
            return
        if not held and line.strip() in {".help", "help", "?"}:
            print(HELP)
            continue
        held = f"{held}\n{line}".strip()
        if held.endswith(";"):
            yield held
            held = ""
    if held:
        yield held


def _with_history(folder: Path) -> None:
    """Arrow keys, and the queries of earlier times."""
    import atexit
    import contextlib
    import readline

    place = folder / "sql_history"
    with contextlib.suppress(OSError):
        readline.read_history_file(place)
    readline.set_history_length(1000)
    atexit.register(_keep_history, place)


def _keep_history(place: Path) -> None:
    import contextlib
    import readline

    with contextlib.suppress(OSError):
        readline.write_history_file(place)
