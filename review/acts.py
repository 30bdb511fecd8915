"""What people do to claims: bring evidence, take it back, decide; the claim is judged again at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from claims.digests import sha256_of
from evidence.errors import EvidenceError, ReferenceUnreadable
from evidence.fetch.media import settle
from evidence.importing import Wanted, import_evidence
from evidence.manual import manual_evidence
from evidence.pages import extract_page
from evidence.records import Label, ManualEvidence, Origin, Page, Provenance, Snapshot, StanceLabel, Undecided, Verdict
from evidence.rules import Thresholds
from evidence.snapshots import Snapshots
from evidence.sources.library import KINDS, MOST_BYTES
from evidence.store import Store
from evidence.tiers import Tiers
from evidence.verdict import reach_verdict, undecided

PEOPLE = "people"  #: the judge of a claim on which no machine has spoken
TRIES = 5  # rounds in which others may bring evidence for the same claim meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The parts that acting on claims needs."""

    store: Store
    snapshots: Snapshots
    get: Callable[[str], Snapshot]  #: the snapshot of a URL, fetched politely
    tiers: Tiers
    thresholds: Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a claim stands."""

    label: str  #: as shown: a person's where one decided
    decided_by: str
    machine: str  #: the machine's label; "undecided" where it has none
    confidence: float | None  #: the machine's


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where a claim stood before somebody acted on it, and where it stands now."""

    claim_id: str
    before: Standing
    after: Standing


def add_evidence(
    desk: Desk, claim: str, wanted: Wanted, *, quote: str, stance: StanceLabel, by: str, note: str = ""
) -> tuple[ManualEvidence, Moved]:
    """The evidence as kept, and what it did to the claim.

    Raises QuoteNotFound, PageRefused, TryLater or StoreError, and then nothing was kept.
    """
    before = desk.store.why(claim)
    snapshot, page = page_of(desk, wanted)
    added = manual_evidence(
        claim_id=before.claim.id, snapshot=snapshot, page=page, quote=quote, stance=stance, by=by, note=note
    )
    desk.store.add_evidence(added)
    return added, _judged(desk, [before])[0]


def import_file(desk: Desk, file: Path, *, by: str) -> tuple[tuple[ManualEvidence, ...], list[Moved]]:
    """All rows of a file as evidence, and what they did; raises BadRows, and then nothing was kept."""
    known: dict[str, Provenance] = {}
    ids: dict[str, str] = {}

    def claim_of(prefix: str) -> str:
        if prefix not in ids:
            found = desk.store.why(prefix)
            ids[prefix] = found.claim.id
            known[found.claim.id] = found
        return ids[prefix]

    added = import_evidence(file, claim_of=claim_of, page_of=lambda wanted: page_of(desk, wanted), by=by)
    desk.store.add_evidence(*added)
    return added, _judged(desk, list(known.values()))


def retract_evidence(desk: Desk, evidence: str, *, by: str, reason: str) -> tuple[str, Moved]:
    """The id of the evidence that was taken back, and what that did; its row stays."""
    evidence_id, claim_id = desk.store.retract_evidence(evidence, by=by, reason=reason)
    return evidence_id, _judged(desk, [desk.store.why(claim_id)])[0]


def decide(desk: Desk, claim: str, label: Label, *, by: str, reason: str) -> Moved:
    """What a person's verdict did to the claim."""
    before = desk.store.why(claim)
    desk.store.decide(before.claim.id, label, by=by, reason=reason)
    return _moved(before, desk.store.why(before.claim.id))


def withdraw(desk: Desk, claim: str, *, by: str, reason: str) -> Moved:
    """What taking one's own verdict back did to the claim."""
    before = desk.store.why(claim)
    desk.store.withdraw_decision(before.claim.id, by=by, reason=reason)
    return _moved(before, desk.store.why(before.claim.id))


def page_of(desk: Desk, wanted: Wanted) -> tuple[Snapshot, Page]:
    """The page that a person names, kept as a snapshot whatever way it came."""
    if wanted.url:
        snapshot = desk.get(wanted.url)
    elif wanted.file:
        snapshot = _from_file(desk.snapshots, Path(wanted.file))
    else:
        if not wanted.text.strip():
            raise EvidenceError("There is no page: give one of --url, --file and --text.")
        snapshot = _kept(desk.snapshots, wanted.text.encode("utf-8", "replace"), "text/plain; charset=utf-8", "text")
    return snapshot, extract_page(snapshot, desk.snapshots.read(snapshot.body_sha256))


