"""The signals of every passage for one claim, fused, and the best of them without repeats."""

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
import regex

from claims.records import Claim
from evidence.embed import Embedder, Floats
from evidence.rank.agreement import shared_numbers, shared_times
from evidence.rank.dense import EmbeddingCache
from evidence.rank.diverse import best_first, choose
from evidence.rank.fuse import WITH_TOKENS, WITHOUT_TOKENS, WORDS_ONLY, Fusion
from evidence.rank.pool import Indexed, Pool, make_pool
from evidence.rank.rerank import Reranker
from evidence.rank.sounds import name_keys
from evidence.rank.words import terms
from evidence.records import Page, Passage, RankedPassage

SHORTLIST = 120  # passages whose numbers and dates are read: reading one takes a millisecond or two
RERANKED = 32

_BRACKETS = regex.compile(r"[\[\]]")


def rank_passages(
    claim: Claim,
    passages: Sequence[tuple[Page, Passage]],
    *,
    embedder: Embedder | None,
    keep: int = 8,
    cache: EmbeddingCache | None = None,
    reranker: Reranker | None = None,
) -> list[RankedPassage]:
    """The `keep` best passages, none repeating another; without an embedder by words alone."""
    if not passages or keep <= 0:
        return []
    pool = _pool_of(passages, embedder, cache)
    signals, raw = score_pool(claim, pool, embedder=embedder)
    fusion = _fusion(pool)
    relevance = fusion.relevance(raw)
    order = best_first(raw, pool.ties)
    if reranker is not None:
        first = order[:RERANKED]
        again = reranker.score(asked(claim), [pool.texts[i] for i in first])
        signals["reranker"] = np.zeros(len(raw), dtype=np.float32)
        signals["reranker"][first] = again
        # The re-ranker decides; its number stands in for the fused one, which knew less.
        order = [first[i] for i in best_first(again, pool.ties[first])] + order[RERANKED:]
        relevance[first] = again
        relevance[order[RERANKED:]] = np.minimum(relevance[order[RERANKED:]], again.min())
    return [
        RankedPassage(
            claim_id=claim.id,
            passage=pool.passages[i][1],
            page=pool.passages[i][0],
            rank=rank,
            relevance=round(float(relevance[i]), 4),
            signals=tuple((name, round(float(values[i]), 4)) for name, values in sorted(signals.items())),
            source_group=pool.groups[pool.passages[i][0].id],
        )
        for rank, i in enumerate(choose(order, pool.own.terms, keep), start=1)
    ]


def asked(claim: Claim) -> str:
    """The claim as it is compared: what was filled in counts, its brackets do not."""
    return " ".join(_BRACKETS.sub("", claim.text or claim.quote).split())


def score_pool(
    claim: Claim, pool: Pool, *, embedder: Embedder | None, fusion: Fusion | None = None
) -> tuple[dict[str, Floats], Floats]:
    """What each signal says of each passage, and the weighted sum.

    A passage and what stands around it count alike: the one is exact, the other knows what "it" is.
    """
    text = asked(claim)
    fusion = fusion or _fusion(pool)
    vector = embedder.encode_queries([text])[0] if embedder is not None else None
    signals = _signals(text, claim.language, pool.own, vector)
    signals["around"] = fusion.raw(_signals(text, claim.language, pool.around, vector))
    first = (fusion.raw(signals) + signals["around"]) * np.float32(0.5)
    stated = {name: np.zeros(len(first), dtype=np.float32) for name in ("numbers", "times")}
    for i in best_first(first, pool.ties)[:SHORTLIST] if claim.quantities or claim.times else ():
        page, passage = pool.passages[i]
        stated["numbers"][i] = shared_numbers(claim, passage.text, passage.language)
        stated["times"][i] = shared_times(claim, passage.text, passage.language, page.published_on)
    return signals | stated, first + fusion.raw(stated)


def _signals(text: str, language: str, indexed: Indexed, vector: Floats | None) -> dict[str, Floats]:
    signals = {
        "bm25": indexed.words.scores(terms(text, language)),
        "names": indexed.sounds.scores(name_keys(text)),
    }
    if vector is not None and indexed.vectors is not None:
        signals["cosine"] = indexed.vectors @ vector
    if indexed.tokens is not None:
        signals["late"] = indexed.tokens.scores(text)
    return signals


def _fusion(pool: Pool) -> Fusion:
    if pool.own.tokens is not None:
        return WITH_TOKENS
    return WITHOUT_TOKENS if pool.own.vectors is not None else WORDS_ONLY


class _Kept:
    """The last pools made, so that the claims of one article share theirs."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pools: dict[tuple[str, ...], Pool] = {}
        self._lock = Lock()

    def get(self, key: tuple[str, ...]) -> Pool | None:
        with self._lock:
            return self._pools.get(key)

    def put(self, key: tuple[str, ...], pool: Pool) -> None:
        with self._lock:
            self._pools[key] = pool
            while len(self._pools) > self._most:
                self._pools.pop(next(iter(self._pools)))


@lru_cache(maxsize=1)
def _kept() -> _Kept:
    return _Kept(2)


def _pool_of(passages: Sequence[tuple[Page, Passage]], embedder: Embedder | None, cache: EmbeddingCache | None) -> Pool:
    revision = embedder.revision if embedder is not None else ""
    key = (revision, *(f"{page.id}/{passage.id}" for page, passage in passages))
    pool = _kept().get(key)
    if pool is None:
        pool = make_pool(passages, embedder=embedder, cache=cache)
        _kept().put(key, pool)
    return pool
