"""The records between a claim and its verdict: frozen, complete, keyed by digests of content."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from claims.records import Article, Claim


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
    modified_how: str = ""  #: where that date was found: "json-ld", "meta", "footer", "time", "pdf", ""


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
    claim_id: str = ""  #: the claim that it was for, "" where it was for more than one


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCount:
    """What one stage did and cost, over one article or one run."""

    stage: str  #: "fetch", "rank", …
    items: int  #: things that came out
    failures: int  #: things that did not
    requests: int
    bytes: int
    seconds: float
    cached: int = 0  #: of the items, those taken from what was already kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run as it was set up; how it ended is a record of its own in the store."""

    id: str
    started_at: datetime  #: UTC
    command: str  #: "check", "refresh", …
    code_version: str
    config_sha256: str
    embedder: str
    embedder_sha256: str
    judge: str
    judge_sha256: str
    engine_id: str  #: the engine's own id of the run, "" for none


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A claim that a correction of its article did not touch, with the verdict that stands for it."""

    claim_id: str
    verdict_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleResult:
    """All that one run made of one article: stored whole or not at all."""

    article: Article
    claims: tuple[Claim, ...]
    queries: tuple[Query, ...]
    hits: tuple[Hit, ...]
    snapshots: tuple[Snapshot, ...]
    pages: tuple[Page, ...]
    outcomes: tuple[Verdict | Undecided, ...]  #: one for each claim that was checked
    failures: tuple[Failure, ...]
    stages: tuple[StageCount, ...]
    work_digest: str  #: digest of everything that decides the outcome; the same work is done once
    seconds: float
    kept: tuple[Kept, ...] = ()  #: one for each claim that a corrected article left as it was
    kept_from: str = ""  #: the check that read the pages of the kept verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's verdict, which stands above the machine's until withdrawn."""

    id: str  #: digest(claim_id, label, by, reason, decided_at to the microsecond)
    claim_id: str
    label: Label
    by: str
    reason: str
    decided_at: datetime  #: UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualEvidence:
    """Evidence that a person brought: a proven quote of a kept page, and what it says of a claim."""

    id: str  #: digest(claim_id, passage_id, stance, added_by, added_at to the microsecond)
    claim_id: str
    stance: StanceLabel
    passage: Passage  #: the quote itself: `page.text[passage.start:passage.end] == passage.text`
    page: Page
    snapshot: Snapshot
    added_by: str
    note: str
    added_at: datetime  #: UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One passage of a verdict with how it was found and the snapshot that proves it."""

    use: EvidenceUse
    snapshot: Snapshot
    hit: Hit | None  #: None for library pages and evidence by people
    query: Query | None
    added: ManualEvidence | None  #: where a person brought it
    removed: bool  #: the text was taken away on request; digests remain


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Everything that the current verdict on a claim rests on, down to the digests of bytes."""

    claim: Claim
    article: Article
    label: str  #: a `Label`, or "undecided" while there is no verdict at all
    decided_by: str  #: "machine" or a name
    decided_at: datetime
    verdict: Verdict | None  #: the machine's latest
    undecided: Undecided | None  #: where the latest attempt failed
    decisions: tuple[Decision, ...]  #: those standing, the current one last
    run: Run | None  #: that reached the machine's verdict
    links: tuple[Link, ...]
    missing: tuple[Failure, ...]  #: what its latest check went without
