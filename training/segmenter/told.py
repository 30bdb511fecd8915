"""What several learnt networks see in sentences that nobody has taken apart: the mean of their chances."""

from dataclasses import fields, replace

import torch

from training.segmenter.network import Segmenter
from training.segmenter.rows import Batch

MOST = 12  #: predicates of a sentence
LEAST = 0.1  #: chance from which on something may be a predicate
TOGETHER = 512  #: sentences


@torch.no_grad()
def told_by(networks: list[Segmenter], table: torch.Tensor, batch: Batch) -> Batch:
    """The sentences with chances in place of propositions."""
    places = torch.arange(len(batch.ids), device=batch.ids.device).split(TOGETHER)
    parts = [_told(networks, table, batch[at]) for at in places]
    return Batch(*(torch.cat([getattr(part, field.name) for part in parts]) for field in fields(Batch)))


def _told(networks: list[Segmenter], table: torch.Tensor, one: Batch) -> Batch:
    rows = table[one.ids]
    units = [network.units(rows, one.ids, one.first, one.last) for network in networks]
    chances = [network.predicates(each).float().sigmoid() for network, each in zip(networks, units, strict=True)]
    sure = torch.stack(chances).mean(0) * one.units
    likely, anchors = sure.topk(min(MOST, sure.shape[1]), 1)
    members = [network.members(each, anchors, one.units) for network, each in zip(networks, units, strict=True)]
    masks = torch.stack([each.float().sigmoid() for each in members]).mean(0)
    return replace(one, anchors=anchors, props=likely > LEAST, masks=masks.half(), sure=sure.half())
