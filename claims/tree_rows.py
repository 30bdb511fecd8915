"""Verbs told in a row, "counted the tools, priced the bronze and drove home", hung on one another in a parse."""

from dataclasses import replace

from claims.parser import Node

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_HELPERS = frozenset({"aux", "auxpass"})
#: verbs whose past is the same as their participle and their bare form
_SAME = frozenset({"cut", "put", "set", "hit", "shut", "let", "spread", "split", "hurt", "beat", "cast", "shed", "quit"})  # noqa: E501  # fmt: skip
#: verbs that are plural nouns as well
_TRADE = frozenset({"exports", "imports", "ships", "supplies", "leases", "hosts", "trains", "funds", "markets", "stocks"})  # noqa: E501  # fmt: skip
#: what is done to somebody or something, and by nobody without an object
_DONE_TO = frozenset(
    """charged released convicted sentenced jailed fined ordered held questioned searched treated detained
 deported killed robbed evacuated airlifted rescued transferred banned suspended sacked dismissed
 cleared acquitted awarded handed named identified arrested remanded bailed extradited stabbed
 tortured executed buried sold auctioned demolished restored repaired approved rejected published
 printed guarded counted registered used designed sealed examined delivered assigned discharged
 interviewed""".split()  # noqa: SIM905
)
_LOOSE = frozenset({"advcl", "ccomp", "dep"})


def in_rows(made: list[Node]) -> None:
    """Hangs each verb of a row on the one that it goes on from."""
    for rule in (_verbs_read_as_nouns, _verb_behind_a_pronoun, _verbs_read_as_modifiers, _pasts_behind_a_modal, _pasts_behind_an_infinitive, _pasts_without_ending, _verbs_behind_commas, _pasts_read_as_participles, _participles_read_as_pasts, _participles_of_a_clause, _closed):  # noqa: E501  # fmt: skip
        for node in list(made):
            rule(made[node.at], made)


def below(made: list[Node], at: int, *labels: str) -> list[Node]:
    """The words that hang right below one, by one of the labels where any is given."""
    return [node for node in made if node.head == at and node.at != at and (not labels or node.label in labels)]


def reach(made: list[Node], at: int) -> set[int]:
    """The places of a word and of everything below it."""
    found, waiting = {at}, [at]
    while waiting:
        over = waiting.pop()
        for node in made:
            if node.head == over and node.at not in found:
                found.add(node.at)
                waiting.append(node.at)
    return found


def bare(node: Node, made: list[Node]) -> bool:
    """Whether a verb has neither a subject nor an auxiliary nor a word that makes it depend."""
    return not any(
        child.label in _SUBJECTS | _HELPERS | {"mark"} or child.tag in {"WRB", "WP", "WDT", "TO"}
        for child in below(made, node.at)
    )


def behind_comma(node: Node, made: list[Node]) -> bool:
    """Whether a comma stands before a verb and the adverbs that open its part."""
    at = node.at
    while at > 0 and made[at - 1].label in {"advmod", "neg"} and made[at - 1].head == node.at:
        at -= 1
    return at > 0 and made[at - 1].text == ","


def verb_over(node: Node, made: list[Node]) -> Node | None:
    """The finite verb under which a word stands."""
    while node.head != node.at:
        node = made[node.head]
        if node.tag in _FINITE:
            return node
    return None


def _verbs_read_as_nouns(node: Node, made: list[Node]) -> None:
    """As in "employs 16 people, exports most of it and …": what has an object of its own is no noun."""
    objects = [child for child in below(made, node.at, "dobj") if child.at > node.at]
    over = verb_over(node, made)
    plain = not below(made, node.at, "det", "poss", "amod", "nummod", "compound")
    if node.tag == "NNS" and objects and plain and behind_comma(node, made) and over is not None and over.tag == "VBZ":
        made[node.at] = replace(node, tag="VBZ", label="conj", head=over.at)


def _verb_behind_a_pronoun(node: Node, made: list[Node]) -> None:
    """As in "She shrugs, reaches over and …": what has a pronoun as its subject is a verb, and the first of the row."""
    over = made[node.head]
    if node.tag != "NNS" or node.label != "nsubj" or over.tag != "VBZ" or not below(made, node.at, "nsubj"):
        return
    if any(one.tag == "PRP" for one in below(made, node.at, "nsubj")):
        made[node.at] = replace(node, tag="VBZ", label=over.label, head=node.at if over.head == over.at else over.head)
        made[over.at] = replace(over, label="conj", head=node.at)


def _verbs_read_as_modifiers(node: Node, made: list[Node]) -> None:
    """As in "employs 140 people and exports bricks": a verb of trade before a bare noun."""
    noun, over = made[node.head], verb_over(node, made)
    if node.text.lower() not in _TRADE or node.tag != "NNS" or node.label != "compound" or noun.label != "conj":
        return
    if over is None or over.tag != "VBZ" or made[node.at - 1].label != "cc" or noun.at < node.at:
        return
    for child in [*below(made, noun.at), *below(made, over.at, "prep")]:
        if child.at > noun.at and child.label in {"prep", "punct"}:
            made[child.at] = replace(child, head=node.at)
    made[node.at - 1] = replace(made[node.at - 1], head=over.at)
    made[node.at] = replace(node, tag="VBZ", label="conj", head=over.at)
    made[noun.at] = replace(noun, label="dobj", head=node.at)


