"""What a clause of a parsed sentence carries along: relative clauses, appositions, participles, dependent clauses."""

from dataclasses import dataclass, field

from claims.parser import Node
from claims.tokens import grammar_of
from claims.tree import SUBJECTS, Tree
from claims.tree_commas import across, age, beside_no_noun, open_doer

_CONTRAST = frozenset({"although", "though", "while", "whereas"})
_CONDITION = frozenset({"if", "unless", "whether", "lest", "so", "as"})
_CONNECTED = frozenset({"because", "since", "after", "when", "before", "until", "once"})
_HELD = frozenset({"only", "just", "even"})  #: before a dependent clause: the main clause holds with it alone
_LONG = 7  #: words; a longer dependent clause is taken out, a shorter one is told with its main clause as well
_OPEN = frozenset({"those", "anyone", "anything", "someone", "everyone", "all", "one", "what", "people", "something"})


@dataclass(slots=True)
class Insert:
    """An assertion found inside another clause."""

    head: Node  #: its predicate or noun
    before: set[int]  #: the words outside that it needs: antecedent, subject
    places: set[int]  #: its own words
    removed: bool  #: whether the clause around it goes on without it
    kind: str  #: "relative", "apposition", "participle", "clause"
    lead: str = ""
    taken: set[int] = field(default_factory=set)  #: words that leave the clause around it, marks included


