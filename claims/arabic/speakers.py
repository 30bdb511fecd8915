"""Who speaks: the noun phrase behind or before a verb of saying, or the one quoted at second hand."""

from collections.abc import Sequence

import regex

from claims.arabic import words as w
from claims.arabic.behind import has_object, subject_behind
from claims.arabic.masdar import has_owner, is_masdar, without_pronoun
from claims.arabic.phrases import phrase_end
from claims.arabic.word import Word
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind

_MANNER = regex.compile(r"(?:م\p{L}{3,4}|\p{L}ا\p{L}{2})ا")

Words = Sequence[Word]
Stretch = tuple[int, int]


def speaker_behind(words: Words, at: int, stop: int) -> Stretch | None:  # noqa: C901, PLR0911, PLR0912
    """The noun phrase behind the verb that names the speaker."""
    first = at + 1
    while first < stop and (
        words[first].pos == "ADV"
        or (words[first].pos == "P" and words[first].core in w.WITH_PRONOUN)
        or words[first].core in {"بدوره", "بدورها"}
    ):
        first += 1
    if first >= stop:
        return None
    word = words[first]
    if word.joined and not word.named:
        return None
    if without_pronoun(word) in w.TALK and has_owner(word):
        return None  # "وختم حديثه بالقول إن"
    if word.core in w.TOLD or word.core in w.BY_SAYING or (not word.named and says_how(word.core)):
        return None
    if (
        word.pos == "N"
        and word.core[:1] == "ب"
        and word.raw[-1:] != "ة"
        and word.prefixed
        and not word.named
        and (first == at + 1)
        and not word.core.startswith(("بال", "بان"))
        and first + 1 < stop
        and (words[first + 1].pos in {"COMP", ":"} or words[first + 1].named)
    ):
        end = phrase_end(words, first, stop)
        return (first, max(end, first + 1))
    found = subject_behind(words, at, stop)
    if found is None:
        single = words[first]
        if (
            single.pos == "N"
            and not single.prefixed
            and not single.definite
            and first + 1 < stop
            and (words[first + 1].pos in {"COMP", ":"} or words[first + 1].core == "عن")
            and single.raw[-1:] == "ا"
        ):
            return first, first + 1  # a name that ends like an accusative: "أعلنت ميتا عن"
        return None
    if words[at].core in TELLS_WHOM and found[1] < stop and words[found[1]].pos == "COMP":
        return _before_hearer(words, found)
    head = words[found[0]]
    alone = found[1] - found[0] == 1 and found[1] < stop
    if (
        alone
        and words[found[1]].pos in {":", "("}
        and not head.definite
        and not head.named
        and (head.raw[-1:] in "ةً" or (head.core[-1:] == "ا" and head.core[:1] != "م"))
    ):
        return None  # "وأضافت باكية:": how it was said
    if _done_to(words, at, found, stop):
        two = found[1] - found[0] == 2 and head.definite and words[found[0] + 1].definite
        doer = two and kind_of_noun(head.core, "ar") in {Kind.BODY, Kind.PERSON}
        return (found[0], found[0] + 1) if doer else None  # "ووصفت المعارضة الموازنة بأنها"
    if (
        is_masdar(head)
        and not any(words[i].named or words[i].bearer >= 0 for i in range(found[0], min(found[1] + 1, stop)))
        and not (has_owner(head) and _speaks(without_pronoun(head)))
        and head.raw[:1] != "أ"
        and (
            words[at].core in w.ANNOUNCES
            or head.core in {"هدم", "وقف", "منع", "عقد"}
            or _told_nowhere(words, found, stop)
        )
        and head.raw[-1:] != "ة"
        and not head.core.startswith("مصدر")
    ):
        return None  # "وأعلنت تخصيص قاعة": what was announced
    if _plans(words, at, found, stop):
        return None  # "وأعلنت حزمة أولى من المساعدات"
    if found[1] + 1 < stop and words[found[1] - 1].core in {"صادره", "صادر"} and words[found[1]].core == "عن":
        end = phrase_end(words, found[1] + 1, stop)
        return (found[1] + 1, end) if end > found[1] + 1 else found
    if (
        found[1] < stop
        and (words[found[1]].pos == "P" or words[found[1]].prefixed)
        and not any(words[i].named for i in range(*found))
    ):
        comma = next((i for i in range(found[1], min(stop, found[1] + 6)) if words[i].pos in {",", "V", "COMP"}), -1)
        if (
            comma > 0
            and words[comma].pos == ","
            and comma + 1 < stop
            and any(words[i].named or words[i].bearer >= 0 for i in range(comma + 1, min(stop, comma + 3)))
        ):
            found = (found[0], comma)
    if found[1] < stop and words[found[1]].pos == ",":
        # "وأكدت ابنتها الوحيدة، الطبيبة سلمى بنجلون، أن": the name stands in the insert
        close = next((i for i in range(found[1] + 1, min(stop, found[1] + 10)) if words[i].pos == ","), -1)
        inside = range(found[1] + 1, close) if close > 0 else range(0)
        if (
            close > 0
            and words[found[1] + 1].pos == "N"
            and not any(words[i].named for i in range(*found))
            and any(words[i].named for i in inside)
            and not any(words[i].pos in {"V", "REL", "P"} for i in inside)
        ):
            return found[1] + 1, close
    return found


