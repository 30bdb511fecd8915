"""Who says what in an Arabic sentence: verb, speaker, "that"; speaker, verb, "that"; verb, colon, quotation; "adding that"."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import dataclass

from claims.arabic import words as w
from claims.arabic.marks import content_mark
from claims.arabic.phrases import closing, phrase_end, subject_behind
from claims.arabic.sources import according_at
from claims.arabic.speakers import speaker_before, speaker_behind, told_by
from claims.arabic.tagging import Word

Words = Sequence[Word]
Stretch = tuple[int, int]
_PASSES_ON = frozenset(["نقل", "نقلت", "تنقل", "ينقل"])


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of speaking, in places of words: the frame with everything said under it."""

    start: int
    end: int
    verb: int
    content: Stretch | None
    speaker: Stretch | None
    direct: bool = False
    outer: Stretch | None = None
    wishes: bool = False  #: "expected that": what is said lies in the future
    opines: bool = False
    denies: bool = False
    impersonal: bool = False  #: "it is said that": the content is the author's own
    bare: bool = False  #: an act of speech whose object was not a clause
    follows: bool = False  #: "adding that": the speaker is the one before


def find_frame(words: Words, start: int, stop: int) -> Frame | None:
    """The first frame of a stretch."""
    base = min((words[at].depth for at in range(start, stop)), default=0)
    for at in range(start, stop):
        word = words[at]
        if word.depth > base:
            continue
        frame = None
        if word.pos == "V" and word.core in w.SAY and not inside_relative(words, at, start):
            frame = _verb_frame(words, at, start, stop, base)
        elif (
            word.core in w.SAYING
            and word.pos == "N"
            and (
                at == start
                or not words[at - 1].noun
                or words[at - 1].named
                or words[at - 1].definite
                or words[at - 1].pos == "NUM"
                or words[at - 1].core.endswith(("ا", "ه"))
            )
        ):
            frame = _participle_frame(words, at, stop, base)
        elif word.core in w.BY_SAYING and word.depth == base:
            frame = _by_saying(words, at, start, stop, base)
        elif word.pos == "(" and at == start:
            frame = _quote_first(words, at, stop, base)
        elif word.pos == "V" and word.core in {"جاء", "ورد", "جاءت"}:
            frame = _told_in(words, at, start, stop, base)
        if frame is not None:
            return frame
    return None


def inside_relative(words: Words, at: int, start: int) -> bool:
    """Whether a verb stands in a relative clause or behind "who" or "what"."""
    if at > start and words[at - 1].core == "من":
        return True
    for place in range(at - 1, max(start - 1, at - 4), -1):
        word = words[place]
        if word.pos in {"REL", "WHAT"}:
            return True
        if word.pos not in {"NEG", "MARK", "ADV"}:
            return False
    return False


def denied_verb(words: Words, at: int) -> bool:
    """Whether the verb itself is denied."""
    return at > 0 and (words[at - 1].pos == "NEG" and words[at].core not in {"يخفي", "تخفي", "يستبعد", "تستبعد"})


