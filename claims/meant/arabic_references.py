"""The pronouns of a tagged Arabic sentence, separate and attached, and its bare definite nouns, as references."""

from claims.arabic import words as w
from claims.arabic.agreement import noun_gender, verb_gender
from claims.arabic.behind import has_object, subject_behind
from claims.arabic.word import Word
from claims.lexicon.ar_verbs import verb_core
from claims.meant.arabic_mentions import ArabicMentions
from claims.meant.arabic_words import ALONE, EMPHATIC, EMPTY, TAIL, carries, may_carry, qualifies
from claims.meant.events import acts_told
from claims.meant.kinds import kind_of_noun, kinds_meant
from claims.meant.owners import owners_of, takes_up
from claims.meant.records import ALL, PERSONS, Kind, Part, Reference
from claims.meant.words import ANY, F, M, classes_of, stem, stems

_WHAT = {"ه": (M, "s", ALL), "ها": (F, "", ALL), "هم": (ANY, "p", PERSONS | {Kind.BODY}), "هما": (ANY, "p", ALL), "هن": (F, "p", PERSONS)}  # fmt: skip  # noqa: E501


#: one of what stands right before a comma: «ثلاث مرات، آخرها في يوليو»
_LAST = ("اخر", "اول", "ابرز", "اهم", "احدث", "اكبر")
_ONE_OF_THEM = frozenset(f"{one}{tail}" for one in _LAST for tail in ("ها", "هم"))


