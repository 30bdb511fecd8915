"""Slot by slot: does the page say the same, something else of the same relation, or nothing?

A difference counts only where the relation is the same: founded in 1989 and released in 1991 agree.
Where a sentence holds several values of one kind, a value belongs to what stands nearest to it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.names import name_similarity
from claims.records import Name, NameKind, Quantity, TimeExpression
from evidence.slots.align import SAID, Alignment, name_alike
from evidence.slots.bounds import bounds
from evidence.slots.facts import Facts
from evidence.slots.relations import single_valued
from evidence.slots.status import Status
from evidence.slots.words import Word



WHOLE_NAME = 0.9  #: names of several words this alike in sound are one


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of the claim beside what the page says."""

    kind: str  #: "time", "name", or the dimension of a quantity
    status: Status
    claim: str  #: as the claim has it
    page: str  #: as the page has it, "" for nothing
    relation: str  #: the relation that both name, "" for none
    span: tuple[int, int]  #: in the claim
    page_span: tuple[int, int]  #: in the sentence, (-1, -1) for none


Same = Callable[[str, str], float]
Value = Quantity | TimeExpression
Found = Quantity | TimeExpression | Name


def compare_slots(
    claim: Facts, page: Facts, around: Sequence[TimeExpression], alignment: Alignment, same: Same
) -> list[Slot]:
    """Every time, quantity and name of the claim beside the sentence; `around` are times near it."""
    slots = [_time(claim, one, page, around, alignment) for one in claim.times]
    slots += [_quantity(claim, one, page, alignment, same) for one in claim.quantities]
    slots += [_name(claim, one, page, alignment) for one in claim.names if _is_name(one, alignment)]
    return slots


def _slot(kind: str, status: Status, one: Found, other: Found | None = None, relation: str = "") -> Slot:
    """The record of one comparison."""
    span = (one.start, one.end)
    if other is None:
        return Slot(kind, status, one.text, "", relation, span, (-1, -1))
    return Slot(kind, status, one.text, other.text, relation, span, (other.start, other.end))


def _shared(
    claim: Facts, one: Found, page: Facts, other: Found, kind: str, rivals: Sequence[Value] = ()
) -> tuple[str, bool]:
    """A relation that both values belong to, and whether they belong to known but different ones."""
    left = claim.relations_of(one.start, one.end, kind)
    right = page.relations_of(other.start, other.end, kind)
    both = sorted(left & right)
    if both or not left or not right:
        return (both[0] if both else ""), False
    deeds = [trigger for trigger in page.triggers if trigger.relation in left]
    free = [
        trigger
        for trigger in deeds
        if not any(
            page.distance(trigger.start, trigger.end, rival.start, rival.end)
            < page.distance(trigger.start, trigger.end, other.start, other.end)
            for rival in rivals
        )
    ]
    return "", not free  # the claim's relation stands there, and no other value is nearer to it


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
        relation, apart = _shared(claim, one, page, other, "time", page.times)
        belongs = _belongs(page, other, page.times, alignment)
        if one.first <= other.first and other.last <= one.last:
            if apart or (not belongs and not relation):
                vague = vague or _slot("time", Status.VAGUE, one, other, relation)
            elif agreeing is None or (relation and not agreeing.relation):
                agreeing = _slot("time", Status.AGREES, one, other, relation)
        elif other.first <= one.last and one.first <= other.last:
            vague = vague or _slot("time", Status.VAGUE, one, other, relation)
        elif relation and belongs and not one.relative and not other.relative:
            differing = differing or _slot("time", Status.DIFFERS, one, other, relation)
    if agreeing or differing or vague:
        return agreeing or differing or vague or _slot("time", Status.MISSING, one)
    # a sentence with a day of its own speaks of that day, whatever stands around it
    own = any(not other.relative for other in page.times)
    near = not own and any(one.first <= other.first and other.last <= one.last for other in around)
    return _slot("time", Status.NEARBY if near else Status.MISSING, one)


