"""What Persian number words mean beside their neighbours: "two, three" people, and nine, thirty or a thousand of them."""

from dataclasses import replace

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
        for at, (one, two) in enumerate(zip(found, found[1:], strict=False))
        if one.in_words and two.in_words and two.value == one.value + 1 < 11 and _NEAR.fullmatch(flat, one.end, two.start)
    }
    made = []
    for at, one in enumerate(found):
        if at in guesses or at - 1 in guesses or _SOME.search(flat, max(0, one.start - 10), one.start):
            continue
        made.append(replace(one, vague=False) if one.vague and _COUNTED.match(flat, one.end) and flat[one.start:one.end] != "يك" else one)  # noqa: E501  # fmt: skip
    return made
