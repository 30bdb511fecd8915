"""A stretch of a sentence -> the assertions in it, as spans; cut only where every part keeps its verb.

Nothing is rewritten. A part that shares its subject with another holds the subject's span as well.
"""

from dataclasses import dataclass
from datetime import date

import regex

from claims.closed import Closed
from claims.dates import find_times
from claims.names import find_names
from claims.tokens import Grammar, Token, grammar_of, tokens_of

Spans = tuple[tuple[int, int], ...]
_ANY_DAY = date(2020, 6, 15)  # only where a date stands matters here


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One assertion: its spans in the sentence, and whether it still lacks a subject."""

    spans: Spans
    kind: str  #: "clause", "predicate", "relative", "apposition"
    subjectless: bool = False


def split_clauses(sentence: str, start: int, end: int, language: str) -> list[Part]:
    """The assertions between two offsets of a sentence, in text order; at least one."""
    whole = [Part(spans=((start, end),), kind="clause")]
    if language == "zh":
        from claims.clauses_han import split_han  # noqa: PLC0415 -- one language's rules

        return split_han(sentence, start, end) or whole
    grammar = grammar_of(language)
    if not grammar.words.verbs:
        return whole
    tokens = [t for t in tokens_of(sentence, language) if t.start >= start and t.end <= end]
    if not tokens:
        return whole
    base = min(token.depth for token in tokens)
    parts = _Splitter(sentence, tokens, grammar, base).parts()
    return parts or whole


class _Splitter:
    """One stretch and what was found in it."""

    def __init__(self, sentence: str, tokens: list[Token], grammar: Grammar, base: int) -> None:
        self.sentence, self.tokens, self.grammar, self.base = sentence, tokens, grammar, base
        self.language = grammar.words.language
        self.removed = [False] * len(tokens)
        self.made: list[Part] = []

    def parts(self) -> list[Part]:
        """The assertions: inserts first taken out, then the coordinated rest."""
        self._take_inserts()
        self._cut_coordination()
        return sorted(self.made, key=lambda part: (part.spans[-1][0], part.spans[0][0]))

    def subject_of(self, verb: int) -> Spans | None:
        """The subject behind one verb."""
        return self._arabic_behind(verb)

    # -- small questions -------------------------------------------------

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
            and (token.comma or (token.text in ("–—:：" if self.language != "ar" else ":") and not token.word))
        ]

    def _finite(self, index: int) -> bool:
        """Whether a token is a finite verb and no participle or noun that looks like one."""
        token = self._at(index)
        if token is None or not token.verb or token.depth > self.base:
            return False
        before, behind = self._at(index - 1), self._at(index + 1)
        if self.language == "en":
            return _english_finite(token, before, behind, self.tokens, index)
        if self.language == "ar":
            if (
                before is not None
                and before.text
                in {"من", "الي", "علي", "عن", "في", "بعد", "قبل", "بين", "خلال", "ان", "بان", "لان", "كل", "غير"}
                and before.text not in {"ان", "بان", "لان"}
            ):
                return False
            if (
                token.joined
                and before is not None
                and (self.grammar.preposition.fullmatch(before.text) or token.text[1:] in _ARABIC_WEAK)
            ):
                return False
            return not token.text.startswith(("ال", "وال"))
        if (
            before is not None
            and self.grammar.determiner.fullmatch(before.text)
            and self.language in {"fr", "es", "de"}
        ):
            return (
                self.grammar.pronoun.fullmatch(before.text)
                or (before.text in {"lo", "la", "le", "les", "los", "las"}
                and self.language == "es"
                and behind is not None
                and not behind.comma
                and token.raw[-1:] in "óáíéa"
                and len(token.text) > 4
                and token.raw[-1:] == "ó")
            )
        return True

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
                and token.text in {"'", "se", "lo", "le", "y", "s", "n", "ne", "ha", "قد", "لا", "لم"}
                and not token.verb
            )
        ):
            index, steps = index + 1, steps + 1
        return index

    # -- inserts ----------------------------------------------------------

    def _take_inserts(self) -> None:
        """Relative clauses and appositions between commas."""
        commas = self._commas()
        if self.language == "fa":
            self._persian_relative(commas)
        for which, comma in enumerate(commas):
            if self.removed[comma]:
                continue
            nxt = commas[which + 1] if which + 1 < len(commas) else len(self.tokens)
            first = self._skip_preposition(comma + 1)
            if self._is(first, self.grammar.relative) and comma > 0:
                self._relative(comma, nxt, first)
            elif self.tokens[comma].comma and (self._sentential(comma, nxt) or self._that_is(comma, nxt)):
                continue
            elif self._is_apposition(comma, nxt):
                self._apposition(comma, nxt)

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
            text = self.sentence[self.tokens[at].start : self.tokens[close - 1].end]
            told = (
                find_names(text, "ar")
                or find_times(text, "ar", published_on=_ANY_DAY)
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

    def _persian_relative(self, commas: list[int]) -> None:
        """Persian: "the bridge که ... است، ...": the relative clause runs from که to the comma behind its verb."""
        at = next((i for i in range(1, min(8, len(self.tokens))) if self.tokens[i].text == "كه"), -1)
        close = next((c for c in commas if c > at), -1)
        if (
            at < 1
            or close < 0
            or self._verb_between(0, at) >= 0
            or self._verb_between(at + 1, close) < 0
            or self._verb_between(close + 1, len(self.tokens)) < 0
        ):
            return
        self.made.append(Part(spans=(self._whole(0, close),), kind="relative"))
        for i in range(at, close + 1):
            self.removed[i] = True

    def _sentential(self, comma: int, nxt: int) -> bool:
        """Takes out ", was ...", ", ce que ...": a clause about the whole sentence before it."""
        first = self._at(comma + 1)
        if first is None or first.text not in {"was", "wobei", "ce", "lo", "مما"} or nxt < len(self.tokens):
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
        if self._is(index, self.grammar.relative) or not self._is(index, self.grammar.preposition):
            return index
        for at in (index + 1, index + 2):
            if self._is(at, self.grammar.relative) and (self.language != "ar"):
                return at
        return index

    def _relative(self, comma: int, nxt: int, pronoun: int) -> None:
        """Takes ", who ...," out with its antecedent; only where it has a verb of its own."""
        token = self.tokens[pronoun]
        german = self.language == "de"
        verb = self._verb_between(pronoun + 1, nxt)
        if self.language == "ar" and token.text in {"وهو", "وهي", "وهم", "وهما"}:
            verb = pronoun
        if verb < 0 and nxt < len(self.tokens):
            return
        if verb < 0:
            return
        if german and not (nxt - 1 >= verb >= nxt - 3 or nxt == len(self.tokens)):
            return
        if self.language == "fa" and comma == 0:
            return
        if token.text.startswith("وال") and self.tokens[comma - 1].text[:1].isdigit():
            return  # "... in January 2025, which some saw as ...": it is not the month that they saw so
        head = self._noun_phrase(comma)
        if (
            self.language == "ar"
            and token.text in {"وهو", "وهي", "وهم", "وهما"}
            and (earlier := self._verb_between(0, comma)) > 0
            and self._arabic_nominal(0, earlier)
        ):
            head = (0, earlier)
        if head is None:
            return
        start_head, end_head = head
        body_end = nxt
        inner = (
            next((at for at in range(comma + 3, nxt) if self._is(at, self.grammar.born)), -1)
            if self.language == "ar"
            else -1
        )
        if inner > 0 and token.text in {"وهو", "وهي"}:
            self.made.append(Part(spans=self._spans(start_head, end_head) + self._spans(inner, nxt), kind="relative"))
            self.made.append(
                Part(
                    spans=(self._whole(start_head, inner),)
                    if end_head == comma
                    else self._spans(start_head, end_head) + self._spans(comma + 1, inner),
                    kind="relative",
                )
            )
            for at in range(comma, min(nxt + 1, len(self.tokens))):
                self.removed[at] = True
            return
        # a coordination inside the relative clause that belongs to the main clause starts with its own verb after the comma
        resumes = nxt < len(self.tokens)
        spans = self._spans(start_head, end_head) + self._spans(comma + 1, body_end)
        if self.tokens[comma].comma and end_head == comma:
            spans = (self._whole(start_head, body_end),)
        self.made.append(Part(spans=spans, kind="relative"))
        for at in range(comma, min(body_end + (1 if resumes else 0), len(self.tokens))):
            self.removed[at] = True

    def _is_apposition(self, comma: int, nxt: int) -> bool:
        """Whether a verbless noun phrase stands between a name and the next comma."""
        if nxt >= len(self.tokens) and self._verb_between(0, comma) < 0:
            return False
        inner = range(comma + 1, nxt)
        if not 1 <= len(inner) <= 16 or any(
            self._finite(at) and not self._is(at, self.grammar.born) and not self._restricted(comma + 1, at)
            for at in inner
        ):
            return False
        first = self._at(comma + 1)
        if first is None or not (first.word or first.text in '“«"„'):
            return False
        closes = nxt < len(self.tokens)
        behind = self._skip(nxt + 1)
        resumes = closes and (
            self._finite(behind) or self.language in {"tr", "fa"} or (self.language == "ar" and self._is(behind, _QAD))
        )
        before = self._at(comma - 1)
        if before is None or not before.word:
            return False
        subject = self._verb_between(0, comma) < 0
        born = self._is(comma + 1, self.grammar.born)
        titled = any(self._is(at, self.grammar.title) for at in range(comma + 1, min(comma + 5, nxt)))
        named = first.sentence_case or any(
            self.tokens[at].sentence_case for at in range(comma + 1, min(comma + 4, nxt))
        )
        determined = self._is(comma + 1, self.grammar.determiner)
        if self._is(comma + 1, self.grammar.preposition) and not determined:
            return False
        if (
            self._is(comma + 1, self.grammar.conjunction)
            or self._is(comma + 1, self.grammar.subordinate)
            or self._is(comma + 1, self.grammar.adverb)
        ):
            return False
        if self.language == "ar":
            return subject and resumes and (born or titled or first.text.startswith("ال"))
        if subject:
            return (resumes and (determined or born or titled or named)) or (
                closes and self.language in {"tr", "fa"} and (born or titled)
            )
        if self._list_like(comma, nxt):
            return False
        return (determined or born) and titled and self._noun_phrase(comma) is not None

    def _restricted(self, start: int, at: int) -> bool:
        """Whether a verb sits inside a restrictive relative clause of the apposition."""
        return any(self._is(i, self.grammar.relative) for i in range(start, at))

    def _list_like(self, comma: int, nxt: int) -> bool:
        """Whether the commas separate the items of a list."""
        behind = self._at(nxt + 1)
        return (
            (behind is not None
            and self._is(nxt + 1, self.grammar.conjunction)
            and not self._finite(self._skip(nxt + 2)))
            or self._is(nxt, self.grammar.conjunction)
        )

    def _apposition(self, comma: int, nxt: int) -> None:
        """Takes ", a former bus driver," out with the name before it."""
        head = self._noun_phrase(comma)
        if head is None:
            return
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
        self.made.append(Part(spans=(self._whole(head[0], cut),), kind="apposition"))
        if cut < nxt:
            self.made.append(Part(spans=self._spans(*head) + self._spans(cut, nxt), kind="relative"))
        for at in range(comma, min(nxt + 1, len(self.tokens))):
            self.removed[at] = True

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
            token, before = self.tokens[start], self.tokens[start - 1]
            if self.removed[start - 1] or before.comma:
                break
            if (
                self._is(start, self.grammar.determiner)
                and not self._of(start - 1)
                and self.language not in {"ar", "ru", "tr", "fa"}
            ):
                break
            if (
                self._finite(start - 1)
                or (self._is(start - 1, self.grammar.subordinate))
                or self._is(start - 1, self.grammar.that)
            ):
                break
            if self._is(start - 1, self.grammar.preposition) and not self._of(start - 1):
                break
            if (
                self.language == "ar"
                and token.text.startswith("ال") is False
                and before.text.startswith("ال")
                and not token.sentence_case
                and steps > 0
                and self.tokens[start].text != "بن"
            ):
                break
            start, steps = start - 1, steps + 1
        if steps >= 12 and verb_seen >= 0:
            return None
        while start < end and (
            self._is(start, self.grammar.conjunction)
            or self._is(start, self.grammar.adverb)
            or not (
                self.tokens[start].word or self.tokens[start].text[:1].isdigit() or self.tokens[start].text in '“«"„'
            )
        ):
            start += 1
        return (start, end) if start < end else None

    def _opening(self, end: int) -> tuple[int, int] | None:
        """The whole stretch before a token, where no verb stands in it: it is the subject."""
        if (
            self.language == "ar"
            or end > 14
            or self._verb_between(0, end) >= 0
            or any(self.tokens[at].comma or self.removed[at] for at in range(end))
        ):
            return None
        first = 0
        while first < end and (
            self._is(first, self.grammar.conjunction)
            or self._is(first, self.grammar.adverb)
            or not (
                self.tokens[first].word or self.tokens[first].text[:1].isdigit() or self.tokens[first].text in '“«"„»'
            )
        ):
            first += 1
        if first >= end or self._is(first, self.grammar.preposition) or self._is(first, self.grammar.subordinate):
            return None
        return first, end

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
            "للا",
        }

    # -- coordination -----------------------------------------------------

    def _cut_coordination(self) -> None:
        """Cuts what is left at conjunctions and commas that a new verb follows."""
        if self.grammar.words.verb_last:
            self._cut_behind_verbs()
            return
        live = [at for at in range(len(self.tokens)) if not self.removed[at]]
        if not live:
            return
        start = self._after_fronted(live)
        verb = self._verb_between(start, len(self.tokens))
        if verb < 0:
            self._emit(live[0], len(self.tokens), "clause", None)
            return
        if self._guarded(live[0]):
            self._emit(live[0], len(self.tokens), "clause", None)
            return
        if self.language == "ar":
            self._restrictive(live[0], len(self.tokens), verb)
        subject = self._subject(start, verb)
        pieces: list[tuple[int, str]] = [(live[0], "clause")]
        seen = verb
        at = verb + 1
        while at < len(self.tokens):
            token = self.tokens[at]
            if self.removed[at] or token.depth > self.base:
                at += 1
                continue
            found = self._cut_at(at, seen, pieces[-1][0])
            if found is not None:
                cut, kind, seen = found
                pieces.append((cut, kind))
                at = seen + 1
                continue
            at += 1
        self._pieces(pieces, subject)

    def _guarded(self, first: int) -> bool:
        """A condition governs all that follows it, so nothing is cut away from it."""
        token = self.tokens[first].text
        return self.grammar.condition.fullmatch(token)

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

    def _cut_at(self, at: int, seen: int, piece: int) -> tuple[int, str, int] | None:
        """Whether a new part begins here: its first token, its kind, its verb."""
        token = self.tokens[at]
        if self.language == "ar":
            return self._arabic_cut(at, seen, piece)
        comma = token.comma
        conjunction = self._is(at, self.grammar.conjunction)
        if not (comma or conjunction):
            return None
        after = at + 1
        if comma and self._is(after, self.grammar.conjunction):
            after += 1
        if comma and token.text in ";；؛":
            verb = self._verb_between(after, len(self.tokens))
            return (after, "clause", verb) if verb > 0 else None
        skipped = self._skip(after)
        if self._finite(skipped) and self._predicate(skipped, at, seen):
            return after, "predicate", skipped
        if self._participle(skipped, seen):
            return after, "participle", skipped
        if comma and after == at + 1:
            return None
        return self._full_clause(at, after, comma or self._was_comma(at))

    def _was_comma(self, at: int) -> bool:
        before = self._at(at - 1)
        return before is not None and (before.comma or self.removed[at - 1])

    def _predicate(self, verb: int, at: int, seen: int) -> bool:
        """Whether a verb behind a conjunction is a second predicate of the same subject."""
        text = self.tokens[verb].text
        if self.language == "en":
            infinitive = any(self.tokens[i].text == "to" for i in range(seen + 1, at))
            return not (text in _ENGLISH_BASE or (infinitive and text in _ENGLISH_BASE))
        if self.language == "de":
            return True
        return True

    def _participle(self, index: int, seen: int) -> bool:
        """A second participle under one auxiliary: "a annulé ... et entraîné"; never across another verb."""
        if self.language not in {"fr", "de"} or self.language == "de":
            return False
        token = self._at(index)
        if (
            token is None
            or not regex.search(r"(?:é|ée|és|ées|i|u|is|it)$", token.raw)
            or len(token.raw) < 5
            or not self._is(index - 1, self.grammar.conjunction)
        ):
            return False
        return self.tokens[seen].text in {"a", "ont", "avait", "avaient", "aura"} and self._is(
            index + 1, self.grammar.determiner
        )

    def _full_clause(self, at: int, after: int, comma: bool) -> tuple[int, str, int] | None:
        """Whether a whole clause with a subject of its own follows a conjunction."""
        first = self._at(after)
        if first is None or not self._is(at if not self.tokens[at].comma else at + 1, self.grammar.conjunction):
            return None
        opens = (
            self._is(after, self.grammar.determiner)
            or self._is(after, self.grammar.pronoun)
            or first.sentence_case
            or self._is(after, self.grammar.that)
            or (comma and first.word)
        )
        if self.language == "ru":
            opens = first.word
        if not opens:
            return None
        lead = after + 1 if self._is(after, self.grammar.that) else after
        if lead > after and (mark := self._at(lead)) is not None and mark.text == "'":
            lead += 1
        for verb in range(lead, min(lead + 12, len(self.tokens))):
            token = self.tokens[verb]
            if self.removed[verb]:
                continue
            if (
                token.comma
                or self._is(verb, self.grammar.relative)
                or (self._is(verb, self.grammar.conjunction) and verb > lead)
            ):
                return None
            if self._finite(verb):
                return (lead, "clause", verb) if verb > lead or self.language in {"es", "ru"} else None
        return None

    def _arabic_cut(self, at: int, seen: int, piece: int) -> tuple[int, str, int] | None:
        """Arabic: a verb with "and" before it, a contrast, a second "that"."""
        token = self.tokens[at]
        del piece
        before = self._at(at - 1)
        comma_before = before is not None and before.comma
        if token.text in {"وان", "وانه", "وانها", "وبان"} and at + 1 < len(self.tokens):
            verb = self._verb_between(at + 1, min(at + 14, len(self.tokens)))
            return (at + 1, "clause", verb) if verb > 0 else None
        if any(not self.removed[i] and self._is(i, self.grammar.relative) for i in range(seen, at)):
            return None  # inside a restrictive relative clause: whose verb it is cannot be told
        if token.joined and not self._finite(at):
            return None
        if token.joined or (token.verb and token.text[:1] in "وف" and token.joined):
            if token.text[1:] in _ARABIC_WEAK and not comma_before:
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
        if token.text in {"اذ", "حيث"} and comma_before:
            verb = self._verb_between(at + 1, min(at + 4, len(self.tokens)))
            return (at + 1, "clause", verb) if verb > 0 else None
        if token.text in {"اما", "واما"}:
            verb = self._verb_between(at + 1, min(at + 12, len(self.tokens)))
            return (at + 1, "clause", verb) if verb > 0 else None
        return None

    def _subject(self, start: int, verb: int) -> Spans | None:
        """The subject before a verb, or behind it in Arabic; None where it cannot be told."""
        if self.language == "ar":
            if verb > start and not self.tokens[verb].joined and self._arabic_nominal(start, verb):
                first = (
                    start + 1
                    if self.tokens[start].text in {"وكان", "كان", "وكانت", "كانت"} and verb == start
                    else start
                )
                return self._spans(first, verb)
            return self._arabic_behind(verb)
        if verb == start:
            return None
        last = verb
        while last > start and (
            self._is(last - 1, self.grammar.adverb)
            or self._is(last - 1, self.grammar.negation)
            or (self.tokens[last - 1].text in {"'", "s", "n", "ne", "se", "has", "have", "had", "en", "y", "l"}
            and self.tokens[last - 1].text != "y")
            or self.removed[last - 1]
        ):
            last -= 1
        first = self._past_time(start, last)
        while first < last and (
            self._is(first, self.grammar.conjunction)
            or self._is(first, self.grammar.adverb)
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
        for one in find_times(text, self.language, published_on=_ANY_DAY):
            if one.start <= 3:
                end = self.tokens[start].start + one.end
                return next((at for at in range(start, last) if self.tokens[at].start >= end), start)
        return start

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

    def _pieces(self, pieces: list[tuple[int, str]], subject: Spans | None) -> None:
        """Parts from the places that were cut, each with the subject that it shares."""
        current = subject
        for which, (begin, kind) in enumerate(pieces):
            end = pieces[which + 1][0] if which + 1 < len(pieces) else len(self.tokens)
            last = end
            while last > begin and (
                self.tokens[last - 1].comma
                or self._is(last - 1, self.grammar.conjunction)
                or self.tokens[last - 1].text in {"وان", "وبان", "وانه", "وانها"}
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
            own = (
                self._arabic_behind(self._verb_between(begin, last))
                if self.language == "ar" and self._named_behind(self._verb_between(begin, last))
                else None
            )
            if own is not None:
                current = own
                self._emit(begin, last, "clause", None)
            elif current is None:
                self._emit(begin, last, "predicate", None, subjectless=True)
            else:
                auxiliary = self._spans(*self._auxiliary(pieces[which - 1][0], begin)) if kind == "participle" else ()
                self._emit(begin, last, "predicate", current + auxiliary)

    def _auxiliary(self, start: int, end: int) -> tuple[int, int]:
        """The auxiliary that a second participle leans on."""
        at = next(
            (at for at in range(start, end) if self.tokens[at].text in {"a", "ont", "avait", "avaient", "aura"}), start
        )
        return at, at + 1

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

    def _cut_behind_verbs(self) -> None:
        """Turkish and Persian: a part ends with its verb; the next one begins behind comma or "and"."""
        pieces: list[tuple[int, int]] = []
        begin = 0
        for at in range(len(self.tokens)):
            if self.removed[at] or not self._finite(at):
                continue
            behind = at + 1
            nxt = self._at(behind)
            if nxt is None or self.tokens[at].depth > self.base:
                continue
            joins = nxt.comma or self._is(behind, self.grammar.conjunction)
            if not joins or self._is(begin, self.grammar.subordinate) or self._guarded(begin):
                continue
            if any(self._is(i, self.grammar.that) and self.language == "fa" for i in range(begin, at)):
                continue
            if self._verb_between(behind + 1, len(self.tokens)) < 0:
                continue
            pieces.append((begin, behind))
            begin = behind + 1
            while self._is(begin, self.grammar.conjunction) or ((token := self._at(begin)) is not None and token.comma):
                begin += 1
        pieces.append((begin, len(self.tokens)))
        if len(pieces) == 1:
            live = [at for at in range(len(self.tokens)) if not self.removed[at]]
            if live:
                self._emit(live[0], len(self.tokens), "clause", None)
            return
        subject = self._leading_name(*pieces[0])
        for which, (start, end) in enumerate(pieces):
            own = self._leading_name(start, end)
            if which == 0 or own is not None:
                subject = own or subject
                self._emit(start, end, "clause", None)
            else:
                self._emit(start, end, "predicate", subject, subjectless=subject is None)

    def _leading_name(self, start: int, end: int) -> Spans | None:
        """The noun phrase that opens a Turkish or Persian clause, where a comma or capital shows its end."""
        comma = next(
            (at for at in range(start, min(start + 9, end)) if (self.tokens[at].comma or self.removed[at])), -1
        )
        if comma > start and self._verb_between(start, comma) < 0 and not self._is(start, self.grammar.preposition):
            return self._spans(start, comma)
        first = self._at(start)
        if first is None or not first.word:
            return None
        if self.language == "tr":
            last = start
            while last < end and (self.tokens[last].sentence_case or (last == start)) and self.tokens[last].word:
                last += 1
            bare = self.tokens[last - 1].text
            marked = (
                regex.search(r"(?:da|de|ta|te|dan|den|tan|ten|yi|ni|nin|nun|a|e)$", bare)
                and "'" in self.sentence[first.start : self.tokens[min(last, end - 1)].end]
            )
            return (
                None
                if marked
                or (
                    last == start + 1
                    and not regex.match(r"(?:holding|birlik|sirket|bakanlik|karaca)", bare)
                    and not self.tokens[start].sentence_case
                )
                or regex.search(r"(?:da|de|ta|te|dan|den|nin|in|un)$", bare)
                else self._spans(start, last)
            )
        return None

    # -- spans --------------------------------------------------------------

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


_THAT_IS = Closed("اي")
_QAD = Closed("قد")
_ENGLISH_BASE = frozenset(
    ["own", "owe", "want", "need", "live", "work", "make", "take", "give", "seem", "appear", "exist", "belong", "consist", "remain", "employ", "provide", "include", "become", "produce", "cost", "begin", "contain", "expect", "face", "hope", "rely", "represent", "require", "run", "put", "let", "read"]
)
_ARABIC_WEAK = frozenset(["زير", "قع", "جه", "ضع", "حد", "صل", "ثق", "فق", "سط", "قت", "زن", "ادي", "ليس", "ليست", "اد", "عد", "زاره"])


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


def subject_behind(text: str, language: str) -> str:
    """The subject that follows an Arabic clause's first verb; "" where it is dropped."""
    tokens = tokens_of(text, language)
    verb = next((at for at, token in enumerate(tokens) if token.verb), -1)
    if verb < 0:
        return ""
    splitter = _Splitter(text, list(tokens), grammar_of(language), 0)
    found = splitter.subject_of(verb)
    return " ".join(text[a:b] for a, b in found) if found else ""
