"""Claims weighed again on the stances that are stored and those that people took; no page is read anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from evidence.records import Label, Undecided, Verdict
from evidence.rules import Thresholds
from evidence.store import Store
from evidence.store.connect import Connection
from evidence.store.evidence_for import evidence_of
from evidence.store.read import claim_at, rows
from evidence.tiers import Tiers
from evidence.verdict import reach_verdict, undecided

PEOPLE = "people"  #: the judge of a claim on which no machine has spoken
TRIES = 5  # rounds in which others may bring evidence for the same claims meanwhile
AT_ONCE = 20  # claims weighed under one lock: well under a second, so that runs go on


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a claim stands."""

    label: str  #: as shown: a person's where one decided
    decided_by: str
    machine: str  #: the machine's label; "undecided" where it has none
    confidence: float | None  #: the machine's


def standings(store: Store, claim_ids: Sequence[str]) -> dict[str, Standing]:
    """Where each claim stands, those too that a corrected article no longer holds."""
    with store.connection() as connection:
        found = rows(
            connection,
            "SELECT c.claim_id, d.label AS person_label, d.decided_by, m.label, m.confidence FROM claim c "
            "LEFT JOIN current_decisions d ON d.claim_id = c.claim_id "
            "LEFT JOIN machine_verdicts m ON m.claim_id = c.claim_id "
            "WHERE c.claim_id IN (SELECT unnest($1::VARCHAR[]))",
            [list(claim_ids)],
        )
    return {row["claim_id"]: _standing(row) for row in found}


def judge_again(store: Store, claim_ids: Sequence[str], *, tiers: Tiers, thresholds: Thresholds) -> None:
    """Weigh each claim and keep what comes out.

    Where others bring evidence meanwhile, it is weighed again until the stored verdict rests on all of it.
    """
    for first in range(0, len(claim_ids), AT_ONCE):
        left = list(claim_ids[first : first + AT_ONCE])
        for _ in range(TRIES):
            with store.connection() as connection:
                before = _last_changes(connection, left)
                outcomes = _weighed(connection, left, tiers, thresholds)
            store.save_verdicts(outcomes)
            with store.connection() as connection:
                after = _last_changes(connection, left)
            left = [claim_id for claim_id in left if before.get(claim_id) != after.get(claim_id)]
            if not left:
                break


def _weighed(
    connection: Connection, claim_ids: Sequence[str], tiers: Tiers, thresholds: Thresholds
) -> list[Verdict | Undecided]:
    spoken = rows(
        connection,
        "SELECT c.claim_id, m.judge, f.reason AS failed, coalesce(m.as_of, f.as_of) AS as_of FROM claim c "
        "LEFT JOIN machine_verdicts m ON m.claim_id = c.claim_id "
        "LEFT JOIN last_failures f ON f.claim_id = c.claim_id "
        "WHERE c.claim_id IN (SELECT unnest($1::VARCHAR[])) ORDER BY c.claim_id",
        [list(claim_ids)],
    )
    return [outcome for row in spoken for outcome in _outcomes(connection, row, tiers, thresholds)]


def _outcomes(
    connection: Connection, row: Mapping[str, Any], tiers: Tiers, thresholds: Thresholds
) -> list[Verdict | Undecided]:
    """The verdict; where the machine has failed so far and people settle nothing, the claim goes on undecided."""
    claim = claim_at(connection, row["claim_id"])
    as_of: date = row["as_of"] or datetime.now(UTC).date()
    verdict = reach_verdict(
        claim,
        [(use.ranked, use.stance) for use in evidence_of(connection, claim.id)],
        as_of=as_of,
        judge=row["judge"] or PEOPLE,
        tiers=tiers,
        thresholds=thresholds,
    )
    failed = row["failed"] or (_failed_before(connection, claim.id) if row["judge"] == PEOPLE else "")
    if not failed or verdict.label is not Label.NOT_ENOUGH_EVIDENCE:
        return [verdict]
    still = undecided(claim, failed, as_of=as_of, run_id="")
    # A verdict that rested on evidence since taken back must not go on standing.
    return [verdict, still] if row["judge"] else [still]


def _failed_before(connection: Connection, claim_id: str) -> str:
    """Why the machine has no say on a claim that people alone have judged."""
    found = connection.execute(
        "SELECT rationale FROM verdict_history WHERE claim_id = ? AND entry = 'undecided' ORDER BY seq DESC LIMIT 1",
        [claim_id],
    ).fetchone()
    return str(found[0]) if found else ""


def _last_changes(connection: Connection, claim_ids: Sequence[str]) -> dict[str, int]:
    """The number of the last row by which people changed the evidence of each claim."""
    found = connection.execute(
        "SELECT claim_id, max(seq) FROM (SELECT claim_id, seq FROM manual_evidence UNION ALL "
        "SELECT m.claim_id, r.seq FROM evidence_retraction r JOIN manual_evidence m ON m.evidence_id = r.evidence_id) "
        "WHERE claim_id IN (SELECT unnest($1::VARCHAR[])) GROUP BY claim_id",
        [list(claim_ids)],
    ).fetchall()
    return dict(found)


def _standing(row: Mapping[str, Any]) -> Standing:
    return Standing(
        label=row["person_label"] or row["label"] or "undecided",
        decided_by=row["decided_by"] or "machine",
        machine=row["label"] or "undecided",
        confidence=row["confidence"],
    )
