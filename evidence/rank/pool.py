"""The passages that claims are ranked against, made ready once for all claims of a run."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evidence.duplicates import source_groups
from evidence.embed import Embedder, Floats, Ints
from evidence.rank.dense import EmbeddingCache, embed_passages
from evidence.rank.late import TokenIndex
from evidence.rank.lexical import TermIndex
from evidence.rank.sounds import name_keys
from evidence.rank.words import terms
from evidence.records import Page, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Passages with everything about them that does not depend on the claim."""

    passages: tuple[tuple[Page, Passage], ...]
    texts: tuple[str, ...]  #: each with its title and heading
    terms: tuple[tuple[str, ...], ...]
    words: TermIndex
    sounds: TermIndex
    vectors: Floats | None
    tokens: TokenIndex | None
    ties: Ints  #: the place of each passage by id: what decides between equal scores
    groups: dict[str, str]  #: page id -> source group


def in_context(page: Page, passage: Passage) -> str:
    """The passage as a stranger would need it: under its title and heading, each said once."""
    above = [part for part in (page.title, passage.heading) if part and part not in passage.text]
    return "\n".join([*dict.fromkeys(above), passage.text])


def make_pool(
    passages: Sequence[tuple[Page, Passage]],
    *,
    embedder: Embedder | None,
    cache: EmbeddingCache | None = None,
) -> Pool:
    """The pool of these passages."""
    texts = [in_context(page, passage) for page, passage in passages]
    words = [tuple(terms(text, p.language)) for text, (_, p) in zip(texts, passages, strict=True)]
    vectors = embed_passages(texts, embedder=embedder, cache=cache) if embedder is not None and texts else None
    has_tokens = embedder is not None and embedder.tokens is not None
    return Pool(
        passages=tuple(passages),
        texts=tuple(texts),
        terms=tuple(words),
        words=TermIndex(words),
        sounds=TermIndex([name_keys(text) for text in texts]),
        vectors=vectors,
        tokens=TokenIndex(embedder.tokens, texts) if has_tokens and embedder and embedder.tokens else None,
        ties=np.argsort(np.argsort([passage.id for _, passage in passages], kind="stable"), kind="stable"),
        groups=source_groups(list({page.id: page for page, _ in passages}.values())),
    )
