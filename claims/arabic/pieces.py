"""An Arabic clause -> its assertions: coordinated verbs with the subject they share, relative clauses, appositions, events."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from claims.arabic import words as w
from claims.arabic.agreement import belongs_to, fits, noun_gender, same_gender, verb_gender
from claims.arabic.antecedents import antecedent
from claims.arabic.frames import is_state
from claims.arabic.masdar import has_owner, is_masdar
from claims.arabic.phrases import closing, has_object, phrase_end, subject_behind
from claims.arabic.sources import according_at
from claims.arabic.tagging import Word
from claims.lexicon.ar_verbs import verb_core
from claims.tokens import grammar_of

Words = Sequence[Word]
Stretch = tuple[int, int]
_SPELL_ENDS = frozenset("اعوام سنوات اشهر ايام اسابيع ساعات عاما شهرا يوما ساعه دقائق".split())  # noqa: SIM905
_COMES = frozenset(["ياتي", "تاتي", "جاء", "جاءت", "حدث", "يحدث"])
_MEASURES = frozenset(
    "بلغ بلغت يبلغ تبلغ استمر استمرت دام دامت تجاوز تجاوزت يتجاوز تتجاوز يزيد تزيد زاد زادت ناهز ناهزت يقدر تقدر استغرق استغرقت يقل تقل فاق فاقت يفوق تفوق وصل وصلت تعادل يعادل".split()  # noqa: E501, SIM905
)


@dataclass(slots=True)
class Piece:
    """One assertion in places of words."""

    parts: list[Stretch]
    kind: str  #: clause, predicate, relative, apposition, event
    verb: int = -1
    subject: Stretch | None = None
    subjectless: bool = False
    source: tuple[int, int, int, int] | None = None  #: where a source is named: insert and speaker


class Splitter:
    """Reads one stretch of words from left to right."""

    def __init__(self, words: Words, start: int, stop: int, subject: Stretch | None = None) -> None:
        self.words, self.start, self.stop = words, start, stop
        self.base = min((words[at].depth for at in range(start, stop)), default=0)
        self.gone = [False] * len(words)
        self.made: list[Piece] = []
        self.begins: list[tuple[int, str]] = []
        self.seen = -1
        self.inherited = subject
        self.sources: list[tuple[int, int, int, int]] = []
        self.open_relative: tuple[int, int, bool] | None = None
        self.cut_all = False  #: what qualifies a noun is taken out even of the first phrase
        self.only_inserts = False  #: in a frame of speech: what qualifies a noun stays in it

    # -- reading ---------------------------------------------------------------------------------

    def pieces(self) -> list[Piece]:
        """All assertions, in text order."""
        at = self._opening(self.start)
        self.begins = [(at, "clause")]
        if at < self.stop and self.words[at].core in w.CONDITION:
            contrast = next(
                (
                    i
                    for i in range(at, self.stop - 1)
                    if self.words[i].core == "الا" and self.words[i + 1].pos == "COMP"
                ),
                -1,
            )
            if contrast < 0:
                self._emit_whole(at)
                return self.made
            at += 2 if self.words[at + 1].core in w.WAS else 1  # "if the one was so, the other was not": both are so
            self.begins = [(at, "clause")]
        at = self._fronted_place(at)
        while at < self.stop:
            at = max(at + 1, self._step(at))
        self._close_relative(self.stop)
        self._emit_all()
        return sorted(self.made, key=lambda one: (one.parts[-1][0], one.parts[0][0]))

    def _opening(self, at: int) -> int:  # noqa: PLR0911
        """Past conjunctions, and past a fronted phrase that holds an event of its own."""
        words = self.words
        while at < self.stop and (
            words[at].pos in {",", ".", "-", ")"}
            or (words[at].pos == "CON" and words[at].core not in {"لكنه", "لكنها", "لكنهم"})
            or words[at].core == "كما"
            or (words[at].core in {"غير", "الا"} and at + 1 < self.stop and words[at + 1].pos == "COMP")
        ):
            at += 2 if words[at].core in {"غير", "الا"} else 1
        if at < self.stop and words[at].core == "اما":
            return at + 1
        if at + 1 < self.stop and words[at].core in {"بعد", "قبل"} and words[at + 1].pos == "COMP":
            comma = self._comma_behind(at + 2)
            if comma < self.stop and comma - at <= 20:
                self._sub(at + 2, comma)
                self._hide(at, comma + 1)
                return self._opening(comma + 1)
            return at + 2
        if at < self.stop and (words[at].core in w.EVENT_BEFORE or words[at].core == "بعدما"):
            comma = self._comma_behind(at)
            verb = self._verb_outside(at + 1, comma)
            if (
                comma < self.stop
                and 3 <= comma - at <= 18
                and (verb < 0 or words[at].core == "بعدما" or has_object(words[verb]))
            ):
                if words[at].core == "بعدما":
                    self._sub(at + 1, comma)
                    self._hide(at, comma + 1)
                    return comma + 1
                if self.event_in(at + 1, comma):
                    self._hide(at, comma + 1)
                    return comma + 1
                if words[at].core == "رغم" or comma - at > 6:
                    self._relatives_in(at, comma)
                    self._hide(at, comma + 1)
                    return comma + 1
        return at

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

    def _relatives_in(self, start: int, stop: int) -> None:
        """Relative clauses of a fronted phrase that is not kept."""
        inner = Splitter(self.words, start, stop)
        inner.seen = start
        self.made += [one for one in inner.pieces() if one.kind == "relative"]

    def _sub(self, start: int, stop: int) -> None:
        """The assertions of a subordinate clause."""
        inner = Splitter(self.words, start, stop, subject=self.subject_now())
        self.made += inner.pieces()

    def _step(self, at: int) -> int:  # noqa: C901, PLR0911
        """Reads one word; returns the next place."""
        words, word = self.words, self.words[at]
        if self.gone[at]:
            return at + 1
        if word.pos == "(" and word.depth == self.base and word.text != '"':
            return closing(words, at, self.stop)
        if word.depth > self.base:
            return at + 1
        if word.pos in {",", "."}:
            return self._comma(at)
        source = according_at(words, at, self.stop)
        if source is not None and at > self.start:
            return self._source(at, source)
        if word.pos == "REL":
            return self._restrictive(at)
        if word.joined or word.pos == "CON":
            found = self._joined(at)
            if found is not None:
                return found
        if word.pos == "COMP" and word.joined and at > self.begins[-1][0]:
            verb = self._verb_from(at + 1)
            self._cut(at + 1 if word.core in {"ان", "بان"} else at, "clause", -1)
            return (
                max(at + 1, verb)
                if verb >= 0 and not any(words[i].pos in {"REL", "(", ","} for i in range(at + 1, verb))
                else at + 1
            )
        if word.pos == "V":
            return self._verb(at)
        if word.pos in {"SUB", "P"}:
            return self._subordinate(at)
        return at + 1

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
        open_end = self.seen >= 0 and self.words[self.seen].core in _MEASURES and self.seen < at
        ahead = self.words[verb].core[:2] in {"سي", "ست"} or self.words[verb - 1].core == "لن"
        if (
            0 <= verb <= at + 4
            and verb < end
            and end - at >= 4
            and self._tells(at + 1, end)
            and not ahead
            and not open_end
        ):
            self.made.append(Piece([(head, end)], "relative", verb=verb))
            last = (
                end >= self.stop
                or self.words[end].pos == ","
                or (self.words[end].joined and self.words[end].pos == "V")
            )
            if (
                last
                and self.words[max(self.seen, 0)].core not in _MEASURES
                and end - at >= 6
                and self.seen >= 0
                and self.seen < at
                and self.words[at].core in w.RELATIVE
                and head > self.begins[-1][0]
            ):
                self._hide(at, end)

    def _tells(self, start: int, end: int) -> bool:
        """Whether a stretch names, counts or dates something, or has a definite noun besides its verb."""
        return any(
            one.named or one.pos in {"NUM", "("} or one.core in w.TIME_NOUN or one.definite
            for one in self.words[start:end]
        )

    def _joined(self, at: int) -> int | None:  # noqa: C901, PLR0911, PLR0912
        """Reads "and" with a verb: a second predicate."""
        words, word = self.words, self.words[at]
        if at == self.begins[-1][0]:
            return None
        if word.core in {"او", "ام"}:
            return None
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
            own = self._verb_from(rel + 1)
            points = has_object(words[verb]) or any(
                words[i].core in w.WITH_PRONOUN for i in range(verb + 1, min(verb + 3, self.stop))
            )
            inside = self.seen < 0 or (
                (words[at - 1].pos != "," or points) and belongs_to(words, verb, head, rel, self.subject_now())
            )
            if inside:
                end = self._clause_end(verb + 1)
                self._close_relative(at)
                del own
                self.made.append(Piece([(head, rel), (at, end)], "relative", verb=verb))
                return end
        self._cut(first, "predicate", verb)
        return verb + 1

    def _which_is(self, at: int) -> int | None:
        """Reads "وهو" without a comma before it."""
        return self._relative_insert(at, at, self._comma_behind(at))

    def _subordinate(self, at: int) -> int:  # noqa: C901, PLR0911
        """A clause of time or contrast behind the main one."""
        words, word = self.words, self.words[at]
        behind = at + 1
        if at == self.begins[-1][0]:
            return behind
        if word.core in {"قبل", "بعد", "منذ"} and behind < self.stop and words[behind].pos == "COMP":
            verb = self._verb_from(behind + 1)
            if verb >= 0:
                self._cut(behind + 1, "predicate" if subject_behind(words, verb, self.stop) is None else "clause", verb)
                return verb + 1
        if word.core in w.TEMPORAL_CUT or (word.text == "كما" and words[at - 1].pos == ","):
            verb = self._verb_from(behind)
            if 0 <= verb <= at + 12:
                self._cut(
                    behind,
                    "predicate"
                    if word.text == "كما" or (verb == behind and subject_behind(words, verb, self.stop) is None)
                    else "clause",
                    verb,
                )
                return verb + 1 if verb == behind else behind
        if word.core == "حين" and words[at - 1].pos == ",":
            verb = self._verb_from(behind)
            if verb == behind:
                self._cut(behind, "clause", verb)
                return verb + 1
        if word.core == "في" and behind < self.stop and words[behind].core == "حين" and words[at - 1].pos == ",":
            self._cut(behind + 1, "clause", self._verb_from(behind + 1))
            return behind + 1
        if word.core in w.EVENT_BEFORE and self.seen >= 0:
            end = self._clause_end(behind)
            if self.event_in(behind, end):
                self._hide(at, end)
                return end
        return behind

    # -- commas ----------------------------------------------------------------------------------

    def _comma(self, at: int) -> int:  # noqa: C901, PLR0911, PLR0912
        """What a comma opens."""
        words, nxt = self.words, at + 1
        if nxt >= self.stop:
            return nxt
        word = words[nxt]
        close = self._comma_behind(nxt)
        if not (word.joined and word.pos in {"V", "NEG", "MARK"}):
            self._close_relative(at)
        elif self.open_relative is not None and word.pos == "V":
            return nxt
        source = according_at(words, nxt, self.stop)
        if source is not None:
            return self._source(at, source)
        if word.pos == "REL" or (word.pos == "PRO" and word.joined):
            return self._relative_insert(at, nxt, close)
        if word.pos == "WHAT" and nxt + 1 < self.stop and words[nxt + 1].pos in {"V", "NEG"}:
            self._sentential(at, nxt, close)
            return close
        if word.core == "اي" and nxt + 1 < self.stop:
            head = antecedent(words, at, self.begins[-1][0])
            if (head < at and any(one.pos == "NUM" for one in words[head:at])) or head < at:
                self.made.append(Piece([(head, close)], "apposition"))
                self._hide(at, close)
            return close
        if word.core in w.PART_OF and not word.joined:
            head = antecedent(words, at, self.begins[-1][0])
            if head < at:
                self.made.append(Piece([(head, close)], "apposition"))
                self._hide(at, close + 1 if close < self.stop else close)
            return close
        opens = word.pos == "V" or (word.pos == "NEG" and nxt + 1 < self.stop and words[nxt + 1].pos == "V")
        if opens and not word.joined:
            return self._asyndetic(at, nxt, close)
        if (
            words[at - 1].named
            and word.pos == "N"
            and not word.joined
            and word.core[-1:] != "ا"
            and nxt + 1 < self.stop
            and words[nxt + 1].noun
            and grammar_of("ar").title.fullmatch(word.core)
            and not any(words[i].pos == "V" for i in range(nxt, close))
        ):
            head = antecedent(words, at, self.begins[-1][0])
            self.made.append(Piece([(head, close)], "apposition"))
            self._hide(at, close + 1 if close < self.stop and words[close].pos == "," else close)
            return close
        if (
            is_state(word)
            or word.core in w.SAYING
            or (
                word.pos == "N"
                and not word.joined
                and not word.definite
                and not word.named
                and word.core[-1:] == "ا"
                and word.raw[-1:] in "اً"
                and 4 <= len(word.core) <= 7
                and word.core not in {"دولارا", "مليونا"}
                and words[at - 1].pos != "NUM"
            )
        ):
            end = self._clause_end(nxt + 1)
            self._hide(at, end)
            return end
        if (
            word.core in w.EVENT_BEFORE
            and word.pos == "P"
            and not (nxt + 1 < self.stop and words[nxt + 1].pos == "COMP")
        ):
            end = self._clause_end(nxt + 1)
            if self.event_in(nxt + 1, end):
                self._hide(at, end)
                return end
        if word.core in w.NOT_CUT and word.core not in {"حين", "عندما", "حتي"}:
            end = self._clause_end(nxt + 1)
            self._hide(at, end)
            return end
        if word.core in {"غير", "الا"} and nxt + 1 < self.stop and words[nxt + 1].pos == "COMP":
            verb = self._verb_from(nxt + 2)
            if verb >= 0:
                self._cut(nxt + 2 if words[nxt + 1].core == "ان" else nxt + 1, "clause", verb)
                return nxt + 2
        if self._is_apposition(at, nxt, close):
            head = antecedent(words, at, self.begins[-1][0])
            if head < at:
                self.made.append(Piece([(head, close)], "apposition"))
                self._hide(at, close + 1 if close < self.stop and words[close].pos == "," else close)
                return close
        return nxt

    def _asyndetic(self, at: int, nxt: int, close: int) -> int:
        """A comma and a verb: it qualifies the indefinite noun before it, or is a further predicate."""
        words = self.words
        verb = self._verb_from(nxt)
        before = words[at - 1]
        points_back = has_object(words[verb]) or any(
            one.core in w.WITH_PRONOUN
            or (regex.search(r"(?:ها|هم|ه)$", one.core) and one.core in w.PART_OF)
            or regex.search(r"[اي](?:ها|هم|هن)$", one.core)
            for one in words[verb + 1 : close]
        )
        if (
            self.seen >= 0
            and before.pos in {"N", ")"}
            and not before.named
            and ((not before.definite and points_back) or has_object(words[verb]))
        ):
            head = antecedent(words, at, self.begins[-1][0])
            if head < at:
                end = self._clause_end(verb + 1)
                self.made.append(Piece([(head, end)], "relative", verb=verb))
                self._hide(at, end)
                return end
        if self.seen < 0:
            return nxt
        self._cut(nxt, "predicate", verb)
        return verb + 1

    def _sentential(self, comma: int, nxt: int, close: int) -> None:
        """Reads "ما أدى إلى ...": about the whole sentence before it; a claim where it tells what happened."""
        verb = self._verb_from(nxt + 1)
        end = self._clause_end(max(verb, nxt) + 1)
        inner = Splitter(self.words, nxt, end)
        inner.seen = verb
        self.made += [one for one in inner.pieces() if one.kind in {"relative", "apposition"}]
        if verb >= 0 and self.words[verb].past and self.seen >= 0:
            self.made.append(Piece(inner.visible(), "relative", verb=verb))
        self._hide(comma, end)
        del close

    def _relative_insert(self, comma: int, pronoun: int, close: int) -> int:  # noqa: C901, PLR0912, PLR0915
        """Takes ", who ...," out with its antecedent."""
        words = self.words
        begin = self.begins[-1][0]
        head: Stretch | None = None
        if words[pronoun].pos == "PRO":
            if pronoun + 1 < self.stop and words[pronoun + 1].pos == "WHAT":
                end = self._clause_end(pronoun + 2)
                verb = self._verb_from(pronoun + 2)
                core = verb_core(words[verb].core) if verb >= 0 else ""
                speaker = subject_behind(words, verb, end) if verb >= 0 else None
                if core in w.SAY and speaker is not None and self.begins[-1][0] < comma:
                    # "which the minister denied": that he says so of what stands before
                    self.made.append(
                        Piece([(self.begins[-1][0], end)], "said", verb=verb, source=(pronoun, end, *speaker))
                    )
                self._hide(comma, end)
                return end
            subject = self.subject_now()
            kind = {"هو": "m", "هي": "f"}.get(words[pronoun].core, "p")
            if (
                self.seen >= 0
                and subject is not None
                and subject[0] < self.seen
                and fits(kind, noun_gender(words, subject))
            ):
                head = (subject[0], subject[1])
            else:
                first = antecedent(words, comma, begin, kind)
                if words[first].core in w.TIME_NOUN:
                    first = comma
                if first < comma and words[comma - 1].pos != "NUM" and not words[first].prefixed:
                    head = (first, comma)
        if head is None:
            first = antecedent(words, comma, begin)
            if first >= comma:
                return pronoun + 1 if comma == pronoun else pronoun
            if words[comma - 1].pos == "NUM":
                verb = self._verb_from(pronoun + 1)
                if verb < 0 or verb_core(words[verb].core) not in w.OPINES:
                    return pronoun + 1 if comma == pronoun else pronoun
                first = comma
            head = (first, comma)
        if words[pronoun].pos == "REL" and self._verb_from(pronoun + 1) < 0:
            return pronoun
        verb = pronoun + 1
        if (
            words[pronoun].pos == "REL"
            and verb < close
            and words[verb].pos == "V"
            and has_object(words[verb])
            and verb_core(words[verb].core) in w.OPINES
        ):
            speaker = subject_behind(words, verb, close)
            if speaker is not None:
                self.made.append(Piece([head, (pronoun, close)], "said", verb=verb, source=(pronoun, close, *speaker)))
                self._hide(comma, close + 1 if close < self.stop else close)
                return close + 1
        end = close
        inner = Splitter(words, pronoun + 1, end, subject=None)
        if words[pronoun].pos == "PRO":
            inner.seen, inner.cut_all = pronoun, True
        found = inner.pieces()
        if not found:
            found = [Piece([(pronoun + 1, end)], "clause")]
        own = True
        for one in found:
            if one.kind in {"relative", "apposition", "event"}:
                self.made.append(one)
                continue
            parts = list(one.parts)
            if one.subject is not None and one.kind == "predicate" and parts and parts[0] == one.subject:
                parts = parts[1:]
            if own:
                parts[0] = (pronoun, parts[0][1])
                parts = (
                    [(head[0], parts[0][1]), *parts[1:]]
                    if head[1] == comma and comma == parts[0][0] - 1
                    else [head, *parts]
                )
                own = False
            else:
                parts = [head, *parts]
            self.made.append(Piece(parts, "relative", verb=one.verb))
        self._born_in(head, pronoun, end)
        self._hide(
            comma,
            min(end + 1, self.stop)
            if end < self.stop and words[end].pos == "," and not self._resumes_as_list(end)
            else end,
        )
        return end if end < self.stop and words[end].pos == "," and not self.gone[end] else end + 1

    def _resumes_as_list(self, comma: int) -> bool:
        """Whether the word behind the closing comma opens another insert or clause of its own."""
        return comma + 1 < self.stop and (
            self.words[comma + 1].pos in {"REL", "WHAT", "CON", "SUB"} or bool(self.words[comma + 1].joined)
        )

    def _born_in(self, head: Stretch, pronoun: int, end: int) -> None:
        """Reads "وهو مهندس بحري مولود في إربد": what he is and where he was born are two facts."""
        words = self.words
        if words[pronoun].pos != "PRO":
            return
        born = next(
            (
                i
                for i in range(pronoun + 2, end)
                if words[i].core in {"مولود", "مولوده", "حاصل", "حاصله", "حائز", "حائزه"}
            ),
            -1,
        )
        mine = self.made[-1]
        if born > 0 and mine.parts[-1][1] == end:
            mine.parts[-1] = (mine.parts[-1][0], born)
            self.made.append(Piece([head, (born, end)], "relative"))

    def _is_apposition(self, comma: int, nxt: int, close: int) -> bool:
        """Whether a noun phrase between commas says who or what the one before is."""
        words = self.words
        word = words[nxt]
        if (
            word.pos == "P"
            and word.core == "من"
            and close < self.stop
            and (self.seen < 0 or self.only_inserts)
            and close - nxt <= 5
        ):
            return True
        if (
            word.pos != "N"
            or word.joined
            or word.prefixed
            or close - nxt > 12
            or (not words[comma - 1].noun and words[comma - 1].pos != ")")
        ):
            return False
        if any(words[i].pos in {"V", "COMP"} for i in range(nxt, close)):
            return False
        if word.core in w.TIME_NOUN or word.core in {
            "خصوصا",
            "خاصه",
            "اضافه",
            "فضلا",
            "مقارنه",
            "علما",
            "لا",
            "سواء",
            "لاسيما",
        }:
            return False
        resumes = (
            close < self.stop
            and close + 1 < self.stop
            and not (words[close + 1].joined and words[close + 1].pos == "N")
        )
        opens = word.definite or word.named or any(words[i].named for i in range(nxt, min(nxt + 4, close)))
        if not opens:
            return False
        return resumes or (
            close == self.stop
            and word.definite
            and not word.core.startswith("بال")
            and words[comma - 1].pos in {")", "N"}
        )

    # -- borders ---------------------------------------------------------------------------------

    def _comma_behind(self, at: int) -> int:
        """The next comma at this level, or the end."""
        return next(
            (
                i
                for i in range(at, self.stop)
                if self.words[i].depth == self.base and (self.words[i].pos == "," or self.words[i].text in "؛;–")
            ),
            self.stop,
        )

    def _clause_end(self, at: int) -> int:
        """The end of a clause: a comma, or "and" with a verb."""
        words = self.words
        for place in range(at, self.stop):
            word = words[place]
            if word.depth > self.base:
                continue
            if word.pos == ",":
                if place + 1 < self.stop and words[place + 1].pos == "N" and words[place + 1].joined and False:
                    continue
                return place
            if word.joined and word.pos in {"V", "NEG", "MARK"} and place > at - 1:
                return place
            if word.pos == "CON" and word.core == "ثم":
                return place
            if word.core in w.TEMPORAL_CUT and place > at:
                return place
        return self.stop

    def _verb_from(self, at: int) -> int:
        """The first verb of the clause that begins here, before any comma."""
        words = self.words
        for place in range(at, min(self.stop, at + 26)):
            if words[place].depth > self.base or self.gone[place]:
                continue
            if words[place].pos == "V" and not (place > at and words[place].joined and False):
                return place
            if words[place].pos == "," and not (place + 1 < self.stop and words[place + 1].pos in {"REL", "N", "P"}):
                return -1
        return -1

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
        inner = Splitter(words, at, end)
        inner.seen = at
        self.made += [one for one in inner.pieces() if one.kind in {"relative", "apposition"}]
        self.made.append(Piece(inner.visible(), "event"))
        return True

    def visible(self) -> list[Stretch]:
        """What inserts left in place of the whole stretch."""
        return self._parts(self.start, self.stop)

    def _hide(self, start: int, end: int) -> None:
        for at in range(start, min(end, self.stop)):
            self.gone[at] = True

    def _source(self, at: int, source: tuple[int, int, int]) -> int:
        """A source named inside or behind a clause: it answers for the clause around it."""
        first, close, end = source
        own = at + 1 if self.words[at].pos in {",", "."} else at
        self.sources.append((own, end, first, close))
        self._hide(at, end + 1 if end < self.stop and self.words[end].pos == "," and self._goes_on(end + 1) else end)
        return end

    def _goes_on(self, at: int) -> bool:
        """Whether the clause goes on behind a source between commas."""
        if at >= self.stop:
            return False
        word = self.words[at]
        return not (word.joined or word.pos in {"SUB", "CON", "WHAT", "REL"} or word.core in w.SAYING)

    def _cut(self, at: int, kind: str, verb: int) -> None:
        self._close_relative(at)
        self.begins.append((at, kind))
        self.seen = verb

    # -- subjects --------------------------------------------------------------------------------

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
                and not words[verb].joined
            ):
                return begin, close
        found = subject_behind(words, verb, end)
        if found is None:
            return None
        if not has_object(words[verb]) and not fits(verb_gender(words[verb]), noun_gender(words, found)):
            return None  # the verb does not agree: it is the object of a dropped subject
        if kind == "predicate" and shared is not None and not same_gender(words, verb, found, shared):
            return None
        return found

    def _unlike(self, begin: int, end: int) -> bool:
        """Whether the first verb behind "unlike X" stands in a relative clause."""
        verb = next((i for i in range(begin, end) if self.words[i].pos == "V" and not self.gone[i]), -1)
        return verb < 0 or self._in_open_relative(verb, begin)

    def _verb_outside(self, begin: int, end: int) -> int:
        """The first verb of a piece that stands in no relative clause."""
        return next(
            (
                i
                for i in range(begin, end)
                if self.words[i].pos == "V" and not self.gone[i] and not self._in_open_relative(i, begin)
            ),
            -1,
        )

    def _in_open_relative(self, at: int, begin: int) -> bool:
        """Whether a verb belongs to a relative clause that stands before the main verb."""
        for place in range(at - 1, begin - 1, -1):
            if self.words[place].pos == "REL":
                return not any(self.words[i].pos == "V" for i in range(place + 1, at))
            if self.words[place].pos in {"V", ","}:
                return False
        return False

    # -- making ----------------------------------------------------------------------------------

    def _emit_whole(self, at: int) -> None:
        self.made.append(Piece(self._parts(at, self.stop), "clause"))

    def _parts(self, start: int, end: int) -> list[Stretch]:
        """The stretches that are still in place, without marks and joints at their ends."""
        found: list[Stretch] = []
        begin = -1
        for at in range(start, end + 1):
            here = at < end and not self.gone[at]
            if here and begin < 0:
                begin = at
            if not here and begin >= 0:
                first, last = begin, at
                while first < last and self.words[first].pos in {",", ".", "-", ")"}:
                    first += 1
                while last > first and (
                    self.words[last - 1].pos in {",", "-", ":"}
                    or (self.words[last - 1].pos == "CON")
                    or (self.words[last - 1].pos == "COMP" and self.words[last - 1].joined)
                    or (last == end and last < self.stop and self.words[last - 1].pos == "SUB")
                    or self.words[last - 1].pos == "."
                ):
                    last -= 1
                if first < last:
                    found.append((first, last))
                begin = -1
        return found

    def _emit_all(self) -> None:
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
                    self.words[end - 1].pos in {"CON", ",", "SUB"}
                    or (self.words[end - 1].pos == "COMP")
                    or self.words[end - 1].core in {"قبل", "بعد", "غير", "الا", "حين", "في", "منذ"}
                ):
                    end -= 1
            parts = self._parts(begin, end)
            own = self._own_subject(begin, end, kind, subject)
            source = next((one for one in self.sources if begin <= one[0] <= end), None)
            if not parts:
                subject = own or subject
                continue
            verb = next((i for i in range(begin, end) if self.words[i].pos == "V" and not self.gone[i]), -1)
            shared: Stretch | None = None
            if own is None and (kind == "predicate" or (which == 0 and self.inherited is not None)):
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
                and not fits(verb_gender(self.words[verb]), noun_gender(self.words, shared))
            ):
                shared = None
            if shared is not None and not any(a <= shared[0] < b for a, b in parts):
                piece.subject = shared
                piece.parts = sorted([shared, *parts])
            piece.subjectless = own is None and shared is None and verb >= 0
            self.made.append(piece)
            subject = own or subject
