"""What stands before a paragraph's first words and tells only where, when and by whom they were written."""

import regex

from claims.records import Span

#: a place in capitals, then perhaps its country, the day and the agency, then a dash or colon
_DATELINE = regex.compile(
    r"\p{Lu}[\p{Lu}\p{M}.'’-]*\p{Lu}(?:[ -]\p{Lu}[\p{Lu}\p{M}.'’-]+){0,3}(?:, (?:\p{Lu}[\p{L}.]+ ?){1,3}){0,2}"
    r"(?:,? \p{Lu}\p{Ll}+\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()\n]{2,40}\))?(?: ?[–—] ?| --? |: )(?=[\p{Lu}\p{N}\"“])"
)
#: who reports from where, in brackets: "【記者林怡君／北港報導】", "（中央社記者王小明台北15日電）"
_HAN_BYLINE = regex.compile(
    r"[【（(](?:本報|本报|中央社|[^】）)，。]{0,8}(?:記者|记者))[^】）)，。]{0,30}[】）)]\s*(?=\p{Han})|【[^】，。]{0,10}[訊讯電电]】\s*"
    r"|(?:本報|本报|本台|\p{Han}{2,5}社|中新网)\p{Han}{0,8}\d{1,2}月\d{1,2}日[讯訊电電](?:\s*[（(][^）)，。]{0,8}(?:記者|记者)[^）)，。]{0,30}[）)]\s*|\s+)"
)
#: a place with its dash, of a dateline that the splitter took for a sentence: "Ciudad de México.-"
_PLACE_ALONE = regex.compile(r"\p{Lu}[\p{L} ,'’()-]{2,50}\.(?=\s?[-–—])")
#: Arabic: a town or two, then perhaps the agency, set off by dashes
_ARABIC_DATELINE = regex.compile(
    r"(?!(?:كتبت?|إعداد|أعدت?ه?ا?|متابعة|تحرير|تصوير|ترجمة|حوار)[ :])"
    r"[\p{Arabic}\p{M}]{3,}(?:(?: ?[/،] ?| )[\p{Arabic}\p{M}]{2,}){0,2} [–—-]{1,2} "
    r"(?:(?:\([^()\n]{2,24}\)|«[^«»\n]{2,24}»|رويترز|وكالات|خاص) ?[–—-]{1,2} )?(?=\p{L}[^\n]{30})"
    r"(?![^\n]{0,60}? [–—-]{1,2} )"
)
#: a Russian dateline that is a sentence of its own, and the agency behind it: "МОСКВА, 18 ноября. /ТАСС/."
_DATE_ALONE = regex.compile(r"\p{Lu}{2}[\p{Lu} -]*, \d{1,2} \p{Ll}{3,8}\.?|/[\p{Lu} -]{3,20}/\.?")


def without_datelines(text: str, spans: list[Span], language: str, *, first: bool) -> list[Span]:
    """The sentences of a paragraph without the place, day and agency before them: "OSLO, May 3 (NTB) - ".

    `first` where it is the first paragraph of its article: only there an Arabic town before a dash is a dateline.
    """
    kept = list(spans)
    if len(kept) > 1 and (place := _PLACE_ALONE.match(text, kept[0].start)) and place.end() == kept[0].end:
        kept.pop(0)
    kept[:1] = [_behind(_DATELINE, text, span) or _behind(_HAN_BYLINE, text, span) or span for span in kept[:1]]
    if language == "ar" and first:
        kept[:1] = [_behind(_ARABIC_DATELINE, text, span) or span for span in kept[:1]]
    while kept and _DATE_ALONE.fullmatch(text, kept[0].start, kept[0].end):
        kept.pop(0)
    return kept


def _behind(pattern: "regex.Pattern[str]", text: str, span: Span) -> Span | None:
    """What follows such an opening; None where there is none, or nothing follows."""
    lead = pattern.match(text, span.start, span.end)
    return Span(start=lead.end(), end=span.end) if lead and lead.end() < span.end else None
