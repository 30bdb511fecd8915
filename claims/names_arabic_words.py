"""Words of a text in a script without capitals -> which can be part of a name, and where a person's name ends."""

from functools import cache

import regex

from claims.closed import Closed, compiled
from claims.folding import fold
from claims.lexicon import words_of
from claims.lexicon.shape import Words
from claims.records import Name, NameKind

_CLITIC = regex.compile(r"^(?:لل|بال|وال|فال|كال|ول|وب|فت|وت|وي)")
NISBA = regex.compile(r"^ال\p{L}{2,}(?:ي|يه)$")
_KIN = regex.compile(
    r"(?:شريك|شريكت|زميل|زميلت|محامي|محاميت|نجل|نجلت|شقيق|شقيقت|والد|والدت|زوج|زوجت|صديق|صديقت|مدرب|مدير|مديرت|رئيس|رئيست|نائب|نائبت|مساعد|مساعدت|مستشار|ابن|ابنت|خليفت|سلف|مؤسس|منافس|منافست|غريم|وريث|عم|خال|جد|جدت|حفيد|حفيدت|طليق|ارملت|خطيب|خطيبت|مخرج|كاتب|وزير|سفير|مبعوث|ممثل|قائد|زعيم|هداف|حارس|لاعب|نجم)(?:ه|ها|هم|هما|نا)"
)
_DEFINITE = regex.compile(r"(?:و|ف)?(?:ال|لل|بال)\p{L}{3,}")
_DAYS = regex.compile(
    r"(?:و|ف)?ال(?:يوم|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|عام|شهر|اسبوع|مله|قسم|قول|وقت|نص|بيان|سوق|قانون|قرار|اتفاق|مدينه|صين|عالم|دين|اسلام|شرق|غرب|شمال|جنوب)"
)
_KINDS = (("organisation", NameKind.ORGANISATION), ("place", NameKind.PLACE), ("work", NameKind.WORK))


