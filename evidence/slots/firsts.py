"""Whether a first, second or most of the claim is one among the same things on the page.

"The first Arab in space" is not borne out by "the first Emirati in space", nor by "the first Arab on board the
International Space Station".
"""

from collections.abc import Sequence

from claims.records import RANKS
from evidence.slots.align import SAID, Alignment
from evidence.slots.features import Reading
from evidence.slots.slot import Slot
from evidence.slots.status import Status

BESIDE = 2.0  #: words between a place and the thing that it ranks, in the claim
NEAR = 4.0  #: the same on the page, which may put an adjective or a number between


def ranks_others(reading: Reading) -> bool:
    """Whether a place of the claim agrees with one on the page that ranks other things."""
    return any(
        slot.kind in RANKS
        and slot.status is Status.AGREES
        and (
            not _held_by_the_same(reading, slot)
            or not _of_the_same_things(reading, slot)
            or _narrowed_by_a_name(reading, slot)
        )
        for slot in reading.slots
    )


def _held_by_the_same(reading: Reading, slot: Slot) -> bool:
    """Whether the sentence itself says at least half of the words before the place: who or what holds it."""
    found = reading.alignment
    holder = [
        bool(likeness >= SAID)
        for word, likeness in zip(found.words, found.here, strict=True)
        if word.end <= slot.span[0]
    ]
    return sum(holder) * 2 >= len(holder)


def _of_the_same_things(reading: Reading, slot: Slot) -> bool:
    """Whether the word beside the place in the claim is said beside the place on the page."""
    found, page = reading.alignment, reading.sentence
    beside = _beside(reading, slot)
    if not beside:
        return True  # "came first": nothing says among what
    return any(
        found.here[at] >= SAID
        and page.distance(found.partners[at].start, found.partners[at].end, *slot.page_span) <= NEAR
        and not _outbid(found, at)
        for at in beside
    )


def _narrowed_by_a_name(reading: Reading, slot: Slot) -> bool:
    """Whether a common word behind the place is said only by part of a name that the claim does not give."""
    found, claim, page = reading.alignment, reading.claim, reading.sentence
    said = {one.start for one, likeness in zip(found.partners, found.here, strict=True) if likeness >= SAID}
    for word, partner, likeness in zip(found.words, found.partners, found.here, strict=True):
        named = any(one.start <= word.start < one.end for one in claim.names)
        if word.start < slot.span[1] or likeness < SAID or named:
            continue
        for name in page.names:
            inside = [one for one in page.words if one.content and name.start <= one.start < name.end]
            if name.start <= partner.start < name.end and any(one.start not in said for one in inside):
                return True
    return False


def _beside(reading: Reading, slot: Slot) -> Sequence[int]:
    """The nearest word behind the place and the nearest before it, which Spanish and French may rank."""
    claim, words = reading.claim, reading.alignment.words
    behind = [at for at, word in enumerate(words) if word.start >= slot.span[1]][:1]
    before = (
        [at for at, word in enumerate(words) if word.end <= slot.span[0]][-1:] if slot.kind == "superlative" else []
    )
    near = [at for at in behind + before if claim.distance(words[at].start, words[at].end, *slot.span) <= BESIDE]
    return near or before


def _outbid(found: Alignment, at: int) -> bool:
    """Whether another word of the claim is said better by the same word of the page."""
    return any(
        other != at and partner == found.partners[at] and found.here[other] > found.here[at]
        for other, partner in enumerate(found.partners)
    )
