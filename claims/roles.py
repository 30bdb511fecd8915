"""Facts that a name carries along: "Mayor Ruth Okafor", «الملياردير المولود في ألمانيا بيتر ثيل», and events told as nouns."""  # noqa: E501

from collections.abc import Sequence
from functools import cache

import regex

from claims.closed import compiled
from claims.folding import fold, folded
from claims.names import find_names
from claims.records import NameKind
from claims.tokens import Token, grammar_of, tokens_of

_BARE_TITLES = frozenset(
    folded(word)
    for word in [
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "mr.",
        "mrs.",
        "ms.",
        "dr",
        "السيد",
        "السيدة",
        "herr",
        "frau",
        "m",
        "mme",
        "me",
        "monsieur",
        "madame",
        "señor",
        "señora",
        "don",
        "doña",
        "maître",
        "господин",
        "госпожа",
        "آقای",
        "خانم",
    ]
)


#: Arabic titles by which somebody is spoken of rather than told what he is
_COURTESIES = frozenset(
    folded(word)
    for word in (
        "الدكتور", "الدكتورة", "دكتور", "دكتورة", "الأستاذ", "الأستاذة",
        "الحاج", "الحاجة", "الشيخ", "الشيخة", "البروفيسور",
    )
)  # fmt: skip
_DEFINITE = regex.compile(r"(?<!\p{L})(?:ال|لل|بال)")
_ENDED = regex.compile(r"['’]\p{L}")
_KIN = frozenset({"esi", "oglu", "kizi", "annesi", "babasi", "kardesi", "agabeyi", "ablasi", "torunu", "kocasi"})
_OF = regex.compile(r" (?:de|du|des|del|de la|d['’])(?!\p{L})")
#: Chinese: what stands before a title and is no part of it: "这家由[前教师顾维桢创办的企业]"
_HAN_LEAD = regex.compile(r"(?:[这那该][家个座部所名位支项]\p{Han}{0,6}?)?(?:由(?!来)|被|经(?!济|理|营|销|贸|纪))")
_TOLD = regex.compile(r"(?:\p{L}+\s+)*\p{Ll}{2,}[ae]n\s+(?=\p{Ll})")


def role_spans(sentence: str, language: str) -> list[tuple[tuple[int, int], ...]]:
    """Where a title stands with the name of who bears it; courtesy titles say nothing."""
    found: list[tuple[tuple[int, int], ...]] = []
    grammar = grammar_of(language)
    for name in find_names(sentence, language):
        if not name.role or name.kind is not NameKind.PERSON or folded(name.role) in _BARE_TITLES:
            continue
        start = sentence.rfind(name.role, 0, name.start)
        if start < 0 or name.start - start - len(name.role) > 4:
            continue
        if (
            language == "tr"
            and folded(name.role).split()[-1] in _KIN
            and _ENDED.search(sentence[name.start : name.end + 2])
        ):
            continue  # "Eşi Döne Hanım'ı kaybeden": no fact by itself
        if language in {"fr", "es"} and _OF.match(sentence, start + len(name.role)):
            continue  # "maire de Varenne": the place names nobody
        before = compiled(r"([\p{L}]+['’]?)\s*$").search(sentence[:start])
        if (
            before
            and grammar.determiner.fullmatch(folded(before.group(1)).rstrip("'"))
            and language not in {"ar", "fa", "ru", "tr"}
        ):
            start = before.start()
        if language == "tr" and (told := _TOLD.match(name.role)):
            start += told.end()  # "veren ziraat odası başkanı": the participle has its object before it
        if language == "zh" and (lead := _HAN_LEAD.match(name.role)):
            start += lead.end()
        words = [] if language not in {"ar", "fa"} else list(compiled(r"[\p{L}\p{M}]+").finditer(name.role))
        born = next((word.start() for word in words[1:] if grammar.born.fullmatch(folded(word.group(0)))), -1)
        if born > 0:
            # "the billionaire born in Germany": what he is and where he was born are two facts
            at = sentence.rfind(name.role, 0, name.start)
            found.append(((start, at + len(name.role[:born].rstrip())), (name.start, name.end)))
            found.append(((at + born, name.end),))
        else:
            found.append(((start, name.end),))
    return found


def borne_titles(sentence: str) -> frozenset[tuple[tuple[int, int], ...]]:
    """The Arabic titles with a name of two words or more, which tell what somebody is: no "Doctor", no lone "Samir".

    >>> len(borne_titles("رد المدرب هيثم الصواف على النقاد")), len(borne_titles("رد الدكتور هيثم الصواف"))
    (1, 0)
    """
    known = grammar_of("ar").words.given_names
    told = [one for one in find_names(sentence, "ar") if one.role and " " in one.text]
    sure = [
        one for one in told if _DEFINITE.search(one.role) or any(folded(word) in known for word in one.text.split())
    ]  # "مهندسة في شركة كورية كبرى" names nobody
    ends = {one.end for one in sure if folded(one.role) not in _COURTESIES}
    return frozenset(spans for spans in role_spans(sentence, "ar") if len(spans) == 1 and spans[0][1] in ends)


@cache
def _closers(language: str) -> "regex.Pattern[str]":
    return regex.compile(
        r"[.؛;:،,]|\s(?:الذي|التي|مما|حيث|بعد|فيما|بينما|لكن)(?!\w)" if language == "ar" else r"[.;:,]"
    )


def event_spans(sentence: str, language: str) -> list[tuple[int, int]]:
    """Verbal nouns with their doer and object: «إلغاء الحكومة رسوم العبور في يناير»."""
    if language != "ar":
        return []
    grammar = grammar_of(language)
    source = fold(sentence)
    tokens = tokens_of(sentence, language)
    found = []
    for at, token in enumerate(tokens[:-2]):
        bare = token.text.removeprefix("و").removeprefix("ب") if not grammar.event.fullmatch(token.text) else token.text
        if not grammar.event.fullmatch(bare) or not _doer(tokens, at + 1):
            continue
        after = _past_doer(tokens, at + 1)
        if (
            after >= len(tokens)
            or not tokens[after].word
            or tokens[after].text.startswith(("ال", "لل", "بال"))
            or grammar.preposition.fullmatch(tokens[after].text)
            or (tokens[after].verb and not grammar.event.fullmatch(tokens[after].text))
        ):
            continue
        close = _closers(language).search(sentence, tokens[after].end)
        end = close.start() if close else len(sentence.rstrip(" .؟!"))
        start = token.start + (len(token.text) - len(bare) if not source.places else 0)
        if end - start > 25:
            found.append((start, end))
    return found


def _doer(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name or a definite noun stands there."""
    words = grammar_of("ar").words
    return tokens[at].text in words.given_names or (tokens[at].text.startswith("ال") and len(tokens[at].text) > 4)


def _past_doer(tokens: Sequence[Token], at: int) -> int:
    """The token behind the doer."""
    words = grammar_of("ar").words
    if tokens[at].text in words.given_names:
        return at + 2
    at += 1
    while at < len(tokens) and compiled(r"ال\p{L}+(?:ي|يه)").fullmatch(tokens[at].text):
        at += 1
    return at
