"""The signals of the ranker on a task, and how far up the right candidates come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from benchmarks.ranking.sets import Task
from claims.dates import find_times
from claims.digests import digest, sha256_of
from claims.numbers import find_quantities
from claims.records import CheckWorthiness, Claim, ClaimKind, Modality, Polarity, Span, Worthiness
from evidence.embed import Embedder
from evidence.passages import cut_passages
from evidence.rank.fuse import Fusion
from evidence.rank.pool import Pool, make_pool
from evidence.rank.ranking import asked, score_pool
from evidence.records import Origin, Page, Passage

Matrix = npt.NDArray[np.float32]
SIGNALS = ("cosine", "late", "bm25", "translated", "names", "numbers", "times")


def claim_of(text: str, language: str) -> Claim:
    """A text as a claim with its numbers and dates, as the splitter would find them."""
    return Claim(
        id=digest(text, language), article_id="", article_key="benchmark", kind=ClaimKind.CONTENT,
        occurrence=1, language=language, quote=text, quote_start=0, quote_end=len(text),
        quote_spans=(Span(start=0, end=len(text)),), sentence_start=0, sentence_end=len(text), text=text,
        attribution=None, polarity=Polarity.AFFIRMED, modality=Modality.ASSERTED,
        worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=1.0, reason=""),
        quantities=tuple(find_quantities(text, language)),
        times=tuple(find_times(text, language, published_on=None)), names=(), splitter="benchmark",
    )  # fmt: skip


def passage_of(text: str, language: str) -> tuple[Page, Passage]:
    """A text as a page with one passage."""
    page = Page(
        id=digest("page", text), snapshot_id="", body_sha256="", url="", title="", publisher="",
        language=language, published_on=None, published_how="", modified_on=None,
        fetched_at=datetime(2025, 1, 1, tzinfo=UTC), origin=Origin.LIBRARY, text=text,
        text_sha256=sha256_of(text), extractor="benchmark",
    )  # fmt: skip
    passage = Passage(
        id=digest(page.text_sha256, 0, len(text)), page_id=page.id, start=0, end=len(text), text=text,
        language=language, heading="",
    )  # fmt: skip
    return page, passage


def pool_of(task: Task, embedder: Embedder | None) -> Pool:
    """The candidates of a task, made ready; made once where many languages ask the same."""
    return _whole(tuple(task.candidates), task.language, embedder)


@lru_cache(maxsize=2)
def _whole(candidates: tuple[str, ...], language: str, embedder: Embedder | None) -> Pool:
    return make_pool([passage_of(c, language) for c in candidates], embedder=embedder)


@lru_cache(maxsize=2)
def _cut(candidates: tuple[str, ...], language: str, embedder: Embedder | None) -> tuple[Pool, tuple[int, ...]]:
    """The candidates as pages cut into passages, and the place of each page's first."""
    passages, starts = [], []
    for candidate in candidates:
        page, whole = passage_of(candidate, language)
        starts.append(len(passages))
        passages += [(page, passage) for passage in cut_passages(page) or [whole]]
    return make_pool(passages, embedder=embedder), tuple(starts)


def _claims_of(task: Task, embedder: Embedder | None) -> Iterator[tuple[Claim, Matrix | None]]:
    """The queries as claims, embedded together: a call for each would cost more than the ranking."""
    claims = [claim_of(query, task.query_language) for query in task.queries]
    vectors = embedder.encode_queries([asked(c) for c in claims]) if embedder is not None else [None] * len(claims)
    return zip(claims, vectors, strict=True)


def signals_of(task: Task, embedder: Embedder | None, *, fusion: Fusion | None = None) -> dict[str, Matrix]:
    """Each signal as a matrix, queries by candidates, and `fused`, the ranker's own sum."""
    pool = pool_of(task, embedder)
    rows: dict[str, list[Matrix]] = {}
    for claim, vector in _claims_of(task, embedder):
        signals, raw = score_pool(claim, pool, vector=vector, fusion=fusion)
        for name, values in {**signals, "fused": raw}.items():
            rows.setdefault(name, []).append(values)
    return {name: np.stack(values) for name, values in rows.items()}


def cut_scores(task: Task, embedder: Embedder | None) -> Matrix:
    """The ranker's sums where each candidate is a page cut into passages and its best passage counts."""
    pool, starts = _cut(tuple(task.candidates), task.language, embedder)
    rows = []
    for claim, vector in _claims_of(task, embedder):
        _, raw = score_pool(claim, pool, vector=vector)
        rows.append(np.maximum.reduceat(raw, starts))
    return np.stack(rows)


@dataclass(frozen=True)
class Figures:
    """How often a right candidate is first, or among the first five or ten, and the mean of 1/place."""

    r1: float
    r5: float
    r10: float
    mrr: float
    queries: int


def places_of(scores: Matrix, right: Sequence[frozenset[int]]) -> npt.NDArray[np.int64]:
    """The place of the best right candidate of each query; equal scores count against it."""
    places = []
    for row, gold in zip(scores, right, strict=True):
        best = max(row[i] for i in gold)
        others = np.delete(row, list(gold))
        places.append(1 + int((others >= best).sum()))
    return np.array(places)


def figures(scores: Matrix, right: Sequence[frozenset[int]]) -> Figures:
    """The figures of one matrix of scores."""
    places = places_of(scores, right)
    shares = [round(100 * float((places <= k).mean()), 1) for k in (1, 5, 10)]
    return Figures(*shares, mrr=round(100 * float((1 / places).mean()), 1), queries=len(places))


def weighted(signals: Mapping[str, Matrix], weights: Mapping[str, float]) -> Matrix:
    """The weighted sum of some of the signals."""
    total = np.zeros_like(next(iter(signals.values())))
    for name, weight in weights.items():
        total = total + np.float32(weight) * signals.get(name, np.float32(0))
    return total
