"""The words that the segmenter takes for an Arabic speaker -> the whole phrase of who speaks; None for nobody."""

from collections.abc import Set as AbstractSet

import regex

from claims.arabic import words as w
from claims.arabic.speakers import TELLS_WHOM, is_hearer, says_how, without_hearer
from claims.arabic.tagging import tagged
from claims.arabic.word import Word
from claims.folding import folded
from claims.lexicon.ar_verbs import verb_core

_FURTHEST = 8  #: words between "عن" or a verb of saying and the last word of who speaks
_AGE = regex.compile(r"\sالبالغة?\s(?:من\s|\d).*")  #: "الشاب البالغ من العمر 24 عاما"
_OF_HIM = regex.compile(r"(?:به|بها|عنه|عنها|إليه|إليها|فيه|فيها)\s")  #: "بحسب ما أفاد به الدفاع المدني"
_TO_MEDIA = frozenset(
    ["لقناه", "لاذاعه", "لصحيفه", "لصحيفتنا", "لمجله", "لوكاله", "للتلفزيون", "للصحافيين", "للصحفيين"]
)
#: how something is said, behind who says it: "يقول البرعي بأسى"
_HOW = frozenset(
    folded(word)
    for word in "بأسى بحزن بفخر بغضب بحسرة بأسف بثقة بسخرية بهدوء بمرارة بحماس بحذر بصراحة بامتعاض باستغراب بحنين بتأثر باعتزاز".split()  # noqa: E501, SIM905
)
_CALLS = regex.compile(
    r"(?<!\p{L})[وف]?(?:وصف|وصفت|يصف|تصف|وصفوا|واصفا|واصفة)\s[^.،]{1,60}\sبأن(?:ه|ها|هم|هما)\s*[«“\"]\s*$"
)
_CALLED = frozenset(["وصف", "وصفت", "يصف", "تصف", "وصفوا"])

Span = tuple[int, int]


def heard_speaker(text: str, span: Span, *, named: bool, people: AbstractSet[str]) -> Span | None:  # noqa: C901
    """Who speaks by a span of the text; `named` tells whether a name opens it, `people` are last names told so far."""
    words = tagged(text)
    told = _OF_HIM.match(text, span[0])
    if told is not None:
        span = told.end(), span[1]
    inside = [at for at, one in enumerate(words) if span[0] < one.end and one.start < span[1]]
    if not inside or is_hearer(words, span[0]):
        return None
    if words[inside[0]].core in {"صدر", "صدرت", "نشر", "نشرت"} and not named:
        return None  # "وفقا لتقرير صدر أمس"
    if says_how(folded(text[slice(*span)])) and not named:
        return None
    first, end = _opening(words, inside[0]), inside[-1] + 1
    while first < inside[0] and end < len(words) and words[end].pos == "N" and words[end].definite:
        end += 1
    to = next((at for at in range(inside[0] + 1, end) if _to_medium(words, at)), 0)
    end = to or end
    if (behind := words[end] if end < len(words) else None) is not None and behind.pos == "COMP":
        verb = words[first - 1].core if first else ""
        if verb in TELLS_WHOM:
            end = without_hearer(words, (first, end))
        elif verb in _CALLED and _is_called(words, first, end, people):
            end -= 1
    start = span[0] if first == inside[0] else words[first].start
    close = span[1] if end == inside[-1] + 1 else words[end - 1].end
    if end - first > 1 and words[end - 1].core in _HOW and close == words[end - 1].end:
        close = words[end - 2].end
    if (age := _AGE.search(text, start, close)) is not None:
        close = age.start()
    return start, close


def _to_medium(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word names the medium that was told, behind who speaks: "المدربة لقناة محلية"."""
    return words[at].prefixed and words[at].core in _TO_MEDIA and words[at - 1].core not in {"مراسل", "مراسله"}


def called_so(text: str, start: int) -> bool:
    """Whether a quotation that begins here is what somebody calls something: "ووصف الحكم بأنه «مسرحية»"."""
    return _CALLS.search(text[:start]) is not None


def _opening(words: tuple[Word, ...], at: int) -> int:
    """Where the phrase begins that a speaker's words are only the end of: "مصدر في وزارة ...", "والد إحدى ..."."""
    before = words[at - 1] if at else None
    behind = words[at].pos == "P" or (before is not None and before.pos == "P" and before.core != "عن")
    bare = before is not None and before.pos == "N" and not (before.definite or before.named)
    of_it = words[at].definite or words[at].core in {"احد", "احدي"}  # "والد إحدى الطالبات"
    inner = behind or (bare and of_it)
    if not inner and (before is None or before.pos != "N"):
        return at
    for place in range(at - 1, max(at - _FURTHEST, 0) - 1, -1):
        word = words[place]
        if word.pos == "P" and word.core == "عن":
            return place + 1
        if word.pos == "V":
            said = verb_core(word.core) in w.SAY or word.core in w.SAY
            return place + 1 if inner and said and words[place + 1].pos == "N" and not words[place + 1].prefixed else at
        if word.pos not in {"N", "P"} or (word.joined and place) or word.core in w.TIME_NOUN or word.core in w.REPORTS:
            return at
    return at


def _is_called(words: tuple[Word, ...], first: int, end: int, people: AbstractSet[str]) -> bool:
    """Whether the last word is what somebody calls something: "ووصف قبلان المحاكمة بأنها"."""
    last, before = words[end - 1], words[max(end - 2, first)]
    feminine = last.raw.endswith(("ة", "اء"))
    agrees = words[end].core == ("بانها" if feminine else "بانه")
    owner = before.core in people or before.definite or before.named
    return last.definite and agrees and owner and end - first > 1
