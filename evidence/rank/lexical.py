"""Word search: BM25 over the terms of the passages, each term whole or shared out among its meanings."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bag = Mapping[str, float]  #: how often each term stands in a text; a part of a time for a likely meaning
K1, B = 1.2, 0.75
K1_MEANT = 0.5  # of meanings: several terms of a passage may mean one thing, so times met say less


def each_whole(terms: Iterable[str]) -> list[Bag]:
    """The terms of a query, each meaning itself only."""
    return [{term: 1.0} for term in sorted(set(terms))]


class TermIndex:
    """Postings of a pool of passages; a few thousand are indexed in milliseconds."""

    def __init__(self, documents: Sequence[Bag], *, k1: float = K1) -> None:
        numbers: dict[str, int] = {}
        terms = np.fromiter(
            (numbers.setdefault(t, len(numbers)) for t in chain.from_iterable(documents)), dtype=np.int64
        )
        counts = np.fromiter(chain.from_iterable(d.values() for d in documents), dtype=np.float32)
        holders = np.repeat(np.arange(len(documents)), [len(d) for d in documents])
        order = np.argsort(terms, kind="stable")
        self._holders, self._counts = holders[order], counts[order]
        self._ends = np.searchsorted(terms[order], np.arange(len(numbers) + 1))
        self._numbers = numbers
        lengths = np.bincount(holders, weights=counts, minlength=len(documents))
        mean = float(lengths.mean()) if len(lengths) else 1.0
        self._damping = (k1 * (1 - B + B * lengths / max(mean, 1.0))).astype(np.float32)
        self._size, self._k1 = len(documents), k1

    def _postings(self, term: str) -> tuple[npt.NDArray[np.int64], Floats]:
        number = self._numbers.get(term)
        rows = slice(0, 0) if number is None else slice(self._ends[number], self._ends[number + 1])
        return self._holders[rows], self._counts[rows]

    def scores(self, query: Sequence[Bag]) -> Floats:
        """BM25 of each passage as a share of the most that the query could get: 0 to 1.

        What a term may mean counts as one term: found as often as its meanings are, each by its share.
        """
        total = np.zeros(self._size, dtype=np.float32)
        most = 0.0
        for meanings in query:
            found = [(share, *self._postings(term)) for term, share in meanings.items()]
            holders = min(self._size, sum(share * len(numbers) for share, numbers, _ in found))
            weight = float(np.log(1 + (self._size - holders + 0.5) / (holders + 0.5)))
            most += weight * (self._k1 + 1)
            if holders:
                times = np.zeros(self._size, dtype=np.float32)
                for share, numbers, counts in found:
                    times[numbers] += np.float32(share) * counts
                total += np.float32(weight * (self._k1 + 1)) * times / (times + self._damping)
        return total / np.float32(most) if most else total
