"""`pairs.jsonl` as numbers that `learn` holds on its device: `python -m training.encoder.prepare --data D --work W`.

Writes `pairs.npz`: every text once as piece numbers, and each pair as two texts, a label and a group; and, for `vary`,
`own.jsonl` with the pairs of our own writing and `words.json` with what their English words may be elsewhere.
"""

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import regex

from evidence.encoder_rows import CLAIM_LONGEST, LONGEST, PairRows
from training.encoder.sets import kept_out
from training.encoder.switching import ENDS, read_dictionaries
from training.encoder.texts import Texts

LABELS = {"s": 0, "r": 1, "n": 2, "x": 3}  #: x: not supported, r or n unknown
GROUPS = ("labelled", "facts", "parallel", "own", "written", "pages", "switched")
VARIED = frozenset({"written", "pages"})  #: what `vary` tells otherwise
DEV_MOST, DEV_LEAST = 600, 60  #: pairs of a dev set


def _words(text: str) -> list[str]:
    """The words of a text that a dictionary may have, with what is left of them without their ends."""
    found = regex.findall(r"\p{Ll}{3,}", text)
    return [form for word in found for form in (word, *(word.removesuffix(end) for end in ENDS))]


def group_of(source: str) -> str:
    """Which of the groups a source belongs to."""
    for group in ("parallel", "written", "pages", "switched", "own"):
        if source.startswith(group):
            return group
    return "facts" if source.startswith(("facts", "propositions")) and "across" not in source else "labelled"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    pair_rows, texts = PairRows(args.work / "pieces.json"), Texts()
    train: list[tuple[int, int, int, int]] = []
    own: list[str] = []
    known: set[str] = set()
    dev: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for line in (args.work / "pairs.jsonl").open(encoding="utf-8"):
        source, claim, mine, passage, theirs, label, part = json.loads(line)
        group = group_of(source)
        if part == "train":
            train.append((texts.number(claim), texts.number(passage), LABELS[label], GROUPS.index(group)))
            if group in VARIED and label != "x":
                row = [str(GROUPS.index(group)), claim, passage, str(LABELS[label]), mine, theirs]
                own.append(json.dumps(row, ensure_ascii=False) + "\n")
                known.update(_words(claim) if mine == "en" else (), _words(passage) if theirs == "en" else ())
        elif label != "x" and group != "switched":
            name = source if group == "labelled" else f"{group} {'across' if mine != theirs else mine}"
            if len(dev[name]) < DEV_MOST:
                dev[name].append((texts.number(claim), texts.number(passage), LABELS[label]))
    (args.work / "own.jsonl").write_text("".join(own), "utf-8")
    words = {
        language: {word: texts[:3] for word, texts in found.items() if word in known}
        for language, found in read_dictionaries(args.data).items()
    }
    (args.work / "words.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")
    for name, rows in kept_out(args.data, random.Random(3)).items():
        dev[name] = [(texts.number(claim), texts.number(passage), LABELS[label]) for claim, passage, label in rows]
    sets = {name: rows for name, rows in sorted(dev.items()) if len(rows) >= DEV_LEAST}
    ids, starts = texts.ids(pair_rows)
    np.savez(
        args.work / "pairs.npz", ids=ids, starts=starts.astype(np.int32), train=np.array(train, dtype=np.int32),
        dev=np.array([row for rows in sets.values() for row in rows], dtype=np.int32),
        dev_names=np.array(json.dumps([[name, len(rows)] for name, rows in sets.items()])),
        digit=pair_rows.digit, blank=pair_rows.blank,
    )  # fmt: skip
    cut = float((np.diff(starts) > LONGEST - CLAIM_LONGEST).mean())
    print(len(train), "to learn,", {name: len(rows) for name, rows in sets.items()}, f"{cut:.3f} of the texts long")


if __name__ == "__main__":
    main()
