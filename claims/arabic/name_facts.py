"""Titles and verbal nouns of an Arabic sentence -> drafts of the facts that they carry."""

from claims.arabic.piece_drafts import PieceDrafts
from claims.draft import Draft
from claims.records import Attribution, ClaimKind
from claims.roles import event_spans, role_spans


class NameFacts(PieceDrafts):
    """Keeps what names and events tell by themselves."""

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
