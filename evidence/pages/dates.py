"""When a page was published and changed, and how that was found; a date is never made up.

Ready-made finders fill in 1 January where they can read only a year. Here a date needs its day, and
1 January at midnight needs a second witness on the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import regex
from bs4 import BeautifulSoup, Tag

from evidence.pages.clean import tidy
from evidence.pages.jsonld import article_node, text_at

EARLIEST = date(1990, 1, 1)  # no page of the web is older; older dates are what pages tell of
PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publish-date", "publishdate",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
)  # fmt: skip
MODIFIED_META = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
    "dc.date.modified", "lastmod",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):?(\d{2}))?")
_COMPACT = re.compile(r"\b(\d{4})(\d{2})(\d{2})\b")
_IN_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/_.-]|$)")
_NUMERIC = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_WORDS = regex.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+([\p{L}\p{M}]+(?:[./ ]+[\p{L}\p{M}]+){0,4})[.,،]?\s*(\d{4})"
)
_MONTH_FIRST = regex.compile(r"([\p{L}\p{M}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
BYLINE = re.compile(r"date|time|publish|posted|byline|meta|updated|dateline", re.IGNORECASE)
MODIFIED = re.compile(
    r"updated|modif|last edit|آخر تعديل|آخر تحديث|حُدّث|تحديث|actualiz|mis à jour|aktualisiert|güncel",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDates:
    """The dates of a page and where each was found, "" for nowhere."""

    published_on: date | None
    how: str  #: "json-ld", "meta", "time", "text", "url"
    modified_on: date | None
    modified_how: str  #: "json-ld", "meta", "footer", "time", "pdf"


def find_dates(soup: BeautifulSoup, nodes: list[dict[str, Any]], metas: dict[str, str], url: str) -> PageDates:
    """The dates that the page states, most formal place first."""
    stated = list(_stated(soup, nodes, metas, url))
    published, how = None, ""
    for candidate, midnight, place in stated:
        witnessed = any(other == candidate and where != place for other, _, where in stated)
        if _is_filled_in(candidate, midnight) and not witnessed:
            continue
        published, how = candidate, place
        break
    changes = _changes(soup, nodes, metas)
    written = ((day, place) for day, midnight, place in changes if not _is_filled_in(day, midnight))
    modified, modified_how = next(written, (None, ""))
    if modified is not None and published is not None and modified < published:
        modified, modified_how = None, ""
    return PageDates(published_on=published, how=how, modified_on=modified, modified_how=modified_how)


def _is_filled_in(day: date, midnight: bool) -> bool:
    """Whether it looks like what systems write where they know a year only."""
    return midnight and (day.month, day.day) == (1, 1)


def _stated(
    soup: BeautifulSoup, nodes: list[dict[str, Any]], metas: dict[str, str], url: str
) -> Iterator[tuple[date, bool, str]]:
    """Every date that may be the publication's: the day, whether it has no time of day, and its place."""
    node = article_node(nodes)
    formal = [("json-ld", text_at(node, key)) for key in ("datePublished", "dateCreated")]
    formal += [("meta", metas.get(name, "")) for name in PUBLISHED_META]
    yield from ((*found, place) for place, stamp in formal if (found := read_stamp(stamp)))
    yield from _shown(soup)
    if (path := _IN_PATH.search(urlsplit(url).path)) and (day := _day(path[1], path[2], path[3])):
        yield day, True, "url"


def _shown(soup: BeautifulSoup) -> Iterator[tuple[date, bool, str]]:
    """The first date in a time element and the first in a byline, where they are the page's own."""
    for element in soup.find_all("time", limit=20):
        if isinstance(element, Tag) and _is_byline(element) and not _says_modified(element):
            stamp = str(element.get("datetime") or element.get_text(" "))
            if found := read_stamp(stamp) or read_words(stamp):
                yield (*found, "time")
                break
    for element in soup.find_all(["p", "div", "span", "li"], class_=BYLINE, limit=20):
        text = tidy(element.get_text(" "))
        if len(text) < 160 and not MODIFIED.search(text) and (found := read_words(text) or read_stamp(text)):
            yield (*found, "text")
            break


