"""A Chinese sentence -> its mentions and its open references: pronouns, "this company", a bare class noun."""

import regex

from claims.closed import compiled
from claims.meant import words as w
from claims.meant.kinds import kind_of_name
from claims.meant.records import ALL, Kind, Mention, Part, Read, Reference
from claims.names import find_names
from claims.records import NameKind, Sentence

_PRONOUN = regex.compile(
    r"(?<!其)(他们|她们|它们|他|她|它)(?!人|国|日)|(?<![极尤与])其(?!中|他|它|余|实|次|后|间|一|二|三)"
)
_CLASS = regex.compile(
    r"(?:(?<![\p{Han}])|(?<=[，。；：、“]))(公司|集团|医院|学校|法院|警方|俱乐部|球队|银行|工厂|大学)(?=[\p{Han}])|该(?P<noun>[\p{Han}]{2}(?=[^的])|[\p{Han}])|本人"
)
_FULL = regex.compile(
    r"[\p{Han}A-Za-z·]{2,12}?(?:公司|集团|医院|学校|法院|警方|俱乐部|球队|银行|工厂|大学|线路|项目|计划|大桥|水库|工程)"
)
_THIS = ("该", "这", "本", "其")
_LEAD = regex.compile(
    r"^(?:.*(?:表示|宣布|指出|强调|透露|承认|否认|批评|指责|认为|声称|称|说|当时|目前|由于|因此|因为|但是|根据|由|被|向|对|与|和|在|的|是|了|负责"
    r"|曾任))"
)


def read_han(sentence: Sentence) -> Read:
    """The mentions and references of a Chinese sentence."""
    read = Read()
    ends = _names(sentence, read)
    _class_nouns(sentence, read, ends)
    _pronouns(sentence, read)
    _descriptions(sentence, read, ends)
    return read


def _names(sentence: Sentence, read: Read) -> set[int]:
    """Keeps the names; returns where they end."""
    ends: set[int] = set()
    for name in find_names(sentence.text, "zh"):
        noun = _noun_of(name.text)
        lead = _LEAD.match(name.text) if noun else None
        shown = name.text[lead.end() :] if lead else name.text
        if name.text.startswith(_THIS) or len(shown) <= len(noun):
            continue
        ends.add(name.end)
        start = name.end - len(shown)
        read.mentions.append(
            Mention(
                start=sentence.start + start, end=sentence.start + name.end, text=shown, heads=frozenset({noun, name.role} - {""}),  # noqa: E501
                kind=kind_of_name(name), number="s" if name.kind is NameKind.PERSON else "", part=_part(sentence.text, name.start),  # noqa: E501
                named=True, full=True, clause=_clause(sentence.text, name.start),
            )
        )  # fmt: skip
    return ends


def _class_nouns(sentence: Sentence, read: Read, ends: set[int]) -> None:
    """Keeps phrases that end with a class noun and are no names."""
    for match in _FULL.finditer(sentence.text):
        lead = _LEAD.match(match.group(0))
        start = match.start() + (lead.end() if lead else 0)
        whole = sentence.text[start : match.end()]
        noun = _noun_of(whole)
        if match.end() in ends or len(whole) - len(noun) < 2 or whole.startswith((*_THIS, "两", "一")):
            continue
        read.mentions.append(
            Mention(
                start=sentence.start + start, end=sentence.start + match.end(), text=whole, heads=frozenset({noun}), number="", full=True,  # noqa: E501
                kind=Kind.BODY if noun in w.FIRMS["zh"] else Kind.THING, part=_part(sentence.text, start), clause=_clause(sentence.text, start),  # noqa: E501
            )
        )  # fmt: skip


def _pronouns(sentence: Sentence, read: Read) -> None:
    text = sentence.text
    for match in _PRONOUN.finditer(text):
        known = w.pronouns_of("zh").get(match.group(0))
        if known is None or text[match.end() : match.end() + 2] == "本人":
            continue
        owner = text[match.end() : match.end() + 1] == "的" or match.group(0) == "其"
        read.references.append(
            Reference(
                start=sentence.start + match.start(), end=sentence.start + match.end(), part=Part.OWNER if owner else known.part,  # noqa: E501
                kinds=known.kinds, number=known.number, clause=_clause(text, match.start()),
            )
        )  # fmt: skip


def _descriptions(sentence: Sentence, read: Read, ends: set[int]) -> None:
    """Keeps "this company", a bare "the group", and "he himself"."""
    text = sentence.text
    for match in _CLASS.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if match.group(0) == "本人":
            read.references.append(
                Reference(start=start, end=end, part=Part.SUBJECT, kinds=frozenset({Kind.PERSON}), number="s")
            )
            continue
        noun = (match.group("noun") or match.group(1) or "")[-2:]
        if not match.group(0).startswith("该") and match.end() in ends:
            continue
        firm = noun in w.FIRMS["zh"]
        classes, others = w.classes_of(noun, "zh")
        read.references.append(
            Reference(
                start=start, end=end, part=_part(text, match.start()), heads=frozenset({noun}), firm=noun in {"公司", "企业"},  # noqa: E501
                classes=classes, others=others, kinds=frozenset({Kind.BODY, Kind.UNKNOWN}) if firm else ALL,
                clause=_clause(text, match.start()),
            )
        )  # fmt: skip


def _noun_of(name: str) -> str:
    """The class noun that a name ends with; "" for none."""
    match = compiled(
        r"(公司|集团|医院|学校|法院|警方|俱乐部|球队|银行|工厂|大学|线路|项目|计划|大桥|水库|工程)$"
    ).search(name)
    return match.group(1) if match else ""


def _clause(text: str, at: int) -> int:
    return sum(text.count(mark, 0, at) for mark in "，；。：")


def _part(text: str, at: int) -> Part:
    """Subject where a clause begins with it."""
    if at == 0 or text[at - 1] in "，。；：“":
        return Part.SUBJECT
    return Part.OTHER
