"""Mentions and open references of one sentence, in offsets of the article."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing is meant, as far as pronouns and bare nouns tell it."""

    PERSON = "person"
    BODY = "body"  #: a firm, a court, a club: acts like a person, is an "it"
    PLACE = "place"
    THING = "thing"
    ASIDE = "aside"  #: what only a noun takes up: what a clause told, the owner within a chain of nouns
    UNKNOWN = "unknown"


ACTORS = frozenset({Kind.PERSON, Kind.BODY, Kind.UNKNOWN})
NOT_PERSONS = frozenset({Kind.BODY, Kind.PLACE, Kind.THING, Kind.UNKNOWN})
PERSONS = frozenset({Kind.PERSON, Kind.UNKNOWN})
ALL = frozenset(Kind) - {Kind.ASIDE}


class Part(StrEnum):
    """What a mention or a reference is in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    OTHER = "other"  #: behind a preposition
    OWNER = "owner"
    TITLE = "title"  #: in the headline


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A noun phrase or name that may be meant later."""

    start: int
    end: int
    text: str  #: as the article has it; "" where it cannot stand by itself
    heads: frozenset[str]  #: stems that a bare noun may take up: its head, its title, the words of its name
    kind: Kind = Kind.UNKNOWN
    gender: str = ""  #: "m", "f", "n"; "" where nothing tells
    number: str = "s"  #: "s", "p"; "" where nothing tells
    part: Part = Part.OTHER
    named: bool = False
    full: bool = False  #: says by itself who or what it is
    definite: bool = False  #: takes something up as known
    extra: frozenset[str] = frozenset()  #: the stems of its adjectives
    clause: int = 0  #: of which clause of its sentence
    new: bool = False  #: "a dam", not "the dam"
    within: bool = False  #: in a clause that another holds
    quoted: bool = False  #: stands in somebody's own words
    telling: bool = False  #: its text is the clause that brought it up: "a dam burst above Soria" for the dam

    def in_title(self) -> "Mention":
        """The same mention as the headline's."""
        return replace(self, part=Part.TITLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A pronoun, a dropped subject or a bare description, open until something is found that it takes up."""

    start: int
    end: int  #: a fill goes right behind; before it where `dropped`
    part: Part
    kinds: frozenset[Kind] = ALL
    genders: frozenset[str] = frozenset()  #: those that it may have; empty for any
    number: str = ""
    heads: frozenset[str] = frozenset()  #: of a description: the stems that must be taken up
    extra: frozenset[str] = frozenset()  #: of a description: the stems of its other words
    firm: bool = False  #: a description that names a class alone: "the company" for any company
    classes: frozenset[str] = frozenset()  #: with `firm`: nouns of the same class
    others: frozenset[str] = frozenset()  #: with `firm`: nouns that name another class
    general: frozenset[str] = frozenset()  #: nouns that a general one may take up: "the vessel" for a ferry
    quoted: bool = False  #: stands in somebody's own words
    dropped: bool = False
    beside: int = -1  #: where the noun begins whose relative clause it stands in
    barred: int = -1  #: where a noun begins that it cannot mean: "a fiddler who played with her"
    wary: bool = False  #: agreement tells little, so a rival that stands nearer leaves it open
    near: bool = False  #: takes up the mention right before it
    clause: int = 0


@dataclass(slots=True)
class Read:
    """What one sentence holds."""

    mentions: list[Mention] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    labels: list[tuple[Mention, Mention]] = field(default_factory=list)  #: mentions with the clause that tells more
    #: where a pronoun begins that means whoever says it, and where the noun for that one ends: "the firm said it would"
    own: dict[int, int] = field(default_factory=dict)
    #: pairs of mentions of one thing: "Tideway Freight", "the owner"
    same: list[tuple[Mention, Mention]] = field(default_factory=list)

    def brought_up(self) -> None:
        """Gives each thing that a told event brings up its clause as a second label: "a dam" says too little."""
        events = [one for one in self.mentions if one.kind is Kind.ASIDE and one.text and one.heads]
        for one in self.mentions:
            event = next((e for e in events if e.start <= one.start and one.end <= e.end), None)
            if one.new and not one.named and event is not None and one.kind not in {Kind.PERSON, Kind.BODY}:
                label = replace(one, start=event.start, end=event.end, text=event.text, full=True, telling=True)
                self.labels.append((one, label))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """What is put into a claim's text in brackets: a stretch of the article, or the mark of an open reference."""

    at: int  #: the offset that it stands at, in the article
    text: str
    start: int  #: where the article says so; 0 for a mark
    end: int
    before: bool  #: it opens what follows instead of closing what went before
