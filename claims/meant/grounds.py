"""What speaks for each thing that a reference may mean: agreement, place, kind, how often it was spoken of."""

from dataclasses import dataclass

import numpy as np

from claims.bert import Floats
from claims.meant.entity import Entity, Seen
from claims.meant.fitness import fitness
from claims.meant.offices import another_office
from claims.meant.records import ALL, Kind, Mention, Part, Reference

MOST = 24  #: things that are weighed for one reference
_RIGHT_BEHIND = 5  #: characters
_SURE = frozenset({Kind.PERSON, Kind.PLACE})  #: a person is no "it", and a river no "she"
_KINDS = (Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.THING, Kind.ASIDE, Kind.UNKNOWN)
#: what the reference itself is
ASKED = (
    "subject", "owner", "object", "other", "dropped", "quoted", "described", "wary", "loose", "gendered", "plural",
    "firm", "near", "arabic", "english",
)  # fmt: skip
#: what each thing is beside it
EACH = (
    "fit", "fits", "kind_fits", "number_differs", "gender_differs", "gender_agrees", "person", "body", "place",
    "thing", "aside", "unknown", "named", "topic", "turns", "here", "was_subject", "was_object", "was_owner",
    "in_title", "often", "far",
    "paragraphs", "around", "right_behind", "heads", "classes", "general", "extra", "words", "telling", "new",
    "full", "all_quoted", "barred", "beside", "within", "recalled", "speaking",
)  # fmt: skip
#: how it stands beside the others
AMONG = ("share", "lead", "nearer", "nearer_fit", "last_subject")
NAMES = (*ASKED, *EACH, *AMONG)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a reference may mean, with the mention that would be shown, and the last one before."""

    entity: Entity
    label: Mention
    before: list[Seen]  #: all of it that stands before the reference
    last: Seen  #: mention or reference
    noun: Seen  #: mention
    fit: float


def candidates_of(entities: list[Entity], reference: Reference, turn: int, block: int) -> list[Candidate]:
    """What was spoken of before a reference and can be shown; of many, what fits or stands near.

    A description takes up only what fits it by its noun.
    """
    made = []
    for entity in entities:
        if entity.kind in _SURE and entity.kind not in reference.kinds:
            continue
        label = entity.label(short=not reference.heads)
        if label is None or (label.start, label.end) == (reference.start, reference.end):
            continue
        fit = fitness(entity, reference, turn, block)
        if reference.heads and (fit <= 0 or another_office(reference, entity)):
            continue
        before = [one for one in entity.seen if one.turn < turn or one.at < reference.start]
        nouns = [one for one in before if one.noun]
        if not nouns:
            continue
        made.append(Candidate(entity, label, before, max(before, key=_place), max(nouns, key=_place), fit))
    if len(made) <= MOST:
        return made
    ranked = sorted(made, key=lambda one: (-((one.fit > 0) + (one.last.turn == turn)), -one.noun.at))
    kept = {id(one) for one in ranked[:MOST]}
    return [one for one in made if id(one) in kept]


def _place(one: Seen) -> tuple[int, int]:
    return one.turn, one.at


def grounds_of(
    found: list[Candidate], reference: Reference, turn: int, block: int, speaking: Entity | None, language: str
) -> Floats:
    """NAMES of each candidate, [candidates, names]."""
    asked = (
        reference.part is Part.SUBJECT, reference.part is Part.OWNER, reference.part is Part.OBJECT,
        reference.part is Part.OTHER, reference.dropped, reference.quoted, bool(reference.heads), reference.wary,
        len(reference.kinds) >= len(ALL) - 1, bool(reference.genders), reference.number == "p", reference.firm,
        reference.near, language == "ar", language == "en",
    )  # fmt: skip
    rows = [
        (*asked, *_of_one(one, reference, turn, block), one.entity is speaking, *among)
        for one, among in zip(found, _among(found), strict=True)
    ]
    return np.array(rows, np.float32).reshape(len(found), len(NAMES))


def _of_one(one: Candidate, reference: Reference, turn: int, block: int) -> tuple[float, ...]:
    """EACH of one candidate, without the last."""
    entity, label, before, last = one.entity, one.label, one.before, one.last
    known = bool(reference.genders and entity.gender)
    return (
        float(np.log(1e-3 + one.fit)), one.fit > 0, entity.kind in reference.kinds,
        bool(reference.number and entity.number) and entity.number != reference.number,
        known and entity.gender not in reference.genders, known and entity.gender in reference.genders,
        *(entity.kind is kind for kind in _KINDS), entity.named, entity.topic, min(8, turn - last.turn),
        last.turn == turn, last.part is Part.SUBJECT, last.part is Part.OBJECT, last.part is Part.OWNER,
        last.part is Part.TITLE, float(np.log(1 + len(before))), float(np.log(1 + max(0, reference.start - last.at))),
        min(3, block - last.block),
        any(name.start <= reference.start and reference.end <= name.end for name in entity.labels),
        0 <= reference.start - last.end < _RIGHT_BEHIND, len(reference.heads & entity.heads),
        not reference.classes.isdisjoint(entity.heads), not reference.general.isdisjoint(entity.heads),
        len(reference.extra & entity.extra), min(8, len(label.text.split())), label.telling, label.new, label.full,
        all(seen.quoted for seen in before), any(seen.at == reference.barred for seen in before),
        reference.beside >= 0 and any(seen.at == reference.beside for seen in before), last.within, not last.noun,
    )  # fmt: skip


def _among(found: list[Candidate]) -> list[tuple[float, ...]]:
    """AMONG of each candidate."""
    fits = sorted((one.fit for one in found), reverse=True)
    best, second = (*fits, 0.0, 0.0)[:2]
    subjects = [(*_place(seen), other.entity) for other in found for seen in other.before if seen.part is Part.SUBJECT]
    latest = max(subjects, key=lambda one: one[:2])[2] if subjects else None
    made: list[tuple[float, ...]] = []
    for one in found:
        nearer = [other for other in found if _place(other.last) > _place(one.last)]
        rival = second if one.fit == best else best
        made.append(
            (
                one.fit / best if best else 0.0,
                float(np.log((one.fit + 0.05) / (rival + 0.05))),
                float(np.log(1 + len(nearer))),
                float(np.log(1 + sum(other.fit > 0 for other in nearer))),
                one.entity is latest,
            )
        )
    return made
