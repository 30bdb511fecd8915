"""Who tells what the segmenter found: the speaker and the verb among the words that tell it.

What the rules read in the same sentence goes first: they know titles, pronouns and whose quotation goes on.
"""

from dataclasses import replace

import regex

from claims.arabic.heard import heard_speaker
from claims.arabic.words import IMPERSONAL
from claims.clause_base import Spans
from claims.draft import Draft
from claims.draft_speakers import note_speaker, who
from claims.folding import folded
from claims.names import find_names
from claims.records import Attribution, ClaimKind, NameKind, Sentence, Span
from claims.segmenter import Told
from claims.speaker_beside import beside_subject, cut_from, owns_next, tells_of, two_at_once, with_name
from claims.speaker_words import bare_words, hearer_of, whole_words
from claims.speech_base import patterns_of, trimmed
from claims.standing import Context
from claims.tokens import grammar_of, tokens_of

_DEEPEST = 3
_VERB_ALONE = frozenset({"es", "fr"})  #: languages where a second verb of saying may stand far behind its subject
_OPENING = 2  #: letters before what opens a sentence
_PERSONS = frozenset({NameKind.PERSON, NameKind.UNKNOWN})
#: Chinese: words of a saying of which nobody is told, and 小说, a novel, in which 说 is no verb
_NOBODY = regex.compile(r"据(?:统计|报道|了解|介绍|悉|称)[,，]?|(?<=[小传学解评])说|[小传学解评]说")
#: How surely the network hears somebody tell it: with less the rules' speaker in its sentence is not believed (from -3
#: to -2, 19 of 23 were none), with more it is believed where the rules hear nobody; see `segmenter.Told.heard`
UNHEARD, HEARD = -2.0, 2.0