class ArabicReferences(ArabicMentions):
    """Reads what a sentence leaves open."""

    def _reference(self, at: int, word: Word) -> None:  # noqa: C901
        """Keeps the reference that a word is or carries."""
        if word.core in EMPHATIC or (word.core in _ONE_OF_THEM and at and self.words[at - 1].pos == ","):
            return
        if word.core in w.PART_OF and (tail := TAIL.search(word.core)) is not None:
            self._add(at, word, tail.group(0), Part.OWNER, near=True)
        elif word.pos == "PRO":
            self._alone(at, word)
        elif word.pos == "COMP" or word.core in w.SUBORDINATE or word.text in w.CONTRAST:
            tail_of = may_carry(word)
            if tail_of and not (word.core.endswith("انه") and self._empty(at)):
                self._add(at, word, tail_of, Part.SUBJECT)
        elif word.pos == "P" and word.core in w.WITH_PRONOUN:
            tail_of = next((one for one in ("هما", "ها", "هم", "هن", "ه") if word.core.endswith(one)), "")
            if tail_of:
                owner = at > 0 and self.words[at - 1].pos == "N"
                self._add(at, word, tail_of, Part.OWNER if owner else Part.OBJECT, hangs=True)
        elif word.pos == "V":
            tail = TAIL.search(word.core) if has_object(word) and not word.raw.endswith("ة") else None
            if tail is not None:
                own = subject_behind(self.words, at, len(self.words)) is not None
                self._add(at, word, tail.group(0), Part.OWNER if own else Part.OBJECT, hangs=True)
        elif word.pos in {"N", "P", "ADV"} and not word.named:
            tail_of = carries(word)
            if tail_of and word.core not in w.TOLD:
                self._add(at, word, tail_of, Part.OWNER, hangs=True)
            elif word.pos == "N":
                self._description(at, word)

    def _alone(self, at: int, word: Word) -> None:
        """A pronoun that stands by itself, unless it only parts subject and predicate: «هذا هو اللقب»."""
        before = self.words[at - 1] if at else None
        behind = self.words[at + 1] if at + 1 < len(self.words) else None
        parts = before is not None and (before.pos == "DEM" or (before.noun and not word.joined))
        if word.core in ALONE and not parts and not (behind is not None and behind.pos in {"WHAT", "REL"}):
            self._add(at, word, ALONE[word.core], Part.SUBJECT, near=bool(word.joined) and at > 1)

    def _empty(self, at: int) -> bool:
        """As in «إنه لا يمكن»: the pronoun stands for the sentence behind it."""
        behind = next((word for word in self.words[at + 1 : at + 4] if word.pos != "("), None)
        if behind is None:
            return False
        if behind.pos in {"P", "ADV", "NUM", "WHAT", "SUB", "NEG"} or behind.prefixed or behind.core in EMPTY:
            return True
        own = behind.pos == "V" and verb_gender(behind) == "m"
        return own and subject_behind(self.words, behind.at, len(self.words)) is not None

    def _bound(self, at: int, tail: str) -> bool:
        """Whether the pronoun only takes up the noun that its relative clause hangs on."""
        own = self.words[at]
        verbal = own.pos == "V" or (own.pos == "N" and bool(verb_core(own.core)))
        if at and verbal and (self.words[at - 1].pos == "WHAT" or (self._bare_noun(at - 1) and not own.joined)):
            return True
        for place in range(at - 1, max(-1, at - 12), -1):
            word = self.words[place]
            if word.pos == "REL":
                return tail == {"الذي": "ه", "التي": "ها"}.get(word.core, tail if tail in {"هم", "هما", "هن"} else "")
            if word.pos == "WHAT":
                return own.pos in {"V", "P"}
            if word.pos in {",", ":", "COMP", "SUB", "CON"} or (word.joined and word.pos == "V"):
                return False
            if word.pos == "V" and place > 0 and self._bare_noun(place - 1):
                subject = subject_behind(self.words, place, len(self.words))
                return own.pos != "N" or (subject is not None and subject[0] <= at)
        return False

    def _bare_noun(self, at: int) -> bool:
        """Whether an indefinite noun or its adjective stands there, so that a verb behind it describes it."""
        word = self.words[at]
        return word.pos == "N" and not word.definite and not word.named and not carries(word)

    def _add(self, at: int, word: Word, tail: str, part: Part, *, near: bool = False, hangs: bool = False) -> None:
        if hangs and self._bound(at, tail):
            return
        genders, number, kinds = _WHAT[tail]
        if word.pos == "N":
            bare = word.core.removesuffix(tail)
            kinds = (
                kinds & (owners_of(bare, "ar") or owners_of(bare.removeprefix("ل").removeprefix("ب"), "ar")) or kinds
            )
        by = self.sentence.start
        self.read.references.append(
            Reference(
                start=by + word.start, end=by + word.end, part=part, kinds=kinds, genders=genders, number=number,
                near=near, clause=self.clauses[at], wary=True, quoted=word.depth > 0,
            )
        )  # fmt: skip

    def _named_here(self, word: Word) -> bool:
        """Whether a word is a name or stands right before one."""
        inside = any(n.start <= word.start < n.end or 0 <= n.start - word.end < 2 for n in self.names)
        return inside or self._is_known(word) or stem(word.core, "ar") in self.parts

    def _bare(self, at: int, word: Word) -> bool:
        """Whether a definite noun stands by itself and names no time."""
        before = self.words[at - 1] if at else None
        behind = self.words[at + 1] if at + 1 < len(self.words) else None
        if not word.definite or word.core in w.TIME_NOUN | w.ADVERB or qualifies(word, before):
            return False
        if before is not None and before.noun and (before.definite or before.named):
            return False
        if word.bearer >= 0:  # in a title: «مدير الهيئة سامر القضاة»
            return (
                before is not None and before.bearer == word.bearer and behind is not None and behind.at == word.bearer
            )
        if behind is None:
            return True
        goes_on = behind.pos == "N" and (behind.definite or behind.named) and not behind.joined and not behind.prefixed
        return not goes_on and behind.pos not in {"REL", "("} and not self._numbered_one(behind)

    def _numbered_one(self, number: Word) -> bool:
        """Whether a number says which one and counts nothing: «الدقيقة 39»."""
        after = self.words[number.at + 1] if number.at + 1 < len(self.words) else None
        return number.pos == "NUM" and (after is None or after.pos != "N" or after.definite)

    def _description(self, at: int, word: Word) -> None:
        """A definite noun by itself: «المنجم»، «هذا القرار»."""
        own = stem(word.core, "ar")
        before = self.words[at - 1] if at else None
        owns = before is not None and before.pos == "N" and not before.definite and not before.prefixed
        if owns and kind_of_noun(word.core, "ar") is Kind.THING:
            return  # «هدف الفوز»: which one is told by the whole
        if own in stems("ar", "unique") or not self._bare(at, word) or (word.bearer < 0 and self._named_here(word)):
            return
        classes, others = classes_of(own, "ar")
        gender, by = noun_gender(self.words, (at, at + 1)), self.sentence.start
        kinds = kinds_meant(word.core, "ar", of_a_class=bool(classes))
        self.read.references.append(
            Reference(
                start=by + word.start, end=by + word.end, heads=frozenset({own}), kinds=kinds, firm=bool(classes),
                part=Part.SUBJECT if at and self.words[at - 1].pos in {"V", "COMP"} else Part.OTHER,
                classes=classes, others=others, general=takes_up(own, "ar") | acts_told(word.core, "ar"),
                genders=frozenset(gender) if gender in {"f", "m"} and own in stems("ar", "persons") else ANY,
                number="p" if word.core.endswith(("ون", "ين")) and len(word.core) > 6 else "", clause=self.clauses[at],
            )
        )  # fmt: skip
