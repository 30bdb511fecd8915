"""The passages that claims are ranked against, made ready once for all claims of a run."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evidence.duplicates import source_groups
from evidence.embed import Embedder, Floats, Ints
from evidence.rank.dense import EmbeddingCache, embed_passages
from evidence.rank.late import TokenIndex
from evidence.rank.lexical import K1_MEANT, TermIndex
from evidence.rank.sounds import name_keys
from evidence.rank.translate import in_pivot
from evidence.rank.words import terms
from evidence.records import Page, Passage

AROUND = 900  # characters of the page, a passage in their middle, that are scored beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """Texts with everything about them that does not depend on the claim."""

    terms: tuple[tuple[str, ...], ...]
    words: TermIndex
    meant: TermIndex  #: the same words as what they may mean in English
    sounds: TermIndex
    vectors: Floats | None
    tokens: TokenIndex | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Passages, each by itself and with what stands around it on its page."""

    passages: tuple[tuple[Page, Passage], ...]
    texts: tuple[str, ...]  #: each with its title and heading
    own: Indexed
    around: Indexed
    ties: Ints  #: the place of each passage by id: what decides between equal scores
    groups: dict[str, str]  #: page id -> source group


def in_context(page: Page, passage: Passage) -> str:
    """The passage as a stranger would need it: under its title and heading, each said once."""
    above = [part for part in (page.title, passage.heading) if part and part not in passage.text]
    return "\n".join([*dict.fromkeys(above), passage.text])


def surroundings(passages: Sequence[tuple[Page, Passage]]) -> list[str]:
    """For each passage the stretch of its page that reaches over its neighbours on both sides."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, (page, _) in enumerate(passages):
        places[page.id].append(number)
    found = [""] * len(passages)
    for numbers in places.values():
        numbers.sort(key=lambda n: passages[n][1].start)
        for at, number in enumerate(numbers):
            page = passages[number][0]
            first = last = at
            while True:
                start, end = passages[numbers[first]][1].start, passages[numbers[last]][1].end
                if end - start >= AROUND or (first == 0 and last == len(numbers) - 1):
                    break
                first, last = max(0, first - 1), min(len(numbers) - 1, last + 1)
            text = page.text[start:end]
            found[number] = text if not page.title or page.title in text else f"{page.title}\n{text}"
    return found


def _indexed(
    texts: Sequence[str], languages: Sequence[str], embedder: Embedder | None, cache: EmbeddingCache | None
) -> Indexed:
    words = [tuple(terms(text, language)) for text, language in zip(texts, languages, strict=True)]
    vectors = embed_passages(texts, embedder=embedder, cache=cache) if embedder is not None and texts else None
    tokens = embedder.tokens if embedder is not None else None
    return Indexed(
        terms=tuple(words),
        words=TermIndex([Counter(each) for each in words]),
        meant=TermIndex([in_pivot(*each) for each in zip(texts, words, languages, strict=True)], k1=K1_MEANT),
        sounds=TermIndex([Counter(name_keys(text)) for text in texts]),
        vectors=vectors,
        tokens=TokenIndex(tokens, texts) if tokens is not None else None,
    )


def make_pool(
    passages: Sequence[tuple[Page, Passage]],
    *,
    embedder: Embedder | None,
    cache: EmbeddingCache | None = None,
    beside: Sequence[tuple[Page, Passage]] = (),
) -> Pool:
    """The pool of these passages; those of `beside` stand around them without being ranked."""
    texts = [in_context(page, passage) for page, passage in passages]
    languages = [passage.language for _, passage in passages]
    ids = [passage.id for _, passage in passages]
    own = _indexed(texts, languages, embedder, cache)
    wider = surroundings([*passages, *beside])[: len(passages)]
    return Pool(
        passages=tuple(passages),
        texts=tuple(texts),
        own=own,
        # Pages of one passage each have nothing around it.
        around=own if wider == texts else _indexed(wider, languages, embedder, cache),
        ties=np.argsort(np.argsort(ids, kind="stable"), kind="stable"),
        groups=source_groups(list({page.id: page for page, _ in passages}.values())),
    )
