"""What stands beside the words that the segmenter takes for a speaker: his name, or the subject that they hang on."""

import regex

from claims.folding import folded
from claims.records import Name
from claims.speech_base import trimmed
from claims.tokens import tokens_of

_CLOSING = frozenset("》」』”»)）]")  #: marks that close what stands before a speaker
_BESIDE = regex.compile(r"\s?[,،，]\s(?:[^,،，.;:«»“”\"()]{0,40}\s)?")  #: and what he is: ", the teacher Paul Lenoir,"
#: Persian names have no capitals: an insert of two or three words that is no time and no place
_PERSIAN_NAME = regex.compile(
    r"\s?،\s(?P<n>(?!(?:در|به|از|با|بر|روز|هفته|ماه|سال|شب)(?!\p{L}))(?:\p{L}|\u200c)+(?:\s(?:\p{L}|\u200c)+){1,2})،"
)
_INSERTED = regex.compile(r"\s?،\s[^،.:]{0,60}")  #: Arabic: behind a speaker, within what he is
_TITLE_AND = regex.compile(r"»\s?،\s\p{L}{2}")
_HAN_TITLE = frozenset("、的")  #: what stands between parts of a title, or before its name
_ENDS = regex.compile(r"\s?(?:[,،，.»”\"]|$)")  #: an insert's marks
#: what opens an English sentence before a place: "Outside the court, Ann Lee said"
_PLACED = regex.compile(
    r"(?:(?:But|And)\s)?(?:Outside|Inside|At|In|After|During|Before|On|Near|Under|Following|Amid)\s"
)
#: German: what stands before words that hang on a noun, and how such words begin
_HANGS = regex.compile(r"\p{Lu}\p{L}+\s(?:des|der|eines|einer|von|vom|im|beim)\s$")
_HUNG = regex.compile(r"(?:des|eines)\s")
_THIS = regex.compile(r"\s(?:эту|этот|эти|это|такую|такой|такие)\s")
_BLAMES = regex.compile(r"\sw(?:a|i)rft?(?:en)?\s")
#: Turkish: a participle that tells of the noun behind it
_PARTICIPLE = regex.compile(r"(?!diyen$)\p{Ll}{2,}[ae]n")


#: Turkish: an owner before what is his, "Şirketin [avukatı]"
_OWNER = regex.compile(r"\p{L}{3,}['’]?n?[ıiuü]n")
_OWNED_NEXT = regex.compile(r"\s\p{Ll}{3,}[ıiuü](?!\p{L})")


def owns_next(text: str, span: tuple[int, int]) -> bool:
    """Whether a Turkish speaker is cut to whoever owns the next word: "[Şirketin] avukatı Nazlı Erkmen"."""
    words = text[slice(*span)].split()
    return bool(words) and _OWNER.fullmatch(words[-1]) is not None and _OWNED_NEXT.match(text, span[1]) is not None


def tells_of(text: str, anchor: tuple[int, int], speakers: set[int]) -> bool:
    """Whether a Turkish participle tells of the speaker right behind it: "uzun yıllar yurt dışında çalışan Somer'e göre"."""  # noqa: E501
    return anchor[1] + 1 in speakers and _PARTICIPLE.fullmatch(text, *anchor) is not None


def beside_subject(text: str, language: str, rules: tuple[int, int], start: int, names: list[Name]) -> bool:
    """Whether words from `start` on hang on a subject of the rules, or are whoever he blames or what he speaks of.

    So it is in "Ein Sprecher des Amtes", "Kolb warf der Stadt vor" and "В мэрии эту версию отвергли".
    """
    if language == "ar":  # "رأفت الجندي، رئيس مجلس إدارة شركة «دلتا»، إن": whoever has a name is who speaks
        named = any(rules[0] <= name.start < rules[1] for name in names)
        return named and rules[1] <= start and _INSERTED.fullmatch(text, rules[1], start) is not None
    if language == "ru":
        return rules[1] <= start and _THIS.fullmatch(text, rules[1], start) is not None
    if language != "de":
        return False
    if rules[0] < start < rules[1]:
        return _HANGS.search(text[rules[0] : start]) is not None or _HUNG.match(text, start) is not None
    return rules[1] <= start and _BLAMES.fullmatch(folded(text[rules[1] : start])) is not None


def two_at_once(text: str, span: tuple[int, int], language: str) -> bool:
    """Whether words run from a quoted title into whoever stands behind it: "هفته‌نامهٔ [«پگاه»، سپهری]"."""
    return language == "fa" and _TITLE_AND.search(text, *span) is not None


def cut_from(text: str, language: str, rules: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether words are but a part of the title of whoever the rules know.

    A Persian title stands behind the name and a comma, a Chinese name behind its title: "顾问、曾任审查员的[黎璟]".
    """
    if not (rules[0] <= span[0] and span[1] <= rules[1]) or rules == span:
        return False
    if language == "fa":
        return "،" in text[rules[0] : span[0]]
    return language == "zh" and span[1] < rules[1] and text[span[1] - 1] not in "》」" and text[span[1]] in _HAN_TITLE


def with_name(text: str, language: str, span: tuple[int, int], names: list[Name]) -> tuple[int, int]:
    """The words for a speaker with the name set beside them: "the mayor" of "the mayor, Lucien Barral, said"."""
    start, end = trimmed(text, *span)
    while start < end and text[start] in _CLOSING:
        start += 1
    if language == "en" and _PLACED.fullmatch(text, 0, start) and (comma := text.find(", ", start, end)) > 0:
        start = comma + 2  # "Outside the court, Ann Lee"
    for name in names:
        beside = _BESIDE.fullmatch(text, end, name.start) and _ENDS.match(text, name.end)
        if beside and not _verb_between(text, language, end, name.start):
            return start, name.end
    found = _PERSIAN_NAME.match(text, end) if language == "fa" else None
    if found is not None and not _verb_between(text, language, end, found.end()):
        return start, found.end("n")
    return start, end


def _verb_between(text: str, language: str, start: int, end: int) -> bool:
    return any(token.verb and start < token.start < end for token in tokens_of(text, language))
