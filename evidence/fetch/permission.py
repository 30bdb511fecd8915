"""May this page be asked for: each host's robots.txt, read once a run, kept for a day."""

import threading
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

from evidence.fetch.exchange import Answer
from evidence.fetch.guard import Guard, Target, read_target
from evidence.fetch.limits import Limits, Refusal, refuse
from evidence.records import Snapshot
from evidence.robots import Rules, read_rules
from evidence.snapshots import Snapshots

RULES_FOR = timedelta(hours=24)  # RFC 9309: a robots.txt should not be used for longer


class Turn(Protocol):
    """One request when it is our turn: when it was sent, and the answer."""

    def __call__(
        self, target: Target, headers: Mapping[str, str], left: float, delay: float, *, robots: bool = False
    ) -> tuple[float, Answer]:
        """The answer."""
        ...


class RobotsBook:
    """The rules of the hosts of a run."""

    def __init__(self, snapshots: Snapshots, turn: Turn, guard: Guard, *, limits: Limits, freshness: timedelta) -> None:
        self._snapshots = snapshots
        self._turn = turn
        self._guard = guard
        self._limits = limits
        self._good_for = min(RULES_FOR, freshness)
        self._rules: dict[str, Rules] = {}
        self._one_at_a_time: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def permission(self, target: Target) -> float:
        """The delay that the site asks for; raises PageRefused where its robots.txt keeps us out."""
        with self._one_at_a_time[target.root]:
            rules = self._rules.get(target.root)
            if rules is None:
                rules = self._rules[target.root] = self._read(target)
        if not rules.allows(target.url):
            why = rules.closed or "its robots.txt keeps this page from us"
            raise refuse(Refusal.ROBOTS, target.url, f"{target.url} was not read: {why}.")
        return rules.delay()

    def _read(self, site: Target) -> Rules:
        """The rules of a site, from the store for a day, then asked for again."""
        url = f"{site.root}/robots.txt"
        stored = self._snapshots.latest(url)
        checked = self._snapshots.checked_at(url)
        if stored is not None and checked is not None and datetime.now(UTC) - checked < self._good_for:
            return self._of(stored)
        here = read_target(url)
        for _ in range(self._limits.max_redirects + 1):
            _, answer = self._turn(here, conditions_of(stored), self._limits.deadline_seconds, 0.0, robots=True)
            if answer.moved_to is None:
                break
            there = read_target(answer.moved_to)
            self._guard.check_hop(here, there)
            here = there
        else:
            return read_rules(404, b"")  # RFC 9309: sent on too often counts as not there
        if answer.status == 304 and stored is not None:
            self._snapshots.confirm(stored, at=datetime.now(UTC))
            return self._of(stored)
        rules = read_rules(answer.status, answer.body)
        if not rules.closed:  # a fault of the site is forgotten with this run
            self._snapshots.put(
                url=url, body=answer.body, media_type="text/plain", status=answer.status, headers=answer.headers
            )
        return rules

    def _of(self, stored: Snapshot) -> Rules:
        return read_rules(stored.status, self._snapshots.read(stored.body_sha256))


def conditions_of(stored: Snapshot | None) -> dict[str, str]:
    """Headers that let the server say "unchanged"; none where what we have is no page."""
    if stored is None or stored.status != 200:
        return {}
    kept = {name.lower(): value for name, value in stored.headers}
    pairs = {"If-None-Match": kept.get("etag"), "If-Modified-Since": kept.get("last-modified")}
    return {name: value for name, value in pairs.items() if value}
