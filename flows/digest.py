"""The digest of a week as one Markdown file: what was checked, what moved, what waits, what failed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from evidence.store.store import Store
from evidence.store.watches import ask_live, changes_since, watches
from flows.notify import listed

MOST_LINES = 100


def write_digest(store: Store, *, until: datetime, days: int = 7) -> Path:
    """The file, named for its last day; written anew when asked again."""
    folder = store.folder / "digests"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{until:%Y-%m-%d}.md"
    part = path.with_suffix(".part")
    part.write_text(digest_text(store, since=until - timedelta(days=days), until=until), encoding="utf-8")
    part.replace(path)
    return path


def digest_text(store: Store, *, since: datetime, until: datetime) -> str:
    """The digest as Markdown."""
    first = since.replace(tzinfo=None)
    last = until.replace(tzinfo=None)
    done = ask_live(
        store,
        "SELECT command, status, count(*) AS runs, sum(articles)::BIGINT AS articles, sum(claims)::BIGINT AS claims, "
        "sum(undecided)::BIGINT AS undecided, sum(pages_fetched)::BIGINT AS pages, "
        "sum(pages_failed)::BIGINT AS failed, "
        "round(sum(seconds)) AS seconds FROM runs WHERE started_at > ? AND started_at <= ? GROUP BY ALL ORDER BY ALL",
        [first, last],
    )
    labels = ask_live(store, "SELECT label, count(*) AS claims FROM current_verdicts GROUP BY label ORDER BY label")
    changes = [change for change in changes_since(store) if since < change["changed_at"] <= until]
    waiting = ask_live(
        store,
        "SELECT n.reason, c.claim_text, n.claim_id FROM needs_review n LEFT JOIN current_verdicts c USING (claim_id) "
        "ORDER BY n.since, n.claim_id",
    )
    failed = ask_live(
        store,
        "SELECT stage, split_part(reason, ':', 1) AS reason, count(*) AS times FROM failure "
        "WHERE failed_at > ? AND failed_at <= ? "
        "GROUP BY ALL ORDER BY times DESC, stage",
        [first, last],
    )
    dead = [watch for watch in watches(store) if watch.failing]
    sections = [
        f"# {store.path.stem}: {since:%Y-%m-%d} to {until:%Y-%m-%d}",
        _table("Runs", done),
        _table("Verdicts as they stand", labels),
        f"## Verdicts that changed: {len(changes)}\n\n{listed(changes[-MOST_LINES:]) or 'None.'}",
        f"## Waiting for a person: {len(waiting)}\n\n" + (_waiting(waiting[:MOST_LINES]) or "Nothing."),
        _table("Not had", failed),
        f"## Watches with articles that fail: {len(dead)}\n\n"
        + ("\n".join(f"- {watch.target}: {watch.failing}" for watch in dead) or "None."),
    ]
    return "\n\n".join(sections) + "\n"


def _waiting(rows: Sequence[dict[str, Any]]) -> str:
    return "\n".join(
        f"- {row['claim_id'][:8]} {row['reason']}: {' '.join((row['claim_text'] or '').split())}" for row in rows
    )


def _table(title: str, rows: Sequence[dict[str, Any]]) -> str:
    if not rows:
        return f"## {title}\n\nNone."
    names = list(rows[0])
    lines = [f"| {' | '.join(names)} |", "|" + "---|" * len(names)]
    lines += [f"| {' | '.join(_cell(row[name]) for name in names)} |" for row in rows]
    return f"## {title}\n\n" + "\n".join(lines)


def _cell(value: Any) -> str:
    return "" if value is None else str(value).replace("|", "\\|")
