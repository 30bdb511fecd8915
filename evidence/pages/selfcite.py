"""Whether a page is the article itself, a copy of it or a page that quotes it: then it is no evidence."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import regex

from claims.records import Article
from evidence.records import Page

RUN = 7  #: words: shorter runs are shared by texts that tell of the same thing in their own words
COPIED = 0.35  #: share of the article's runs in the page, from which the page is a copy
EXCERPT = 0.5  #: share of the page's runs in the article, from which the page is an excerpt
QUOTED_WORDS = 40  #: a page that holds this many words of the article in one piece quotes it
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_MARKS = regex.compile(r"[\p{M}\u0640]")
TRACKING = ("utm_", "fbclid", "gclid", "mc_", "ref", "amp", "output")


def is_self_citation(article: Article, page: Page) -> bool:
    """Whether the page is the article, its mirror, an excerpt of it, or quotes a long piece of it.

    A page dated before the article is its source, not its copy, unless it has the same address.
    """
    if article.url and same_address(article.url, page.url):
        return True
    if article.published_on and page.published_on and page.published_on < article.published_on:
        return False
    ours, theirs = words_of(article.text), words_of(page.text)
    article_runs, page_runs = _runs(ours, RUN), _runs(theirs, RUN)
    if not article_runs or not page_runs:
        return False
    shared = len(article_runs & page_runs)
    if shared / len(article_runs) >= COPIED or (len(page_runs) >= 10 and shared / len(page_runs) >= EXCERPT):
        return True
    return shared > 0 and not _runs(ours, QUOTED_WORDS).isdisjoint(_runs(theirs, QUOTED_WORDS))


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to one page: scheme, "www.", "m.", slashes and tracking do not count.

    >>> same_address("https://www.example.org/خبر?utm_source=x", "http://example.org/%D8%AE%D8%A8%D8%B1/")
    True
    """
    return _address(one) == _address(other)


def _address(url: str) -> tuple[str, str, str]:
    from urllib.parse import unquote

    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not k.lower().startswith(TRACKING)]
    path = unquote(parts.path).rstrip("/").removesuffix("/amp").removesuffix("/index.html")
    return host, path, urlencode(sorted(kept))


def words_of(text: str) -> list[str]:
    """The words of a text without case, vowel marks and tatweel."""
    return _WORD.findall(_MARKS.sub("", text.casefold()))


def _runs(words: list[str], length: int) -> set[int]:
    return {hash(tuple(words[i : i + length])) for i in range(len(words) - length + 1)}
