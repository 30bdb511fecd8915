"""Teaches who is named among the words that tell who tells it: `python -m training.segmenter.speakers --halves EVEN ODD`.

Reads `speakers.tsv`: for the words of who tells it in our own articles, which of them name the speaker. The units come
from the segmenter, for the articles that `choose` reads from the half that was not taught on them. Prints the share
named right to the letter, out of fold by article, a language, and writes what was taught on all. Some minutes.
"""  # noqa: E501

import argparse
import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from claims.bert import PIECES
from claims.digests import sha256_of
from claims.segment_heads import BLOCKS, SPEAKERS, run_of
from claims.segment_rows import row_of
from training.encoder.network import WIDTH
from training.segmenter.halves import WRITTEN, Halves
from training.segmenter.kept import write_head
from training.segmenter.written import read_written

LABELS = Path(__file__).parent / "speakers.tsv"
NUMBERS, REACH, DROP = 64, 5, 0.2
BATCH, ROUNDS, RATE, FOLDS = 32, 14, 2e-3, 5
DISTURBED = 0.3  #: share of the rows whose telling words lose one or get one too many, for the segmenter errs too
APART = 0.05  #: weight of a unit outside the telling words


@dataclass(slots=True)
class Row:
    """One sentence and the words of it that tell who tells something."""

    language: str
    file: str
    units: np.ndarray
    telling: np.ndarray
    named: np.ndarray


class Network(nn.Module):
    """Units and which of them tell in, [rows, units], how surely each names the speaker out."""

    def __init__(self) -> None:
        super().__init__()
        self.unit, self.telling = nn.Linear(WIDTH, NUMBERS), nn.Linear(1, NUMBERS, bias=False)
        self.around = nn.ModuleList(nn.Conv1d(NUMBERS, NUMBERS, REACH, padding=REACH // 2) for _ in range(BLOCKS))
        self.names = nn.Linear(NUMBERS, 1)

    def forward(self, units: torch.Tensor, telling: torch.Tensor) -> torch.Tensor:
        """How surely each unit names the speaker, before it is made a share."""

        def drop(x: torch.Tensor) -> torch.Tensor:
            return F.dropout(x, DROP, self.training)

        x = F.gelu(self.unit(drop(units)) + self.telling(telling[..., None]), approximate="tanh")
        for around in self.around:
            x = x + F.gelu(around(drop(x).transpose(1, 2)).transpose(1, 2), approximate="tanh")
        made: torch.Tensor = self.names(x)[..., 0]
        return made


def rows_of(halves: tuple[Path, Path], pattern: str) -> list[Row]:
    """The labelled rows; a label that fits no sentence is an error."""
    readers = Halves(halves, pattern)
    labels: dict[str, list[dict[str, str]]] = defaultdict(list)
    with LABELS.open(encoding="utf-8", newline="") as stored:
        for one in csv.DictReader(stored, delimiter="\t", quoting=csv.QUOTE_NONE):
            labels[one["file"]].append(one)
    made: list[Row] = []
    for name, mine in labels.items():
        segmenter = readers.reader_of(name)
        sentences = {sha256_of(one.text)[:8]: one for one in read_written(WRITTEN / name, Counter(), [])}
        for label in mine:
            sentence = sentences[label["sentence"]]
            text, row = sentence.text, row_of(sentence.text, PIECES)
            telling = next(
                one.attribution
                for one in sentence.propositions
                if " … ".join(text[a:b] for a, b in one.attribution) == label["telling"]
            )
            if row is None:
                continue
            at = text.find(label["speaker"], telling[0][0])
            named = [(at, at + len(label["speaker"]))] if label["speaker"] and at >= 0 else []
            starts, ends = np.asarray(row.starts), np.asarray(row.ends)

            def inside(spans, starts=starts, ends=ends):  # noqa: ANN001, ANN202
                return np.array([any(a <= x and y <= b for a, b in spans) for x, y in zip(starts, ends, strict=True)])

            made.append(Row(sentence.language, name, segmenter.units([row])[0], inside(telling), inside(named)))
    return made


def _disturbed(telling: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Telling words with one at either end left out or taken in, in some."""
    made, inside = telling.astype(np.float32), np.flatnonzero(telling)
    if rng.random() >= DISTURBED or not len(inside):
        return made
    first = rng.random() < 0.5
    if rng.random() < 0.5 and len(inside) > 2:
        made[inside[0] if first else inside[-1]] = 0
    else:
        at = inside[0] - 1 if first else inside[-1] + 1
        if 0 <= at < len(made):
            made[at] = 1
    return made


def taught(rows: list[Row], seed: int) -> Network:
    """A network taught on some rows."""
    torch.manual_seed(seed)
    rng, network = np.random.default_rng(seed), Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    steps, number = ROUNDS * (len(rows) // BATCH + 1), 0
    for _ in range(ROUNDS):
        order = sorted(range(len(rows)), key=lambda at: len(rows[at].units) + rng.random() * 8)
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            held = [rows[at] for at in batch]
            length = max(len(one.units) for one in held)
            units, telling = torch.zeros(len(held), length, WIDTH), torch.zeros(len(held), length)
            named, weight = torch.zeros(len(held), length), torch.zeros(len(held), length)
            for at, one in enumerate(held):
                n = len(one.units)
                units[at, :n] = torch.from_numpy(one.units)
                telling[at, :n] = torch.from_numpy(_disturbed(one.telling, rng))
                named[at, :n] = torch.from_numpy(one.named.astype(np.float32))
                weight[at, :n] = torch.from_numpy(np.where(one.telling | one.named, 1 + APART, APART))
            optimiser.param_groups[0]["lr"] = RATE * min(1.0, number / 50) * max(0.02, 1 - number / steps)
            wrong = F.binary_cross_entropy_with_logits(network(units, telling), named, reduction="none")
            loss = (wrong * weight).sum() / weight.sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            number += 1
    return network.eval()


def right(network: Network, row: Row) -> bool:
    """Whether exactly the speaker's units among the telling ones are named, or none where none is."""
    with torch.no_grad():
        numbers = network(torch.from_numpy(row.units)[None], torch.from_numpy(row.telling.astype(np.float32))[None])
    found, wanted = run_of(numbers[0].numpy(), row.telling), np.flatnonzero(row.named)
    return found == ((int(wanted[0]), int(wanted[-1])) if len(wanted) else None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--halves", nargs=2, type=Path, required=True, help="as for training.segmenter.choose")
    parser.add_argument("--names", default="*-[a-e][0-9]*.txt", help="the files that were halved")
    parser.add_argument("--out", type=Path, default=SPEAKERS)
    args = parser.parse_args()
    rows = rows_of(tuple(args.halves), args.names)
    folds = {name: number % FOLDS for number, name in enumerate(sorted({one.file for one in rows}))}
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        network = taught([one for one in rows if folds[one.file] != fold], fold)
        for one in (one for one in rows if folds[one.file] == fold):
            for name in (one.language, "all"):
                sums[name]["rows"] += 1
                sums[name]["right"] += right(network, one)
    for name, count in sorted(sums.items()):
        print(f"{name}: {count['rows']} labelled, {count['right'] / count['rows']:.3f} named right, out of fold")
    write_head(taught(rows, FOLDS), args.out)


if __name__ == "__main__":
    main()
