"""Pages of any MediaWiki: the article without its marks, boxes and links, tables as lines."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from evidence.pages.clean import heading, tidy, without_empty_sections
from evidence.pages.tables import keyed_lines, table_lines

# What is never part of the article. Class names are MediaWiki's and its common templates'.
_DROPPED = """
reference mw-editsection navbox navbox-styles vertical-navbox toc reflist references mw-references-wrap
hatnote metadata ambox mbox-small sistersitebox noprint mw-empty-elt mw-cite-backlink Inline-Template
noexcerpt portal side-box authority-control catlinks printfooter mw-jump-link mw-indicators gallery
error mw-ext-cite-error stub dablink rellink mw-headline-anchor geo-nondefault magnify shortdescription
mw-kartographer-maplink
"""
DROPPED_CLASSES = frozenset(_DROPPED.split())
DROPPED_TAGS = frozenset({"style", "script", "noscript", "template", "annotation", "audio", "video"})
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {
    "p",
    "ul",
    "ol",
    "dl",
    "table",
    "div",
    "section",
    "blockquote",
    "figure",
    "center",
    "pre",
    *HEADINGS,
}


def is_mediawiki(soup: BeautifulSoup) -> bool:
    """Whether a MediaWiki made this page."""
    return soup.find(class_="mw-parser-output") is not None


def mediawiki_title(soup: BeautifulSoup) -> str:
    """The page's own title, without the name of the wiki."""
    first = soup.find(id="firstHeading") or soup.find("h1")
    return tidy(first.get_text("")) if first is not None else ""


def mediawiki_lines(soup: BeautifulSoup, title: str) -> list[str]:
    """The article's lines; headings start with "# ", as deep as they stand."""
    # The siteNotice and the printfooter are parser output too, so the article is the longest of them.
    outputs = [one for one in soup.find_all(class_="mw-parser-output") if isinstance(one, Tag)]
    content = max(outputs, key=lambda one: len(one.get_text()))
    # One walk of our own: a selector of so many parts takes ten times as long on a long article.
    for tag in content.find_all(_is_dropped):
        if not tag.decomposed:
            tag.decompose()
    out: list[str] = []
    _walk(content, out, title)
    return without_empty_sections(out)


def _is_dropped(tag: Tag) -> bool:
    if tag.name in DROPPED_TAGS or tag.get("id") == "toc":
        return True
    if "display:none" in str(tag.get("style") or "").replace(" ", ""):  # sort keys of tables, mostly
        return True
    return not DROPPED_CLASSES.isdisjoint(tag.get("class") or ())


def _walk(node: Tag, out: list[str], title: str) -> None:
    loose: list[str] = []

    def flush() -> None:
        text = tidy("".join(loose))
        loose.clear()
        if text:
            out.append(text)

    for child in list(node.children):
        if isinstance(child, NavigableString):
            if type(child) is NavigableString:  # comments are subclasses
                loose.append(str(child))
            continue
        if not isinstance(child, Tag):
            continue
        if child.name not in BLOCKS:
            if child.find(list(BLOCKS)) is None:
                loose.append(child.get_text(""))
            else:
                flush()
                _walk(child, out, title)
            continue
        flush()
        _block(child, out, title)
    flush()


def _block(child: Tag, out: list[str], title: str) -> None:
    classes = set(child.get("class") or [])
    if child.name in HEADINGS:
        out.append(heading(child.get_text(""), int(child.name[1]) - 1))
    elif child.name == "table":
        box = classes & {"infobox", "vcard", "infobox_v2", "sidebar"} or any("infobox" in name for name in classes)
        out.extend(keyed_lines(child, title) if box else table_lines(child, title))
    elif child.name in ("ul", "ol"):
        _items(child, out)
    elif child.name == "dl":
        out.extend(tidy(item.get_text("")) for item in child.find_all(["dt", "dd"]))
    elif child.name in ("p", "pre", "blockquote") and child.find("table") is None:
        for br in child.find_all("br"):
            br.replace_with("\n")
        out.extend(child.get_text("").split("\n"))
    elif child.name == "figure":
        caption = child.find("figcaption")
        if isinstance(caption, Tag):
            out.append(tidy(caption.get_text("")))
    else:
        _walk(child, out, title)


def _items(listing: Tag, out: list[str]) -> None:
    for item in listing.find_all("li", recursive=False):
        inner = [each.extract() for each in item.find_all(["ul", "ol"]) if each.find_parent("li") is item]
        text = tidy(item.get_text(""))
        if text:
            out.append(text)
        for each in inner:
            _items(each, out)
