"""Chinese sentences -> assertions: cut at commas behind which a new predicate stands."""

import regex

from claims.clause_base import Part
from claims.lexicon import words_of

_COUNTS = regex.compile(r"\d|[一二三四五六七八九十百千万亿]{2}")
_SKIPPED = regex.compile(
    r"(?:并且|并|而且|而|但是|但|同时|也|还|且|以及|不过|其中|因此|然而|于是|所以|此外|另外|则|因为|由于|尽管|虽然)[，,]?\s*"
)
_OWN = frozenset(
    ["而", "但", "但是", "不过", "因此", "然而", "于是", "所以", "此外", "另外", "则", "因为", "由于", "尽管", "虽然"]
)  #: a subject may follow
_ADVERBIAL = regex.compile(
    r"^(?:在|从|自|随着|据|根据|由于|因为|为了|当|如果|若|虽然|尽管|即使|一旦|\d{4}年|去年|今年|明年|昨天|当时|目前|此前|随后|截至|对于|关于|经过|作为)"
)
_ENDS_ADVERBIAL = regex.compile(r"(?:时|后|前|以来|期间|之后|之前|中|上|下|里|年|月|日|的话)$")


def split_han(sentence: str, start: int, end: int) -> list[Part]:
    """The assertions of a stretch of Chinese; a predicate without a subject takes that of the first."""
    words = words_of("zh")
    verb = regex.compile(words.verbs)
    stretch = sentence[start:end]
    pieces = [(m.start(), m.end()) for m in regex.finditer(r"[^，；]+", _masked(stretch))]
    if regex.match(words.condition, stretch):
        return [Part(spans=((start, end),), kind="clause")]
    merged: list[tuple[int, int]] = []
    for a, b in pieces:
        text = stretch[a:b]
        before = stretch[merged[-1][0] : merged[-1][1]] if merged else ""
        bare = not verb.search(before) and not _COUNTS.search(before)
        adverbial = (
            _ADVERBIAL.match(before) is not None or _ENDS_ADVERBIAL.search(before) is not None
        ) and not _has_clause(before)
        lonely = bool(merged) and (bare or adverbial)
        if merged and (lonely or not (verb.search(text) or _COUNTS.search(text)) or len(text) < 4):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    if len(merged) < 2:
        return [Part(spans=((start, end),), kind="clause")]
    subject = _subject(stretch, *merged[0], verb)
    parts = []
    for which, (a, b) in enumerate(merged):
        text = stretch[a:b]
        lead = _SKIPPED.match(text)
        begin = a + (lead.end() if lead else 0)
        own = _subject(stretch, begin, b, verb)
        span = (start + begin, start + b)
        if regex.match(r"另有|另外|仍有|还有|其中有", text):
            parts.append(Part(spans=(span,), kind="clause"))
        elif which == 0 or (
            own is not None and (not lead or lead.group(0).strip("，, ") in _OWN) and own[1] - own[0] > 1
        ):
            subject = own or subject
            parts.append(Part(spans=(span,), kind="clause"))
        elif subject is not None:
            parts.append(Part(spans=((start + subject[0], start + subject[1]), span), kind="predicate"))
        else:
            parts.append(Part(spans=(span,), kind="predicate", subjectless=True))
    return parts


def _masked(text: str) -> str:
    """The text with commas inside quotes and brackets hidden."""
    return regex.sub(r"[“「（《][^”」）》]*[”」）》]", lambda m: m.group(0).replace("，", "_").replace("；", "_"), text)


def _has_clause(text: str) -> bool:
    """Whether an opening stretch is more than an adverbial."""
    return not _ENDS_ADVERBIAL.search(text) and len(text) > 12


def _subject(text: str, start: int, end: int, verb: "regex.Pattern[str]") -> tuple[int, int] | None:
    """What stands before the first verb, without a fronted adverbial."""
    begin = start
    comma = text.find("，", start, end)
    if comma > 0 and _ADVERBIAL.match(text[start:comma]):
        begin = comma + 1
    match = regex.compile(
        r"(?:于|也|都|均|已经|曾经|曾|正在|仍然|仍|不|没有|没|未|将|计划|正式|负责|全部)?(?:" + verb.pattern + ")"
    ).search(text, begin, end)
    if match is None or match.start() - begin < 2 or match.start() - begin > 24:
        return None
    if _ADVERBIAL.match(text[begin : match.start()]):
        return None
    cut = regex.compile(r"(?:于|在|从|自|每年|每天|去年|今年|明年|上月|本月|昨天|\d|首日|因|由|个人)").search(
        text, begin + 2, match.start()
    )
    end = cut.start() if cut else match.start()
    return None if text[begin:end].strip()[:1].isdigit() and end < match.start() else (begin, end)
