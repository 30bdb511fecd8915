"""A parse with the mistakes put right that a parser of news often makes, where the words themselves tell."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from claims.folding import folded
from claims.parser import Node, parse
from claims.tokens import grammar_of
from claims.tree import Tree
from claims.tree_links import linked
from claims.tree_people import names_person
from claims.tree_rows import below, in_rows, reach

_PERSONAL = frozenset({"he", "she", "they", "who", "i", "we"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TIES = frozenset({"by", "in", "of", "to"})  #: behind a participle: "a coin found in a field"
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def repaired(nodes: tuple[Node, ...], says: Callable[[Node], bool]) -> tuple[Node, ...]:
    """The nodes with some heads, labels and tags changed; `says` tells verbs of saying."""
    made = list(nodes)
    _whose_clauses(made)
    _named_doers(made)
    _named_behind_places(made)
    for at in range(len(made)):
        for rule in (_second_verb, _stray_complement, _said_in_a_message, _said_again, _said_then):
            made[at] = rule(made[at], made, says)
    in_rows(made)
    linked(made)
    _said_at_the_end(made, says)
    return tuple(made)


@lru_cache(maxsize=64)
def tree_of(text: str, language: str) -> Tree | None:
    """The tree of a sentence with its parse put right, kept for the next reader; None where there is no parse."""
    nodes = parse(text, language)
    return Tree(text, repaired(nodes, says_in_english)) if nodes else None


def says_in_english(node: Node) -> bool:
    """Whether a word is a verb of saying."""
    return node.tag.startswith("VB") and bool(grammar_of("en").say.fullmatch(folded(node.text)))


def _whose_clauses(made: list[Node]) -> None:
    """As in "The club, whose owner, Ann Lee, is a baker, lost": the second verb is the sentence's own."""
    for owned in made:
        pronoun = next((c for c in below(made, owned.at) if c.tag == "WP$" and c.at < owned.at), None)
        verb = next((n for n in made[owned.at :] if n.tag in _FINITE and not _in_name(n, owned, made)), None)
        if pronoun is None or verb is None or owned.label != "appos" or verb.head != verb.at:
            continue
        main = next((c for c in below(made, verb.at) if c.label == "conj" and c.tag in _FINITE), None)
        if main is None or _subject(made, main.at) is not None:
            continue
        noun = owned.head
        for child in below(made, verb.at):
            if child.at < pronoun.at or child.at > main.at or child.at == main.at - 1:
                made[child.at] = replace(child, head=main.at)
        made[owned.at] = replace(owned, head=verb.at, label="nsubj")
        made[verb.at] = replace(verb, head=noun, label="relcl")
        made[main.at] = replace(main, head=main.at, label="ROOT")


def _in_name(node: Node, noun: Node, made: list[Node]) -> bool:
    """Whether a word stands below a noun."""
    while node.head != node.at:
        if node.at == noun.at:
            return True
        node = made[node.head]
    return node.at == noun.at


def _named_behind_places(made: list[Node]) -> None:
    """As in "an analyst at Harrow Securities, Nii Tettey, expects": the name is the analyst's."""
    for name in made:
        over = made[name.head]
        noun = made[made[over.head].head]
        if (
            name.label == "appos"
            and name.tag == over.tag == "NNP"
            and over.label == "pobj"
            and noun.tag == "NN"
            and names_person(folded(noun.text))
            and any(c.tag == "NNP" and c.label == "compound" for c in below(made, name.at))
            and any(c.label == "det" for c in below(made, noun.at))
        ):
            made[name.at] = replace(name, head=noun.at)


def _named_doers(made: list[Node]) -> None:
    """As in "she fell ill and a clerk, Sam Lee, rang": who is named between commas right before a verb does it."""
    for verb in made:
        over = made[verb.head]
        if verb.label != "conj" or verb.tag not in _FINITE or _subject(made, verb.at) is not None or over.at > verb.at:
            continue
        first = min([verb.at, *(c.at for c in below(made, verb.at))])
        between = [c for c in made[over.at : first] if c.label == "appos" and c.at == first - 2]
        named = next((c for c in between if made[c.head].label == "conj"), None)
        if named is None or made[first - 1].text != "," or not made[named.head].tag.startswith("N"):
            continue
        doer, beside = made[named.head], made[made[named.head].head]
        clause = beside
        while clause.head != clause.at and not clause.tag.startswith("VB"):
            clause = made[clause.head]
        for joint in below(made, beside.at):
            if joint.label == "cc" and joint.at < doer.at:
                made[joint.at] = replace(joint, head=clause.at)
        made[doer.at] = replace(doer, head=verb.at, label="nsubj")
        made[verb.at] = replace(verb, head=clause.at)


