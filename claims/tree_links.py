"""What hangs on the wrong word of a parse by its place alone: clauses with "who", ranks, conditions, names that open a sentence."""  # noqa: E501

from dataclasses import replace

from claims.folding import folded
from claims.lexicon import words_of
from claims.parser import Node
from claims.tree_people import names_person
from claims.tree_rows import below, reach

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL = _FINITE | {"VB", "VBN", "VBG"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_CONDITION = frozenset({"provided", "providing"})
_WHERE = frozenset({"from", "in", "at", "near", "outside"})
_NOT_NAMES = frozenset({"RB", "JJ", "JJR", "UH", "FW", "VB", "VBP", "IN"})


def linked(made: list[Node]) -> None:
    """Hangs words where their form and place say that they belong."""
    _name_that_opens(made)
    for rule in (_rank, _inserted, _condition, _who, _who_again, _named_again, _aged):
        for node in list(made):
            rule(made[node.at], made)


def _name_that_opens(made: list[Node]) -> None:
    """As in "Tuohy does not deny it": a capital word right before a finite verb without a subject is the subject."""
    if len(made) < 3 or not made[0].text[:1].isupper() or not made[0].text.isalpha():
        return
    first, second = made[0], made[1]
    verb = second if second.label not in {"aux", "auxpass"} else made[second.head]
    if first.tag not in _NOT_NAMES or second.tag not in _FINITE or second.text.lower() != second.text:
        return
    if verb.tag not in _VERBAL or any(child.label in _SUBJECTS for child in below(made, verb.at)):
        return
    told = second is not verb or below(made, verb.at, "dobj", "ccomp")  # "Inside were two men" is turned round
    if first.head == verb.at == verb.head and told and folded(first.text) not in words_of("en").not_names:
        made[0] = replace(first, tag="NNP", label="nsubj")


def _rank(node: Node, made: list[Node]) -> None:
    """As in "Lt. Cmdr. Joan Lee said": a short form before a name that does the same is a rank of the name."""
    if node.label != "nsubj" or node.tag != "NNP" or node.at + 2 >= len(made) or made[node.at + 1].text != ".":
        return
    name = next((c for c in below(made, node.head, "nsubj") if c.at > node.at and c.tag == "NNP"), None)
    if name is None or any(one.tag != "NNP" for one in made[node.at + 2 : name.at]):
        return
    for child in below(made, node.at):
        made[child.at] = replace(child, head=name.at)
    made[node.at] = replace(node, head=name.at, label="compound")
    made[node.at + 1] = replace(made[node.at + 1], head=name.at, label="compound")


def _inserted(node: Node, made: list[Node]) -> None:
    """As in "If prices rise, she reckons, the furnace will go cold": the condition is that of what is said."""
    if node.label != "parataxis" or node.head < node.at or below(made, node.at, "ccomp", "dobj"):
        return
    subject = next((c for c in below(made, node.at, "nsubj") if c.at < node.at), None)
    if subject is None:
        return
    for child in below(made, node.at):
        if child.at < subject.at and child.label in {"advcl", "prep", "npadvmod"} and made[subject.at - 1].text == ",":
            made[child.at] = replace(child, head=node.head)


def _condition(node: Node, made: list[Node]) -> None:
    """As in "plans to build one, provided a grant comes through": a condition, where a verb follows that lacks its subject."""  # noqa: E501
    word = node.text.lower()
    if word not in _CONDITION or node.tag not in _VERBAL or node.head >= node.at or made[node.at - 1].text != ",":
        return
    objects = below(made, node.at, "dobj")
    verb = next(
        (n for n in made[node.at + 1 :] if n.tag in _FINITE and n.label in {"ccomp", "conj", "dep", "advcl"}), None
    )
    if verb is None:
        return
    if objects and not any(c.label in _SUBJECTS for c in below(made, verb.at)) and objects[0].at < verb.at:
        made[objects[0].at] = replace(objects[0], head=verb.at, label="nsubj")
    elif not any(c.label in _SUBJECTS and c.at > node.at for c in below(made, verb.at)) or verb.head not in {node.at, node.head}:  # noqa: E501  # fmt: skip
        return
    over = node.head
    for child in below(made, node.at):
        if child.at != verb.at:
            made[child.at] = replace(made[child.at], head=verb.at)
    made[verb.at] = replace(verb, head=over, label="advcl")
    made[node.at] = replace(node, tag="IN", label="mark", head=verb.at)


def _who(node: Node, made: list[Node]) -> None:
    """As in "a plumber from Bangor who was on board": whoever is meant by "who" is a person, and no place."""
    if node.label != "relcl" or not any(c.text.lower() in {"who", "whose"} and c.label in _SUBJECTS for c in below(made, node.at)):  # noqa: E501  # fmt: skip
        return
    noun = made[node.head]
    place = noun.tag == "NNP" and made[noun.head].text.lower() in _WHERE
    if noun.label == "pobj" and (place or (noun.tag == "NN" and not names_person(folded(noun.text)))):
        person = made[made[noun.head].head]
        if person.tag in {"NN", "NNS"} and names_person(folded(person.text).removesuffix("s")):
            made[node.at] = replace(node, head=person.at)


def _who_again(node: Node, made: list[Node]) -> None:
    """As in "… who was on board and who helped": the second clause is told of the same person."""
    pronoun = next((c for c in below(made, node.at, "nsubj") if c.text.lower() in {"who", "which"}), None)
    if pronoun is None or pronoun.at == 0 or node.label in {"relcl", "conj"} or made[pronoun.at - 1].label != "cc":
        return
    first = next((n for n in reversed(made[: pronoun.at]) if n.label == "relcl" and any(c.text == pronoun.text for c in below(made, n.at))), None)  # noqa: E501  # fmt: skip
    if first is None or first.at in reach(made, node.at) or node.head == node.at:
        return
    made[pronoun.at - 1] = replace(made[pronoun.at - 1], head=first.at)
    if node.label == "aux":  # "helped lower a raft"
        made[node.head] = replace(made[node.head], head=node.at, label="xcomp")
    made[node.at] = replace(node, head=first.at, label="conj")


def _named_again(node: Node, made: list[Node]) -> None:
    """As in "of Ann Lee, 52, a cook, and Sam Roe": a name is joined to the name, not to what is told of it."""
    over = made[node.head]
    first = min(reach(made, node.at))
    if node.label != "conj" or node.tag != "NNP" or first == 0 or made[first - 1].label != "cc":
        return
    told = over.tag.startswith("VB") or (over.label == "appos" and over.tag in {"NN", "CD"})
    names = [n for n in made[:first] if n.tag == "NNP" and n.label in {"pobj", "dobj"} and below(made, n.at, "appos")]
    if told and names and (names[-1].at > over.at or names[-1].at == over.head):
        made[first - 1] = replace(made[first - 1], head=names[-1].at)
        made[node.at] = replace(node, head=names[-1].at)


def _aged(node: Node, made: list[Node]) -> None:
    """As in "Sam Roe, then 24, a clerk, who …": the adverb is that of the age, the clause that of the name."""
    over = made[node.head]
    if node.label == "relcl" and over.label == "appos":
        other = next((c for c in below(made, over.head, "conj") if over.at < c.at < node.at and c.tag == "NNP"), None)
        if other is not None:
            made[node.at] = replace(node, head=other.at)
    if node.label == "advmod" and node.text.lower() in {"then", "now"} and made[node.at - 1].text == ",":
        age = made[node.at + 1]
        if age.tag == "CD" and age.label == "appos" and age.head == node.head:
            made[node.at] = replace(node, head=age.at)
