"""Verbal nouns of Arabic by their shape: إعلان، انسحاب، تشكيل، تراجع، مغادرة، وصول."""

import regex

from claims.arabic import words as w
from claims.arabic.word import Word

_SHAPE = regex.compile(r"ا\p{L}{2,4}ا\p{L}(?:ه|ت)?|ت\p{L}{2}ي\p{L}(?:ه|ت)?|م\p{L}ا\p{L}{2}[هت]|\p{L}{2}و\p{L}")
_OTHERS = frozenset(
    "فوز وفاه وفات مقتل رحيل عوده عودت زياره زيارت لقاء هجوم غزو بيع شراء فتح رفض طرد قتل عزل دفن زواج طلاق ولاده ولادت موت غرق قصف بناء تقاعد حكم فرض طرح نشر تسلم تولي تخلي كشف فشل نجاح هزيمه خساره هروب نقل رفع خفض ادانه ادانت اقاله اقالت منع عقد ترشيح وقف هدم".split()  # noqa: SIM905, E501
)
_TAIL = regex.compile(r"(?:هما|ها|هم|ه)$")


def is_masdar(word: Word) -> bool:
    """Whether a noun without article is a verbal noun, as far as its letters show."""
    if word.pos != "N" or word.definite or word.named or word.raw.startswith("أ") or word.core in w.TIME_NOUN:
        return False
    bare = without_pronoun(word)
    return any(_SHAPE.fullmatch(one) or one in _OTHERS or one in w.FIFTH_NOUN for one in {word.core, bare})


def without_pronoun(word: Word) -> str:
    """The noun without the pronoun that says whose it is."""
    if word.raw[-1:] == "ة":
        return word.core
    bare = _TAIL.sub("", word.core)
    return bare if len(bare) >= 3 else word.core


def has_owner(word: Word) -> bool:
    """Whether a pronoun is written behind the noun: تقاعدها."""
    return without_pronoun(word) != word.core
