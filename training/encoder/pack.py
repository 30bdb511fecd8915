"""Writes the shipped encoder: `python -m training.encoder.pack --work DIR --out FILE`, and its pieces beside it.

Matrices as four-bit blocks, which the network was taught to bear, the table as it came, vectors as float32; the
metadata names the pieces' digest.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from claims.digests import sha256_of
from evidence.encoder import PIECES
from training.encoder.base import BLOCK
from training.encoder.network import block_scales

LEAST = 10_000  #: numbers of a matrix that is worth packing


def blocks_of(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """A matrix as nibbles [rows, blocks, 16], number j of a block low, j + 16 high, and scales [rows, blocks]."""
    scales = block_scales(weight)
    steps = torch.where(scales == 0, 0.0, weight.unflatten(-1, (-1, BLOCK)) / scales)
    whole = (steps + 8.5).floor().clamp(0, 15).to(torch.uint8).numpy()
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
    for name, tensor in state.items():
        if name.endswith(".weight") and tensor.ndim == 2 and tensor.numel() > LEAST and name.startswith(("layers", "pool")):
            tensors[f"{name}.nibbles"], tensors[f"{name}.scales"] = blocks_of(tensor.float())
        elif tensor.is_floating_point() and not name.startswith("table"):
            tensors[name] = tensor.float().numpy()
        else:
            tensors[name] = tensor.numpy()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    pieces = args.out.with_name(PIECES)
    shutil.copyfile(args.work / PIECES, pieces)
    save_file(tensors, args.out, metadata={"base": "multilingual-e5-small", "pieces": sha256_of(pieces.read_bytes())})
    args.out.chmod(0o644)
    print(f"{(args.out.stat().st_size + pieces.stat().st_size) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
