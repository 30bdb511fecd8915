"""How likely a reference means what was found for it: a logistic regression over what spoke for it.

`training/fills` fits it on fills of articles that no rule was written for, read by people as right or wrong. What
is not likely is left open, for a wrong name in brackets is worse than none.
"""

from pathlib import Path

import numpy as np

from claims.bert import Floats
from claims.line import read_line
from claims.meant.entity import Entity, Seen
from claims.meant.records import ALL, Kind, Part, Reference

FILE = Path(__file__).parents[1] / "models" / "fills.json"
LEAST = 0.4  #: chance from which on something is filled in
NAMES = (
    "score", "lead", "alone", "candidates", "subject", "owner", "object", "dropped", "quoted", "described", "wary",
    "loose", "gendered", "agrees", "plural", "person", "body", "thing", "place", "named", "topic", "turns", "here",
    "was_subject", "last_subject", "often", "far", "new_block",
    "nearer", "nearer_fits", "arabic", "english", "parts",
    "words", "bare", "figure", "wary_far", "arabic_lead", "owner_far", "arabic_dropped", "arabic_described",
)  # fmt: skip

Scored = list[tuple[float, Entity]]


def ground_of(reference: Reference, scored: Scored, turn: int, block: int, language: str) -> Floats:
    """NAMES of the best of what a reference may take up; `scored` begins with it."""
    best, entity = scored[0]
    second = scored[1][0] if len(scored) > 1 else 0.0
    before = [one for one in entity.seen if one.turn < turn or one.at < reference.start]
    last = max(before, key=lambda one: (one.turn, one.at), default=None)
    turns = min(6, turn - last.turn) if last is not None else 6
    label = entity.label(short=not reference.heads)
    shown = label.text if label is not None else ""

    def earlier(one: Seen) -> bool:
        return one.turn < turn or one.at < reference.start

    nearer = [
        one
        for _, other in scored[1:]
        for one in other.seen
        if last is not None and earlier(one) and (one.turn, one.at) > (last.turn, last.at)
    ]
    subjects = [
        (one.turn, one.at, other)
        for _, other in scored
        for one in other.seen
        if one.part is Part.SUBJECT and earlier(one)
    ]
    latest = max(subjects, key=lambda one: one[:2], default=None)
    bare = " " not in shown and not entity.named and language != "zh"
    lead, arabic = np.log((best + 0.05) / (second + 0.05)), language == "ar"
    numbers = (
        np.log(1e-3 + best), lead, not second, min(6, len(scored)),
        reference.part is Part.SUBJECT, reference.part is Part.OWNER, reference.part is Part.OBJECT, reference.dropped,
        reference.quoted, bool(reference.heads), reference.wary, len(reference.kinds) >= len(ALL) - 1,
        bool(reference.genders), bool(entity.gender) and entity.gender in reference.genders, reference.number == "p",
        entity.kind is Kind.PERSON, entity.kind is Kind.BODY, entity.kind is Kind.THING, entity.kind is Kind.PLACE,
        entity.named, entity.topic, turns, turns == 0, last is not None and last.part is Part.SUBJECT,
        latest is not None and latest[2] is entity, np.log(1 + len(before)),
        np.log(1 + max(0, reference.start - last.at)) if last is not None else 8.0,
        last is not None and last.block < block, min(5, len(nearer)), any(one.part is Part.SUBJECT for one in nearer),
        arabic, language == "en", len(reference.heads & entity.heads),
        min(6, len(shown.split())), bare, any(sign.isdigit() for sign in shown),
        reference.wary * turns, arabic * lead, (reference.part is Part.OWNER) * turns,
        arabic * reference.dropped, arabic * bool(reference.heads),
    )  # fmt: skip
    return np.array(numbers, np.float64)


def chance_of(ground: Floats) -> float:
    """How likely what was found is meant."""
    return float(read_line(FILE, NAMES, "training/fills").chances(ground))
