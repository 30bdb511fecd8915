"""The pairs as token ids: flat arrays with row starts, made once and kept in the work folder."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from training.embedder.pairs import read_pairs

Ints = npt.NDArray[np.int32]
MAX_TOKENS = 160
STEP = 100_000


@dataclass(frozen=True)
class Ragged:
    """Rows of ids of different length."""

    ids: Ints
    starts: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, i: int) -> Ints:
        """The ids of one row."""
        return self.ids[self.starts[i] : self.starts[i + 1]]


def encode_rows(tokenizer: Tokenizer, texts: list[str]) -> Ragged:
    """The ids of each text, cut to the length used in training."""
    flat, lengths = [], []
    for first in range(0, len(texts), STEP):
        for encoding in tokenizer.encode_batch_fast(texts[first : first + STEP], add_special_tokens=False):
            ids = encoding.ids[:MAX_TOKENS]
            flat.append(np.asarray(ids, dtype=np.int32))
            lengths.append(len(ids))
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Ragged(np.concatenate(flat), starts)


@dataclass(frozen=True)
class Corpus:
    """Distinct texts as tokens, and the pairs as two numbers of texts."""

    texts: Ragged
    left: Ints  #: the text in another language, or the question
    right: Ints  #: the English side, or the passage
    group: Ints  #: which (kind, language, source) a pair belongs to
    groups: list[tuple[str, str, str]]
    numbers: dict[str, int]  #: text -> its number


def load_corpus(work: Path) -> Corpus:
    """The corpus, read from the work folder or tokenised and written there."""
    numbers: dict[str, int] = {}
    groups: dict[tuple[str, str, str], int] = {}
    left, right, group = [], [], []
    for kind, language, source, english, text in read_pairs(work):
        right.append(numbers.setdefault(english, len(numbers)))
        left.append(numbers.setdefault(text, len(numbers)))
        group.append(groups.setdefault((kind, language, source), len(groups)))
    kept = work / "tokens.npz"
    if kept.exists():
        stored = np.load(kept)
        texts = Ragged(stored["ids"], stored["starts"])
    else:
        texts = encode_rows(Tokenizer.from_file(str(work / "tokenizer.json")), list(numbers))
        np.savez(kept, ids=texts.ids, starts=texts.starts)
    if len(texts) != len(numbers):
        raise SystemExit(f"{kept} belongs to other pairs: it has {len(texts)} rows, the pairs {len(numbers)}.")
    as_ints = [np.asarray(x, dtype=np.int32) for x in (left, right, group)]
    return Corpus(texts, as_ints[0], as_ints[1], as_ints[2], list(groups), numbers)
