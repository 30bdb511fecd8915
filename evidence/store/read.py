"""Records back out of the store, whole, as they went in."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from claims.records import Article, Attribution, CheckWorthiness, Claim
from evidence.errors import StoreError
from evidence.records import (
    Decision,
    EvidenceUse,
    ManualEvidence,
    Page,
    Passage,
    RankedPassage,
    Snapshot,
    Stance,
    StanceLabel,
)
from evidence.store.codec import record, typed
from evidence.store.connect import Connection
from evidence.store.people import long_enough

JSON_COLUMNS = {
    "quote_spans", "attribution", "quantities", "times", "names", "blocks", "signals", "headers", "redirects"
}  # fmt: skip
MOST_AT_ONCE = 500
MANUAL_SIGNAL = (("manual", 1.0),)


def rows(connection: Connection, sql: str, given: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Rows by column name, with JSON columns parsed."""
    cursor = connection.execute(sql, list(given))
    columns = [each[0] for each in cursor.description]
    return [_row(columns, values) for values in cursor.fetchall()]


def _row(columns: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    row = dict(zip(columns, values, strict=True))
    for name in JSON_COLUMNS & row.keys():
        if isinstance(row[name], str):
            row[name] = json.loads(row[name])
    return row


def find_claim(connection: Connection, prefix: str) -> str:
    """The id of the one claim that begins with this prefix."""
    wanted = long_enough(prefix, "a claim")
    found = [row[0] for row in connection.execute(
        "SELECT claim_id FROM claim WHERE starts_with(claim_id, ?) ORDER BY claim_id LIMIT 5", [wanted]
    ).fetchall()]  # fmt: skip
    if not found:
        raise StoreError(
            f"No claim begins with {prefix!r}. The ids stand in the first column of the view current_verdicts."
        )
    if len(found) > 1:
        listed = ", ".join(each[: len(wanted) + 4] for each in found)
        raise StoreError(f"More than one claim begins with {prefix!r}: {listed}. Give more of the id.")
    return str(found[0])


def claim_at(connection: Connection, claim_id: str) -> Claim:
    """A claim as it stood when it was judged last."""
    found = rows(
        connection,
        "SELECT c.*, o.* EXCLUDE (claim_id, seq) FROM claim c JOIN claim_occurrence o ON o.claim_id = c.claim_id "
        "WHERE c.claim_id = $1 ORDER BY o.occurrence_id = "
        "(SELECT max_by(occurrence_id, seq) FROM outcome WHERE claim_id = $1) DESC, o.seq DESC LIMIT 1",
        [claim_id],
    )
    return claim_of(found[0])


def claim_of(row: Mapping[str, Any]) -> Claim:
    """A claim from its two rows."""
    said = row["attribution"]
    return record(
        Claim,
        {
            **row,
            "id": row["claim_id"],
            "text": row["claim_text"],
            "attribution": record(Attribution, said) if said else None,
            "worthiness": record(
                CheckWorthiness,
                {
                    "category": row["worth_category"],
                    "score": row["worth_score"],
                    "reason": row["worth_reason"],
                },
            ),
        },
    )


def article_at(connection: Connection, named: str) -> Article:
    """The revision with this id, else the latest of the article with this key, source, URL or id prefix."""
    found = rows(
        connection,
        "SELECT * FROM article WHERE article_id = $1 OR article_key = $1 OR source = $1 OR url = $1 "
        "OR article_key IN (SELECT article_key FROM article_source WHERE source = $1) "
        "OR (length($1) >= 6 AND (starts_with(article_id, $1) OR starts_with(article_key, $1))) "
        "ORDER BY article_id = $1 DESC, seq DESC",
        [named],
    )
    if not found:
        raise StoreError(f"There is no article {named!r} in this store. The view articles lists them.")
    if len({row["article_key"] for row in found}) > 1 and found[0]["article_id"] != named:
        raise StoreError(f"More than one article begins with {named!r}. Give more of the id; the view articles has it.")
    return record(Article, {**found[0], "id": found[0]["article_id"], "key": found[0]["article_key"]})


def snapshots_at(connection: Connection, ids: Sequence[str]) -> dict[str, Snapshot]:
    """Snapshots by id."""
    found = among(connection, "SELECT * FROM snapshot WHERE snapshot_id IN ({})", ids)
    return {row["snapshot_id"]: record(Snapshot, {**row, "id": row["snapshot_id"]}) for row in found}


def pages_at(connection: Connection, ids: Sequence[str]) -> dict[str, Page]:
    """Pages by id; the text of a removed page is empty."""
    found = among(
        connection,
        "SELECT g.*, coalesce(t.text, '') AS text FROM page g LEFT JOIN page_text t ON t.text_sha256 = g.text_sha256 "
        "WHERE g.page_id IN ({})",
        ids,
    )
    return {row["page_id"]: record(Page, {**row, "id": row["page_id"]}) for row in found}


def passages_at(connection: Connection, ids: Sequence[str]) -> dict[str, Passage]:
    """Passages by id, without the page they are read on; the text of a removed one is empty."""
    found = among(
        connection,
        "SELECT p.*, coalesce(t.text, '') AS text, coalesce(t.heading, '') AS heading FROM passage p "
        "LEFT JOIN passage_text t ON t.passage_id = p.passage_id WHERE p.passage_id IN ({})",
        ids,
    )
    return {
        row["passage_id"]: record(
            Passage, {**row, "id": row["passage_id"], "page_id": "", "start": row["start_at"], "end": row["end_at"]}
        )
        for row in found
    }


def among(connection: Connection, sql: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Rows whose key is one of these; the list is written out, since a subquery would scan every text."""
    unique = list(dict.fromkeys(ids))
    out: list[dict[str, Any]] = []
    for start in range(0, len(unique), MOST_AT_ONCE):
        some = unique[start : start + MOST_AT_ONCE]
        out += rows(connection, sql.format(", ".join("?" * len(some))), some)
    return out


def uses_of(connection: Connection, verdict_id: str) -> list[EvidenceUse]:
    """The evidence of one verdict as it was when it was reached."""
    found = rows(
        connection,
        "SELECT u.*, s.label, s.probability, s.reason, s.judge FROM verdict_use u "
        "JOIN stance s ON s.stance_id = u.stance_id WHERE u.verdict_id = ? ORDER BY u.rank, u.seq",
        [verdict_id],
    )
    pages = pages_at(connection, [row["page_id"] for row in found])
    passages = passages_at(connection, [row["passage_id"] for row in found])
    return [_use(row, passages[row["passage_id"]], pages[row["page_id"]]) for row in found]


def _use(row: Mapping[str, Any], passage: Passage, page: Page) -> EvidenceUse:
    ranked = RankedPassage(
        claim_id=row["claim_id"],
        passage=on_page(passage, page),
        page=page,
        rank=row["rank"],
        relevance=row["relevance"],
        signals=typed(tuple[tuple[str, float], ...], row["signals"]),
        source_group=row["source_group"],
    )
    return EvidenceUse(
        ranked=ranked, stance=record(Stance, {**row, "id": row["stance_id"]}), after_as_of=row["after_as_of"]
    )


def on_page(passage: Passage, page: Page) -> Passage:
    """The passage as it stands on this page; pages with one text share their passages."""
    return Passage(
        id=passage.id, page_id=page.id, start=passage.start, end=passage.end, text=passage.text,
        language=passage.language, heading=passage.heading,
    )  # fmt: skip


def manual_of(connection: Connection, claim_id: str, *, standing: bool = True) -> list[ManualEvidence]:
    """Evidence that people brought for a claim, in order; with `standing`, only what was not taken back."""
    found = rows(
        connection,
        "SELECT m.*, g.snapshot_id FROM manual_evidence m JOIN page g ON g.page_id = m.page_id WHERE m.claim_id = $1 "
        "AND NOT ($2 AND m.evidence_id IN (SELECT evidence_id FROM evidence_retraction)) ORDER BY m.seq",
        [claim_id, standing],
    )
    pages = pages_at(connection, [row["page_id"] for row in found])
    passages = passages_at(connection, [row["passage_id"] for row in found])
    snapshots = snapshots_at(connection, [row["snapshot_id"] for row in found])
    return [
        ManualEvidence(
            id=row["evidence_id"],
            claim_id=claim_id,
            stance=StanceLabel(row["stance"]),
            passage=on_page(passages[row["passage_id"]], pages[row["page_id"]]),
            page=pages[row["page_id"]],
            snapshot=snapshots[row["snapshot_id"]],
            added_by=row["added_by"],
            note=row["note"],
            added_at=row["added_at"].replace(tzinfo=UTC),
        )
        for row in found
    ]


def decisions_of(connection: Connection, claim_id: str) -> list[Decision]:
    """The standing decisions on a claim, the current one last."""
    found = rows(connection, "SELECT * FROM standing_decisions WHERE claim_id = ? ORDER BY seq", [claim_id])
    return [record(Decision, {**row, "id": row["decision_id"], "by": row["decided_by"]}) for row in found]
