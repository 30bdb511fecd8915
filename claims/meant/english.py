"""A parsed English sentence -> its mentions and its open references."""

from dataclasses import replace
from typing import NamedTuple

from claims.folding import folded
from claims.meant.english_pronouns import PARTS, may_be_one, may_speak, pronoun_reference, says_of_itself
from claims.meant.events import CLAUSE, act, acts_told
from claims.meant.kinds import gender_of_name, kind_of_name, kind_of_noun, kinds_meant
from claims.meant.offices import to_be_given
from claims.meant.owners import takes_up
from claims.meant.records import Kind, Mention, Part, Read, Reference
from claims.meant.words import classes_of, stem, stems
from claims.names import find_names
from claims.parser import Node
from claims.records import BlockKind, Name, NameKind, Sentence
from claims.tree import Tree
from claims.tree_people import names_person
from claims.tree_repairs import tree_of

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BARE = frozenset({"det", "punct", "cc", "conj", "case", "predet"})
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905, E501
)
#: what stands behind a person's name and is no part of it
_BEHIND_NAMES = frozenset({"KC", "QC", "SC", "MP", "MEP", "MD", "PhD", "Jr", "Sr", "OBE", "CBE", "MBE", "RN"})
#: what often bears a person's name, and is none
_BEARERS = frozenset(
    stem(word, "en")
    for word in "tanker ferry ship vessel trawler yacht boat steamer liner freighter frigate submarine lifeboat schooner hurricane storm typhoon cyclone".split()  # noqa: SIM905, E501
)
_WITHIN = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "csubj", "parataxis"})
_TIED = frozenset({"prep", "relcl", "acl", "poss", "nummod"})
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "advmod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_INSIDE = frozenset({"in", "near", "around", "outside"})
_POINTING = frozenset({"PRP", "WP", "WDT", "WP$"})
_COMPLETES = frozenset({"dobj", "prep", "agent", "xcomp", "prt"})
_PHRASE = 9  #: words of a phrase behind a verb that is shown with it


class _Told(NamedTuple):
    """What the words of a noun tell."""

    heads: frozenset[str]
    kind: Kind
    gender: str


