"""Names in scripts without capitals: titles, given names, kinds of organisation, quotes, Latin runs."""

import regex

from claims.arabic.words import REPORTS, SAYING
from claims.closed import compiled
from claims.folding import fold
from claims.names_arabic_words import (
    NISBA,
    POINTING,
    NameGrammar,
    aged_names,
    calls,
    name_grammar,
    office_beside,
    opener,
    person_end,
    plain,
    surely_verb,
)
from claims.records import Name, NameKind

_TOKEN = regex.compile(r"[\p{L}\p{M}\u200c]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]")
_LATIN = regex.compile(r"(?<![\p{L}\p{N}])\p{Latin}[\p{Latin}\p{N}]*(?:[ .&–-]{1,3}[\p{Latin}\p{N}]+)*")
_QUOTED = regex.compile(r"[“«\"„]\s*([^“”«»\"„\n]{2,32}?)\s*[”»\"“]")


_OWNED = regex.compile(r"(?!ال)[\p{L}\p{M}]{3,}(?:ها|هم|ه)")
#: "his lorry", "his boxes": hardly a name ends so
_HIS = regex.compile(r"(?!ال|شحات)(?:[\p{L}\p{M}]{3,}ت|\p{L}{2}ا\p{L}ي\p{L})(?:ه|ها|هم)")
_IMAM_OF = frozenset(["المسجد", "مسجد", "الجامع", "جامع", "الحرم", "وخطيب"])  #: elsewhere the word is "before"


def arabic_names(text: str, language: str) -> list[Name]:  # noqa: C901
    """Names by what stands beside them."""
    grammar = name_grammar(language)
    source = fold(text)
    tokens = [(m.start(), m.end(), m.group(0)) for m in _TOKEN.finditer(source.text)]
    made: list[Name] = []

    def heads(first: int, last: int) -> bool:
        """Whether the last word is the head of what stands behind it and no name: "سالم جام غضبه"."""
        word = tokens[last][2]
        if last + 1 >= len(tokens) or word in grammar.words.given_names or word.startswith("ال"):
            return False
        if tokens[last - 1][2] in {"بن", "ابن", "ال", "ابو", "ام"} or last - first > 3:
            return False
        behind = text[slice(*source.back(*tokens[last + 1][:2]))]
        return _OWNED.fullmatch(behind) is not None and plain(tokens[last + 1][2], grammar)

    def add(first: int, last: int, kind: NameKind, role: tuple[int, int] | None, cut: int = 0) -> None:
        if kind is NameKind.PERSON and last > first + 1 and not grammar.persian and heads(first, last):
            last -= 1
        if kind is NameKind.PERSON and last > first and not grammar.persian:
            last -= _HIS.fullmatch(text[slice(*source.back(*tokens[last][:2]))]) is not None
        start, end = source.back(tokens[first][0] + cut, tokens[last][1])
        spoken = "" if role is None else text[slice(*source.back(*role))]
        made.append(Name(text=text[start:end], start=start, end=end, kind=kind, role=spoken))

    at = 0
    while at < len(tokens):
        used = _at(at, tokens, grammar, add)
        at += max(1, used)
    if grammar.persian:
        made += aged_names(text, made, grammar)
    for match in _LATIN.finditer(text):
        if any(char.isupper() for char in match.group(0)):
            made.append(Name(text=match.group(0), start=match.start(), end=match.end(), kind=NameKind.UNKNOWN, role=""))
    for match in _QUOTED.finditer(text):
        opened = (
            compiled(r"([\p{L}\p{M}]+)\s*$").search(source.text[: match.start()][-25:]) if not source.places else None
        )
        words = match.group(1).split()
        if opened and len(words) <= 3:
            kind = next(
                (kind for pattern, kind in grammar.kinds if pattern.fullmatch(opener(opened.group(1), grammar))),
                None,
            )
            if kind is not None:
                made.append(Name(text=match.group(1), start=match.start(1), end=match.end(1), kind=kind, role=""))
    return made


