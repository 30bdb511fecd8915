# ruff: noqa: E501 -- word lists read better in long lines
"""Arabic ordinals: those that rank a noun, and none of those that only name a king, a league, a war or an army."""

from functools import cache

import regex

from claims.closed import compiled
from claims.folding import Folded
from claims.lexicon import words_of
from claims.lexicon.build import any_of

#: nouns of which one is told by its number, whether as an ordinal or not: "الدورة العشرون", "الذكرى الـ25"
_NUMBERED = any_of(
    "الدورة الذكرى النسخة المركز المرتبة الجلسة الطبعة المرة الحلقة الدفعة القمة الأسبوع اليوم اللقب الهدف السنة العام "
    "الشهر الترتيب القرن الموسم اللقاء الاجتماع المؤتمر المهرجان الضحية الشهيد"
)
#: nouns whose ordinal is a name or a grade: "الدرجة الأولى", "السيدة الأولى", "الحسن الثاني"
_NAMED = any_of(
    "الله الملك الحسن الحسين الإسكندر الناصر المنصور البابا الدرجة الرابطة المحترفة الدوري القسم الفرقة الفيلق اللواء الكتيبة "
    "القناة الجيل السيدة المقام العالم الوهلة النائب المساعد السكرتير الوكيل المستشار الوزير الملازم الرقيب الخبير المفتش المدعي "
    "الممثل الكاتب الأمين الرجل الجمهورية الطابور السلطة الطريق الجنس الدائرة المحكمة المنطقة المجموعة الفئة النوع الحرب العالمية "
    "المسار الأممية الإمبراطورية الأسرة السلالة المعسكر الجيش الأسطول القطاع المربع الحلقة_الأولى البند الدقيقة الساعة المادة الفصل الباب الملحق"
)
#: several of a kind: the first hours are no rank
_SEVERAL = any_of(
    "الساعات الأيام الأسابيع الأشهر الشهور السنوات السنين الأعوام العقود المراحل اللحظات الدقائق الأهداف الخطوات البدايات الصفوف "
    "الثلاثة الأربعة الخمسة الستة السبعة الثمانية التسعة العشرة الثلاث الأربع الخمس الست السبع الثماني التسع العشر"
)
#: behind a verb or pronoun without a noun: "كان الأول"
_COPULA = any_of(
    "هو هي وهو وهي كان كانت يعد تعد ويعد وتعد يعتبر تعتبر بات باتت أصبح أصبحت ليس ليست يكون تكون لتصبح ليصبح ليكون"
)
#: heads of names that an ordinal may close: "بنك أبوظبي الأول"
_HEADS = regex.compile(
    rf"(?<!\w)[وفبل]?(?:{any_of('بنك مصرف شارع حي مدينة مستشفى مدرسة جامعة قناة شركة ملعب استاد ميدان ساحة جسر مجمع الملك الملكة البابا القيصر الخديوي السلطان دوري قاعدة كلية ثانوية مجموعة جائزة لواء وزير وزيرة رئيس نائب مساعد سكرتير')})(?:\s+\p{{L}}+){{1,3}}\s+$"
)
_TITLES = any_of("ملازم رقيب نقيب عريف مساعد نائب سكرتير وزير مستشار جندي وكيل خبير ممثل باب ميدان")
_AGAIN = any_of("مرة جهة ناحية درجة يد حرب عالمية باب")
_UNMOVED = regex.compile(r"(?:من$|في$|علي$|الي$|عن$|مع$|او$|ب\p{L}{3,})")


_TWENTY = frozenset({"العشرين", "العشرون"})


@cache
def _patterns() -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    """Ordinals with the article, and bare ones."""
    names = sorted(words_of("ar").ordinals, key=len, reverse=True)
    full = "|".join(regex.escape(name) for name in names if name.startswith("ال") and name not in _TWENTY)
    bare = "|".join(regex.escape(name) for name in names if not name.startswith("ال"))
    tens = "|".join(f"{name}(?:ون|ين)" for name in _tens())
    return (
        regex.compile(
            rf"(?<!\w)(?:(?P<q>{full})(?!\w)|(?<=(?<!\w)[وفبل]?(?:{_NUMBERED})\s+)(?P<t>{tens}|المائ?ه|المئه|ال\s?\d{{1,3}})(?![\w%]|[.,]\d))"
        ),
        regex.compile(rf"(?<!\w)(?:[وف]?[بلك]?)(?P<q>{bare})(?!\w)"),
    )


