"""Looking at feeds, pages and folders: what is new or corrected is checked once, and nothing else is read.

Four things tell that an article is the one that was checked: the mark in the listing (a feed's date, a
file's size and time), a server that says 304, the digest of the bytes and that of the text. The first saves the
request, the second the body, the third reading it as an article, the fourth the check.
"""

import logging
import os
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from claims.errors import ClaimsError
from claims.records import Article
from evidence.errors import EvidenceError, PageRefused, StoreError, TryLater
from evidence.records import ArticleResult, Undecided
from evidence.sources.feeds import Entry, read_feed
from evidence.store.watches import Look, Seen, Watch, add_watch, note_entry, note_look, seen
from flows.errors import BadInput
from flows.logs import told
from flows.settings import Settings
from flows.steps import article_of, take_input
from flows.wiring import Options, Parts

KINDS = frozenset({".html", ".htm", ".xhtml", ".txt", ".md"})
UNDATED_ENTRIES = 50  #: of a listing that gives no dates, so many of the newest are asked for again
MOST_TRIES = 5  #: an article that fails so often is left alone until it changes
SHORTEST = 10  #: seconds; a shorter interval is a mistake
_EVERY = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d|w)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


class Undone(Exception):
    """An article was checked and some of its claims are undecided: it is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An article that stands where we look."""

    entry: str  #: address or path
    mark: str  #: what tells without reading whether it changed, "" for nothing


def begin_watch(
    target: str, parts: Parts, *, every: str | None, cron: str | None, timezone: str, pages: Path | None
) -> Watch:
    """A new watch of an address or folder, tried once before it is kept.

    Raises BadInput where there is nothing to look at or the times are none.
    """
    if every and cron:
        raise BadInput("--every and --cron were both given. Give one of them.")
    if pages is not None and not pages.is_file():
        raise BadInput(f"There is no file {pages}. --pages wants a text file of addresses, one a line.")
    if cron:
        _require_cron(cron, timezone)
    target, kind = _kind_of(target, parts)
    return add_watch(
        parts.store,
        target,
        kind=kind,
        every_seconds=0 if cron else read_every(every or "1h"),
        cron=cron or "",
        timezone=timezone,
        pages=str(pages.resolve()) if pages else "",
    )


def read_every(text: str) -> int:
    """Seconds of an interval such as 90s, 15m, 1h, 2d, 1w.

    >>> read_every("1.5h")
    5400
    """
    found = _EVERY.fullmatch(text.strip().lower())
    seconds = round(float(found[1]) * _SECONDS[found[2]]) if found else 0
    if seconds < SHORTEST:
        raise BadInput(
            f"--every is '{text}'. Expected a number and s, m, h, d or w, {SHORTEST}s or more, like 15m or 1h."
        )
    return seconds


def _require_cron(cron: str, timezone: str) -> None:
    from prefect.client.schemas.schedules import CronSchedule

    try:
        CronSchedule(cron=cron, timezone=timezone)
    except ValueError as error:
        raise BadInput(
            f"--cron '{cron}' in {timezone} says no times ({str(error).splitlines()[-1].strip()}). Expected five "
            "fields, like '0 6 * * *', and a zone such as UTC or Asia/Riyadh."
        ) from None


def _kind_of(target: str, parts: Parts) -> tuple[str, str]:
    """The target as it is kept, and what it is: asked of the site itself, not guessed from its address."""
    if not target.startswith(("http://", "https://")):
        folder = Path(target)
        if not folder.is_dir():
            raise BadInput(f"There is no folder {target}. Give the address of a page or feed, or a folder of articles.")
        return str(folder.resolve()), "folder"
    try:
        fetched = parts.fetcher.get(target)
    except (PageRefused, TryLater) as error:
        raise BadInput(f"{target} cannot be watched. {error}") from None
    try:
        read_feed(parts.fetcher.body(fetched.snapshot), fetched.snapshot.final_url)
    except PageRefused:
        return target, "page"
    return target, "feed"


def sightings(watch: Watch, parts: Parts) -> list[Sighting]:
    """The articles that stand at the target now, each once; raises PageRefused or TryLater for a dead feed."""
    if watch.kind == "page":
        return [Sighting(entry=watch.target, mark="")]
    if watch.kind == "folder":
        return _in_folder(Path(watch.target))
    found: dict[str, Sighting] = {}
    undated = 0
    for entry in _in_feed(watch.target, parts):
        undated += not entry.changed
        if entry.changed or undated <= UNDATED_ENTRIES:
            found.setdefault(entry.url, Sighting(entry=entry.url, mark=entry.changed))
    return list(found.values())


def _in_feed(address: str, parts: Parts) -> list[Entry]:
    fetched = parts.fetcher.get(address)
    entries, maps = read_feed(parts.fetcher.body(fetched.snapshot), fetched.snapshot.final_url)
    out = list(entries)
    for one in maps[:5]:
        inner = parts.fetcher.get(one)
        out += read_feed(parts.fetcher.body(inner.snapshot), inner.snapshot.final_url)[0]
    return out


