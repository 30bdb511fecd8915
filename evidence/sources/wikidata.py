"""Wikidata or another Wikibase: items for the claim's names, their statements as pages, labels as name table.

Limits: the API allows what Wikimedia allows. Names are looked up one by one as whole labels and aliases, at most
`names_per_claim` for a claim and `MOST_LOOKED_UP` for an article's name table, so a name that two things share
brings the better known. The item's page is read in the claim's language, where labels exist; only statements of
the item itself are there, not those that other items make about it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from claims.records import Claim
from evidence.fetch import Fetcher
from evidence.name_table import NameTable, fold
from evidence.queries import claim_names
from evidence.records import Failure, Hit, Query
from evidence.sources.answers import ask_json, rows
from evidence.sources.source import ask_all

WIKIDATA = "https://www.wikidata.org/w/api.php"
PAGE = "https://www.wikidata.org/wiki/{id}?uselang={language}"
PER_CALL = 50  # ids in one question, the API's own limit
SEEN_PER_NAME = 5  # the search goes by beginnings: the whole name may stand behind longer ones
MOST_LOOKED_UP = 20  # names of one article that are looked up for their labels


class Wikidata:
    """A Wikibase by its API."""

    name = "wikidata"
    takes_many = False  #: one search a name

    def __init__(
        self, *, api: str = WIKIDATA, page: str = PAGE, names_per_claim: int = 3, items_per_name: int = 1
    ) -> None:
        self.api = api
        self.page = page
        self.names_per_claim = names_per_claim
        self.items_per_name = items_per_name

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],  # noqa: ARG002  (names are looked up, not words)
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,
    ) -> list[Hit]:
        """The pages of the items that the claim's names name."""
        names = claim_names(claim)[: self.names_per_claim]
        return ask_all(self.name, names, lambda name: self._items(claim, name, fetcher), failures=failures)

    def _items(self, claim: Claim, name: str, fetcher: Fetcher) -> Iterator[Hit]:
        found = self._search(name, claim.language, self.items_per_name, fetcher)
        for rank, item in enumerate(found, 1):
            yield Hit(
                claim_id=claim.id,
                query_id="",
                url=self.page.format(id=quote(item[0]), language=quote(claim.language)),
                title=item[1],
                language=claim.language,
                source=self.name,
                rank=rank,
            )

    def _search(self, name: str, language: str, limit: int, fetcher: Fetcher) -> list[tuple[str, str]]:
        """Items one of whose labels or aliases is this very name, the better known first."""
        answer = ask_json(
            fetcher,
            self.api,
            {
                "action": "wbsearchentities", "format": "json", "formatversion": "2", "maxlag": "5", "search": name,
                "language": language, "uselang": language, "type": "item", "limit": str(SEEN_PER_NAME),
            },
        )  # fmt: skip
        found = [row for row in rows(answer, "search") if row.get("id") and _is_called(row, name)]
        return [(str(row["id"]), str(row.get("label") or name)) for row in found[:limit]]

    def names(self, names: Sequence[str], language: str, languages: Sequence[str], *, fetcher: Fetcher) -> NameTable:
        """What the things with these names are called in other languages: labels first, then aliases."""
        ids: dict[str, list[str]] = {}
        for name in list(dict.fromkeys(names))[:MOST_LOOKED_UP]:
            for item, _ in self._search(name, language, 1, fetcher):
                ids.setdefault(item, []).append(name)
        forms: dict[str, dict[str, tuple[str, ...]]] = {}
        known = list(ids)
        for start in range(0, len(known), PER_CALL):
            answer = ask_json(
                fetcher,
                self.api,
                {
                    "action": "wbgetentities", "format": "json", "formatversion": "2", "maxlag": "5",
                    "props": "labels|aliases",
                    "ids": "|".join(known[start : start + PER_CALL]), "languages": "|".join(languages),
                },
            )  # fmt: skip
            for entity in rows(answer, "entities"):
                called = {}
                for tongue in languages:
                    label = entity.get("labels", {}).get(tongue, {}).get("value")
                    aliases = [row.get("value") for row in rows(entity, "aliases", tongue)]
                    said = [str(form) for form in [label, *aliases] if form]
                    if said:
                        called[tongue] = tuple(dict.fromkeys(said))
                for name in ids.get(str(entity.get("id")), []):
                    forms[fold(name)] = called
        return NameTable(forms)


def _is_called(row: Mapping[str, Any], name: str) -> bool:
    match = row.get("match")
    said = match.get("text") if isinstance(match, Mapping) else row.get("label")
    return fold(str(said or "")) == fold(name)
