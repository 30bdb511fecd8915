"""The token table of the shipped embedder, read without the libraries that run models.

Judging needs vectors of single words only, so a person who adds evidence does not wait five seconds
for sentence-transformers to be imported. The numbers are those that it reads from the same files.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from evidence.embed import SHIPPED, Floats, Ints, revision_of
from evidence.errors import ModelMissing


class StaticTokenFile:
    """Token vectors of a folder that holds one int8 or float table and its tokenizer."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        try:
            tensors = load_file(folder / "model.safetensors")
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:
            raise ModelMissing(
                f"The shipped embedder in {folder} cannot be read ({error}). Install the program again."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        table = tensors["embeddings"].astype(np.float32)
        self._table: Floats = table * tensors["weights"].astype(np.float32)[:, None]

    @property
    def table(self) -> Floats:
        """One row a token; its length is the token's learned weight."""
        return self._table

    def piece(self, number: int) -> str:
        """The text of a token."""
        return str(self._tokenizer.id_to_token(number))

    def ids(self, texts: Sequence[str]) -> list[Ints]:
        """The token numbers of each text, in order."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [np.asarray(each.ids, dtype=np.int64) for each in encoded]


@lru_cache(maxsize=1)
def shipped_tokens() -> tuple[StaticTokenFile, str]:
    """The token vectors of the shipped embedder, and its revision."""
    return StaticTokenFile(SHIPPED), revision_of(SHIPPED)
