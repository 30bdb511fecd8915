"""German clauses: verbs at the end of a dependent clause, and participles that share one auxiliary."""

import regex

from claims.clause_base import Spans
from claims.clause_nouns import Nouns

_AUXILIARY = frozenset(
    [
        "hat",
        "haben",
        "hatte",
        "hatten",
        "ist",
        "sind",
        "war",
        "waren",
        "wird",
        "werden",
        "wurde",
        "wurden",
        "habe",
        "sei",
        "seien",
    ]
)
_ZU = regex.compile(
    r"(?:ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|vor|weg|zuruck|zusammen|um|durch|fort|weiter|bereit|fertig)zu\p{l}{3,}n"
)
_PARTICIPLE = regex.compile(
    r"(?:\p{L}*ge\p{L}+(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter|wider)\p{L}+(?:t|en)|\p{L}+iert|worden|gewesen)"
)


class German(Nouns):
    """Cuts that no other language's rules make."""

    def _cut_german(self) -> bool:
        """Parts of a German stretch, where one of its own rules holds; False where none does."""
        if self.language != "de" or any(self.removed):
            return False
        return self._verbs_last() or self._participles()

    def _last_verb(self, start: int, end: int) -> int:
        """The last finite verb of a stretch, or -1."""
        return next((at for at in range(end - 1, start - 1, -1) if not self.removed[at] and self._finite(at)), -1)

    def _verb_closes(self, pronoun: int, verb: int, nxt: int) -> bool:
        """Whether the verb stands where a relative clause has it; "der" before a noun may be an article."""
        article = any((one := self._at(at)) is not None and one.sentence_case for at in (pronoun + 1, pronoun + 2))
        return nxt - 1 >= verb >= nxt - (1 if article else 3)

    def _before_verb(self, comma: int) -> int:
        """The end of the noun phrase that a relative clause hangs on: before participle, infinitive or particle."""
        end = comma
        while end > 1 and comma - end < 3 and self.tokens[end - 1].word and not self.tokens[end - 1].sentence_case:
            end -= 1
        return end if self.tokens[end - 1].sentence_case else comma

    def _infinitive(self, comma: int, nxt: int) -> bool:
        """Whether ", einen Hummer gefangen zu haben" stands between the commas."""
        last, before, opener = self.tokens[nxt - 1], self._at(nxt - 2), self._at(comma + 1)
        told = opener is not None and opener.text in {"um", "ohne", "statt", "anstatt"}
        zu = before is not None and before.text == "zu" and last.text.endswith("n")
        return told or zu or _ZU.fullmatch(last.text) is not None

    def _joint(self, start: int, end: int) -> int:
        """The only "und" or "aber" of a stretch outside quotes, or -1."""
        found = [at for at in range(start, end) if self._is(at, self.grammar.conjunction) and self.tokens[at].depth == self.base]  # noqa: E501  # fmt: skip
        return found[0] if len(found) == 1 else -1

    def _verbs_last(self) -> bool:
        """As in "die Anlage im März geprüft worden sei und einwandfrei funktioniert habe"."""
        last = len(self.tokens) - 1
        first = self._verb_between(0, last)
        joint = first + 1
        if first < 2 or not self._finite(last) or joint >= last or not self._is(joint, self.grammar.conjunction):
            return False
        own = self._is(joint + 1, self.grammar.determiner) or self._is(joint + 1, self.grammar.pronoun)
        subject = None if own else self._opening_noun(first)
        if not own and subject is None:
            return False
        self._emit(0, joint, "clause", None)
        self._emit(joint + 1, last + 1, "clause" if own else "predicate", subject)
        return True

    def _opening_noun(self, end: int) -> Spans | None:
        """The noun phrase that opens a dependent clause: an article, adjectives, nouns."""
        at = 0
        if self._is(0, self.grammar.pronoun) and not self._is(0, self.grammar.determiner):
            return self._spans(0, 1)
        while at < end and (self._is(at, self.grammar.determiner) or not self.tokens[at].sentence_case):
            at += 1
            if at > 4:
                return None
        while at < end and self.tokens[at].sentence_case:
            at += 1
        return self._spans(0, at) if 0 < at < end else None

    def _participles(self) -> bool:
        """As in "X hat am Sonntag A gewonnen und damit B verbessert": the second leans on the first one's auxiliary."""
        verb = self._verb_between(0, len(self.tokens))
        if verb < 1 or self.tokens[verb].text not in _AUXILIARY:
            return False
        last = len(self.tokens) - 1
        joint = self._joint(verb + 1, last)
        if joint < verb + 3 or last - joint < 2:
            return False
        if not (self._ends_in_participle(joint) and self._ends_in_participle(last + 1)):
            return False
        if any(self.tokens[at].comma for at in range(verb, last)):
            return False
        self._emit(0, joint, "clause", None)
        self._emit(joint + 1, last + 1, "predicate", self._spans(0, verb + 1))
        return True

    def _ends_in_participle(self, end: int) -> bool:
        token = self.tokens[end - 1]
        return not token.sentence_case and _PARTICIPLE.fullmatch(token.raw.lower()) is not None
