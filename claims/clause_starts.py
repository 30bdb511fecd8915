"""Whether a new assertion begins behind a conjunction or comma: a second predicate, a participle, a whole clause."""

import regex

from claims.clause_verb_last import VerbLast
from claims.closed import compiled

_SAME_IN_PAST = frozenset({"cost", "put", "let", "read", "cut", "set", "hit", "shut", "quit", "burst"})
_ENGLISH_BASE = frozenset(
    [
        "own",
        "owe",
        "want",
        "need",
        "live",
        "work",
        "make",
        "take",
        "give",
        "seem",
        "appear",
        "exist",
        "belong",
        "consist",
        "remain",
        "employ",
        "provide",
        "include",
        "become",
        "produce",
        "",
        "begin",
        "contain",
        "expect",
        "face",
        "hope",
        "rely",
        "represent",
        "require",
        "run",
        "",
        "",
        "",
    ]
)


#: participles that tell a second thing of the subject; prepositions that only look like them are left out
_GERUND = {
    "fr": regex.compile(
        r"(?!(?:pendant|durant|avant|devant|tant|autant|suivant|cependant|maintenant|notamment|moyennant|nonobstant|concernant|enfant|instant|important)$)\p{Ll}{3,}ant"
    ),
    "ru": regex.compile(r"(?!(?:нрав|прав|устав|состав)$)\p{Ll}{3,}(?:вшись|вши|[аяи]в|ясь)"),
    "es": regex.compile(r"(?!(?:cuando|comando|durante|mando|bando|siendo)$)\p{Ll}{2,}(?:ando|iendo|yendo)"),
}


#: auxiliaries of participles, verbs that take an infinitive, and how both end
_LEANS = {
    "fr": tuple(regex.compile(one) for one in (
        "a|ont|avait|avaient|aura|auront|est|sont|etait|etaient|fut|furent|sera|seront|ait|aient",
        "va|vont|doit|doivent|devra|devrait|peut|peuvent|pourra|pourrait|veut|veulent|allait|allaient|compte|comptent",
        r"\p{L}{2,}(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte)", r"\p{L}{2,}(?:er|ir|re|oir)",
    )),
    "es": tuple(regex.compile(one) for one in (
        "ha|han|habia|habian|habra|habran|haya|fue|fueron|es|son|sera|seran|era|eran|esta|estan",
        "tiene|tienen|tendra|tendran|tuvo|tenia|va|van|debe|deben|debera|puede|pueden|podra|quiere|quieren|iba|iban|preve|planea",
        r"\p{L}{2,}(?:ado|ada|ados|adas|ido|ida|idos|idas|to|ta|tos|tas|cho|cha)", r"\p{L}{2,}[aeií]r",
    )),
}  # fmt: skip


#: participles under these take no ending
_HAVE = frozenset("a ont avait avaient aura auront ait aient ha han habia habian habra habran haya".split())  # noqa: SIM905
_INFLECTED = {"fr": regex.compile(r"(?:[éiu](?:e|es)|[éu]s|ites?|ertes?)$"), "es": regex.compile(r"(?:as?|os)$")}


