"""What stands around a date and belongs to it: "since", "until", "mid-", "on", and whether it lies ahead."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import regex

from claims.closed import compiled
from claims.date_ahead import before_insert, gone_behind, lies_ahead, own_clause
from claims.date_found import Found
from claims.date_patterns import DateGrammar
from claims.folding import Folded
from claims.lexicon import words_of
from claims.lexicon.ar_verbs import STEMS, never_verb, verb_core
from claims.lexicon.figures import figures_of

THIS = 0  #: "this Saturday", "this July": of the week or year that runs
GONE = -4  #: surely past: "since 3 July", where "from 3 July" may lie ahead
UNTOLD = 9  #: no verb tells whether a month that comes soon is that one or the last
#: languages whose past is known by its words or endings
_PAST_KNOWN = frozenset({"en", "fr", "es", "de", "ru", "tr"})
BY_TENSE = 3  #: a direction told by the verb alone: the season that runs is meant as well
_PERSIAN_PRESENT = regex.compile(r"(?<!\w)ن?مي\u200c?\p{L}+\s*$")
Patterns = Mapping[str, "regex.Pattern[str] | None"]
_COUNTED = frozenset({"ago", "past", "ahead"})
#: words that a date begins with and that may as well belong to what stands before it
_LED = regex.compile(r"(?:of|to|de|du|del|des|d'|à|a|von|vom)(?:\s+|(?<='))")
#: "would" may look back at what has come to pass since
_WILL = regex.compile(r"(?<!\w)(?:will|shall|'ll|is|are)(?!\w)")
_MARKS = (".", ";", ",", "。", "，", "；")
#: verbs in the past whose object lies ahead, where they stand too far off to be dated themselves
_EXPECTS = {"ar": regex.compile(r"(?<!\w)[وف]?(?:توقع|رجح)\p{L}{0,3}(?!\w)")}
_NOT_PAST = regex.compile(
    r"(?<!\w)(?!(?:янв|фев|апр|июн|июл|сен|окт|ноя|дек)\p{l}*ем)\p{l}{3,}(?:[еи]т|[уюая]т|ем|[еи]тся|[уюая]тся)(?!\w)"
)
#: dates whose year, or whose week, the tense may tell
_OPEN_KINDS = frozenset({
    "weekday", "weekend", "month", "week_of", "season", "monthday", "quarter", "half", "solar", "day", "range", "nth",
})  # fmt: skip
#: behind a day without a year: the last one, the next one
_SINCE = regex.compile(r"(?:since|depuis|seit|[وف]?(?:منذ|مذ)|از)(?!\w)")
#: participles that the present carries: "is suspended until Friday"
_PASSIVE = {
    "en": regex.compile(r"(?<!\w)(?:is|are|be|being|remains?)\s+(?:\p{l}+ly\s+)?\p{l}+ed(?!\w)"),
    "fr": regex.compile(r"(?<!\w)(?:est|sont)\s+(?:\p{l}+ment\s+)?\p{l}+(?!\w)"),
}
_LAST = regex.compile(r"\s+(?:dernier|pasado|ultimo|الماضي|الفائت|المنصرم|گذشته)(?!\w)")
_NEXT = regex.compile(r"\s+(?:prochain|proximo|المقبل|القادم|اينده)(?!\w)")
_CLOSE = 24  #: characters between a date and the verb or preposition that belongs to it


def widened(hit: Found, flat: str, grammar: DateGrammar) -> Found:
    """The expression with "mid-", "since" and "in" before it, "-den beri" behind it."""
    if hit.kind in {"year", "century", "order"} and grammar.bc.match(flat, hit.end) and grammar.words.before_christ:
        return replace(hit, kind="bc")
    if hit.kind not in {*_COUNTED, "days", "weekday", "range"} and not hit.part:
        named = _named(hit, flat, grammar.parts, grammar.part_opens)
        hit = replace(hit, part=named[0], start=named[1]) if named else hit
    if hit.kind in {*_COUNTED, "range"}:
        return hit
    if not hit.part and hit.kind in {"year", "month", "decade", "century", "shift"}:
        part = _told_behind(hit, flat, grammar, parts=True)
        hit = replace(hit, part=part[0], end=part[1]) if part else hit
    frame = _told_behind(hit, flat, grammar, parts=False)
    if frame:
        return replace(hit, frame=frame[0], end=frame[1])
    named = _named(hit, flat, grammar.frames, grammar.opens)
    if named:
        return replace(hit, frame=named[0], start=named[1])
    ahead = grammar.on.search(flat, max(0, hit.start - 16), hit.start) if grammar.on else None
    return replace(hit, start=ahead.start("q")) if ahead else hit


def _told_behind(hit: Found, flat: str, grammar: DateGrammar, *, parts: bool) -> tuple[str, int] | None:
    """The part or the frame that is told behind an expression, and where it ends."""
    for name, behind in _behind(grammar.language):
        tail = behind.match(flat, hit.end) if (name in grammar.parts) == parts else None
        if tail:
            return name, tail.end()
    return None


def _named(hit: Found, flat: str, before: Patterns, opens: Patterns) -> tuple[str, int] | None:
    """The name of the pattern that matches before an expression or at its beginning, and where that begins."""
    led = _LED.match(flat, hit.start, hit.end) if hit.kind in {"year", "month", "decade", "season"} else None
    for name, pattern in before.items():
        if pattern is None:
            continue
        for at in (hit.start, led.end()) if led else (hit.start,):  # "the end |of 2026", "prior |to 1975"
            ahead = pattern.search(flat, max(0, hit.start - _CLOSE), at)
            if ahead:
                return name, ahead.start("q")
        opening = opens[name] if hit.kind in {"year", "month", "season"} else None
        if opening is not None and opening.match(flat, hit.start, hit.end):
            return name, hit.start
    return None


def _of_either(found: Found, flat: str, clause: tuple[int, int], language: str, *, gone: bool) -> bool:
    """Whether a present tense leaves open if the day to come or the one that passed is meant."""
    if language == "fa":  # "in Aban we reach it"
        return found.day is None and not gone and _PERSIAN_PRESENT.search(flat, *clause) is not None
    # "تُقبل التعازي الأحد"
    return language == "ar" and found.kind in _BY_VERB and _told_in_the_present(flat, clause[0], found.start)


_BY_VERB = frozenset({"weekday", "month", "monthday", "week_of"})
_PAST_ENDINGS = frozenset({"", "ت", "ا", "تا", "وا", "نا", "ن"})
_PAST_HELPER = regex.compile(r"(?<!\w)[وف]?(?:لم|كان\p{L}{0,2}|قد|ما)\s+$")


def _told_in_the_present(flat: str, begin: int, at: int) -> bool:
    """Whether the last Arabic verb before a date is an imperfect, of no saying, that nothing puts into the past."""
    say = words_of("ar").say
    for word in reversed(list(compiled(r"(?<!\w)[وف]?(?P<v>\p{L}{3,})").finditer(flat[begin:at]))):
        core = verb_core(word.group("v"))
        if not core or never_verb(word.group()):
            continue
        past = any(core[:cut] in STEMS and core[cut:] in _PAST_ENDINGS for cut in range(3, len(core) + 1))
        imperfect = core[0] in "يت" and not past and not compiled(rf"[وف]?(?:{say})").fullmatch(word.group("v"))
        return imperfect and _PAST_HELPER.search(flat[begin : begin + word.start()]) is None
    return False


@cache
def _behind(language: str) -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    """Words behind a date that make it a beginning or an end."""
    figures = figures_of(language)
    edge = "" if language in {"zh", "ja"} else r"(?!\w)"
    found = (*figures.behind, ("since", figures.lasting), ("until", figures.ending))
    return tuple((name, regex.compile(rf"(?:{pattern}){edge}")) for name, pattern in found if pattern)


_LINKS = regex.compile(r"(?<!\w)(?:que|qui|dont|cuyo|cuya|[كک]ه)(?!\w)")


def placed(  # noqa: C901, PLR0911, PLR0912
    found: Found, flat: str, source: Folded, text: str, language: str, others: tuple[Found, ...] = ()
) -> Found | None:
    """The same with its direction, where the tense of its clause tells it; None where it is no date without one."""
    counted = found.kind == "ahead"
    if not counted and not _open(found):
        return found
    told = _last_or_next(found, flat)
    if told is not None:
        return told
    begin = max((flat.rfind(mark, 0, found.start) for mark in _MARKS), default=-1) + 1
    ends = [at for at in (flat.find(mark, found.end) for mark in _MARKS) if at > 0]
    end = min(ends, default=len(flat))
    dated = any(one.year is not None and one.start < found.start for one in others)
    by_verb = found.kind in _BY_VERB or (found.kind == "season" and found.frame in {"until", "before"})
    if by_verb and not dated and lies_ahead(found, flat, (begin, end), _tenses(language)[1], language):
        return replace(found, direction=1)
    begin = before_insert(flat, begin, language)
    own = own_clause(found, flat, begin, others, language) if found.kind in _BY_VERB else None
    begin, end = (found.start, end) if language == "tr" else _narrowed(found, flat, begin, end)  # verbs stand behind
    if own is not None and (language == "ar" or _tells(flat, text, source, (own, found.end), language)):
        begin, end = own, found.end
    raw = text[slice(*source.back(begin, end))].lower()
    ahead = _ahead(flat[begin:end], raw, language)
    if counted:
        return found if ahead or _tenses(language)[0] is None else None
    gone = _gone(flat[begin:end], raw, language, ended=found.frame in {"until", "before"})
    if language == "ru" and not gone and _NOT_PAST.search(flat, begin, end):
        ahead = True  # Russian verbs that are not past, beside a day or season: what will be
    if language == "fa" and gone and found.kind == "solar":
        gone = _gone_behind_it(flat[found.end : end])
    if ahead and gone:  # "said on Saturday she would run", "In May the paper reported that he would go": of the saying
        then = _told_then(flat, text, source, (begin, found.start), language)
        ahead = not (then or _said_then(found, flat, (begin, end), language))
    if ahead and gone_behind(found, flat, language):
        ahead, gone = False, True
    if found.kind == "season" and not (ahead or gone or found.part or found.frame):
        return None
    if not ahead and _of_either(found, flat, (begin, end), language, gone=gone):
        return None
    expects = _EXPECTS.get(language)
    if (
        found.kind == "weekday"
        and expects is not None
        and expects.search(flat, begin, max(begin, found.start - _CLOSE))
    ):
        return replace(found, direction=1)
    if found.kind in {"weekday", "monthday", "quarter", "half"} and found.frame in {"until", "before"} and not gone:
        return replace(found, direction=1)
    return _directed(found, flat[begin:end], language, ahead=ahead, gone=gone)


_PERSIAN_NOW = regex.compile(
    r"(?<!\w)ن?مي[\u200c ](?:شو|كن|ياب|گير|ده|رس|رو|آي|اي|گرد|مان|پرداز|گذار)\w*|(?<!\w)ن?خواهن?د(?!\w)"
)


def _gone_behind_it(rest: str) -> bool:
    """Whether the first verb behind a Persian date is a past: "از اول تیر ممنوع می‌شود و …" is told of its own verb."""
    past, now = _tenses("fa")[1], _PERSIAN_NOW.search(rest)
    told = past.search(rest) if past is not None else None
    return told is not None and (now is None or told.start() < now.start())


def _tells(flat: str, text: str, source: Folded, clause: tuple[int, int], language: str) -> bool:
    """Whether a stretch holds a verb of the past or the future."""
    words, raw = flat[slice(*clause)], text[slice(*source.back(*clause))].lower()
    return _ahead(words, raw, language) or _gone(words, raw, language, ended=False)


def _narrowed(found: Found, flat: str, begin: int, end: int) -> tuple[int, int]:
    """The clause of a weekday without what hangs on it: "presentó el lunes un plan que financiará" is last Monday."""
    if found.kind != "weekday":
        return begin, end
    stops = [one.span() for one in _LINKS.finditer(flat, begin, end)]
    first = max((b for _, b in stops if b <= found.start), default=begin)
    return first, min((a for a, _ in stops if a >= found.end), default=end)


def _ahead(clause: str, raw: str, language: str) -> bool:
    """Whether the words of a clause put it into the future."""
    future, accented = _tenses(language)[0], figures_of(language).future_raw
    return (future is not None and future.search(clause) is not None) or _holds(accented, raw)


def _gone(clause: str, raw: str, language: str, *, ended: bool) -> bool:
    """Whether they put it into the past; `ended` where a date ends it: "is suspended until Friday"."""
    passive = _PASSIVE.get(language) if ended or language == "en" else None
    past = _tenses(language)[1]
    clause = passive.sub(" ", clause) if passive else clause
    return (past is not None and past.search(clause) is not None) or _holds(figures_of(language).past_raw, raw)


def _holds(words: str, raw: str) -> bool:
    """Whether a text as it is written holds one of some words, where a language needs its accents."""
    return bool(words) and compiled(rf"(?<!\w)(?:{words})(?!\w)").search(raw) is not None


def _last_or_next(found: Found, flat: str) -> Found | None:
    """A day without a year that a word beside it places: "le 14 décembre dernier", "since 3 July"."""
    if found.kind == "day" and found.frame == "since" and _SINCE.match(flat, found.start):
        return replace(found, direction=GONE)
    for pattern, direction in ((_LAST, -1), (_NEXT, 1)):
        told = pattern.match(flat, found.end) if found.kind == "day" else None
        if told:
            return replace(found, direction=direction, end=told.end())
    return None


def _open(found: Found) -> bool:
    """Whether the tense may tell which of several days, months or years a date means."""
    known = found.year is not None or found.shift_year is not None
    if known or not found.relative or found.kind not in _OPEN_KINDS:
        return False
    if found.kind == "range":
        return found.ends is not None and all(one.kind == "month" and one.year is None for one in found.ends)
    return found.unit != "week" and (found.direction is None or (found.direction == THIS and found.kind == "weekday"))


def _directed(found: Found, clause: str, language: str, *, ahead: bool, gone: bool) -> Found:  # noqa: PLR0911
    """A date with the direction that the tense of its clause gives it."""
    if found.kind in {"range", "weekend"} and gone and not ahead:
        return replace(found, direction=GONE)
    if found.kind == "range":
        ends = found.ends if found.ends and ahead else None
        return replace(found, ends=(replace(ends[0], direction=1), replace(ends[1], direction=1))) if ends else found
    if found.direction == THIS:
        return replace(found, direction=1 if ahead else None if gone else THIS)
    if found.kind == "monthday" and ahead and language == "en" and not _WILL.search(clause):
        return replace(found, direction=UNTOLD)
    if found.kind in {"day", "solar"}:
        return replace(found, direction=1 if ahead and not gone else -1 if gone and not ahead else None)
    if found.kind == "month" and not (ahead or gone or found.frame) and found.direction is None:
        return replace(found, direction=UNTOLD if language in _PAST_KNOWN else None)
    if found.kind == "season":
        return replace(found, direction=BY_TENSE if ahead else -BY_TENSE if gone else None)
    return replace(found, direction=1) if ahead else found


def _told_then(flat: str, text: str, source: Folded, clause: tuple[int, int], language: str) -> bool:
    """Whether right before a date, at the end of a stretch, stands a word of the past and none of the future."""
    begin, at = clause
    if at - begin > _CLOSE:
        begin = at - _CLOSE if language == "zh" else max(begin, flat.find(" ", at - _CLOSE, at))
    words, raw = flat[begin:at], text[slice(*source.back(begin, at))].lower()
    return _gone(words, raw, language, ended=False) and not _ahead(words, raw, language)


_RELATIVE = regex.compile(r"(?<!\w)(?:that|which|who|whose|whom|que|qui|dont|cuyo|cuya)(?!\w)")


def _said_then(found: Found, flat: str, clause: tuple[int, int], language: str) -> bool:
    """Whether a date opens its clause and a verb of saying in the past stands before any of the future."""
    begin, end = clause
    future, past = _tenses(language)
    if language not in _PAST_KNOWN or future is None or past is None or flat[begin : found.start].strip():
        return False
    first, later = past.search(flat, found.end, end), future.search(flat, found.end, end)
    if first is None or later is None or later.start() < first.start():
        return False
    says = compiled(rf"(?:{words_of(language).say})(?!\w)").match(flat, first.start())
    return says is not None and _RELATIVE.search(flat, found.end, first.start()) is None


@cache
def _tenses(language: str) -> tuple["regex.Pattern[str] | None", "regex.Pattern[str] | None"]:
    """Words that put what is said into the future, and into the past."""
    words, past = words_of(language), figures_of(language).past
    future = None
    if words.future and words.future != "(?!)":
        future = regex.compile(words.future if language == "zh" else rf"(?<!\w)[وف]?(?:{words.future})(?!\w)")
    elif figures_of(language).future_raw:
        future = regex.compile("(?!)")
    edge = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")
    return future, regex.compile(rf"{edge[0]}(?:{past}){edge[1]}") if past else None
