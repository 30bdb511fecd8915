# ruff: noqa: E501 -- word lists read better in long lines
"""Arabic words by what they tell of a pronoun: that they carry one, or only seem to."""

import regex

from claims.arabic.word import Word
from claims.folding import folded


def _table(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split())


#: words that end like a noun with a pronoun and carry none
_NO_PRONOUN = _table(
    "جنيه وجه مياه شبه فقه اتجاه تجاه انتباه الله عبدالله إله كره نزيه نبيه مشابه منبه شبيه توجيه تنبيه تشويه ترفيه هذه طه جاه أفواه شفاه اكراه أهم وهم سهم فهم درهم متهم مساهم تفاهم مهم إبراهيم ملهم مبهم أسهم دراهم تهم منتهى منها سفيه فواكه كاراتيه مقهى أداه مباراه فتاه حياه وفاه قضاه زكاه صلاه دعاه رعاه حماه طغاه أوجه تجاه متجه موجه درهما متهما مهما سهما فهما ملهما إلهاما"
)
_NATURAL = regex.compile(
    r"(?:[بلك]|ال|بال|لل)?(?:ت\p{L}{2}ي|ت\p{L}ا\p{L}|م\p{L}{2}|[اإ]\p{L}ت?\p{L}ا)ه"
)  # تشويه، تشابه، مشبه، اتجاه
#: what counts or measures the noun behind it
COUNTS = _table("نحو حوالي قرابة زهاء أكثر أقل عشرات مئات آلاف عدد بعض معظم جميع كل")
RANKS = _table("أول ثاني ثالث آخر أكبر أصغر أشهر أحد إحدى من واحد واحدة أفضل أهم")
#: what repeats a noun before it: "himself", "all of it"
EMPHATIC = _table(
    "كله كلها كلهم نفسه نفسها نفسهم ذاته ذاتها وحده وحدها وحدهم بأكمله بأكملها جميعه جميعها جميعهم معا بنفسه بنفسها بدوره بدورها بدورهم كافة برمته برمتها بأسرها"
)
#: verbs that nobody does: "it must", "it was found"
IMPERSONAL = _table(
    "يجب يمكن ينبغي يتعين يفترض ينتظر يتوقع يبدو تم يتم سيتم جرى يجري سيجري تبين يتبين يتضح يرجح يعتقد يصعب يسهل يحتمل تقرر أمكن وجب يلزم يكفي كان ليس يوجد توجد"
)
#: what behind "that it" shows that nothing is meant
EMPTY = _table("من لا لم ليس تم سيتم يتم يمكن يجب ينبغي في على بعد إذا كان تقرر نظرا إضافة وفقا")
TAIL = regex.compile(r"(?:(?<=\p{L}{3})هما|(?<=\p{L}{2})(?:ها|هم|هن|ه))$")
ALONE = {"هو": "ه", "هي": "ها", "هم": "هم", "هما": "هما", "هن": "هن"}


def carries(word: Word) -> str:
    """The pronoun written behind a noun or preposition; "" for none."""
    tail = TAIL.search(word.core)
    if tail is None or word.raw.endswith("ة") or word.named or word.core.startswith("ال"):
        return ""
    bare = word.core.removeprefix("ل").removeprefix("ب")
    marked = bare.removesuffix("ا") if tail.group(0) == "ها" else bare  # وجها: "a face", in the accusative
    if (
        word.core in _NO_PRONOUN
        or bare in _NO_PRONOUN
        or marked in _NO_PRONOUN
        or (tail.group(0) == "ه" and _NATURAL.fullmatch(word.core))
    ):
        return ""
    return tail.group(0)


def may_carry(word: Word) -> str:
    """The pronoun that a particle ends with: "because he"; "" for none."""
    tail = TAIL.search(word.core if word.pos == "COMP" else word.text)
    return tail.group(0) if tail is not None and word.core not in _NO_PRONOUN else ""


def qualifies(word: Word, before: Word | None) -> bool:
    """Whether a definite word only qualifies the noun before it."""
    if before is None or not word.definite or word.joined or word.prefixed or not before.noun:
        return False
    owned = TAIL.search(before.core) is not None and not before.raw.endswith("ة")
    return (
        before.definite
        or owned
        or (word.core.endswith(("ي", "يه")) and before.pos == "N" and before.core.endswith("ه"))
    )
