"""Places of words in an Arabic sentence -> spans of its text, and speakers as records."""

from claims.arabic.carried import acts, asked_gender, known_gender, last_actor, to_name, told_gender
from claims.arabic.frame import Stretch
from claims.arabic.phrases import closing
from claims.arabic.word import Word
from claims.closed import compiled
from claims.dates import absolute_and_relative_spans
from claims.draft import Draft
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import Attribution, Span
from claims.standing import Actor, Context

#: a source stands behind them with "for" written together with it
_ACCORDING_TO = frozenset({"وفقا", "طبقا", "تبعا"})


class Reading:
    """One sentence with what was found in it so far."""

    def __init__(self, text: str, words: tuple[Word, ...], context: Context, offset: int) -> None:
        self.text, self.words, self.context, self.offset = text, words, context, offset
        self.drafts: list[Draft] = []
        self.told: list[tuple[int, int, Attribution]] = []  #: offsets of what somebody said
        self.prior: Stretch | None = None  #: what was said last
        self.last: Stretch | None = None  #: the last speaker named in the sentence
        self.nearest: Stretch | None = None  #: the last subject of any clause
        self.subject: Stretch | None = None  #: the last subject of a clause that nobody said

    def _outer(self, who: Attribution | None) -> tuple[str, ...]:
        return (*who.outer, who.speaker) if who is not None else ()

    def _who(self, speaker: Stretch | None, at: int, outer: tuple[str, ...], *, verb: str) -> Attribution:
        """The speaker as a record; a pronoun or nothing is the speaker before."""
        speaker = speaker and to_name(self.words, speaker, len(self.words))
        text = self._text(speaker) if speaker is not None else ""
        if speaker is None or self.words[speaker[0]].pos == "PRO":
            asked = asked_gender(self.words[at if speaker is None else speaker[0]])
            text = last_actor(self.context.actors, asked)
            span = Span(start=self.offset + self.words[at].start, end=self.offset + self.words[at].start)
        else:
            span = Span(
                start=self.offset + self.words[speaker[0]].start, end=self.offset + self.words[speaker[1] - 1].end
            )
        return Attribution(speaker=text, verb=verb, speaker_span=span, outer=outer)

    def _act(self, phrase: Stretch, *, speaks: bool = False) -> None:
        """Remembers who does something, if it can be who speaks in a later sentence."""
        words, people = self.words, self.context.people
        if acts(words, phrase, people):
            whole = to_name(words, phrase, len(words))
            person = words[phrase[0]].core in people or any(words[at].named for at in range(*whole))
            gender = told_gender(words, phrase)
            if words[phrase[0]].core in people and not words[phrase[0]].named:
                gender = known_gender(self.context.actors, words[phrase[0]].core)  # a surname by itself tells none
            self.context.actors.append(Actor(self._text(whole), gender, firm=speaks or person))

    def _text(self, stretch: Stretch) -> str:
        start, end = stretch
        first = self.words[start]
        by = len(first.raw) - len(first.raw[len(first.joined) :])
        text = self.text[first.start + by : self.words[end - 1].end].strip(" ،,:")
        if start and first.prefixed and self.words[start - 1].core in _ACCORDING_TO:
            text = "ا" + text[1:] if text.startswith("لل") else text.removeprefix("ل")  # "وفقا لدراسة"
        bare = text.strip('“”«»"')
        kept = next((b for a, b in ("«»", "“”") if bare.count(a) > bare.count(b) and text.endswith(b)), "")
        return bare + kept  # "صحيفة «الميزان»" keeps the mark that closes its name

    def _spans(self, parts: list[Stretch]) -> tuple[tuple[int, int], ...]:
        """The places as offsets of the sentence, in order and apart."""
        made: list[tuple[int, int]] = []
        for start, end in sorted(parts):
            first, last = start, end
            while first < last and self.words[first].pos in {",", ".", ":", "-", ")"}:
                first += 1
            while last > first and (
                self.words[last - 1].pos in {",", ":", "-"}
                or self.words[last - 1].text == "."
                or (self.words[last - 1].pos == "(")
            ):
                last -= 1
            if first >= last:
                continue
            a, b = self.words[first].start, self.words[last - 1].end
            if (
                self.words[first].pos == "("
                and closing(self.words, first, len(self.words)) >= last
                and self.words[last - 1].pos != ")"
            ):
                a = self.words[first].end
                while a < b and self.text[a] == " ":
                    a += 1
            if made and a <= made[-1][1]:
                made[-1] = (made[-1][0], max(made[-1][1], b))
            else:
                made.append((a, b))
        return tuple(made)

    def _tells(self, spans: tuple[tuple[int, int], ...]) -> bool:
        """Whether a stretch counts, dates or names something."""
        text = " ".join(self.text[a:b] for a, b in spans)
        return bool(find_quantities(text, "ar") or absolute_and_relative_spans(text, "ar") or find_names(text, "ar"))


def joined(parts: list[Stretch]) -> list[Stretch]:
    """Stretches that touch as one."""
    made: list[Stretch] = []
    for start, end in sorted(parts):
        if start >= end:
            continue
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def merged(spans: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Spans with nothing but marks between them as one."""
    made: list[tuple[int, int]] = []
    for start, end in spans:
        if made and not compiled(r"[\p{L}\p{N}]").search(text[made[-1][1] : start]):
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)
