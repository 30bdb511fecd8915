"""Writes the shipped segmenter: `python -m training.segmenter.pack --parts DIR [DIR ...] [--out FILE]`.

DIR holds what `learn` wrote; of several the mean is taken (Wortsman et al., 2022, arXiv:2203.05482). The layers'
matrices become bytes with a scale a row, the rest stays in half precision. Four-bit blocks, which the weights came in,
would be too coarse for what they learnt. The metadata names the table and the pieces that the network was taught on.
"""

import argparse
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from claims.bert import table_digests
from claims.segmenter import FILE
from training.encoder.pack import BASE, LEAST
from training.segmenter.kept import read_parts

VERSION = "net-4"


def bytes_of(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A matrix as signed bytes and a scale a row."""
    scales = np.abs(weight).max(1, keepdims=True) / np.float32(127)
    return np.round(weight / np.where(scales == 0, 1, scales)).astype(np.int8), scales.astype(np.float32)


def mean_of(states: list[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The mean of each weight over several networks of one beginning, in half precision."""
    return {
        name: np.mean([state[name].astype(np.float32) for state in states], axis=0).astype(np.float16)
        for name in states[0]
    }


def packed(state: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The tensors as they are kept."""
    made: dict[str, np.ndarray] = {}
    for name, tensor in state.items():
        if name.startswith("layers.") and tensor.ndim > 1 and tensor.size > LEAST:
            made[f"{name}.bytes"], made[f"{name}.scales"] = bytes_of(tensor.astype(np.float32))
        else:
            made[name] = tensor.astype(np.float16)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    args = parser.parse_args()
    pieces, table = table_digests()
    about = {"base": BASE, "pieces": pieces, "table": table, "version": VERSION}
    save_file(packed(mean_of([read_parts(folder) for folder in args.parts])), args.out, metadata=about)
    args.out.chmod(0o644)
    print(f"{args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
