"""Teaches what an editor says of statements: `python -m training.segmenter.editor --halves EVEN ODD`.

Reads `editor.tsv`: of statements that the splitter made of our own articles, what readers said (`claims/editor.py`).
The units come from the segmenter, for the articles that `choose` reads from the half that was not taught on them; the
network begins as the one that `choose` taught. Prints, out of fold by article, how many of those that would be left out
are bad ones, and writes what was taught on all. Some minutes.
"""

import argparse
import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file
from torch import nn
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from claims.choice import NAMES
from claims.digests import sha256_of
from claims.draft import Draft
from claims.editor import AHEAD, BESIDES, FILE, SAYS, TASTE, TORN, read_beside
from claims.records import Attribution, ClaimKind, Span
from claims.sentences import article_sentences
from claims.statements import FILE as STATEMENTS
from claims.statements import SIGNS, anchors_of
from training.fills.fit import article_of
from training.segmenter.halves import WRITTEN, Halves, add_arguments
from training.segmenter.kept import write_head
from training.segmenter.statements import Network, Row, batch_of

LABELS = Path(__file__).parent / "editor.tsv"
FIGURES = len(NAMES) + 8
TOGETHER = 48  #: statements of a step, about
ROUNDS, RATE, BODY, WARM, DECAY, MEAN, SMOOTH, FOLDS = 10, 1e-3, 0.4, 50, 0.03, 0.99, 0.05, 5
NEW = ("first", "last")  #: what begins anew
SOMEBODY = Attribution(speaker="", verb="", speaker_span=Span(start=0, end=0), outer=())


@dataclass(slots=True)
class Judged:
    """The statements of one sentence, and what readers said of each, by its place in SAYS."""

    file: str
    language: str
    row: Row
    said: np.ndarray


def rows_of(halves: tuple[Path, Path], pattern: str) -> list[Judged]:
    """All sentences with judged statements."""
    readers = Halves(halves, pattern)
    labels: dict[str, dict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    with LABELS.open(encoding="utf-8", newline="") as stored:
        for one in csv.DictReader(stored, delimiter="\t", quoting=csv.QUOTE_NONE):
            labels[one["file"]][one["sentence"]].append(one)
    made: list[Judged] = []
    for name, sentences in labels.items():
        segmenter = readers.reader_of(name)
        texts = {sha256_of(one.text)[:8]: one.text for one in article_sentences(article_of(WRITTEN / name))}
        all_seen = segmenter.read_all(texts[digest] for digest in sentences)
        for digest, mine in sentences.items():
            text = texts[digest]
            seen = all_seen[text]
            if seen is None:
                continue
            drafts = [
                Draft(
                    spans=tuple((int(a), int(b)) for a, b in (span.split("-") for span in one["spans"].split())),
                    kind=ClaimKind.CONTENT, attribution=SOMEBODY if one["told"] else None, subjectless=False,
                )
                for one in mine
            ]  # fmt: skip
            inside, mains, signs, figures = read_beside(text, name[:2], seen, drafts)
            row = Row(
                seen.units.astype(np.float16), inside, signs.astype(np.float16), anchors_of(seen, mains), figures,
                np.zeros(len(drafts), np.float32),
            )  # fmt: skip
            made.append(Judged(name, name[:2], row, np.array([SAYS.index(one["said"]) for one in mine])))
    return made


def batches_of(rows: list[Judged], rng: np.random.Generator) -> list[list[Judged]]:
    """Sentences of like lengths side by side, in any order."""
    made: list[list[Judged]] = [[]]
    for one in sorted(rows, key=lambda one: len(one.row.units) + rng.random() * 6):
        if sum(len(other.said) for other in made[-1]) >= TOGETHER:
            made.append([])
        made[-1].append(one)
    rng.shuffle(made)
    return made


def begun(rows: list[Judged]) -> Network:
    """A network that knows what `choose` taught, but not yet what to say."""
    network = Network(SIGNS + BESIDES, FIGURES, len(SAYS))
    state = network.state_dict()
    for name, tensor in load_file(STATEMENTS).items():
        if not name.startswith((*NEW, "mean", "scale")):
            known = torch.from_numpy(tensor.astype(np.float32))
            state[name] = F.pad(known, (0, BESIDES)) if name == "sign.weight" else known
    network.load_state_dict(state)
    figures = np.concatenate([one.row.numbers for one in rows])
    network.mean.copy_(torch.from_numpy(figures.mean(0)))
    network.scale.copy_(torch.from_numpy(figures.std(0) + 0.05))
    return network


def taught(rows: list[Judged], seed: int) -> Network:
    """A network taught on some sentences: the running mean of its weights."""
    torch.manual_seed(seed)
    rng, network = np.random.default_rng(seed), begun(rows)
    new = [tensor for name, tensor in network.named_parameters() if name.startswith(NEW)]
    body = [tensor for name, tensor in network.named_parameters() if not name.startswith(NEW)]
    groups = [{"params": new, "share": 1.0}, {"params": body, "share": BODY}]
    optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY)
    mean = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(MEAN))
    steps, number = ROUNDS * len(batches_of(rows, rng)), 0
    for _ in range(ROUNDS):
        for held in batches_of(rows, rng):
            for group in optimiser.param_groups:
                group["lr"] = RATE * group["share"] * min(1.0, number / WARM) * max(0.02, 1 - number / steps)
            right = torch.from_numpy(np.concatenate([one.said for one in held]))
            loss = F.cross_entropy(network(batch_of([one.row for one in held])), right, label_smoothing=SMOOTH)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            mean.update_parameters(network)
            number += 1
    made: Network = mean.module.eval()
    return made


def chances_of(network: Network, rows: list[Judged]) -> np.ndarray:
    """[statements, SAYS], as `claims.editor` gives them."""
    with torch.no_grad():
        return np.concatenate([torch.softmax(network(batch_of([one.row])), -1).numpy() for one in rows])


def report(rows: list[Judged], chances: np.ndarray) -> None:
    """Of the statements that would be left out, how many readers found bad; of those told as future, how many are."""
    said = np.array([SAYS[k] for one in rows for k in one.said])
    languages = np.array([one.language for one in rows for _ in one.said])

    def chance(letters: str) -> np.ndarray:
        return chances[:, [SAYS.index(one) for one in letters]].sum(1)

    for language in ("all", *sorted(set(languages))):
        mine = (languages == language) | (language == "all")
        sound = ~np.isin(said, list("NMQOI")) & mine
        parts = [f"{mine.sum()} statements, {sound.sum()} sound"]
        for what, letters, least in (("torn", "NMQ", TORN), ("taste", "OI", TASTE), ("future", "P", AHEAD)):
            bad, out = np.isin(said, list(letters)) & mine, (chance(letters) >= least) & mine
            parts.append(
                f"{what}: {out.sum()} from {least}, {(out & bad).sum()} of {bad.sum()}, {(out & sound).sum()} sound"
            )
        print(f"{language}: " + "; ".join(parts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--out", type=Path, default=FILE)
    args = parser.parse_args()
    rows = rows_of(tuple(args.halves), args.halved)
    folds = {name: number % FOLDS for number, name in enumerate(sorted({one.file for one in rows}))}
    ordered, chances = [], []
    for fold in range(FOLDS):
        held = [one for one in rows if folds[one.file] == fold]
        chances.append(chances_of(taught([one for one in rows if folds[one.file] != fold], seed=fold), held))
        ordered += held
    report(ordered, np.concatenate(chances))
    write_head(taught(rows, seed=1), args.out, whole=("mean", "scale"))


if __name__ == "__main__":
    main()
