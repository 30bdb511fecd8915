"""Pieces of Arabic clauses -> drafts of claims, under whoever says them."""

import regex

from claims.arabic import words as w
from claims.arabic.acts import is_state
from claims.arabic.borders import Piece
from claims.arabic.frame import Stretch
from claims.arabic.pieces import Splitter
from claims.arabic.reading import Reading, merged
from claims.arabic.whole import is_whole
from claims.arabic.word import Word
from claims.draft import Draft
from claims.folding import folded
from claims.lexicon.ar_verbs import verb_core
from claims.records import Attribution, ClaimKind, Modality

_JUDGING = regex.compile(
    r"(?<!\w)(?:يبدو|تبدو|جدا|للغايه|متاخر\w*|يجب|ينبغي|ضروري\w*|مهم\w*|خطا|رائع\w*|سيئ\w*|جيد\w*|افضل|اسوا|عظيم\w*|مخجل\w*|مؤسف\w*|خطير\w*|كارث\w*|يستحق|تستحق|كاف\w*)(?!\w)"
)


def _how(word: Word) -> bool:
    """Whether a word opens how something was done, or a participle of saying that nobody completes."""
    return is_state(word) or (word.core in w.SAYING and word.pos == "N")


class PieceDrafts(Reading):
    """Keeps the pieces of clauses that assert something."""

    def clauses(
        self, start: int, stop: int, who: Attribution | None, *, opines: bool = False, after: Stretch | None = None
    ) -> None:
        """The clauses of a stretch; `after` is the subject of the speech before it, which they may go on with."""
        goes_on = start < stop and (
            self.words[start].joined or self.words[start].pos == "CON" or self.words[start].core == "كما"
        )
        splitter = Splitter(self.words, start, stop, subject=after if goes_on else None)
        pieces = splitter.pieces()
        if start and start < stop and self.words[start - 1].pos == "," and _how(self.words[start]):
            pieces = [one for one in pieces if one.kind in {"relative", "apposition", "event"}]  # how it was done
        self._keep(pieces, who, opines=opines)
        self.nearest = splitter.subject_now() or self.nearest
        if who is None:
            own = splitter.subject_now()
            if own is not None and own != self.subject:
                self._act(own)
            self.subject = own or self.subject

    def _keep(self, pieces: list[Piece], who: Attribution | None, *, opines: bool = False) -> None:
        for one in pieces:
            spans = self._spans(one.parts)
            if not spans:
                continue
            if one.kind != "said" and not is_whole(self.words, one):
                continue
            said = who
            if one.kind == "said":
                assert one.source is not None
                teller = self._who(
                    (one.source[2], one.source[3]), one.source[0], self._outer(who), verb=self.words[one.verb].raw
                )
                self.drafts.append(
                    Draft(
                        spans=merged(list(spans), self.text),
                        kind=ClaimKind.SPEECH,
                        attribution=teller,
                        subjectless=False,
                    )
                )
                that = next((at for a, b in one.parts for at in range(a, b) if self.words[at].pos == "COMP"), -1)
                if that > one.verb and verb_core(self.words[one.verb].core) not in w.DENIES:
                    self.clauses(that + 1, one.parts[-1][1], teller, opines=self.words[one.verb].core in w.OPINES)
                continue
            if one.source is not None:
                said = self._source_claim(one, spans)
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
            thinks = opines and who is not None and one.kind == "clause"
            self.drafts.append(
                Draft(
                    spans=spans,
                    kind=ClaimKind.CONTENT,
                    attribution=said,
                    subjectless=one.subjectless,
                    core=self._core(one),
                    role=one.kind in {"relative", "apposition", "event"},
                    modality=Modality.OPINION if thinks and not self._tells(spans) else None,
                )
            )

    def _core(self, one: Piece) -> str:
        """The words that tell whether the piece denies and how firmly: not those of clauses inside it."""
        words = self.words
        if one.verb < 0 or one.kind not in {"clause", "predicate", "relative"}:
            return ""
        begin, end = next(((a, b) for a, b in one.parts if a <= one.verb < b), (one.verb, one.verb))
        denied = one.verb - 1
        bare = words[denied - 1] if denied - 1 >= begin else None
        if words[denied].core == "لا" and bare is not None and bare.pos == "N" and not (bare.definite or bare.named):
            main = next((i for i in range(one.verb + 1, end) if words[i].pos == "V" and not words[i].joined), -1)
            if (
                main > 0
                and words[main].past
                and not any(words[i].pos in {"COMP", "REL", ","} for i in range(one.verb, main))
            ):
                return self.text[words[main].start : words[end - 1].end]  # «أفراح لا توصف عاشتها المدينة»
        if (
            denied - 2 >= begin
            and words[denied].pos == "NEG"
            and words[denied - 1].pos == "N"
            and not (words[denied - 1].definite or words[denied - 1].named or words[denied].joined)
            and words[denied - 2].pos == "P"
        ):
            return self.text[words[begin].start : words[denied - 1].end]  # «في جزيرة لا تفرض ضرائب» denies nothing
        inner = next((at for at in range(one.verb + 1, end) if words[at].pos in {"REL", "NEG", "WHAT"}), end)
        if one.kind == "relative":
            begin = one.verb
            while begin > 0 and words[begin - 1].pos in {"NEG", "MARK"}:
                begin -= 1
            return self.text[words[begin].start : words[max(inner, one.verb + 1) - 1].end]
        lead = any(words[at].pos in {"REL", "V"} for at in range(begin, one.verb))
        first = one.verb - 1 if lead and words[one.verb - 1].pos in {"NEG", "MARK"} else one.verb if lead else begin
        if words[one.verb].core in {"يزال", "تزال", "يزل", "تزل", "زال", "زالت"}:
            first = one.verb
        return self.text[words[first].start : words[inner - 1].end]

    def _source_claim(self, one: Piece, spans: tuple[tuple[int, int], ...]) -> Attribution:
        """The claim that the named source says so; returns the source."""
        assert one.source is not None
        first, end, begin, close = one.source
        speaker = (begin, close) if close > begin else None
        said = self._who(speaker, first, (), verb=self.words[first].raw)
        if speaker is not None:
            self._act(speaker, speaks=True)
        insert = (self.words[first].start, self.words[end - 1].end)
        whole = merged(sorted([*spans, insert]), self.text)
        self.drafts.append(Draft(spans=whole, kind=ClaimKind.SPEECH, attribution=said, subjectless=False))
        return said

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
        if one.verb < 0 and len(places) < 3 and not told and any(word.joined == "ف" for word in places):
            return True  # "أما حلمها فبسيط:"
        bare = not any(word.definite for word in places) and sum(word.pos == "N" for word in places) < 2
        return not told and (purpose or (bare and len(places) <= 4 and one.verb >= 0))

    def _judges(self, one: Piece, spans: tuple[tuple[int, int], ...]) -> bool:
        """Whether a view is a matter of taste: nothing counted or named, and a judging word or no verb."""
        text = folded(" ".join(self.text[a:b] for a, b in spans))
        return not self._tells(spans) and (one.verb < 0 or _JUDGING.search(text) is not None)
