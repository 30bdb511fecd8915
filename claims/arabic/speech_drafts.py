"""One act of speaking in an Arabic sentence -> the draft that it was said, and what stands around it."""

from claims.arabic import words as w
from claims.arabic.acts import act_end
from claims.arabic.behind import has_object, subject_behind
from claims.arabic.carried import acts, agrees, asked_gender, can_speak, told_gender
from claims.arabic.frame import Frame, Stretch
from claims.arabic.name_facts import NameFacts
from claims.arabic.phrases import phrase_end
from claims.arabic.pieces import Splitter
from claims.arabic.reading import joined
from claims.arabic.word import Word
from claims.checkworthy import check_worthiness
from claims.draft import Draft
from claims.lexicon.ar_verbs import verb_core
from claims.meant.arabic_words import carries
from claims.meant.words import OPEN
from claims.records import Attribution, ClaimKind, Modality, Worthiness

_NOTHING = {Worthiness.QUESTION, Worthiness.THANKS, Worthiness.FURNITURE, Worthiness.OPINION, Worthiness.RHETORIC}

#: of one's own family one tells one's own story
_MINE = frozenset("امي ابي اخي اختي والدي والدتي ابني ابنتي زوجي زوجتي جدي جدتي عمي خالي".split())  # noqa: SIM905


class SpeechDrafts(NameFacts):
    """Keeps who said something, with the frame that says so."""

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

    def _shared(self, frame: Frame) -> Stretch | None:
        """Who speaks in a frame that names nobody, if the sentence named him: the last speaker, or the last subject."""
        asked = asked_gender(self.words[frame.verb])
        near = self.nearest
        if frame.follows and near is not None and (self.last is None or near[0] > self.last[0]):
            acting = acts(self.words, near, self.context.people) and agrees(asked, told_gender(self.words, near))
            if acting and near[1] == frame.verb:
                return near  # "يقاطعه رئيس الجلسة قائلا"
        return next(
            (
                self._with_insert(one)
                for one in (self.last, self.subject, self._topic(frame))
                if one is not None and can_speak(self.words, one) and agrees(asked, told_gender(self.words, one))
            ),
            None,
        )

    def _with_insert(self, one: Stretch) -> Stretch:
        """The name set off behind a speaker that is told by a pronoun: "رئيسها، فتحي الجغبير،"."""
        words, opened = self.words, one[1] + 1
        if opened >= len(words) or words[one[1]].pos != "," or not carries(words[one[0]]):
            return one
        close = next((at for at in range(opened, min(len(words), opened + 6)) if words[at].pos == ","), -1)
        named = any(words[at].named for at in range(opened, close))
        plain = all(words[at].pos == "N" for at in range(opened, close))
        return (opened, close) if named and plain else one

    def _topic(self, frame: Frame) -> Stretch | None:
        """Who opens the clause that a participle of saying ends: "غير أن مجلس القرية علق العمل، معتبرا أن"."""
        that = next((at for at in range(min(4, frame.verb)) if self.words[at].pos == "COMP"), -1)
        if not frame.follows or that < 0:
            return None
        verb = next((at for at in range(that + 2, frame.verb) if _may_be_verb(self.words[at])), frame.verb)
        end = phrase_end(self.words, that + 1, verb)
        return (that + 1, end) if end > that + 1 and acts(self.words, (that + 1, end), self.context.people) else None

    def _before(self, start: int, frame: Frame, who: Attribution | None) -> int:
        """Reads what stands before a frame; returns where the speech claim begins."""
        words = self.words
        end = frame.start
        while end > start and (
            words[end - 1].pos in {",", "CON"}
            or words[end - 1].core in w.TEMPORAL_CUT
            or words[end - 1].core in {"كما", "غير", "الا", "اما"}
            or (words[end - 1].pos == "COMP" and end - start <= 2)
        ):
            end -= 1
        if end - start > 3 and words[end - 1].pos == "COMP" and words[end - 2].core in {"بعد", "قبل", "منذ", "رغم"}:
            end -= 3 if words[end - 3].pos == "," else 2  # "... ، بعد أن تبين أن"
        if end <= start:
            return frame.start
        verbs = [at for at in range(start, end) if words[at].pos == "V"]
        first = words[start]
        how = first.pos == "N" and not first.definite and first.raw[-1:] in "اً" and words[end].pos == ","
        fronted = first.pos in {"P", "SUB"} or first.prefixed or first.core in w.TIME_NOUN or how
        bound = all(has_object(words[at]) or words[at - 1].pos == "REL" for at in verbs)
        if fronted and (not verbs or (words[end].pos == "," and (bound or first.pos == "SUB"))):
            inner = Splitter(words, start, end).pieces()
            self._keep([one for one in inner if one.kind in {"relative", "apposition", "event"}], who)
            return start if end - start > 3 else frame.start
        if not verbs and end - start < 4:
            return frame.start
        self.clauses(start, end, who)
        return frame.start

    def _speech_claims(self, frame: Frame, parts: list[Stretch], said: Attribution, *, subjectless: bool) -> None:
        spans = self._spans(parts)
        if not spans:
            return
        fill = (said.speaker or OPEN) if subjectless or (frame.speaker is None) else ""
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
                said_here = self._spans(joined([*lead, (begin, end)]))
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
                wished = Modality.PREDICTED if words[frame.verb].core in w.WISHES else None
                self.drafts.append(
                    Draft(
                        spans=spans,
                        kind=ClaimKind.CONTENT,
                        attribution=said,
                        subjectless=False,
                        role=True,
                        modality=wished,
                    )
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
                own = any(words[i].core in _MINE for i in range(at, end))
                if not own and worth.category not in _NOTHING and (worth.score >= 0.3 or denied) and has_verb:
                    self.clauses(at, end, said)
            at = end + 1


def _may_be_verb(word: Word) -> bool:
    """Whether a word may end a clause's subject as its verb: "علق" of "أن المجلس علق العمل"."""
    return word.pos == "V" or (not word.definite and bool(verb_core(word.core)) and not word.named)


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
