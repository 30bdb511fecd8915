"""An Arabic sentence -> drafts of claims: who says what in it, and what each clause asserts."""

from dataclasses import replace

import regex

from claims.arabic import words as w
from claims.arabic.borders import Piece
from claims.arabic.frames import Frame, Stretch, act_end, find_frame
from claims.arabic.phrases import closing, has_object, subject_behind
from claims.arabic.pieces import Splitter
from claims.arabic.sources import according_at
from claims.arabic.tagging import Word, tagged
from claims.checkworthy import check_worthiness
from claims.dates import absolute_and_relative_spans
from claims.draft import Draft
from claims.folding import folded
from claims.lexicon.ar_verbs import verb_core
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import Attribution, ClaimKind, Modality, Span, Worthiness
from claims.roles import event_spans, role_spans
from claims.standing import Context

_DEEPEST = 3
_JUDGING = regex.compile(
    r"(?<!\w)(?:يبدو|تبدو|جدا|للغايه|متاخر\w*|يجب|ينبغي|ضروري\w*|مهم\w*|خطا|رائع\w*|سيئ\w*|جيد\w*|افضل|اسوا|عظيم\w*|مخجل\w*|مؤسف\w*|خطير\w*|كارث\w*|يستحق|تستحق|كاف\w*)(?!\w)"
)
_NOTHING = {Worthiness.QUESTION, Worthiness.THANKS, Worthiness.FURNITURE, Worthiness.OPINION, Worthiness.RHETORIC}


def arabic_drafts(text: str, context: Context, inherited: Attribution | None, offset: int) -> list[Draft]:
    """What one sentence asserts; spans count in the sentence, the speaker's span in the article."""
    words = tagged(text)
    stop = len(words)
    worth = check_worthiness(text, "ar").category
    if inherited is None and worth in {Worthiness.THANKS, Worthiness.FURNITURE}:
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


