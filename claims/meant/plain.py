"""A sentence of a language without a parse -> its mentions and its open references."""

import regex

from claims.folding import folded
from claims.meant import words as w
from claims.meant.plain_nouns import PlainNouns
from claims.meant.records import Kind, Mention, Read
from claims.records import Name, NameKind, Sentence

_ENDING = regex.compile(r"['’]\p{L}+$")  #: a case ending behind a name: "Ankara'dan"
_MINE = {
    "fr": frozenset({"mon", "ma", "mes", "notre", "nos"}),
    "es": frozenset({"mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras"}),
    "de": frozenset(
        {"mein", "meine", "meinem", "meinen", "meiner", "unser", "unsere", "unserem", "unseren", "unserer"}
    ),
    "ru": frozenset({"мой", "моя", "мои", "наш", "наша", "наши"}),
}


class Plain(PlainNouns):
    """Reads one sentence by its tokens."""

    def all(self) -> Read:
        """The mentions and references of the sentence."""
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            name = next((n for n in self.names if n.start <= token.start < n.end), None)
            if name is not None:
                self._name(at, name)
                while at < len(self.tokens) and self.tokens[at].start < name.end:
                    at += 1
                continue
            surname = _ENDING.sub("", token.text)
            if (surname in self.known or self._inflected(surname)) and (token.sentence_case or self.language == "fa"):
                raw = self.sentence.text[token.start : token.start + len(surname)]
                self._name(
                    at, Name(text=raw, start=token.start, end=token.start + len(surname), kind=NameKind.PERSON, role="")
                )
            elif token.word and not self._pronoun(at):
                self._noun(at)
            at += 1
        self._appositions()
        self._own_words()
        return self.read

    def _own_words(self) -> None:
        """Leaves out what is taken up behind a noun of a quoted speaker's own: "« mon client … », a dit son avocat"."""
        first = next((one for one in self.tokens if one.depth and one.text in _MINE.get(self.language, ())), None)
        if first is None:
            return
        at = self.sentence.start + first.start
        self.read.references = [one for one in self.read.references if one.start < at]

    def _inflected(self, word: str) -> bool:
        """Whether a Russian word is a surname told before in another case: "Лещинская" behind "Варвары Лещинской"."""
        if self.language != "ru" or len(word) < 6:
            return False
        own = w.stem(word, "ru")
        return len(own) > 4 and any(w.stem(one, "ru") == own for one in self.known)

    def _appositions(self) -> None:
        """Pairs of a name and a description side by side: "Corvex, ein Hersteller", "das Unternehmen Corvex"."""
        told = [one for one in self.read.mentions if one.heads or one.named]  # rivals are nothing but rivals
        made = sorted(told, key=lambda one: (one.start, -one.end))
        by = self.sentence.start
        for one in made:
            for other in made:
                if one is other or one.named == other.named:
                    continue
                between = self.sentence.text[one.end - by : other.start - by] if one.end <= other.start else None
                if between is not None and between in {", ", " ", "، ", "，"} and (between != " " or other.named):
                    after = self.sentence.text[other.end - by : other.end - by + 1]
                    if between == " " or after in {",", "،", ".", "，", ""}:
                        self.read.same.append((one, other))
                elif one.start < other.start and other.named and other.end == one.end and self._beside(one, other):
                    self.read.same.append((one, other))

    def _beside(self, one: Mention, other: Mention) -> bool:
        """Whether a name ends a phrase right behind its noun: no "of" stands between."""
        by = self.sentence.start
        before = folded(self.sentence.text[one.start - by : other.start - by]).split()
        return (
            bool(before)
            and not any(word.strip("'") in w.OF.get(self.language, ()) for word in before[1:])
            and other.kind is not Kind.PLACE
        )


def read_plain(sentence: Sentence, known: frozenset[str], nouns: frozenset[str]) -> Read:
    """The mentions and references of a sentence by its tokens, with the surnames and the nouns known so far."""
    return Plain(sentence, known, nouns).all()