def _verb_frame(words: Words, at: int, start: int, stop: int, base: int) -> Frame | None:  # noqa: C901, PLR0911, PLR0912
    """Around a finite verb of saying."""
    verb = words[at]
    if denied_verb(words, at):
        return None
    if verb.core in {"يخفي", "تخفي"} and not (at and words[at - 1].pos == "NEG"):
        return None
    begin = at
    if at > start and words[at - 1].pos in {"MARK", "NEG"}:
        begin = at - 1
    if begin > start and words[begin - 1].core == "كما":
        begin -= 1
    if verb.core in w.IMPERSONAL and (
        (at + 1 < stop and words[at + 1].pos == "COMP")
        or (at + 2 < stop and words[at + 1].pos == "P" and words[at + 2].pos == "COMP")
    ):
        that = at + 1 if words[at + 1].pos == "COMP" else at + 2
        return Frame(begin, stop, at, (that + 1, stop), None, impersonal=True)
    behind = speaker_behind(words, at, stop)
    after = behind[1] if behind else at + 1
    mark = content_mark(words, after, stop, base, explicit=behind is not None)
    told = (
        told_by(words, after, mark[0] if mark else stop)
        if verb.core in {"نقل", "نقلت", "نقلا", "تنقل", "ينقل"}
        else None
    )
    before = None
    if behind is None or (mark is None and verb.core not in w.NEEDS_THAT):
        before = speaker_before(words, begin, start)
    if mark is None:
        if at > start and (words[at - 1].pos in {"COMP", "SUB"} and words[at - 1].core != "كما"):
            return None
        if verb.core in w.NEEDS_THAT or (at + 1 < stop and words[at + 1].core in w.WITH_PRONOUN):
            return None
        end = act_end(words, at + 1, stop, base)
        if end - at < 2:
            return None
        if before is not None and behind is not None:
            behind = None  # a subject stood before the verb: what follows is its object
        if (
            behind is None
            and before is None
            and words[at].core in {"اكد", "كشف"}
            and at + 1 < stop
            and words[at + 1].pos == ","
        ):
            return None
        speaker = behind or before
        first = begin if before is None or speaker is behind else before[0]
        content = (behind[1] if behind else at + 1, end)
        return Frame(
            first, end, at, content, speaker, opines=verb.core in w.OPINES, denies=verb.core in w.DENIES, bare=True
        )
    place, kind = mark
    if before is not None and behind is None and before[1] < begin and words[before[1]].pos == ",":
        opened = before[1] + 1
        close = next((i for i in range(opened, begin) if words[i].pos == ","), -1)
        named = any(words[i].named for i in range(opened, close)) and not any(words[i].named for i in range(*before))
        if close > 0 and words[opened].pos == "N" and named:
            begin, before, behind = before[0], None, (opened, close)
    if before is not None and behind is None:
        begin = before[0]
        if begin > start and words[begin - 1].core in w.WAS:
            begin -= 1
    speaker = behind or before
    outer = None
    if told is not None:
        outer, speaker = behind or before, told
    if kind == "that":
        content = _reported(words, place + 1, stop, base, that=place)
        return Frame(
            begin,
            content[1],
            at,
            content,
            speaker,
            direct=_all_quoted(words, content),
            outer=outer,
            opines=verb.core in w.OPINES,
            denies=verb.core in w.DENIES,
            wishes=verb.core in w.WISHES,
        )
    close = closing(words, place, stop)
    return Frame(
        begin,
        close,
        at,
        (place + 1, close - 1),
        speaker,
        direct=True,
        outer=outer,
        opines=False,
    )


def _all_quoted(words: Words, content: Stretch) -> bool:
    """Whether the whole content is one quotation."""
    start, end = content
    return (
        start < end and words[start].pos == "(" and words[start].text != "(" and closing(words, start, end) >= end - 1
    )


