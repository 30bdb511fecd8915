"""Who a clause of a parsed sentence is about, so that "she" and "the company" of the next can be told."""

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.names import find_names
from claims.parser import Node
from claims.records import NameKind
from claims.standing import Context
from claims.tokens import grammar_of
from claims.tree import Tree

#: nouns of persons are made with these endings in English; the list names those that are not
_MAKES_PERSONS = regex.compile(
    r"(?:er|or|ist|ian|man|woman|ant|eer|ess|mate|boss|chief|nurse|judge|coach|pilot|monk|priest|bishop|king|queen|prince|widow|aide|master|envoy|spy|poet|mother|father|son|daughter|wife|husband|sister|brother|uncle|aunt|cousin|student|president|resident|agent|patient|client|guide|mayor|yst|clerk|guard|cook|chef|thief|nun|maid|employee|trainee|refugee|spouse|official|relative|expert|guest|diplomat|candidate|delegate|advocate|surgeon|captain|patriarch|pope|substitute|rookie|veteran|recruit|academic|cleric|paramedic|critic|mechanic|nominee|appointee|referee|detainee|retiree|debutante)$"
)
_NO_PERSONS = frozenset(
    [
        "safeguard",
        "newspaper",
        "paper",
        "number",
        "river",
        "water",
        "tower",
        "power",
        "order",
        "letter",
        "matter",
        "offer",
        "quarter",
        "centre",
        "center",
        "computer",
        "charter",
        "border",
        "chapter",
        "cover",
        "factor",
        "sector",
        "floor",
        "error",
        "mirror",
        "motor",
        "plant",
        "restaurant",
        "grant",
        "warrant",
        "tanker",
        "container",
        "cancer",
        "corner",
        "fever",
        "filter",
        "glacier",
        "layer",
        "helicopter",
        "trailer",
        "trawler",
        "steamer",
        "ferry",
        "summer",
        "winter",
        "october",
        "september",
        "november",
        "december",
        "weather",
        "disorder",
        "shelter",
        "theater",
        "theatre",
        "tower",
        "carrier",
        "cluster",
        "lawsuit",
        "monitor",
        "reactor",
        "server",
        "router",
        "sensor",
        "tractor",
        "tumor",
        "vector",
        "visitor",
        "harbor",
        "harbour",
        "labor",
        "labour",
        "minister_office",
        "consumer",
        "insurer",
        "retailer",
        "lender",
        "manufacturer",
        "producer",
        "supplier",
        "publisher",
        "broadcaster",
        "operator",
        "airliner",
        "liner",
        "freighter",
        "cruiser",
        "destroyer",
        "bomber",
        "fighter",
        "parameter",
        "meter",
        "perimeter",
        "register",
        "semester",
        "disaster",
        "master_plan",
        "winner_takes",
        "regulator",
        "watchdog",
        "prison",
        "season",
        "reason",
        "lesson",
        "comparison",
        "poison",
        "paper",
        "dinner",
        "answer",
        "barrier",
        "danger",
        "furniture",
        "counter",
        "clinic",
        "talent",
        "restaurant",
        "current",
        "want",
        "important",
        "giant",
        "covenant",
        "elephant",
        "career",
        "beer",
        "deer",
        "estimate",
        "climate",
        "debris",
        "data",
    ]
)


def names_person(word: str) -> bool:
    """Whether a common noun names what a person is: "investor", not "river"."""
    return word not in _NO_PERSONS and _MAKES_PERSONS.search(word) is not None


class People:
    """The persons that a text has named, as its sentences go by."""

    def __init__(self, tree: Tree, context: Context, language: str) -> None:
        self.tree, self.context, self.language = tree, context, language

    def is_person(self, node: Node, text: str) -> bool:
        """Whether a subject is one person."""
        if node.tag in {"NNS", "NNPS"} or self.tree.under(node, "conj"):
            return False
        if any(name.kind is NameKind.PERSON for name in find_names(text, self.language)):
            return not compiled(r"(?<!\w)(?:and)(?!\w)").search(text)
        if text.rsplit(maxsplit=1)[-1].strip("'’s") in self.context.people:
            return True
        grammar = grammar_of(self.language)
        if node.tag == "NN":
            return bool(grammar.title.fullmatch(folded(node.text)))
        described = [c for c in self.tree.under(node, "appos") if c.tag == "NN" and names_person(folded(c.text))]
        relative = [c for c in self.tree.under(node, "relcl") if any(self.tree.nodes[at].text in {"who", "whose"} for at in self.tree.all_under(c))]  # noqa: E501  # fmt: skip
        return bool(described or relative)

    def note(self, node: Node | None, text: str) -> None:
        """Remembers the subject of a main clause."""
        self.context.parsed = True
        if node is None or node.tag in {"PRP", "EX", "WP", "WDT", "DT", "CD"} or not text:
            return
        if self.is_person(node, text):
            self.context.person = text
            if node.tag == "NNP":
                self.context.people.add(text.rsplit(maxsplit=1)[-1])
        self.context.note_subject(text)

    def meant(self, pronoun: str) -> str:
        """Who a pronoun stands for, as far as the text so far tells."""
        if folded(pronoun) in {"he", "she"}:
            return self.context.person or self.context.speaker
        return self.context.subject or self.context.speaker


def titled(tree: Tree) -> list[set[int]]:
    """Names right behind the noun that says who bears them: "the Swedish investor Nordhav"."""
    found = []
    for name in tree.nodes:
        if name.tag != "NNP":
            continue
        noun, last = _title_of(tree, name)
        if noun is None:
            continue
        first = noun.at
        while first > 0 and (hyphen := first > 1 and tree.nodes[first - 1].tag == "HYPH") | (
            tree.nodes[first - 1].label in {"det", "poss", "amod", "compound", "nmod", "nummod"}
            and tree.nodes[first - 1].tag not in {",", "CC"}
        ):
            first -= 2 if hyphen else 1  # "Left-arm spinner"
        if tree.nodes[first].text in {"'s", "’s"} or tree.nodes[first].tag == "CD":
            continue
        found.append(set(range(first, last + 1)))
    return found


def _title_of(tree: Tree, name: Node) -> tuple[Node | None, int]:
    """The common noun of a person right before the first word of a name, and the name's last word."""
    before = tree.nodes[name.at - 1] if name.at else None
    if before is None or before.tag != "NN" or not names_person(folded(before.text)) or before.text[:1].isupper():
        return None, 0
    last = name.at
    while last + 1 < len(tree.nodes) and tree.nodes[last + 1].tag in {"NNP", "NNPS"}:
        last += 1
    close = {before.head, name.head, tree.nodes[last].head}
    return (before, last) if close & set(range(before.at, last + 1)) or before.head == name.head else (None, 0)
