"""The records between a claim and its verdict: frozen, complete, keyed by digests of content."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Label(StrEnum):
    """The four verdicts. A part that failed gives an `Undecided`, which is none of them."""

    SUPPORTED = "supported"  #: sound sources bear it out
    REFUTED = "refuted"  #: sound sources contradict it
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"  #: everything was read and nothing settles it
    CONFLICTING = "conflicting_evidence"  #: sound sources disagree; not "we are unsure"


class StanceLabel(StrEnum):
    """What one passage says about one claim."""

    SUPPORTS = "supports"  #: the passage says that it is so
    REFUTES = "refutes"  #: the passage says that it is not so
    NEITHER = "context"  #: the passage says neither; a person's word for it is "context"


class Origin(StrEnum):
    """How a page came to us."""

    FETCHED = "fetched"  #: read from the web by us
    LIBRARY = "library"  #: from a folder of saved pages
    MANUAL = "manual"  #: brought by a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search for one claim in one language."""

    id: str  #: digest(claim_id, language, text)
    claim_id: str
    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A page that a source holds likely to bear on a claim."""

    claim_id: str
    query_id: str  #: "" where no query led to it
    url: str
    title: str
    language: str
    source: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One answer to one request, as fetched: the bytes lie under their SHA-256 in NAME.d/."""

    id: str  #: digest(url, body_sha256, fetched_at to the microsecond)
    url: str  #: asked for
    final_url: str  #: after redirects
    redirects: tuple[str, ...]  #: every URL passed through, in order
    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str  #: "text/html", lower case, without parameters
    fetched_at: datetime  #: UTC
    body_sha256: str
    body_bytes: int
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a snapshot; the extractor named here makes it again from the bytes."""

    id: str  #: digest(snapshot_id, extractor, text_sha256)
    snapshot_id: str
    body_sha256: str
    url: str
    title: str
    publisher: str
    language: str
    published_on: date | None
    published_how: str  #: where the date was found: "json-ld", "meta", "time", "text", ""
    modified_on: date | None
    fetched_at: datetime
    origin: Origin
    text: str
    text_sha256: str
    extractor: str  #: name and version


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One to three sentences of a page: `page.text[start:end] == text`."""

    id: str  #: digest(page.text_sha256, start, end)
    page_id: str
    start: int
    end: int
    text: str
    language: str
    heading: str  #: the heading it stands under, "" for none


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedPassage:
    """A passage with its place among those that bear on a claim."""

    claim_id: str
    passage: Passage
    page: Page
    rank: int  #: 1 is best
    relevance: float  #: 0 to 1
    signals: tuple[tuple[str, float], ...]  #: what each signal said, by name
    source_group: str  #: pages that tell one source again share it


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What one judge says of one passage and one claim."""

    id: str  #: digest(claim_id, passage_id, judge)
    claim_id: str
    passage_id: str
    label: StanceLabel
    probability: float  #: of the label, calibrated
    reason: str  #: in words: which slots agree or differ
    judge: str  #: name and version; a person's is "person:NAME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the stances bear out."""

    id: str  #: digest(claim_id, label, evidence ids, judge, rule_version, as_of)
    claim_id: str
    label: Label
    confidence: float
    rationale: str
    as_of: date
    judge: str
    rule_version: str
    evidence: tuple["EvidenceUse", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceUse:
    """One passage as one verdict used it, machine stance and, where given, a person's."""

    ranked: RankedPassage
    stance: Stance
    after_as_of: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """A part failed, so this claim has no new verdict."""

    id: str  #: digest(claim_id, reason, run_id)
    claim_id: str
    reason: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One thing that a run did not get, and why."""

    stage: str
    subject: str  #: the URL, claim or query it concerns
    reason: str  #: closed word first ("robots", "timeout", "too_large", …), then a sentence
    at: datetime
