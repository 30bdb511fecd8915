"""A stored page's text line by line, with the quote that somebody came for."""

from collections.abc import Iterator
from dataclasses import dataclass

from review.bidi import direction
from review.inplace import raw_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredLine:
    """One line that is not empty; the three texts put together are the line."""

    direction: str
    before: str
    quote: str
    after: str
    first: bool  #: whether the quote begins here


def stored_lines(text: str, start: int, end: int) -> Iterator[StoredLine]:
    """The lines, each in its own direction; the quote may run over several."""
    seen = False
    for offset, line in raw_lines(text):
        if not line.strip():
            continue
        first = max(0, min(start - offset, len(line)))
        last = max(first, min(end - offset, len(line)))
        quote = line[first:last]
        yield StoredLine(
            direction=direction(line),
            before=line[:first],
            quote=quote,
            after=line[last:],
            first=bool(quote) and not seen,
        )
        seen = seen or bool(quote)
