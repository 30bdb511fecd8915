"""Who says what in an Arabic sentence: verb, speaker, "that"; speaker, verb, "that"; verb, colon, quotation; "adding that"."""  # noqa: E501

from dataclasses import replace

from claims.arabic import words as w
from claims.arabic.acts import act_end, denied_verb, inside_relative
from claims.arabic.behind import subject_behind
from claims.arabic.frame import Frame, Words
from claims.arabic.marks import content_mark
from claims.arabic.phrases import closing, phrase_end
from claims.arabic.reported import all_quoted, participle_frame, reported, said_that
from claims.arabic.speakers import speaker_before, speaker_behind, told_by


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
            and not (at and words[at - 1].pos == "P")
            and (
                at == start
                or not words[at - 1].noun
                or words[at - 1].named
                or words[at - 1].definite
                or words[at - 1].pos == "NUM"
                or words[at - 1].core.endswith(("ا", "ه"))
            )
        ):
            frame = participle_frame(words, at, stop, base)
        elif word.core in w.BY_SAYING and word.depth == base:
            frame = _by_saying(words, at, start, stop, base)
        elif word.pos == "(" and at == start:
            frame = _quote_first(words, at, stop, base)
        elif word.pos == "V" and word.core in {"جاء", "ورد", "جاءت"}:
            frame = _told_in(words, at, start, stop, base)
        if frame is not None:
            return frame
    return None


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
    reminds = verb.core == "يذكر" and at + 1 < stop and words[at + 1].core.startswith("بان")
    if (
        verb.core in w.IMPERSONAL
        and not reminds
        and (
            (at + 1 < stop and words[at + 1].pos == "COMP")
            or (at + 2 < stop and words[at + 1].pos == "P" and words[at + 2].pos == "COMP")
        )
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
        return replace(said_that(words, at, place, stop, base), start=begin, speaker=speaker, outer=outer)
    close = closing(words, place, stop)
    return Frame(
        begin,
        close,
        at,
        (place + 1, close - 1),
        speaker,
        direct=True,
        outer=outer,
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
    speaker = speaker_behind(words, verb, at) or subject_behind(words, verb, at) or speaker_before(words, verb, start)
    begin = speaker[0] if speaker and speaker[0] < verb else verb
    if words[that].pos == "COMP":
        content = reported(words, that + 1, stop, base, that=that)
        return Frame(begin, content[1], verb, content, speaker, direct=all_quoted(words, content))
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
    thus = place < stop and words[place].core == "هكذا"  # any verb says so: "«...»، هكذا تحدث ..."
    if place < stop and (words[place].core == "كما" or thus):
        place += 1
    verb = place
    if verb < stop and words[verb].pos == "MARK":
        verb += 1
    if verb >= stop or not (words[verb].pos == "V" or thus) or not (thus or words[verb].core in w.SAY):
        return None
    speaker = speaker_behind(words, verb, stop)
    end = act_end(words, verb + 1, stop, base)
    return Frame(at, end, verb, (at + 1, close - 1), speaker, direct=True)


def _told_in(words: Words, at: int, start: int, stop: int, base: int) -> Frame | None:
    """It says in a statement of the ministry that; statements in which it says that."""
    that = next((i for i in range(at + 1, min(stop, at + 14)) if words[i].pos in {"COMP", "V", "."}), -1)
    if that < 0 or words[that].pos != "COMP" or words[at + 1].pos != "P":
        return None
    content = reported(words, that + 1, stop, base, that=that)
    if words[at + 1].core in w.WITH_PRONOUN and not words[at + 1].core.startswith(("في", "به")):
        return None  # «ورد عليه الوزير بالقول إن»: somebody answers
    if words[at + 1].core in w.WITH_PRONOUN:
        last = next((i for i in range(at - 1, start - 1, -1) if words[i].named), -1)
        first = last
        while first > start and words[first - 1].named:
            first -= 1
        speaker = (first, last + 1) if last >= 0 else None
        return Frame(at, content[1], at, content, speaker, direct=all_quoted(words, content), follows=True)
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
    return Frame(at, content[1], at, content, (first, end), direct=all_quoted(words, content))
