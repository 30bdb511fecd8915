"""What the segmenter found in a sentence -> drafts of claims, beside what the rules know.

The network says where an assertion begins and ends and which words tell it. That something was said, the titles that
names carry, who a speaker is and what nobody could check are the rules'.
"""

from dataclasses import replace

import regex

from claims.arabic.heard import called_so
from claims.checkworthy import NOTHING, check_worthiness
from claims.choice import SAME, THE_SAME, Candidate, Words, alike, chosen, places_of, within
from claims.clause_base import Spans
from claims.draft import Draft
from claims.draft_speakers import DEMANDS, DENIES
from claims.folding import folded
from claims.learnt_apart import Apart
from claims.learnt_spans import Whole
from claims.learnt_tellers import Tellers, meets
from claims.records import Attribution, ClaimKind, Sentence
from claims.roles import borne_titles
from claims.segmenter import Seen, Told
from claims.standing import Context

ALIKE = 0.6  #: from which share of common words on a draft of the rules asserts the same
KEPT = 0.8  #: from which on it is kept as it is, for both found it
SHORT = 8  #: words of a sentence that is not taken apart where the rules read nearly all of it as one statement
NEARLY_ALL = 0.9
_CLAUSE = 2  #: words before a figure that may be the verb and the subject of its clause
_THAT_IS = regex.compile(r"\s*[،,]\s*أي\s")  #: what tells a figure once more, in Arabic
_DENIED = regex.compile(DENIES)
_REFUSED = regex.compile(f"{DENIES}|{DEMANDS}")


def learnt_drafts(
    sentence: Sentence, seen: Seen, ruled: list[Draft], inherited: Attribution | None, context: Context
) -> list[Draft]:
    """The drafts that are likely whole of what the segmenter saw and of `ruled`, those of the rules."""
    if _one_short_statement(sentence.text, ruled):
        return ruled
    return _Reader(sentence, seen, ruled, inherited, context).drafts()


def _one_short_statement(text: str, ruled: list[Draft]) -> bool:
    """Whether the rules read a short sentence as one statement: of 76 such ones the network would better none."""
    if len(ruled) != 1 or not _states(ruled[0]):
        return False
    words = places_of(text)
    return len(words) <= SHORT and len(within(words, ruled[0].spans)) >= NEARLY_ALL * len(words)


