"""Claims and passages for the tests of judges, made from plain sentences."""

from datetime import UTC, date, datetime

from claims.dates import find_times
from claims.digests import digest, sha256_of
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import CheckWorthiness, Claim, ClaimKind, Modality, Polarity, Span, Worthiness
from evidence.records import Origin, Page, Passage, RankedPassage

AS_OF = date(2020, 6, 1)


def claim_from(text: str, language: str, published_on: date | None = None) -> Claim:
    return Claim(
        id=digest("claim", text), article_id="a" * 32, article_key="https://news.test/1", kind=ClaimKind.CONTENT,
        occurrence=1, language=language, quote=text, quote_start=0, quote_end=len(text),
        quote_spans=(Span(start=0, end=len(text)),), sentence_start=0, sentence_end=len(text), text=text,
        attribution=None, polarity=Polarity.AFFIRMED, modality=Modality.ASSERTED,
        worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=1.0, reason=""),
        quantities=tuple(find_quantities(text, language)),
        times=tuple(find_times(text, language, published_on=published_on)),
        names=tuple(find_names(text, language)), splitter="none",
    )  # fmt: skip


def passage_from(
    text: str, language: str, *, title: str = "", rank: int = 1, published_on: date | None = date(2020, 5, 1)
) -> RankedPassage:
    sha = sha256_of(text + title)
    page = Page(
        id=digest(sha, "page"), snapshot_id=sha[:32], body_sha256=sha, url=f"https://page.test/{sha[:8]}",
        title=title,
        publisher="The Page", language=language, published_on=published_on, published_how="meta", modified_on=None,
        fetched_at=datetime(2020, 6, 1, tzinfo=UTC), origin=Origin.LIBRARY, text=text, text_sha256=sha,
        extractor="none",
    )  # fmt: skip
    passage = Passage(
        id=digest(sha, 0, len(text)), page_id=page.id, start=0, end=len(text), text=text, language=language, heading=""
    )
    return RankedPassage(
        claim_id="", passage=passage, page=page, rank=rank, relevance=1.0, signals=(), source_group=page.id
    )
