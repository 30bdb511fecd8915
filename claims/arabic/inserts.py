"""What stands between commas in an Arabic clause -> relative clauses and appositions."""

from claims.arabic import words as w
from claims.arabic.agreement import fits, noun_gender, shown_gender
from claims.arabic.antecedents import antecedent
from claims.arabic.behind import has_object, subject_behind
from claims.arabic.borders import Piece, Stretch
from claims.arabic.phrases import owned
from claims.arabic.qualifiers import Qualifiers
from claims.closed import compiled
from claims.lexicon.ar_verbs import verb_core
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind
from claims.tokens import grammar_of

_HOURS = frozenset(["ساعه", "الساعه", "الصباح", "المساء", "الليل", "الظهر", "الفجر"])


class Inserts(Qualifiers):
    """Takes inserts out, each with the noun that it hangs on."""

    def _asyndetic(self, at: int, nxt: int, close: int) -> int:
        """A comma and a verb: it qualifies the indefinite noun before it, or is a further predicate."""
        words = self.words
        verb = self._verb_from(nxt)
        before = words[at - 1]
        points_back = has_object(words[verb]) or any(
            one.core in w.WITH_PRONOUN
            or (compiled(r"(?:ها|هم|ه)$").search(one.core) and one.core in w.PART_OF)
            or compiled(r"[اي](?:ها|هم|هن)$").search(one.core)
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
        present = not words[verb].past and words[nxt].pos == "V"
        if present and before.pos in {"N", "NUM"} and not before.definite and not before.named:
            return verb + 1  # "باستثمارات كبيرة، يوفر ...": what it describes is not sure, so it stays
        self._cut(nxt, "predicate", verb)
        return verb + 1

    def _sentential(self, comma: int, nxt: int, close: int) -> None:
        """Reads "ما أدى إلى ...": about the whole sentence before it; a claim where it tells what happened."""
        verb = self._verb_from(nxt + 1)
        end = self._clause_end(max(verb, nxt) + 1)
        inner = type(self)(self.words, nxt, end)
        inner.seen = verb
        self.made += [one for one in inner.pieces() if one.kind in {"relative", "apposition"}]
        if verb >= 0 and self.words[verb].past and self.seen >= 0:
            self.made.append(Piece(inner.visible(), "relative", verb=verb))
        self._hide(comma, end)
        del close

    def _relative_insert(self, comma: int, pronoun: int, close: int) -> int:  # noqa: C901, PLR0911, PLR0912, PLR0915
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
            bare = subject is not None and subject[1] - subject[0] == 1 and subject[1] < comma
            if bare and subject is not None and not (words[subject[0]].definite or words[subject[0]].named):
                self._hide(comma, close)  # "جزءا كبيرا منها جاء ...، وهو ...": what it takes up is not sure
                return close
            kind = {"هو": "m", "هي": "f"}.get(words[pronoun].core, "p")
            late = words[comma - 1].pos == "NUM" or words[comma - 1].core in w.TIME_NOUN
            known = subject is not None and (self._person(subject[0]) or any(words[at].named for at in range(*subject)))
            if late and known and subject is not None and shown_gender(words, subject) == kind and subject[1] < comma:
                head = (subject[0], subject[1])  # "ولدت الخازن في زحلة عام 1941، وهي ..."
            elif (
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
        if words[pronoun].pos == "REL" and self._can_say(head) and self._says(verb, close):
            end = self._said_until(close)
            self.made.append(Piece([head, (pronoun, end)], "said", verb=verb, source=(verb, end, *head)))
            self._hide(comma, end + 1 if end < self.stop and words[end].pos == "," else end)
            return end
        end = close
        inner = type(self)(words, pronoun + 1, end, subject=None)
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

    def _person(self, at: int) -> bool:
        """Whether a noun is the title of a person."""
        core = self.words[at].core
        return kind_of_noun(core, "ar") is Kind.PERSON or grammar_of("ar").title.fullmatch(core)

    def _can_say(self, head: Stretch) -> bool:
        """Whether a noun names a person or a body."""
        first = self.words[head[0]]
        told = kind_of_noun(first.core, "ar") in {Kind.PERSON, Kind.BODY} or first.bearer >= 0
        return told or any(self.words[at].named for at in range(*head))

    def _says(self, verb: int, close: int) -> bool:
        """Whether a relative clause tells what its noun says: "، الذي أكد في حيثياته أن ..."."""
        words = self.words
        if verb >= close or words[verb].pos != "V" or verb_core(words[verb].core) not in w.SAY:
            return False
        place = next((at for at in range(verb + 1, min(close, verb + 7)) if words[at].pos in {"COMP", "V", ","}), -1)
        own = subject_behind(words, verb, close)
        return place > 0 and words[place].pos == "COMP" and own is None

    def _said_until(self, close: int) -> int:
        """Where what is said ends: behind further commas as long as "and" goes on with it."""
        while close + 1 < self.stop and (self.words[close + 1].joined and self.words[close + 1].pos == "COMP"):
            close = self._comma_behind(close + 1)
        return close

    def _behind_insert(self, close: int) -> int:
        """The place behind the comma that closes an insert; the comma itself where "who" opens a further one."""
        words = self.words
        if close >= self.stop or words[close].pos != ",":
            return close
        behind = words[close + 1] if close + 1 < self.stop else None
        further = behind is not None and (behind.pos == "REL" or (behind.pos == "PRO" and bool(behind.joined)))
        return close if further else close + 1

    def _bearer(self, head: int, nxt: int, close: int) -> int:
        """The noun that a person's name between commas belongs to: "المحللة في دار الميزان، منى حداد"."""
        words = self.words
        named = any(words[at].named for at in range(nxt, close))
        place = head
        while named and place > self.start and not self._person(place):
            before = place - 1 if words[place - 1].pos == "P" else place if words[place].prefixed else -1
            further = antecedent(words, before, self.start) if before > self.start else before
            if not 0 <= further < place:
                return head
            place = further
        return place

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

    def _in_time(self, end: int) -> bool:
        """Whether the phrase before a place tells when: "في ساعة متأخرة من ليلة الخميس"."""
        return any(one.core in w.TIME_NOUN or one.core in _HOURS for one in self.words[max(end - 2, 0) : end])

    def _is_apposition(self, comma: int, nxt: int, close: int) -> bool:  # noqa: PLR0911
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
            word.pos == "NUM"
            and words[comma - 1].named
            and close < self.stop
            and close - nxt == 2
            and words[nxt + 1].core in {"عاما", "سنه", "عام"}
        ):
            return True  # "لمياء العتيبي، 38 عاما، ..."
        if (
            word.pos != "N"
            or word.joined
            or word.prefixed
            or close - nxt > 12
            or (not words[comma - 1].noun and words[comma - 1].pos != ")")
        ):
            return False
        if any(words[i].pos in {"V", "COMP"} and words[i].depth <= word.depth for i in range(nxt, close)):
            return False
        if (
            self._in_time(comma)
            or word.core in w.TIME_NOUN
            or word.core
            in {
                "خصوصا",
                "خاصه",
                "اضافه",
                "فضلا",
                "مقارنه",
                "علما",
                "لا",
                "سواء",
                "لاسيما",
            }
        ):
            return False
        resumes = (
            close < self.stop
            and close + 1 < self.stop
            and not (words[close + 1].joined and words[close + 1].pos == "N")
        )
        opens = word.definite or word.named or any(words[i].named for i in range(nxt, min(nxt + 4, close)))
        titled = words[comma - 1].named and (self.only_inserts or self._person(nxt))
        opens = opens or (titled and owned(words, nxt, close))
        if not opens:
            return False
        return resumes or (
            close == self.stop
            and word.definite
            and not word.core.startswith("بال")
            and words[comma - 1].pos in {")", "N"}
        )