def _at(at: int, tokens: list[tuple[int, int, str]], grammar: NameGrammar, add) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001, C901, PLR0911, PLR0912
    """Reads a name that opens at a token; how many tokens were used."""
    word = tokens[at][2]
    if not word[:1].isalpha():
        return 1
    bare = opener(word, grammar)
    cut = len(word) - len(bare)
    if cut >= 2 and word[:cut].endswith("ال"):
        cut -= 2  # the article stays with the title
    before = word == "امام" and not (at + 1 < len(tokens) and tokens[at + 1][2] in _IMAM_OF)
    before = before or (grammar.persian and office_beside(at, tokens, grammar))
    if grammar.title.fullmatch(bare) and not before:
        used = _titled(at, tokens, grammar, add, cut)
        if used:
            return used
    if not grammar.persian and calls(at, tokens, grammar):
        used = _titled(at, tokens, grammar, add, cut if word[:1] in "وف" and cut else 0)
        if used:
            return used
    for pattern, kind in grammar.kinds:
        if pattern.fullmatch(bare):
            used = _thing(at, tokens, grammar, add, kind, len(word) - len(bare))
            if used:
                return used
    stripped = word[1:] if word != "لصالح" and word[:1] in "وفبل" and word[1:] in grammar.words.given_names else word
    if word == "بيان" and at and tokens[at - 1][2] == "في":
        return 1  # "in a statement", not a woman's name
    if stripped in grammar.words.given_names and (stripped == word or word not in grammar.words.given_names):
        last = person_end(at + 1, tokens, grammar)
        if last > at:
            add(at, last, NameKind.PERSON, None, len(word) - len(stripped))
            return last - at + 1
    if grammar.say.fullmatch(word) and not grammar.persian and at + 1 < len(tokens):
        first = tokens[at + 1][2]
        if (
            plain(first, grammar)
            and not first.startswith("ال")
            and not grammar.verb.fullmatch(first)
            and not grammar.title.fullmatch(first)
        ):
            last = person_end(at + 2, tokens, grammar)
            if last > at + 1 and any(tokens[i][2] in grammar.words.given_names for i in range(at + 1, last + 1)):
                add(at + 1, last, NameKind.PERSON, None)
                return last - at + 1
    return 1


