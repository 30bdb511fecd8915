"""Any MediaWiki by its API: search, and the same pages in other languages by their language links.

Limits: Wikimedia allows 10 requests a minute without a contact in the User-Agent and 200 with one; the
session keeps to that over all its projects. Search wants every word to stand in the page. A page is found
in another language where its wiki links it, so a wiki without language links finds only its own.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from claims.records import Claim
from evidence.fetch import Fetcher
from evidence.queries import NameTable, fold, languages_of_things
from evidence.records import Failure, Hit, Query
from evidence.sources.answers import ask_json, rows
from evidence.sources.source import ask_all

WIKIPEDIA = "https://{language}.wikipedia.org/w/api.php"
MOST_WORDS = 5  # every word must stand in the page, so longer searches find nothing and cost a request
MOST_LINKS = 500  # the API's own limit


class MediaWiki:
    """A wiki, or a family of wikis with `{language}` in their address."""

    def __init__(
        self,
        *,
        api: str = WIKIPEDIA,
        name: str = "wikipedia",
        hits_per_query: int = 3,
        languages: Sequence[str] = ("en",),
    ) -> None:
        self.name = name
        self.api = api
        self.hits_per_query = hits_per_query
        self.languages = tuple(
            languages
        )  #: language links are followed into these and the claim's; of best hits also into those of named countries

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,
    ) -> list[Hit]:
        """The pages found, and beside each the same page in the other languages."""
        asked = [query for query in queries if len(query.text.split()) <= MOST_WORDS] or list(queries[:1])
        if "{language}" not in self.api:  # one wiki for all: the same words are not asked twice
            asked = list({query.text: query for query in reversed(asked)}.values())[::-1]
        return ask_all(self.name, asked, lambda query: self._ask(claim, query, fetcher), failures=failures)

    def _ask(self, claim: Claim, query: Query, fetcher: Fetcher) -> Iterator[Hit]:
        answer = ask_json(
            fetcher,
            self.api.format(language=query.language),
            {
                "action": "query", "format": "json", "formatversion": "2", "generator": "search",
                "gsrsearch": query.text, "gsrlimit": str(self.hits_per_query), "gsrnamespace": "0",
                "prop": "info|langlinks", "inprop": "url", "lllimit": str(MOST_LINKS), "llprop": "url",
            },
        )  # fmt: skip
        wanted = {claim.language, *self.languages} - {query.language}
        first = wanted | set(languages_of_things(claim)) - {query.language}
        found = sorted(rows(answer, "query", "pages"), key=lambda page: int(page.get("index", 0)))
        for rank, page in enumerate(found, 1):
            address = str(page.get("fullurl") or page.get("canonicalurl") or "")
            if not address or page.get("missing"):
                continue
            language = str(page.get("pagelanguage") or query.language)
            yield self._hit(query, address, str(page.get("title", "")), language, rank)
            for link in _links(page):
                if link["lang"] in (first if rank == 1 else wanted) and link.get("url"):
                    yield self._hit(query, str(link["url"]), _linked_title(link), str(link["lang"]), rank)

    def _hit(self, query: Query, url: str, title: str, language: str, rank: int) -> Hit:
        return Hit(
            claim_id=query.claim_id,
            query_id=query.id,
            url=url,
            title=title,
            language=language,
            source=self.name,
            rank=rank,
        )

    def names(self, titles: Sequence[str], language: str, *, fetcher: Fetcher) -> NameTable:
        """What the pages with these titles are called in every language that links to them."""
        forms: dict[str, dict[str, tuple[str, ...]]] = {}
        for start in range(0, len(titles), 50):
            answer = ask_json(
                fetcher,
                self.api.format(language=language),
                {
                    "action": "query", "format": "json", "formatversion": "2", "redirects": "1",
                    "titles": "|".join(titles[start : start + 50]), "prop": "langlinks",
                    "lllimit": str(MOST_LINKS),
                },
            )  # fmt: skip
            asked_as: dict[str, list[str]] = {}
            for moved in (*rows(answer, "query", "normalized"), *rows(answer, "query", "redirects")):
                asked_as.setdefault(str(moved.get("to")), []).append(str(moved.get("from")))
            for page in rows(answer, "query", "pages"):
                known = {str(link["lang"]): (_linked_title(link),) for link in _links(page)}
                title = str(page.get("title", ""))
                for name in (title, *asked_as.get(title, [])):
                    forms[fold(name)] = {language: (title,), **known}
        return NameTable(forms)


def _links(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [link for link in rows(page, "langlinks") if link.get("lang")]


def _linked_title(link: dict[str, Any]) -> str:
    return str(link.get("title") or link.get("*") or "")
