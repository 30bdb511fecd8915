"""The noun phrases and names of a tagged Arabic sentence as mentions."""

from claims.arabic import words as w
from claims.arabic.agreement import COUNTING, noun_gender, verb_gender
from claims.arabic.behind import SPELLS, subject_behind
from claims.arabic.phrases import phrase_end
from claims.arabic.tagging import tagged
from claims.arabic.word import Word
from claims.calendars import month_names
from claims.folding import folded
from claims.meant.arabic_words import EMPHATIC, carries, qualifies
from claims.meant.events import CLAUSE, act
from claims.meant.kinds import given_gender, kind_of_name, kind_of_noun
from claims.meant.records import Kind, Mention, Part, Read
from claims.meant.words import stem, stems
from claims.names import find_names
from claims.records import Name, NameKind, Sentence

#: what tells an age or origin belongs to the person before, and no month is spoken of again
_WHOSE = frozenset({"البالغ", "البالغه", "المولود", "المولوده"})
_MONTHS = frozenset(word for name in month_names("ar") for word in name.split())
_WHERE = frozenset({"قرب", "في", "من", "شمال", "جنوب", "شرق", "غرب", "وسط", "حول", "عن"})
_BORDERS = frozenset({",", ":", ".", "COMP", "REL", "SUB", "CON", "(", ")", "-", "V", "WHAT", "PRO", "NEG", "MARK"})
_LEAST = 3  #: words of a clause that tells something
#: "a single ruling" does not say which
_ONE = frozenset({"واحد", "واحده", "واحدا", "وحيد", "وحيده"})


