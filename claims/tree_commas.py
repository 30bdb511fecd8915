"""What stands behind a noun and a comma and is no apposition: places, list items, short forms, what somebody does the while."""  # noqa: E501

from claims.parser import Node
from claims.tree import SUBJECTS, Tree

#: participles that tell of a thing what it is, seldom of whoever has it
_MEASURES = frozenset(
    [
        "costing",
        "measuring",
        "weighing",
        "containing",
        "including",
        "comprising",
        "totalling",
        "totaling",
        "spanning",
        "worth",
    ]
)
_SUPPOSES = frozenset({"provided", "providing", "assuming", "supposing", "given", "granted"})


def beside_no_noun(tree: Tree, node: Node, noun: Node, places: set[int]) -> bool:
    """Whether a noun behind another tells nothing of it."""
    return (
        _does_then(node, places)
        or _located(tree, node, noun)
        or _listed(tree, node, noun)
        or _short_form(tree, node, places)
    )


def _does_then(node: Node, places: set[int]) -> bool:
    """As in "Ann Lee KC, defending, said": what somebody does the while."""
    return len(places) == 1 and node.text.endswith("ing")


def _located(tree: Tree, node: Node, noun: Node) -> bool:
    """As in "in Rajouri, Kashmir": a place within a place is one place."""
    return node.tag == "NNP" and noun.tag == "NNP" and noun.label == "pobj" and len(tree.all_under(node)) < 4


def _listed(tree: Tree, node: Node, noun: Node) -> bool:
    """As in "A's union, B's purchase, and C's deal": items of a list, no apposition."""
    over = [noun, node]
    if any(age(tree, child, noun, tree.all_under(child)) for child in tree.under(noun, "appos") if child.at < node.at):
        return False  # "Ann Lee, 52, the cook, and …": what follows an age tells of its bearer
    return any(
        child.at > node.at and any(c.label == "cc" and c.at > node.at for c in tree.below[one.at])
        for one in over
        for child in tree.under(one, "conj")
        if not tree.verbal(child) and _comma_between(tree, node.at, child.at)
    )


def age(tree: Tree, node: Node, noun: Node, places: set[int]) -> bool:
    """As in "Ann Lee, 52," and "her accountant, then 34,"."""
    words = [
        tree.nodes[at].text.lower() for at in sorted(places) if at != node.at and tree.nodes[at].text[:1].isalnum()
    ]
    number = node.tag == "CD" and node.text.isdigit() and len(node.text) < 3
    return number and ((noun.tag == "NNP" and not words) or words in (["then"], ["now"], ["aged"]))


def _comma_between(tree: Tree, start: int, end: int) -> bool:
    return any(tree.nodes[at].text == "," for at in range(start, end))


def _short_form(tree: Tree, node: Node, places: set[int]) -> bool:
    """As in "the Office of … (OSR)": another name in brackets tells nothing to check."""
    first = tree.first(places)
    words = [at for at in places if tree.nodes[at].text[:1].isalnum()]
    return first > 0 and tree.nodes[first - 1].text == "(" and len(words) < 3 and node.tag.startswith("NNP")


def across(tree: Tree, node: Node, noun: Node) -> bool:
    """As in "the winners get 3 million, the losers one": what stands behind the verb is no apposition to its subject."""  # noqa: E501
    verb = tree.nodes[noun.head]
    figure = noun.tag in {"CD", "$"} or noun.text in "£€$¥"
    if figure and node.tag == "NNS" and any(c.label in {"nummod", "appos", "npadvmod"} and c.at > node.at for c in tree.below[node.at]):  # noqa: E501  # fmt: skip
        return True
    behind = noun.label in SUBJECTS and tree.verbal(verb) and noun.at < verb.at < node.at
    return behind and any(c.label == "dobj" and c.at < node.at for c in tree.below[verb.at])


def open_doer(tree: Tree, node: Node, over: Node, start: int) -> bool:
    """As in "he struck as the Kings won, ending a long wait": another subject stands nearer, or a thing is measured."""
    if over.at > start:
        return False
    if over.label == "advcl" or node.text.lower() in _SUPPOSES:
        return True
    if node.text.lower() in _MEASURES and any(c.label == "dobj" for c in tree.nodes[over.at : start]):
        return True
    return any(c.label == "advcl" and over.at < c.at < start and tree.asserts(c) for c in tree.below[over.at])
