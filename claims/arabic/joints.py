"""Verbs joined by "and" in an Arabic clause -> where the next assertion begins."""

import regex

from claims.arabic import words as w
from claims.arabic.agreement import belongs_to
from claims.arabic.behind import has_object, subject_behind
from claims.arabic.borders import Piece
from claims.arabic.inserts import Inserts
from claims.arabic.masdar import has_owner, is_masdar

_RANK = regex.compile(r"(?:ال)?ا(?:كبر|صغر|علي|دني|قل|كثر|سوا|فضل|طول|قصر|قوي|غزر|شد|عنف|برز|ول|خر)|اول|اخر")


class Joints(Inserts):
    """Cuts coordinated predicates apart."""

    def _fronted_place(self, at: int) -> int:
        """Past "على تلة تشرف على الميناء،" where the verb of the clause stands behind the comma."""
        words = self.words
        if at >= self.stop or not (words[at].pos == "P" or words[at].prefixed):
            return at
        comma = self._comma_behind(at)
        behind = comma + 1
        if (
            comma - at > 14
            or behind >= self.stop
            or words[comma].pos != ","
            or words[behind].joined
            or words[behind].pos not in {"V", "MARK", "NEG"}
        ):
            return at
        verb = self._verb_outside(at, comma)
        if verb < 0 or words[verb - 1].pos != "N" or words[verb - 1].definite:
            return at
        return behind

    def _joined(self, at: int) -> int | None:  # noqa: C901, PLR0911, PLR0912
        """Reads "and" with a verb: a second predicate."""
        words, word = self.words, self.words[at]
        if at == self.begins[-1][0]:
            return None
        if word.core in {"او", "ام"}:
            return None
        if self._topic(at):
            self.seen = self._verb_from(at)
            return self.seen + 1 if self.seen >= 0 else None
        first = at
        if word.pos == "CON":
            behind = at + 1
            if word.text in w.CONTRAST:
                verb = self._verb_from(behind)
                if verb < 0 or words[at - 1].pos not in {",", ")"}:
                    return None
                self._cut(
                    at if word.text != "لكن" else behind,
                    "predicate" if word.text in {"بل", "لكنه", "لكنها", "لكنهم"} else "clause",
                    verb,
                )
                return behind
            if behind >= self.stop or words[behind].pos not in {"V", "NEG", "MARK", "COMP"}:
                return None
            if words[behind].pos == "COMP":
                verb = self._verb_from(behind + 1)
                if verb >= 0:
                    self._cut(behind + 1, "clause", verb)
                    return behind + 1
                return None
            first = behind if word.core in {"و", "ف"} else at
            verb = self._verb_from(behind)
        elif word.pos in {"V", "NEG", "MARK"}:
            verb = self._verb_from(at)
        elif word.pos == "PRO" and word.joined and at + 1 < self.stop:
            return self._which_is(at)
        elif word.core == "ها" and at + 1 < self.stop and words[at + 1].pos == "PRO":
            verb = self._verb_from(at)
            if verb >= 0:
                self._cut(verb, "predicate", verb)
                return verb + 1
            return None
        elif (
            word.pos == "P"
            and word.core == "من"
            and word.joined
            and at + 2 < self.stop
            and words[at + 1].core in w.QUALIFIED
            and words[at + 2].pos == "COMP"
        ):
            verb = self._verb_from(at + 3)
            if verb >= 0:
                self._cut(at, "clause", verb)
                return verb + 1
            return None
        elif word.core in {"كان", "كانت"} or (
            word.pos == "P"
            and word.joined == "و"
            and words[at - 1].pos == ","
            and word.core in {"لديه", "لديها", "لديهم", "له", "لها"}
        ):
            verb = at
        else:
            return None
        if verb < 0 or verb > at + 4:
            return None
        if (
            self.seen < 0
            and self.open_relative is None
            and not any(b[1] != "clause" for b in self.begins)
            and words[at - 1].pos != ","
            and word.joined == "و"
            and not any(words[i].noun for i in range(self.begins[-1][0], at))
        ):
            return None
        if self.open_relative is not None:
            head, rel, _ = self.open_relative
            points = has_object(words[verb]) or any(
                words[i].core in w.WITH_PRONOUN for i in range(verb + 1, min(verb + 3, self.stop))
            )
            inside = self.seen < 0 or (
                (words[at - 1].pos != "," or points) and belongs_to(words, verb, head, rel, self.subject_now())
            )
            if inside:
                end = self._clause_end(verb + 1)
                self._close_relative(at)
                self.made.append(Piece([(head, rel), (at, end)], "relative", verb=verb))
                return end
        self._cut(first, "predicate", verb)
        return verb + 1

    def _topic(self, at: int) -> bool:
        """Whether "so" only takes up the topic of "as for": "أما المستخدمون فتنصحهم"."""
        begin = self.begins[-1][0]
        opened = begin > 0 and self.words[begin - 1].core == "اما"
        return self.words[at].text.startswith("ف") and self.seen < 0 and opened

    def _lacks_predicate(self, comma: int) -> bool:
        """Whether "was" or "is still" has had its subject alone before a comma: "لا يزال متهم رابع، ...، هاربا"."""
        words = self.words
        if self.seen < 0 or words[self.seen].core not in w.AUXILIARY:
            return False
        left = [at for at in range(self.seen + 1, comma) if not self.gone[at]]
        subject = subject_behind(words, self.seen, self.stop) or (self.seen + 1, self.seen + 1)
        return all(subject[0] <= at < subject[1] or words[at].pos == "," for at in left)

    def _ranks_before(self, at: int) -> bool:
        """Whether "since" says among what something is the greatest: "أكبر هبوط له منذ إدراجه"."""
        rank = any(_RANK.fullmatch(one.core) for one in self.words[max(at - 5, self.start) : at])
        return self.words[at].core == "منذ" and rank

    def _fronted_verb(self, at: int, close: int) -> int:
        """The verb of a clause that begins with "and in ...": "وفي كل مرة كانت ..."; -1 for none."""
        words = self.words
        if words[at].joined != "و" or not (words[at].pos == "P" or words[at].prefixed) or self.seen < 0:
            return -1
        if words[at].core in w.WITH_PRONOUN:
            return -1
        verb = next((i for i in range(at + 1, min(close, at + 6)) if words[i].pos in {"V", "COMP", "REL", "SUB"}), -1)
        if verb < at + 2 or words[verb].pos != "V" or words[verb].joined:
            return -1
        before = words[verb - 1]
        ends = before.definite or before.named or before.pos == "NUM" or before.core in w.TIME_NOUN
        return verb if ends or words[verb].core in w.WAS else -1

    def event_in(self, at: int, end: int) -> bool:
        """Makes the claim of a verbal noun behind a preposition, if one stands there with who did it or to what."""
        words = self.words
        if at < end and words[at].pos == "DEM":
            return False
        if at >= end or words[at].pos != "N" or words[at].definite or end - at < 3:
            return False
        if not is_masdar(words[at]):
            return False
        tail = has_owner(words[at])
        doer = tail or (at + 1 < end and (words[at + 1].noun or words[at + 1].pos == "("))
        if not doer or (not tail and end - at < 4):
            return False
        inner = type(self)(words, at, end)
        inner.seen = at
        self.made += [one for one in inner.pieces() if one.kind in {"relative", "apposition"}]
        self.made.append(Piece(inner.visible(), "event"))
        return True

    def _which_is(self, at: int) -> int | None:
        """Reads "وهو" without a comma before it."""
        return self._relative_insert(at, at, self._comma_behind(at))
