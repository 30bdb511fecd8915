"""Watches in the store: what is looked at, what each look found, what was judged again and told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from claims.digests import digest
from evidence.errors import StoreError
from evidence.store.bulk import insert
from evidence.store.codec import record
from evidence.store.connect import Connection
from evidence.store.people import long_enough
from evidence.store.read import rows
from evidence.store.store import Store
from evidence.store.write import now


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Where new and corrected articles are looked for, and how often."""

    id: str
    target: str
    kind: str  #: "page", "feed" or "folder"
    every_seconds: int  #: 0 where `cron` says when
    cron: str
    timezone: str
    pages: str  #: file of reference addresses, "" for the one in the settings
    added_at: datetime
    state: str  #: "active", "paused" or "removed"
    looked_at: datetime | None
    articles: int
    failing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An article of a watch as it was seen last."""

    entry: str
    mark: str
    text_sha256: str
    body_sha256: str  #: of the bytes, "" where none were read
    article_id: str
    state: str  #: "checked", "unchanged" or "failed"
    reason: str
    failures: int  #: how often it failed with this mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look at a watch did."""

    watch_id: str
    run_id: str
    entries: int
    checked: int
    unchanged: int
    failed: int


def add_watch(
    store: Store,
    target: str,
    *,
    kind: str,
    every_seconds: int = 0,
    cron: str = "",
    timezone: str = "UTC",
    pages: str = "",
) -> Watch:
    """A new watch; raises StoreError where this target is watched already."""
    at = now()
    watch_id = digest(target, at)
    with store.writing() as connection:
        found = connection.execute(
            "SELECT watch_id FROM watches WHERE target = ? AND state <> 'removed'", [target]
        ).fetchone()
        if found:
            raise StoreError(
                f"{target} is watched already, as {found[0][:8]}. To change it, `tabayyun watch remove` it first."
            )
        insert(connection, "watch", [{
            "watch_id": watch_id, "target": target, "kind": kind, "every_seconds": every_seconds, "cron": cron,
            "timezone": timezone, "pages": pages, "added_at": at,
        }])  # fmt: skip
        return _watch(connection, watch_id)


def set_state(store: Store, prefix: str, state: str) -> Watch:
    """The watch, now active, paused or removed."""
    with store.writing() as connection:
        watch = _watch(connection, prefix)
        if watch.state != state:
            insert(connection, "watch_change", [{"watch_id": watch.id, "state": state, "changed_at": now()}])
        return _watch(connection, watch.id)


def watches(store: Store, *, removed: bool = False) -> list[Watch]:
    """Every watch in the order in which they were added."""
    with store.connection() as connection:
        found = rows(connection, "SELECT * FROM watches WHERE $1 OR state <> 'removed' ORDER BY seq", [removed])
    return [record(Watch, {**row, "id": row["watch_id"]}) for row in found]


def watch_at(store: Store, prefix: str) -> Watch:
    """The one watch whose id begins so."""
    with store.connection() as connection:
        return _watch(connection, prefix)


def _watch(connection: Connection, prefix: str) -> Watch:
    found = rows(
        connection,
        "SELECT * FROM watches WHERE starts_with(watch_id, ?) AND state <> 'removed' ORDER BY seq",
        [long_enough(prefix, "a watch")],
    ) or rows(connection, "SELECT * FROM watches WHERE watch_id = ?", [prefix])
    if len(found) != 1:
        what = "No watch begins" if not found else f"{len(found)} watches begin"
        raise StoreError(f"{what} with {prefix!r}. `tabayyun watch list` shows them all.")
    return record(Watch, {**found[0], "id": found[0]["watch_id"]})


def seen(store: Store, watch_id: str) -> dict[str, Seen]:
    """What a watch came upon before, by address or path."""
    with store.connection() as connection:
        found = rows(connection, "SELECT * FROM watch_entries WHERE watch_id = ?", [watch_id])
    return {row["entry"]: record(Seen, row) for row in found}


def note_entry(store: Store, watch_id: str, entry: Mapping[str, str], *, run_id: str) -> None:
    """Keep what became of one article of a watch: entry, mark, digests, article_id, state, reason."""
    with store.writing() as connection:
        insert(connection, "watch_entry", [{"watch_id": watch_id, **entry, "run_id": run_id, "seen_at": now()}])


def note_look(store: Store, look: Look) -> None:
    """Keep that a look came to its end."""
    with store.writing() as connection:
        insert(connection, "watch_look", [{
            "watch_id": look.watch_id, "run_id": look.run_id, "entries": look.entries, "checked": look.checked,
            "unchanged": look.unchanged, "failed": look.failed, "looked_at": now(),
        }])  # fmt: skip


def told_upto(store: Store, channel: str, subject: str) -> int:
    """The seq up to which a channel was told."""
    with store.connection() as connection:
        found = connection.execute(
            "SELECT max(told_upto) FROM telling WHERE channel = ? AND subject = ?", [channel, subject]
        ).fetchone()
    return int(found[0]) if found and found[0] is not None else 0


def note_told(store: Store, channel: str, subject: str, upto: int) -> None:
    """Keep how far a channel was told."""
    with store.writing() as connection:
        insert(connection, "telling", [{"channel": channel, "subject": subject, "told_upto": upto, "told_at": now()}])


def changes_since(store: Store, seq: int = 0, *, latest: int = 1000) -> list[dict[str, Any]]:
    """Changes of verdicts after this seq, oldest first; of many, the latest."""
    with store.connection() as connection:
        found = rows(connection, "SELECT * FROM verdict_changes WHERE seq > ? ORDER BY seq DESC LIMIT ?", [seq, latest])
    return [{**row, "changed_at": row["changed_at"].replace(tzinfo=UTC)} for row in reversed(found)]


def ask_live(store: Store, sql: str, given: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Rows of a question asked of the live file, for work that must see what was written just now."""
    with store.connection() as connection:
        return rows(connection, sql, given)
