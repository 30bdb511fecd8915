"""RSS and Atom feeds and sitemaps: their entries, where title or summary shares words with the claim.

Limits: a feed holds the last weeks, a sitemap mostly addresses without titles, which are matched by the
words in them; only words written alike are matched, so a feed in another language helps as far as the claim's
names are known in it. Robots.txt holds for feeds as for pages. An index of sitemaps is followed one step, newest first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urljoin

from lxml import etree

from claims.records import Claim
from evidence.fetch import Fetcher, Refusal
from evidence.fetch.limits import refuse
from evidence.name_table import fold
from evidence.queries import claim_names, key_terms
from evidence.records import Failure, Hit, Query
from evidence.sources.source import ask_all

MOST_ENTRIES = 50_000
MOST_MAPS = 5
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a feed names."""

    url: str
    title: str
    words: frozenset[str]
    changed: str


class Feeds:
    """Feeds and sitemaps of publishers that the operator trusts."""

    name = "feeds"

    def __init__(self, addresses: Sequence[str], *, hits_per_feed: int = 5) -> None:
        self.addresses = tuple(addresses)
        self.hits_per_feed = hits_per_feed

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,
    ) -> list[Hit]:
        """Entries that share the most with the claim: a whole name, or two of its terms."""
        return ask_all(
            self.name,
            self.addresses,
            lambda feed: self._matching(claim, queries, feed, fetcher),
            failures=failures,
        )

    def _matching(self, claim: Claim, queries: Sequence[Query], feed: str, fetcher: Fetcher) -> list[Hit]:
        names = [set(_words(name)) for name in [*claim_names(claim), *(query.text for query in queries)]]
        terms = set(_words(" ".join(key_terms(claim, []))))
        scored = []
        for entry in self._entries(feed, fetcher, follow=True):
            named = sum(1 for name in names if name and name <= entry.words)
            shared = len(terms & entry.words)
            if named or shared >= 2:
                scored.append((-(2 * named + shared), entry.url, entry))
        return [
            Hit(
                claim_id=claim.id,
                query_id="",
                url=entry.url,
                title=entry.title,
                language="",
                source=self.name,
                rank=rank,
            )
            for rank, (_, _, entry) in enumerate(sorted(scored)[: self.hits_per_feed], 1)
        ]

    def _entries(self, feed: str, fetcher: Fetcher, *, follow: bool) -> Iterator[Entry]:
        fetched = fetcher.get(feed)
        entries, maps = read_feed(fetcher.body(fetched.snapshot), fetched.snapshot.final_url)
        yield from entries
        for one in maps[:MOST_MAPS] if follow else ():
            yield from self._entries(one, fetcher, follow=False)


@lru_cache(maxsize=64)
def read_feed(body: bytes, url: str) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries of a feed or sitemap, and the sitemaps that it lists, newest first.

    Raises PageRefused("bad_answer") where the bytes are neither.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    kind = etree.QName(root).localname.lower() if root is not None and isinstance(root.tag, str) else ""
    if root is None or kind not in ("rss", "rdf", "feed", "urlset", "sitemapindex"):
        raise refuse(Refusal.BAD_ANSWER, url, f"{url} is neither a feed nor a sitemap. Check the setting 'feeds'.")
    entries: list[Entry] = []
    maps: list[tuple[str, str]] = []
    for element in root.iter():
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if name in ("item", "entry", "url") and len(entries) < MOST_ENTRIES:
            entry = _entry(element, url)
            if entry is not None:
                entries.append(entry)
        elif name == "sitemap":
            parts = _parts(element)
            if parts.get("loc"):
                maps.append((parts.get("lastmod", ""), urljoin(url, parts["loc"])))
    return tuple(entries), tuple(address for _, address in sorted(maps, reverse=True))


def _entry(element: etree._Element, base: str) -> Entry | None:
    parts = _parts(element)
    address = parts.get("link") or parts.get("loc") or (parts.get("guid", "") if "://" in parts.get("guid", "") else "")
    if not address:
        return None
    address = urljoin(base, address)
    title = _TAG.sub(" ", parts.get("title", "")).strip()
    summary = _TAG.sub(" ", parts.get("description", "") or parts.get("summary", ""))
    told = f"{title} {summary} {parts.get('keywords', '')}"
    words = frozenset(_words(f"{told} {unquote(address).partition('://')[2].partition('/')[2]}"))
    return Entry(address, title, words, parts.get("pubdate") or parts.get("updated") or parts.get("lastmod", ""))


def _parts(element: etree._Element) -> dict[str, str]:
    """The texts of an entry by local name; of several links the one to the page."""
    out: dict[str, str] = {}
    for child in element.iter():
        if child is element or not isinstance(child.tag, str):
            continue
        name = etree.QName(child).localname.lower()
        text = "".join(map(str, child.itertext())).strip()
        if name == "link" and child.get("href"):
            if child.get("rel", "alternate") != "alternate":
                continue
            text = str(child.get("href"))
        out.setdefault(name, text)
    return out


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if len(word) > 1]
