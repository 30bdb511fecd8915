"""Writes the shipped encoder: `python -m training.encoder.pack --work DIR --out FILE`, its pieces and their table.

Matrices as four-bit blocks, which the network was taught to bear, vectors as float32. The table lies with the pieces
in `claims/models/pieces`, for the segmenter reads it too; the metadata names the digests of both. Where they change,
the segmenter must be taught anew.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from claims.bert import PIECES, TABLE, table_digests
from training.encoder.base import BLOCK
from training.encoder.network import in_blocks

BASE = "multilingual-e5-small"
LEAST = 10_000  #: numbers of a matrix that is worth packing


def blocks_of(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """A matrix as nibbles [rows, blocks, 16], number j of a block low, j + 16 high, and scales [rows, blocks]."""
    steps, scales = in_blocks(weight)
    whole = steps.to(torch.uint8).numpy()
    low, high = whole[..., : BLOCK // 2], whole[..., BLOCK // 2 :]
    return low | (high << 4), scales[..., 0].numpy().astype(np.float16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="learned.pt")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    state = torch.load(args.work / args.name, weights_only=True, map_location="cpu")
    tensors: dict[str, np.ndarray] = {}
    table = {name: state.pop(name).numpy() for name in ("table.nibbles", "table.scales")}
    for name, tensor in state.items():
        if name.startswith(("layers", "pool")) and tensor.ndim == 2 and tensor.numel() > LEAST:
            tensors[f"{name}.nibbles"], tensors[f"{name}.scales"] = blocks_of(tensor.float())
        else:
            tensors[name] = tensor.float().numpy()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(args.work / PIECES.name, PIECES)
    save_file(table, TABLE, metadata={"base": BASE})
    pieces, rows = table_digests()
    save_file(tensors, args.out, metadata={"base": BASE, "pieces": pieces, "table": rows})
    for path in (args.out, TABLE):
        path.chmod(0o644)
    print(f"{sum(path.stat().st_size for path in (args.out, TABLE, PIECES)) / 1e6:.1f} MB with table and pieces")


if __name__ == "__main__":
    main()
