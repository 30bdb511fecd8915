"""Teaches the segmenter: `python -m training.segmenter.learn --work DIR --out OUT --seconds 75 --device cuda`.

Reads what `prepare` wrote and keeps it on the device. Everything from the first step to the last file written takes
`--seconds` at most. Writes a running mean of the weights, in half precision and files of at most 15 MB.
"""

import argparse
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from claims.bert import UNKNOWN, load_weights
from training.segmenter.kept import read_network, read_parts, save
from training.segmenter.network import Segmenter
from training.segmenter.report import counted
from training.segmenter.rows import Batch, grouped, loaded, started
from training.segmenter.told import told_by

#: The groups' shares of what is shown, whatever their size; within a group all languages are shown alike.
SHARES = {
    "written": 0.2,
    "noised": 0.35,
    "switched": 0.1,
    "propositions": 0.05,
    "propositions_switched": 0.1,
    "silver": 0.06,
    "silver_switched": 0.14,
    "unlabelled": 0.4,
}
OTHERS = ("propositions", "silver")  #: groups that begin so were not written for this and are shown at first only
LATE = 0.6  #: of the time, from which on only what was written for this is shown
UNTOLD = "propositions"  #: groups that begin so don't say who tells it
LOST = 0.08  #: pieces made unknown, at most, while learning
WARM = 0.05  #: of the time, until the rate is reached
HEADS_RATE = 4  #: times the rate of the encoder
WIDTH = 64  #: pieces of a sentence for which --batch counts
MEAN = 0.998
LOOKS = 8  #: at the development part while learning
SETTLED = 0.4  #: of the time, before which no mean is worth keeping
CLEARLY = 0.01  #: by which an earlier mean must be better than the last to be kept


def shares_of(groups: list[Batch], names: list[str], languages: int, without: list[str]) -> list[torch.Tensor]:
    """For each batch, how often each of its sentences is shown."""
    counts = np.zeros((len(names), languages))
    for one in groups:
        np.add.at(counts, (one.groups.cpu().numpy(), one.languages.cpu().numpy()), 1)
    present = np.maximum((counts > 0).sum(1, keepdims=True), 1)
    shares = np.array([[0.0 if name in without else SHARES.get(name, 0.0)] for name in names])
    each = torch.from_numpy(shares / present / np.maximum(counts, 1))
    return [each.to(one.ids.device)[one.groups, one.languages] for one in groups]


def loss_of(model: Segmenter, table: torch.Tensor, one: Batch, told: torch.Tensor) -> torch.Tensor:
    """Predicates wrong or missed, units wrongly in or out of the propositions; `told` where attribution is known."""
    lost = torch.rand(len(one.ids), 1, device=one.ids.device) * LOST
    ids = torch.where((torch.rand(one.ids.shape, device=one.ids.device) < lost) & (one.ids > UNKNOWN), UNKNOWN, one.ids)
    units = model.units(table[ids], ids, one.first, one.last)
    real, sure = one.units.float(), one.sure.float()
    missed = F.binary_cross_entropy_with_logits(model.predicates(units).float(), sure, reduction="none")
    members = model.members(units, one.anchors, one.units).float()
    wrong = F.binary_cross_entropy_with_logits(members, one.masks.float(), reduction="none")
    weighty = sure.gather(1, one.anchors) * one.props
    weight = (weighty[:, :, None] * real[:, None, :])[..., None]
    weight = torch.cat([weight, weight * told[:, None, None, None]], -1) / real.sum(1)[:, None, None, None]
    return 4 * (missed * real).sum() / real.sum() + (wrong * weight).sum() / weighty.sum().clamp(min=1)


def chosen(batches: list[Batch], wanted: Callable[[Batch], torch.Tensor]) -> list[Batch]:
    """Those of their sentences that are wanted, without batches that have none."""
    return [one[rows].trimmed() for one in batches if (rows := wanted(one)).any()]


