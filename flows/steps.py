"""The stages of a check as plain functions: records in, records out; no engine, no screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from claims.article import read_article
from claims.digests import sha256_of
from claims.extract import extract_claims
from claims.records import Article, Claim
from evidence.errors import EvidenceError, PageRefused, TryLater
from evidence.fetch import Refusal
from evidence.fetch.guard import read_target
from evidence.name_table import NameTable
from evidence.pages import extract_page, is_self_citation
from evidence.passages import cut_passages
from evidence.queries import build_queries, local_languages
from evidence.rank import rank_passages
from evidence.records import (
    Failure,
    Hit,
    Label,
    ManualEvidence,
    Page,
    Passage,
    Query,
    RankedPassage,
    Snapshot,
    Undecided,
    Verdict,
)
from evidence.sources import Library, UrlList, name_table
from evidence.sources.wayback import Wayback
from evidence.store.evidence_for import people_on
from evidence.verdict import judge_claim, undecided
from flows.errors import BadInput
from flows.limits import Limit
from flows.wiring import Parts

GIVEN = (UrlList.name, Library.name)  #: sources whose pages a person chose
GONE = (404, 410)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The claims of an article, and what a language model proposed that was not taken."""

    claims: tuple[Claim, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What the names of an article are called in other languages, and what could not be asked."""

    table: NameTable
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where evidence for one claim may stand, and what could not be searched."""

    claim_id: str
    queries: tuple[Query, ...]
    hits: tuple[Hit, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """One page as text, with the snapshot that it was made from."""

    url: str
    snapshot: Snapshot
    page: Page
    from_cache: bool
    missed: Failure | None  #: why the page itself was not had, where this is an archived copy of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What stands at a path or URL, before it is read as an article."""

    source: str
    body_sha256: str
    body: Callable[[], bytes]
    url: str  #: "" for none
    media_type: str  #: "" where nobody said


def read_input(source: str, parts: Parts, *, stdin: Callable[[], bytes]) -> Article:
    """The article that a path, a URL or "-" names, under the key that it had when last seen.

    Raises BadInput when there is nothing to read and ArticleUnreadable when it is no article.
    """
    return article_of(take_input(source, parts, stdin=stdin), parts)


def take_input(source: str, parts: Parts, *, stdin: Callable[[], bytes]) -> Given:
    """What a path, a URL or "-" names; raises BadInput when there is nothing to read."""
    if source.startswith(("http://", "https://")):
        try:
            snapshot = parts.fetcher.get(source).snapshot
        except (PageRefused, TryLater) as error:
            raise BadInput(f"The article could not be read. {error}") from None
        return Given(
            source=source, body_sha256=snapshot.body_sha256, body=lambda: parts.snapshots.read(snapshot.body_sha256),
            url=snapshot.final_url, media_type=snapshot.media_type,
        )  # fmt: skip
    data = stdin() if source == "-" else _file(Path(source))
    name = source if source == "-" else str(Path(source).resolve())
    return Given(source=name, body_sha256=sha256_of(data), body=lambda: data, url="", media_type="")


def article_of(given: Given, parts: Parts) -> Article:
    """The article, under the key that it had when last seen; raises ArticleUnreadable when it is none."""
    data, source, media_type, url = given.body(), given.source, given.media_type, given.url
    article = read_article(data, source=source, media_type=media_type, url=url, published_on=parts.options.published_on)
    key = parts.store.article_key(article.url or source, article.key)
    if key == article.key:
        return article
    return read_article(data, source=source, media_type=media_type, url=url, key=key, published_on=article.published_on)


def _file(path: Path) -> bytes:
    if not path.exists():
        raise BadInput(f"There is no file {path}. Give a text, Markdown or HTML file, a URL, or - for input.")
    if path.is_dir():
        raise BadInput(f"{path} is a folder; an article is one file. Name the file in it that is to be checked.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}). Give a file that can be.") from None


def split(article: Article, parts: Parts) -> Split:
    """The claims of an article, by the splitter that is set.

    Raises DateNeeded where a relative date stands in an article without a publication date.
    """
    splitter = parts.settings.splitter
    if splitter == "default":
        return Split(claims=tuple(extract_claims(article)), failures=())
    if splitter != "llm":
        raise BadInput(f"There is no splitter '{splitter}' (setting 'splitter'). Known: default, llm.")
    from claims.llm_splitter import split_with_llm

    done = split_with_llm(article, complete=parts.complete(parts.settings.llm_model))
    at = datetime.now(UTC)
    told = [(rejection.proposal, f"not_proven: {rejection.reason}") for rejection in done.rejections]
    told += [(article.source, f"rules_used: {sentence}") for sentence in done.fallbacks]
    return Split(
        claims=done.claims,
        failures=tuple(Failure(stage="split", subject=subject, reason=reason, at=at) for subject, reason in told),
    )


def find_names(claims: Sequence[Claim], parts: Parts) -> Named:
    """What the claims' names are called in the other languages that are searched in."""
    failures: list[Failure] = []
    languages = parts.languages(claims[0].language)
    table = name_table(claims, languages, parts.namings, fetcher=parts.fetcher, failures=failures)
    return Named(table=table, failures=tuple(failures))


def find_pages(claim: Claim, parts: Parts, table: NameTable, *, limit: Limit) -> Found:
    """Queries for one claim, and the pages that the sources name for them."""
    if limit.passed:
        late = Failure(stage="search", subject=claim.id, reason=limit.sentence, at=datetime.now(UTC), claim_id=claim.id)
        return Found(claim_id=claim.id, queries=(), hits=(), failures=(late,))
    languages = [*parts.languages(claim.language), *local_languages(claim, table)]
    queries = build_queries(claim, languages, table)
    hits: list[Hit] = []
    failures: list[Failure] = []
    for source in parts.sources:
        try:
            hits += source.find(claim, queries, fetcher=parts.fetcher, failures=failures)
        except (PageRefused, TryLater):
            continue  # each search that failed is in `failures` already
    missed = tuple(replace(failure, claim_id=claim.id) for failure in failures)
    return Found(claim_id=claim.id, queries=tuple(queries), hits=tuple(hits), failures=missed)


def choose_pages(found: Sequence[Found], limit: int) -> list[str]:
    """The URLs to read: all that a person gave, then the best hits of every claim up to a limit.

    Hits go by rank, so that the limit starves no claim.
    """
    numbered = [(number, hit) for number, each in enumerate(found) for hit in each.hits]
    ordered = [hit for _, hit in sorted(numbered, key=lambda pair: (pair[1].rank, pair[0]))]
    given = dict.fromkeys(hit.url for hit in ordered if hit.source in GIVEN)
    searched = dict.fromkeys(hit.url for hit in ordered if hit.url not in given)
    return [*given, *list(searched)[:limit]]


def read_page(url: str, parts: Parts, *, limit: Limit) -> PageRead:
    """One page fetched, or taken from its snapshot while that is fresh, and made into text.

    Raises PageRefused or TryLater, and nothing else that a site could cause.
    """
    if url in parts.removed:
        sentence = f"{url} was taken away on request and is not read again; the claim is judged without it."
        raise PageRefused(sentence, url=url, reason="removed")
    if limit.passed:
        raise PageRefused(limit.sentence.partition(": ")[2], url=url, reason="stage_timeout")
    missed = None
    try:
        fetched = parts.fetcher.get(url)
    except PageRefused as error:
        copy = _archived_copy(url, error, parts)
        if copy is None:
            raise
        fetched = parts.fetcher.get(copy)
        missed = failure("fetch", url, error)
    page = extract_page(fetched.snapshot, parts.snapshots.read(fetched.snapshot.body_sha256))
    return PageRead(url=url, snapshot=fetched.snapshot, page=page, from_cache=fetched.from_cache, missed=missed)


def _archived_copy(url: str, error: PageRefused, parts: Parts) -> str | None:
    """The address of an archived copy of a page that is gone; None where it is not gone or none was found."""
    if not parts.settings.archived_copies:
        return None
    stored = parts.snapshots.latest(read_target(url).url) if error.reason == Refusal.HTTP_STATUS else None
    if error.reason not in (Refusal.UNREACHABLE, Refusal.TIMEOUT) and (stored is None or stored.status not in GONE):
        return None
    near = parts.options.as_of or parts.options.published_on
    try:
        return Wayback(address=parts.settings.wayback_api).copy_of(url, near=near, fetcher=parts.fetcher)
    except (PageRefused, TryLater):
        return None  # the page itself is what was not had, and its own reason is told


def usable_passages(article: Article, pages: Sequence[Page]) -> list[tuple[Page, Passage]]:
    """The passages of all pages that are not the article told again, in a fixed order."""
    distinct = {page.id: page for page in pages if not is_self_citation(article, page)}
    return [(page, passage) for page in distinct.values() for passage in cut_passages(page)]


def rank(claim: Claim, passages: Sequence[tuple[Page, Passage]], parts: Parts) -> list[RankedPassage]:
    """The passages that bear most on a claim, best first."""
    return rank_passages(
        claim,
        passages,
        embedder=parts.embedder,
        keep=parts.settings.passages_per_claim,
        cache=parts.embeddings,
        reranker=parts.reranker,
    )


def judge(
    claim: Claim,
    ranked: Sequence[RankedPassage],
    found: Found,
    refused: Mapping[str, Failure],
    parts: Parts,
    *,
    as_of: date,
    manual: Sequence[ManualEvidence] = (),
) -> Verdict | Undecided:
    """The verdict on one claim, or why there is none; what people brought for it is weighed too.

    A claim all of whose sources failed is undecided, unless pages found for others settle it; so is one with nothing to
    search for while there is no passage to read it against.
    """
    if not (found.queries or found.hits or ranked or found.failures):
        reason = "nothing was looked at: no word of it can be searched for, and no page was read to hold it against"
        return undecided(claim, reason, as_of=as_of, run_id=parts.run_id)
    outcome = judge_claim(
        claim,
        ranked,
        judge=parts.judge,
        as_of=as_of,
        run_id=parts.run_id,
        people=people_on(manual, ranked, as_of=as_of),
        tiers=parts.tiers,
        thresholds=parts.thresholds,
    )
    missing = [*found.failures, *(refused[hit.url] for hit in found.hits if hit.url in refused)]
    had = any(hit.url not in refused for hit in found.hits)
    settled = isinstance(outcome, Verdict) and outcome.label is not Label.NOT_ENOUGH_EVIDENCE
    if missing and not had and not settled:
        reason = f"no source could be reached: {missing[0].reason}"
        return undecided(claim, reason, as_of=as_of, run_id=parts.run_id)
    return outcome


def failure(stage: str, subject: str, error: EvidenceError) -> Failure:
    """The row that tells of an error, its closed reason first."""
    reason = getattr(error, "reason", "") or ("try_later" if isinstance(error, TryLater) else "error")
    return Failure(stage=stage, subject=subject, reason=f"{reason}: {error}", at=datetime.now(UTC))