class _Reader:
    """One sentence, read twice."""

    def __init__(
        self, sentence: Sentence, seen: Seen, ruled: list[Draft], inherited: Attribution | None, context: Context
    ) -> None:
        self.text, self.language, self.inherited, self.seen = sentence.text, sentence.language, inherited, seen
        self.tellers = Tellers(sentence, seen.told, ruled, context)
        self.tokens = self.tellers.tokens
        self.words = places_of(self.text)
        self.ruled = [(one, self.within(one.spans)) for one in ruled]
        self.told = [(one, self.within(one.content)) for one in seen.told]
        self.whole, self.apart = Whole(self.text, self.language), Apart(self.text, self.language, self.words)
        self.glosses = [
            (one.spans[0], one) for one in ruled
            if self.language == "ar" and len(one.spans) == 1 and one.role and _THAT_IS.search(self.text, *one.spans[0])
        ]  # fmt: skip
        self.denied = [one for one in self.tellers.sayings if self.whole.denied(one.anchor)]
        self.denying = [one for one in self.tellers.sayings if _DENIED.fullmatch(folded(self.text[slice(*one.anchor)]))]

    def within(self, spans: Spans) -> Words:
        """The words that lie in spans, each by its place."""
        return within(self.words, spans)

    def drafts(self) -> list[Draft]:
        """Of what rules and network read, what is likely whole; and by the rules, that something was said."""
        titles = borne_titles(self.text) if self.language == "ar" else frozenset()
        pool: list[tuple[Draft | Told, Candidate]] = [
            (draft, Candidate(draft.spans, net=False, title=draft.role and draft.spans in titles))
            for draft, _ in self.ruled
            if _states(draft) and not self._titled(draft) and not self._spoken(draft.spans)
        ]
        made = [
            self.tellers.named_better(draft) for draft, _ in self.ruled if not _states(draft) or self._titled(draft)
        ]
        read = [(one, self._spans(one)) for one in self.seen.told]
        all_words = [self.within(spans) for _, spans in read]
        for (one, spans), words in zip(read, all_words, strict=True):
            if self.whole.restricts(spans) and any(
                words < other and min(words) == min(other) for other in all_words if words
            ):
                continue  # "fishers who sell in port": that is said of them in what follows
            if not spans or one in self.denied or self._below_denial(one) or self.whole.glosses(one.anchor):
                continue  # "did not say whether ...": nobody's word
            if one in self.tellers.sayings:
                draft = self._draft(one, spans, None)
                made += [draft] if draft is not None else []
            elif not self.tellers.unclear(one) and not self._spoken(spans) and not self._says(one):
                pool.append((one, Candidate(spans, net=True, sure=one.sure)))
        pool += self._guessed({candidate.spans for _, candidate in pool if candidate.net})
        for at in chosen(self.text, self.language, self.seen, [candidate for _, candidate in pool]):
            found, spans = pool[at][0], pool[at][1].spans
            if isinstance(found, Draft):
                draft = self._as_heard(found)
            else:
                draft = self._draft(found, spans, self._like(self.within(spans)))
                draft = None if draft is not None and self._held(draft, made) else draft
            if draft is not None:
                made.append(draft)
        return self.tellers.by_own_contents(self.tellers.by_whole_names(self._reckoned(made)))

    def _reckoned(self, made: list[Draft]) -> list[Draft]:
        """The drafts, of which one that holds a figure told twice goes on without the second telling.

        "The firm will cut 310 jobs, that is 12 per cent, in May": what the 310 are is a claim besides, as the rules
        read it.
        """
        for (start, end), gloss in self.glosses:
            for at, draft in enumerate(made):
                whole = next(((a, b) for a, b in draft.spans if a < start and end <= b), None)
                if whole is None or not _states(draft):
                    continue
                cut = _THAT_IS.search(self.text, start, end)
                rest = min(self.within(((end, whole[1]),)), default=whole[1])
                if cut is None or len(self.within(((whole[0], start),))) < _CLAUSE:
                    continue
                parts = [(whole[0], cut.start()), *([(rest, whole[1])] if rest < whole[1] else [])]
                spans = tuple(part for one in draft.spans for part in (parts if one == whole else [one]))
                made[at] = replace(draft, spans=spans, core="")
                made.append(replace(gloss, attribution=draft.attribution))
        return made

    def _guessed(self, known: set[Spans]) -> list[tuple[Told, Candidate]]:
        """What may be stated besides, each stretch of words once; nothing that is denied or says that it was said."""
        saying = tuple(one.anchor for one in self.tellers.sayings)
        found: list[tuple[Told, Candidate]] = []
        for one in self.seen.guesses:
            spans = self._spans(one)
            if not spans or spans in known or self.whole.restricts(spans) or self.whole.glosses(one.anchor):
                continue
            if meets(one.anchor, saying) or self._says(one):
                continue
            if self._below_denial(one) or self.tellers.unclear(one) or self._spoken(spans):
                continue
            known.add(spans)
            found.append((one, Candidate(spans, net=True, sure=one.sure)))
        return found

    def _spans(self, one: Told) -> Spans:
        """What the network says is stated, as a claim can stand on it."""
        return self._without_strays(self.whole.spans(one.content, one.anchor), one.anchor)

    def _spoken(self, spans: Spans) -> bool:
        """Whether the rules know the same words, speaker and all, for what somebody said."""
        words = self.within(spans)
        return any(
            draft.kind is ClaimKind.SPEECH
            and (alike(words, other) >= THE_SAME or (self._cut_out(spans) and _ends_alike(words, other)))
            and self.tellers.speaker_in(draft, spans)
            for draft, other in self.ruled
        )

    def _says(self, one: Told) -> bool:
        """Whether its predicate is a verb of saying: behind its colon it is said, "soruyor: “Kim geldi?”", or it is an act of speech, "reddetti"."""  # noqa: E501
        if self.language not in {"ru", "tr"}:
            return False
        verb = folded(self.text[slice(*one.anchor)]) if self.language == "tr" else ""
        quoting = self.text.startswith(":", one.anchor[1])
        return any(
            draft.kind is ClaimKind.SPEECH
            and draft.attribution is not None
            and (quoting or verb == draft.attribution.verb)
            and meets(one.anchor, draft.spans)
            for draft, _ in self.ruled
        )

    def _cut_out(self, spans: Spans) -> bool:
        """Whether an Arabic stretch leaves out what stands between two commas."""
        left_out = self.text[spans[0][1] : spans[1][0]].strip() if len(spans) == 2 else ""
        return self.language == "ar" and left_out.startswith("،") and left_out.endswith("،")

    def _below_denial(self, one: Told) -> bool:
        """Whether it is told by a saying that is denied, or that denies it."""
        return any(meets(other.anchor, one.telling) for other in (*self.denied, *self.denying))

    def _as_heard(self, draft: Draft) -> Draft | None:
        """A draft of the rules under whoever the network hears tell it; None where nobody could bear that out."""
        words = self.within(draft.spans)
        share, at = max(((alike(words, theirs), -at) for at, (_, theirs) in enumerate(self.told)), default=(0.0, 0))
        if share < SAME:
            return draft
        said = self.tellers.again(self.told[-at][0], draft.attribution)
        if said is not None and said is not draft.attribution and not self._worth(draft.spans, said):
            return None
        return replace(draft, attribution=said)

    def _held(self, draft: Draft, made: list[Draft]) -> bool:
        """Whether a draft says no more than one that was made already."""
        words = self.within(draft.spans)
        others = [self.within(one.spans) for one in made if _states(one)]
        return any(words <= other and alike(words, other) >= SAME for other in others)

    def _without_strays(self, spans: Spans, anchor: tuple[int, int]) -> Spans:
        """The spans without a piece before the predicate that has a verb between it and its neighbours on both sides.

        "The spokesman denied that the minister had been paid and announced a lawsuit": the minister announces nothing.
        """
        kept = list(spans)
        for at in range(len(spans) - 2, 0, -1):
            before, here, behind = spans[at - 1 : at + 2]
            if here[1] <= anchor[0] and self._verb(before[1], here[0]) and self._verb(here[1], behind[0]):
                kept.remove(here)
        return tuple(kept)

    def _titled(self, draft: Draft) -> bool:
        """Whether the rules found a title apart from its name: "the billionaire, born in Germany, Peter Thiel"."""
        return draft.role and len(draft.spans) > 1 and not any(self._verb(*span) for span in draft.spans)

    def _verb(self, start: int, end: int) -> bool:
        return any(token.verb and start <= token.start < end for token in self.tokens)

    def _like(self, words: Words) -> Draft | None:
        """The draft of the rules that asserts the same."""
        shares = [(_share(words, other), -at) for at, (one, other) in enumerate(self.ruled) if _states(one)]
        share, at = max(shares, default=(0.0, 0))
        return self.ruled[-at][0] if share >= ALIKE else None

    def _around(self, words: Words) -> Draft | None:
        """The smallest draft of the rules that asserts this among other things."""
        around = [
            (len(other), at)
            for at, (one, other) in enumerate(self.ruled)
            if _states(one) and len(words & other) >= KEPT * len(words)
        ]
        return self.ruled[min(around)[1]][0] if around else None

    def _draft(self, one: Told, spans: Spans, like: Draft | None) -> Draft | None:  # noqa: PLR0911 -- a reason each
        """A proposition as a draft; None where the rules have it, or nobody could bear it out."""
        words = self.within(spans)
        speeches = [other for draft, other in self.ruled if draft.kind is ClaimKind.SPEECH]
        if one in self.tellers.sayings:
            said = self.tellers.of_saying(one)
            if said is None or any(self.within((one.anchor,)) & other for other in speeches):
                return None
            if self.language == "ar" and any(
                draft.role and _share(words, other) >= KEPT for draft, other in self.ruled
            ):
                return None  # "رأفت الجندي، رئيس مجلس إدارة الشركة": who he is, and nothing said
            return Draft(spans=spans, kind=ClaimKind.SPEECH, attribution=said, subjectless=False)
        if like is not None and self._lacks_name(words, like):
            return self._as_heard(like)
        if like is not None and _share(words, self.within(like.spans)) >= KEPT:
            heard = self._as_heard(like)
            if heard is None or not self.apart.safely(self.within(like.spans), words):
                return heard
            return replace(heard, spans=spans, core=self._core(like, one, spans))
        if like is None and not one.telling and any(_share(words, other) >= KEPT for other in speeches):
            return None
        teller = self.tellers.of(one, like or self._around(words), self.inherited)
        if teller is not None and not self._worth(spans, teller):
            return None
        if like is not None:
            return replace(like, spans=spans, attribution=teller, core=self._core(like, one, spans))
        noun = not any(token.verb and meets((token.start, token.end), (one.anchor,)) for token in self.tokens)
        return Draft(
            spans=spans, kind=ClaimKind.CONTENT, attribution=teller, subjectless=False,
            direct=self.inherited is not None, role=noun and len(spans) > 1,
        )  # fmt: skip

    def _lacks_name(self, words: Words, like: Draft) -> bool:
        """Whether Turkish words are what the rules tell of a name between commas, without that name."""
        if self.language != "tr" or not like.role or len(like.spans) > 1:
            return False
        start, end = like.spans[0]
        comma = self.text.find(",", start, end)
        return comma > 0 and words <= self.within(((comma, end),))

    def _core(self, like: Draft, one: Told, spans: Spans) -> str:
        """The words that tell modality and polarity of a draft of the rules, where the spans hold them."""
        held = like.core in " ".join(self.text[a:b] for a, b in spans)
        told = held and (self.language != "ar" or self.text[slice(*one.anchor)] in like.core)
        return like.core if told else ""

    def _worth(self, spans: Spans, said: Attribution) -> bool:
        """Whether what somebody said asserts anything; whether that can be checked is the editor's to say."""
        joined = " ".join(self.text[a:b] for a, b in spans)
        if self.language == "ar" and called_so(self.text, spans[0][0]):
            return False
        worth = check_worthiness(joined, self.language, attributed=True)
        return not _REFUSED.fullmatch(folded(said.verb)) and worth.category not in NOTHING


def _share(one: Words, other: Words) -> float:
    return len(one & other) / max(1, len(one | other))


def _ends_alike(words: Words, saying: Words) -> bool:
    """Whether words are some of a saying, with its first and its last."""
    return bool(words) and words <= saying and min(words) == min(saying) and max(words) == max(saying)


def _states(draft: Draft) -> bool:
    """Whether a draft asserts something itself."""
    return draft.kind is ClaimKind.CONTENT
