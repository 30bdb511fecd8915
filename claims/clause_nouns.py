"""The noun phrase that an insert hangs on."""

import regex

from claims.clause_base import Spans
from claims.clause_joints import Joints
from claims.closed import compiled

#: what stands between commas behind a name and tells its age
_AGE = regex.compile(
    r"(?:de |agee? de )?\d{1,3}(?: (?:ans|anos|jahre(?: alt)?|лет|года?))?"
    r"|(?:de )?\p{l}+(?: y \p{l}+)? anos"
)
#: gender and number as determiners and participles tell them
_DETERMINED = {
    "fr": {"le": "ms", "un": "ms", "du": "ms", "au": "ms", "ce": "ms", "la": "fs", "une": "fs", "cette": "fs", "les": "?p", "des": "?p", "aux": "?p", "ces": "?p", "l": "?s"},  # noqa: E501
    "es": {"el": "ms", "un": "ms", "del": "ms", "al": "ms", "la": "fs", "una": "fs", "esta": "fs", "los": "mp", "unos": "mp", "las": "fp", "unas": "fp"},  # noqa: E501
}  # fmt: skip
_JOINED = frozenset({"du", "des", "au", "aux", "del", "al"})  #: the article stands in one word with its preposition

_DEGREES = frozenset(["plus", "moins", "tres", "mas", "menos", "muy", "sehr", "deutlich", "более", "менее", "очень"])


