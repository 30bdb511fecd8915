"""What the review page asks of the review copy."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evidence.errors import StoreError
from evidence.store.connect import Connection
from evidence.store.read import rows

PAGE = 50
AROUND = 700  # characters of the page shown before and after a passage
_ID = re.compile(r"[0-9a-f]{6,64}")
#: Letters and signs that writers of Arabic put in or leave out; the same is done to the words searched for.
_FOLD = "regexp_replace(translate(lower({}), 'أإآٱىة', 'ااااية'), '[\u064b-\u0652\u0670\u0640]', '', 'g')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What of the queue is shown; "" for everything."""

    label: str = ""
    waits: bool = False  #: only claims that wait for a person
    by: str = ""  #: "machine" or "person"
    language: str = ""
    article: str = ""
    words: str = ""
    page: int = 1


def queue(connection: Connection, chosen: Filters) -> tuple[list[dict[str, Any]], int]:
    """One page of claims, those that wait first, and how many there are in all."""
    where, given = _where(chosen)
    source = f"FROM current_verdicts v LEFT JOIN waiting n ON n.claim_id = v.claim_id {where}"
    waiting = (
        "WITH waiting AS MATERIALIZED (SELECT claim_id, list(DISTINCT reason ORDER BY reason) AS reasons, "
        "min(since) AS since FROM needs_review GROUP BY claim_id) "
    )
    total = connection.execute(f"{waiting} SELECT count(*) {source}", given).fetchone()[0]
    found = rows(
        connection,
        f"{waiting} SELECT v.claim_id, v.label, v.confidence, v.claim_text, v.quote, v.article_id, v.article_title, "
        f"v.decided_by, v.decided_at, v.language, v.kind, n.reasons {source} "
        "ORDER BY n.since IS NULL, n.since, v.article_key, v.quote_start, v.claim_id "
        f"LIMIT {PAGE} OFFSET {PAGE * (max(chosen.page, 1) - 1)}",
        given,
    )
    return found, int(total)


def tallies(connection: Connection) -> dict[str, Any]:
    """How many claims have each label and how many wait, for the filters."""
    labels = dict(connection.execute("SELECT label, count(*) FROM current_verdicts GROUP BY label").fetchall())
    waits = connection.execute("SELECT count(DISTINCT claim_id) FROM needs_review").fetchone()[0]
    languages = [row[0] for row in connection.execute(
        "SELECT DISTINCT language FROM articles ORDER BY language"
    ).fetchall()]  # fmt: skip
    return {"labels": labels, "waits": waits, "languages": languages, "all": sum(labels.values())}


def verdicts_of(connection: Connection, article_id: str) -> list[dict[str, Any]]:
    """The claims of one article."""
    return rows(
        connection,
        "SELECT * FROM current_verdicts WHERE article_key = (SELECT any_value(article_key) FROM article "
        "WHERE article_id = $1) AND article_id = $1 ORDER BY quote_start, quote_end, kind, claim_id",
        [article_id],
    )


def verdict(connection: Connection, claim_id: str) -> dict[str, Any]:
    """One claim as it stands; StoreError where there is none."""
    found = rows(connection, "SELECT * FROM current_verdicts WHERE claim_id = ?", [known_id(claim_id)])
    if not found:
        raise StoreError(f"No article holds a claim {claim_id} now. The queue lists those that there are.")
    return found[0]


def evidence_of(connection: Connection, verdict_id: str | None) -> list[dict[str, Any]]:
    """The passages a verdict rests on, each with what stands around it in the stored page's text."""
    return rows(
        connection,
        "SELECT e.*, coalesce(substr(t.text, greatest(1, e.passage_start + 1 - $2), "
        "least($2, e.passage_start)), '') AS before, "
        "coalesce(substr(t.text, e.passage_end + 1, $2), '') AS after, length(t.text) AS page_length "
        "FROM verdict_evidence e LEFT JOIN page_text t ON t.text_sha256 = e.text_sha256 "
        "WHERE e.verdict_id = $1 ORDER BY e.stance = 'context', e.rank, e.evidence_id",
        [verdict_id or "", AROUND],
    )


def slots_of(connection: Connection, claim_id: str) -> Mapping[str, Any]:
    """Numbers and times of a claim, and the sentence that it stands in."""
    found = rows(
        connection,
        "SELECT quantities, times, sentence_start, sentence_end, splitter FROM claim_occurrence "
        "WHERE claim_id = ? ORDER BY seq DESC LIMIT 1",
        [claim_id],
    )
    return found[0] if found else {"quantities": [], "times": [], "sentence_start": 0, "sentence_end": 0}


def history_of(connection: Connection, claim_id: str) -> list[dict[str, Any]]:
    """Everything that happened to a claim, newest first."""
    return rows(connection, f"FROM claim_history('{known_id(claim_id)}') ORDER BY seq DESC")


def brought_for(connection: Connection, claim_id: str) -> list[dict[str, Any]]:
    """Evidence that people brought for a claim, retracted or not."""
    return rows(connection, "SELECT * FROM evidence_by_people WHERE claim_id = ? ORDER BY seq", [claim_id])


def standing_of(connection: Connection, claim_id: str) -> list[dict[str, Any]]:
    """The decisions of people that stand."""
    return rows(connection, "SELECT * FROM standing_decisions WHERE claim_id = ? ORDER BY seq DESC", [claim_id])


def reasons_of(connection: Connection, claim_id: str) -> list[str]:
    """Why the claim waits for a person."""
    found = connection.execute("SELECT DISTINCT reason FROM needs_review WHERE claim_id = ? ORDER BY 1", [claim_id])
    return [row[0] for row in found.fetchall()]


def page_text(connection: Connection, text_sha256: str) -> dict[str, Any]:
    """A stored page and its text; StoreError where there is none or it was removed."""
    found = rows(
        connection,
        "SELECT g.*, t.text FROM page g JOIN page_text t ON t.text_sha256 = g.text_sha256 "
        "WHERE g.text_sha256 = ? ORDER BY g.seq DESC LIMIT 1",
        [known_id(text_sha256)],
    )
    if not found:
        raise StoreError(f"No text {text_sha256[:12]}… is kept: it was removed, or was never here.")
    return found[0]


def known_id(given: str) -> str:
    """The id, if it could be one; it may then stand in SQL where a parameter cannot."""
    if not _ID.fullmatch(given):
        raise StoreError(f"{given[:80]!r} is no id: expected 6 to 64 of 0-9 and a-f.")
    return given


def _where(chosen: Filters) -> tuple[str, list[Any]]:
    parts, given = [], []
    for column, value in (("v.label", chosen.label), ("v.language", chosen.language), ("v.article_id", chosen.article)):
        if value:
            parts.append(f"{column} = ?")
            given.append(value)
    if chosen.by:
        parts.append("v.decided_by = 'machine'" if chosen.by == "machine" else "v.decided_by <> 'machine'")
    if chosen.waits:
        parts.append("n.claim_id IS NOT NULL")
    for word in chosen.words.split()[:8]:
        parts.append(
            f"(contains({_FOLD.format('v.claim_text')}, {_FOLD.format('?')}) OR starts_with(v.claim_id, ?) "
            f"OR contains({_FOLD.format('v.article_title')}, {_FOLD.format('?')}))"
        )
        given += [word, word.lower(), word]
    return ("WHERE " + " AND ".join(parts) if parts else ""), given
