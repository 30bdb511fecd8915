"""The best passages without saying one thing twice."""

from collections.abc import Sequence

import numpy as np

from evidence.embed import Floats, Ints

REPEATS = 0.8  # share of terms in common above which two passages are one


def repeats(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if two passages have nearly the same terms, or one is nearly all inside the other."""
    smaller = min(len(a), len(b))
    if not smaller:
        return len(a) == len(b)
    shared = len(a & b)
    return shared / len(a | b) >= REPEATS or (smaller >= 6 and shared / smaller >= 0.95)


def choose(order: Sequence[int], terms: Sequence[Sequence[str]], keep: int) -> list[int]:
    """The first `keep` of `order`, leaving out each that repeats one taken before it."""
    taken: list[int] = []
    sets: list[frozenset[str]] = []
    for number in order:
        if len(taken) == keep:
            break
        mine = frozenset(terms[number])
        if not any(repeats(mine, other) for other in sets):
            taken.append(number)
            sets.append(mine)
    return taken


def best_first(raw: Floats, ties: Ints) -> list[int]:
    """Places by falling score, equal ones by `ties`, so that the order of the input never shows."""
    order: list[int] = np.lexsort((ties, -np.round(raw.astype(np.float64), 6))).tolist()
    return order