def _titled(at: int, tokens: list[tuple[int, int, str]], grammar: NameGrammar, add, cut: int) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001, C901, PLR0911, PLR0912
    """Title, what qualifies it, then a person: "وزير الخارجية الألماني الأسبق زيغمار غابريل"."""
    role_start = tokens[at][0] + (0 if tokens[at][2].startswith("لل") else cut)
    given_at = next(
        (i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i][2] in grammar.words.given_names), -1
    )
    clear = given_at > 0 and all(
        compiled(r"[\p{L}\p{M}\u200c]+").fullmatch(tokens[i][2])
        and not surely_verb(tokens[i][2], grammar)
        and (not grammar.stop.fullmatch(tokens[i][2]) or tokens[i][2] == "في")
        for i in range(at + 1, given_at)
    )
    if clear and not grammar.persian:
        inside = [tokens[i][2] for i in range(at + 1, given_at)]
        if any(one[:2] == "لل" and grammar.title.fullmatch(opener(one, grammar)) for one in inside) or (
            "في" in inside and len(inside) - inside.index("في") > 2
        ):
            return 0  # "الفريق في يناير خلفا للمدرب طلال": the later title is the man's
    end, quoted = at + 1, False
    while end < len(tokens) and end - at < 7:
        word = tokens[end][2]
        given = word in grammar.words.given_names
        qualifies = (
            word.startswith(("ال", "لل", "لا", "باس", "بال"))
            or grammar.title.fullmatch(word)
            or word in {"في", "لـ", "بن"}
        )
        qualifies = qualifies or any(p.fullmatch(word) for p, _ in grammar.kinds)
        qualifies = qualifies or (clear and end < given_at)
        if word == "في" and end + 1 < len(tokens) and tokens[end + 1][2] in REPORTS:
            break  # "الوزيرة في تصريح": no part of the title
        if not grammar.persian and _another(at, end, tokens, grammar):
            return 0  # "زار الأمير قصر فرساي", "استقبل الملك رئيس الوزراء": the object, no part of the title
        opened = end + (end + 1 < len(tokens) and tokens[end + 1][2] == "«" and plain(word, grammar))
        shut = next((i for i in range(opened + 1, min(opened + 5, len(tokens))) if tokens[i][2] == "»"), -1)
        if tokens[opened][2] == "«" and shut > 0 and not grammar.persian:
            end, quoted = shut + 1, True  # "رئيس كتلة «الرافد» مثنى العزاوي"
            break
        if word in {"بن", "بنت"} and end - at > 1:
            end -= 1  # "رئيس النادي الهاشمي بن سالم": the name begins before "son of"
            break
        if word == "," and end + 1 < len(tokens) and tokens[end + 1][2] in grammar.words.given_names and end - at <= 4:
            end += 1
            break
        if grammar.persian:
            qualifies = grammar.title.fullmatch(word) or (
                not given
                and end - at < 3
                and plain(word, grammar)
                and any(tokens[i][2] in grammar.words.given_names for i in range(end + 1, min(end + 4, len(tokens))))
            )
        if (
            given
            or not qualifies
            or not compiled(r"[\p{L}\p{M}\u200c]+").fullmatch(word)
            or (grammar.stop.fullmatch(word) and word != "في")
        ):
            break
        end += 1
    if end >= len(tokens) or not plain(tokens[end][2], grammar):
        return 0
    first = tokens[end][2]
    son = end + 1 < len(tokens) and tokens[end + 1][2] in {"بن", "بنت"}
    if (
        not grammar.persian
        and clear
        and end == given_at
        and end - at > 1
        and not compiled(r"(?:ال|لل|بال|ب|ل)").match(tokens[end - 1][2])
        and tokens[end - 1][2] not in {"في", "بن"}
        and tokens[end - 2][2].startswith("ال")
        and not grammar.title.fullmatch(tokens[end - 1][2])
        and not any(p.fullmatch(tokens[end - 1][2]) for p, _ in grammar.kinds)
    ):
        end -= 1  # "الفنانة هلا مرعي": an unknown word before a known name is the given name
    first = tokens[end][2]
    if (
        not son
        and first not in grammar.words.given_names
        and (grammar.verb.fullmatch(first) or first.startswith(("ال", "وال", "فال", "بال")) or NISBA.match(first))
    ):
        return 0
    last = person_end(end + 1, tokens, grammar)
    if first not in grammar.words.given_names and not grammar.persian and _no_name(first, tokens[end - 1][2], grammar):
        return 0
    if first in SAYING or (quoted and (last == end or not tokens[last][2].startswith("ال"))):
        return 0
    if last == end and first not in grammar.words.given_names and len(first) < 4:
        return 0
    if (
        not grammar.persian
        and first not in grammar.words.given_names
        and end < last
        and tokens[end + 1][2].startswith("ال")
        and not tokens[end + 1][2].endswith("ي")
    ):
        return 0
    known = any(tokens[i][2] in grammar.words.given_names for i in range(end, last + 1))
    if not known and opener(tokens[at][2], grammar).removeprefix("ال") == "فريق":
        return 0  # a team more often than a general
    if not known and last == end and not grammar.persian:
        # one unknown word behind a title is more often the rest of the title: "رئيس بلدية"
        return (
            0 if end == at + 1 else (add(end, last, NameKind.PERSON, (role_start, tokens[end - 1][1])) or last - at + 1)
        )
    if (
        not known
        and (end == at + 1)
        and not tokens[at][2].startswith(("ال", "وال", "لل", "بال", "فال"))
        and not grammar.persian
    ):
        return 0
    add(end, last, NameKind.PERSON, (role_start, tokens[end - 1][1]))
    return last - at + 1


