"""What a Dask worker does with one article: the whole check, its result spooled; models load once a worker."""

import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from claims.records import Article
from evidence.records import ArticleResult, Undecided
from evidence.store.before import Before
from flows.job import Job, PlainCalls
from flows.progress import Silent
from flows.settings import Settings
from flows.spool import Spool
from flows.wiring import Parts


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one article, small enough to send back; the result itself is in the spool."""

    undecided: int
    reason: str  #: of the first undecided claim
    worker: int  #: its process


class WorkerParts(Parts):
    """Parts whose results go into a spool: a worker never opens the store."""

    def __init__(self, settings: Settings, spool: Spool) -> None:
        super().__init__(settings)
        self._spool = spool

    @cached_property
    def store(self) -> Any:
        """A store that only takes results; whether work was done before was asked before it was sent."""
        return _SpoolStore(self._spool)


@dataclass(frozen=True, slots=True)
class _SpoolStore:
    spool: Spool

    known: dict[str, Before] = field(default_factory=dict)  #: by revision of an article
    removed: set[str] = field(default_factory=set)

    def work_done(self, *_: object, **__: object) -> bool:
        return False

    def removed_urls(self) -> frozenset[str]:
        return frozenset(self.removed)

    def before(self, _article_key: str, article_id: str) -> Before:
        return self.known[article_id]

    def save_article(self, run_id: str, result: ArticleResult) -> bool:
        return self.spool.save_article(run_id, result)


_ONE_AT_A_TIME = threading.Lock()  # one fetcher counts for one article; a worker has one thread anyway
_MADE: dict[str, WorkerParts] = {}


def check_article(
    settings: Settings, run_id: str, article: Article, spool: Path, before: Before, removed: frozenset[str]
) -> Checked:
    """Check one article and spool its result.

    `before` is what the store knows of it; `removed` are addresses not to be read again.
    """
    import os

    with _ONE_AT_A_TIME:
        parts = _parts(settings, spool)
        parts.run_id = run_id
        parts.__dict__.pop("removed", None)  # kept for one command, and a worker outlives many
        parts.store.known.clear()
        parts.store.known[article.id] = before
        parts.store.removed.clear()
        parts.store.removed.update(removed)
        job = Job(parts=parts, execute=PlainCalls(settings.workers), shown=Silent())
        result = job.check(article)
    failed = [each for each in result.outcomes if isinstance(each, Undecided)] if result else []
    return Checked(len(failed), failed[0].reason if failed else "", os.getpid())


def _parts(settings: Settings, spool: Path) -> WorkerParts:
    """The parts of this process, made once for the settings in force: a model loads in seconds."""
    wanted = f"{settings.model_dump_json()} {spool}"
    if wanted not in _MADE:
        _MADE.clear()
        _MADE[wanted] = WorkerParts(settings, Spool(spool))
    return _MADE[wanted]