def _subject(made: list[Node], at: int) -> Node | None:
    return next((node for node in below(made, at) if node.label in _SUBJECTS), None)


def _second_verb(node: Node, made: list[Node], says: Callable[[Node], bool]) -> Node:
    """A coordinated verb has the form of the first: "they travel far and spend", "run by one and paid for by two"."""
    del says
    over = made[node.head]
    if node.label != "conj" or _subject(made, node.at) is not None:
        return node
    alone = not any(child.label in {"aux", "auxpass"} for child in below(made, node.at))
    if node.tag == "VB" and over.tag == "VBP" and alone:
        return replace(node, tag="VBP")
    if node.tag == "VBD" and over.tag == "VBN" and over.label == "acl" and alone:
        return replace(node, tag="VBN")
    return node


def _stray_complement(node: Node, made: list[Node], says: Callable[[Node], bool]) -> Node:
    """As in "said it was late, described her as kind": a verb without a subject shares the first one's."""
    del says
    first = min((child.at for child in below(made, node.at) if child.text[:1].isalnum()), default=node.at)
    first = min(first, node.at)
    if (
        node.label == "ccomp"
        and node.tag == "VBD"
        and node.head < node.at
        and _subject(made, node.at) is None
        and first > 0
        and made[first - 1].text == ","
    ):
        return replace(node, label="conj")
    return node


def _said_in_a_message(node: Node, made: list[Node], says: Callable[[Node], bool]) -> Node:
    """As in "told staff in a message that …": what is told hangs on the verb, not on the message."""
    if node.label not in {"relcl", "acl"} or _subject(made, node.at) is None:
        return node
    opener = next(
        (child for child in below(made, node.at) if child.text.lower() == "that" and child.at < node.at), None
    )
    if opener is None or opener.label in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return node
    at = node.head
    while made[at].head != at and not made[at].tag.startswith("VB"):
        at = made[at].head
    verb = made[at]
    if verb.at < node.head and says(verb) and not any(child.label == "ccomp" for child in below(made, verb.at)):
        return replace(node, head=verb.at, label="ccomp")
    if node.label == "acl":
        return replace(node, label="relcl")
    return node


def _said_again(node: Node, made: list[Node], says: Callable[[Node], bool]) -> Node:
    """As in "said that the letter existed but denied …": letters deny nothing, so the speaker does."""
    over = made[node.head]
    if (
        node.label != "conj"
        or over.label != "ccomp"
        or not says(node)
        or _subject(made, node.at) is not None
        or not says(made[over.head])
        or made[over.head].at > over.at
    ):
        return node
    subject = _subject(made, over.at)
    if subject is not None and (subject.text.lower() in _PERSONAL or subject.tag == "NNP"):
        joined = [child.text.lower() for child in below(made, over.at) if child.label == "cc"]
        if "but" not in joined:
            return node
    return replace(node, head=over.head)


def _said_at_the_end(made: list[Node], says: Callable[[Node], bool]) -> None:
    """As in "The firm broke the law, a local court found on Friday.": the last verb says all that stands before it."""
    root = next((node for node in made if node.head == node.at), None)
    if root is None or root.tag not in _FINITE:
        return
    for node in made:
        noun = made[node.head]
        if node.label != "acl" or node.tag != "VBN" or noun.label != "appos" or noun.at + 1 != node.at:
            continue
        first, last = min(reach(made, noun.at)), max(reach(made, node.at))
        if noun.tag not in _NOUNS or noun.at < root.at or first == 0 or made[first - 1].text != "," or not says(node):
            continue
        goes_on = any(one.text[:1].isalnum() for one in made[last + 1 :])
        apart = any(one.text == "," for one in made[first : last + 1])
        tied = any(one.text.lower() in _TIES for one in below(made, node.at))
        if not (goes_on or apart or tied or _subject(made, node.at)):
            made[noun.at] = replace(noun, head=node.at, label="nsubj")
            made[node.at] = replace(node, head=root.at, label="parataxis", tag="VBD")


def _said_then(node: Node, made: list[Node], says: Callable[[Node], bool]) -> Node:
    """As in "said on Tuesday she would run": the day right behind the verb is that of the saying."""
    over = made[node.head]
    subject = _subject(made, over.at)
    verb = made[over.head]
    if over.label != "ccomp" or subject is None or not says(verb) or not verb.at < node.at < subject.at:
        return node
    if node.label == "prep" and node.at == verb.at + 1:
        days = [child for child in below(made, node.at) if child.label == "pobj"]
    else:
        days = [node] if node.label == "npadvmod" and node.at == verb.at + 1 else []
    return replace(node, head=verb.at) if days and days[0].text.lower() in _DAYS else node
