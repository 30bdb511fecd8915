"""Turkish and Persian clauses with a subject of their own, told without that of the clause before."""

from functools import cache

import regex

from claims.clause_base import Spans
from claims.lexicon import words_of
from claims.lexicon.build import fold_pattern
from claims.mended_phrases import WORD, Phrases

_ACCUSATIVE = r"(?!(?:sanayi|sayi|kiyi|dayi|koyu|payi|tuyu|iyi|duyu|buyu|huyu|suyu)(?!\p{l}))\p{l}{2,}[aeiou]y[iu]"
#: Turkish: a part of those just spoken of, "bunların 210'u", "52'si"; a figure taken up, "bu oran"
_TAKEN_UP = regex.compile(
    r"(?P<of>(?:bunlar|onlar|aralar|icler)(?:in|inda|indan|dan)\s(?:(?:yalnizca|sadece|en az|yaklasik)\s)?)?"
    r"(?:\p{N}[\p{N}.,]*'s?[iu]|biri|ikisi|ucu|dordu|besi|yarisi|cogu|tamami|hepsi|tumu|kalani)(?:n[iu]n)?(?!\p{l})"
    r"|(?P<figure>bu|soz konusu)\s(?:rakam|sayi|oran|tutar|miktar|artis|dusus|pay|deger)(?!\p{l})"
)
_WHOLE = regex.compile(r"(?:d[ae]n|t[ae]n|n[iu]n|l[ae]r[iu]n)$")
_TOLD = regex.compile(r"\p{l}{2,}(?:di|du|ti|tu)g[iu]|\p{l}{2,}(?:acag|eceg)i")  #: a verb of what is said
_OBJECT = regex.compile(rf"{_ACCUSATIVE}(?:\sise)?(?!\p{{l}})")
_OBJECT_ALONE = regex.compile(_ACCUSATIVE)
#: behind an object that was set first: a name without a case and, right behind it, the verb
_NAME_AND_VERB = regex.compile(r"\s(?:\p{Lu}[\p{L}\p{N}]+\s)+(?:kendi\s[^,;]+\s)?\p{Ll}+$")
#: Persian: some of those just spoken of, told without an object
_SOME_OF = regex.compile(
    fold_pattern(
        r"(?<!\p{L})(?:نیمی|نصف|بخشی|بخش اعظم|بیشتر|بسیاری|برخی|شماری|تعدادی|یکی|دو نفر|هیچ‌?یک)"
        r" از (?:این|آن|آنها|آن‌ها|ایشان)(?!\p{L})"
    )
)
_OBJECT_MARK = regex.compile(r"(?<!\p{L})را(?!\p{L})")
_MAKES = regex.compile(fold_pattern(r"(?:نامید|خواند|دانست|می‌?داند|می‌?خواند|می‌?نامد|کرد|کردند|کرده|ساخت|شناخت)\p{L}*"))
_OF_ITSELF = regex.compile(fold_pattern(r"(?<!\p{L})خود(?:ش|شان)?(?!\p{L})"))


@cache
def _organisation() -> "regex.Pattern[str]":
    return regex.compile(f"(?:{words_of('fa').organisation})")


@cache
def _bounds(language: str) -> "regex.Pattern[str]":
    """What bounds a number and stands before it, at the end of a stretch."""
    told = "|".join(pattern for pattern, _ in words_of(language).before)
    return regex.compile(rf"(?<!\p{{L}})(?:{told})\s*$")


class Subjects(Phrases):
    """A sentence whose later clauses may tell of somebody else."""

    def _of_another(self, spans: Spans) -> Spans:
        """A clause with a subject of its own is told without the words that open the clause before it."""
        if self.language not in {"tr", "fa"} or len(spans) < 2 or any(self._has_verb(*one) for one in spans[:-1]):
            return spans
        start, end = spans[-1]
        if not self._has_verb(spans[-2][1], start) and not _TOLD.search(self.flat, spans[-2][1], start):
            return spans
        own = self._turkish_subject if self.language == "tr" else self._persian_subject
        return (spans[-1],) if own(spans[0], start, end) else self._without_bound(spans)

    def _turkish_subject(self, lead: tuple[int, int], start: int, end: int) -> bool:
        part = _TAKEN_UP.match(self.flat, start, end)
        if part is not None:  # "Öğrencilerinden ikisi gitti, biri kaldı": those of whom both are a part are told once
            return bool(part.group("of") or part.group("figure")) or _WHOLE.search(self.flat, *lead) is None
        opened = _OBJECT.match(self.flat, start, end)
        if opened is None:
            return False
        if _OBJECT_ALONE.fullmatch(self.flat, *lead):
            return True  # "Sobayı köylüler aldı, boyayı öğretmen ödedi": two objects, the first is of its own clause
        return _NAME_AND_VERB.match(self.text, opened.end(), end) is not None

    def _persian_subject(self, lead: tuple[int, int], start: int, end: int) -> bool:
        mark = _OBJECT_MARK.search(self.flat, start, end)
        if mark is None:
            some = _SOME_OF.search(self.flat, start, end)
            if some is not None and not self.grammar.preposition.fullmatch(self._token_before(some.start()) or ""):
                return True
            if _OF_ITSELF.search(self.flat, start, end) is not None:
                return False
            first = WORD.search(self.flat, start, end)
            told = {one.group() for one in WORD.finditer(self.flat, *lead)}
            return first is not None and first.group() in told and self._noun(first.group())
        behind = [one.group() for one in WORD.finditer(self.flat, mark.end(), end)]
        return len(behind) > 2 and _organisation().fullmatch(behind[0]) is not None and not _MAKES.fullmatch(behind[-1])

    def _noun(self, word: str) -> bool:
        """Whether a Persian word is no number and of no closed class."""
        words = words_of(self.language)
        closed = self._closed(word) or self.grammar.determiner.fullmatch(word) or self.grammar.pronoun.fullmatch(word)
        return len(word) > 2 and not closed and word not in words.cardinals and not word.isdigit()

    def _without_bound(self, spans: Spans) -> Spans:
        """A subject does not end with what bounds the number behind it: "سیلاب دست‌کم [سه نفر را کشت]"."""
        start, end = spans[-2]
        bound = _bounds(self.language).search(self.flat, start, end)
        if bound is None or not self._count(start, bound.start()):
            return spans
        return (*spans[:-2], (start, start + len(self.text[start : bound.start()].rstrip())), spans[-1])
