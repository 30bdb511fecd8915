"""An Arabic sentence -> drafts of claims: who says what in it, and what each clause asserts."""

from dataclasses import replace

from claims.arabic import words as w
from claims.arabic.carried import asked_gender, told_gender
from claims.arabic.frame import Frame, Stretch
from claims.arabic.frames import find_frame
from claims.arabic.heard import called_so
from claims.arabic.morphology import strength
from claims.arabic.pieces import Splitter
from claims.arabic.reading import joined
from claims.arabic.sources import according_at
from claims.arabic.speech_drafts import SpeechDrafts
from claims.arabic.tagging import tagged
from claims.arabic.word import Word
from claims.checkworthy import check_worthiness
from claims.draft import Draft
from claims.records import Attribution, ClaimKind, Modality, Worthiness
from claims.standing import Actor, Context

_DEEPEST = 3


def arabic_drafts(text: str, context: Context, inherited: Attribution | None, offset: int) -> list[Draft]:
    """What one sentence asserts; spans count in the sentence, the speaker's span in the article."""
    words = tagged(text)
    stop = len(words)
    worth = check_worthiness(text, "ar").category
    if inherited is None and (worth in {Worthiness.THANKS, Worthiness.FURNITURE} or _byline(words)):
        return []
    while stop and words[stop - 1].pos in {".", ","} and words[stop - 1].depth == 0:
        stop -= 1
    asked = _question(words, stop)
    reader = _Reader(text, words, context, offset)
    if inherited is not None:
        reader.clauses(0, stop, inherited)
    else:
        reader.read(0, asked, None, 0)
        if worth in {Worthiness.OPINION, Worthiness.PERSONAL} and all(
            one.kind is ClaimKind.CONTENT for one in reader.drafts
        ):
            reader.drafts = [one for one in reader.drafts if one.role]
    reader.facts_of_names(words[asked - 1].end if asked else 0)
    return reader.drafts


def _byline(words: tuple[Word, ...]) -> bool:
    """Whether a line only tells who wrote it: "كتبت - منى عبد الغفار:"."""
    told = [word for word in words if word.pos not in {"-", ":", ".", ","}]
    return (
        1 < len(told) <= 6
        and told[0].core in {"كتب", "كتبت", "اعداد", "اعد", "اعدت", "تحرير", "متابعه", "تصوير"}
        and len(told) < len(words)
        and words[1].pos in {"-", ":"}
    )


def _question(words: tuple[Word, ...], stop: int) -> int:
    """Where a question that ends the sentence begins: at the border before its first question word."""
    if not words or not any(word.text in {"?", "؟"} and word.depth == 0 for word in words[stop:] or words[-2:]):
        return stop
    first = next((at for at in range(stop) if words[at].core in w.QUESTION and words[at].depth == 0), -1)
    if first < 0:
        return 0
    border = next((at for at in range(first - 1, -1, -1) if words[at].pos == ","), -1)
    if first > 0 and words[first].joined and first - border > 3:
        return first
    return max(border, 0)


