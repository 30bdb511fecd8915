"""Numbers that belong to a name, as capitals and neighbours tell: "Apollo 11", "Ocean's Eleven", "25th"."""

from functools import cache

import regex

from claims.amount import Amount
from claims.closed import Closed, compiled
from claims.folding import Folded, folded
from claims.lexicon import words_of
from claims.lexicon.figures import figures_of
from claims.lexicon.shape import Words

_YEARLIKE = regex.compile(r"(?:19|20)\d\d")
_BEFORE = regex.compile(r"(?P<far>[\p{L}'’.-]+\s+)?(?P<near>\p{Lu}[\p{L}'’.-]*|\p{Lu}\p{L}*[-–]?)\s$")
_ARTICLES = {"en": ("the", "a", "an"), "fr": ("le", "la", "un", "une"), "es": ("el", "la", "un", "una")}
_HYPHENED = regex.compile(r"-\p{Lu}\p{Ll}")
_OPENS = regex.compile(r"(?:^|[.!?:;»”\"«“„(\n–—-])\s*$")


@cache
def _patterns(language: str) -> "tuple[regex.Pattern[str] | None, Closed, Closed]":
    """Ordinals in digits, the words that open no name, and the nouns that even a number like a year counts."""
    words, figures = words_of(language), figures_of(language)
    ordinal = regex.compile(rf"(?<!\w)(?:{words.ordinal_digits})(?!\w)") if words.ordinal_digits and language != "zh" else None  # noqa: E501  # fmt: skip
    plain = "|".join(
        filter(None, (words.preposition, words.no_noun, words.determiner, words.negative_words, words.subordinate))
    )
    return ordinal, Closed(plain), Closed(figures.heads)


def digit_ordinals(flat: str, language: str) -> list[tuple[int, int]]:
    """Where ordinals stand in digits: "25th", "13e", "25-й"; they rank, and count nothing."""
    ordinal = _patterns(language)[0]
    return [match.span() for match in ordinal.finditer(flat)] if ordinal else []


def like_a_year(flat: str, amount: Amount, noun: str, language: str) -> bool:
    """Whether a bare number may as well be a year: "2028 Olympics", never "2 028 people" or "1,984 votes"."""
    raw = flat[amount.start : amount.end]
    if _YEARLIKE.fullmatch(raw) is None or (amount.value % 100 == 0 and noun):
        return False
    heads = _patterns(language)[2]
    if language == "zh":
        return not (noun and heads.fullmatch(noun[0]))
    return not (noun and heads.fullmatch(folded(noun)))


def in_title(text: str, source: Folded, amount: Amount, noun: str, language: str) -> bool:
    """Whether a number closes or opens a name, where capitals tell names apart."""
    first, last = source.back(amount.start, amount.end)
    if amount.in_words:
        return text[first].isupper() and _told_apart(text) and (
            _OPENS.search(text[max(0, first - 4) : first]) is None or _capital_behind(text, last)
        )  # fmt: skip
    ahead = _BEFORE.search(text, max(0, first - 60), first)
    if ahead is None or (noun and language == "de") or not (language == "de" or _told_apart(text)):
        return False
    words = words_of(language)
    near = folded(ahead.group("near"))
    if _opens_no_name(near, words, language):
        return False
    opens = _OPENS.search(text[max(0, ahead.start("near") - 4) : ahead.start("near")]) is not None
    if not noun or compiled(r"\p{Ll}\p{Lu}").search(ahead.group("near")):
        return True  # "PlayStation 5 sales"
    far = folded((ahead.group("far") or "").strip())
    if language == "en" and compiled(words.verbs or "(?!)").fullmatch(noun):
        return True  # "Apollo 11 landed"
    return not opens and far in _ARTICLES.get(language, ())


def opens_name(text: str, source: Folded, amount: Amount) -> bool:
    """Whether a hyphen and capitals make a number word the first one of a name: "Sept-Îles", "Deux-Sèvres"."""
    if not amount.in_words:
        return False
    first, last = source.back(amount.start, amount.end)
    return text[first].isupper() and _HYPHENED.match(text, last) is not None


def _opens_no_name(word: str, words: Words, language: str) -> bool:
    """Whether a capitalised word is a preposition, a determiner, a verb: no name that a number may close."""
    plain = _patterns(language)[1]
    return (
        plain.fullmatch(word) or word in words.not_names or compiled(words.verbs or "(?!)").fullmatch(word) is not None
    )


def _capital_behind(text: str, end: int) -> bool:
    behind = compiled(r"\s\p{Lu}").match(text[end : end + 3])
    return behind is not None


def _told_apart(text: str) -> bool:
    """Whether capitals tell names apart here: not where most words, as in German or a headline, or none have them."""
    words = compiled(r"\p{L}{3,}").findall(text)
    return bool(sum(word[0].isupper() for word in words) * 3 < max(len(words), 3) * 1.9)


_BESIDE_NAME = regex.compile(r"\p{Lu}\p{L}+\s?[,(]\s?(?:de |d'|âgée? de |aged )?$")


def is_age(text: str, source: Folded, amount: Amount, language: str) -> bool:
    """Whether a number alone between a name and a comma is somebody's age: "Antonia Vergara, de 29, sufrió …"."""
    first, last = source.back(amount.start, amount.end)
    return (
        not amount.in_words
        and amount.value == int(amount.value)
        and 1 <= amount.value <= 110
        and text[last : last + 1] in ({","} if language == "en" else {",", ")"})  # "Strydom (87)": a score
        and _BESIDE_NAME.search(text, max(0, first - 40), first) is not None
    )


def closes_name(text: str, source: Folded, amount: Amount) -> bool:
    """Whether digits close a name that stands inside the sentence: "Boeing 737"."""
    first, _ = source.back(amount.start, amount.end)
    word = compiled(r"(?P<lead>\S+)\s+(?P<name>\p{Lu}\p{L}+)\s$").search(text[max(0, first - 40) : first])
    return word is not None and word.group("lead")[-1:] not in ".!?:" and _capitals(text)


def _capitals(text: str) -> bool:
    """Whether capitals tell names apart here: not where most words, as in German, or none have them."""
    words = compiled(r"\p{L}{3,}").findall(text)
    return bool(sum(word[0].isupper() for word in words) * 3 < len(words) * 1.5)
