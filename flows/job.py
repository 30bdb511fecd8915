"""One run over articles, stage by stage; how a stage's items are carried out is handed in.

The flow hands in Prefect tasks, the benchmark plain calls: the same stages, so that the engine's
price can be measured.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from claims.records import Article, Claim
from evidence.errors import EvidenceError
from evidence.records import (
    ArticleResult,
    Failure,
    Hit,
    Kept,
    ManualEvidence,
    RankedPassage,
    StageCount,
    Undecided,
    Verdict,
)
from evidence.store.before import LastCheck, meaning_of
from evidence.verdict import undecided
from flows import steps
from flows.limits import Limit, limit_of
from flows.progress import Shown
from flows.wiring import Parts


class Execute(Protocol):
    """Carries out one stage over its items."""

    def each(self, name: str, stage: Callable[..., Any], items: Sequence[Any], done: Callable[[], None]) -> list[Any]:
        """One result an item, in order; an EvidenceError that outlasted the retries stands in its place."""


class PlainCalls:
    """Carries out a stage as plain calls in a thread pool, without an engine."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def each(self, name: str, stage: Callable[..., Any], items: Sequence[Any], done: Callable[[], None]) -> list[Any]:
        """One result an item, in order."""
        del name

        def settled(item: Any) -> Any:
            try:
                return stage(item)
            except EvidenceError as error:
                return error
            finally:
                done()

        if len(items) == 1:
            return [settled(items[0])]
        with ThreadPoolExecutor(self._workers) as pool:
            return list(pool.map(settled, items))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """What was gathered for one article on the way to its verdicts."""

    found: tuple[steps.Found, ...] = ()
    read: tuple[steps.PageRead, ...] = ()
    failures: tuple[Failure, ...] = ()

    def hits(self) -> tuple[Hit, ...]:
        """Every page that was named, and for one that is gone the archived copy that was read in its place."""
        named = [hit for found in self.found for hit in found.hits]
        copies = {read.url: read.snapshot.url for read in self.read if read.missed is not None}
        return (*named, *(replace(hit, url=copies[hit.url]) for hit in named if hit.url in copies))


