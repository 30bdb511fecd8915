"""Arabic clauses: a verb with "and" before it, the subject behind the verb, restrictive relative clauses."""

import regex

from claims.clause_base import ANY_DAY, ARABIC_WEAK, Base, Part, Spans
from claims.closed import Closed
from claims.dates import find_times
from claims.names import find_names

_THAT_IS = Closed("اي")


class Arabic(Base):
    """The rules of one language."""

    def _that_is(self, comma: int, nxt: int) -> bool:
        """Arabic: "3400 عامل، أي نصف عددهم": the number said in another way."""
        if self.language != "ar" or not self._is(comma + 1, _THAT_IS) or nxt < len(self.tokens):
            return False
        number = next((at for at in range(comma - 1, max(-1, comma - 4), -1) if self.tokens[at].text[:1].isdigit()), -1)
        if number < 0:
            return False
        self.made.append(Part(spans=(self._whole(number, nxt),), kind="apposition"))
        for at in range(comma, nxt):
            self.removed[at] = True
        return True

    def _restrictive(self, start: int, end: int, seen: int) -> None:
        """A restrictive relative clause behind the main verb that names, counts or dates something: a claim besides."""
        for at in range(seen + 1, end - 1):
            token = self.tokens[at]
            if (
                self.removed[at]
                or token.text not in {"الذي", "التي", "الذين"}
                or self.tokens[at - 1].comma
                or token.depth > self.base
            ):
                continue
            verb = self._verb_between(at + 1, min(at + 4, end))
            close = next(
                (
                    i
                    for i in range(at + 1, end)
                    if self.tokens[i].comma
                    or self.removed[i]
                    or (i > verb and self.tokens[i].text in {"الذي", "التي", "الذين"})
                ),
                end,
            )
            head = at - 1
            while (
                head > start
                and self.tokens[head].text.startswith("ال")
                and not self._finite(head - 1)
                and not self._is(head - 1, self.grammar.preposition)
                and at - head < 4
            ):
                head -= 1
            if self._finite(head) or self._is(head, self.grammar.preposition):
                head += 1
            if not self.tokens[head].word:
                continue  # "in 2016, which ...": a year is no antecedent
            text = self.sentence[self.tokens[at].start : self.tokens[close - 1].end]
            told = (
                find_names(text, "ar")
                or find_times(text, "ar", published_on=ANY_DAY)
                or any(ch.isdigit() for ch in text)
            )
            if (
                verb > 0
                and head < at
                and close - at <= 16
                and told
                and not any(t.text in {"و", "او"} or t.joined for t in self.tokens[at:close])
            ):
                self.made.append(Part(spans=(self._whole(head, close),), kind="relative"))

    def _arabic_cut(self, at: int, seen: int, piece: int) -> tuple[int, str, int] | None:  # noqa: C901, PLR0911
        """Arabic: a verb with "and" before it, a contrast, a second "that"."""
        token = self.tokens[at]
        del piece
        before = self._at(at - 1)
        comma_before = before is not None and before.comma
        behind = self._at(at + 1)
        if token.text == "و" and behind is not None and behind.text in {"ان", "انه", "انها", "بان"}:
            verb = self._verb_between(at + 2, min(at + 14, len(self.tokens)))
            return (at + 2, "clause", verb) if verb > 0 else None
        if token.text in {"وان", "وانه", "وانها", "وبان"} and at + 1 < len(self.tokens):
            verb = self._verb_between(at + 1, min(at + 14, len(self.tokens)))
            return (at + 1, "clause", verb) if verb > 0 else None
        if any(not self.removed[i] and self._is(i, self.grammar.relative) for i in range(seen, at)):
            return None  # inside a restrictive relative clause: whose verb it is cannot be told
        if token.joined and not self._finite(at):
            return None
        if token.joined or (token.verb and token.text[:1] in "وف" and token.joined):
            if token.text[1:] in ARABIC_WEAK and not comma_before:
                return None
            return at, "predicate", at
        if token.text in {"ولم", "ولن", "ولا", "وقد", "ثم", "فلم"}:
            verb = self._verb_between(at + 1, min(at + 4, len(self.tokens)))
            return (at, "predicate", verb) if verb > 0 else None
        if (
            token.text in {"لكنه", "لكنها", "لكنهم", "لكن", "ولكن", "ولكنه", "ولكنها", "بينما", "فيما", "كما", "بل"}
            and comma_before
        ):
            verb = self._verb_between(at + 1, min(at + 12, len(self.tokens)))
            return (at, "predicate" if token.text in {"كما", "بل"} else "clause", verb) if verb > 0 else None
        if token.text in {"لم", "لن"} and comma_before:
            verb = self._verb_between(at + 1, min(at + 3, len(self.tokens)))
            return (at, "clause", verb) if verb > 0 else None
        if token.text == "الا" and comma_before and behind is not None and behind.text in {"ان", "انه", "انها", "انهم"}:
            verb = self._verb_between(at + 2, min(at + 12, len(self.tokens)))
            return (at + 1, "clause", verb) if verb > 0 else None
        if token.text in {"اذ", "حيث"} and comma_before:
            verb = self._verb_between(at + 1, min(at + 4, len(self.tokens)))
            return (at + 1, "clause", verb) if verb > 0 else None
        if token.text in {"اما", "واما"}:
            verb = self._verb_between(at + 1, min(at + 12, len(self.tokens)))
            return (at + 1, "clause", verb) if verb > 0 else None
        return None

    def _arabic_nominal(self, start: int, verb: int) -> bool:
        """Whether the words before the verb are its subject."""
        if (
            self._is(start, self.grammar.preposition)
            or self._is(start, self.grammar.subordinate)
            or self._is(start, self.grammar.negation)
        ):
            return False
        first = self.tokens[start].text
        return verb - start <= 9 and not regex.fullmatch(
            r"[وف]?(?:قد|لم|لن|لا|ما|هل|اذا|بعد|قبل|منذ|في|من|علي|الي|عن|مع|عند|خلال|رغم|ورغم|وفي|ومنذ|حيث|كما|اذ|ثم)",
            first,
        )

    def _arabic_behind(self, verb: int) -> Spans | None:
        """The noun phrase right behind an Arabic verb: a definite one, or a name with its title."""
        first = verb + 1
        while first < len(self.tokens) and self.removed[first]:
            first += 1
        if self._finite(first) and self.tokens[verb].text.lstrip("وف") in {"كان", "كانت", "ظل", "ظلت", "بات"}:
            return self._arabic_behind(first)
        if (
            first >= len(self.tokens)
            or not self.tokens[first].word
            or self._is(first, self.grammar.preposition)
            or self._finite(first)
            or self._is(first, self.grammar.adverb)
            or self._is(first, self.grammar.that)
        ):
            return None
        if regex.match(
            r"(?:ب|ل|ك)ال|لل|(?:عن|في|من|الي|علي|به|له|لها|بها|فيه|فيها|منه|عليه|ايضا|هناك)$", self.tokens[first].text
        ):
            return None
        definite = self.tokens[first].text.startswith("ال")
        last = first + 1
        while last < len(self.tokens) and last - first < 8:
            token = self.tokens[last]
            if (
                self.removed[last]
                or not (token.word or token.depth > self.base or token.text in '“«"')
                or self._finite(last)
                or self._is(last, self.grammar.preposition)
                or self._is(last, self.grammar.relative)
            ):
                break
            if token.text.startswith(("بال", "لل", "وال")) or regex.fullmatch(r"[بلك]\p{L}{4,}", token.text):
                break
            if (
                definite
                and not token.text.startswith("ال")
                and token.depth == self.base
                and not self._name_goes_on(first, last)
            ):
                break
            definite = definite or token.text.startswith("ال")
            last += 1
        if not definite and not self._name_goes_on(first, last - 1):
            return None
        return self._spans(first, last)

    def _name_goes_on(self, first: int, last: int) -> bool:
        """Whether the token belongs to a person's name that a title opened."""
        given = self.grammar.words.given_names
        return (
            any(self.tokens[at].text in given for at in range(first, min(last + 1, len(self.tokens))))
            and last - first <= 6
            and (
                self.tokens[last].text in given
                or self.tokens[last].text.startswith("ال")
                or self.tokens[last - 1].text in given
            )
        )

    def _named_behind(self, verb: int) -> bool:
        """Whether a name or title stands right behind an Arabic verb, as its own subject."""
        token = self._at(verb + 1)
        if token is None:
            return False
        return (
            token.text in self.grammar.words.given_names
            or self.grammar.title.fullmatch(token.text)
            or self.grammar.title.fullmatch(token.text.removeprefix("ال"))
        )
