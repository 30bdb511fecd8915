"""The signals of every passage for one claim, fused, and the best of them without repeats."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
import regex

from claims.digests import sha256_of
from claims.records import Claim
from evidence.embed import Embedder, Floats, Ints
from evidence.rank.agreement import shared_numbers, shared_times
from evidence.rank.dense import EmbeddingCache, embed_queries
from evidence.rank.diverse import best_first, choose
from evidence.rank.fuse import WITH_TOKENS, WITHOUT_TOKENS, WORDS_ONLY, Fusion
from evidence.rank.lexical import Bag, each_whole
from evidence.rank.pool import Indexed, Pool, make_pool
from evidence.rank.rerank import Reranker
from evidence.rank.sounds import name_keys
from evidence.rank.stored import nearest, stored_rows
from evidence.rank.translate import each_meant
from evidence.rank.words import terms
from evidence.records import Page, Passage, RankedPassage

SHORTLIST = 120  # passages whose numbers and dates are read: reading one takes a millisecond or two
RERANKED = 32
LARGE = 20_000  # passages; of more, only those nearest to the claim are read with every signal
NEAR = 400

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
    vector = embed_queries([asked(claim)], embedder=embedder, cache=cache)[0] if embedder is not None else None
    if vector is not None and embedder is not None and len(passages) > LARGE:
        pool = _near_pool(vector, passages, embedder, cache)
    else:
        pool = _pool_of(passages, embedder, cache)
    signals, raw = score_pool(claim, pool, vector=vector)
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
    claim: Claim,
    pool: Pool,
    *,
    vector: Floats | None,
    fusion: Fusion | None = None,
) -> tuple[dict[str, Floats], Floats]:
    """What each signal says of each passage, and the weighted sum.

    A passage and what stands around it count alike: the one is exact, the other knows what "it" is.
    `vector` is the claim's; None ranks without one.
    """
    fusion = fusion or _fusion(pool)
    asking = _asking(asked(claim), claim.language, pool, vector)
    signals = _signals(asking, pool.own)
    wider = signals if pool.around is pool.own else _signals(asking, pool.around)
    signals = {**signals, "around": fusion.raw(wider)}
    first = (fusion.raw(signals) + signals["around"]) * np.float32(0.5)
    stated = {name: np.zeros(len(first), dtype=np.float32) for name in ("numbers", "times")}
    for i in best_first(first, pool.ties)[:SHORTLIST] if claim.quantities or claim.times else ():
        page, passage = pool.passages[i]
        stated["numbers"][i] = shared_numbers(claim, passage.text, passage.language)
        stated["times"][i] = shared_times(claim, passage.text, passage.language, page.published_on)
    return signals | stated, first + fusion.raw(stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """A claim as each signal reads it."""

    words: list[Bag]
    meant: list[Bag]
    names: list[Bag]
    vector: Floats | None
    tokens: Ints | None


def _asking(text: str, language: str, pool: Pool, vector: Floats | None) -> _Asking:
    words = terms(text, language)
    return _Asking(
        words=each_whole(words),
        meant=each_meant(text, words, language),
        names=each_whole(name_keys(text)),
        vector=vector,
        tokens=pool.own.tokens.ids(text) if pool.own.tokens is not None else None,
    )


def _signals(asking: _Asking, indexed: Indexed) -> dict[str, Floats]:
    signals = {
        "bm25": indexed.words.scores(asking.words),
        "translated": indexed.meant.scores(asking.meant),
        "names": indexed.sounds.scores(asking.names),
    }
    if asking.vector is not None and indexed.vectors is not None:
        signals["cosine"] = indexed.vectors @ asking.vector
    if asking.tokens is not None and indexed.tokens is not None:
        signals["late"] = indexed.tokens.scores(asking.tokens)
    return signals


def _fusion(pool: Pool) -> Fusion:
    if pool.own.tokens is not None:
        return WITH_TOKENS
    return WITHOUT_TOKENS if pool.own.vectors is not None else WORDS_ONLY


class _Kept:
    """The last things made, so that the claims of one article share theirs."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[str, Any] = {}
        self._lock = Lock()

    def get(self, key: str, make: Callable[[], Any]) -> Any:
        """What was made for the key, made now if it is new."""
        with self._lock:
            known = self._made.get(key)
        if known is None:
            known = make()
            with self._lock:
                self._made[key] = known
                while len(self._made) > self._most:
                    self._made.pop(next(iter(self._made)))
        return known


@lru_cache(maxsize=2)
def _kept(kind: str) -> _Kept:
    return _Kept(2 if kind == "pools" else 1)


def forget_pools() -> None:
    """Let go of what was made ready for earlier claims: its memory, or the time that it saves, is wanted back."""
    _kept.cache_clear()


def _key(passages: Sequence[tuple[Page, Passage]], embedder: Embedder | None) -> str:
    revision = embedder.revision if embedder is not None else ""
    return sha256_of("\n".join([revision, *(f"{page.id}/{passage.id}" for page, passage in passages)]))


def _pool_of(passages: Sequence[tuple[Page, Passage]], embedder: Embedder | None, cache: EmbeddingCache | None) -> Pool:
    pool: Pool = _kept("pools").get(
        _key(passages, embedder), lambda: make_pool(passages, embedder=embedder, cache=cache)
    )
    return pool


def _near_pool(
    vector: Floats, passages: Sequence[tuple[Page, Passage]], embedder: Embedder, cache: EmbeddingCache | None
) -> Pool:
    """The pool of the passages nearest to the claim, with their neighbours on their pages beside them."""
    rows = _kept("rows").get(_key(passages, embedder), lambda: stored_rows(passages, embedder=embedder, cache=cache))
    near = set(nearest(vector[None], rows, keep=NEAR)[0][0].tolist())
    pages = {passages[i][0].id for i in near}
    beside = [pair for i, pair in enumerate(passages) if pair[0].id in pages and i not in near]
    return make_pool([passages[i] for i in sorted(near)], embedder=embedder, cache=cache, beside=beside)
