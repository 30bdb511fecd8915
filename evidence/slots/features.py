"""What is known of a claim and a sentence, as a row of numbers for the model that ships."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import regex

from claims.folding import fold
from claims.lexicon import words_of
from claims.records import RANKS, TimeExpression
from evidence.slots.align import SAID, Alignment, align
from evidence.slots.compare import compare_slots
from evidence.slots.denials import says_before
from evidence.slots.facts import Facts
from evidence.slots.meanings import meant_alike
from evidence.slots.opposites import opposed, sides_of
from evidence.slots.slot import Slot, functional
from evidence.slots.status import Status
from evidence.slots.words import Lens, Word, words_of_text

_DIGITS = regex.compile(r"\d+")
PLAIN = 0.7  #: a word this alike to another says it plainly
VALUE = 2.0  #: words that a time or a number of the claim counts as
CLOSE, FAR = 3.0, 9.0  #: words between a deed and what it is done by or to

Row = npt.NDArray[np.float32]

NAMES = (
    "covered_here", "covered_nearby", "mean_here", "least_here", "low_mass_25", "low_mass_35", "low_mass_50",
    "largest_gap", "covered_back", "mean_back", "order", "relations_claim", "relations_shared", "relations_page_only",
    "numbers", "numbers_agree", "numbers_differ", "numbers_vague", "numbers_missing",
    "times", "times_agree", "times_differ", "times_vague", "times_missing", "times_nearby",
    "names", "names_agree", "names_differ", "names_vague", "names_missing", "names_nearby",
    "differ_functional", "denied_claim", "denied_here", "denied_apart", "opposed",
    "same_language", "words_claim", "words_page", "question", "page_other_numbers", "page_other_times",
    "subject_rival", "clause_mass", "rivals_in_clause", "detached", "stray_digits", "change",
    "rest_here", "plain_here", "plain_nearby", "rest_plain", "least_nearby", "none_before",
    "numbers_other", "ranks_missing", "told_here", "told_nearby", "denied_inside", "tight", "unsaid", "alike",
    "numbers_apart",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a sentence: title, heading, the rest of its passage, the page's own date."""

    words: tuple[Word, ...]
    times: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence read for one claim."""

    claim: Facts
    sentence: Facts
    alignment: Alignment
    slots: tuple[Slot, ...]
    opposed: tuple[str, ...]
    row: Row


def read(claim: Facts, sentence: Facts, around: Around, lens: Lens) -> Reading:
    """Everything that can be said of a claim and a sentence without deciding."""
    alignment = align(claim, sentence, around.words, lens)

    def same(one: str, other: str) -> float:
        mine, theirs = words_of_text(one, claim.language), words_of_text(other, sentence.language)
        likeness = np.maximum(lens.likeness(mine, theirs), meant_alike(mine, claim.language, theirs, sentence.language))
        return float(likeness.max()) if likeness.size else 0.0

    slots = tuple(compare_slots(claim, sentence, around.times, alignment, same))
    against = tuple(opposed(sides_of(claim.text, claim.language), sides_of(sentence.text, sentence.language)))
    return Reading(claim, sentence, alignment, slots, against, _row(claim, sentence, alignment, slots, against))


def covered(likeness: Row, weights: Row, low: float = 0.2, high: float = 0.5) -> float:
    """The share of the claim's weight that is said: nothing below `low`, all of it above `high`."""
    total = float(weights.sum())
    if total <= 0:
        return 0.0
    said = np.clip((likeness - low) / (high - low), 0, 1) if high > low else likeness >= high
    return float((said * weights).sum() / total)


