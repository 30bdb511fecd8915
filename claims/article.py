"""Bytes of a text, Markdown or HTML file -> Article: readable text, title, language, date, blocks."""

import unicodedata
from datetime import date

import regex

from claims.blocks import classify, publication_date
from claims.closed import compiled
from claims.digests import digest, sha256_of
from claims.errors import ArticleUnreadable
from claims.languages import base_tag, detect_language
from claims.markdown import looks_like_markdown, read_markdown
from claims.markup import Markup, read_html
from claims.records import Article, Block, BlockKind

MAX_BYTES = 10_000_000  #: of text; a book is a tenth of it
_HTML = regex.compile(rb"(?i)<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<p[\s>].*</p>", regex.DOTALL)
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"RIFF",
    b"OggS",
    b"ID3",
)
_CONTROLS = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOTHING_SAID = "Give a text, Markdown or HTML file with at least one sentence."


def read_article(
    data: bytes,
    *,
    source: str,
    media_type: str = "",
    url: str = "",
    key: str = "",
    published_on: date | None = None,
    language: str = "",
) -> Article:
    """The article in the bytes; `source` is where they came from and stands in every message."""
    if not data.strip():
        raise ArticleUnreadable(f"{source} is empty ({len(data)} bytes). {_NOTHING_SAID}")
    if len(data) > MAX_BYTES:
        raise ArticleUnreadable(
            f"{source} holds {len(data):,} bytes; an article has at most {MAX_BYTES:,}. Cut it, or give its parts one by one."  # noqa: E501
        )
    if data.startswith(_BINARY):
        raise ArticleUnreadable(f"{source} is a binary file, not text. {_NOTHING_SAID}")
    is_html = "html" in media_type or (not media_type.startswith("text/") and _HTML.search(data[:4000]) is not None)
    is_html = is_html or (media_type in {"", "text/plain"} and source.lower().endswith((".html", ".htm", ".xhtml")))
    if is_html:
        markup = read_html(data)
    else:
        text = _decoded(data, source)
        wants_markdown = "markdown" in media_type or source.lower().endswith((".md", ".markdown"))
        if wants_markdown or (not source.lower().endswith(".txt") and looks_like_markdown(text)):
            markup = read_markdown(text)
        else:
            markup = Markup(
                title="", language="", url="", published_on=None, lines=tuple((None, line) for line in text.split("\n"))
            )
    return _built(markup, data, source=source, url=url, key=key, published_on=published_on, language=language)


def _built(
    markup: Markup, data: bytes, *, source: str, url: str, key: str, published_on: date | None, language: str
) -> Article:
    """Text, blocks and metadata put together."""
    lines: list[tuple[int, int, BlockKind | None, str]] = []
    parts: list[str] = []
    at = 0
    for kind, raw in markup.lines:
        line = unicodedata.normalize("NFC", _CONTROLS.sub(" ", raw))
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            lines.append((start, start + len(bare), kind, bare))
        parts.append(line)
        at += len(line) + 1
    text = "\n".join(parts)
    if not compiled(r"\p{L}").search(text):
        raise ArticleUnreadable(f"{source} holds no words once its markup is taken off. {_NOTHING_SAID}")
    tag = base_tag(language) or detect_language(
        " ".join(line[3] for line in sorted(lines, key=lambda one: -len(one[3]))[:12]), markup.language
    )
    blocks = _with_standfirst(classify(lines, tag))
    address = url or markup.url
    text_digest = sha256_of(text)
    own_key = key or address or sha256_of(data)
    title = markup.title or next(
        (text[b.start : b.end] for b in blocks if b.kind is BlockKind.HEADLINE), text[lines[0][0] : lines[0][1]][:200]
    )
    return Article(
        id=digest(own_key, text_digest),
        key=own_key,
        source=source,
        url=address,
        title=title,
        language=tag,
        published_on=published_on or markup.published_on or publication_date(text, blocks, tag),
        text=text,
        text_sha256=text_digest,
        blocks=tuple(blocks),
    )


def _with_standfirst(blocks: list[Block]) -> list[Block]:
    """A short line between headline and dateline is a second headline, full stop or not."""
    dated = next((at for at, block in enumerate(blocks[:6]) if block.kind is BlockKind.DATELINE), -1)
    return [
        Block(kind=BlockKind.HEADLINE, start=b.start, end=b.end)
        if at < dated and b.kind is BlockKind.BODY and b.end - b.start < 140
        else b
        for at, b in enumerate(blocks)
    ]


def _decoded(data: bytes, source: str) -> str:
    r"""The text of the bytes with \\n for every line end and without a byte order mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _guessed(data)
    sample = text[:4000]
    strange = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    if strange > len(sample) * 0.05:
        raise ArticleUnreadable(
            f"{source} is a binary file or in an unknown encoding: {strange} of its first {len(sample)} characters are no text. Save it as UTF-8 and try again."  # noqa: E501
        )
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")


def _guessed(data: bytes) -> str:
    """Text in an older encoding: the Arabic and Cyrillic code pages before the guess of a library."""
    high = sum(byte > 127 for byte in data[:20000])
    share = high / max(1, len(data[:20000]))
    if share > 0.3:
        arabic = data.decode("cp1256", "replace")
        letters = len(compiled(r"[\u0627-\u064a]").findall(arabic[:4000]))
        common = len(compiled(r"(?<!\w)(?:في|من|على|إلى|أن|و)(?!\w)|ال").findall(arabic[:4000]))
        if letters > 0.5 * len(compiled(r"\w").findall(arabic[:4000])) and common > letters / 60:
            return arabic
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- wanted for old files only

    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
