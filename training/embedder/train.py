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

from training.embedder.batches import Batch, Sampler
from training.embedder.tokens import Corpus, load_corpus

TAU = 0.05
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


def pooled(table: torch.Tensor, places: npt.NDArray[np.int64], lengths: Sequence[int]) -> torch.Tensor:
    """The mean of each run of rows of the table, scaled to length 1."""
    offsets = torch.from_numpy(np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64))
    return F.normalize(F.embedding_bag(torch.from_numpy(places), table, offsets, mode="mean"), dim=1)


def contrast(a: torch.Tensor, b: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """InfoNCE both ways; `same` marks cells off the diagonal that are no negatives."""
    scores = (a @ b.T / TAU).masked_fill(same, -1e4)
    target = torch.arange(len(a))
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


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


def same_text(left: npt.NDArray[np.int32], right: npt.NDArray[np.int32]) -> torch.Tensor:
    """Cells off the diagonal whose pair shares a side with the row's: not negatives."""
    same = (right[:, None] == right[None]) | (left[:, None] == left[None])
    np.fill_diagonal(same, val=False)
    return torch.from_numpy(same)


def step_loss(
    rows_used: torch.Tensor,
    batch: Batch,
    teacher_rows: npt.NDArray[np.int32],
    teacher: torch.Tensor,
    late: float,
) -> torch.Tensor:
    """The loss of one batch over the rows of the table that it uses."""
    left, right = batch.left, batch.right
    a, b, part, passage = (pooled(rows_used, batch.bags[i], batch.lengths[i]) for i in range(4))
    loss = contrast(a, b, same_text(left, right))
    loss = loss + 0.5 * contrast(part, passage, same_text(batch.part, batch.passage))
    goals = (np.where(batch.is_pair, teacher_rows[right], teacher_rows[left]), teacher_rows[right])
    for side, target in zip((a, b), goals, strict=True):
        known = np.flatnonzero(target >= 0)
        if len(known) < 2:
            continue
        goal = teacher[torch.from_numpy(target[known].astype(np.int64))].float()
        mine = side[torch.from_numpy(known)]
        share = len(known) / len(left)
        loss = loss + 4 * share * (1 - (mine * goal).sum(1)).mean()
        loss = loss + 0.25 * share * contrast(mine, goal, same_text(target[known], target[known]))
    same = same_text(batch.late_left, batch.late_right)
    return loss + late * late_contrast(rows_used, batch.late[0], batch.late[1], same)


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
        rows_used = table.data[batch.used].requires_grad_()
        loss = step_loss(rows_used, batch, teacher_rows, teacher, args.late)
        torch.autograd.backward(loss)
        gradient.zero_()
        assert rows_used.grad is not None
        gradient.index_add_(0, batch.used, rows_used.grad)
        optimiser.step()
        losses.append(loss.item())
        if step >= args.steps // 2 and step % 10 == 0:
            average += table.data
            averaged += 1
        if (step + 1) % 50 == 0:
            print(
                step + 1,
                f"loss {np.mean(losses[-100:]):.3f}",
                f"{time.monotonic() - start:.0f} s",
                flush=True,
            )
        if (step + 1) % 500 == 0:
            torch.save({"table": table.data, "optimiser": optimiser.state_dict(), "average": average,
                        "averaged": averaged, "step": step + 1}, checkpoint)  # fmt: skip
    final = average / averaged if averaged else table.data
    np.save(args.work / f"{args.out}.npy", final.numpy())


if __name__ == "__main__":
    main()
