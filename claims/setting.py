"""Where a claim stands: the headline, the article's lead, what goes before its sentence, and the sentence, as spans.

A claim is cut as small as it can be true or false, and says with a name in brackets whom it means. What kind of thing
"the study" or "the final" is, its setting says: shown beside the claim, in the article's own words, judged by nobody.
The need is that of decontextualisation (Choi et al., 2021, TACL 9); a span is proven where rewriting would not be.
"""

from claims.records import Article, BlockKind, Span
from claims.sentences import article_sentences

BEFORE = 220  #: characters that go before at the least, where the article has them
MOST = 600  #: characters before a claim's sentence, an endless paragraph being begun in its midst; and of a lead
_STOPS = "。！？"


def setting_of(text: str, start: int, end: int) -> Span:
    """The words near a claim of the sentence from `start` to `end` of an article's text: what goes before it, and it.

    It begins with a paragraph, at the least `BEFORE` characters ahead of the sentence; where that is more than
    `MOST`, with the first word within these, or the first sentence in a script that parts no words.
    """
    first = text.rfind("\n", 0, max(0, start - BEFORE)) + 1
    if start - first > MOST:
        first = start - MOST
        while first < start and not (text[first - 1].isspace() or text[first - 1] in _STOPS):
            first += 1
    while first < start and text[first].isspace():
        first += 1
    return Span(start=first, end=end)


def lead_of(article: Article) -> Span | None:
    """The first sentence of an article's body, which names whom the others mean; none where it is longer than `MOST`.

    It is the same for all claims of an article: to be asked for once.
    """
    first = next((one for one in article_sentences(article) if one.block is BlockKind.BODY), None)
    if first is None or first.end - first.start > MOST:
        return None
    return Span(start=first.start, end=first.end)


def lead_before(lead: Span | None, near: Span) -> Span | None:
    """The lead, where the words near a claim begin behind it and so lack it."""
    return lead if lead is not None and lead.end < near.start else None


def setting_text(article: Article, lead: Span | None, start: int, end: int) -> str:
    """All that a claim of the sentence from `start` to `end` is read with, in one line: title … lead … near words.

    Without the title where the near words begin with the article; the store's macro `setting_text` makes the same.
    """
    near = setting_of(article.text, start, end)
    spans = [span for span in (lead_before(lead, near), near) if span is not None]
    title = [article.title] if near.start and article.title else []
    return " … ".join([*title, *(" ".join(article.text[span.start : span.end].split()) for span in spans)])
