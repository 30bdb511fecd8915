"""Sentences with their propositions and the weights to start from as two small files.

`python -m training.segmenter.prepare --written DIR --data DATA --out OUT` writes `examples.xz` (numpy arrays: pieces,
units, predicates and masks of all sentences) and `start.xz` (the layers of multilingual-e5-small and the rows of its
table that the sentences use, in the four bits that they came in). `learn` needs nothing else.
"""

import argparse
import io
import lzma
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors import safe_open

from claims.bert import FIRST, PIECES, TABLE, UNKNOWN, widened
from claims.digests import digest
from claims.segment_rows import LONGEST, UNSPACED, SegmentRow, row_of
from training.encoder.base import BLOCK, Base, base_file, read_base
from training.encoder.pack import blocks_of
from training.segmenter.changed import Lexicon, inverted, noised, read_lexicon, switched
from training.segmenter.propositions import read_propositions
from training.segmenter.silver import read_silver
from training.segmenter.unlabelled import read_unlabelled
from training.segmenter.written import Proposition, Spans, Written, read_written

Array = npt.NDArray[np.generic]
GROUPS = (
    "dev", "written", "noised", "switched", "propositions", "propositions_switched", "silver", "silver_switched",
    "unlabelled",
)  # fmt: skip
SWITCHED_TO = ("ar", "de", "es", "fa", "fr", "ru", "tr", "zh")
NOISED_TIMES, SWITCHED_TIMES, SILVER = 8, 2, 6000
MOST = 14  #: propositions of a sentence; one with more is a list
HELD = 5  #: one written sentence in so many is the development part


def held_back(text: str) -> bool:
    """Whether a written sentence is kept for the development part."""
    return int(digest(text)[:8], 16) % HELD == 0


def _mask(row: SegmentRow, spans: Spans) -> list[bool]:
    """For each unit whether most of it lies in the spans."""
    return [
        sum(max(0, min(b, end) - max(a, start)) for a, b in spans) * 2 > end - start
        for start, end in zip(row.starts, row.ends, strict=True)
    ]


def _anchor(row: SegmentRow, text: str, span: tuple[int, int]) -> int:
    """The longest unit of a predicate, "n'exposa" -> "exposa", the first in scripts without spaces; -1 for none."""
    places = [k for k, (a, b) in enumerate(zip(row.starts, row.ends, strict=True)) if a < span[1] and b > span[0]]
    if UNSPACED.search(text[slice(*span)]):
        return places[0]
    return max(places, key=lambda k: (row.ends[k] - row.starts[k], -k), default=-1)


class Examples:
    """Rows gathered for the file."""

    def __init__(self) -> None:
        self.numbers: dict[str, list[int]] = defaultdict(list)
        self.languages: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.seen: Counter[int] = Counter()  #: pieces; one that a changed sentence alone has, and once, is not kept

    def add(self, one: Written, group: str) -> None:
        """Takes a sentence in, or counts why not."""
        row = row_of(one.text, PIECES)
        if row is None or len(one.propositions) > MOST:
            self.dropped[f"{group} {one.language} too long"] += 1
            return
        anchors: dict[int, Proposition] = {}
        for proposition in one.propositions:
            at = _anchor(row, one.text, proposition.anchor)
            if at < 0 or at in anchors:
                self.dropped[f"{group} {one.language} second of one predicate"] += 1
                continue
            anchors[at] = proposition
        if one.language not in self.languages:
            self.languages.append(one.language)
        self.seen.update(row.ids * (2 if group in {"dev", "written"} else 1))
        n = self.numbers
        n["ids"] += row.ids
        n["id_counts"].append(len(row.ids))
        n["first"] += row.first
        n["last"] += row.last
        n["unit_counts"].append(len(row.first))
        n["anchor_counts"].append(len(anchors))
        for at, proposition in sorted(anchors.items()):
            n["anchors"].append(at)
            content, attribution = _mask(row, proposition.content), _mask(row, proposition.attribution)
            n["masks"] += [a + 2 * b for a, b in zip(content, attribution, strict=True)]
        n["languages"].append(self.languages.index(one.language))
        n["groups"].append(GROUPS.index(group))
        n["halves"].append(one.half)

    def arrays(self) -> tuple[dict[str, Array], npt.NDArray[np.int64]]:
        """The arrays with pieces renumbered, and the rows of the table that are used."""
        kept = np.asarray([*range(FIRST), *sorted(n for n, times in self.seen.items() if times > 1 and n >= FIRST)])
        ids = np.asarray(self.numbers["ids"])
        ids = np.where(np.isin(ids, kept), ids, UNKNOWN)
        made: dict[str, Array] = {
            name: np.asarray(values, np.uint8) for name, values in self.numbers.items() if name != "ids"
        }
        made["ids"] = np.searchsorted(kept, ids).astype(np.uint16)
        made["language_names"] = np.asarray(self.languages)
        made["group_names"] = np.asarray(GROUPS)
        return made, kept


