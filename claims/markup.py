"""HTML -> lines of text with what the markup says of each, and the metadata."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import regex
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from claims.closed import compiled
from claims.records import BlockKind

_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "form",
    "button",
    "nav",
    "header",
    "footer",
    "aside",
    "select",
    "input",
    "object",
    "embed",
    "audio",
    "video",
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "tr",
        "td",
        "th",
        "dl",
        "dt",
        "dd",
        "pre",
        "address",
        "time",
        "br",
        "hr",
        "body",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FURNITURE = regex.compile(
    r"(?:^|[\s_-])(?:nav|menu|share|social|related|comment|comments|cookie|banner|advert|ads|promo|newsletter|subscribe|breadcrumb|footer|sidebar|tags|recommend)(?:$|[\s_-])",
    regex.IGNORECASE,
)
ISO_DAY = regex.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DATE_KEYS = (
    "datepublished",
    "article:published_time",
    "og:article:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "sailthru.date",
    "parsely-pub-date",
    "publication_date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """What was read from the markup; `lines` in text order, kind None where the markup does not tell."""

    title: str
    language: str
    url: str
    published_on: date | None
    lines: tuple[tuple[BlockKind | None, str], ...]


def read_html(data: bytes | str) -> Markup:
    """The article part of a page."""
    soup = BeautifulSoup(data, "lxml")
    root = soup.find("html")
    language = str(root.get("lang") or root.get("xml:lang") or "") if isinstance(root, Tag) else ""
    linked = _json_ld(soup)
    title = _title(soup, linked)
    published = _published(soup, linked, data)
    url = _canonical(soup)
    for name in _DROPPED:
        for tag in soup.find_all(name):
            if (
                name in {"header", "aside"}
                and tag.find(["h1", "p"]) is not None
                and len(tag.get_text(" ", strip=True)) > 40
                and not _is_furniture(tag)
            ):
                continue
            tag.decompose()
    main = _main(soup)
    lines = tuple(_merged(_lines(main))) if main is not None else ()
    if title and not any(kind is BlockKind.HEADLINE for kind, _ in lines[:3]):
        lines = ((BlockKind.HEADLINE, title), *lines)
    return Markup(title=title, language=language, url=url, published_on=published, lines=lines)


def _is_furniture(tag: Tag) -> bool:
    """Whether the names on a tag say that it is no part of the article."""
    names = " ".join(
        [*(tag.get_attribute_list("class") or []), str(tag.get("id") or ""), str(tag.get("role") or "")]
    ).strip()
    return bool(names) and _FURNITURE.search(names) is not None


def _main(soup: BeautifulSoup) -> Tag | None:
    """The element that holds the article: the one that says so, else the densest."""
    for name in ("article", "main"):
        found = [tag for tag in soup.find_all(name) if isinstance(tag, Tag)]
        if found:
            best = max(found, key=lambda tag: sum(len(p.get_text(" ", strip=True)) for p in tag.find_all("p")))
            if len(best.get_text(" ", strip=True)) > 200 or len(found) == 1:
                return best
    body = soup.find("body")
    if not isinstance(body, Tag):
        return soup if soup.get_text(strip=True) else None
    best, score = body, 0
    for tag in body.find_all(["div", "section", "td"]):
        if not isinstance(tag, Tag) or _is_furniture(tag):
            continue
        own = sum(len(p.get_text(" ", strip=True)) for p in tag.find_all("p", recursive=False))
        if own > score:
            best, score = tag, own
    whole = sum(len(p.get_text(" ", strip=True)) for p in body.find_all("p"))
    return best if score > 0.6 * whole > 0 else body


def _lines(tag: Tag, kind: BlockKind | None = None) -> Iterator[tuple[BlockKind | None, str, bool]]:  # noqa: C901
    """Stretches of text; the flag says whether a new line begins before the stretch."""
    for child in tag.children:
        if isinstance(child, NavigableString):
            if type(child) is NavigableString and str(child):
                yield kind, str(child), False
            continue
        if not isinstance(child, Tag) or _is_furniture(child):
            continue
        name = child.name.lower()
        if name == "sup" and compiled(r"\s*\[?\d+\]?\s*").fullmatch(child.get_text()):
            continue
        own = kind
        if name in _HEADINGS:
            own = BlockKind.HEADLINE
        elif name == "figcaption":
            own = BlockKind.CAPTION
        elif name == "time":
            own = BlockKind.DATELINE
        elif name == "address" or "byline" in " ".join(child.get_attribute_list("class") or []):
            own = BlockKind.BYLINE
        if (name in _BLOCKS and name != "time") or (
            name == "time" and kind is None and child.parent is not None and child.parent.name not in {"p", "li"}
        ):
            yield own, "", True
            yield from _lines(child, own)
            yield kind, "", True
        else:
            yield from _lines(child, kind)


def _merged(stretches: Iterator[tuple[BlockKind | None, str, bool]]) -> Iterator[tuple[BlockKind | None, str]]:
    """Whole lines with white space put in order."""
    kind: BlockKind | None = None
    parts: list[str] = []
    for own, text, fresh in stretches:
        if fresh:
            line = " ".join("".join(parts).split())
            if line:
                yield kind, line
            parts, kind = [], own
        elif text:
            if not parts:
                kind = own
            parts.append(text)
    line = " ".join("".join(parts).split())
    if line:
        yield kind, line


def _json_ld(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """Every object of the page's JSON-LD that describes an article."""
    found: list[dict[str, Any]] = []
    for script in soup.find_all("script", attrs={"type": "application/ld+json"}):
        try:
            loaded = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        stack = [loaded]
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack.extend(item)
            elif isinstance(item, dict):
                stack.extend(value for key, value in item.items() if key in {"@graph", "mainEntity"})
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(
                    isinstance(one, str) and ("Article" in one or one in {"BlogPosting", "Report", "WebPage"})
                    for one in kinds
                ):
                    found.append(item)
    return found


