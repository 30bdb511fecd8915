"""The passages that claims are ranked against, made ready once for all claims of a run."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from evidence.duplicates import source_groups
from evidence.embed import Embedder, Floats, Ints, TokenVectors
from evidence.rank.dense import EmbeddingCache, embed_passages
from evidence.rank.late import TokenIndex
from evidence.rank.lexical import K1_MEANT, Bag, TermIndex
from evidence.rank.sounds import name_keys
from evidence.rank.translate import in_pivot
from evidence.rank.words import terms
from evidence.records import Page, Passage

Pieces = tuple[str, ...]  #: a text, parted where passages begin and end
_NO_TOKENS: Ints = np.zeros(0, dtype=np.int64)
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
    return "".join(_in_context(page, passage))


def _in_context(page: Page, passage: Passage) -> Pieces:
    above = [part for part in (page.title, passage.heading) if part and part not in passage.text]
    return (*(f"{part}\n" for part in dict.fromkeys(above)), passage.text)


def surroundings(passages: Sequence[tuple[Page, Passage]]) -> list[Pieces]:
    """For each passage the stretch of its page that reaches over its neighbours on both sides, in its pieces."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, (page, _) in enumerate(passages):
        places[page.id].append(number)
    found: list[Pieces] = [()] * len(passages)
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
            inside = _parted(page.text, [passages[n][1] for n in numbers[first : last + 1]])
            titled = not page.title or page.title in page.text[start:end]
            found[number] = inside if titled else (f"{page.title}\n", *inside)
    return found


def _parted(text: str, passages: Sequence[Passage]) -> Pieces:
    """The text from the first to the last passage, cut where each of them starts and ends."""
    cuts = sorted({place for passage in passages for place in (passage.start, passage.end)})
    return tuple(text[start:end] for start, end in pairwise(cuts))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A piece of a page as each signal reads it."""

    terms: tuple[str, ...]
    meant: Mapping[str, float]
    sounds: tuple[str, ...]
    tokens: Ints


class _Reader:
    """Reads pieces, each once: neighbours share nearly all of what stands around them."""

    def __init__(self, tokens: TokenVectors | None) -> None:
        self._tokens = tokens
        self._read: dict[tuple[str, str], _Piece] = {}

    def read(self, texts: Sequence[Pieces], languages: Sequence[str]) -> list[list[_Piece]]:
        """The pieces of each text."""
        asked = [[(piece, language) for piece in text] for text, language in zip(texts, languages, strict=True)]
        new = list(dict.fromkeys(key for keys in asked for key in keys if key not in self._read))
        ids = self._tokens.ids([piece for piece, _ in new]) if self._tokens is not None else [_NO_TOKENS] * len(new)
        for (piece, language), tokens in zip(new, ids, strict=True):
            words = tuple(terms(piece, language))
            self._read[piece, language] = _Piece(
                terms=words, meant=in_pivot(piece, words, language), sounds=tuple(name_keys(piece)), tokens=tokens
            )
        return [[self._read[key] for key in keys] for keys in asked]


def _summed(bags: Iterable[Mapping[str, float]]) -> Bag:
    total: dict[str, float] = defaultdict(float)
    for bag in bags:
        for term, count in bag.items():
            total[term] += count
    return total


def _indexed(
    texts: Sequence[Pieces],
    languages: Sequence[str],
    reader: _Reader,
    embedder: Embedder | None,
    cache: EmbeddingCache | None,
) -> Indexed:
    read = reader.read(texts, languages)
    words = [tuple(chain.from_iterable(piece.terms for piece in pieces)) for pieces in read]
    wholes = ["".join(text) for text in texts]
    tokens = embedder.tokens if embedder is not None else None
    ids = [np.concatenate([_NO_TOKENS, *(piece.tokens for piece in pieces)]) for pieces in read]
    return Indexed(
        terms=tuple(words),
        words=TermIndex([Counter(each) for each in words]),
        meant=TermIndex([_summed(piece.meant for piece in pieces) for pieces in read], k1=K1_MEANT),
        sounds=TermIndex([Counter(chain.from_iterable(piece.sounds for piece in pieces)) for pieces in read]),
        vectors=embed_passages(wholes, embedder=embedder, cache=cache) if embedder is not None and texts else None,
        tokens=TokenIndex(tokens, ids) if tokens is not None else None,
    )


def make_pool(
    passages: Sequence[tuple[Page, Passage]],
    *,
    embedder: Embedder | None,
    cache: EmbeddingCache | None = None,
    beside: Sequence[tuple[Page, Passage]] = (),
) -> Pool:
    """The pool of these passages; those of `beside` stand around them without being ranked."""
    texts = [_in_context(page, passage) for page, passage in passages]
    languages = [passage.language for _, passage in passages]
    ids = [passage.id for _, passage in passages]
    reader = _Reader(embedder.tokens if embedder is not None else None)
    own = _indexed(texts, languages, reader, embedder, cache)
    wider = surroundings([*passages, *beside])[: len(passages)]
    return Pool(
        passages=tuple(passages),
        texts=tuple("".join(text) for text in texts),
        own=own,
        # Pages of one passage each have nothing around it.
        around=own if wider == texts else _indexed(wider, languages, reader, embedder, cache),
        ties=np.argsort(np.argsort(ids, kind="stable"), kind="stable"),
        groups=source_groups(list({page.id: page for page, _ in passages}.values())),
    )
