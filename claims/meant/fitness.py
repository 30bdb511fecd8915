"""How well an entity fits a reference: agreement shuts out, salience and place weigh."""

import regex

from claims.folding import folded
from claims.meant.entity import REACH, WEIGHT, Entity
from claims.meant.records import ALL, PERSONS, Kind, Mention, Part, Reference

_NEAR = 5  #: characters between a noun and the pronoun right behind it
_ONE_WORD = regex.compile(r"\p{Latin}+")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
#: nouns of acts and states seldom have parts or do things
_ABSTRACT = regex.compile(
    r"(?:tion|sion|ment|ance|ence|ity|ing|loss|report|decision|ung|heit|keit|cion|rise|drop|fall|vote|promise|pledge)$"
)


def fitness(entity: Entity, reference: Reference, turn: int, block: int) -> float:
    """How well an entity fits a reference in a sentence of a paragraph; 0 where it cannot."""
    if reference.heads:
        return _described(entity, reference, turn)
    if entity.kind not in reference.kinds or not _agrees(entity, reference):
        return 0.0
    if not reference.quoted and entity.seen and all(one.quoted and one.turn == turn for one in entity.seen):
        return 0.0  # whoever a quotation alone brings up does not speak it: "My mother cried," she says
    here = [one for one in entity.seen if one.turn == turn and one.at < reference.start]
    subject_here = any(one.part is Part.SUBJECT and one.clause == reference.clause for one in here)
    if reference.part is Part.OBJECT and subject_here:
        return 0.0  # whoever does it does it to another
    if any(one.at == reference.barred for one in here) or (_may_be_no_person(entity, reference) and not subject_here):
        return 0.0
    score = entity.salience(turn, block, reference.start, reference.part, quoted=reference.quoted)
    abstract = entity.kind is Kind.THING and not entity.named and any(_ABSTRACT.search(head) for head in entity.heads)
    factors = (
        (reference.part is Part.OWNER and subject_here and not abstract, 1.5),
        (reference.beside >= 0 and any(one.at == reference.beside for one in here), 2.5),
        (reference.part is Part.OBJECT and any(one.part is Part.OBJECT and one.noun for one in here), 2.2),
        (reference.near and any(one.noun and 0 < reference.start - one.end < _NEAR for one in here), 3.0),
        (bool(reference.genders) and entity.gender in reference.genders and entity.kind is not Kind.THING, 1.4),
    )
    for holds, factor in factors:
        score *= factor if holds else 1.0
    return score * _by_kind(entity, reference, abstract=abstract)


def _may_be_no_person(entity: Entity, reference: Reference) -> bool:
    """Whether "he" would take up one word of a name, of which nothing tells that it is a person's: "Northport lost"."""
    names = [label.text for label in entity.labels if label.named]
    persons = bool(reference.genders) and reference.kinds == PERSONS
    return persons and entity.kind is Kind.UNKNOWN and bool(names) and all(_ONE_WORD.fullmatch(name) for name in names)


def _by_kind(entity: Entity, reference: Reference, *, abstract: bool) -> float:
    """What the kind alone makes likely: persons act, places and things seldom do."""
    narrow = len(reference.kinds) < len(ALL)
    if entity.kind is Kind.UNKNOWN and Kind.PERSON in reference.kinds and narrow:
        return 0.75
    if entity.kind is Kind.THING and not entity.named:
        return 0.25 if abstract else 0.55
    if reference.part is not Part.OWNER:
        return {Kind.PERSON: 1.25 if len(reference.kinds) > 3 else 1.0, Kind.PLACE: 0.5}.get(entity.kind, 1.0)
    return 1.0


def _agrees(entity: Entity, reference: Reference) -> bool:
    if reference.number and entity.number and entity.number != reference.number:
        return False
    return not (reference.genders and entity.gender and entity.gender not in reference.genders)


def _described(entity: Entity, reference: Reference, turn: int) -> float:  # noqa: C901, PLR0911
    """How well an entity fits a bare description: its own noun first, then a special one, then its class."""
    if (
        reference.heads.isdisjoint(entity.heads)
        and reference.general.isdisjoint(entity.heads)
        and not (reference.firm and entity.named and entity.kind in reference.kinds)
    ):
        return 0.0  # no noun of it fits
    label = entity.label()
    if label is None or not _agrees(entity, reference):
        return 0.0
    before = [one for one in entity.seen if one.at < reference.start]
    if not before:
        return 0.0
    near = max(0.5 ** min(6, turn - one.turn) * WEIGHT[one.part] for one in before)
    if reference.heads & entity.heads:
        if not entity.told or label.end >= reference.start or not _tells_more(label):
            return 0.0
        own = 0.6 if reference.firm and entity.named else 1.0
        own *= 0.6 if label.telling else 1.0
        return (own + near + 0.5 * len(reference.extra & entity.extra)) * (1.2 if entity.named else 1.0)
    if reference.kinds == {Kind.PLACE} and entity.heads & reference.classes:
        return 0.0  # "the city" is no street, and "the street" no city
    if entity.heads & reference.general and entity.told:
        return 0.6 + near
    if not reference.firm or not entity.named or entity.kind not in reference.kinds:
        return 0.0
    if entity.heads & reference.classes:
        return 0.6 + near
    if len(reference.classes) == 1:
        return 0.0  # "the agency": nothing but an agency
    far = turn - max(one.turn for one in before) > REACH
    return 0.0 if far or entity.heads & reference.others else 0.05 + near * (1.6 if entity.topic else 1.0)


def _tells_more(label: Mention) -> bool:
    """Whether a label says more than the description that it explains."""
    words = [
        word for word in _WORD.findall(folded(label.text)) if len(word) > 3 or not word.isascii() or word.isdigit()
    ]
    return label.named or len(words) > 1 or any(char >= "\u4e00" for char in label.text)
