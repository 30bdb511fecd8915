"""A tagged Arabic sentence -> its mentions, its open references and the subjects that its verbs leave out."""

from claims.arabic import words as w
from claims.arabic.agreement import fits, noun_gender, verb_gender
from claims.arabic.behind import has_object, subject_behind
from claims.arabic.doers import is_done, needs_person, nobody_does
from claims.arabic.morphology import strength
from claims.arabic.phrases import phrase_end
from claims.arabic.word import Word
from claims.lexicon.ar_verbs import verb_core
from claims.meant.arabic_references import ArabicReferences
from claims.meant.arabic_words import COUNTS, IMPERSONAL, RANKS, carries
from claims.meant.records import ALL, PERSONS, Kind, Part, Read, Reference
from claims.meant.words import ANY, FIRST, F, M


class Arabic(ArabicReferences):
    """Reads one sentence by its tagged words."""

    def all(self) -> Read:
        """The mentions and references of the sentence."""
        subjects = self._subjects()
        stop = len(self.words)
        named: set[int] = set()
        for at, word in enumerate(self.words):
            if word.noun and word.core not in w.TIME_NOUN and word.pos != "NUM":
                self._mention(at, min(phrase_end(self.words, at, stop), stop), subjects, named)
            self._reference(at, word)
            if word.pos == "V":
                self._event(at)
        self.read.brought_up()
        return self.read

    def dropped(self, start: int, end: int, *, surely: bool) -> Reference | None:
        """The subject that the first verb between two offsets leaves out; `surely` where its draft has none."""
        inside = (i for i, word in enumerate(self.words) if word.start >= start and word.end <= end)
        at = next((i for i in inside if self.words[i].pos == "V" and not self._relative(i)), -1)
        if at < 0 or self.words[at].core in w.SAY | IMPERSONAL | w.IMPERSONAL or self._first_person(at):
            return None
        if any(word.pos == "WHAT" for word in self.words[:at] if word.start >= start) or self._excepts(at):
            return None
        if nobody_does(self.words, at):
            return None
        opening = [word for word in self.words[:at] if word.start >= start and self._opens(word)]
        if any(word.noun and not word.prefixed and word.core not in w.TIME_NOUN for word in opening):
            return None
        return self._left_out(at, start) if self._leaves_out(at, surely=surely) else None

    def _excepts(self, at: int) -> bool:
        """Whether a denied verb has its subject behind "but": «لم تصمد سوى عينة»."""
        denied = at > 0 and self.words[at - 1].pos == "NEG"
        clause = [word for word in self.words[at:] if self.clauses[word.at] == self.clauses[at]]
        return denied and any(word.core in {"سوي", "الا"} for word in clause)

    def _leaves_out(self, at: int, *, surely: bool) -> bool:  # noqa: C901, PLR0911
        """Whether no noun behind a verb can be its subject."""
        words = self.words
        behind_at = at + 1
        while behind_at + 1 < len(words) and words[behind_at].core in w.WITH_PRONOUN:
            behind_at += 1
        after = words[behind_at] if behind_at < len(words) else None
        if after is not None and behind_at > at + 1 and (after.pos == "NUM" or after.core in COUNTS):
            return False
        after = words[at + 1] if at + 1 < len(words) else None
        if after is not None and (after.pos in {"COMP", "WHAT"} or self._is_known(after) or after.named):
            return False
        if (
            after is not None
            and words[at].core in w.WAS | w.AUXILIARY
            and after.core in RANKS
            and verb_gender(words[at]) == "f"
        ):
            return True  # «وكانت أول امرأة تدير مرصدا»
        behind = subject_behind(words, at, len(words))
        if behind is not None:
            if is_done(words, at, behind):
                return True
            misfit = surely and verb_gender(words[at]) == "m" and words[behind[0]].raw.endswith("ة")
            return misfit and not (behind[1] < len(words) and words[behind[1]].noun and not words[behind[1]].prefixed)
        if not surely and after is not None and self._done_to(at, after):
            return not self._subject_later(at)
        if not surely or after is None:
            return surely
        if after.pos == "NUM" or after.core in COUNTS:
            return False
        if self._subject_later(at):
            return False
        subject_like = after.pos == "N" and not after.prefixed and after.raw[-1:] not in "اً"
        return not subject_like or (words[at].core in w.AUXILIARY and after.core in RANKS)

    def _subject_later(self, at: int) -> bool:
        """Whether a noun behind a comma may be the subject of a verb."""
        late = (
            word
            for word, before in zip(self.words[at + 2 :], self.words[at + 1 :], strict=False)
            if before.pos == "," and word.pos == "N" and not word.prefixed and not word.joined
        )
        return any(fits(verb_gender(self.words[at]), noun_gender(self.words, (word.at, word.at + 1))) for word in late)

    def _done_to(self, at: int, after: Word) -> bool:
        """Whether an accusative stands right behind a verb, so that its subject was told before: «ورفضت عرضا»."""
        verb = self.words[at]
        if verb.core in w.WAS | w.AUXILIARY:
            return False
        marked = after.raw.endswith("ا") or after.raw.endswith(("ًا", "اً"))
        return (
            after.pos == "N"
            and marked
            and not after.named
            and not after.definite
            and not after.prefixed
            and len(after.core) > 4
            and not carries(after)
            and verb_gender(verb) in {"f", "m"}
            and not after.joined
        )

    def _opens(self, word: Word) -> bool:
        """Whether a noun before the verb may be its subject: it opens its clause."""
        return word.at == 0 or self.words[word.at - 1].pos in {",", "CON", "COMP"} or bool(word.joined)

    def _first_person(self, at: int) -> bool:
        word = self.words[at]
        if word.core.endswith("نا") and verb_core(word.core.removesuffix("نا")):
            return True
        return word.core[:1] in {"ن", "ا"} and strength(word.core) == "first"

    def firsts(self) -> list[tuple[int, int]]:
        """Where somebody speaks of himself: offsets of the sentence."""
        return [
            (word.start, word.end)
            for at, word in enumerate(self.words)
            if (word.pos == "V" and self._first_person(at)) or word.core in FIRST["ar"]
        ]

    def _relative(self, at: int) -> bool:
        """Whether a verb belongs to a relative clause."""
        before = self.words[at - 1] if at else None
        if before is None or self.words[at].joined:
            return False
        return before.pos in {"REL", "WHAT"} or (
            before.pos == "N"
            and not before.definite
            and not before.named
            and not before.core.endswith(("ها", "ه", "هم"))
        )

    def _left_out(self, at: int, start: int) -> Reference:
        gender = {"يكون": "m", "تكون": "f"}.get(self.words[at].core) or verb_gender(self.words[at])
        by = self.sentence.start
        acting = gender == "p" or needs_person(self.words, at)
        return Reference(
            start=by + start, end=by + start, part=Part.SUBJECT, kinds=PERSONS | {Kind.BODY} if acting else ALL - {Kind.PLACE}, genders={"f": F, "m": M}.get(gender, ANY),  # noqa: E501
            number="p" if gender == "p" else "", dropped=True, clause=self.clauses[at], wary=True,
        )  # fmt: skip

    def crossed(self) -> list[Reference]:
        """Subjects left out in relative clauses whose verb is not the noun's: «الذي تزوجته»."""
        made = []
        for at, word in enumerate(self.words[1:], 1):
            before = self.words[at - 1]
            if (
                word.pos != "V"
                or before.pos != "REL"
                or before.core not in {"الذي", "التي"}
                or subject_behind(self.words, at, len(self.words)) is not None
            ):
                continue
            if has_object(word) and verb_gender(word) == ("f" if before.core == "الذي" else "m"):
                made.append(self._left_out(at, word.start))
        return made
