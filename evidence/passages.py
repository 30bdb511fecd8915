"""Pages cut into passages of one to three sentences, each with its offsets and its heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from claims.digests import digest
from claims.records import Span
from claims.sentences import split_sentences
from evidence.records import Page, Passage

FULL = 360  # characters: a passage is closed before it grows past this
SHORT = 70  # characters: a sentence shorter than this takes company
MOST_SENTENCES = 3
HEADING_LENGTH = 90
LONG = 1200  # characters: a "sentence" without end marks is cut at white space

_LINE = regex.compile(r"[^\n\u2028\u2029]+")
_MARKED_HEADING = regex.compile(
    r"^\s*(?:#{1,6}\s+(?P<hash>.+?)\s*#*|(?P<wiki>={2,6})\s*(?P<title>.+?)\s*(?P=wiki))\s*$"
)
_ENDS_SENTENCE = regex.compile(r"[.!?…。！？؟۔।:：;؛,،\"'”»）)\]]\s*$")
# "Title — key: value", "header: cell", "a | b | c": one fact a line, with its own context.
_ROW = regex.compile(r"^[^.!?。؟]{1,120}?(?:\s[—–|]\s|\t|\s?[:：]\s)\S")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def cut_passages(page: Page) -> list[Passage]:
    """The passages of a page in order; together they hold every sentence and table row once."""
    found: list[Passage] = []
    heading = ""
    lines = [_Line(m.start(), m.end(), m.group()) for m in _LINE.finditer(page.text) if m.group().strip()]
    for number, line in enumerate(lines):
        marked = _MARKED_HEADING.match(line.text)
        if marked is not None:
            heading = (marked["hash"] or marked["title"]).strip()
            continue
        following = lines[number + 1] if number + 1 < len(lines) else None
        if _is_heading(line, following):
            heading = line.text.strip()
            continue
        found += [_passage(page, span, heading) for span in _spans_of(page, line)]
    if not found and lines:  # a page of headings only still says something
        found = [_passage(page, _trimmed(page.text, line.start, line.end), "") for line in lines]
    return found


def _is_heading(line: _Line, following: _Line | None) -> bool:
    """A short line with no mark at its end, right above a line that is text."""
    text = line.text.strip()
    if following is None or len(text) > HEADING_LENGTH or _ENDS_SENTENCE.search(text) or _ROW.match(text):
        return False
    below = following.text.strip()
    return len(below) > len(text) and bool(_ENDS_SENTENCE.search(below)) and not _ROW.match(below)


def _spans_of(page: Page, line: _Line) -> Iterator[Span]:
    """One span for a table row, else runs of one to three sentences."""
    if len(line.text) <= FULL and _ROW.match(line.text.strip()):
        yield _trimmed(page.text, line.start, line.end)
        return
    sentences = [
        piece
        for span in split_sentences(line.text, page.language)
        for piece in _bounded(page.text, line.start + span.start, line.start + span.end)
    ]
    yield from _runs(sentences)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, or pieces of it where it is longer than any sentence should be."""
    while end - start > LONG:
        space = text.rfind(" ", start + LONG // 2, start + LONG)
        cut = space if space > 0 else start + LONG
        yield _trimmed(text, start, cut)
        start = cut
    if text[start:end].strip():
        yield _trimmed(text, start, end)


def _runs(sentences: Sequence[Span]) -> Iterator[Span]:
    """Neighbouring sentences put together until a passage is full."""
    at = 0
    while at < len(sentences):
        last = at
        while last + 1 < len(sentences) and last + 1 - at < MOST_SENTENCES:
            longer = sentences[last + 1].end - sentences[at].start
            tail = sentences[last + 1].end - sentences[last + 1].start
            is_short = sentences[last].end - sentences[at].start < SHORT or tail < SHORT
            if longer > (FULL + SHORT if is_short else FULL):
                break
            last += 1
        yield Span(start=sentences[at].start, end=sentences[last].end)
        at = last + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without white space at its ends."""
    piece = text[start:end]
    return Span(start=start + len(piece) - len(piece.lstrip()), end=end - (len(piece) - len(piece.rstrip())))


def _passage(page: Page, span: Span, heading: str) -> Passage:
    return Passage(
        id=digest(page.text_sha256, span.start, span.end),
        page_id=page.id,
        start=span.start,
        end=span.end,
        text=page.text[span.start : span.end],
        language=page.language,
        heading=heading,
    )
