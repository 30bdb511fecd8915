"""The names of a sentence by its tokens, each with its part in the clause."""

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.meant import words as w
from claims.meant.kinds import gender_of_name, kind_of_name, kind_of_noun
from claims.meant.records import Kind, Mention, Part, Read
from claims.names import find_names
from claims.records import Name, Sentence
from claims.tokens import grammar_of, tokens_of

_MARKS = frozenset({"'", "’"})
#: German compounds that hold a name: "Lorenz-Hauer-Preis", "FSME-Virus"
_COMPOUND = regex.compile(r"(?:\p{Lu}{2,}|[^\s-]+-[^\s-]+)-\p{Lu}\p{Ll}+")
_ARTICLES = {
    "das": "n",
    "dem": "m",
    "den": "m",
    "des": "m",
    "die": "f",
    "zum": "m",
    "zur": "f",
    "ein": "m",
    "eine": "f",
}
_LINKS = frozenset({"de", "del", "du", "des", "d’"})
_ARTICLE_GENDERS = {"fr": {"le": "m", "la": "f"}, "es": {"el": "m", "la": "f", "los": "m", "las": "f"}}
_TWO_WORDS = frozenset({"fr", "es", "ru"})
_AGED = regex.compile(r",\s(?:de |âgée? de )?\d{1,2}(?:\s(?:ans|años|лет|год\p{L}*))?[,.)]")
_WORDS = regex.compile(r"\p{L}+")
_IN = {"fr": {"a", "en", "pres"}, "es": {"en", "cerca"}, "de": {"in", "bei", "nach"}, "ru": {"в", "под", "около"}}


class PlainNames:
    """Knows the tokens, clauses and names of one sentence."""

    def __init__(self, sentence: Sentence, known: frozenset[str], nouns: frozenset[str]) -> None:
        self.sentence, self.language, self.known, self.nouns = sentence, sentence.language, known, nouns
        self.tokens = list(tokens_of(sentence.text, sentence.language))
        self.names = find_names(sentence.text, self.language)
        self.grammar = grammar_of(self.language)
        self.read = Read()
        self.clauses, self.taken = self._numbered(), [False] * 400
        self.begun: set[int] = set()  #: clauses that have their subject

    def _numbered(self) -> list[int]:
        made, clause = [], 0
        for token in self.tokens:
            clause += token.comma or any(
                one.fullmatch(token.text)
                for one in (
                    self.grammar.conjunction,
                    self.grammar.subordinate,
                    self.grammar.relative,
                    self.grammar.that,
                )
            )
            made.append(clause)
        return made

    def _part(self, at: int) -> Part:
        """Subject where it is the first phrase of its clause; other behind a preposition."""
        before = next((self.tokens[i] for i in range(at - 1, -1, -1) if self.tokens[i].text not in _MARKS), None)
        if before is not None and (
            self.grammar.preposition.fullmatch(before.text) or before.text in w.OF.get(self.language, ())
        ):
            return Part.OTHER
        clause = self.clauses[at]
        if clause in self.begun:
            return Part.OBJECT
        self.begun.add(clause)
        return Part.SUBJECT

    def _name(self, at: int, name: Name) -> None:
        kind = kind_of_name(name)
        gender = gender_of_name(name.text, name.role, self.language)
        if kind is Kind.UNKNOWN and gender and len(name.text.split()) > 1:
            kind = Kind.PERSON
        if self.language == "de" and _COMPOUND.fullmatch(name.text):
            kind, gender = Kind.THING, _ARTICLES.get(self.tokens[at - 1].text if at else "", "")
        first = folded(name.text.split()[0]) if self.language != "zh" else ""
        if kind is Kind.UNKNOWN and first and kind_of_noun(first, self.language) in {Kind.BODY, Kind.PLACE}:
            kind = kind_of_noun(first, self.language)
        before = self.tokens[at - 1].text if at else ""
        if kind is Kind.UNKNOWN and self._like_person(name, before):
            kind = Kind.PERSON
        if kind is Kind.UNKNOWN and not gender and before in _IN.get(self.language, ()):
            kind = Kind.PLACE
        if kind is not Kind.PERSON and not gender:
            gender = _ARTICLE_GENDERS.get(self.language, {}).get(before, "")
        words = [*compiled(r"[\p{L}\p{M}\p{N}\u200c]+").findall(name.text), *self._role_words(name.role)]
        part = self._part(at)
        if (
            self.language in {"tr", "ru"}
            and part is Part.SUBJECT
            and compiled(r"['’](?:[ntdy]\p{L}+|[ıiuüaeyn]\p{L}*)$").search(name.text)
        ):
            part = Part.OTHER
        text = compiled(r"['’]\p{L}+$").sub("", name.text) if self.language == "tr" else name.text
        mention = Mention(
            start=self.sentence.start + name.start, end=self.sentence.start + name.end, text=text,
            heads=frozenset(w.stem(word, self.language) for word in self._class_words(words, kind) if len(word) > 2), kind=kind, gender=gender if kind is not Kind.BODY or before in _ARTICLE_GENDERS.get(self.language, {}) else "",  # noqa: E501
            number="s" if kind is Kind.PERSON else "", part=part, named=True, full=True, clause=self.clauses[at],
        )  # fmt: skip
        self.read.mentions.append(mention)

    def _role_words(self, role: str) -> list[str]:
        """The words of a role up to the one that names a person: the region is no minister in "министр области"."""
        words = _WORDS.findall(role)
        at = next((i for i, one in enumerate(words) if kind_of_noun(one, self.language) is Kind.PERSON), len(words))
        return words[: at + 1] if self.language in _TWO_WORDS else words

    def _like_person(self, name: Name, before: str) -> bool:
        """Whether a name is that of a person by its two or three words and what stands beside it: no firm is 51 years old."""  # noqa: E501
        words = name.text.split()
        if self.language not in _TWO_WORDS or not 2 <= len(words) <= 3 or any(word.isupper() for word in words):
            return False
        if name.start == 0 and words[1] in _LINKS:
            return False  # "Aguacateros de Tzirandaro frenan …": any noun may open a sentence
        behind = self.sentence.text[name.end : name.end + 40]
        if _AGED.match(behind) or any(self.grammar.title.fullmatch(folded(one)) for one in _WORDS.findall(behind)[:3]):
            return behind[:1] == ","
        held = before in w.OF.get(self.language, ()) or self.grammar.determiner.fullmatch(before) or before in _MARKS
        return not (held or self.grammar.preposition.fullmatch(before))

    def _class_words(self, words: list[str], kind: Kind) -> list[str]:
        """The words of a name that a bare noun may take up: where the language puts the class noun."""
        if kind is Kind.PERSON or self.language in {"fr", "es", "de"}:
            return words
        return (
            words[-1:] if self.language == "tr" else words[:1] if self.language == "fa" else [*words[:1], *words[-1:]]
        )
