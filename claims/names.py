"""Text -> the named things in it, with their kind and the role beside them where the words tell."""

from collections.abc import Iterable
from functools import lru_cache

import regex

from claims.closed import compiled
from claims.folding import fold, folded
from claims.name_kinds import NameGrammar, kind_of, name_grammar_of, role_before, territories, territory_pattern
from claims.name_parts import GERMAN_NOUN, parted
from claims.records import Name, NameKind
from claims.tokens import is_verb
from claims.transliteration import name_similarity, skeleton

__all__ = ["find_names", "name_similarity", "skeleton"]

_UNCASED = frozenset({"ar", "fa", "ur", "he", "zh", "ja", "ko", "hi", "bn"})
_SENTENCE_START = regex.compile(r"(?:^|[.!?؟。！？:：\n•]\s*[\"«“„»”'(\[]*\s*|^[\"«“„»”'(\[—–-]+\s*|[\"«“„]\s*)$")
_LATIN_RUN = regex.compile(
    r"(?<![\p{L}\p{N}])\p{Latin}[\p{Latin}\p{N}]*(?:[\s.&–-]{1,3}[\p{Latin}\p{N}]+)*(?![\p{Latin}])"
)
_QUOTED = regex.compile(r"[“«\"„『「《]\s*([^“”«»\"„『』「」《》\n]{2,40}?)\s*[”»\"“』」》]")
_HAN_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习"  # noqa: E501


def find_names(text: str, language: str) -> list[Name]:
    """The names of a text in text order; kinds only where the words around them tell.

    >>> [(n.text, n.role) for n in find_names("قال وزير الخارجية الألماني زيغمار غابريل إن", "ar")]
    [('زيغمار غابريل', 'وزير الخارجية الألماني')]
    """
    return list(_found(text, language.split("-", maxsplit=1)[0]))


@lru_cache(maxsize=512)
def _found(text: str, language: str) -> tuple[Name, ...]:
    """The names, kept for the next caller with the same text."""
    grammar = name_grammar_of(language)
    found: list[Name] = []
    if language == "zh":
        from claims.names_han import han_names  # noqa: PLC0415 -- one language's rules

        found.extend(han_names(text))
    elif language in _UNCASED:
        from claims.names_arabic import arabic_names  # noqa: PLC0415 -- two languages' rules

        found.extend(arabic_names(text, language))
    else:
        found.extend(_capitalised(text, grammar, language))
    found.extend(_places(text, language))
    return tuple(_without_overlaps(found))


