"""Relative clauses and appositions between commas: taken out, each with the noun that it hangs on."""

import itertools

from claims.clause_base import Part
from claims.clause_dependents import Dependents

_COMPARING = {"de": frozenset({"wie", "wonach", "wobei", "so"}), "ru": frozenset({"как", "словно", "будто"})}


class Inserts(Dependents):
    """Takes inserts out before the rest is cut."""

    def _take_inserts(self) -> None:
        """Relative clauses and appositions between commas."""
        if self.language == "de" and self.tokens[0].text in {"was", "wer"}:
            return  # "was geschehen ist, bleibt unklar": the first clause is the subject
        commas = self._commas()
        self._opening_participle()
        self._fronted_dependent()
        self._dependent_inside()
        if self.language == "fa":
            self._persian_relative(commas)
        self._told_of_indefinite()
        for which, comma in enumerate(commas):
            if self.removed[comma] and not self._told_on(comma):
                continue
            nxt = commas[which + 1] if which + 1 < len(commas) else len(self.tokens)
            first = self._skip_preposition(comma + 1)
            if self._aged(comma, nxt):
                self._age(comma, nxt, commas[which + 2] if which + 2 < len(commas) else len(self.tokens))
            elif self._is(first, self.grammar.relative) and comma > 0:
                self._relative(comma, nxt, first)
            elif self.tokens[comma].comma and (self._sentential(comma, nxt) or self._dependent(comma, nxt)):
                continue
            elif self._is_apposition(comma, nxt):
                self._apposition(comma, nxt)

    def _told_on(self, comma: int) -> bool:
        """Whether a relative clause follows an apposition that was taken out: ", délégué syndical, qui travaille …"."""
        first = self._skip_preposition(comma + 1)
        return comma > 0 and self.removed[comma - 1] and first < len(self.tokens) and not self.removed[first] and self._is(first, self.grammar.relative)  # noqa: E501  # fmt: skip

    def _age(self, comma: int, nxt: int, following: int) -> None:
        """Takes ", 58 ans," out with the name before it; the comma behind it stays where another insert follows."""
        head = self._noun_phrase(self._before_removed(comma))
        if head is None:
            return
        self.made.append(Part(spans=self._told_of(self._named_part(*head), comma, nxt), kind="apposition"))
        more = self._is(self._skip_preposition(nxt + 1), self.grammar.relative) or self._is_apposition(nxt, following)
        for at in range(comma, nxt if more else min(nxt + 1, len(self.tokens))):
            self.removed[at] = True

    def _sentential(self, comma: int, nxt: int) -> bool:
        """Takes out ", was ...", ", ce que ...": a clause about the whole sentence before it."""
        first = self._at(comma + 1)
        if self.language == "ru" and any(one.text in {"чего", "чему"} for one in self.tokens[comma + 2 : comma + 5]):
            first = self.tokens[comma + 2]
        elif first is None or first.text not in {"was", "wobei", "ce", "lo"}:
            return False
        if nxt < len(self.tokens):
            return False
        if (
            first.text in {"ce", "lo"}
            and (behind := self._at(comma + 2)) is not None
            and behind.text not in {"que", "qui", "cual", "qu"}
        ):
            return False
        if self._verb_between(comma + 2, nxt) < 0 or self._verb_between(0, comma) < 0:
            return False
        self.made.append(Part(spans=self._spans(comma + 1, nxt), kind="relative"))
        for at in range(comma, nxt):
            self.removed[at] = True
        return True

    def _skip_preposition(self, index: int) -> int:
        """The relative pronoun behind a preposition: "de la que", "in der"."""
        owner = self._at(index + 1)
        if self.language == "ru" and owner is not None and owner.text in {"которого", "которои", "которых"} and not self._is(index, self.grammar.preposition):  # noqa: E501  # fmt: skip
            return index + 1  # "линия, строительство которой началось в 2014 году"
        if self._is(index, self.grammar.relative) or not self._is(index, self.grammar.preposition):
            return index
        if self._is(index, self.grammar.subordinate):
            return index
        if self._is(index + 1, self.grammar.relative):
            return index + 1
        # "en el que", "de la que"; behind a noun it is a conjunction: "à condition que", "de modo que"
        article = self._is(index + 1, self.grammar.determiner) and self.tokens[index + 1].text != "lo"
        return index + 2 if article and self._is(index + 2, self.grammar.relative) else index

    def _relative(self, comma: int, nxt: int, pronoun: int) -> None:  # noqa: C901
        """Takes ", who ...," out with its antecedent; only where it has a verb of its own."""
        german = self.language == "de"
        verb = self._verb_between(pronoun + 1, nxt) if not german else self._last_verb(pronoun + 1, nxt)
        if verb < 0:
            return
        if german and (
            not self._verb_closes(pronoun, verb, nxt) or self._reported(verb) or self._infinitive(comma, nxt)
        ):
            return  # "…, die zusammen ein Drittel ausgemacht hätten": somebody's word, so it stays with whose it is
        if self.language in {"de", "fr", "es", "ru"}:
            nxt = self._with_nested(comma, self._with_series(verb, nxt))
        if self.language == "fa" and comma == 0:
            return
        end = self._before_removed(comma)  # "Yann Roux, délégué syndical, qui travaille …"
        if not german and self._finite(end - 1):
            return  # "она пишет, где оставила дневники": no noun is told of
        head = self._noun_phrase(self._before_verb(end) if german else end)
        if german and head is not None and self._either(head[0]):
            return
        if head is None:
            return
        start_head, end_head = self._named_part(*self._bearer(*self._determined(*head)))
        body_end = nxt
        # a coordination inside the relative clause that belongs to the main clause starts with its own verb after the comma  # noqa: E501
        resumes = nxt < len(self.tokens)
        spans = self._spans(start_head, end_head) + self._spans(comma + 1, body_end)
        if self.tokens[comma].comma and end_head == comma:
            spans = (self._whole(start_head, body_end),)
        series = self._series_of(verb, body_end)
        if series:
            for begin, end in itertools.pairwise([*series, body_end + 1]):
                lead = self._spans(start_head, end_head) + self._spans(comma + 1, verb + 1)
                self.made.append(Part(spans=lead + self._spans(begin, end - 1), kind="relative"))
            spans = self._spans(start_head, end_head) + self._spans(comma + 1, series[0] - 1)
        second = -1 if series else self._second_relative(verb, body_end)
        if second > 0:
            pronoun_end = pronoun + 1
            self.made.append(
                Part(
                    spans=self._spans(start_head, end_head)
                    + self._spans(comma + 1, pronoun_end)
                    + self._spans(second + 1, body_end),
                    kind="relative",
                )
            )
            spans = self._spans(start_head, end_head) + self._spans(comma + 1, second)
        self.made.append(Part(spans=spans, kind="relative"))
        for at in range(comma, min(body_end + (1 if resumes else 0), len(self.tokens))):
            self.removed[at] = True

    def _either(self, head: int) -> bool:
        """Whether a relative clause may belong to the noun before as well: "Bauarbeiten auf polnischer Seite, die …"."""  # noqa: E501
        return (
            head > 1
            and self._is(head - 1, self.grammar.preposition)
            and self.tokens[head - 2].sentence_case
            and not self._is(head, self.grammar.determiner)
        )

    def _second_relative(self, verb: int, end: int) -> int:
        """The "and" before a second verb of a relative clause, or -1."""
        if self.language == "de":
            joint = next((at for at in range(verb - 1, 0, -1) if self._is(at, self.grammar.conjunction)), -1)
            return joint if joint > 1 and self._finite(joint - 1) and not self.removed[joint] else -1
        if self.language not in {"fr", "es", "ru"}:
            return -1
        return next(
            (
                at
                for at in range(verb + 1, end)
                if self._is(at, self.grammar.conjunction) and self._finite(self._skip(at + 1)) and not self.removed[at]
            ),
            -1,
        )

    def _is_apposition(self, comma: int, nxt: int) -> bool:  # noqa: C901, PLR0911, PLR0912 -- one kind a line
        """Whether a verbless noun phrase stands between a name and the next comma."""
        if nxt >= len(self.tokens) and self._verb_between(0, comma) < 0:
            return False
        inner = range(comma + 1, nxt)
        if self.language == "de" and self._infinitive(comma, nxt):
            return False
        if not 1 <= len(inner) <= 16 or any(
            self._finite(at) and not self._is(at, self.grammar.born) and not self._restricted(comma + 1, at)
            for at in inner
        ):
            return False
        first = self._at(comma + 1)
        if first is None or not (
            first.word or first.text in '“«"„' or (self.language in {"de", "tr"} and first.text[:1].isdigit())
        ):
            return False
        closes = nxt < len(self.tokens)
        behind = self._skip(nxt + 1)
        resumes = closes and (self._finite(behind) or self.language in {"tr", "fa"})
        before = self._at(comma - 1)
        if before is None or not (before.word or self.removed[comma - 1]):
            return False
        subject = self._verb_between(0, comma) < 0
        born = (
            self._is(comma + 1 + (self.language == "ru" and first.text == "не"), self.grammar.born)
            or self._participial(comma + 1)
            or (self.language == "de" and any(self._is(at, self.grammar.born) for at in inner))
        )
        titled = any(self._is(at, self.grammar.title) for at in range(comma + 1, min(comma + 5, nxt)))
        named = first.sentence_case or any(
            self.tokens[at].sentence_case for at in range(comma + 1, min(comma + 4, nxt))
        )
        determined = self._is(comma + 1, self.grammar.determiner)
        measured = first.text == "de" and (figure := self._at(comma + 2)) is not None and figure.text[:1].isdigit()
        lasting = any(self.tokens[at].text in {"depuis", "desde", "seit"} for at in inner) and not first.sentence_case
        if (measured or (lasting and self._is(comma + 1, self.grammar.preposition))) and self.language in {"fr", "es"}:
            return subject and resumes  # "El cuaderno, de 84 páginas, …"
        if self._is(comma + 1, self.grammar.preposition) and not determined:
            return False
        if self._marked(comma - 1):
            return False
        if first.text in _COMPARING.get(self.language, ()):
            return False
        if (
            self._is(comma + 1, self.grammar.conjunction)
            or self._is(comma + 1, self.grammar.subordinate)
            or (self._is(comma + 1, self.grammar.adverb) and not (born and self.language == "ru"))
        ):
            return False
        if self._one_of_a_kind(comma, nxt):
            return resumes
        if subject:
            return (
                resumes and (determined or born or titled or named or self.language in {"fr", "es", "de", "ru"})
            ) or (closes and self.language in {"tr", "fa"} and (born or titled))
        if self._list_like(comma, nxt):
            return False
        told = (determined or born) and titled
        role = any(self._is(at, self.grammar.title) for at in (comma - 1, comma - 2))
        named_behind = determined and closes and self.tokens[nxt - 1].sentence_case  # "a su portero, el argentino …"
        told = told or (role and named_behind and self.language in {"fr", "es"})
        return (told or (born and len(inner) > 2 and self.language in {"fr", "es", "ru"})) and self._noun_phrase(
            comma
        ) is not None

    def _restricted(self, start: int, at: int) -> bool:
        """Whether a verb sits inside a restrictive relative clause of the apposition."""
        return any(self._is(i, self.grammar.relative) for i in range(start, at))

    def _list_like(self, comma: int, nxt: int) -> bool:  # noqa: ARG002
        """Whether the commas separate the items of a list."""
        behind = self._at(nxt + 1)
        return (
            behind is not None and self._is(nxt + 1, self.grammar.conjunction) and not self._finite(self._skip(nxt + 2))
        ) or self._is(nxt, self.grammar.conjunction)

    def _apposition(self, comma: int, nxt: int) -> None:  # noqa: C901, PLR0912 -- one kind a branch
        """Takes ", a former bus driver," out with the name before it."""
        head = self._noun_phrase(self._before_removed(comma))
        if head is not None and self._participial(comma + 1):
            head = self._agreeing(head, comma)
        if head is None:
            return
        if self._mere_quality(comma, nxt):
            for at in range(comma, min(nxt + 1, len(self.tokens))):
                self.removed[at] = True
            return  # "Le maire, plus prudent, rappelle": a judgement of the author's
        head = self._named_part(*head)
        second = next(
            (
                at
                for at in range(comma + 2, nxt - 1)
                if self._is(at, self.grammar.conjunction)
                and (
                    self._is(at + 1, self.grammar.born)
                    or (self._is(at + 1, self.grammar.determiner) and self._is(comma + 1, self.grammar.determiner))
                )
            ),
            -1,
        )
        if second < 0 and self.language == "fa":
            inner = next((at for at in range(comma + 2, nxt) if self._is(at, self.grammar.born)), -1)
            if inner > 0:
                self.made.append(Part(spans=(self._whole(head[0], inner),), kind="apposition"))
                self.made.append(Part(spans=self._spans(*head) + self._spans(inner, nxt), kind="apposition"))
                for at in range(comma, min(nxt + 1, len(self.tokens))):
                    self.removed[at] = True
                return
        if second > 0 and not any(self._is(at, self.grammar.relative) for at in range(comma + 1, nxt)):
            self.made.append(Part(spans=(self._whole(head[0], second),), kind="apposition"))
            self.made.append(Part(spans=self._spans(*head) + self._spans(second + 1, nxt), kind="apposition"))
            for at in range(comma, min(nxt + 1, len(self.tokens))):
                self.removed[at] = True
            return
        cut = next(
            (
                at
                for at in range(comma + 2, nxt)
                if self._is(at, self.grammar.relative)
                and self._verb_between(at + 1, nxt) > 0
                and self.tokens[at].text not in {"que", "der", "die", "das"}
            ),
            nxt,
        )
        if cut - comma > 2 or self._is(comma + 1, self.grammar.title) or self.tokens[comma + 1].sentence_case:
            # one bare word says too little for a claim: "Le manoir, saisi, sera vendu"
            self.made.append(Part(spans=self._told_of(head, comma, cut), kind="apposition"))
        if cut < nxt:
            self.made.append(Part(spans=self._spans(*head) + self._spans(cut, nxt), kind="relative"))
        if cut == nxt and self._names_role(head, comma):
            return  # "the mayor, Jean Roux, wrote": without the name nobody knows who wrote
        for at in range(comma, min(nxt + 1, len(self.tokens))):
            self.removed[at] = True
