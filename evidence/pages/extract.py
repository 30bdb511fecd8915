"""A snapshot becomes a page, the same one every time."""

import warnings
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

from claims.digests import digest, sha256_of
from evidence.errors import PageRefused
from evidence.fetch.limits import Refusal, refuse
from evidence.fetch.media import PDF
from evidence.pages.about import find_language, find_publisher, find_title
from evidence.pages.clean import charset_of, decode, is_wild, joined, metas_of, stripped, tidy
from evidence.pages.dates import PageDates, find_dates
from evidence.pages.generic import generic_lines
from evidence.pages.jsonld import jsonld_nodes, review_lines
from evidence.pages.mediawiki import is_mediawiki, mediawiki_lines, mediawiki_title
from evidence.pages.pdf import PdfUnreadable, read_pdf
from evidence.pages.wikibase import is_wikibase, wikibase_lines, wikibase_title
from evidence.records import Page, Snapshot

# XHTML is read as HTML on purpose, and a page may be as short as a file name.
warnings.filterwarnings("ignore", category=XMLParsedAsHTMLWarning)
warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)

EXTRACTOR = "pages-1"  #: changes whenever the same bytes would give another text
MOST_CHARACTERS = 2_000_000
HEAD = 20_000  #: characters of a page too wild to parse in which its title is looked for
STUMBLES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)
NO_DATES = PageDates(published_on=None, how="", modified_on=None, modified_how="")
MARKUP = ("html", "xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What one handler made of the bytes."""

    title: str
    publisher: str
    language: str
    dates: PageDates
    lines: list[str]


def extract_page(snapshot: Snapshot, body: bytes) -> Page:
    """The page in a snapshot's bytes; raises PageRefused("no_text") where there is nothing to read.

    Headings are lines that start with "# ", infobox rows read "title — key: value", table rows
    "header: cell; header: cell".
    """
    if snapshot.media_type == PDF:
        read = _from_pdf(snapshot, body)
    elif any(kind in snapshot.media_type for kind in MARKUP):
        read = _from_any_markup(snapshot, body)
    else:
        read = _from_text(snapshot, body)
    text = joined(read.lines)[:MOST_CHARACTERS]
    if not text:
        raise refuse(Refusal.NO_TEXT, snapshot.url, f"Nothing to read was found in {snapshot.url}. Judged without it.")
    text_sha256 = sha256_of(text)
    return Page(
        id=digest(snapshot.id, EXTRACTOR, text_sha256),
        snapshot_id=snapshot.id,
        body_sha256=snapshot.body_sha256,
        url=snapshot.final_url,
        title=read.title,
        publisher=read.publisher,
        language=read.language,
        published_on=read.dates.published_on,
        published_how=read.dates.how,
        modified_on=read.dates.modified_on,
        modified_how=read.dates.modified_how,
        fetched_at=snapshot.fetched_at,
        origin=snapshot.origin,
        text=text,
        text_sha256=text_sha256,
        extractor=EXTRACTOR,
    )


def _from_any_markup(snapshot: Snapshot, body: bytes) -> _Read:
    """What the handlers make of markup; its bare text where one of them stumbles over it."""
    try:
        return _from_markup(snapshot, body)
    except PageRefused:
        raise
    except STUMBLES:  # no page may end a run, and its text is still there to be read
        lines = stripped(decode(body, charset_of(snapshot.headers)))
        language = find_language(None, [], {}, {}, "\n".join(lines))
        return _Read(title=_name_of(snapshot.final_url), publisher="", language=language, dates=NO_DATES, lines=lines)


def _from_markup(snapshot: Snapshot, body: bytes) -> _Read:
    markup = decode(body, charset_of(snapshot.headers))
    wild = is_wild(markup)
    soup = BeautifulSoup(markup[:HEAD] if wild else markup, "lxml")
    nodes = jsonld_nodes(soup)
    metas = metas_of(soup)
    title = find_title(soup, nodes, metas)
    publisher = find_publisher(soup, nodes, metas, snapshot.final_url)
    dates = find_dates(soup, nodes, metas, snapshot.final_url)
    headers = {name.lower(): value for name, value in snapshot.headers}
    wiki = is_mediawiki(soup)
    # The handlers take the soup apart, so the language that it states is read with a first, rough text.
    sample = _wiki_sample(soup) if wiki else soup.get_text(" ")[:200_000]
    language = find_language(soup, nodes, metas, headers, sample)
    if wild:
        lines = stripped(markup)
    elif is_wikibase(soup):
        title = wikibase_title(soup) or title
        lines = wikibase_lines(soup, title)
    elif wiki:
        title = mediawiki_title(soup) or title
        lines = mediawiki_lines(soup, title)
    else:
        lines = review_lines(nodes) + generic_lines(markup, soup, title)
    return _Read(title=title, publisher=publisher, language=language, dates=dates, lines=lines)


def _wiki_sample(soup: BeautifulSoup) -> str:
    outputs = soup.find_all(class_="mw-parser-output")
    return " ".join(part.get_text(" ")[:20_000] for part in outputs)


def _from_pdf(snapshot: Snapshot, body: bytes) -> _Read:
    try:
        title, lines, made = read_pdf(body)
    except PdfUnreadable as error:
        raise refuse(Refusal.NO_TEXT, snapshot.url, f"The PDF {snapshot.url} cannot be read: {error}.") from None
    return _Read(
        title=title or _name_of(snapshot.final_url),
        publisher=(urlsplit(snapshot.final_url).hostname or "").removeprefix("www."),
        language=find_language(None, [], {}, {}, "\n".join(lines)),
        # When a file was made says nothing sure about when its text was published.
        dates=PageDates(
            published_on=None,
            how="",
            modified_on=made if isinstance(made, date) else None,
            modified_how="pdf" if isinstance(made, date) else "",
        ),
        lines=lines,
    )


def _from_text(snapshot: Snapshot, body: bytes) -> _Read:
    text = decode(body, charset_of(snapshot.headers))
    lines = text.splitlines()
    first = next((tidy(line) for line in lines if tidy(line)), "")
    headers = {name.lower(): value for name, value in snapshot.headers}
    return _Read(
        title=first.lstrip("# ") if len(first) <= 120 else _name_of(snapshot.final_url),
        publisher=(urlsplit(snapshot.final_url).hostname or "").removeprefix("www."),
        language=find_language(None, [], {}, headers, text),
        dates=NO_DATES,
        lines=lines,
    )


def _name_of(url: str) -> str:
    return unquote(PurePosixPath(urlsplit(url).path).name)
