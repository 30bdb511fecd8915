"""The nearest of very many stored vectors, exactly, in blocks: of an array, or of a mapped file without loading it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from evidence.embed import Embedder, Floats, Ints
from evidence.rank.dense import EmbeddingCache, embed_passages
from evidence.rank.pool import in_context
from evidence.records import Page, Passage

BLOCK = 32_768  # rows; in float32 a block of 256 numbers a row is 32 MB


def stored_rows(
    passages: Sequence[tuple[Page, Passage]], *, embedder: Embedder, cache: EmbeddingCache | None
) -> npt.NDArray[np.float16]:
    """The vectors of the passages as they are kept: two bytes a number, half a gigabyte a million."""
    blocks = []
    for first in range(0, len(passages), BLOCK):
        texts = [in_context(page, passage) for page, passage in passages[first : first + BLOCK]]
        blocks.append(embed_passages(texts, embedder=embedder, cache=cache).astype(np.float16))
    return np.concatenate(blocks)


def nearest(queries: Floats, rows: npt.NDArray[np.float16], *, keep: int) -> tuple[Ints, Floats]:
    """For each query the places of its `keep` nearest rows, best first, and their cosines.

    All queries share one pass over the rows, so twenty claims cost little more than one.
    """
    keep = min(keep, len(rows))
    places = np.zeros((len(queries), 0), dtype=np.int64)
    cosines = np.zeros((len(queries), 0), dtype=np.float32)
    for first in range(0, len(rows), BLOCK):
        block = queries @ np.asarray(rows[first : first + BLOCK], dtype=np.float32).T
        numbers = np.broadcast_to(np.arange(first, first + block.shape[1]), block.shape)
        places, cosines = np.concatenate([places, numbers], 1), np.concatenate([cosines, block], 1)
        if cosines.shape[1] > keep:
            best = np.argpartition(-cosines, keep - 1, axis=1)[:, :keep]
            places, cosines = np.take_along_axis(places, best, 1), np.take_along_axis(cosines, best, 1)
    # Ties by place, so that the answer does not depend on the block size.
    order = np.lexsort((places, -cosines), axis=1)
    return np.take_along_axis(places, order, 1), np.take_along_axis(cosines, order, 1)