#: verbs whose object is whoever was told
TELLS_WHOM = frozenset({"ابلغ", "ابلغت", "يبلغ", "تبلغ", "ابلغوا", "اخبر", "اخبرت", "يخبر", "تخبر", "اخبروا"})


def _before_hearer(words: Words, found: Stretch) -> Stretch | None:
    """Who tells in "أبلغ المدير المحكمة أن"; None in "أبلغ المحكمة أن", where the only noun is who was told."""
    if found[1] - found[0] == 1:
        return None
    return found[0], without_hearer(words, found)


def without_hearer(words: Words, found: Stretch) -> int:
    """Where who tells ends: before a second definite noun that can be told something."""
    last, before = words[found[1] - 1], words[found[1] - 2]
    told = found[1] - found[0] > 1 and last.definite and (before.definite or before.named)
    return found[1] - (told and kind_of_noun(last.core, "ar") in {Kind.BODY, Kind.PERSON})


def says_how(word: str) -> bool:
    """Whether a word says how or when something is said: "ضاحكا" by its form, "مبتسمة", "صراحة", "حينها"."""
    return _MANNER.fullmatch(word) is not None or word in w.SAID_HOW


def is_hearer(words: Words, start: int) -> bool:
    """Whether the word at an offset is whoever something is said to: "لقناة", "إلى عملائه"."""
    at = next((at for at, one in enumerate(words) if one.start <= start < one.end), -1)
    if at < 0:
        return False
    said_to = words[at].prefixed and words[at].core[:1] == "ل"
    return said_to or (at > 0 and words[at - 1].pos == "P" and words[at - 1].core == "الي")


#: verbs of saying whose object stands between them and a preposition
_OBJECT_THEN = {
    "الي": frozenset(["عزا", "عزت", "يعزو", "تعزو"]),
    "ب": frozenset(["اتهم", "اتهمت", "يتهم", "تتهم", "اتهموا", "وصف", "وصفت", "يصف", "تصف", "وصفوا"]),
}
#: verbal nouns by their shape that name bodies, which speak
_BODIES = frozenset(["اتحاد", "ائتلاف", "تحالف", "تنظيم", "تجمع"])


def _speaks(core: str) -> bool:
    """Whether a noun by its letters a verbal noun names a body or a person: "اتحاده", "محاميه"."""
    whole = core[:-1] + "ه" if core.endswith("ت") else core
    return core in _BODIES or kind_of_noun(whole, "ar") is Kind.PERSON


def _told_nowhere(words: Words, found: Stretch, stop: int) -> bool:
    """Whether a verbal noun is no report or body, and nothing said stands behind it: "واستبعد تأجيل الموعد"."""
    head = words[found[0]]
    speaks = head.core in _BODIES or head.core in w.REPORTS or head.core in {"تحقيق", "استطلاع", "مسح", "تحليل"}
    behind = words[found[1]] if found[1] < stop else None
    return not speaks and not (behind is not None and behind.pos in {"COMP", ":", "(", ",", "P"})


def _plans(words: Words, at: int, found: Stretch, stop: int) -> bool:
    """Whether the bare noun behind "announced" is no report but a thing, and nothing that was said follows it."""
    head, behind = words[found[0]], words[found[1]] if found[1] < stop else None
    thing = kind_of_noun(head.core, "ar") is Kind.THING and not (head.core in w.REPORTS or head.core in _BODIES)
    bare = not any(words[i].definite or words[i].named or words[i].pos != "N" for i in range(*found))
    says = any(words[i].pos in {"COMP", ":"} for i in range(found[1], min(stop, found[1] + 12)))
    return words[at].core in w.ANNOUNCES and thing and bare and behind is not None and not says


