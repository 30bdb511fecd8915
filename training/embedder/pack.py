"""Writes the shipped model: `python -m training.embedder.pack --work DIR --table NAME --out FOLDER`.

int8 with a scale a row, in the layout that `StaticEmbedding.load` reads; loaded, it is float32.
Never save it again through sentence-transformers: that writes float32, four times as large.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.sentence_transformer.modules.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.base.modules.normalize.Normalize"},
]  # fmt: skip
CONFIG: dict[str, object] = {
    "model_type": "SentenceTransformer",
    "similarity_fn_name": "cosine",
    "prompts": {},
    "default_prompt_name": None,
}


def quantise(table: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Each row as bytes and the factor that gives it back."""
    scale = np.maximum(np.abs(table).max(axis=1), 1e-8).astype(np.float32) / 127
    return np.round(table / scale[:, None]).astype(np.int8), scale


def write_model(table: npt.NDArray[np.float32], tokenizer: Path, folder: Path) -> int:
    """Write the folder and return its size in bytes."""
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    rows, scale = quantise(table)
    save_file({"embeddings": rows, "weights": scale}, folder / "model.safetensors")
    (folder / "modules.json").write_text(json.dumps(MODULES, indent=1) + "\n", encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text(json.dumps(CONFIG, indent=1) + "\n", encoding="utf-8")
    (folder / "1_Normalize" / "config.json").write_text("{}\n", encoding="utf-8")
    state = json.loads(tokenizer.read_text(encoding="utf-8"))
    for entry in state["model"]["vocab"]:
        entry[1] = round(entry[1], 3)  # ten digits a score would be a third of the file
    (folder / "model.safetensors").chmod(0o644)
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--table", default="table")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    table = np.load(args.work / f"{args.table}.npy")
    size = write_model(table, args.work / "tokenizer.json", args.out)
    print(f"{len(table)} x {table.shape[1]}, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
