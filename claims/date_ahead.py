"""What lies ahead whatever the tense: promises, plans and events put off; and the tense of the clause of a date."""

from dataclasses import replace
from functools import cache

import regex

from claims.date_found import Found
from claims.lexicon.ahead import ahead_of

_FAR = 70  #: characters from a promise to the date of what is promised
_STOPS = regex.compile(r"[,;:.!?،؛。，；！？]")
#: languages whose verb stands before its subject and what is told of it
_VERB_FIRST = frozenset({"ar"})
_SENTENCE = (".", ";", "!", "?", "。", "；", "！", "？", "؟")


@cache
def _pattern(words: str, language: str, behind: str = "") -> "regex.Pattern[str] | None":
    """Whole words of a language, with what must follow them."""
    edges = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")
    return regex.compile(rf"{edges[0]}(?:{words}){edges[1]}{behind}") if words else None


def lies_ahead(found: Found, flat: str, clause: tuple[int, int], past: "regex.Pattern[str] | None", language: str) -> bool:  # noqa: E501  # fmt: skip
    """Whether a date is that of what was promised, planned or put off: "promised to pay in January"."""
    return (
        _promised(found, flat, past, language)
        or _put_off(found, flat, clause, language)
        or _wanted(found, flat, clause[0], language)
    )


def _promised(found: Found, flat: str, past: "regex.Pattern[str] | None", language: str) -> bool:
    words = ahead_of(language)
    promise, rest = _pattern(words.promise, language), _pattern(words.promise_behind, language)
    if promise is None:
        return rest is not None and regex.compile(words.promise_behind).match(flat, found.end) is not None
    begin = max((flat.rfind(mark, 0, found.start) for mark in _SENTENCE), default=-1) + 1
    told = None
    for told in promise.finditer(flat, begin, found.start):  # noqa: B007 -- the last one is meant
        pass
    if told is None or found.start - told.end() > _FAR or _STOPS.search(flat, told.end(), found.start):
        return False
    if past is not None and past.search(flat, told.end(), found.start) and language != "fa":
        return False  # "promised to pay and left on Monday"
    joint = _pattern(words.joint, language, r"\s*(?:(?:" + (words.lead or "(?!)") + r")\s+)?$")
    apart = _pattern(words.apart, language)
    if (apart and apart.search(flat, told.end(), found.start)) or (
        joint and joint.search(flat, told.end(), found.start)
    ):
        return False  # "promised to help after he was hurt in March"
    return not words.promise_behind or regex.compile(words.promise_behind).match(flat, found.end) is not None


def _wanted(found: Found, flat: str, begin: int, language: str) -> bool:
    """Whether something is promised or asked for by a day: "a promis un rapport avant l'été"."""
    asked = _pattern(ahead_of(language).wanted, language) if found.frame in {"before", "until"} else None
    told = asked.search(flat, begin, found.start) if asked else None
    apart = _pattern(ahead_of(language).apart, language)
    return told is not None and not (apart and apart.search(flat, told.end(), found.start))


def _put_off(found: Found, flat: str, clause: tuple[int, int], language: str) -> bool:
    """Whether something is moved to a date: "adjourned until Monday", "vertagte die Verhandlung auf Montag"."""
    words = ahead_of(language)
    verb = _pattern(words.put_off, language)
    if verb is None or verb.search(flat, *clause) is None:
        return False
    if words.onto_behind:
        return regex.compile(words.onto_behind).match(flat, found.end) is not None
    within = _pattern(words.onto, language)
    onto = _pattern(words.onto, language, r"\s*(?:(?:the|le|la|el|den|dem|يوم|روز)\s+)?$")
    return (within is not None and within.match(flat, found.start, found.end) is not None) or (
        onto is not None and onto.search(flat, clause[0], found.start) is not None
    )


def own_clause(found: Found, flat: str, begin: int, others: "tuple[Found, ...]", language: str) -> int | None:
    """Where the relative clause begins that a date stands in, behind its verb and with no other date before it."""
    link = _pattern(ahead_of(language).relative, language)
    last = None
    for last in link.finditer(flat, begin, found.start) if link else ():  # noqa: B007 -- the last one is meant
        pass
    if last is None or _STOPS.search(flat, last.end(), found.start):
        return None
    if any(last.end() <= one.start < found.start for one in others):
        return None
    return last.end()


def before_insert(flat: str, begin: int, language: str) -> int:
    """Where a clause begins that a relative clause between commas breaks: "تنشر الوزارة، التي …، تقييمها"."""
    opens = _pattern(ahead_of(language).relative, language) if language in _VERB_FIRST else None
    comma = max(flat.rfind(mark, 0, max(0, begin - 1)) for mark in ",،") if opens and begin else -1
    if opens is None or comma < 0 or opens.match(flat, comma + 2) is None:
        return begin
    return max((flat.rfind(mark, 0, comma) for mark in (*_SENTENCE, ",", "،")), default=-1) + 1


def gone_behind(found: Found, flat: str, language: str) -> bool:
    """Whether a participle of the past stands behind a date: "salı günü atadığı arabulucu"."""
    words = ahead_of(language).gone_behind
    return bool(words) and regex.compile(rf"(?:{words})(?!\w)").match(flat, found.end) is not None


@cache
def _joint(language: str) -> "regex.Pattern[str]":
    """What stands between two dates of one year."""
    words = ahead_of(language)
    gap = r"\s*" if language in {"zh", "ar"} else r"\s+"
    more = rf"(?:{gap}(?:{words.joint}|{words.lead}))*"
    return regex.compile(rf"\s*(?:[,،、]\s*)?(?:{words.joint or '(?!)'}){more}\s*")


def carried(dates: list[Found], flat: str, language: str) -> list[Found]:
    """The dates with the year of the one beside them: "in March and April 2021", "in January 2023 and again in May"."""
    made = list(dates)
    for at in range(len(made) - 1, 0, -1):
        made[at - 1] = _with_year(made[at - 1], made[at], flat, language, first=made[at - 1])
    for at in range(1, len(made)):
        made[at] = _with_year(made[at], made[at - 1], flat, language, first=made[at - 1])
    return made


def _with_year(one: Found, other: Found, flat: str, language: str, *, first: Found) -> Found:
    """A month or day with the year of another that only "and" parts it from, if the calendar orders them so."""
    second = other if one is first else one
    if one.kind not in {"month", "day"} or other.kind != one.kind or one.year is not None or other.year is None:
        return one
    if one.shift_year is not None or one.direction is not None:
        return one
    ordered = (first.month or 0, first.day or 0) < (second.month or 0, second.day or 0)
    if not ordered or not _joint(language).fullmatch(flat, first.end, max(first.end, second.start)):
        return one
    return replace(one, year=other.year, relative=False)
