"""GDELT's index of news: articles of the last months in 65 languages, by words and dates.

Limits: one request in five seconds, which the session keeps; words are matched
in the articles' machine translation into English and in their own language; about three months back
unless the claim names a time; titles and addresses only, so each page is fetched from its publisher.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from claims.records import Claim
from evidence.fetch import Fetcher
from evidence.records import Failure, Hit, Query
from evidence.sources.answers import ask_json, rows
from evidence.sources.source import ask_all

GDELT = "https://api.gdeltproject.org/api/v2/doc/doc"
LANGUAGES = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fa": "persian", "fr": "french",
    "hi": "hindi", "id": "indonesian", "it": "italian", "ja": "japanese", "ko": "korean",
    "pt": "portuguese", "ru": "russian", "tr": "turkish", "uk": "ukrainian", "ur": "urdu",
    "zh": "chinese",
}  # fmt: skip
AROUND = timedelta(days=30)


class Gdelt:
    """News by the DOC 2.0 API."""

    name = "gdelt"

    def __init__(self, *, address: str = GDELT, hits_per_query: int = 5) -> None:
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
        """News found with the fullest query of each language that GDELT reads."""
        first: dict[str, Query] = {}
        for query in queries:
            if query.language in LANGUAGES and len(query.text) > 4:
                first.setdefault(query.language, query)
        return ask_all(self.name, list(first.values()), lambda q: self._ask(claim, q, fetcher), failures=failures)

    def _ask(self, claim: Claim, query: Query, fetcher: Fetcher) -> Iterator[Hit]:
        parameters = {
            "query": f"{query.text} sourcelang:{LANGUAGES[query.language]}",
            "mode": "artlist", "format": "json", "maxrecords": str(self.hits_per_query), "sort": "hybridrel",
        }  # fmt: skip
        days = [time for time in claim.times if time.last - time.first < timedelta(days=400)]
        if days:
            parameters["startdatetime"] = (days[0].first - AROUND).strftime("%Y%m%d000000")
            parameters["enddatetime"] = (days[0].last + AROUND).strftime("%Y%m%d235959")
        for rank, row in enumerate(rows(ask_json(fetcher, self.address, parameters), "articles"), 1):
            if str(row.get("url", "")).startswith(("http://", "https://")):
                yield Hit(
                    claim_id=claim.id,
                    query_id=query.id,
                    url=str(row["url"]),
                    title=str(row.get("title") or ""),
                    language=query.language,
                    source=self.name,
                    rank=rank,
                )
