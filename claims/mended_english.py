"""English statements made whole by their parse: with the verb and subject that they lean on, and no word of another clause."""  # noqa: E501

import itertools
from dataclasses import replace

import regex

from claims.clause_base import Spans
from claims.draft import Draft
from claims.parser import Node
from claims.records import ClaimKind
from claims.tree import HELPERS, SUBJECTS, Tree
from claims.tree_inserts import Inserts
from claims.tree_repairs import tree_of

_AGE = regex.compile(r"(?<=\p{L}), (?P<n>\d{1,3}),(?= )")
_OBJECTS = frozenset({"dobj", "attr", "acomp"})
_MEASURED = frozenset({"amod", "npadvmod", "advmod", "nummod"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_COMPARED = frozenset({"JJR", "RBR", "JJS", "RBS"})
_DEEP = 4  #: verbs that one may lean on, one over the other


def mended_english(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts of one sentence, what each states made whole."""
    tree = tree_of(text, "en")
    if tree is None:
        return drafts
    mender = _Mender(tree)
    stated = [one.kind is ClaimKind.CONTENT for one in drafts]
    made = [mender.mended(one) if content else one for one, content in zip(drafts, stated, strict=True)]
    ends = {one.spans[-1][1] for one, content in zip(made, stated, strict=True) if content}
    return [_aged(text, one, ends) if content else one for one, content in zip(made, stated, strict=True)]


def _aged(text: str, draft: Draft, ends: set[int]) -> Draft:
    """As in "Ann Lee, 58, resigned": what somebody did is told without the age, where another draft ends with that."""
    spans: list[tuple[int, int]] = []
    for start, end in draft.spans:
        at = start
        for found in _AGE.finditer(text, start, end):
            if found.end("n") in ends and found.end() < end:
                spans.append((at, found.start()))
                at = found.end() + 1
        spans.append((at, end))
    return draft if len(spans) == len(draft.spans) else replace(draft, spans=tuple(spans))


class _Mender:
    """One parsed sentence."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.inserts = tree, Inserts(tree)

    def mended(self, draft: Draft) -> Draft:
        """A draft with the words that it lacks, and without those that are another clause's."""
        places = self._places(draft.spans)
        made = places
        for mend in (self._own_subject, self._doer_of_another, self._begun, self._while_doing, self._with_verb, self._leaning, self._with_subject, self._measured):  # noqa: E501  # fmt: skip
            made = mend(made)
        if made == places:
            return draft
        return replace(draft, spans=self.tree.spans(made), core="", subjectless=False)

    def _places(self, spans: Spans) -> set[int]:
        return {one.at for one in self.tree.nodes for a, b in spans if a <= one.start and one.end <= b}

    def _nodes(self, places: set[int]) -> list[Node]:
        return [self.tree.nodes[at] for at in sorted(places)]

    def _subjects(self, places: set[int]) -> list[Node]:
        """The subjects among some words."""
        return [one for one in self._nodes(places) if one.label in SUBJECTS and one.label != "expl"]

    def _verbs(self, places: set[int]) -> list[Node]:
        """The verbs among some words that are no auxiliaries."""
        return [one for one in self._nodes(places) if self.tree.verbal(one) and one.label not in HELPERS]

    def _own_subject(self, places: set[int]) -> set[int]:
        """As in "It flooded in 2014, when a man drowned": "It | a man drowned" goes without the doer of the other verb."""  # noqa: E501
        subjects = self._subjects(places)
        for first, second in itertools.pairwise(subjects):
            verb, own = self.tree.nodes[first.head], self.tree.nodes[second.head]
            if verb.at in places or own.at not in places or not self.tree.finite(own) or second.tag not in _NOUNS:
                continue
            reach = self.tree.all_under(first)
            rest = places - reach
            alone = all(one.at in reach or one.at >= min(self.tree.all_under(second)) for one in self._nodes(places))
            if alone and second.at in rest and own.at in rest and self.tree.all_under(verb) >= {own.at}:
                return rest
        return places

    def _doer_of_another(self, places: set[int]) -> set[int]:
        """As in "It will meet them after a goal sealed the match": "It | sealed the match" is told of the goal."""
        doers = [one for one in self._subjects(places) if self.tree.nodes[one.head].at not in places]
        for verb in self._verbs(places) if doers else ():
            own = self.tree.subject(verb)
            if own is None or own.at in places or own.tag not in _NOUNS or own.at > verb.at:
                continue
            over = self.tree.nodes[doers[0].head]
            if verb.label == "advcl" and self.tree.finite(verb) and self._under(verb, over):
                return (places & self.tree.all_under(verb)) | self.inserts.noun_phrase(own)
        return places

    def _begun(self, places: set[int]) -> set[int]:
        """As in "It will play after two goals [settled it]": of a clause whose verb is cut off nothing is told."""
        for one in self._subjects(places):
            verb = self.tree.nodes[one.head]
            marks = [c for c in self.tree.under(verb, "mark") if c.at in places]
            if verb.at in places or verb.label != "advcl" or not marks:
                continue
            rest = places - self.tree.all_under(verb)
            over = self.tree.nodes[verb.head]
            if over.at in rest and over.at < verb.at and self.tree.finite(over):
                return rest
        return places

    def _under(self, node: Node, over: Node) -> bool:
        """Whether a word hangs below another."""
        return node.at != over.at and node.at in self.tree.all_under(over)

    def _while_doing(self, places: set[int]) -> set[int]:
        """As in "The van left the road on Monday, hitting a wall": what it did the while is told without the rest of the main clause."""  # noqa: E501
        for one in self._verbs(places):
            first = one if one.label == "advcl" else self.tree.nodes[one.head]
            if one.tag != "VBG" or first.tag != "VBG" or first.label != "advcl" or self.tree.subject(first) is not None:
                continue
            own = self.tree.all_under(first)
            over = self.tree.nodes[first.head]
            before = places - own
            if over.at in places or over.at > first.at or not before or max(before) > min(own):
                continue
            if not self.tree.comma_before(self.tree.first(own)) or self.tree.under(first, "mark"):
                continue
            doers = [s for s in self._subjects(before) if first.at in self.tree.all_under(self.tree.nodes[s.head])]
            if doers and doers[0].tag in _NOUNS:
                return (self.inserts.noun_phrase(doers[0]) & before) | (places & own)
        return places

    def _with_verb(self, places: set[int]) -> set[int]:
        """As in "The firm [reported] a loss": a subject and an object are told with the verb between them."""
        subjects = self._subjects(places)
        if len(subjects) != 1 or self._verbs(places):
            return places
        verb = self.tree.nodes[subjects[0].head]
        objects = [one for one in self._nodes(places) if one.at > verb.at and self._object_of(one, verb)]
        if (
            not (objects or self._compared(places, verb))
            or verb.at in places
            or not self.tree.finite(verb)
            or not self.tree.verbal(verb)
        ):
            return places
        helpers = {one.at for one in self.tree.below[verb.at] if one.label in HELPERS}
        return places | {verb.at} | helpers

    def _compared(self, places: set[int], verb: Node) -> bool:
        """As in "The shares [closed] at 37 on Friday, 4 per cent lower, their weakest since May": how something stood, by comparison."""  # noqa: E501
        told = [one for one in self._nodes(places) if one.at > verb.at]
        if not told or not self.tree.comma_before(told[0].at) or verb.label != "ROOT":
            return False
        between = self.tree.nodes[verb.at + 1 : told[0].at]
        return (
            told[0].tag in {"CD", "PRP$"}
            and any(one.tag in _COMPARED for one in told)
            and not any(one.label in SUBJECTS for one in between)
        )

    def _object_of(self, one: Node, verb: Node) -> bool:
        """Whether a noun is what a verb is done to, or joined to that."""
        if one.tag not in _NOUNS:
            return False
        if one.label == "conj":
            return one.head == verb.at or self._object_of(self.tree.nodes[one.head], verb)
        return one.label in _OBJECTS and one.head == verb.at

    def _leaning(self, places: set[int]) -> set[int]:
        """As in "is expected to open and employ 60 people": the second verb leans on all that the first one leans on."""  # noqa: E501
        for one in self._verbs(places):
            if one.tag != "VB" or one.label != "conj" or self.tree.under(one, "aux", *SUBJECTS):
                continue
            first = self.tree.first_of_row(one)
            chain = self._chain(first)
            if first.at in places or not chain or any(over.at in places for over in chain):
                continue
            subject = self.tree.subject(chain[-1])
            if subject is None or subject.at not in places:
                continue
            helpers = {c.at for over in (first, *chain) for c in self.tree.below[over.at] if c.label in HELPERS and c.at < one.at}  # noqa: E501  # fmt: skip
            return places | {over.at for over in chain} | helpers
        return places

    def _chain(self, verb: Node) -> list[Node]:
        """The verbs over an infinitive up to the finite one."""
        made: list[Node] = []
        while verb.label == "xcomp" and len(made) < _DEEP and verb.tag == "VB":
            verb = self.tree.nodes[verb.head]
            made.append(verb)
        return made if made and self.tree.finite(made[-1]) else []

    def _with_subject(self, places: set[int]) -> set[int]:
        """As in "and [sales] haven't recovered": a finite verb that goes on from another is told with its subject."""
        verbs = self._verbs(places)
        if not verbs or verbs[0].label != "conj" or self._subjects(places) or not self.tree.finite(verbs[0]):
            return places
        verb = verbs[0]
        opening = [one for one in self._nodes(places) if one.at < verb.at and one.text[:1].isalnum()]
        if any(one.label not in {*HELPERS, "advmod", "cc"} for one in opening):
            return places
        over = verb
        for _ in range(_DEEP):
            over = self.tree.nodes[over.head]
            subject = self.tree.subject(over)
            if subject is not None:
                known = subject.tag in _NOUNS and subject.at < over.at < min(places)
                return places | self.inserts.noun_phrase(subject) if known else places
            if over.label != "conj":
                break
        return places

    def _measured(self, places: set[int]) -> set[int]:
        """As in "a wall 3 [metres high] will be built": a number behind its noun is told with its measure."""
        for subject in self._subjects(places):
            number = next((one for one in self._nodes(places) if one.at == subject.at + 1 and one.tag == "CD"), None)
            if number is None or number.at + 1 in places or number.at + 1 >= len(self.tree.nodes):
                continue
            over = number
            while over.head not in {subject.at, over.at} and over.label in _MEASURED:
                over = self.tree.nodes[over.head]
            if over.head == subject.at and over.label in _MEASURED:
                places = places | self.tree.all_under(over)
        return places
