"""Claims, snapshots and articles for tests, complete with as little as a test cares to say."""

from datetime import UTC, date, datetime

from claims.digests import digest, sha256_of
from claims.records import (
    Article,
    CheckWorthiness,
    Claim,
    ClaimKind,
    Modality,
    Name,
    NameKind,
    Polarity,
    Precision,
    TimeExpression,
    Worthiness,
    claim_id_of,
)
from evidence.records import Origin, Snapshot

AT = datetime(2025, 3, 28, 12, 0, tzinfo=UTC)


def make_claim(text: str, *, names: tuple[str, ...] = (), year: int | None = None, language: str = "ar") -> Claim:
    """A claim about these names, and of that year."""
    times = ()
    if year is not None:
        place = text.index(str(year))
        times = (
            TimeExpression(
                text=str(year), start=place, end=place + 4, first=date(year, 1, 1), last=date(year, 12, 31),
                precision=Precision.YEAR, relative=False,
            ),
        )  # fmt: skip
    return Claim(
        id=claim_id_of("key", text, 1, ClaimKind.CONTENT),
        article_id="article",
        article_key="key",
        kind=ClaimKind.CONTENT,
        occurrence=1,
        language=language,
        quote=text,
        quote_start=0,
        quote_end=len(text),
        quote_spans=(),
        sentence_start=0,
        sentence_end=len(text),
        text=text,
        attribution=None,
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=1.0, reason=""),
        quantities=(),
        times=times,
        names=tuple(
            Name(
                text=name,
                start=max(0, text.find(name)),
                end=max(0, text.find(name)) + len(name),
                kind=NameKind.UNKNOWN,
                role="",
            )
            for name in names
        ),
        splitter="test",
    )


def make_snapshot(
    body: bytes, *, media_type: str = "text/html", url: str = "https://news.example/page", content_type: str = ""
) -> Snapshot:
    """A snapshot of these bytes."""
    return Snapshot(
        id=digest(url, sha256_of(body)),
        url=url,
        final_url=url,
        redirects=(),
        status=200,
        headers=(("Content-Type", content_type or media_type),),
        media_type=media_type,
        fetched_at=AT,
        body_sha256=sha256_of(body),
        body_bytes=len(body),
        origin=Origin.FETCHED,
    )


def make_article(text: str, *, url: str = "", published_on: date | None = None) -> Article:
    """An article with this text."""
    return Article(
        id=digest(text), key=url or sha256_of(text), source=url, url=url, title="", language="ar",
        published_on=published_on, text=text, text_sha256=sha256_of(text), blocks=(),
    )  # fmt: skip