def _without_overlaps(found: Iterable[Name]) -> list[Name]:
    """Longer names first, then those with a role or a kind."""
    kept: list[Name] = []
    for name in sorted(found, key=lambda n: (-(n.end - n.start), n.role == "", n.kind is NameKind.UNKNOWN, n.start)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _places(text: str, language: str) -> list[Name]:
    """Countries by their names in the language."""
    pattern = territory_pattern(language)
    if pattern is None:
        return []
    source = fold(text)
    made = []
    for match in pattern.finditer(source.text):
        start, end = source.back(*match.span("q"))
        if language in _UNCASED or text[start].isupper():
            made.append(Name(text=text[start:end], start=start, end=end, kind=NameKind.PLACE, role=""))
    return made


def _capitalised(text: str, grammar: NameGrammar, language: str) -> list[Name]:
    """Runs of capitalised words, cut free from the sentence's first word and from titles."""
    made: list[Name] = []
    for match in grammar.run.finditer(text):
        pieces = _pieces(text, match.start(), match.end(), grammar, language)
        for start, end in (part for piece in pieces for part in parted(text, *piece, grammar)):
            name = _named(text, start, end, grammar, language)
            if name is not None:
                made.append(name)
    return made


def _pieces(text: str, start: int, end: int, grammar: NameGrammar, language: str) -> list[tuple[int, int]]:
    """The run without leading common words and without links at its ends."""
    tokens = [(m.start(), m.end()) for m in compiled(r"\S+").finditer(text[start:end])]
    tokens = [(start + a, start + b) for a, b in tokens]
    opening = _SENTENCE_START.search(text[max(0, start - 6) : start]) is not None or start == 0
    while tokens:
        word = folded(text[tokens[0][0] : tokens[0][1]]).strip("'.")
        bare = word.split("'")[-1] if language in {"fr", "it"} else word
        if (
            word.endswith("-born")
            or word in grammar.words.not_names
            or grammar.link.fullmatch(word)
            or grammar.stop.fullmatch(word)
            or bare in grammar.words.not_names
            or (
                opening
                and len(tokens) > 1
                and (word in grammar.words.openers or _opens_as_verb(word, text[slice(*tokens[0])], grammar, language))
            )
        ):
            tokens.pop(0)
            opening = False
            continue
        quoted = (
            start > 0 and text[start - 1] in '«“"„' and text[tokens[-1][1] : tokens[-1][1] + 1] in {"»", "”", '"', "“"}
        )
        if opening and not quoted and len(tokens) == 1 and not _mentioned_again(text, tokens[0], language):
            return []
        break
    while tokens and grammar.link.fullmatch(folded(text[tokens[-1][0] : tokens[-1][1]])):
        tokens.pop()
    if not tokens:
        return []
    first, last = tokens[0][0], tokens[-1][1]
    while last > first and text[last - 1] in ".'’-&":
        last -= 1
    for mark in ("'s", "’s"):
        if text[first:last].endswith(mark):
            last -= 2
    return [(first, last)] if last > first else []


def _opens_as_verb(word: str, raw: str, grammar: NameGrammar, language: str) -> bool:
    """Whether the first word of a headline is its verb: "Muere Ana Ruiz", "Умер Иван Петров"."""
    return (
        language in {"es", "ru"}
        and word not in grammar.words.given_names
        and not raw.isupper()
        and is_verb(word, raw.lower(), language)
    )


def _mentioned_again(text: str, token: tuple[int, int], language: str) -> bool:
    """Whether a word at a sentence's start is capitalised elsewhere as well, or in capitals itself."""
    word = text[token[0] : token[1]]
    if (word.isupper() and len(word) > 1) or any(char.isdigit() for char in word):
        return True
    if folded(word) in territories(language):
        return True
    return language != "de" and _inside_a_sentence(text, word)


def _inside_a_sentence(text: str, word: str) -> bool:
    """Whether a whole word stands behind a small letter or a comma anywhere."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        whole = not (text[end : end + 1].isalnum() or text[end : end + 1] == "_")
        if whole and at > 1 and text[at - 1] == " " and (text[at - 2].islower() or text[at - 2] == ","):
            return True
        at = text.find(word, at + 1)
    return False


def _named(text: str, start: int, end: int, grammar: NameGrammar, language: str) -> Name | None:
    """One run as a name: title cut off in front, kind from its words."""
    word = folded(text[start:end])
    role = ""
    title = None
    for match in grammar.title.finditer(word):
        # "Dortmunder Rechtsanwalt Dr. Holger Nienstedt": German writes no comma and no capital apart
        if match.end() < len(word) and (match.start() == 0 or (language == "de" and word[match.start() - 1] == " ")):
            title = match
    if title is not None:
        rest = len(text[start:end]) - len(text[start:end][title.end() :].lstrip(" ,."))
        role, start = text[start + title.start() : start + title.end()], start + rest
        word = folded(text[start:end])
    if not word or word in grammar.words.not_names:
        return None
    single = " " not in word and "-" not in word
    if language == "de" and single and not role and not _german_name(text, start, end, word, grammar):
        return None
    if single and grammar.title.fullmatch(word):
        return None
    before = text[max(0, start - 90) : start]
    if not role:
        role = role_before(before, grammar)
    kind = kind_of(word, before, role, grammar)
    if (
        kind is NameKind.UNKNOWN
        and language in _TOLD_BEHIND
        and 2 <= len(word.split()) <= 3
        and _person_behind(text, start, end, grammar, language)
    ):
        kind = NameKind.PERSON
    return Name(text=text[start:end], start=start, end=end, kind=kind, role=role)


_TOLD_BEHIND = frozenset({"fr", "es", "ru"})
_AGE = regex.compile(r",\s(?:de |âgée? de )?\d{1,2}(?:\s(?:ans|años|лет|год\p{L}*))?[,.)]")
_APPOSED = regex.compile(r",\s(?:(?:la|le|l['’]|un|una|une|el)\s?)?(?P<t>\p{L}+)")
_RUSSIAN_SURNAME = regex.compile(
    r"\p{L}{2,}(?:ов|ова|ову|овой|овым|ев|ева|еву|евой|евым|ёв|ёва|ин|ина|ину|иной|иным|ский|ская|ского|ской|скую|скому|енко|чук|дзе|швили|ян)"
)


def _person_behind(text: str, start: int, end: int, grammar: NameGrammar, language: str) -> bool:
    """Whether an age, a title or, in Russian, the ending of the surname shows that a name is a person's."""
    behind = text[end : end + 40]
    apposed = _APPOSED.match(behind)
    if _AGE.match(behind) or (apposed and grammar.title.fullmatch(folded(apposed.group("t")))):
        return True
    return language == "ru" and _RUSSIAN_SURNAME.fullmatch(text[start:end].rsplit(maxsplit=1)[-1].lower()) is not None


_COUNTS_NOUNS = regex.compile(r"(?:solch|jen|manch|kein|viel|all|einig|beid|mehrer|wenig|etlich)(?:e[rnms]?)?")


def _german_name(text: str, start: int, end: int, word: str, grammar: NameGrammar) -> bool:
    """Whether one capitalised German word is a name: nouns carry capitals too."""
    if text[start:end].isupper() and end - start > 1:
        return True
    if word in territories("de"):
        return True
    if GERMAN_NOUN.search(word):
        return False
    before = folded(text[max(0, start - 30) : start]).rstrip()
    last = before.split(" ")[-1].strip("„“»«\"'") if before else ""
    if grammar.title.fullmatch(last):
        return True
    behind = compiled(r"\s+(\p{L}+)").match(text[end : end + 30])
    says = behind is not None and compiled(grammar.words.say or "(?!)").fullmatch(folded(behind.group(1))) is not None
    return (
        says and not compiled(grammar.words.determiner or "(?!)").fullmatch(last) and not _COUNTS_NOUNS.fullmatch(last)
    )
