"""Time and number slots of matched claims against gold: right, wrong, missed, and those that gold does not have."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import regex

from claims.folding import folded
from claims.records import RANKS, Claim, Quantity, TimeExpression

_SIGNS = {
    "=": {"exact"},
    "~": {"about"},
    ">": {"more_than"},
    ">=": {"at_least"},
    "<": {"less_than"},
    "<=": {"at_most"},
    "..": {"between"},
    "-": {"between"},
}


@dataclass
class SlotTally:
    """Counts of one kind of slot."""

    right: int = 0
    wrong: int = 0  #: read from the same words, with another meaning
    missed: int = 0
    extra: int = 0  #: returned where gold has none; ranks are not counted, gold lists few of them

    def add(self, other: "SlotTally") -> None:
        """Take in the counts of another text."""
        for name in ("right", "wrong", "missed", "extra"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def row(self) -> dict[str, int]:
        """The counts by name."""
        return {"right": self.right, "wrong": self.wrong, "missed": self.missed, "extra": self.extra}


@dataclass(frozen=True)
class Slot:
    """What became of one slot: "right", "wrong", "missed" or "extra", with the words it rests on."""

    state: str
    text: str
    gold: str
    read: str


def quantity_slots(gold: list[dict[str, Any]], made: tuple[Quantity, ...]) -> list[Slot]:
    """The number slots of one matched claim."""
    left = list(made)
    found = []
    for one in gold:
        hit = next((q for q in left if _same_quantity(one, q)), None)
        near = hit or next((q for q in left if _share_words(one["text"], q.text)), None)
        if near is not None:
            left.remove(near)
        state = "right" if hit else "wrong" if near else "missed"
        found.append(Slot(state, one["text"], f"{one['comparator']} {one['value']} {one['unit']}", _shown(near)))
    return found + [Slot("extra", q.text, "", _shown(q)) for q in left if q.unit not in RANKS]


def time_slots(gold: list[dict[str, Any]], made: tuple[TimeExpression, ...]) -> list[Slot]:
    """The time slots of one matched claim."""
    left = list(made)
    found = []
    for one in gold:
        hit = next((t for t in left if same_time(one, t.first, t.last)), None)
        near = hit or next((t for t in left if _share_words(one["text"], t.text)), None)
        if near is not None:
            left.remove(near)
        state = "right" if hit else "wrong" if near else "missed"
        read = f"{near.first} {near.last}" if near else ""
        found.append(Slot(state, one["text"], f"{one['start']} {one['end']}", read))
    return found + [Slot("extra", t.text, "", f"{t.first} {t.last}") for t in left]


def slots_of(gold: dict[str, Any], claim: Claim) -> tuple[list[Slot], list[Slot]]:
    """The number slots and the time slots of one pair; a duration may be told as either."""
    numbers = quantity_slots(gold["quantities"], claim.quantities)
    times = time_slots(gold["times"], claim.times)
    told = [slot for slot in numbers if slot.state == "missed"]
    for slot in told:
        twin = next((t for t in times if t.state == "extra" and _share_words(slot.text, t.text)), None)
        if twin is not None:
            times.remove(twin)
    wanted = [slot for slot in times if slot.state == "missed"]
    for slot in wanted:
        twin = next((q for q in numbers if q.state == "extra" and _share_words(slot.text, q.text)), None)
        if twin is not None:
            numbers.remove(twin)
    return numbers, times


def _shown(one: Quantity | None) -> str:
    return "" if one is None else f"{one.comparator} {one.value:g} {one.unit}"


def _share_words(one: str, two: str) -> bool:
    """Whether two expressions stand on the same words."""
    words = [set(regex.findall(r"[\p{L}\p{M}]{3,}|\p{N}+|\p{Han}", folded(text))) for text in (one, two)]
    return bool(words[0] & words[1]) or folded(one) in folded(two) or folded(two) in folded(one)


def same_time(gold: dict[str, str | None], first: date, last: date) -> bool:
    """Whether two intervals share at least half of their union; an open end is cut at ten years."""
    start = date.fromisoformat(gold["start"]) if gold["start"] else None
    end = date.fromisoformat(gold["end"]) if gold["end"] else None
    decade = timedelta(days=3652)
    if start is None and end is not None:
        start, first = end - decade, max(first, last - decade)
    if end is None and start is not None:
        end, last = start + decade, min(last, first + decade)
    if start is None or end is None:
        return False
    shared = (min(end, last) - max(start, first)).days + 1
    return shared > 0 and shared >= 0.5 * ((max(end, last) - min(start, first)).days + 1)


def _same_quantity(gold: dict[str, Any], made: Quantity) -> bool:
    wanted = float(gold["value"]) if isinstance(gold["value"], int | float) else None
    if wanted is None:
        return False
    near = (
        [wanted * factor for factor in (1, 1000, 0.001, 1e6, 10)]
        if made.unit in {"m", "kg", "km2", "IRR"}
        else [wanted, wanted / 100, wanted * 100]
        if made.unit in {"percent", "fraction"}
        else [wanted]
    )
    sign = _SIGNS.get(str(gold["comparator"]), {"exact"})
    return any(abs(made.value - one) <= 5e-3 * max(1e-9, abs(one)) for one in near) and str(made.comparator) in sign
