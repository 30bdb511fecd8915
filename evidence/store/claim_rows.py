"""What a run puts into the store about claims: what they are, how they stand in a revision, and in which words."""

from collections.abc import Sequence
from typing import Any

from claims.digests import digest
from claims.records import Article, Claim, Span
from claims.setting import lead_before, lead_of, setting_of
from evidence.store.bulk import insert
from evidence.store.codec import plain
from evidence.store.connect import Connection


def add_claims(connection: Connection, article: Article, claims: Sequence[Claim]) -> dict[str, str]:
    """Keep claims and how they stand in this revision; the occurrence id of each claim."""
    lead = lead_of(article)
    occurrences = {claim.id: _occurrence(claim) | _setting(article, lead, claim) for claim in claims}
    insert(connection, "claim", [{
        "claim_id": claim.id, "article_key": claim.article_key, "kind": claim.kind.value,
        "occurrence": claim.occurrence, "quote_normal": " ".join(claim.quote.split()),
    } for claim in claims], key=["claim_id"])  # fmt: skip
    insert(connection, "claim_occurrence", list(occurrences.values()), key=["occurrence_id"])
    add_wording(connection)
    return {claim_id: row["occurrence_id"] for claim_id, row in occurrences.items()}


def add_wording(connection: Connection) -> None:
    """Fold the words of occurrences that were added since this was done last; numbers of rows only grow."""
    connection.execute(
        "INSERT INTO claim_wording (occurrence_id, said) SELECT occurrence_id, claim_words(claim_text) "
        "FROM claim_occurrence WHERE seq > (SELECT coalesce(max(seq), 0) FROM claim_wording) ORDER BY seq"
    )


def _occurrence(claim: Claim) -> dict[str, Any]:
    row = {
        "claim_id": claim.id,
        "article_id": claim.article_id,
        "splitter": claim.splitter,
        "language": claim.language,
        "quote": claim.quote,
        "quote_start": claim.quote_start,
        "quote_end": claim.quote_end,
        "quote_spans": plain(claim.quote_spans),
        "sentence_start": claim.sentence_start,
        "sentence_end": claim.sentence_end,
        "claim_text": claim.text,
        "attributed_to": claim.attribution.speaker if claim.attribution else None,
        "attribution": plain(claim.attribution),
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "worth_category": claim.worthiness.category.value,
        "worth_score": claim.worthiness.score,
        "worth_reason": claim.worthiness.reason,
        "quantities": plain(claim.quantities),
        "times": plain(claim.times),
        "names": plain(claim.names),
    }
    return {"occurrence_id": digest(*(repr(value) for value in row.values())), **row}


def _setting(article: Article, lead: Span | None, claim: Claim) -> dict[str, Any]:
    """What follows from the article and the rest of the row, and so is no part of its digest."""
    near = setting_of(article.text, claim.sentence_start, claim.sentence_end)
    ahead = lead_before(lead, near)
    return {
        "setting_start": near.start,
        "setting_end": near.end,
        "lead_start": ahead.start if ahead else None,
        "lead_end": ahead.end if ahead else None,
    }
