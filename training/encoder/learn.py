"""Teaches the network to tell support, refutation and neither: `python -m training.encoder.learn --work DIR`.

Reads `pairs.jsonl`, starts from `start.pt` or its own checkpoint, and stops when `--minutes` of learning, over all
its starts, are used up. Prints what it gets right on the dev part and on sets kept for evaluation.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from evidence.encoder_rows import LONGEST, Ints, PairRows
from training.encoder.batches import padded
from training.encoder.network import Reader, load_start
from training.stance.pairs import read_stance

LABELS = {"s": 0, "r": 1, "n": 2, "x": 3}  #: x: not supported, r or n unknown
GROUPS = {"labelled": 0.42, "facts": 0.04, "parallel": 0.05, "own": 0.03, "written": 0.46}
SHARES = {0: 0.38, 1: 0.31, 2: 0.27, 3: 0.04}
BATCH = 48
TELL = 200  #: minutes of learning between two reports


@dataclass(frozen=True, slots=True)
class Example:
    """One pair as token numbers."""

    claim: Ints
    passage: Ints
    label: int


def group_of(source: str) -> str:
    """Which of the groups a source belongs to."""
    if source.startswith(("parallel", "written")):
        return source.split("_", maxsplit=1)[0]
    if source.startswith(("facts", "propositions")) and "across" not in source:
        return "facts"
    return "own" if source.startswith("own") else "labelled"


def read_examples(
    work: Path, pair_rows: PairRows
) -> tuple[dict[str, dict[int, list[Example]]], dict[str, list[Example]]]:
    """Train examples by group and label, and dev examples by source and language."""
    train: dict[str, dict[int, list[Example]]] = defaultdict(lambda: defaultdict(list))
    dev: dict[str, list[Example]] = defaultdict(list)
    rows = [json.loads(line) for line in (work / "pairs.jsonl").open(encoding="utf-8")]
    for first in range(0, len(rows), 20_000):
        block = rows[first : first + 20_000]
        claims = pair_rows.ids([row[1] for row in block])
        passages = pair_rows.ids([row[3] for row in block])
        for row, claim, passage in zip(block, claims, passages, strict=True):
            source, _, mine, _, theirs, label, part = row
            if not len(claim) or not len(passage):
                continue
            one = Example(claim.astype(np.int64), passage.astype(np.int64), LABELS[label])
            if part == "train":
                train[group_of(source)][one.label].append(one)
            elif label != "x":
                name = source if group_of(source) == "labelled" else f"{group_of(source)} {mine}-{theirs}"
                if len(dev[name]) < 160:
                    dev[name].append(one)
    return train, {name: found for name, found in dev.items() if len(found) >= 60}


def kept_out(data: Path, pair_rows: PairRows) -> dict[str, list[Example]]:
    """Sets for evaluation only: part of XNLI dev, in one language and across two, and FEVER-Symmetric dev."""
    labels = {"entailment": 0, "contradiction": 1, "neutral": 2}
    rows: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for pair in read_stance(data / "stance" / "research-only.tsv.zst"):
        if pair.source == "xnli" and pair.claim_language in {"ar", "en", "fr", "zh", "tr"}:
            rows[pair.claim_language].append((pair.claim, pair.premise, labels[pair.label]))
    for language in rows:
        found[f"xnli {language}"] = rows[language][: len(rows[language]) // 2]
    if rows["ar"] and len(rows["ar"]) == len(rows["en"]):
        found["xnli ar-en"] = [(a[0], e[1], a[2]) for a, e in zip(rows["ar"], rows["en"], strict=True)][
            : len(rows["ar"]) // 2
        ]
    for pair in read_stance(data / "stance" / "open.tsv.zst"):
        if pair.source == "fever_symmetric":
            found["fever_symmetric"].append((pair.claim, pair.premise, labels[pair.label]))
    rng = random.Random(3)
    made = {}
    for name, triples in found.items():
        chosen = rng.sample(triples, min(300, len(triples)))
        claims, passages = (pair_rows.ids([t[side] for t in chosen]) for side in (0, 1))
        made[name] = [
            Example(c.astype(np.int64), p.astype(np.int64), t[2])
            for c, p, t in zip(claims, passages, chosen, strict=True)
        ]
    return made


def tensors(examples: list[Example], pair_rows: PairRows) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Token numbers, sides and kinds of meeting of a batch."""
    rows = [pair_rows.of(one.claim, one.passage) for one in examples]
    return padded([r[0] for r in rows]), padded([r[1] for r in rows], 0), padded([r[2] for r in rows], 0)


