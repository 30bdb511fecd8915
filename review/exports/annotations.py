"""Quotes as W3C Web Annotations: each found again by its words and by its place."""

from collections.abc import Sequence
from typing import Any

from claims.records import Article
from evidence.records import Link, Provenance

AROUND = 40  # characters before and after a quote that tell it from the same words elsewhere


def annotation_page(article: Article, found: Sequence[Provenance]) -> dict[str, Any]:
    """One annotation a claim on the article, and one a passage on its page, which points to the claim's."""
    items: list[dict[str, Any]] = []
    for each in found:
        items.append(_on_article(article, each))
        items += [_on_page(link, each) for link in each.links if not link.removed]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:tabayyun:annotations:{article.id}",
        "type": "AnnotationPage",
        "items": items,
    }


def selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """The two selectors of a quote; positions count Unicode code points, as everywhere in the store."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _on_article(article: Article, found: Provenance) -> dict[str, Any]:
    claim = found.claim
    return {
        "id": f"urn:tabayyun:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "created": found.decided_at.isoformat(),
        "creator": {"type": "Software" if found.decided_by == "machine" else "Person", "name": found.decided_by},
        "body": {"type": "TextualBody", "purpose": "classifying", "value": str(found.label)},
        "target": {
            "source": article.url or f"urn:tabayyun:article:{article.id}",
            "selector": selectors(article.text, claim.quote_start, claim.quote_end),
        },
    }


def _on_page(link: Link, found: Provenance) -> dict[str, Any]:
    use, page, cut = link.use, link.use.ranked.page, link.use.ranked.passage
    return {
        "id": f"urn:tabayyun:stance:{use.stance.id}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": str(use.stance.label)},
            {"type": "SpecificResource", "purpose": "linking", "source": f"urn:tabayyun:claim:{found.claim.id}"},
        ],
        "target": {
            "source": page.url,
            "state": {
                "type": "TimeState",
                "sourceDate": page.fetched_at.isoformat(),
                "cached": f"urn:sha256:{page.body_sha256}",
            },
            "selector": selectors(page.text, cut.start, cut.end),
        },
    }
