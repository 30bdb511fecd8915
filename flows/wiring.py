"""Settings -> the parts that a command works with; each is made when first used."""

import atexit
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from claims.digests import digest, sha256_of
from claims.records import Article
from evidence.fetch import Fetcher, Limits
from evidence.fetch.journal import Journal
from evidence.records import Run
from evidence.snapshots import Snapshots
from evidence.store.names import names_of
from flows.errors import BadInput
from flows.settings import Settings
from flows.version import CODE_VERSION, revision_of_parts

if TYPE_CHECKING:
    from evidence.embed import Embedder
    from evidence.embed_cache import DiskCache
    from evidence.rank import Reranker
    from evidence.replies import Complete
    from evidence.rules import Thresholds
    from evidence.sources import Naming, Source
    from evidence.stance import Judge
    from evidence.store import Store
    from evidence.tiers import Tiers

#: Settings that change neither what is read nor how it is judged.
NOT_THE_WORK = {
    "store", "contact", "requests_per_second", "host_rates", "freshness_hours", "deadline_seconds", "workers",
    "engine", "engine_home", "engine_idle_minutes", "log", "user", "token", "llm_key", "factcheck_key",
    "llm_timeout", "device", "network", "allow_hosts", "pages", "library", "tiers",
    "serve_runs", "run_timeout_minutes", "stage_minutes", "refresh_cron", "refresh_hours", "webhook", "webhook_key",
    "digest_cron", "fan_out", "dask_address", "dask_workers",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is said of one run and not set for all."""

    published_on: date | None = None
    as_of: date | None = None
    replay: str = ""  #: the id of a run whose pages, and no others, are to be read again


class Parts:
    """The parts of one command."""

    def __init__(self, settings: Settings, options: Options | None = None) -> None:
        self.settings = settings
        self.options = options or Options()
        self.run_id = uuid4().hex

    @property
    def folder(self) -> Path:
        """NAME.d/, beside the store."""
        return names_of(self.settings.store).folder

    @property
    def freshness(self) -> timedelta:
        """How long a stored page is used without asking its site again."""
        return timedelta(hours=self.settings.freshness_hours)

    @cached_property
    def store(self) -> "Store":
        """The live store."""
        from evidence.store import open_store

        store = open_store(self.settings.store, notice=lambda sentence: print(sentence, file=sys.stderr))
        atexit.register(store.close)  # a command that ends leaves a fresh copy for readers
        return store

    @cached_property
    def removed(self) -> frozenset[str]:
        """Addresses of pages that were taken away on request and are not to be read again."""
        return frozenset(self.store.removed_urls())

    @cached_property
    def snapshots(self) -> Snapshots:
        """The bytes of everything that was read."""
        return Snapshots(self.folder)

    @cached_property
    def fetcher(self) -> Fetcher:
        """The one polite session, which notes what the run read so that it can be played again."""
        settings = self.settings
        replay = None
        if self.options.replay:
            replay = self.journal(self.options.replay).read()
            if not replay:
                raise BadInput(
                    f"No run {self.options.replay} was noted in {self.folder}. `tabayyun status` lists them."
                )
        return Fetcher(
            snapshots=self.snapshots,
            locks=settings.engine_home.expanduser().parent / "locks",
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
            journal=self.journal(self.run_id),
            replay=replay,
        )

    def journal(self, run_id: str) -> Journal:
        """What a run read and did not get."""
        return Journal(self.folder / "journals" / f"{run_id}.jsonl")

    @cached_property
    def sources(self) -> "list[Source]":
        """Where pages are looked for, the given pages and the library among them."""
        from flows.sources import make_sources

        return make_sources(self.settings, self.snapshots)

    @cached_property
    def namings(self) -> "list[Naming]":
        """What is asked for names in other languages."""
        from flows.sources import make_namings

        return make_namings(self.settings)

    @cached_property
    def embedder(self) -> "Embedder | None":
        """The model that ranks; None where the setting says to rank by words alone."""
        from evidence.embed import load_embedder

        settings = self.settings
        if settings.embedder == "none":
            return None
        return load_embedder(
            settings.embedder,
            query_prompt=settings.query_prompt,
            passage_prompt=settings.passage_prompt,
            batch_size=settings.batch_size,
            device=settings.device,
            dimensions=settings.embedder_dimensions or None,
            download=settings.network,
        )

    @cached_property
    def embeddings(self) -> "DiskCache":
        """Vectors of texts that were embedded before."""
        from evidence.embed_cache import DiskCache

        return DiskCache(self.folder / "cache" / "embeddings.sqlite")

    @cached_property
    def reranker(self) -> "Reranker | None":
        """A cross-encoder that orders the best passages again, where one is set."""
        from evidence.rank import load_reranker

        settings = self.settings
        if not settings.reranker:
            return None
        return load_reranker(
            settings.reranker, batch_size=settings.batch_size, device=settings.device, download=settings.network
        )

    @cached_property
    def judge(self) -> "Judge":
        """Who says what a passage says of a claim."""
        from evidence.judges import load_judge

        judge = self.settings.judge
        complete = self.complete(judge.partition(":")[2]) if judge.startswith("llm:") else None
        return load_judge(judge, complete=complete, device=self.settings.device)

    @cached_property
    def tiers(self) -> "Tiers":
        """How far each source may decide."""
        from evidence.tiers import load_tiers

        return load_tiers(self.settings.tiers)

    @cached_property
    def thresholds(self) -> "Thresholds":
        """From which confidence a verdict is decisive."""
        from evidence.rules import load_thresholds

        return load_thresholds(decisive=self.settings.decisive_threshold)

    def complete(self, model: str) -> "Complete":
        """What asks the language model that the settings name; answers are kept and used again."""
        from evidence.llm import LlmClient
        from evidence.replies import Replies

        settings = self.settings
        if not settings.llm_url or not model:
            raise BadInput(
                "A language model is asked for, but 'llm_url' or the model's name is not set. Set 'llm_url' to the "
                "base address of an OpenAI-compatible server and 'llm_model' to a model of it, or take the judge "
                "and splitter 'default'."
            )
        client = LlmClient(
            settings.llm_url, model, key=settings.llm_key.get_secret_value(), timeout_s=settings.llm_timeout
        )
        folder = self.folder / "cache" / "llm"
        return Replies(ask=client.complete, model=model, folder=folder, network=settings.network).complete

    def languages(self, of_claim: str) -> list[str]:
        """The languages to search in: the claim's, English, and those that are set."""
        return list(dict.fromkeys([of_claim, "en", *self.settings.source_languages]))

    def require_reference(self) -> None:
        """Raise BadInput unless there is something to check against, and every part of it can be used."""
        settings = self.settings
        if not settings.sources and settings.pages is None and settings.library is None:
            raise BadInput(
                "There is nothing to check against: the setting 'sources' is empty and neither --pages nor "
                "--library was given. Give one of them, for instance --source wikipedia."
            )
        _ = self.sources, self.namings  # a wrong name or a missing file is said before any model is loaded

    def notices(self) -> list[str]:
        """What a person should know before a run begins."""
        settings = self.settings
        asks = "wikipedia.org" in settings.mediawiki_api and "wikipedia" in settings.sources and settings.network
        if not asks or settings.contact:
            return []
        slow = "Wikipedia is read at under 10 requests a minute because no 'contact' is set. "
        return [slow + "Set it to your e-mail or web address for full pace."]

    def as_of(self, article: Article) -> date:
        """The date for which truth is judged: as asked for, else that of publication, else today."""
        return self.options.as_of or article.published_on or datetime.now(UTC).date()

    def work_digest(self, article: Article) -> str:
        """A digest of everything that decides what a check of this article comes to."""
        return self.work_digest_of(article.id, self.as_of(article))

    def work_digest_of(self, article_id: str, as_of: date) -> str:
        """The same for a revision of which only the id is at hand."""
        return digest(article_id, as_of.isoformat(), self._setup_digest)

    @cached_property
    def _setup_digest(self) -> str:
        """A digest of everything but the article."""
        chosen = self.settings.model_dump(mode="json", exclude=NOT_THE_WORK)
        given = (self.settings.pages, self.settings.library, self.settings.tiers)
        states = [_state_of(path) if path is not None else "" for path in given]
        replay = self.options.replay
        return digest(CODE_VERSION, revision_of_parts(), repr(sorted(chosen.items())), replay, *states)

    def is_done(self, article: Article) -> bool:
        """Whether this very work was finished and its pages are still fresh."""
        return self.store.work_done(self.work_digest(article), within=self.freshness)

    @property
    def embedder_revision(self) -> str:
        """The digest of the weights that rank; of the shipped ones without loading them."""
        from evidence.embed import SHIPPED, revision_of

        settings = self.settings
        if settings.embedder == "shipped":
            dimensions = settings.embedder_dimensions or None
            return revision_of(SHIPPED, settings.query_prompt, settings.passage_prompt, dimensions)
        return self.embedder.revision if self.embedder else ""

    def start_run(self, command: str) -> Run:
        """A new run, set down in the store before its work begins."""
        return self.store.start_run(
            run_id=self.run_id,
            command=command,
            code_version=CODE_VERSION,
            config_sha256=sha256_of(self.settings.model_dump_json(exclude={"token", "llm_key", "factcheck_key"})),
            embedder=self.settings.embedder,
            embedder_sha256=self.embedder_revision,
            judge=self.judge.name,
            judge_sha256=sha256_of(self.judge.name),
        )


def _state_of(path: Path) -> str:
    """A digest of a file, or of a folder's names, sizes and times."""
    if path.is_file():
        return sha256_of(path.read_bytes())
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else []
    return digest(*(f"{each} {each.stat().st_size} {each.stat().st_mtime_ns}" for each in files))
