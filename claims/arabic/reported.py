"""Content reported in an Arabic sentence -> where it ends; and frames of participles, which end it."""

from dataclasses import replace

from claims.arabic import words as w
from claims.arabic.acts import act_end, denied_verb, inside_relative
from claims.arabic.frame import Frame, Stretch, Words
from claims.arabic.marks import content_mark
from claims.arabic.phrases import closing
from claims.arabic.sources import according_at
from claims.arabic.speakers import speaker_behind


def all_quoted(words: Words, content: Stretch) -> bool:
    """Whether the whole content is one quotation."""
    start, end = content
    return (
        start < end and words[start].pos == "(" and words[start].text != "(" and closing(words, start, end) >= end - 1
    )


def reported(words: Words, first: int, stop: int, base: int, *, that: int) -> Stretch:  # noqa: C901, PLR0911, PLR0912
    """Where reported content ends: before the next act of speech, or a contrast that is the author's."""
    if first < stop and words[first].pos == "(" and words[first].text != "(":
        close = closing(words, first, stop)
        if close < stop and words[close].joined:
            return first, close
        if close + 1 < stop and words[close].pos == "," and words[close + 1].joined and words[close + 1].pos == "V":
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
            and before.pos != "P"
            and participle_frame(words, at, stop, base) is not None
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
        if word.joined and _on_his_side(words, at, stop):
            return first, _before_comma(words, at)
        if before.pos == ",":
            if word.core in w.ASIDE or _on_his_side(words, at, stop):
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


def _on_his_side(words: Words, at: int, stop: int) -> bool:
    """Whether "for his part" stands here, which hands the word to somebody else."""
    following = words[at + 1].core if at + 1 < stop else ""
    return words[at].core == "من" and following in {"جهته", "جهتها", "جانبه", "جانبها", "ناحيته"}


def said_that(words: Words, at: int, that: int, stop: int, base: int) -> Frame:
    """The frame of a verb or participle and of what stands behind its "that"; who speaks is for the caller to say."""
    content = reported(words, that + 1, stop, base, that=that)
    core = words[at].core
    return Frame(
        at,
        content[1],
        at,
        content,
        None,
        direct=all_quoted(words, content),
        opines=core in w.OPINES,
        denies=core in w.DENIES,
        wishes=core in w.WISHES,
    )


def _before_comma(words: Words, at: int) -> int:
    return at - 1 if words[at - 1].pos == "," else at


def _opens_frame(words: Words, at: int, stop: int, base: int) -> bool:
    """Whether a verb of saying is followed by what it says."""
    if denied_verb(words, at):
        return False
    behind = speaker_behind(words, at, stop)
    mark = content_mark(words, behind[1] if behind else at + 1, stop, base, explicit=behind is not None)
    return mark is not None or words[at].core not in w.NEEDS_THAT


def participle_frame(words: Words, at: int, stop: int, base: int) -> Frame | None:
    """Adding that, noting that, warning of: the speaker is the one of the frame before."""
    core = words[at].core
    place = at + 1
    while place < stop and place - at < 4 and words[place].pos in {"P", "ADV"}:
        place += 1
    if place < stop and words[place].pos == "COMP":
        return replace(said_that(words, at, place, stop, base), follows=True)
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
        return replace(said_that(words, at, that, stop, base), opines=True, wishes=False, follows=True)
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
