"""Chinese sentences -> assertions: cut at commas behind which a new predicate stands."""

import regex

from claims.clause_base import Part
from claims.closed import compiled
from claims.lexicon import words_of

_OF_THEM = regex.compile(
    r"另有|另外|仍有|还有|其中|只有|仅有|最[多少高低大小长短]的|有的|多数|少数|半数"
)  #: a subject of its own
_CONDITION = regex.compile(words_of("zh").condition)
_BARE_IF = regex.compile(r"如(?!果)[^，]+$")  #: what a clause would do under a condition of its own
_COUNTS = regex.compile(r"\d|[一二三四五六七八九十百千万亿]{2}")
_SKIPPED = regex.compile(
    r"(?:并且|并|而且|而|但是|但|同时|也|还|且|以及|不过|因此|然而|于是|所以|此外|另外|则|因为|由于|尽管|虽然)[，,]?\s*"
)
_OWN = frozenset(
    ["而", "但", "但是", "不过", "因此", "然而", "于是", "所以", "此外", "另外", "则", "因为", "由于", "尽管", "虽然"]
)  #: a subject may follow
_ADVERBIAL = regex.compile(
    r"^(?:在|从|自|随着|据|根据|由于|因为|为了|当|如果|若|虽然|尽管|即使|一旦|\d{4}年|去年|今年|明年|昨天|当时|目前|此前|随后|截至|对于|关于|经过|作为)"
)
_TIME = regex.compile(
    r"(?:(?:\d+|[一二三四五六七八九十两几]+)(?:年|个月|月|日|天|小时|分钟|周|个星期)+(?:后|前|内|以来|间|底|初|起)?"
    r"|去年|今年|明年|前年|昨天|今天|当天|当晚|随后|此后|目前|如今|现在|同年|次年|每年|每月|每天|近年来|[上下本](?:周[一二三四五六日天]?|个?月|半年)|[早晚]些时候|全[年天](?!候|级)|[上下]半年|至今)+[，,]?\s*"
)  #: when; never a subject
_NO_SUBJECT = regex.compile(
    r"(?!以色列|对手|对方|对象|将军|自治|自由|自来|自动|自然|从业|到期|为期|被告|被害|不少|未来|未婚|没收|没人|为首)"
    r"(?:主要(?!的|原|内|产|是因)|[因由在从自以被把对向将于至随经按据为未没不仍已曾正均也都还又再只就才却并且而使让令导])"
)
_CONCEDED = regex.compile(r"虽然|虽|尽管")
_MEASURED = regex.compile(
    r"\p{Han}{2}(?:人数|率|额|量|者|总额|总数|数量|规模|收入|成本|价格)"
)  #: "死亡人数": no verb opens here
_NAMED_AT_END = regex.compile(r"的[“「《][^”」》]+[”」》]$")  #: "开了二十六年的“拾页书店”，": the subject alone
_AGED = regex.compile(r"(?:今年)?\d{1,3}岁的(?P<name>[\p{Han}]{2,4}?)(?=原?是|在|于|也|已|曾|从|来自|毕业)")
_RELATIVE = regex.compile(r"(?:这|那|该|一|每)?(?:家|部|座|名|位|个|项|条|艘|架|所|幅|种|本|支|场|次)")
_OPENS_BEFORE_NOUN = regex.compile(r"于|由|被|曾|已|在")
_ENDS_ADVERBIAL = regex.compile(r"(?:时|后|前|以来|期间|之后|之前|中|上|下|里|年|月|日|的话)$")


