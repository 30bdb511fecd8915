"""Where coordinated assertions are cut apart, and the subject that they share."""

from claims.clause_base import ANY_DAY, Spans
from claims.clause_starts import Starts
from claims.closed import Closed
from claims.dates import find_times

_AS = Closed("как")
_CONCESSIVE = frozenset(["although", "though", "whereas", "хотя", "obwohl", "aunque", "alors", "tandis", "ancak"])


class Joints(Starts):
    """Cuts at conjunctions and commas that a new verb follows."""

    def _cut_coordination(self) -> None:
        """Cuts what is left at conjunctions and commas that a new verb follows."""
        if self.grammar.words.verb_last:
            self._cut_behind_verbs()
            return
        live = [at for at in range(len(self.tokens)) if not self.removed[at]]
        if not live or self._cut_german():
            return
        if self.language == "de" and self.tokens[live[0]].text in {"was", "wer"}:
            self._emit(live[0], len(self.tokens), "clause", None)
            return
        start = self._after_fronted(live)
        verb = self._past_relative(start, self._verb_between(start, len(self.tokens)))
        if verb < 0:
            self._emit(live[0], len(self.tokens), "clause", None)
            return
        if self._guarded(live[0]) or self._hedged():
            self._emit(live[0], len(self.tokens), "clause", None)
            return
        subject = self._subject_behind(verb) or self._subject(start, verb)
        pieces: list[tuple[int, str]] = [(live[0], "clause")]
        seen = verb
        at = verb + 1
        while at < len(self.tokens):
            token = self.tokens[at]
            if self.removed[at] or token.depth > self.base:
                at += 1
                continue
            found = self._cut_at(at, seen)
            if found is not None:
                cut, kind, seen = found
                pieces.append((cut, kind))
                at = max(seen, cut) + 1
                continue
            at += 1
        open_ended = self.language == "es" and verb > start and self._is(verb - 1, self.grammar.relative)
        if (subject is None and self.language in {"en", "fr", "de"}) or open_ended:
            # without a subject to share, a second predicate would stand alone: better uncut
            pieces = [piece for at, piece in enumerate(pieces) if at == 0 or piece[1] == "clause"]
        self._pieces(pieces, subject)

    def _past_relative(self, start: int, verb: int) -> int:
        """The main verb behind a subject that says which one: "Les pêcheurs qui vendent au port paient …"."""
        if self.language not in {"fr", "es"}:
            return verb
        told = next((at for at in range(start + 1, verb) if self._is(at, self.grammar.relative)), -1)
        if told < 0 or self._is(start, self.grammar.preposition) or any(self.tokens[at].comma for at in range(start, verb)):  # noqa: E501  # fmt: skip
            return verb
        stop = next(
            (at for at in range(verb + 1, len(self.tokens)) if self.tokens[at].comma or self._is(at, self.grammar.conjunction) or self._is(at, self.grammar.that) or self._is(at, self.grammar.relative)),  # noqa: E501
            len(self.tokens),
        )  # fmt: skip
        main = self._verb_between(verb + 1, stop)
        return main if main > verb + 1 else verb

    def _cut_german(self) -> bool:
        """German's own cuts, made by a later layer."""
        return False

    def _subject_behind(self, verb: int) -> Spans | None:  # noqa: ARG002
        """The subject of an inverted German clause, found by a later layer."""
        return None

    def _after_fronted(self, live: list[int]) -> int:
        """Where the clause begins behind a fronted adverbial: "In 1993, ..."."""
        first = live[0]
        if not (self._is(first, self.grammar.preposition) or self._is(first, self.grammar.subordinate)):
            return first
        comma = next((at for at in live if self.tokens[at].comma and self.tokens[at].depth == self.base), -1)
        if (
            self._is(first, self.grammar.preposition)
            and not self._is(first, self.grammar.subordinate)
            and 0 <= self._verb_between(first, comma) < comma
        ):
            return first
        return comma + 1 if 0 < comma <= first + 14 else first

    def _cut_at(self, at: int, seen: int) -> tuple[int, str, int] | None:  # noqa: C901, PLR0911 -- one kind of joint a line
        """Whether a new part begins here: its first token, its kind, its verb."""
        token = self.tokens[at]
        comma = token.comma
        conjunction = self._is(at, self.grammar.conjunction)
        after = at + 1
        if self._colon(at, seen):
            return after, "clause", self._verb_between(after, len(self.tokens))
        if not (comma or conjunction) or (comma and self.language == "ru" and self._is(after, self.grammar.that)):
            return None  # "слухи о том, что тариф поднимут": what the rumours are is nobody's claim
        if comma and (contrast := self._at(after)) is not None and contrast.text in _CONCESSIVE:
            verb = self._verb_between(after + 1, len(self.tokens))
            if verb > 0:
                alone = self.language == "es" and verb == after + 1
                return after + 1, "predicate" if alone else "clause", verb
        if comma and self._is(after, self.grammar.conjunction):
            after += 1
        if comma and token.text in ";；؛":
            verb = self._verb_between(after, len(self.tokens))
            return (after, "clause", verb) if verb > 0 else None
        skipped = self._skip(after)
        if self._finite(skipped) and self._predicate(skipped, at, seen):
            return after, "clause" if self._object_first(after, skipped) else "predicate", skipped
        if self._participle(skipped, seen):
            return after, "participle", seen  # a third one leans on the same auxiliary
        if comma and self._gerund(after):
            return after, "predicate", after
        if comma and after == at + 1:
            return self._unjoined(at)
        return self._full_clause(at, after, comma or self._was_comma(at))

    def _hedged(self) -> bool:
        """Whether "as is expected" stands between commas: "Решение, как ожидается, примут …"."""
        return self.language == "ru" and any(
            self.tokens[at].comma and self._is(at + 1, _AS) and self._finite(at + 2) and (end := self._at(at + 3)) is not None and end.comma  # noqa: E501
            for at in range(len(self.tokens) - 3)
        )  # fmt: skip

    def _colon(self, at: int, seen: int) -> bool:
        """Whether a colon joins two clauses: "… пустили трамвай: первый вагон вышел в 5:40"."""
        behind = self._at(at + 1)
        if self.tokens[at].text != ":" or behind is None or not behind.word or self._in_clock(at):
            return False
        if self._finite(at - 1):
            return False  # "Les agriculteurs se plaignent : …": somebody's words follow
        verb = self._verb_between(at + 1, len(self.tokens))
        return self.language in {"fr", "es", "de", "ru"} and 0 <= seen < at and at + 1 < verb < len(self.tokens) - 1

    def _object_first(self, after: int, verb: int) -> bool:
        """Whether an object opens and the subject follows: "pero la sorprendió un temporal"."""
        behind = self._at(verb + 1)
        clitics = {"la", "lo", "los", "las", "le", "les", "l"}
        return (
            self.language in {"es", "fr"}
            and any(self.tokens[at].text in clitics for at in range(after, verb))
            and behind is not None
            and behind.text in {"un", "una", "unos", "unas", "une", "des"}
        )

    def _subject(self, start: int, verb: int) -> Spans | None:
        """The subject before a verb; None where it cannot be told."""
        if verb == start:
            return None
        last = verb
        while last > start and (
            self._is(last - 1, self.grammar.adverb)
            or self._is(last - 1, self.grammar.negation)
            or (
                self.tokens[last - 1].text in {"'", "s", "n", "ne", "se", "has", "have", "had", "en", "y", "l"}
                and self.tokens[last - 1].text != "y"
            )
            or self.removed[last - 1]
        ):
            last -= 1
        first = self._past_time(start, last)
        while first < last and (
            self._is(first, self.grammar.conjunction)
            or self._fills(first)
            or not (
                self.tokens[first].word or self.tokens[first].text[:1].isdigit() or self.tokens[first].text in '“«"„'
            )
        ):
            first += 1
        if first >= last or last - first > 14 or self._is(first, self.grammar.preposition):
            return None
        if (
            self._is(first, self.grammar.pronoun)
            and last - first == 1
            and self.tokens[first].text in {"who", "which", "that", "there", "qui", "que"}
        ):
            return None
        return self._spans(first, last)

    def _past_time(self, start: int, last: int) -> int:
        """Past a date that opens the clause without a comma: "В марте прокуратура ..."."""
        if not self._is(start, self.grammar.preposition):
            return start
        text = self.sentence[self.tokens[start].start : self.tokens[last - 1].end]
        for one in find_times(text, self.language, published_on=ANY_DAY):
            if one.start <= 3:
                end = self.tokens[start].start + one.end
                return next((at for at in range(start, last) if self.tokens[at].start >= end), start)
        return start

    def _pieces(self, pieces: list[tuple[int, str]], subject: Spans | None) -> None:
        """Parts from the places that were cut, each with the subject that it shares."""
        current = subject
        leans = self._verb_between(pieces[0][0], len(self.tokens))
        for which, (begin, kind) in enumerate(pieces):
            end = pieces[which + 1][0] if which + 1 < len(pieces) else len(self.tokens)
            last = end
            while last > begin and (
                self.tokens[last - 1].comma
                or self._is(last - 1, self.grammar.conjunction)
                or self._is(last - 1, self.grammar.that)
                or (which + 1 < len(pieces) and self.tokens[last - 1].text in _CONCESSIVE)
                or (self.removed[last - 1])
            ):
                last -= 1
            if last <= begin:
                continue
            if kind == "clause":
                if which > 0:
                    verb = self._verb_between(begin, last)
                    own = self._subject(begin, verb) if verb >= 0 else None
                    current = own if own is not None else current
                self._emit(begin, last, "clause", None)
                continue
            if current is None:
                self._emit(begin, last, "predicate", None, subjectless=True)
            else:
                # a part that leans on an auxiliary holds it as well
                lent = self._spans(leans, self._past_been(leans)) if kind == "participle" else ()
                self._emit(begin, last, "predicate", current + lent)
            leans = leans if kind == "participle" else self._verb_between(begin, last)

    def _past_been(self, verb: int) -> int:
        """Behind an auxiliary and the "been" that belongs to it: "a été", "ha sido"."""
        behind = self._at(verb + 1)
        return verb + 1 + (behind is not None and behind.text in {"ete", "sido", "estado", "que", "a"})
