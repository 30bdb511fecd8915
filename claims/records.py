"""The records of this package: frozen, complete, keyed by digests of content.

All offsets are Unicode code points and half open: `text[start:end]`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claims.digests import digest


class BlockKind(StrEnum):
    """What a stretch of an article is; only BODY and HEADLINE hold claims."""

    HEADLINE = "headline"  #: the title or a section heading: shown, never a claim of its own
    DATELINE = "dateline"  #: place and date of publication
    BYLINE = "byline"  #: who wrote it
    CAPTION = "caption"  #: what stands under a picture
    PULL_QUOTE = "pull_quote"  #: body text repeated for the eye
    PAGE_NUMBER = "page_number"  #: a lone number
    FURNITURE = "furniture"  #: menus, share buttons, "read also"
    BODY = "body"  #: the article itself


class ClaimKind(StrEnum):
    """What is to be checked."""

    CONTENT = "content"  #: is it so?
    SPEECH = "speech"  #: did this person say it?


class Polarity(StrEnum):
    """Whether the claim asserts or denies."""

    AFFIRMED = "affirmed"  #: says that it is so
    NEGATED = "negated"  #: says that it is not so


class Modality(StrEnum):
    """How firmly the claim is put."""

    ASSERTED = "asserted"  #: stated as fact
    PREDICTED = "predicted"  #: about what will be
    CONDITIONAL = "conditional"  #: holds only if something else does, or only perhaps
    OPINION = "opinion"  #: a judgement of taste or value


class Worthiness(StrEnum):
    """Why a sentence or claim is, or is not, worth checking."""

    FACTUAL = "factual"  #: asserts something that a page could bear out or contradict
    OPINION = "opinion"  #: a judgement, belief or wish
    QUESTION = "question"  #: asks
    RHETORIC = "rhetoric"  #: a figure of speech, a call, an imagined consensus
    PREDICTION = "prediction"  #: about the future
    PERSONAL = "personal"  #: the writer about himself
    THANKS = "thanks"  #: courtesy
    FURNITURE = "furniture"  #: not part of the text


class Comparator(StrEnum):
    """How a stated quantity bounds the true one."""

    EXACT = "exact"  #: forty
    ABOUT = "about"  #: about forty, نحو أربعين
    MORE_THAN = "more_than"  #: more than forty, أكثر من أربعين
    AT_LEAST = "at_least"  #: at least forty, ما لا يقل عن أربعين
    LESS_THAN = "less_than"  #: less than forty, أقل من أربعين
    AT_MOST = "at_most"  #: up to forty, لا يتجاوز أربعين
    BETWEEN = "between"  #: between forty and fifty


class Precision(StrEnum):
    """The grain of a time expression."""

    DAY = "day"  #: 28 March 2025
    WEEK = "week"  #: last week
    MONTH = "month"  #: March 2025
    QUARTER = "quarter"  #: first quarter of 2025
    YEAR = "year"  #: 2025
    DECADE = "decade"  #: the 1990s
    CENTURY = "century"  #: the 19th century
    INTERVAL = "interval"  #: bounded otherwise: "less than two months ago"


class NameKind(StrEnum):
    """What a name names, as far as its surroundings tell."""

    PERSON = "person"  #: a human being
    ORGANISATION = "organisation"  #: company, paper, ministry, team
    PLACE = "place"  #: country, city, river, building
    WORK = "work"  #: product, book, model, film
    UNKNOWN = "unknown"  #: a name, kind not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch of some text."""

    start: int
    end: int


#: the dimensions of numbers that rank and count nothing
RANKS = frozenset({"ordinal", "superlative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as a text states it, with its bounds, unit and the noun that it counts."""

    text: str
    start: int
    end: int
    value: float
    low: float
    high: float
    comparator: Comparator
    unit: str  #: canonical: "percent", "USD", "m", "km2", "hour", "ordinal"; "" for a plain count
    dimension: str  #: "share", "money", "length", "area", "mass", "duration", "ordinal", "count", …
    noun: str  #: the word counted, as written; "" where none stands beside the number


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A date or period as a text states it: the first and last day it may mean."""

    text: str
    start: int
    end: int
    first: date
    last: date
    precision: Precision
    relative: bool  #: counted from the publication date


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A named thing with the role beside it, if one stands there."""

    text: str
    start: int
    end: int
    kind: NameKind
    role: str  #: "وزير الخارجية الألماني الأسبق"; "" where none stands beside the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it, with which words; outer speakers first where speech is nested."""

    speaker: str
    verb: str
    speaker_span: Span
    outer: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the article that is one thing."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One revision of an article: its text and what is known about it."""

    id: str  #: digest(key, text_sha256): the revision
    key: str  #: canonical URL, else SHA-256 of the file when it was first seen
    source: str  #: the path or URL that was given, or "-"
    url: str  #: canonical URL or ""
    title: str
    language: str
    published_on: date | None
    text: str
    text_sha256: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the article's text."""

    id: str
    article_id: str
    start: int
    end: int
    text: str
    language: str
    block: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWorthiness:
    """Whether a statement is worth checking, with the reason and a score to sort by."""

    category: Worthiness
    score: float  #: 0 to 1
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion of the article, proven by spans; slots' offsets count in the article's text."""

    id: str  #: digest(article_key, normalised quote, occurrence, kind)
    article_id: str
    article_key: str
    kind: ClaimKind
    occurrence: int  #: 1 for the first claim of this kind with this quote
    language: str
    quote: str  #: article.text[quote_start:quote_end]
    quote_start: int
    quote_end: int
    quote_spans: tuple[Span, ...]  #: the parts the claim is made of
    sentence_start: int
    sentence_end: int
    text: str  #: reads alone; what was filled in stands in [brackets]
    attribution: Attribution | None
    polarity: Polarity
    modality: Modality
    worthiness: CheckWorthiness
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    names: tuple[Name, ...]
    splitter: str  #: name and version of what cut it


def claim_id_of(article_key: str, quote: str, occurrence: int, kind: ClaimKind) -> str:
    """The id of a claim, which survives moves within the article and better splitters."""
    return digest(article_key, " ".join(quote.split()), occurrence, str(kind))
