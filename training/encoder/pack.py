"""Writes the shipped encoder: `python -m training.encoder.pack --work DIR --out FILE`, and its pieces beside it.

Matrices as bytes with a scale a row, the table as it came, vectors as float32; the metadata names the pieces' digest.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from claims.digests import sha256_of
from evidence.encoder import PIECES
from training.embedder.pack import quantise


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--name", default="learned.pt")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    state = torch.load(args.work / args.name, weights_only=True)
    state = state.get("reader", state)
    tensors: dict[str, np.ndarray] = {}
    for name, tensor in state.items():
        array = tensor.numpy()
        if array.dtype == np.float32 and array.ndim == 2 and array.size > 10_000:
            tensors[name], tensors[f"{name}.scale"] = quantise(array)
        else:
            tensors[name] = array
    args.out.parent.mkdir(parents=True, exist_ok=True)
    pieces = args.out.with_name(PIECES)
    shutil.copyfile(args.work / PIECES, pieces)
    save_file(tensors, args.out, metadata={"base": "multilingual-e5-small", "pieces": sha256_of(pieces.read_bytes())})
    args.out.chmod(0o644)
    print(f"{(args.out.stat().st_size + pieces.stat().st_size) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
