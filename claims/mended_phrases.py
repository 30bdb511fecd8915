# ruff: noqa: E501 -- word lists read better in long lines
"""Phrases that a cut went through: the rest of a number, the noun counted, the other end of a range."""

import regex

from claims.arabic.tagging import tagged
from claims.clause_base import Spans
from claims.closed import compiled
from claims.draft import Draft
from claims.folding import fold
from claims.lexicon import words_of
from claims.lexicon.wholeness import wholeness_of
from claims.names import find_names
from claims.numbers import find_quantities
from claims.tokens import grammar_of, tokens_of

WORD = regex.compile(r"\p{Han}|[\p{L}\p{N}\p{M}\u200c]+")
_YEAR = regex.compile(r"(?:1[0-9]|20)\d\d(?= )")
_COUNTED = regex.compile(r"(?<![\p{L}\p{N}.,%–-])\d{1,3}$")  #: a number that a noun must follow


#: a French word of one letter whose verb was cut off: "l'Olympique de Vannes s|'est imposé"
_ELIDED = regex.compile(r"\s(?:[cdjlmnst]|qu)$")
#: languages -> subjects of which a part is told, and a participle that says of which ones
_SOME_OF = {
    "fr": (
        regex.compile(r"(?:(?:un |les deux |les trois )?(?:tiers|quarts?|moitie|cinquieme|dixieme)|la moitie|la plupart|une partie|la majorite|l'essentiel|\d+ %|aucun|aucune) (?:des|de|du) [\p{L}'’-]+$"),
        regex.compile(r"\s(?!ont|sont|est|a)(?:\p{Ll}{3,}(?:ee?s?|ies?|is|ues?|us|ites?|its))\s[^,;:.]+$"),
    ),
    "es": (
        regex.compile(r"(?:un tercio|un cuarto|dos tercios|tres cuartos|la mitad|la mayoria|una parte|el \d+ ?%|ninguno|ninguna) (?:de (?:los|las)|del|de la) [\p{L}-]+$"),
        regex.compile(r"\s\p{Ll}{2,}(?:ad[oa]s?|id[oa]s?)\s[^,;:.]+$"),
    ),
}  # fmt: skip


