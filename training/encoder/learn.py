"""Teaches the network to tell support, refutation and neither: `python -m training.encoder.learn --work DIR`.

Reads `pairs.npz` and `start.pt`, or its own checkpoint, and stops when `--minutes` of learning, over all its starts,
are used up. What comes out is the running mean of the weights, in `learned.pt`; it prints what that gets right on the
dev sets and on sets kept for evaluation. Needs torch and numpy only, so that it runs wherever a GPU is lent.
"""

import argparse
import time
from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from training.encoder.feed import SHARES, Feed
from training.encoder.network import Reader, load_start

COARSE_FROM = 0.5  #: share of the time after which matrices act as they will be packed
MEAN = 0.998  #: of the running mean of the weights, a step
SAVED = 100  #: steps between two checkpoints
HEAD = ("pool", "answer", "met", "side")  #: new parts, taught faster


def loss_of(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross entropy; where only "not supported" is known, minus the log of one minus the share of support."""
    logs = F.log_softmax(logits.float(), dim=1)
    known = labels < 3
    sure = F.nll_loss(logs, labels.clamp(max=2), reduction="none")
    half = -torch.log1p(-logs[:, 0].exp().clamp(max=1 - 1e-6))
    return torch.where(known, sure, half).mean()


@torch.no_grad()
def answers(reader: Reader, feed: Feed, rows: np.ndarray, size: int) -> np.ndarray:
    """The three shares of each pair, in the order given."""
    made = [
        reader(*feed.rows(part[:, 0], part[:, 1])).float().softmax(1).cpu().numpy()
        for part in (rows[at : at + size] for at in range(0, len(rows), size))
    ]
    return np.concatenate(made)


def report(reader: Reader, feed: Feed, size: int) -> str:
    """Accuracy of each set, and of the pairs that are supported or refuted how many point the right way."""
    reader.eval()
    lines = []
    for name, rows in feed.sets.items():
        shares, gold = answers(reader, feed, rows, size), rows[:, 2]
        says = gold < 2
        way = (shares[says, :2].argmax(1) == gold[says]).mean() if says.any() else float("nan")
        sure = shares[:, :2].max(1) > 0.9
        right = (shares[sure, :2].argmax(1) == gold[sure]).mean() if sure.any() else float("nan")
        lines.append(
            f"  {name} ({len(gold)}): {(shares.argmax(1) == gold).mean():.3f}; way {way:.3f}; "
            f"over 0.9: {sure.mean():.3f} at {right:.3f}"
        )
    return "\n".join(lines)


class Learner:
    """The network being taught, its running mean, and where it stands."""

    def __init__(self, work: Path, device: str, rate: float, still: int, warm: int) -> None:
        self.reader = load_start(work / "start.pt").to(device).train()
        below = tuple(f"layers.{number}." for number in range(still))
        for name, weight in self.reader.named_parameters():
            weight.requires_grad_(not still or not name.startswith(("place", "norm", *below)))
        self.mean = deepcopy(self.reader).eval()
        named = [(n, p) for n, p in self.reader.named_parameters() if p.requires_grad]
        self._pairs = [(dict(self.mean.named_parameters())[n].data, p.data) for n, p in named]
        groups = [[p for n, p in named if n.startswith(HEAD) == head] for head in (False, True)]
        self._rates, self._warm = (rate, 3 * rate), warm
        self.optimiser = torch.optim.AdamW(
            [{"params": group, "lr": rate} for group in groups], weight_decay=0.01, betas=(0.9, 0.98), fused=True
        )
        self.spent, self.step = 0.0, 0
        self._file = work / "learn.checkpoint.pt"
        if self._file.exists():
            state = torch.load(self._file, weights_only=True, map_location=device)
            self.reader.load_state_dict(state["reader"])
            self.mean.load_state_dict(state["mean"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.spent, self.step = state["spent"], state["step"]

    def learn(self, batch: tuple[torch.Tensor, ...], done: float, *, half: bool) -> torch.Tensor:
        """One step; the loss."""
        scale = min(1.0, (self.step + 1) / self._warm) * (1 - done)
        for group, rate in zip(self.optimiser.param_groups, self._rates, strict=True):
            group["lr"] = rate * scale
        *rows, labels = batch
        with torch.autocast(labels.device.type, torch.bfloat16, enabled=half):
            logits = self.reader(*rows)
        loss = loss_of(logits, labels)
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        far = min(MEAN, (self.step + 1) / (self.step + 10))
        torch._foreach_lerp_([a for a, _ in self._pairs], [b for _, b in self._pairs], 1 - far)
        return loss.detach()

    def save(self, spent: float) -> None:
        """Write the checkpoint."""
        state = {"reader": self.reader.state_dict(), "mean": self.mean.state_dict(), "spent": spent, "step": self.step,
                 "optimiser": self.optimiser.state_dict()}  # fmt: skip
        torch.save(state, self._file.with_suffix(".part"))
        self._file.with_suffix(".part").rename(self._file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--rate", type=float, default=1e-4, help="of the first steps; it falls to nothing")
    parser.add_argument("--still", type=int, default=0, help="how many of the lowest layers are left as they are")
    parser.add_argument("--warm", type=int, default=300, help="steps until the rate is reached")
    parser.add_argument("--share", nargs="*", default=[], metavar="GROUP=SHARE", help="other than in feed.SHARES")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(2)
    shares = {group: float(share) for group, share in (one.split("=") for one in args.share)}
    if unknown := sorted(set(shares) - set(SHARES)):
        parser.error(f"--share names no group of pairs: {', '.join(unknown)}; there are {', '.join(SHARES)}")
    learner = Learner(args.work, args.device, args.rate, args.still, args.warm)
    feed = Feed(args.work / "pairs.npz", args.device, learner.step + 17, shares)
    print(feed.counts(), flush=True)
    losses: list[torch.Tensor] = []
    coarse = False
    begun = time.monotonic()
    for batch in feed.batches(args.batch):
        spent = learner.spent + time.monotonic() - begun
        if (done := spent / 60 / args.minutes) >= 1:
            break
        if done >= COARSE_FROM and not coarse:
            learner.reader.coarsen()
            coarse = True
        losses.append(learner.learn(batch, done, half=args.device != "cpu"))
        if learner.step % 50 == 0:
            print(learner.step, f"loss {torch.stack(losses[-50:]).mean():.3f}", f"{spent:.0f} s", flush=True)
        if learner.step % SAVED == 0:
            learner.save(spent)
    learner.mean.coarsen()
    torch.save(learner.mean.state_dict(), args.work / "learned.pt")
    print(report(learner.mean, feed, 4 * args.batch), flush=True)


if __name__ == "__main__":
    main()
