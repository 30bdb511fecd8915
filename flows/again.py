"""The commands `refresh`, `recheck` and `prune`: settings in, counts and moved verdicts out."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.logs import begin_logs
from flows.reading import existing
from flows.rejudge import Moved
from flows.settings import load_settings
from flows.wiring import Parts
from review.bidi import isolated


def run_refresh(
    article: str | None,
    *,
    now: bool,
    allow_hosts: list[str] | None,
    as_json: bool,
    store: Path | None,
    config: Path | None,
) -> int:
    """Refresh and say what came of it; 3 where pages were due and none could be had."""
    from flows.refresh import refresh

    settings = existing(load_settings(config, store=store, allow_hosts=allow_hosts))
    begin_logs(settings.log)
    parts = Parts(settings)
    done = refresh(parts, article, now=now)
    _say(done.moved, done.sentence(), as_json=as_json)
    return 3 if done.asked and done.failed == done.asked else 0


def run_recheck(article: str | None, *, as_json: bool, store: Path | None, config: Path | None) -> int:
    """Recheck and say what came of it."""
    from flows.recheck import recheck

    done = recheck(Parts(existing(load_settings(config, store=store, network=False))), article)
    _say(done.moved, done.sentence(), as_json=as_json)
    return 0


def run_prune(days: int, *, dry_run: bool, store: Path | None, config: Path | None) -> int:
    """Prune and say what went."""
    from evidence.retention import prune
    from evidence.store.standing import needed_bodies

    parts = Parts(existing(load_settings(config, store=store)))
    gone = prune(
        parts.snapshots,
        needed=needed_bodies(parts.store),
        before=datetime.now(UTC) - timedelta(days=days),
        dry_run=dry_run,
    )
    verb = "would go" if dry_run else "went"
    print(
        f"{gone.bodies} files of {gone.bytes:,} bytes and the records of {gone.fetches} fetches {verb}; "
        f"{gone.kept} files stay."
    )
    return 0


def _say(moved: Sequence[Moved], sentence: str, *, as_json: bool) -> None:
    if as_json:
        for each in moved:
            sys.stdout.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")
        return
    for each in moved:
        print(f"{each.claim_id[:8]}  {each.before} → {each.after}: {isolated(each.claim_text)}\n          {each.why}")
    print(sentence)
