"""An Arabic clause -> its assertions: the clause read from left to right, word by word."""

from claims.arabic import words as w
from claims.arabic.acts import is_state
from claims.arabic.antecedents import antecedent
from claims.arabic.behind import counted_end, has_object, subject_behind
from claims.arabic.borders import Piece
from claims.arabic.joints import Joints
from claims.arabic.phrases import closing
from claims.arabic.sources import according_at
from claims.tokens import grammar_of

_KIN = frozenset("ابن ابنه بنت حفيد حفيده صاحب صاحبه والد والده زوج زوجه شقيق شقيقه نجل نجله".split())  # noqa: SIM905
_WHEN = frozenset(["حين", "عندما", "حينما", "لما"])
_TIMES = frozenset(["ضعف", "ضعفي", "اضعاف", "نصف", "ثلث", "ربع", "ثلثي"])


class Splitter(Joints):
    """Reads one stretch of words from left to right."""

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
        at = self._fronted_place(self._fronted_time(at))
        self.begins = [(at, "clause")] if self.gone[self.begins[0][0]] else self.begins
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

    def _fronted_time(self, at: int) -> int:
        """Past "حين اندلعت الحرب،": what happened once is a claim of its own, a habit stays."""
        words = self.words
        if at >= self.stop or words[at].core not in _WHEN:
            return at
        comma = self._comma_behind(at)
        verb = self._verb_from(at + 1)
        main = self._verb_from(comma + 1) if comma + 1 < self.stop else -1
        if not at < verb < comma < main or comma - at > 16 or words[comma + 1].joined:
            return at
        told = subject_behind(words, verb, comma) is not None
        if told and words[verb].past and words[main].past and not words[verb].core.startswith(tuple("يت")):
            self._sub(at + 1, comma)
            self._hide(at, comma + 1)
        return comma + 1

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
        if (
            word.pos == ":"
            and not self.only_inserts
            and word.depth == self.base
            and at + 1 < self.stop
            and words[at + 1].pos == "("
        ):
            end = closing(words, at + 1, self.stop)
            self._close_relative(at)
            self._hide(at, end)  # somebody's words: no part of what the clause asserts
            return end
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
        if word.core in w.EVENT_BEFORE and self.seen >= 0 and not self._ranks_before(at):
            end = self._clause_end(behind)
            if self.event_in(behind, end):
                self._hide(at, end)
                return end
        return behind

    def _comma(self, at: int) -> int:  # noqa: C901, PLR0911, PLR0912, PLR0915
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
        aside = close + 1 < self.stop and self.seen >= 0 and words[at - 1].pos == "N"
        if word.pos == "REL" or (word.pos == "PRO" and (word.joined or (aside and not words[close + 1].joined))):
            return self._relative_insert(at, nxt, close)
        if word.pos == "WHAT" and counted_end(words, nxt, self.stop) > nxt:
            return nxt  # "، ما لا يقل عن 420 ألف دينار": the object
        if word.pos == "WHAT" and nxt + 1 < self.stop and words[nxt + 1].pos in {"V", "NEG"}:
            self._sentential(at, nxt, close)
            return close
        if word.core == "اما" and self.seen >= 0 and self._verb_from(nxt + 1) >= 0:
            self._cut(nxt + 1, "clause", -1)  # "، أما هي فحولت": another topic
            return nxt + 1
        if word.core == "اي" and nxt + 1 < self.stop:
            head = antecedent(words, at, self.begins[-1][0])
            if self._in_time(at):
                head = next((i for i in range(at - 1, max(at - 14, self.start), -1) if words[i].pos == "NUM"), at)
                told = any(one.pos == "NUM" or one.core in _TIMES for one in words[nxt:close])
                head = head if told else at
            if head < at:
                self.made.append(Piece([(head, close)], "apposition"))
            if head < at or self._in_time(at):
                self._hide(at, close)
            return close
        if word.core in w.PART_OF and not word.joined and words[at - 1].pos == "NUM":
            return close  # "إلى 57، بينهم 12 طفلا": the number alone is no head
        if word.core in w.PART_OF and not word.joined:
            head = antecedent(words, at, self.begins[-1][0])
            if head < at:
                self.made.append(Piece([(head, close)], "apposition"))
                self._hide(at, close + 1 if close < self.stop else close)
            return close
        opens = word.pos == "V" or (word.pos == "NEG" and nxt + 1 < self.stop and words[nxt + 1].pos == "V")
        if word.core == "كل" and word.joined == "و" and self.seen >= 0 and self._verb_from(nxt) > 0:
            self._cut(nxt, "clause", -1)  # "وكل أسبوع نضيعه يدفع ثمنه": "every" is a subject of its own
            return nxt + 1
        fronted = self._fronted_verb(nxt, close)
        if fronted > 0:
            kind = "clause" if subject_behind(words, fronted, self.stop) is not None else "predicate"
            self._cut(nxt, kind, fronted)
            return fronted + 1
        bare = words[at - 1].pos == "N" and not words[at - 1].definite
        if (
            bare
            and word.pos == "NEG"
            and not word.joined
            and close < self.stop
            and close - nxt <= 3
            and words[close].pos == ","
        ):
            self._hide(at, close + 1)  # "بنك محلي، لم يسمه، بإعداد": the denial is not the clause's
            return close + 1
        if opens and not word.joined:
            return self._asyndetic(at, nxt, close)
        if (
            words[at - 1].named
            and word.pos == "N"
            and not word.joined
            and word.core[-1:] != "ا"
            and nxt + 1 < self.stop
            and words[nxt + 1].noun
            and (grammar_of("ar").title.fullmatch(word.core) or word.core in _KIN)
            and not any(words[i].pos == "V" for i in range(nxt, close))
        ):
            head = antecedent(words, at, self.begins[-1][0])
            self.made.append(Piece([(head, close)], "apposition"))
            self._hide(at, self._behind_insert(close))
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
        ) and not self._lacks_predicate(at):
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
            head = self._bearer(antecedent(words, at, self.begins[-1][0]), nxt, close)
            if head < at:
                self.made.append(Piece([(head, close)], "apposition"))
                behind = close + 1 if close < self.stop and words[close].pos == "," else close
                self._hide(at, self._behind_insert(close) if word.pos == "N" else behind)
                return close
        return nxt
