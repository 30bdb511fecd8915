"""Learns what terms of other languages mean in English: `python -m training.embedder.lexicon --work DIR --out DIR`.

From the pairs that `collect` wrote, on the terms that word search compares; Chinese is cut into
words, whose costs are learnt first. One file a language, so that only the languages of a pool are
read; resumable by language.
"""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile, ZipInfo

import numpy as np
import numpy.typing as npt

from evidence.rank.segment import cut
from evidence.rank.translate import STEPS
from evidence.rank.words import cut_terms, terms
from training.embedder.alignment import Bitext, agreed
from training.embedder.cedict import cedict_rows
from training.embedder.collect import LANGUAGES
from training.embedder.cutting import word_costs
from training.embedder.held_out import HeldOut
from training.embedder.pairs import Row, read_pairs

CAP = {"msdocs": 8_000, "mscurricula": 8_000}  # software manuals: one register, and the longest sentences
UNSPACED = {"zh"}
LONGEST = 40  # terms of one side
DOUBT = 0.3  # added to a term's count: one sighting is no translation
LEAST, FEWEST = 0.04, 0.2  # share and expected count below which a translation is left out
MOST = 6  # translations of one term


def read_bitext(rows: Iterable[Row], terms_of: Callable[[str], Sequence[str]]) -> Bitext:
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
        f = [other.setdefault(t, len(other)) for t in dict.fromkeys(terms_of(right))][:LONGEST]
        if e and f:
            pairs.append((np.array(e, dtype=np.int32), np.array([0, *f], dtype=np.int32)))
    return Bitext(english, other, pairs)


def learn(path: Path, rows: Sequence[Row], language: str) -> int:
    """Write what the terms of a language mean and return how many terms have a meaning."""
    if language not in UNSPACED:
        return write_lexicon(path, read_bitext(rows, lambda text: terms(text, language)), {})
    # Short strings of software are phrases, not words.
    costs = word_costs((r[4] for r in rows if r[2] not in CAP), (r[4] for r in rows))
    bitext = read_bitext(rows, lambda text: cut_terms(text, language, lambda run: cut(run, costs)))
    return write_lexicon(path, bitext, costs)


def write_lexicon(path: Path, bitext: Bitext, costs: Mapping[str, float]) -> int:
    """Write the likely translations of each term, and each term's cost where there are costs."""
    found = agreed(bitext)
    share = found.counts / (found.totals[found.other] + DOUBT)
    names, english_names = np.array(list(bitext.other)), np.array(list(bitext.english))
    kept = np.flatnonzero((share >= LEAST) & (found.counts >= FEWEST) & (found.other > 0))
    # By the alphabet: neighbours begin alike, and the file is smaller.
    place = np.argsort(np.argsort(names, kind="stable"), kind="stable")
    order = kept[np.lexsort((found.english[kept], -share[kept], place[found.other[kept]]))]
    starts = np.flatnonzero(np.diff(found.other[order], prepend=-1))
    order = order[np.arange(len(order)) - np.repeat(starts, np.diff([*starts, len(order)])) < MOST]
    starts = np.flatnonzero(np.diff(found.other[order], prepend=-1))
    written = names[found.other[order][starts]].tolist()
    used, places = np.unique(english_names[found.english[order]], return_inverse=True)
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "terms": _letters(written),
        "lengths": np.diff([*starts, len(order)]).astype(np.uint8),
        "english": _letters(used.tolist()),
        "places": places.astype(np.uint32),
        "shares": np.round(share[order] * 255).clip(1, 255).astype(np.uint8),
    }
    if costs:
        most = max(costs.values())
        arrays["costs"] = np.array([round(STEPS * costs.get(w, most)) for w in written]).clip(0, 255).astype(np.uint8)
    _write(path, arrays)
    return len(written)


def _write(path: Path, arrays: Mapping[str, npt.NDArray[np.generic]]) -> None:
    """A file that numpy reads, a third smaller than numpy writes it, and the same for the same arrays."""
    # Written beside and renamed: a reader never finds half a file.
    unfinished = path.with_name(f"unfinished-{path.name}")
    with ZipFile(unfinished, "w", ZIP_LZMA) as out:
        for name, array in arrays.items():
            info = ZipInfo(f"{name}.npy")
            info.compress_type = ZIP_LZMA
            with out.open(info, "w") as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
    unfinished.replace(path)


def _letters(words: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def main() -> None:
    """Read the command line and learn each language that has no file yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--cedict", type=Path, help="the text of CC-CEDICT, for Chinese; with --data")
    parser.add_argument("--data", type=Path, help="where the test sets lie, which no entry may stand in")
    args = parser.parse_args()
    if args.cedict and not args.data:
        parser.error("--cedict needs --data, so that test sets are left out")
    args.out.mkdir(parents=True, exist_ok=True)
    # One pass: `collect` writes the pairs of a language one after the other.
    pairs = (row for row in read_pairs(args.work) if row[0] == "pair")
    for language, rows in groupby(pairs, key=itemgetter(1)):
        path = args.out / f"{language}.npz"
        if language in args.languages and not path.exists():
            more = cedict_rows(args.cedict, HeldOut(args.data)) if language == "zh" and args.cedict else ()
            size = learn(path, list(chain(rows, more)), language)
            print(f"{language}: {size} terms, {path.stat().st_size / 1e6:.2f} MB", flush=True)


if __name__ == "__main__":
    main()
