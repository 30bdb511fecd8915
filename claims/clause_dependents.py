"""Dependent clauses and opening participles: told for themselves, where they name what they are about."""

import itertools

import regex

from claims.clause_base import Part
from claims.clause_german import German
from claims.closed import Closed, compiled

_CONTRAST = Closed("wahrend|obwohl|aunque|mientras|bien|alors|tandis|хотя")
_REASONS = Closed(
    "wahrend|obwohl|aunque|mientras|que|bien|alors|tandis|хотя|weil|nachdem|porque|cuando|parce|qu|apres|despues|de"
    "|lorsque|quand|когда|потому|что|поскольку|так|как|после|того"
)


_FRONTED = {
    "de": regex.compile(r"(?:obwohl|nachdem|wahrend|weil|da) "),
    "fr": regex.compile(r"(?:bien que|alors que|apres que|tandis que) |(?:bien|alors|apres|tandis) qu ' "),
    "es": regex.compile(r"(?:aunque|mientras(?: que)?|despues de que|luego de que) "),
    "ru": regex.compile(r"(?:хотя|несмотря на то , что|после того как|поскольку) "),
}  #: openings that leave both halves asserted; a condition does not
_INSIDE = {
    "fr": regex.compile(r"(?:apres|parce) qu(?:e| ') "),
    "es": regex.compile(r"(?:despues de que|luego de que|porque|cuando) "),
    "ru": regex.compile(r"(?:после|из - за) того , (?:как|что) "),
}
_INDEFINITE = frozenset({"un", "une", "una", "unos", "unas", "des"})
_TELLING = frozenset({"que", "qui", "dont", "qu"})


