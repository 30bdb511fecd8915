"""Ordinals ("first") and superlatives ("largest"): ranks, which a page can contradict as well."""

from collections.abc import Callable
from functools import cache

import regex

from claims.amounts_han import han_ranks
from claims.closed import compiled
from claims.folding import fold
from claims.lexicon import words_of
from claims.lexicon.shape import Words
from claims.number_ranks_arabic import arabic_ranks, numbered_spans
from claims.records import Comparator, Quantity

_BARE_HAN = frozenset("一二三四首上下")
_SHARE = regex.compile(r"(?<!\w)(?:an?|one|another)\s$")
Noun = Callable[[str, Words, int], tuple[str, int]]


@cache
def _patterns(
    language: str,
) -> tuple["regex.Pattern[str] | None", "regex.Pattern[str] | None", "regex.Pattern[str] | None"]:
    """Ordinals, superlatives upwards, superlatives downwards."""
    words = words_of(language)
    lead = words.clitics or ""
    most = regex.compile(rf"(?<!\w)(?:{lead})(?P<q>{words.most})(?!\w)") if words.most else None
    least = regex.compile(rf"(?<!\w)(?:{lead})(?P<q>{words.least})(?!\w)") if words.least else None
    return _ordinal_pattern(words), most, least


def _ordinal_pattern(words: Words) -> regex.Pattern[str] | None:
    """A pattern for ordinals in words and digits."""
    parts = sorted(words.ordinals, key=len, reverse=True)
    alternatives = "|".join(regex.escape(part) for part in parts)
    if not alternatives:
        return None
    digits = f"|{words.ordinal_digits}" if words.ordinal_digits else ""
    edge = "" if words.language == "zh" else r"(?!\w)"
    start = "" if words.language == "zh" else r"(?<!\w)"
    return regex.compile(
        rf"{start}(?:{words.clitics or ''})(?P<q>(?P<word>{alternatives}){edge}{digits and digits + edge})"
    )


#: "one of the largest", "the second largest", "at least": no first place
_ONE_OF = regex.compile(
    r"(?<!\w)[وفبل]?(?:من|احد|احدي|بين|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)\s+$|(?<!\w)(?:الي|نحو)\s+ال$"
)


_ONE_OF_PERSIAN = regex.compile(r"(?<!\w)(?:از|جزو|دومين|سومين|چهارمين|پنجمين)\s+$")


#: Arabic: elatives that behind a definite noun belong to its name or tell its size: "المجلس الأعلى", "الشركات الكبرى"
_EPITHET = regex.compile(r"(?:اعلي|ادني|كبري|صغري|عظمي|اكبر|اصغر)")
_DEFINITE = regex.compile(r"(?<!\w)[وف]?(?:[بك]?ال|لل)(?P<w>\p{L}+)\s+ال$")
#: behind such an elative, what it is the first among: "الرقم الأعلى منذ عشر سنوات"
_AMONG = regex.compile(
    r"\s+(?:منذ|علي الاطلاق|من نوع\p{L}+|بين|من بين|عالميا|عربيا|محليا|اوروبيا|افريقيا|تاريخيا|حجما|عددا|"
    r"في (?:ال)?(?:تاريخ|عالم|بلاد|قاره|منطقه|مدينه|اقليم|محافظه|برلمان|مجلس|شرق|غرب|افريقيا|اوروبا|اسيا)\p{L}*)(?!\w)"
)
#: what keeps its elative as a name wherever it stands
_ALWAYS = frozenset(
    {
        "مجلس",
        "مرشد",
        "قائد",
        "حوض",
        "شرق",
        "قضاء",
        "معهد",
        "حد",
        "ابن",
        "اخ",
        "اخت",
        "دول",
        "قوي",
        "مدن",
        "شركات",
        "جزء",
    }
)


def _superlative(flat: str, start: int, end: int) -> bool:
    """Whether an Arabic elative ranks: before its noun or with the article; "بسعر أدنى" only compares."""
    if _ONE_OF.search(flat, max(0, start - 12), start):
        return False
    by = 2 if flat.startswith("ال", start) else 0
    noun = _DEFINITE.search(flat, max(0, start - 24), start + by)
    if noun and _EPITHET.fullmatch(flat[start:end].removeprefix("ال")):
        return noun.group("w") not in _ALWAYS and _AMONG.match(flat, end) is not None
    if flat.startswith("ال", start) or flat[max(0, start - 2) : start] == "ال":
        return True
    behind = compiled(r"\s+(?P<w>\p{L}+)").match(flat[end:])
    return (
        behind is not None
        and compiled(r"(?:و|من$|في$|علي$|الي$|عن$|مع$|بكثير$|مما$|ممن$|ب\p{L}{3,}|(?!ال)\p{L}{2,}ا$)").match(
            behind.group("w")
        )
        is None
    )


