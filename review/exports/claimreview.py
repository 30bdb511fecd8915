"""ClaimReview of schema.org: what search engines and fact-check databases read."""

from collections.abc import Mapping, Sequence
from typing import Any

from claims.records import Article
from evidence.wording import BETWEEN_LANGUAGES
from review.inplace import in_order
from review.words import words_for

Row = Mapping[str, Any]
WORST, BEST = 1, 5
#: The number beside the words. Not enough evidence has none: it is no middle between true and false.
RATINGS = {"refuted": 1, "conflicting_evidence": 3, "supported": 5}


def claim_reviews(article: Article, rows: Sequence[Row], *, publisher: str, site: str = "") -> dict[str, Any]:
    """One ClaimReview a claim that has a verdict; undecided claims have none, so they are left out.

    `site` is the address where the report of this article stands; without it, reviews are named by a URN.
    """
    numbered = enumerate(in_order(rows), start=1)
    reviews = [
        _review(article, row, number, publisher=publisher, site=site)
        for number, row in numbered
        if row["label"] != "undecided"
    ]
    return {"@context": "https://schema.org", "@graph": reviews}


def _review(article: Article, row: Row, number: int, *, publisher: str, site: str) -> dict[str, Any]:
    words = words_for(article.language)
    rating = {
        "@type": "Rating",
        "alternateName": words[row["label"]],
        "ratingExplanation": (row["rationale"] or "").split(BETWEEN_LANGUAGES, maxsplit=1)[0],
    }
    if row["label"] in RATINGS:
        rating |= {"ratingValue": RATINGS[row["label"]], "bestRating": BEST, "worstRating": WORST}
    name = f"urn:tabayyun:claim:{row['claim_id']}"
    review = {
        "@type": "ClaimReview",
        "@id": name,
        "url": f"{site}#claim-{number}" if site else name,
        "claimReviewed": row["claim_text"],
        "inLanguage": words_tag(article.language),
        "datePublished": _text(row["decided_at"])[:10],
        "author": {"@type": "Organization", "name": publisher},
        "reviewRating": rating,
        "itemReviewed": _claim(article, row),
        "isBasedOn": [_source(use) for use in _bearing(row)],
    }
    if row["decided_by"] != "machine":
        review["contributor"] = {"@type": "Person", "name": row["decided_by"]}
    return review


def words_tag(language: str) -> str:
    """The language of the rating's words: the article's where we have them, else English."""
    return language if words_for(language) is not words_for("en") else "en"


def _claim(article: Article, row: Row) -> dict[str, Any]:
    appearance: dict[str, Any] = {"@type": "NewsArticle", "headline": article.title, "inLanguage": article.language}
    if article.url:
        appearance["url"] = article.url
    if article.published_on:
        appearance["datePublished"] = article.published_on.isoformat()
    claim: dict[str, Any] = {"@type": "Claim", "text": row["quote"], "appearance": appearance}
    if row["attributed_to"]:
        # whether a person or an organisation speaks is not always known; a Thing with a name is always true
        claim["author"] = {"@type": "Thing", "name": row["attributed_to"]}
    if article.published_on:
        claim["datePublished"] = article.published_on.isoformat()
    return claim


def _bearing(row: Row) -> list[Row]:
    """The passages that say something, each page once, none that was taken back."""
    seen: dict[str, Row] = {}
    for use in row["evidence"]:
        if use["stance"] != "context" and not use["retracted_at"]:
            seen.setdefault(use["url"], use)
    return list(seen.values())


def _source(use: Row) -> dict[str, Any]:
    source = {"@type": "WebPage", "url": use["url"], "name": use["title"], "inLanguage": use["language"]}
    if use["published_on"]:
        source["datePublished"] = _text(use["published_on"])
    return source


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value.isoformat())
