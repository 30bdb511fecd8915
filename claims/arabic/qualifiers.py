"""Arabic clauses that qualify a noun without a comma -> what is told of the noun."""

from claims.arabic import words as w
from claims.arabic.agreement import belongs_to, fits, noun_gender, verb_gender
from claims.arabic.antecedents import antecedent
from claims.arabic.behind import has_object, subject_behind
from claims.arabic.borders import Piece
from claims.arabic.subjects import Subjects

_SPELL_ENDS = frozenset(
    [
        "اعوام",
        "سنوات",
        "اشهر",
        "ايام",
        "اسابيع",
        "ساعات",
        "عاما",
        "شهرا",
        "يوما",
        "ساعه",
        "دقائق",
        "اسبوعين",
        "يومين",
        "شهرين",
        "عامين",
        "سنتين",
        "ساعتين",
        "اسبوع",
        "شهر",
        "سنه",
        "عام",
        "يوم",
        "مره",
        "مرات",
        "قليل",
    ]
)
_MOVES = frozenset(
    "ارتفع ارتفعت انخفض انخفضت تراجع تراجعت هبط هبطت صعد صعدت قفز قفزت نما نمت زاد زادت وصل وصلت بلغ بلغت".split()  # noqa: SIM905
)
_MEASURES = frozenset(
    "بلغ بلغت يبلغ تبلغ استمر استمرت دام دامت تجاوز تجاوزت يتجاوز تتجاوز يزيد تزيد زاد زادت ناهز ناهزت يقدر تقدر استغرق استغرقت يقل تقل فاق فاقت يفوق تفوق وصل وصلت تعادل يعادل".split()  # noqa: E501, SIM905
)


