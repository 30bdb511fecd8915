"""Which of the statements that rules and the segmenter read in a sentence are claims: those that are likely whole.

The segmenter's statements are read with more and with fewer words, and those of unlikely predicates too. Each
candidate is looked at beside the others and beside what the network sees: whether both readings found it, how
likely its words are all those of one predicate and no others. A small network (`claims/statements.py`) and a logistic
regression make that the chance that it is a proposition as people write them down.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

import numpy as np
import regex

from claims.bert import Floats
from claims.clause_base import Spans
from claims.folding import folded
from claims.lexicon import words_of
from claims.line import read_line
from claims.numbers import find_quantities
from claims.segment_heads import Bools
from claims.segmenter import Seen
from claims.statements import load_statements
from claims.tokens import grammar_of, tokens_of

FILE = Path(__file__).parent / "models" / "choice.json"
PLAIN = 0.4  #: share of the plain regression in a chance; a network alone follows the articles that it was taught on
LEAST = 0.42  #: chance from which on a candidate is a claim
FIGURE = 0.15  #: and from which on one that alone tells a figure is
NEARLY = 0.05  #: how much less likely a statement of the rules may be that is told in place of one of the network
RULED = 0.8  #: share of the words of both from which on it is nearly the same
LED = 0.15  #: how much less likely one may be that holds its subject besides
TITLE = 0.1  #: and from which on a title with a whole name is, which the network takes for part of its sentence
WIDER = 0.2  #: and from which on a wider one is told in place of one with a rank, which says more the less it holds
SAME = 0.7  #: from which share of common words on two candidates state the same of one predicate
THE_SAME = 0.9  #: and two of two predicates, or of which one has none
NAMES = (
    "net", "other", "other_squared", "same", "likely", "worst", "inside", "left", "stray", "predicate", "predicates",
    "statements", "verbs", "words", "share", "pieces", "around", "within", "sure", "agreed", "crowd", "rivals",
)  # fmt: skip
#: languages whose verbs tell their subject by themselves, or whose parse gives it
_UNLED = frozenset({"ar", "en"})
_RANKS = frozenset({"ordinal", "superlative"})
_WORD = regex.compile(r"\p{Han}|[\p{L}\p{N}\p{M}]+")
_DIGIT = regex.compile(r"\p{N}")
_START: Callable[[tuple[int, int]], int] = itemgetter(0)
_END: Callable[[tuple[int, int]], int] = itemgetter(1)
_FARTHEST, _WORST = -30.0, -8.0  #: log-odds of a statement, and of one word, below which it makes no difference
_NO_GUESS = 0.3  #: chance from which on something is a predicate that a candidate may hold besides
_CROWD = 0.8  #: from which share of common words on two candidates are nearly the same …
_RIVALS = 0.5  #: … and from which on two of the same predicates are two readings of one statement
_STATED = 0.8  #: share of a predicate's words from which on its statement lies within a candidate

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement of a sentence; `sure` is the network's own chance, 0 for one of the rules."""

    spans: Spans
    net: bool
    sure: float = 0.0
    title: bool = False  #: a title with a whole name, as the rules read it


def words_in(text: str, spans: Spans) -> Words:
    """The words that lie in spans, each by its place."""
    return within(places_of(text), spans)


def places_of(text: str) -> Spans:
    """Where each word of a text stands."""
    return tuple(one.span() for one in _WORD.finditer(text))


def within(places: Spans, spans: Spans) -> Words:
    """Those of some words that lie in spans, each by its place."""
    kept: list[int] = []
    for a, b in spans:
        first, last = bisect_left(places, a, key=_START), bisect_right(places, b, key=_END)
        kept += [start for start, _ in places[first:last]]
    return frozenset(kept)


