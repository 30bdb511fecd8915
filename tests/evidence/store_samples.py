"""Whole results made of small texts, as a run would hand them to the store."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from claims.digests import digest, sha256_of
from claims.records import (
    Article,
    Attribution,
    Block,
    BlockKind,
    CheckWorthiness,
    Claim,
    ClaimKind,
    Comparator,
    Modality,
    Name,
    NameKind,
    Polarity,
    Precision,
    Quantity,
    Span,
    TimeExpression,
    Worthiness,
    claim_id_of,
)
from evidence.records import (
    ArticleResult,
    EvidenceUse,
    Failure,
    Hit,
    Label,
    ManualEvidence,
    Origin,
    Page,
    Passage,
    Query,
    RankedPassage,
    Run,
    Snapshot,
    StageCount,
    Stance,
    StanceLabel,
    Undecided,
    Verdict,
)
from evidence.store import Store, open_store

AR = "افتتح الجسر عام 1950. يبلغ طوله 820 مترا. قال الوزير سامر حداد إن الكلفة 40 مليونا."
QUOTES = ("افتتح الجسر عام 1950", "يبلغ طوله 820 مترا", "قال الوزير سامر حداد إن الكلفة 40 مليونا")
PAGE = "The bridge was opened in 1950. It is 820 metres long. It cost 31 million pounds."
FETCHED = datetime(2026, 11, 20, 9, 30, 0, 123456, tzinfo=UTC)


def article(text: str = AR, *, key: str = "https://news.example/1", source: str = "/desk/1.txt") -> Article:
    """One revision of an article."""
    sha = sha256_of(text)
    return Article(
        id=digest(key, sha), key=key, source=source, url=key if key.startswith("http") else "", title="الجسر القديم",
        language="ar", published_on=date(2026, 11, 19), text=text, text_sha256=sha,
        blocks=(Block(kind=BlockKind.BODY, start=0, end=len(text)),),
    )  # fmt: skip


def in_paragraphs(*paragraphs: str) -> Article:
    """An article with a block of its body for each paragraph."""
    of = article("\n\n".join(paragraphs))
    starts = [of.text.index(each) for each in paragraphs]
    return replace(of, blocks=tuple(
        Block(kind=BlockKind.BODY, start=start, end=start + len(each))
        for start, each in zip(starts, paragraphs, strict=True)
    ))  # fmt: skip


def claim(of: Article, quote: str, *, splitter: str = "rules-1", kind: ClaimKind = ClaimKind.CONTENT) -> Claim:
    """One claim with every slot filled."""
    start = of.text.index(quote)
    end = start + len(quote)
    said = quote.startswith("قال")
    return Claim(
        id=claim_id_of(of.key, quote, 1, kind), article_id=of.id, article_key=of.key, kind=kind, occurrence=1,
        language=of.language, quote=quote, quote_start=start, quote_end=end,
        quote_spans=(Span(start=start, end=end),), sentence_start=start, sentence_end=end + 1, text=f"[الجسر] {quote}",
        attribution=Attribution(
            speaker="الوزير سامر حداد", verb="قال", speaker_span=Span(start=start + 4, end=start + 20), outer=("وكالة",)
        ) if said else None,
        polarity=Polarity.AFFIRMED, modality=Modality.ASSERTED,
        worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=0.9, reason="a number"),
        quantities=(Quantity(
            text="820", start=start, end=start + 3, value=820.0, low=820.0, high=820.0, comparator=Comparator.EXACT,
            unit="m", dimension="length", noun="مترا",
        ),),
        times=(TimeExpression(
            text="1950", start=start, end=start + 4, first=date(1950, 1, 1), last=date(1950, 12, 31),
            precision=Precision.YEAR, relative=False,
        ),),
        names=(Name(text="الجسر", start=start, end=start + 5, kind=NameKind.PLACE, role=""),), splitter=splitter,
    )  # fmt: skip


def page(
    text: str = PAGE, *, url: str = "https://en.wiki.example/Bridge", language: str = "en",
    published_on: date | None = date(2020, 5, 1), origin: Origin = Origin.FETCHED, fetched_at: datetime = FETCHED,
    publisher: str = "",
) -> tuple[Snapshot, Page]:  # fmt: skip
    """A page and the snapshot that it was made from."""
    body = f"<p>{text}</p>".encode()
    sha = sha256_of(body)
    snapshot = Snapshot(
        id=digest(url, sha, fetched_at.isoformat()), url=url, final_url=url, redirects=("https://old.example/",),
        status=200, headers=(("content-type", "text/html"),), media_type="text/html", fetched_at=fetched_at,
        body_sha256=sha, body_bytes=len(body), origin=origin,
    )  # fmt: skip
    made = Page(
        id=digest(snapshot.id, "plain-1", sha256_of(text)), snapshot_id=snapshot.id, body_sha256=sha, url=url,
        title="Bridge", publisher=publisher or url.split("/")[2], language=language, published_on=published_on,
        published_how="meta" if published_on else "", modified_on=None, fetched_at=fetched_at, origin=origin,
        text=text, text_sha256=sha256_of(text), extractor="plain-1",
    )  # fmt: skip
    return snapshot, made


def passage(of: Page, quote: str) -> Passage:
    """A passage of a page."""
    start = of.text.index(quote)
    end = start + len(quote)
    return Passage(
        id=digest(of.text_sha256, start, end), page_id=of.id, start=start, end=end, text=quote, language=of.language,
        heading="History",
    )  # fmt: skip


def use(
    of: Claim,
    on: Page,
    quote: str,
    says: StanceLabel = StanceLabel.SUPPORTS,
    *,
    rank: int = 1,
    judge: str = "slots-1",
) -> EvidenceUse:
    """One passage as a verdict used it."""
    cut = passage(on, quote)
    return EvidenceUse(
        ranked=RankedPassage(
            claim_id=of.id, passage=cut, page=on, rank=rank, relevance=0.75, signals=(("bm25", 0.5), ("cosine", 0.25)),
            source_group=on.publisher,
        ),
        stance=Stance(
            id=digest(of.id, cut.id, judge), claim_id=of.id, passage_id=cut.id, label=says, probability=0.97,
            reason="the years agree", judge=judge,
        ),
        after_as_of=False,
    )  # fmt: skip


def verdict(
    of: Claim, label: Label = Label.SUPPORTED, uses: tuple[EvidenceUse, ...] = (), *, confidence: float = 0.96,
    rule_version: str = "rule-1", judge: str = "slots-1",
) -> Verdict:  # fmt: skip
    """What the stances bear out."""
    as_of = date(2026, 11, 19)
    ids = [each.stance.id for each in uses]
    return Verdict(
        id=digest(of.id, label.value, tuple(ids), judge, rule_version, as_of.isoformat()), claim_id=of.id, label=label,
        confidence=confidence, rationale="يؤيده مصدر مستقل", as_of=as_of, judge=judge, rule_version=rule_version,
        evidence=uses,
    )  # fmt: skip


def undecided(of: Claim, reason: str = "no source could be reached: timeout") -> Undecided:
    """A part failed."""
    return Undecided(id=digest(of.id, reason), claim_id=of.id, reason=reason, as_of=date(2026, 11, 19))


def result(
    of: Article, claims: tuple[Claim, ...], outcomes: tuple[Verdict | Undecided, ...],
    pages: tuple[tuple[Snapshot, Page], ...] = (), *, work: str = "work-1",
) -> ArticleResult:  # fmt: skip
    """All that one run made of one article."""
    queries = tuple(
        Query(id=digest(each.id, "en", "bridge"), claim_id=each.id, language="en", text="bridge 1950")
        for each in claims
    )
    hits = tuple(
        Hit(
            claim_id=query.claim_id, query_id=query.id, url=snapshot.url, title="Bridge", language="en", source="wiki",
            rank=place,
        )
        for query in queries for place, (snapshot, _) in enumerate(pages, start=1)
    )  # fmt: skip
    return ArticleResult(
        article=of, claims=claims, queries=queries, hits=hits, snapshots=tuple(pair[0] for pair in pages),
        pages=tuple(pair[1] for pair in pages), outcomes=outcomes,
        failures=(Failure(stage="fetch", subject="https://down.example/", reason="timeout: no answer", at=FETCHED),),
        stages=(
            StageCount(stage="fetch", items=len(pages), failures=1, requests=3, bytes=900, seconds=0.5, cached=0),
            StageCount(stage="judging", items=len(claims), failures=0, requests=0, bytes=0, seconds=0.25),
        ),
        work_digest=work, seconds=1.5,
    )  # fmt: skip


def simple_result(of: Article | None = None, *, work: str = "work-1") -> ArticleResult:
    """Three claims: supported, refuted, and one for which nothing was found."""
    of = of or article()
    claims = tuple(claim(of, quote) for quote in QUOTES)
    found = page()
    outcomes = (
        verdict(claims[0], Label.SUPPORTED, (use(claims[0], found[1], "The bridge was opened in 1950."),)),
        verdict(claims[1], Label.SUPPORTED, (use(claims[1], found[1], "It is 820 metres long."),)),
        verdict(
            claims[2], Label.REFUTED,
            (use(claims[2], found[1], "It cost 31 million pounds.", StanceLabel.REFUTES),
             use(claims[2], found[1], "It is 820 metres long.", StanceLabel.NEITHER, rank=2)),
        ),
    )  # fmt: skip
    return result(of, claims, outcomes, (found,), work=work)


def manual(
    of: Claim, quote: str = "The bridge opened in 1951.", says: StanceLabel = StanceLabel.REFUTES, *, by: str = "Mona",
    on: tuple[Snapshot, Page] | None = None, note: str = "city archive",
) -> ManualEvidence:  # fmt: skip
    """Evidence that a person brought."""
    snapshot, found = on or page(f"Archive. {quote} End.", url="https://archive.example/", origin=Origin.MANUAL)
    cut = passage(found, quote)
    at = datetime.now(UTC)
    return ManualEvidence(
        id=digest(of.id, cut.id, says.value, by, at.isoformat()), claim_id=of.id, stance=says, passage=cut, page=found,
        snapshot=snapshot, added_by=by, note=note, added_at=at,
    )  # fmt: skip


def run_of(store: Store, **changed: str) -> Run:
    """A run as it begins."""
    given = {
        "code_version": "0.1.0", "config_sha256": "c" * 64, "embedder": "shipped", "embedder_sha256": "e" * 64,
        "judge": "slots", "judge_sha256": "j" * 64, **changed,
    }  # fmt: skip
    return store.start_run(**given)


@dataclass(frozen=True)
class Desk:
    """A store with one checked article."""

    store: Store
    run: Run
    result: ArticleResult


def desk(folder: Path, *, review: bool = False) -> Desk:
    """A store in this folder with one checked article."""
    store = open_store(folder / "desk.duckdb", review=review)
    run = run_of(store)
    made = simple_result()
    store.save_article(run.id, made)
    return Desk(store=store, run=run, result=made)


def again(of: ArticleResult, **changed: object) -> ArticleResult:
    """The same result with parts changed."""
    return replace(of, **changed)  # type: ignore[arg-type]
