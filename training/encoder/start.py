"""The weights to start from: `python -m training.encoder.start --work DIR` writes `start.pt` and `pieces.json`.

The first layers of multilingual-e5-small, and those of its 250,000 pieces that the languages of `pairs.jsonl` use most.
The table of pieces stays in the four bits that it came in and is not trained. `--from FILE` starts from an encoder
that was taught already, as `pack` wrote it.
"""

import argparse
import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from claims.bert import FIRST, PIECES, UNKNOWN, load_weights
from evidence.encoder_rows import LONGEST
from training.encoder.base import Base, base_file, first_layers, read_base
from training.encoder.network import LAYERS, Reader

MOST = 62_000  #: as many as fit into 30 MB beside the layers
TEXTS_A_LANGUAGE = 60_000


def tokenizer_of(pieces: list[tuple[str, float]]) -> Tokenizer:
    """XLM-R's way of cutting text into pieces (Conneau et al., 2020), over the pieces given."""
    made = Tokenizer(models.Unigram(pieces, unk_id=UNKNOWN))
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made


def wanted(base: Base, texts: dict[str, list[str]]) -> list[int]:
    """Rows of the base's pieces to keep, in its order: those commonest in any one of the languages."""
    tokenizer = tokenizer_of([(piece, float(score)) for piece, score in zip(base.pieces, base.scores, strict=True)])
    best: Counter[int] = Counter()
    for _, found in sorted(texts.items()):
        seen: Counter[int] = Counter()
        for first in range(0, len(found), 5000):
            for one in tokenizer.encode_batch(found[first : first + 5000], add_special_tokens=False):
                seen.update(one.ids)
        total = sum(seen.values())
        for number, count in seen.items():
            if count > 1:
                best[number] = max(best[number], round(1e9 * count / total))
    kept = set(range(FIRST)) | {n for n, piece in enumerate(base.pieces) if len(piece.strip("▁")) == 1 and best[n]}
    kept |= {n for n, piece in enumerate(base.pieces) if len(piece) == 1 and piece < "\u0700"}
    for number, _ in best.most_common():
        if len(kept) >= MOST:
            break
        kept.add(number)
    return sorted(kept)


def start_of(base: Base, kept: list[int]) -> dict[str, torch.Tensor]:
    """The network's weights before any teaching."""
    reader = Reader(len(kept))
    state = reader.state_dict()
    theirs = {name: torch.from_numpy(array.copy()) for name, array in base.tensors.items()}
    width = len(theirs["emb.ln.w"])
    state["table.nibbles"] = torch.from_numpy(base.word_nibbles[kept].copy())
    state["table.scales"] = torch.from_numpy(base.word_scales[kept].copy())
    kind = theirs["emb.type"].view(-1, width)[0]
    state["place.weight"] = theirs["emb.pos"].view(-1, width)[:LONGEST] + kind
    state["norm.weight"], state["norm.bias"] = theirs["emb.ln.w"], theirs["emb.ln.b"]
    for name, flat in first_layers(base.tensors.__getitem__, LAYERS).items():
        state[name] = torch.from_numpy(flat.copy()).view_as(state[name])
    return state


def unpacked(path: Path) -> dict[str, torch.Tensor]:
    """The weights of a packed encoder as they are trained."""
    return {name: torch.from_numpy(array) for name, array in load_weights(path).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--from", dest="taught", type=Path, help="a packed encoder to go on from")
    parser.add_argument("--pieces", type=Path, help="the pieces of a packed encoder, to begin anew with the same")
    args = parser.parse_args()
    if args.taught:
        torch.save(unpacked(args.taught), args.work / "start.pt")
        shutil.copyfile(PIECES, args.work / "pieces.json")
        return
    base = read_base(base_file())
    if args.pieces:
        places = {piece: number for number, piece in enumerate(base.pieces)}
        named = json.loads(args.pieces.read_text("utf-8"))["model"]["vocab"]
        shutil.copyfile(args.pieces, args.work / "pieces.json")
        torch.save(start_of(base, [places[piece] for piece, _ in named]), args.work / "start.pt")
        return
    texts: dict[str, set[str]] = defaultdict(set)
    for line in (args.work / "pairs.jsonl").open(encoding="utf-8"):
        _, claim, mine, passage, theirs, *_ = json.loads(line)
        for language, text in ((mine, claim), (theirs, passage)):
            if len(texts[language]) < TEXTS_A_LANGUAGE:
                texts[language].add(text)
    kept = wanted(base, {language: sorted(found) for language, found in texts.items()})
    tokenizer_of([(base.pieces[n], round(float(base.scores[n]), 3)) for n in kept]).save(
        str(args.work / "pieces.json"), pretty=False
    )
    torch.save(start_of(base, kept), args.work / "start.pt")
    print(len(kept), "pieces,", np.round((args.work / "pieces.json").stat().st_size / 1e6, 2), "MB of names")


if __name__ == "__main__":
    main()
