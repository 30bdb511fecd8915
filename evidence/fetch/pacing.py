"""Whose turn it is: requests to one host, spaced out over all threads and processes of a machine.

A file per host holds the time of the next free turn. Whoever comes later than that takes the turn and writes the
time of the next; whoever comes earlier waits without the lock and looks again. So a turn begins when it is taken,
however late its taker woke up, a killed process holds nobody up, and nothing needs a server.
"""

import fcntl
import math
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from claims.digests import digest
from evidence.errors import TryLater

WIKIMEDIA = re.compile(
    r"(^|\.)(wikipedia|wikimedia|wikidata|wikisource|wiktionary|wikinews|wikiquote|wikibooks|wikivoyage|wikiversity|mediawiki)\.org$"
)
ANONYMOUS_WIKIMEDIA = 6.5  #: seconds; they allow 10 requests a minute over all their projects without a contact
NAMED_WIKIMEDIA = 0.35  #: seconds; 200 a minute with one
PUBLISHED = {"api.gdeltproject.org": 5.0, "archive.org": 1.0}  #: seconds, where a service says what it allows
MARGIN = 1.05  # turns this much further apart, so that the network's jitter does not bunch them over the rate
LOOK_AGAIN = 0.02


class Pace:
    """The intervals between requests to a host, and the waiting."""

    def __init__(
        self,
        folder: Path,
        *,
        rate: float = 1.0,
        host_rates: Mapping[str, float] | None = None,
        has_contact: bool = False,
        parallel: int = 3,
        max_wait: float = 120.0,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.folder = folder
        self.rate = rate
        self.host_rates = dict(host_rates or {})
        self.has_contact = has_contact
        self.parallel = parallel
        self.max_wait = max_wait
        self._now = now
        self._sleep = sleep

    def interval(self, netloc: str) -> float:
        """Seconds between the starts of two requests to this host."""
        host = netloc.rpartition(":")[0]
        chosen = self.host_rates.get(netloc, self.host_rates.get(host))
        seconds = 1.0 / (chosen or self.rate)
        if WIKIMEDIA.search(host):
            if not self.has_contact:
                return max(seconds, ANONYMOUS_WIKIMEDIA)
            return seconds if chosen else NAMED_WIKIMEDIA
        return max(seconds, PUBLISHED.get(host, 0.0))

    @contextmanager
    def turn(self, netloc: str, *, at_least: float = 0.0) -> Iterator[None]:
        """Inside it is our turn to ask this host, and at most `parallel` others are asking it.

        Raises TryLater, having taken no turn, where the wait would be longer than `max_wait` in all.
        """
        with self._one_of_few(netloc):
            since = self._now()
            while (wait := self._take(netloc, max(self.interval(netloc), at_least), since)) > 0:
                self._sleep(wait)
            yield

    def hold(self, netloc: str, seconds: float) -> None:
        """Nobody on this machine asks this host for so long: it said so, or it is in trouble."""
        with self._locked(netloc) as file:
            _write_time(file, max(_read_time(file), self._now() + seconds))

    def _take(self, netloc: str, interval: float, since: float) -> float:
        """0.0 where this turn is ours, and the next one is set; else the seconds until one may be free."""
        with self._locked(netloc) as file:
            now = self._now()
            free = _read_time(file)
            if free - now > 86_400 * 2:  # the clock was set back, or the file is damaged
                free = now
            if free <= now:
                _write_time(file, now + interval * MARGIN)
                return 0.0
        if free - since > self.max_wait:
            raise TryLater(
                f"{netloc} may be asked again in {free - now:.0f} seconds, longer than we wait "
                f"({self.max_wait:.0f} in all). Run again later.",
                seconds=free - now,
            )
        return free - now

    @contextmanager
    def _one_of_few(self, netloc: str) -> Iterator[None]:
        waited_since = self._now()
        while True:
            for place in range(self.parallel):
                file = self._open(f"{self._key(netloc)}.{place}")
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    file.close()
                    continue
                try:
                    yield
                finally:
                    file.close()
                return
            if self._now() - waited_since > self.max_wait:
                raise TryLater(
                    f"{netloc} is being asked by {self.parallel} others for too long.", seconds=self.max_wait
                )
            self._sleep(LOOK_AGAIN)

    @contextmanager
    def _locked(self, netloc: str) -> Iterator[IO[str]]:
        with self._open(f"{self._key(netloc)}.turn") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file

    def _open(self, name: str) -> IO[str]:
        self.folder.mkdir(parents=True, exist_ok=True)
        return (self.folder / name).open("a+", encoding="ascii")

    def _key(self, netloc: str) -> str:
        """One file for all of Wikimedia, whose limit counts over all its projects."""
        host = netloc.rpartition(":")[0]
        if WIKIMEDIA.search(host):
            return "wikimedia"
        return f"{re.sub(r'[^a-z0-9.-]', '_', host)[:80]}-{digest(netloc)[:8]}"


def _read_time(file: IO[str]) -> float:
    file.seek(0)
    try:
        seconds = float(file.read(64) or 0)
    except ValueError:
        return 0.0
    return seconds if math.isfinite(seconds) else 0.0


def _write_time(file: IO[str], seconds: float) -> None:
    file.truncate(0)
    file.write(f"{seconds:.6f}")
    file.flush()
