"""The noun that an Arabic relative clause or apposition hangs on."""

from collections.abc import Sequence

from claims.arabic import words as w
from claims.arabic.agreement import fits, noun_gender
from claims.arabic.behind import object_in
from claims.arabic.word import Word

Words = Sequence[Word]
_LONGEST = 12
_TEN = frozenset(["عشر", "عشره"])  #: of "the eleventh": goes on with the word before it
_ABOUT = frozenset(["نحو", "حوالي", "قرابه", "زهاء"])


def phrase_before(words: Words, end: int, start: int) -> int:
    """Where the noun phrase that ends before a place begins, with one prepositional phrase that belongs to it."""
    at = end
    steps = 0
    while at > start and steps < _LONGEST:
        word = words[at - 1]
        if word.pos == ")":
            opened = at - 2
            while opened >= start and words[opened].pos != "(":
                opened -= 1
            if opened < start:
                break
            at, steps = opened, steps + 1
            if at > start and words[at - 1].core in {"احد", "احدا"}:
                break
            continue
        if not word.noun or word.pos == "V":
            break
        at, steps = at - 1, steps + 1
        if word.joined or word.prefixed:
            break
    return at


def antecedent(words: Words, end: int, start: int, kind: str = "") -> int:
    """Where the noun that a relative clause or an apposition hangs on begins; `kind` is the gender asked for."""
    first = _near_antecedent(words, end, start)
    first = first if words[first : first + 1] and words[first].pos == "NUM" else _whole_head(words, first, start)
    if kind and first < end and not _fits_kind(words, first, end, kind):
        # "مدرسة صيفية للفتيات في إفران تستقبل": the noun before the preposition is meant
        place = first
        while place > start and (words[place - 1].pos == "P" or words[place].prefixed):
            further = _near_antecedent(
                words, place - 1 if words[place - 1].pos == "P" and not words[place].prefixed else place, start
            )
            if further >= place - (words[place - 1].pos == "P"):
                break
            place = further
            if _fits_kind(words, place, end, kind) and not words[place].prefixed:
                return place
    return first


def _whole_head(words: Words, first: int, start: int) -> int:
    """The head with what it cannot be without: "about" before a number, the noun before "of the delivery"."""
    if first > start and first < len(words) and words[first - 1].core in _ABOUT:
        return first - 1
    if first < len(words) and words[first].prefixed and not words[first].named and not words[first].joined:
        before = first
        while before > start and words[before - 1].pos == ")":
            before = next((at for at in range(before - 2, start - 1, -1) if words[at].pos == "("), before)
        if before > start and words[before - 1].noun and not words[before - 1].named:
            return _near_antecedent(words, before, start)
    return first


def _fits_kind(words: Words, first: int, end: int, kind: str) -> bool:
    return fits(kind, noun_gender(words, (first, end)))


def _near_antecedent(words: Words, end: int, start: int) -> int:  # noqa: C901
    """The nearest noun phrase before a place."""
    first = phrase_before(words, end, start)
    if first >= end:
        return first
    if words[end - 1].named:
        name = end - 1
        while name > first and words[name - 1].named:
            name -= 1
        # "زار الرئيس مدينة بورسعيد": behind a definite noun a bare one begins another phrase
        closed = [at for at in range(first + 1, name) if words[at - 1].definite and _bare(words[at])]
        title = next((at for at in range(max([first, *closed]), name) if words[at].bearer == name or at in closed), -1)
        if title >= 0 and name - title <= 3:
            return title
        return name
    # a definite phrase may be the second of two behind a verb: keep what is closed by its own first definite word
    counted = next(
        (at for at in range(max(first + 1, end - 4), end - 1) if words[at].pos == "NUM" and not _year(words[at])), -1
    )
    if counted > 0 and words[counted - 1].core not in w.TIME_NOUN and not words[end - 1].definite:
        return counted - (words[counted - 1].core in _ABOUT)  # "برد 43 مليون جنيه حصل عليها": what was counted
    object_at = object_in(words, first, end)
    cut = object_at if object_at < end else first
    for at in range(first + 1, end):
        word, before = words[at], words[at - 1]
        if before.definite and _bare(word):
            cut = at
        if (
            before.definite
            and word.definite
            and before.raw[-1:] == "ة"
            and not word.core.endswith(("ه", "ي", "ا", "ات"))
        ):
            cut = at
        if before.named and not word.named:
            cut = at
        if before.pos == "NUM" and at - 2 >= first - 1 and words[at - 2].core in w.TIME_NOUN:
            cut = at
        if before.core in w.TIME_NOUN and before.definite and not word.definite:
            cut = at
    return cut


def _year(word: Word) -> bool:
    """Whether a number by its digits is a year."""
    return word.raw.isdigit() and 1000 < int(word.raw) < 2200


def _bare(word: Word) -> bool:
    return word.pos == "N" and not word.definite and not word.named and word.core not in _TEN
