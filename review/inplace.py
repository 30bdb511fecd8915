"""An article cut into lines and pieces, each piece knowing the claims that it belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from claims.records import Article, BlockKind
from review.bidi import direction

#: Where claims overlap, the piece is shown by the one that asks most for a reader's eye.
URGENCY = ("refuted", "conflicting_evidence", "undecided", "not_enough_evidence", "supported")
LINE_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # whatever str.splitlines cuts at


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim as it is pointed at from the article."""

    number: int  #: its place in the article, 1 first
    claim_id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one line that belongs to the same claims throughout."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    ending: tuple[Mark, ...]  #: claims whose last piece this is

    @property
    def label(self) -> str:
        """The label to show it by, "" outside every claim."""
        return min((mark.label for mark in self.marks), key=URGENCY.index, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the article."""

    kind: BlockKind
    direction: str
    pieces: tuple[Piece, ...]


def in_order(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The claims as a reader of the article meets them."""
    return sorted(rows, key=lambda row: (row["quote_start"], row["quote_end"], row["kind"], row["claim_id"]))


def spans_of(row: Mapping[str, Any]) -> list[tuple[int, int]]:
    """The stretches a claim is made of; its hull where parts are not told."""
    spans = [(span["start"], span["end"]) for span in row.get("quote_spans") or ()]
    return spans or [(row["quote_start"], row["quote_end"])]


def lines_of(article: Article, rows: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Every line that is not empty; all pieces put together are the article without its line ends.

    Overlapping and nested claims share pieces, so no character is shown twice or left out.
    """
    held = [
        (start, end, Mark(number=number, claim_id=row["claim_id"], label=row["label"]))
        for number, row in enumerate(in_order(rows), start=1)
        for start, end in spans_of(row)
    ]
    cut = [(offset, text, _pieces(text, offset, held)) for offset, text in raw_lines(article.text) if text.strip()]
    last = {mark.claim_id: piece.end for _, _, pieces in cut for piece in pieces for mark in piece.marks}
    return [
        Line(
            kind=_kind(article, offset, offset + len(text)),
            direction=direction(text),
            pieces=tuple(
                replace(piece, ending=tuple(mark for mark in piece.marks if last[mark.claim_id] == piece.end))
                for piece in pieces
            ),
        )
        for offset, text, pieces in cut
    ]


def raw_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its offset, without its line end."""
    at = 0
    for raw in text.splitlines(keepends=True):
        yield at, raw.rstrip(LINE_ENDS)
        at += len(raw)


def _pieces(text: str, offset: int, held: Sequence[tuple[int, int, Mark]]) -> list[Piece]:
    stop = offset + len(text)
    here = [each for each in held if each[0] < stop and each[1] > offset]
    inner = {cut for start, end, _ in here for cut in (start, end) if offset < cut < stop}
    edges = sorted({offset, stop, *inner})
    pieces = []
    for start, end in pairwise(edges):
        marks = {mark.claim_id: mark for first, after, mark in here if first <= start and after >= end}
        words = text[start - offset : end - offset]
        pieces.append(Piece(start=start, end=end, text=words, marks=tuple(marks.values()), ending=()))
    return pieces


def _kind(article: Article, start: int, end: int) -> BlockKind:
    """What the line is; a line of which nothing is told is body."""
    for block in article.blocks:
        if block.start < end and block.end > start:
            return block.kind
    return BlockKind.BODY
