"""A parsed sentence -> drafts of claims: clauses with the subjects they share, and who says what."""

from claims.closed import compiled
from claims.draft import Draft
from claims.parser import Node
from claims.records import Attribution, ClaimKind, Sentence, Span
from claims.roles import role_spans
from claims.standing import Context
from claims.tree import Tree
from claims.tree_people import titled
from claims.tree_repairs import tree_of
from claims.tree_speech import Speaking


def tree_drafts(sentence: Sentence, inherited: Attribution | None, context: Context) -> list[Draft] | None:
    """What one sentence asserts, by its parse; None where there is none to rely on."""
    tree = tree_of(sentence.text, sentence.language)
    if tree is None:
        return None
    if inherited is None and not context.speaker and one_quotation(sentence.text):
        return []  # nobody is known to have said it
    reader = _Reader(sentence, tree, context)
    made = reader.read(inherited)
    if not made or not _covers(tree, made):
        return None
    return made


def one_quotation(text: str) -> bool:
    """Whether a sentence is one quotation and nothing else.

    >>> one_quotation('"It rained."'), one_quotation('"It rained," he said.')
    (True, False)
    """
    bare = text.strip()
    inside = bare[1:].rstrip(".!")
    return bare[:1] in '"“' and inside[-1:] in '"”' and not any(mark in inside[:-1] for mark in '"“”')


def _covers(tree: Tree, drafts: list[Draft]) -> bool:
    """Whether every number of the sentence stands in a draft: none may be lost."""
    spans = [span for draft in drafts for span in draft.spans]
    return all(
        any(a <= node.start < b for a, b in spans) for node in tree.nodes if compiled(r"\p{N}").search(node.text)
    )


class _Reader(Speaking):
    """All rules together."""

    def read(self, inherited: Attribution | None) -> list[Draft]:
        root = self.tree.root
        whole = self._quoted_whole(inherited)
        self.quotation = whole is not None or inherited is not None
        everything = set(range(len(self.tree.nodes)))
        if not self.tree.verbal(root) or not self.tree.asserts(root):
            told = next((n for n in self.tree.nodes if n.label == "parataxis" and self._inserted(n)), None)
            if told is not None and not self.made:
                self._said_last(told, everything, inherited)
            return self.made
        self._clause(root, everything, None, whole or inherited, 0)
        for places in titled(self.tree):
            self._add(root, places, None, role=True)
        for spans in role_spans(self.sentence.text, self.sentence.language):
            if self._whole_name(spans[-1][1]):
                self.made.append(
                    Draft(spans=spans, kind=ClaimKind.CONTENT, attribution=None, subjectless=False, role=True)
                )
        subject = self.tree.subject(root)
        self.people.note(subject, self._with_name(subject) if subject is not None else "")
        return self.made

    def _whole_name(self, end: int) -> bool:
        """Whether a name ends where a stretch does: "the director of ArtHub tenant …" goes on."""
        last = next((node for node in self.tree.nodes if node.end == end), None)
        return last is not None and not (last.label in {"compound", "poss", "nmod"} and last.head > last.at)

    def _quoted_whole(self, inherited: Attribution | None) -> Attribution | None:
        """The last speaker, where the whole sentence is one quotation and nobody is named in it."""
        if inherited is not None or not self.context.speaker or not one_quotation(self.sentence.text):
            return None
        who = Attribution(speaker=self.context.speaker, verb="", speaker_span=Span(start=0, end=0), outer=())
        self._add(self.tree.root, set(range(len(self.tree.nodes))), who, kind=ClaimKind.SPEECH)
        return who

    def _clause(self, head: Node, places: set[int], shared: Node | None, who: Attribution | None, depth: int) -> None:
        """The assertions of a predicate, of those coordinated with it, and of what hangs in them."""
        source = self._according(head, places)
        if source is not None:
            who, gone = self._told_by(source, head, places, who)
            places = places - gone
        chain = [c for c in self.tree.below[head.at] if c.at in places and self._joins(c)]
        rest = set(places)
        for other in chain:
            rest -= self.tree.all_under(other)
        chain_places = {other.at: self.tree.all_under(other) & places for other in chain}
        for other in chain:  # "and" and the comma before a coordinated clause belong to neither
            rest -= {c.at for c in self.tree.under(head, "cc") if c.at < other.at}
        closing = self._closing(head, chain)
        if closing is not None:
            who = self._said_last(closing, places, who)
            chain_places[closing.at] = set().union(*(self.tree.all_under(c) for c in self.tree.under(closing, "ccomp", "conj"))) & places  # noqa: E501  # fmt: skip
        told, goes_on = self._speech(head, rest, shared, who, depth)
        if not told:
            rest = self._take_inserts(head, rest, who, depth)
            self._emit(head, rest, shared, who)
        subject = self.tree.subject(head) or shared
        for other in chain:
            if other is closing:
                for inner in self.tree.under(other, "ccomp", "conj"):
                    self._clause(inner, self.tree.all_under(inner) & places, None, who, depth)
                continue
            own = self.tree.subject(other)
            self._clause(other, chain_places[other.at], None if own is not None else subject, goes_on or who, depth)

    def _joins(self, node: Node) -> bool:
        """Whether a coordinated word is an assertion of its own."""
        over = self.tree.nodes[node.head]
        if not self.tree.verbal(node) or self._behind_a_noun(node):
            return False
        if node.label == "ccomp":
            return self._stray(node, over)
        if node.label not in {"conj", "parataxis"}:
            return False
        if self.tree.asserts(node):
            return True
        if node.label == "parataxis":
            return False
        over = self.tree.first_of_row(node)
        helpers = self.tree.under(over, "aux", "auxpass")
        # "has frozen assets and forbidden …": the second verb leans on the first one's auxiliary
        return node.tag in {"VBN", "VBG", "VB"} and bool(helpers) and node.tag == over.tag

    def _behind_a_noun(self, node: Node) -> bool:
        """Whether a coordinated verb has neither a subject nor a joining word or mark before it, so that its doer is open."""  # noqa: E501
        first = self.tree.first(self.tree.all_under(node))
        return (
            node.label == "conj"
            and self.tree.subject(node) is None
            and first > 0
            and self.tree.nodes[first - 1].tag in {"NN", "NNS", "NNP", "NNPS", "PRP"}
        )

    def _stray(self, node: Node, over: Node) -> bool:
        """Whether what is marked as a complement is a coordinate: "it sank; nobody was hurt"."""
        last = max(self.tree.all_under(node))
        return last < over.at and any(self.tree.nodes[at].text == ";" for at in range(last, over.at))
