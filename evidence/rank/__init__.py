"""Claim and passages -> the passages that bear on it, best first.

In reading order: words, sounds, segment, translate, lexical, dense, late, agreement, fuse, diverse, pool, stored,
rerank, ranking.
"""

from evidence.rank.dense import EmbeddingCache
from evidence.rank.ranking import rank_passages, score_pool
from evidence.rank.rerank import Reranker, load_reranker

__all__ = ["EmbeddingCache", "Reranker", "load_reranker", "rank_passages", "score_pool"]