def _reported(words: Words, first: int, stop: int, base: int, *, that: int) -> Stretch:  # noqa: C901, PLR0911, PLR0912
    """Where reported content ends: before the next act of speech, or a contrast that is the author's."""
    if first < stop and words[first].pos == "(" and words[first].text != "(":
        close = closing(words, first, stop)
        if close < stop and words[close].joined:
            return first, close
    wish = that >= 0 and first < stop and words[first].pos == "V" and not words[first].past
    for at in range(first, stop):
        word = words[at]
        if word.depth > base:
            continue
        before = words[at - 1]
        if word.pos == "." and word.text in "؛;":
            return first, at
        if at == first:
            continue
        if (
            word.core in w.SAYING
            and word.pos == "N"
            and _participle_frame(words, at, stop, base) is not None
            and (
                before.pos == ","
                or not before.noun
                or before.named
                or before.definite
                or before.pos == ")"
                or before.core[-1:] == "ا"
                or before.pos == "NUM"
                or before.prefixed
            )
        ):
            return first, _before_comma(words, at)
        if (
            word.pos == "V"
            and word.joined
            and word.core in w.SAY
            and _opens_frame(words, at, stop, base)
            and not inside_relative(words, at, first)
        ):
            return first, _before_comma(words, at)
        if (
            word.joined
            and word.core == "من"
            and at + 1 < stop
            and words[at + 1].core in {"جهته", "جهتها", "جانبه", "جانبها", "ناحيته"}
        ):
            return first, _before_comma(words, at)
        if before.pos == ",":
            if word.core in w.ASIDE or (
                word.core == "من"
                and at + 1 < stop
                and words[at + 1].core in {"جهته", "جهتها", "جانبه", "جانبها", "ناحيته"}
            ):
                return first, at - 1
            if word.text in {"فيما", "بينما"} or (word.core == "في" and at + 1 < stop and words[at + 1].core == "حين"):
                return first, at - 1
            if word.text in w.CONTRAST and (wish or (word.text not in {"لكن", "بل"} and _says_soon(words, at, stop))):
                return first, at - 1
            if word.pos == "PRO" and at + 1 < stop and words[at + 1].pos == "WHAT":
                return first, at - 1
            if word.core == "علي" and at + 1 < stop and words[at + 1].core in {"عكس", "خلاف", "العكس"}:
                return first, at - 1
            if (
                word.core == "كما"
                and at + 1 < stop
                and words[at + 1].core in w.SAY
                and _opens_frame(words, at + 1, stop, base)
            ):
                return first, at - 1
            if according_at(words, at, stop) is not None:
                return first, at - 1
            if word.joined and word.pos == "V" and wish and not word.core.startswith(("ي", "ت")):
                return first, at - 1
    return first, stop


def _says_soon(words: Words, at: int, stop: int) -> bool:
    """Whether a verb of saying follows within a few words."""
    return any(words[i].pos == "V" and words[i].core in w.SAY for i in range(at + 1, min(at + 5, stop)))


def _before_comma(words: Words, at: int) -> int:
    return at - 1 if words[at - 1].pos == "," else at


def _opens_frame(words: Words, at: int, stop: int, base: int) -> bool:
    """Whether a verb of saying is followed by what it says."""
    if denied_verb(words, at):
        return False
    behind = speaker_behind(words, at, stop)
    mark = content_mark(words, behind[1] if behind else at + 1, stop, base, explicit=behind is not None)
    return mark is not None or words[at].core not in w.NEEDS_THAT