_MASCULINE = regex.compile(r"ال(?:\p{L}{2}ي(?![ياىه])\p{L}|اسبق|سابق|حالي)")
_ACCUSATIVE = regex.compile(r"(?:ت\p{L}{2}ي\p{L}|ا\p{L}{2,4}ا\p{L}|\p{L}{3}|\p{L}{2}ا\p{L})ا")
_BY_DOING = regex.compile(r"ب(?:ت\p{L}{2}ي\p{L}|ا\p{L}{2,4}ا\p{L})")
_HAPPENING = frozenset(["حدوث", "وجود", "وقوع", "ورود", "حصول", "صدور", "عدم", "تلقي"])


def _apart(noun: str, word: str) -> bool:
    """Whether a word is no part of a definite noun's name: "نال في البلدية أحكاما", "مقر الجمعية القديم"."""
    return _ACCUSATIVE.fullmatch(word) is not None or (noun[-1] == "ه" and _MASCULINE.fullmatch(word) is not None)


def _no_name(word: str, before: str, grammar: NameGrammar) -> bool:
    """Whether a word behind a title is what was done or where: "وكيل الجمهورية تحقيقا", "ممثلة في مهرجان", "وغادر"."""
    act = _BY_DOING.fullmatch(word) is not None or word in _HAPPENING
    joined = word[:1] in "وف" and len(word) > 3 and grammar.verb.fullmatch(word[1:])
    return before == "في" or joined or act or (before.startswith("ال") and _ACCUSATIVE.fullmatch(word) is not None)


def _another(at: int, end: int, tokens: list[tuple[int, int, str]], grammar: NameGrammar) -> bool:
    """Whether a bare title or noun of a thing begins a phrase of its own behind a definite title."""
    head, word = opener(tokens[at][2], grammar), tokens[end][2]
    article = "ال" in tokens[at][2][: len(tokens[at][2]) - len(head) + 2] and not head.startswith("لل")
    return (
        article
        and tokens[end - 1][2].startswith("ال")
        and not word.startswith("ال")
        and word not in grammar.words.given_names
        and (grammar.title.fullmatch(word) or any(p.fullmatch(word) for p, _ in grammar.kinds))
    )


def _thing(at: int, tokens: list[tuple[int, int, str]], grammar: NameGrammar, add, kind: NameKind, cut: int) -> int:  # type: ignore[no-untyped-def] # noqa: ANN001, C901
    """A company, paper, city: the noun with the definite or unknown words behind it."""
    del cut  # the letter before it belongs to the text of the name's first word
    if grammar.persian and at and tokens[at - 1][2] in POINTING:
        return 0  # "in this same village Safiye": which one it is was told before
    end, definite = at + 1, False
    while end < len(tokens) and end - at < 6:
        word = tokens[end][2]
        joined = word[:1] in "وف" and grammar.verb.fullmatch(word[1:])
        if (
            not plain(word, grammar)
            or (grammar.verb.fullmatch(word) and not word.startswith("ال"))
            or joined
            or word.startswith("بال")
        ):
            break
        if not grammar.persian:
            if end == at + 1 and tokens[at][2].startswith("ال") and _apart(tokens[at][2], word):
                break
            if definite and not word.startswith(("ال", "وال", "لل")):
                break
            if word.startswith("لل") and (end == at + 1 or kind is NameKind.PLACE):
                break
            if kind is not NameKind.ORGANISATION and end - at > 2 and not word.startswith("ال"):
                break
        elif end - at > 2:
            break
        definite = definite or word.startswith("ال")
        end += 1
    common = all(
        compiled(r"ه$|ي$").search(tokens[i][2]) and not tokens[i][2].startswith("ال") for i in range(at + 1, end)
    )
    if end == at + 1 or (common and not grammar.persian):
        return 0
    if all(NISBA.match(tokens[i][2]) for i in range(at + 1, end)):
        return 0  # "الشركة الصينية" names nothing
    add(at, end - 1, kind, None)
    return end - at