class Starts(VerbLast):
    """What tells the beginning of a part."""

    def _was_comma(self, at: int) -> bool:
        before = self._at(at - 1)
        return before is not None and (before.comma or self.removed[at - 1])

    def _predicate(self, verb: int, at: int, seen: int) -> bool:
        """Whether a verb behind a conjunction is a second predicate of the same subject."""
        text = self.tokens[verb].text
        if self.language == "en":
            infinitive = any(self.tokens[i].text == "to" for i in range(seen + 1, at))
            return text not in _ENGLISH_BASE and not (infinitive and text in _SAME_IN_PAST)
        if self.language == "de" and verb == at + 1 and at - 3 < seen < at and self.tokens[at].comma:
            return False  # "Eine Steuer, wie sie die Opposition fordert, lehnt der Rat ab"
        return self.language not in {"fr", "es"} or self._agrees(verb, at, seen)

    def _agrees(self, verb: int, at: int, seen: int) -> bool:
        """Whether a second verb has the number of the first: "una historia de dos hermanos que heredan un faro, se niegan …"."""  # noqa: E501
        open_relative = next((i for i in range(at - 1, seen, -1) if self._is(i, self.grammar.relative) and not self.removed[i]), -1)  # noqa: E501  # fmt: skip
        if open_relative < 0:
            return True
        hung = self._verb_between(open_relative + 1, at)
        own, first = self._several(verb), self._several(seen)
        return hung < 0 or own == first or own != self._several(hung)

    def _several(self, verb: int) -> bool:
        """Whether a finite verb is in the plural by its ending."""
        text = self.tokens[verb].text
        return text.endswith("n") if self.language == "es" else compiled(r"\p{l}*(?:ont|aient|[^i]ent)").fullmatch(text) is not None  # noqa: E501  # fmt: skip

    def _participle(self, index: int, seen: int) -> bool:  # noqa: PLR0911 -- one reason a line
        """A second participle or infinitive under one auxiliary: "a annulé … et entraîné", "va fermer … et vendre"."""
        token = self._at(index)
        if (
            self.language not in _LEANS
            or token is None
            or self._is(index, self.grammar.preposition)
            or len(token.raw) < 4
            or token.sentence_case
            or self.removed[index]
        ):
            return False
        if not (self._is(index - 1, self.grammar.conjunction) or self.tokens[index - 1].comma):
            return False
        have, modal, participle, infinitive = _LEANS[self.language]
        first = next(
            (at for at in range(seen + 1, min(seen + 6, index)) if participle.fullmatch(self.tokens[at].raw)), -1
        )
        led = self.tokens[seen].text
        behind = self._at(index + 1)
        goes_on = behind is None or not (behind.comma or self._is(index + 1, self.grammar.conjunction))
        if have.fullmatch(led) and participle.fullmatch(token.raw):
            if led in _HAVE and _INFLECTED[self.language].search(token.raw):
                return False  # "avait éclaté à la suite du signalement d'une clerc, licenciée en mars": told of her
            if self.tokens[index - 1].comma and not self._series_ends(index, participle):
                return False  # "cédé l'usine aux salariés, réunis en coopérative": told of the noun before it
            return first > 0 and goes_on and behind is not None and (self._object(index + 1) or self._is(index + 1, self.grammar.that))  # noqa: E501  # fmt: skip
        if any(self._is(at, self.grammar.negation) for at in range(seen)):
            return False  # "Nadie puede pagar 45 y vender a 40": both are denied together
        return modal.fullmatch(led) is not None and infinitive.fullmatch(token.raw) is not None and self._object(index + 1)  # noqa: E501  # fmt: skip

    def _object(self, index: int) -> bool:
        """Whether an object or adverbial of a verb begins here: article, preposition, figure, adverb."""
        token = self._at(index)
        return token is not None and (
            token.text[:1].isdigit()
            or token.text in self.grammar.words.cardinals
            or self._is(index, self.grammar.determiner)
            or self._is(index, self.grammar.preposition)
            or self._is(index, self.grammar.adverb)
        )

    def _series_ends(self, index: int, participle: "regex.Pattern[str]") -> bool:
        """Whether "and" and one more participle close a series."""
        return any(
            self._is(at, self.grammar.conjunction) and participle.fullmatch(self.tokens[at + 1].raw)
            for at in range(index + 1, len(self.tokens) - 1)
        )

    def _series_of(self, verb: int, end: int) -> list[int]:
        """Where the further participles of a clause begin: "qui a foré un puits, posé 42 balises et comparé …"."""
        if self.language not in _LEANS:
            return []
        have, _, participle, _ = _LEANS[self.language]
        behind = self._at(verb + 1)
        if not have.fullmatch(self.tokens[verb].text) or behind is None or not participle.fullmatch(behind.raw):
            return []
        found = [
            at + 1 for at in range(verb + 3, end - 2)
            if (self.tokens[at].comma or self._is(at, self.grammar.conjunction)) and self._leaning(at + 1, participle)
        ]  # fmt: skip
        closed = bool(found) and self._is(found[-1] - 1, self.grammar.conjunction)
        return found if closed and self._verb_between(verb + 1, end) < 0 else []

    def _leaning(self, index: int, participle: "regex.Pattern[str]") -> bool:
        """Whether a participle with what it governs stands behind a comma or "and"."""
        token = self._at(index)
        return (
            token is not None
            and len(token.raw) > 3
            and not token.sentence_case
            and not self.removed[index]
            and not self._is(index, self.grammar.preposition)
            and participle.fullmatch(token.raw) is not None
            and self._object(index + 1)
        )

    def _with_series(self, verb: int, nxt: int) -> int:
        """The end of a clause with the participles that go on under its auxiliary behind commas."""
        end = nxt
        while end < len(self.tokens) and self.tokens[end].comma:
            close = next((at for at in range(end + 1, len(self.tokens)) if self.tokens[at].comma and self.tokens[at].depth == self.base), len(self.tokens))  # noqa: E501  # fmt: skip
            if self._series_of(verb, close):
                return close
            end = close
        return nxt

    def _gerund(self, index: int) -> bool:
        """Whether a gerund opens what follows a comma: ", dépassant ExxonMobil", ", dejando 12 heridos"."""
        token = self._at(index)
        return (
            token is not None
            and self.language in _GERUND
            and not self.removed[index]
            and self._at(index + 2) is not None
            and _GERUND[self.language].fullmatch(token.raw) is not None
        )

    def _unjoined(self, comma: int) -> tuple[int, str, int] | None:
        """Russian joins clauses by a comma alone: "первое состоялось 12 июля, второе пришлось отложить"."""
        if self.language != "ru" or self._is(comma + 1, self.grammar.relative) or self._is(comma + 1, self.grammar.preposition) or self._is(comma + 1, self.grammar.subordinate):  # noqa: E501  # fmt: skip
            return None
        for verb in range(comma + 2, min(comma + 5, len(self.tokens))):
            if self.tokens[verb].comma or self.removed[verb] or self._is(verb, self.grammar.relative):
                return None
            if self._finite(verb):
                return comma + 1, "clause", verb
        return None

    def _full_clause(self, at: int, after: int, comma: bool) -> tuple[int, str, int] | None:
        """Whether a whole clause with a subject of its own follows a conjunction."""
        first = self._at(after)
        if first is None or not self._is(at if not self.tokens[at].comma else at + 1, self.grammar.conjunction):
            return None
        opens = (
            self._is(after, self.grammar.determiner)
            or self._is(after, self.grammar.pronoun)
            or (first.sentence_case and self.language != "de")
            or self._is(after, self.grammar.that)
            or (comma and first.word)
            or first.text[:1].isdigit()
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
