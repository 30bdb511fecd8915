"""The prepared files as tensors on the device, in groups of like length."""

import io
import lzma
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from claims.bert import PAD, widened
from training.encoder.base import first_layers
from training.segmenter.network import Segmenter

BOUNDS = (32, 48, 64, 80, 104, 136, 192)  #: pieces; a sentence is filled up to the next of them
Array = npt.NDArray[Any]


def _even(units: int) -> int:
    """As many units or a few more, for the device's kernels like multiples of eight."""
    return -(-units // 8) * 8


@dataclass(slots=True)
class Batch:
    """Sentences side by side."""

    ids: torch.Tensor  #: [n, pieces]
    first: torch.Tensor  #: [n, units]: the unit's first piece
    last: torch.Tensor
    units: torch.Tensor  #: [n, units], true where there is one
    anchors: torch.Tensor  #: [n, propositions]: the unit that is the predicate
    props: torch.Tensor  #: [n, propositions], true where there is one
    masks: torch.Tensor  #: [n, propositions, units, 2] chance of content and of attribution
    sure: torch.Tensor  #: [n, units] chance of a predicate
    languages: torch.Tensor
    groups: torch.Tensor
    halves: torch.Tensor

    def __getitem__(self, at: torch.Tensor) -> "Batch":
        """Some of its sentences."""
        return Batch(*(getattr(self, field.name)[at] for field in fields(self)))

    def trimmed(self) -> "Batch":
        """Without the columns that no sentence of it uses; asks the device, so not for use at every step."""
        units, props = _even(int(self.units.sum(1).max())), max(1, int(self.props.sum(1).max()))
        return Batch(
            self.ids, self.first[:, :units], self.last[:, :units], self.units[:, :units], self.anchors[:, :props],
            self.props[:, :props], self.masks[:, :props, :units], self.sure[:, :units], self.languages, self.groups,
            self.halves,
        )  # fmt: skip


def loaded(path: Path) -> dict[str, Array]:
    """The arrays of a prepared file."""
    with np.load(io.BytesIO(lzma.decompress(path.read_bytes())), allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def grouped(arrays: dict[str, Array], device: torch.device) -> list[Batch]:
    """All sentences, those of one length group as one batch."""
    counts = arrays["id_counts"].astype(np.int64)
    units, props = arrays["unit_counts"].astype(np.int64), arrays["anchor_counts"].astype(np.int64)
    id_at, unit_at, prop_at, mask_at = (
        np.concatenate([[0], np.cumsum(each)]) for each in (counts, units, props, units * props)
    )
    made = []
    for low, high in zip((0, *BOUNDS), BOUNDS, strict=False):
        rows = np.flatnonzero((counts > low) & (counts <= high))
        if not len(rows):
            continue
        n, widest, most = len(rows), _even(int(units[rows].max())), max(1, int(props[rows].max()))
        ids = np.full((n, high), PAD, np.int64)
        first, last = np.zeros((2, n, widest), np.int64)
        anchors = np.zeros((n, most), np.int64)
        masks = np.zeros((n, most, widest), np.uint8)
        sure = np.zeros((n, widest), np.uint8)
        for k, row in enumerate(rows):
            u, p = units[row], props[row]
            ids[k, : counts[row]] = arrays["ids"][id_at[row] : id_at[row + 1]]
            first[k, :u] = arrays["first"][unit_at[row] : unit_at[row + 1]]
            last[k, :u] = arrays["last"][unit_at[row] : unit_at[row + 1]]
            anchors[k, :p] = arrays["anchors"][prop_at[row] : prop_at[row + 1]]
            masks[k, :p, :u] = arrays["masks"][mask_at[row] : mask_at[row + 1]].reshape(p, u)
            sure[k, anchors[k, :p]] = 1
        tensors = [
            ids,
            first,
            last,
            np.arange(widest) < units[rows][:, None],
            anchors,
            np.arange(most) < props[rows][:, None],
            np.stack([masks & 1, masks >> 1], -1).astype(np.float16),
            sure.astype(np.float16),
            *(arrays[name][rows].astype(np.int64) for name in ("languages", "groups", "halves")),
        ]
        made.append(Batch(*(torch.from_numpy(np.ascontiguousarray(each)).to(device) for each in tensors)))
    return made


def started(arrays: dict[str, Array], drop: float, device: torch.device) -> tuple[Segmenter, torch.Tensor]:
    """The network with the weights to start from, and the table's rows."""

    def take(name: str) -> Array:
        if name in arrays:
            return arrays[name].astype(np.float32)
        return widened(arrays[f"{name}.nibbles"], arrays[f"{name}.scales"])

    model = Segmenter(int(arrays["layers"]), drop)
    state = model.state_dict()
    flat = first_layers(take, int(arrays["layers"]))
    flat |= {"place.weight": take("emb.pos"), "norm.weight": take("emb.ln.w"), "norm.bias": take("emb.ln.b")}
    for name, array in flat.items():
        state[name] = torch.from_numpy(array).view_as(state[name])
    model.load_state_dict(state)
    table = widened(arrays["table.nibbles"], arrays["table.scales"])
    return model.to(device), torch.from_numpy(table).to(device)
