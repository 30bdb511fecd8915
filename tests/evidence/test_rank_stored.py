import numpy as np

from evidence.rank import stored
from evidence.rank.stored import nearest


def rows_of(count: int, seed: int = 1) -> np.ndarray:
    made = np.random.default_rng(seed).standard_normal((count, 16), dtype=np.float32)
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float16)


def test_the_nearest_are_exact_whatever_the_block() -> None:
    """A pass in blocks finds what a look at everything finds."""
    rows, queries = rows_of(5000), rows_of(3, seed=2).astype(np.float32)
    whole = queries @ rows.astype(np.float32).T
    places, cosines = nearest(queries, rows, keep=10)
    assert (np.sort(places) == np.sort(np.argsort(-whole, axis=1)[:, :10])).all()
    assert (np.diff(cosines, axis=1) <= 0).all()


def test_blocks_do_not_show(monkeypatch) -> None:
    """Small blocks give the same places in the same order as one large one."""
    rows, queries = rows_of(1000), rows_of(2, seed=3).astype(np.float32)
    one = nearest(queries, rows, keep=7)[0]
    monkeypatch.setattr(stored, "BLOCK", 64)
    assert (nearest(queries, rows, keep=7)[0] == one).all()


def test_fewer_rows_than_wanted_gives_all_of_them() -> None:
    """Asking for 200 of 5 is no error."""
    places, _ = nearest(rows_of(1, seed=4).astype(np.float32), rows_of(5), keep=200)
    assert sorted(places[0].tolist()) == [0, 1, 2, 3, 4]
