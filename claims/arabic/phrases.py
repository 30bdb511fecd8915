"""Arabic noun phrases: where one ends, with the titles and names in it."""

from collections.abc import Sequence

from claims.arabic import words as w
from claims.arabic.word import Word
from claims.lexicon import words_of
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind

Words = Sequence[Word]
_LONGEST = 12
_SPOKESMEN = frozenset(["المتحدث", "المتحدثه", "الناطق", "الناطقه"])


def phrase_end(words: Words, start: int, stop: int) -> int:  # noqa: C901, PLR0912, PLR0915
    """Where the noun phrase that begins at a word ends; `start` itself where none begins there."""
    at = start
    jumped = False
    closed = False  # a definite word or a name was seen: what follows must agree or be a name
    given = words_of("ar").given_names
    while at < stop and at - start < _LONGEST:
        word = words[at]
        if word.pos == "(" and at > start and words[at - 1].named:
            break
        if word.pos == "(" and at > start and word.text != "(":
            close = closing(words, at, stop)
            medium = at == start + 1 and close - at <= 5 and kind_of_noun(words[start].core, "ar") is Kind.BODY
            if close - at > 8 or (any(words[i].pos == "V" for i in range(at, close)) and not medium):
                break  # of "إذاعة «صوت الوادي»" a word may be spelt like a verb
            at, closed = close, True
            continue
        if word.pos == "PRO" and at == start:
            return at + 1
        if at > start and words[at - 1].core in w.PART_OF:
            break
        if at > start and word.core in {"البالغ", "البالغه"} and at + 1 < stop and _an_age(words[at + 1]):
            break  # "الرجل البالغ من العمر 74 عاما"
        if word.core == "من" and at > start and words[at - 1].pos == "NUM" and at + 2 < stop:
            if words[at + 1].core != "اصل" or words[at + 2].pos != "NUM":
                break
            at += 3 + (at + 3 < stop and words[at + 3].pos == "N")  # "14 من أصل 20 خبيرا"
            break
        if word.core == "باسم" and at > start and words[at - 1].definite and words[start].core in _SPOKESMEN:
            closed = False  # "المتحدث باسم الشركة"
            at += 1
            continue
        if word.bearer > at and closed and at > start and words[at - 1].bearer != word.bearer:
            break
        if word.bearer > at and word.bearer < stop:
            at, closed, jumped = word.bearer, True, True
            continue
        if not word.noun or (word.depth > words[start].depth and words[start].pos != "("):
            break
        if at > start and word.raw.isdigit() and words[at - 1].definite and words[at - 1].core not in w.TIME_NOUN:
            break  # "تراجع السهم 8 في المئة"
        if at > start and word.core in {"عشر", "عشره"} and words[at - 1].definite:
            at += 1  # "the eleventh"
            continue
        if at > start:
            before = words[at - 1]
            if word.joined and not (word.named or _same_shape(words, start, at)):
                break
            if word.named and not before.named and closed and not jumped and not _opens_name(words, at):
                break
            if not word.named:
                if word.prefixed and not _title_goes_on(words, at, stop):
                    break
                general = word.core == "العام" and before.core in w.GENERAL
                if word.core in w.TIME_NOUN and not before.core.startswith(("رئيس", "مدير")) and not general:
                    break
                if before.named and not word.definite:
                    break
                if word.definite and not before.definite and before.core.endswith("ون") and len(before.core) > 4:
                    break  # "وعزا محللون التراجع": a plural that keeps its n owns nothing
                if (
                    before.named
                    and word.definite
                    and _name_length(words, at - 1) > 2
                    and not word.core.endswith(("ي", "يه"))
                ):
                    break
                if before.named and word.definite and not word.core.endswith(("ي", "يه")) and at + 1 < stop:
                    break
                if (
                    closed
                    and not word.definite
                    and before.pos != "DEM"
                    and word.core not in given
                    and before.core not in w.LINKS
                ):
                    break
                if word.pos == "DEM" and closed:
                    break
                if (
                    word.definite
                    and before.definite
                    and before.core.endswith("ه")
                    and not before.core.startswith(("لل", "بال"))
                    and not word.core.endswith(("ه", "ي", "ا", "ات"))
                ):
                    break  # a feminine noun has no masculine adjective: what follows is the object
                if (
                    word.core[-1:] == "ا"
                    and word.raw[-1:] in "اً"
                    and not word.definite
                    and len(word.core) > 3
                    and word.pos == "N"
                    and not foreign(word.core)
                ):
                    break
        closed = closed or word.definite or word.named or word.core.endswith(("ها", "هم", "هما"))
        at += 1
    return at


def _an_age(word: Word) -> bool:
    """Whether a word goes on to say how old: "البالغ من العمر", "البالغ 24 عاما"."""
    return word.core == "من" or word.pos == "NUM"


def foreign(core: str) -> bool:
    """Whether a final alif belongs to a name: اميركا, تركيا."""
    return core.endswith(("يا", "كا", "دا", "سا", "فا", "ندا"))


def _opens_name(words: Words, at: int) -> bool:
    """Whether a person's name that starts here is told by what stands before it: title, nisba, kin."""
    return words[at - 1].definite or words[at - 1].pos == ")" or words[at - 1].core.endswith(("ه", "ها", "ه"))


def _name_length(words: Words, last: int) -> int:
    """How many words of a name end here."""
    first = last
    while first >= 0 and words[first].named:
        first -= 1
    return last - first


def _same_shape(words: Words, start: int, at: int) -> bool:
    """Whether "and" plus a noun goes on with the phrase: two definite nouns, two bare ones."""
    word, before = words[at], words[at - 1]
    if word.pos != "N" or word.prefixed:
        return False
    return word.definite == before.definite and (before.named or word.definite or at - start >= 1)


def _title_goes_on(words: Words, at: int, stop: int) -> bool:
    """Whether a prepositional word inside a title is followed by the name: "رئيس الجمعية المغربية لعلم الفلك كريم الودغيري"."""  # noqa: E501
    return any(words[i].named for i in range(at + 1, min(at + 6, stop))) and all(
        words[i].noun for i in range(at, min(at + 6, stop)) if not any(words[k].named for k in range(at, i))
    )


def owned(words: Words, noun: int, stop: int) -> bool:
    """Whether a bare noun is made definite by what it belongs to: "أستاذة اقتصاديات النقل", "رئيس شركة «أفق»"."""
    at = noun + 1
    while at < stop and words[at].pos == "N" and not (words[at].definite or words[at].prefixed):
        at += 1
    return noun < at < stop and (words[at].pos == "(" or (words[at].definite and not words[at].prefixed))


def closing(words: Words, at: int, stop: int) -> int:
    """The place behind the mark that closes a quotation or bracket opened here."""
    depth = words[at + 1].depth if at + 1 < stop else words[at].depth
    for place in range(at + 1, stop):
        if words[place].depth < depth or (words[place].pos == ")" and words[place].depth < max(depth, 1)):
            return place + 1
        if words[place].text == '"' and place > at:
            return place + 1
    return stop
