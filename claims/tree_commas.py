"""What stands behind a noun and a comma and is no apposition: places, list items, short forms, what somebody does the while."""  # noqa: E501

from claims.parser import Node
from claims.tree import Tree


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
