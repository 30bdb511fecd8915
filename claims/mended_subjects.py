# ruff: noqa: E501 -- patterns of words read better in long lines
"""Turkish and Persian clauses with a subject of their own, told without that of the clause before."""

from dataclasses import replace
from functools import cache

import regex

from claims.clause_base import Spans
from claims.draft import Draft
from claims.folding import fold
from claims.lexicon import words_of
from claims.lexicon.build import fold_pattern
from claims.mended_phrases import WORD, Phrases
from claims.records import ClaimKind

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
#: Persian: a preposition and the head of the noun behind it, right before a stretch
_HEAD = regex.compile(r"(?<!\p{L})(?:به|از|در|با|بر)\s(?P<h>[\p{L}\u200c]{3,})\s$")
#: Persian: what is said not to have come about, before what has
_CORRECTED = regex.compile(
    r"(?:^|\s(?:می‌گوید|گفت|که|افزود|،)\s)(?P<s>[\p{L}\u200c]+(?:\s[\p{L}\u200c]+){0,2})\s[\p{L}\u200c]+\sن(?:شده?|می‌شود|خواهد شد)"
    r"(?:\sاست)?،\sبلکه\s$"
)
_NOBODY = regex.compile(fold_pattern(r"(?:هیچ‌?کس|کسی)(?!\p{L})"))
#: Persian: a plan in which the noun behind it acts: "قرار است نمایندگان … حاضر باشند"
_PLANNED = regex.compile(fold_pattern(r"قرار (?:است|بود|شد) (?P<n>\p{L}{3,}(?:ان|‌?ها|‌?های))\s"))
_COMES_ABOUT = regex.compile(
    fold_pattern(
        r"\s(?:(?:نصف|تعطیل|ممنوع|آغاز|تشکیل|برگزار|تمام|کم|زیاد|گران|ارزان|لغو|متوقف|منتشر|تصویب|خشک|قطع|زخمی|مجروح|ویران|تخریب|"
        r"افتتاح|بسته|کشته|ساخته|خالی|نابود|محدود|جیره‌بندی)\s(?:خواه(?:د|ند) )?(?:ن?می‌)?ن?ش(?:د|دند|ده|ده‌اند|ود|وند)(?: است| اند)?"
        r"|(?:رشد|سقوط|افت|کوچ|تغییر) (?:خواه(?:د|ند) )?کرد(?:ند|ه|ه‌اند)?(?: است)?"
        r"|(?:افزایش|کاهش|پایان) (?:خواه(?:د|ند) )?یافت(?:ند|ه|ه‌اند)?(?: است)?)$"
    )
)
#: Persian: what opens a clause and is when, how or of what kind, and no subject
_WHEN = regex.compile(
    fold_pattern(
        r"(?:(?:\p{L}+ )?(?:سال|ماه|روز|هفته|شب|صبح|عصر|ساعت|دقیقه|بهار|تابستان|پاییز|زمستان|دیروز|امروز|فردا|اکنون|حالا|بعد|سپس|دوباره|همچنین|"
        r"تقریبا|کاملا|نیز|هم|هنوز|یکباره|تا|به|از|در|با|بر|برای|این|آن|همان|همین|خود)(?!\p{L})"
        r"|(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)(?!\p{L}))"
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

    def _persian_lead(self, spans: Spans) -> Spans:
        """A Persian noun with its head, before what is told of it: "به [اعتراض] چندروزهٔ کشاورزان انجامید که …"."""
        (start, end), *more = spans
        before = self.text[:start]
        if more and self.text.startswith("که ", more[0][0]) and not self._has_verb(start, end):
            head = _HEAD.search(before)
            word = head.group("h") if head else ""
            if head is not None and self._noun(fold(word).text) and not self._has_verb(head.start("h"), start):
                return ((head.start("h"), end), *more)
        return spans

    def _told_apart(self, one: Draft) -> bool:
        """Whether two other drafts tell a Persian statement and what "که" adds: "۱۴۱ میلی‌متر بوده که ۳۷ درصد …"."""
        if self.language != "fa" or one.kind is not ClaimKind.CONTENT or len(one.spans) != 1:
            return False
        start, end = one.spans[0]
        others = [other.spans for other in self.made if other.kind is ClaimKind.CONTENT and other is not one]
        firsts = {b for ((a, b), *more) in others if not more and a == start and self.text.startswith(" که ", b)}
        return any(
            len(other) == 2 and other[0][0] == start and other[1][1] == end and other[1][0] - stop in {1, 4}
            for other in others for stop in firsts
        )  # fmt: skip

    def _persian_subject(self, lead: tuple[int, int], start: int, end: int) -> bool:
        mark = _OBJECT_MARK.search(self.flat, start, end)
        if mark is None:
            some = _SOME_OF.search(self.flat, start, end)
            if some is not None and not self.grammar.preposition.fullmatch(self._token_before(some.start()) or ""):
                return True
            if _OF_ITSELF.search(self.flat, start, end) is not None:
                return False
            if _NOBODY.match(self.flat, start, end) or self._comes_about(start, end):
                return True
            first = WORD.search(self.flat, start, end)
            told = {one.group() for one in WORD.finditer(self.flat, *lead)}
            return first is not None and first.group() in told and self._noun(first.group())
        behind = [one.group() for one in WORD.finditer(self.flat, mark.end(), end)]
        return len(behind) > 2 and _organisation().fullmatch(behind[0]) is not None and not _MAKES.fullmatch(behind[-1])

    def _comes_about(self, start: int, end: int) -> bool:
        """Whether a clause opens with a noun of its own and closes with a verb that has no object: "سهم آب نصف شد"."""
        if (planned := _PLANNED.match(self.flat, start, end)) is not None:
            return self._noun(planned.group("n"))
        tail = _COMES_ABOUT.search(self.flat, start, end)
        first = WORD.search(self.flat, start, end)
        if tail is None or first is None or self._count(start, tail.start()) < 2 or _WHEN.match(self.flat, start, end):
            return False
        number = first.group().isdigit() or first.group() in words_of("fa").cardinals
        return number or self._noun(first.group())

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


def with_corrected(drafts: list[Draft], text: str, language: str) -> list[Draft]:
    """Persian statements behind "but" with the subject of what they correct: "[آب] کم نشده، بلکه فروخته شده است"."""
    if language != "fa" or "بلکه" not in text:
        return drafts
    made = []
    for one in drafts:
        start = one.spans[0][0]
        alone = one.kind is ClaimKind.CONTENT and len(one.spans) == 1 and text.endswith("بلکه ", 0, start)
        told = _CORRECTED.search(text, 0, start) if alone else None
        made.append(one if told is None else replace(one, spans=(told.span("s"), *one.spans)))
    return made
