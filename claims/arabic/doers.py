# ruff: noqa: E501 -- word lists read better in long lines
"""Arabic verbs whose doer is a person or a body, so that a thing behind them is what is done."""

from claims.arabic import words as w
from claims.arabic.agreement import Stretch, Words, verb_gender
from claims.closed import compiled
from claims.folding import folded
from claims.lexicon.ar_verbs import verb_core
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind


def _table(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split())


_OF_PEOPLE = _table("""درس يدرس تدرس رفض يرفض ترفض كتب يكتب تكتب أسس يؤسس تؤسس تزوج يتزوج تتزوج أنجب قدم نال ألف نشر أخرج اكتشف اخترع شغل يشغل تشغل ترأس تولى قاد يقود تقود باع يبيع اشترى يشتري تشتري بنى يبني زار يزور تزور
 غادر يغادر تغادر التقى طلب يطلب تطلب سرق يسرق هاجم شاهد سمع صمم رسم يرسم ترسم ترجم غنى أحرز أمضى قضى استأنف يستأنف سيستأنف ستستأنف انتظر وقع تعلم يتعلم تتعلم ترك يترك تترك التحق يلتحق تلتحق تخرج يتخرج
 تتخرج انضم ينضم تنضم استقال يستقيل تستقيل اعتزل يعتزل تعتزل ترشح تبرع أدلى تعهد اعترف صوت استقبل يستقبل تستقبل رشح أقال حاول يحاول تحاول سافر زرع حصد طبخ عزف لحن أخرج مثّل أدار يدير تدير ربى علم""")


def needs_person(words: Words, verb: int) -> bool:
    """Whether only a person or a body can do what the verb says."""
    core = words[verb].core
    bare = verb_core(core) or core
    return (
        bare in _OF_PEOPLE or (bare.endswith("ت") and bare[:-1] in _OF_PEOPLE) or core.removesuffix("ت") in _OF_PEOPLE
    )


def is_done(words: Words, verb: int, found: Stretch) -> bool:
    """Whether the phrase behind a verb names a thing, so that the verb's own subject is left out."""
    if verb_gender(words[verb]) == "p" or not needs_person(words, verb) or _passive(words[verb].raw):
        return False
    if any(words[at].named or words[at].bearer >= 0 for at in range(*found)):
        return False
    head = words[found[0]]
    if head.pos == "NUM" or head.core in _NUMBERS:
        return (
            found[0] + 1 < len(words)
            and kind_of_noun(words[found[0] + 1].core.removesuffix("ا"), "ar") is Kind.THING
            and not words[found[0] + 1].core.endswith(("ين", "ون", "اء"))
        )
    kind = kind_of_noun(head.core, "ar")
    return (
        head.pos == "N"
        and (
            (kind is not Kind.BODY and _plain_thing(words, found))
            if head.definite
            else kind in {Kind.THING, Kind.BODY}
            and not head.core.endswith(("ون", "ين"))
            and verb_core(words[verb].core) != ""
            and _late(words, verb, found)
        )
        and kind is not Kind.PERSON
    )


def nobody_does(words: Words, verb: int) -> bool:
    """Whether a passive verb has no subject at all, but a preposition or "that": "وعُثر على", "يُنتظر أن", "ويُحتفل بالعيد"."""
    word = words[verb]
    behind = words[verb + 1] if verb + 1 < len(words) else None
    if behind is None or not (behind.pos in {"P", "COMP"} or behind.prefixed):
        return False
    bare = verb_core(word.core) or word.core
    if behind.pos == "COMP" and _passive(word.raw):
        return True
    prefix = "ب" if behind.core[:1] == "ب" else "ل" if behind.core[:1] == "ل" else ""
    return any(
        root in bare
        and (_passive(word.raw) or (root in _NEVER_DONE and bare in {root, "ي" + root}))
        and any(
            one in {behind.core, prefix} or behind.core in w.WITH_PRONOUN or _further(words, verb, one) for one in after
        )
        for root, after in _WITH.items()
    )


def _further(words: Words, verb: int, preposition: str) -> bool:
    """Whether the preposition of a verb stands a little further on: "عُثر بحوزته على"."""
    return any(words[at].core == preposition for at in range(verb + 1, min(verb + 5, len(words))))


#: verbs that take what they are done to behind a preposition, which stays there in the passive
_WITH = {
    "عثر": ("علي",),
    "قبض": ("علي",),
    "حكم": ("علي",),
    "افرج": ("عن",),
    "كشف": ("عن",),
    "اعلن": ("عن",),
    "علن": ("عن",),
    "سمح": ("ل",),
    "حتفل": ("ب",),
    "شتبه": ("في", "ب"),
    "فرج": ("عن",),
    "تحفظ": ("علي",),
    "عتمد": ("علي",),
    "ستغني": ("عن",),
}
_NEVER_DONE = frozenset(["عثر"])  #: hardly ever written of one who does it, where nobody is named


def _passive(raw: str) -> bool:
    """Whether the writing shows that the verb is done to what follows: by its vowel, or as "built" is spelt."""
    return "\u064f" in raw[:3] or compiled(r"\p{M}").sub("", raw).removeprefix("و").removeprefix("ف") == "بني"


def _late(words: Words, verb: int, found: Stretch) -> bool:
    """Whether an indefinite phrase is a thing by its first word, or a body that comes late behind the verb."""
    return kind_of_noun(words[found[0]].core, "ar") is Kind.THING or found[0] > verb + 1


_NUMBERS = _table("""ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة ثلاث أربع خمس ست سبع ثماني تسع عشر""")


def _plain_thing(words: Words, found: Stretch) -> bool:
    """Whether the thing is surely none that acts: it ends like an abstract noun, or is no subject by its letters."""
    head = words[found[0]]
    return head.core.endswith(("ات", "ا", "يه")) or head.core.removeprefix("ال") in _THINGS


_THINGS = _table("""نص كتاب رواية قصة حكم قرار عرض مال بيت منزل قصر أرض جائزة لقب دور وقت سنة عام رسالة مقال دراسة بحث كأس مباراة فيلم أغنية لوحة شهادة دكتوراه ماجستير طب قانون حقوق اقتصاد آداب فلسفة رياضيات فيزياء كيمياء
 سباحة موسيقى هندسة حرفة لغة مهنة منصب رئاسة قيادة تدريب إدارة عقد اتفاق بيان مذكرة طلب دعوى سيارة قارب سفينة كلية مدرسة لحظة هذه هذا عمل اسم فكرة خطة مبلغ بضاعة متجر دار""")