class Nouns(Joints):
    """Finds antecedents."""

    def _noun_phrase(self, end: int) -> tuple[int, int] | None:
        """The noun phrase that ends before a token: back to its determiner, title or the clause's start."""
        start = end - 1
        if start < 0:
            return None
        opening = self._opening(end)
        if opening is not None:
            return opening
        steps = 0
        verb_seen = self._verb_between(0, end)
        while start > 0 and steps < 12:
            if self._bounds(start):
                break
            start, steps = start - 1, steps + 1
        if steps >= 12 and verb_seen >= 0:
            return None
        while start < end and (
            self._is(start, self.grammar.conjunction)
            or self._fills(start)
            or self.tokens[start].text in self.grammar.words.day_words
            or not (
                self.tokens[start].word or self.tokens[start].text[:1].isdigit() or self.tokens[start].text in '“«"„'
            )
        ):
            start += 1
        return (start, end) if start < end else None

    def _one_of_a_kind(self, comma: int, end: int) -> bool:
        """Whether Turkish words between commas tell what the name before them is: "Selma Tunç, emekli bir öğretmen,"."""  # noqa: E501
        return (
            self.language == "tr"
            and end < len(self.tokens)
            and comma > 1
            and self.tokens[comma - 1].sentence_case
            and self.tokens[comma - 2].sentence_case
            and any(self.tokens[at].text == "bir" for at in range(max(comma + 1, end - 4), end - 1))
        )

    def _bounds(self, start: int) -> bool:
        """Whether a noun phrase begins at a token: behind a comma, a verb, a preposition that governs it."""
        before = self.tokens[start - 1]
        if self.removed[start - 1] or before.comma or self._finite(start - 1):
            return True
        opens = self._is(start, self.grammar.determiner) and not self._of(start - 1)
        if opens and self.language not in {"ru", "tr", "fa"}:
            return True
        if self._is(start - 1, self.grammar.subordinate) or self._is(start - 1, self.grammar.that):
            return True
        if self._is(start - 1, self.grammar.preposition) and not self._of(start - 1):
            return True
        # "ont découvert 17 espèces": a participle with its auxiliary is no part of the object
        helped = any(self._finite(at) and len(self.tokens[at].text) < 7 for at in (start - 2, start - 3))
        return self.language in {"fr", "es"} and before.word and helped and self._past(start - 1)

    def _opening(self, end: int) -> tuple[int, int] | None:
        """The whole stretch before a token, where no verb stands in it: it is the subject."""
        if (
            end > 14
            or self._verb_between(0, end) >= 0
            or any(self.tokens[at].comma or self.removed[at] for at in range(end))
        ):
            return None
        first = 0
        while first < end and (
            self._is(first, self.grammar.conjunction)
            or self._fills(first)
            or self._is(first, self.grammar.that)
            or not (
                self.tokens[first].word or self.tokens[first].text[:1].isdigit() or self.tokens[first].text in '“«"„»'
            )
        ):
            first += 1
        if first >= end or self._is(first, self.grammar.preposition) or self._is(first, self.grammar.subordinate):
            return None
        return first, end

    def _determined(self, start: int, end: int) -> tuple[int, int]:
        """The noun phrase behind a word that is none: "[en] amont du village de La Forcle" holds "village de La Forcle"."""  # noqa: E501
        joined = (
            self.language in {"fr", "es"} and self._is(start - 1, self.grammar.preposition) and not self._of(start - 1)
        )
        opens = self._is(start, self.grammar.determiner) or self.tokens[start].sentence_case
        if joined and not opens and end - start > 2 and self.tokens[start + 1].text in {"du", "des", "del"}:
            return start + 2, end
        return start, end

    def _bearer(self, start: int, end: int) -> tuple[int, int]:
        """The name before a role behind a comma: "Eleazar Cuiriz, presidente de la Unión, quien acusó …"."""
        if self.language not in {"fr", "es"}:
            return start, end
        first = start
        while first > 0 and start - first < 8 and self.tokens[first - 1].word:
            first -= 1
        # "Jeanne Faure, éleveuse à Saint-Paul, qui …": a bare noun behind a name and a comma tells of the name
        bare = (self._is(first, self.grammar.title) or not self.tokens[first].sentence_case) and not any(
            self._is(first, one)
            for one in (self.grammar.determiner, self.grammar.preposition, self.grammar.conjunction, self.grammar.adverb, self.grammar.pronoun)  # noqa: E501
        )  # fmt: skip
        named = first > 1 and self.tokens[first - 1].comma and self.tokens[first - 2].sentence_case
        if not named or not bare or self._verb_between(first, start) >= 0:
            return start, end
        start = first
        first = start - 1
        while first > 0 and self.tokens[first - 1].sentence_case and self.tokens[first - 1].word:
            first -= 1
        return first, start - 1

    def _before_removed(self, end: int) -> int:
        """The end of what stands before an insert, past inserts that were taken out."""
        while end > 0 and self.removed[end - 1]:
            end -= 1
        return end

    def _aged(self, comma: int, nxt: int) -> bool:
        """Whether an age stands between two commas behind a name."""
        before = self._at(self._before_removed(comma) - 1)
        inner = self.tokens[comma + 1 : nxt]
        return (
            self.language in {"fr", "es", "de", "ru"}
            and nxt < len(self.tokens)
            and self.tokens[nxt].comma
            and before is not None
            and before.sentence_case
            and 0 < len(inner) < 6
            and _AGE.fullmatch(" ".join(one.text for one in inner)) is not None
        )

    def _told_of(self, head: tuple[int, int], comma: int, end: int) -> Spans:
        """The words of an insert with the noun that it hangs on, without inserts that stand between the two."""
        if head[1] == comma:
            return (self._whole(head[0], end),)
        return self._spans(*head) + self._spans(comma + 1, end)

    def _agreeing(self, head: tuple[int, int], comma: int) -> tuple[int, int] | None:
        """The noun of a phrase that a participle behind it agrees with; None where that is not one alone."""
        known = _DETERMINED[self.language]
        said = self.tokens[comma + 1].raw
        if self.language == "fr":
            told = ("f" if said.endswith(("ée", "ées")) else "m") + ("p" if said.endswith("s") else "s")
        else:
            told = ("f" if said.endswith(("a", "as")) else "m") + ("p" if said.endswith("s") else "s")
        start, end = head
        opens = [at for at in range(max(start - 1, 0), end - 1) if self.tokens[at].text in known]
        if self._verb_between(0, comma) < 0 and (not opens or opens[0] >= start):
            opens = opens[:1] or [start]  # the subject's own noun, whatever hangs on it
        fits = [
            at for at in opens
            if (own := known.get(self.tokens[at].text)) is None or (own[0] in {"?", told[0]} and own[1] == told[1])
        ]  # fmt: skip
        if opens and len(fits) != 1:
            return None
        if not opens:
            return head
        return fits[0] + (self.tokens[fits[0]].text in _JOINED and fits[0] >= start) if fits[0] >= start else start, end

    def _mere_quality(self, comma: int, nxt: int) -> bool:
        """Whether an insert is a word of degree and an adjective alone."""
        first = self._at(comma + 1)
        return first is not None and nxt - comma <= 3 and first.text in _DEGREES

    def _named_part(self, start: int, end: int) -> tuple[int, int]:
        """The name alone of "Директор кинотеатра Тамара Белова": what he is was told by another claim."""
        first = end
        while first > start and self.tokens[first - 1].sentence_case and self.tokens[first - 1].word:
            first -= 1
        if self.language == "de":
            while first < end and not self._is(first, self.grammar.title):
                first += 1
            first += first < end
        named = self.language in {"ru", "de"} and first > start and end - first >= 2
        return (
            (first, end)
            if named and any(self._is(at, self.grammar.title) for at in range(start, first))
            else (start, end)
        )

    def _past(self, index: int) -> bool:
        """Whether a word ends as a participle does."""
        return compiled(r"\p{Ll}{2,}(?:é|i|u|is|it|ert|ado|ido|to|cho)").fullmatch(self.tokens[index].raw) is not None

    def _of(self, index: int) -> bool:
        """Whether a preposition only joins two nouns."""
        token = self._at(index)
        return token is not None and token.text in {
            "of",
            "de",
            "du",
            "des",
            "del",
            "d",
            "der",
            "von",
            "l",
            "'",
            "la",
        }
