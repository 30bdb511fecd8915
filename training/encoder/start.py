"""The weights to start from: `python -m training.encoder.start --work DIR` writes `start.pt`.

The layers are the teacher's first ones. Each token of our vocabulary begins as the mean of the teacher's input vectors
of the English words that the embedder finds nearest (WECHSEL: Minixhofer et al., NAACL 2022), in 256 dimensions by SVD.
`--from FILE` starts from an encoder that was taught already, as `pack` wrote it.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch.nn import functional as F  # noqa: N812  # the name everybody knows

from evidence.encoder_rows import CLS, PAD, SEP
from evidence.static_tokens import StaticTokenFile, shipped_tokens
from training.embedder.teacher import teacher_folder
from training.encoder.network import LAYERS, NARROW, Reader

NEAREST, SHARPNESS = 10, 0.07


def english_words(folder: Path, tokens: StaticTokenFile) -> tuple[list[int], np.ndarray]:
    """The teacher's pieces that are words, numbers or word ends, and the embedder's vector of each."""
    pieces = (folder / "vocab.txt").read_text("utf-8").split("\n")
    chosen, rows = [], []
    texts = [piece.removeprefix("##") for piece in pieces]
    for at, ids in enumerate(tokens.ids(texts)):
        if len(ids) and not pieces[at].startswith("[") and len(texts[at]) > (2 if pieces[at].startswith("##") else 0):
            row = tokens.table[ids].sum(0)
            chosen.append(at)
            rows.append(row / (np.linalg.norm(row) or 1.0))
    return chosen, np.stack(rows)


def translated(tokens: StaticTokenFile, folder: Path, words: torch.Tensor) -> torch.Tensor:
    """For each token of ours the mean of the teacher's vectors of its nearest English words; itself where it is one."""
    chosen, vectors = english_words(folder, tokens)
    pieces = (folder / "vocab.txt").read_text("utf-8").split("\n")
    place = {piece: at for at, piece in enumerate(pieces)}
    unit = F.normalize(torch.from_numpy(tokens.table), dim=1)
    english, values = torch.from_numpy(vectors), words[chosen]
    rows = []
    for first in range(0, len(unit), 2048):
        near = (unit[first : first + 2048] @ english.T).topk(NEAREST, dim=1)
        share = (near.values / SHARPNESS).softmax(1)
        rows.append((values[near.indices] * share[:, :, None]).sum(1))
    table = torch.cat(rows)
    for number in range(len(table)):
        piece = tokens.piece(number)
        for form in (piece, "##" + piece):
            if form in place:
                table[number] = words[place[form]]
                break
    return table


def unpacked(path: Path) -> dict[str, torch.Tensor]:
    """The weights of a packed encoder as float32."""
    stored = load_file(path)
    return {
        name: tensor.float() * stored[f"{name}.scale"][:, None] if f"{name}.scale" in stored else tensor
        for name, tensor in stored.items()
        if not name.endswith(".scale")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--from", dest="taught", type=Path)
    args = parser.parse_args()
    if args.taught:
        torch.save(unpacked(args.taught), args.work / "start.pt")
        return
    tokens, _ = shipped_tokens()
    folder = teacher_folder()
    old = load_file(folder / "model.safetensors")
    words = old["embeddings.word_embeddings.weight"]
    table = translated(tokens, folder, words)
    special = words[[101, 102, 0]]
    u, s, v = torch.linalg.svd(torch.cat([special, table]), full_matrices=False)
    print(f"kept by {NARROW} dimensions: {(s[:NARROW] ** 2).sum() / (s**2).sum():.3f}")
    reader = Reader(len(table))
    state = reader.state_dict()
    state["table.weight"] = u[:, :NARROW] * s[:NARROW].sqrt()
    state["widen.weight"] = (s[:NARROW].sqrt()[:, None] * v[:NARROW]).T.contiguous()
    assert (CLS, SEP, PAD) == (0, 1, 2)
    state["place.weight"] = old["embeddings.position_embeddings.weight"][: len(state["place.weight"])]
    state["side.weight"] = old["embeddings.token_type_embeddings.weight"]
    state["norm.weight"], state["norm.bias"] = (old[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias"))
    for number in range(LAYERS):
        mine, theirs = f"layers.{number}", f"encoder.layer.{number}"
        for part in ("weight", "bias"):
            state[f"{mine}.qkv.{part}"] = torch.cat(
                [old[f"{theirs}.attention.self.{one}.{part}"] for one in ("query", "key", "value")]
            )
            state[f"{mine}.out.{part}"] = old[f"{theirs}.attention.output.dense.{part}"]
            state[f"{mine}.norm.{part}"] = old[f"{theirs}.attention.output.LayerNorm.{part}"]
            state[f"{mine}.up.{part}"] = old[f"{theirs}.intermediate.dense.{part}"]
            state[f"{mine}.down.{part}"] = old[f"{theirs}.output.dense.{part}"]
            state[f"{mine}.norm2.{part}"] = old[f"{theirs}.output.LayerNorm.{part}"]
    torch.save(state, args.work / "start.pt")


if __name__ == "__main__":
    main()