def _changes(
    soup: BeautifulSoup, nodes: list[dict[str, Any]], metas: dict[str, str]
) -> Iterator[tuple[date, bool, str]]:
    """Every date that may be that of the last change: the day, whether it has no time of day, and its place."""
    formal = [("json-ld", text_at(article_node(nodes), "dateModified"))]
    formal += [("meta", metas.get(name, "")) for name in MODIFIED_META]
    yield from ((*found, place) for place, stamp in formal if (found := read_stamp(stamp)))
    foot = soup.find(id="footer-info-lastmod") or soup.find(id="lastmod")
    if isinstance(foot, Tag) and (found := read_words(tidy(foot.get_text(" ")))):
        yield found[0], False, "footer"  # a wiki writes the hour beside it
    for element in soup.find_all("time", limit=20):
        said = isinstance(element, Tag) and _says_modified(element)
        if said and (found := read_stamp(str(element.get("datetime", "")))):
            yield (*found, "time")


def _is_byline(element: Tag) -> bool:
    """Whether a date stands where a page puts its own, and not in the story or beside another one."""
    if element.find_parent(["aside", "nav", "footer", "li", "table", "blockquote"]) is not None:
        return False
    paragraph = element.find_parent("p")
    return paragraph is None or len(tidy(paragraph.get_text(" "))) < 160


def _says_modified(element: Tag) -> bool:
    around = element.parent.get_text(" ")[:200] if element.parent is not None else ""
    shown = element.get_text(" ")
    before = around.partition(shown)[0][-40:] if shown else around[:40]
    names = " ".join([*(element.get("class") or []), str(element.get("itemprop") or "")])
    return bool(MODIFIED.search(before) or re.search(r"updated|modif", names, re.IGNORECASE))


def read_stamp(text: str) -> tuple[date, bool] | None:
    """The day in a machine's date, and whether no time of day stands with it; None without a whole day."""
    found = _ISO.search(text) or _NUMERIC.search(text) or (_COMPACT.fullmatch(text.strip()) if text else None)
    if found is None or (day := _day(found[1], found[2], found[3])) is None:
        return None
    clock = found.groups()[3:]
    return day, not any(part and int(part) for part in clock)


def read_words(text: str) -> tuple[date, bool] | None:
    """The first whole day written out in any language that has month names.

    >>> read_words("نُشر في ٢٨ آب/أغسطس ٢٠١٣")[0]
    datetime.date(2013, 8, 28)
    """
    if (found := _CJK.search(text)) and (day := _day(found[1], found[2], found[3])):
        return day, True
    for number, name, year in _WORDS.findall(text):
        if (month := _month(name)) and (day := _day(year, month, number)):
            return day, True
    for name, number, year in _MONTH_FIRST.findall(text):
        if (month := _month(name)) and (day := _day(year, month, number)):
            return day, True
    return None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found <= date(2200, 1, 1) else None


def _month(name: str) -> int:
    """The month in "de abril de", "آب/أغسطس" or "كانون الثاني/يناير"; 0 where there is none, or two."""
    known = month_names()
    found = set()
    for part in name.casefold().split("/"):
        words = re.split(r"[. ]+", part.strip(". "))
        tried = [" ".join(words), *(" ".join(words[i : i + 2]) for i in range(len(words))), *words]
        found.add(next((known[one] for one in tried if one in known), 0))
    found.discard(0)
    return found.pop() if len(found) == 1 else 0


LOCALES = (
    "ar ar_DZ ar_IQ ar_LB ar_MA ar_MR ar_TN az bg bn ca cs da de de_AT el en es et fa fi fr he hi hr hu id it"
    " ja kk ko ku lt lv ms nb nl pl ps pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh"
)


@cache
def month_names() -> dict[str, int]:
    """Month names by CLDR in the languages of `LOCALES`; where two differ, what most of them say."""
    from babel import Locale

    seen: dict[str, Counter[int]] = {}
    for tag in LOCALES.split():
        months = Locale.parse(tag).months
        for kind in ("format", "stand-alone"):
            for names in (months[kind]["wide"], months[kind]["abbreviated"]):
                for number, name in names.items():
                    plain = str(name).casefold().strip(". ")
                    if len(plain) > 1 and not plain[0].isdigit():
                        seen.setdefault(plain, Counter())[int(number)] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in seen.items()}
