"""Claims that can be read alone: who "she" and the dropped subject are, said in brackets, never silently."""

from dataclasses import dataclass, field

from claims.draft import Draft
from claims.folding import folded
from claims.meant.records import Fill
from claims.names import find_names
from claims.records import Article, NameKind, Sentence
from claims.segmenter import Seen
from claims.tokens import grammar_of


@dataclass(frozen=True, slots=True)
class Actor:
    """One who did or said something."""

    text: str
    gender: str  #: "m", "f", "p" for several, "?" where nothing tells
    firm: bool  #: spoke, or is a person


@dataclass(slots=True)
class Context:
    """What the text so far lets a pronoun mean."""

    language: str
    speaker: str = ""  #: the last speaker, in the article's words
    person: str = ""  #: the last person named
    subject: str = ""  #: the last subject that was a name or a definite noun phrase
    answering: str = ""  #: who gives the answer of an interview that the sentence stands in
    open_quote: bool = False  #: a quotation goes on over the sentence's end
    people: set[str] = field(default_factory=set)  #: last words of the names of persons
    turn: int = 0  #: sentences so far
    spoke: int = -1  #: the sentence in which the last speaker spoke
    doer: str = ""  #: the one person that the last sentence names, in the case of a subject
    told: int = -1  #: the sentence in which the last person was named
    actors: list[Actor] = field(default_factory=list)  #: who did or said something, the last one last
    opened: int = 0  #: the sentence that opened the paragraph
    block: int = 0  #: paragraphs so far
    spoke_in: int = -1  #: the paragraph in which the last speaker spoke
    told_in: int = -1  #: the paragraph in which the last person was named
    found: dict[str, Seen | None] = field(default_factory=dict)  #: what the segmenter found in each sentence
    whole: dict[str, str] = field(default_factory=dict)  #: surnames and the whole names that they stand for
    parsed: bool = False  #: the sentence was read by its parse, which told the subject

    def note(self, text: str) -> None:
        """Remembers the person that a stretch names last, and whether it names nobody else."""
        persons = [name for name in find_names(text, self.language) if name.kind is NameKind.PERSON]
        alone = len(persons) == 1 and text[persons[0].end : persons[0].end + 1] not in {"'", "’"}
        self.doer = persons[0].text if alone else ""
        for name in persons:
            self.people.add(folded(name.text.split()[-1]))
            self.person, self.told, self.told_in = name.text, self.turn, self.block

    def note_speaker(self, name: str) -> None:
        """Remembers who spoke."""
        self.speaker, self.spoke, self.spoke_in = name, self.turn, self.block

    def spoke_just(self) -> bool:
        """Whether the last speaker spoke in the sentence before, in the same paragraph."""
        return self.spoke == self.turn - 1 and self.spoke_in == self.block

    def just_acted(self) -> str:
        """The one person of the sentence before, in the same paragraph, where nobody spoke in it."""
        near = self.told == self.turn - 1 > self.spoke and self.told_in == self.block
        return self.doer if near else ""

    def last_known(self) -> str:
        """Whom "he" or "she" speaks for: the last speaker, or a person named since, where names are surely told."""
        since = self.told_by_capitals and self.told > self.spoke
        if self.language == "zh" and self.block not in {self.spoke_in, self.told_in} and self.turn > self.opened:
            return ""  # a speaker of another paragraph is not surely meant
        if self.language == "zh" and self.told_in == self.block != self.spoke_in and self.told > self.spoke:
            return self.person  # whom this paragraph names, and not who spoke before it
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


def filled(article: Article, sentence: Sentence, draft: Draft, fills: list[Fill]) -> str:
    """The words of a draft with its fills in brackets where they belong."""
    space = "" if article.language == "zh" else " "
    pieces = []
    for start, end in ((sentence.start + a, sentence.start + b) for a, b in draft.spans):
        text, at = "", start
        for fill in fills:
            if (
                not (start <= fill.at <= end)
                or (fill.at == end and fill.before)
                or (fill.at == start and not fill.before)
            ):
                continue
            text += article.text[at : fill.at]
            text += f"[{fill.text}]{space}" if fill.before else f"{space}[{fill.text}]"
            at = fill.at
        pieces.append(text + article.text[at:end])
    return space.join(pieces)
