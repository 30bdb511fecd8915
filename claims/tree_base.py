"""What reading a parsed sentence rests on: drafts from the words at some places, and inserts read in turn."""

from claims.draft import Draft
from claims.folding import folded
from claims.parser import Node
from claims.records import Attribution, ClaimKind, Sentence
from claims.standing import Context
from claims.tokens import grammar_of
from claims.tree import HELPERS, SUBJECTS, Tree
from claims.tree_inserts import Insert, Inserts
from claims.tree_people import People

DEEP = 4  #: how far assertions may lie inside one another


class Reading:
    """One sentence being read."""

    def __init__(self, sentence: Sentence, tree: Tree, context: Context) -> None:
        self.sentence, self.tree, self.context = sentence, tree, context
        self.inserts = Inserts(tree)
        self.grammar = grammar_of(sentence.language)
        self.people = People(tree, context, sentence.language)
        self.made: list[Draft] = []
        self.quotation = False  #: the whole sentence is somebody's own words

    def _clause(self, head: Node, places: set[int], shared: Node | None, who: Attribution | None, depth: int) -> None:
        """The assertions of a predicate; told by the layer above."""
        raise NotImplementedError

    def _told_along(self, one: Insert, who: Attribution | None, depth: int) -> bool:
        """Speech in a participle; told by the layer above."""
        raise NotImplementedError

    def _bears_out(self, head: Node, places: set[int]) -> bool:
        """Whether what somebody said can be checked besides that it was said; told by the layer above."""
        raise NotImplementedError

    def _joins(self, node: Node) -> bool:
        """Whether a coordinated word is an assertion of its own; told by the layer above."""
        raise NotImplementedError

    def _text(self, places: set[int]) -> str:
        """The words at some places, up to the first gap."""
        spans = self.tree.spans(places)
        return self.sentence.text[slice(*spans[0])] if spans else ""

    def _take_inserts(self, head: Node, places: set[int], who: Attribution | None, depth: int) -> set[int]:
        """Drafts of the inserts; the words that are left."""
        for one in self.inserts.of(head, places):
            self._insert(one, who, depth)
            if one.removed:
                places = places - (one.taken | (one.places if one.kind != "clause" else set()))
        return places

    def _insert(self, one: Insert, who: Attribution | None, depth: int) -> None:
        """An insert as a claim of its own, and what it holds in turn."""
        if depth >= DEEP:
            return
        if one.kind == "clause":
            self._clause(one.head, one.places, None, who, depth + 1)
            return
        if one.kind == "participle" and self._told_along(one, who, depth):
            return
        chain = [other for other in self._conjuncts(one.head) if other.at in one.places and self._goes_with(other, one)]
        rest = self._own_words(one, chain)
        for inner in self.inserts.of(one.head, rest):
            if one.kind == "apposition" and inner.kind == "relative" and inner.head.head == one.head.at:
                inner.before = inner.before if one.head.tag.startswith("NNP") else set(one.before)
                inner.removed = True
            self._insert(inner, who, depth + 1)
            if inner.removed:
                rest -= inner.taken | (inner.places if inner.kind != "clause" else set())
        if one.kind != "apposition" or not self._bare_person(one.head, rest):
            self._add(one.head, one.before | rest, who, role=True, lead=one.lead)
        self._insert_rest(one, chain, who, depth)

    def _bare_person(self, noun: Node, rest: set[int]) -> bool:
        """Whether nothing is left of an apposition but "a woman", of whom a relative clause was told."""
        words = [at for at in rest if at != noun.at and self.tree.nodes[at].text[:1].isalnum()]
        return noun.text in {"man", "woman", "person", "one"} and all(self.tree.nodes[at].tag == "DT" for at in words)

    def _goes_with(self, other: Node, one: Insert) -> bool:
        """Whether a word coordinated with an insert's head is a second assertion."""
        if one.kind == "relative":
            return self._joins(other)
        return one.kind == "participle" and other.tag == one.head.tag

    def _own_words(self, one: Insert, chain: list[Node]) -> set[int]:
        """An insert's words without those of what is coordinated with it; in one piece with the name before it."""
        rest = set(one.places)
        start = self.tree.first(rest)
        if start - 2 in one.before and self.tree.nodes[start - 1].text == ",":
            rest.add(start - 1)
        for other in chain:
            rest -= self.tree.all_under(other)
        if chain:
            rest -= {child.at for child in self.tree.under(one.head, "cc")}
        return rest

    def _insert_rest(self, one: Insert, chain: list[Node], who: Attribution | None, depth: int) -> None:
        """The second and later assertions of an insert, each with the noun that all of them are about."""
        pronoun = self._relative_words(one)
        doer = self.tree.subject(one.head) if one.kind == "relative" else None
        for other in chain:
            own = self.tree.all_under(other) & one.places
            for deeper in chain:
                if deeper is not other and deeper.at in own:
                    own -= self.tree.all_under(deeper)
            own -= {child.at for child in self.tree.under(other, "cc")}
            subject = self.tree.subject(other)
            if subject is not None and subject.tag not in {"WP", "WDT"}:
                self._clause(other, own, None, who, depth + 1)
            elif (
                doer is not None and subject is None and not doer.tag.startswith("W")
            ):  # "where they were wrapped, counted …"
                self._clause(other, own, doer, who, depth + 1)
            else:
                self._add(other, one.before | own | (pronoun if subject is None else set()), who, role=True)

    def _conjuncts(self, node: Node) -> list[Node]:
        """What is coordinated with a word, and what with that in turn."""
        found = self.tree.under(node, "conj")
        return [*found, *(deep for one in found for deep in self._conjuncts(one))]

    def _relative_words(self, one: Insert) -> set[int]:
        """The relative pronoun that coordinated relative clauses share."""
        return {at for at in sorted(one.places)[:2] if self.tree.nodes[at].tag in {"WP", "WDT"}}

    def _emit(self, head: Node, places: set[int], shared: Node | None, who: Attribution | None) -> None:
        """One clause, with the subject and the auxiliaries that it shares."""
        extra: set[int] = set()
        if self.tree.subject(head) is None and shared is not None:
            extra = self.inserts.noun_phrase(shared)
            over = self.tree.first_of_row(head)
            if not self.tree.finite(head) and head.label == "conj":
                helpers = self._shared_helpers(head)
                denied = any(c.label == "neg" for c in helpers)
                joined = any(c.text.lower() in {"or", "nor"} for c in self.tree.under(over, "cc"))
                if not denied or joined:
                    extra |= {c.at for c in helpers}
                else:
                    extra |= {c.at for c in helpers if c.label != "neg"}
        places = self._without_lead(head, places)
        if self._says_nothing(head, places) or (who is not None and not self._bears_out(head, places)):
            return
        self._add(head, places | extra, who)

    def _shared_helpers(self, head: Node) -> list[Node]:
        """The auxiliaries that a verb leans on; none where "had" may be the first one's alone: "had signed and intended to stay"."""  # noqa: E501
        helpers = self.tree.helpers(self.tree.first_of_row(head))
        alone = [c.text.lower() for c in helpers] == ["had"] and head.text.endswith("ed")
        return [] if alone else helpers

    def _says_nothing(self, head: Node, places: set[int]) -> bool:
        """Whether a clause leaves out what it is about: "It was not.", "she thinks it is"."""
        told = [c for c in self.tree.below[head.at] if c.at in places and c.label not in {*HELPERS, *SUBJECTS, "punct", "cc", "mark", "advmod"}]  # noqa: E501  # fmt: skip
        if not told and self.grammar.say.fullmatch(folded(head.text)):
            return True  # "the authors said"
        return not told and folded(head.text) in {"is", "was", "are", "were", "did", "does", "do", "has", "have", "had", "will"}  # noqa: E501  # fmt: skip

    def _without_lead(self, head: Node, places: set[int]) -> set[int]:
        """A clause without the word that joins it to the one before."""
        opening = [c for c in self.tree.below[head.at] if c.label in {"mark", "cc"} and c.at < head.at]
        for child in opening:
            if child.at == min(places) and child.text.lower() in {"that", "but", "and", "although", "though", "while", "whereas"}:  # noqa: E501  # fmt: skip
                places = places - {child.at}
        return places

    def _add(self, head: Node, places: set[int], who: Attribution | None, *, role: bool = False, lead: str = "", kind: ClaimKind = ClaimKind.CONTENT) -> None:  # noqa: E501  # fmt: skip
        """Keeps a draft of the words at some places."""
        if kind is ClaimKind.SPEECH:
            places = self._without_lead(head, places)
        spans = self.tree.spans(places)
        if spans:
            core = f"{lead} {self.tree.core(head, places)}".strip()
            self.made.append(Draft(spans=spans, kind=kind, attribution=who, subjectless=False, role=role, core=core))