def _tens() -> dict[str, int]:
    names = ["العشر", "الثلاث", "الاربع", "الخمس", "الست", "السبع", "الثمان", "التسع"]
    return {name: 10 * at for at, name in enumerate(names, 2)}


def arabic_ranks(source: Folded, text: str) -> list[tuple[int, int, float]]:
    """Start, end and number of each ordinal that ranks something, in folded offsets."""
    flat = source.text
    full, bare = _patterns()
    known = words_of("ar").ordinals
    made: list[tuple[int, int, float]] = []
    for match in full.finditer(flat):
        name = match.group("q")
        if name is None:
            made.append((match.start("t"), match.end("t"), float(_told(match.group("t")))))
        elif _ranks(source, text, match.start(), match.end()):
            made.append((match.start("q"), match.end("q"), float(known[name])))
    made += [
        (match.start("q"), match.end("q"), float(known[match.group("q")]))
        for match in bare.finditer(flat)
        if _opens(source, text, match)
    ]
    return sorted(made)


def numbered_spans(flat: str) -> list[tuple[int, int]]:
    """Where ordinals of several words and numbers told as ordinals stand, which are no counts."""
    full, _ = _patterns()
    return [match.span() for match in full.finditer(flat) if match.group("t") or " " in match.group()]


def _told(raw: str) -> int:
    """The number of "العشرون", "المئة", "ال25"."""
    digits = compiled(r"\d+").search(raw)
    if digits:
        return int(digits.group())
    return 100 if raw.startswith("الم") else _tens()[raw[:-2]]


def _word_before(flat: str, at: int) -> "regex.Match[str] | None":
    return compiled(r"(?<!\w)(?P<w>[\p{L}\u200c]+)\s+$").search(flat[max(0, at - 24) : at])


def _ranks(source: Folded, text: str, start: int, end: int) -> bool:
    """Whether an ordinal with its article ranks the definite noun before it."""
    flat = source.text
    before = _word_before(flat, start)
    if before is None:
        return False
    word = before.group("w")
    plain = compiled(r"^[وفبك]?(?:ل(?=ل))?").sub("", word) if compiled(r"[وفبك]ال|[وف]?لل").match(word) else word
    plain = "ال" + plain[1:] if plain.startswith("ل") and not plain.startswith("ال") else plain
    if compiled(_COPULA).fullmatch(word):
        return True
    if plain.startswith("ال"):
        if compiled(f"{_NAMED}|{_SEVERAL}").fullmatch(plain) or _HEADS.search(flat[max(0, start - 60) : start]):
            return False
        return not compiled(r"\s+و?(?:ال)?(?:عشر|ثانوي|ابتدائي|اعدادي|متوسط|هجري|ميلادي)").match(flat[end : end + 12])
    first, last = source.back(start - (len(before.group(0))), start - (len(before.group(0)) - len(word)))
    return compiled(r"\p{L}{3}(?:ه|ها|هم|هما)$").search(text[first:last]) is not None


def _opens(source: Folded, text: str, match: "regex.Match[str]") -> bool:
    """Whether a bare ordinal ranks the noun behind it, or the one of the same gender before it."""
    flat, start, end, name = source.text, match.start(), match.end(), match.group("q")
    before = _word_before(flat, start)
    word = before.group("w") if before else ""
    if compiled(f"{_TITLES}|{_AGAIN}").fullmatch(word) or compiled(r"\d\s*$").search(flat[max(0, start - 3) : start]):
        return False
    behind = compiled(r"\s+(?P<w>\p{L}+)").match(flat[end:])
    following = behind.group("w") if behind else ""
    if name == "ثان":
        return bool(word) and not word.startswith("ال")
    if name == "اول" and behind and compiled(r"\s+من(?!\s+امس)").match(flat[end:]):
        return True
    if name.endswith("ه") or name == "اولي":
        first, last = source.back(start - 1 - len(word), start - 1) if before else (0, 0)
        agrees = text[first:last].endswith("ة") and not word.startswith("ال")
        highest = compiled(words_of("ar").most).fullmatch(following) is not None
        opening = name == "اولي" and following.endswith("ات")
        return agrees or highest or opening
    counts_nothing = _UNMOVED.match(following) or compiled(words_of("ar").no_noun).fullmatch(following)
    return bool(following) and not counts_nothing