def _quantity(claim: Facts, one: Quantity, page: Facts, alignment: Alignment, same: Same) -> Slot:
    """What the sentence says of a quantity of the claim."""
    agreeing: Slot | None = None
    vague: Slot | None = None
    differing: Slot | None = None
    rivals = [other for other in page.quantities if _one_kind(one, other)]
    for other in rivals:
        if one.dimension == "money" and not _one_currency(one.unit, other.unit):
            vague = vague or _slot(one.dimension, Status.VAGUE, one, other)
            continue
        relation, apart = _shared(claim, one, page, other, one.dimension, rivals)
        alike = same(one.noun, other.noun) if one.noun and other.noun else 0.0
        belongs = _belongs(page, other, rivals, alignment)
        status = bounds(one, other)
        if status is Status.AGREES:
            if (apart and alike < SAID) or not belongs:
                vague = vague or _slot(one.dimension, Status.VAGUE, one, other, relation)
            elif agreeing is None or (relation and not agreeing.relation):
                agreeing = _slot(one.dimension, Status.AGREES, one, other, relation)
        elif status is Status.VAGUE and (relation or not apart):
            vague = vague or _slot(one.dimension, Status.VAGUE, one, other, relation)
        elif status is Status.DIFFERS and relation and belongs and (alike >= SAID or one.dimension != "count"):
            differing = differing or _slot(one.dimension, Status.DIFFERS, one, other, relation)
    if agreeing or differing or vague:
        return agreeing or differing or vague or _slot(one.dimension, Status.MISSING, one)
    return _slot(one.dimension, Status.MISSING, one)


