"""Where an act of speaking ends in an Arabic sentence, and whether its verb counts as one."""

from claims.arabic import words as w
from claims.arabic.frame import Words
from claims.arabic.morphology import strength
from claims.arabic.sources import according_at
from claims.arabic.word import Word

_CALLING = frozenset(
    ["داعيا", "داعيه", "داعين", "رافضا", "رافضه", "تاركا", "تاركه", "واصفا", "واصفه", "لافتا", "لافته"]
)


def inside_relative(words: Words, at: int, start: int) -> bool:
    """Whether a verb stands in a relative clause or behind "who" or "what"."""
    if at > start and words[at - 1].core == "من":
        return True
    for place in range(at - 1, max(start - 1, at - 4), -1):
        word = words[place]
        if word.pos in {"REL", "WHAT"}:
            return True
        if word.pos not in {"NEG", "MARK", "ADV"} and word.core not in w.AUXILIARY:
            return False
    return False


def denied_verb(words: Words, at: int) -> bool:
    """Whether the verb itself is denied."""
    return at > 0 and (words[at - 1].pos == "NEG" and words[at].core not in {"يخفي", "تخفي", "يستبعد", "تستبعد"})


def act_end(words: Words, at: int, stop: int, base: int) -> int:
    """Where an act of speech without "that" ends: at a comma that a clause follows, or before "and" with a verb."""
    for place in range(at, stop):
        word = words[place]
        if word.depth > base:
            continue
        if word.pos == "." and word.text in "؛;":
            return place
        if word.pos == ",":
            behind = words[place + 1] if place + 1 < stop else None
            if when_inserted(words, place, stop) > 0 or (place and when_inserted(words, place, stop, closes=True)):
                continue
            then = words[place + 2] if place + 2 < stop else None
            if (
                behind is None
                or (behind.core in {"الا", "غير"} and then is not None and then.pos == "COMP")
                or behind.pos not in {"N", "P", "REL"}
                or behind.joined
                or behind.core in w.SAYING
                or according_at(words, place + 1, stop) is not None
                or behind.core in w.ASIDE
                or behind.core in w.EVENT_BEFORE
                or is_state(behind)
            ):
                return place
        if place > at and word.joined and word.pos in {"V", "NEG", "MARK"}:
            return place
        if (
            place > at
            and word.pos in {"SUB", "CON"}
            and word.core not in {"او", "و", "ثم"}
            and word.core not in w.CONDITION
        ):
            return place
        if (
            place > at
            and word.core in w.SAYING
            and word.pos == "N"
            and not words[place - 1].prefixed
            and word.raw[-1:] != "ة"
        ):
            return place
    return stop


def when_inserted(words: Words, comma: int, stop: int, *, closes: bool = False) -> int:
    """Where a time between two commas ends, asked at its first comma or at its last; 0 for none: "، أمس الثلاثاء،"."""
    if closes:
        opened = next((at for at in range(comma - 1, max(comma - 6, 0), -1) if words[at].pos == ","), -1)
        return opened if opened > 0 and when_inserted(words, opened, stop) == comma else 0
    close = next((at for at in range(comma + 1, min(stop, comma + 7)) if words[at].pos == ","), -1)
    inside = words[comma + 1 : close] if close > 0 else ()
    told = bool(inside) and (inside[0].core in w.TIME_NOUN or inside[0].core in {"اليوم", "امس", "الليله", "غدا"})
    after = words[close + 1] if close + 1 < stop else None
    goes_on = after is not None and not after.joined and (after.pos == "N" or strength(after.core) == "may")
    bare = all(one.pos in {"N", "ADV", "NUM", "P"} and not one.joined for one in inside)
    return close if told and goes_on and bare else 0


def is_state(word: Word) -> bool:
    """Whether a participle in the accusative opens a phrase about the subject's state: ممهدا، مفضلة."""
    return (
        word.pos == "N"
        and not word.joined
        and not word.definite
        and (word.core[:1] == "م" or word.core in _CALLING)
        and 5 <= len(word.core) <= 8
        and (word.core.endswith("ا") or word.raw.endswith("ة") or word.core.endswith("ين"))
    )
