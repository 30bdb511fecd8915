"""A mean of weights before and after learning: `python -m training.encoder.mean BEFORE AFTER --share 0.7 --out FILE`.

Weights between the two read pages that nobody wrote for the learning better than either (Wortsman et al., "Robust
fine-tuning of zero-shot models", 2022, arXiv:2109.01903). The answering parts, begun at random, are taken as learnt.
"""

import argparse
from pathlib import Path

import torch

#: Taken as they are after it: the table never learns, the others begin at random. `side` and `met`, new too, begin at
#: nought and are mixed like the layers.
NEW = ("table", "pool", "answer")


def between(before: dict[str, torch.Tensor], after: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """The weights of which `share` is from after."""
    return {
        name: weight if name.startswith(NEW) else torch.lerp(before[name].float(), weight.float(), share)
        for name, weight in after.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--share", type=float, default=0.7)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    before, after = (torch.load(path, weights_only=True) for path in (args.before, args.after))
    torch.save(between(before, after, args.share), args.out)


if __name__ == "__main__":
    main()