def _pasts_behind_a_modal(node: Node, made: list[Node]) -> None:
    """As in "will stay open after members threw out the plan, raised a tax and …": a past goes on from a past."""
    over = made[node.head]
    if node.label != "conj" or node.tag != "VBD" or over.tag != "VB" or not bare(node, made):
        return
    if not below(made, over.at, "aux"):
        return
    inside = reach(made, over.at) - reach(made, node.at)
    between = [made[at] for at in sorted(inside) if over.at < at < node.at]
    pasts = [one for one in between if one.tag == "VBD" and below(made, one.at, *_SUBJECTS)]
    if pasts and pasts[-1].label == "advcl":
        made[node.at] = replace(node, head=pasts[-1].at)


def _pasts_behind_an_infinitive(node: Node, made: list[Node]) -> None:
    """As in "refused to pay the fine and dismissed the clerk": a past does not go on from an infinitive."""
    over = made[node.head]
    if node.label != "conj" or node.tag != "VBD" or over.tag != "VB" or over.label != "xcomp" or not bare(node, made):
        return
    verb = over
    while verb.tag == "VB" and verb.label in {"xcomp", "conj"} and verb.head != verb.at:
        verb = made[verb.head]
    if verb.tag == "VBD" and not below(made, verb.at, "aux"):
        for joint in below(made, over.at, "cc"):
            if over.at < joint.at < node.at:
                made[joint.at] = replace(joint, head=verb.at)
        made[node.at] = replace(node, head=verb.at)


def _pasts_without_ending(node: Node, made: list[Node]) -> None:
    """As in "sold two shops, cut staff and asked …": what has an object of its own is no participle of a noun."""
    verb = made[node.head]
    while verb.head != verb.at and not verb.tag.startswith("VB"):
        verb = made[verb.head]
    objects = [child for child in below(made, node.at, "dobj") if child.at > node.at]
    if node.text.lower() not in _SAME or node.label != "acl" or not objects or not behind_comma(node, made):
        return
    if verb.tag == "VBD" and verb.at < node.at and bare(node, made):
        made[node.at] = replace(node, tag="VBD", label="conj", head=verb.at)


def _verbs_behind_commas(node: Node, made: list[Node]) -> None:
    """As in "counted the tools, priced the bronze, talked …": a finite verb without a subject shares the first one's."""  # noqa: E501
    over = made[node.head]
    if node.label not in _LOOSE or node.tag != "VBD" or over.at > node.at or over.tag not in _FINITE:
        return
    first = min(reach(made, node.at))
    if bare(node, made) and first > 0 and made[first - 1].text == ",":
        made[node.at] = replace(node, label="conj")


def _pasts_read_as_participles(node: Node, made: list[Node]) -> None:
    """As in "worked for a decade and never married": beside a past without auxiliary stands a past."""
    over = made[node.head]
    if node.label != "conj" or node.tag != "VBN" or over.tag != "VBD" or not bare(node, made):
        return
    if not below(made, over.at, *_HELPERS) and over.label not in _HELPERS and over.text.lower() not in {"was", "were"}:
        made[node.at] = replace(node, tag="VBD")


def _participles_read_as_pasts(node: Node, made: list[Node]) -> None:
    """As in "was arrested in Rome, charged with fraud and released": what is done to somebody lacks an object."""
    first = made[node.head]
    while first.label == "conj" and not below(made, first.at, "aux", "auxpass") and first.head != first.at:
        first = made[first.head]
    if node.label != "conj" or node.tag != "VBD" or node.text.lower() not in _DONE_TO or not bare(node, made):
        return
    if first.tag == "VBN" and below(made, first.at, "auxpass") and not below(made, node.at, "dobj", "ccomp", "xcomp"):
        made[node.at] = replace(node, tag="VBN")


def _participles_of_a_clause(node: Node, made: list[Node]) -> None:
    """As in "a pier, where they were wrapped in blankets, counted and taken to …", "was built in 1890, sold and demolished": all of them are the clause's."""  # noqa: E501
    if node.label not in {"acl", "advcl"} or node.tag != "VBN" or not behind_comma(node, made) or not bare(node, made):
        return
    over = made[node.head]
    clauses = [over] if node.label == "advcl" else below(made, node.head, "relcl")
    clauses = [c for c in clauses if c.at < node.at and c.tag == "VBN" and below(made, c.at, "auxpass")]
    if clauses and below(made, node.at, "cc") and any(c.tag == "VBN" for c in below(made, node.at, "conj")):
        made[node.at] = replace(node, label="conj", head=clauses[-1].at)


def _closed(node: Node, made: list[Node]) -> None:
    """As in "employs 16 people, exports what it casts and turned over …": "and" closes the row that a comma began."""
    over = made[node.head]
    if node.label != "conj" or node.tag not in _FINITE or not bare(node, made) or not behind_comma(node, made):
        return
    row = [*below(made, over.at, "cc"), *below(made, node.at, "cc")]
    if over.tag not in _FINITE or any(joint.at > over.at for joint in row):
        return
    for at in sorted(reach(made, node.at) - {node.at}):
        last = made[at]
        before = made[last.head]
        if last.label == "conj" and last.tag in _FINITE and bare(last, made) and before.at != node.at:
            if before.label == "conj" or before.tag == last.tag:
                return
            for joint in below(made, before.at, "cc"):
                made[joint.at] = replace(joint, head=node.at)
            made[last.at] = replace(last, head=node.at)
            for child in below(made, node.at):
                if child.at > last.at:  # what stands behind the last verb is told of it
                    made[child.at] = replace(child, head=last.at)
            return
