"""Why a claim has its verdict: the chain from the label back to the digests of bytes."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from evidence.errors import StoreError
from evidence.records import EvidenceUse, Failure, Hit, Link, Provenance, Query, Run, Undecided, Verdict
from evidence.store.codec import record
from evidence.store.connect import Connection
from evidence.store.read import article_at, claim_at, decisions_of, manual_of, rows, snapshots_at, uses_of


def provenance_of(connection: Connection, claim_id: str) -> Provenance:
    """Everything that the current verdict on a claim rests on."""
    current = _current(connection, claim_id)
    claim = claim_at(connection, claim_id)
    machine = rows(connection, "SELECT * FROM machine_verdicts WHERE claim_id = ?", [claim_id])
    failed = rows(connection, "SELECT * FROM last_failures WHERE claim_id = ?", [claim_id])
    uses = tuple(uses_of(connection, machine[0]["verdict_id"])) if machine else ()
    run_id = (machine or failed or [{"run_id": ""}])[0]["run_id"]
    ran = rows(connection, "SELECT * FROM run WHERE run_id = ?", [run_id])
    missing = rows(connection, "SELECT * FROM missing_evidence WHERE claim_id = ? ORDER BY seq", [claim_id])
    return Provenance(
        claim=claim,
        article=article_at(connection, claim.article_id),
        label=current["label"],
        decided_by=current["decided_by"],
        decided_at=current["decided_at"].replace(tzinfo=UTC),
        verdict=record(Verdict, {**machine[0], "id": machine[0]["verdict_id"], "evidence": uses}) if machine else None,
        undecided=record(Undecided, {**failed[0], "id": failed[0]["undecided_id"]}) if failed else None,
        decisions=tuple(decisions_of(connection, claim_id)),
        run=record(Run, {**ran[0], "id": ran[0]["run_id"]}) if ran else None,
        links=_links(connection, claim_id, uses),
        missing=tuple(record(Failure, row) for row in missing),
    )


def _links(connection: Connection, claim_id: str, uses: Sequence[EvidenceUse]) -> tuple[Link, ...]:
    snapshots = snapshots_at(connection, [use.ranked.page.snapshot_id for use in uses])
    added = {each.id: each for each in manual_of(connection, claim_id, standing=False)}
    hits = {
        row["url"]: record(Hit, row)
        for row in rows(connection, "SELECT * FROM hit WHERE claim_id = ? ORDER BY seq, rank DESC", [claim_id])
    }
    queries = {
        row["query_id"]: record(Query, {**row, "id": row["query_id"]})
        for row in rows(connection, "SELECT * FROM query WHERE claim_id = ?", [claim_id])
    }
    out = []
    for use in uses:
        snapshot = snapshots[use.ranked.page.snapshot_id]
        hit = next(
            (hits[url] for url in (snapshot.url, snapshot.final_url, use.ranked.page.url) if url in hits),
            None,
        )
        out.append(
            Link(
                use=use,
                snapshot=snapshot,
                hit=hit,
                query=queries.get(hit.query_id) if hit else None,
                added=added.get(use.stance.id),
                removed=not use.ranked.passage.text,
            )
        )
    return tuple(out)


def _current(connection: Connection, claim_id: str) -> dict[str, Any]:
    found = rows(connection, "SELECT * FROM current_verdicts WHERE claim_id = ?", [claim_id])
    if not found:  # a corrected article dropped it: its history is what there is
        found = rows(
            connection,
            "SELECT * FROM verdict_history WHERE claim_id = ? AND withdrawn_at IS NULL "
            "ORDER BY entry = 'decision' DESC, entry = 'verdict' DESC, seq DESC LIMIT 1",
            [claim_id],
        )
    if not found:
        raise StoreError(f"Claim {claim_id} was stored without an outcome; run a check of its article.")
    return found[0]
