"""The pronouns of a sentence by its tokens as open references."""

import regex

from claims.folding import folded
from claims.meant import words as w
from claims.meant.owners import owners_of
from claims.meant.plain_names import PlainNames
from claims.meant.records import Part, Reference

_OBJECTS = {"es": {"la": (w.F, "s"), "los": (w.M, "p"), "las": (w.F, "p")}, "fr": {"l": (w.ANY, "s")}}
_EMPTY_FR = regex.compile(
    r" (?:y|n'y|faut|fallait|faudra|s'agit|s'agissait|pleut|reste|existe|est (?:\p{L}+ )?(?:de|que|possible|probable|clair|temps)|semble|suffit|convient|manque|ne reste|arrive)(?!\p{L})"  # noqa: E501
)
_EMPTY_DE = regex.compile(
    r" (?:gibt|gab|geht|ging|gebe|handelt|handele|heißt|hieß|regnet\p{L}*|ist (?:\p{L}+ )?,? ?(?:dass|zu)|sei (?:\p{L}+ )?,? ?(?:dass|zu)|wird|wurde|kam|dauert\p{L}*)(?!\p{L})"  # noqa: E501
)
_VERBS_OF_IT = regex.compile(r"(?:gibt|gab|geht|ging|handelt|heißt|hieß) $")


class PlainPronouns(PlainNames):
    """Reads what the pronouns leave open."""

    def _clitic(self, at: int) -> bool:
        """Whether an article stands for an object before its verb: "la archivó", "l'ont quitté"."""
        token, behind = self.tokens[at], self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if self.language == "es":
            before = self.tokens[at - 1] if at else None
            return (
                behind is not None
                and behind.verb
                and token.text in _OBJECTS["es"]
                and not (before is not None and self.grammar.preposition.fullmatch(before.text))
            )
        if self.language == "fr" and token.text == "l" and at + 2 < len(self.tokens):
            return self.tokens[at + 2].text in {"a", "ont", "avait", "avaient", "aurait", "auraient"}
        return False

    def _pronoun(self, at: int) -> bool:
        token = self.tokens[at]
        if self._clitic(at):
            genders, number = _OBJECTS[self.language][token.text]
            start, end = (
                self.sentence.start + token.start,
                self.sentence.start + self.tokens[at + (1 if self.language == "es" else 2)].end,
            )
            self.read.references.append(
                Reference(
                    start=start, end=end, part=Part.OBJECT, genders=genders, number=number, clause=self.clauses[at]
                )
            )
            return True
        known = w.pronouns_of(self.language).get(token.text)
        if self.language == "es" and token.text == "el" and token.raw.lower() != "él":
            known = None
        if known is None or self._empty(at) or (token.text == "su" and self.language != "es"):
            return False
        number = known.number
        if self.language == "de" and token.text == "sie" and known.number == "":
            number = self._german_number(at)
        if (
            self.language == "de"
            and token.text in {"ihr", "er"}
            and token.raw[:1].isupper()
            and at > 0
            and token.text == "ihr"
            and not self.tokens[at - 1].comma
        ):
            number = ""
        kinds = known.kinds
        if known.part is Part.OWNER and at + 1 < len(self.tokens):
            kinds = kinds & owners_of(self.tokens[at + 1].text, self.language) or kinds
        genders = w.ANY if number == "p" and self.language == "de" else known.genders
        if known.part is Part.SUBJECT:
            self.begun.add(self.clauses[at])
        self.read.references.append(
            Reference(
                start=self.sentence.start + token.start, end=self.sentence.start + token.end, part=known.part, kinds=kinds,  # noqa: E501
                genders=genders, number=number, clause=self.clauses[at],
            )
        )  # fmt: skip
        return True

    def _german_number(self, at: int) -> str:
        """Whether "sie" is one woman or several: its verb tells."""
        near = [t for t in self.tokens[max(0, at - 2) : at + 3] if t.verb]
        if not near:
            return ""
        return "p" if all(t.text.endswith("n") for t in near) and near[0].text not in {"kann", "dann"} else "s"

    def _empty(self, at: int) -> bool:
        """As in "il y a", "il faut", "es gibt": nothing is meant."""
        token = self.tokens[at]
        rest = folded(self.sentence.text[token.end : token.end + 60])
        if self.language == "fr" and token.text == "il":
            return _EMPTY_FR.match(rest) is not None
        if self.language == "de" and token.text == "es":
            before = folded(self.sentence.text[max(0, token.start - 14) : token.start])
            return _VERBS_OF_IT.search(before) is not None or _EMPTY_DE.match(rest) is not None
        return False
