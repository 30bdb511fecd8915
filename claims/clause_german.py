"""German clauses: verbs at the end of a dependent clause, and participles that share one auxiliary."""

import regex

from claims.clause_base import Spans
from claims.clause_nouns import Nouns
from claims.inflection import reporting_form

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
_MODAL = regex.compile(r"(?:will|woll|soll|kann|konn|muss|mocht|durf|darf)\p{l}*")
_BECOMES = regex.compile(r"(?:wird|werden|werde|wurden|wurde)")
_NOMINATIVE = frozenset(
    [
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "sein",
        "seine",
        "ihr",
        "ihre",
        "unser",
        "unsere",
        "dieser",
        "diese",
        "dieses",
        "kein",
        "keine",
        "jeder",
        "jede",
        "jedes",
        "mehrere",
        "viele",
        "einige",
        "beide",
        "alle",
        "zwei",
        "drei",
        "vier",
        "funf",
        "sechs",
    ]
)
_NOT_NOMINATIVE = frozenset(["den", "dem", "des", "einen", "einem", "einer", "ihn", "ihm", "ihnen", "als", "darunter"])
_ASKING = frozenset({"wie", "was", "wo", "wer", "wann", "warum", "dass"})  #: they open a clause that hangs on a verb
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
        return self._verbs_last() or self._series()

    def _subject_behind(self, verb: int) -> Spans | None:
        """The subject of "Am Montag eröffnete die Stadt ein Bad": it follows the verb where something else opens."""
        if self.language != "de" or not (verb == 0 or self._opens_otherwise(verb)):
            return None
        start = verb + 1
        while self._is(start, self.grammar.adverb) or self._text(start) in {"sich", "ihm", "ihnen"}:
            start += 1
        end = start
        if self._is(end, self.grammar.pronoun) and not (self._at(end + 1) or self.tokens[verb]).sentence_case:
            return self._spans(end, end + 1)
        if not (self._text(start) in _NOMINATIVE or self._named(start)):
            return None
        while end < len(self.tokens) - 1 and end < start + 5 and not self._named(end):
            if not self.tokens[end].word and not self.tokens[end].text[:1].isdigit() and self.tokens[end].text != "-":
                return None
            end += 1
        while self._named(end):
            end += 1
        if self._text(end) in {"der", "des"} and (self._named(end + 1) or self._named(end + 2)):
            end = end + 2 if self._named(end + 1) else end + 3
        return self._spans(start, end) if end > start and self._named(end - 1) else None

    def _opens_otherwise(self, verb: int) -> bool:
        """Whether an adverbial, an object or a clause opens the sentence, so that its subject follows the verb."""
        first = next((at for at in range(verb) if not self.removed[at]), verb)
        return (
            self._is(first, self.grammar.preposition)
            or self._is(first, self.grammar.adverb)
            or self._text(first) in _NOT_NOMINATIVE
            or (self.tokens[verb - 1].comma and not self.removed[verb - 1])
        )

    def _named(self, index: int) -> bool:
        token = self._at(index)
        return token is not None and token.word and token.sentence_case and not self.removed[index]

    def _text(self, index: int) -> str:
        token = self._at(index)
        return token.text if token is not None else ""

    def _unjoined(self, comma: int) -> tuple[int, str, int] | None:
        """German main clauses joined by a comma: "… von zwei Millionen, die Ursache ist unklar": the verb is second."""
        if self.language != "de":
            return super()._unjoined(comma)
        first = comma + 1
        if self._is(first, self.grammar.preposition) and not self._is(first, self.grammar.subordinate):
            return self._inverted(comma)
        if not (self._text(first) in _NOMINATIVE or self._named(first) or self._is(first, self.grammar.pronoun)):
            return None
        if self._infinitive(comma, len(self.tokens)):
            return None
        stop = next((at for at in range(first, len(self.tokens)) if self.tokens[at].comma), len(self.tokens))
        verb = self._verb_between(first + 1, min(first + 5, stop))
        noun = any(self._named(at) for at in range(first, max(verb, first))) or (
            verb == first + 1 and self._is(first, self.grammar.pronoun) and self._text(first) not in _NOMINATIVE
        )
        return (first, "clause", verb) if noun and 0 < verb < stop - 1 and not self.removed[first] else None

    def _inverted(self, comma: int) -> tuple[int, str, int] | None:
        """As in "…, unter dem Strich stand ein Verlust": a place or time, the verb, then its subject."""
        stop = next((at for at in range(comma + 1, len(self.tokens)) if self.tokens[at].comma), len(self.tokens))
        verb = self._verb_between(comma + 3, min(comma + 6, stop))
        nouns = verb > 0 and self._named(verb - 1) and not self._infinitive(comma, stop)
        subject = verb + 1 < stop and (
            self._text(verb + 1) in _NOMINATIVE or self._named(verb + 1) or self._text(verb + 1).isdigit()
        )
        return (comma + 1, "clause", verb) if nouns and subject and verb < stop - 2 else None

    def _last_verb(self, start: int, end: int) -> int:
        """The last finite verb of a stretch, or -1."""
        return next((at for at in range(end - 1, start - 1, -1) if not self.removed[at] and self._finite(at)), -1)

    def _verb_closes(self, pronoun: int, verb: int, nxt: int) -> bool:
        """Whether the verb stands where a relative clause has it; "der" before a noun may be an article."""
        article = any((one := self._at(at)) is not None and one.sentence_case for at in (pronoun + 1, pronoun + 2))
        return nxt - 1 >= verb >= nxt - (1 if article else 3)

    def _reported(self, verb: int) -> bool:
        """Whether a verb is a subjunctive of report by its form."""
        return reporting_form(self.tokens[verb].raw)

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

    def _verbs_last(self) -> bool:
        """As in "die Anlage im März geprüft worden sei und einwandfrei funktioniert habe"."""
        last = len(self.tokens) - 1
        first = self._verb_between(0, last)
        joint = first + 1
        if first < 2 or not self._finite(last) or joint >= last or not self._is(joint, self.grammar.conjunction):
            return False
        begin = joint + 1 + self._is(joint + 1, self.grammar.that)
        own = self._is(begin, self.grammar.determiner) or self._is(begin, self.grammar.pronoun)
        subject = None if own else self._opening_noun(first)
        if not own and subject is None:
            return False
        self._emit(0, joint, "clause", None)
        self._emit(begin, last + 1, "clause" if own else "predicate", subject)
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

    def _series(self) -> bool:
        """As in "X wurde 1998 gebaut, 2015 saniert und 2020 verkauft": all lean on the first one's auxiliary."""
        verb = self._verb_between(0, len(self.tokens))
        auxiliary = self.tokens[verb].text if verb >= 0 else ""
        last = len(self.tokens)
        if verb < 0 or not (auxiliary in _AUXILIARY or _MODAL.fullmatch(auxiliary)):
            return False
        if not self._closes(last, auxiliary):
            return False
        joints = [verb]
        for at in range(verb + 2, last - 1):
            token = self.tokens[at]
            joins = (token.comma and not self._is(at + 1, self.grammar.subordinate) and self._text(at + 1) not in _ASKING) or self._is(at, self.grammar.conjunction)  # noqa: E501  # fmt: skip
            if joins and token.depth == self.base and self._closes(at, auxiliary):
                joints.append(at)
        if len(joints) < 2 or any(self.tokens[at].comma and at not in joints for at in range(verb, last)):
            return False
        if any(self.tokens[at].comma and self._infinitive(at, end) for at, end in zip(joints[1:], [*joints[2:], last], strict=True)):  # noqa: E501  # fmt: skip
            return False
        subject = self._subject_behind(verb)
        lead = self._spans(0, verb + 1) if subject is None else (*self._spans(verb, verb + 1), *subject)
        self._emit(0, joints[1], "clause", None)
        for begin, end in zip(joints[1:], [*joints[2:], last], strict=True):
            self._emit(begin + 1, end, "predicate", lead)
        return True

    def _closes(self, end: int, auxiliary: str) -> bool:
        """Whether the word before a place is the participle or infinitive that an auxiliary asks for."""
        if self._ends_in_participle(end):
            return auxiliary in _AUXILIARY
        token = self.tokens[end - 1]
        infinitive = (
            token.word and not token.sentence_case and len(token.text) > 3 and token.text[-2:] in {"en", "rn", "ln"}
        )
        return infinitive and (_MODAL.fullmatch(auxiliary) is not None or _BECOMES.fullmatch(auxiliary) is not None)

    def _ends_in_participle(self, end: int) -> bool:
        token = self.tokens[end - 1]
        return not token.sentence_case and _PARTICIPLE.fullmatch(token.raw.lower()) is not None
