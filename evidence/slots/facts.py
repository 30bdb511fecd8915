"""What a sentence holds that can be compared: words, quantities, times, names, relations, denials."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import regex

from claims.dates import find_times
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import Name, Quantity, TimeExpression
from evidence.slots.denials import denials_in
from evidence.slots.relations import Trigger, single_valued, triggers_in
from evidence.slots.words import Word, words_of_text

_CLAUSE = regex.compile(r"[,;:،؛、，；—–()\[\]«»]|(?<!\w)(?:and|but|while|whereas|et|mais|y|pero|und|aber|и|а|но|ve|ama|ثم|لكن|بينما)(?!\w)")
_BRACKETS = str.maketrans({"[": " ", "]": " "})  # one for one, so that offsets stay


@dataclass(frozen=True, slots=True)
class Facts:
    """One sentence, taken apart."""

    text: str
    language: str
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    names: tuple[Name, ...]
    triggers: tuple[Trigger, ...]
    breaks: tuple[int, ...]  #: where a clause ends
    denials: tuple[int, ...]  #: where a word denies

    def relations_of(self, start: int, end: int, kind: str) -> frozenset[str]:
        """The relations that a value standing there belongs to: the nearest that can have such a value."""
        near: list[tuple[float, str]] = []
        for trigger in self.triggers:
            if kind not in single_valued()[trigger.relation]:
                continue
            near.append((self.distance(trigger.start, trigger.end, start, end), trigger.relation))
        if not near:
            return frozenset()
        least = min(near)[0]
        return frozenset(name for far, name in near if far <= least + 1.0)

    def distance(self, start: int, end: int, other_start: int, other_end: int) -> float:
        """Words between two spans; a clause end between them counts as six."""
        low, high = min(end, other_end), max(start, other_start)
        if high <= low:
            return 0.0
        words = sum(low <= word.start < high for word in self.words)
        return words + 6.0 * sum(low <= at < high for at in self.breaks)

    @property
    def relations(self) -> frozenset[str]:
        """Every relation named."""
        return frozenset(trigger.relation for trigger in self.triggers)

    def clause_of(self, at: int) -> int:
        """The number of the clause that a place lies in."""
        return sum(end <= at for end in self.breaks)


@lru_cache(maxsize=8192)
def facts_of(text: str, language: str, published_on: date | None) -> Facts:
    """A sentence taken apart; `published_on` is what "yesterday" is counted from."""
    plain = text.translate(_BRACKETS)
    tag = language.split("-")[0]
    times = tuple(find_times(plain, tag, published_on=published_on))
    return Facts(
        text=plain,
        language=tag,
        words=words_of_text(plain, tag),
        quantities=tuple(find_quantities(plain, tag)),
        times=times,
        names=tuple(find_names(plain, tag)),
        triggers=triggers_in(plain, tag),
        breaks=tuple(match.start() for match in _CLAUSE.finditer(plain)),
        denials=denials_in(plain, tag),
    )
