"""What an article has spoken of so far, and which of it a reference means: the one that is clearly ahead."""

from claims.bert import Floats
from claims.folding import folded
from claims.meant.entity import Entity, name_words
from claims.meant.fitness import fitness
from claims.meant.records import ACTORS, Kind, Mention, Part, Reference
from claims.meant.surety import LEAST, chance_of, ground_of
from claims.meant.words import stem

_LEAST = 0.2  #: what the best must have at least
_LEAD = 1.25  #: how far the best must be ahead of the second
_RIVAL = 0.4  #: what share of the best score makes another a rival
_UNSURE = 0.8  #: what an unknown gender counts beside a known one
_NEAR_RIVAL = 0.25  #: the same for a person beside a thing, where no parse tells who is spoken of
_BESIDE = 30  #: how many characters away a noun is near


class Entities:
    """All entities of an article in the order in which they came up."""

    def __init__(self, language: str, *, strict: bool = False) -> None:
        self.language = language
        self.least = LEAST
        self.grounds: dict[Reference, tuple[Entity, Floats]] = {}  #: what was found for each reference, and why
        self.strict = strict  #: no parse tells what a pronoun's sentence is about: a wrong fill is worse than none
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
        fit = [one for one in self.all if one is not speaking or reference.heads or not reference.quoted]
        scored = [(score, one) for one in fit if (score := fitness(one, reference, turn, self.block)) > 0]
        if reference.quoted and reference.heads:
            scored = [(score, one) for score, one in scored if one.named]
        if reference.quoted and not (reference.heads or reference.genders or reference.wary):
            scored = [(score, one) for score, one in scored if one.topic or any(seen.quoted for seen in one.seen)]
        if self.strict and not reference.heads:
            scored = [(score, one) for score, one in scored if _may_stand(one, reference)]
        if not reference.heads:
            scored = self._by_place(_by_gender(scored, reference, turn), reference, turn)
        if not scored:
            return None, None if reference.heads else []
        scored.sort(key=lambda one: -one[0])
        if self._open(scored, reference) or (reference.wary and self._rivalled(scored, reference, turn)):
            return None, [entity for score, entity in scored if score > _RIVAL * scored[0][0]]
        ground = ground_of(reference, scored, turn, self.block, self.language)
        if chance_of(ground) < self.least:
            return None, None if reference.heads else [scored[0][1]]
        self.grounds[reference] = (scored[0][1], ground)
        return scored[0][1], None

    def _by_place(
        self, scored: list[tuple[float, Entity]], reference: Reference, turn: int
    ) -> list[tuple[float, Entity]]:
        """The scores with what it adds to be the last subject before a reference, or the noun right before it."""
        here = [
            (one, entity) for entity in self.all for one in entity.seen if one.turn == turn and one.at < reference.start
        ]
        last = max((one.at for one, _ in here if one.part is Part.SUBJECT), default=-1)
        fit = {id(entity) for _, entity in scored}
        close = [one.at for one, e in here if one.noun and id(e) in fit and 0 <= reference.start - one.end < _BESIDE]
        near = -1 if reference.dropped else max(close, default=-1)
        made = []
        for score, entity in scored:
            places = {one.at for one in entity.seen}
            made.append((score * (1.25 if last in places else 1.0) * (1.4 if near in places else 1.0), entity))
        return made

    def _rivalled(self, scored: list[tuple[float, Entity]], reference: Reference, turn: int) -> bool:
        """Whether another that agrees is the last subject of this sentence, or stands in it where the best does not."""
        best = scored[0][1]
        here = [
            (one, entity)
            for _, entity in scored
            for one in entity.seen
            if one.turn == turn and one.at < reference.start
        ]
        own = [one.part for one, entity in here if entity is best]
        alike = [(one, e) for one, e in here if e is not best and (e.kind in ACTORS or best.kind not in ACTORS)]
        if alike and Part.SUBJECT not in own and any(one.part is Part.SUBJECT for one, _ in alike):
            return True
        topic = best.topic and best.kind is Kind.PERSON
        subject = any(one.part is Part.SUBJECT for one, _ in here)
        return not own and not topic and (subject or any(one.noun for one, _ in alike))

    def _open(self, scored: list[tuple[float, Entity]], reference: Reference) -> bool:
        """Whether the best is too weak, or not clearly ahead of the second."""
        best, first = scored[0]
        loose = reference.part is not Part.SUBJECT and len(reference.kinds) > 3
        lead = (
            (1.12 if self.strict else 1.0)
            * _LEAD
            * (1.15 if loose else 1.0)
            * (1.6 if reference.quoted and not (reference.heads or reference.wary) else 1.0)
        )
        if len(scored) > 1 and best < lead * scored[1][0]:
            return True
        if reference.heads:
            told = reference.heads | reference.classes | reference.general
            # a name of which nothing tells that it is a company's, where another may be one
            return not first.heads & told and any(score > _RIVAL * best for score, _ in scored[1:])
        sure = first.topic and first.gender != "" and first.gender in reference.genders
        if best < _LEAST * (1.3 if reference.dropped else 0.5 if sure else 1.0) or (
            reference.quoted and not (first.named or first.topic)
        ):
            return True
        rivals = [one for score, one in scored[1:] if score > _RIVAL * best]
        near = [one for score, one in scored[1:] if score > _NEAR_RIVAL * best]
        if self.strict and first.kind is not Kind.PERSON and any(one.kind is Kind.PERSON for one in near):
            return True
        # whoever is spoken of may be meant as well as the thing that was named last
        return first.kind is not Kind.PERSON and any(one.kind is Kind.PERSON and one.gender for one in rivals)


def _by_gender(scored: list[tuple[float, Entity]], reference: Reference, turn: int) -> list[tuple[float, Entity]]:
    """The scores with less for whoever's gender is unknown, where somebody's is known to agree."""
    known = any(one.gender and one.gender in reference.genders for _, one in scored)
    if not known:
        return scored
    return [(score if one.gender or _to_mind(one, reference, turn) else score * _UNSURE, one) for score, one in scored]


def _to_mind(entity: Entity, reference: Reference, turn: int) -> bool:
    """Whether somebody was named in this sentence, or what the last one was about."""
    return any(
        (one.turn == turn and one.at < reference.start)
        or (one.turn == turn - 1 and one.part is Part.SUBJECT and not one.within)
        for one in entity.seen
    )


def _may_stand(entity: Entity, reference: Reference) -> bool:
    """Whether number and gender let a pronoun mean an entity: a place is not "they", a thing is "elle" only by its gender."""  # noqa: E501
    if reference.number == "p" and not entity.number and entity.named:
        return False
    bare = entity.kind is Kind.THING and not entity.named
    return not (
        bare and reference.part is Part.SUBJECT and reference.number != "p" and reference.genders and not entity.gender
    )
