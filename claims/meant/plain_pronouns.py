"""The pronouns of a sentence by its tokens as open references."""

import regex

from claims.folding import folded
from claims.meant import words as w
from claims.meant.owners import owners_of
from claims.meant.plain_names import PlainNames
from claims.meant.records import Part, Reference

_OBJECTS = {"es": {"la": (w.F, "s"), "los": (w.M, "p"), "las": (w.F, "p")}, "fr": {"l": (w.ANY, "s")}}
_EMPTY_FR = regex.compile(
    r" (?:n'|ne )?(?:(?:me|te|lui|nous|vous|leur|en|m'|t'|s')\s?)?(?:y (?:a|avait|aura|aurait|eut|ait|en a|en avait)|(?:va |a |avait |aurait |aura )?fall[uo]\p{L}*|"  # noqa: E501
    r"(?:faut|fallait|faudra|faudrait|agit|agissait|agira|agirait|pleut|neige|existe|existait|existerait|suffi\p{L}*|convien\p{L}+|vaut mieux|manque(?! de)|reste|se peut|se trouve que|ressort)|"  # noqa: E501
    r"(?:semble|semblait|semblerait|parait|apparait|arrive|arrivait|(?:est|etait) apparu|a ete \p{L}+) (?:parfois |souvent |meme )?(?:que|qu'|a \p{L}+ de)|"  # noqa: E501
    r"(?:resterait|restait|restera|manquait|manquerait|manquera) (?:que|qu'|plus|encore|a|un|une|des|du|au moins|environ|\d)|"  # noqa: E501
    r"(?:doit|devait|devrait|peut|pouvait|pourrait) y avoir|en (?:va|est|resulte|ressort|etait|allait) (?:de|que|ainsi|autrement)|"  # noqa: E501
    r"(?:est|etait|sera|serait|fut|parait|semble)(?: (?:pas|plus|donc|aussi|desormais|toutefois|encore|deja|tres|bien|peu|trop|parfois|\p{L}+ment))* "  # noqa: E501
    r"(?:(?:grand )?temps|hors de question|question de|tard|midi|minuit|(?:possible|probable|clair|vrai|rare|permis|interdit|prevu|inutile|necessaire|urgent|difficile|"  # noqa: E501
    r"facile|important|essentiel|evident|impossible|indispensable|preferable|premature|frequent|courant|exclu|demande|recommande|conseille|certain(?= qu)) (?:que|qu'|(?:de |d')(?:ne pas |en |y |l[ea] |les |l'|se |s')?\p{L}+(?:er|ir|re))))"  # noqa: E501
    r"(?:(?<=')|(?!\p{L}))"
)
#: an owner's word that owns nothing: "de son côté", "a su vez"
_SET_PHRASES = {
    "fr": regex.compile(
        r"(?:de (?:son|leur) cote|a (?:son|leur) tour|pour (?:sa|leur) part|dans (?:son|leur) (?:ensemble|integralite)|"
        r"dans (?:sa|leur) (?:totalite|majorite))(?!\p{L})"
    ),
    "es": regex.compile(
        r"(?:a su vez|por su (?:parte|lado)|en su (?:conjunto|totalidad|mayoria|mayor parte))(?!\p{L})"
    ),
}
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
        if known.part is Part.OWNER and self._set_phrase(at):
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
            kinds = kinds & owners_of(self._owned_noun(at + 1), self.language) or kinds
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

    def _owned_noun(self, at: int) -> str:
        """The noun behind an owner's word: "maison mère" is one."""
        both = [one.text for one in self.tokens[at : at + 2]]
        return "maison-mère" if self.language == "fr" and both == ["maison", "mere"] else both[0]

    def _german_number(self, at: int) -> str:
        """Whether "sie" is one woman or several: its verb tells."""
        near = [t for t in self.tokens[max(0, at - 2) : at + 3] if t.verb]
        if not near:
            return ""
        return "p" if all(t.text.endswith("n") for t in near) and near[0].text not in {"kann", "dann"} else "s"

    def _set_phrase(self, at: int) -> bool:
        """Whether an owner's word stands in a phrase that names no owner."""
        phrases = _SET_PHRASES.get(self.language)
        if phrases is None or at == 0:
            return False
        start = self.tokens[at - 1].start
        return phrases.match(folded(self.sentence.text[start : start + 40])) is not None

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
