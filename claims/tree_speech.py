"""Who says what in a parsed sentence: the claim that it was said, and the claims of what was said."""

from dataclasses import replace

import regex

from claims.checkworthy import check_worthiness
from claims.folding import folded
from claims.meant.kinds import kind_of_noun
from claims.meant.records import Kind
from claims.parser import Node
from claims.records import Attribution, ClaimKind, Span, Worthiness
from claims.speaker_words import bare_words
from claims.tree import SUBJECTS
from claims.tree_base import DEEP, Reading
from claims.tree_inserts import Insert
from claims.tree_people import names_person

_BARE_SPEECH = frozenset(
    ["accused", "called", "described", "denied", "dismissed", "rejected", "denounced", "condemned"]
)
_DENIES = frozenset({"deny", "denied", "denies", "denying", "dispute", "disputed", "disputes", "disputing"})
_SHOWS = frozenset(
    [
        "show",
        "shows",
        "showed",
        "suggest",
        "suggests",
        "suggested",
        "indicate",
        "indicates",
        "indicated",
        "prove",
        "proves",
        "proved",
        "reveal",
        "reveals",
        "revealed",
        "confirm",
        "confirms",
        "confirmed",
    ]
)
_UNTOLD = frozenset(
    {Worthiness.QUESTION, Worthiness.THANKS, Worthiness.FURNITURE, Worthiness.OPINION, Worthiness.RHETORIC}
)
_POINTS = frozenset({"point", "points", "pointed", "pointing"})  #: "out", which makes them say
_HEARINGS = frozenset({"court", "jury", "inquiry", "tribunal", "inquest", "committee", "hearing"})
#: "we looked at every option", "you put people at risk": nobody but the speaker could bear it out
_ADDRESSED = regex.compile(r"(?i)(?<!\w)(?:I|we|you|my|our|your|us|me)(?!\w)")