def _row(claim: Facts, page: Facts, found: Alignment, slots: tuple[Slot, ...], against: tuple[str, ...]) -> Row:
    """The numbers in the order of NAMES."""
    weights = found.weights
    total = float(weights.sum()) or 1.0
    gaps = weights / total * (1.0 - found.nearby) if len(weights) else np.zeros(1)

    def count(kind: str, status: Status) -> int:
        return sum(slot.status is status and _sort(slot) == kind for slot in slots)

    statuses = (Status.AGREES, Status.DIFFERS, Status.VAGUE, Status.MISSING)
    everywhere = (*statuses, Status.NEARBY)
    sizes = {kind: sum(_sort(slot) == kind for slot in slots) for kind in ("number", "time", "name")}
    mine, theirs = claim.relations, page.relations
    denied_here = denials_where_said(page, found)
    rest = ~above(claim, found)
    one_way_of_first = none_before(claim) != none_before(page) and (is_first(claim) or is_first(page))
    order = [word.start for word in found.partners]
    rising = sum(a < b for a, b in pairwise(order)) / max(1, len(order) - 1)
    values = [
        covered(found.here, weights),
        covered(found.nearby, weights),
        float((found.here * weights).sum() / total),
        float(found.here.min()) if len(weights) else 0.0,
        *(float(weights[found.nearby < edge].sum() / total) if len(weights) else 1.0 for edge in (0.25, 0.35, 0.5)),
        float(gaps.max()),
        covered(found.back, found.back_weights),
        float((found.back * found.back_weights).sum() / (float(found.back_weights.sum()) or 1.0)),
        rising,
        len(mine),
        len(mine & theirs) / max(1, len(mine)),
        len(theirs - mine),
        sizes["number"],
        *(count("number", status) for status in statuses),
        sizes["time"],
        *(count("time", status) for status in everywhere),
        sizes["name"],
        *(count("name", status) for status in everywhere),
        sum(slot.status is Status.DIFFERS and functional(slot) for slot in slots),
        len(claim.denials),
        denied_here,
        len(claim.denials) % 2 != denied_here % 2 and not one_way_of_first,
        len(against),
        claim.language == page.language,
        len(found.words),
        len(page.words),
        page.text.rstrip().endswith(("?", "؟", "？")),
        max(0, len(page.quantities) - count("number", Status.AGREES)),
        max(0, len(page.times) - count("time", Status.AGREES)),
        subject_rival(page, found, slots),
        *main_clause(page, found),
        detached(claim, page, found),
        stray_digits(claim, page),
        speaks_of_change(claim) != speaks_of_change(page),
        covered(found.here[rest], weights[rest]) if rest.any() else 1.0,
        covered(found.here, weights, PLAIN, PLAIN),
        covered(found.nearby, weights, PLAIN, PLAIN),
        covered(found.here[rest], weights[rest], PLAIN, PLAIN) if rest.any() else 1.0,
        float(found.nearby.min()) if len(weights) else 0.0,
        one_way_of_first,
        count("number", Status.OTHER),
        sum(slot.status is Status.MISSING and _tops(slot, claim) for slot in slots),
        told(covered(found.here, weights), slots, len(weights)),
        told(covered(found.nearby, weights), slots, len(weights)),
        denied_inside(page, found),
        tight(page, found),
        int((found.nearby < SAID).sum()),
        found.alike,
        count("number", Status.APART),
    ]
    return np.array(values, dtype=np.float32)


def told(words: float, slots: tuple[Slot, ...], size: int) -> float:
    """The share of the claim that is said when each of its times and numbers counts as VALUE words."""
    values = [slot for slot in slots if slot.kind != "name"]
    said = words * size + VALUE * sum(slot.status is Status.AGREES for slot in values)
    return said / ((size + VALUE * len(values)) or 1.0)


def denied_inside(page: Facts, found: Alignment) -> int:
    """How often the sentence denies between the first and the last of its words that say the claim's."""
    places = [word.start for word, _ in found.spoken()]
    return sum(min(places) <= at <= max(places) for at in page.denials) if places else 0


def tight(page: Facts, found: Alignment) -> float:
    """Of the sentence's content words from the first to the last that say the claim's, the share that do."""
    places = {word.start for word, _ in found.spoken()}
    if not places:
        return 0.0
    inside = [word.start for word in page.words if word.content and min(places) <= word.start <= max(places)]
    return len(places & set(inside)) / max(1, len(inside))


def above(claim: Facts, found: Alignment) -> "npt.NDArray[np.bool_]":
    """Which of the claim's words are names that stand in title, heading or passage, but not in the sentence.

    A page on a bridge does not name the bridge in every sentence.
    """
    names = [(name.start, name.end) for name in claim.names]
    return np.array(
        [
            here < SAID <= nearby and (word.text[0].isupper() or any(a <= word.start < b for a, b in names))
            for word, here, nearby in zip(found.words, found.here, found.nearby, strict=True)
        ],
        dtype=np.bool_,
    )


def none_before(facts: Facts) -> bool:
    """Whether it says that nobody or nothing did so before, which is to be the first."""
    return bool(facts.denials) and says_before(facts.text, facts.language)


def is_first(facts: Facts) -> bool:
    """Whether it says that somebody or something was the first."""
    return any(one.dimension == "ordinal" and one.value == 1 for one in facts.quantities)


