"""Telling people and programs: feeds of changed verdicts, a webhook, and Prefect's artifacts and events.

How far each channel was told stands in the store: what could not be delivered is delivered next time, and
nothing is delivered twice by us. A receiver that wants to be sure compares `X-Tabayyun-Delivery`.
"""

import contextlib
import hashlib
import hmac
import json
import random
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from claims.digests import digest
from evidence.records import Failure
from evidence.store.store import Store
from evidence.store.watches import ask_live, changes_since, note_told, told_upto
from flows.feeds import write_feeds
from flows.wiring import Parts

Row = Mapping[str, Any]

TRIES = 4
TIMEOUT = (5.0, 20.0)
FIRST_HOURS = 24  #: a channel that was never told hears of no more than this
CHANGE = (
    "seq", "changed_at", "claim_id", "claim_text", "old_label", "new_label", "decided_by", "rationale", "article_key",
    "article_title", "article_url", "command", "run_id",
)  # fmt: skip


class NotDelivered(Exception):
    """The webhook did not take a message; it stays to be sent."""


def tell(parts: Parts) -> None:
    """Bring every channel up to date; a channel that fails is noted and stops no run."""
    store = parts.store
    newest = _newest_change(store)
    if newest > told_upto(store, "feed", "changes"):
        write_feeds(store)
        note_told(store, "feed", "changes", newest)
    if parts.settings.webhook:
        try:
            _tell_webhook(parts)
        except NotDelivered as error:
            missed = Failure(stage="webhook", subject=parts.settings.webhook, reason=str(error), at=datetime.now(UTC))
            store.record_failures(parts.run_id, [missed])
    _tell_engine(parts)


def tell_failed(parts: Parts, what: str, error: BaseException) -> None:
    """Tell the webhook that a run failed; where that fails too, the run's own error is what matters."""
    if not parts.settings.webhook:
        return
    body = {"what": what, "error": f"{type(error).__name__}: {error}", "run_id": parts.run_id}
    with contextlib.suppress(NotDelivered):
        send(parts, "run_failed", body, key=f"{parts.run_id} {what}")


def _tell_webhook(parts: Parts) -> None:
    store = parts.store
    told = told_upto(store, "webhook", "changes")
    changes = changes_since(store, told)
    if not told:
        recent = datetime.now(UTC) - timedelta(hours=FIRST_HOURS)
        changes = [change for change in changes if change["changed_at"] >= recent]
    if changes:
        rows = [{name: change[name] for name in CHANGE} for change in changes]
        send(parts, "verdicts_changed", {"changes": rows}, key=f"{rows[0]['seq']}-{rows[-1]['seq']}")
        note_told(store, "webhook", "changes", int(rows[-1]["seq"]))
    _tell_review(parts)


def _tell_review(parts: Parts) -> None:
    """Tell which claims began to wait for a person since the last telling."""
    store = parts.store
    told = told_upto(store, "webhook", "review")  # microseconds since 1970: the view has no seq
    since = told or int((datetime.now(UTC) - timedelta(hours=FIRST_HOURS)).timestamp() * 1_000_000)
    waiting = ask_live(
        store,
        "SELECT claim_id, reason, since, epoch_us(since) AS moment FROM needs_review WHERE epoch_us(since) > ? "
        "ORDER BY since, claim_id LIMIT 1000",
        [since],
    )
    if waiting:
        upto = int(waiting[-1]["moment"])
        rows = [{name: row[name] for name in ("claim_id", "reason", "since")} for row in waiting]
        send(parts, "needs_review", {"claims": rows}, key=f"{since}-{upto}")
        note_told(store, "webhook", "review", upto)


def send(parts: Parts, event: str, body: Mapping[str, Any], *, key: str) -> None:
    """Post one message, signed where a key is set; raises NotDelivered after some tries."""
    settings = parts.settings
    content = {"event": event, "store": parts.store.path.name, "sent_at": datetime.now(UTC).isoformat(), **body}
    packed = json.dumps(content, ensure_ascii=False, default=_plain).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "X-Tabayyun-Event": event}
    headers["X-Tabayyun-Delivery"] = digest(event, str(parts.store.path.resolve()), key)
    if secret := settings.webhook_key.get_secret_value():
        signed = hmac.new(secret.encode(), packed, hashlib.sha256).hexdigest()
        headers["X-Tabayyun-Signature"] = f"sha256={signed}"
    problem = ""
    for attempt in range(TRIES):
        if attempt:
            time.sleep(2.0 ** (attempt - 1) * random.uniform(0.5, 1.0))  # noqa: S311  (jitter, not a secret)
        try:
            answer = requests.post(settings.webhook, data=packed, headers=headers, timeout=TIMEOUT)
        except requests.RequestException as error:
            problem = f"unreachable: {type(error).__name__}"
            continue
        if answer.ok:
            return
        problem = f"http_status: it answers {answer.status_code}"
        if answer.status_code < 500 and answer.status_code not in (408, 429):
            break
    raise NotDelivered(f"{problem}. The message stays and is sent after the next run.")


def _newest_change(store: Store) -> int:
    found = ask_live(store, "SELECT max(seq) AS newest FROM verdict_changes")
    return int(found[0]["newest"] or 0)


def _tell_engine(parts: Parts) -> None:
    """A table of the run and the changes of verdicts as artifacts and events, where a flow run is at work."""
    from prefect.artifacts import create_markdown_artifact, create_table_artifact
    from prefect.context import FlowRunContext
    from prefect.events import emit_event

    if FlowRunContext.get() is None:
        return
    store = parts.store
    runs = ask_live(
        store,
        "SELECT run_id, command, status, articles, claims, undecided, pages_fetched, pages_from_cache, pages_failed, "
        "requests, bytes, round(seconds, 1) AS seconds FROM runs ORDER BY seq DESC LIMIT 10",
    )
    if runs:
        create_table_artifact(
            table=[_shown(row) for row in runs], key="tabayyun-runs", description="The last runs of this store."
        )
    told = told_upto(store, "engine", "changes")
    changes = changes_since(store, told, latest=100)
    if not changes:
        return
    create_markdown_artifact(markdown=listed(changes), key="tabayyun-changes", description="Verdicts that changed.")
    for change in changes:
        emit_event(
            event="tabayyun.verdict.changed",
            resource={"prefect.resource.id": f"tabayyun.claim.{change['claim_id']}"},
            payload={name: _plain(change[name]) for name in ("old_label", "new_label", "decided_by", "article_key")},
        )
    note_told(store, "engine", "changes", int(changes[-1]["seq"]))


def listed(changes: Sequence[Row]) -> str:
    """Changes as a Markdown list; a claim's own marks cannot become markup."""
    return "\n".join(
        f"- **{change['old_label']} → {change['new_label']}** by {_bare(change['decided_by'])}: "
        f"{_bare(change['claim_text'])} — {_bare(change['article_title'] or change['article_key'])}"
        for change in changes
    )


def _bare(text: str) -> str:
    flat = " ".join(str(text).split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in flat)


def _shown(row: Row) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
