"""Settings -> the parts that a command works with; nothing is loaded before it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.digests import digest
from claims.records import Article, Claim
from evidence.fetch import Fetcher, Limits
from evidence.snapshots import Snapshots
from flows.errors import BadInput
from flows.settings import Settings
from flows.version import CODE_VERSION

if TYPE_CHECKING:
    from evidence.embed import Embedder
    from evidence.embed_cache import DiskCache
    from evidence.rules import Thresholds
    from evidence.sources import Source
    from evidence.stance import Judge
    from evidence.store import Store
    from evidence.tiers import Tiers

#: Settings that change neither what is read nor what is judged.
NOT_PART_OF_THE_WORK = {
    "store", "contact", "requests_per_second", "host_rates", "freshness_hours", "deadline_seconds", "workers",
    "engine", "engine_home", "engine_idle_minutes", "log", "user", "token", "llm_key", "factcheck_key",
    "llm_timeout", "device", "network", "allow_hosts", "pages", "library",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is said of one run and not set for all."""

    published_on: date | None = None
    as_of: date | None = None


class Parts:
    """The parts of one command, each made when first used."""

    def __init__(self, settings: Settings, options: Options | None = None, *, run_id: str = "") -> None:
        self.settings = settings
        self.options = options or Options()
        self.run_id = run_id

    @property
    def folder(self) -> Path:
        """NAME.d/, beside the store."""
        return self.settings.store.with_suffix(".d")

    @property
    def freshness(self) -> timedelta:
        """How long a stored page is used without asking its site."""
        return timedelta(hours=self.settings.freshness_hours)

    @cached_property
    def store(self) -> "Store":
        """The live store."""
        from evidence.store import open_store

        return open_store(self.settings.store)

    @cached_property
    def snapshots(self) -> Snapshots:
        """The bytes of everything read."""
        return Snapshots(self.folder)

    @cached_property
    def fetcher(self) -> Fetcher:
        """The one polite session."""
        settings = self.settings
        return Fetcher(
            snapshots=self.snapshots,
            contact=settings.contact,
            allow_hosts=settings.allow_hosts,
            rate=settings.requests_per_second,
            host_rates=settings.host_rates,
            limits=Limits(
                deadline_seconds=settings.deadline_seconds,
                max_bytes=settings.max_page_bytes,
                max_redirects=settings.max_redirects,
            ),
            freshness=self.freshness,
            network=settings.network,
        )
