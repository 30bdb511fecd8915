"""A learnt network as files: `learn` writes them, `pack` and later learning read them."""

import json
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from claims.digests import sha256_of
from claims.segmenter import FILE
from training.segmenter.network import Segmenter

LARGEST = 14_900_000  #: bytes of a file


def save(model: Segmenter, out: Path, about: dict[str, object]) -> None:
    """The weights in half precision, as many files as needed, and what they are."""
    out.mkdir(parents=True, exist_ok=True)
    parts: list[dict[str, np.ndarray]] = [{}]
    size = 0
    for name, tensor in model.state_dict().items():
        array = tensor.cpu().numpy().astype(np.float16)
        if size + array.nbytes > LARGEST:
            parts.append({})
            size = 0
        parts[-1][name] = array
        size += array.nbytes
    parts[0]["about"] = np.asarray(json.dumps(about))
    for number, part in enumerate(parts):
        np.savez(out / f"weights-{number}.npz", allow_pickle=False, **part)


def write_head(model: torch.nn.Module, file: Path, whole: tuple[str, ...] = ()) -> None:
    """A network on the shipped segmenter's units as `claims.segment_heads` reads it; `whole` keep their precision."""
    tensors = {
        name: tensor.numpy().astype(np.float32 if name in whole else np.float16)
        for name, tensor in model.state_dict().items()
    }
    save_file(tensors, file, metadata={"segmenter": sha256_of(FILE.read_bytes())})
    file.chmod(0o644)


def read_parts(folder: Path) -> dict[str, np.ndarray]:
    """The weights that `save` wrote."""
    state: dict[str, np.ndarray] = {}
    for path in sorted(folder.glob("weights-*.npz")):
        with np.load(path, allow_pickle=False) as part:
            state |= {name: part[name] for name in part.files if name != "about"}
    return state


def read_network(folder: Path, device: torch.device) -> Segmenter:
    """The network that `save` wrote, for reading only."""
    state = read_parts(folder)
    layers = {name.split(".")[1] for name in state if name.startswith("layers.")}
    model = Segmenter(len(layers))
    model.load_state_dict({name: torch.from_numpy(array) for name, array in state.items()})
    return model.to(device).eval().requires_grad_(requires_grad=False)
