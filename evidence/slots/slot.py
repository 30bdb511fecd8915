"""One slot of a claim beside what a sentence says of it, and the relation that ties two values."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Name, Quantity, TimeExpression
from evidence.slots.facts import Facts
from evidence.slots.relations import single_valued
from evidence.slots.status import Status


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


Value = Quantity | TimeExpression
Found = Quantity | TimeExpression | Name


def slot_of(kind: str, status: Status, one: Found, other: Found | None = None, relation: str = "") -> Slot:
    """The record of one comparison."""
    span = (one.start, one.end)
    if other is None:
        return Slot(kind, status, one.text, "", relation, span, (-1, -1))
    return Slot(kind, status, one.text, other.text, relation, span, (other.start, other.end))


def shared_relation(
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


def functional(slot: Slot) -> bool:
    """Whether the slot's relation has one value only, so that another value excludes the claim's."""
    kinds = {"person", "place"} if slot.kind == "name" else {slot.kind}
    return bool(slot.relation) and bool(kinds & single_valued()[slot.relation])
