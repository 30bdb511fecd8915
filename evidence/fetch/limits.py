"""Why a page is not had, how much of one is read, and what was asked so far."""

import threading
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from evidence.errors import PageRefused


class Refusal(StrEnum):
    """The closed words of `failures.reason` for pages and searches."""

    ROBOTS = "robots"  #: the site's robots.txt keeps us out, or could not be read for a fault of the site
    PRIVATE_ADDRESS = "private_address"  #: loopback, private, link-local or otherwise not public
    SCHEME = "scheme"  #: not http or https, or no address at all
    TIMEOUT = "timeout"  #: not finished within the deadline
    TOO_LARGE = "too_large"  #: more bytes than the limit, after decompression
    NOT_TEXT = "not_text"  #: a picture, a film, a program
    HTTP_STATUS = "http_status"  #: the site answered with a refusal
    REDIRECTS = "redirects"  #: sent on too often, or nowhere
    NETWORK_OFF = "network_off"  #: not stored, and the network is off
    UNREACHABLE = "unreachable"  #: no such host, connection refused or broken off
    BAD_ANSWER = "bad_answer"  #: an API or a feed answered with something else than its format
    NO_TEXT = "no_text"  #: nothing to read was found in the page
    TRY_LATER = "try_later"  #: the site asked us to come back later, more often than we try

    @property
    def no_answer(self) -> bool:
        """Whether this says that the source could not be reached, not that it had nothing."""
        return self in (Refusal.TIMEOUT, Refusal.NETWORK_OFF, Refusal.UNREACHABLE, Refusal.TRY_LATER)


def refuse(reason: Refusal, url: str, message: str) -> PageRefused:
    """The error for one address; the claim is judged without the page."""
    return PageRefused(message, url=url, reason=str(reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long, how large, how often."""

    deadline_seconds: float = 20.0  #: for one page, redirects included; waiting for our turn is not counted
    max_bytes: int = 8_000_000  #: after decompression
    max_redirects: int = 5
    attempts: int = 3  #: for answers that say "later"; waits between them grow, with jitter
    max_wait_seconds: float = 120.0  #: longer waits for a turn are a TryLater
    parallel_per_host: int = 3  #: connections to one host at once, over all processes of the machine
    dead_after: int = 3  #: a host that gives no answer this often in a row is not asked again


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a fetcher asked for so far."""

    requests: int = 0  #: sent to any host, robots.txt and redirects included
    bytes: int = 0  #: of bodies, after decompression
    from_cache: int = 0  #: answered from the snapshots without a request
    unchanged: int = 0  #: the server said 304
    refused: tuple[tuple[str, int], ...] = ()  #: pages not had, by reason
    per_host: tuple[tuple[str, int], ...] = ()  #: requests, by HOST:PORT


class Tally:
    """Counts while they grow; several threads add to it."""

    def __init__(self) -> None:
        self._plain: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self._hosts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def asked(self, host: str) -> None:
        """One more request."""
        with self._lock:
            self._plain["requests"] += 1
            self._hosts[host] += 1

    def add(self, what: str, count: int = 1) -> None:
        """So many more of `bytes`, `from_cache` or `unchanged`."""
        with self._lock:
            self._plain[what] += count

    def turned_away(self, reason: str) -> None:
        """One more page that was not had."""
        with self._lock:
            self._refused[reason] += 1

    def read(self) -> Counts:
        """The counts at this moment."""
        with self._lock:
            return Counts(
                **self._plain,
                refused=tuple(sorted(self._refused.items())),
                per_host=tuple(sorted(self._hosts.items())),
            )
