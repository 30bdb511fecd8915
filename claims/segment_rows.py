"""A sentence as the numbers that the learnt segmenter reads: word pieces, and the units that its masks are made of.

A unit is a word, a mark, or in scripts without spaces what one piece covers. Training makes its rows here too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import regex

from claims.bert import CLS, SEP, SPELT, Ints, tokenizer_in
from claims.clause_base import Spans

Bools = npt.NDArray[np.bool_]

LONGEST = 192  #: pieces, those two included

_SPELT = SPELT | {0x200C: " "}  # the pieces have no such sign: they were made of texts where it was a space
_SCRIPTS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_UNIT = regex.compile(
    rf"\p{{N}}+(?:[.,٫٬:]\p{{N}}+)*|[{_SCRIPTS}]|(?:(?![{_SCRIPTS}])[\p{{L}}\p{{M}}\p{{N}}\u200c\u200d])+(?:['’](?=\p{{L}}))?|\S"
)
UNSPACED = regex.compile(rf"[{_SCRIPTS}]")  #: a sign of a script without spaces


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One sentence: its pieces, and for each unit the first and last piece and where it stands in the text."""

    ids: list[int]
    first: list[int]
    last: list[int]
    starts: list[int]
    ends: list[int]


def _spelt(text: str) -> tuple[str, list[int]]:
    """The text as the pieces spell it, and for each of its characters the place in the text."""
    made, places = [], []
    for at, sign in enumerate(text):
        one = _SPELT.get(ord(sign), sign)
        if one:
            made.append(one)
            places.append(at)
    return "".join(made), places


def row_of(text: str, file: Path) -> SegmentRow | None:
    """The row of a sentence; None where it is empty or longer than the network's room."""
    spelt, places = _spelt(text)
    encoded = tokenizer_in(file).encode(spelt, add_special_tokens=False)
    if not 0 < len(encoded.ids) <= LONGEST - 2:
        return None
    piece_at = [-1] * len(text)
    for number, (a, b) in enumerate(encoded.offsets):
        for place in places[a:b]:
            if not text[place].isspace() and piece_at[place] < 0:
                piece_at[place] = number
    row = SegmentRow([CLS, *encoded.ids, SEP], [], [], [], [])
    for found in _UNIT.finditer(text):
        a, b = found.span()
        inside = [piece_at[at] for at in range(a, b) if piece_at[at] >= 0]
        if not inside:
            continue
        if row.ends and row.ends[-1] == a and UNSPACED.match(text[a]) and UNSPACED.match(text[a - 1]) and row.last[-1] == inside[0] + 1:  # noqa: E501  # fmt: skip
            row.ends[-1] = b
            continue
        row.starts.append(a)
        row.ends.append(b)
        row.first.append(inside[0] + 1)
        row.last.append(inside[-1] + 1)
    return row if row.starts else None


def joined(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """Spans in order, those with nothing but blanks between them as one stretch."""
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        if runs and not text[runs[-1][1] : start].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return tuple(runs)


def unbroken_in(text: str, row: SegmentRow) -> Bools:
    """Of each unit but the last, whether nothing but blanks stands between it and the next."""
    return np.array([not text[a:b].strip() for a, b in zip(row.ends, row.starts[1:], strict=False)], bool)


def runs_of(places: Ints, inside: Bools, unbroken: Bools) -> Spans:
    """Some units as stretches, those with nothing but blanks between them as one; `places` are [units, 2]."""
    at = np.flatnonzero(inside)
    if not len(at):
        return ()
    cut = np.flatnonzero((at[1:] - at[:-1] != 1) | ~unbroken[at[:-1]])
    starts, ends = places[at[np.r_[0, cut + 1]], 0], places[at[np.r_[cut, len(at) - 1]], 1]
    return tuple(zip(starts.tolist(), ends.tolist(), strict=True))
