"""A large store of made-up articles: python -m benchmarks.store.make FILE --claims 100000

Texts are Arabic and English words drawn at random, so that nothing compresses better than real pages do
by much; every claim has queries, hits, five passages with stances, and a verdict.
"""

import argparse
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from claims.digests import digest, sha256_of
from claims.records import (
    Article,
    Attribution,
    CheckWorthiness,
    Claim,
    ClaimKind,
    Modality,
    Polarity,
    Span,
    Worthiness,
    claim_id_of,
)
from evidence.records import (
    ArticleResult,
    EvidenceUse,
    Failure,
    Hit,
    Label,
    Origin,
    Page,
    Passage,
    Query,
    RankedPassage,
    Snapshot,
    StageCount,
    Stance,
    StanceLabel,
    Undecided,
    Verdict,
)
from evidence.store import Store, claim_rows, open_store, write
from evidence.store.connect import transaction

AR = [
    "الجسر",
    "القديم",
    "افتتح",
    "عام",
    "يبلغ",
    "طوله",
    "مترا",
    "قال",
    "الوزير",
    "إن",
    "الكلفة",
    "بلغت",
    "مليونا",
    "في",
    "المدينة",
    "على",
    "النهر",
    "بعد",
    "سنوات",
    "من",
    "العمل",
]
EN = [
    "the",
    "old",
    "bridge",
    "opened",
    "in",
    "year",
    "is",
    "metres",
    "long",
    "minister",
    "said",
    "cost",
    "was",
    "million",
    "city",
    "river",
    "after",
    "years",
    "of",
    "work",
]
LABELS = [Label.SUPPORTED, Label.REFUTED, Label.NOT_ENOUGH_EVIDENCE, Label.CONFLICTING]
HOURS = 50_000  #: over which pages were fetched
SPEAKERS = ("سامر حداد", "ليلى نصار", "وزارة النقل", "", "", "")


class Maker:
    """Makes the same store from the same seed."""

    def __init__(self, seed: int, *, claims: int, pages: int) -> None:
        self.random = random.Random(seed)
        self.claims, self.pages = claims, pages

    def words(self, vocabulary: list[str], count: int) -> str:
        """So many words, three of ten of them new."""
        draw = self.random
        return " ".join(
            draw.choice(vocabulary) if draw.random() < 0.7 else format(draw.getrandbits(34), "x") for _ in range(count)
        )

    def article(self, number: int) -> ArticleResult:
        """All that a run makes of one article."""
        draw = self.random
        sentences = [self.words(AR, 12) + "." for _ in range(self.claims)]
        text = " ".join(sentences)
        key = f"https://news{number % 40}.example/{number}"
        sha = sha256_of(text)
        article = Article(
            id=digest(key, sha),
            key=key,
            source=key,
            url=key,
            title=self.words(AR, 6),
            language="ar",
            published_on=date(2026, 1, 1) + timedelta(days=number % 300),
            text=text,
            text_sha256=sha,
            blocks=(),
        )
        at, claims = 0, []
        for sentence in sentences:
            claims.append(self._claim(article, sentence[:-1], at))
            at += len(sentence) + 1
        pages = [self._page(number, place) for place in range(self.pages)]
        queries = tuple(
            Query(id=digest(claim.id, lang, claim.quote[:30]), claim_id=claim.id, language=lang, text=claim.quote[:30])
            for claim in claims
            for lang in ("ar", "en")
        )
        hits = tuple(
            Hit(
                claim_id=q.claim_id, query_id=q.id, url=page.url, title=page.title, language="en", source="wiki", rank=r
            )
            for q in queries
            for r, (_, page) in enumerate(draw.sample(pages, 3), start=1)
        )
        outcomes = [self._outcome(claim, pages) for claim in claims]
        return ArticleResult(
            article=article, claims=tuple(claims), queries=queries, hits=hits,
            snapshots=tuple(pair[0] for pair in pages), pages=tuple(pair[1] for pair in pages),
            outcomes=tuple(outcomes),
            failures=(Failure(stage="fetch", subject=f"https://down.example/{number}", reason="timeout: no answer",
                              at=datetime.now(UTC)),),
            stages=(
                StageCount(stage="fetch", items=len(pages), failures=1, requests=9, bytes=9000, seconds=1.0),
                StageCount(stage="judging", items=len(claims), failures=0, requests=0, bytes=0, seconds=2.0),
            ),
            work_digest=digest("work", article.id), seconds=3.0,
        )  # fmt: skip

    def _claim(self, article: Article, quote: str, start: int) -> Claim:
        speaker = self.random.choice(SPEAKERS)
        said = Attribution(speaker=speaker, verb="قال", speaker_span=Span(start=start, end=start + 1), outer=())
        end = start + len(quote)
        return Claim(
            id=claim_id_of(article.key, quote, 1, ClaimKind.CONTENT), article_id=article.id, article_key=article.key,
            kind=ClaimKind.CONTENT, occurrence=1, language="ar", quote=quote, quote_start=start, quote_end=end,
            quote_spans=(Span(start=start, end=end),), sentence_start=start, sentence_end=end + 1, text=quote,
            attribution=said if speaker else None, polarity=Polarity.AFFIRMED, modality=Modality.ASSERTED,
            worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=self.random.random(), reason="a number"),
            quantities=(), times=(), names=(), splitter="bench-1",
        )  # fmt: skip

    def _page(self, number: int, place: int) -> tuple[Snapshot, Page]:
        url = f"https://site{(number * 7 + place) % 500}.example/{number}/{place}"
        text = ". ".join(self.words(EN, 14) for _ in range(30))
        sha, body = sha256_of(text), sha256_of("<p>" + text)
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number % HOURS)
        snapshot = Snapshot(
            id=digest(url, body, at.isoformat()),
            url=url,
            final_url=url,
            redirects=(),
            status=200,
            headers=(("content-type", "text/html"), ("etag", sha[:16])),
            media_type="text/html",
            fetched_at=at,
            body_sha256=body,
            body_bytes=len(text) + 900,
            origin=Origin.FETCHED,
        )
        return snapshot, Page(
            id=digest(snapshot.id, "bench-1", sha), snapshot_id=snapshot.id, body_sha256=body, url=url,
            title=self.words(EN, 5), publisher=url.split("/")[2], language="en",
            published_on=date(2020, 1, 1) if self.random.random() < 0.8 else None, published_how="meta",
            modified_on=None, fetched_at=at, origin=Origin.FETCHED, text=text, text_sha256=sha, extractor="bench-1",
        )  # fmt: skip

    def _outcome(self, claim: Claim, pages: list[tuple[Snapshot, Page]]) -> Verdict | Undecided:
        draw = self.random
        if draw.random() < 0.02:
            return Undecided(
                id=digest(claim.id, "x"), claim_id=claim.id, reason="judge: no answer", as_of=date(2026, 1, 1)
            )
        label = draw.choices(LABELS, weights=[40, 15, 40, 5])[0]
        uses = tuple(self._use(claim, draw.choice(pages)[1], rank) for rank in range(1, 6))
        return Verdict(
            id=digest(claim.id, label.value, tuple(use.stance.id for use in uses)), claim_id=claim.id, label=label,
            confidence=round(0.5 + draw.random() / 2, 3), rationale=self.words(EN, 25), as_of=date(2026, 1, 1),
            judge="bench-1", rule_version="rule-1", evidence=tuple({use.stance.id: use for use in uses}.values()),
        )  # fmt: skip

    def _use(self, claim: Claim, page: Page, rank: int) -> EvidenceUse:
        start = self.random.randrange(0, len(page.text) - 200)
        end = start + 150
        passage = Passage(
            id=digest(page.text_sha256, start, end),
            page_id=page.id,
            start=start,
            end=end,
            text=page.text[start:end],
            language="en",
            heading="History",
        )
        return EvidenceUse(
            ranked=RankedPassage(
                claim_id=claim.id, passage=passage, page=page, rank=rank, relevance=0.5,
                signals=(("bm25", 0.1), ("cosine", 0.2), ("maxsim", 0.3)), source_group=page.publisher,
            ),
            stance=Stance(
                id=digest(claim.id, passage.id, "bench-1"), claim_id=claim.id, passage_id=passage.id,
                label=self.random.choice(list(StanceLabel)), probability=0.9, reason="the numbers agree",
                judge="bench-1",
            ),
            after_as_of=self.random.random() < 0.01,
        )  # fmt: skip


