"""What a sentence holds that can be compared: words, quantities, times, names, relations, denials."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import regex

from claims.dates import find_times
from claims.folding import fold
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import RANKS, Name, Precision, Quantity, TimeExpression
from evidence.slots.bounds import bounded
from evidence.slots.denials import denials_in
from evidence.slots.relations import Trigger, single_valued, triggers_in
from evidence.slots.words import Word, words_of_text

_CLAUSE = regex.compile(
    r"[,;:،؛、，；—–()\[\]«»]|(?<!\w)(?:and|but|while|whereas|et|mais|y|pero|und|aber|и|а|но|ve|ama|ثم|لكن|بينما)(?!\w)"
)
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
    tag = language.split("-", maxsplit=1)[0]
    names = tuple(find_names(plain, tag))
    quantities = find_quantities(plain, tag)
    times = [
        time
        for time in find_times(plain, tag, published_on=published_on)
        # "Good Friday Agreement" dates nothing, nor does "Viernes Santo"
        if any(char.isdigit() for char in time.text) or not _part_of_a_name(time, names)
    ]
    years = [_year(one) for one in quantities if _is_year(one)]
    quantities = [bounded(one, plain, tag) for one in quantities if _measures(one, plain, names) and not _is_year(one)]
    return Facts(
        text=plain,
        language=tag,
        words=words_of_text(plain, tag),
        quantities=tuple(quantities),
        times=(*times, *(year for year in years if not _inside(year, times))),
        names=names,
        triggers=triggers_in(plain, tag),
        breaks=tuple(match.start() for match in _CLAUSE.finditer(plain)),
        denials=denials_in(plain, tag),
    )


def _inside(
    one: TimeExpression, others: Sequence[Name | TimeExpression] | Sequence[TimeExpression] | Sequence[Name]
) -> bool:
    """Whether a time stands within a name or another time."""
    return any(other.start <= one.start < other.end for other in others)


def _part_of_a_name(one: TimeExpression, names: Sequence[Name]) -> bool:
    """Whether words that date stand in a name, or right before one of which nothing else parts them."""
    return _inside(one, names) or any(0 <= name.start - one.end <= 1 and one.text[:1].isupper() for name in names)


def _measures(one: Quantity, text: str, names: Sequence[Name]) -> bool:
    """Whether a number says how much: not so in "Apollo 12", the "best" of a prize's name, "taller than"."""
    if one.dimension in RANKS:
        inside = any(name.start <= one.start and one.end <= name.end and " " in name.text for name in names)
        return not inside and not (one.dimension == "superlative" and _THAN.match(text, one.end))
    if one.dimension != "count" or one.noun or one.unit or not _NUMBERED.fullmatch(fold(one.text).text):
        return True
    named = any(0 < one.start - name.end <= 1 for name in names)
    return not named and not _CAPITAL_BEFORE.search(text, 0, one.start)


#: "taller than" compares with one other thing; "the tallest of" tops all
_THAN = regex.compile(r"\s+(?:than|que|qu['’]|de\s+lo\s+que|als|чем|من)(?!\p{L})", regex.IGNORECASE)
_CAPITAL_BEFORE = regex.compile(r"(?<!\p{L})\p{Lu}\p{L}{3,}\s$")
_NUMBERED = regex.compile(r"\d{1,3}")

_FOUR_DIGITS = regex.compile(r"^(?:1[5-9]|20)\d\d(?!\d)(?![.,\s]\d)")


def _is_year(one: Quantity) -> bool:
    """Whether a count is a year after all: "the 1998 referendum"."""
    if one.dimension != "count" or one.unit != "" or one.value >= 2200:
        return False
    return _FOUR_DIGITS.match(fold(one.text).text) is not None


def _year(one: Quantity) -> TimeExpression:
    """The year that a number names."""
    year = int(one.value)
    return TimeExpression(
        text=one.text[:4], start=one.start, end=one.start + 4, first=date(year, 1, 1), last=date(year, 12, 31),
        precision=Precision.YEAR, relative=False,
    )  # fmt: skip
