"""Stored evidence judged again under other rules, without a single request; the same rules are no work."""

from datetime import UTC, datetime, timedelta

import pytest

from evidence.retention import prune
from evidence.store.standing import needed_bodies
from flows.recheck import Rechecked, recheck
from flows.settings import Settings
from flows.wiring import Parts
from tests.flows.changing import ChangingSite
from tests.flows.test_refresh import settings, site  # noqa: F401  (fixtures)
from tests.flows.test_watch import verdict_rows


def run(settings: Settings) -> Rechecked:  # noqa: F811
    return recheck(Parts(settings))


def test_nothing_is_done_where_nothing_changed(settings: Settings, site: ChangingSite) -> None:  # noqa: F811
    """Zero claims judged, zero rows, zero requests: shown by counts."""
    before = verdict_rows(settings)
    done = run(settings)
    assert (done.articles, done.as_they_were, done.judged) == (1, 1, 0)
    assert verdict_rows(settings) == before
    assert site.answers == []


def test_a_new_rule_moves_verdicts_without_a_request(settings: Settings, site: ChangingSite) -> None:  # noqa: F811
    """A threshold that nothing reaches leaves nothing decided; history keeps what stood before."""
    strict = settings.model_copy(update={"decisive_threshold": 1.0})
    before = verdict_rows(settings)
    done = run(strict)
    assert done.judged == done.claims > 0
    assert {moved.after for moved in done.moved} == {"not_enough_evidence"}
    assert done.moved[0].why.startswith("judged by ")
    assert site.answers == []
    assert verdict_rows(settings) == (before[0], before[1] + done.judged)
    again = run(strict)
    assert (again.as_they_were, again.judged) == (1, 0)
    back = run(settings)
    assert {moved.before for moved in back.moved} == {"not_enough_evidence"}


def test_pruning_takes_only_what_nothing_rests_on(
    settings: Settings,  # noqa: F811
    site: ChangingSite,  # noqa: F811
) -> None:
    """After it every proof can still be made, and a recheck still works."""
    parts = Parts(settings)
    old = parts.snapshots.put(url=f"{site.base}/search?q=1", body=b"{}", media_type="application/json")
    parts.snapshots.put(url=f"{site.base}/search?q=1", body=b'{"results": []}', media_type="application/json")
    future = datetime.now(UTC) + timedelta(days=1)
    asked = {"needed": needed_bodies(parts.store), "before": future}
    told = prune(parts.snapshots, dry_run=True, **asked)  # type: ignore[arg-type]
    assert told.bodies == 1
    assert parts.snapshots.read(old.body_sha256) == b"{}"
    assert prune(parts.snapshots, **asked) == told  # type: ignore[arg-type]
    with pytest.raises(Exception, match="not under"):
        parts.snapshots.read(old.body_sha256)
    for body in asked["needed"]:  # type: ignore[attr-defined]
        assert parts.snapshots.read(body)
    assert run(settings.model_copy(update={"decisive_threshold": 1.0})).undecided == 0
