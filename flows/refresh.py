"""Evidence fetched again when due: both snapshots stay, and only claims whose evidence changed are judged."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from evidence.errors import PageRefused, TryLater
from evidence.pages import extract_page
from evidence.records import Failure, Page, Snapshot, StageCount
from evidence.snapshots import SnapshotMissing
from evidence.store.standing import (
    EvidencePage,
    evidence_pages,
    keys_with_newer_pages,
    last_rejudging,
    load_standing,
    standing_keys,
)
from flows.due import is_due
from flows.logs import told
from flows.looking import begin_run
from flows.rejudge import Moved, Rejudged, rejudge, rejudging_digest
from flows.steps import failure
from flows.watch import reader_of
from flows.wiring import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What a refresh did, in counts, and which verdicts moved."""

    pages: int  #: behind current verdicts
    asked: int  #: of these, due and asked for
    unchanged: int
    changed: int
    failed: int
    requests: int
    bytes: int
    claims: int  #: of articles with a changed page
    judged: int
    undecided: int
    moved: tuple[Moved, ...]
    seconds: float

    def sentence(self) -> str:
        """The counts in one line."""
        return (
            f"{self.pages} pages stand behind verdicts, {self.asked} were due: {self.unchanged} unchanged, "
            f"{self.changed} changed, {self.failed} not had ({self.requests} requests, {self.bytes} bytes). "
            f"{self.judged} of {self.claims} claims judged again, {len(self.moved)} verdicts moved."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """How one page stands today."""

    old: EvidencePage
    new: tuple[Snapshot, Page] | None  #: where its text changed
    missed: Failure | None


def refresh(parts: Parts, article: str | None = None, *, now: bool = False) -> Refreshed:
    """Ask for pages that are due, judge again what changed; with `now`, every page is due.

    Ended at any moment, the next refresh goes on where it was: what was fetched is known by the
    snapshots, what was judged by its digest.
    """
    began, store = time.monotonic(), parts.store
    keys = standing_keys(store, article)
    pages = evidence_pages(store, keys)
    if parts.settings.library is not None:
        _ = parts.sources  # reads the library's files, so that changed ones have their snapshots
    reader = reader_of(parts)
    due = [page for page in pages if now or _is_due(page, parts)]
    asked_for = {page.page_id for page in due}
    left = [page for page in pages if page.page_id not in asked_for]
    with ThreadPoolExecutor(parts.settings.workers) as pool:
        answers = list(pool.map(lambda page: _ask(page, reader), due))
    kept = [answer for page in left if (answer := _unstored(page, parts)) is not None]
    counts = reader.fetcher.counts()
    changed = [answer.new for answer in (*answers, *kept) if answer.new is not None]
    missed = [answer.missed for answer in answers if answer.missed is not None]
    store.save_verdicts([], snapshots=[new[0] for new in changed], pages=[new[1] for new in changed])
    asked = time.monotonic()
    todo = keys_with_newer_pages(store, keys)
    stages: list[StageCount] = []
    with ExitStack() as ending:
        if due:
            stages.append(
                StageCount(
                    stage="refetch", items=len(due) - len(missed), failures=len(missed), requests=counts.requests,
                    bytes=counts.bytes, seconds=asked - began, cached=counts.unchanged,
                )
            )  # fmt: skip
        done = _judge(parts, todo, ending, stages)
        if due and not done:
            begin_run(parts, "refresh", ending, stages=stages, models=False)
        if missed:
            store.record_failures(parts.run_id, missed)
    judged = sum(each.judged for each in done)
    result = Refreshed(
        pages=len(pages),
        asked=len(due),
        unchanged=len(due) - len(missed) - sum(answer.new is not None for answer in answers),
        changed=len(changed),
        failed=len(missed),
        requests=counts.requests,
        bytes=counts.bytes,
        claims=sum(each.claims for each in done),
        judged=judged,
        undecided=sum(each.undecided for each in done),
        moved=tuple(moved for each in done for moved in each.moved),
        seconds=time.monotonic() - began,
    )
    told("refresh ended", run=parts.run_id, **{**asdict(result), "moved": len(result.moved)})
    return result


def _is_due(page: EvidencePage, parts: Parts) -> bool:
    return is_due(page, parts.snapshots.checked_at(page.asked), parts.settings.refresh_hours, datetime.now(UTC))


def _ask(page: EvidencePage, reader: Parts) -> _Answer:
    """Ask the site, which may say that nothing changed; a page that is gone leaves its verdicts as they are."""
    try:
        fetched = reader.fetcher.get(page.asked)
        return _Answer(old=page, new=_read(page, fetched.snapshot, reader), missed=None)
    except (PageRefused, TryLater) as error:
        return _Answer(old=page, new=None, missed=failure("refetch", page.asked, error))


def _unstored(page: EvidencePage, parts: Parts) -> _Answer | None:
    """A version that was fetched by a run that ended before it could store it."""
    latest = parts.snapshots.latest(page.asked)
    if latest is None or latest.status != 200 or latest.body_sha256 == page.body_sha256:
        return None
    if latest.fetched_at <= page.fetched_at:
        return None
    try:
        return _Answer(old=page, new=_read(page, latest, parts), missed=None)
    except (PageRefused, SnapshotMissing):
        return None


def _read(page: EvidencePage, snapshot: Snapshot, parts: Parts) -> tuple[Snapshot, Page] | None:
    """The page where its text changed; other bytes with the same text change nothing."""
    if snapshot.body_sha256 == page.body_sha256:
        return None
    read = extract_page(snapshot, parts.snapshots.read(snapshot.body_sha256))
    return None if read.text_sha256 == page.text_sha256 else (snapshot, read)


def _judge(parts: Parts, keys: list[str], ending: ExitStack, stages: list[StageCount]) -> list[Rejudged]:
    """Judge again the articles with newer pages, each kept at once."""
    done: list[Rejudged] = []
    began = time.monotonic()
    for key in keys:
        standing = load_standing(parts.store, key)
        if last_rejudging(parts.store, key) == rejudging_digest(standing, parts):
            continue
        if not done:
            begin_run(parts, "refresh", ending, stages=stages)
        done.append(rejudge(standing, parts, only_changed=True, why="a page changed"))
    if done:
        stages.append(
            StageCount(
                stage="rejudge", items=sum(each.judged for each in done),
                failures=sum(each.undecided for each in done), requests=0, bytes=0,
                seconds=time.monotonic() - began,
            )
        )  # fmt: skip
    return done
