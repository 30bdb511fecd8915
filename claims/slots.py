"""The typed slots of a claim: quantities, times and names of its sentence that lie in its spans."""

from dataclasses import replace  # noqa: I001

from claims.date_lengths import since_events
from claims.dates import find_times
from claims.home_digits import as_written
from claims.home_money import at_home
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import Article, Name, Quantity, Sentence, Span, TimeExpression
import itertools


class Slots:
    """What one sentence holds, in offsets of the article, found once for all its claims."""

    def __init__(self, article: Article, sentence: Sentence) -> None:
        by = sentence.start
        self._quantities = [
            replace(q, start=q.start + by, end=q.end + by)
            for q in as_written(
                at_home(find_quantities(sentence.text, article.language), article.text, article.language),
                article.text,
                article.language,
            )
        ]
        self._times = [
            replace(t, start=t.start + by, end=t.end + by)
            for t in find_times(sentence.text, article.language, published_on=article.published_on)
        ]
        since = since_events(self._times, article.text[: sentence.end], article.language, article.published_on)
        self._since = {one.end: one for one in since if one.start >= by}
        self._names = [
            replace(n, start=n.start + by, end=n.end + by) for n in find_names(sentence.text, article.language)
        ]

    def quantities(self, spans: tuple[Span, ...]) -> tuple[Quantity, ...]:
        """Those inside the spans."""
        return tuple(q for q in self._quantities if _inside(q.start, q.end, spans))

    def torn(self, spans: tuple[Span, ...]) -> str:
        """A quantity of which only a part lies in the spans: "£2 million" out of "at least £2 million"; "" for none."""
        for one in self._quantities:
            inside = any(span.start < one.end and one.start < span.end for span in spans)
            if inside and not _inside(one.start, one.end, spans):
                return one.text
        return ""

    def times(self, spans: tuple[Span, ...]) -> tuple[TimeExpression, ...]:
        """Those inside the spans."""
        inside = (t for t in self._times if _inside(t.start, t.end, spans))
        if not self._since:
            return tuple(inside)
        wider = ((t, self._since.get(t.end, t)) for t in inside)
        return tuple(two if _inside(two.start, two.end, spans) else one for one, two in wider)

    def names(self, spans: tuple[Span, ...]) -> tuple[Name, ...]:
        """Those inside the spans."""
        return tuple(n for n in self._names if _inside(n.start, n.end, spans))


def _inside(start: int, end: int, spans: tuple[Span, ...]) -> bool:
    """Whether a stretch lies in one of the spans, or in two that only a comma parts."""
    if any(span.start <= start and end <= span.end for span in spans):
        return True
    return any(
        a.start <= start < a.end and b.start < end <= b.end and b.start - a.end <= 3
        for a, b in itertools.pairwise(spans)
    )
