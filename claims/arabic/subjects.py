"""An Arabic clause cut at its borders -> pieces, each with its subject and its source."""

from claims.arabic import words as w
from claims.arabic.agreement import fits, is_intransitive, noun_gender, same_gender, shown_gender, verb_gender
from claims.arabic.behind import counted_end, has_object, subject_behind
from claims.arabic.borders import Borders, Piece, Stretch
from claims.arabic.doers import is_done, nobody_does
from claims.arabic.morphology import strength
from claims.arabic.phrases import phrase_end
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind

_COMES = frozenset(["ياتي", "تاتي", "جاء", "جاءت", "حدث", "يحدث"])


class Subjects(Borders):
    """Knows who each piece is about."""

    def subject_now(self) -> Stretch | None:
        """The subject of the clause that is being read."""
        subject = self.inherited
        for which, (begin, kind) in enumerate(self.begins):
            end = self.begins[which + 1][0] if which + 1 < len(self.begins) else self.stop
            own = self._own_subject(begin, end, kind, subject)
            subject = own or subject
        return subject

    def _own_subject(self, begin: int, end: int, kind: str, shared: Stretch | None) -> Stretch | None:  # noqa: PLR0911
        """The subject that a piece names itself."""
        words = self.words
        while begin < end and (words[begin].pos in {",", "CON", "COMP"} or self.gone[begin]):
            begin += 1
        verb = next(
            (
                i
                for i in range(begin, end)
                if words[i].pos == "V"
                and words[i].depth == self.base
                and not self.gone[i]
                and not self._in_open_relative(i, begin)
            ),
            -1,
        )
        if verb < 0:
            close = phrase_end(words, begin, end)
            return (begin, close) if close > begin and not words[begin].prefixed else None
        if words[verb].core in w.AUXILIARY and words[verb].core in w.WAS and verb + 1 < end and words[verb + 1].noun:
            close = phrase_end(words, verb + 1, end)
            return (
                (verb + 1, close)
                if close > verb + 1
                and not words[verb + 1].raw.endswith("ا")
                and words[verb + 1].core not in {"اول", "احد", "احدي"}
                else None
            )
        if (
            kind == "clause"
            and verb > begin
            and not any(words[i].pos in {"P", "SUB", "NEG", "MARK"} for i in range(begin, begin + 1))
        ):
            close = phrase_end(words, begin, verb)
            if (
                close > begin
                and not words[begin].prefixed
                and words[begin].core not in w.TIME_NOUN
                and (not words[verb].joined or (begin > 0 and words[begin - 1].core == "اما"))
            ):
                return begin, close
        found = subject_behind(words, verb, end)
        if found is None or (not has_object(words[verb]) and is_done(words, verb, found)):
            return None
        if (
            not has_object(words[verb])
            and not fits(verb_gender(words[verb]), noun_gender(words, found))
            and not is_intransitive(words[verb].core)
            and not self._object_behind(found, end)
        ):
            return None  # the verb does not agree: it is the object of a dropped subject
        if kind == "predicate" and shared is not None and not same_gender(words, verb, found, shared):
            return None
        return found

    def _object_behind(self, found: Stretch, end: int) -> bool:
        """Whether a counted noun follows that can be nothing but the object: "أجلت فرق الإنقاذ أكثر من 1200 ساكن"."""
        words, at = self.words, found[1]
        if found[1] - found[0] < 2 or at >= end or not words[found[1] - 1].definite:
            return False
        return words[at].pos == "NUM" or counted_end(words, at, end) > at

    def _takes_up(self, shared: Stretch, verb: int) -> bool:
        """Whether the pronoun behind a verb means the thing that was taken for its subject."""
        words, head = self.words, self.words[shared[0]]
        if not has_object(words[verb]) or head.named or shared[0] == 0 or words[shared[0] - 1].pos != "V":
            return False
        pronoun = "f" if words[verb].core.endswith("ها") else "m"
        own = shown_gender(words, shared)
        return kind_of_noun(head.core, "ar") is Kind.THING and own in {pronoun, "?"}

    def _emit_all(self) -> None:  # noqa: C901
        """The pieces between the borders, each with its subject and the source that answers for it."""
        subject = self.inherited
        for which, (begin, kind) in enumerate(self.begins):
            end = self.begins[which + 1][0] if which + 1 < len(self.begins) else self.stop
            if (
                self.words[begin].core == "علي"
                and begin + 1 < end
                and self.words[begin + 1].core in {"عكس", "العكس", "خلاف", "غرار"}
                and self._unlike(begin, end)
            ):
                continue  # "unlike the boys who ...": nothing is asserted but the relative clause
            if which + 1 < len(self.begins):
                while end > begin + 1 and (
                    self.words[end - 1].pos in {"CON", ",", "SUB", "COMP"}
                    or (
                        self.words[end - 1].core in {"قبل", "بعد", "غير", "الا", "حين", "في", "منذ", "اما"}
                        and self.words[end].pos != ","
                    )
                ):
                    end -= 1
            parts = self._parts(begin, end)
            own = self._own_subject(begin, end, kind, subject)
            source = next((one for one in self.sources if begin <= one[0] <= end), None)
            if not parts:
                subject = own or subject
                continue
            verb = self._verb_outside(begin, end)
            if verb < 0:
                verb = next((i for i in range(begin, end) if self.words[i].pos == "V" and not self.gone[i]), -1)
            shared: Stretch | None = None
            nobody = verb >= 0 and nobody_does(self.words, verb)
            if own is None and not nobody and (kind == "predicate" or (which == 0 and self.inherited is not None)):
                shared = subject
            if (
                own is not None
                and verb >= 0
                and self.words[verb].core in _COMES
                and self.words[own[0]].pos == "DEM"
                and any(one.kind == "event" for one in self.made)
            ):
                subject = own
                continue  # "this comes after the closure of ...": the closure is what is told
            piece = Piece(parts, kind, verb=verb, source=source)
            if (
                shared is not None
                and verb >= 0
                and (
                    not fits(verb_gender(self.words[verb]), shown_gender(self.words, shared))
                    or strength(self.words[verb].core) == "first"
                )
            ):
                shared = None
            if shared is not None and verb >= 0 and self._takes_up(shared, verb):
                shared = subject = None  # "درست الحقوق ثم تركتها": it was the object
            if shared is not None and not any(a <= shared[0] < b for a, b in parts):
                piece.subject = shared
                piece.parts = sorted([shared, *parts])
            piece.subjectless = own is None and shared is None and verb >= 0 and not nobody
            self.made.append(piece)
            subject = own or subject
