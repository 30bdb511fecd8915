"""In which order what a sentence mentions and takes up is met, and what a headline's capitals tell."""

from collections.abc import Iterable

from claims.meant.records import Mention, Read, Reference
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


def all_capitals(headline: str) -> bool:
    """Whether most long words of a headline begin with a capital, as in "Killer Pig Mauls Farmer"."""
    words = [word for word in headline.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def things(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions without bare measures, shares and sums: "it" means no 212 kilometres."""
    measured = [
        (sentence.start + one.start, sentence.start + one.end)
        for one in find_quantities(sentence.text, sentence.language)
        if one.dimension not in _COUNTED
    ]
    return [one for one in mentions if one.named or not any(a <= one.start and one.end <= b for a, b in measured)]
