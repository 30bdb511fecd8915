"""An article in traditional Chinese characters -> the same in simplified ones, and its claims back in its own words.

One character stands for one, so that offsets stay. Word lists and networks were made of simplified characters.
"""

from collections.abc import Callable
from dataclasses import replace

import regex

from claims.lexicon.han import SIMPLIFIED, TRADITIONAL
from claims.records import Article, Attribution, Claim, Quantity, claim_id_of

_TABLE = str.maketrans(dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)))
_MARKS = str.maketrans("「」『』﹁﹂", "“”‘’“”")
_KNOWN = frozenset(TRADITIONAL)
_HAN = regex.compile(r"\p{Han}")
#: the mark of what goes on, which the mainland writes 着; in "famous" and "work" the character is the same
_GOING_ON = regex.compile(r"(?<![显顯名原专專编編合巨论論遗遺译譯])著(?![名作有称稱述录錄书書者])")
_PART = regex.compile(r"\[[^\[\]]*\]|[^\[\]]+|[\[\]]")
_OF_THE_MAINLAND = regex.compile("人民[幣币]")
_SHARE = 0.1  #: of its characters from which on a text is traditional; a quoted name in another text is less


def is_traditional(text: str) -> bool:
    """Whether a Chinese text is written in traditional characters.

    >>> is_traditional("議會通過決議"), is_traditional("议会通过决议")
    (True, False)
    """
    signs = _HAN.findall(text)
    return sum(sign in _KNOWN for sign in signs) > _SHARE * len(signs)


def simplified_text(text: str) -> str:
    """The text in simplified characters and the mainland's quotation marks, as long as before.

    >>> simplified_text("「醫院說著名學者等著」")
    '“医院说著名学者等着”'
    """
    return _GOING_ON.sub("着", text).translate(_TABLE).translate(_MARKS)


def simplified(article: Article) -> Article:
    """The article in simplified characters."""
    return replace(article, text=simplified_text(article.text), title=simplified_text(article.title))


def restored(claims: list[Claim], read: Article, article: Article) -> list[Claim]:
    """Claims of the simplified article in the words of the article as it was written."""
    return [_restored(one, read.text, article) for one in claims]


def _restored(claim: Claim, read: str, article: Article) -> Claim:
    """One claim with its quote, its fills, its speaker and its slots as the article has them."""

    def own(words: str, at: int = -1) -> str:
        if read[at : at + len(words)] != words or at < 0:
            at = read.find(words, claim.sentence_start, claim.sentence_end)
            at = at if at >= 0 else read.find(words)
        return article.text[at : at + len(words)] if at >= 0 else words

    quote = article.text[claim.quote_start : claim.quote_end]
    return replace(
        claim,
        id=claim_id_of(article.key, quote, claim.occurrence, claim.kind),
        quote=quote,
        text=_text(claim, own, article.text),
        attribution=_teller(claim.attribution, own),
        quantities=tuple(
            replace(q, text=own(q.text, q.start), noun=own(q.noun), unit=_unit(q, article.text))
            for q in claim.quantities
        ),
        times=tuple(replace(t, text=own(t.text, t.start)) for t in claim.times),
        names=tuple(replace(n, text=own(n.text, n.start), role=own(n.role)) for n in claim.names),
    )


def _unit(quantity: Quantity, text: str) -> str:
    """Its unit; a bare 元 is the money of wherever the article was written, which goes without saying."""
    bare = quantity.unit == "CNY" and not _OF_THE_MAINLAND.search(text, max(0, quantity.start - 3), quantity.end + 3)
    return "" if bare else quantity.unit


def _text(claim: Claim, own: Callable[[str], str], source: str) -> str:
    """A claim's words by its spans, and what stands in brackets as the article names it."""
    parts = _PART.findall(claim.text)
    words = "".join(source[span.start : span.end] for span in claim.quote_spans)
    if sum(len(one) for one in parts if not one.startswith("[")) != len(words):
        return "".join(own(one) for one in parts)
    made, at = [], 0
    for one in parts:
        if one.startswith("["):
            made.append(f"[{own(one[1:-1])}]")
        else:
            made.append(words[at : at + len(one)])
            at += len(one)
    return "".join(made)


def _teller(said: Attribution | None, own: Callable[[str, int], str]) -> Attribution | None:
    """Who says it, as the article names them."""
    if said is None:
        return None
    outer = tuple(own(one, -1) for one in said.outer)
    return replace(said, speaker=own(said.speaker, said.speaker_span.start), verb=own(said.verb, -1), outer=outer)
