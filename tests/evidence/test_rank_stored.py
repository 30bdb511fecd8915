import numpy as np

from evidence.rank import stored
from evidence.rank.stored import coded, nearest


def rows_of(count: int, seed: int = 1) -> np.ndarray:
    made = np.random.default_rng(seed).standard_normal((count, 64), dtype=np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def test_the_nearest_are_those_of_the_full_vectors_but_for_a_few_at_the_edge() -> None:
    """One byte a number keeps the order: of the fifty nearest at most two are others, and cosines agree."""
    rows, queries = rows_of(20_000), rows_of(5, seed=2)
    whole = queries @ rows.T
    places, cosines = nearest(queries, coded(rows), keep=50)
    for found, scores in zip(places, whole, strict=True):
        assert len(set(found.tolist()) & set(np.argsort(-scores)[:50].tolist())) >= 48
    assert np.allclose(cosines, np.take_along_axis(whole, places, 1), atol=0.005)
    assert (np.diff(cosines, axis=1) <= 0).all()


def test_blocks_do_not_show(monkeypatch) -> None:
    """Small blocks give the same places in the same order as one large one."""
    rows, queries = coded(rows_of(1000)), rows_of(2, seed=3)
    one = nearest(queries, rows, keep=7)[0]
    monkeypatch.setattr(stored, "BLOCK", 64)
    assert (nearest(queries, rows, keep=7)[0] == one).all()


def test_fewer_rows_than_wanted_gives_all_of_them() -> None:
    """Asking for 200 of 5 is no error."""
    places, _ = nearest(rows_of(1, seed=4), coded(rows_of(5)), keep=200)
    assert sorted(places[0].tolist()) == [0, 1, 2, 3, 4]


def test_a_text_without_words_is_near_to_nothing() -> None:
    """A vector of zeros stays one and never comes first."""
    rows = rows_of(3)
    rows[1] = 0
    places, cosines = nearest(rows[:1], coded(rows), keep=3)
    assert not np.isnan(cosines).any()
    assert cosines[0][places[0].tolist().index(1)] == 0
