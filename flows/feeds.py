"""An Atom and an RSS feed of changed verdicts, as files that any web server can hand out."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from lxml import etree

from evidence.store.store import Store
from evidence.store.watches import changes_since

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 100
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Row = Mapping[str, Any]


def write_feeds(store: Store) -> tuple[Path, Path]:
    """The two files, replaced whole."""
    changes = changes_since(store, latest=NEWEST)[::-1]
    folder = store.folder / "feeds"
    folder.mkdir(parents=True, exist_ok=True)
    name = store.path.stem
    return (
        _replaced(folder / "changes.atom", atom(changes, name=name)),
        _replaced(folder / "changes.rss", rss(changes, name=name)),
    )


def atom(changes: Sequence[Row], *, name: str) -> bytes:
    """The changes, newest first, as an Atom feed."""
    spaces: Any = {None: ATOM}  # the stubs know no default namespace
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=spaces)
    newest = changes[0]["changed_at"] if changes else datetime.now(UTC)
    _add(feed, "id", f"urn:tabayyun:{name}:changes")
    _add(feed, "title", f"Verdicts that changed: {name}")
    _add(feed, "updated", newest.isoformat())
    author = etree.SubElement(feed, f"{{{ATOM}}}author")
    _add(author, "name", "Tabayyun")
    for change in changes:
        entry = etree.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "id", _id(change, name))
        title = _add(entry, "title", _title(change))
        title.set(XML_LANG, change["article_language"])
        _add(entry, "updated", change["changed_at"].isoformat())
        if change["article_url"]:
            etree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=change["article_url"])
        _add(entry, "summary", _words(change))
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8"))


def rss(changes: Sequence[Row], *, name: str) -> bytes:
    """The changes, newest first, as an RSS 2.0 feed."""
    root = etree.Element("rss", version="2.0")
    channel = etree.SubElement(root, "channel")
    for tag, text in (
        ("title", f"Verdicts that changed: {name}"),
        ("link", f"urn:tabayyun:{name}"),
        ("description", "Every change of a verdict, with its reason."),
    ):
        etree.SubElement(channel, tag).text = text
    for change in changes:
        item = etree.SubElement(channel, "item")
        etree.SubElement(item, "guid", isPermaLink="false").text = _id(change, name)
        etree.SubElement(item, "title").text = _clean(_title(change))
        etree.SubElement(item, "pubDate").text = format_datetime(change["changed_at"])
        if change["article_url"]:
            etree.SubElement(item, "link").text = _clean(change["article_url"])
        etree.SubElement(item, "description").text = _clean(_words(change))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _id(change: Row, name: str) -> str:
    return f"urn:tabayyun:{name}:{change['claim_id']}:{change['seq']}"


def _title(change: Row) -> str:
    return f"{change['old_label']} → {change['new_label']}: {change['claim_text']}"


def _words(change: Row) -> str:
    where = change["article_title"] or change["article_key"]
    return f"By {change['decided_by']}, in “{where}”. {change['rationale']}"


def _add(parent: Any, tag: str, text: str) -> Any:
    child = etree.SubElement(parent, f"{{{ATOM}}}{tag}")
    child.text = _clean(text)
    return child


def _clean(text: str) -> str:
    """XML knows no control characters and no halves of surrogate pairs, whatever a page may hold.

    >>> _clean("القناة" + chr(7))
    'القناة'
    """
    return "".join(
        char
        for char in text
        if char in "\t\n\r"
        or (ord(char) >= 0x20 and not 0xD800 <= ord(char) <= 0xDFFF and ord(char) not in (0xFFFE, 0xFFFF))
    )


def _replaced(path: Path, content: bytes) -> Path:
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(content)
    part.replace(path)
    return path
