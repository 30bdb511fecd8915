"""Any MediaWiki by its API: search, and the same pages in other languages by their language links.

Limits: Wikimedia allows 10 requests a minute without a contact in the User-Agent and 200 with one; the
session keeps to that over all its projects. Search wants every word to stand in the page. A claim asks at most
`queries.MOST_OWN` searches in its own language and `MOST_FOREIGN` in each other; answers with more language links
than fit are asked on at most `MOST_MORE` times. A page is found in another language where its wiki links it, or
where that language's own search finds a name that language links or Wikidata brought over. Extracts are not
asked for: they leave out infobox and tables, and every page is read whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import regex

from claims.records import Claim
from evidence.fetch import Fetcher
from evidence.name_table import NameTable, country_languages, fold
from evidence.queries import claim_names
from evidence.records import Failure, Hit, Query
from evidence.sources.answers import ask_json, rows
from evidence.sources.source import ask_all

WIKIPEDIA = "https://{language}.wikipedia.org/w/api.php"
MOST_WORDS = 5  # every word must stand in the page: longer searches of words of our own find nothing and cost a request
MOST_NAMED_WORDS = 8  # in other languages a search is of names only, and two names may be long
MOST_FOREIGN = 3  # searches of one claim in a language that is not its own
MOST_LINKS = 500  # the API's own limit
MOST_MORE = 3  # answers that go on where one broke off
MOST_TITLES = 50  # titles in one question, the API's own limit
LONGEST_QUESTION = 4_000  # characters of titles in an address, quoted; servers refuse addresses of 8,000
_QUALIFIER = regex.compile(r"\s*[(（][^()（）]*[)）]\s*$")


class MediaWiki:
    """A wiki, or a family of wikis with `{language}` in their address."""

    takes_many = True  #: names in one question

    def __init__(
        self,
        *,
        api: str = WIKIPEDIA,
        name: str = "wikipedia",
        hits_per_query: int = 3,
        languages: Sequence[str] = ("en",),
        links_per_answer: int = MOST_LINKS,
    ) -> None:
        self.name = name
        self.api = api
        self.hits_per_query = hits_per_query
        self.languages = tuple(
            languages
        )  #: language links are followed into these and the claim's; of best hits also into those of named countries
        self.links_per_answer = links_per_answer

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,
    ) -> list[Hit]:
        """The pages found, and beside each the same page in the other languages."""
        asked = [query for query in queries if _is_short(query, claim.language)] or list(queries[:1])
        if "{language}" not in self.api:  # one wiki for all: the same words are not asked twice
            asked = list({query.text: query for query in reversed(asked)}.values())[::-1]
        asked = list(_few_in_each(asked, claim.language))
        return ask_all(self.name, asked, lambda query: self._ask(claim, query, fetcher), failures=failures)

    def _ask(self, claim: Claim, query: Query, fetcher: Fetcher) -> Iterator[Hit]:
        wanted = {claim.language, *self.languages} - {query.language}
        first = wanted | set(country_languages(claim_names(claim), claim.language)) - {query.language}
        pages = self._pages(
            query.language,
            {
                # Left to itself a wiki without a search engine of its own looks through titles only.
                "generator": "search", "gsrwhat": "text", "gsrsearch": query.text,
                "gsrlimit": str(self.hits_per_query), "gsrnamespace": "0", "redirects": "1",
                "prop": "info|langlinks|pageprops", "inprop": "url", "llprop": "url", "ppprop": "disambiguation",
            },
            first,
            fetcher,
        )[0]  # fmt: skip
        found = sorted(pages, key=lambda page: (not _is_titled(page, query.text), int(page.get("index", 0))))
        for rank, page in enumerate((page for page in found if not _lists_namesakes(page)), 1):
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

    def names(self, names: Sequence[str], language: str, languages: Sequence[str], *, fetcher: Fetcher) -> NameTable:
        """What the pages with these titles are called in other languages; one request for 50 names and a language.

        A page that lists namesakes, or a name that leads into the middle of another page, names nothing for sure.
        """
        forms: dict[str, dict[str, tuple[str, ...]]] = {}
        for batch in _batches(names):
            for target in languages:
                question = {
                    "titles": "|".join(batch), "redirects": "1", "converttitles": "1",
                    "prop": "langlinks|pageprops", "ppprop": "disambiguation",
                }  # fmt: skip
                pages, answer = self._pages(language, question, {target}, fetcher)
                for page in pages:
                    linked = [_plain(_linked_title(link)) for link in _links(page) if link["lang"] == target]
                    if linked and not _lists_namesakes(page):
                        for name in _asked_as(str(page.get("title", "")), answer):
                            forms.setdefault(fold(name), {})[target] = (linked[0],)
        return NameTable(forms)

    def _pages(
        self, language: str, question: Mapping[str, str], wanted: set[str], fetcher: Fetcher
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """The pages of an answer with their links, into the wanted languages at least, and the answer itself."""
        asked = {
            "action": "query", "format": "json", "formatversion": "2", "maxlag": "5",
            "lllimit": str(self.links_per_answer),
            **({"lllang": next(iter(wanted))} if len(wanted) == 1 else {}), **question,
        }  # fmt: skip
        address = self.api.format(language=language)
        first = answer = ask_json(fetcher, address, asked)
        pages = {str(page.get("title")): page for page in rows(first, "query", "pages")}
        for _ in range(MOST_MORE):
            more = answer.get("continue")
            if not isinstance(more, dict) or "llcontinue" not in more:  # more hits are not wanted, more links are
                break
            answer = ask_json(fetcher, address, asked | {str(key): str(value) for key, value in more.items()})
            for page in rows(answer, "query", "pages"):
                before = pages.setdefault(str(page.get("title")), page)
                if before is not page:
                    before["langlinks"] = [*_links(before), *_links(page)]
        return list(pages.values()), first


def _is_short(query: Query, own: str) -> bool:
    return len(query.text.split()) <= (MOST_WORDS if query.language == own else MOST_NAMED_WORDS)


def _few_in_each(queries: Sequence[Query], own: str) -> Iterator[Query]:
    """All queries in the claim's own language, the first few in each other."""
    taken: dict[str, int] = {}
    for query in queries:
        taken[query.language] = taken.get(query.language, 0) + 1
        if query.language == own or taken[query.language] <= MOST_FOREIGN:
            yield query