def split_han(sentence: str, start: int, end: int) -> list[Part]:
    """The assertions of a stretch of Chinese; a predicate without a subject takes that of the first."""
    words = words_of("zh")
    verb = compiled(words.verbs)
    stretch = sentence[start:end]
    pieces = [(m.start(), m.end()) for m in compiled(r"[^，；]+").finditer(_masked(stretch))]
    if compiled(words.condition).match(stretch):
        return [Part(spans=((start, end),), kind="clause")]
    aged = _AGED.match(stretch)
    if aged is not None:  # "今年63岁的何启渊原是工人": how old he is and what he was
        age = Part(spans=((start, start + aged.end()),), kind="apposition")
        named = start + aged.start("name")
        return [age, *(split_han(sentence, named, end) or [Part(spans=((named, end),), kind="clause")])]
    merged: list[tuple[int, int]] = []
    for a, b in pieces:
        text = stretch[a:b]
        before = stretch[merged[-1][0] : merged[-1][1]] if merged else ""
        bare = not verb.search(before) and not _COUNTS.search(before)
        bare = bare or _NAMED_AT_END.search(before) is not None
        timed = _TIME.match(before)
        told = timed is not None and verb.search(before, timed.end()) is not None
        told = told or compiled(r"于\d{4}年$").search(before) is not None  # "建于1998年" ends in a year and is a clause
        told = told or (_CONCEDED.match(before) is not None and verb.search(before, 2) is not None)
        adverbial = (
            not told
            and (_ADVERBIAL.match(before) is not None or _ENDS_ADVERBIAL.search(before) is not None)
            and not _has_clause(before)
        )
        lonely = bool(merged) and (bare or adverbial)
        held = merged and _CONDITION.match(before) is not None  # "若标准不变，每份要涨价": one claim
        opens = _CONDITION.match(text) is not None and not lonely
        if (
            merged
            and not opens
            and (lonely or held or not (verb.search(text) or _COUNTS.search(text)) or len(text) < 4)
        ):
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    if len(merged) < 2:
        return [Part(spans=((start, end),), kind="clause")]
    subject = _subject(stretch, *merged[0], verb)
    parts = []
    for which, (a, b) in enumerate(merged):
        text = stretch[a:b]
        lead = _SKIPPED.match(text)
        begin = a + (lead.end() if lead else 0)
        own = _subject(stretch, begin, b, verb)
        span = (start + begin, start + b)
        if (_CONDITION.match(text) and not _BARE_IF.match(text)) or compiled(
            r"另有|另外|仍有|还有|其中|只有|仅有|最[多少高低大小长短]的|有的|多数|少数|半数"
        ).match(text):
            parts.append(Part(spans=(span,), kind="clause"))
        elif which == 0 or (
            own is not None and (not lead or lead.group(0).strip("，, ") in _OWN) and own[1] - own[0] > 1
        ):
            subject = own or subject
            parts.append(Part(spans=(span,), kind="clause"))
        elif subject is not None:
            parts.append(Part(spans=((start + subject[0], start + subject[1]), span), kind="predicate"))
        else:
            parts.append(Part(spans=(span,), kind="predicate", subjectless=True))
    return parts


def _masked(text: str) -> str:
    """The text with commas inside quotes and brackets hidden."""
    return compiled(r"[“「（《][^”」）》]*(?:[”」）》]|$)").sub(
        lambda m: m.group(0).replace("，", "_").replace("；", "_"), text
    )


def _has_clause(text: str) -> bool:
    """Whether an opening stretch is more than an adverbial."""
    return not _ENDS_ADVERBIAL.search(text) and len(text) > 12


def _subject(text: str, start: int, end: int, verb: "regex.Pattern[str]") -> tuple[int, int] | None:
    """What stands before the first verb, without a fronted adverbial."""
    begin = start
    comma = text.find("，", start, end)
    if comma > 0 and _ADVERBIAL.match(text[start:comma]):
        begin = comma + 1
    timed = _TIME.match(text, begin, end)
    begin = timed.end() if timed else begin
    measured = _MEASURED.match(text, begin, end)
    match = _verb(text, measured.end() if measured else _past_relative(text, begin, end, verb), end, verb)
    if measured and match is None:
        return measured.span()  # "票房收入9000万元": the figure is the predicate
    if match is None or _NO_SUBJECT.match(text, begin):
        return None
    at = match.start()
    if match.group(0) == "了" and at - begin > 3:
        at -= 2  # "警方封锁了道路": the mark of the past stands behind a verb of two characters
    if not 2 <= at - begin <= 30 or _ADVERBIAL.match(text[begin:at]):
        return None
    cut = _NOT_IN_SUBJECT.search(text, max(begin + 2, _past_relative(text, begin, end, verb)), at)
    close = cut.start() if cut else at
    return None if text[begin:close].strip()[:1].isdigit() and close < at else (begin, close)


_NOT_IN_SUBJECT = regex.compile(
    r"(?:于|正?在|从(?!业)|自(?!由|治|来|动|然)|每年|每天|去年|今年|明年|上月|本月|昨天|\d|首日|因(?!特|素)|由|个人|以(?!色列|上|下|来|外)|与|同时|对(?!手|方|象)|向|被(?!告|害)|凭借|仍|还|又|已|首次|再次|共|一共|也|都|均|将(?!军))"
)


def _verb(text: str, after: int, end: int, verb: "regex.Pattern[str]") -> "regex.Match[str] | None":
    """The first verb behind a place, with the adverb before it."""
    return compiled(
        r"(?:于|也|都|均|已经|曾经|曾|正在|仍然|仍|不|没有|没|未|将|计划|正式|负责(?!人)|全部)?(?:" + verb.pattern + ")"
    ).search(text, after, end)


def _past_relative(text: str, start: int, end: int, verb: "regex.Pattern[str]") -> int:
    """Behind "这家成立于1998年的": a clause before its noun belongs to the subject; its start where there is none."""
    counted = _RELATIVE.match(text, start, end)
    lead = counted.end() if counted else start
    opens = _OPENS_BEFORE_NOUN.match(text, lead, end) or verb.match(text, lead, end)
    close = text.find("的", lead, end)
    if opens is None or close < 0 or "，" in text[lead:close] or verb.search(text, close + 1, end) is None:
        return start
    return close + 1