class English:
    """Reads one sentence by its parse."""

    def __init__(self, sentence: Sentence, tree: Tree) -> None:
        self.sentence, self.nodes, self.tree = sentence, tree.nodes, tree
        self.names = find_names(sentence.text, "en")
        self.read = Read()
        self.by_node: dict[int, Mention] = {}

    def all(self) -> Read:
        """The mentions and references of the sentence."""
        for node in self.nodes:
            if (
                node.tag in _NOUNS
                and node.text[:1].isalpha()
                and not (node.label in {"compound", "nmod", "amod"} and node.head > node.at)
            ):
                self._mention(node)
        for node in self.nodes:
            if node.tag in {"PRP", "PRP$"}:
                self._pronoun(node)
            elif self.tree.verbal(node) and node.label not in {"aux", "auxpass"}:
                self._event(node)
        self.read.references = [
            replace(one, kinds=frozenset()) if self._within_words(one) else one for one in self.read.references
        ]
        self._one_thing()
        self.read.brought_up()
        return self.read

    def _pronoun(self, node: Node) -> None:
        """Keeps a pronoun as an open reference; whom it means, where somebody says something of himself."""
        self.read.references += pronoun_reference(
            node, self.tree, self.sentence.start, self._clause(node), self._beside(node), self._barred(node)
        )
        teller = says_of_itself(node, self.tree)
        if teller is not None and teller.at in self.by_node and may_speak(self.by_node[teller.at]):
            self.read.own[self.sentence.start + node.start] = self.by_node[teller.at].end

    def _one_thing(self) -> None:
        """Notes which nouns name one thing: "Tideway Freight, the owner"."""
        for node in self.nodes:
            if node.at not in self.by_node or node.label not in {"appos", "attr"}:
                continue
            appos = node.label == "appos"
            over = self.nodes[node.head] if appos else self.tree.subject(self.nodes[node.head])
            if over is None or over.at not in self.by_node or over is node or (appos and not self._beside_comma(node)):
                continue
            if may_be_one(self.by_node[over.at], self.by_node[node.at]):
                self.read.same.append((self.by_node[over.at], self.by_node[node.at]))

    def _within_words(self, reference: Reference) -> bool:
        """As in "The keeper came out. I told him …": somebody whom a quotation itself brings up may be meant."""
        if not (reference.quoted and reference.genders):
            return False
        return any(
            node.tag == "NN"
            and node.label in {"nsubj", "nsubjpass"}
            and self.tree.quoted[node.at]
            and self.sentence.start + node.end < reference.start
            and self.tree.under(node, "det")
            for node in self.nodes
        )

    def _beside_comma(self, node: Node) -> bool:
        """Whether an apposition is set off, as it must be in a headline: "Lee's late strike lifts Kings" names one thing no other."""  # noqa: E501
        places = self.tree.all_under(node)
        return self.sentence.block is not BlockKind.HEADLINE or self.tree.comma_before(self.tree.first(places))

    def _beside(self, node: Node) -> int:
        """Where the noun begins whose relative clause a word stands in; -1 for none."""
        while node.head != node.at:
            if node.label == "relcl" and node.head in self.by_node:
                return self.by_node[node.head].start
            node = self.nodes[node.head]
        return -1

    def _barred(self, node: Node) -> int:
        """Where the noun begins that does what is done to a word of its relative clause; -1 for none."""
        over = self.nodes[self._clause(node)]
        subject = self.tree.subject(over)
        does = subject is not None and subject.tag in {"WP", "WDT"} and subject is not node
        own = does and over.label == "relcl" and over.head in self.by_node and node.tag == "PRP"
        # "the caster she met": whoever does it there does it to another
        other = (
            subject is node
            and over.label == "relcl"
            and over.head in self.by_node
            and not any(c.tag in {"WRB", "WP$"} or c.label == "mark" for c in self.tree.below[over.at])
        )
        return self.by_node[over.head].start if own or other else -1

    def _clause(self, node: Node) -> int:
        """The predicate under which a word stands."""
        while node.head != node.at and not (node.label in _CLAUSES and self.tree.verbal(node)):
            node = self.nodes[node.head]
        return node.at

    def _mention(self, node: Node) -> None:
        """Keeps a noun with what belongs to it."""
        children = self.tree.below[node.at]
        proper = node.tag in {"NNP", "NNPS"}
        name = self._name(node) if proper else None
        if proper and name is None:
            return
        determiner = next((c.text.lower() for c in self.tree.under(node, "det")), "")
        tied = any(c.label in _TIED and not self.tree.comma_before(min(self.tree.all_under(c))) for c in children)
        known = determiner in _DEFINITE and not proper
        left, right = self._extent(node)
        modified = any(c.label not in _BARE and c.at <= right for c in children)
        named = any(c.label == "appos" and c.tag in {"NNP", "NNPS"} for c in children)
        if known and not tied and not named:
            self._description(node, children, modified=modified)
        elif determiner in {"no", "every", "any", "each"}:
            return
        owners = {c.tag in {"PRP$", "WP$"} for c in children if c.label == "poss"}
        shown = (self.nodes[left].start, self.nodes[right].end) if name is None else (name.start, name.end)
        told = _Told(frozenset({stem(node.text, "en")}), self._kind(node), gender_of_name("", folded(node.text), "en"))
        if name is not None:
            told, shown = self._told_by_name(node, name, told)
        before = frozenset(stem(c.text, "en") for c in children if c.label in {"amod", "compound"} and c.at < node.at)
        unknown = determiner in {"a", "an"}
        several = node.tag in {"NNS", "NNPS"} or any(c.label == "conj" and c.tag in _NOUNS for c in children)
        by = self.sentence.start
        mention = Mention(
            start=by + shown[0], end=by + shown[1], text="" if True in owners else self.sentence.text[slice(*shown)],
            heads=told.heads, kind=self._kind_by_clause(node, told.kind), gender=told.gender, number="" if name is not None and node.tag == "NNPS" else "p" if several else "s",  # noqa: E501
            part=PARTS.get(node.label, Part.OTHER), named=proper, definite=known and not tied,
            full=proper or (True not in owners and (modified or bool(owners) or unknown)),
            extra=before if not proper else frozenset(), clause=self._clause(node), new=unknown and not proper,
            quoted=self.tree.quoted[node.at], within=self.nodes[self._clause(node)].label in _WITHIN,
        )  # fmt: skip
        self.by_node[node.at] = mention
        self.read.mentions.append(mention)

    def _extent(self, node: Node) -> tuple[int, int]:
        """The first and last word of a phrase that can be shown: no clause, no list, no insert."""
        left = right = node.at
        for child in self.tree.below[node.at]:
            if child.at < node.at and child.label in _BEFORE:
                left = min(left, *self.tree.all_under(child)) if child.label == "poss" else min(left, child.at)
            if child.at == right + 1 and child.label in {"prep", "acl", "nummod"}:
                reach = self.tree.all_under(child)
                if len(reach) <= 9 and not any(self.nodes[at].text in ',;—–("“' for at in reach):
                    right = max(reach)
        return left, right

    def _name(self, node: Node) -> Name | None:
        """The name that a proper noun is the head of; None for days and months."""
        found = next((n for n in self.names if n.start < node.end and node.start < n.end), None)
        if found is not None or node.label == "npadvmod" or folded(node.text) in _CALENDAR:
            return found
        first = node.at
        while first > 0 and self.nodes[first - 1].tag == "NNP" and self.nodes[first - 1].label == "compound":
            first -= 1
        start = self.nodes[first].start
        return Name(
            text=self.sentence.text[start : node.end], start=start, end=node.end, kind=NameKind.UNKNOWN, role=""
        )

    def _kind(self, node: Node) -> Kind:
        kind = kind_of_noun(node.text, "en")
        return Kind.PERSON if kind is Kind.THING and names_person(folded(node.text)) and node.tag == "NN" else kind

    def _kind_by_clause(self, node: Node, kind: Kind) -> Kind:
        """A person where a relative clause says "who", unless the noun tells a body: "the crew who …"."""
        if kind is Kind.BODY:
            return kind
        relative = {at for c in self.tree.under(node, "relcl") for at in self.tree.all_under(c)}
        return Kind.PERSON if any(self.nodes[at].text.lower() == "who" for at in relative) else kind

    def _told_by_name(self, node: Node, name: Name, told: "_Told") -> tuple["_Told", tuple[int, int]]:
        """What a name, its title and its place in the sentence tell, and the stretch that shows it."""
        before = [c for c in self.tree.below[node.at] if c.label == "compound" and c.tag == "NN" and c.at < node.at]
        before = [c for c in before if self.nodes[c.at - 1].tag != "HYPH"]  # "ten-man Marl City" is no man
        heads = told.heads | {stem(word, "en") for word in f"{name.text} {name.role}".split()}
        heads |= {stem(c.text, "en") for c in before}
        kind, gender, start = kind_of_name(name), gender_of_name(name.text, name.role, "en"), name.start
        first, _, rest = name.text.partition(" ")
        if rest[:1].isupper() and (folded(first).endswith("maker") or stem(first, "en") in stems("en", "firms")):
            heads, start, kind = heads | {"maker"}, name.start + len(first) + 1, Kind.BODY
        title = before[-1].text if before else ""
        if name.text.rpartition(" ")[2] in _BEHIND_NAMES:
            kind = Kind.PERSON
        titled = self.sentence.block is BlockKind.HEADLINE and name.start == 0 and rest[:1].isupper()
        if titled and kind is not Kind.BODY and not gender_of_name(first, "", "en") and names_person(folded(first)):
            heads, start, kind = heads | {stem(first, "en")}, len(first) + 1, Kind.PERSON  # "Debutant Okafor wins"
        if gender and kind is Kind.UNKNOWN and " " in name.text and self._articled(node):
            gender = ""  # "the Abigail Dunmore": a ship or a house
        if kind is Kind.UNKNOWN and gender:
            kind = Kind.PERSON
        gender = gender or (gender_of_name("", folded(title), "en") if title else "")
        if stem(title, "en") in _BEARERS:
            return _Told(heads, Kind.THING, ""), (start, name.end)  # "the tanker Maria Stella"
        if title and not title[:1].isupper():
            own = kind_of_noun(title, "en")
            person = own is not Kind.BODY and names_person(folded(title))
            kind = Kind.PERSON if person else own if kind is Kind.UNKNOWN else kind
        if kind is Kind.UNKNOWN and node.label == "pobj" and self.nodes[node.head].text.lower() in _INSIDE:
            kind = Kind.PLACE
        if " " not in name.text and self.tree.under(node, "det"):
            heads |= {"government"}  # "the Treasury": nobody's company
        return _Told(heads, kind, gender), (start, name.end)

    def _articled(self, node: Node) -> bool:
        """Whether a name stands behind "the" and nothing else that says who bears it."""
        before = [c for c in self.tree.below[node.at] if c.at < node.at and c.tag not in {"NNP", "DT"}]
        return any(c.text.lower() == "the" for c in self.tree.under(node, "det")) and not before

    def _description(self, node: Node, children: list[Node], *, modified: bool) -> None:
        """A definite noun that says not which one."""
        own = stem(node.text, "en")
        if own in stems("en", "unique") or node.label in {"npadvmod", "attr", "appos"}:
            return
        if to_be_given(self.sentence.text[: node.start], "en"):
            return
        extra = {stem(c.text, "en") for c in children if c.label in {"amod", "compound"} and c.at < node.at}
        classes, others = classes_of(own, "en")
        firm = bool(classes)
        self.read.references.append(
            Reference(
                start=self.sentence.start + node.start, end=self.sentence.start + node.end, part=PARTS.get(node.label, Part.OTHER),  # noqa: E501
                kinds=kinds_meant(node.text, "en", of_a_class=firm), number="p" if node.tag == "NNS" else "s", heads=frozenset({own}), firm=firm and not modified,  # noqa: E501
                extra=frozenset(extra), classes=classes, others=others, general=takes_up(own, "en") | acts_told(folded(node.text), "en"), clause=self._clause(node),  # noqa: E501
                quoted=self.tree.quoted[node.at],
            )
        )  # fmt: skip

    def _event(self, node: Node) -> None:
        """Keeps what a clause tells, where its subject and object stand beside its verb: "a shark attacked a boy"."""
        subject = self.tree.subject(node)
        if (
            subject is None
            or subject.at not in self.by_node
            or subject.at > node.at
            or self.tree.quoted[node.at]
            or not self.by_node[subject.at].full
        ):
            return
        left, right = self._extent(subject)[0], node.at
        for child in self.tree.below[node.at]:
            reach = self.tree.all_under(child)
            if child.at > node.at and child.label in _COMPLETES and min(reach) == right + 1 and len(reach) <= _PHRASE:
                right = max(reach)
            elif child.at == right + 2 and child.label == "conj" and self.tree.verbal(child):
                object_ = [self.tree.all_under(c) for c in self.tree.under(child, "dobj")]
                right = max([right, *(max(one) for one in object_ if min(one) == child.at + 1 and len(one) <= _PHRASE)])
        text = self.sentence.text[self.nodes[left].start : self.nodes[right].end]
        if (
            any(one.tag in _POINTING for one in self.nodes[left : right + 1])
            or right == node.at
            or len(text) > CLAUSE
            or any(mark in text for mark in '[]"“”();:')
        ):
            return
        by = self.sentence.start
        self.read.mentions.append(
            Mention(
                start=by + self.nodes[left].start, end=by + self.nodes[right].end, text=text, heads=frozenset({act(folded(node.text), "en")}),  # noqa: E501
                kind=Kind.ASIDE, number="", full=True, clause=self._clause(node),
            )
        )  # fmt: skip


def read_english(sentence: Sentence) -> Read | None:
    """The mentions and references of an English sentence; None where it has no parse."""
    tree = tree_of(sentence.text, "en")
    return English(sentence, tree).all() if tree is not None else None
