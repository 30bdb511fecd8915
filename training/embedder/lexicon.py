"""Learns what terms of other languages mean in English: `python -m training.embedder.lexicon --work DIR --out DIR`.

IBM Model 1 over the pairs that `collect` wrote, on the terms that word search compares. One file a
language, so that only the languages of a pool are read; resumable by language.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evidence.rank.words import terms
from training.embedder.collect import LANGUAGES
from training.embedder.pairs import Row, read_pairs

ROUNDS = 5
CAP = {"msdocs": 8_000, "mscurricula": 8_000}  # software manuals: one register, and the longest sentences
LONGEST = 40  # terms of one side
DOUBT = 0.3  # added to a term's count: one sighting is no translation
LEAST, FEWEST = 0.04, 0.2  # share and expected count below which a translation is left out
MOST = 6  # translations of one term

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Bitext:
    """Sentence pairs as numbers of terms; 0 is the empty word of the other language."""

    english: dict[str, int]
    other: dict[str, int]
    pairs: Sequence[tuple[Ints, Ints]]


def read_bitext(rows: Iterable[Row], language: str) -> Bitext:
    """The pairs of one language, each side as the set of its terms."""
    english: dict[str, int] = {}
    other: dict[str, int] = {"": 0}
    pairs, seen = [], dict.fromkeys(CAP, 0)
    for _, _, source, left, right in rows:
        if source in CAP:
            seen[source] += 1
            if seen[source] > CAP[source]:
                continue
        e = [english.setdefault(t, len(english)) for t in dict.fromkeys(terms(left, "en"))][:LONGEST]
        f = [other.setdefault(t, len(other)) for t in dict.fromkeys(terms(right, language))][:LONGEST]
        if e and f:
            pairs.append((np.array(e, dtype=np.int32), np.array([0, *f], dtype=np.int32)))
    return Bitext(english, other, pairs)


def model_one(bitext: Bitext) -> tuple[Ints, Ints, npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """For each pair of terms seen together: other, English, how often the one is the other, and as a share."""
    size = sum(len(e) * len(f) for e, f in bitext.pairs)
    keys, slots = np.empty(size, np.int64), np.empty(size, np.int32)
    at = first = 0
    for e, f in bitext.pairs:
        end = at + len(e) * len(f)
        keys[at:end] = np.tile(f.astype(np.int64), len(e)) * len(bitext.english) + np.repeat(e, len(f))
        slots[at:end] = np.repeat(np.arange(first, first + len(e)), len(f))
        at, first = end, first + len(e)
    unique, place = np.unique(keys, return_inverse=True)
    del keys
    other = (unique // len(bitext.english)).astype(np.int32)
    english = (unique % len(bitext.english)).astype(np.int32)
    share = np.ones(len(unique))
    counts = totals = share
    for _ in range(ROUNDS):
        odds = share[place]
        odds /= np.bincount(slots, weights=odds, minlength=first)[slots]
        counts = np.bincount(place, weights=odds, minlength=len(unique))
        totals = np.bincount(other, weights=counts, minlength=len(bitext.other))
        share = counts / totals[other]
    return other, english, counts, counts / (totals[other] + DOUBT)


def write_lexicon(path: Path, bitext: Bitext) -> int:
    """Write the likely translations of each term and return how many terms have one."""
    other, english, counts, share = model_one(bitext)
    kept = np.flatnonzero((share >= LEAST) & (counts >= FEWEST) & (other > 0))
    order = kept[np.lexsort((english[kept], -share[kept], other[kept]))]
    starts = np.flatnonzero(np.diff(other[order], prepend=-1))
    order = order[np.arange(len(order)) - np.repeat(starts, np.diff([*starts, len(order)])) < MOST]
    names, english_names = list(bitext.other), list(bitext.english)
    terms_used, lengths = np.unique(other[order], return_counts=True)
    used, places = np.unique(english[order], return_inverse=True)
    # Written beside and renamed: a reader never finds half a file.
    unfinished = path.with_name(f"unfinished-{path.name}")
    np.savez_compressed(
        unfinished,
        terms=_letters([names[i] for i in terms_used]),
        lengths=lengths.astype(np.uint8),
        english=_letters([english_names[i] for i in used]),
        places=places.astype(np.uint32),
        shares=np.round(share[order] * 255).clip(1, 255).astype(np.uint8),
    )
    unfinished.replace(path)
    return len(terms_used)


def _letters(words: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def main() -> None:
    """Read the command line and learn each language that has no file yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--languages", nargs="*", default=LANGUAGES)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    # One pass: `collect` writes the pairs of a language one after the other.
    pairs = (row for row in read_pairs(args.work) if row[0] == "pair")
    for language, rows in groupby(pairs, key=itemgetter(1)):
        path = args.out / f"{language}.npz"
        if language in args.languages and not path.exists():
            size = write_lexicon(path, read_bitext(rows, language))
            print(f"{language}: {size} terms, {path.stat().st_size / 1e6:.2f} MB", flush=True)


if __name__ == "__main__":
    main()
