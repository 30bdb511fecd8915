"""When an evidence page is due again: by the kind of its source, told by what the store knows of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from evidence.store.standing import EvidencePage

#: Hours by kind; settings may name others.
HOURS: Mapping[str, float] = {
    "wiki": 24.0,  # anybody may correct it any day
    "data": 24.0,  # statements of a knowledge base
    "news": 12.0,  # published within the last 30 days: still being written
    "old_news": 720.0,  # dated and settled
    "document": 2160.0,  # PDF
    "other": 168.0,
}
KIND_OF_SOURCE = {"wikipedia": "wiki", "wikidata": "data"}
NEWS_FOR = timedelta(days=30)


def kind_of(page: EvidencePage, now: datetime) -> str:
    """The kind of a page."""
    if page.source in KIND_OF_SOURCE:
        return KIND_OF_SOURCE[page.source]
    if page.media_type == "application/pdf":
        return "document"
    if page.published_on is None:
        return "other"
    return "news" if now.date() - page.published_on <= NEWS_FOR else "old_news"


def is_due(page: EvidencePage, checked_at: datetime | None, hours: Mapping[str, float], now: datetime) -> bool:
    """Whether a page should be asked for again; a page of the library always is, as that costs no request."""
    if page.origin == "library" or checked_at is None:
        return True
    kind = kind_of(page, now)
    return now - checked_at >= timedelta(hours=hours.get(kind, HOURS[kind]))
