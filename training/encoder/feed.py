"""Pairs as tensors on the device that learns: rows are put together there, a batch of like lengths at a time."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from claims.bert import CLS, PAD, SEP
from evidence.encoder_rows import CLAIM_LONGEST, DIGIT_FOUND, DIGIT_MISSING, KINDS, LONGEST, SAME, UNMET

SHARES = {
    "labelled": 0.27,
    "facts": 0.05,
    "parallel": 0.16,
    "own": 0.10,
    "written": 0.20,
    "pages": 0.14,
    "switched": 0.08,
}
LABELS = (0.38, 0.31, 0.27, 0.04)  #: share of each label within a group
AHEAD = 24  #: batches that are drawn together and sorted by length
STEP = 16  #: lengths are rounded up to it

Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]  #: ids, sides, met, labels


class Feed:
    """The pairs of a `pairs.npz`, drawn from its groups by `shares`; `sets` are the dev sets by name."""

    def __init__(self, file: Path, device: str, seed: int, shares: dict[str, float] | None = None) -> None:
        stored = np.load(file)
        starts = stored["starts"].astype(np.int64)
        lengths = np.diff(starts)
        self._ids = torch.from_numpy(stored["ids"].astype(np.int32)).to(device)
        self._begins = torch.from_numpy(starts[:-1]).to(device)
        self._lengths = torch.from_numpy(lengths).to(device)
        self._digit = torch.from_numpy(stored["digit"]).to(device)
        self._blank = torch.from_numpy(stored["blank"]).to(device)
        self._rng = np.random.default_rng(seed)
        self._shares = SHARES | (shares or {})
        self._device = device
        train = stored["train"]
        train = train[(lengths[train[:, 0]] > 0) & (lengths[train[:, 1]] > 0)]
        self._long = np.minimum(lengths, CLAIM_LONGEST)[train[:, 0]] + lengths[train[:, 1]]
        self._train = train
        self._of = {
            (group, label): found
            for group, _ in enumerate(SHARES)
            for label in range(len(LABELS))
            if len(found := np.flatnonzero((train[:, 3] == group) & (train[:, 2] == label)))
        }
        self.sets: dict[str, np.ndarray] = {}
        at = 0
        for name, count in json.loads(str(stored["dev_names"])):
            self.sets[name] = stored["dev"][at : at + count]
            at += count

    def counts(self) -> dict[str, list[int]]:
        """How many pairs of each label the groups have."""
        return {
            name: [len(self._of.get((group, label), ())) for label in range(len(LABELS))]
            for group, name in enumerate(SHARES)
        }

    def batches(self, size: int) -> Iterator[Batch]:
        """Batches without end."""
        keys = list(self._of)
        weights = np.array([list(self._shares.values())[group] * LABELS[label] for group, label in keys])
        while True:
            drawn = self._rng.choice(len(keys), size * AHEAD, p=weights / weights.sum())
            chosen = np.concatenate(
                [self._rng.choice(self._of[keys[key]], (drawn == key).sum()) for key in range(len(keys))]
            )
            chosen = chosen[np.argsort(self._long[chosen] + self._rng.integers(0, 8, len(chosen)), kind="stable")]
            for at in self._rng.permutation(AHEAD):
                rows = self._train[chosen[at * size : (at + 1) * size]]
                yield *self.rows(rows[:, 0], rows[:, 1]), torch.from_numpy(rows[:, 2].astype(np.int64)).to(self._device)

    def rows(self, claims: np.ndarray, passages: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Ids, sides and kinds of meeting, [pairs, length] each, as `PairRows.of` makes them one by one."""
        claim, passage = (torch.from_numpy(numbers.astype(np.int64)).to(self._device) for numbers in (claims, passages))
        mine = self._lengths[claim].clamp(max=CLAIM_LONGEST)[:, None]
        theirs = torch.minimum(self._lengths[passage][:, None], LONGEST - 3 - mine)
        length = min(LONGEST, (int((mine + theirs).max()) + 2 + STEP) // STEP * STEP)
        place = torch.arange(length, device=self._device)[None]
        in_claim, in_passage = (place >= 1) & (place <= mine), (place >= mine + 2) & (place < mine + 2 + theirs)
        last = len(self._ids) - 1
        ids = torch.full((len(claims), length), PAD, dtype=torch.long, device=self._device)
        ids = torch.where(in_claim, self._ids[(self._begins[claim][:, None] + place - 1).clamp(0, last)].long(), ids)
        ids = torch.where(
            in_passage, self._ids[(self._begins[passage][:, None] + place - mine - 2).clamp(0, last)].long(), ids
        )
        ids[:, 0] = CLS
        ids = torch.where((place == mine + 1) | (place == mine + 2 + theirs), SEP, ids)
        sides = ((place >= mine + 2) & (place <= mine + 2 + theirs)).long()
        same = (ids[:, :, None] == ids[:, None, :]) & (
            (in_claim[:, :, None] & in_passage[:, None, :]) | (in_passage[:, :, None] & in_claim[:, None, :])
        )
        met = torch.where(same.any(2), SAME, UNMET)
        met = torch.where(self._digit[ids], torch.where(met == SAME, DIGIT_FOUND, DIGIT_MISSING), met)
        met = torch.where(self._blank[ids] | ~(in_claim | in_passage), UNMET, met)
        return ids, sides, met + KINDS * sides
