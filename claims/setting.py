"""Where a claim stands: the headline, what goes before its sentence, and the sentence, as a span of the article.

A claim is cut as small as it can be true or false, and says with a name in brackets whom it means. What kind of thing
"the study" or "the final" is, its setting says: shown beside the claim, in the article's own words, judged by nobody.
The need is that of decontextualisation (Choi et al., 2021, TACL 9); a span is proven where rewriting would not be.
"""

from claims.records import Span

BEFORE = 220  #: characters that go before at the least, where the article has them
MOST = 600  #: characters before a claim's sentence; an endless paragraph is begun in its midst
_STOPS = "。！？"


def setting_of(text: str, start: int, end: int) -> Span:
    """The span of an article's text that a claim of the sentence from `start` to `end` is to be read with.

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
