"""Statements that were chosen, made whole with words of their sentence; those that assert nothing are left out.

Rules and network cut a sentence where a clause may end. What the cut took away is read off the words around it: the
rest of a number, the other side of an "or", the clause that says which ones "every" is about.
"""

from dataclasses import replace

from claims.arabic.tagging import tagged
from claims.clause_base import Spans
from claims.closed import compiled
from claims.draft import Draft
from claims.mended_han import asserts_nothing, han_subject, open_title, torn
from claims.mended_phrases import WORD
from claims.mended_speech import Speeches
from claims.records import ClaimKind

_NEAR = 4  #: words before a clause among which the one stands that it narrows: "every" …
_ONLY_NEAR = 8  #: … and "only", which may stand farther off
_HEAD_LAST = frozenset({"tr", "zh"})  #: languages whose noun closes what is told of it
_SEPARATE = frozenset({"de", "ru"})  #: languages that write a comma before every relative clause
_INSERTING = frozenset({"es", "fr"})  #: languages whose commas set a relative clause off that says nothing of which one
_LARGEST_GAP = 2  #: words of a gap in what was said that are but its verb


def mended(text: str, language: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts of one sentence, each made whole or left out."""
    return _Mender(text, language, drafts).drafts()


class _Mender(Speeches):
    """One sentence and what was chosen of it."""

    def drafts(self) -> list[Draft]:
        """Each draft mended; then those that only repeat a part of a mended one are gone."""
        kept: list[Draft] = []
        grown: list[tuple[Draft, Spans]] = []
        for draft in self.made:
            spans = self._told(draft.spans) if draft.kind is ClaimKind.CONTENT else self._said(draft.spans)
            if not spans or self._told_apart(draft):
                continue
            one = draft if spans == draft.spans else replace(draft, spans=spans, core="")
            kept.append(one)
            if one is not draft and draft.kind is ClaimKind.CONTENT and self._size(spans) > self._size(draft.spans):
                grown.append((one, draft.spans))
        kept = [one for one in kept if not any(self._part(one, *other) for other in grown if other[0] is not one)]
        return self._apart_from_others(kept)

    def _told(self, spans: Spans) -> Spans:
        """What is stated, whole; nothing where it asserts nothing."""
        spans = self._whole_numbers(self._noun_counted(self._elision(spans)))
        if self.language == "zh":
            if torn(self.text, spans, self.made):
                return ()
            spans = han_subject(self.text, spans, self.made)
            spans = open_title(self.text, spans, self.made)
            if not spans:
                return ()
        if self.language == "fa":
            spans = self._persian_lead(spans)
        if self._empty(spans):
            return ()
        for mend in (
            self._of_another, self._subject_of_its_own, self._which_ones, self._named, self._apart, self._without_day,
            self._range, self._either, self._narrowed, self._took_up,
            self._before_the_main_clause, self._verb_of_the_main_clause,
        ):  # fmt: skip
            spans = mend(spans)
        return spans

    def _said(self, spans: Spans) -> Spans:
        """That something was said, without holes where only a verb is missing: "der Rat [habe] abgelehnt"."""
        made = [spans[0]]
        for start, end in spans[1:]:
            gap = (made[-1][1], start)
            if self._count(*gap) <= _LARGEST_GAP and self._has_verb(*gap) and not compiled(r"[,،;:]").search(self.text, *gap):  # noqa: E501  # fmt: skip
                made[-1] = (made[-1][0], end)
            else:
                made.append((start, end))
        return tuple(made)

    # ---- what asserts nothing

    def _empty(self, spans: Spans) -> bool:
        """Whether a stretch tells nothing that is so: what may come about, how something was done, that one spoke."""
        start, end = spans[0][0], spans[-1][1]
        opened = compiled(rf"(?<!\p{{l}})(?:{self.words.unmet or '(?!)'})$").search(self.flat[:start].rstrip(" "))
        if opened and len(spans) == 1 and ("," not in self.text[start:end] or self._has_verb(start, end)):
            return True
        if self.words.converb and compiled(rf"(?<!\p{{l}})(?:{self.words.converb})$").search(self.flat, 0, end):
            return self._count(end, len(self.text)) > 0 and not any(self._has_verb(*span) for span in spans)
        if self.language == "zh":
            return len(spans) == 1 and asserts_nothing(self.flat, *spans[0])
        return self._but_a_manner(spans) or self._told_better(spans)

    def _told_better(self, spans: Spans) -> bool:
        """Whether a stretch without a verb has it in its gap, or lacks who it is told of, and another has them."""
        if any(self._has_verb(*span) for span in spans):
            return False
        others = [one.spans for one in self.made if one.kind is ClaimKind.CONTENT and one.spans != spans]
        if len(spans) > 1:
            (_, left), (right, end) = spans[-2:]
            return (
                self._count(left, right) == 1
                and self._has_verb(left, right)
                and any(a <= left and end <= b for other in others for a, b in other)
            )
        start, end = spans[0]
        return self.language not in _HEAD_LAST and any(
            len(one) == 2
            and start < one[1][0]
            and one[1][1] == end
            and self.text[one[0][1] : start].strip() in {",", "،"}
            for one in others
        )  # "biologist born in Bushehr" beside "Kamali | born in Bushehr"

    def _but_a_manner(self, spans: Spans) -> bool:
        """Whether a stretch is a preposition with its noun, between commas: "برئاسة الوزير", "at the age of 40"."""
        start, end = spans[0]
        others = [one.spans for one in self.made if one.kind is ClaimKind.CONTENT and one.spans != spans]
        if len(spans) > 1 or self._has_verb(start, end) or not any(a < start and end <= b for one in others for a, b in one):  # noqa: E501  # fmt: skip
            return False
        if not self.text[:start].rstrip().endswith((",", "،")):
            return False
        if self.language == "ar":
            first = next((one for one in tagged(self.text) if one.start >= start), None)
            return first is not None and first.prefixed and first.pos == "N"
        first_word = next((one for one in self.tokens if one.start >= start), None)
        return first_word is not None and self.grammar.preposition.fullmatch(first_word.text)

    # ---- what is cut between clauses

    def _apart(self, spans: Spans) -> Spans:
        """A clause with a relative clause between commas tells that one alone, where another draft tells the rest."""
        if len(spans) != 1 or self.language not in _INSERTING:
            return spans
        (start, end), relative = spans[0], self.grammar.relative
        for one in self.made:
            if one.kind is not ClaimKind.CONTENT or len(one.spans) != 2:
                continue
            (first, head), (tail, last) = one.spans
            if first != start or abs(last - end) > 1:
                continue
            gap = self.text[head:tail].strip()
            opens = WORD.match(self.flat, head + 2)
            if gap.startswith(",") and gap.endswith(",") and opens and relative.fullmatch(opens.group()):
                return ((start, head + self.text[head:tail].rindex(",")),)
        return spans

    def _subject_of_its_own(self, spans: Spans) -> Spans:
        """A number that acts is not told of others: "two abstained" is not said of the five who voted against."""
        if len(spans) != 2 or not self.words.cardinals or self._has_verb(*spans[0]):
            return spans
        start, end = spans[1]
        found = compiled(rf"(?:{self.words.cardinals})(?!\p{{l}})").match(self.flat, start, end)
        if found is None:
            return spans
        behind = [one for one in self.tokens if found.end() <= one.start < end][:2]
        reflexive = bool(behind) and behind[0].text in {"se", "s", "had", "have"}
        return (spans[1],) if behind and (behind[0].verb or (reflexive and len(behind) > 1)) else spans

    def _either(self, spans: Spans) -> Spans:
        """Of two things of which one holds neither is said: "will replace it [or] refund the price"."""
        if not self.words.either:
            return spans
        made = [spans[0]]
        for start, end in spans[1:]:
            gap = self.flat[made[-1][1] : start]
            other = compiled(rf"(?<!\p{{l}})(?:{self.words.either})\s*$").search(gap)
            own = compiled(rf"(?:{self.words.either})(?!\p{{l}})").match(self.flat, start, end)
            if (other or own) and not compiled(r"[.;:]").search(gap) and self._has_verb(*made[-1]):
                made[-1] = (made[-1][0], end)
            else:
                made.append((start, end))
        return tuple(made)

    def _narrowed(self, spans: Spans) -> Spans:
        """A clause that says which ones "every" or "only" is about stays: "every test [that Coldspar ordered]"."""
        if not self.words.scope or not self.words.narrows:
            return spans
        start, end = spans[-1]
        opens = compiled(rf"\s*(?:{self.words.narrows})(?!\p{{l}})").match(self.flat, end)
        if opens is None or (self.language not in _SEPARATE and "," in self.text[end : opens.end()]):
            return spans
        words = [one.group() for one in WORD.finditer(self.flat, start, end)]
        scope, only = compiled(f"(?:{self.words.scope})"), compiled(f"(?:{self.words.only or '(?!)'})")
        if not any(scope.fullmatch(one) for one in words[-_NEAR:]) and not any(
            only.fullmatch(one) for one in words[-_ONLY_NEAR:]
        ):
            return spans
        close = self._clause_end(opens.end())
        return (*spans[:-1], (start, close)) if self._count(opens.end(), close) else spans

    def _before_the_main_clause(self, spans: Spans) -> Spans:
        """What opens the next clause is no part of this one: "since it opened in March, [the shed] has …"."""
        start, end = spans[-1]
        comma = self.text.rfind(",", start, end)
        before = self._token_before(start)
        if len(spans) > 1 or comma < 0 or before is None or not self.grammar.subordinate.fullmatch(before):
            return spans
        following = next((one for one in self.tokens if one.start >= end), None)
        if following is None or not following.verb or self._has_verb(comma, end) or not self._has_verb(start, comma):
            return spans
        return ((start, comma),)

    def _clause_end(self, at: int) -> int:
        """Where a clause behind its noun ends: at a mark, or where a coordinated one begins."""
        joint = rf" (?:{self.grammar.words.conjunction}) (?:{self.words.narrows}|that|que|qu'|dass|что)(?!\p{{l}})"
        stop = compiled(rf"[,;:.!?»”\"()](?!\d)|{joint}| [–—] ").search(self.flat, at)
        return stop.start() if stop else len(self.text.rstrip(' .!?»”"'))

    def _took_up(self, spans: Spans) -> Spans:
        """What takes up all that was said is told without its last noun: "[the bridge,] which means that …"."""
        if not self.words.takes_up or len(spans) != 1 or self._has_verb_before_comma(spans[0]):
            return spans
        start, end = spans[0]
        found = compiled(rf",\s(?={self.words.takes_up}(?!\p{{l}}))").search(self.flat, start, end)
        return ((found.end(), end),) if found else spans

    def _has_verb_before_comma(self, span: tuple[int, int]) -> bool:
        comma = self.text.find(",", *span)
        return comma >= 0 and self._has_verb(span[0], comma)

    def _verb_of_the_main_clause(self, spans: Spans) -> Spans:
        """What a clause between commas tells of an Arabic subject is told without the verb before that subject."""
        if self.language != "ar":
            return spans
        words = [one for one in tagged(self.text) if one.start >= spans[0][0]]
        relative = next((one for one in words if one.pos == "REL"), None)
        if relative is None or len(words) < 2 or not words[1].noun or words[1].start >= relative.start:
            return spans
        if words[0].definite or not self._opens_a_main_clause(spans, words[0].start):
            return spans
        if words[0].pos != "V" and words[0].joined != "و":
            return spans
        first = (words[1].start, spans[0][1])
        if first[1] < relative.start:
            return (first, (relative.start, relative.end), *spans[1:])
        return (first, *spans[1:])

    def _opens_a_main_clause(self, spans: Spans, at: int) -> bool:
        """Whether another draft goes on with the same verb and subject behind the clause that this one tells."""
        return any(
            one.kind is ClaimKind.CONTENT
            and len(one.spans) > 1
            and one.spans[0][0] == at
            and one.spans[0][1] <= spans[0][1]
            and one.spans[1][0] > spans[-1][1]
            and self.text[one.spans[0][1] : one.spans[1][0]].strip().startswith("،")
            and not self._has_verb(*one.spans[1])
            for one in self.made
        )

    def _part(self, one: Draft, grown: Draft, was: Spans) -> bool:
        """Whether a draft tells but a part of another one, which has grown over it."""
        verbless = not any(self._has_verb(*span) for span in one.spans)
        if one.kind is not ClaimKind.CONTENT or one.attribution != grown.attribution or (one.role and verbless):
            return False
        inside = all(any(a <= x and y <= b for a, b in grown.spans) for x, y in one.spans)
        added = any(all(y <= a or b <= x for a, b in was) for x, y in one.spans)
        ends = one.spans[0][0] == was[0][0] or one.spans[-1] == was[-1]
        return inside and (added or ends) and self._size(one.spans) < self._size(grown.spans)