def ordinal_spans(flat: str, words: Words) -> list[tuple[int, int]]:
    """Where ordinals of several words stand, none of which is a number by itself: "the seventy-third"."""
    if words.language == "ar":
        return numbered_spans(flat)
    ordinals = _patterns(words.language)[0]
    if ordinals is None:
        return []
    return [m.span("q") for m in ordinals.finditer(flat) if compiled(r"[\s-]").search(m.group("word") or "")]


#: behind an ordinal that ranks nothing: "le Premier ministre", "the first lady"
_OFFICE = regex.compile(r"\s(?:ministre|ministr[oa]|minister(?:in)?|lady|dama)(?!\w)")
_CAPITAL = regex.compile(r"\s\p{Lu}\p{Ll}")


def _in_name(text: str, first: int, last: int) -> bool:
    """Whether an ordinal opens a name inside its sentence: "ledgers of First Sandhills Bank"."""
    inside = first > 1 and text[first].isupper() and text[first - 1] == " " and text[first - 2].isalpha()
    return inside and text[first - 2].islower() and _CAPITAL.match(text, last) is not None


def ranks_in(  # noqa: C901, PLR0912
    text: str, words: Words, taken: list[tuple[int, int]], noun_behind: Noun
) -> list[Quantity]:
    """The ranks of a text that stand in none of the spans taken, with the noun that is ranked."""
    found: list[Quantity] = []
    source = fold(text)
    flat = source.text
    hits: list[tuple[int, int, float, str]] = []
    ordinals, most, least = _patterns(words.language)
    long = han_ranks(flat) if words.language == "zh" else []
    hits.extend((*rank, "ordinal") for rank in long)
    if words.language == "ar":
        hits.extend((start, end, value, "ordinal") for start, end, value in arabic_ranks(source, text))
    elif ordinals is not None:
        for match in ordinals.finditer(flat):
            digits = next((g for g in match.groups()[2:] if g), None) if match.group("word") is None else None
            value = (
                float(digits)
                if digits and digits.isdigit()
                else float(words.ordinals.get(match.group("word") or "", 0))
            )
            longer = any(first <= match.start("q") < last for first, last, _ in long)
            if value and match.group("q") not in _BARE_HAN and not longer:
                hits.append((match.start("q"), match.end("q"), value, "ordinal"))
    for pattern, value in ((most, 1.0), (least, -1.0)):
        if pattern is not None:
            hits.extend((m.start("q"), m.end("q"), value, "superlative") for m in pattern.finditer(flat))
    for start, end, value, kind in hits:
        if any(start < b and a < end for a, b in taken):
            continue
        first, last = source.back(start, end)
        if kind == "superlative" and first and text[first].isupper():
            continue  # "plaza Mayor"
        if kind == "superlative" and any(begin != start and stop == start - 1 for begin, stop, *_ in hits):
            continue  # "the sixth-biggest"
        if kind == "ordinal" and (_in_name(text, first, last) or _OFFICE.match(flat, end)):
            continue
        if kind == "superlative" and words.language == "fa" and _ONE_OF_PERSIAN.search(flat, max(0, start - 12), start):
            continue
        if kind == "superlative" and words.language == "ar" and not _superlative(flat, start, end):
            continue
        noun, noun_end = (
            ("", end) if words.language == "ar" and flat.startswith("ال", start) else noun_behind(flat, words, end)
        )
        if kind == "ordinal" and not noun and words.language == "en" and _SHARE.search(flat, max(0, start - 9), start):
            continue  # "by another tenth"
        noun_span = source.back(noun_end - len(noun), noun_end) if noun else (0, 0)
        found.append(Quantity(
            text=text[first:last], start=first, end=last, value=value, low=value, high=value, comparator=Comparator.EXACT,  # noqa: E501
            unit=kind, dimension=kind, noun=text[noun_span[0] : noun_span[1]],
        ))  # fmt: skip
    return found
