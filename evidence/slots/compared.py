"""Whether a sentence names what a claim is about only to measure something else: "40 km, longer than the causeway"."""

import regex

from evidence.slots.features import Reading
from evidence.slots.status import Status

_THAN = {
    "ar": r"(?<!\p{L})(?:أ\p{Arabic}{2,4}|أكثر\s+\p{Arabic}+)\s+من\s+",
    "de": r"\b\p{Ll}+er(?:e[nrsm]?)?\s+als\s+",
    "en": r"\b(?:\p{Ll}+er|(?:more|less|fewer)(?:\s+\p{Ll}+)?)\s+than\s+",
    "es": r"\b(?:(?:más|menos)(?:\s+\p{Ll}+)?|mayor|menor|mejor|peor)\s+que\s+",
    "fa": r"\p{Arabic}+تر\s+از\s+",
    "fr": r"\b(?:plus|moins|aussi)\s+\p{Ll}+\s+qu(?:e\s+|['’])",
    "ru": r"\b(?:\p{Ll}+ее|больше|меньше|выше|ниже|дольше|старше),?\s+чем\s+",
}
_PATTERNS = {language: regex.compile(pattern) for language, pattern in _THAN.items()}
_CLAUSE = regex.compile(r"[,،;؛.:؟!?()–—]|$")


def only_compared(reading: Reading) -> bool:
    """Whether all that a claim is about stands behind a comparative, and another value than the claim's outside it."""
    page = reading.sentence
    others = [slot for slot in reading.slots if slot.status in {Status.DIFFERS, Status.OTHER}]
    pattern = _PATTERNS.get(page.language)
    if pattern is None or not others:
        return False
    ends = [one.start() for one in _CLAUSE.finditer(page.text)]
    stretches = [(at, min(e for e in ends if e >= at)) for at in (one.end() for one in pattern.finditer(page.text))]

    def inside(start: int) -> bool:
        return any(a <= start < b for a, b in stretches)

    names = [slot.page_span[0] for slot in reading.slots if slot.kind == "name" and slot.status is Status.AGREES]
    words = [
        word.start
        for word, _ in reading.alignment.spoken()
        if not any(one.start <= word.start < one.end for one in page.triggers)
    ]
    about = names or words
    return bool(about) and all(map(inside, about)) and not any(inside(slot.page_span[0]) for slot in others)
