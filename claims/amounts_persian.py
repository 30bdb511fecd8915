"""What Persian number words mean beside their neighbours: guesses as "two, three people", and nine of them."""

from dataclasses import replace
from itertools import pairwise

import regex

from claims.amount import Amount
from claims.lexicon.fa import COUNTED

_SOME = regex.compile(r"(?<!\w)(?:چند|چندين|صدها|ده\u200c?ها|هزاران|ميليون\u200c?ها)\s+$")  #: "چند هزار نفر"
_NEAR = regex.compile(r"[\s,]+")
_COUNTED = regex.compile(rf"\s+(?:{COUNTED})(?!\w)")


def persian_amounts(found: list[Amount], flat: str) -> list[Amount]:
    """The amounts, without guesses between two numbers: "سه چهار نفر"."""
    guesses = {
        at
        for at, (one, two) in enumerate(pairwise(found))
        if one.in_words
        and two.in_words
        and two.value == one.value + 1 < 11
        and _NEAR.fullmatch(flat, one.end, two.start)
    }
    made = []
    for at, one in enumerate(found):
        if at in guesses or at - 1 in guesses or _SOME.search(flat, max(0, one.start - 10), one.start):
            continue
        counts = one.vague and flat[one.start : one.end] != "يك" and _COUNTED.match(flat, one.end)
        made.append(replace(one, vague=False) if counts else one)
    return made
