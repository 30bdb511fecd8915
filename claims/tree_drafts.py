"""A parsed sentence -> drafts of claims: clauses with the subjects they share, and who says what."""

from dataclasses import replace

import regex

from claims.checkworthy import check_worthiness
from claims.draft import Draft
from claims.folding import folded
from claims.parser import Node, parse
from claims.records import Attribution, ClaimKind, Sentence, Span, Worthiness
from claims.roles import role_spans
from claims.standing import Context
from claims.tokens import grammar_of
from claims.tree import HELPERS, SUBJECTS, Tree
from claims.tree_inserts import Insert, Inserts
from claims.tree_people import People, titled
from claims.tree_repairs import repaired

_BARE_SPEECH = frozenset(
    {"accused", "called", "described", "denied", "dismissed", "rejected", "denounced", "condemned"}
)
_DENIES = frozenset({"deny", "denied", "denies", "denying"})
_UNTOLD = frozenset({Worthiness.QUESTION, Worthiness.THANKS, Worthiness.FURNITURE, Worthiness.OPINION, Worthiness.RHETORIC})  # noqa: E501  # fmt: skip
_HEARINGS = frozenset({"court", "jury", "inquiry", "tribunal", "inquest", "committee", "hearing"})
_DEEP = 4
#: "we looked at every option", "you put people at risk": nobody but the speaker could bear it out
_ADDRESSED = regex.compile(r"(?i)(?<!\w)(?:I|we|you|my|our|your|us|me)(?!\w)")


def tree_drafts(sentence: Sentence, inherited: Attribution | None, context: Context) -> list[Draft] | None:
    """What one sentence asserts, by its parse; None where there is none to rely on."""
    nodes = parse(sentence.text, sentence.language)
    if not nodes:
        return None
    tree = Tree(sentence.text, repaired(nodes, lambda node: _verb_of_saying(node, sentence.language)))
    reader = _Reader(sentence, tree, context)
    made = reader.read(inherited)
    if not made or not _covers(tree, made):
        return None
    return made


def _verb_of_saying(node: Node, language: str) -> bool:
    return node.tag.startswith("VB") and grammar_of(language).say.fullmatch(folded(node.text))


def _covers(tree: Tree, drafts: list[Draft]) -> bool:
    """Whether every number of the sentence stands in a draft: none may be lost."""
    spans = [span for draft in drafts for span in draft.spans]
    return all(any(a <= node.start < b for a, b in spans) for node in tree.nodes if regex.search(r"\p{N}", node.text))


