"""What opens reported content in an Arabic sentence: "that", a colon, a quotation."""

from collections.abc import Sequence

from claims.arabic import words as w
from claims.arabic.phrases import closing
from claims.arabic.word import Word

_FURTHEST = 34  #: words between the verb of saying and what it says
Words = Sequence[Word]
Stretch = tuple[int, int]


def content_mark(words: Words, at: int, stop: int, base: int, *, explicit: bool) -> tuple[int, str] | None:  # noqa: C901, PLR0911, PLR0912
    """What opens the content: "that", or a quotation; past what else stands in the frame."""
    relative = False
    insert = False
    for place in range(at, min(stop, at + _FURTHEST)):
        word = words[place]
        if word.depth > base and word.pos != "(":
            continue
        if word.pos == "COMP" and (word.joined or words[place - 1].core in {"قبل", "بعد", "منذ", "دون", "رغم"}):
            return None
        if word.pos == "COMP":
            if relative and not insert:
                return (place, "that") if words[place - 1].pos in {",", "P", ")"} or words[place - 1].noun else None
            return place, "that"
        if word.core == "كيف" or (
            word.core == "ما" and place == at and place + 1 < stop and words[place + 1].core == "اذا"
        ):
            return place, "that"
        if word.pos == "(" and word.text != "(":
            close = closing(words, place, stop)
            before = words[place - 1] if place else None
            parted = any(words[i].pos == "," for i in range(at, place - 1))
            if before is not None and (
                before.pos == ":"
                or (before.pos == "," and not parted)
                or place == at
                or before.pos == "COMP"
                or (not parted and place - at <= 4 and (words[at - 1].core in w.OPINES or _verby(words, place, close)))
                or (before.core in w.BY_SAYING)
            ):
                if before.pos == "," and not relative and place - at > 6:
                    return None
                return place, "quote"
            continue
        if word.pos == ":":
            if place + 1 < stop and words[place + 1].pos == "(":
                return place + 1, "quote"
            return None
        if word.pos == ".":
            return None
        if word.pos == ",":
            insert = relative
            relative = relative or (
                place + 1 < stop and (words[place + 1].pos in {"REL", "PRO", "P"} or words[place + 1].noun)
            )
            if place + 1 < stop and words[place + 1].joined and words[place + 1].pos in {"V", "NEG", "MARK"}:
                return None
            if place + 1 < stop and (
                words[place + 1].pos in {"CON", "SUB"}
                or words[place + 1].core in {"الا", "غير"}
                or words[place + 1].core in w.SAYING
            ):
                return None
            if not explicit and place == at:
                return None
            continue
        if word.pos == "REL":
            relative = True
            continue
        if word.pos == "V":
            if word.joined and word.core not in w.SAY and not relative:
                return None
            if word.joined and word.core in w.SAY:
                return None
            if not relative and not _attributive(words, place):
                return None
            relative = True
            continue
        if word.pos in {"SUB", "CON"} and word.core not in {"او", "و"}:
            return None
        if word.core in w.SAYING and word.pos == "N" and place > at:
            return None
    return None


def _attributive(words: Words, place: int) -> bool:
    """Whether a verb qualifies the indefinite noun before it: "في تقرير رفعته"."""
    before = words[place - 1]
    if before.pos == "PRO" and before.joined:
        return True  # "وتابعت وهي تبكي:"
    return (before.pos == "N" and not before.definite and not before.named) or before.pos in {
        "NEG",
        "MARK",
        "WHAT",
        ")",
    }


def _verby(words: Words, opened: int, close: int) -> bool:
    """Whether a quotation is more than a name: it holds a verb, or four words."""
    return close - opened > 5 or any(words[i].pos == "V" for i in range(opened, close))