class Qualifiers(Subjects):
    """Tells a clause of its own from one that says which or what kind."""

    def _verb(self, at: int) -> int:  # noqa: PLR0911
        """A finite verb that nothing joins: the clause's own, or one that qualifies an indefinite noun."""
        words = self.words
        before = at - 1
        while before > self.begins[-1][0] and words[before].pos in {"NEG", "MARK", "ADV"}:
            before -= 1
        if self.seen < 0:
            marked = next(
                (
                    i
                    for i in range(at + 1, self.stop)
                    if words[i].depth == self.base and words[i].pos in {"MARK", ",", "CON"}
                ),
                -1,
            )
            if (
                words[self.begins[-1][0]].core in w.WAS
                and marked > 0
                and words[marked].pos == "MARK"
                and words[at - 1].pos == "N"
                and not words[at - 1].definite
            ):
                self._attributive(at, before, marked)
                return marked
            self.seen = at
            return at + 1
        if words[self.seen].core in w.AUXILIARY or (
            self.open_relative is not None and self._relative_verb() != at and self.seen < 0
        ):
            bare = words[before].pos == "N" and words[before].raw[-1:] in "اً" and words[before].core[-1:] == "ا"
            if not bare and (
                words[before].pos != "N"
                or words[before].definite
                or words[before].named
                or words[self.seen].core in w.WAS
            ):
                self.seen = at if words[self.seen].core in w.WAS else self.seen
                return at + 1
        if self.open_relative is not None:
            return at + 1
        if (
            words[before].pos in {"N", ")", "NUM"}
            and not words[before].definite
            and not words[before].named
            and words[before].pos != "("
        ):
            return self._attributive(at, before, -1)
        if words[before].pos == "N" and not words[at].joined and before == at - 1 and not words[before].named:
            return self._pointing_back(at, before)
        return at + 1

    def _pointing_back(self, at: int, before: int) -> int:
        """Reads "شكل لجنة للتحقيق في انهيار السد يرأسها وزير": the pronoun points to an indefinite noun further back."""  # noqa: E501
        words = self.words
        pronoun = has_object(words[at])
        kind = (
            ("f" if words[at].core.endswith("ها") else "p" if words[at].core.endswith("هم") else "m")
            if pronoun
            else verb_gender(words[at])
        )
        for place in range(before, max(self.seen, self.begins[-1][0]), -1):
            word, last = words[place], words[place - 1]
            if word.pos == ",":
                break
            if (
                word.pos == "N"
                and not word.definite
                and not word.named
                and not word.prefixed
                and (
                    last.pos not in {"N", "P"}
                    or (last.pos == "N" and (last.definite or last.named or last.core in w.TIME_NOUN))
                )
                and not self.words[place + 1].definite
                and (pronoun or word.raw[-1:] in "اًة")
                and fits(kind, noun_gender(words, (place, place + 1)))
            ):
                end = self._clause_end(at + 1)
                self.made.append(Piece([(place, end)], "relative", verb=at))
                self._hide(at, end)
                return end
        return at + 1

    def _relative_verb(self) -> int:
        if self.open_relative is None:
            return -1
        return self._verb_from(self.open_relative[1] + 1)

    def _attributive(self, at: int, before: int, close: int) -> int:
        """A clause that qualifies an indefinite noun: "مدرسة تستقبل كل عام ...", "اتفاق قضى بزيادة ..."."""
        words = self.words
        end = close if close > 0 else self._clause_end(at + 1)
        head = antecedent(
            words, before + 1, self.begins[-1][0], "" if has_object(words[at]) else verb_gender(words[at])
        )
        if head > before or words[before].core in _SPELL_ENDS:
            return at + 1
        if words[head].definite or words[head].core in {"اي", "ايه", "كل", "احد", "احدا"}:
            return at + 1  # not sure of which noun, or of none
        if words[before].prefixed and any(words[i].pos == "NUM" for i in range(head, before)):
            return at + 1  # "ولدت في شباط 1933 لأب كان يعمل خياطا"
        denied = any(words[i].pos == "NEG" for i in range(before, at))
        long = end - before >= 4 and words[at].core not in _MEASURES and not (denied and not self._tells(at, end))
        first = before + 1
        if long and words[at].core not in w.SAY:
            self.made.append(Piece([(head, end)], "relative", verb=at))
            if self.only_inserts:
                return end
            if (
                close < 0
                and end - before >= 5
                and words[head].core not in {"اول", "اخر", "ثاني", "ثالث"}
                and (head > self.begins[-1][0] or self.cut_all)
            ) or close > 0:
                self._hide(first, end)
        self._inner_restrictive(at + 1, end)
        if self._goes_on_behind(end, head, before + 1):
            end += 1
        if (
            end < self.stop
            and (words[end].joined or words[end].pos == "CON")
            and words[end].pos in {"V", "CON", "NEG", "MARK"}
        ):
            verb = self._verb_from(end)
            if verb >= 0 and belongs_to(words, verb, head, before + 1, self.subject_now()):
                tail = self._clause_end(verb + 1)
                inner = self._inner_restrictive(verb + 1, tail)
                self.made.append(Piece([(head, before + 1), (end, inner)], "relative", verb=verb))
                self._hide(end, tail)
                return tail
        return end

    def _goes_on_behind(self, comma: int, head: int, close: int) -> bool:
        """Whether a verb behind a comma cannot be the main subject's, but the noun's: "حرائق اندلعت ...، وأتت"."""
        words, verb = self.words, comma + 1
        if verb >= self.stop or words[comma].pos != "," or words[verb].pos != "V" or not words[verb].joined:
            return False
        if self.seen < 0 or verb_gender(words[self.seen]) in {"?", verb_gender(words[verb])}:
            return False
        subject = subject_behind(words, verb, self.stop)
        own = subject is not None and fits(verb_gender(words[verb]), noun_gender(words, subject))
        return not own and fits(verb_gender(words[verb]), noun_gender(words, (head, close)))

    def _inner_restrictive(self, start: int, stop: int) -> int:
        """A noun inside a relative clause that a clause qualifies in its turn; where that clause begins."""
        for at in range(start, stop):
            word = self.words[at]
            if (
                word.pos == "V"
                and self.words[at - 1].pos == "N"
                and not self.words[at - 1].definite
                and not self.words[at - 1].named
                and at + 2 < stop
            ):
                head = antecedent(self.words, at, start)
                if self.words[at - 1].core in _SPELL_ENDS:
                    continue
                if head < at and word.core not in _MEASURES and word.depth == self.base:
                    self.made.append(Piece([(head, stop)], "relative", verb=at))
                    return at
                return stop
        return stop

    def _restrictive(self, at: int) -> int:
        """A relative clause without a comma that says which one; a claim besides where it tells something."""
        words = self.words
        if at == self.start:
            return at + 1
        head = antecedent(words, at, self.begins[-1][0])
        if head >= at or words[at - 1].pos in {"P", "COMP", "CON"}:
            return at + 1
        self._close_relative(at)
        verb = self._verb_from(at + 1)
        self.open_relative = (head, at, self.seen < 0)
        return max(at + 1, verb + 1) if 0 <= verb <= at + 3 else at + 1

    def _close_relative(self, end: int) -> None:
        """The restrictive relative clause that was open ends here."""
        if self.open_relative is None:
            return
        head, at, _ = self.open_relative
        self.open_relative = None
        verb = self._verb_from(at + 1)
        whole, end = end, self._before_main_verb(verb, end) if verb >= 0 else end
        if 0 <= self.seen < at and self.words[self.seen].core in _MOVES:
            end = next((i for i in range(at + 1, end - 1) if self._measures(i)), end)
        open_end = self.seen >= 0 and self.words[self.seen].core in _MEASURES and self.seen < at
        ahead = self.words[verb].core[:2] in {"سي", "ست"} or self.words[verb - 1].core == "لن"
        if (
            0 <= verb <= at + 4
            and verb < end
            and end - at >= 4
            and self._tells(at + 1, end)
            and (end == whole or self._counts(at + 1, end))
            and not ahead
            and not open_end
        ):
            self.made.append(Piece([(head, end)], "relative", verb=verb))

    def _measures(self, at: int) -> bool:
        """Whether a preposition with a number stands here, which belongs to a verb of change: "إلى 57 قتيلا"."""
        return self.words[at].core in {"الي", "بنسبه", "بمقدار"} and self.words[at + 1].pos == "NUM"

    def _before_main_verb(self, verb: int, end: int) -> int:
        """Where a relative clause ends that stands before its main verb: "التعويضات التي حددتها المحكمة | لم تصرف"."""
        words = self.words
        if words[verb].core in w.AUXILIARY:
            return end
        for at in range(verb + 2, end):
            if words[at].pos != "V" or words[at].joined or words[at].depth != self.base:
                continue
            first = at
            while words[first - 1].pos in {"NEG", "MARK"}:
                first -= 1
            before = words[first - 1]
            if before.pos in {"NUM", ")"} or (before.pos == "N" and (before.definite or before.named or first < at)):
                return first
        return end

    def _cut(self, at: int, kind: str, verb: int) -> None:
        self._close_relative(at)
        self.begins.append((at, kind))
        self.seen = verb
