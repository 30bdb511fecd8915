"""What may be said of a reading at all: the gates that every support and every refutation must pass.

A gate never decides alone; the small model says how often such readings were right.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from claims.records import RANKS
from evidence.slots.denials import corrects
from evidence.slots.distinguish import speaks_of_a_namesake
from evidence.slots.features import NAMES, Reading
from evidence.slots.firsts import ranks_others
from evidence.slots.hedges import bygone, hedges, intended
from evidence.slots.slot import Slot, functional
from evidence.slots.status import Status

_AT = {name: at for at, name in enumerate(NAMES)}
#: the least of the claim that the passage, and the sentence itself, must say
LEAST = {"support": (0.6, 0.4), "refute": (0.65, 0.35)}
FEWEST_BESIDE_THE_DEED = 3  #: words that are no part of a relation, in a claim without a name
FEWEST_WORDS = 4  #: a shorter claim without name, date or number names nothing
NEAR_DEED = 8.0  #: words between a deed and its subject; the end of a clause counts as six
SAME_WORDS = 0.5  #: with less than this said, the claim's relation must be named
LOOSE = 0.15  #: more of the claim than this by another deed: it is said of somebody else
ONE_CLAUSE = 0.75  #: with a stranger in the main clause, less than this said there is said of somebody else
NEARLY_ALL = 0.8  #: a denial counts only of nearly the same words: "not until 1985" denies no release

NEARLY_THE_SAME = 0.65  #: a denial of so much of the claim bears nothing out, whatever else is said
NO_MORE = 0.6  #: a denial of which the claim says so much has hardly a word of its own …
SOME = 0.25  #: … and bears nothing out from this share of the claim on
OF_IT = 0.5  #: a passage that says less of the claim than this says nothing against it
HALF = 0.5  #: "did not invent the pump" is not borne out by a page that calls him its inventor in other words
_SURE = frozenset({Status.AGREES, Status.NEARBY})


class Gate(StrEnum):
    """Which way a reading may point."""

    SUPPORT = "support"  #: every slot is borne out and nothing stands against it
    REFUTE = "refute"  #: one slot of one relation has another value, and the rest agrees
    DENIAL = "denial"  #: every slot is borne out, and the sentence denies it
    NONE = "none"  #: neither can be said


@dataclass(frozen=True, slots=True)
class Passed:
    """The gate that a reading passes, with the slots that speak for it."""

    gate: Gate
    slots: tuple[Slot, ...]

    @property
    def by_value(self) -> bool:
        """Whether a time, a number or a denial speaks; names are more often mistaken for one another."""
        return self.gate is Gate.DENIAL or bool(self.slots and self.slots[0].kind != "name")


def gate_of(reading: Reading) -> Passed:
    """Which way a reading may point, if any."""
    if _says_nothing(reading):
        return Passed(Gate.NONE, ())
    differing = [slot for slot in reading.slots if slot.status is Status.DIFFERS]
    others = [slot for slot in reading.slots if slot.status is not Status.DIFFERS]
    agreeing = tuple(slot for slot in others if slot.status is Status.AGREES)
    if not all(slot.status in _SURE for slot in others):
        return Passed(Gate.NONE, ())
    if not differing and _of_the_same(reading) and _says_enough(reading, "support"):
        return Passed(_yes_or_no(reading), agreeing)
    if len(differing) == 1 and _excludes(reading, differing[0]) and _says_enough(reading, "refute"):
        return Passed(Gate.REFUTE, (differing[0], *agreeing))
    return Passed(Gate.NONE, ())


def _says_nothing(reading: Reading) -> bool:
    """Whether claim or sentence is of a kind that nothing is read from."""
    slots, words = reading.slots, reading.alignment.words
    if value(reading, "question") or value(reading, "stray_digits") or not words:
        return True
    if all(slot.kind in RANKS for slot in slots) and len(words) < FEWEST_WORDS:
        return True  # "the longest river in the world": nothing says what it is about
    return speaks_of_a_namesake(reading, reading.claim.text, reading.claim.language)


def names_nothing(reading: Reading) -> bool:
    """Whether a claim does not say what it is about: "its length is about 193 kilometres" fits every bridge."""
    if reading.claim.names:
        return False
    deeds = reading.claim.triggers
    rest = [word for word in reading.alignment.words if not any(one.start <= word.start < one.end for one in deeds)]
    return len(rest) < FEWEST_BESIDE_THE_DEED


def _of_the_same(reading: Reading) -> bool:
    """Whether the sentence speaks of the same deed of the same subject, and vouches for it."""
    if value(reading, "subject_rival") or value(reading, "detached") >= LOOSE:
        return False
    if value(reading, "rivals_in_clause") and value(reading, "clause_mass") < ONE_CLAUSE:
        return False
    related = not value(reading, "relations_claim") or value(reading, "relations_shared") > 0
    if not related and value(reading, "covered_here") < SAME_WORDS:
        return False
    return vouches(reading)


def vouches(reading: Reading) -> bool:
    """Whether the sentence says so itself, of now and of the same: no hearsay, no plan, no record broken since."""
    claim, page = reading.claim, reading.sentence
    if ranks_others(reading):
        return False
    record = any(slot.kind == "superlative" for slot in reading.slots)
    if record and bygone(page.text, page.language) and not bygone(claim.text, claim.language):
        return False
    if intended(page.text, page.language) and not intended(claim.text, claim.language):
        return False
    return hedges(claim.text, claim.language) or not hedges(page.text, page.language)


def _yes_or_no(reading: Reading) -> Gate:
    """Support, or its opposite where one of the two denies and nearly all of the claim is said."""
    if reading.opposed:
        return Gate.NONE
    if not value(reading, "denied_apart"):
        return Gate.SUPPORT
    claim = reading.claim
    # The other way round, a denial on the page, is mostly of something else in the sentence.
    denies = (
        value(reading, "denied_claim")
        and not value(reading, "denied_here")
        and not corrects(claim.text, claim.language)
    )
    anchored = value(reading, "numbers_agree") + value(reading, "times_agree") + value(reading, "names_agree") > 0
    return Gate.DENIAL if denies and anchored and value(reading, "covered_here") >= NEARLY_ALL else Gate.NONE


def ways_open(gate: Gate, number: Callable[[str], float]) -> tuple[bool, bool]:
    """Whether the slots let a sentence support, and refute; `number` gives the numbers of its reading."""
    if gate in {Gate.REFUTE, Gate.DENIAL}:
        return False, True
    # "the minister did not come; the prefect cut the ribbon" denies what it seems to say of the minister
    denied = number("denied_inside") and not number("denied_claim")
    if gate is Gate.SUPPORT:
        return not denied, False
    return not (denied or denies_the_same(number) or number("numbers_other")), may_refute(number)


def may_refute(number: Callable[[str], float]) -> bool:
    """Whether anything in a sentence leaves room for its saying otherwise; `number` gives the numbers of its reading.

    Where it gives the claim's own number or time and lacks no name, only another value, opposites or a denial can.
    """
    against = (
        "opposed",
        "denied_apart",
        "numbers_differ",
        "numbers_other",
        "times_differ",
        "names_differ",
        "names_vague",
        "names_missing",
    )
    if number("told_nearby") < OF_IT:
        return False
    if any(number(name) for name in against):
        return True
    told = number("numbers_agree") + number("times_agree") + number("numbers_apart")
    return not told and any(number(name) for name in ("numbers_vague", "times_vague", "times_missing"))


def denies_the_same(number: Callable[[str], float]) -> bool:
    """Whether one of the two denies what the other says.

    A sentence's denial is of the claim only where it says so much of it; a claim's own sooner, for it denies itself.
    """
    own = number("denied_claim") and not number("denied_here")
    if not number("denied_apart"):
        return False
    if max(number("covered_here"), number("rest_here")) >= (HALF if own else NEARLY_THE_SAME):
        return True
    # "no new shares will be issued" has no word that the claim lacks
    return not own and number("covered_back") >= NO_MORE and number("covered_here") >= SOME


def _excludes(reading: Reading, slot: Slot) -> bool:
    """Whether the page's value of a slot leaves no room for the claim's."""
    # what the claim denies is not contradicted by another value: "never won" and "another won"
    if value(reading, "denied_apart") or value(reading, "denied_claim") or value(reading, "subject_rival"):
        return False
    return functional(slot) and not of_change(reading, slot) and _same_subject(reading, slot)


def _says_enough(reading: Reading, way: str) -> bool:
    """Whether enough of the claim is said for a gate to mean anything."""
    nearby, here = LEAST[way]
    return value(reading, "covered_nearby") >= nearby and value(reading, "covered_here") >= here


def value(reading: Reading, name: str) -> float:
    """One number of the reading's row, by name."""
    return float(reading.row[_AT[name]])


def _same_subject(reading: Reading, slot: Slot) -> bool:
    """Whether the deed that the other value belongs to stands by something that the claim speaks of.

    "Saadiyat, with its museum, also holds the Abrahamic House, opened in 2023" says nothing of the museum.
    """
    page = reading.sentence
    deeds = [one for one in page.triggers if one.relation == slot.relation]
    subjects = [
        word
        for word, _ in reading.alignment.spoken()
        if not any(one.start <= word.start < one.end for one in page.triggers)
    ]
    if not deeds or not subjects:
        return True
    start, end = slot.page_span
    deed = min(deeds, key=lambda one: page.distance(one.start, one.end, start, end))
    return min(page.distance(deed.start, deed.end, one.start, one.end) for one in subjects) <= NEAR_DEED


def of_change(reading: Reading, slot: Slot) -> bool:
    """Whether the claim's number is a rise or fall, which a total does not contradict."""
    return slot.kind not in {"time", "name"} and bool(value(reading, "change"))
