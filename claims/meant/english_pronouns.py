"""A pronoun of a parsed English sentence -> an open reference, where it points at anything."""

from claims.folding import folded
from claims.meant.kinds import kind_of_noun
from claims.meant.records import ALL, Kind, Mention, Part, Reference
from claims.meant.words import pronouns_of, stem, stems
from claims.parser import Node
from claims.tokens import grammar_of
from claims.tree import Tree
from claims.tree_people import names_person

PARTS = {
    "nsubj": Part.SUBJECT,
    "nsubjpass": Part.SUBJECT,
    "dobj": Part.OBJECT,
    "dative": Part.OBJECT,
    "poss": Part.OWNER,
    "agent": Part.OTHER,
}
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS"})
_AGAIN = {
    "he": frozenset({"he", "him"}), "she": frozenset({"she", "her"}), "it": frozenset({"it"}),
    "they": frozenset({"they", "them"}),
}  # fmt: skip
#: what events and things do, and bodies seldom: "the ministry said it happened at night"
_HAPPENS = frozenset(
    "happen happened happens occur occurred occurs last lasted lasts cost costs begin began started start crash crashed sink sank explode exploded burn burned burnt collapse collapsed come came go went contain contained contains show showed shows mean meant means follow followed follows work worked works leak leaked help helped matter mattered apply applied applies rain rained snowed depend depends depended".split()  # noqa: SIM905, E501
)
#: what only somebody can be, behind "it was"
_FEELS = frozenset(
    "confident committed aware unaware ready willing unwilling sorry disappointed pleased surprised proud able unable determined concerned delighted saddened grateful keen reluctant satisfied convinced".split()  # noqa: SIM905, E501
)
_EMPTY_IT = frozenset({"ccomp", "xcomp", "csubj", "advcl"})
_WEATHER = frozenset({"rain", "rained", "raining", "snow", "snowed", "snowing"})
_COPULAS = frozenset(
    {"is", "was", "be", "been", "became", "remains", "seems", "'s", "took", "takes", "appears", "makes", "made"}
)


def pronoun_reference(node: Node, tree: Tree, start: int, clause: int, beside: int, barred: int) -> list[Reference]:
    """The reference of a pronoun in a sentence that begins at an offset; none where nothing is meant."""
    word = node.text.lower()
    known = pronouns_of("en").get(word)
    kinds = known.kinds if known else ALL
    if word == "it" and node.label == "nsubj" and _told_whole(tree.nodes[node.head], tree):
        kinds = frozenset()  # "it is the worst disaster": what has been told, no thing that was named
    if known is None or node.label == "expl" or (word == "it" and _empty(node, tree)) or _told_behind(node, tree):
        return []
    part = Part.OWNER if node.tag == "PRP$" else PARTS.get(node.label, Part.OBJECT)
    if word == "her" and node.tag == "PRP":
        part = Part.OBJECT
    return [
        Reference(
            start=start + node.start, end=start + node.end, part=part, kinds=kinds, genders=known.genders,
            number=known.number, clause=clause, beside=beside, barred=barred, quoted=tree.quoted[node.at],
        )
    ]  # fmt: skip


def says_of_itself(node: Node, tree: Tree) -> Node | None:
    """The subject of a verb of saying whose content begins with an "it" that does something: "the firm said it would sue"."""  # noqa: E501
    verb = tree.nodes[node.head]
    over = tree.nodes[verb.head]
    if node.text.lower() != "it" or node.label != "nsubj" or verb.label != "ccomp" or over.at > node.at:
        return None
    if verb.text.lower() in _HAPPENS or not grammar_of("en").say.fullmatch(over.text.lower()):
        return None
    if verb.text.lower() in _COPULAS and not any(c.text.lower() in _FEELS for c in tree.under(verb, "acomp")):
        return None
    subject = tree.subject(over)
    return subject if subject is not None and subject.at < over.at and subject.tag in {"NN", "NNP"} else None


def may_speak(mention: Mention) -> bool:
    """Whether a noun names a body, or bears a name that may be one's."""
    return mention.number != "p" and (mention.kind is Kind.BODY or (mention.named and mention.kind is Kind.UNKNOWN))


def may_be_one(one: Mention, other: Mention) -> bool:
    """Whether two nouns can name one thing: a person is no tribunal."""
    return not {one.kind, other.kind} >= {Kind.PERSON, Kind.BODY} or one.named or other.named


def _told_behind(node: Node, tree: Tree) -> bool:
    """Whether a fronted clause may mean the subject behind it: "Since it opened in March, the workshop has …"."""
    verb = tree.nodes[node.head]
    if node.label not in {"nsubj", "nsubjpass"} or verb.label != "advcl" or verb.head <= verb.at:
        return False
    over = tree.nodes[verb.head]
    subject = tree.subject(over)
    if subject is None or subject.at <= verb.at or subject.tag not in _NAMING or min(tree.all_under(verb)) > 0:
        return False
    word = node.text.lower()
    several = subject.tag in {"NNS", "NNPS"} or bool(tree.under(subject, "conj"))
    if several != (word == "they") or not _may_be(word, subject, tree):
        return False
    again = _AGAIN.get(word, frozenset())
    return not any(one.tag == "PRP" and one.text.lower() in again and one.at > subject.at for one in tree.nodes)


def _may_be(word: str, subject: Node, tree: Tree) -> bool:
    """Whether a singular pronoun can mean a noun: a person is no "it", and a workshop no "she"."""
    if word == "they":
        return True
    if subject.tag == "NN":
        own = kind_of_noun(subject.text, "en")
        person = own is Kind.PERSON or (own is Kind.THING and names_person(folded(subject.text)))
        return person == (word != "it")
    return bool(tree.under(subject, "det")) if word == "it" else not tree.under(subject, "det")


def _told_whole(verb: Node, tree: Tree) -> bool:
    """Whether a predicate says what something amounts to: "was the worst disaster", "was more than a nuisance"."""
    more = [c for c in tree.under(verb, "acomp") if any(d.text.lower() == "than" for d in tree.below[c.at])]
    return bool(tree.under(verb, "attr") or more)


def _empty(node: Node, tree: Tree) -> bool:
    """As in "it is likely that", "it rained", "it took years to", "as she put it": nothing is meant."""
    verb = tree.nodes[node.head]
    if verb.text.lower() in _WEATHER or (verb.text.lower() == "put" and _as_told(verb, tree)):
        return True
    behind = [c for c in tree.below[verb.at] if c.at > verb.at]
    time = any(c.label == "attr" and stem(c.text, "en") in stems("en", "unique") for c in behind)
    clause = any(c.label in _EMPTY_IT for c in behind) or any(
        c.label in {"acomp", "attr"} and any(d.label in _EMPTY_IT | {"relcl"} for d in tree.below[c.at]) for c in behind
    )
    return verb.text.lower() in _COPULAS and (clause or time)


def _as_told(verb: Node, tree: Tree) -> bool:
    """Whether a clause is "as … put it"."""
    return any(c.text.lower() == "as" for c in tree.below[verb.at])
