"""The noun phrases of a sentence by determiners, or by class nouns where a language has none."""

import regex

from claims.meant import words as w
from claims.meant.kinds import kind_of_noun, kinds_meant
from claims.meant.offices import to_be_given
from claims.meant.owners import takes_up
from claims.meant.plain_pronouns import PlainPronouns
from claims.meant.records import Kind, Mention, Part, Reference
from claims.records import BlockKind
from claims.tokens import Token

_MARKS = frozenset({"'", "’"})
_LONGEST = 9
_ADJECTIVE = regex.compile(r"(?:ая|ое|ый|ий|ой|ую|ого|ому|ые|ых)$")
#: nominatives and accusatives of Russian nouns by gender
_ENDS = (
    ("f", regex.compile(r"\p{l}+(?:[^аеиоуыэюя][ауы]|ия|ию|ость|[кгхшщжч]и|ь)")),
    ("n", regex.compile(r"\p{l}+(?:ие|ство|[^аеиоуыэюя]о)")),
    ("m", regex.compile(r"\p{l}+(?:[бвгджзклмнпрстфхцчшщ])")),
)
_GENITIVE = regex.compile(r"(?:ы|и|а|я|ов|ей|ий|ого|ой|ых)$")
_POSSESSED = regex.compile(r"(?:si|su|s[iu]n\p{L}+|ligi|lugu)$")
_NO_OWNER = frozenset({"را", "نیز", "هم", "که", "این"})
_NO_PART = frozenset({"a", "se", "s", "n", "y", "en", "ne", "nicht", "auch", "sich"})
_HELPERS = frozenset({"a", "est", "ont", "es", "ha"})
_INFINITIVE = regex.compile(r"(?:[aei]r(?:se|lo|la)?|ando|iendo)$|^(?:avoir|etre|faire)$")
#: infinitives by their ending behind "de": "accusé la société d'avoir menti", "acusa a la minera de secar el río"
_TO = {
    "fr": regex.compile(r"avoir|etre|faire|n|ne|\p{l}{2,}(?:er|ir|dre|ttre|uire)"),
    "es": regex.compile(r"(?:haber|ser|no|\p{l}{2,}[aei]r)(?:se|l[aeo]s?)?"),
}
#: words that follow what is done to something, and no noun
_DONE_TO = {
    "fr": frozenset(
        {"le", "la", "les", "l", "un", "une", "des", "du", "sa", "son", "ses", "leur", "leurs", "au", "aux"}
    ),
    "es": frozenset({"el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "a", "al"}),
}
_SURE_TO = frozenset({"avoir", "etre", "faire", "n", "ne", "no", "haber", "ser", "haberse", "haberlo", "haberla"})
#: Spanish determiners of several -> their gender
_PLURALS = {"los": "m", "unos": "m", "estos": "m", "las": "f", "unas": "f", "estas": "f"}
#: how a paper calls itself: "las preguntas de este medio"
_THIS_PAPER = {
    "es": frozenset({"este medio", "este diario", "este periodico", "esta redaccion"}),
    "de": frozenset({"diese zeitung", "dieser zeitung", "diese redaktion", "dieser redaktion"}),
}
_NUMBERED = frozenset({"numero", "nummer", "nº", "nr"})  #: a figure behind it is part of what is named
_JOINED = frozenset(
    {"du", "des", "au", "aux", "del", "al", "im", "am", "vom", "zum", "zur", "beim", "ins"}
)  #: preposition and article in one word


class PlainNouns(PlainPronouns):
    """Reads what the noun phrases mention and describe."""

    def _noun(self, at: int) -> None:
        """A phrase that a determiner opens, or a class noun where the language has none."""
        token = self.tokens[at]
        definite = w.DEFINITE.get(self.language, {}).get(token.text)
        indefinite = w.INDEFINITE.get(self.language, {}).get(token.text)
        if definite is None and indefinite is None:
            if self.language in {"ru", "tr", "fa"}:
                self._class_noun(at)
            return
        noun, early = at + 1, False
        while noun < len(self.tokens) and self.tokens[noun].text in _MARKS:
            noun += 1
        while noun < len(self.tokens) and noun - at < 5 and self._before_noun(noun):
            noun, early = noun + 1, True
        if (
            noun >= len(self.tokens)
            or not self._can_be_noun(noun)
            or self.tokens[noun].text in w.UNIQUE.get(self.language, ())
        ):
            return
        last, part, word = self._right(noun), self._part(at), self.tokens[noun].text
        gender, number = self._gender(token.text, word, definite if definite is not None else indefinite or "")
        own = w.stem(word, self.language)
        part = Part.OTHER if token.text in _JOINED else part
        if f"{token.text} {word}" in _THIS_PAPER.get(self.language, ()):
            return
        if definite is not None and last == noun and not early:
            self._description(noun, own, part, number)
        start, end, by = token.start, self.tokens[last].end, self.sentence.start
        shown = self.tokens[noun].start if token.text in _JOINED | {"l"} else start
        self.read.mentions.append(
            Mention(
                start=by + start, end=by + end, text=self.sentence.text[shown:end], heads=frozenset({own}),
                kind=kind_of_noun(word, self.language), gender=gender, number=number, part=part, definite=definite is not None,  # noqa: E501
                full=last > noun or early or indefinite is not None, clause=self.clauses[at],
            )
        )  # fmt: skip

    def _can_be_noun(self, at: int) -> bool:
        """Whether the word behind a determiner can be its noun: no name, no pronoun, no verb."""
        token = self.tokens[at]
        if not token.word or any(n.start <= token.start < n.end for n in self.names):
            return False
        if self.language == "de":
            return token.sentence_case
        last = at + 1 >= len(self.tokens)
        return not self.grammar.pronoun.fullmatch(token.text) and not (token.verb and (last or token.text in _HELPERS))

    def _gender(self, determiner: str, noun: str, told: str) -> tuple[str, str]:
        """Gender and number as far as determiner and noun tell them."""
        if self.language == "de":
            several = determiner in {"die", "den", "diese"} and noun.endswith("en")
            own = (
                "f"
                if determiner in {"die", "diese"}
                or noun.endswith(("ung", "heit", "keit", "schaft", "in", "tat", "ion", "ei"))
                else ""
            )
            return (told if len(told) == 1 else own), "p" if several else ""
        return (_PLURALS.get(determiner, ""), "p") if told == "p" else (told, "s")

    def _before_noun(self, at: int) -> bool:
        """Whether a word between determiner and noun is an adjective or a number."""
        token = self.tokens[at]
        if self.language == "de":
            return (
                not token.sentence_case
                and (token.word or token.text.replace(".", "").isdigit())
                and not token.verb
                and not self.grammar.preposition.fullmatch(token.text)
            )
        return token.text in w.BEFORE_NOUN.get(self.language, ()) or token.text.isdigit()

    def _right(self, noun: int) -> int:  # noqa: C901, PLR0912
        """The last word that belongs to a noun: adjectives behind it, "of" and what follows, a name."""
        last = at = noun
        linked = False
        while at + 1 < len(self.tokens) and at - noun < _LONGEST:
            at += 1
            token = self.tokens[at]
            if token.text in _MARKS:
                continue
            if linked and self._infinitive(at):
                break
            if token.text.isdigit() and last == at - 1 and self.tokens[last].text in _NUMBERED:
                last = at
                continue
            named = any(n.start <= token.start < n.end for n in self.names)
            if named:
                last, linked = at, False
                continue
            if (
                not token.word
                or (token.verb and not linked)
                or self.grammar.relative.fullmatch(token.text)
                or self.grammar.that.fullmatch(token.text)
            ):
                break
            if token.text in w.OF.get(self.language, ()) and not (
                self.language == "de" and token.text == "der" and last != noun
            ):
                linked = True
                continue
            if linked and (
                token.text in w.DEFINITE.get(self.language, {}) or token.text in w.INDEFINITE.get(self.language, {})
            ):
                continue
            if (
                self.grammar.preposition.fullmatch(token.text)
                or self.grammar.conjunction.fullmatch(token.text)
                or self.grammar.subordinate.fullmatch(token.text)
                or self.grammar.adverb.fullmatch(token.text)
                or self.grammar.pronoun.fullmatch(token.text)
                or self.grammar.negation.fullmatch(token.text)
            ):
                break
            if token.text in w.DEFINITE.get(self.language, {}) or token.text in _NO_PART:
                break
            if self.language == "de" and not token.sentence_case and not linked:
                break
            if self.language in {"fr", "es"} and not linked and (last > noun or _INFINITIVE.search(token.text)):
                break
            if self.language == "es" and not linked and len(token.text) < 4:
                break  # "la planta da trabajo": no adjective is as short
            if self.language in {"fr", "es"} and not linked and self.sentence.block is BlockKind.HEADLINE:
                break  # "el kilo roza los 98 pesos": a headline's verb may be a noun by its form
            last, linked = at, linked and self.language == "de" and not token.sentence_case
        return last

    def _infinitive(self, at: int) -> bool:
        """Whether a word behind "de" tells what somebody does rather than which one: "d'avoir menti", "de secar el río"."""  # noqa: E501
        ending = _TO.get(self.language)
        back = at - 2 if self.tokens[at - 1].text in _MARKS else at - 1
        if ending is None or self.tokens[back].text not in {"de", "d"} or not ending.fullmatch(self.tokens[at].text):
            return False
        behind = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        return self.tokens[at].text in _SURE_TO or behind in _DONE_TO[self.language]

    def _class_noun(self, at: int) -> None:
        """A noun of a known class, and what it stands for where nothing is beside it."""
        token = self.tokens[at]
        own = w.stem(token.text, self.language)
        firm = any(own in w.stems(self.language, table) for table in ("firms", "places", "persons"))
        kind = kind_of_noun(token.text, self.language)
        if kind is Kind.THING and not firm and own not in self.nouns:
            if self.language == "ru":
                self._rival(at)
            return
        if self.language == "tr" and self._no_reference(at):
            return
        near = [n for n in self.names if -4 < n.start - token.end < 4 or -4 < token.start - n.end < 4]
        before = self.tokens[at - 1] if at else None
        behind = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        part = self._part(at)
        start, end = self.sentence.start + token.start, self.sentence.start + token.end
        owned = self._owned(before, behind, own, token)
        if near or owned:
            return
        self._description(at, own, part, "")
        self.read.mentions.append(
            Mention(
                start=start,
                end=end,
                text=token.raw,
                heads=frozenset({own}),
                kind=kind,
                number="",
                part=part,
                clause=self.clauses[at],
            )
        )

    def _no_reference(self, at: int) -> bool:
        """Whether a Turkish noun tells of one among many or is half of a verb: "bir madenci", "başkanlık etmek"."""
        behind = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        if at and self.tokens[at - 1].text == "bir":
            return True
        return self.tokens[at].text.endswith(("lik", "luk")) and behind.startswith(("et", "ed", "yap"))

    def _rival(self, at: int) -> None:
        """Keeps a Russian noun by its ending: a pronoun may mean it, so that nobody else is surely meant."""
        token = self.tokens[at]
        gender = next((one for one, pattern in _ENDS if pattern.fullmatch(token.text)), "")
        if (
            not gender
            or token.verb
            or not token.raw.islower()
            or len(token.text) < 4
            or any(
                one.fullmatch(token.text)
                for one in (
                    self.grammar.adverb,
                    self.grammar.preposition,
                    self.grammar.conjunction,
                    self.grammar.pronoun,
                    self.grammar.determiner,
                    self.grammar.subordinate,
                    self.grammar.relative,
                )
            )
            or _ADJECTIVE.search(token.text)
        ):
            return
        start, end = self.sentence.start + token.start, self.sentence.start + token.end
        self.read.mentions.append(
            Mention(
                start=start, end=end, text=token.raw, heads=frozenset(), kind=Kind.THING, gender=gender,
                number="p" if token.text.endswith(("ы", "и")) else "s", part=self._part(at), clause=self.clauses[at],
            )
        )  # fmt: skip

    def _owned(self, before: Token | None, behind: Token | None, own: str, token: Token) -> bool:
        """Whether something beside a class noun says which one: an adjective, an owner, a suffix."""
        follows = (
            behind is not None
            and behind.word
            and not behind.verb
            and not self.grammar.preposition.fullmatch(behind.text)
        )
        follows = follows and behind is not None and not self.grammar.conjunction.fullmatch(behind.text)
        if self.language == "ru":
            adjective = before is not None and before.word and _ADJECTIVE.search(before.text) is not None
            return adjective or (follows and behind is not None and _GENITIVE.search(behind.text) is not None)
        if self.language == "fa":
            return follows and behind is not None and behind.text not in _NO_OWNER
        return token.text != own and _POSSESSED.search(token.text) is not None

    def _description(self, noun: int, own: str, part: Part, number: str) -> None:
        token = self.tokens[noun]
        if to_be_given(self.sentence.text[: token.start], self.language):
            return
        classes, others = w.classes_of(own, self.language)
        firm = bool(classes)
        self.read.references.append(
            Reference(
                start=self.sentence.start + token.start, end=self.sentence.start + token.end, part=part, heads=frozenset({own}), number=number, firm=firm, classes=classes, others=others, general=takes_up(own, self.language),  # noqa: E501
                kinds=kinds_meant(token.text, self.language, of_a_class=firm), clause=self.clauses[noun],
            )
        )  # fmt: skip
