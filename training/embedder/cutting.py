"""How rare each word of a script without spaces is, so that a text can be cut into the likeliest words."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

import regex

from claims.folding import folded
from evidence.rank.segment import LONGEST, cut

ROUNDS = 3
EVERY = 4  # one text in four is counted: more changed nothing
SEEN = 0.1  # added to each count: a word of the dictionary that no text has
_WORD = regex.compile(rf"\p{{Han}}{{1,{LONGEST}}}")
_RUNS = regex.compile(r"\p{Han}+")


def word_costs(entries: Iterable[str], texts: Iterable[str]) -> Mapping[str, float]:
    """The negative logarithm of each word's share: short entries are the words, longer texts are counted."""
    words = {entry for entry in map(folded, entries) if _WORD.fullmatch(entry)}
    long = [text for text in map(folded, texts) if len(text) > LONGEST]
    # To start with, as few words as can be.
    costs = {word: 1.0 + 0.3 * (len(word) == 1) for word in words}
    for _ in range(ROUNDS):
        seen = Counter(word for text in long[::EVERY] for run in _RUNS.findall(text) for word in cut(run, costs))
        size = seen.total() + 1
        costs = {word: -math.log((seen[word] + SEEN) / size) for word in sorted(words)}
    return costs
