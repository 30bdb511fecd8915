"""A source that a medium cites speaks, through the medium: "the paper, citing two officials, reported …"."""

from dataclasses import dataclass, replace
from functools import cache

import regex

from claims.closed import compiled
from claims.draft import Draft
from claims.lexicon import words_of
from claims.records import Attribution, Sentence, Span
from claims.speech_base import patterns_of, trimmed
from claims.tokens import tokens_of

_GAP = 60  #: signs that may stand between a medium and the words that cite
_VERB = 40  #: and on their other sides before the verb of the medium


@dataclass(frozen=True, slots=True)
class _Way:
    """How a language cites."""

    citing: (
        str  #: the words that cite, the source as `s`; the medium as `m` where rules take the source for the speaker
    )
    reports: str  #: verbs of a medium: elsewhere the same words give a reason ("resigned, citing his health")


_PEOPLE = (
    r"(?:[\p{L}-]+\s){0,3}?(?:sources?|people|persons?|officials?|diplomats?|lawyers?|executives?|employees|engineers?|"
    r"investigators?|police|prosecutors?|experts?|witnesses|documents?|reports?|records|filings?|letters?|e-?mails?|memos?)(?!\w)"
)
_FRENCH = (
    r"(?:[\p{L}'’-]+\s){0,3}?(?:sources?|personnes|proches|responsables?|conseillers?|cadres?|élus?|salariés?|diplomates?|avocats?|fonctionnaires?|"
    r"enqueteurs|témoins|documents?|rapports?|courriels?|notes?|policiers?)(?!\w)"
)
_SPANISH = (
    r"(?:[\p{L}-]+\s){0,3}?(?:fuentes?|personas|responsables?|asesor(?:es)?|diplomáticos?|abogad[oa]s?|funcionari[oa]s?|"
    r"investigadores|testigos|documentos?|informes?)(?!\w)"
)
_NAMED = r"(?:(?:the|le|la|les|el|los|las|l['’])\s?)?\p{Lu}"
_WAYS = {
    "de": _Way(
        r"(?:unter\s+Berufung\s+auf\s+(?P<s>[^,;:]+?)(?=\s(?:berichte|melde|schr(?:ie|ei)b)\p{Ll}*|\s*[,;:]|\.?\s*$)"
        r"|(?:die|der|das)\s+sich\s+(?:dabei\s+)?auf\s+(?P<s>[^,;:]+?)\s+(?:beruft|stützt|bezieht)"
        r"|(?:die|der|das)\s+(?P<s>(?:den|die|das|einen?|mehrere|zwei|drei)\s[^,;:]+?)\s+zitiert)(?!\w)",
        r"(?:berichte|melde|schr(?:ie|ei)b)\p{Ll}*|laut|zufolge|nach",
    ),
    "ru": _Way(
        r"(?:со\s+ссылкой|ссылаясь)\s+на\s+(?P<s>[^,;:]+?)(?=\s(?:сообщ|пиш|напис|переда|информир)\p{Ll}*|\s*[,;:]|\.?\s*$)",
        r"(?:сообщ|пиш|напис|переда|информир)\p{Ll}*",
    ),
    "en": _Way(
        rf"(?:citing|which\s+(?:cites|cited|quotes|quoted))\s+(?P<s>(?:(?-i:{_NAMED})|{_PEOPLE})[^,;:]*?)(?=\s*[,;:]|\sthat\s|\.?\s*$)",
        r"report(?:s|ed)|wr(?:ites|ote)|said|says|according\s+to",
    ),
    "fr": _Way(
        rf"(?:(?:en\s+)?citant|qui\s+cite)\s+(?P<s>(?:(?-i:{_NAMED})|{_FRENCH})[^,;:]*?)(?=\s*[,;:]|\sque\s|\.?\s*$)",
        r"selon|d['’]apr[eè]s|rapport(?:e|ait|é)|écri(?:t|vait)|affirm(?:e|ait|é)|révèl(?:e|ait)|révélé|indiqu(?:e|ait|é)",
    ),
    "es": _Way(
        rf"citando\s+(?:a\s+)?(?P<s>(?:(?-i:{_NAMED})|{_SPANISH})[^,;:]*?)(?=\s*[,;:]|\sque\s|\.?\s*$)",
        r"inform(?:a|ó|aba)|public(?:a|ó)|escrib(?:e|ió)|asegur(?:a|ó)|revel(?:a|ó)",
    ),
    "tr": _Way(
        r"(?:(?<=\s)\p{Ll}*(?:gazete|ajans|kanal|site|dergi|televizyon)\p{Ll}*\s*)?(?:ise\s+)?,?\s*"
        r"(?P<s>(?<!\w)(?:(?!(?<!\w)(?:ise|gazetesi|ajansı|kanalı|sitesi|dergisi|televizyonu)(?!\w))[^,;:]){3,70}?[ae])"
        r"\s+(?:dayanarak|dayandırdığı\s+\p{Ll}+)",
        r"(?:yaz(?:dı|ıyor|mış|acak)|bildir|duyur|aktar)\p{Ll}*",
    ),
    "fa": _Way(
        r"(?P<m>[^،.:]{3,60}?)(?:\s(?:دیروز|امروز|پیشتر))?\s+به نقل از\s+"
        r"(?P<s>[^،.:]{2,60}?)(?=\s(?:نوشت|گزارش|اعلام|خبر)|\s*[،:]|\.?\s*$)",
        r"نوشت\p{L}*|گزارش|اعلام|خبر",
    ),
    "zh": _Way(
        r"(?:^|[，。])据?(?P<m>[^，。]{2,24}?)(?:昨天|今天|近日|日前|上周|本周|此前|周[一二三四五六日])?"
        r"(?:援引|引述)(?P<s>[^，。]{2,30}?)的(?:话|说法)",
        r"报道|称|说|据",
    ),
}  # fmt: skip