class _Reader:
    """One sentence being read."""

    def __init__(self, sentence: Sentence, tree: Tree, context: Context) -> None:
        self.sentence, self.tree, self.context = sentence, tree, context
        self.inserts = Inserts(tree)
        self.grammar = grammar_of(sentence.language)
        self.people = People(tree, context, sentence.language)
        self.made: list[Draft] = []

    def read(self, inherited: Attribution | None) -> list[Draft]:
        root = self.tree.root
        if not self.tree.verbal(root) or not self.tree.asserts(root):
            return []
        everything = set(range(len(self.tree.nodes)))
        whole = self._quoted_whole(inherited)
        self._clause(root, everything, None, whole or inherited, 0)
        for places in titled(self.tree):
            self._add(root, places, None, role=True)
        for spans in role_spans(self.sentence.text, self.sentence.language):
            if self._whole_name(spans[-1][1]):
                self.made.append(
                    Draft(spans=spans, kind=ClaimKind.CONTENT, attribution=None, subjectless=False, role=True)
                )
        subject = self.tree.subject(root)
        self.people.note(subject, self._text(self.inserts.noun_phrase(subject)) if subject is not None else "")
        return self.made

    def _whole_name(self, end: int) -> bool:
        """Whether a name ends where a stretch does: "the director of ArtHub tenant …" goes on."""
        last = next((node for node in self.tree.nodes if node.end == end), None)
        return last is not None and not (last.label in {"compound", "poss", "nmod"} and last.head > last.at)

    def _quoted_whole(self, inherited: Attribution | None) -> Attribution | None:
        """The last speaker, where the whole sentence is one quotation and nobody is named in it."""
        text = self.sentence.text.strip()
        inside = text[1:].rstrip(".!")
        if inherited is not None or not self.context.speaker or text[:1] not in '"“' or inside[-1:] not in '"”':
            return None
        if any(mark in inside[:-1] for mark in '"“”'):
            return None
        who = Attribution(speaker=self.context.speaker, verb="", speaker_span=Span(start=0, end=0), outer=())
        self._add(self.tree.root, set(range(len(self.tree.nodes))), who, kind=ClaimKind.SPEECH)
        return who

    def _text(self, places: set[int]) -> str:
        """The words at some places, up to the first gap."""
        spans = self.tree.spans(places)
        return self.sentence.text[slice(*spans[0])] if spans else ""

    # clauses

    def _clause(self, head: Node, places: set[int], shared: Node | None, who: Attribution | None, depth: int) -> None:
        """The assertions of a predicate, of those coordinated with it, and of what hangs in them."""
        source = self._according(head, places)
        if source is not None:
            who, gone = self._told_by(source, head, places, who)
            places = places - gone
        chain = [c for c in self.tree.below[head.at] if c.at in places and self._joins(c)]
        rest = set(places)
        for other in chain:
            rest -= self.tree.all_under(other)
        chain_places = {other.at: self.tree.all_under(other) & places for other in chain}
        for other in chain:  # "and" and the comma before a coordinated clause belong to neither
            rest -= {c.at for c in self.tree.under(head, "cc") if c.at < other.at}
        closing = self._closing(head, chain)
        if closing is not None:
            who = self._said_last(closing, places, who)
            chain_places[closing.at] = set().union(*(self.tree.all_under(c) for c in self.tree.under(closing, "ccomp", "conj"))) & places  # noqa: E501  # fmt: skip
        told, goes_on = self._speech(head, rest, shared, who, depth)
        if not told:
            rest = self._take_inserts(head, rest, who, depth)
            self._emit(head, rest, shared, who)
        subject = self.tree.subject(head) or shared
        for other in chain:
            if other is closing:
                for inner in self.tree.under(other, "ccomp", "conj"):
                    self._clause(inner, self.tree.all_under(inner) & places, None, who, depth)
                continue
            own = self.tree.subject(other)
            self._clause(other, chain_places[other.at], None if own is not None else subject, goes_on or who, depth)

    def _joins(self, node: Node) -> bool:
        """Whether a coordinated word is an assertion of its own."""
        over = self.tree.nodes[node.head]
        if not self.tree.verbal(node):
            return False
        if node.label == "ccomp":
            return self._stray(node, over)
        if node.label not in {"conj", "parataxis"}:
            return False
        if self.tree.asserts(node):
            return True
        if node.label == "parataxis":
            return False
        helpers = self.tree.under(over, "aux", "auxpass")
        # "has frozen assets and forbidden …": the second verb leans on the first one's auxiliary
        return node.tag in {"VBN", "VBG", "VB"} and bool(helpers) and node.tag == over.tag

    def _stray(self, node: Node, over: Node) -> bool:
        """Whether what is marked as a complement is a coordinate: "it sank; nobody was hurt"."""
        last = max(self.tree.all_under(node))
        return last < over.at and any(self.tree.nodes[at].text == ";" for at in range(last, over.at))

    def _closing(self, head: Node, chain: list[Node]) -> Node | None:
        """A verb of saying at the end of all that was said: "…, but it went on, two engineers told Reuters"."""
        for other in chain:
            if other.label == "parataxis" or any(c.at < other.at for c in self.tree.under(other, "ccomp")):
                subject = self.tree.subject(other)
                if subject is not None and self._says(other) and head.at < other.at:
                    return other
        return None

    def _said_last(self, verb: Node, places: set[int], who: Attribution | None) -> Attribution:
        """The speech of a whole clause by the verb that closes it or stands in its midst."""
        subject = self.tree.subject(verb)
        assert subject is not None
        inner = self._attribution(verb, subject, who)
        self._add(verb, places, inner, kind=ClaimKind.SPEECH)
        if inner.speaker:
            self.context.note_speaker(inner.speaker)
        return inner

    def _take_inserts(self, head: Node, places: set[int], who: Attribution | None, depth: int) -> set[int]:
        """Drafts of the inserts; the words that are left."""
        for one in self.inserts.of(head, places):
            self._insert(one, who, depth)
            if one.removed:
                places = places - (one.taken | (one.places if one.kind != "clause" else set()))
        return places

    def _insert(self, one: Insert, who: Attribution | None, depth: int) -> None:
        """An insert as a claim of its own, and what it holds in turn."""
        if depth >= _DEEP:
            return
        if one.kind == "clause":
            self._clause(one.head, one.places, None, who, depth + 1)
            return
        rest = set(one.places)
        start = self.tree.first(rest)
        if start - 2 in one.before and self.tree.nodes[start - 1].text == ",":
            rest.add(start - 1)  # "Okafor, a former bus driver" in one piece
        chain = [c for c in self._conjuncts(one.head) if c.at in one.places and (self._joins(c) if one.kind == "relative" else one.kind == "participle" and c.tag == one.head.tag)]  # noqa: E501  # fmt: skip
        if one.kind == "participle" and self._told_along(one, who, depth):
            return
        pronoun = self._relative_words(one)
        for other in chain:
            rest -= self.tree.all_under(other)
        if chain:
            rest -= {c.at for c in self.tree.under(one.head, "cc")}
        for inner in self.inserts.of(one.head, rest):
            if one.kind == "apposition" and inner.kind == "relative" and inner.head.head == one.head.at:
                inner.before = inner.before if one.head.tag.startswith("NNP") else set(one.before)
                inner.removed = True
            self._insert(inner, who, depth + 1)
            if inner.removed:
                rest -= inner.taken | (inner.places if inner.kind != "clause" else set())
        self._add(one.head, one.before | rest, who, role=True, lead=one.lead)
        for other in chain:
            own = self.tree.all_under(other) & one.places
            for deeper in chain:
                if deeper is not other and deeper.at in own:
                    own -= self.tree.all_under(deeper)
            own -= {c.at for c in self.tree.under(other, "cc")}
            if self.tree.subject(other) is not None and self.tree.subject(other).tag not in {"WP", "WDT"}:  # type: ignore[union-attr]
                self._clause(other, own, None, who, depth + 1)
                continue
            self._add(other, one.before | pronoun | own, who, role=True)

    def _conjuncts(self, node: Node) -> list[Node]:
        """What is coordinated with a word, and what with that in turn."""
        found = self.tree.under(node, "conj")
        return [*found, *(deep for one in found for deep in self._conjuncts(one))]

    def _told_along(self, one: Insert, who: Attribution | None, depth: int) -> bool:
        """Speech in a participle: "she sued the city, arguing that …"."""
        content = [c for c in self.tree.under(one.head, "ccomp") if c.at in one.places]
        if not content or not self._says(one.head) or not one.before:
            return False
        subject = self.tree.nodes[max(one.before, key=lambda at: (self.tree.nodes[at].label in SUBJECTS, at))]
        inner = self._attribution(one.head, subject, who)
        self._add(one.head, one.before | one.places, inner, kind=ClaimKind.SPEECH)
        for inside in content:
            self._content(inside, self.tree.all_under(inside) & one.places, inner, depth)
        return True

    def _relative_words(self, one: Insert) -> set[int]:
        """The relative pronoun that coordinated relative clauses share."""
        return {at for at in sorted(one.places)[:2] if self.tree.nodes[at].tag in {"WP", "WDT"}}

    def _emit(self, head: Node, places: set[int], shared: Node | None, who: Attribution | None) -> None:
        """One clause, with the subject and the auxiliaries that it shares."""
        extra: set[int] = set()
        if self.tree.subject(head) is None and shared is not None:
            extra = self.inserts.noun_phrase(shared)
            over = self.tree.nodes[head.head]
            if not self.tree.finite(head) and head.label == "conj":
                helpers = [c for c in self.tree.below[over.at] if c.label in HELPERS]
                denied = any(c.label == "neg" for c in helpers)
                joined = any(c.text.lower() in {"or", "nor"} for c in self.tree.under(over, "cc"))
                if not denied or joined:
                    extra |= {c.at for c in helpers}
                else:
                    extra |= {c.at for c in helpers if c.label != "neg"}
        places = self._without_lead(head, places)
        if self._says_nothing(head, places):
            return
        self._add(head, places | extra, who)

    def _says_nothing(self, head: Node, places: set[int]) -> bool:
        """Whether a clause leaves out what it is about: "It was not.", "she thinks it is"."""
        told = [c for c in self.tree.below[head.at] if c.at in places and c.label not in {*HELPERS, *SUBJECTS, "punct", "cc", "mark", "advmod"}]  # noqa: E501  # fmt: skip
        return not told and folded(head.text) in {"is", "was", "are", "were", "did", "does", "do", "has", "have", "had", "will"}  # noqa: E501  # fmt: skip

    def _without_lead(self, head: Node, places: set[int]) -> set[int]:
        """A clause without the word that joins it to the one before."""
        opening = [c for c in self.tree.below[head.at] if c.label in {"mark", "cc"} and c.at < head.at]
        for child in opening:
            if child.at == min(places) and child.text.lower() in {"that", "but", "and", "although", "though", "while", "whereas"}:  # noqa: E501  # fmt: skip
                places = places - {child.at}
        return places

    def _add(self, head: Node, places: set[int], who: Attribution | None, *, role: bool = False, lead: str = "", kind: ClaimKind = ClaimKind.CONTENT) -> None:  # noqa: E501  # fmt: skip
        """Keeps a draft of the words at some places."""
        if kind is ClaimKind.SPEECH:
            places = self._without_lead(head, places)
        spans = self.tree.spans(places)
        if spans:
            core = f"{lead} {self.tree.core(head, places)}".strip()
            self.made.append(Draft(spans=spans, kind=kind, attribution=who, subjectless=False, role=role, core=core))

    # speech

    def _says(self, node: Node) -> bool:
        """Whether a word is a verb of saying that is not denied."""
        if not self.tree.verbal(node) or self.tree.under(node, "neg"):
            return False
        word = folded(node.text)
        if word == "heard":
            subject = self.tree.subject(node)
            return subject is not None and folded(subject.text) in _HEARINGS
        return bool(self.grammar.say.fullmatch(word))

    def _speech(self, head: Node, places: set[int], shared: Node | None, who: Attribution | None, depth: int) -> tuple[bool, Attribution | None]:  # noqa: E501  # fmt: skip
        """Speech of which the predicate is the verb: its own claim, and the claims of what was said."""
        if depth >= _DEEP or not self._says(head) or self.tree.under(head, "auxpass"):
            return False, None
        content = [c for c in self.tree.under(head, "ccomp") if c.at in places]
        quoted = any(self.tree.quoted[at] for at in places)
        if not content and not quoted and head.text.lower() not in _BARE_SPEECH:
            return False, None
        subject = self.tree.subject(head) or shared
        if subject is None or subject.label == "expl":
            return False, None
        said: set[int] = set()
        for one in content:
            said |= self.tree.all_under(one) & places
        frame = places - said
        inner = self._attribution(head, subject, who)
        frame = self._take_inserts(head, frame, who, depth)
        extra = self.inserts.noun_phrase(subject) if self.tree.subject(head) is None else set()
        self._add(head, frame | said | extra, inner, kind=ClaimKind.SPEECH)
        if inner.speaker:
            self.context.note_speaker(inner.speaker)
        if folded(head.text) not in _DENIES:
            for one in content:
                self._content(one, self.tree.all_under(one) & places, inner, depth)
        return True, inner if self._goes_on(head, content) else None

    def _goes_on(self, head: Node, content: list[Node]) -> bool:
        """Whether what was said stands first, so that what is joined to it is said as well."""
        return bool(content) and content[0].at < head.at

    def _content(self, head: Node, places: set[int], who: Attribution, depth: int) -> None:
        """What was said as claims, where it can be checked besides that it was said."""
        direct = any(self.tree.quoted[at] for at in places)
        spans = self.tree.spans(places)
        if not spans or not self.tree.asserts(head):
            return
        text = " ".join(self.sentence.text[a:b] for a, b in spans)
        worth = check_worthiness(text, self.sentence.language, attributed=True)
        if worth.category in _UNTOLD or (direct and (worth.score < 0.3 or _ADDRESSED.search(text))):
            return
        self._clause(head, places, None, who, depth + 1)

    def _attribution(self, verb: Node, subject: Node, who: Attribution | None) -> Attribution:
        """Who says it, with whoever passes it on."""
        spans = self.tree.spans(self.inserts.noun_phrase(subject) | self._naming(subject))
        start, end = (spans[0][0], spans[-1][1]) if spans else (subject.start, subject.end)
        text = self.sentence.text[start:end]
        outer = tuple(one for one in (*who.outer, who.speaker) if one) if who else ()
        return Attribution(
            speaker=self._known(subject, text), verb=verb.text, outer=outer,
            speaker_span=Span(start=self.sentence.start + start, end=self.sentence.start + end),
        )  # fmt: skip

    def _naming(self, subject: Node) -> set[int]:
        """The name that stands behind a role: "its secretary, Colm Brady"."""
        named = [c for c in self.tree.under(subject, "appos") if c.tag in {"NNP", "NNPS"}]
        return {at for one in named for at in self._bare(one)}

    def _bare(self, node: Node) -> set[int]:
        return {node.at} | {c.at for c in self.tree.under(node, "compound")}

    def _known(self, subject: Node, text: str) -> str:
        """The speaker by name, remembered for the pronouns that follow."""
        named = self._named(text)
        if named == text.strip(" ,") and self.people.is_person(subject, text):
            self.context.person = named
            self.context.people.update([named.split()[-1]] if subject.tag == "NNP" else [])
        return named

    def _named(self, speaker: str) -> str:
        """The speaker by name: a pronoun stands for the last one."""
        bare = folded(speaker).strip(" ,")
        if self.grammar.pronoun.fullmatch(bare):
            return self.people.meant(bare)
        return speaker.strip(" ,")

    # according to

    def _according(self, head: Node, places: set[int]) -> Node | None:
        """The word "according" under a predicate."""
        return next((c for c in self.tree.below[head.at] if c.at in places and c.text.lower() == "according"), None)

    def _told_by(self, source: Node, head: Node, places: set[int], who: Attribution | None) -> tuple[Attribution, set[int]]:  # noqa: E501  # fmt: skip
        """Who a clause is according to, and the words that say so."""
        gone = self.tree.all_under(source) & places
        below = [self.tree.nodes[at] for at in sorted(gone)]
        noun = next((node for node in below if node.label == "pobj"), source)
        teller = next((self.tree.subject(c) for c in self.tree.under(noun, "relcl") if self.tree.subject(c)), None)
        inner = self._attribution(source, teller if teller is not None and teller.tag.startswith("NN") else noun, who)
        for one in self.inserts.of(head, gone):
            self._insert(one, who, 1)
        self._add(head, places, inner, kind=ClaimKind.SPEECH)
        if inner.speaker:
            self.context.note_speaker(inner.speaker)
        return inner, gone | self.inserts._marks(gone)


__all__ = ["SUBJECTS", "replace", "tree_drafts"]
