"""In which order what a sentence mentions and takes up is met, and what a headline's capitals tell."""

from collections.abc import Iterable
from dataclasses import replace

from claims.meant.entity import Entity
from claims.meant.records import Kind, Mention, Read, Reference
from claims.numbers import find_quantities
from claims.records import RANKS, Sentence

_COUNTED = RANKS | {"count"}  #: what is told of things that a pronoun can mean; "212 kilometres" is no such thing


def quoted(one: Mention | Reference) -> bool:
    """Whether a reference stands in somebody's own words, which are read when it is known who speaks."""
    return isinstance(one, Reference) and one.quoted


def place(mention: Mention, read: Read) -> int:
    """Where a mention is entered: behind its own references, so that "the mine" is asked for before it is known."""
    return max(
        [
            mention.start,
            *(one.start for one in read.references if mention.start <= one.start and one.end == mention.end),
        ]
    )


def in_order(read: Read, dropped: Iterable[Reference]) -> list[Mention | Reference]:
    """What a sentence mentions and takes up, as it is met: what stands in somebody's own words comes last."""
    marks: list[tuple[bool, int, int, Mention | Reference]] = [
        *((quoted(one), one.start, 0, one) for one in (*read.references, *dropped)),
        *((False, place(one, read), 1, one) for one in read.mentions),
    ]
    return [one for *_, one in sorted(marks, key=lambda mark: mark[:3])]


def of_itself(
    reference: Reference, read: Read, taken: dict[int, Entity], entered: dict[int, Entity]
) -> tuple[Entity, None] | None:
    """Whoever says something of itself, "the firm said it would sue", among what the sentence brought up."""
    end = read.own.get(reference.start)
    if end is None:
        return None
    named = (entered[id(one)] for one in read.mentions if one.end == end and id(one) in entered)
    found = taken.get(end) or next(named, None)
    return (found, None) if found is not None and found.kind is not Kind.PERSON else None


def all_capitals(headline: str) -> bool:
    """Whether most long words of a headline begin with a capital, as in "Killer Pig Mauls Farmer"."""
    words = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def without_opening(mentions: list[Mention], sentence: Sentence, text: str) -> list[Mention]:
    """A headline's mentions, the first word of the first name gone where the article has that name only there: "Late Okafor double …"."""  # noqa: E501
    made = []
    for one in mentions:
        first, _, rest = one.text.partition(" ")
        opens = one.named and one.start == sentence.start and rest[:1].isupper()
        if opens and one.kind is not Kind.PERSON and text.count(one.text) == 1 and text.count(rest) > 1 and text.count(first) == 1:  # noqa: E501  # fmt: skip
            one = replace(one, start=one.start + len(first) + 1, text=rest)  # noqa: PLW2901 -- the same mention, cut free
        made.append(one)
    return made


def things(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions without bare measures, shares and sums: "it" means no 212 kilometres."""
    measured = [
        (sentence.start + one.start, sentence.start + one.end)
        for one in find_quantities(sentence.text, sentence.language)
        if one.dimension not in _COUNTED
    ]
    return [one for one in mentions if one.named or not any(a <= one.start and one.end <= b for a, b in measured)]
