"""Any search API that answers JSON as SearXNG does: `{"results": [{"url": …, "title": …}]}`.

Limits: what the instance behind it allows and finds; public instances mostly refuse JSON, so this is for
one of your own.
"""

from collections.abc import Iterator, Sequence

from claims.records import Claim
from evidence.fetch import Fetcher
from evidence.records import Failure, Hit, Query
from evidence.sources.answers import ask_json, rows
from evidence.sources.source import ask_all


class SearchApi:
    """A search engine by its JSON API."""

    name = "search"

    def __init__(self, *, address: str, hits_per_query: int = 3, queries_per_language: int = 2) -> None:
        self.address = (
            address if "?" in address or address.rstrip("/").endswith("search") else f"{address.rstrip('/')}/search"
        )
        self.hits_per_query = hits_per_query
        self.queries_per_language = queries_per_language

    def find(
        self,
        claim: Claim,  # noqa: ARG002
        queries: Sequence[Query],
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,
    ) -> list[Hit]:
        """What the engine finds for the fullest queries of each language."""
        asked: list[Query] = []
        for query in queries:
            if sum(one.language == query.language for one in asked) < self.queries_per_language:
                asked.append(query)
        return ask_all(self.name, asked, lambda query: self._ask(query, fetcher), failures=failures)

    def _ask(self, query: Query, fetcher: Fetcher) -> Iterator[Hit]:
        answer = ask_json(fetcher, self.address, {"q": query.text, "format": "json", "language": query.language})
        found = [row for row in rows(answer, "results") if str(row.get("url", "")).startswith(("http://", "https://"))]
        for rank, row in enumerate(found[: self.hits_per_query], 1):
            yield Hit(
                claim_id=query.claim_id,
                query_id=query.id,
                url=str(row["url"]),
                title=str(row.get("title") or ""),
                language=query.language,
                source=self.name,
                rank=rank,
            )
