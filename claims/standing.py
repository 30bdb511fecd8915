"""Claims that can be read alone: who "she" and the dropped subject are, said in brackets, never silently."""

from dataclasses import dataclass, field

import regex

from claims.folding import folded
from claims.names import find_names
from claims.records import NameKind
from claims.tokens import grammar_of

_PERSONAL = frozenset(
    [
        "he",
        "she",
        "him",
        "her",
        "his",
        "il",
        "elle",
        "er",
        "sie",
        "ella",
        "el",
        "él",
        "он",
        "она",
        "его",
        "её",
        "ее",
        "او",
        "وی",
        "هو",
        "هي",
        "o",
        "他",
        "她",
    ]
) | {
    folded("él"),
    "لكنه",
    "لكنها",
    "انه",
    "انها",
}
_FIRST = regex.compile(r"^[\s“«\"„]*([\p{L}\u200c]+)")


@dataclass(slots=True)
class Context:
    """What the text so far lets a pronoun mean."""

    language: str
    speaker: str = ""  #: the last speaker, in the article's words
    person: str = ""  #: the last person named
    subject: str = ""  #: the last subject that was a name or a definite noun phrase
    open_quote: bool = False  #: a quotation goes on over the sentence's end
    people: set[str] = field(default_factory=set)  #: last words of the names of persons
    turn: int = 0  #: sentences so far
    spoke: int = -1  #: the sentence in which the last speaker spoke
    told: int = -1  #: the sentence in which the last person was named
    parsed: bool = False  #: the sentence was read by its parse, which told the subject

    def note(self, text: str) -> None:
        """Remembers the person that a stretch names last."""
        for name in find_names(text, self.language):
            if name.kind is NameKind.PERSON:
                self.person, self.told = name.text, self.turn

    def note_speaker(self, name: str) -> None:
        """Remembers who spoke."""
        self.speaker, self.spoke = name, self.turn

    def last_known(self) -> str:
        """Whom "he" or "she" speaks for: the last speaker, or a person named since, where names are surely told."""
        since = self.told_by_capitals and self.told > self.spoke
        return self.person if self.person and since else self.speaker or self.person

    @property
    def told_by_capitals(self) -> bool:
        """Whether the script marks names, so that the last person named is surely one."""
        return self.language in {"en", "fr", "es", "de", "ru"}

    def note_subject(self, text: str) -> None:
        """Remembers a subject, if it says by itself what it is."""
        grammar = grammar_of(self.language)
        plain = text.strip(" ،,")
        if not plain or grammar.pronoun.fullmatch(folded(plain)) or len(plain) > 90:
            return
        first = folded(plain.split()[0])
        if grammar.possessive.fullmatch(first):
            return
        self.subject = plain


def read_alone(text: str, *, context: Context, subjectless: bool, speech: bool, opens: bool) -> str:  # noqa: PLR0911
    """The text with its open references filled in brackets; as it is where none is safe to fill."""
    if not opens:
        return text  # in mid-sentence the nearest noun decides, and that cannot be told by rule
    if subjectless:
        known = context.speaker if speech else context.subject or context.person
        return f"[{known}] {text}" if known and known not in text else text
    match = _FIRST.match(text)
    if match is None:
        return text
    grammar = grammar_of(context.language)
    word = folded(match.group(1))
    if context.language == "zh":
        lead = regex.match(r"(他们|她们|它们|他|她|它|该[\p{Han}]{1,3}|其)", text)
        known = context.person if lead and lead.group(1) in {"他", "她"} else context.subject
        return f"{lead.group(1)}[{known}]{text[lead.end() :]}" if lead and known and known not in text else text
    if not (grammar.pronoun.fullmatch(word) or grammar.possessive.fullmatch(word)):
        return text
    if (
        context.language in {"ar", "fa"}
        and (context.language == "fa" or regex.match(r"\s*ال", text[match.end() :]))
        and word in {"هذا", "هذه", "ذلك", "تلك", "اين", "ان", "آن"}
    ):
        return text  # "this decision": a determiner, no pronoun
    if grammar.determiner.fullmatch(word) and match.group(1).lower() != "él" and not grammar.possessive.fullmatch(word):
        return text  # "el club", "das Brot", "this decision": a determiner
    if regex.fullmatch(grammar.words.first_person or "(?!)", word) or word in {
        "we",
        "i",
        "you",
        "they",
        "their",
        "nous",
        "wir",
        "мы",
        "они",
        "их",
    }:
        return text
    known = (context.person or context.subject) if word in _PERSONAL else context.subject
    if not known or folded(known) in folded(text):
        return text
    return f"{text[: match.end(1)]} [{known}]{text[match.end(1) :]}"
