"""Whether the segmenter's words may stand in place of nearly the same ones of the rules."""

import regex

from claims.choice import Words, may_lead
from claims.clause_base import Spans
from claims.tokens import grammar_of, tokens_of

_COMMA = regex.compile(r"[,،]")
_BEHIND_COMMA = regex.compile(r"[,،]\s*$")


class Apart:
    """One sentence and its words, each by its place."""

    def __init__(self, text: str, language: str, words: Spans) -> None:
        self.text, self.language, self.words = text, language, words

    def safely(self, ruled: Words, seen: Words) -> bool:
        """Whether the segmenter's words take no phrase of the rules' apart.

        They may say more in front, "[Der Bund] habe nicht bezahlt", and leave out what is set off by commas or opens or
        closes the statement and belongs to none, "[vor] allem Solvanta", "…, haben". In Arabic they tore phrases.
        """
        if self.language == "ar" or ruled == seen:
            return False
        kept = sorted(ruled & seen)
        first, last = kept[0], kept[-1]
        if any(at > first and (at < last or len(seen - ruled) == 1) for at in seen - ruled):
            return False
        left, lead = sorted(ruled - seen), frozenset(at for at in seen if at < first)
        if lead and not may_lead(self.text, self.language, lead, seen - lead):
            return False
        return all(self._of_no_phrase(at) if at < first or at > last else self._set_off(at, left) for at in left)

    def _of_no_phrase(self, at: int) -> bool:
        """Whether a word on the edge of a statement only joins it to another one, or stands there behind a comma."""
        word = next((one for one in tokens_of(self.text, self.language) if one.start <= at < one.end), None)
        if word is None:
            return False
        grammar, text = grammar_of(self.language), word.text
        joins = (grammar.conjunction, grammar.subordinate, grammar.adverb, grammar.relative)
        return _BEHIND_COMMA.search(self.text, 0, at) is not None or any(one.fullmatch(text) for one in joins)

    def _set_off(self, at: int, left: list[int]) -> bool:
        """Whether a word lies in a stretch between commas of which none is kept."""
        start, end = max(self.text.rfind(",", 0, at), self.text.rfind("،", 0, at)), _COMMA.search(self.text, at)
        inside = {a for a, _ in self.words if start < a < (end.start() if end is not None else 0)}
        return start >= 0 and end is not None and inside <= set(left)
