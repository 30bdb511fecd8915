"""Pairs of a passage and a claim with a label: the open sets, and pairs made from parallel text.

Made pairs: a sentence and its translation support each other; a sentence and the translation of its nearest
neighbour say neither; with one number or year changed they refute; with that number taken out, neither.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex
import zstandard

from claims.digests import digest
from claims.records import NameKind
from evidence.slots.facts import facts_of

LABELS = frozenset({"entailment", "neutral", "contradiction", "not_entailment"})
HELD_OUT = frozenset({"fever_symmetric"})
LANGUAGES = frozenset({"ar", "en", "fa", "fr", "es", "de", "ru", "tr"})
PARALLEL = frozenset({"tatoeba", "tatoeba_opus_test", "tico19", "tico19_test", "pud", "unbis_notes"})
_DIGITS = regex.compile(r"\p{Nd}+")


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage and one claim."""

    source: str
    premise: str
    premise_language: str
    claim: str
    claim_language: str
    label: str  #: entailment, neutral, contradiction, not_entailment

    @property
    def part(self) -> str:
        """Train or dev, by the claim, so that no claim is in both."""
        return "dev" if int(digest(self.claim)[:8], 16) % 5 == 0 else "train"


def read_stance(path: Path) -> Iterator[Pair]:
    """The rows of a stance file with usable labels."""
    with zstandard.open(path, "rt", encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        for line in lines:
            row = dict(zip(header, line.rstrip("\n").split("\t"), strict=False))
            if row.get("label") in LABELS:
                yield Pair(
                    row["source"], row["premise"], row["language"], row["hypothesis"], row["language"], row["label"]
                )


def open_pairs(data: Path, most: int, seed: int = 7) -> list[Pair]:
    """At most `most` pairs of each open source in the languages that the slots know."""
    rng = random.Random(seed)
    by_source: dict[str, list[Pair]] = {}
    for pair in read_stance(data / "stance" / "open.tsv.zst"):
        if pair.source not in HELD_OUT and pair.claim_language in LANGUAGES:
            by_source.setdefault(pair.source, []).append(pair)
    chosen = []
    for name in sorted(by_source):
        rows = by_source[name]
        rng.shuffle(rows)
        chosen += rows[:most]
    return chosen


def parallel_pairs(data: Path, most: int, seed: int = 7) -> list[Pair]:
    """Pairs made from sentences and their translations, half of the time the other way round."""
    rng = random.Random(seed)
    made: list[Pair] = []
    for language in ("ar", "fr", "es", "de", "ru", "tr"):
        rows = _sentences(data / "parallel" / f"{language}.tsv.zst", rng, most)
        for source, english, text in rows:
            left, right = (english, "en"), (text, language)
            if rng.random() < 0.5:
                left, right = right, left
            made += _variants(source, left, right, rows, rng)
    return made


def _sentences(path: Path, rng: random.Random, most: int) -> list[tuple[str, str, str]]:
    """Sentence pairs with a number first, as they are what slots are about."""
    numbered, plain = [], []
    with zstandard.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) != 3 or parts[0] not in PARALLEL or not 25 <= len(parts[1]) <= 220:
                continue
            row = (parts[0], parts[1], parts[2])
            (numbered if _DIGITS.search(parts[1]) and _DIGITS.search(parts[2]) else plain).append(row)
    rng.shuffle(numbered)
    rng.shuffle(plain)
    return numbered[: most * 2 // 3] + plain[: most // 3]


def _variants(
    source: str, left: tuple[str, str], right: tuple[str, str], rows: list[tuple[str, str, str]], rng: random.Random
) -> Iterator[Pair]:
    """One translated pair and its twins."""
    (premise, premise_language), (claim, claim_language) = left, right
    name = f"parallel_{source}"
    yield Pair(name, premise, premise_language, claim, claim_language, "entailment")
    other = rng.choice(rows)
    strange = other[1] if premise_language == "en" else other[2]
    yield Pair(name, strange, premise_language, claim, claim_language, "neutral")
    changed = change_number(claim, rng)
    if changed:
        yield Pair(name + "_swap", premise, premise_language, changed, claim_language, "contradiction")
    renamed = change_name(claim, claim_language, rows, rng)
    if renamed:
        yield Pair(name + "_name", premise, premise_language, renamed, claim_language, "contradiction")
    without = drop_number(premise)
    if without:
        yield Pair(name + "_gone", without, premise_language, claim, claim_language, "neutral")


def change_number(text: str, rng: random.Random) -> str:
    """The text with one number changed to another of its size; "" where it has none in digits."""
    found = [match for match in _DIGITS.finditer(text) if len(match.group()) <= 4]
    if not found:
        return ""
    match = rng.choice(found)
    old = int(match.group())
    year = len(match.group()) == 4 and 1500 <= old <= 2100
    new = (
        old + rng.choice([-31, -17, -9, -4, 5, 8, 19, 27])
        if year
        else max(1, round(old * rng.choice([0.3, 0.5, 1.6, 2.2, 3])) + 1)
    )
    return text[: match.start()] + str(new) + text[match.end() :] if new != old else ""


def drop_number(text: str) -> str:
    """The text without one of its numbers and what it counts; "" where none is found in digits."""
    facts = facts_of(text, "en", None)
    for one in (*facts.quantities, *facts.times):
        if any(char.isdigit() for char in one.text):
            return (text[: one.start] + text[one.end :]).replace("  ", " ")
    return ""


def change_name(text: str, language: str, rows: list[tuple[str, str, str]], rng: random.Random) -> str:
    """The text with one name changed to a name of another sentence; "" where none is found."""
    mine = facts_of(text, language, None).names
    if not mine:
        return ""
    one = rng.choice(mine)
    for _ in range(12):
        other = rng.choice(rows)
        names = facts_of(other[1] if language == "en" else other[2], language, None).names
        fitting = [name.text for name in names if name.text != one.text and name.kind in {one.kind, NameKind.UNKNOWN}]
        if fitting:
            return text[: one.start] + rng.choice(fitting) + text[one.end :]
    return ""
