"""Chinese statements whose cut went through a word, or whose subject is that of another verb."""

import regex

from claims.clause_base import Spans
from claims.closed import compiled
from claims.draft import Draft
from claims.lexicon import words_of
from claims.names import find_names
from claims.records import ClaimKind

_FIGURE = r"(?:净?利润|毛利率?|营收|营业收入|收入|销售额|成交额|产值|产量|销量|成本|[\p{Han}]{1,3}(?:额|率|量|价))"
#: a subject that ends with a figure of its own, and a clause that opens with another one
_ENDS_IN_FIGURE = regex.compile(rf"(?:的|年|[月日天度]|公司|集团)(?P<f>{_FIGURE})$")
_OPENS_WITH_FIGURE = regex.compile(
    rf"{_FIGURE}(?:却|则|也|仍|均|为|达|约|同比|环比|增|下降|下跌|下滑|减|上升|上涨|升|降|由|从|比)"
)
#: what somebody has another one do: what follows is not done by the subject
_HAS_ANOTHER = regex.compile(
    r"(?:要求|责令|敦促|勒令|命令|指示|督促|鼓励|邀请|呼吁|建议|允许|请求|委托|授权|迫使|促使)(?!后|中|下)[^，。；：、的]{1,12}$"
)
_GOES_ON = regex.compile(r"[\p{Han}\p{N}]")
#: behind a comma a predicate that leaves its subject to the clause before
_SUBJECTLESS = regex.compile(r"至今|(?:(?:也|都|还|又|仍|却|并|一直|始终|从)(?:未|没|不))")
_OWN = "自己"
_APART = regex.compile(r"总部|\p{Han}?[于在因把被]")  #: what was taken from a subject is not given back

#: when or under what something was, without what was; and words that need what stands behind them
_ADVERBIAL = regex.compile(
    r"(?:在(?!押|建|逃|任|场|位|编|售|校|读)|自(?!由|治|称|动)|从(?!未|不|没|事|业)|随着|当(?!选|地|局|场)|直到)[^,，;；]*"
    r"(?:中|时|后|之后|之前|期间|以来|为止|之际)"
)
_TELLER = regex.compile(r"(?:表示|(?<![小传学据])说|(?<![名简职俗号人])称|指出|认为|透露|强调|坦言|写道)$")
_SAID = regex.compile(r"[,，:：“]|$")
_MEASURES, _PREPOSITIONS = frozenset("率额量值们"), frozenset("于在因把被")
_OPEN = regex.compile(r"(?:(?<![原起成主诱病死])因|由于|被|把|以及)$")


def han_subject(text: str, spans: Spans, drafts: list[Draft]) -> Spans:
    """The spans with their subject whole, without another figure, or taken from the clause before."""
    if len(spans) == 1:
        return _with_own(text, spans, drafts)
    (first, last), start, end = spans[1], spans[0][0], _measured(text, spans)
    if len(spans) == 2 and _GOES_ON.match(text, end):
        others = [one.spans[0][1] for one in drafts if len(one.spans) > 1 and one.spans[0][0] == start]
        longer = [at for at in others if end < at <= min(end + 2, first) and not _APART.fullmatch(text, end, at)]
        end = max(longer, default=end)
    own = _ENDS_IN_FIGURE.search(text, start, end)
    if own is not None and _OPENS_WITH_FIGURE.match(text, first, last) and own.start("f") - start > 1:
        end = own.start("f")
    return ((start, end), *spans[1:])


def _measured(text: str, spans: Spans) -> int:
    """Where a subject ends with the measure that it ends in, without a preposition, and of a firm, not of its seat."""
    (start, end), following = spans[0], spans[1]
    if text[end : end + 1] in _MEASURES and end + 1 < following[0]:
        return end + 1
    if text[end - 1] in _PREPOSITIONS and end - start > 2:
        return end - 1
    if text.endswith("总部", start, end) and end - start > 3 and text[end] != "的":
        acts = compiled(rf"(?:{words_of('zh').verbs}|{words_of('zh').adverb})").match(text, *following)
        return end if acts else end - len("总部")
    return end


def asserts_nothing(flat: str, start: int, end: int) -> bool:
    """Whether a stretch is but who speaks, when something was, or needs what stands behind it; `flat` is folded."""
    said = compiled(rf"\p{{Han}}{{2,4}}(?:{words_of('zh').say})")
    return (
        said.fullmatch(flat, start, end) is not None
        or (_TELLER.search(flat, start, end) is not None and _SAID.match(flat, end) is not None)
        or _ADVERBIAL.fullmatch(flat, start, end) is not None
        or (_OPEN.search(flat, start, end) is not None and _GOES_ON.match(flat, end) is not None)
    )


def _with_own(text: str, spans: Spans, drafts: list[Draft]) -> Spans:
    """A predicate behind "he himself did this, …" with that "himself"."""
    start, end = spans[0]
    if text[start - 1 : start] != "，" or not _SUBJECTLESS.match(text, start, end):
        return spans
    before = next((a for one in drafts for a, b in one.spans[:1] if b == start - 1 and text.startswith(_OWN, a)), -1)
    return spans if before < 0 else ((before, before + len(_OWN)), *spans)


def torn(text: str, spans: Spans, drafts: list[Draft]) -> bool:
    """Whether a statement breaks off inside a clause that another one tells whole, or is what another one is to do."""
    if len(spans) > 1 and _HAS_ANOTHER.search(text, spans[-2][1], spans[-1][0]):
        return True
    start, end = spans[0][0], spans[-1][1]
    if not _GOES_ON.match(text, end) or len(spans) > 1 or not compiled(words_of("zh").verbs).search(text, start, end):
        return False
    if any(one.end == end for one in find_names(text, "zh")):
        return False  # a title with its name, before what he says
    return any(
        one.kind is ClaimKind.CONTENT
        and one.spans != spans
        and any(a == start and end < b and "，" not in text[end:b] for a, b in one.spans[:1])
        and (len(one.spans) == 1 or _GOES_ON.match(text, one.spans[0][1]) is None)
        for one in drafts
    )


def open_title(text: str, spans: Spans, drafts: list[Draft]) -> Spans:
    """A title that stops before its name goes on to the end of whoever speaks; nothing where nobody does."""
    start, end = spans[0]
    if len(spans) > 1 or text[end - 1] != "的" or not _GOES_ON.match(text, end):
        return spans
    said = [one.attribution.speaker for one in drafts if one.attribution is not None]
    whole = max((len(one) for one in said if text.startswith(one, start)), default=0)
    return ((start, start + whole),) if start + whole > end else ()
