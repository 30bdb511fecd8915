"""Trains the token table: `python -m training.embedder.train --work DIR --steps N`.

A text is the mean of its tokens' vectors. Three things are asked of the table: that a pair's two
sides lie together (contrast within the batch), that both lie where the teacher puts the English
side, and that a pair is also found by late interaction (MaxSim over the token vectors), with
negatives from the same source. Checkpoints are kept; the same command resumes.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from training.embedder.tokens import Corpus, Ragged, load_corpus
from training.embedder.weights import weight_of

BATCH = 1024
LATE_BATCH = 56
LATE_LEFT, LATE_RIGHT = 16, 40
TAU = 0.05
DROPOUT = 0.15
SEED = 20261123


def load_teacher(corpus: Corpus, work: Path, dims: int) -> tuple[npt.NDArray[np.int32], torch.Tensor]:
    """For each text its row in the teacher's matrix or -1, and the matrix, reduced by PCA."""
    texts = (work / "teacher" / "texts.txt").read_text(encoding="utf-8").split("\n")
    blocks, rows = [], np.full(len(corpus.numbers), -1, dtype=np.int32)
    done = 0
    for path in sorted((work / "teacher").glob("*.npy")):
        first = int(path.stem) * 4096
        block = np.load(path)
        for i, text in enumerate(texts[first : first + len(block)]):
            number = corpus.numbers.get(text)
            if number is not None:
                rows[number] = done + i
        blocks.append(block)
        done += len(block)
    matrix = torch.from_numpy(np.concatenate(blocks).astype(np.float32))
    sample = matrix[torch.randperm(len(matrix), generator=torch.Generator().manual_seed(1))[:60_000]]
    mean = sample.mean(0)
    _, vectors = torch.linalg.eigh((sample - mean).T @ (sample - mean) / len(sample))
    # No mean is taken away afterwards: the cosine of the teacher is about the origin.
    basis = vectors.flip(1)[:, :dims].contiguous()
    reduced = F.normalize(matrix @ basis, dim=1)
    print(f"teacher: {len(matrix)} texts, {(matrix @ basis).pow(2).sum(1).mean():.3f} of the length kept")
    return rows, reduced.half()


def thinned(texts: Ragged, rows: npt.NDArray[np.int32], rng: np.random.Generator) -> list[npt.NDArray[np.int32]]:
    """The ids of each row, some left out at random."""
    kept = []
    for row in rows:
        ids = texts.row(int(row))
        if len(ids) > 2:
            stay = rng.random(len(ids)) >= DROPOUT
            ids = ids[stay] if stay.any() else ids
        kept.append(ids)
    return kept


def pooled(table: torch.Tensor, places: npt.NDArray[np.int64], lengths: Sequence[int]) -> torch.Tensor:
    """The mean of each run of rows of the table, scaled to length 1."""
    offsets = torch.from_numpy(np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64))
    return F.normalize(F.embedding_bag(torch.from_numpy(places), table, offsets, mode="mean"), dim=1)


