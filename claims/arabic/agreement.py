"""Whether an Arabic verb can belong to a noun: gender and number, as far as the letters show them."""

from collections.abc import Sequence

import regex

from claims.arabic import words as w
from claims.arabic.word import Word
from claims.lexicon.ar_verbs import STEMS, verb_core
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind

Words = Sequence[Word]
Stretch = tuple[int, int]
COUNTING = frozenset(
    [
        "بعض",
        "بعضهم",
        "بعضها",
        "معظم",
        "معظمهم",
        "مئات",
        "عشرات",
        "الاف",
        "ملايين",
        "عدد",
        "عده",
        "اغلب",
        "احد",
        "احدي",
        "كل",
        "جميع",
        "اي",
        "نحو",
        "اكثر",
    ]
)
_BROKEN = regex.compile(
    r"ا\p{L}{2}ا\p{L}(?:ها|ه|هم)?|م\p{L}ا\p{L}{2,3}|\p{L}{2}ا\p{L}{2}|\p{L}وا\p{L}{2}|\p{L}{2}ائ\p{L}|ت\p{L}ا\p{L}ي\p{L}|\p{L}{2}و\p{L}|\p{L}{3,4}اء|\p{L}{2}ا\p{L}ي\p{L}"
)
_FEMININE = frozenset(
    [
        "حرب",
        "نار",
        "شمس",
        "ارض",
        "دار",
        "بلاد",
        "نفس",
        "روح",
        "سماء",
        "طريق",
        "بئر",
        "سوق",
        "الحرب",
        "الارض",
        "الشمس",
        "الدار",
        "البلاد",
        "السماء",
        "الصين",
        "مصر",
        "سوريا",
        "فرنسا",
        "روسيا",
    ]
)


def verb_gender(word: Word) -> str:
    """Return "f", "m", or "p" for a plural form."""
    core = word.core.removeprefix("س") if word.core[:2] in {"سي", "ست"} else word.core
    if core.endswith(("وا", "ون", "وه", "وها")):
        return "p"
    if core[0] == "ت" and not core.endswith("ت"):
        return (
            "?"
            if core in STEMS and (verb_core(core[1:]) or verb_core("ي" + core[1:]))
            else "m"
            if core in STEMS
            else "f"
        )
    stripped = core
    for tail in () if verb_core(core) == core else ("هما", "ها", "هم", "ه"):
        if core.endswith("ت" + tail):
            stripped = core[: -len(tail)]
            break
    return "f" if stripped.endswith("ت") else "m"


def noun_gender(words: Words, phrase: Stretch) -> str:  # noqa: PLR0911
    """Return "f" or "m" by the head's ending, "p" for a people's plural, "?" where the letters do not tell."""
    head = words[phrase[0]]
    if head.pos == "DEM":
        return "f" if head.core in {"هذه", "تلك", "هاتان"} else "m"
    if head.named:
        return "?"
    if phrase[1] - phrase[0] == 1 and head.definite and head.core.endswith("ي") and _after_verb(words, phrase[0]):
        return "?"  # "وُلدت العتيبي": a surname tells nothing
    core = head.core.removesuffix("ا") if head.raw[-1:] in "اً" and len(head.core) > 4 else head.core
    if core in COUNTING or head.pos == "NUM":
        return "?"
    if head.raw.endswith("ة") or core.endswith(("ات", "اء")) or core in _FEMININE:
        return "f"
    if core.endswith(("ته", "تها", "تهم")) and not head.definite:
        return "f"
    if core.endswith(("ون", "ين")) and len(core) > 5:
        return "p"
    if (
        not (core[:1] == "ا" and head.raw.removeprefix("و")[:1] == "إ") and _BROKEN.fullmatch(core.removeprefix("ال"))
    ) or core.endswith(("اتها", "اته", "اتهم")):
        return "?"  # a broken plural takes a feminine verb, or a plural one where it means people
    return "m"


def _after_verb(words: Words, at: int) -> bool:
    return at > 0 and words[at - 1].pos == "V"


def shown_gender(words: Words, phrase: Stretch) -> str:
    """The gender of a phrase by its letters or, where they do not tell, by the verb right before it."""
    own = noun_gender(words, phrase)
    if own != "?" or not _after_verb(words, phrase[0]):
        return own
    by_verb = verb_gender(words[phrase[0] - 1])
    return by_verb if by_verb in {"f", "m"} else own


def fits(verb: str, noun: str) -> bool:
    """Whether genders and numbers go together."""
    return "?" in {noun, verb} or verb == noun or (verb == "p" and noun in {"m", "p"}) or (verb == "m" and noun == "p")


def same_gender(words: Words, verb: int, own: Stretch, shared: Stretch) -> bool:  # noqa: PLR0911
    """Whether the phrase behind a joined verb is its own subject and not an object of the shared one."""
    kind = verb_gender(words[verb])
    mine, theirs = noun_gender(words, own), shown_gender(words, shared)
    head = words[own[0]]
    if not fits(kind, mine):
        return is_intransitive(words[verb].core) and kind_of_noun(head.core, "ar") is not Kind.PLACE
    if not fits(kind, theirs):
        return True
    if head.pos in {"P", "WHAT", "NUM"}:
        return is_intransitive(words[verb].core)  # "وتشغل نحو 3 آلاف عامل": whom the shared subject employs
    if head.core in COUNTING or head.named or _has_both(words, verb, own):
        return True
    if any(words[i].named for i in range(*own)) and own[1] - own[0] > 1:
        return True
    from claims.arabic.behind import has_object  # noqa: PLC0415 -- the phrases ask nothing of agreement

    if has_object(words[verb]):
        return True
    return is_intransitive(words[verb].core)


def is_intransitive(core: str) -> bool:
    """Whether a verb takes no object, in whatever tense, so that the noun behind it is its subject."""
    bare = core.removeprefix("س") if core[:2] in {"سي", "ست"} else core
    forms = {bare} | ({first + bare[1:] for first in ("", "ا", "و")} if bare[:1] in {"ي", "ت"} else set())
    return not forms.isdisjoint(w.INTRANSITIVE)


def _has_both(words: Words, verb: int, own: Stretch) -> bool:
    """Whether a second noun, the object, follows the one behind a verb: "ويخطف المرابط هدف الفوز"."""
    if own[0] != verb + 1 or own[1] >= len(words) or words[verb].core in w.TWO_OBJECTS or not words[own[0]].definite:
        return False
    behind = words[own[1]]
    return behind.pos == "N" and not (behind.joined or behind.prefixed or behind.core in w.TIME_NOUN or behind.named)


def belongs_to(words: Words, verb: int, head: int, end: int, subject: Stretch | None) -> bool:
    """Whether a joined verb goes on with the relative clause of a noun rather than with the main clause."""
    kind = verb_gender(words[verb])
    fits_head = fits(kind, noun_gender(words, (head, end)))
    if not fits_head:
        return False
    return subject is None or fits_head