@dataclass(slots=True, kw_only=True)
class Job:
    """The work of one run: its parts, its screen, and how stages are carried out."""

    parts: Parts
    execute: Execute
    shown: Shown
    stages: list[StageCount] = field(default_factory=list)

    def check(self, article: Article) -> ArticleResult | None:
        """Check one article and store what came out, whole; None when this very work was done before.

        Exactly one verdict or undecided comes out for each claim that went in; of a corrected article only
        claims that changed go in, the verdicts of the others stand.
        """
        parts, started = self.parts, time.monotonic()
        if parts.is_done(article):
            return None
        as_of, work = parts.as_of(article), parts.work_digest(article)
        self.stages.clear()
        split: steps.Split = self._each("split", lambda each: steps.split(each, parts), [article])[0]
        claims, before = split.claims, parts.store.before(article.key, article.id)
        kept = self._kept(claims, before.last, as_of)
        todo = [claim for claim in claims if claim.id not in kept]
        outcomes, material = self._verify(article, todo, as_of, before.manual) if todo else ([], _Material())
        if [outcome.claim_id for outcome in outcomes] != [claim.id for claim in todo]:
            raise AssertionError(f"{len(todo)} claims went in and {len(outcomes)} outcomes came out")
        result = ArticleResult(
            article=article,
            claims=claims,
            queries=tuple(query for found in material.found for query in found.queries),
            hits=material.hits(),
            snapshots=tuple(read.snapshot for read in material.read),
            pages=tuple(read.page for read in material.read),
            outcomes=tuple(outcomes),
            failures=split.failures + material.failures,
            stages=tuple(self.stages),
            work_digest=work,
            seconds=time.monotonic() - started,
            kept=tuple(Kept(claim_id=claim_id, verdict_id=verdict_id) for claim_id, verdict_id in kept.items()),
            kept_from=before.last.check_id if before.last and kept else "",
        )
        self._each("store", lambda each: parts.store.save_article(parts.run_id, each), [result])
        return result

    def _kept(self, claims: Sequence[Claim], last: LastCheck | None, as_of: date) -> dict[str, str]:
        """The standing verdicts of claims that a correction of the article left as they were.

        They stand only where the last check was made by all that this one is made by.
        """
        if last is None or last.work_digest != self.parts.work_digest_of(last.article_id, as_of):
            return {}
        kept = {each.id: last.verdicts[each.id] for each in claims if last.meanings.get(each.id) == meaning_of(each)}
        self.stages.append(
            StageCount(stage="keep", items=len(kept), failures=0, requests=0, bytes=0, seconds=0.0, cached=len(kept))
        )
        return kept

    def _verify(
        self,
        article: Article,
        claims: Sequence[Claim],
        as_of: date,
        manual: Mapping[str, tuple[ManualEvidence, ...]],
    ) -> tuple[list[Verdict | Undecided], _Material]:
        """Search, read and judge for all claims of one article."""
        parts = self.parts
        named: steps.Named = self._each("names", lambda each: steps.find_names(each, parts), [claims], silent=True)[0]
        searching = self._limit("search")
        found: list[steps.Found] = self._each(
            "search", lambda c: steps.find_pages(c, parts, named.table, limit=searching), claims
        )
        urls = steps.choose_pages(found, parts.settings.pages_per_article)
        fetching = self._limit("fetch")
        answers = self._each("fetch", lambda url: steps.read_page(url, parts, limit=fetching), urls, may_fail=True)
        read = tuple(answer for answer in answers if isinstance(answer, steps.PageRead))
        refused = {
            url: steps.failure("fetch", url, answer)
            for url, answer in zip(urls, answers, strict=True)
            if isinstance(answer, EvidenceError)
        }
        material = _Material(
            found=tuple(found),
            read=read,
            failures=(
                *named.failures,
                *(failure for each in found for failure in each.failures),
                *refused.values(),
                *(page.missed for page in read if page.missed is not None),
            ),
        )
        passages = steps.usable_passages(article, [each.page for each in read])
        by_claim = {each.claim_id: each for each in found}

        def rank_all(these: Sequence[Claim]) -> dict[str, list[RankedPassage] | str]:
            limit = self._limit("rank")
            return {
                claim.id: self._told("rank", limit.sentence if limit.passed else steps.rank(claim, passages, parts))
                for claim in these
            }

        def judge_all(these: Sequence[Claim]) -> list[Verdict | Undecided]:
            limit = self._limit("judge")
            return [self._told("judge", judge_one(claim, limit)) for claim in these]

        def judge_one(claim: Claim, limit: Limit) -> Verdict | Undecided:
            best = limit.sentence if limit.passed else ranked[claim.id]
            if isinstance(best, str):
                return undecided(claim, best, as_of=as_of, run_id=parts.run_id)
            return steps.judge(
                claim, best, by_claim[claim.id], refused, parts, as_of=as_of, manual=manual.get(claim.id, ())
            )

        ranked = self._whole("rank", rank_all, claims)
        return self._whole("judge", judge_all, claims), material

    def _whole(self, name: str, stage: Callable[..., Any], claims: Sequence[Claim]) -> Any:
        """A stage that takes all claims at once, shown claim by claim."""
        self.shown.begin(name, len(claims))
        return self._each(name, stage, [claims], silent=True)[0]

    def _limit(self, stage: str) -> Limit:
        return limit_of(stage, self.parts.settings.stage_minutes)

    def _told(self, name: str, result: Any) -> Any:
        self.shown.advance(name)
        return result

    def _each(
        self,
        name: str,
        stage: Callable[..., Any],
        items: Sequence[Any],
        *,
        may_fail: bool = False,
        silent: bool = False,
    ) -> list[Any]:
        """One stage over its items, shown and counted; errors are raised unless the stage may fail."""
        if not items:
            return []
        if not silent:
            self.shown.begin(name, len(items))
        done = (lambda: None) if silent else (lambda: self.shown.advance(name))
        before, started = self.parts.fetcher.counts(), time.monotonic()
        results = self.execute.each(name, stage, items, done)
        after = self.parts.fetcher.counts()
        failed = [result for result in results if isinstance(result, EvidenceError)]
        if failed and not may_fail:
            raise failed[0]
        cached = sum(1 for result in results if isinstance(result, steps.PageRead) and result.from_cache)
        self.stages.append(
            StageCount(
                stage=name,
                items=len(items) - len(failed),
                failures=len(failed),
                requests=after.requests - before.requests,
                bytes=after.bytes - before.bytes,
                seconds=time.monotonic() - started,
                cached=cached,
            )
        )
        return results
