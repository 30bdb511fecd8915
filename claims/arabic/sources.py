"""Sources named by "according to" in an Arabic sentence."""

from collections.abc import Sequence

from claims.arabic import words as w
from claims.arabic.behind import subject_behind
from claims.arabic.marks import content_mark
from claims.arabic.phrases import phrase_end
from claims.arabic.speakers import speaker_behind
from claims.arabic.word import Word

#: what is told of a report by a verb that looks like a noun
_CAME_OUT = frozenset(["صدر", "نشر", "صادر", "صادره"])

Words = Sequence[Word]
Stretch = tuple[int, int]


def according_at(words: Words, at: int, stop: int) -> tuple[int, int, int] | None:  # noqa: C901, PLR0911, PLR0912
    """A source named by "according to": where the source begins and ends, and where the whole ends."""
    if at >= stop:
        return None
    word = words[at]
    first = -1
    says = False
    if word.core in {"بحسب", "حسب", "وفق", "طبقا", "وفقا", "حسبما", "وفقما"}:
        first = at + 1
        says = word.core in {"حسبما", "وفقما"}
        if first < stop and words[first].pos == "WHAT":
            first, says = first + 1, True
    elif (
        word.core == "علي"
        and at + 2 < stop
        and words[at + 1].core == "حد"
        and words[at + 2].core in {"قول", "تعبير", "وصف", "قوله", "قولها", "تعبيره", "تعبيرها", "قولهم", "وصفه"}
    ):
        if words[at + 2].core.endswith(("ه", "ها", "هم")):
            return at + 3, at + 3, at + 3
        first = at + 3
    elif word.core == "علي" and at + 2 < stop and words[at + 1].pos == "WHAT" and words[at + 2].core in w.SAY:
        first, says = at + 2, True
    elif word.core == "كما" and at + 1 < stop and words[at + 1].pos == "V" and words[at + 1].core in w.SAY:
        behind = speaker_behind(words, at + 1, stop)
        mark = content_mark(words, behind[1] if behind else at + 2, stop, words[at].depth, explicit=behind is not None)
        if (
            mark is not None
            or behind is None
            or (
                words[at + 1].core not in w.NEEDS_THAT
                and behind[1] < stop
                and words[behind[1]].pos not in {",", ".", "P"}
            )
        ):
            return None
        first, says = at + 1, True
    elif (word.core == "نقلا" and at + 1 < stop and words[at + 1].core == "عن") or (
        word.core in {"في", "ب"} and at + 1 < stop and words[at + 1].core in {"راي", "نظر", "اعتقاد"}
    ):
        first = at + 2
    if first < 0 or first >= stop:
        return None
    verb = first if says and words[first].pos == "V" else -1
    if verb >= 0:
        subject = subject_behind(words, verb, stop)
        if subject is None:
            return first, first, _source_end(words, first + 1, stop)
        return subject[0], subject[1], _source_end(words, subject[1], stop)
    if says:
        return None
    end = _source_end(words, first, stop)
    close = phrase_end(words, first, end)
    if words[first].prefixed or words[first].pos == "(":
        close = max(close, _whole_phrase(words, first, end))
    if close < end and words[close].pos == "P" and words[close].core not in w.TIME_NOUN:
        close = end if end - first <= 7 else close
    if close <= first:
        return None
    if first + 1 < close and words[first + 1].core in _CAME_OUT:
        close = first + 1  # "لتقرير صدر أمس عن دائرة الإحصاء"
        by = next((i for i in range(close + 1, min(end, close + 5)) if words[i].core == "عن"), -1)
        whole = phrase_end(words, by + 1, end) if by > 0 else -1
        if whole > by + 1:
            return by + 1, whole, end
    named = next((i for i in range(first, close) if words[i].pos == "REL"), close)
    # "according to a report that X published": X is behind it
    for place in range(close, min(end, close + 3)):
        if words[place].pos == "V":
            subject = subject_behind(words, place, end)
            if subject is not None:
                return subject[0], subject[1], end
    return first, named, end


def _whole_phrase(words: Words, first: int, end: int) -> int:
    """The end of a phrase whose first word carries a preposition."""
    return (
        phrase_end(words, first, end)
        if not words[first].prefixed
        else max(first + 1, phrase_end(words, first + 1, end))
        if first + 1 < end and words[first + 1].noun
        else first + 1
    )


def _source_end(words: Words, at: int, stop: int) -> int:
    """Where the naming of a source ends."""
    for place in range(at, stop):
        word = words[place]
        if word.pos == "," or (word.pos == "." and word.text in "؛;"):
            return place
        if place > at and (
            (word.joined and word.pos in {"V", "NEG", "MARK"})
            or word.pos in {"CON", "SUB", "MARK"}
            or (word.pos == "COMP" and word.joined)
        ):
            return place
    return stop
