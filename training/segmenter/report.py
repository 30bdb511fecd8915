"""What the segmenter gets right on the development part, a line a language."""

from collections import defaultdict
from dataclasses import dataclass

import torch

from training.segmenter.network import Segmenter
from training.segmenter.rows import Batch


@dataclass(slots=True)
class Counts:
    """Sums over the sentences of a language."""

    sentences: int = 0
    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    near: int = 0
    token_f1: float = 0.0
    told: int = 0  #: units of attribution in the gold
    telling: int = 0
    both: int = 0

    def near_f1(self) -> float:
        """Propositions found with the right predicate and most of the right words, among those found and wanted."""
        return _f1(self.near, self.found, self.gold)

    def line(self) -> str:
        """The shares as one line."""
        return (
            f"{self.sentences:4d} sentences {self.gold:4d} propositions: "
            f"anchor F1 {_f1(self.matched, self.found, self.gold):.3f}, exact {self.exact / max(self.gold, 1):.3f}, "
            f"near F1 {self.near_f1():.3f}, "
            f"mean token F1 of matched {self.token_f1 / max(self.matched, 1):.3f}, "
            f"attribution F1 {_f1(self.both, self.telling, self.told):.3f}"
        )


def _f1(both: int, found: int, gold: int) -> float:
    return 2 * both / max(found + gold, 1)


@torch.no_grad()
def counted(
    model: Segmenter, table: torch.Tensor, batches: list[Batch], names: list[str], threshold: float
) -> dict[str, Counts]:
    """Sums a language, and for "all"; a proposition is matched where its predicate is found, near with token F1 0.8."""
    model.eval()
    sums: dict[str, Counts] = defaultdict(Counts)
    for one in batches:
        units = model.units(table[one.ids], one.ids, one.first, one.last)
        found = (model.predicates(units).sigmoid() > threshold) & one.units
        members = (model.members(units, one.anchors, one.units) > 0) & one.units[:, None, :, None]
        hit = found.gather(1, one.anchors) & one.props
        content, told = members[..., 0], members[..., 1]
        gold_content, gold_told = one.masks[..., 0] > 0, one.masks[..., 1] > 0
        both = (content & gold_content).sum(-1)
        f1 = 2 * both / (content.sum(-1) + gold_content.sum(-1)).clamp(min=1)
        exact = (content == gold_content).all(-1) & hit
        told = told & hit[..., None]
        gold_told = gold_told & one.props[..., None]
        rows = torch.stack(
            [
                one.props.sum(1),
                found.sum(1),
                hit.sum(1),
                exact.sum(1),
                ((f1 >= 0.8) & hit).sum(1),
                (f1 * hit).sum(1),
                gold_told.sum((1, 2)),
                told.sum((1, 2)),
                (told & gold_told).sum((1, 2)),
            ],
            1,
        ).tolist()
        for language, (gold, all_found, matched, same, near, score, wanted, telling, right) in zip(one.languages.tolist(), rows, strict=True):  # noqa: E501  # fmt: skip
            for name in (names[language], "all"):
                held = sums[name]
                held.sentences += 1
                held.gold += int(gold)
                held.found += int(all_found)
                held.matched += int(matched)
                held.exact += int(same)
                held.near += int(near)
                held.token_f1 += score
                held.told += int(wanted)
                held.telling += int(telling)
                held.both += int(right)
    return dict(sorted(sums.items()))
