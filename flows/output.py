"""What a check prints: a table for people, or one JSON object a claim."""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from rich.console import Console
from rich.table import Table
from rich.text import Text

from review.bidi import isolated
from review.certainty import certainty

Row = Mapping[str, Any]

WORDS = {
    "supported": ("supported", "green"),
    "refuted": ("refuted", "red"),
    "not_enough_evidence": ("not enough evidence", "yellow"),
    "conflicting_evidence": ("conflicting evidence", "magenta"),
    "undecided": ("undecided", "bright_black"),
}
LONGEST = 160


def print_json(rows: Sequence[Row]) -> None:
    """One JSON object a claim on standard output, and nothing else."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False, default=_plain) + "\n")
    sys.stdout.flush()


def print_table(rows: Sequence[Row], console: Console) -> None:
    """The claims in the order of the article, each with its verdict and best passage."""
    table = Table(show_lines=True, expand=True)
    table.add_column("Claim", ratio=5)
    table.add_column("Verdict", ratio=2)
    table.add_column("Conf.", justify="right", width=5)
    table.add_column("Best passage", ratio=5)
    table.add_column("Source", ratio=3)
    for row in rows:
        words, colour = WORDS[row["label"]]
        best = _best(row)
        confidence = certainty(row["label"], row["confidence"])
        claim = f"{row['claim_id'][:8]}  {isolated(row['claim_text'])}"
        passage = isolated(_short(best["passage_text"])) if best else isolated(_short(row["rationale"] or ""))
        table.add_row(Text(claim), Text(words, colour), confidence, Text(passage), Text(_source(best)))
    console.print(table)
    counts = Counter(WORDS[row["label"]][0] for row in rows)
    console.print(
        f"{len(rows)} claims: " + ", ".join(f"{n} {words}" for words, n in counts.most_common()), highlight=False
    )


def _best(row: Row) -> Row | None:
    """The passage that carries the verdict: the likeliest of its stance, else the first by rank."""
    evidence: Sequence[Row] = row["evidence"]
    wanted = {"supported": "supports", "refuted": "refutes"}.get(row["label"])
    bearing = [use for use in evidence if use["stance"] == wanted]
    return min(bearing or evidence, key=lambda use: use["rank"], default=None)


def _source(best: Row | None) -> str:
    if best is None:
        return ""
    place = urlsplit(best["url"])
    where = unquote(place.path.rsplit("/", 1)[-1]) if place.scheme else best["url"]
    return f"{isolated(best['title'])}\n{place.netloc} {where}".strip()


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot stand in JSON")
