"""Reads every pair with today's slots and embedder, keeps the numbers: `python -m training.stance.read`.

Rows are written in blocks, so a run that was stopped goes on where it was.
"""

import argparse
import json
from datetime import date
from pathlib import Path

import numpy as np

from claims.sentences import split_sentences
from evidence.embed import load_embedder
from evidence.slots.decide import Gate, gate_of
from evidence.slots.facts import facts_of
from evidence.slots.features import NAMES, Around, Reading, read
from evidence.slots.words import Lens, words_of_text
from training.stance.pairs import Pair, open_pairs, parallel_pairs

BLOCK = 2000
GATES = [str(gate) for gate in Gate]


def best_reading(pair: Pair, lens: Lens) -> tuple[str, Reading]:
    """The reading that would speak for the pair: a gated one first, then the most covered."""
    claim = facts_of(pair.claim, pair.claim_language, None)
    whole = facts_of(pair.premise[:1200], pair.premise_language, None)
    around = Around(words=words_of_text(pair.premise[:1200], pair.premise_language), times=whole.times)
    readings = []
    for span in split_sentences(pair.premise[:1200], pair.premise_language)[:6]:
        sentence = facts_of(pair.premise[span.start : span.end], pair.premise_language, None)
        reading = read(claim, sentence, around, lens)
        readings.append((str(gate_of(reading).gate), reading))
    if not readings:
        readings = [("none", read(claim, whole, around, lens))]
    return max(readings, key=lambda one: (one[0] != "none", one[1].row[0] + one[1].row[1]))


def readable(block: list[Pair], lens: Lens) -> tuple[list[Pair], list[tuple[str, Reading]]]:
    """The pairs that could be read, with their readings; a pair that cannot is counted and left out."""
    kept, readings, lost = [], [], 0
    for pair in block:
        try:
            readings.append(best_reading(pair, lens))
            kept.append(pair)
        except (KeyError, ValueError, OverflowError):  # odd dates and numbers of found text
            lost += 1
    if lost:
        print(f"{lost} pairs could not be read")
    return kept, readings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--embedder", default="shipped")
    parser.add_argument("--most", type=int, default=4000)
    args = parser.parse_args()
    embedder = load_embedder(args.embedder)
    assert embedder.tokens is not None
    lens = Lens(embedder.tokens)
    pairs = open_pairs(args.data, args.most) + parallel_pairs(args.data, args.most // 2)
    folder = args.work / embedder.revision[:12]
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(0, len(pairs), BLOCK):
        path = folder / f"{at:06d}.npz"
        if path.exists():
            continue
        block = pairs[at : at + BLOCK]
        block, read_ = readable(block, lens)
        np.savez_compressed(
            path,
            rows=np.stack([reading.row for _, reading in read_]),
            gates=np.array([GATES.index(gate) for gate, _ in read_], dtype=np.int8),
            meta=np.array(
                [json.dumps([p.source, p.claim_language, p.premise_language, p.label, p.part]) for p in block]
            ),
            names=np.array(NAMES),
        )
        print(f"{at + len(block)} of {len(pairs)} pairs read", flush=True)
    (folder / "embedder.json").write_text(json.dumps({"revision": embedder.revision, "read": date.today().isoformat()}))  # noqa: DTZ011


if __name__ == "__main__":
    main()
