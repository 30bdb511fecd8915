"""The command `doctor`: what is set, what is reachable, what is missing, and the next step for each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claims.errors import ClaimsError
from evidence.errors import EvidenceError
from evidence.sources import Source
from flows.errors import FlowsError
from flows.settings import load_settings
from flows.wiring import Parts

PROBE = "Cairo is the capital of Egypt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at."""

    subject: str
    well: bool
    state: str
    next_step: str = ""


def run_doctor(*, store: Path | None, config: Path | None, no_network: bool) -> int:
    """Print the findings; 0 when nothing stands in the way of a check, else 2."""
    settings = load_settings(config, store=store, network=False if no_network else None)
    table = Table("", "What", "State", "Next step", show_lines=True)
    findings = list(examine(Parts(settings)))
    for finding in findings:
        mark = "[green]ok[/]" if finding.well else "[red]no[/]"
        table.add_row(mark, finding.subject, finding.state, finding.next_step)
    Console().print(table)
    return 0 if all(finding.well for finding in findings) else 2


def examine(parts: Parts) -> Iterator[Finding]:
    """Each part tried for real."""
    settings = parts.settings
    yield _tried("reference", lambda: _reference(parts))
    yield _tried("store", lambda: f"{parts.store.path} opens; {len(parts.store.current_verdicts())} claims")
    yield _tried("embedder", lambda: f"{settings.embedder} loads" if parts.embedder else "none: words only")
    yield _tried("judge", lambda: f"{parts.judge.name} loads")
    yield Finding(
        subject="contact",
        well=True,
        state=settings.contact or "none: Wikipedia is read at under 10 requests a minute",
        next_step="" if settings.contact else "Set 'contact' to an e-mail or web address of yours.",
    )
    if not settings.network:
        yield Finding(subject="network", well=True, state="off: stored pages and the library only")
        return
    for source in parts.sources:
        yield _tried(f"source {source.name}", partial(_probe, parts, source))


def _reference(parts: Parts) -> str:
    parts.require_reference()
    settings = parts.settings
    named = [*settings.sources, *(str(path) for path in (settings.pages, settings.library) if path)]
    return ", ".join(named)


def _probe(parts: Parts, source: Source) -> str:
    """A search for a word that every source knows, so that what is wrong shows as the source's own words."""
    from claims.article import read_article
    from claims.extract import extract_claims
    from evidence.queries import build_queries

    claim = extract_claims(read_article(PROBE.encode(), source="-"))[0]
    hits = source.find(claim, build_queries(claim, ["en"]), fetcher=parts.fetcher)
    return f"answers; {len(hits)} pages for '{claim.text}'"


def _tried(subject: str, attempt: Callable[[], str]) -> Finding:
    """What the attempt says, or the sentence of its refusal, which names the next step."""
    try:
        return Finding(subject=subject, well=True, state=attempt())
    except (FlowsError, EvidenceError, ClaimsError) as error:
        return Finding(subject=subject, well=False, state="failed", next_step=str(error))