def _participle_frame(words: Words, at: int, stop: int, base: int) -> Frame | None:
    """Adding that, noting that, warning of: the speaker is the one of the frame before."""
    core = words[at].core
    place = at + 1
    while place < stop and place - at < 4 and words[place].pos in {"P", "ADV"}:
        place += 1
    if place < stop and words[place].pos == "COMP":
        content = _reported(words, place + 1, stop, base, that=place)
        return Frame(
            at,
            content[1],
            at,
            content,
            None,
            direct=_all_quoted(words, content),
            opines=core in w.OPINES,
            denies=core in w.DENIES,
            wishes=core in w.WISHES,
            follows=True,
        )
    if place < stop and words[place].pos in {":", "("}:
        opened = place + 1 if words[place].pos == ":" else place
        if opened < stop and words[opened].pos == "(":
            close = closing(words, opened, stop)
            return Frame(at, close, at, (opened + 1, close - 1), None, direct=True, follows=True)
    that = next((i for i in range(place, min(stop, place + 8)) if words[i].pos in {"COMP", ",", "V", "."}), -1)
    if (
        that >= 0
        and words[that].pos == "COMP"
        and (words[that].core.startswith("بان") or core not in {"متهما", "متهمه"})
    ):
        content = _reported(words, that + 1, stop, base, that=that)
        return Frame(
            at,
            content[1],
            at,
            content,
            None,
            direct=_all_quoted(words, content),
            opines=True,
            denies=core in w.DENIES,
            follows=True,
        )
    if (
        words[at - 1].pos != ","
        and at > 0
        and words[at - 1].pos not in {")", "P"}
        and core not in {"مشيرا", "مشيره", "محذرا", "محذره", "متهما", "متهمه"}
    ):
        return None
    end = act_end(words, at + 1, stop, base)
    if end - at < 3 or core in {"مضيفا", "مضيفه", "قائلا", "قائله", "متابعا", "متابعه", "مطالبين"}:
        return None
    first = at + 1
    while first < end and words[first].pos == "P":
        first += 1
    return Frame(
        at, end, at, (first, end), None, opines=core in w.OPINES, denies=core in w.DENIES, bare=True, follows=True
    )


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
            if (
                behind is None
                or behind.pos not in {"N", "P"}
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


def is_state(word: Word) -> bool:
    """Whether a participle in the accusative opens a phrase about the subject's state: ممهدا، مفضلة."""
    return (
        word.pos == "N"
        and not word.joined
        and not word.definite
        and word.core[:1] == "م"
        and 5 <= len(word.core) <= 8
        and (word.core.endswith("ا") or word.raw.endswith("ة") or word.core.endswith("ين"))
    )


def _by_saying(words: Words, at: int, start: int, stop: int, base: int) -> Frame | None:
    """Answered by saying that; shouted, saying."""
    that = at + 1
    opened = that + 1 if that < stop and words[that].pos == ":" else that
    if that >= stop or not (words[that].pos == "COMP" or (opened < stop and words[opened].pos == "(")):
        return None
    verb = next((i for i in range(at - 1, start - 1, -1) if words[i].pos == "V" and words[i].depth == base), -1)
    if verb < 0:
        return None
    speaker = subject_behind(words, verb, at) or speaker_before(words, verb, start)
    begin = speaker[0] if speaker and speaker[0] < verb else verb
    if words[that].pos == "COMP":
        content = _reported(words, that + 1, stop, base, that=that)
        return Frame(begin, content[1], verb, content, speaker, direct=_all_quoted(words, content))
    close = closing(words, opened, stop)
    return Frame(begin, close, verb, (opened + 1, close - 1), speaker, direct=True)


def _quote_first(words: Words, at: int, stop: int, base: int) -> Frame | None:
    """A quotation, then who said it."""
    if words[at].text == "(":
        return None
    close = closing(words, at, stop)
    place = close
    while place < stop and words[place].pos in {",", "."}:
        place += 1
    if place < stop and words[place].core == "كما":
        place += 1
    verb = place
    if verb < stop and words[verb].pos == "MARK":
        verb += 1
    if verb >= stop or words[verb].pos != "V" or words[verb].core not in w.SAY:
        return None
    speaker = speaker_behind(words, verb, stop)
    end = act_end(words, verb + 1, stop, base)
    return Frame(at, end, verb, (at + 1, close - 1), speaker, direct=True)


def _told_in(words: Words, at: int, start: int, stop: int, base: int) -> Frame | None:
    """It says in a statement of the ministry that; statements in which it says that."""
    that = next((i for i in range(at + 1, min(stop, at + 14)) if words[i].pos in {"COMP", "V", "."}), -1)
    if that < 0 or words[that].pos != "COMP" or words[at + 1].pos != "P":
        return None
    content = _reported(words, that + 1, stop, base, that=that)
    if words[at + 1].core in w.WITH_PRONOUN:
        last = next((i for i in range(at - 1, start - 1, -1) if words[i].named), -1)
        first = last
        while first > start and words[first - 1].named:
            first -= 1
        speaker = (first, last + 1) if last >= 0 else None
        return Frame(at, content[1], at, content, speaker, direct=_all_quoted(words, content), follows=True)
    if not any(words[i].core.lstrip("ال") in w.REPORTS or words[i].core in w.REPORTS for i in range(at + 1, that)):
        return None
    first = at + 2
    while (
        first < that
        and (words[first].core in w.REPORTS or words[first].core.removeprefix("ال") in w.REPORTS)
        and first + 1 < that
    ):
        first += 1
    end = max(first + 1, phrase_end(words, first, that)) if not words[first].prefixed else that
    return Frame(at, content[1], at, content, (first, end), direct=_all_quoted(words, content))
