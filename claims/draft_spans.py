"""Spans of a draft: bare of the marks around them, in order, apart and inside the sentence."""

from claims.clause_base import Part, Spans
from claims.closed import compiled


def trimmed_end(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the mark that ends the sentence."""
    while end > start and text[end - 1] in " .。!！…؛;\n":
        end -= 1
    while start < end and text[start] in " –—-•":
        start += 1
    return start, end


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without commas and dashes around it."""
    while start < end and text[start] in " ,،，–—":
        start += 1
    while end > start and text[end - 1] in " ,،，–—":
        end -= 1
    return start, end


def sound(spans: Spans, length: int) -> Spans:
    """The spans in order, apart and inside a sentence of that length; unbalanced quotes can make others."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted((max(0, a), min(length, b)) for a, b in spans):
        begin = max(start, kept[-1][1]) if kept else start
        if begin < end:
            kept.append((begin, end))
    return tuple(kept)


def without(text: str, whole: tuple[int, int], inserts: list[Part]) -> Spans:
    """A stretch without the inserts that became claims of their own; the nouns they hang on stay."""
    gaps = []
    for part in inserts:
        last = part.spans[-1]
        comma = compiled(r"[,،，–—]").search(text[last[0] : last[1]])
        if comma is None and len(part.spans) == 1:
            continue  # "doğan sanatçı": the noun closes the insert, so it can't be told from it
        gaps.append((last[0] + comma.start(), last[1]) if comma and len(part.spans) == 1 else last)
    spans, at = [], whole[0]
    for a, b in sorted(gaps):
        if a >= at:
            spans.append((at, a))
            at = b
    spans.append((at, whole[1]))
    cleaned = [bare(text, a, b) for a, b in spans]
    return tuple(span for span in cleaned if span[0] < span[1])