class Tellers:
    """The speakers of one sentence."""

    def __init__(self, sentence: Sentence, told: list[Told], ruled: list[Draft], context: Context) -> None:
        self.text, self.language, self.base = sentence.text, sentence.language, sentence.start
        self.told, self.context = told, context
        self.tokens = tokens_of(self.text, self.language)
        self.names = [name for name in find_names(self.text, self.language) if name.kind in _PERSONS]
        self.sayings = [
            one
            for one in told
            if any(
                other is not one and meets(one.anchor, other.telling) and not _title_in(one.content, other.telling)
                for other in told
            )
        ]
        if sentence.language == "tr":
            behind = {one.attribution.speaker_span.start - self.base for one in ruled if one.attribution is not None}
            self.sayings = [
                one for one in self.sayings if not tells_of(self.text, one.anchor, behind) and not self._names_only(one)
            ]
        self._spoke = [one.attribution for one in ruled if one.attribution is not None and one.attribution.speaker]
        self._elsewhere = [said for said in self._spoke if sentence.language == "ar" and not self._here(said)]
        self._whole: dict[str, str] = {}  #: a speaker's words by the rules, and the longer ones of the network
        self._known: list[tuple[tuple[int, int], Attribution, ClaimKind]] = []
        for draft in ruled:
            said = draft.attribution
            if said is not None and self._here(said):
                span = (said.speaker_span.start - self.base, said.speaker_span.end - self.base)
                self._known.append((span, said, draft.kind))
        self._acts = [one for one in ruled if one.kind is ClaimKind.SPEECH and sentence.language == "ar"]

    def _names_only(self, one: Told) -> bool:
        """Whether a proposition without a verb ends with a name: "maden mühendisi Prof. Dr. Haluk Denizer" says nothing."""  # noqa: E501
        end = one.content[-1][1]
        verbs = any(token.verb and meets((token.start, token.end), one.content) for token in self.tokens)
        return not verbs and any(name.start < end <= name.end for name in self.names)

    def of(self, one: Told, like: Draft | None, inherited: Attribution | None) -> Attribution | None:
        """Who tells a proposition; `like` is the same claim as the rules found it."""
        known = self.believed(one, like.attribution) if like is not None else None
        if one.telling and (known is None or self._names(one)):
            told = self._told(one) or known
            return known if known is not None and told is not None and told.speaker in known.outer else told
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
        if one.telling and ((said is None and one.heard > HEARD) or (said is not None and self._names(one))):
            told = self._told(one)
            return said if told is None or (said is not None and told.speaker in said.outer) else told
        return self.believed(one, said)

    def named_better(self, draft: Draft) -> Draft:
        """A saying of the rules under the words that the network takes for its speaker, where it hears one alone."""
        said = draft.attribution
        if said is None or not self._here(said):
            return draft
        rules = (said.speaker_span.start - self.base, said.speaker_span.end - self.base)
        speakers = [self._speaker(one) for one in self.told if self._names(one)]
        named = {speaker for speaker in speakers if speaker is not None and meets(speaker, draft.spans)}
        named = {span for span in named if meets(span, (rules,))} or {
            span for span in named if not meets(span, self._inner(said))
        }
        if len(named) != 1:
            return draft
        better = self._as_named(named.pop(), said)
        if better.speaker.startswith(said.speaker) and self.language == "ar":
            self._whole[said.speaker] = better.speaker
        return replace(draft, attribution=better)

    def by_whole_names(self, made: list[Draft]) -> list[Draft]:
        """The drafts under the whole name of one whom the rules named by a part; who goes on later has it too."""
        for at, one in enumerate(self.context.actors if self._whole else ()):
            self.context.actors[at] = replace(one, text=self._whole.get(one.text, one.text))
        return [
            replace(
                one,
                attribution=replace(one.attribution, speaker=self._whole[one.attribution.speaker]),
                fill=self._whole.get(one.fill, one.fill),
            )
            if one.attribution is not None and one.attribution.speaker in self._whole
            else one
            for one in made
        ]

    def by_own_contents(self, made: list[Draft]) -> list[Draft]:
        """The drafts with a saying whose verb names nobody under whoever its sentence names for what it says."""
        if self.language not in _VERB_ALONE:
            return made
        told = [one for one in made if one.kind is ClaimKind.CONTENT]
        here = [one for one in told if one.attribution is not None and self._here(one.attribution)]
        return [self._under(one, here) for one in made]

    def _under(self, draft: Draft, contents: list[Draft]) -> Draft:
        """A saying that names nobody by what it says: "pero anunció que …" of who "descartó esa posibilidad"."""
        said = draft.attribution
        if draft.kind is not ClaimKind.SPEECH or said is None or self._here(said):
            return draft
        (start, end), verb = (draft.spans[0][0], draft.spans[-1][1]), folded(said.verb)
        tellers = {
            one.attribution
            for one in contents
            if one.attribution is not None
            and start <= one.spans[0][0]
            and one.spans[-1][1] <= end
            and folded(one.attribution.verb) in {verb, ""}
            and not one.attribution.outer
        }
        named = {one.speaker for one in tellers}
        return replace(draft, attribution=replace(tellers.pop(), verb=said.verb)) if len(named) == 1 else draft

    def _inner(self, said: Attribution) -> Spans:
        """Who says within a saying what the rules know to be theirs: "the site reported that a reviewer had told …"."""
        according = patterns_of(self.language)["according"]
        if according is not None and according.fullmatch(folded(said.verb)):
            return ()  # of "according to the paper, a buyer said" the rules know one saying
        return tuple(span for span, one, _ in self._known if said.speaker in one.outer)

    def _told(self, one: Told) -> Attribution | None:
        """Who tells it: as the network names him, with what the rules know of the same saying; else as they read it."""
        if self.language == "zh" and any(_NOBODY.search(self.text, *span) for span in one.telling):
            return None
        heard = self._heard(one.telling)
        speaker = self._speaker(one)
        if heard is None or speaker is None or not self._names(one):
            return heard or self._read(one)
        return self._as_named(speaker, heard)

    def _as_named(self, span: tuple[int, int], said: Attribution) -> Attribution:
        """What the rules know of a saying, under other words for who says it."""
        start, end = with_name(self.text, self.language, span, self.names)
        name = who(self.text[start:end], self.language, self.context)
        rules = (said.speaker_span.start, said.speaker_span.end)
        if rules == (self.base + start, self.base + end) or any(name in outer or outer in name for outer in said.outer):
            return said  # of two who speak one through the other the rules know the inner one
        own = (rules[0] - self.base, rules[1] - self.base)
        if (
            beside_subject(self.text, self.language, own, start, self.names)
            or cut_from(self.text, self.language, own, (start, end))
            or not self._acts_in(said, (start, end))
        ):
            return said
        note_speaker(name, self.language, self.context)
        return replace(said, speaker=name, speaker_span=Span(start=self.base + start, end=self.base + end))

    def _acts_in(self, said: Attribution, span: tuple[int, int]) -> bool:
        """Whether words stand in the saying that the rules know: not the judge of "طلب القاضي نسخة، فأجاب الشاهد"."""
        acts = [one.spans for one in self._acts if one.attribution == said and self.speaker_in(one, one.spans)]
        return not acts or any(meets(span, spans) for spans in acts)

    def _names(self, one: Told) -> bool:
        """Whether the network hears a speaker that is no pronoun, for what a pronoun means the rules know better."""
        speaker = self._speaker(one)
        bare = "" if speaker is None else folded(self.text[slice(*speaker)])
        return any(sign.isalpha() for sign in bare) and not grammar_of(self.language).pronoun.fullmatch(bare)

    def _speaker(self, one: Told) -> tuple[int, int] | None:
        """The words that the network takes for the speaker, unless it is whoever was told, or how it was said."""
        if one.speaker is None:
            return None
        if self.language != "ar":
            return self._own_words(one.speaker)
        named = any(name.start <= one.speaker[0] < name.end for name in self.names)
        return heard_speaker(self.text, one.speaker, named=named, people=self.context.people)

    def _own_words(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The network's words for a speaker that are his; None where he hears what is said or is but a particle."""
        mixed = two_at_once(self.text, span, self.language) or (self.language == "tr" and owns_next(self.text, span))
        if mixed or hearer_of(self.text, span[0], self.language):
            return None
        start, end = bare_words(self.text, whole_words(self.text, span, self.names), self.language)
        bare = folded(self.text[start:end])
        grammar = grammar_of(self.language)
        return None if grammar.relative.fullmatch(bare) and not grammar.pronoun.fullmatch(bare) else (start, end)

    def unclear(self, one: Told) -> bool:
        """Whether words are said to tell a proposition that neither say anything nor are a speaker of the rules."""
        if not one.telling or one.speaker is not None or self._heard(one.telling):
            return False
        said = self._read(one, depth=1)  # which notes no speaker
        return said is None or not said.verb

    def _heard(self, telling: Spans) -> Attribution | None:
        """Who tells by the rules, where words that tell hold a speaker of theirs."""
        met = [said for span, said, _ in self._known if meets(span, telling)]
        told = folded(" ".join(self.text[a:b] for a, b in telling))
        return max(met, key=lambda said: (len(said.outer), said.verb in told), default=None)

    def of_saying(self, one: Told) -> Attribution | None:
        """Who says, where the proposition is that it was said."""
        below = next(other for other in self.told if other is not one and meets(one.anchor, other.telling))
        for span, said, kind in self._known:
            if kind is ClaimKind.SPEECH and meets(span, below.telling):
                return said if below.speaker is None else self._as_named(below.speaker, said)
        return self._read(below)

    def _read(self, one: Told, depth: int = 0) -> Attribution | None:
        """The telling words that name the speaker, and the first one of saying."""
        over = [other for other in self.sayings if other is not one and meets(other.anchor, one.telling)]
        saying = min(over, key=lambda other: sum(b - a for a, b in other.content), default=None)
        verb = self.text[slice(*saying.anchor)] if saying is not None else ""
        verb = verb or self._saying(one)
        own = self._speaker(one)
        speaker = None if own is None else with_name(self.text, self.language, own, self.names)
        if speaker is None and (not verb or self._nobody(one, verb)):
            return None
        if speaker is None and (left_out := self._left_out(verb)) is not None:
            return left_out
        span = speaker or (one.telling[0][0], one.telling[0][0])
        named = who(self.text[slice(*span)], self.language, self.context)
        if not named and self._spoke:
            return self._spoke[0]  # left out in this sentence, as the rules know
        outer = self._read(saying, depth + 1) if saying is not None and saying.telling and depth < _DEEPEST else None
        if named and depth == 0:
            note_speaker(named, self.language, self.context)
        return Attribution(
            speaker=named,
            verb=verb,
            speaker_span=Span(start=self.base + span[0], end=self.base + span[1]),
            outer=(*outer.outer, outer.speaker) if outer is not None and outer.speaker else (),
        )

    def _nobody(self, one: Told, verb: str) -> bool:
        """Whether an Arabic sentence opens with a verb that nobody says: "يذكر أن"."""
        return self.language == "ar" and one.telling[0][0] < _OPENING and folded(verb).removeprefix("و") in IMPERSONAL

    def _left_out(self, verb: str) -> Attribution | None:
        """Who says by an Arabic verb that names nobody, as the rules know by its gender."""
        return next((said for said in self._elsewhere if said.verb and verb in {said.verb, said.verb[1:]}), None)

    def _saying(self, one: Told) -> str:
        """The first word of saying or source among the telling words, else the first that are not the speaker."""
        patterns = [patterns_of(self.language)[name] for name in ("say", "according", "after")]
        for start, end in one.telling:
            flat = folded(self.text[start:end])
            if len(flat) != end - start:
                continue
            found = [match.span() for pattern in patterns if pattern is not None for match in pattern.finditer(flat)]
            if found:
                first, last = min(found)
                return self.text[start + first : start + last]
        if one.speaker is None:
            return ""
        first, last = one.speaker
        parts = [(a, min(b, first)) for a, b in one.telling] + [(max(a, last), b) for a, b in one.telling]
        trims = [trimmed(self.text, a, b) for a, b in parts if a < b]
        return next((self.text[a:b] for a, b in trims if a < b), "")


def meets(span: tuple[int, int], spans: Spans) -> bool:
    """Whether a span and any of some others have a place in common."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def _title_in(content: Spans, telling: Spans) -> bool:
    """Whether a proposition is but a part of the words that tell another one: "minister Ivan Petrov" of "… said"."""
    long = sum(b - a for a, b in content)
    return long < sum(b - a for a, b in telling) and all(
        any(start <= a and b <= end for start, end in telling) for a, b in content
    )