def contrast(a: torch.Tensor, b: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """InfoNCE both ways; `same` marks cells off the diagonal that are no negatives."""
    scores = (a @ b.T / TAU).masked_fill(same, -1e4)
    target = torch.arange(len(a))
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


def padded(texts: Ragged, rows: npt.NDArray[np.int32], most: int, rng: np.random.Generator) -> torch.Tensor:
    """Ids in a rectangle, -1 where a row is shorter; of longer rows a random stretch."""
    cut = []
    for row in rows:
        ids = texts.row(int(row))
        start = int(rng.integers(0, len(ids) - most + 1)) if len(ids) > most else 0
        cut.append(ids[start : start + most])
    out = np.full((len(rows), max(1, *(len(c) for c in cut))), -1, dtype=np.int64)
    for i, ids in enumerate(cut):
        out[i, : len(ids)] = ids
    return torch.from_numpy(out)


def late_contrast(table: torch.Tensor, left: torch.Tensor, right: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """InfoNCE over sum_q |v_q| max_p cos(v_q, v_p) / sum_q |v_q|: token length is learned weight."""
    q, p = F.embedding(left.clamp(min=0), table), F.embedding(right.clamp(min=0), table)
    weight = q.norm(dim=2) * (left >= 0)
    n, lq, d = q.shape
    cosines = F.normalize(q, dim=2).reshape(n * lq, d) @ F.normalize(p, dim=2).reshape(-1, d).T
    cosines = cosines.reshape(n, lq, len(right), -1).masked_fill((right < 0)[None, None], -1.0)
    best = cosines.amax(3)
    scores = (best * weight[:, :, None]).sum(1) / weight.sum(1, keepdim=True).clamp(min=1e-6)
    scores = (scores / TAU).masked_fill(same, -1e4)
    target = torch.arange(n)
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


class Sampler:
    """Draws pairs: a source by its weight, then a row of it."""

    def __init__(self, corpus: Corpus) -> None:
        lengths = np.diff(corpus.texts.starts)
        usable = (lengths[corpus.left] > 0) & (lengths[corpus.right] > 0)
        order = np.argsort(corpus.group, kind="stable")
        order = order[usable[order]]
        bounds = np.searchsorted(corpus.group[order], np.arange(len(corpus.groups) + 1))
        self.rows = [order[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
        weights = np.array([weight_of(g[1], g[2], len(r)) if len(r) else 0.0 for g, r in zip(corpus.groups, self.rows, strict=True)])
        self.weights = weights / weights.sum()
        large = weights * np.array([len(r) >= LATE_BATCH * 4 for r in self.rows])
        # Late interaction learns most from sentences: question sets four times, word lists half.
        boost = np.array([4.0 if g[0] == "ask" else 1.0 for g in corpus.groups])
        self.late_weights = large * boost / (large * boost).sum()

    def draw(self, rng: np.random.Generator, size: int) -> npt.NDArray[np.int64]:
        """Row numbers over all sources."""
        counts = rng.multinomial(size, self.weights)
        picks = [r[rng.integers(0, len(r), n)] for r, n in zip(self.rows, counts, strict=True) if n]
        return np.concatenate(picks)

    def draw_one_source(self, rng: np.random.Generator, size: int) -> npt.NDArray[np.int64]:
        """Row numbers of one source, so that negatives are of its subject and register."""
        rows = self.rows[int(rng.choice(len(self.rows), p=self.late_weights))]
        return rows[rng.integers(0, len(rows), size)]


def same_text(left: npt.NDArray[np.int32], right: npt.NDArray[np.int32]) -> torch.Tensor:
    """Cells off the diagonal whose pair shares a side with the row's: not negatives."""
    same = (right[:, None] == right[None]) | (left[:, None] == left[None])
    np.fill_diagonal(same, val=False)
    return torch.from_numpy(same)


class Batch:
    """The pairs of one step, and those rows of the table that they use."""

    def __init__(self, corpus: Corpus, sampler: Sampler, rng: np.random.Generator) -> None:
        rows = sampler.draw(rng, BATCH)
        self.left, self.right = corpus.left[rows], corpus.right[rows]
        self.is_pair = np.array([corpus.groups[g][0] == "pair" for g in corpus.group[rows]])
        sides = [thinned(corpus.texts, side, rng) for side in (self.left, self.right)]
        rows = sampler.draw_one_source(rng, LATE_BATCH)
        self.late_left, self.late_right = corpus.left[rows], corpus.right[rows]
        late = [padded(corpus.texts, self.late_left, LATE_LEFT, rng), padded(corpus.texts, self.late_right, LATE_RIGHT, rng)]
        flat = np.concatenate([*sides[0], *sides[1], *(x.numpy().ravel() for x in late)])
        # Working on the rows in use makes a step four times faster than on the whole table.
        self.used, places = np.unique(flat, return_inverse=True)
        self.lengths = [[len(ids) for ids in side] for side in sides]
        ends = np.cumsum([sum(self.lengths[0]), sum(self.lengths[1]), late[0].numel(), late[1].numel()])
        parts = np.split(places, ends[:-1])
        self.sides = parts[:2]
        missing = [x < 0 for x in late]
        self.late = [torch.from_numpy(p).reshape(x.shape).masked_fill(m, -1) for p, x, m in zip(parts[2:], late, missing, strict=True)]


def step_loss(
    rows_used: torch.Tensor, batch: Batch, teacher_rows: npt.NDArray[np.int32], teacher: torch.Tensor, late: float
) -> torch.Tensor:
    """The loss of one batch over the rows of the table that it uses."""
    left, right = batch.left, batch.right
    a, b = (pooled(rows_used, batch.sides[i], batch.lengths[i]) for i in (0, 1))
    loss = contrast(a, b, same_text(left, right))
    goals = (np.where(batch.is_pair, teacher_rows[right], teacher_rows[left]), teacher_rows[right])
    for side, target in zip((a, b), goals, strict=True):
        known = np.flatnonzero(target >= 0)
        if len(known) < 2:
            continue
        goal = teacher[torch.from_numpy(target[known].astype(np.int64))].float()
        mine = side[torch.from_numpy(known)]
        loss = loss + 4 * len(known) / BATCH * (1 - (mine * goal).sum(1)).mean()
        loss = loss + 0.25 * len(known) / BATCH * contrast(mine, goal, same_text(target[known], target[known]))
    if late:
        same = same_text(batch.late_left, batch.late_right)
        loss = loss + late * late_contrast(rows_used, batch.late[0], batch.late[1], same)
    return loss


def main() -> None:
    """Train, resume where a checkpoint lies, write `table.npy`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", default="table")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--dims", type=int, default=256)
    parser.add_argument("--rate", type=float, default=0.02)
    parser.add_argument("--late", type=float, default=0.5)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    corpus = load_corpus(args.work)
    print(f"{len(corpus.left)} pairs over {len(corpus.texts)} texts, {len(corpus.texts.ids)} tokens", flush=True)
    teacher_rows, teacher = load_teacher(corpus, args.work, args.dims)
    sampler = Sampler(corpus)
    size = int(corpus.texts.ids.max()) + 1
    generator = torch.Generator().manual_seed(SEED)
    table = torch.nn.Parameter(torch.randn(size, args.dims, generator=generator) * 0.05)
    optimiser = torch.optim.Adam([table], lr=args.rate, fused=True)  # SparseAdam was 3.7 times slower
    table.grad = gradient = torch.zeros_like(table.data)
    average, averaged, first = torch.zeros_like(table.data), 0, 0
    checkpoint = args.work / f"{args.out}.checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        table.data.copy_(state["table"])
        optimiser.load_state_dict(state["optimiser"])
        average, averaged, first = state["average"], state["averaged"], state["step"]
    start, losses = time.monotonic(), []
    for step in range(first, args.steps):
        rng = np.random.default_rng([SEED, step])  # a resumed run draws what it would have drawn
        for parameters in optimiser.param_groups:
            parameters["lr"] = args.rate * (1 - step / args.steps) * min(1.0, (step + 1) / 50)
        batch = Batch(corpus, sampler, rng)
        used = torch.from_numpy(np.maximum(batch.used, 0))
        rows_used = table.data[used].requires_grad_()
        loss = step_loss(rows_used, batch, teacher_rows, teacher, args.late)
        loss.backward()
        gradient.zero_()
        gradient.index_add_(0, used, rows_used.grad if rows_used.grad is not None else rows_used * 0)
        optimiser.step()
        losses.append(loss.item())
        if step >= args.steps // 2 and step % 10 == 0:
            average += table.data
            averaged += 1
        if (step + 1) % 50 == 0:
            print(step + 1, f"loss {np.mean(losses[-100:]):.3f}", f"{time.monotonic() - start:.0f} s", flush=True)
        if (step + 1) % 500 == 0:
            torch.save({"table": table.data, "optimiser": optimiser.state_dict(), "average": average,
                        "averaged": averaged, "step": step + 1}, checkpoint)  # fmt: skip
    final = average / averaged if averaged else table.data
    np.save(args.work / f"{args.out}.npy", final.numpy())


if __name__ == "__main__":
    main()