class Phrases:
    """A sentence, the drafts of it, and their phrases made whole."""

    def __init__(self, text: str, language: str, drafts: list[Draft]) -> None:
        self.text, self.language, self.made = text, language, drafts
        self.words, self.grammar = wholeness_of(language), grammar_of(language)
        self.tokens = tokens_of(text, language)
        source = fold(text)
        self.flat = source.text if not source.places else text.lower()  # offsets must be those of the text
        self.verbs = (
            [(one.start, one.end) for one in tagged(text) if one.pos == "V"]
            if language == "ar"
            else [(one.start, one.end) for one in self.tokens if one.verb]
        )

    def _whole_numbers(self, spans: Spans) -> Spans:
        """A number with its unit is never cut: "4 في المئة"."""
        found = [one for one in find_quantities(self.text, self.language) if "," not in one.text]
        made = []
        for start, end in spans:
            if end != spans[-1][1] and not self._has_verb(start, end):
                made.append((start, end))  # a subject that was cut short may be another clause's
                continue
            begun = [one.start for one in found if one.start < start < one.end and self._count(start, one.end)]
            unfinished = [one.end for one in found if one.start < end < one.end and one.unit and self._count(one.start, end)]  # fmt: skip
            made.append((min([start, *begun]), max([end, *unfinished])))
        return _joined(made)

    def _elision(self, spans: Spans) -> Spans:
        """A stretch without the one letter that it took of the next word."""
        start, end = spans[-1]
        if self.language != "fr" or self.text[end : end + 1] not in {"'", "’"}:
            return spans
        letter = _ELIDED.search(self.flat, start, end)
        return (*spans[:-1], (start, letter.start())) if letter else spans

    def _which_ones(self, spans: Spans) -> Spans:
        """What is told of a share of some goes with the words that say of which: "a third of the staff [hired in 2022] left"."""
        told = _SOME_OF.get(self.language)
        if told is None or len(spans) != 2 or self._has_verb(*spans[0]) or "," in self.text[spans[0][1] : spans[1][0]]:
            return spans
        (start, end), (first, last) = spans
        share, which = told
        if not share.search(self.flat, start, end) or not which.fullmatch(self.flat.rstrip(" ")[:first].rstrip(), end):
            return spans
        return ((start, last),)

    def _named(self, spans: Spans) -> Spans:
        """A title alone takes the name between commas behind it: "le ministre de la Santé[, Mathieu Courcelle],"."""
        (start, end), *more = spans
        if more or self.language not in _SOME_OF or self.text[end : end + 2] != ", " or self._has_verb(start, end):
            return spans
        title = next(
            (one for one in self.tokens if one.start >= start and not self.grammar.determiner.fullmatch(one.text)), None
        )
        if (
            title is None
            or title.start >= end
            or not self.grammar.title.fullmatch(title.text)
            or "," in self.text[start:end]
        ):
            return spans
        name = next((one for one in find_names(self.text, self.language) if one.start == end + 2), None)
        if name is None or " " not in name.text or self.text[name.end : name.end + 1] not in {",", "."}:
            return spans
        return ((start, name.end),)

    def _noun_counted(self, spans: Spans) -> Spans:
        """A subject that ends with its number takes the noun as well: "üniversiteden 20 [gönüllü öğrenci]"."""
        if len(spans) < 2 or not _COUNTED.search(self.flat, 0, spans[0][1]) or self._has_verb(*spans[0]):
            return spans
        start, end = spans[0]
        for one in self.tokens:
            if one.start < end:
                continue
            if not one.word or one.verb or one.start >= spans[1][0] or self._closed(one.text):
                break
            end = one.end
        return _joined([(start, end), *spans[1:]])

    def _without_day(self, spans: Spans) -> Spans:
        """A noun phrase doesn't begin with the year of the phrase before it: "seit [2023] rund 90 Haushalte, die …"."""
        start, end = spans[0]
        year = _YEAR.match(self.text, start, end)
        before = self._token_before(start)
        if year is None or before is None or not self.grammar.preposition.fullmatch(before) or self._has_verb(start, end):  # fmt: skip
            return spans
        return ((year.end() + 1, end), *spans[1:]) if year.end() + 1 < end else spans

    def _range(self, spans: Spans) -> Spans:
        """A range is told whole: "between 1927" goes on with "and 1931"."""
        between, joint = words_of(self.language).between
        if not between or not joint:
            return spans
        start, end = spans[-1]
        opened = compiled(rf"(?<!\p{{l}})(?:{between}) \d[\d.,]*$").search(self.flat, start, end)
        rest = compiled(rf" (?:{joint}) ?\d[\d.,]*(?<=\d)").match(self.flat, end) if opened else None
        if rest is None:
            return spans
        stop = rest.end()
        after = [one for one in self.tokens if one.start >= stop][:2]
        if after and after[0].word and not (len(after) > 1 and after[1].word and not self._closed(after[1].text)):
            stop = after[0].end  # "zwischen 1927 und 1931 errichtet"
        return (*spans[:-1], (start, stop))

    def _closed(self, word: str) -> bool:
        grammar = self.grammar
        return (
            grammar.preposition.fullmatch(word)
            or grammar.conjunction.fullmatch(word)
            or grammar.adverb.fullmatch(word)
            or grammar.relative.fullmatch(word)
        )

    def _token_before(self, at: int) -> str | None:
        before = [one.text for one in self.tokens if one.end <= at]
        return before[-1] if before else None

    def _has_verb(self, start: int, end: int) -> bool:
        return any(start <= a < end for a, _ in self.verbs)

    def _count(self, start: int, end: int) -> int:
        return sum(1 for _ in WORD.finditer(self.text, start, end))

    def _size(self, spans: Spans) -> int:
        return sum(self._count(*span) for span in spans)


def _joined(spans: list[tuple[int, int]]) -> Spans:
    """Spans in order; those that meet are one."""
    made = [spans[0]]
    for start, end in spans[1:]:
        if start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)