def _done_to(words: Words, at: int, found: Stretch, stop: int) -> bool:
    """Whether the only noun between a verb and its preposition is whom or what it is said of: "واتهم الحكم بأنه"."""
    if found[1] >= stop:
        return False
    core, behind = words[at].core, words[found[1]]
    if behind.pos == "P":
        return behind.core == "الي" and core in _OBJECT_THEN["الي"]
    if core not in _OBJECT_THEN["ب"]:
        return False
    accused = behind.prefixed and behind.core[:1] == "ب" and behind.core not in {"باسم", "بلسان"}
    later = next((i for i in range(found[1] + 1, stop) if words[i].pos in {",", "COMP", "V"}), stop)
    alone = not any(words[i].prefixed or words[i].pos == "COMP" for i in range(found[1] + 1, min(later + 1, stop)))
    return (behind.pos == "COMP" and behind.core.startswith("بان")) or (accused and alone)


def speaker_before(words: Words, at: int, start: int) -> Stretch | None:  # noqa: C901, PLR0911
    """The noun phrase that opens the clause of a verb, past what stands between commas behind it."""
    end = at
    while end > start and (words[end - 1].pos in {"MARK", "ADV"} or words[end - 1].core in w.WAS):
        end -= 1
    first = _clause_start(words, end, start)
    while first < end and words[first].pos in {",", "."}:
        first += 1
    if (
        first >= end
        or not (words[first].noun or words[first].pos == "(")
        or words[first].prefixed
        or words[first].core in w.TIME_NOUN
    ):
        return None
    close = phrase_end(words, first, end)
    if close == end:
        return first, end
    if close == first:
        return None
    inside = [words[i] for i in range(close, end)]
    # an accusative adjective reads like an adverb: "أن مسؤولا سابقا في الشركة أبلغ"
    described = inside[0].pos == "ADV" and inside[0].raw[-1:] == words[close - 1].raw[-1:] == "ا"
    if (inside[0].pos == "P" or described) and not any(one.pos in {"V", ","} for one in inside):
        return first, end
    if (
        inside[0].pos == ","
        and inside[-1].pos == ","
        and (len(inside) > 2 and (inside[1].pos in {"REL", "P", "N"} or (inside[1].pos == "PRO" and inside[1].joined)))
    ):
        return first, close
    verbs = [one for one in inside if one.pos == "V"]
    bare = (
        words[at].pos == "V"
        and end == at
        and close - first == 1
        and not words[first].definite
        and not words[first].named
    )
    led = not words[first].definite and not words[first].named and has_object(inside[0]) and words[at].pos == "V"
    if led and inside[0].pos == "V" and len(verbs) == 1 and not any(one.pos in {",", "COMP"} for one in inside):
        return first, close  # "فريقا مغربيا تقوده الباحثة ليلى السقاط أثبت أن"
    if bare and inside[0].pos == "V" and len(verbs) == 1 and not any(one.pos in {",", "("} for one in inside):
        return first, close  # "دراسة أعدت العام الماضي أظهرت أن"
    if (
        inside[0].pos == "REL"
        and sum(one.pos == "V" for one in inside) == 1
        and not any(one.pos == "," for one in inside)
    ):
        return first, close
    return None


def _clause_start(words: Words, end: int, start: int) -> int:
    """The word behind the last border before a place: a conjunction, "as for", "that", the sentence's start."""
    topic = next((at for at in range(end - 1, start - 1, -1) if words[at].core == "اما"), -1)
    if topic >= 0 and end < len(words) and words[end].joined == "ف":
        return topic + 1  # "أما الخبير، الذي عمل بين 2014 و2019، فيرى": whatever stands between
    for at in range(end - 1, start - 1, -1):
        counts = words[at].pos == "CON" and words[at + 1].pos == "NUM"  # "بين 2014 و2019"
        if (words[at].pos in {"CON", "COMP", ":", "SUB"} and not counts) or words[at].core in {"اما", *w.WAS}:
            return at + 1
        if words[at].pos == "V" and at + 1 < end and words[at].joined:
            return at + 1
    return start


def told_by(words: Words, at: int, stop: int) -> Stretch | None:
    """Who is quoted at second hand: "عن مصدر قضائي قوله إن"."""
    for place in range(at, stop):
        if words[place].core == "عن" and words[place].pos == "P":
            end = next((i for i in range(place + 1, stop) if words[i].core in w.TOLD), -1)
            if end < 0:
                end = phrase_end(words, place + 1, stop)
            first = place + 1
            close = first
            while close < end and words[close].pos not in {",", "NEG", "REL", "V"}:
                close += 1
            return (first, close) if close > first else None
    return None
