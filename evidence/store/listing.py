"""The current verdicts as plain values, with their evidence and what they lacked: what --json and exports show."""

from datetime import date, datetime
from typing import Any

from evidence.store.connect import Connection
from evidence.store.read import among, rows

AROUND = 120  #: characters of the stored page shown on either side of a passage


def listed(connection: Connection, article: str | None) -> list[dict[str, Any]]:
    """Rows of current_verdicts in the order of the articles' texts, ready for JSON, with `evidence` and `missing`."""
    where = "WHERE article_id = $1 OR article_key = $1" if article is not None else ""
    given = [article] if article is not None else []
    asked = f"SELECT * FROM current_verdicts {where} ORDER BY article_key, quote_start, kind, claim_id"  # noqa: S608
    verdicts = rows(connection, asked, given)
    ids = sorted({row["machine_verdict_id"] for row in verdicts if row["machine_verdict_id"]})
    evidence: dict[str, list[dict[str, Any]]] = {}
    asked = (
        f"SELECT e.*, coalesce(substr(t.text, greatest(e.passage_start - {AROUND - 1}, 1), "  # noqa: S608
        f"least({AROUND}, e.passage_start)), '') AS passage_before, "
        f"coalesce(substr(t.text, e.passage_end + 1, {AROUND}), '') AS passage_after "
        "FROM verdict_evidence e LEFT JOIN page_text t ON t.text_sha256 = e.text_sha256 "
        "WHERE e.verdict_id IN ({}) ORDER BY e.rank, e.evidence_id"
    )
    for row in among(connection, asked, ids):
        evidence.setdefault(row["verdict_id"], []).append(_ready(row))
    missing: dict[str, list[dict[str, Any]]] = {}
    claims = sorted({row["claim_id"] for row in verdicts})
    asked = "SELECT * FROM missing_evidence WHERE claim_id IN ({}) ORDER BY claim_id, seq"
    for row in among(connection, asked, claims):
        told = {name: row[name] for name in ("stage", "subject", "reason")}
        missing.setdefault(row["claim_id"], []).append(told)
    # a decision by a person rests on what the machine's verdict under it rests on
    return [
        {
            **_ready(row),
            "evidence": evidence.get(row["machine_verdict_id"], []),
            "missing": missing.get(row["claim_id"], []),
        }
        for row in verdicts
    ]


def _ready(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat() + "Z"
    return value.isoformat() if isinstance(value, date) else value
