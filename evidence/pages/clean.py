"""Bytes to markup, and text to the form in which every page is kept."""

import html
import re
import unicodedata

from bs4 import BeautifulSoup, UnicodeDammit

# Direction marks, soft hyphens and byte-order marks hide inside words and make equal quotes unequal.
# Joiners (U+200C, U+200D) stay: Persian and Hindi spell with them.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACE = re.compile(r"[^\S\n]+")
LONGEST_HEADING = 120
MOST_TAGS = 30_000  # opening and closing ones; news pages have 1,000 to 4,000, and extractors go quadratic
MOST_WIKI_TAGS = 150_000  # long articles of Wikipedia have 80,000
DEEPEST = 200  # parsers give up at 256
_NESTING = re.compile(r"<(/?)(?:div|table|section|article|blockquote|ul|ol|span|b|i|font)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"(?is)<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
_BREAKS = re.compile(r"(?i)</?(?:br|p|div|li|tr|h[1-6]|table|section|article|ul|ol|blockquote)\b[^<>]*>")
_ANY_TAG = re.compile(r"<[^<>]*>")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def charset_of(headers: tuple[tuple[str, str], ...]) -> str | None:
    """The charset that a Content-Type header names; None where it names none."""
    for name, value in headers:
        if name.lower() == "content-type" and (found := _CHARSET.search(value)):
            return found[1]
    return None


def decode(body: bytes, charset: str | None) -> str:
    """The text of the bytes; what cannot be decoded becomes U+FFFD.

    >>> decode("قناة السويس".encode("cp1256"), "windows-1256")
    'قناة السويس'
    """
    # Bytes beyond ASCII that are valid UTF-8 are UTF-8, whatever anybody says; a header is believed only
    # where every byte obeys it.
    for name in (charset, "utf-8-sig") if body.isascii() else ("utf-8-sig", charset):
        if name is None:
            continue
        try:
            return body.decode(name).removeprefix("\ufeff")
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    found = UnicodeDammit(body, is_html=True, user_encodings=["windows-1256"] if _looks_arabic(body) else [])
    return found.unicode_markup or body.decode("utf-8", "replace")


def is_wild(markup: str) -> bool:
    """Whether markup is so deep or so much that parsing it would take minutes: nobody wrote that by hand."""
    if markup.count("<") > (MOST_WIKI_TAGS if "mw-parser-output" in markup else MOST_TAGS):
        return True
    depth = 0
    for found in _NESTING.finditer(markup):
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


def stripped(markup: str) -> list[str]:
    """The text between the tags, for markup that no parser holds together."""
    text = _HIDDEN.sub(" ", markup)
    return html.unescape(_ANY_TAG.sub(" ", _BREAKS.sub("\n", text))).split("\n")


def _looks_arabic(body: bytes) -> bool:
    """Whether bytes without a declared charset are likely cp1256: its commonest letters, ا and ل."""
    if b"charset" in body[:2048].lower():
        return False
    high = sum(byte >= 0x80 for byte in body)
    return high > 20 and (body.count(0xC7) + body.count(0xE1)) / high > 0.15


def tidy(text: str) -> str:
    r"""One line: composed characters, single spaces, nothing unseen.

    >>> tidy(" قنا\u200fة\u00a0السويس\n ")
    'قناة السويس'
    """
    text = _CONTROL.sub("", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))
    return _SPACE.sub(" ", text.replace("\n", " ")).strip()


def joined(lines: list[str]) -> str:
    """The lines as one text, without empty ones."""
    return "\n".join(line for line in map(tidy, lines) if line.strip("#-•·| "))


def without_empty_sections(lines: list[str]) -> list[str]:
    """The lines without headings that have nothing below them: their tables or lists were dropped."""
    out: list[str] = []
    for line in filter(None, map(tidy, lines)):
        while out and _depth(line) and _depth(out[-1]) >= _depth(line):
            out.pop()
        out.append(line)
    while len(out) > 1 and _depth(out[-1]):
        out.pop()
    return out


def heading(text: str, depth: int) -> str:
    """The text as a heading line; as a plain one where it reads like a sentence.

    >>> heading("الأبعاد", 1), heading("Readers liked it.", 2)
    ('# الأبعاد', 'Readers liked it.')
    """
    text = tidy(text)
    if not text or len(text) > LONGEST_HEADING or text.endswith((".", "!", "؟", "。", "।", ":", "…")):
        return text
    return f"{'#' * max(1, depth)} {text}"


def _depth(line: str) -> int:
    """How deep a heading line stands, 0 for other lines."""
    marks = len(line) - len(line.lstrip("#"))
    return marks if line[marks : marks + 1] == " " else 0


def metas_of(soup: BeautifulSoup) -> dict[str, str]:
    """The page's meta elements by name, lower case; the first where there are several."""
    out: dict[str, str] = {}
    for element in soup.find_all("meta", limit=300):
        name = str(element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        out.setdefault(name, str(element.get("content") or "").strip())
    return out
