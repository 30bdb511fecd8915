# ruff: noqa: E501 -- word lists read better in long lines
"""Judgements and demands told with nothing but an object: "nannte den Plan falsch", "считает проект ошибочным"."""

from collections.abc import Sequence

import regex

from claims.tokens import Token, grammar_of

_CALLS = regex.compile(r"n(?:annt|enn)(?:e|en|t)")
_HOLDS = frozenset({"halt", "halten", "hielt", "hielten"})
_TERMS = regex.compile(r"bezeichnet(?:e|en)?")
#: "klagte über den Lärm"; without an article it is a pain that is told: "klagte über Übelkeit"
_COMPLAINS = regex.compile(r"klagt?(?:e|en)?")
_UTTERS = regex.compile(r"au(?:ss|ß)ert(?:e|en)?")
_RUSSIAN_CALLS = regex.compile(r"назвал[аио]?|называ[ею]т|счита[ею]т|считал[аи]?|сч[её]л|сочл[аи]")
_RUSSIAN_ASKS = regex.compile(r"(?:по)?требовал[аи]?|(?:по)?просил[аи]?|призвал[аи]?|призыва[ею]т")
_PLEADS = regex.compile(r"призна(?:л[аи]?|[её]т|ют)")
_GUILT = frozenset({"вину", "вины"})
_INSTRUMENTAL = regex.compile(r"\p{L}{2,}(?:[ыи]м|[ыи]ми|[ое][йи])")
_INFINITIVE = regex.compile(r"\p{L}{2,}(?:ть|ться|ти|тись|чь)")


#: Turkish: what one finds a thing to be, by the ending of the word or the word
_FINDS = regex.compile(r"bul(?:uyor|du|mustu|uyordu)(?:lar|du)?")
_FOUND = regex.compile(
    r"\p{l}{2,}s[iu]z|olumlu|yanlis|dogru|hatali|riskli|sakincali|tehlikeli|abartili|eksik|gec|onemli|gerekli|pahali|zayif|fazla"
)


_NEITHER = regex.compile(r"(?<!\w)ne (?!de )\S.* ne (?:de )?\S+\W*$")  #: "ne doğruladı ne yalanladı": nothing was said


def turkish_act(text: str, words: Sequence[Token], *, known: bool) -> bool:
    """Whether a Turkish clause is an act of speech, by a `known` verb or as what its subject finds: "raporu yetersiz buluyor"."""
    finds = len(words) > 3 and _FINDS.fullmatch(words[-1].text) and _FOUND.fullmatch(words[-2].text)
    return _NEITHER.search(text) is None and bool(known or finds)


