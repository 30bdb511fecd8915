"""An Arabic clause -> where its parts end, and which words are still in place."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from claims.arabic import words as w
from claims.arabic.word import Word

Words = Sequence[Word]
Stretch = tuple[int, int]


@dataclass(slots=True)
class Piece:
    """One assertion in places of words."""

    parts: list[Stretch]
    kind: str  #: clause, predicate, relative, apposition, event
    verb: int = -1
    subject: Stretch | None = None
    subjectless: bool = False
    source: tuple[int, int, int, int] | None = None  #: where a source is named: insert and speaker


class Borders(ABC):
    """One stretch of words with what was cut out of it so far."""

    def __init__(self, words: Words, start: int, stop: int, subject: Stretch | None = None) -> None:
        self.words, self.start, self.stop = words, start, stop
        self.base = min((words[at].depth for at in range(start, stop)), default=0)
        self.gone = [False] * len(words)
        self.made: list[Piece] = []
        self.begins: list[tuple[int, str]] = []
        self.seen = -1
        self.inherited = subject
        self.sources: list[tuple[int, int, int, int]] = []
        self.open_relative: tuple[int, int, bool] | None = None
        self.cut_all = False  #: what qualifies a noun is taken out even of the first phrase
        self.only_inserts = False  #: in a frame of speech: what qualifies a noun stays in it

    @abstractmethod
    def pieces(self) -> list[Piece]:
        """All assertions, in text order."""

    def _comma_behind(self, at: int) -> int:
        """The next comma at this level, or the end."""
        return next(
            (
                i
                for i in range(at, self.stop)
                if self.words[i].depth == self.base and (self.words[i].pos == "," or self.words[i].text in "؛;–")
            ),
            self.stop,
        )

    def _clause_end(self, at: int) -> int:
        """The end of a clause: a comma, or "and" with a verb."""
        words = self.words
        for place in range(at, self.stop):
            word = words[place]
            if word.depth > self.base:
                continue
            if word.pos == ",":
                return place
            if word.joined and word.pos in {"V", "NEG", "MARK"} and place > at - 1:
                return place
            if word.pos == "CON" and word.core == "ثم":
                return place
            if word.core in w.TEMPORAL_CUT and place > at:
                return place
        return self.stop

    def _verb_from(self, at: int) -> int:
        """The first verb of the clause that begins here, before any comma."""
        words = self.words
        for place in range(at, min(self.stop, at + 26)):
            if words[place].depth > self.base or self.gone[place]:
                continue
            if words[place].pos == "V":
                return place
            if words[place].pos == "," and not (place + 1 < self.stop and words[place + 1].pos in {"REL", "N", "P"}):
                return -1
        return -1

    def visible(self) -> list[Stretch]:
        """What inserts left in place of the whole stretch."""
        return self._parts(self.start, self.stop)

    def _hide(self, start: int, end: int) -> None:
        for at in range(start, min(end, self.stop)):
            self.gone[at] = True

    def _source(self, at: int, source: tuple[int, int, int]) -> int:
        """A source named inside or behind a clause: it answers for the clause around it."""
        first, close, end = source
        own = at + 1 if self.words[at].pos in {",", "."} else at
        self.sources.append((own, end, first, close))
        self._hide(at, end + 1 if end < self.stop and self.words[end].pos == "," and self._goes_on(end + 1) else end)
        return end

    def _goes_on(self, at: int) -> bool:
        """Whether the clause goes on behind a source between commas."""
        if at >= self.stop:
            return False
        word = self.words[at]
        return not (word.joined or word.pos in {"SUB", "CON", "WHAT", "REL"} or word.core in w.SAYING)

    def _verb_outside(self, begin: int, end: int) -> int:
        """The first verb of a piece that stands in no relative clause."""
        return next(
            (
                i
                for i in range(begin, end)
                if self.words[i].pos == "V" and not self.gone[i] and not self._in_open_relative(i, begin)
            ),
            -1,
        )

    def _in_open_relative(self, at: int, begin: int) -> bool:
        """Whether a verb belongs to a relative clause that stands before the main verb."""
        for place in range(at - 1, begin - 1, -1):
            if self.words[place].pos == "REL":
                return not any(self.words[i].pos == "V" for i in range(place + 1, at))
            if self.words[place].pos in {"V", ","}:
                return False
        return False

    def _unlike(self, begin: int, end: int) -> bool:
        """Whether the first verb behind "unlike X" stands in a relative clause."""
        verb = next((i for i in range(begin, end) if self.words[i].pos == "V" and not self.gone[i]), -1)
        return verb < 0 or self._in_open_relative(verb, begin)

    def _tells(self, start: int, end: int) -> bool:
        """Whether a stretch names, counts or dates something, or has a definite noun besides its verb."""
        return any(
            one.named or one.pos in {"NUM", "("} or one.core in w.TIME_NOUN or one.definite
            for one in self.words[start:end]
        )

    def _counts(self, start: int, end: int) -> bool:
        """Whether a stretch names, counts or dates something."""
        return any(one.named or one.pos in {"NUM", "("} or one.core in w.TIME_NOUN for one in self.words[start:end])

    def _emit_whole(self, at: int) -> None:
        self.made.append(Piece(self._parts(at, self.stop), "clause"))

    def _parts(self, start: int, end: int) -> list[Stretch]:
        """The stretches that are still in place, without marks and joints at their ends."""
        found: list[Stretch] = []
        begin = -1
        for at in range(start, end + 1):
            here = at < end and not self.gone[at]
            if here and begin < 0:
                begin = at
            if not here and begin >= 0:
                first, last = begin, at
                while first < last and self.words[first].pos in {",", ".", "-", ")"}:
                    first += 1
                while last > first and (
                    self.words[last - 1].pos in {",", "-", ":"}
                    or (self.words[last - 1].pos == "CON")
                    or (self.words[last - 1].pos == "COMP" and self.words[last - 1].joined)
                    or (last == end and last < self.stop and self.words[last - 1].pos == "SUB")
                    or self.words[last - 1].pos == "."
                ):
                    last -= 1
                if first < last:
                    found.append((first, last))
                begin = -1
        return found
