"""Word search: BM25 over the terms of the passages."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
K1, B = 1.2, 0.75


class TermIndex:
    """Postings of a pool of passages; a few thousand are indexed in milliseconds."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        lengths = np.array([len(d) for d in documents], dtype=np.float32)
        mean = float(lengths.mean()) if len(lengths) else 1.0
        self._damping = K1 * (1 - B + B * lengths / max(mean, 1.0))
        self._size = len(documents)
        postings: dict[str, list[tuple[int, int]]] = {}
        for number, document in enumerate(documents):
            for term, count in Counter(document).items():
                postings.setdefault(term, []).append((number, count))
        self._postings = {
            term: (np.array([n for n, _ in rows]), np.array([c for _, c in rows], dtype=np.float32))
            for term, rows in postings.items()
        }

    def weight(self, term: str) -> float:
        """How much a term tells: high where few passages hold it."""
        holders = len(self._postings[term][0]) if term in self._postings else 0
        return float(np.log(1 + (self._size - holders + 0.5) / (holders + 0.5)))

    def scores(self, query: Sequence[str]) -> Floats:
        """BM25 of each passage as a share of the most that the query could get: 0 to 1."""
        total = np.zeros(self._size, dtype=np.float32)
        most = 0.0
        for term in sorted(set(query)):
            weight = self.weight(term)
            most += weight * (K1 + 1)
            if term in self._postings:
                numbers, counts = self._postings[term]
                total[numbers] += weight * counts * (K1 + 1) / (counts + self._damping[numbers])
        return total / np.float32(most) if most else total