def judges(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether the verb at a place tells what its subject makes of something, or asks of somebody."""
    if language == "de":
        return _german(tokens, at)
    return language == "ru" and _russian(tokens, at)


def _german(tokens: Sequence[Token], at: int) -> bool:  # noqa: PLR0911 -- one kind of verb a line
    verb, behind = tokens[at].text, tokens[at + 1 :]
    words = [one for one in behind if one.word]
    if not words:
        return False
    if _TERMS.fullmatch(verb):
        return any(one.text == "als" and not one.depth for one in words)
    if _COMPLAINS.fullmatch(verb):
        return (
            words[0].text == "uber"
            and len(words) > 2
            and grammar_of("de").determiner.fullmatch(words[1].text) is not None
        )
    if _UTTERS.fullmatch(verb):
        return words[0].text == "sich" and len(words) > 1 and not any(one.text == "nicht" for one in words)
    if _CALLS.fullmatch(verb):
        return len(words) > 1 and words[0].text != "sich" and (words[-1].depth > 0 or _describes(words[-1]))
    if verb in _HOLDS:
        place = next((n for n, one in enumerate(words) if one.text == "fur" and not one.depth), 0)
        rest = words[place + 1 :]
        return place > 0 and bool(rest) and (rest[0].depth > 0 or all(_describes(one) for one in rest))
    return False


def _describes(one: Token) -> bool:
    """Whether a word that closes a German clause can be an adjective."""
    grammar = grammar_of("de")
    return not one.sentence_case and not any(
        closed.fullmatch(one.text)
        for closed in (grammar.determiner, grammar.pronoun, grammar.preposition, grammar.adverb)
    )


def _russian(tokens: Sequence[Token], at: int) -> bool:
    verb, words = tokens[at].text, [one for one in tokens[at + 1 :] if one.word]
    if _PLEADS.fullmatch(verb):
        return any(one.text in _GUILT and not one.depth for one in tokens)
    if not words:
        return False
    if _RUSSIAN_ASKS.fullmatch(verb):
        return any(_INFINITIVE.fullmatch(one.text) and not one.depth for one in words)
    return _RUSSIAN_CALLS.fullmatch(verb) is not None and (
        words[-1].depth > 0 or _INSTRUMENTAL.fullmatch(words[-1].text) is not None
    )


_THIS = frozenset({"эту", "этот", "эти", "это", "такую", "такои", "такой", "такие", "такое"})


def behind_object(tokens: Sequence[Token], last: int) -> int:
    """Where a Russian subject begins behind an object that is pointed at: "Эту идею депутат Юдин назвал пустой"; 0 where none is."""
    if last < 2 or tokens[0].text not in _THIS or any(one.comma for one in tokens[:last]):
        return 0
    title = grammar_of("ru").title
    named = (at for at in range(1, last) if title.fullmatch(tokens[at].text) or tokens[at].sentence_case)
    return next(named, last - 1 if last > 2 or tokens[0].text == "это" else 0)


#: a Russian body that speaks by a verb without a subject: "В мэрии эти сведения опровергли"
_PLURAL = regex.compile(r"\p{L}+(?:ли|ют|ят|ат)")
_LOCATIVE = regex.compile(r"\p{L}{2,}(?:е|и|у|ах|ях)|\p{Lu}+")
_BODY = regex.compile(
    r"(?:министерств|управлени|комитет|департамент|служб|пресс-служб|ведомств|комисси|агентств|администраци|прокуратур|суд|компани|холдинг|штаб|"
    r"мэри|правительств|парламент|дум|клуб|банк|завод|посольств|полици|инспекци|фонд|парти|федераци|профсоюз|организаци|больниц|университет|институт)"
    r"(?:е|и|у|ах|ях)"
)
_OF_IT = regex.compile(r"\p{L}{3,}(?:ии|ия|ва|да|та|ра|на|ла|ого|его|ых|их|ов|ой|ей|ои|еи)")
_IN = frozenset({"в", "во"})
_MONTH = regex.compile(r"(?:январ|феврал|март|апрел|ма[ий]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*")


def body_that_speaks(tokens: Sequence[Token], verb: int, last: int) -> tuple[int, int] | None:
    """Where a body begins and ends that opens a Russian clause behind "в" and says by its verb alone; None where none does."""
    if last < 3 or tokens[0].text not in _IN or _PLURAL.fullmatch(tokens[verb].text) is None:
        return None
    end = 1
    while end < last and tokens[end].word and not tokens[end].text.startswith(("эт", "данн")):
        end += 1
    words = tokens[1:end]
    if not words or len(words) > 4 or last > end + 2 or _MONTH.fullmatch(words[0].text):
        return None
    if _BODY.fullmatch(words[0].text) is None:
        named = words[0].sentence_case and (words[0].raw.isupper() or _LOCATIVE.fullmatch(words[0].text) is not None)
        return (words[0].start, words[0].end) if named else None
    close = next(
        (n for n, one in enumerate(words) if n and not one.sentence_case and _OF_IT.fullmatch(one.text) is None),
        len(words),
    )
    if close == len(words) > 1 and end == last and not words[-1].sentence_case:
        close -= 1  # something must be left that is spoken of: "В мэрии обвинения отвергли"
    return words[0].start, words[close - 1].end
