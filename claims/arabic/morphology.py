"""Arabic words by themselves: how surely one is a verb, and whether a preposition is written together with it."""

from functools import lru_cache

import regex

from claims.arabic import words as w
from claims.folding import folded
from claims.lexicon import words_of
from claims.lexicon.ar_verbs import never_verb, verb_core

_TENTH = regex.compile(r"[يت]?(?:است|سيست|ستست)[^ا]{3}(?:ت|وا|ه|ها|هم)?|س?[يت]ست\p{L}{2,3}(?:ون|ان)?(?:ها|ه|هم)?")
#: a present verb by its first letter; ينابيع and يافطات are plurals
PRESENT = regex.compile(r"(?!ي\p{L}ا\p{L}ي[^هن](?:ها|ه|هم)?$|ي\p{L}{3,}ات(?:ها|ه|هم)?$)ي\p{L}{2,9}")
_NISBA_PLACE = regex.compile(r"\p{L}+(?:يه|يا|نيه|اني|ائي|ائيه)")
_FEMININE_PAST = regex.compile(r"(?!ال|م)\p{L}{2,6}(?<!ا)ت(?:ه|ها|هم)?")


_KIN = regex.compile(r"(?:ابنت|اخت|زوجت|والدت|جدت|عمت|خالت|شقيقت)(?:ه|ها|هم|هما|نا|ي)")
_TAILS = regex.compile(r"(?:هما|هم|هن|ها|ه|نا|ا|ات|ين|ون|ي|يه|تها|ته|تهم)$")


@lru_cache(maxsize=65536)
def is_prefixed(word: str) -> bool:
    """Whether a preposition is written together with a noun."""
    if word.startswith(("بال", "لل", "كال")) and len(word) > 4 and word not in w.NOT_PREFIXED:
        return True
    if word[:1] not in "بل" or len(word) < 4 or word in w.NOT_PREFIXED or word in words_of("ar").given_names:
        return word[:2] == "كم" and len(word) > 5
    bare = _TAILS.sub("", word)
    return not any(one in w.NOT_PREFIXED for one in (bare, bare + "ه", _TAILS.sub("", bare)))


def _weak_past(bare: str) -> bool:
    """Whether a past of three letters is the feminine of one that ends in a vowel: نفت of نفى."""
    return bare not in {"بنت", "نبت"} and {bare[:2] + "ي", bare[:2] + "ا"} & w.STRONG_THREE != set()


@lru_cache(maxsize=65536)
def strength(word: str) -> str:  # noqa: C901, PLR0911, PLR0912
    """How surely a word by itself is a verb: "sure", "may", "never", or "guess" by its shape."""
    if (word.startswith("ال") and len(word) > 4 and verb_core(word) != word) or _KIN.fullmatch(word):
        return "never"
    core = verb_core(word)
    if not core and word[:1] == "ل" and word[1:2] in "يت" and len(word) > 4 and strength(word[1:]) == "sure":
        return "sure"  # ليصبح، لتلحق
    if core:
        bare = core
        given = words_of("ar").given_names
        if word in given:
            return "may"
        if bare != word and len(bare) == 4 and bare[-1] == "ت" and bare[0] not in "يت":
            return "sure" if bare[:3] in w.STRONG_THREE and bare[:3] not in {"قدر", "حمل", "صفق"} else "may"
        if word in w.FIFTH_NOUN or bare in w.FIFTH_NOUN or bare in w.DOER_NOUN:
            return "may"
        if bare in w.NOT_FEMININE_PAST:
            return "may"
        if len(bare) == 3 and bare[2] == "ت" and word == bare and _weak_past(bare):
            return "sure"  # نفت، رأت، دعت
        if len(bare) == 3 and bare[0] != "ي":
            object_behind = word != core and not word.startswith("س")
            if bare in w.STRONG_THREE and not object_behind:
                return "may" if bare in _OFTEN_NOUN else "sure"
            return "may" if bare in w.STRONG_THREE or not object_behind else "rarely"
        if len(bare) <= 2:
            return "may"
        return "sure"
    if word in w.NOT_PRESENT:
        return "never"
    if (
        word[0] in "نا"
        and len(word) > 3
        and not never_verb(word)
        and (core := verb_core("ي" + word[1:]))
        and core[0] == "ي"
    ):
        return "first"
    if PRESENT.fullmatch(word) and not _NISBA_PLACE.fullmatch(word) and len(word) > 3:
        return "sure" if len(word) < 8 or word.endswith(("ون", "ها", "هم")) else "guess"
    if _TENTH.fullmatch(word):
        return "sure"
    if _FEMININE_PAST.fullmatch(word) and word not in w.NOT_FEMININE_PAST and len(word) > 3 and not word.endswith("ه"):
        return "guess"
    return "never"


_OFTEN_NOUN = frozenset(
    folded(one)
    for one in [
        "عين",
        "رفض",
        "فرض",
        "منح",
        "منع",
        "عقد",
        "دفع",
        "رفع",
        "طلب",
        "نشر",
        "كشف",
        "قتل",
        "درس",
        "حكم",
        "وصف",
        "وضع",
        "وجه",
        "وعد",
        "وقع",
        "ذكر",
        "طرح",
        "شرح",
        "خفض",
        "نقل",
        "سجل",
        "قبض",
        "سلم",
        "حلق",
        "مر",
        "رد",
        "ود",
        "حل",
        "ضم",
        "شن",
        "رغب",
        "ظل",
        "مول",
        "صنف",
        "فقد",
        "ولد",
        "تم",
        "بنى",
        "وفر",
        "كلف",
        "شكل",
        "لعب",
        "جرى",
        "دعا",
        "بدأ",
        "حدد",
        "سلب",
    ]
)
