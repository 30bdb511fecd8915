"""One person or thing of an article: what has been said of it, and how near to mind it is at a place."""

from dataclasses import dataclass, field

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.meant.records import PERSONS, Kind, Mention, Part, Reference

WEIGHT = {Part.SUBJECT: 1.0, Part.TITLE: 0.6, Part.OBJECT: 0.55, Part.OTHER: 0.4, Part.OWNER: 0.45}
REACH = 4  #: sentences over which a pronoun may reach back
_PARAGRAPH = 0.65  #: what a new paragraph leaves of what is not the article's topic
_WITHIN = 0.75  #: what a mention in a held clause counts
_QUOTED = 0.3  #: what a mention in somebody's own words counts outside them
_FADE = 0.5  #: what a sentence's distance leaves of a mention's weight
_LONGEST = 110
_LONG_NAME = 5  #: words of a person's name at most
_SHOWN = regex.compile(r"[^\n\[\]]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of an entity, or one reference that was found to mean it."""

    turn: int
    block: int  #: of which paragraph
    part: Part
    at: int
    clause: int
    whole: bool  #: says by itself who or what it is
    end: int = 0
    noun: bool = False  #: a mention and no reference
    within: bool = False  #: in a clause that another holds
    quoted: bool = False  #: in somebody's own words


@dataclass(slots=True, eq=False)
class Entity:
    """One person or thing, with every mention and every resolved reference so far."""

    heads: set[str] = field(default_factory=set)
    extra: set[str] = field(default_factory=set)  #: the stems of its adjectives
    kind: Kind = Kind.UNKNOWN
    gender: str = ""
    number: str = ""
    labels: list[Mention] = field(default_factory=list)  #: mentions that can be shown in a fill
    seen: list[Seen] = field(default_factory=list)
    named: bool = False
    topic: bool = False  #: the headline or the first sentence is about it
    _shown: dict[bool, tuple[int, Mention | None]] = field(default_factory=dict)  #: `label` of so many labels

    def add(self, mention: Mention, turn: int, block: int) -> None:
        """Takes a mention in, with what it tells of kind, gender and number."""
        self.heads |= mention.heads
        self.extra |= mention.extra
        if self.kind in {Kind.UNKNOWN, Kind.ASIDE} or (mention.named and mention.kind is not Kind.UNKNOWN):
            self.kind = mention.kind
        self.gender = self.gender or mention.gender
        self.number = self.number or mention.number
        self.named = self.named or mention.named
        if (
            mention.text
            and len(mention.text) <= _LONGEST
            and _SHOWN.fullmatch(mention.text)
            and _balanced(mention.text)
        ):
            self.labels.append(mention)
        self.seen.append(
            Seen(
                turn,
                block,
                mention.part,
                mention.start,
                mention.clause,
                mention.full,
                mention.end,
                noun=True,
                within=mention.within,
                quoted=mention.quoted,
            )
        )

    def recall(self, reference: Reference, turn: int, block: int) -> None:
        """Remembers that a reference meant it, and what the reference tells of it."""
        self.seen.append(Seen(turn, block, reference.part, reference.start, reference.clause, whole=False))
        if len(reference.genders) == 1 and not reference.heads and not self.gender:
            (self.gender,) = reference.genders
        if self.kind is Kind.UNKNOWN and reference.kinds == PERSONS and not reference.heads:
            self.kind = Kind.PERSON

    def label(self, *, short: bool = False) -> Mention | None:
        """The mention that says best who or what it is: the fullest name, a clause unless `short`, a full description, any at all."""  # noqa: E501
        count, best = self._shown.get(short, (-1, None))
        if count != len(self.labels):  # labels are only ever added
            best = self._best(short=short)
            self._shown[short] = len(self.labels), best
        return best

    def _best(self, *, short: bool) -> Mention | None:
        """The same, of all labels so far."""
        named = [one for one in self.labels if one.named]
        if named:
            return max(named, key=_tells_name)  # of several, the first
        plain = [one for one in self.labels if not one.telling] if short else self.labels
        ranked = sorted(plain, key=lambda one: not one.telling)
        return next((one for one in ranked if one.full), ranked[0] if ranked else None)

    def tell(self, label: Mention) -> None:
        """Keeps the clause that brought it up."""
        if _SHOWN.fullmatch(label.text) and _balanced(label.text):
            self.labels.append(label)

    @property
    def told(self) -> bool:
        """Whether one of its mentions says by itself who or what it is."""
        return any((one.full or one.named) and not one.telling for one in self.labels)

    def salience(self, turn: int, block: int, at: int, part: Part, *, quoted: bool = False) -> float:
        """How near to mind it is at a place of a sentence."""
        scores = []
        for one in reversed(self.seen):
            if turn - one.turn > REACH:
                break
            if one.turn == turn and one.at >= at:
                continue
            weight = WEIGHT[one.part] * _FADE ** (turn - one.turn)
            if one.part is Part.SUBJECT and part is Part.SUBJECT:
                weight *= 1.2
            weight *= _QUOTED if one.quoted and not quoted else 1.0
            weight *= _WITHIN if one.within and one.turn < turn else 1.0
            if one.block < block and not self.topic:
                weight *= _PARAGRAPH
            scores.append(weight)
        if not scores:
            return 0.0
        scores.sort(reverse=True)
        often = 1 + 0.06 * min(8, len(self.seen))
        return (
            (scores[0] + 0.25 * sum(scores[1:4])) * (1.15 if self.named else 1.0) * often * (1.2 if self.topic else 1.0)
        )


def _tells_name(label: Mention) -> tuple[bool, bool, int]:
    """How well a label names: by several words, of the body rather than of the headline, by many."""
    words = len(label.text.split())
    return words > 1, label.part is not Part.TITLE, words


def _balanced(text: str) -> bool:
    """Whether every quotation mark in a text has its fellow."""
    return (
        text.count('"') % 2 == 0
        and text.count("«") == text.count("»")
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
    )


def name_words(text: str) -> list[str]:
    """The words of a name, folded."""
    return [word for word in folded(text).replace("-", " ").split() if len(word) > 1]


#: what makes an Arabic word behind a given name a surname rather than a noun: «أسماء الشركات» is no person
_ARABIC_SURNAME = regex.compile(r"ال\p{Arabic}+(?<!ات|ين|ون)")


def said_shortly(mention: Mention, entity: Entity) -> bool:
    """Whether a mention names a person by the last word of a longer name: "Okafor" for "Ruth Okafor"."""
    label = entity.label()
    if label is None or not label.named or entity.kind is not Kind.PERSON or entity.number == "p":
        return False
    short, whole = name_words(mention.text), name_words(label.text)
    if not (len(short) == 1 and 1 < len(whole) <= _LONG_NAME and whole[-1] == short[0] and whole[0] != short[0]):
        return False
    titled = any(one.named and len(one.heads) > 1 for one in entity.labels)
    return (
        titled
        or short[0].isascii()
        or not compiled(r"\p{Arabic}").match(short[0])
        or bool(_ARABIC_SURNAME.fullmatch(short[0]))
    )