class _Reader:
    """One sentence with what was found in it so far."""

    def __init__(self, text: str, words: tuple[Word, ...], context: Context, offset: int) -> None:
        self.text, self.words, self.context, self.offset = text, words, context, offset
        self.drafts: list[Draft] = []
        self.told: list[tuple[int, int, Attribution]] = []  #: offsets of what somebody said
        self.prior: Stretch | None = None  #: what was said last
        self.last: Stretch | None = None  #: the last speaker named in the sentence
        self.subject: Stretch | None = None  #: the last subject of a clause that nobody said

    # -- stretches -------------------------------------------------------------------------------

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

    def _denial(self, start: int, stop: int) -> int:
        """Reads "وهو ما نفاه محاميه": a speech about what was said before it; returns where the rest begins."""
        assert self.prior is not None
        verb = start + 2
        speaker = subject_behind(self.words, verb, stop)
        core = verb_core(self.words[verb].core)
        if speaker is None or core not in w.SAY:
            return start
        end = act_end(self.words, speaker[1], stop, self.words[start].depth)
        said = self._who(speaker, verb, (), verb=self.words[verb].raw)
        self.drafts.append(
            Draft(
                spans=self._spans([self.prior, (start, end)]),
                kind=ClaimKind.SPEECH,
                attribution=said,
                subjectless=False,
            )
        )
        return end

    def _before(self, start: int, frame: Frame, who: Attribution | None) -> int:
        """Reads what stands before a frame; returns where the speech claim begins."""
        words = self.words
        end = frame.start
        while end > start and (
            words[end - 1].pos in {",", "CON"}
            or words[end - 1].core in {"كما", "غير", "الا", "اما"}
            or (words[end - 1].pos == "COMP" and end - start <= 2)
        ):
            end -= 1
        if end <= start:
            return frame.start
        verbs = [at for at in range(start, end) if words[at].pos == "V"]
        first = words[start]
        fronted = first.pos in {"P", "SUB"} or first.prefixed or first.core in w.TIME_NOUN
        bound = all(has_object(words[at]) or words[at - 1].pos == "REL" for at in verbs)
        if fronted and (not verbs or (words[end].pos == "," and (bound or first.pos == "SUB"))):
            inner = Splitter(words, start, end).pieces()
            self._keep([one for one in inner if one.kind in {"relative", "apposition", "event"}], who)
            return start if end - start > 3 else frame.start
        if not verbs and end - start < 4:
            return frame.start
        self.clauses(start, end, who)
        return frame.start

    def clauses(
        self, start: int, stop: int, who: Attribution | None, *, opines: bool = False, after: Stretch | None = None
    ) -> None:
        """The clauses of a stretch; `after` is the subject of the speech before it, which they may go on with."""
        goes_on = start < stop and (
            self.words[start].joined or self.words[start].pos == "CON" or self.words[start].core == "كما"
        )
        splitter = Splitter(self.words, start, stop, subject=after if goes_on else None)
        pieces = splitter.pieces()
        self._keep(pieces, who, opines=opines)
        if who is None:
            self.subject = splitter.subject_now() or self.subject

    def _keep(self, pieces: list[Piece], who: Attribution | None, *, opines: bool = False) -> None:
        for one in pieces:
            spans = self._spans(one.parts)
            if not spans:
                continue
            said = who
            if one.kind == "said":
                assert one.source is not None
                teller = self._who(
                    (one.source[2], one.source[3]), one.source[0], self._outer(who), verb=self.words[one.verb].raw
                )
                self.drafts.append(
                    Draft(
                        spans=_merged(list(spans), self.text),
                        kind=ClaimKind.SPEECH,
                        attribution=teller,
                        subjectless=False,
                    )
                )
                continue
            if one.source is not None:
                said = self._source_claim(one, spans, who)
            if one.kind in {"clause", "predicate"} and self._empty(one):
                continue
            if who is not None and opines and one.kind == "relative" and not self._tells(spans):
                continue
            if (
                who is not None
                and one.kind in {"clause", "predicate"}
                and (self._quoted_core(one) or (opines and self._judges(one, spans)))
            ):
                continue
            self.drafts.append(
                Draft(
                    spans=spans,
                    kind=ClaimKind.CONTENT,
                    attribution=said,
                    subjectless=one.subjectless,
                    core=self._core(one),
                    role=one.kind in {"relative", "apposition", "event"},
                )
            )

    def _core(self, one: Piece) -> str:
        """The words that tell whether the piece denies and how firmly: not those of clauses inside it."""
        words = self.words
        if one.verb < 0 or one.kind not in {"clause", "predicate"}:
            return ""
        begin, end = next(((a, b) for a, b in one.parts if a <= one.verb < b), (one.verb, one.verb))
        inner = next((at for at in range(one.verb + 1, end) if words[at].pos in {"REL", "NEG", "WHAT"}), end)
        lead = any(words[at].pos in {"REL", "V"} for at in range(begin, one.verb))
        first = one.verb - 1 if lead and words[one.verb - 1].pos in {"NEG", "MARK"} else one.verb if lead else begin
        if words[one.verb].core in {"يزال", "تزال", "يزل", "تزل", "زال", "زالت"}:
            first = one.verb
        return self.text[words[first].start : words[inner - 1].end]

    def _source_claim(self, one: Piece, spans: tuple[tuple[int, int], ...], who: Attribution | None) -> Attribution:
        """The claim that the named source says so; returns the source."""
        assert one.source is not None
        first, end, begin, close = one.source
        speaker = (begin, close) if close > begin else None
        said = self._who(speaker, first, (), verb=self.words[first].raw)
        insert = (self.words[first].start, self.words[end - 1].end)
        merged = _merged(sorted([*spans, insert]), self.text)
        self.drafts.append(Draft(spans=merged, kind=ClaimKind.SPEECH, attribution=said, subjectless=False))
        del who
        return said

    def facts_of_names(self, end: int) -> None:
        """Titles with their names, and events told as nouns, under whoever says the words around them."""
        for spans in [part for whole in role_spans(self.text, "ar") for part in self._titles(whole)]:
            if spans[-1][1] <= end:
                self.drafts.append(
                    Draft(
                        spans=spans,
                        kind=ClaimKind.CONTENT,
                        attribution=self._teller(spans[0][0], spans[-1][1]),
                        subjectless=False,
                        role=True,
                    )
                )
        for start, last in event_spans(self.text, "ar"):
            quoted = any(word.depth > 0 for word in self.words if start <= word.start < last)
            told = any(
                one.role
                and len(one.spans) == 1
                and min(last, one.spans[0][1]) - max(start, one.spans[0][0]) > 0.6 * (last - start)
                for one in self.drafts
            )
            if last <= end and not quoted and not told:
                self.drafts.append(
                    Draft(
                        spans=((start, last),),
                        kind=ClaimKind.CONTENT,
                        attribution=self._teller(start, last),
                        subjectless=False,
                        role=True,
                    )
                )

    def _titles(self, spans: tuple[tuple[int, int], ...]) -> list[tuple[tuple[int, int], ...]]:
        """Two titles in a row as two facts: "مخترع الإنترنت عالم الحاسوب تيم بيرنرز لي"."""
        if len(spans) > 1:
            return [spans]
        inside = [word for word in self.words if spans[0][0] <= word.start < spans[0][1]]
        name = next((at for at, word in enumerate(inside) if word.named), len(inside))
        second = next(
            (
                at
                for at in range(2, name - 1)
                if not inside[at].definite
                and inside[at - 1].definite
                and inside[at + 1].definite
                and not inside[at].prefixed
                and inside[at].pos == "N"
            ),
            0,
        )
        if not second or name == len(inside):
            return [spans]
        return [
            ((spans[0][0], inside[second - 1].end), (inside[name].start, spans[0][1])),
            ((inside[second].start, spans[0][1]),),
        ]

    def _teller(self, start: int, end: int) -> Attribution | None:
        """Who says the words between two offsets: the innermost speaker."""
        held = [(b - a, who) for a, b, who in self.told if a <= start and end <= b]
        return min(held, key=lambda one: one[0])[1] if held else None

    # -- speech ----------------------------------------------------------------------------------

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

    def _speech(self, begin: int, frame: Frame, who: Attribution | None, depth: int) -> None:  # noqa: C901, PLR0912
        """The claim that it was said, and the claims of what was said."""
        words = self.words
        if frame.impersonal:
            if frame.content is not None:
                self.read(*frame.content, who, depth + 1)
            return
        speaker = frame.speaker
        lead: list[Stretch] = []
        shared = None
        if speaker is None:
            shared = self.last if frame.follows or self.last is not None else self.subject
            shared = shared or self.subject
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
        if not frame.bare and frame.content is not None:
            parts += [(frame.content[0], max(frame.content[1], frame.end))]
        parts = _joined([*lead, *parts])
        self._speech_claims(frame, parts, said, subjectless=speaker is None and shared is None)
        self.last = speaker or self.last
        if said.speaker and frame.speaker is not None:
            self.context.note_speaker(said.speaker)
        if frame.content is not None and not frame.bare and frame.content[1] > frame.content[0]:
            self.told.append((words[frame.content[0]].start, words[frame.content[1] - 1].end, said))
        if frame.denies or frame.content is None:
            return
        if frame.bare:
            self._bare_content(frame, said)
            return
        if frame.direct:
            self._quoted(frame.content, said)
            return
        before = len(self.drafts)
        self.read(*frame.content, said, depth + 1, opines=frame.opines)
        if frame.wishes:
            self.drafts[before:] = [
                replace(one, modality=Modality.PREDICTED) if one.kind is ClaimKind.CONTENT and not one.role else one
                for one in self.drafts[before:]
            ]

    def _speech_claims(self, frame: Frame, parts: list[Stretch], said: Attribution, *, subjectless: bool) -> None:
        spans = self._spans(parts)
        if not spans:
            return
        fill = said.speaker if subjectless or (frame.speaker is None) else ""
        borders = (
            [at for at in range(*frame.content) if self.words[at].text in {".", "!", "؟", "?"}]
            if frame.direct and frame.content
            else []
        )
        borders = [at for at in borders if frame.content and at < frame.content[1] - 1]
        if (
            borders
            and frame.content is not None
            and parts[-1][1] >= frame.content[1]
            and frame.content[0] > parts[0][0]
        ):
            lead = [(a, min(b, frame.content[0])) for a, b in parts if a < frame.content[0]]
            begins = [frame.content[0], *(at + 1 for at in borders)]
            for which, begin in enumerate(begins):
                end = begins[which + 1] if which + 1 < len(begins) else frame.content[1]
                said_here = self._spans(_joined([*lead, (begin, end)]))
                self.drafts.append(
                    Draft(spans=said_here, kind=ClaimKind.SPEECH, attribution=said, subjectless=subjectless, fill=fill)
                )
            return
        self.drafts.append(
            Draft(spans=spans, kind=ClaimKind.SPEECH, attribution=said, subjectless=subjectless, fill=fill)
        )

    def _frame_parts(self, begin: int, end: int, frame: Frame, who: Attribution | None) -> list[Stretch]:
        """The frame without the inserts that are claims of their own; those are kept."""
        splitter = Splitter(self.words, begin, end)
        splitter.seen = frame.verb
        splitter.only_inserts = True
        inserts = [
            one
            for one in splitter.pieces()
            if one.kind in {"relative", "apposition"} or (one.kind == "event" and not frame.bare)
        ]
        self._keep(inserts, who)
        return list(_visible(splitter, begin, end)) if any(one.kind != "event" for one in inserts) else [(begin, end)]

    def _bare_content(self, frame: Frame, said: Attribution) -> None:
        """What an act of speech names by a noun: "announced the closure of four plants"."""
        assert frame.content is not None
        words = self.words
        first, end = frame.content
        while first < end and words[first].pos == "P":
            first += 1
        if frame.opines or first >= end or words[first].pos != "N" or words[first].definite or end - first < 4:
            return
        splitter = Splitter(words, first, end)
        if splitter.event_in(first, end):
            stop = next((i for i in range(first + 2, end) if words[i].prefixed and words[i].core.startswith("لل")), end)
            spans = self._spans([(first, stop)])
            if self._tells(spans):
                self.drafts.append(
                    Draft(spans=spans, kind=ClaimKind.CONTENT, attribution=said, subjectless=False, role=True)
                )

    def _quoted(self, content: Stretch, said: Attribution) -> None:
        """What was said in the speaker's own words, where it can be checked; a sentence each."""
        words = self.words
        at = content[0]
        while at < content[1]:
            end = next(
                (i for i in range(at, content[1]) if words[i].text in {".", "!", "?"} and words[i].text != ""),
                content[1],
            )
            spans = self._spans([(at, end)])
            asked = end < content[1] and words[end].text == "?"
            if spans and not asked:
                piece = " ".join(self.text[a:b] for a, b in spans)
                worth = check_worthiness(piece, "ar", attributed=True)
                has_verb = any(words[i].pos == "V" for i in range(at, end))
                denied = any(words[i].core in {"لم", "لن"} for i in range(at, end))
                if worth.category not in _NOTHING and (worth.score >= 0.3 or denied) and has_verb:
                    self.clauses(at, end, said)
            at = end + 1

    # -- text ------------------------------------------------------------------------------------

    def _outer(self, who: Attribution | None) -> tuple[str, ...]:
        return (*who.outer, who.speaker) if who is not None else ()

    def _who(self, speaker: Stretch | None, at: int, outer: tuple[str, ...], *, verb: str) -> Attribution:
        """The speaker as a record; a pronoun or nothing is the speaker before."""
        text = self._text(speaker) if speaker is not None else ""
        if speaker is None or self.words[speaker[0]].pos == "PRO":
            text = self.context.speaker or self.context.person
            span = Span(start=self.offset + self.words[at].start, end=self.offset + self.words[at].start)
        else:
            span = Span(
                start=self.offset + self.words[speaker[0]].start, end=self.offset + self.words[speaker[1] - 1].end
            )
        return Attribution(speaker=text, verb=verb, speaker_span=span, outer=outer)

    def _text(self, stretch: Stretch) -> str:
        start, end = stretch
        first = self.words[start]
        by = len(first.raw) - len(first.raw[len(first.joined) :])
        return self.text[first.start + by : self.words[end - 1].end].strip(' ،,:“”«»"')

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

    def _quoted_core(self, one: Piece) -> bool:
        """Whether the predicate itself stands in quotation marks: what it says is the speaker's wording."""
        base = min(self.words[at].depth for a, b in one.parts for at in range(a, b))
        places = [at for a, b in one.parts for at in range(a, b)]
        verbs = [at for at in places if self.words[at].pos == "V" and self.words[at].depth == base]
        inside = sum(self.words[at].depth > base and self.words[at].pos not in {")", "("} for at in places)
        return (not verbs and inside > 0 and inside * 3 >= len(places)) or inside * 2 > len(places)

    def _empty(self, one: Piece) -> bool:
        """Whether a piece names nothing: "وتحقق لهم ذلك"; or tells a purpose alone: "لتحرمها من ..."."""
        places = [self.words[at] for a, b in one.parts for at in range(a, b)]
        told = any(word.named or word.pos in {"NUM", "("} or word.core in w.TIME_NOUN for word in places)
        purpose = (
            one.verb >= 0
            and self.words[one.verb].core[:1] == "ل"
            and one.kind == "predicate"
            and self.words[one.verb].core not in w.SAY
        )
        bare = not any(word.definite for word in places) and sum(word.pos == "N" for word in places) < 2
        return not told and (purpose or (bare and len(places) <= 4 and one.verb >= 0))

    def _judges(self, one: Piece, spans: tuple[tuple[int, int], ...]) -> bool:
        """Whether a view is a matter of taste: nothing counted or named, and a judging word or no verb."""
        text = folded(" ".join(self.text[a:b] for a, b in spans))
        return not self._tells(spans) and (one.verb < 0 or _JUDGING.search(text) is not None)

    def _tells(self, spans: tuple[tuple[int, int], ...]) -> bool:
        """Whether a stretch counts, dates or names something."""
        text = " ".join(self.text[a:b] for a, b in spans)
        return bool(find_quantities(text, "ar") or absolute_and_relative_spans(text, "ar") or find_names(text, "ar"))


def _joined(parts: list[Stretch]) -> list[Stretch]:
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


def _visible(splitter: Splitter, start: int, end: int) -> list[Stretch]:
    """The stretches that inserts left in place."""
    made: list[Stretch] = []
    for at in range(start, end):
        if splitter.gone[at]:
            continue
        if made and made[-1][1] == at:
            made[-1] = (made[-1][0], at + 1)
        else:
            made.append((at, at + 1))
    return made


def _merged(spans: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Spans with nothing but marks between them as one."""
    made: list[tuple[int, int]] = []
    for start, end in spans:
        if made and not regex.search(r"[\p{L}\p{N}]", text[made[-1][1] : start]):
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)