def alike(one: Words, other: Words) -> float:
    """How much two sets of words have in common: twice the common ones by all of both."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def may_lead(text: str, language: str, lead: Words, rest: Words) -> bool:
    """Whether some words may be the subject of those that follow, which have none of their own as far as they tell."""
    if language in _UNLED:
        return False
    grammar, cardinals = grammar_of(language), words_of(language).cardinals
    first, last, following = (_word_at(text, at) for at in (min(lead), max(lead), min(rest)))
    if grammar.preposition.fullmatch(first) or grammar.determiner.fullmatch(last):
        return False
    return not (grammar.determiner.fullmatch(following) or following in cardinals or following[:1].isdigit())


def _word_at(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return folded(found.group()) if found is not None else ""


@dataclass(frozen=True, slots=True)
class Looked:
    """Candidates of a sentence, looked at side by side."""

    numbers: Floats  #: NAMES of each, [candidates, names]
    predicates: list[frozenset[int]]  #: those that each holds
    mains: list[int]  #: the one that each fits best as its statement, -1 for none
    words: list[Words]
    figures: Words  #: the words of the sentence that are written in digits
    inside: Bools  #: [candidates, units]: what each holds
    titles: frozenset[int]  #: those that are a title with a name
    wider: list[list[int]]  #: of each with a rank, "first", "the largest": those that say on unbroken where it stops

    def best(self, chances: Floats, least: float) -> list[int]:
        """The places of those that are claims, likeliest first; of two that state the same, the likelier.

        A figure that none of them tells is told by the likeliest that does.
        """
        kept: list[int] = []
        order = [int(at) for at in np.argsort(-chances, kind="stable")]
        for at in order:
            if chances[at] >= (TITLE if at in self.titles else least) and not any(self._same(at, k) for k in kept):
                kept.append(self._widest(at, chances))
        for figure in sorted(self.figures):
            if any(figure in self.words[k] for k in kept):
                continue
            telling = (at for at in order if chances[at] >= FIGURE and figure in self.words[at])
            kept += [at for at in telling if not any(self._same(at, k) for k in kept)][:1]
        return kept

    def _widest(self, at: int, chances: Floats) -> int:
        """The statement itself, or the widest reading of one with a rank: "the first writer" of what, "to win …"."""
        wider = [k for k in self.wider[at] if chances[k] >= WIDER]
        return max(wider, key=lambda k: len(self.words[k]), default=at)

    def led(self, kept: list[int], chances: Floats, text: str, language: str) -> list[int]:
        """Those kept, each read with the subject that another one opens with, where that is about as likely."""
        opened = [(self.mains[k], sorted(self.words[k])) for k in kept]
        made = [self._led(at, [one for main, one in opened if main != self.mains[at]], chances) for at in kept]
        return [
            new if new == at or may_lead(text, language, self.words[new] - self.words[at], self.words[at]) else at
            for at, new in zip(kept, made, strict=True)
        ]

    def _led(self, at: int, openings: list[list[int]], chances: Floats) -> int:
        mine, found = self.words[at], [at]
        for k, words in enumerate(self.words):
            if not mine < words or self.mains[k] != self.mains[at] or chances[k] < chances[at] - LED:
                continue
            lead = sorted(words - mine)
            if lead[-1] < min(mine) and any(
                len(one) > len(lead) and one[: len(lead)] == lead and one[len(lead)] < min(mine) for one in openings
            ):
                found.append(k)
        return max(found[1:], key=lambda k: float(chances[k]), default=at)

    def _same(self, one: int, other: int) -> bool:
        mine, theirs, common = self.predicates[one], self.predicates[other], alike(self.words[one], self.words[other])
        if not (mine and theirs) or self.mains[one] != self.mains[other]:
            return common >= THE_SAME  # an event within a statement is a claim besides
        return common >= SAME and (mine <= theirs or theirs <= mine)


def looked_at(text: str, language: str, seen: Seen, pool: list[Candidate]) -> Looked:
    """What tells whole statements from broken ones, of each candidate."""
    places = places_of(text)
    words = [within(places, one.spans) for one in pool]
    length = max(1, len(places))
    view = _View(seen)
    verbs = [(token.start, token.end) for token in tokens_of(text, language) if token.verb]
    inside = [view.inside(one.spans) for one in pool]
    read = [view.of(one) for one in inside]
    predicates = [held for held, _, _ in read]
    rows = []
    for at, (one, mine) in enumerate(zip(pool, words, strict=True)):
        beside = [(k, alike(mine, theirs)) for k, theirs in enumerate(words) if k != at]
        other = max((share for k, share in beside if pool[k].net != one.net), default=0.0)
        same = max((share for k, share in beside if pool[k].net == one.net), default=0.0)
        rows.append([
            float(one.net), other, other**2, same, *read[at][2],
            min(4, sum(any(a <= x and y <= b for a, b in one.spans) for x, y in verbs)),
            np.log(1 + len(mine)), len(mine) / length, min(4, len(one.spans)),
            min(3, sum(mine < words[k] for k, _ in beside)), min(3, sum(words[k] < mine for k, _ in beside)),
            one.sure, one.sure * other, sum(share >= _CROWD for _, share in beside),
            sum(share >= _RIVALS and predicates[k] == predicates[at] for k, share in beside),
        ])  # fmt: skip
    figures = frozenset(start for start, _ in places if _DIGIT.match(text, start))
    ranks = [one.start for one in find_quantities(text, language) if one.dimension in _RANKS]
    wider = [
        _going_on(at, words, places, text) if any(a <= rank < b for a, b in one.spans for rank in ranks) else []
        for at, one in enumerate(pool)
    ]
    return Looked(
        np.array(rows, np.float32).reshape(len(pool), len(NAMES)),
        predicates,
        [main for _, main, _ in read],
        words,
        figures,
        np.array(inside, bool).reshape(len(pool), len(seen.starts)),
        frozenset(at for at, one in enumerate(pool) if one.title),
        wider,
    )


def _going_on(at: int, words: list[Words], places: Spans, text: str) -> list[int]:
    """The candidates that hold one and the words right behind it, with no mark before any of those."""
    if not words[at]:
        return []
    stops = max(words[at])
    run: set[int] = set()
    for (_, last), (start, _) in itertools.pairwise(place for place in places if place[0] >= stops):
        if text[last:start].strip():
            break
        run.add(start)
    return [k for k, other in enumerate(words) if words[at] < other and other - words[at] <= run]


class _View:
    """What the network thinks of stretches of one sentence."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        content = seen.members[..., 0]
        self.yes, self.no = -np.log1p(np.exp(-content)), -np.log1p(np.exp(content))
        self.shares = np.exp(self.yes)
        self.sums = np.maximum(1e-6, self.shares.sum(1))
        self.chance = 1 / (1 + np.exp(-seen.surest[seen.anchors]))

    def inside(self, spans: Spans) -> Bools:
        """The units that lie in a stretch."""
        made = np.zeros(len(self.seen.starts), bool)
        for a, b in spans:
            made |= (self.seen.starts >= a) & (self.seen.ends <= b)
        return made

    def of(self, inside: Bools) -> tuple[frozenset[int], int, tuple[float, ...]]:
        """The predicates among some units, the one that they fit best, and how they fare as its statement."""
        seen, shares, chance = self.seen, self.shares, self.chance
        if not len(seen.anchors):
            return frozenset(), -1, (_FARTHEST, _WORST, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        right = np.where(inside, self.yes, self.no)
        held = inside[seen.anchors]
        total = np.where(held, right.sum(1) + np.log(chance), -99.0)
        k = int(total.argmax())
        others = held & (chance > _NO_GUESS) & (shares @ inside / self.sums > _STATED)
        return frozenset(np.flatnonzero(held & (chance > _NO_GUESS)).tolist()), k if held[k] else -1, (
            max(float(total[k]), _FARTHEST), max(float(right[k].min()), _WORST),
            float(shares[k][inside].mean()) if inside.any() else 0.0,
            min(10.0, float((shares[k] * ~inside).sum())), min(10.0, float(((1 - shares[k]) * inside).sum())),
            float(chance[k]), min(5.0, float((chance * held).sum())), float(others.sum() - others[k]),
        )  # fmt: skip


def chosen(text: str, language: str, seen: Seen, pool: list[Candidate]) -> list[int]:
    """The places in the pool of those that are claims, likeliest first."""
    looked = looked_at(text, language, seen, pool)
    plain = read_line(FILE, NAMES, "training/segmenter/choose.py").chances(looked.numbers)
    chances = together(load_statements().chances(seen, looked), plain)
    kept = [_by_rules(at, pool, looked, chances) for at in looked.best(chances, LEAST)]
    return kept if language in _UNLED else looked.led(kept, chances, text, language)


def _by_rules(at: int, pool: list[Candidate], looked: Looked, chances: Floats) -> int:
    """The statement itself, or nearly the same one as the rules read it, where that is about as likely."""
    if not pool[at].net:
        return at
    mine = looked.words[at]
    near = [
        k
        for k, theirs in enumerate(looked.words)
        if not pool[k].net and chances[k] >= chances[at] - NEARLY and len(mine & theirs) >= RULED * len(mine | theirs)
    ]
    return max(near, key=lambda k: float(chances[k]), default=at)


def together(network: Floats, plain: Floats) -> Floats:
    """The chance of each candidate, by the network and by the regression over its numbers."""
    made: Floats = (1 - PLAIN) * network + PLAIN * plain
    return made
