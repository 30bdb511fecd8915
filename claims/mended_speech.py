"""Acts of speech with all that was said, and statements without what another one tells of somebody named in them."""

from dataclasses import replace

import regex

from claims.clause_base import Spans
from claims.draft import Draft
from claims.mended_subjects import Subjects
from claims.names import find_names
from claims.records import ClaimKind

_COMMA = regex.compile(r"[,،](?=\s)")
_CLOSED = regex.compile(r"\s*(?:[,،]\s|[.!?؟]?$)")
_GOES_ON = regex.compile(r"[,،，]\s*|[:：]\s*")  #: between an act of speech that was cut and what was said
_QUOTES = frozenset({"»", "“", '"'})
_VERB_LAST = frozenset({"tr"})  #: languages that say something first, and then that it was said
_UNCUT = frozenset({"fa", "ja", "zh"})  #: those that set nothing off by commas, or whose names are too hard to tell


class Speeches(Subjects):
    """A sentence and its drafts, some of which hold others."""

    def _apart_from_others(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts, each with all that was said and nothing that another one tells of somebody named in it."""
        return [self._without_asides(self._with_all_said(one, drafts), drafts) for one in drafts]

    def _with_all_said(self, draft: Draft, drafts: list[Draft]) -> Draft:
        """An act of speech up to the end of what was said: "Losses, by its own count, [came to 11 million]"."""
        said = draft.attribution
        if draft.kind is not ClaimKind.SPEECH or said is None or self.language in _VERB_LAST:
            return draft
        end = draft.spans[-1][1]
        goes_on = _GOES_ON.match(self.text, end)
        if goes_on is None:
            return draft
        for one in drafts:
            if one.kind is not ClaimKind.CONTENT or one.attribution is None or one.attribution.speaker != said.speaker:
                continue
            last = one.spans[-1][1]
            if not any(start == goes_on.end() for start, _ in one.spans):
                continue
            if any(a < last and end <= a for other in drafts if other.kind is ClaimKind.SPEECH for a, _ in other.spans):
                continue
            return replace(draft, spans=(*draft.spans[:-1], (draft.spans[-1][0], last)))
        return draft

    def _without_asides(self, draft: Draft, drafts: list[Draft]) -> Draft:
        """A draft without what stands between commas behind a name and is told by another draft."""
        if self.language in _UNCUT or not any(_COMMA.search(self.text, *span) for span in draft.spans):
            return draft
        spans = draft.spans
        for one in drafts:
            if one is draft or one.kind is not ClaimKind.CONTENT or one.spans == draft.spans:
                continue
            if one.attribution != (draft.attribution if draft.kind is ClaimKind.CONTENT else None):
                continue
            spans = self._without_aside(spans, one.spans)
        return draft if spans == draft.spans else replace(draft, spans=spans, core="")

    def _without_aside(self, spans: Spans, told: Spans) -> Spans:
        (start, head), end = told[0], told[-1][1]
        comma = _COMMA.search(self.text, start, end)
        if len(told) > 2 or comma is None or self._has_verb(start, comma.start()):
            return spans
        if len(told) > 1 and (head != comma.start() or self.text[comma.end() : told[1][0]].strip()):
            return spans
        at = next((k for k, (a, b) in enumerate(spans) if a <= start and end <= b), None)
        closed = _CLOSED.match(self.text, end)
        if at is None or (closed is None and end < spans[at][1]):
            return spans
        a, b = spans[at]
        rest = ((a, comma.start()), (min(b, closed.end() if closed else end), b))
        if not any(self._has_verb(*part) for part in rest) or not self._named_there(comma.start()):
            return spans
        made = [*spans[:at], rest[0], *([rest[1]] if self._count(*rest[1]) else []), *spans[at + 1 :]]
        return tuple(made)

    def _named_there(self, end: int) -> bool:
        """Whether a name ends here, and none stands behind it: "The mayor, Ann Lee, said" goes on with her name."""
        names = find_names(self.text, self.language)
        behind = [one.start for one in names if one.start > end]
        if behind and not self.text[end : min(behind)].strip(",، "):
            return False
        return any(one.end == end or self.text[one.end : end].strip(" ") in _QUOTES for one in names)
