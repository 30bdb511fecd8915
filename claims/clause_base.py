"""What every rule of clause splitting asks of a stretch's tokens, and how parts are kept."""

from dataclasses import dataclass
from datetime import date

import regex

from claims.closed import Closed
from claims.inflection import finite_form
from claims.tokens import Grammar, Token

Spans = tuple[tuple[int, int], ...]
ANY_DAY = date(2020, 6, 15)  #: only where a date stands matters to these rules


_HAVE = frozenset(
    ["ha", "han", "habia", "habian", "ont", "avait", "avaient"]
)  #: never nouns, so "la ha aplicado" is a verb


#: endings of Russian adjectives behind which a noun stands; Spanish and French determiners that stand alone as well
_OBLIQUE = regex.compile(r"(?!эт|вс|котор|никак|так|сам|мног|перв)\p{l}{3,}(?:ого|его|ому|ему|ую|юю|ых|их|ыми|ими)")
_ALONE = frozenset({"ambos", "ambas", "todos", "todas", "algunos", "algunas", "varios", "varias", "certains", "tous"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One assertion: its spans in the sentence, and whether it still lacks a subject."""

    spans: Spans
    kind: str  #: "clause", "predicate", "relative", "apposition"
    subjectless: bool = False


class Base:
    """One stretch and what was found in it."""

    def __init__(self, sentence: str, tokens: list[Token], grammar: Grammar, base: int) -> None:
        self.sentence, self.tokens, self.grammar, self.base = sentence, tokens, grammar, base
        self.language = grammar.words.language
        self.removed = [False] * len(tokens)
        self.made: list[Part] = []

    def _at(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def _is(self, index: int, pattern: Closed) -> bool:
        token = self._at(index)
        return token is not None and token.word and pattern.fullmatch(token.text)

    def _commas(self) -> list[int]:
        """Commas that cut nothing inside quotes, brackets or numbers."""
        return [
            at
            for at, token in enumerate(self.tokens)
            if token.depth == self.base
            and (token.comma or (token.text in "–—:：" and not token.word))
            and not self._in_clock(at)
        ]

    def _in_clock(self, index: int) -> bool:
        """Whether a colon stands between digits: 7:30, 3:1."""
        before, behind = self._at(index - 1), self._at(index + 1)
        return self.tokens[index].text == ":" and before is not None and behind is not None and before.text[-1:].isdigit() and behind.text[:1].isdigit()  # noqa: E501  # fmt: skip

    def _finite(self, index: int) -> bool:  # noqa: PLR0911
        """Whether a token is a finite verb and no participle or noun that looks like one."""
        token = self._at(index)
        if token is None or not token.verb or token.depth > self.base:
            return False
        before, behind = self._at(index - 1), self._at(index + 1)
        if self.language == "ru" and (
            self.grammar.preposition.fullmatch(token.text)
            or (before is not None and _OBLIQUE.fullmatch(before.text) and not before.verb)
        ):
            return False  # "около", "из затопленного подвала"
        if before is not None and before.text in _ALONE and finite_form(token.raw.lower(), self.language):
            return True
        if self.language == "en":
            return _english_finite(token, before, behind, self.tokens, index)
        if (
            before is not None
            and self.grammar.determiner.fullmatch(before.text)
            and self.language in {"fr", "es", "de"}
        ):
            if before.text == "lo" and self.language == "es":
                return True  # no noun stands behind "lo": "y lo hizo por cuatro votos"
            if self._clitic(index - 1) and finite_form(token.raw.lower(), self.language):
                return True
            if before.text in {"la", "lo", "los", "las", "les", "le"} and token.text in _HAVE:
                return True
            return self.grammar.pronoun.fullmatch(before.text) or (
                before.text in {"lo", "la", "le", "les", "los", "las"}
                and self.language == "es"
                and behind is not None
                and not behind.comma
                and token.raw[-1:] in "óáíéa"
                and len(token.text) > 4
                and token.raw[-1:] == "ó"
            )
        return True

    def _clitic(self, index: int) -> bool:
        """Whether "le", "la", "leur" is an object before its verb: behind a subject pronoun or "ne"."""
        before = self._at(index - 1)
        return (
            self.tokens[index].text in {"le", "la", "les", "l", "leur", "lo", "los", "las"}
            and before is not None
            and (
                self._is(index - 1, self.grammar.pronoun)
                or self._is(index - 1, self.grammar.negation)
                or self._is(index - 1, self.grammar.relative)
            )
        )

    def _verb_between(self, start: int, end: int) -> int:
        """The first finite verb of a stretch that is still in place, or -1."""
        return next((at for at in range(start, end) if not self.removed[at] and self._finite(at)), -1)

    def _skip(self, index: int) -> int:
        """Past adverbs, negation and clitic pronouns."""
        steps = 0
        while steps < 4 and (
            self._is(index, self.grammar.adverb)
            or self._is(index, self.grammar.negation)
            or (
                (token := self._at(index)) is not None
                and token.text
                in {
                    "'",
                    "se",
                    "lo",
                    "le",
                    "les",
                    "la",
                    "los",
                    "las",
                    "l",
                    "leur",
                    "lui",
                    "y",
                    "s",
                    "n",
                    "ne",
                    "ha",
                    "قد",
                    "لا",
                    "لم",
                }
                and not token.verb
            )
            or (self.language == "ru" and self._word_of_day(index))
        ):
            index, steps = index + 1, steps + 1
        return index

    def _word_of_day(self, index: int) -> bool:
        """Whether a word tells the day before a verb: ", а вчера потребовала", "и накануне уехал"."""
        token = self._at(index)
        return token is not None and (token.text in self.grammar.words.day_words or token.text == "накануне")

    def _fills(self, index: int) -> bool:
        """Whether a word is an adverb and no article: Spanish "la" is both a clitic and an article."""
        return self._is(index, self.grammar.adverb) and not self._is(index, self.grammar.determiner)

    def _guarded(self, first: int) -> bool:
        """A condition governs all that follows it, so nothing is cut away from it."""
        return self.grammar.condition.fullmatch(self.tokens[first].text)

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """One span over tokens, removed ones and all."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def _spans(self, start: int, end: int) -> Spans:
        """The spans of the tokens that are in place, joined where they touch."""
        found: list[tuple[int, int]] = []
        previous = -2
        for at in range(start, end):
            if self.removed[at]:
                continue
            token = self.tokens[at]
            if found and previous == at - 1:
                found[-1] = (found[-1][0], token.end)
            else:
                found.append((token.start, token.end))
            previous = at
        clean = [_stripped(self.sentence, a, b) for a, b in found]
        return tuple(span for span in clean if span[0] < span[1])

    def _emit(self, start: int, end: int, kind: str, subject: Spans | None, *, subjectless: bool = False) -> None:
        """Keeps a part, with the subject's spans before its own."""
        spans = self._spans(start, end)
        if not spans:
            return
        shared = tuple(span for span in subject or () if all(span[1] <= a or b <= span[0] for a, b in spans))
        self.made.append(Part(spans=tuple(sorted({*shared, *spans})), kind=kind, subjectless=subjectless))


def _english_finite(token: Token, before: Token | None, behind: Token | None, tokens: list[Token], index: int) -> bool:
    """English: "-ed" words are participles behind nouns when "by" follows or a determiner stands before."""
    text = token.text
    if (
        before is not None
        and before.text
        in {
            "the",
            "a",
            "an",
            "its",
            "his",
            "her",
            "their",
            "this",
            "of",
            "and's",
            "to",
            "by",
            "for",
            "with",
            "recently",
            "newly",
        }
        and text not in {"is", "was", "are", "were", "has", "had"}
    ):
        return before.text == "to" and False
    if not text.endswith("ed") or len(text) < 4:
        return not (before is not None and before.text == "to")
    if before is not None and before.text in {
        "be",
        "been",
        "being",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "not",
        "n",
        "t",
    }:
        return False  # part of the verb before it
    if (
        behind is not None
        and behind.text == "by"
        and not any(
            tokens[i].text in {"was", "were", "is", "are", "been", "be"} for i in range(max(0, index - 4), index)
        )
    ):
        return False
    return not (
        before is not None
        and before.comma
        and behind is not None
        and behind.text in {"by", "in", "for", "as"}
        and index + 2 < len(tokens)
        and any(t.comma for t in tokens[index + 1 :])
    )


def _stripped(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The span without commas, dashes and space at its ends."""
    while start < end and sentence[start] in " \t,،，;؛:：–—-.":
        start += 1
    while end > start and sentence[end - 1] in " \t,،，;؛:：–—-.":
        end -= 1
    return start, end
