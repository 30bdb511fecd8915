"""What the review page asks of the review copy."""
# ruff: noqa: S608  (what is put into SQL are constants of this file; values go as parameters)

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from evidence.errors import StoreError
from evidence.store.connect import Connection
from evidence.store.read import rows

PAGE = 50
BEFORE, AFTER = 140, 180  # characters of the page shown around a passage; more would push it out of sight
_ID = re.compile(r"[0-9a-f]{6,64}")
#: Letters and signs that writers of Arabic put in or leave out; the same is done to the words searched for.
_FOLD = "regexp_replace(translate(lower({}), 'أإآٱىة', 'ااااية'), '[\u064b-\u0652\u0670\u0640]', '', 'g')"
_LISTED = (
    "claim_id, label, confidence, claim_text, quote, quote_start, quote_end, quote_spans, article_id, "
    "article_key, article_title, decided_by, decided_at, language, kind"
)
#: Made once for each state of the copy, so that every page of the queue takes milliseconds and not the views' joins.
PREPARE = (
    f"""CREATE TABLE memory.main.listed AS
    WITH waiting AS (SELECT claim_id, list(DISTINCT reason ORDER BY reason) AS reasons, min(since) AS since
                     FROM needs_review GROUP BY claim_id)
    SELECT v.*, n.reasons, n.since
    FROM (SELECT {_LISTED} FROM current_verdicts) v LEFT JOIN waiting n ON n.claim_id = v.claim_id""",
)
_ORDER = "v.since IS NULL, v.since, v.article_key, v.quote_start, v.quote_end, v.kind, v.claim_id"
_SEARCHED = f"""CREATE TABLE IF NOT EXISTS memory.main.searched AS
    SELECT claim_id, {_FOLD.format("claim_text || ' ' || article_title")} AS words FROM memory.main.listed"""


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
    if chosen.words.strip():
        connection.execute(_SEARCHED)
    where, given = _where(chosen)
    total = connection.execute(f"SELECT count(*) FROM memory.main.listed v {where}", given).fetchone()[0]
    skipped = PAGE * (max(chosen.page, 1) - 1)
    found = rows(
        connection,
        f"SELECT v.* FROM memory.main.listed v {where} ORDER BY {_ORDER} LIMIT {PAGE} OFFSET {skipped}",
        given,
    )
    return found, int(total)


def tallies(connection: Connection, chosen: Filters) -> dict[str, Any]:
    """How many claims have each label and how many wait, of those that the other filters leave."""
    where, given = _where(replace(chosen, label="", waits=False))
    found = connection.execute(
        f"SELECT label, count(*), count(reasons) FROM memory.main.listed v {where} GROUP BY label", given
    ).fetchall()
    languages = connection.execute("SELECT DISTINCT language FROM memory.main.listed ORDER BY 1").fetchall()
    return {
        "labels": {label: count for label, count, _ in found},
        "waits": sum(waits for _, _, waits in found),
        "languages": [language for (language,) in languages],
        "all": sum(count for _, count, _ in found),
    }


def verdicts_of(connection: Connection, article_id: str) -> list[dict[str, Any]]:
    """The claims of one article, in the order of its text."""
    return rows(
        connection,
        "SELECT * FROM memory.main.listed WHERE article_id = $1 ORDER BY quote_start, quote_end, kind, claim_id",
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
        "coalesce(substr(t.text, e.passage_end + 1, $3), '') AS after, length(t.text) AS page_length "
        "FROM verdict_evidence e LEFT JOIN page_text t ON t.text_sha256 = e.text_sha256 "
        "WHERE e.verdict_id = $1 ORDER BY e.stance = 'context', e.rank, e.evidence_id",
        [verdict_id or "", BEFORE, AFTER],
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


def machine_of(connection: Connection, claim_id: str) -> dict[str, Any] | None:
    """The machine's latest verdict, which stands beneath a person's."""
    found = rows(connection, "SELECT * FROM machine_verdicts WHERE claim_id = ?", [claim_id])
    return found[0] if found else None


def reasons_of(connection: Connection, claim_id: str) -> list[str]:
    """Why the claim waits for a person."""
    found = connection.execute("SELECT reasons FROM memory.main.listed WHERE claim_id = ?", [claim_id]).fetchone()
    return list(found[0] or ()) if found else []


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
    for column, value in (("label", chosen.label), ("language", chosen.language), ("article_id", chosen.article)):
        if value:
            parts.append(f"v.{column} = ?")
            given.append(value)
    if chosen.by:
        parts.append("v.decided_by = 'machine'" if chosen.by == "machine" else "v.decided_by <> 'machine'")
    if chosen.waits:
        parts.append("v.reasons IS NOT NULL")
    for word in chosen.words.split()[:8]:
        parts.append(
            "(starts_with(v.claim_id, ?) OR v.claim_id IN "
            f"(SELECT claim_id FROM memory.main.searched WHERE contains(words, {_FOLD.format('?')})))"
        )
        given += [word.lower(), word]
    return ("WHERE " + " AND ".join(parts) if parts else ""), given
