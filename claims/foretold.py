# ruff: noqa: E501 -- word lists read better in long lines
"""What lies ahead by the time told beside a present tense, or by a mood, where no word of the future tells it."""

import regex

from claims.asides import without_asides
from claims.closed import compiled
from claims.folding import folded
from claims.lexicon.figures import figures_of
from claims.lexicon.zh import DONE_WITH
from claims.main_clause import main_clause

#: Chinese: what is over, unless a plan is
_HAN_DONE = r"已(?!经?(?:计划|决定|宣布|同意|承诺|安排|预|定|批准|获|确定|启动|开始|准备|列入))"
_WORD = regex.compile(r"\w+")
#: what comes to pass: in the present beside a day to come it is foretold, "am 3. Oktober öffnet das Museum"
_COMES = {
    "de": r"beginn(?:t|en)|start(?:et|en)|offn(?:et|en)|eroffn(?:et|en)|schliess(?:t|en)|ende[nt]|endet|steig(?:t|en)|sink(?:t|en)|"
    r"find(?:et|en)(?=.* statt)|tritt|treten|trifft|treffen|tagt|tagen|reist|reisen|zahl(?:t|en)|spiel(?:t|en)|empfangt|"
    r"ubernimmt|ubernehmen|verlasst|verlassen|wechselt|entscheide[nt]|entscheidet|stimm(?:t|en)(?=.* ab)|erhoht|erhohen|"
    r"senkt|senken|zieht|ziehen|fahrt|fahren|lauft(?=.* aus)|gilt|gelten|erhalt|bekommt|bekommen|wahlt|folgt",
    "en": r"begins?|starts?|opens?|closes?|meets?|resumes?|takes? place|leaves?|arrives?|plays?|faces?|travels?|expires?|takes? effect",
    "fr": r"(?:commence|debute|ouvre|ferme|affronte|expire|demarre)(?:nt)?|reprend|reprennent|entre(?:nt)? en vigueur|tient",
    "ar": r"[وف]?[يت](?:بدا|نطلق|لتقي|عقد|جتمع|فتتح|واجه|ستضيف|نتهي|ستانف|ختتم|قام|خوض|لعب|سري|زور|توجه|غادر|صوت|شارك|نظم|طلق|جر[يى]|حتفل|دخل(?=.* حيز))",
    "fa": r"ن?مي[\u200c ](?:شو|كن|ياب|گير|ده|رس|رو|آي|اي|گرد|ماند|پيوند|پرداز|گذار)\p{L}*$",
    "es": r"comienzan?|empiezan?|arrancan?|abren?|cierran?|celebran?|entran? en vigor|viajan?|reunen?|vencen?|disputan?|juegan?|tienen? lugar",
}  # fmt: skip
_COMES_TO_PASS = {language: regex.compile(rf"(?<!\w)(?:{verbs})(?!\w)") for language, verbs in _COMES.items()}
#: Persian: a subjunctive with no other verb stands under a plan, a hope or a forecast that was cut off
_SUBJUNCTIVE = regex.compile(
    r"(?<![\p{L}\u200c])(?<!م[یي] )ن?(?:شود|شوند|کند|کنند|برسد|برسند|یابد|یابند|دهد|دهند|گیرد|گیرند|گردد|باشد|باشند|برود|بروند|بیاید|بسازد|بماند|"
    r"بپردازد|برگردد)\W*$"
)
_PERSIAN_VERB = regex.compile(
    r"(?<!\p{L})ن?می[\u200c ]\p{L}+|(?<!\p{L})\p{L}*(?:کرد|شد|بود|داد|گفت|است|رسید|داشت|دارد)(?:ند|ه)?(?!\p{L})|(?<!\p{L})(?:باید|نباید|تا آن|برای)(?!\p{L})"
)


def cut_from_a_plan(text: str) -> bool:
    """Whether a Persian clause closes with a subjunctive and has no other verb."""
    closing = _SUBJUNCTIVE.search(text)
    return closing is not None and _PERSIAN_VERB.search(text[: closing.start()]) is None


def was_done(text: str, language: str) -> bool:
    """Whether a Chinese clause tells what was done with a thing: "去年将总部迁往北京"."""
    return language == "zh" and compiled(f"{DONE_WITH}|{_HAN_DONE}").search(text) is not None


def comes_to_pass(text: str, language: str, ahead: list[str]) -> bool:
    """Whether the main clause tells in the present what happens at a time that lies ahead, given by its words."""
    verbs = _COMES_TO_PASS.get(language)
    if verbs is None or not ahead:
        return False
    flat = main_clause(without_asides(text, language), language)
    flat = " ".join(_WORD.findall(flat))
    told = [words for one in ahead if (words := " ".join(_WORD.findall(folded(one)))) in flat]
    for words in told:
        flat = flat.replace(words, " ")  # "nächste" has the ending of a past
    past = compiled(rf"(?<!\w)(?:{figures_of(language).past or '(?!)'})(?!\w)")
    if language == "fa":
        return bool(told) and verbs.search(flat) is not None  # the verb closes the clause
    return bool(told) and verbs.search(flat) is not None and past.search(flat) is None