def _batches(names: Sequence[str]) -> Iterator[list[str]]:
    """The names in lots that fit one question."""
    lot: list[str] = []
    for name in (name.replace("|", " ") for name in names):
        if lot and (len(lot) == MOST_TITLES or len(quote("|".join([*lot, name]))) > LONGEST_QUESTION):
            yield lot
            lot = []
        lot.append(name)
    if lot:
        yield lot


def _asked_as(title: str, answer: Mapping[str, Any]) -> list[str]:
    """Every name of the question that led to the page with this title."""
    moves = [row for kind in ("normalized", "converted", "redirects") for row in rows(answer, "query", kind)]
    names = [title]
    for row in reversed(moves):  # names are normalised first and redirected last
        if str(row.get("to")) in names and not row.get("tofragment"):
            names.append(str(row.get("from")))
    return names


def _is_titled(page: Mapping[str, Any], text: str) -> bool:
    """Whether the words searched for are the page's title: such a wiki does not order what it finds, either."""
    return fold(str(page.get("title", ""))) == fold(text)


def _lists_namesakes(page: Mapping[str, Any]) -> bool:
    """Whether the page only tells apart things of one name."""
    properties = page.get("pageprops")
    return isinstance(properties, Mapping) and "disambiguation" in properties


def _links(page: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [link for link in rows(page, "langlinks") if link.get("lang")]


def _linked_title(link: Mapping[str, Any]) -> str:
    return str(link.get("title") or link.get("*") or "")


def _plain(title: str) -> str:
    """A title without what tells it from its namesakes.

    >>> _plain("Salim (city)")
    'Salim'
    """
    return _QUALIFIER.sub("", title) or title
