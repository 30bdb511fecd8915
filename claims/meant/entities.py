"""What an article has spoken of so far, and which of it a reference means."""

from claims.folding import folded
from claims.meant.entity import Entity, name_words
from claims.meant.ranking import LEAST, Words, ranked
from claims.meant.records import Kind, Mention, Part, Reference
from claims.meant.vectors import Vectors
from claims.meant.words import stem

_RIVAL = 0.1  #: chance that makes a thing one of those that a reference may mean


class Entities:
    """All entities of an article in the order in which they came up."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.vectors = Vectors()
        self.all: list[Entity] = []
        self.block = 0  #: paragraphs so far

    def surnames(self) -> frozenset[str]:
        """The words of the names of persons, by which alone they may be named again."""
        return frozenset(
            word
            for one in self.all
            if one.kind is Kind.PERSON
            for label in one.labels
            if label.named
            for word in name_words(label.text)[-2:]
            if len(word) > 3
        )

    def parts(self, language: str) -> frozenset[str]:
        """The stems of the later words of names: what they are written with is a name and no description."""
        return frozenset(
            stem(word, language)
            for one in self.all
            for label in one.labels
            if label.named
            for word in name_words(label.text)[1:]
        )

    def nouns(self) -> frozenset[str]:
        """The stems by which things that were told of may be taken up bare."""
        return frozenset(head for one in self.all if one.told and one.kind is not Kind.PERSON for head in one.heads)

    def enter(self, mention: Mention, turn: int) -> Entity:
        """The entity of a mention: a known one with its name or its full description, else a new one."""
        entity = self._known(mention) if mention.named else self._described(mention)
        if entity is None:
            entity = Entity()
            self.all.append(entity)
        entity.add(mention, turn, self.block)
        if mention.part is Part.TITLE or (
            mention.part is Part.SUBJECT and not any(one.topic and one.named for one in self.all) and mention.named
        ):
            entity.topic = True
        return entity

    def _known(self, mention: Mention) -> Entity | None:
        """The entity that bears the name: its own last word or, of no person, any word of it; the most spoken of first."""  # noqa: E501
        words = name_words(mention.text)
        found = []
        for entity in self.all:
            names = [name_words(label.text) for label in entity.labels if label.named]
            if (
                not words
                or not names
                or not all(names)
                or (Kind.UNKNOWN not in {mention.kind, entity.kind} and mention.kind is not entity.kind)
            ):
                continue
            shorter, longer = sorted((words, max(names, key=len)), key=len)
            whole = set(shorter) <= set(longer)
            if shorter[-1] != longer[-1] and (mention.kind is Kind.PLACE) != (entity.kind is Kind.PLACE):
                continue  # a town is not the club that bears its name
            if whole and (
                shorter[-1] == longer[-1]
                or (Kind.PERSON not in {mention.kind, entity.kind} and len(shorter[0]) > 3)
                or (len(shorter) == 1 and shorter[0] == longer[0] and len(shorter[0]) > 3)
            ):
                found.append(entity)
        return max(found, key=lambda one: (len(one.seen), one.topic)) if found else None

    def _described(self, mention: Mention) -> Entity | None:
        """An entity with exactly this description before, or the only one with its noun where the phrase is definite."""  # noqa: E501
        plain = folded(mention.text)
        if mention.full and plain:
            for entity in reversed(self.all):
                if any(folded(label.text) == plain for label in entity.labels):
                    return entity
        if not mention.definite:
            return None
        same = [
            one
            for one in self.all
            if mention.heads & one.heads and (not one.number or one.number == mention.number) and not one.named
        ]
        return (
            same[0]
            if len(same) == 1 and not (mention.extra and same[0].extra and not mention.extra & same[0].extra)
            else None
        )

    def join(self, one: Entity, other: Entity) -> None:
        """Makes two entities one."""
        if one is other:
            return
        one.heads |= other.heads
        one.extra |= other.extra
        one.topic = one.topic or other.topic
        one.labels += other.labels
        one.seen += other.seen
        one.named = one.named or other.named
        if one.kind is Kind.UNKNOWN or (one.kind is Kind.THING and other.kind in {Kind.BODY, Kind.PERSON}):
            one.kind = other.kind
        one.gender, one.number = one.gender or other.gender, one.number or other.number
        if other in self.all:
            self.all.remove(other)

    def meant(
        self, reference: Reference, turn: int, speaking: Entity | None = None
    ) -> tuple[Entity | None, list[Entity] | None]:
        """What a reference takes up, in whose words it stands where somebody speaks; where that is open, what it may take up."""  # noqa: E501
        others = self.all
        if reference.quoted and reference.genders and speaking is not None and self.language == "en":
            others = [one for one in self.all if one is not speaking]  # nobody says "she" of herself
        found = ranked(others, reference, (turn, self.block), speaking, Words(self.language, self.vectors))
        if found and found[0][0] >= LEAST:
            return found[0][1], None
        return None, None if reference.heads else [entity for chance, entity in found if chance > _RIVAL]