class _Reader(SpeechDrafts):
    """Reads a sentence from left to right, an act of speaking inside another."""

    def read(
        self,
        start: int,
        stop: int,
        who: Attribution | None,
        depth: int,
        *,
        opines: bool = False,
        after: Stretch | None = None,
    ) -> None:
        """The assertions between two places, under whoever makes them."""
        words = self.words
        while start < stop and (
            words[start].pos in {",", ".", "-"} or (words[start].pos == "CON" and words[start].text in {"و", "ف"})
        ):
            start += 1
        if start >= stop:
            return
        if (
            self.prior is not None
            and words[start].pos == "PRO"
            and start + 2 < stop
            and words[start + 1].pos == "WHAT"
            and words[start + 2].pos == "V"
        ):
            start = self._denial(start, stop)
        source = according_at(words, start, stop)
        if source is not None and depth < _DEEPEST:
            self._according(start, stop, source, who, depth)
            return
        frame = find_frame(words, start, stop) if depth < _DEEPEST else None
        if frame is None:
            self.clauses(start, stop, who, opines=opines, after=after)
            return
        begin = self._before(start, frame, who)
        self._speech(begin, frame, who, depth)
        self.prior = frame.content
        if frame.end < stop:
            self.read(frame.end, stop, who, depth, after=frame.speaker or self.last)

    def _according(
        self, start: int, stop: int, source: tuple[int, int, int], who: Attribution | None, depth: int
    ) -> None:
        """According to X, content."""
        words = self.words
        first, close, end = source
        content = end
        while content < stop and (
            words[content].pos == ","
            or (words[content].pos == "MARK" and words[content].core != "لن" and words[content].text.startswith("ف"))
            or words[content].text == "فان"
        ):
            content += 1
        if content >= stop:
            self.clauses(start, stop, who)
            return
        said = self._who((first, close) if close > first else None, start, self._outer(who), verb=words[start].raw)
        if close > first:
            self._act((first, close), speaks=True)
        inner = Splitter(words, start + 1, end)
        inner.seen = start + 1
        self._keep([one for one in inner.pieces() if one.kind in {"relative", "apposition"}], who)
        stretch = self._spans([(start, stop)])
        self.drafts.append(Draft(spans=stretch, kind=ClaimKind.SPEECH, attribution=said, subjectless=False))
        self.read(
            content,
            stop,
            said,
            depth + 1,
            opines=any(words[at].core in {"يبدو", "تبدو"} for at in range(content, min(stop, content + 3))),
        )

    def _nominal(self, at: int) -> bool:
        """Whether a clause that begins here has no verb of its own: its subject is the pronoun before it."""
        word = self.words[at]
        noun = word.pos in {"P", "NUM"} or (word.pos == "N" and strength(word.core) == "never")
        return noun and not (word.definite or word.named or word.joined)

    def _speech(self, begin: int, frame: Frame, who: Attribution | None, depth: int) -> None:  # noqa: C901, PLR0912, PLR0915
        """The claim that it was said, and the claims of what was said."""
        words = self.words
        if frame.impersonal:
            if frame.content is not None:
                self.read(*frame.content, who, depth + 1)
            return
        named = frame.verb + 1
        if frame.speaker is None and named < len(words) and words[named].core in self.context.people:
            frame = replace(frame, speaker=(named, named + 1))  # a surname like another word: "ونفت بطاينة"
        speaker = frame.speaker
        lead: list[Stretch] = []
        shared = None
        if speaker is None:
            shared = self._shared(frame)
        outer = self._outer(who)
        if frame.outer is not None:
            outer = (*outer, self._text(frame.outer))
        elif (
            frame.speaker is not None
            and words[frame.verb].core in {"نقل", "نقلت"}
            and self.context.speaker
            and frame.speaker[0] > frame.verb + 1
            and words[frame.verb + 1].core == "عن"
        ):
            outer = (*outer, self._text(self.last) if self.last else self.context.speaker)
        said = self._who(speaker or shared, frame.verb, outer, verb=words[frame.verb].raw)
        if speaker is None and shared is not None and not frame.follows and shared[1] <= begin and self.last is None:
            lead = []
        frame_end = frame.content[0] if frame.content is not None else frame.end
        if frame.bare:
            frame_end = frame.end
        parts = self._frame_parts(begin, frame_end, frame, who)
        if frame.direct and frame.content is not None and frame.content[1] <= frame.verb < frame.end:
            parts += [frame.content, *self._frame_parts(frame.content[1], frame.end, frame, who)]
        elif not frame.bare and frame.content is not None:
            parts += [(frame.content[0], max(frame.content[1], frame.end))]
        parts = joined([*lead, *parts])
        self._speech_claims(frame, parts, said, subjectless=speaker is None and shared is None)
        self.last = speaker or self.last
        if said.speaker and who is None:
            phrase = speaker or shared
            told = told_gender(words, phrase) if phrase is not None else "?"
            asked = asked_gender(words[frame.verb])
            self.context.actors.append(Actor(said.speaker, asked if told == "?" else told, firm=True))
        if said.speaker and frame.speaker is not None:
            self.context.note_speaker(said.speaker)
        if frame.content is not None and not frame.bare and frame.content[1] > frame.content[0]:
            self.told.append((words[frame.content[0]].start, words[frame.content[1] - 1].end, said))
        if frame.denies or frame.content is None:
            return
        if frame.bare:
            self._bare_content(frame, said)
            return
        if frame.direct and called_so(self.text, words[frame.content[0]].start):
            return
        if frame.direct:
            self._quoted(frame.content, said)
            return
        before = len(self.drafts)
        first = frame.content[0]
        if words[first - 1].pos == "COMP" and words[first - 1].core not in {"ان", "بان"} and self._nominal(first):
            first -= 1  # "أنهم مجموعة صغيرة": the pronoun is the subject
        self.read(first, frame.content[1], said, depth + 1, opines=frame.opines)
        if frame.wishes:
            self.drafts[before:] = [
                replace(one, modality=Modality.PREDICTED) if one.kind is ClaimKind.CONTENT and not one.role else one
                for one in self.drafts[before:]
            ]
