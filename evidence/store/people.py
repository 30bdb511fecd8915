"""What people put into the store: evidence, decisions, and taking either back."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from claims.digests import digest
from evidence.errors import StoreError
from evidence.records import Decision, Label, ManualEvidence
from evidence.store.bulk import insert
from evidence.store.codec import plain
from evidence.store.connect import Connection
from evidence.store.write import add_pages, add_passages, now, occurrences_of


def add_manual(connection: Connection, added: Sequence[ManualEvidence]) -> None:
    """Keep evidence that people brought, all of it or none."""
    for each in added:
        named(each.added_by, "evidence")
        if each.page.text[each.passage.start : each.passage.end] != each.passage.text or not each.passage.text:
            raise ValueError(f"The quote of evidence {each.id} does not stand in {each.page.url}. Nothing was stored.")
    known = occurrences_of(connection, [each.claim_id for each in added])
    refused = already_brought(connection)
    for each in added:
        if refused(each):
            raise StoreError(f"Nothing was stored: {refused(each)}.")
        if each.claim_id not in known:
            raise StoreError(f"There is no claim {each.claim_id} in this store, so evidence for it was not kept.")
    add_pages(
        connection,
        {each.snapshot.id: each.snapshot for each in added}.values(),
        {each.page.id: each.page for each in added}.values(),
    )
    add_passages(connection, [(each.passage, each.page) for each in added])
    insert(connection, "manual_evidence", [{
        "evidence_id": each.id, "claim_id": each.claim_id, "passage_id": each.passage.id, "page_id": each.page.id,
        "stance": each.stance.value, "added_by": each.added_by, "note": each.note, "added_at": plain(each.added_at),
    } for each in added], key=["evidence_id"])  # fmt: skip


def already_brought(connection: Connection) -> Callable[[ManualEvidence], str]:
    """Says of evidence why it is not kept twice, "" where it is new: one person says one thing of a quote once."""
    standing = connection.execute(
        "SELECT claim_id, passage_id, stance, added_by, evidence_id, added_at FROM manual_evidence "
        "WHERE evidence_id NOT IN (SELECT evidence_id FROM evidence_retraction)"
    ).fetchall()
    known = {tuple(row[:4]): row[4:] for row in standing}

    def why_not(each: ManualEvidence) -> str:
        had = known.get((each.claim_id, each.passage.id, each.stance.value, each.added_by))
        if had is None or had[0] == each.id:
            return ""
        return f"{each.added_by} brought this evidence already on {had[1]:%Y-%m-%d}; it is {had[0][:8]}"

    return why_not


def retract(connection: Connection, prefix: str, *, by: str, reason: str) -> tuple[str, str]:
    """Take evidence back; its id and its claim's."""
    named(by, "a retraction")
    reasoned(reason, "A retraction")
    rows = connection.execute(
        "SELECT e.evidence_id, e.claim_id, r.retracted_by, r.retracted_at FROM manual_evidence e "
        "LEFT JOIN evidence_retraction r ON r.evidence_id = e.evidence_id WHERE starts_with(e.evidence_id, ?)",
        [long_enough(prefix, "evidence")],
    ).fetchall()
    if not rows:
        raise StoreError(
            f"No evidence brought by a person begins with {prefix!r}. Its ids are in the view evidence_by_people."
        )
    if len(rows) > 1:
        raise StoreError(f"{len(rows)} pieces of evidence begin with {prefix!r}. Give more of the id.")
    evidence_id, claim_id, who, when = rows[0]
    if who is not None:
        raise StoreError(f"Evidence {evidence_id} was already retracted by {who} on {when:%Y-%m-%d}.")
    insert(connection, "evidence_retraction", [
        {"evidence_id": evidence_id, "retracted_by": by.strip(), "reason": reason.strip(), "retracted_at": now()}
    ])  # fmt: skip
    return evidence_id, claim_id


def add_decision(connection: Connection, claim_id: str, label: Label, *, by: str, reason: str) -> Decision:
    """Keep a person's verdict."""
    named(by, "a decision")
    reasoned(reason, "A decision")
    occurrence = occurrences_of(connection, [claim_id]).get(claim_id)
    if occurrence is None:
        raise StoreError(f"There is no claim {claim_id} in this store, so nothing was decided.")
    at = datetime.now(UTC)
    decision = Decision(
        id=digest(claim_id, label.value, by.strip(), reason.strip(), at.isoformat()),
        claim_id=claim_id, label=label, by=by.strip(), reason=reason.strip(), decided_at=at,
    )  # fmt: skip
    insert(connection, "decision", [{
        "decision_id": decision.id, "claim_id": claim_id, "label": label.value, "decided_by": decision.by,
        "reason": decision.reason, "decided_at": plain(at), "occurrence_id": occurrence,
    }])  # fmt: skip
    return decision


def withdraw(connection: Connection, claim_id: str, *, by: str, reason: str, decided_by: str) -> Decision:
    """Take a person's standing decision back; the decision it was."""
    named(by, "a withdrawal")
    reasoned(reason, "A withdrawal")
    row = connection.execute(
        "SELECT decision_id, label, reason, decided_at FROM standing_decisions WHERE claim_id = ? AND decided_by = ?",
        [claim_id, decided_by.strip()],
    ).fetchone()
    if row is None:
        raise StoreError(f"{decided_by} has no standing decision on claim {claim_id}, so there is none to withdraw.")
    insert(connection, "decision_withdrawal", [
        {"decision_id": row[0], "withdrawn_by": by.strip(), "reason": reason.strip(), "withdrawn_at": now()}
    ])  # fmt: skip
    return Decision(
        id=row[0], claim_id=claim_id, label=Label(row[1]), by=decided_by.strip(), reason=row[2],
        decided_at=row[3].replace(tzinfo=UTC),
    )  # fmt: skip


def named(by: str, what: str) -> None:
    """Refuse what nobody answers for."""
    if not by.strip():
        raise StoreError(f"Say who: {what} needs a name. Give --by NAME or the setting `user`.")
    if by.strip() == "machine":
        raise StoreError("`machine` is how this program's own verdicts are signed. Give --by a person's name.")


def reasoned(reason: str, what: str) -> None:
    """Refuse what is not explained."""
    if not reason.strip():
        raise StoreError(f"{what} needs a reason, so that others can follow it. Give --reason R.")


def long_enough(prefix: str, what: str) -> str:
    """The prefix of an id in lower case; refused when shorter than 6 characters."""
    if len(prefix.strip()) < 6:
        raise StoreError(f"{prefix!r} is too short to name {what}: give 6 or more characters of its id.")
    return prefix.strip().lower()