def _one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities measure alike; "7.5 billion" after dollars may be dollars too."""
    return other.dimension == one.dimension or (one.dimension == "money" and other.unit == other.noun == "")


_POUNDS = frozenset({"GBP", "EGP", "LBP", "SYP", "SDG"})  #: جنيه, pound: the country goes without saying
_DOLLARS = frozenset({"USD", "CAD", "AUD", ""})


def _one_currency(one: str, other: str) -> bool:
    """Whether two amounts may be of one currency."""
    return one == other or not one or not other or {one, other} <= _POUNDS or {one, other} <= _DOLLARS


def _is_name(one: Name, alignment: Alignment) -> bool:
    """Whether any content word of the claim stands in the name."""
    return any(one.start <= word.start < one.end for word in alignment.words)


def _name(claim: Facts, one: Name, page: Facts, alignment: Alignment) -> Slot:
    """What the sentence, or what stands around it, says of a name of the claim."""
    for name in page.names:
        if " " in one.text and " " in name.text and name_similarity(one.text, name.text) >= WHOLE_NAME:
            return _placed(claim, one, page, name.start, name.end, alignment)
    inside = [at for at, word in enumerate(alignment.words) if one.start <= word.start < one.end]
    silent = [at for at in inside if alignment.nearby[at] < SAID]
    spoken_here = [at for at in inside if alignment.here[at] >= SAID]
    partners = [alignment.partners[at] for at in spoken_here]
    split = _split_name(claim, one, page, inside, spoken_here, partners)
    if split is not None:
        return split
    if not silent:
        if not spoken_here:
            return _slot("name", Status.NEARBY, one)
        start, end = min(word.start for word in partners), max(word.end for word in partners)
        return _placed(claim, one, page, start, end, alignment)
    if spoken_here:
        return _slot("name", Status.MISSING, one)
    return _other_name(claim, one, page, alignment) or _slot("name", Status.MISSING, one)


def _split_name(
    claim: Facts, one: Name, page: Facts, inside: list[int], spoken: list[int], partners: list[Word]
) -> Slot | None:
    """One part of the name is said and the other part is another: نادر القاسم, فؤاد القاسم."""
    if not spoken or len(spoken) == len(inside) or len(inside) > 3:
        return None
    for name in page.names:
        touched = [word for word in partners if name.start <= word.start < name.end]
        rest = [w for w in page.words if name.start <= w.start < name.end and w.content and w not in touched]
        if touched and rest and name.kind is not NameKind.ORGANISATION:
            both = claim.relations_of(one.start, one.end, "person") & page.relations
            return _slot("name", Status.DIFFERS, one, name, min(both, default=""))
    return None


def _placed(claim: Facts, one: Name, page: Facts, start: int, end: int, alignment: Alignment) -> Slot:
    """The name is said; a place said of another relation ("born in Warsaw … moved to Paris") proves nothing."""
    said = Slot("name", Status.AGREES, one.text, page.text[start:end], "", (one.start, one.end), (start, end))
    if not _after_in(one.start, claim):
        return _rivalled(claim, one, page, said, alignment)
    here = claim.relations_of(one.start, one.end, "place")
    there = page.relations_of(start, end, "place")
    if here and there and not here & there:
        for name in page.names:
            relation, _ = _shared(claim, one, page, name, "place")
            if relation and _after_in(name.start, page) and not _in_claim(name, claim):
                return _slot("name", Status.DIFFERS, one, name, relation)
        return Slot("name", Status.VAGUE, one.text, said.page, "", said.span, said.page_span)
    return said


def _rivalled(claim: Facts, one: Name, page: Facts, said: Slot, alignment: Alignment) -> Slot:
    """The name is said; but if another stands nearer to the deed, that other one did it."""
    if one.kind is NameKind.PLACE:
        return said
    start, end = next(
        ((n.start, n.end) for n in page.names if name_alike(n.text, one.text) > 0.0), said.page_span
    )
    for relation in sorted(claim.relations_of(one.start, one.end, "person")):
        deeds = [trigger for trigger in page.triggers if trigger.relation == relation]
        if not deeds:
            continue
        mine = min(page.distance(deed.start, deed.end, start, end) for deed in deeds)
        for name in page.names:
            if name.kind is NameKind.PLACE or _after_in(name.start, page) or _in_claim(name, claim):
                continue
            if _wholly_said(name, page, alignment):
                continue
            theirs = min(page.distance(deed.start, deed.end, name.start, name.end) for deed in deeds)
            if theirs < mine:
                return _slot("name", Status.VAGUE, one, name, relation)
    return said


def _wholly_said(name: Name, page: Facts, alignment: Alignment) -> bool:
    """Whether the claim says every word of a name of the page."""
    said = {word.start for word, _ in alignment.spoken()}
    return all(w.start in said for w in page.words if name.start <= w.start < name.end and w.content)


def _other_name(claim: Facts, one: Name, page: Facts, alignment: Alignment) -> Slot | None:
    """Another name in the place of the claim's, if the relation allows one only."""
    if _of_something(one.start, claim):
        return None
    for name in page.names:
        kinds = {one.kind, name.kind} - {NameKind.UNKNOWN}
        if len(kinds) > 1 or _in_claim(name, claim):
            continue
        if any(name.start <= word.start < name.end for word, _ in alignment.spoken()):
            continue  # the claim speaks of it too
        kind = "place" if _after_in(one.start, claim) else "person"
        if (kind == "place") != _after_in(name.start, page) or (kind == "person" and NameKind.PLACE in kinds):
            continue
        relation, _ = _shared(claim, one, page, name, kind)
        if relation:
            return _slot("name", Status.DIFFERS, one, name, relation)
    return None


def _in_claim(name: Name, claim: Facts) -> bool:
    """Whether the claim has this name too, so that it fills another place."""
    return any(name_alike(name.text, one.text) > 0.0 for one in claim.names)


def _after_in(start: int, facts: Facts) -> bool:
    """Whether a word for "in" stands right before, or one word before, a name."""
    before = facts.text[:start].rstrip().casefold().split()[-2:]
    return any(word in _IN for word in before[-1:]) or (len(before) == 2 and before[0] in _IN)


def _of_something(start: int, facts: Facts) -> bool:
    """Whether the name only belongs to what is meant: "the daughter of Marie Curie"."""
    before = facts.text[:start].rstrip(" '’").casefold().split()[-1:]
    return any(word in _OF for word in before)


_OF = frozenset("of de du d des del von van der di da".split())
_IN = frozenset("in at near في بمدينة بـ à au en a dans im bei в во".split())


def functional(slot: Slot) -> bool:
    """Whether the slot's relation has one value only, so that another value excludes the claim's."""
    kinds = {"person", "place"} if slot.kind == "name" else {slot.kind}
    return bool(slot.relation) and bool(kinds & single_valued()[slot.relation])