class ArabicMentions:
    """Reads what a sentence speaks of."""

    def __init__(self, sentence: Sentence, known: frozenset[str], parts: frozenset[str]) -> None:
        self.sentence, self.words, self.known, self.parts = sentence, tagged(sentence.text), known, parts
        self.names = find_names(sentence.text, "ar")
        self.read = Read()
        self.clauses = self._numbered()

    def _numbered(self) -> list[int]:
        """For each word the clause that it stands in."""
        made, clause = [], 0
        for word in self.words:
            clause += word.pos in {",", "CON", "COMP", "REL", "SUB", ":"} or (word.pos == "V" and bool(word.joined))
            made.append(clause)
        return made

    def _subjects(self) -> dict[int, str]:
        """Where the subjects begin, with the gender that their verb tells."""
        found: dict[int, str] = {}
        stop = len(self.words)
        for at, word in enumerate(self.words):
            if word.pos != "V":
                continue
            behind = subject_behind(self.words, at, stop)
            if behind is not None:
                found[behind[0]] = verb_gender(word) if behind[0] == at + 1 else ""
        first = next((i for i, word in enumerate(self.words) if word.pos not in {"(", "CON", "-"}), 0)
        if (
            self.words
            and self.words[first].noun
            and not self.words[first].prefixed
            and self.words[first].core not in w.TIME_NOUN
        ):
            found.setdefault(first, "")
        for at, word in enumerate(self.words[:-1]):
            if word.pos == "COMP" and self.words[at + 1].noun and not self.words[at + 1].prefixed:
                found.setdefault(at + 1, "")
        return found

    def _mention(self, at: int, end: int, subjects: dict[int, str], named: set[int]) -> None:  # noqa: C901, PLR0911
        """Keeps the phrase between two places, unless it only goes on with another."""
        end = max(end, at + 1)
        word, before = self.words[at], self.words[at - 1] if at else None
        if any(one.core in _MONTHS for one in self.words[at:end]):
            end = at + 1
            if (at + 1 < len(self.words) and self.words[at + 1].core in _MONTHS | w.TIME_NOUN) or word.core in _MONTHS:
                return
        if (
            word.core.removeprefix("ال") in w.TALK
            or self._inside_quote(at)
            or word.core in COUNTING
            or (qualifies(word, before) and at not in subjects)
        ):
            return
        if any(one.core in SPELLS for one in self.words[at:end]):
            return  # «خمس سنوات»
        if self._is_known(word) and not any(n.start <= word.start < n.end for n in self.names):
            self._surname(at, subjects)
            return
        if before is not None and before.noun and at not in subjects and not word.prefixed and _goes_on(word, before):
            return
        inner = word.bearer >= 0 and before is not None and before.bearer == word.bearer
        if inner:
            if kind_of_noun(word.core, "ar") not in {Kind.BODY, Kind.PLACE}:
                return
            end = max(at + 1, min(end, word.bearer))
        end = self._closed(at, end)
        self._owner(at, end)
        name = None if inner else self._name(at, end)
        if name is not None:
            named.update(range(at, end))
        elif at in named:
            return
        self._keep_mention(at, end, name, subjects)

    def _owner(self, at: int, end: int) -> None:
        """Keeps what owns the noun of a chain and is told in full: «ميناء السلام» in «هيئة ميناء السلام»."""
        inner = at + 1
        if end - at < 3 or self.words[inner].pos != "N" or self.words[inner].definite or self.words[inner].named:
            return
        own, last = self.words[inner], self.words[end - 1]
        if own.core.endswith(("ي", "يه")):
            return  # an adjective: «مجلس بلدي»
        chain = all(one.pos == "N" and not carries(one) for one in self.words[inner:end])
        if self.words[at].definite or own.prefixed or not chain or not (last.definite or last.named):
            return
        by = self.sentence.start
        self.read.mentions.append(
            Mention(
                start=by + own.start, end=by + last.end, text=self.sentence.text[own.start : last.end], heads=frozenset({stem(own.core, "ar")}),  # noqa: E501
                kind=Kind.ASIDE, number="", part=Part.OWNER, full=True, clause=self.clauses[at],
            )
        )  # fmt: skip

    def _inside_quote(self, at: int) -> bool:
        """Whether a quoted name goes on with the noun before it, which was kept with it."""
        return at > 1 and self.words[at - 1].pos == "(" and self.words[at - 2].noun and not self.words[at - 2].prefixed

    def _closed(self, at: int, end: int) -> int:
        """Where a phrase ends at the latest: before "and", before an object, before one who is mourned."""
        for place in range(at + 1, end):
            word = self.words[place]
            if (
                (word.joined and not word.named)
                or word.core in _WHOSE
                or self._object_behind(at, place)
                or self._other_gender(at, place)
                or (word.pos == "(" and self.words[at].definite and at > 0 and self.words[at - 1].pos == "COMP")
                or stem(word.core, "ar") in stems("ar", "persons")
            ):
                return place
        return end

    def _name(self, at: int, end: int) -> Name | None:
        """The name that a phrase bears, if it is what the phrase is about."""
        word = self.words[at]
        name = next((n for n in self.names if n.start < self.words[end - 1].end and word.start < n.end), None)
        if name is None:
            return None
        close = name.start <= word.start
        if not close and any(one.noun and one.prefixed for one in self.words[at + 1 : end]):
            return None
        titled = word.bearer >= 0 or kind_of_noun(word.core, "ar") is Kind.PERSON
        return name if close or titled else None

    def _keep_mention(self, at: int, end: int, name: Name | None, subjects: dict[int, str]) -> None:
        word, before = self.words[at], self.words[at - 1] if at else None
        kind, gender, by = kind_of_noun(word.core, "ar"), noun_gender(self.words, (at, end)), self.sentence.start
        heads = {stem(word.core, "ar")}
        last = self.words[end - 1].core
        full = (
            end - at > 1
            and not self._goes_further(end)
            and last not in COUNTING | EMPHATIC | _ONE
            and not any(carries(one) for one in self.words[at:end])
        )
        text = self._shown(at, end)
        more = (
            self._complement(end)
            if name is None and not (word.definite or self.words[end - 1].definite or carries(word)) and text
            else end
        )
        if more > end:
            text, full, end = self._shown(at, more), True, more
        if name is not None:
            text, full = name.text, True
            kind = (
                kind_of_name(name)
                if name.kind is not NameKind.UNKNOWN
                else Kind.UNKNOWN
                if name.start <= word.start
                else kind
            )
            if name.role:
                heads.add(stem(name.role.split()[0], "ar"))
                gender = "f" if name.role.split()[0].endswith(("ة", "ه")) else "m"
            elif word.named:
                gender = "f" if name.text.split()[0].endswith(("ة", "اء", "ى")) else ""
            elif kind is Kind.PLACE and gender == "?":
                gender = "f"  # countries and towns
            if kind is Kind.PERSON:
                gender = given_gender(folded(name.text.split()[0])) or gender
        if subjects.get(at) in {"f", "m"} and (kind in {Kind.PERSON, Kind.UNKNOWN} or gender == "?"):
            gender = subjects[at]
        several = gender == "p" or (kind is Kind.PERSON and name is None and word.core.endswith(("ون", "ين", "ات")))
        behind = word.prefixed or (before is not None and before.pos == "P")
        owner = before is not None and before.noun
        part = Part.SUBJECT if at in subjects else Part.OTHER if behind else Part.OWNER if owner else Part.OBJECT
        self.read.mentions.append(
            Mention(
                start=by + word.start, end=by + max(self.words[end - 1].end, name.end if name else 0), text=text,
                heads=frozenset(heads), kind=kind,
                gender=gender if gender in {"f", "m"} else "", number="" if gender == "?" or word.core.endswith("ان") else "p" if several else "s",  # noqa: E501
                part=part, named=name is not None, full=full, definite=word.definite, clause=self.clauses[at], new=self._is_new(at, end),  # noqa: E501
            )
        )  # fmt: skip

    def _goes_further(self, end: int) -> bool:
        """Whether what owns the last noun of a phrase stands behind it: «طرح ربع | أسهمها»."""
        if end >= len(self.words) or self.words[end - 1].definite or self.words[end - 1].named:
            return False
        behind = self.words[end]
        return behind.pos == "N" and not behind.joined and not behind.prefixed and bool(carries(behind))

    def _event(self, at: int) -> None:
        """Keeps what a clause tells, from its verb to the next border: «قرر المجلس إغلاق الجسر»."""
        words, behind = self.words, subject_behind(self.words, at, len(self.words))
        if behind is None or behind[0] != at + 1 or self._relative_verb(at) or self._inside_quotation(at):
            return
        subject = words[behind[0] : behind[1]]
        if any(carries(one) for one in subject) or not (
            len(subject) > 1 or subject[0].named or not subject[0].definite
        ):
            return
        end = behind[1]
        while end < len(words) and words[end].pos not in _BORDERS and not (words[end].joined and words[end].pos == "V"):
            end += 1
        start, by = words[at].start + len(words[at].joined), self.sentence.start
        text = self.sentence.text[start : words[end - 1].end]
        if end == behind[1] or end - at < _LEAST or len(text) > CLAUSE:
            return
        self.read.mentions.append(
            Mention(
                start=by + start, end=by + words[end - 1].end, text=text, heads=frozenset({act(words[at].core, "ar")}),
                kind=Kind.ASIDE, number="", full=True, clause=self.clauses[at],
            )
        )  # fmt: skip

    def _is_new(self, at: int, end: int) -> bool:
        """Whether nothing in a phrase or behind it says which one is meant: «سدا»، «سفينة صغيرة»."""
        inside = self.words[at:end]
        quoted = end < len(self.words) and self.words[end].pos == "("
        return not quoted and not any(one.definite or one.named or one.bearer >= 0 or carries(one) for one in inside)

    def _relative_verb(self, at: int) -> bool:
        """Whether a verb describes the noun before it."""
        before = self.words[at - 1] if at else None
        return (
            before is not None and not self.words[at].joined and (before.pos in {"REL", "WHAT", "NEG"} or before.noun)
        )

    def _inside_quotation(self, at: int) -> bool:
        """Whether a word stands in a quotation."""
        return self.words[at].depth > 0

    def _object_behind(self, at: int, place: int) -> bool:
        """Whether a bare word behind a definite noun is no part of it: «نال في البلدية | أحكاما»."""
        head, word = self.words[at], self.words[place]
        return head.definite and place == at + 1 and word.pos == "N" and not (word.definite or word.named)

    def _other_gender(self, at: int, place: int) -> bool:
        """Whether a definite word cannot be an adjective of the definite noun that opens a phrase: it is an object."""
        head, word = self.words[at], self.words[place]
        if not head.definite or not word.definite or place != at + 1 or word.named:
            return False
        return head.raw.endswith("ة") != word.raw.endswith("ة") and not head.core.endswith(("ات", "اء"))

    def _is_known(self, word: Word) -> bool:
        """Whether a word is a part of the name of somebody named before."""
        return word.core in self.known and word.pos == "N"

    def _surname(self, at: int, subjects: dict[int, str]) -> None:
        """A surname that stands for the whole name."""
        word = self.words[at]
        start, end = self.sentence.start + word.start + len(word.joined), self.sentence.start + word.end
        part = Part.SUBJECT if at in subjects or (at and self.words[at - 1].pos in {"V", "COMP"}) else Part.OTHER
        gender = subjects.get(at, "")
        self.read.mentions.append(
            Mention(
                start=start, end=end, text=self.sentence.text[word.start + len(word.joined) : word.end], heads=frozenset({stem(word.core, "ar")}), kind=Kind.PERSON,  # noqa: E501
                gender=gender if gender in {"f", "m"} else "", part=part, named=True, full=True, clause=self.clauses[at],  # noqa: E501
            )
        )  # fmt: skip

    def _complement(self, end: int) -> int:
        """Where the phrase behind an indefinite noun ends that says which sort or where: «مصنعا للخزف»."""
        words = self.words
        if end >= len(words) or words[end - 1].pos != "N" or words[end].joined:
            return end
        bare = words[end].core[:1] == "ل" and words[end].core[:2] != "لل"
        purpose = bare and end + 1 < len(words) and words[end + 1].pos == "N"  # «لإعادة جدولة قرض»
        if words[end].pos == "N" and words[end].prefixed and not carries(words[end]) and not purpose:
            return end + 1
        behind = words[end + 1] if end + 1 < len(words) else None
        here = words[end].pos == "P" and words[end].core in _WHERE and behind is not None and behind.pos == "N"
        if not here or behind is None or carries(behind) or behind.core in w.TIME_NOUN | _MONTHS:
            return end
        close = phrase_end(words, end + 1, len(words))
        return close if 0 < close - end < 5 else end

    def _shown(self, at: int, end: int) -> str:
        """The phrase as the article has it; "" where a preposition is written together with it and hides the article."""  # noqa: E501
        start = self.words[at].start + len(self.words[at].joined)
        text = self.sentence.text[start : self.words[end - 1].end].rstrip(" ،,:؛")
        if not self.words[at].prefixed:
            return text
        return text[1:] if text.startswith(("بال", "كال")) else ""


def _goes_on(word: Word, before: Word) -> bool:
    """Whether a noun belongs to the phrase of the noun before it."""
    if word.named or before.named:
        return (word.named and before.named) or (word.definite and before.definite and not word.named)
    return word.definite == before.definite