class Dependents(German):
    """French, Spanish, German and Russian."""

    def _opening_participle(self) -> None:
        """As in "Construit en 1968, l'hôpital accueille …": told of the subject that follows."""
        if self.language not in {"fr", "es"} or not self.tokens or self.tokens[0].depth > self.base:
            return
        role = self._is(0, self.grammar.title) and not self.tokens[0].comma
        named = len(self.tokens) > 1 and self.tokens[1].sentence_case  # "Hervé Roux, 58 ans": a given name
        if named or not (self._is(0, self.grammar.born) or self._participial(0) or role):
            return
        comma = next((at for at, token in enumerate(self.tokens) if token.comma), -1)
        if not 2 <= comma <= 14 or self._verb_between(1, comma) >= 0:
            return
        behind = self.tokens[comma + 1 : comma + 3]
        if role and not (len(behind) > 1 and all(one.sentence_case for one in behind)):
            return  # "Présidente depuis huit ans, Antoinette Fournier …"
        verb = self._verb_between(comma + 1, len(self.tokens))
        last = verb
        while last > comma + 1 and (
            self._is(last - 1, self.grammar.adverb) or self.tokens[last - 1].text in {"'", "n"}
        ):
            last -= 1
        if verb < 0 or not 1 <= last - comma - 1 <= 12:
            return
        self.made.append(Part(spans=(self._whole(0, last),), kind="apposition"))
        for at in range(comma + 1):
            self.removed[at] = True

    def _dependent(self, comma: int, nxt: int) -> bool:
        """Takes out ", weil es Abwasser in die Mulda geleitet hatte": told for itself, where it names a subject."""
        first = comma + 1
        if (
            self.language not in {"fr", "es", "de", "ru"}
            or not self._is(first, _REASONS)
            or self._verb_between(0, comma) < 0
            or self.tokens[comma - 1].text == "том"  # "слухи о том, что …": what they say is nobody's claim
        ):
            return False
        start = first + 1
        while start < nxt and self._is(start, _REASONS):
            start += 1
        verb = self._verb_between(start, nxt)
        if verb <= start or (self.language == "de" and verb < nxt - 2):
            return False
        contrast = self._is(first, _CONTRAST)
        words = sum(token.word or token.text[:1].isdigit() for token in self.tokens[start:nxt])
        opens = self._is(start, self.grammar.determiner) or self._is(start, self.grammar.pronoun) or self.tokens[start].sentence_case  # noqa: E501  # fmt: skip
        if not (contrast or words > 5) or not (opens or self.language == "ru"):
            return False
        self.made.append(Part(spans=self._spans(start, nxt), kind="clause"))
        for at in range(comma, min(nxt + (nxt < len(self.tokens)), len(self.tokens))):
            self.removed[at] = True
        return True

    def _fronted_dependent(self) -> None:
        """Takes "Obwohl die Kosten um 30 Prozent stiegen," from before its main clause: told for itself."""
        opener = _FRONTED.get(self.language)
        if opener is None or not self.tokens or self.tokens[0].depth > self.base:
            return
        lead = opener.match(" ".join(token.text for token in self.tokens[:4]) + " ")
        comma = next((at for at, one in enumerate(self.tokens) if one.comma and one.depth == self.base), -1)
        if lead is None or comma < 0 or any(self.removed[:comma]):
            return
        start = len(lead.group(0).split())
        verb = self._last_verb(start, comma) if self.language == "de" else self._verb_between(start, comma)
        main = self._verb_between(comma + 1, len(self.tokens))
        closes = verb == comma - 1 and main == comma + 1 if self.language == "de" else verb > start and main > comma
        words = sum(token.word or token.text[:1].isdigit() for token in self.tokens[start:comma])
        named = self._is(start, self.grammar.determiner) or self.tokens[start].sentence_case or self.language == "ru"
        if not closes or words < 4 or not named:
            return
        self.made.append(Part(spans=self._spans(start, comma), kind="clause"))
        for at in range(comma + 1):
            self.removed[at] = True

    def _dependent_inside(self) -> None:
        """Takes "después de que el río se desbordara" from the end of its main clause, where no comma parts them."""
        opener = _INSIDE.get(self.language)
        main = self._verb_between(0, len(self.tokens))
        if opener is None or main < 0 or any(self._is(at, self.grammar.say) for at in range(main + 2)):
            return
        for at in range(main + 2, len(self.tokens) - 5):
            if self.tokens[at].depth > self.base or self.removed[at] or self._is(at, self.grammar.condition):
                continue
            lead = opener.match(" ".join(token.text for token in self.tokens[at : at + 6]) + " ")
            start = at + len(lead.group(0).split()) if lead else -1
            named = start > 0 and (self._is(start, self.grammar.determiner) or self.tokens[start].sentence_case or self.language == "ru")  # noqa: E501  # fmt: skip
            words = sum(token.word or token.text[:1].isdigit() for token in self.tokens[start:]) if start > 0 else 0
            if not named or words < 4 or self._verb_between(start, len(self.tokens)) < 0 or self.tokens[at - 1].comma:
                continue
            self.made.append(Part(spans=(self._whole(start, len(self.tokens)),), kind="clause"))
            for i in range(at, len(self.tokens)):
                self.removed[i] = True
            return

    def _told_of_indefinite(self) -> None:
        """Takes "una orquídea que hoy lleva su nombre" out: what is told of something new is no mark to know it by."""
        if self.language not in {"fr", "es"}:
            return
        main = self._verb_between(0, len(self.tokens))
        for at in range(max(main, 0) + 3, len(self.tokens) - 2):
            if self.tokens[at].text not in _TELLING or self.tokens[at].depth > self.base or self.removed[at]:
                continue
            start = next((i for i in range(at - 1, max(main, at - 6), -1) if self.tokens[i].text in _INDEFINITE), -1)
            if self._is(at - 1, self.grammar.determiner) or self._is(at - 1, self.grammar.preposition):
                continue  # "un cuaderno en el que anotaba": the pronoun has its own preposition
            if start <= main or any(not one.word for one in self.tokens[start:at]) or any(self._is(i, self.grammar.say) for i in range(start)):  # noqa: E501  # fmt: skip
                continue
            end = next((i for i in range(at, len(self.tokens)) if not self.tokens[i].word and self.tokens[i].text not in "'’-"), len(self.tokens))  # noqa: E501  # fmt: skip
            if end < len(self.tokens) - 1 or self._verb_between(at + 1, end) < 0:
                continue
            joints = [at, *(i + 1 for i in range(at + 2, end - 1) if self._is(i, self.grammar.conjunction) and self.tokens[i + 1].text in _TELLING), end + 1]  # noqa: E501  # fmt: skip
            head = self._spans(start, at)
            for first, following in itertools.pairwise(joints):
                self.made.append(
                    Part(spans=tuple(sorted({*head, *self._spans(first, following - 1)})), kind="relative")
                )
            for i in range(at, end):
                self.removed[i] = True
            return

    def _with_nested(self, comma: int, nxt: int) -> int:
        """The end of a relative clause with the clauses that hang on it, where the main clause is told before it or after."""  # noqa: E501
        told = self._verb_between(0, comma) >= 0
        while nxt < len(self.tokens) - 2 and self.tokens[nxt].comma:
            first = nxt + 1
            if self._is(first, self.grammar.preposition) and self._is(first + 1, self.grammar.relative):
                first += 1
            hangs = self._is(first, self.grammar.relative) or self._is(first, self.grammar.that) or (told and self._is(first, self.grammar.subordinate))  # noqa: E501  # fmt: skip
            if self.language == "ru" and self._gerund(first + self._is(first, self.grammar.negation)):
                hangs = True  # "которая обанкротилась, не уложив и половины рельсов"
            close = next((at for at in range(nxt + 1, len(self.tokens)) if self.tokens[at].comma and self.tokens[at].depth == self.base), len(self.tokens))  # noqa: E501  # fmt: skip
            verbless = self._verb_between(first + 1, close) < 0 and not self._gerund(first + self._is(first, self.grammar.negation))  # noqa: E501  # fmt: skip
            if not hangs or (close == len(self.tokens) and not told) or verbless:
                return nxt
            nxt = close
        return nxt

    def _names_role(self, head: tuple[int, int], comma: int) -> bool:
        """Whether an apposition gives the name of somebody whose role stands before it."""
        first = self._at(comma + 1)
        role = self.tokens[head[0] : head[1]]
        return (
            self.language in {"fr", "es", "de"}
            and first is not None
            and first.sentence_case
            and not self._is(comma + 1, self.grammar.determiner)
            and self._is(head[0], self.grammar.determiner)
            and (self.language == "de" or not any(token.sentence_case for token in role[1:]))
        )

    def _participial(self, index: int) -> bool:
        """Whether a participle opens the insert: "votée en juillet", "fundada en 1950"."""
        endings = {"fr": r"\p{L}{3,}(?:é|ée|és|ées)", "es": r"\p{L}{3,}(?:ado|ada|ados|adas|ido|ida|idos|idas)"}.get(
            self.language
        )
        token = self._at(index)
        return endings is not None and token is not None and compiled(endings).fullmatch(token.raw) is not None
