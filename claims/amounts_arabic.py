# ruff: noqa: E501 -- word lists read better in long lines
"""What Arabic number words mean beside their neighbours: duals, fifths, halves that open the name of a round."""

from dataclasses import replace

import regex

from claims.amount import Amount
from claims.folding import fold
from claims.lexicon.build import any_of

#: the dual of a power, and its form before the noun; "مليونا" is one million where more of the number follows
_TWO = {
    1e3: ("الفان", "الفين", "الفي", "الفا"),
    1e6: ("مليونان", "مليونين", "مليوني", "مليونا"),
    1e9: ("ملياران", "مليارين", "ملياري", "مليارا"),
    1e12: ("تريليونان", "تريليونين", "تريليوني", "تريليونا"),
}
_POWERS = {name: value for value, names in _TWO.items() for name in names}
_SHORT = frozenset(names[3] for names in _TWO.values())
_MORE = regex.compile(r"\s+و|\s*(?:[.,:;)]|$)")
_AND = regex.compile(r"(?<!\w)و(?:ال)?$")

#: "خمس" is five before a plural and a fifth before what is one: "خمس دول", "خُمس السكان"
_PART = {"ثلث": 3, "ربع": 4, "خمس": 5, "سدس": 6, "سبع": 7, "ثمن": 8, "تسع": 9, "عشر": 10}
_DIGIT_WORDS = frozenset(["ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "ثماني", "تسع", "عشر"])
#: words that mean something else as well, and surely count before an indefinite noun: "ست قرى", "عشر دول"
_ALSO_NOUNS = frozenset(["ست", "عشر"])
_COUNTED = regex.compile(r"\s+(?!ال|[وفبلك]ال|من(?!\w)|عن(?!\w)|في(?!\w)|علي(?!\w)|الي(?!\w)|انه?(?!\w))\p{L}{3,}")
_DAMMA = "\u064f"
_DEFINITE = regex.compile(r"\s+ال(?!ي(?!\w))\p{L}")
_OF_RANK = regex.compile(r"\s+(?:ال)?(?:اول|اخير|ثاني|ثالث|رابع|نهائي|خالي)\p{L}*|\s+(?:ال)?(?:سنوي|دائر|شهري)\p{L}*")
_UNITS = any_of(
    "سنة عام عاما شهر شهرا أسبوع أسبوعا يوم يوما ساعة دقيقة قرن قرنا عقد عقدا كيلومتر كيلومترا متر مترا ميل ميلا طن طنا درجة"
)
_TWINS = any_of(
    "سنتين سنتان عامين عامان شهرين شهران أسبوعين أسبوعان يومين يومان ساعتين ساعتان دقيقتين دقيقتان ثانيتين قرنين قرنان عقدين عقدان كيلومترين مترين ميلين طنين درجتين"
)
#: a unit that holds its own number: "عامين", "ساعة ونصف"
_ALONE = regex.compile(
    rf"(?<!\w)(?<!كل )[وفبل]?(?P<u>(?P<two>{_TWINS})|(?:{_UNITS})(?=\s+و(?:(?:نصف|ربع|ثلث)(?!\w)|\S+(?:\s+\p{{L}}+)?\s+(?:اشهر|شهرا?|ايام|يوما?|اسابيع|ساعات|ساعه|دقائق|دقيقه)(?!\w))))(?!\w)"
)
_UNIT_AND = regex.compile(rf"(?<!\w)[وفبل]?(?:{_UNITS}|{_TWINS}|\p{{L}}+(?:ات|ايام|اعوام|اشهر|امتار|اطنان))\s+و$")
_POINTED = regex.compile(r"\d{1,3}\.\d{3}(?!\d)")


def arabic_two(flat: str, name: str, start: int, end: int, *, following: bool) -> tuple[float, ...] | None:
    """The pieces of a power in the dual; None where the word is no dual here."""
    power = _POWERS.get(name)
    if power is None:
        return None
    joined = _AND.search(flat, max(0, start - 4), start) is not None
    if name in _SHORT and ((following and not joined) or _MORE.match(flat, end)):
        return (power,)  # "اثنا عشر ألفا", "مليونا و200 ألف"
    return (2.0, power)


def arabic_amounts(found: list[Amount], text: str) -> list[Amount]:
    """The amounts that are safe to read beside what follows them."""
    source = fold(text)
    flat = source.text
    made: list[Amount] = []
    for one in found:
        word = flat[one.start : one.end]
        if one.fraction and (_OF_RANK.match(flat, one.end) or _joined(flat, one.start)):
            continue  # "نصف نهائي", "الربع الأخير"
        if _POINTED.fullmatch(word) and one.value < 1000 and not word.startswith("0.") and not word.endswith(".000"):
            continue  # "1.250": a thousand or one and a quarter
        if word in _DIGIT_WORDS:
            first, last = source.back(one.start, one.end)
            if word in _PART and _DAMMA in text[first:last][:3]:
                made.append(replace(one, value=1 / _PART[word], fraction=True, vague=False))
                continue
            if _DEFINITE.match(flat, one.end):
                continue
            if word in _ALSO_NOUNS and flat[max(0, one.start - 1) : one.start] != "ل" and _COUNTED.match(flat, one.end):
                one = replace(one, vague=False)  # noqa: PLW2901 -- "ست قرى"
        if word.endswith(".000") and one.value < 1000:
            one = replace(one, value=one.value * 1000)  # noqa: PLW2901 -- "30.000 درهم": nobody writes three noughts behind a point
        made.append(one)
    counted = {one.end for one in made}
    alone = [
        Amount(match.start("u"), match.start("u"), 2.0 if match.group("two") else 1.0, 1, True, False, False)
        for match in _ALONE.finditer(flat)
        if _before(match.start("u"), flat) not in counted
    ]
    return sorted([*made, *alone], key=lambda one: one.start)


def _before(start: int, flat: str) -> int:
    """Where what stands before a word ends."""
    return len(flat[:start].rstrip())


def _joined(flat: str, start: int) -> bool:
    """Whether a fraction is told on top of what stands before it: "سنة ونصف"."""
    return _UNIT_AND.search(flat, max(0, start - 24), start) is not None
