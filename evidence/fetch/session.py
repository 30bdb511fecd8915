"""One polite session: an address becomes a snapshot, or a worded refusal."""

import random
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from evidence.errors import PageRefused, TryLater
from evidence.fetch.connect import OpenSocket, open_socket
from evidence.fetch.exchange import Answer, Exchange
from evidence.fetch.guard import Guard, Resolve, Target, look_up, read_target
from evidence.fetch.journal import Journal, Outcome
from evidence.fetch.limits import Counts, Limits, Refusal, Tally, refuse
from evidence.fetch.media import could_be_text, media_type_of, settle
from evidence.fetch.pacing import Pace
from evidence.fetch.permission import RobotsBook, conditions_of
from evidence.records import Origin, Snapshot
from evidence.robots import MOST_BYTES
from evidence.snapshots import Snapshots

Purpose = Literal["page", "api"]
LONGEST_HOLD = 3600.0  # seconds: no answer closes a host to this machine for longer
PASSING = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's snapshot, and whether its bytes were here already."""

    snapshot: Snapshot
    from_cache: bool


class Fetcher:
    """Fetches for one run; all threads of a process share one, all processes of a machine its `locks`.

    An API is asked under its own terms (`purpose="api"`): robots.txt, which speaks to those who follow
    links, is not consulted for it. Everything else holds for both.
    """

    def __init__(
        self,
        *,
        snapshots: Snapshots,
        locks: Path,
        agent: str = "Tabayyun/0.1",
        contact: str = "",
        allow_hosts: Iterable[str] = (),
        rate: float = 1.0,
        host_rates: Mapping[str, float] | None = None,
        freshness: timedelta = timedelta(hours=24),
        network: bool = True,
        limits: Limits | None = None,
        journal: Journal | None = None,
        replay: Mapping[str, Outcome] | None = None,
        resolve: Resolve = look_up,
        open_socket: OpenSocket = open_socket,
    ) -> None:
        self.snapshots = snapshots
        self._tally = Tally()
        self.limits = limits or Limits()
        self.freshness = freshness
        self.network = network
        self.pace = Pace(
            locks,
            rate=rate,
            host_rates=host_rates,
            has_contact=bool(contact),
            parallel=self.limits.parallel_per_host,
            max_wait=self.limits.max_wait_seconds,
        )
        self._guard = Guard(allow_hosts)
        self._exchange = Exchange(
            self._guard,
            user_agent=f"{agent} ({contact})" if contact else agent,
            tally=self._tally,
            resolve=resolve,
            open_socket=open_socket,
        )
        self._journal = journal
        self._replay = replay
        self._one_at_a_time: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._robots = RobotsBook(self.snapshots, self._turn, self._guard, limits=self.limits, freshness=freshness)
        self._silent: Counter[str] = Counter()

    def get(self, url: str, *, purpose: Purpose = "page", headers: Mapping[str, str] | None = None) -> Fetched:
        """The page at this address, stored; `headers` (a key, say) are sent and never stored.

        Raises PageRefused with one of the reasons of `Refusal`, or TryLater.
        """
        try:
            fetched = self._get(url, purpose, dict(headers or {}))
        except PageRefused as error:
            self._tally.turned_away(error.reason)
            self._note(Outcome(url, reason=error.reason, message=str(error)))
            raise
        except TryLater as error:
            self._tally.turned_away(Refusal.TRY_LATER)
            self._note(Outcome(url, reason=Refusal.TRY_LATER, message=str(error)))
            raise
        self._note(Outcome(url, snapshot_id=fetched.snapshot.id))
        return fetched

    def take_back(self, url: str, fetched: Fetched, later: TryLater) -> None:
        """An answer that only says "later": not kept as one, its host left alone, and told so in a replay."""
        if self._replay is None and self.network:
            self.snapshots.forget(fetched.snapshot)
            self.pace.hold(read_target(url).netloc, min(later.seconds, LONGEST_HOLD))
        self._tally.turned_away(Refusal.TRY_LATER)
        self._note(Outcome(url, reason=Refusal.TRY_LATER, message=str(later)))

    def counts(self) -> Counts:
        """What was asked for so far."""
        return self._tally.read()

    def body(self, snapshot: Snapshot) -> bytes:
        """The bytes of a snapshot."""
        return self.snapshots.read(snapshot.body_sha256)

    def _note(self, outcome: Outcome) -> None:
        if self._journal is not None:
            self._journal.note(outcome)

    def _get(self, url: str, purpose: Purpose, headers: dict[str, str]) -> Fetched:
        if self._replay is not None:
            return self._replayed(url, self._replay)
        if url.startswith("file:"):
            return self._of_library(url)
        target = read_target(url)
        with self._one_at_a_time[target.url]:
            stored = self.snapshots.latest(target.url)
            if stored is not None and self._is_fresh(target.url):
                return self._from_store(stored)
            if not self.network:
                raise refuse(
                    Refusal.NETWORK_OFF,
                    url,
                    f"{url} is not stored, and the network is off. Run once without --no-network.",
                )
            return self._ask_with_patience(target, stored, purpose, headers)

    def _is_fresh(self, url: str) -> bool:
        checked = self.snapshots.checked_at(url)
        return not self.network or (checked is not None and datetime.now(UTC) - checked < self.freshness)

    def _from_store(self, stored: Snapshot) -> Fetched:
        self._tally.add("from_cache")
        if stored.status >= 400:
            raise _status_refusal(stored.url, stored.status)
        return Fetched(stored, from_cache=True)

    def _of_library(self, url: str) -> Fetched:
        stored = self.snapshots.latest(url)
        if stored is None:
            raise refuse(Refusal.UNREACHABLE, url, f"{url} is not in the library. Give its folder with --library.")
        return self._from_store(stored)

    def _replayed(self, url: str, replay: Mapping[str, Outcome]) -> Fetched:
        outcome = replay.get(url)
        if outcome is None:
            raise refuse(Refusal.NETWORK_OFF, url, f"The run that is played again never asked for {url}.")
        if outcome.reason == Refusal.TRY_LATER:
            raise TryLater(outcome.message)
        if outcome.reason:
            raise PageRefused(outcome.message, url=url, reason=outcome.reason)
        self._tally.add("from_cache")
        return Fetched(self.snapshots.at(outcome.snapshot_id), from_cache=True)

    def _ask_with_patience(
        self, target: Target, stored: Snapshot | None, purpose: Purpose, headers: dict[str, str]
    ) -> Fetched:
        """The answer, tried again where the server says "later" and the wait is bearable."""
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return self._ask(target, stored, purpose, headers)
            except TryLater as later:
                wait = max(later.seconds, 2.0 ** (attempt - 1) * random.uniform(0.5, 1.0))  # noqa: S311
                if later.seconds or attempt < self.limits.attempts:
                    self.pace.hold(target.netloc, min(wait, LONGEST_HOLD))
                if attempt == self.limits.attempts or wait > self.limits.max_wait_seconds:
                    raise
        raise AssertionError("attempts is at least 1")

    def _ask(self, target: Target, stored: Snapshot | None, purpose: Purpose, headers: dict[str, str]) -> Fetched:
        conditions = conditions_of(stored)
        here, passed, left = target, [target.url], self.limits.deadline_seconds
        for _ in range(self.limits.max_redirects + 1):
            delay = self._robots.permission(here) if purpose == "page" else 0.0
            started, answer = self._turn(here, {**headers, **conditions}, left, delay)
            left -= time.monotonic() - started
            if answer.moved_to is None:
                return self._keep(target, stored, answer, passed)
            there = read_target(answer.moved_to)
            self._guard.check_hop(here, there)
            if there.netloc != here.netloc:
                headers = {}  # a key is for the host that it was meant for
            here = there
            passed.append(here.url)
        raise refuse(
            Refusal.REDIRECTS,
            target.url,
            f"{target.url} sends on more than {self.limits.max_redirects} times. Not read.",
        )

    def _turn(
        self, target: Target, headers: Mapping[str, str], left: float, delay: float, *, robots: bool = False
    ) -> tuple[float, Answer]:
        """When it was our turn, and the answer to one request."""
        if self._silent[target.netloc] >= self.limits.dead_after:
            raise refuse(
                Refusal.UNREACHABLE,
                target.url,
                f"{target.netloc} gave no answer {self.limits.dead_after} times in a row; not asked again.",
            )
        with self.pace.turn(target.netloc, at_least=delay):
            started = time.monotonic()
            try:
                answer = self._exchange.ask(
                    target,
                    headers,
                    seconds=left,
                    most_bytes=MOST_BYTES if robots else self.limits.max_bytes,
                    cut=robots,
                    wanted=None if robots else could_be_text,
                )
            except PageRefused as error:
                if Refusal(error.reason).no_answer:
                    self._silent[target.netloc] += 1
                raise
        self._silent[target.netloc] = 0
        if answer.status in PASSING and not robots:
            raise TryLater(
                f"{target.url} answers {answer.status}: asked to come back later.", seconds=answer.retry_after
            )
        return started, answer

    def _keep(self, target: Target, stored: Snapshot | None, answer: Answer, passed: list[str]) -> Fetched:
        """The answer as a snapshot, or the refusal that it is."""
        if answer.status == 304 and stored is not None:
            self.snapshots.confirm(stored, at=datetime.now(UTC))
            self._tally.add("unchanged")
            return Fetched(stored, from_cache=True)
        good = 200 <= answer.status < 300
        kind = settle(media_type_of(answer.header("content-type")), answer.body) if good else ""
        if good and not kind:
            raise refuse(
                Refusal.NOT_TEXT,
                target.url,
                f"{target.url} is neither text nor PDF, though it may call itself so. Not kept.",
            )
        snapshot = self.snapshots.put(
            url=target.url,
            body=answer.body if good else b"",
            media_type=kind,
            final_url=passed[-1],
            redirects=passed[1:],
            status=answer.status,
            headers=answer.headers,
            origin=Origin.FETCHED,
        )
        if not good:
            raise _status_refusal(target.url, answer.status)
        return Fetched(snapshot, from_cache=False)


def _status_refusal(url: str, status: int) -> PageRefused:
    return refuse(Refusal.HTTP_STATUS, url, f"{url} answers {status}. The claim is judged without it.")
