"""Any other page: the article by trafilatura, with headings as "# " lines and tables as lines of facts."""

import logging
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from lxml import etree

from evidence.pages.clean import heading, stripped, tidy
from evidence.pages.tables import is_keyed, keyed_lines, rows_of, table_lines

ENOUGH = 200  # characters: less than this, and the careful mode is asked too
CAREFUL_TAGS = 6_000  # the careful mode takes quadratic time on odd pages
FURNITURE = (
    "nav, footer, aside, form, script, style, noscript, template, dialog, [role=navigation], [role=dialog],"
    " [role=search], [role=contentinfo], [role=banner], [hidden], button, iframe, svg"
)


def generic_lines(markup: str, soup: BeautifulSoup, title: str) -> list[str]:
    """The lines of the page's article; infobox rows that the extractor passed over come first."""
    if unfold_layout(soup):
        markup = str(soup)
    body = _main_text(markup)
    lines: list[str] = []
    if body is not None:
        _render(body, lines, title)
    if sum(map(len, lines)) < ENOUGH:
        plain = _plain_lines(soup, title)
        if sum(map(len, plain)) > 2 * sum(map(len, lines)):
            lines = plain
    if not any(lines):
        lines = stripped(markup)
    boxes = [line for line in _boxes(soup, title) if line not in set(lines)]
    return boxes + lines


def unfold_layout(soup: BeautifulSoup) -> bool:
    """Whether tables were found that only hold the page together; they are turned into plain divisions."""
    found = False
    for table in soup.find_all("table", limit=200):
        # No table of facts holds headings, or paragraphs next to each other, in one of its cells.
        cells = [cell for row in rows_of(table) for cell in row]
        if any(cell.find(["h1", "h2"]) or len(cell.find_all("p", limit=3)) > 1 for cell in cells):
            found = True
            for part in (table, *(row for row in table.find_all(["tr", "tbody"]) if row.find_parent("table") is table)):
                part.name = "div"
            for cell in cells:
                cell.name = "div"
    return found


def _main_text(markup: str) -> Any:
    """The tree that trafilatura makes of the page: fast, then careful where that found little."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it warns of every page without an article
    found = None
    for fast in (True, False) if markup.count("<") < CAREFUL_TAGS else (True,):
        try:
            found = trafilatura.bare_extraction(
                markup, fast=fast, include_comments=False, include_tables=True, include_formatting=False
            )
        except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
            found = None
        body = getattr(found, "body", None)
        if body is not None and len("".join(body.itertext())) >= ENOUGH:
            return body
    return getattr(found, "body", None)


BLOCKS = frozenset({"head", "table", "list", "p", "quote", "item", "code", "div", "row", "cell", "body"})


def _render(node: Any, out: list[str], title: str) -> None:
    """The lines of a tree; text that stands loose between its blocks makes lines as well."""
    loose = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            loose.append("\n")
        elif child.tag not in BLOCKS:
            loose.append("".join(child.itertext()) if isinstance(child.tag, str) else "")
        else:
            out.extend("".join(loose).split("\n"))
            loose = []
            _block(child, out, title)
        loose.append(child.tail or "")
    out.extend("".join(loose).split("\n"))


def _block(child: Any, out: list[str], title: str) -> None:
    if child.tag == "head":
        depth = str(child.get("rend") or "h2").strip("h")
        out.append(heading(_text(child), (int(depth) if depth.isdigit() else 2) - 1))
    elif child.tag == "table":
        out.extend(_xml_table(child, title))
    else:
        _render(child, out, title)


def _text(node: Any) -> str:
    return tidy(" ".join(part for part in node.itertext() if part.strip()))


def _xml_table(table: Any, title: str) -> list[str]:
    """The table as ours: trafilatura's cells are turned back into markup that tables.py reads."""
    rows = []
    for row in table.iter("row"):
        cells = [
            f"<{name}>{_escaped(_text(cell))}</{name}>"
            for cell in row.iter("cell")
            for name in ("th" if cell.get("role") == "head" else "td",)
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    found = BeautifulSoup(f"<table>{''.join(rows)}</table>", "lxml").find("table")
    return table_lines(found, title) if isinstance(found, Tag) else []


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _boxes(soup: BeautifulSoup, title: str) -> list[str]:
    """Rows of key and value tables outside menus and footers, wherever on the page they stand."""
    out: list[str] = []
    for table in soup.find_all("table")[:50]:
        if not isinstance(table, Tag) or table.find_parent(["nav", "footer", "form"]) is not None:
            continue
        if table.find("table") is None and len(rows_of(table)) > 1 and is_keyed(table):
            out.extend(keyed_lines(table, title))
    for listing in soup.select("dl.infobox, .infobox dl, aside dl, dl.facts")[:20]:
        for term in listing.find_all("dt"):
            value = term.find_next_sibling("dd")
            if isinstance(value, Tag):
                out.append(f"{title} — {tidy(term.get_text(' ')).rstrip(':：')}: {tidy(value.get_text(' '))}")
    return list(dict.fromkeys(line for line in out if len(line) < 600))


def _plain_lines(soup: BeautifulSoup, title: str) -> list[str]:
    """Everything in the page's main part that is no menu: for pages too short for an extractor."""
    main = soup.find("main") or soup.find("article") or soup.body or soup
    if not isinstance(main, Tag):
        return []
    for unwanted in main.select(FURNITURE):
        unwanted.decompose()
    out: list[str] = []
    for table in main.find_all("table"):
        if isinstance(table, Tag) and not table.decomposed:
            out.extend(table_lines(table, title))
            table.decompose()
    for block in main.find_all(["h1", "h2", "h3", "h4", "p", "li", "dd", "blockquote", "pre"]):
        if isinstance(block, Tag) and block.find(["p", "li"]) is None:
            text = block.get_text("")
            out.append(heading(text, int(block.name[1]) - 1) if block.name[0] == "h" else tidy(text))
    if not any(out):
        out = [str(piece) for piece in main.descendants if type(piece) is NavigableString]
    return out