class Speaking(Reading):
    """Speech by verb, by participle, by "according to", and by a verb behind all that was said."""

    def _says(self, node: Node) -> bool:
        """Whether a word is a verb of saying that is not denied."""
        if not self.tree.verbal(node) or self.tree.under(node, "neg"):
            return False
        word = folded(node.text)
        if word == "heard":
            subject = self.tree.subject(node)
            return subject is not None and folded(subject.text) in _HEARINGS
        if word in _POINTS:
            return any(child.text.lower() == "out" for child in self.tree.under(node, "prt", "advmod", "prep"))
        return bool(self.grammar.say.fullmatch(word))

    def _speech(self, head: Node, places: set[int], shared: Node | None, who: Attribution | None, depth: int) -> tuple[bool, Attribution | None]:  # noqa: E501  # fmt: skip
        """Speech of which the predicate is the verb: its own claim, and the claims of what was said."""
        if depth >= DEEP or not self._says(head) or self.tree.under(head, "auxpass"):
            return False, None
        content = [c for c in self.tree.under(head, "ccomp") if c.at in places]
        quoted = not self._direct(head) and any(self.tree.quoted[at] for at in places)
        if not content and not quoted and head.text.lower() not in _BARE_SPEECH:
            return False, None
        subject = self.tree.subject(head) or shared
        if subject is None or subject.label == "expl" or (who is not None and self._shows(head, subject)):
            return False, None
        apart = [c for one in content for c in self.tree.under(one, "conj") if self._speaks_apart(c, head)]
        places = places - self._places_apart(apart)
        said = set().union(*(self.tree.all_under(one) for one in content)) & places
        frame = places - said
        inner = self._attribution(head, subject, who)
        if folded(head.text) == "heard":
            inner = replace(inner, speaker="")  # the court was told it, by whom is open
        frame = self._take_inserts(head, frame, who, depth)
        extra = self.inserts.noun_phrase(subject) if self.tree.subject(head) is None else set()
        self._add(head, frame | said | extra, inner, kind=ClaimKind.SPEECH)
        if inner.speaker:
            self.context.note_speaker(inner.speaker)
        if folded(head.text) not in _DENIES and inner.speaker:
            for one in content:
                self._content(one, self.tree.all_under(one) & places, inner, depth)
        for other in apart:
            self._clause(other, self.tree.all_under(other), None, who, depth)
        return True, inner if self._goes_on(head, content) else None

    def _places_apart(self, apart: list[Node]) -> set[int]:
        """The places of what is the article's own, with the words that join it."""
        joints = {c.at for one in apart for c in self.tree.under(self.tree.nodes[one.head], "cc") if c.at < one.at}
        return joints.union(*(self.tree.all_under(one) for one in apart))

    def _speaks_apart(self, node: Node, head: Node) -> bool:
        """Whether what is joined to what was said is the article's own: "A said it had lost, and its head admitted that …"."""  # noqa: E501
        first = self.tree.first(self.tree.all_under(node))
        joint = self.tree.nodes[max(0, first - 2) : first]
        return (
            node.tag == head.tag
            and node.tag in {"VBD", "VBZ", "VBP"}
            and [one.text for one in joint] in ([",", "and"], [",", "but"], [",", "while"])
            and self.tree.subject(node) is not None
            and not any(folded(one.text) in {"he", "she", "it", "they"} for one in self.tree.under(node, "nsubj"))
            and bool(self.tree.under(node, "ccomp"))
            and self._says(node)
        )

    def _shows(self, head: Node, subject: Node) -> bool:
        """As in "the samples, she argues, show that …": a thing speaks for nobody, whoever argues does."""
        word = folded(subject.text)
        thing = subject.tag in {"NN", "NNS"} and kind_of_noun(word, self.sentence.language) is Kind.THING
        return thing and folded(head.text) in _SHOWS and not names_person(word.removesuffix("s"))

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

    def _direct(self, head: Node) -> bool:
        """Whether a word stands in somebody's own words."""
        return self.quotation or self.tree.quoted[head.at]

    def _bears_out(self, head: Node, places: set[int]) -> bool:
        """Whether words that somebody said can be checked: all that are reported, and of quoted ones those with a figure or name, or of what was done."""  # noqa: E501
        nodes = [self.tree.nodes[at] for at in sorted(places)]
        if not self._direct(head):
            return not (self._in_own_words(head, nodes) or self._weighs(head, nodes))
        last = max((node.at for node in nodes if node.text[:1].isalnum()), default=0)
        stops = any(node.text in {".", "!"} and node.at < last for node in nodes)
        if stops or any(_ADDRESSED.fullmatch(node.text) for node in nodes):
            return False
        if any(node.tag == "CD" or (node.tag in {"NNP", "NNPS"} and node.at > nodes[0].at) for node in nodes):
            return True
        subject = self.tree.subject(head)
        past = head.tag == "VBD" or any(c.tag in {"VBD", "VBZ", "VBP"} for c in self.tree.helpers(head))
        judged = self.tree.under(head, "acomp", "attr")
        return past and not judged and subject is not None and subject.tag in {"NN", "NNS", "NNP", "NNPS"}

    def _weighs(self, head: Node, nodes: list[Node]) -> bool:
        """As in "it was too early to assign blame": what somebody thinks fit, without figure or name."""
        empty = any(c.text.lower() == "it" for c in self.tree.under(head, "nsubj", "expl"))
        fit = any(self.tree.under(c, "xcomp") for c in self.tree.under(head, "acomp"))
        return empty and fit and not any(one.tag in {"CD", "NNP", "NNPS"} for one in nodes)

    def _in_own_words(self, head: Node, nodes: list[Node]) -> bool:
        """As in "she had "nothing to hide"": what a predicate says stands in somebody's own words alone, without figure or name."""  # noqa: E501
        told = [one for one in nodes if one.at > head.at and one.text[:1].isalnum()]
        own = [one for one in told if self.tree.quoted[one.at]]
        first = next((one for one in told if one.label not in {"neg", "aux"}), None)
        fact = any(one.tag in {"CD", "NNP", "NNPS"} for one in told)
        return first is not None and self.tree.quoted[first.at] and len(own) == len(told) and len(told) > 2 and not fact

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

    def _inserted(self, verb: Node) -> bool:
        """Whether a verb stands with its subject alone in the midst of what was said: "her pupils, she added, sing"."""
        told = self.tree.under(verb, "ccomp", "dobj")
        return verb.label == "parataxis" and not told and self.tree.subject(verb) is not None and self._says(verb)

    def _closing(self, head: Node, chain: list[Node]) -> Node | None:
        """A verb of saying at the end of all that was said: "…, but it went on, two engineers told Reuters"."""
        for other in chain:
            inserted = self._inserted(other)
            if other.label == "parataxis" or any(c.at < other.at for c in self.tree.under(other, "ccomp")):
                subject = self.tree.subject(other)
                if subject is not None and self._says(other) and (head.at < other.at or inserted):
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

    def _attribution(self, verb: Node, subject: Node, who: Attribution | None) -> Attribution:
        """Who says it, with whoever passes it on."""
        start, end = self._stretch(subject)
        text = self.sentence.text[start:end]
        outer = tuple(one for one in (*who.outer, who.speaker) if one) if who else ()
        return Attribution(
            speaker=self._known(subject, text), verb=verb.text, outer=outer,
            speaker_span=Span(start=self.sentence.start + start, end=self.sentence.start + end),
        )  # fmt: skip

    def _stretch(self, subject: Node) -> tuple[int, int]:
        """Where a subject stands, with the name behind its role."""
        spans = self.tree.spans(self.inserts.noun_phrase(subject) | self._naming(subject))
        if not spans:
            return subject.start, subject.end
        return bare_words(self.sentence.text, (spans[0][0], spans[-1][1]), self.sentence.language)

    def _with_name(self, subject: Node) -> str:
        """A subject with the name behind its role."""
        return self.sentence.text[slice(*self._stretch(subject))]

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

    def _according(self, head: Node, places: set[int]) -> Node | None:
        """The word "according" under a predicate."""
        return next((c for c in self.tree.below[head.at] if c.at in places and c.text.lower() == "according"), None)

    def _told_by(self, source: Node, head: Node, places: set[int], who: Attribution | None) -> tuple[Attribution, set[int]]:  # noqa: E501  # fmt: skip
        """Who a clause is according to, and the words that say so."""
        gone = self.tree.all_under(source) & places
        below = [self.tree.nodes[at] for at in sorted(gone)]
        noun = next((node for node in below if node.label == "pobj"), source)
        inner = self._attribution(source, noun, who)
        for one in self.inserts.of(head, gone):
            self._insert(one, who, 1)
        self._add(head, places, inner, kind=ClaimKind.SPEECH)
        if inner.speaker:
            self.context.note_speaker(inner.speaker)
        return inner, gone | self.inserts.marks(gone)