def _in_folder(folder: Path) -> list[Sighting]:
    """Files by path; hidden ones, half-written ones and links are passed over."""
    if not folder.is_dir():
        raise BadInput(f"The watched folder {folder} is gone. Bring it back, or remove the watch.")
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if name.startswith(".") or path.suffix.lower() not in KINDS or path.is_symlink():
                continue
            state = path.stat()
            found.append(Sighting(entry=str(path), mark=f"{state.st_size} {state.st_mtime_ns}"))
    return found


def worth_reading(found: Sequence[Sighting], known: Mapping[str, Seen]) -> list[Sighting]:
    """Those that may be new or changed: no mark, another mark, or failed and not yet given up."""
    return [each for each in found if not _settled(each, known.get(each.entry))]


def _settled(each: Sighting, before: Seen | None) -> bool:
    if before is None:
        return False
    if before.state == "failed":
        return bool(each.mark) and before.mark == each.mark and before.failures >= MOST_TRIES
    return bool(each.mark) and before.mark == each.mark


def _outcome(result: ArticleResult | None) -> dict[str, str]:
    """The state of an article that was checked; one with undecided claims is tried again at the next look."""
    failed = [each for each in result.outcomes if isinstance(each, Undecided)] if result else []
    if not failed:
        return {"state": "checked"}
    return {"reason": f"{len(failed)} claims are undecided: {failed[0].reason}"}


def parts_of(watch: Watch, settings: Settings) -> Parts:
    """The parts with which a watch's articles are checked."""
    if watch.pages:
        settings = settings.model_copy(update={"pages": Path(watch.pages)})
    return Parts(settings)


def reader_of(parts: Parts) -> Parts:
    """Parts that always ask the site whether an article changed; evidence keeps its own freshness."""
    reader = Parts(parts.settings.model_copy(update={"freshness_hours": 0.0}), Options())
    reader.run_id = parts.run_id
    return reader


Check = Callable[[Article], ArticleResult | None]
Carry = Callable[[Sequence[str], Callable[[str], None]], None]


def look(watch: Watch, parts: Parts, *, carry: Carry, check: Check) -> Look:
    """One look: what is new or changed is read and checked, one article after the other, each kept at once.

    `carry` takes the addresses and what to do with one; it is a flow run, or a plain loop. A fault of one
    article is noted and the others go on; a fault of the store or the disk ends the look.
    """
    reader = reader_of(parts)
    found = sightings(watch, reader)
    known = seen(parts.store, watch.id)
    todo = {each.entry: each for each in worth_reading(found, known)}
    counts = {"checked": 0, "unchanged": len(found) - len(todo), "failed": 0}

    counting = threading.Lock()  # a cluster takes several at once

    def one(entry: str) -> None:
        state = _take(todo[entry], known.get(entry), watch, parts, reader, check)
        with counting:
            counts[state] += 1

    if todo:
        carry(list(todo), one)
    result = Look(watch_id=watch.id, run_id=parts.run_id if counts["checked"] else "", entries=len(found), **counts)
    note_look(parts.store, result)
    told("look ended", target=watch.target, **asdict(result))
    return result


def _take(each: Sighting, before: Seen | None, watch: Watch, parts: Parts, reader: Parts, check: Check) -> str:
    """Read one article, check it where its text is new, and keep what became of it."""
    row = {
        "entry": each.entry, "mark": each.mark, "text_sha256": "", "body_sha256": "", "article_id": "",
        "state": "failed", "reason": "",
    }  # fmt: skip
    known = before if before is not None and before.state != "failed" else None
    try:
        given = take_input(each.entry, reader, stdin=lambda: b"")
        row["body_sha256"] = given.body_sha256
        same = known is not None and known.body_sha256 == given.body_sha256
        article = None if same else article_of(given, reader)
        if known is not None and (article is None or known.text_sha256 == article.text_sha256):
            row |= {"text_sha256": known.text_sha256, "article_id": known.article_id, "state": "unchanged"}
            if not each.mark:  # a page that never says when it changed would add a row every hour
                return "unchanged"
        elif article is not None:
            row |= {"text_sha256": article.text_sha256, "article_id": article.id}
            row |= _outcome(check(article))
    except (StoreError, OSError, MemoryError):
        raise
    except (BadInput, ClaimsError, EvidenceError, Undone) as error:
        row["reason"] = str(error)
    except Exception as error:  # noqa: BLE001  (one article that trips us must not keep the others from being read)
        row["reason"] = f"a fault of ours, please report it: {type(error).__name__}: {error}"
    note_entry(parts.store, watch.id, row, run_id=parts.run_id)
    level = logging.WARNING if row["state"] == "failed" else logging.INFO
    told(
        "article " + row["state"],
        level=level,
        watch=watch.id[:8],
        entry=each.entry,
        run=parts.run_id,
        reason=row["reason"],
    )
    return row["state"]
