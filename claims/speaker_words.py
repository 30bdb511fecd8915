# ruff: noqa: E501 -- word lists and their patterns read better in long lines
"""The words for a speaker made whole and bare: no name or quotation mark cut through, nothing that is not his."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from claims.closed import compiled
from claims.draft import Draft
from claims.folding import folded
from claims.lexicon import words_of
from claims.names import find_names
from claims.records import Attribution, ClaimKind, Name, Sentence, Span
from claims.speech_base import trimmed
from claims.standing import Context

_HAN = regex.compile(r"\p{Han}")
_PAIRS = {"«": "»", "»": "«", "„": "“", "“": "”", "《": "》", "「": "」"}
#: words before a speaker that are not his: when it was said, what joins the clause, to whom
_BEFORE = {
    "es": regex.compile(r"(?:ayer|hoy|anoche|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|est[ea] (?:diario|periódico|medio|agencia|revista|cadena|emisora))\s+(?=\p{L}+ )"),
    "fr": regex.compile(r"(?:hier|aujourd['’]hui|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: dernier)?)\s+(?=\p{L})"),
    "zh": regex.compile(r"(?:但是|不过|然而|同时|而|但|根据|依据|按照|据|的)(?=\p{Han}{1,})"),
    "ru": regex.compile(rf"(?:установил[аи]?|выяснил[аи]?|{words_of('ru').say})\s+(?=\p{{L}}{{2,}})"),
}  # fmt: skip
#: words behind a speaker that are not his: adverbs, an object before its verb, a participle that tells of him
_BEHIND = {
    "de": regex.compile(r"\s(?:aber|jedoch|zugleich|nun|auch)$|(?<=\p{Lu}\p{L}+)\s(?:die|das|den|diese[ns]?|seine[nm]?)\s.+$|(?<=(?<!\p{L})(?:[Ee]r|[Ss]ie))\s(?:de[mrn]|damals|heute|am|im|in|auf|vor|gegenüber)(?:\s.+)?$"),
    "en": regex.compile(r"\s\((?:[^()]*)$|\s(?:that|which|whom)(?:\s(?:the|a|an|its|his|her|their))?(?:\s[\p{L}&'’.-]+){1,3}$"),
    "es": regex.compile(r",\s(?:presidid|encabezad|dirigid|liderad|fundad|cread|publicad|difundid|elaborad|integrad)[oa]s?\s.+$"),
    "fr": regex.compile(r"(?:\s(?:n['’]\p{L}*|ne|l['’]a|en))$|,\s(?:présid|dirig|fond|créé|publi|mandat|compos|diffus|men)\p{Ll}*[éie]e?s?\s.+$"),
    "ru": regex.compile(r"(?<=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)\s(?!для|или|при|под|над|без)\p{Ll}{3,}(?:\s\p{Ll}+)*$|\s(?:(?:ещё|еще|уже)\s)?(?:весной|летом|осенью|зимой|вчера|сегодня|накануне|ранее|раньше|тогда|позже|затем|ещё|еще|уже)$|\s(?:это|этого|эт(?:и|у|от|ой|их)\s\p{Ll}+|данн(?:ую|ые|ый)\s\p{Ll}+|также|тоже)$"),
    "tr": regex.compile(r"\s(?:ise|de|da|ayrıca)(?:\s.+)?$"),
    "fa": regex.compile(r"\s(?:همچنین|نیز|هم|اعلام|پیش‌بینی|ت[أا]کید|بیان|اظهار|تصریح|ادعا|خاطرنشان|یادآور|ت[أا]یید|هشدار|وعده|توضیح|اذعان|اعتراف)$|(?<=(?<!\p{L})(?:او|وی|آنها|آن‌ها|آنان|ایشان))\s(?:با|ضمن|در|از|به|پس|طی)\s.+$|\s(?:این|آن)\s.+\sرا$|،\s(?:هفته|ماه|سال|روز)\s\p{L}+$|\s[\p{L}\p{N}]+\s(?:هفته|ماه|سال|روز)\s(?:پیش|قبل)(?:\s(?:هم|نیز))?$"),
    "zh": regex.compile(r"(?<=\p{Han}{2})(?:\d{1,2}[日号](?:上午|下午|中午|凌晨|晚间?)?|昨晚|今晨|今早|去年|今年|上月|本月|上周|本周|昨天|昨日|今天|今日|当天|日前|近日|(?:星期|周)[一二三四五六日天])$|(?:今日|昨日|今天|昨天|日前|近日|晚间|当晚|随后|赛后)*(?:发表|发布|发出)\p{Han}{0,4}(?:声明|公告|文告|通报)$|在?接受\p{Han}{0,12}(?:采访|访问|专访)时$|(?:(?:曾|也|还|又|并|则|均|当庭|随后|此前|近日|赛后)+|(?:昨晚|昨[日天]|今[日天]|\d{1,2}[日号](?:上午|下午)?)?(?:向[^，。]{1,8})?(?:解释|回应|答复|补充|回忆|介绍)|的(?:话|说法)|在|对|向|于|的|公布|发布)$"),
}  # fmt: skip


#: a medium, and behind a comma who is told of: "según el diario La Voz, un ingeniero advirtió …"
_SOURCE_AND = regex.compile(
    r"(?P<m>[^,]{3,}),\s(?P<s>(?:un|una|une|unos|unas|deux|dos|trois|tres|plusieurs|varios|varias)\s[^,]+)"
)
#: between a verb of saying and whoever hears it: "declaró a Radio Norte que …", "a indiqué à notre journal"
_TO = {
    "en": r"(?:to|before|in front of)(?: the| a| an)?",
    "es": r"(?:a|al|ante)(?: la| los| las| el)?",
    "fr": r"(?:à|au|aux|devant|auprès de|auprès du)(?: la| les| le| l['’])?",
}


def hearer_of(text: str, at: int, language: str) -> bool:
    """Whether what begins at a place is told something: "declaró a Radio Norte que …"."""
    to = _TO.get(language)
    before = folded(text[:at])
    return to is not None and len(before) == at and compiled(rf"(?<!\w)(?:{words_of(language).say})\s+{folded(to)}\s*$").search(before) is not None  # fmt: skip


def bare_words(text: str, span: tuple[int, int], language: str) -> tuple[int, int]:
    """A speaker without what stands beside him and is not his: "او همچنین", "ayer el diario", "это" before its verb."""
    start, end = _one_of_two(text, span, language)
    lead = _BEFORE[language].match(text, start, end) if language in _BEFORE else None
    if lead is not None and lead.end() < end:
        start = lead.end()
    tail = _BEHIND[language].search(text, start, end) if language in _BEHIND else None
    if tail is not None and tail.start() > start:
        end = tail.start()
    return start, end


def _one_of_two(text: str, span: tuple[int, int], language: str) -> tuple[int, int]:
    """A speaker that runs from a source into the subject behind it: the subject where it says something, else the source."""
    start, end = span
    two = _SOURCE_AND.fullmatch(text, start, end) if language in {"es", "fr"} and text[end : end + 1] == " " else None
    if two is None or not compiled(rf"(?<!\w)(?:{words_of(language).according})\s(?:\p{{L}}+['’ ]){{0,4}}$").search(
        folded(text[:start])
    ):
        return span
    says = compiled(
        rf"\s(?:(?:a|ont|avait|avaient|ha|han|habia|habian|lui|le|les|se)\s)*(?:{words_of(language).say})(?!\w)"
    )
    return two.span("s") if says.match(folded(text[end : end + 40])) else two.span("m")


def whole_words(text: str, span: tuple[int, int], names: Sequence[Name]) -> tuple[int, int]:
    """A speaker with the whole of a name or of a title in quotation marks that he was cut in."""
    start, end = span
    for name in names:
        if name.start < end < name.end or (name.role and name.start == end and text[start:end].endswith(name.role)):
            end = name.end
        if name.start < start < name.end:
            start = name.start
        if (
            0 < name.start - start < len(name.role)
            and _HAN.match(text, start)
            and text.endswith(name.role, 0, name.start)
        ):
            start = name.start - len(name.role)
    if start and text[start] in "年月日" and text[start - 1].isdigit():
        start = max((text.rfind(mark, 0, start) for mark in "，。；：“"), default=-1) + 1
    inside = text[start:end]
    for opening, closing in _PAIRS.items():
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            end += 1
            named = next((one for one in names if text[end : one.start] == " "), None)
            return (start, named.end) if named is not None else (start, end)
    return _opened(text, start, end)


#: German: a name behind its verb of saying and a comma, and what he is: "sagte Urs Keller, Präsident des Verbands"
_NAME_THEN = regex.compile(
    r"(?<!\p{L})(?P<v>\p{Ll}+)\s(?P<n>(?:\p{Lu}[\p{L}-]+\s){1,2}(?:von\s|van\s|de\s)?\p{Lu}[\p{L}-]+),\s$"
)
_WHAT_HE_IS = regex.compile(
    r"(?P<n>(?:\p{Lu}[\p{L}-]+\s){1,3}\p{Lu}[\p{L}-]+),\s(?:(?:de[rs]|die|eine?|stellvertretende[rn]?)\s)?\p{Lu}\p{L}+(?:\s(?:des|der|von|vom|im|bei|beim|für|am)\s[^,;:]+)?"
)


def _without_office(text: str, start: int, end: int) -> tuple[int, int]:
    """A German speaker by his name, without what he is behind a comma."""
    if ", " in text[start:end] and (whole := _WHAT_HE_IS.fullmatch(text, start, end)) is not None:
        return whole.span("n")
    before = _NAME_THEN.search(text, max(0, start - 60), start) if text[start - 2 : start] == ", " else None
    if before is not None and compiled(words_of("de").say).fullmatch(folded(before.group("v"))):
        return before.span("n")
    return start, end


def _opened(text: str, start: int, end: int) -> tuple[int, int]:
    """A speaker from the mark on that opens what closes within him: 《东岸日报》."""
    inside = text[start:end]
    for opening in ("《", "「", "“"):
        if inside.count(_PAIRS[opening]) > inside.count(opening) and (at := text.rfind(opening, 0, start)) >= 0:
            return at, end
    return start, end


def with_whole_speakers(drafts: list[Draft], sentence: Sentence, context: Context) -> list[Draft]:
    """The drafts of a sentence, each under the whole and bare words for whoever tells it."""
    names: list[Name] | None = None
    known: dict[str, str] = {}
    made = []
    for draft in drafts:
        said = draft.attribution
        if said is None:
            made.append(draft)
            continue
        if names is None:  # names of Arabic are found with the next noun at times; its own rules widen speakers
            names = [] if sentence.language == "ar" else find_names(sentence.text, sentence.language)
        better = _better(said, sentence, names)
        if better.speaker != said.speaker:
            known[said.speaker] = better.speaker
        made.append(draft if better is said else replace(draft, attribution=better))
    if context.speaker in known:
        context.speaker = known[context.speaker]
    made = [replace(one, attribution=_outside(one.attribution, known, sentence.text)) for one in made]
    return _supposed(made, sentence)


#: what opens a condition, whose verb of saying says nothing: "Si la cour confirme le jugement, …"
_SUPPOSES = {
    "fr": regex.compile(r"(?:[Ss]i\s|[Ss]['’]il)[^,«»“”\"]+,\s"),
    "en": regex.compile(r"(?:If|Unless)\s[^,«»“”\"]+,\s"),
    "de": regex.compile(r"(?:Wenn|Falls|Sofern)\s[^,«»“”\"„]+,\s"),
}


def _supposed(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """The drafts without a speaker whose words stand within the condition that opens the sentence."""
    pattern = _SUPPOSES.get(sentence.language)
    opened = pattern.match(sentence.text) if pattern is not None else None
    if opened is None:
        return drafts
    close = sentence.start + opened.end()
    return [
        replace(one, attribution=None)
        if one.attribution is not None
        and one.kind is ClaimKind.CONTENT
        and sentence.start <= one.attribution.speaker_span.start < one.attribution.speaker_span.end < close
        and one.spans[-1][1] > opened.end()
        else one
        for one in drafts
    ]


def _better(said: Attribution, sentence: Sentence, names: Sequence[Name]) -> Attribution:
    start, end = said.speaker_span.start - sentence.start, said.speaker_span.end - sentence.start
    if not 0 <= start < end <= len(sentence.text) or trimmed(sentence.text, start, end)[0] > start:
        return said
    if sentence.text[start:end].strip(" ،,") != said.speaker:
        return said  # a pronoun, under whom it stands for
    first, last = bare_words(sentence.text, whole_words(sentence.text, (start, end), names), sentence.language)
    if sentence.language == "de":
        first, last = _without_office(sentence.text, first, last)
    if (first, last) == (start, end):
        return said
    span = Span(start=sentence.start + first, end=sentence.start + last)
    return replace(said, speaker=sentence.text[first:last], speaker_span=span)


def _outside(said: Attribution | None, known: dict[str, str], text: str) -> Attribution | None:
    """An attribution whose outer speakers are whole as well; nobody passes on what he says himself."""
    if said is None or not said.outer:
        return said
    outer = tuple(_closed(known.get(one, one), text) for one in said.outer)
    outer = tuple(one for one in outer if one != said.speaker)
    return said if outer == said.outer else replace(said, outer=outer)


def _closed(words: str, text: str) -> str:
    """The words for an outer speaker with the mark that closes his title."""
    for opening, closing in _PAIRS.items():
        if words.count(opening) > words.count(closing) and words + closing in text:
            return words + closing
    return words