def judge_again(desk: Desk, claim_id: str) -> None:
    """Weigh the stored stances of a claim with what people brought, and keep what comes out.

    Where others bring evidence meanwhile, it is weighed again until the stored verdict rests on all of it.
    """
    for _ in range(TRIES):
        outcomes = _weighed(desk, claim_id)
        desk.store.save_verdicts(outcomes)
        if [each.id for each in _weighed(desk, claim_id)] == [each.id for each in outcomes]:
            return


def _weighed(desk: Desk, claim_id: str) -> list[Verdict | Undecided]:
    """The outcome; where the machine has failed so far and people settle nothing, it goes on being undecided."""
    found = desk.store.why(claim_id)
    uses = desk.store.load_evidence(claim_id)
    as_of = desk.store.as_of(claim_id) or found.article.published_on or datetime.now(UTC).date()
    verdict = reach_verdict(
        found.claim,
        [(use.ranked, use.stance) for use in uses],
        as_of=as_of,
        judge=found.verdict.judge if found.verdict else PEOPLE,
        tiers=desk.tiers,
        thresholds=desk.thresholds,
    )
    failed = _failure(desk, found)
    if not failed or verdict.label is not Label.NOT_ENOUGH_EVIDENCE:
        return [verdict]
    still = undecided(found.claim, failed, as_of=as_of, run_id="")
    # A verdict that rested on evidence since taken back must not go on standing.
    return [still] if found.verdict is None else [verdict, still]


def _failure(desk: Desk, found: Provenance) -> str:
    """Why the machine has no say on the claim, "" where it has one."""
    if found.undecided is not None:
        return found.undecided.reason
    if found.verdict is None or found.verdict.judge != PEOPLE:
        return ""
    rows = desk.store.query(
        "SELECT rationale FROM verdict_history WHERE claim_id = ? AND entry = 'undecided' ORDER BY seq DESC LIMIT 1",
        [found.claim.id],
    )[1]
    return str(rows[0][0]) if rows else ""


def _judged(desk: Desk, before: Sequence[Provenance]) -> list[Moved]:
    for each in before:
        judge_again(desk, each.claim.id)
    return [_moved(each, desk.store.why(each.claim.id)) for each in before]


def _moved(before: Provenance, after: Provenance) -> Moved:
    return Moved(claim_id=after.claim.id, before=_standing(before), after=_standing(after))


def _standing(found: Provenance) -> Standing:
    return Standing(
        label=str(found.label),
        decided_by=found.decided_by,
        machine=str(found.verdict.label) if found.verdict else "undecided",
        confidence=found.verdict.confidence if found.verdict else None,
    )


def _from_file(snapshots: Snapshots, path: Path) -> Snapshot:
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise ReferenceUnreadable(
            f"{path} is no page that can be read. Expected a name that ends in {', '.join(KINDS)}."
        )
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReferenceUnreadable(
                f"{path} is larger than {MOST_BYTES:,} bytes. Save the part that holds the quote."
            )
        body = path.read_bytes()
    except OSError as error:
        raise ReferenceUnreadable(f"{path} cannot be read ({error.strerror}). Name a file that can be.") from None
    settled = settle(kind, body)
    if not settled or not body.strip():
        raise ReferenceUnreadable(f"{path} holds no text: its bytes are not what its name says, or there are none.")
    return _kept(snapshots, body, settled, f"file:{path.name}")


def _kept(snapshots: Snapshots, body: bytes, content_type: str, name: str) -> Snapshot:
    """A snapshot of what a person brought; two different files of one name are two pages."""
    media_type = content_type.partition(";")[0]
    return snapshots.put(
        url=f"{name}#sha256={sha256_of(body)[:16]}",
        body=body,
        media_type=media_type,
        origin=Origin.MANUAL,
        headers=[("content-type", content_type)] if ";" in content_type else (),
    )
