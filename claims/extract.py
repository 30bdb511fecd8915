"""Article -> claims, in text order: the stages of this package in one function."""

from claims.checkworthy import check_worthiness
from claims.dates import find_times, needs_published
from claims.errors import DateNeeded
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import Article, BlockKind, Claim, ClaimKind, Modality, Polarity, Span, Worthiness, claim_id_of
from claims.sentences import article_sentences

SPLITTER = "rules-1"


def extract_claims(article: Article) -> list[Claim]:
    """The claims of an article."""
    seen: dict[tuple[str, ClaimKind], int] = {}
    made = []
    for sentence in article_sentences(article):
        if sentence.block is not BlockKind.BODY:
            continue
        if article.published_on is None and needs_published(sentence.text, article.language):
            raise DateNeeded(f"{article.source} says when something happened only relative to its own date («{sentence.text[:80]}»), and that date is unknown. Give it with --published DATE.")
        worth = check_worthiness(sentence.text, article.language)
        if worth.category in {Worthiness.QUESTION, Worthiness.THANKS, Worthiness.FURNITURE}:
            continue
        key = (" ".join(sentence.text.split()), ClaimKind.CONTENT)
        seen[key] = seen.get(key, 0) + 1
        made.append(Claim(
            id=claim_id_of(article.key, sentence.text, seen[key], ClaimKind.CONTENT), article_id=article.id, article_key=article.key, kind=ClaimKind.CONTENT,
            occurrence=seen[key], language=article.language, quote=sentence.text, quote_start=sentence.start, quote_end=sentence.end,
            quote_spans=(Span(start=sentence.start, end=sentence.end),), sentence_start=sentence.start, sentence_end=sentence.end, text=sentence.text,
            attribution=None, polarity=Polarity.AFFIRMED, modality=Modality.ASSERTED, worthiness=worth,
            quantities=tuple(find_quantities(sentence.text, article.language)), times=tuple(find_times(sentence.text, article.language, published_on=article.published_on)),
            names=tuple(find_names(sentence.text, article.language)), splitter=SPLITTER,
        ))  # fmt: skip
    return made
