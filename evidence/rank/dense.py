"""Sentence vectors: the cosine of claim and passage, each text embedded once and kept."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from claims.digests import sha256_of
from evidence.embed import Embedder, Floats


class EmbeddingCache(Protocol):
    """Vectors kept by the digest of the text and the revision of the model."""

    def get(self, digests: Sequence[str], revision: str) -> dict[str, Floats]:
        """Those of the vectors that are kept, by digest."""

    def put(self, vectors: dict[str, Floats], revision: str) -> None:
        """Keep these."""


def embed_passages(texts: Sequence[str], *, embedder: Embedder, cache: EmbeddingCache | None) -> Floats:
    """One row a text; only what the cache does not hold is embedded."""
    return _kept([sha256_of(text) for text in texts], texts, embedder.encode_passages, embedder.revision, cache)


def embed_queries(texts: Sequence[str], *, embedder: Embedder, cache: EmbeddingCache | None) -> Floats:
    """One row a claim; kept apart from passages of the same words, which a model may read otherwise."""
    digests = [sha256_of(f"query\0{text}") for text in texts]
    return _kept(digests, texts, embedder.encode_queries, embedder.revision, cache)


def _kept(
    digests: Sequence[str],
    texts: Sequence[str],
    encode: Callable[[Sequence[str]], Floats],
    revision: str,
    cache: EmbeddingCache | None,
) -> Floats:
    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    first = dict(zip(digests, texts, strict=True))
    known = cache.get(list(first), revision) if cache is not None else {}
    missing = [digest for digest in first if digest not in known]
    if missing:
        # Rounded as the cache keeps them, so that a rerun ranks exactly as the first run did.
        vectors = encode([first[d] for d in missing]).astype(np.float16).astype(np.float32)
        fresh = dict(zip(missing, vectors, strict=True))
        if cache is not None:
            cache.put(fresh, revision)
        known = {**known, **fresh}
    return np.stack([known[d] for d in digests])