def batches(train: dict[str, dict[int, list[Example]]], rng: random.Random) -> Iterator[list[Example]]:
    """Batches without end, of pairs of like length."""
    groups = [name for name in GROUPS if train[name]]
    while True:
        drawn = []
        for group in rng.choices(groups, [GROUPS[name] for name in groups], k=BATCH * 12):
            labels = [label for label in SHARES if train[group][label]]
            label = rng.choices(labels, [SHARES[one] for one in labels])[0]
            drawn.append(rng.choice(train[group][label]))
        drawn.sort(key=lambda one: min(LONGEST, len(one.claim) + len(one.passage)))
        lots = [drawn[at : at + BATCH] for at in range(0, len(drawn), BATCH)]
        rng.shuffle(lots)
        yield from lots


def loss_of(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross entropy; where only "not supported" is known, minus the log of one minus the share of support."""
    logs = F.log_softmax(logits.float(), dim=1)
    known = labels < 3
    sure = F.nll_loss(logs[known], labels[known], reduction="sum") if known.any() else logits.sum() * 0
    half = -torch.log1p(-logs[~known, 0].exp().clamp(max=1 - 1e-6)).sum()
    return (sure + half) / len(labels)


@torch.no_grad()
def answers(reader: Reader, examples: list[Example], pair_rows: PairRows) -> np.ndarray:
    """The three shares of each pair, in the order given."""
    reader.eval()
    order = sorted(range(len(examples)), key=lambda at: len(examples[at].claim) + len(examples[at].passage))
    made = np.zeros((len(examples), 3), dtype=np.float32)
    for first in range(0, len(order), 64):
        chosen = order[first : first + 64]
        logits = reader(*tensors([examples[at] for at in chosen], pair_rows))
        made[chosen] = logits.float().softmax(1).numpy()
    reader.train()
    return made


def report(reader: Reader, sets: dict[str, list[Example]], pair_rows: PairRows) -> str:
    """Accuracy of each set; two-way for FEVER-Symmetric."""
    parts = []
    for name, examples in sorted(sets.items()):
        shares = answers(reader, examples, pair_rows)
        gold = np.array([one.label for one in examples])
        said = shares[:, :2].argmax(1) if name == "fever_symmetric" else shares.argmax(1)
        decided = shares[:, :2].max(1) > 0.9
        right = (shares[:, :2].argmax(1) == gold)[decided].mean() if decided.any() else float("nan")
        parts.append(
            f"  {name} ({len(gold)}): {(said == gold).mean():.3f}; over 0.9: {decided.mean():.3f} at {right:.3f}"
        )
    return "\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2.5e-4, help="of the first steps; it falls to nothing")
    parser.add_argument("--still", type=int, default=0, help="how many of the lowest layers are left as they are")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(2)
    pair_rows = PairRows(args.work / "pieces.json")
    train, dev = read_examples(args.work, pair_rows)
    dev |= kept_out(args.data, pair_rows)
    print({g: {label: len(found) for label, found in by.items()} for g, by in train.items()}, flush=True)
    reader = load_start(args.work / "start.pt").train()
    below = tuple(f"layers.{number}." for number in range(args.still))
    for name, weight in reader.named_parameters():
        weight.requires_grad_(not args.still or not name.startswith(("place", "side", "met", "norm", *below)))
    slow = [p for n, p in reader.named_parameters() if not n.startswith(("pool", "answer", "met"))]
    fast = [p for n, p in reader.named_parameters() if n.startswith(("pool", "answer", "met"))]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "lr": args.rate}, {"params": fast, "lr": 4 * args.rate}], weight_decay=0.01, fused=True
    )
    checkpoint, spent, step, told = args.work / "learn.checkpoint.pt", 0.0, 0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        reader.load_state_dict(state["reader"])
        optimiser.load_state_dict(state["optimiser"])
        spent, step = state["spent"], state["step"]
        told = int(spent / 60 / TELL)
    feed = batches(train, random.Random(step + 17))
    losses: list[float] = []
    begun = time.monotonic()
    while (done := (spent + time.monotonic() - begun) / 60 / args.minutes) < 1:
        scale = min(1.0, (step + 1) / 150) * (1 - done)
        for group, base in zip(optimiser.param_groups, (args.rate, 4 * args.rate), strict=True):
            group["lr"] = base * scale
        chosen = next(feed)
        logits = reader(*tensors(chosen, pair_rows))
        loss = loss_of(logits, torch.tensor([one.label for one in chosen]))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.item())
        step += 1
        if step % 100 == 0:
            print(step, f"loss {np.mean(losses[-100:]):.3f}", f"{spent + time.monotonic() - begun:.0f} s", flush=True)
        if step % 200 == 0:
            state = {
                "reader": reader.state_dict(),
                "optimiser": optimiser.state_dict(),
                "spent": spent + time.monotonic() - begun,
                "step": step,
            }
            torch.save(state, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").rename(checkpoint)
        if done * args.minutes > (told + 1) * TELL:
            told += 1
            print(report(reader, dev, pair_rows), flush=True)
    torch.save(reader.state_dict(), args.work / "learned.pt")
    print(report(reader, dev, pair_rows), flush=True)


if __name__ == "__main__":
    main()
