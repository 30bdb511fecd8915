"""The nearest of very many stored vectors, every one looked at: one byte a number, in blocks.

Chosen by measurement (`benchmarks/ranking/scale.py`): no index to build, to keep or to be out of date.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evidence.embed import Embedder, Floats, Ints
from evidence.rank.dense import EmbeddingCache, embed_passages
from evidence.rank.pool import in_context
from evidence.records import Page, Passage

BLOCK = 8_192  # rows; in float32 a block of 256 numbers a row is 8 MB and stays near the processor


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRows:
    """Vectors as whole numbers from -127 to 127, each row with the factor that makes it what it was."""

    codes: npt.NDArray[np.int8]
    factors: Floats


def coded(vectors: Floats) -> StoredRows:
    """The vectors in a quarter of their size; a cosine moves by less than 0.005."""
    factors = (np.abs(vectors).max(axis=1, initial=0) / 127).astype(np.float32)
    codes = np.round(vectors / np.where(factors > 0, factors, 1)[:, None]).astype(np.int8)
    return StoredRows(codes=codes, factors=factors)


def stored_rows(
    passages: Sequence[tuple[Page, Passage]], *, embedder: Embedder, cache: EmbeddingCache | None
) -> StoredRows:
    """The coded vectors of the passages: a quarter of a gigabyte a million."""
    blocks = []
    for first in range(0, len(passages), BLOCK):
        texts = [in_context(page, passage) for page, passage in passages[first : first + BLOCK]]
        blocks.append(coded(embed_passages(texts, embedder=embedder, cache=cache)))
    return StoredRows(
        codes=np.concatenate([b.codes for b in blocks]), factors=np.concatenate([b.factors for b in blocks])
    )


def nearest(queries: Floats, rows: StoredRows, *, keep: int) -> tuple[Ints, Floats]:
    """For each query the places of its `keep` nearest rows, best first, and their cosines.

    All queries share one pass over the rows, so twenty claims cost little more than one.
    """
    keep = min(keep, len(rows.codes))
    places = np.zeros((len(queries), 0), dtype=np.int64)
    cosines = np.zeros((len(queries), 0), dtype=np.float32)
    for first in range(0, len(rows.codes), BLOCK):
        last = first + BLOCK
        block = (queries @ rows.codes[first:last].astype(np.float32).T) * rows.factors[first:last]
        numbers = np.broadcast_to(np.arange(first, first + block.shape[1]), block.shape)
        places, cosines = np.concatenate([places, numbers], 1), np.concatenate([cosines, block], 1)
        if cosines.shape[1] > keep:
            best = np.argpartition(-cosines, keep - 1, axis=1)[:, :keep]
            places, cosines = np.take_along_axis(places, best, 1), np.take_along_axis(cosines, best, 1)
    # Ties by place, so that the answer does not depend on the block size.
    order = np.lexsort((places, -cosines), axis=1)
    return np.take_along_axis(places, order, 1), np.take_along_axis(cosines, order, 1)
