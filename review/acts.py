"""What people do to claims: bring evidence, take it back, decide; the claim is judged again at once."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.digests import sha256_of
from evidence.errors import EvidenceError, ReferenceUnreadable
from evidence.fetch.media import settle
from evidence.importing import Wanted, import_evidence
from evidence.manual import manual_evidence
from evidence.pages import extract_page
from evidence.records import Label, ManualEvidence, Origin, Page, Snapshot, StanceLabel
from evidence.rules import Thresholds
from evidence.snapshots import Snapshots
from evidence.sources.library import KINDS, MOST_BYTES
from evidence.store import Store
from evidence.tiers import Tiers
from review.weigh import Standing, judge_again, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The parts that acting on claims needs."""

    store: Store
    snapshots: Snapshots
    get: Callable[[str], Snapshot]  #: the snapshot of a URL, fetched politely
    tiers: Tiers
    thresholds: Thresholds


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
    claim_id = desk.store.load_claim(claim).id
    before = standings(desk.store, [claim_id])
    snapshot, page = page_of(desk, wanted)
    added = manual_evidence(
        claim_id=claim_id, snapshot=snapshot, page=page, quote=quote, stance=stance, by=by, note=note
    )
    desk.store.add_evidence(added)
    return added, _judged(desk, before)[0]


def import_file(desk: Desk, file: Path, *, by: str) -> tuple[tuple[ManualEvidence, ...], list[Moved]]:
    """All rows of a file as evidence, and what they did; raises BadRows, and then nothing was kept."""
    known = [str(row[0]) for row in desk.store.query("SELECT claim_id FROM claim ORDER BY claim_id")[1]]

    def claim_of(prefix: str) -> str:
        at = bisect_left(known, prefix)
        fitting = [each for each in known[at : at + 2] if each.startswith(prefix)]
        if len(prefix) >= 6 and len(fitting) == 1:
            return fitting[0]
        return desk.store.load_claim(prefix).id  # which says what is wrong with it

    added = import_evidence(
        file,
        claim_of=claim_of,
        page_of=lambda wanted: page_of(desk, wanted),
        refused=desk.store.already_brought(),
        by=by,
    )
    before = standings(desk.store, list(dict.fromkeys(each.claim_id for each in added)))
    desk.store.add_evidence(*added)
    return added, _judged(desk, before)


def retract_evidence(desk: Desk, evidence: str, *, by: str, reason: str) -> tuple[str, Moved]:
    """The id of the evidence that was taken back, and what that did; its row stays."""
    evidence_id, claim_id = desk.store.retract_evidence(evidence, by=by, reason=reason)
    return evidence_id, _judged(desk, standings(desk.store, [claim_id]))[0]


def decide(desk: Desk, claim: str, label: Label, *, by: str, reason: str) -> Moved:
    """What a person's verdict did to the claim."""
    claim_id = desk.store.load_claim(claim).id
    before = standings(desk.store, [claim_id])
    desk.store.decide(claim_id, label, by=by, reason=reason)
    return _moved(desk, before)[0]


def withdraw(desk: Desk, claim: str, *, by: str, reason: str) -> Moved:
    """What taking one's own verdict back did to the claim."""
    claim_id = desk.store.load_claim(claim).id
    before = standings(desk.store, [claim_id])
    desk.store.withdraw_decision(claim_id, by=by, reason=reason)
    return _moved(desk, before)[0]


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


def _judged(desk: Desk, before: Mapping[str, Standing]) -> list[Moved]:
    judge_again(desk.store, list(before), tiers=desk.tiers, thresholds=desk.thresholds)
    return _moved(desk, before)


def _moved(desk: Desk, before: Mapping[str, Standing]) -> list[Moved]:
    after = standings(desk.store, list(before))
    return [Moved(claim_id=each, before=before[each], after=after[each]) for each in before]


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