#: a medium that stands before the words that cite, perhaps with its verb between them
_MEDIUM = regex.compile(
    r"(?:[«„»\"](?P<t>[^«»„“”\"]{2,40})[»“«\"]|(?P<n>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3}))(?:\s\p{Ll}+){0,3}[\s,]*$"
)


@cache
def _way(language: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str]"] | None:
    way = _WAYS.get(language)
    if way is None:
        return None
    edge = r"" if language == "zh" else r"(?<!\w)"
    return regex.compile(way.citing, regex.IGNORECASE), regex.compile(rf"{edge}(?:{way.reports})", regex.IGNORECASE)


def with_cited(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """The drafts of a sentence with whom a medium cites as the speaker, and the medium as the outer one."""
    way = _way(sentence.language)
    if way is None:
        return drafts
    citing, reports = way
    passed: dict[str, Attribution] = {}
    for draft in drafts:
        said = draft.attribution
        if said is None or said.speaker in passed or not said.speaker_span.start < said.speaker_span.end:
            continue
        for match in citing.finditer(sentence.text):
            if (made := _through(said, match, reports, sentence)) is not None:
                passed[said.speaker] = made
                break
    return [replace(one, attribution=_passed(one.attribution, passed)) for one in drafts] if passed else drafts


def _passed(said: Attribution | None, passed: dict[str, Attribution]) -> Attribution | None:
    """An attribution with the cited source behind its medium, whether the medium speaks itself or is an outer one."""
    if said is None:
        return None
    if (made := passed.get(said.speaker)) is not None:
        return replace(made, verb=said.verb)
    for at, one in enumerate(said.outer):
        if (made := passed.get(one)) is not None:
            return replace(said, outer=(*said.outer[:at], *made.outer[-1:], made.speaker, *said.outer[at + 1 :]))
    return said


def _through(
    said: Attribution, match: "regex.Match[str]", reports: "regex.Pattern[str]", sentence: Sentence
) -> Attribution | None:
    """The source of the words that cite, where the speaker is the medium that does, or is the source already."""
    text, base = sentence.text, sentence.start
    start, end = said.speaker_span.start - base, said.speaker_span.end - base
    source = trimmed(text, *match.span("s"))
    if start < 0 or end > len(text) or source[0] >= source[1]:
        return None
    if "m" in match.re.groupindex:
        medium = trimmed(text, *match.span("m"))
        if said.outer or not (start < source[1] and source[0] < end):
            return None
    else:
        before = _MEDIUM.search(text, 0, match.start()) if start >= match.start() else None
        medium = trimmed(text, start, min(end, match.start()))
        if before is not None:  # the words that cite were taken for whoever speaks
            medium = before.span("t" if before.group("t") else "n")
        if not medium[0] < medium[1] or not _beside(text, medium[1], match.start(), sentence.language):
            return None
    close = len(text) if words_of(sentence.language).verb_last else match.end() + _VERB
    if reports.search(text, max(0, medium[0] - _VERB), close) is None:
        return None
    return replace(
        said,
        speaker=text[slice(*source)],
        speaker_span=Span(start=base + source[0], end=base + source[1]),
        outer=(*said.outer, text[slice(*medium)]),
    )


def _beside(text: str, end: int, start: int, language: str) -> bool:
    """Whether nothing but its verb and when it was stands between a medium and the words that cite."""
    if not 0 <= start - end <= _GAP:
        return False
    gap = text[end:start]
    that = patterns_of(language)["that"]
    told = that is not None and that.search(gap.lower()) is not None
    verbs = sum(token.verb for token in tokens_of(gap, language))
    return not told and verbs <= 1 and gap.rstrip(" ,").count(",") == 0 and not compiled(r"[;:]").search(gap)