def _tops(slot: Slot, claim: Facts) -> bool:
    """Whether a slot is the first place or a superlative, which "won" or "none is longer" say without a number."""
    mine = [one for one in claim.quantities if (one.start, one.end) == slot.span and one.dimension in RANKS]
    return any(one.dimension == "superlative" or one.value == 1 for one in mine)


def _sort(slot: Slot) -> str:
    """Whether a slot is a time, a name or some number."""
    return slot.kind if slot.kind in {"time", "name"} else "number"


def denials_where_said(page: Facts, found: Alignment) -> int:
    """How often the sentence denies in the clauses that speak of what the claim says."""
    mass: dict[int, float] = {}
    for word, weight in found.spoken():
        clause = page.clause_of(word.start)
        mass[clause] = mass.get(clause, 0.0) + weight
    if not mass:
        return 0
    heavy = {clause for clause, weight in mass.items() if weight >= 0.4 * max(mass.values())}
    return sum(page.clause_of(at) in heavy for at in page.denials)


def subject_rival(page: Facts, found: Alignment, slots: tuple[Slot, ...]) -> bool:
    """Whether the sentence opens with a name that the claim lacks, while the claim's own stand elsewhere."""
    absent = any(slot.kind == "name" and slot.status is Status.NEARBY for slot in slots)
    if not absent or not page.names:
        return False
    first = page.names[0]
    first_deed = min((trigger.start for trigger in page.triggers), default=len(page.text))
    said = any(first.start <= word.start < first.end for word, _ in found.spoken())
    speaks = _speaks(page.language)
    if speaks is not None and speaks.search(fold(page.text[max(0, first.start - 40) : first.end + 40]).text):
        return False  # "Mayor Rao said that …": the name only vouches for what is said
    return not said and (first.start < 12 or first.start < first_deed)


@lru_cache(maxsize=32)
def _speaks(language: str) -> "regex.Pattern[str] | None":
    """The verbs of saying of a language."""
    say = words_of(language).say
    return regex.compile(rf"(?<!\w)(?:{say})(?!\w)") if say else None


def main_clause(page: Facts, found: Alignment) -> tuple[float, int]:
    """How much of what is said stands in one clause, and how many names there the claim does not speak of."""
    mass: dict[int, float] = {}
    spoken = found.spoken()
    for word, weight in spoken:
        clause = page.clause_of(word.start)
        mass[clause] = mass.get(clause, 0.0) + weight
    if not mass:
        return 0.0, 0
    best = max(mass, key=lambda clause: (mass[clause], -clause))
    rivals = sum(
        page.clause_of(name.start) == best and not any(name.start <= word.start < name.end for word, _ in spoken)
        for name in page.names
    )
    return mass[best] / sum(mass.values()), rivals


def detached(claim: Facts, page: Facts, found: Alignment) -> float:
    """The share of what is said that stands by the deed in the claim, but far from it in the sentence."""
    shared = claim.relations & page.relations
    mine = [trigger for trigger in claim.triggers if trigger.relation in shared]
    theirs = [trigger for trigger in page.triggers if trigger.relation in shared]
    if not mine or not theirs:
        return 0.0
    loose = total = 0.0
    for word, partner, weight, likeness in zip(found.words, found.partners, found.weights, found.here, strict=True):
        if likeness < SAID:
            continue
        total += float(weight)
        near = min(claim.distance(one.start, one.end, word.start, word.end) for one in mine)
        far = min(page.distance(one.start, one.end, partner.start, partner.end) for one in theirs)
        if near <= CLOSE and far >= FAR:
            loose += float(weight)
    return loose / total if total else 0.0


def stray_digits(claim: Facts, page: Facts) -> int:
    """How many digits of the claim are part of no slot and not in the sentence: COVID-19, section 7."""
    shut = [(one.start, one.end) for one in claim.quantities] + [(one.start, one.end) for one in claim.times]
    there = {run for word in page.words for run in _DIGITS.findall(word.key)}
    return sum(
        run not in there
        for word in claim.words
        if not any(a <= word.start < b for a, b in shut)
        for run in _DIGITS.findall(word.key)
    )


def speaks_of_change(facts: Facts) -> bool:
    """Whether the sentence says that something rose, fell, was won or lost."""
    return "lost" in facts.relations or any(idea == "rise" for idea, _ in sides_of(facts.text, facts.language))
