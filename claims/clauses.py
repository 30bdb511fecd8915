"""A stretch of a sentence -> the assertions in it, as spans; cut only where every part keeps its verb.

Nothing is rewritten. A part that shares its subject with another holds the subject's span as well.
The rules stand in clause_*.py, each file a layer over the one before.
"""

from claims.clause_base import Part, Spans
from claims.clause_inserts import Inserts
from claims.tokens import grammar_of, tokens_of

__all__ = ["Part", "Spans", "split_clauses"]


def split_clauses(sentence: str, start: int, end: int, language: str) -> list[Part]:
    """The assertions between two offsets of a sentence, in text order; at least one."""
    whole = [Part(spans=((start, end),), kind="clause")]
    if language == "zh":
        from claims.clauses_han import split_han  # noqa: PLC0415 -- one language's rules

        return split_han(sentence, start, end) or whole
    grammar = grammar_of(language)
    if not grammar.words.verbs:
        return whole
    tokens = [t for t in tokens_of(sentence, language) if t.start >= start and t.end <= end]
    if not tokens:
        return whole
    base = min(token.depth for token in tokens)
    parts = _Splitter(sentence, tokens, grammar, base).parts()
    return parts or whole


class _Splitter(Inserts):
    """All rules together."""

    def parts(self) -> list[Part]:
        """The assertions: inserts first taken out, then the coordinated rest."""
        self._take_inserts()
        self._cut_coordination()
        return sorted(self.made, key=lambda part: (part.spans[-1][0], part.spans[0][0]))
