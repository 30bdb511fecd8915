"""Which pages tell one source again: reprints, mirrors and syndicated copies."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

import regex

from claims.folding import folded
from evidence.records import Page

SHINGLE = 5  # words; characters in scripts without spaces
SAME = 0.6  # share of shingles in common, of all that either page has
WITHIN = 0.8  # share of the shorter page's shingles that the longer one has: a cut-down reprint
FEWEST = 20  # shingles; shorter pages are one source only if they are the same word for word
SAMPLED = 4  # in a large pool only one shingle in four is looked up
LARGE = 60  # pages
COMMON = 40  # pages; a shingle that more of them share is a menu or a footer

_UNITS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{N}\p{M}]+")


def shingles_of(text: str) -> frozenset[int]:
    """A number for every run of five words, so that word order counts and small edits stay small."""
    units = _UNITS.findall(folded(text))
    runs = {" ".join(units[i : i + SHINGLE]) for i in range(max(1, len(units) - SHINGLE + 1))} if units else set()
    return frozenset(int.from_bytes(hashlib.blake2b(r.encode(), digest_size=8).digest()) for r in runs)


def alike(a: frozenset[int], b: frozenset[int]) -> bool:
    """True if one page is the other told again, whole or cut down."""
    if min(len(a), len(b)) < FEWEST:
        return a == b
    shared = len(a & b)
    return shared / len(a | b) >= SAME or shared / min(len(a), len(b)) >= WITHIN


def source_groups(pages: Sequence[Page]) -> dict[str, str]:
    """For each page's id the id of its group: the first of the pages by URL stands for all."""
    ordered = sorted(pages, key=lambda page: (page.url, page.id))
    shingles = [shingles_of(page.text) for page in ordered]
    leader = list(range(len(ordered)))

    def root(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    for i, j in _candidates(shingles):
        if root(i) != root(j) and alike(shingles[i], shingles[j]):
            low, high = sorted((root(i), root(j)))
            leader[high] = low
    return {page.id: ordered[root(i)].id for i, page in enumerate(ordered)}


def _candidates(shingles: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs worth comparing: all in a small pool, those that share enough rare shingles in a large one."""
    if len(shingles) <= LARGE:
        return list(combinations(range(len(shingles)), 2))
    holders: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(shingles):
        for shingle in each:
            if shingle % SAMPLED == 0 or len(each) < FEWEST:
                holders[shingle].append(number)
    shared = Counter(pair for pages in holders.values() if len(pages) <= COMMON for pair in combinations(pages, 2))
    # Copies in greater number than COMMON still meet as neighbours in the list.
    for pages in holders.values():
        if len(pages) > COMMON:
            shared.update(pairwise(pages))
    return sorted(shared)
