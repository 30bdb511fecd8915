"""The evidence on which a claim is to be judged again: the machine's, and what people brought."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidence.records import EvidenceUse, ManualEvidence, RankedPassage, Stance
from evidence.store.codec import record
from evidence.store.connect import Connection
from evidence.store.read import MANUAL_SIGNAL, manual_of, rows, uses_of


def evidence_of(connection: Connection, claim_id: str) -> tuple[EvidenceUse, ...]:
    """Full records: the current verdict's passages with a person's stance where one stands, then new ones.

    Evidence that was taken back is gone from it, and the machine's stance on that passage stands again.
    Passages of removed pages are left out: what cannot be read cannot be judged.
    """
    last = connection.execute(
        "SELECT max_by(verdict_id, seq) FROM judgement WHERE claim_id = ? AND verdict_id IS NOT NULL",
        [claim_id],
    ).fetchone()
    used = uses_of(connection, last[0]) if last and last[0] else []
    as_of = _as_of(connection, claim_id)
    manual = manual_of(connection, claim_id)
    said = {each.passage.id: each for each in manual}  # of several people, the one who spoke last
    out: list[EvidenceUse] = []
    for use in used:
        passage = use.ranked.passage
        if not passage.text:
            continue
        if passage.id in said:
            out.append(replace(use, stance=person_stance(said.pop(passage.id))))
        elif use.stance.judge.startswith("person:"):
            machine = _machine_stance(connection, claim_id, passage.id)
            if machine is not None:
                out.append(replace(use, stance=machine))
        else:
            out.append(use)
    groups = {use.ranked.page.text_sha256: use.ranked.source_group for use in out}
    place = max((use.ranked.rank for use in out), default=0)
    for number, each in enumerate((each for each in said.values() if each.passage.text), start=place + 1):
        out.append(manual_use(each, rank=number, as_of=as_of, group=groups.get(each.page.text_sha256, "")))
    return tuple(out)


def manual_use(manual: ManualEvidence, *, rank: int, as_of: date | None, group: str = "") -> EvidenceUse:
    """Manual evidence as a verdict uses it."""
    ranked = RankedPassage(
        claim_id=manual.claim_id,
        passage=manual.passage,
        page=manual.page,
        rank=rank,
        relevance=1.0,
        signals=MANUAL_SIGNAL,
        source_group=group or manual.page.text_sha256,
    )
    published = manual.page.published_on
    late = as_of is not None and published is not None and published > as_of
    return EvidenceUse(ranked=ranked, stance=person_stance(manual), after_as_of=late)


def people_on(
    manual: Sequence[ManualEvidence], ranked: Sequence[RankedPassage], *, as_of: date | None
) -> list[tuple[RankedPassage, Stance]]:
    """What people brought for a claim, to be weighed behind the ranked passages; taken-away text is left out."""
    place = max((one.rank for one in ranked), default=0)
    groups = {one.page.text_sha256: one.source_group for one in ranked}
    uses = [
        manual_use(each, rank=place + number, as_of=as_of, group=groups.get(each.page.text_sha256, ""))
        for number, each in enumerate(manual, start=1)
        if each.passage.text
    ]
    return [(use.ranked, use.stance) for use in uses]


def person_stance(manual: ManualEvidence) -> Stance:
    """What a person says of a passage; its id is the evidence's, which ties the two rows."""
    return Stance(
        id=manual.id,
        claim_id=manual.claim_id,
        passage_id=manual.passage.id,
        label=manual.stance,
        probability=1.0,
        reason=manual.note or f"{manual.added_by} read it so",
        judge=f"person:{manual.added_by}",
    )


def _machine_stance(connection: Connection, claim_id: str, passage_id: str) -> Stance | None:
    found = rows(
        connection,
        "SELECT stance_id, claim_id, passage_id, label, probability, reason, judge FROM stance "
        "WHERE claim_id = ? AND passage_id = ? AND NOT starts_with(judge, 'person:') ORDER BY seq DESC LIMIT 1",
        [claim_id, passage_id],
    )
    if not found:
        return None
    return record(Stance, {**found[0], "id": found[0]["stance_id"]})


def _as_of(connection: Connection, claim_id: str) -> date | None:
    row = connection.execute("SELECT as_of FROM current_verdicts WHERE claim_id = ?", [claim_id]).fetchone()
    return row[0] if row else None
