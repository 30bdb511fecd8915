"""The light reader of the shipped token table gives what sentence-transformers gives."""

import numpy as np

from evidence.embed import load_embedder
from evidence.static_tokens import shipped_tokens

TEXTS = ["نهر النيل 6650 كم", "The Nile, 6,650 km", "ナイル川", "", "👍 …"]


def test_the_light_reader_gives_the_same_vectors_ids_and_revision() -> None:
    """One set of files, two readers, no difference."""
    heavy = load_embedder("shipped")
    tokens, revision = shipped_tokens()
    assert heavy.tokens is not None
    assert revision == heavy.revision
    assert all(np.array_equal(a, b) for a, b in zip(tokens.ids(TEXTS), heavy.tokens.ids(TEXTS), strict=True))
    assert np.allclose(tokens.table, heavy.tokens.table, atol=1e-6)