def _title(soup: BeautifulSoup, linked: list[dict[str, Any]]) -> str:
    """The headline of the page."""
    for item in linked:
        if isinstance(item.get("headline"), str):
            return " ".join(str(item["headline"]).split())
    heading = soup.find("h1")
    if isinstance(heading, Tag) and heading.get_text(strip=True):
        return " ".join(heading.get_text(" ").split())
    meta = soup.find("meta", property="og:title")
    if isinstance(meta, Tag) and meta.get("content"):
        return " ".join(str(meta["content"]).split())
    return " ".join(soup.title.get_text(" ").split()) if soup.title else ""


def _canonical(soup: BeautifulSoup) -> str:
    """The address that the page gives for itself."""
    link = soup.find("link", rel="canonical")
    if isinstance(link, Tag) and str(link.get("href") or "").startswith("http"):
        return str(link["href"])
    meta = soup.find("meta", property="og:url")
    return str(meta["content"]) if isinstance(meta, Tag) and str(meta.get("content") or "").startswith("http") else ""


def _published(soup: BeautifulSoup, linked: list[dict[str, Any]], data: bytes | str) -> date | None:
    """The day of publication by JSON-LD, meta, time, then htmldate without its 1 January."""
    texts = [str(item["datePublished"]) for item in linked if item.get("datePublished")]
    for meta in soup.find_all("meta"):
        key = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key in _DATE_KEYS:
            texts.append(str(meta.get("content") or ""))
    texts += [str(tag.get("datetime") or "") for tag in soup.find_all("time")]
    for text in texts:
        match = ISO_DAY.search(text)
        if match:
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                continue
    return _by_htmldate(data)


def _by_htmldate(data: bytes | str) -> date | None:
    """What htmldate finds; it fills in 1 January where it reads only a year, so that day is refused."""
    import logging  # noqa: PLC0415 -- only to keep htmldate quiet

    from htmldate import find_date  # noqa: PLC0415 -- slow to import, wanted only without metadata

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(
            data if isinstance(data, str) else data.decode("utf-8", "replace"),
            original_date=True,
            extensive_search=False,
        )
    except Exception:  # noqa: BLE001 -- any fault of the library means: no date found
        return None
    match = ISO_DAY.fullmatch(found or "")
    if match is None or match.group(2, 3) == ("01", "01"):
        return None
    return date(*map(int, match.groups()))
