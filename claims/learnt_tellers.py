"""Who tells what the segmenter found: the speaker and the verb among the words that tell it.

What the rules read in the same sentence goes first: they know titles, pronouns and whose quotation goes on.
"""

from claims.clause_base import Spans
from claims.draft import Draft
from claims.draft_speakers import note_speaker, who
from claims.folding import folded
from claims.records import Attribution, ClaimKind, Sentence, Span
from claims.segmenter import Told
from claims.speech_base import patterns_of, trimmed
from claims.standing import Context

_DEEPEST = 3
#: How surely the network hears somebody tell it: with less the rules' speaker in its sentence is not believed (from -3
#: to -2, 19 of 23 were none), with more it is believed where the rules hear nobody; see `segmenter.Told.heard`
UNHEARD, HEARD = -2.0, 2.0


class Tellers:
    """The speakers of one sentence."""

    def __init__(self, sentence: Sentence, told: list[Told], ruled: list[Draft], context: Context) -> None:
        self.text, self.language, self.base = sentence.text, sentence.language, sentence.start
        self.told, self.context = told, context
        self.sayings = [
            one
            for one in told
            if any(
                other is not one and meets(one.anchor, other.telling) and not _title_in(one.content, other.telling)
                for other in told
            )
        ]
        self._known: list[tuple[tuple[int, int], Attribution, ClaimKind]] = []
        for draft in ruled:
            said = draft.attribution
            if said is not None and self._here(said):
                span = (said.speaker_span.start - self.base, said.speaker_span.end - self.base)
                self._known.append((span, said, draft.kind))

    def of(self, one: Told, like: Draft | None, inherited: Attribution | None) -> Attribution | None:
        """Who tells a proposition; `like` is the same claim as the rules found it."""
        known = self.believed(one, like.attribution) if like is not None else None
        if known is None and one.telling:
            return self._heard(one.telling) or self._read(one)
        return known or inherited

    def believed(self, one: Told, said: Attribution | None) -> Attribution | None:
        """A speaker of the rules, unless he stands in the sentence and the network hears nobody."""
        return None if said is not None and self._here(said) and one.heard < UNHEARD else said

    def _here(self, said: Attribution) -> bool:
        """Whether a speaker is named in this sentence; of what follows it nobody speaks yet."""
        return self.base <= said.speaker_span.start < said.speaker_span.end

    def speaker_in(self, draft: Draft, spans: Spans) -> bool:
        """Whether who says a draft of the rules is named within spans of the sentence."""
        said = draft.attribution
        if said is None or not self._here(said):
            return False
        return meets((said.speaker_span.start - self.base, said.speaker_span.end - self.base), spans)

    def again(self, one: Told, said: Attribution | None) -> Attribution | None:
        """Who tells a claim of the rules that the network found too; `said` is who the rules say."""
        if said is None and one.telling and one.heard > HEARD:
            return self._heard(one.telling) or self._read(one)
        return self.believed(one, said)

    def unclear(self, one: Told) -> bool:
        """Whether words are said to tell a proposition that neither say anything nor are a speaker of the rules."""
        if not one.telling or self._heard(one.telling):
            return False
        said = self._read(one, depth=1)  # which notes no speaker
        return said is None or not said.verb

    def _heard(self, telling: Spans) -> Attribution | None:
        """Who tells by the rules, where words that tell hold a speaker of theirs."""
        return next((said for span, said, _ in self._known if meets(span, telling)), None)

    def of_saying(self, one: Told) -> Attribution | None:
        """Who says, where the proposition is that it was said."""
        below = next(other for other in self.told if other is not one and meets(one.anchor, other.telling))
        for span, said, kind in self._known:
            if kind is ClaimKind.SPEECH and meets(span, below.telling):
                return said
        return self._read(below)

    def _read(self, one: Told, depth: int = 0) -> Attribution | None:
        """The longest stretch of the telling words that is no word of saying, and the first word that is."""
        over = [other for other in self.sayings if other is not one and meets(other.anchor, one.telling)]
        saying = min(over, key=lambda other: sum(b - a for a, b in other.content), default=None)
        parts: list[tuple[int, int]] = []
        verb = self.text[slice(*saying.anchor)] if saying is not None else ""
        for start, end in one.telling:
            at = start
            for a, b in self._verbs(start, end, saying):
                verb = verb or self.text[a:b]
                parts.append((at, a))
                at = max(at, b)
            parts.append((at, end))
        trims = [trimmed(self.text, a, b) for a, b in parts]
        shortest = 1 if self.language == "zh" else 2
        speaker = max(
            (span for span in trims if span[1] - span[0] >= shortest), key=lambda s: s[1] - s[0], default=None
        )
        if speaker is None and not verb:
            return None
        span = speaker or (one.telling[0][0], one.telling[0][0])
        named = who(self.text[slice(*span)], self.language, self.context)
        outer = self._read(saying, depth + 1) if saying is not None and saying.telling and depth < _DEEPEST else None
        if named and depth == 0:
            note_speaker(named, self.language, self.context)
        return Attribution(
            speaker=named,
            verb=verb,
            speaker_span=Span(start=self.base + span[0], end=self.base + span[1]),
            outer=(*outer.outer, outer.speaker) if outer is not None and outer.speaker else (),
        )

    def _verbs(self, start: int, end: int, saying: Told | None) -> list[tuple[int, int]]:
        """The words of saying and of sources in a stretch."""
        found = [saying.anchor] if saying is not None and start <= saying.anchor[0] < end else []
        flat = folded(self.text[start:end])
        for name in ("say", "according", "after") if len(flat) == end - start else ():
            pattern = patterns_of(self.language)[name]
            if pattern is not None:
                found += [(start + one.start(), start + one.end()) for one in pattern.finditer(flat)]
        kept: list[tuple[int, int]] = []
        for a, b in sorted(found):
            if not kept or a >= kept[-1][1]:
                kept.append((a, b))
        return kept


def meets(span: tuple[int, int], spans: Spans) -> bool:
    """Whether a span and any of some others have a place in common."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def _title_in(content: Spans, telling: Spans) -> bool:
    """Whether a proposition is but a part of the words that tell another one: "minister Ivan Petrov" of "… said"."""
    long = sum(b - a for a, b in content)
    return long < sum(b - a for a, b in telling) and all(
        any(start <= a and b <= end for start, end in telling) for a, b in content
    )