class Inserts:
    """The inserts of one clause."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def of(self, head: Node, places: set[int]) -> list[Insert]:
        """All inserts among the words of a clause, outermost first, in text order."""
        found: list[Insert] = []
        closed: set[int] = set()
        for at in sorted(places):
            node = self.tree.nodes[at]
            if at in closed or node.at == head.at:
                continue
            made = self._insert(node)
            if made is None:
                continue
            made.places &= places
            found.append(made)
            if made.removed or made.kind == "clause":
                closed |= made.places
        return found

    def _insert(self, node: Node) -> Insert | None:  # noqa: PLR0911 -- one kind a line
        """What a word opens."""
        over = self.tree.nodes[node.head]
        if self.tree.quoted[node.at] and node.label in {"relcl", "appos", "acl", "amod"} and not self._tells(node):
            return None  # somebody's own words hold together
        if self._ranked(node):
            return self._told_of_subject(node, over)
        if node.label == "relcl":
            return self._relative(node, over)
        if node.label == "appos":
            return self._apposition(node, over)
        if node.label == "amod" and node.tag in {"JJ", "JJR", "VBN"} and node.at > over.at:
            return self._participle(node, over)
        if node.label == "acl" and node.tag in {"VBN", "VBG", "VBD"}:
            return self._participle(node, over)
        if node.label == "advcl" and node.tag in {"VBN", "VBG"} and not self.tree.finite(node):
            return self._adverbial(node, over)
        if node.label == "advcl" and self.tree.asserts(node):
            return self._dependent(node)
        return None

    def _relative(self, node: Node, noun: Node) -> Insert | None:
        """As in ", which tracks 40 firms,": out; "who made up results": told besides, where it says something."""
        places = self.tree.all_under(node)
        start = self.tree.first(places)
        apart = self.tree.comma_before(start) or (
            start > 0 and self.tree.nodes[start - 1].tag == "IN" and self.tree.comma_before(start - 1)
        )
        if not self.tree.asserts(node) or start <= noun.at:
            return None
        if apart:
            return Insert(
                node, self._noun_phrase(noun, start), places, removed=True, kind="relative", taken=self.marks(places)
            )
        if self._completes(node, noun, places):
            return None
        pronoun = any(
            self.tree.nodes[at].text.lower() in {"who", "which", "that", "whose"} for at in sorted(places)[:3]
        )
        article = [child.text.lower() for child in self.tree.under(noun, "det")]
        subject = self.tree.subject(node)
        told = (
            noun.text.lower() not in _OPEN
            and (article[:1] in (["a"], ["an"], []) or noun.tag == "NNP")
            and noun.tag in {"NN", "NNP"}
            and (pronoun or (subject is not None and subject.tag not in {"PRP", "EX"}))
            and len(places) > 3
            and not any(self.tree.nodes[at].tag == "WRB" for at in sorted(places)[:2])
        )
        subject = self._described(noun)
        before = self._noun_phrase(noun if subject is None else subject, start)
        return Insert(node, before, places, removed=False, kind="relative") if told else None

    def _tells(self, node: Node) -> bool:
        """Whether an insert between commas holds a figure or a name."""
        apart = self.tree.comma_before(self.tree.first(self.tree.all_under(node)))
        return apart and any(self.tree.nodes[at].tag in {"CD", "NNP"} for at in self.tree.all_under(node))

    def _completes(self, node: Node, noun: Node, places: set[int]) -> bool:
        """As in "on condition that they be paid": the clause tells what the noun says; or it breaks off before its end."""  # noqa: E501
        that = any(c.text.lower() == "that" and c.label == "mark" for c in self.tree.below[node.at])
        if that and self.tree.under(node, "nsubjpass", "dobj"):
            return True
        last = max(places) + 1
        goes_on = last < len(self.tree.nodes) and self.tree.nodes[last].tag in {"MD", "VBD", "VBZ", "VBP"}
        return goes_on and noun.label not in SUBJECTS

    def _ranked(self, node: Node) -> bool:
        """As in ", the fourth of seven children": told of the subject, whatever it is tied to."""
        if node.label not in {"npadvmod", "appos"} or node.tag not in {"NN", "NNS", "CD", "JJ", "JJS"}:
            return False
        words = [self.tree.nodes[at] for at in sorted(self.tree.all_under(node))]
        if len(words) < 4 or words[0].text.lower() != "the" or not self.tree.comma_before(words[0].at):
            return False
        which = words[1].text.lower()
        rank = which in grammar_of("en").words.ordinals or which in {"last", "only"} or words[1].tag == "JJS"
        return rank and words[2].text.lower() in {"of", "child"}

    def _told_of_subject(self, node: Node, over: Node) -> Insert | None:
        """What is told of the subject of the clause around a word."""
        while over.head != over.at and self.tree.subject(over) is None:
            over = self.tree.nodes[over.head]
        subject = self.tree.subject(over)
        places = self.tree.all_under(node)
        if subject is None or subject.at > node.at:
            return None
        before = self._noun_phrase(subject, self.tree.first(places))
        return Insert(node, before, places, removed=True, kind="apposition", taken=self.marks(places))

    def _described(self, noun: Node) -> Node | None:
        """The subject of "Krenz was a politician who …", which the relative clause is about."""
        if noun.label != "attr":
            return None
        subject = self.tree.subject(self.tree.nodes[noun.head])
        return subject if subject is not None and subject.label == "nsubj" and subject.tag not in {"EX", "DT"} else None

    def _apposition(self, node: Node, noun: Node) -> Insert | None:
        """As in "Okafor, a former bus driver": out; "its secretary, Colm Brady": told besides, the name stays."""
        places = self.tree.all_under(node)
        start = self.tree.first(places)
        if not self.tree.comma_before(start) or start <= noun.at:
            return None
        bracketed = self.tree.nodes[start - 1].text == "(" and node.tag == "CD"
        if bracketed or across(self.tree, node, noun):
            return None  # "Dev Rao (87)": a figure in brackets says nothing without its verb
        if age(self.tree, node, noun, places):
            return Insert(node, self._noun_phrase(noun, start), places, removed=True, kind="apposition", taken=self.marks(places))  # noqa: E501  # fmt: skip
        named = node.tag in {"NNP", "NNPS"} and noun.tag not in {"NNP", "NNPS"}
        # "whose chairman, Ann Lee": nothing is told without its verb
        owned = any(child.tag == "WP$" for child in [*self.tree.below[node.at], *self.tree.below[noun.at]])
        apart = beside_no_noun(self.tree, node, noun, places)
        if apart or owned or node.tag not in {"NN", "NNS", "NNP", "NNPS", "PRP", "JJ", "JJR", "JJS"}:
            return None
        subject = self._described(noun)
        return Insert(
            node, self._noun_phrase(noun if subject is None else subject, start), places, removed=not named, kind="apposition",  # noqa: E501
            taken=self.marks(places) if not named else set(),
        )  # fmt: skip

    def _participle(self, node: Node, noun: Node) -> Insert | None:
        """As in ", run by the hospital,": out with its noun; without a comma it says which one, and stays."""
        places = self.tree.all_under(node)
        start = self.tree.first(places)
        if start <= noun.at or not self.tree.comma_before(start) or len(places) < 2:
            return None
        return Insert(
            node, self._noun_phrase(noun, start), places, removed=True, kind="participle", taken=self.marks(places)
        )

    def _adverbial(self, node: Node, over: Node) -> Insert | None:
        """As in "Founded in 1889, the company …", "…, cutting 1,150 jobs": an assertion about the subject."""
        places = self.tree.all_under(node)
        start, end = self.tree.first(places), max(places)
        if sum(self.tree.nodes[at].text[:1].isalnum() for at in places) < 3:
            return None
        if self.tree.under(node, "mark") or any(
            c.tag in {"IN", "WRB"} for c in self.tree.below[node.at] if c.at < node.at
        ):
            return None
        opens = start < over.at and end + 1 < len(self.tree.nodes) and self.tree.nodes[end + 1].text == ","
        if not (opens or self.tree.comma_before(start)) or len(places) < 2:
            return None
        subject = self._subject_over(over)
        if subject is None or self.tree.under(node, "nsubj", "nsubjpass") or open_doer(self.tree, node, over, start):
            return None
        lead = " ".join(child.text for child in self.tree.under(over, "aux") if child.tag == "MD")
        return Insert(
            node, self._noun_phrase(subject, len(self.tree.nodes)) - places, places, removed=True, kind="participle",
            lead=lead, taken=self.marks(places),
        )  # fmt: skip

    def _subject_over(self, node: Node) -> Node | None:
        """The subject of a predicate, or the one that it shares."""
        while True:
            found = self.tree.subject(node)
            if found is not None:
                return found if found.label != "expl" else None
            if node.label not in {"conj", "xcomp"} or node.head == node.at:
                return None
            node = self.tree.nodes[node.head]

    def _dependent(self, node: Node) -> Insert | None:
        """As in "although she named nobody": a claim of its own; "since a barge struck it": told besides."""
        places = self.tree.all_under(node)
        marks = {child.text.lower() for child in self.tree.below[node.at] if child.label in {"mark", "advmod"} and child.at < node.at}  # noqa: E501  # fmt: skip
        first = self.tree.nodes[min(places)].text.lower()
        marks.add(first)
        subject = self.tree.subject(node)
        if marks & _CONDITION or subject is None:
            return None
        mark = next((at for at in sorted(places) if self.tree.nodes[at].text.lower() in _CONTRAST | _CONNECTED), None)
        own = {at for at in places if mark is None or at > mark}
        words = [at for at in own if self.tree.nodes[at].text[:1].isalnum()]
        if marks & _CONTRAST and self.tree.comma_before(min(places)) | (min(places) == self.tree.first(set(range(len(self.tree.nodes))))):  # noqa: E501  # fmt: skip
            return Insert(node, set(), own, removed=True, kind="clause", taken=places | self.marks(places))
        if not marks & _CONNECTED:
            return None
        known = any(self.tree.nodes[at].tag in {"CD", "NNP"} for at in own)
        if len(words) <= _LONG and (not known or subject.tag == "PRP"):
            return None
        gone = len(words) > _LONG and not {self.tree.nodes[at].text.lower() for at in sorted(places)[:2]} & _HELD
        return Insert(
            node, set(), own, removed=gone, kind="clause", taken=places | self.marks(places) if gone else set()
        )

    def _noun_phrase(self, noun: Node, end: int) -> set[int]:
        """The noun with what stands before `end` and belongs to it, without inserts of its own."""
        left: set[int] = {noun.at}
        for child in self.tree.below[noun.at]:
            if child.label in {"relcl", "punct", "appos", "acl"} and child.at > noun.at:
                if (
                    child.label == "appos"
                    and child.tag in {"NNP", "NNPS"}
                    and max(self.tree.all_under(child)) < end - 1
                ):
                    left |= self.tree.all_under(child)
                continue
            if child.label in {"cc", "conj"} and any(c.label == "conj" and self.tree.verbal(c) for c in [child]):
                continue
            left |= {at for at in self.tree.all_under(child) if at < end}
        kept = {at for at in left if at < end} - self._opening(noun)
        for at in sorted(kept):
            node = self.tree.nodes[at]
            if (
                at != noun.at
                and node.label in {"relcl", "appos"}
                and self.tree.comma_before(min(self.tree.all_under(node)))
            ):
                kept -= self.tree.all_under(node)
        return kept

    def _opening(self, noun: Node) -> set[int]:
        """As in "Outside, campaigner Ann Lee": what opens the sentence before a comma is no part of its subject."""
        found: set[int] = set()
        for child in self.tree.below[noun.at]:
            if child.label in {"advmod", "prep", "npadvmod"} and child.at < noun.at:
                places = self.tree.all_under(child)
                if max(places) < noun.at and self.tree.nodes[max(places) + 1].text == ",":
                    found |= set(range(max(places) + 2))
        return found

    def marks(self, places: set[int]) -> set[int]:
        """The commas around an insert, which go with it."""
        first, last = self.tree.first(places), max(places)
        return {at for at in (first - 1, last + 1) if 0 <= at < len(self.tree.nodes) and self.tree.nodes[at].text in ",–—-"}  # noqa: E501  # fmt: skip

    def noun_phrase(self, noun: Node) -> set[int]:
        """A subject as other predicates share it."""
        return self._noun_phrase(noun, len(self.tree.nodes))
