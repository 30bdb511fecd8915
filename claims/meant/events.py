# ruff: noqa: E501 -- word lists read better in long lines
"""Which nouns take up what a clause told: "the attack" for "a shark attacked a boy", «القرار» for «قرر المجلس»."""

from functools import cache

import regex
from simplemma import Lemmatizer

from claims.closed import compiled
from claims.folding import folded

CLAUSE = 110  #: characters of a clause that may stand in a bracket

#: nouns of acts and the verbs that tell them, where noun and verb differ or one of several verbs may tell it
_TOLD_BY = {
    "en": {
        "decision": "decide", "explosion": "explode", "death": "die", "sale": "sell", "closure": "close", "failure": "fail", "loss": "lose",
        "shooting": "shoot", "flight": "flee", "arrival": "arrive", "approval": "approve", "refusal": "refuse", "withdrawal": "withdraw", "removal": "remove",
        "dismissal": "dismiss", "appeal": "appeal", "growth": "grow", "choice": "choose", "complaint": "complain", "acquisition": "acquire",
        "collision": "collide", "suspension": "suspend", "expansion": "expand", "extension": "extend", "expulsion": "expel", "invasion": "invade",
        "admission": "admit", "breach": "breach", "marriage": "marry", "burial": "bury", "trial": "try", "departure": "depart", "seizure": "seize",
        "discovery": "discover", "proposal": "propose", "denial": "deny", "sinking": "sink", "bombing": "bomb", "raid": "raid", "delivery": "deliver",
        "warning": "warn", "ruling": "rule", "hearing": "hear", "opening": "open", "closing": "close", "landing": "land", "crossing": "cross",
        "rebuilding": "rebuild", "reduction": "reduce", "evacuation": "evacuate", "election": "elect", "resignation": "resign", "investigation": "investigate",
        "demolition": "demolish", "restoration": "restore", "announcement": "announce", "appointment": "appoint", "settlement": "settle",
        "investment": "invest", "replacement": "replace", "defeat": "beat", "victory": "win", "win": "win", "merger": "merge",
        "accident": "collide crash strike hit sink burst derail overturn plunge",
        "incident": "attack stab shoot ram injure crash collide rob steal assault break", "disaster": "burst sink flood collapse crash kill bury",
        "tragedy": "kill die drown sink crash collapse", "theft": "steal", "robbery": "rob steal", "heist": "steal rob",
        "attack": "attack stab shoot bomb bite maul", "assault": "assault attack beat", "murder": "murder kill stab", "killing": "kill shoot stab",
        "stabbing": "stab", "deal": "agree sign buy sell", "agreement": "agree sign", "verdict": "convict acquit", "conviction": "convict",
        "blast": "explode blow", "crash": "crash collide", "protest": "protest march demonstrate rally", "strike": "strike walk", "sentence": "sentence jail",
        "quake": "shake strike hit", "takeover": "buy acquire", "purchase": "buy purchase acquire",
    },
}  # fmt: skip
#: nouns of acts that are written like their verb
_SAME = {
    "en": frozenset("attack vote strike crash launch ban arrest release rescue search review visit walkout march protest fire collapse fall rise drop increase cut halt delay move raid sentence award order request warning transfer flood spill leak break blockade boycott assault murder rape fight race climb dive jump swim dig hunt theft appeal recall refund return switch shift swap hack outage shutdown lockdown repair rebuild".split()),  # noqa: SIM905
}  # fmt: skip
_ACT = "act:"  #: no stem of a noun begins so
_LEMMAS = Lemmatizer()


@cache
def act(verb: str, language: str) -> str:
    """The mark of what a verb tells, the same for all its forms.

    >>> act("attacked", "en") == act("attacks", "en")
    True
    """
    if language == "ar":
        return _ACT + skeleton(verb)
    own = _LEMMAS.lemmatize(verb, lang=language).lower()
    return _ACT + ("win" if own == "won" else own)


@cache
def acts_told(noun: str, language: str) -> frozenset[str]:
    """The marks of what a noun of an act takes up; empty for other nouns.

    >>> sorted(acts_told("decision", "en")), sorted(acts_told("bridge", "en"))
    (['act:decide'], [])
    """
    if language == "ar":
        return frozenset({_ACT + skeleton(noun)}) if _is_act(noun) else frozenset()
    own = _LEMMAS.lemmatize(noun, lang=language).lower()
    told_by = _TOLD_BY.get(language, {}).get(own)
    if told_by is not None:
        return frozenset(_ACT + verb for verb in told_by.split())
    return frozenset({_ACT + own}) if own in _SAME.get(language, frozenset()) else frozenset()


#: Arabic nouns of acts by the shapes of their derived verbs, and those of simple verbs that news is made of
_SHAPES = regex.compile(r"ا(?:ن|ست)?\p{L}ت?\p{L}ا\p{L}ه?|ا\p{L}{2}ا\p{L}ه?|ت\p{L}{2}ي\p{L}|استقاله|اقاله|ادانه")
_SIMPLE = frozenset(
    folded(one)
    for one in "قرار حكم هجوم تصويت خفض رفع رفض منع حظر طرد قتل عزل دفن قصف نهب سرقة فوز غرق سقوط زيارة وفاة شراء بيع هدم حجب كشف فتح طعن خطف نقل بناء توسعة تبرئة وقف تعيين محاكمة مقاطعة مصادرة مغادرة مشاركة".split()  # noqa: SIM905
)
#: nouns of those shapes that name things and bodies
_THINGS = frozenset(
    folded(one)
    for one in "اتحاد ائتلاف إعلام اقتصاد إسلام إنسان إنتاج إطار ارتفاع احتياط احتياطي تاريخ تقرير تقدير تحقيق تمويل تلميذ إقليم اقليم انسان اختصاص امتياز إيراد استاد تأمين تقنين ترتيب تعليم تدريب تسجيل تلفاز".split()  # noqa: SIM905
)
_LEAD = regex.compile(r"^[وف]?(?:[بك]?ال|لل)")
_ENDS = regex.compile(r"(?:وا|ون|ين|تا|ات|ت|ه|ا)$")


def _is_act(noun: str) -> bool:
    bare = _LEAD.sub("", noun)
    return bare in _SIMPLE or (bare not in _THINGS and _SHAPES.fullmatch(bare) is not None)


@cache
def skeleton(word: str) -> str:
    """The consonants that a verb and the noun of its act share.

    >>> skeleton("القرار") == skeleton("قررت"), skeleton("الاتفاق") == skeleton("اتفق"), skeleton("التصويت") == skeleton("صوت")
    (True, True, True)
    >>> skeleton("ال")
    ''
    """
    bare = _LEAD.sub("", word)
    if len(bare) > 3 and bare[0] == "س" and bare[1] in "يت":
        bare = bare[1:]
    if compiled(r"ت\p{L}{2}ي\p{L}ه?").fullmatch(bare):
        bare = bare[1:3] + bare[4:]  # تصويت
    elif compiled(r"ت\p{L}{3}ه").fullmatch(bare):
        bare = bare[1:]  # توسعة
    elif compiled(r"م\p{L}ا\p{L}{2}ه").fullmatch(bare) or (len(bare) > 3 and bare[0] in "يت"):
        bare = bare[1:]
    short = _ENDS.sub("", bare)
    bare = short if len(short) > 2 else bare
    if bare.startswith("زيار"):
        return "زر"
    hard = compiled(r"[اويىءئؤ]").sub("", bare)
    return hard if len(hard) > 2 else bare.replace("ا", "")
