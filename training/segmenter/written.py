"""Sentences with their propositions, as people wrote them down, read strictly.

`S` is a sentence, `P` one proposition as its words copied in order, " … " where some are left out and the predicate
between stars, `A` under it the words that say who tells it. What does not stand in the sentence is a misfit.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import regex

Spans = tuple[tuple[int, int], ...]
_GAP = regex.compile(r"\s*…\s*")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_JOINED = frozenset("وف")  #: Arabic "and" and "so", written as one with the word that they stand before
_SOLID = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


@dataclass(slots=True)
class Proposition:
    """What is stated, its predicate, and the words that attribute it; offsets count in the sentence."""

    content: Spans
    anchor: tuple[int, int]
    attribution: Spans = ()


@dataclass(slots=True)
class Written:
    """A sentence and its propositions."""

    language: str
    text: str
    propositions: list[Proposition] = field(default_factory=list)
    half: int = 0  #: 1 or 2 of an even or odd article that `choose` reads, 0 of any other


class MisfitError(Exception):
    """A line that does not fit its sentence; the text names the reason."""


def _bound(text: str, at: int) -> bool:
    """Whether a word may end or begin there."""
    if not 0 < at < len(text):
        return True
    before, behind = text[at - 1], text[at]
    return not (_WORD.match(before) and _WORD.match(behind)) or bool(_SOLID.match(before) or _SOLID.match(behind))


def _places(text: str, part: str) -> list[int]:
    """Where a part stands in the text as whole words."""
    found, at = [], text.find(part)
    while at >= 0:
        begins = _bound(text, at) or (text[at - 1] in _JOINED and _bound(text, at - 1))
        if begins and _bound(text, at + len(part)):
            found.append(at)
        at = text.find(part, at + 1)
    return found


def spans_of(text: str, parts: list[str]) -> Spans:
    """Where the parts stand one behind the other, as closely together as they can."""
    chains: list[tuple[tuple[int, int], ...]] = [()]
    for part in parts:
        places = _places(text, part)
        if not places:
            raise MisfitError("not in the sentence" if part not in text else "cuts a word")
        grown: dict[int, tuple[tuple[int, int], ...]] = {}
        for chain in chains:
            for at in places:
                if not chain or at >= chain[-1][1]:
                    held = grown.get(at)
                    if held is None or chain[0][0] > held[0][0]:
                        grown[at] = (*chain, (at, at + len(part)))
        if not grown:
            raise MisfitError("not in this order")
        chains = list(grown.values())
    return min(chains, key=lambda chain: (chain[-1][1] - chain[0][0], chain[0][0]))


def _parts(line: str) -> list[str]:
    return [part for part in (one.strip() for one in _GAP.split(line)) if part]


def _proposition(text: str, line: str) -> Proposition:
    """One P line."""
    if line.count("*") != 2:
        raise MisfitError("stars")
    parts = _parts(line)
    spans = spans_of(text, [part.replace("*", "") for part in parts])
    for part, (start, _) in zip(parts, spans, strict=True):
        if part.count("*") == 2:
            a = part.index("*")
            word = part[a + 1 : part.index("*", a + 1)]
            if not word.strip():
                break
            return Proposition(spans, (start + a, start + a + len(word)))
    raise MisfitError("stars")


def _out_of_place(line: str) -> None:
    """Refuses a line that is not empty."""
    if line.strip():
        raise MisfitError("line out of place")


def read_written(path: Path, misfits: Counter[str], told: list[str]) -> Iterator[Written]:
    """The sentences of a file that fit; the reasons of the others are counted, and told with their line."""
    language = ""
    for block in regex.split(r"\n\s*\n", path.read_text("utf-8")):
        made: Written | None = None
        for line in (one.rstrip() for one in block.split("\n")):
            kind, _, rest = line.partition(" ")
            rest = rest.strip()
            try:
                if kind == "@":
                    language = rest.split()[0]
                elif kind == "S" and made is None:
                    made = Written(language, rest)
                elif kind == "P" and made is not None:
                    made.propositions.append(_proposition(made.text, rest))
                elif kind == "A" and made is not None and made.propositions and not made.propositions[-1].attribution:
                    made.propositions[-1].attribution = spans_of(made.text, _parts(rest))
                else:
                    _out_of_place(line)
            except MisfitError as error:
                misfits[f"{language}: {error}"] += 1
                told.append(f"{path.name}: {error}: {line}")
                made = None
                break
        if made is not None:
            yield made
