"""Markdown -> lines of text without its marks, with what they said of each line."""

from datetime import date

import regex

from claims.closed import compiled
from claims.markup import ISO_DAY, Markup
from claims.records import BlockKind

_FRONT = regex.compile(r"\A---\n(.*?)\n---\n", regex.DOTALL)
_INLINE = (
    (regex.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"), (regex.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (regex.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"), (regex.compile(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),  # noqa: E501
    (regex.compile(r"`([^`]+)`"), r"\1"),
)  # fmt: skip


def looks_like_markdown(text: str) -> bool:
    """Whether a plain text carries Markdown's marks."""
    return (
        _FRONT.match(text) is not None
        or compiled(r"(?m)^#{1,6}\s+\S|\[[^\]\n]+\]\(https?://|^\s*[*-]\s+\S.*\n\s*[*-]\s+\S").search(text) is not None
    )


def read_markdown(text: str) -> Markup:  # noqa: C901
    """The text of a Markdown file, its marks taken off line by line."""
    meta: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        for line in front.group(1).splitlines():
            key, _, value = line.partition(":")
            meta[key.strip().lower()] = value.strip().strip("\"'")
        text = text[front.end() :]
    lines: list[tuple[BlockKind | None, str]] = []
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            lines.append((None, _plain(" ".join(paragraph))))
            paragraph.clear()

    for raw in [*text.splitlines(), ""]:
        line = raw.strip()
        heading = compiled(r"#{1,6}\s+(.*?)\s*#*$").match(line)
        if not line or heading or compiled(r"(?:[*+-]|\d+[.)])\s|>|```|\|").match(line):
            close()
        if heading:
            lines.append((BlockKind.HEADLINE, _plain(heading.group(1))))
        elif compiled(r"!\[[^\]]*\]\([^)]*\)$").match(line):
            close()
            lines.append((BlockKind.CAPTION, _plain(line)))
        elif compiled(r"(?:[*+-]|\d+[.)])\s").match(line):
            lines.append((None, _plain(compiled(r"^(?:[*+-]|\d+[.)])\s+").sub("", line))))
        elif line and not compiled(r"[-*_=|:\s]{3,}|```.*").fullmatch(line):
            paragraph.append(line.removeprefix(">").strip())
    title = meta.get("title", "") or next((line for kind, line in lines if kind is BlockKind.HEADLINE), "")
    if meta.get("title") and not any(line == title for _, line in lines[:2]):
        lines.insert(0, (BlockKind.HEADLINE, title))
    found = ISO_DAY.search(meta.get("date", ""))
    published = date(*map(int, found.groups())) if found else None
    return Markup(
        title=title,
        language=meta.get("lang", meta.get("language", "")),
        url=meta.get("url", ""),
        published_on=published,
        lines=tuple((k, t) for k, t in lines if t),
    )


def _plain(line: str) -> str:
    """A line without inline marks."""
    for pattern, kept in _INLINE:
        line = pattern.sub(kept, line)
    return " ".join(line.split())
