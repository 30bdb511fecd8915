"""A parsed sentence as a tree that can be asked: children, what hangs below a word, subjects, predicates."""

from functools import cached_property

from claims.parser import Node

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL = _FINITE | {"VB", "VBN", "VBG"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
HELPERS = frozenset({"aux", "auxpass", "neg"})
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"'}


class Tree:
    """One sentence's words and what depends on what."""

    def __init__(self, text: str, nodes: tuple[Node, ...]) -> None:
        self.text, self.nodes = text, nodes
        self.below: list[list[Node]] = [[] for _ in nodes]
        for node in nodes:
            if node.head != node.at:
                self.below[node.head].append(node)

    @property
    def root(self) -> Node:
        """The word that depends on none."""
        return next(node for node in self.nodes if node.head == node.at)

    def under(self, node: Node, *labels: str) -> list[Node]:
        """The children that hang there by one of the labels, in text order."""
        return [child for child in self.below[node.at] if child.label in labels]

    def all_under(self, node: Node) -> set[int]:
        """The places of a word and of everything below it."""
        found, waiting = set(), [node.at]
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting += [child.at for child in self.below[at]]
        return found

    def subject(self, node: Node) -> Node | None:
        """The subject of a predicate, "there" and "it" included."""
        found = self.under(node, *SUBJECTS)
        return next((child for child in found if child.label != "expl"), found[0] if found else None)

    def helpers(self, node: Node) -> list[Node]:
        """Auxiliaries and negation of a verb."""
        return self.under(node, *HELPERS)

    def first_of_row(self, node: Node) -> Node:
        """The verb that a coordinated one of the same form goes on from, with its auxiliaries."""
        over = self.nodes[node.head]
        while over.label == "conj" and over.tag == node.tag and not self.under(over, "aux", "auxpass", *SUBJECTS):
            over = self.nodes[over.head]
        return over

    def finite(self, node: Node) -> bool:
        """Whether the word, with its auxiliaries, is a finite verb."""
        return node.tag in _FINITE or any(child.tag in _FINITE for child in self.under(node, "aux", "auxpass"))

    def verbal(self, node: Node) -> bool:
        """Whether the word is a verb at all."""
        return node.tag in _VERBAL

    def asserts(self, node: Node) -> bool:
        """Whether the word heads a clause of its own: a finite verb, or a verb with a subject."""
        return self.verbal(node) and (self.finite(node) or bool(self.under(node, "nsubj", "nsubjpass")))

    def comma_before(self, at: int) -> bool:
        """Whether a comma, dash or opening bracket stands right before a place."""
        while at < len(self.nodes) - 1 and self.nodes[at].text in {",", '"', "“", "–", "—"}:
            at += 1
        return at > 0 and self.nodes[at - 1].text in {",", ";", "–", "—", "-", "(", ":"}

    def first(self, places: set[int]) -> int:
        """The leftmost of some places that is no mark."""
        return min((at for at in places if self.nodes[at].text[:1].isalnum()), default=min(places))

    def core(self, head: Node, places: set[int]) -> str:
        """The words that say whether a clause asserts, denies or foresees: without the finite clauses inside it."""
        inner: set[int] = set()
        for at in places:
            node = self.nodes[at]
            if node.at != head.at and node.label in {"ccomp", "relcl", "advcl", "acl", "csubj"} and self.asserts(node):
                marks = {child.text.lower() for child in self.below[at]}
                if node.label != "advcl" or not marks & {"if", "unless"}:
                    inner |= self.all_under(node)
        beside = {
            at
            for at in places
            if self.nodes[at].text.lower() in {"not", "n't"} and not self.verbal(self.nodes[self.nodes[at].head])
        }  # "estates not far from town" denies nothing
        kept = sorted(places - inner - beside) if head.at not in inner else sorted(places)
        return " ".join(self.nodes[at].text for at in kept)

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word, whether it stands between quotation marks."""
        made, closer = [], ""
        for node in self.nodes:
            if closer:
                made.append(node.text != closer)
                if node.text == closer:
                    closer = ""
            else:
                closer = _QUOTES.get(node.text, "")
                made.append(False)
        return made

    def spans(self, places: set[int]) -> tuple[tuple[int, int], ...]:
        """The places as stretches of text, each without marks and joining words at its ends."""
        runs: list[list[int]] = []
        for at in sorted(places):
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        made: list[tuple[int, int]] = []
        for run in runs:
            while run and self._edge(run[0], opening=True) and not (made and self._joins_nouns(run[0], places)):
                run.pop(0)
            while run and self._edge(run[-1], opening=False):
                run.pop()
            if run:
                made.append((self.nodes[run[0]].start, self.nodes[run[-1]].end))
        return tuple(made)

    def _joins_nouns(self, at: int, places: set[int]) -> bool:
        """Whether "and" joins two nouns of which a clause keeps both: "Ann Lee … and Sam Roe"."""
        node = self.nodes[at]
        over = self.nodes[node.head]
        other = [c for c in self.under(over, "conj") if c.at > at and c.at in places]
        return node.label == "cc" and over.at in places and bool(other) and not self.verbal(over)

    def _edge(self, at: int, *, opening: bool) -> bool:
        """Whether a word says nothing at the end of a stretch: a mark, or "and" at its beginning."""
        node = self.nodes[at]
        if node.label == "cc":
            return True
        if node.text[:1].isalnum() or node.text[:1] in "$£€¥%'’":
            return node.text in {"'", "’"}
        if node.text in {"(", "[", "“", '"', "«", "„"}:
            return not opening or not self._closed(at)
        if node.text in {")", "]", "”", "»"}:
            return opening
        return True

    def _closed(self, at: int) -> bool:
        """Whether what opens there is closed again within a name's length: "Seekurier" reported …"""
        closer = {"(": ")", "[": "]"}.get(self.nodes[at].text) or _QUOTES.get(self.nodes[at].text, "")
        return any(node.text == closer for node in self.nodes[at + 1 : at + 8])
