"""The network that `choose` teaches: candidates against the units of their sentence, see `claims/statements.py`."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from claims.choice import NAMES, Looked
from claims.segmenter import EPSILON, Seen
from claims.statements import FAR, HEADS, SIGNS, anchors_of, signs_of
from training.encoder.network import WIDTH

NUMBERS, REACH, DROP = 96, 5, 0.25
LEVELS = (0.8, 0.95)  #: shares of common words with a written proposition, from which on a candidate is right
TOGETHER = 160  #: candidates of a step, about
ROUNDS, RATE, WARM, DECAY, MEAN = 6, 1.5e-3, 100, 0.02, 0.995


@dataclass(slots=True)
class Row:
    """A sentence's candidates as numbers, and their likeness to what was written."""

    units: np.ndarray  #: [units, WIDTH]
    inside: np.ndarray  #: [candidates, units]
    signs: np.ndarray  #: [candidates, units, SIGNS]
    anchors: np.ndarray  #: [candidates], -1 for none
    numbers: np.ndarray  #: [candidates, NAMES]
    alike: np.ndarray  #: [candidates]

    @classmethod
    def of(cls, seen: Seen, looked: Looked, alike: np.ndarray) -> "Row":
        """What is kept of a sentence, in half precision."""
        mains = np.array(looked.mains, int)
        signs = signs_of(seen, looked.inside, mains).astype(np.float16)
        units = seen.units.astype(np.float16)
        return cls(units, looked.inside, signs, anchors_of(seen, mains), looked.numbers, alike)


class Network(nn.Module):
    """[candidates, what is said of each]: as `claims.statements.Beside` reads it, before it is made a share."""

    def __init__(self, signs: int = SIGNS, figures: int = len(NAMES), said: int = len(LEVELS)) -> None:
        super().__init__()
        d = NUMBERS
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.unit, self.mark, self.sign = nn.Linear(WIDTH, d), nn.Embedding(2, d), nn.Linear(signs, d)
        self.distance = nn.Embedding(2 * FAR + 1, d)
        self.around = nn.Conv1d(d, d, REACH, padding=REACH // 2)
        self.norm1, self.norm2 = nn.LayerNorm(d, eps=EPSILON), nn.LayerNorm(d, eps=EPSILON)
        self.qkv, self.out, self.up, self.down = (
            nn.Linear(d, 3 * d), nn.Linear(d, d), nn.Linear(d, 2 * d), nn.Linear(2 * d, d),
        )  # fmt: skip
        self.first, self.last = nn.Linear(4 * d + figures, 128), nn.Linear(128, said)
        self.register_buffer("mean", torch.zeros(figures))
        self.register_buffer("scale", torch.ones(figures))
        for table in (self.mark, self.distance):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        """What is said of each candidate: at each level, how surely it is a statement."""

        def drop(x: torch.Tensor) -> torch.Tensor:
            return F.dropout(x, DROP, self.training)

        def gelu(x: torch.Tensor) -> torch.Tensor:
            return F.gelu(x, approximate="tanh")

        inside, real, anchors = batch["inside"], batch["real"], batch["anchors"]
        count, length = inside.shape
        rows, known = torch.arange(count), (anchors >= 0)[:, None]
        at = anchors.clamp(min=0)
        x = self.unit(drop(self.norm(batch["units"])))[batch["sentence"]] + self.mark(inside.long())
        x = x + self.sign(batch["signs"])
        far = (torch.arange(length)[None] - at[:, None]).clamp(-FAR, FAR) + FAR
        x = (x + self.distance(far) * known[..., None]) * real[..., None]
        x = x + gelu(self.around(x.transpose(1, 2)).transpose(1, 2))
        q, k, v = self.qkv(self.norm1(x)).reshape(count, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=real[:, None, None, :])
        x = x + drop(self.out(mixed.transpose(1, 2).flatten(2)))
        x = x + drop(self.down(drop(gelu(self.up(self.norm2(x))))))
        held, rest = (inside & real)[..., None], (~inside & real)[..., None]
        within = (x * held).sum(1) / held.sum(1).clamp(min=1)
        without = (x * rest).sum(1) / rest.sum(1).clamp(min=1)
        most = torch.where(held, x, -1e4).amax(1) * held.any(1)
        numbers = (batch["numbers"] - self.mean) / self.scale
        whole = torch.cat([within, without, x[rows, at] * known, most, numbers], -1)
        made: torch.Tensor = self.last(drop(gelu(self.first(whole))))
        return made


def batch_of(rows: list[Row]) -> dict[str, torch.Tensor]:
    """Some sentences side by side."""
    length, count = max(len(one.units) for one in rows), sum(len(one.inside) for one in rows)
    made = {
        "units": np.zeros((len(rows), length, WIDTH), np.float32),
        "sentence": np.repeat(np.arange(len(rows)), [len(one.inside) for one in rows]),
        "inside": np.zeros((count, length), bool),
        "real": np.zeros((count, length), bool),
        "signs": np.zeros((count, length, rows[0].signs.shape[-1]), np.float32),
        "anchors": np.concatenate([one.anchors for one in rows]),
        "numbers": np.concatenate([one.numbers for one in rows]),
        "right": np.stack([np.concatenate([one.alike for one in rows]) >= level for level in LEVELS], 1),
    }
    at = 0
    for number, one in enumerate(rows):
        here, n = slice(at, at + len(one.inside)), len(one.units)
        made["units"][number, :n] = one.units
        made["inside"][here, :n], made["real"][here, :n], made["signs"][here, :n] = one.inside, True, one.signs
        at += len(one.inside)
    return {name: torch.from_numpy(array) for name, array in made.items()}


def batches_of(rows: list[Row], rng: np.random.Generator) -> list[list[Row]]:
    """Sentences of like lengths side by side, in any order."""
    made: list[list[Row]] = [[]]
    for one in sorted((one for one in rows if len(one.inside)), key=lambda one: len(one.units) + rng.random() * 6):
        if sum(len(other.inside) for other in made[-1]) >= TOGETHER:
            made.append([])
        made[-1].append(one)
    rng.shuffle(made)
    return made


def taught(rows: list[Row], seed: int) -> Network:
    """A network taught on some sentences: the running mean of its weights."""
    torch.manual_seed(seed)
    rng, network = np.random.default_rng(seed), Network()
    numbers = np.concatenate([one.numbers for one in rows])
    network.mean.copy_(torch.from_numpy(numbers.mean(0)))
    network.scale.copy_(torch.from_numpy(numbers.std(0) + 1e-6))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    mean = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(MEAN))
    steps, number = ROUNDS * len(batches_of(rows, rng)), 0
    for turn in range(ROUNDS):
        lost = 0.0
        for held in batches_of(rows, rng):
            batch = batch_of(held)
            optimiser.param_groups[0]["lr"] = RATE * min(1.0, number / WARM) * max(0.02, 1 - number / steps)
            loss = F.binary_cross_entropy_with_logits(network(batch), batch["right"].float())
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            mean.update_parameters(network)
            lost, number = lost + loss.item(), number + 1
        print(f"round {turn + 1} of {ROUNDS}, loss {lost * ROUNDS / steps:.4f}", flush=True)
    made: Network = mean.module.eval()
    return made


def chances_of(network: Network, rows: list[Row]) -> list[np.ndarray]:
    """For each sentence the chance of each candidate, as `claims.statements` gives it."""
    with torch.no_grad():
        return [
            torch.sigmoid(network(batch_of([one]))).mean(-1).numpy() if len(one.inside) else np.zeros(0, np.float32)
            for one in rows
        ]
