"""A claim about a bridge, and passages that speak of it."""

from datetime import UTC, date, datetime

from claims.records import (
    CheckWorthiness,
    Claim,
    ClaimKind,
    Modality,
    Polarity,
    Span,
    Worthiness,
)
from evidence.records import Origin, Page, Passage, RankedPassage, StanceLabel

AS_OF = date(2020, 6, 1)

YES, NO, NEITHER = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEITHER


def a_claim(text: str = "افتُتح الجسر عام 1987.", language: str = "ar", key: str = "https://news.test/1") -> Claim:
    return Claim(
        id="c" * 32, article_id="a" * 32, article_key=key, kind=ClaimKind.CONTENT, occurrence=1, language=language,
        quote=text, quote_start=0, quote_end=len(text), quote_spans=(Span(start=0, end=len(text)),),
        sentence_start=0,
        sentence_end=len(text), text=text, attribution=None, polarity=Polarity.AFFIRMED, modality=Modality.ASSERTED,
        worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=1.0, reason=""),
        quantities=(), times=(), names=(),
        splitter="none",
    )  # fmt: skip


def a_passage(
    number: int, *, group: str = "", url: str = "", publisher: str = "", published: date | None = date(2020, 1, 1)
) -> RankedPassage:
    text = f"The bridge was opened in 1987, says page {number}."
    page = Page(
        id=f"page{number}", snapshot_id="s", body_sha256=f"body{number}",
        url=url or f"https://site{number}.test/",
        title="Bridge", publisher=publisher or f"Paper {number}", language="en",
        published_on=published, published_how="meta",
        modified_on=None, fetched_at=datetime(2020, 6, 1, tzinfo=UTC), origin=Origin.FETCHED, text=text,
        text_sha256="t",
        extractor="none",
    )  # fmt: skip
    passage = Passage(
        id=f"passage{number}", page_id=page.id, start=0, end=len(text), text=text, language="en", heading=""
    )
    return RankedPassage(
        claim_id="c" * 32,
        passage=passage,
        page=page,
        rank=number,
        relevance=0.9,
        signals=(),
        source_group=group or page.id,
    )