class NameGrammar:
    """The patterns of one language by which names are told."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.persian = words.language == "fa"
        self.title = Closed(words.titles)
        self.kinds = [(Closed(getattr(words, name)), kind) for name, kind in _KINDS]
        self.stop = Closed(
            rf"(?:{words.preposition or '(?!)'}|{words.relative or '(?!)'}|{words.say or '(?!)'}|{words.that or '(?!)'}|{words.pronoun or '(?!)'}|{words.no_noun or '(?!)'})"  # noqa: E501
        )
        self.verb = Closed(words.verbs, words.verb_test)
        self.say = Closed(rf"و?ف?(?:{words.say or '(?!)'})")
        self.link = Closed(words.name_links)


@cache
def name_grammar(language: str) -> NameGrammar:
    """The patterns of a language, built once."""
    return NameGrammar(words_of(language))


def opener(word: str, grammar: NameGrammar) -> str:
    """A word without the letters written together with it, if what stays is a known opener."""
    if grammar.persian:
        return word
    for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "لل", "وال", "بال", "ال", "فال"):
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            if prefix.endswith("ال") and rest == "عالم":
                continue  # "the world", not "the scholar"
            for candidate in (rest, "ال" + rest) if prefix == "لل" else (rest,):
                if grammar.title.fullmatch(candidate) or any(p.fullmatch(candidate) for p, _ in grammar.kinds):
                    return candidate
    return word


def surely_verb(word: str, grammar: NameGrammar) -> bool:
    """Whether a word is hardly ever anything but a verb."""
    if grammar.persian:
        return grammar.verb.fullmatch(word)
    return (word[:1] == "ي" and grammar.verb.fullmatch(word)) or (
        word[-1:] == "ت" and word[-2:] != "ات" and len(word) > 4 and grammar.verb.fullmatch(word)
    )


def plain(word: str, grammar: NameGrammar) -> bool:
    """Whether a word can be a part of a name."""
    return (
        bool(compiled(r"[\p{L}\p{M}\u200c]{2,}").fullmatch(word))
        and word not in grammar.words.not_names
        and not grammar.stop.fullmatch(word)
    )


def calls(at: int, tokens: list[tuple[int, int, str]], grammar: NameGrammar) -> bool:
    """Whether a definite noun or "his partner" stands, with its adjectives, right before a given name."""
    word = tokens[at][2]
    given = grammar.words.given_names
    kin = _KIN.fullmatch(word) is not None and word not in given and not word.startswith("ال")
    if (
        not (_DEFINITE.fullmatch(word) or kin)
        or word in grammar.words.not_names
        or word in given
        or grammar.stop.fullmatch(word)
        or word[:4] in {"اليه", "الين"}
    ):
        return False
    if (
        NISBA.match(word)
        or word.endswith(("ات", "ون", "ين"))
        or any(p.fullmatch(opener(word, grammar)) for p, _ in grammar.kinds)
        or _DAYS.fullmatch(word)
    ):
        return False
    if at and (tokens[at - 1][2] in given or (tokens[at - 1][2][:2] == "ال" and not kin and not NISBA.match(word))):
        return False
    end = at + 1
    if end < len(tokens) and grammar.title.fullmatch(tokens[end][2]) and tokens[end][2].startswith("ال"):
        return False
    while end < len(tokens) and end - at < 4 and (_DEFINITE.fullmatch(tokens[end][2]) and tokens[end][2] not in given):
        end += 1
    if kin and end + 1 < len(tokens) and tokens[end][2] == "في" and _DEFINITE.fullmatch(tokens[end + 1][2]):
        end += 2  # "زميلها في الجامعة سمير"
    return end < len(tokens) and tokens[end][2] in given and (not kin or person_end(end + 1, tokens, grammar) > end)


_GOES_ON = frozenset(["الدين", "الله", "الاسلام", "الحق"])  #: what ends the first of two names: "كمال الدين شوقي"
_FATHERS = frozenset(["بن", "ابن", "بنت", "ابو", "ابي", "ال"])  #: what a further name begins with


def _ends_so(at: int, tokens: list[tuple[int, int, str]]) -> bool:
    """Whether a word with "fal-" before a comma ends a name: "برونو فالكي،"; "so the ..." would go on."""
    return tokens[at][2].startswith("فال") and at + 1 < len(tokens) and tokens[at + 1][2] in {",", "."}


def person_end(at: int, tokens: list[tuple[int, int, str]], grammar: NameGrammar) -> int:
    """The last token of a person's name whose first word stands before `at`."""
    last, count = at - 1, 1
    while at < len(tokens) and count < 4:
        word = tokens[at][2]
        if grammar.link.fullmatch(word) and at + 1 < len(tokens) and plain(tokens[at + 1][2], grammar):
            at += 1
            continue
        if not plain(word, grammar) or grammar.title.fullmatch(word):
            break
        if not grammar.persian and (
            (
                tokens[at - 1][2].startswith("ال")
                and not (at > 1 and tokens[at - 2][2] == "عبد" and word.startswith("ال"))
                and not (tokens[at - 1][2] in _GOES_ON and not word.startswith("ال") and count < 3)
            )
            or (_CLITIC.match(word) and not _ends_so(at, tokens))
            or (
                count > 1
                and word not in grammar.words.given_names
                and not word.startswith("ال")
                and (len(word) > 2 or word in grammar.words.not_names)
            )
        ):
            break
        known = word in grammar.words.given_names
        father = tokens[at - 1][2] in _FATHERS
        if not (grammar.persian or father) and count > 1 and not known and word.startswith("ال") and word[-1] != "ي":
            break  # "أيمن شقير الهدف": a third word with an article is a name only as a nisba
        if not known and (
            grammar.verb.fullmatch(word)
            or (word[:1] == "و" and grammar.verb.fullmatch(word[1:]))
            or (NISBA.match(word) and count > 1 and tokens[at - 2][2] not in {"عبد", *_FATHERS})
        ):
            break
        if not known and word[:1] in "وف" and word[1:] in grammar.words.given_names:
            break
        last, at, count = at, at + 1, count + 1
    return last


POINTING = frozenset(["اين", "ان", "همين", "همان"])
#: Persian: two words with an age beside them: "صفیه رستگار، زنی ۵۲ ساله"
_AGED = regex.compile(
    r"(?<![\p{L}\u200c])(?P<n>[\p{L}\u200c]{2,}\s[\p{L}\u200c]{2,}),?،\s(?:[\p{L}\u200c]+ی\s)?\p{N}{2}\s?\u200c?ساله(?!\p{L})"
)


def aged_names(text: str, known: list[Name], grammar: NameGrammar) -> list[Name]:
    """The Persian names that an age beside them tells, besides those known."""
    held = {at for one in known for at in range(one.start, one.end)}
    return [
        Name(text=found.group("n"), start=found.start("n"), end=found.end("n"), kind=NameKind.PERSON, role="")
        for found in _AGED.finditer(text)
        if found.start() not in held and all(plain(fold(one).text, grammar) for one in found.group("n").split())
    ]


def office_beside(at: int, tokens: list[tuple[int, int, str]], grammar: NameGrammar) -> bool:
    """Whether a Persian title between commas stands between its bearer and its town: "دادگر، فرماندار نیلاب،"."""
    marks = {",", "،"}
    return (
        1 < at < len(tokens) - 2
        and tokens[at - 1][2] in marks
        and tokens[at + 2][2] in marks
        and tokens[at + 1][2] not in grammar.words.given_names
        and plain(tokens[at - 2][2], grammar)
    )
