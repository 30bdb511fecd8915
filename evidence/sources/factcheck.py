"""Published fact-checks: Google's Fact Check Tools API, with a key of your own.

Limits: finds only what checkers marked up with ClaimReview and Google indexed; needs a key. Pages that carry
ClaimReview themselves need neither: whatever source brings one, its claim and rating become a line of
its text (see evidence/pages/jsonld.py).
"""

from collections.abc import Iterator, Sequence

from claims.records import Claim
from evidence.fetch import Fetcher
from evidence.records import Failure, Hit, Query
from evidence.sources.answers import ask_json, rows
from evidence.sources.source import ask_all

GOOGLE = "https://factchecktools.googleapis.com/v1alpha1/claims:search"


class FactCheckApi:
    """Fact-checks of others, by the API's search."""

    name = "factcheck"

    def __init__(self, *, key: str, address: str = GOOGLE, hits_per_query: int = 3) -> None:
        self._key = key
        self.address = address
        self.hits_per_query = hits_per_query

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,
    ) -> list[Hit]:
        """The reviews that the API names for the fullest query of each language; none without a key."""
        if not self._key:
            return []
        first: dict[str, Query] = {}
        for query in queries:
            first.setdefault(query.language, query)
        return ask_all(self.name, list(first.values()), lambda q: self._ask(claim, q, fetcher), failures=failures)

    def _ask(self, claim: Claim, query: Query, fetcher: Fetcher) -> Iterator[Hit]:
        parameters = {
            "query": query.text,
            "languageCode": query.language,
            "pageSize": str(self.hits_per_query),
        }
        # The key goes into a header: addresses are kept, and the store is shown to others.
        answer = ask_json(fetcher, self.address, parameters, headers={"X-Goog-Api-Key": self._key})
        rank = 0
        for found in rows(answer, "claims"):
            for review in rows(found, "claimReview"):
                if not str(review.get("url", "")).startswith(("http://", "https://")):
                    continue
                rank += 1
                yield Hit(
                    claim_id=claim.id,
                    query_id=query.id,
                    url=str(review["url"]),
                    title=str(review.get("title") or found.get("text") or ""),
                    language=str(review.get("languageCode") or query.language),
                    source=self.name,
                    rank=rank,
                )
