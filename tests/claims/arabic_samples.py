"""What one Arabic paragraph of our own writing gives: claims, texts of content, speakers."""

from datetime import date

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind


def claims_of(text: str) -> list[Claim]:
    """The claims of an article of one paragraph, published on a Thursday."""
    return extract_claims(
        read_article(text.encode(), source="x.txt", language="ar", published_on=date(2024, 5, 16)), learnt=False
    )


def contents(text: str) -> list[str]:
    """The texts of its content claims."""
    return [one.text for one in claims_of(text) if one.kind is ClaimKind.CONTENT]


def speakers(text: str) -> list[str]:
    """Who speaks in its speech claims, in order."""
    return [one.attribution.speaker for one in claims_of(text) if one.attribution and one.kind is ClaimKind.SPEECH]
