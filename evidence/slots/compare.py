"""Slot by slot: does the page say the same, something else of the same relation, or nothing?

A difference counts only where the relation is the same: founded in 1989 and released in 1991 agree.
Where a sentence holds several values of one kind, a value belongs to what stands nearest to it.
"""

from collections.abc import Callable, Sequence

from claims.records import Quantity, TimeExpression
from evidence.slots.align import SAID, Alignment
from evidence.slots.bounds import bounds
from evidence.slots.compare_names import compare_name, is_name
from evidence.slots.facts import Facts
from evidence.slots.slot import Slot, Value, shared_relation, slot_of
from evidence.slots.status import Status

Same = Callable[[str, str], float]


def compare_slots(
    claim: Facts, page: Facts, around: Sequence[TimeExpression], alignment: Alignment, same: Same
) -> list[Slot]:
    """Every time, quantity and name of the claim beside the sentence; `around` are times near it."""
    slots = [_time(claim, one, page, around, alignment) for one in claim.times]
    slots += [_quantity(claim, one, page, alignment, same) for one in claim.quantities]
    slots += [compare_name(claim, one, page, alignment) for one in claim.names if is_name(one, alignment)]
    return slots


def _belongs(page: Facts, value: Value, rivals: Sequence[Value], alignment: Alignment) -> bool:
    """Whether what the claim is about stands nearer to this value than to its rivals in the sentence."""
    others = [one for one in rivals if one is not value]
    if not others:
        return True
    mine = theirs = 0.0
    spoken = alignment.spoken()
    named = [(word, weight) for word, weight in spoken if any(n.start <= word.start < n.end for n in page.names)]
    for word, weight in named or spoken:
        near = page.distance(word.start, word.end, value.start, value.end)
        far = min(page.distance(word.start, word.end, one.start, one.end) for one in others)
        if near < far:
            mine += weight
        elif far < near:
            theirs += weight
    return mine >= theirs


def _time(
    claim: Facts, one: TimeExpression, page: Facts, around: Sequence[TimeExpression], alignment: Alignment
) -> Slot:
    """What the sentence says of a time of the claim."""
    agreeing: Slot | None = None
    vague: Slot | None = None
    differing: Slot | None = None
    for other in page.times:
        relation, apart = shared_relation(claim, one, page, other, "time", page.times)
        belongs = _belongs(page, other, page.times, alignment)
        if one.first <= other.first and other.last <= one.last:
            if apart or (not belongs and not relation):
                vague = vague or slot_of("time", Status.VAGUE, one, other, relation)
            elif agreeing is None or (relation and not agreeing.relation):
                agreeing = slot_of("time", Status.AGREES, one, other, relation)
        elif other.first <= one.last and one.first <= other.last:
            vague = vague or slot_of("time", Status.VAGUE, one, other, relation)
        elif relation and belongs and not one.relative and not other.relative:
            differing = differing or slot_of("time", Status.DIFFERS, one, other, relation)
    if agreeing or differing or vague:
        return agreeing or differing or vague or slot_of("time", Status.MISSING, one)
    # a sentence with a day of its own speaks of that day, whatever stands around it
    own = any(not other.relative for other in page.times)
    near = not own and any(one.first <= other.first and other.last <= one.last for other in around)
    return slot_of("time", Status.NEARBY if near else Status.MISSING, one)


def _quantity(claim: Facts, one: Quantity, page: Facts, alignment: Alignment, same: Same) -> Slot:
    """What the sentence says of a quantity of the claim."""
    agreeing: Slot | None = None
    vague: Slot | None = None
    differing: Slot | None = None
    elsewhere: Slot | None = None
    apart_from_it: Slot | None = None
    foreign: Slot | None = None
    rivals = [other for other in page.quantities if _one_kind(one, other)]
    for other in rivals:
        if one.dimension == "money" and not _one_currency(one.unit, other.unit):
            foreign = foreign or _in_another_currency(one, other)
            continue
        relation, apart = shared_relation(claim, one, page, other, one.dimension, rivals)
        alike = same(one.noun, other.noun) if one.noun and other.noun else 0.0
        belongs = _belongs(page, other, rivals, alignment)
        status = bounds(one, other)
        if status is Status.AGREES:
            if (apart and alike < SAID) or (not belongs and not relation):
                apart_from_it = apart_from_it or slot_of(one.dimension, Status.APART, one, other, relation)
            elif agreeing is None or (relation and not agreeing.relation):
                agreeing = slot_of(one.dimension, Status.AGREES, one, other, relation)
        elif status is Status.VAGUE and (relation or not apart):
            vague = vague or slot_of(one.dimension, Status.VAGUE, one, other, relation)
        elif status is Status.DIFFERS and belongs and (alike >= SAID or one.dimension != "count"):
            if relation:
                differing = differing or slot_of(one.dimension, Status.DIFFERS, one, other, relation)
            elif not apart:
                elsewhere = elsewhere or slot_of(one.dimension, Status.OTHER, one, other)
    found = agreeing or differing or apart_from_it or vague or foreign or elsewhere
    return found or slot_of(one.dimension, Status.MISSING, one)


def _in_another_currency(one: Quantity, other: Quantity) -> Slot:
    """An amount in another currency: "47 million euros" is not 47 million dollars; another figure says nothing."""
    return slot_of(one.dimension, Status.OTHER if other.value == one.value else Status.VAGUE, one, other)


def _one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities measure alike; "7.5 billion" after dollars may be dollars too."""
    return other.dimension == one.dimension or (one.dimension == "money" and other.unit == other.noun == "")


_POUNDS = frozenset({"GBP", "EGP", "LBP", "SYP", "SDG"})  #: جنيه, pound: the country goes without saying
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "dollar", "peso", ""})


def _one_currency(one: str, other: str) -> bool:
    """Whether two amounts may be of one currency."""
    return one == other or not one or not other or {one, other} <= _POUNDS or {one, other} <= _DOLLARS