def narrowed(values: npt.NDArray[np.float32]) -> tuple[Array, Array]:
    """Numbers that were widened from four bits, as they were: nibbles and scales; ValueError where they were not."""
    nibbles, scales = blocks_of(torch.from_numpy(values.reshape(-1, BLOCK)))
    if not np.array_equal(widened(nibbles, scales).reshape(-1), values.reshape(-1)):
        raise ValueError("these weights are not blocks of four-bit numbers with one scale each")
    return nibbles, scales


def start_of(base: Base, layers: int, kept: npt.NDArray[np.int64]) -> dict[str, Array]:
    """The weights to start from; a matrix `x` in four bits is `x.nibbles` and `x.scales`."""
    made: dict[str, Array] = {"layers": np.asarray(layers)}
    with safe_open(TABLE, framework="numpy") as stored:
        made["table.nibbles"] = stored.get_tensor("table.nibbles")[kept]
        made["table.scales"] = stored.get_tensor("table.scales")[kept]
    for name, tensor in base.tensors.items():
        layer = name.split(".")[0]
        if layer.startswith("l") and layer[1:].isdigit() and int(layer[1:]) >= layers:
            continue
        if name == "emb.pos":
            width = len(base.tensors["emb.ln.w"])
            kind = base.tensors["emb.type"].reshape(-1, width)[0]
            made["emb.pos"] = (tensor.reshape(-1, width)[:LONGEST] + kind).astype(np.float16)
        elif layer.startswith("l") and layer[1:].isdigit() and tensor.size > 10_000:
            made[f"{name}.nibbles"], made[f"{name}.scales"] = narrowed(tensor)
        elif name.startswith("emb.ln") or (layer.startswith("l") and layer[1:].isdigit()):
            made[name] = tensor.astype(np.float32)
    return made


def _save(path: Path, arrays: dict[str, Array]) -> None:
    """Arrays as one compressed file."""
    held = io.BytesIO()
    np.savez(held, allow_pickle=False, **arrays)
    path.write_bytes(lzma.compress(held.getvalue(), preset=6))
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


def gather(written: Iterable[Written], data: Path, times: tuple[int, int], silver: int) -> Examples:
    """All examples: what was written, PropSegmEnt, what the rules find in English, and what is made of each.

    At last what nobody has taken apart; other networks tell the propositions of these.
    """
    written = list(written)
    examples, rng = Examples(), random.Random(7)
    lexicons: dict[str, Lexicon] = {language: read_lexicon(data, language) for language in SWITCHED_TO}
    back = {language: inverted(lexicon) for language, lexicon in lexicons.items()}
    for one in written:
        if held_back(one.text):
            examples.add(one, "dev")
            continue
        examples.add(one, "written")
        for number in range(times[0]):
            changed = noised(one, rng)
            if number % 2 and one.language in back:
                changed = switched(changed, one.language, back[one.language], rng.uniform(0.1, 0.35), rng)
            examples.add(changed, "noised")
        for language in SWITCHED_TO if one.language == "en" else ():
            for _ in range(times[1]):
                share = rng.uniform(0.3, 0.5)
                examples.add(switched(noised(one, rng), language, lexicons[language], share, rng), "switched")
    for one in read_propositions(data):
        examples.add(one, "propositions")
        for language in SWITCHED_TO:
            share = rng.uniform(0.3, 0.5)
            examples.add(switched(noised(one, rng), language, lexicons[language], share, rng), "propositions_switched")
    for one in read_silver(data, silver):
        examples.add(one, "silver")
        for language in rng.sample(SWITCHED_TO, 2):
            share = rng.uniform(0.3, 0.5)
            examples.add(switched(noised(one, rng), language, lexicons[language], share, rng), "silver_switched")
    for one in read_unlabelled(data, {one.text for one in written}):
        examples.add(one, "unlabelled")
    return examples


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--written", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--noised", type=int, default=NOISED_TIMES)
    parser.add_argument("--switched", type=int, default=SWITCHED_TIMES)
    parser.add_argument("--silver", type=int, default=SILVER)
    parser.add_argument(
        "--halved", default="*-[a-e][0-9]*.txt", help="files of which `learn --without-half` leaves every other out"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    misfits: Counter[str] = Counter()
    told: list[str] = []
    halves = {path: 1 + number % 2 for number, path in enumerate(sorted(args.written.glob(args.halved)))}
    written = [
        replace(one, half=halves.get(path, 0))
        for path in sorted(args.written.glob("*.txt"))
        for one in read_written(path, misfits, told)
    ]
    print(dict(sorted(Counter(one.language for one in written).items())), "written;", dict(misfits), "misfits")
    print(*told, sep="\n")
    examples = gather(written, args.data, (args.noised, args.switched), args.silver)
    arrays, kept = examples.arrays()
    groups = Counter(GROUPS[group] for group in examples.numbers["groups"])
    print(dict(groups), len(kept), "rows of the table;", dict(examples.dropped))
    _save(args.out / "examples.xz", arrays)
    _save(args.out / "start.xz", start_of(read_base(base_file()), args.layers, kept))


if __name__ == "__main__":
    main()