class Learner:
    """The network, its data on the device, and the running mean of its weights."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        device = torch.device(args.device)
        arrays, first = loaded(args.work / "examples.xz"), loaded(args.work / "start.xz")
        if args.layers:
            first["layers"] = np.asarray(min(args.layers, int(first["layers"])))
        self.languages, names = [str(x) for x in arrays["language_names"]], [str(x) for x in arrays["group_names"]]
        self.model, self.table = started(first, args.drop, device)
        if args.go_on:
            before = read_parts(args.go_on) if args.go_on.is_dir() else load_weights(args.go_on)
            names_here = self.model.state_dict().keys()  # a packed file has the table besides
            self.model.load_state_dict({name: torch.from_numpy(before[name]) for name in names_here})
        self.mean = deepcopy(self.model).eval().requires_grad_(requires_grad=False)
        held, bare = names.index("dev"), names.index("unlabelled")
        everything = grouped(arrays, device)
        self.dev = chosen(everything, lambda one: one.groups == held)
        left = args.without_half or -1
        self.batches = chosen(
            everything, lambda one: (one.groups != held) & (one.groups != bare) & (one.halves != left)
        )  # fmt: skip
        self.half: AbstractContextManager[object] = (
            torch.autocast("cuda", torch.bfloat16) if device.type == "cuda" else nullcontext()
        )
        if args.teachers:
            teachers = [read_network(folder, device) for folder in args.teachers]
            with self.half:
                untold = chosen(everything, lambda one: one.groups == bare)
                self.batches += [told_by(teachers, self.table, one) for one in untold]
        self.told = torch.tensor([float(not name.startswith(UNTOLD)) for name in names], device=device)
        self.weights = shares_of(self.batches, names, len(self.languages), args.without)
        others = [name for name in names if name.startswith(OTHERS)]
        self.weights_late = shares_of(self.batches, names, len(self.languages), [*args.without, *others])
        self.sizes = [max(1, args.batch * WIDTH // one.ids.shape[1]) for one in self.batches]
        heads = [p for name, p in self.model.named_parameters() if not name.startswith(("place", "norm", "layers"))]
        body = [p for name, p in self.model.named_parameters() if name.startswith(("place", "norm", "layers"))]
        self.optimiser = torch.optim.AdamW(
            [{"params": body, "lr": 0.0}, {"params": heads, "lr": 0.0}],
            weight_decay=0.01,
            betas=(0.9, 0.98),
            fused=True,
        )
        self.kept, self.live = list(self.mean.state_dict().values()), list(self.model.state_dict().values())

    def order(self, weights: list[torch.Tensor]) -> list[int]:
        """Which length group each step takes."""
        chance = np.array([float(each.sum()) / size for each, size in zip(weights, self.sizes, strict=True)])
        rng = np.random.default_rng(self.args.seed)
        return [int(x) for x in rng.choice(len(self.batches), size=100_000, p=chance / chance.sum())]

    def step(self, which: int, number: int, rate: float, weights: torch.Tensor) -> torch.Tensor:
        """One step on sentences of one length group; the loss."""
        self.optimiser.param_groups[0]["lr"] = rate
        self.optimiser.param_groups[1]["lr"] = rate * HEADS_RATE
        chosen = self.batches[which][torch.multinomial(weights, self.sizes[which], replacement=True)]
        with self.half:
            loss = loss_of(self.model, self.table, chosen, self.told[chosen.groups])
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0, foreach=True)
        self.optimiser.step()
        with torch.no_grad():
            torch._foreach_lerp_(self.kept, self.live, 1 - min(MEAN, (1 + number) / (10 + number)))
        return loss.detach()

    def score(self) -> float:
        """Near F1 of the mean on the development part."""
        with self.half:
            return counted(self.mean, self.table, self.dev, self.languages, 0.5)["all"].near_f1()

    def lines(self) -> list[str]:
        """What the mean gets right, a line a language."""
        with self.half:
            found = counted(self.mean, self.table, self.dev, self.languages, 0.5)
        return [f"{name:>4}: {sums.line()}" for name, sums in found.items()]

    def learn(self, length: float, start: float) -> tuple[int, int]:
        """Steps for so many seconds from `start`, the rate falling to nothing; how many, and sentences shown."""
        early, late = self.order(self.weights), self.order(self.weights_late)
        best, best_score = deepcopy(self.mean.state_dict()), -1.0
        losses, since = torch.zeros((), device=self.table.device), 0
        number = shown = looks = 0
        while (done := (time.monotonic() - start) / length) < 1:
            order, weights = (early, self.weights) if done < LATE else (late, self.weights_late)
            which = order[number % len(order)]
            rate = self.args.rate * min(done / WARM, (1 - done) / (1 - WARM))
            losses += self.step(which, number, rate, weights[which])
            number, since, shown = number + 1, since + 1, shown + self.sizes[which]
            if done * LOOKS > looks + 1:
                looks += 1
                score = self.score()
                if score > best_score and done > SETTLED:
                    best, best_score = deepcopy(self.mean.state_dict()), score
                spent = time.monotonic() - start
                print(
                    f"{spent:6.1f} s, step {number}, loss {float(losses) / since:.3f}, near F1 {score:.3f}, "
                    f"{shown / spent:.0f} sentences/s",
                    flush=True,
                )
                losses, since = torch.zeros_like(losses), 0
        if self.score() < best_score - CLEARLY:
            self.mean.load_state_dict(best)
            print(f"an earlier mean is better and kept: {best_score:.3f}", flush=True)
        return number, shown


def main() -> None:
    begun = time.monotonic()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--layers", type=int, help="the lowest so many of those prepared")
    parser.add_argument("--reserve", type=float, default=3.0, help="seconds kept for the report and the files")
    parser.add_argument("--without", nargs="*", default=[], help="groups that are not shown")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--without-half", type=int, choices=(1, 2), help="1: the even articles are not shown, 2: the odd"
    )
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="what several learnt tells the unlabelled")
    parser.add_argument(
        "--go-on", type=Path, help="what to start from: a folder of an earlier learning, or a packed file"
    )
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    learner = Learner(args)
    print(
        f"ready in {time.monotonic() - begun:.1f} s: {sum(len(b.ids) for b in learner.batches)} sentences to learn "
        f"from, {sum(len(b.ids) for b in learner.dev)} kept back, "
        f"{sum(p.numel() for p in learner.model.parameters()) / 1e6:.1f} M weights",
        flush=True,
    )
    start = time.monotonic()
    steps, shown = learner.learn(args.seconds - args.reserve, start)
    lines = learner.lines()
    print(*lines, sep="\n", flush=True)
    about = {name: value for name, value in vars(args).items() if name not in {"work", "out", "go_on", "teachers"}}
    layers = len(learner.model.layers)
    save(learner.mean, args.out, {**about, "layers": layers, "steps": steps, "shown": shown, "report": lines})
    print(f"written after {time.monotonic() - start:.1f} s of {args.seconds:.0f}", flush=True)


if __name__ == "__main__":
    main()