@contextmanager
def collected(connection: Any) -> Iterator[None]:
    """Rows of many articles go in by one statement a table: what a store holds, made ten times as fast."""
    rows: dict[str, list[Any]] = {}
    keys: dict[str, Any] = {}

    def collect(_connection: Any, table: str, more: Any, *, key: Any = ()) -> None:
        rows.setdefault(table, []).extend(more)
        keys[table] = key

    before, write.insert = write.insert, collect
    claim_rows.insert = collect
    try:
        yield
    finally:
        write.insert = claim_rows.insert = before
    for table, collected_rows in rows.items():
        before(connection, table, collected_rows, key=keys[table])


def fill(store: Store, maker: Maker, articles: int, *, batch: int = 50, first: int = 0) -> list[float]:
    """Seconds per article, batch by batch."""
    spent = []
    for start in range(first, first + articles, batch):
        results = [maker.article(number) for number in range(start, min(start + batch, first + articles))]
        run = store.start_run(
            code_version="bench", config_sha256="c", embedder="e", embedder_sha256="e", judge="bench-1",
            judge_sha256="j",
        )  # fmt: skip
        began = time.monotonic()
        with store.connection() as connection, transaction(connection), collected(connection):
            for result in results:
                write.add_result(connection, run.id, result)
        with store.connection() as connection, transaction(connection):
            claim_rows.add_wording(connection)  # what was collected went in behind its turn
        spent.append((time.monotonic() - began) / len(results))
        store.finish_run(run.id)
    return spent


def main() -> None:
    from benchmarks.store.desk import work  # which needs the Maker

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--claims-per-article", type=int, default=20)
    options.add_argument("--pages-per-article", type=int, default=12)
    given = options.parse_args()
    maker = Maker(7, claims=given.claims_per_article, pages=given.pages_per_article)
    store = open_store(given.file, review=False)
    spent = fill(store, maker, given.claims // given.claims_per_article)
    work(store, maker, first=given.claims // given.claims_per_article)
    size = given.file.stat().st_size
    first, last = ([round(each * 1000) for each in some] for some in (spent[:3], spent[-3:]))
    print(f"{given.claims} claims, {size / 2**20:.0f} MB; ms an article, first batches {first}, last {last}")


if __name__ == "__main__":
    main()
