"""The words of an article as the segmenter's units: a vector for any stretch of a sentence that it read."""

from bisect import bisect_right

import numpy as np

from claims.bert import Floats
from claims.meant.records import Reference
from claims.segmenter import Seen

WIDTH = 384
_LONGEST = 12  #: units of a stretch that count


class Vectors:
    """The units of the sentences so far; offsets count in the article."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._seen: list[Seen] = []
        self._made: dict[tuple[int, int], Floats | None] = {}

    def hear(self, start: int, seen: Seen) -> None:
        """Takes a sentence in that begins there."""
        self._starts.append(start)
        self._seen.append(seen)

    def of(self, start: int, end: int) -> Floats | None:
        """The mean over the units of a stretch, [WIDTH]; None where no sentence was read there."""
        key = (start, end)
        if key not in self._made:
            units = self._units(start, end)
            self._made[key] = None if units is None else units[:_LONGEST].mean(0)
        return self._made[key]

    def word(self, reference: Reference) -> Floats | None:
        """The unit of a reference: its last one, or that of the verb where a subject is left out."""
        units = self._units(reference.start, reference.start if reference.dropped else reference.end)
        return None if units is None else units[-1]

    def _units(self, start: int, end: int) -> Floats | None:
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return None
        seen, first = self._seen[at], self._starts[at]
        inside = np.flatnonzero((seen.starts < max(end, start + 1) - first) & (seen.ends > start - first))
        return seen.units[inside] if len(inside) else None
