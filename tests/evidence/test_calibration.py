"""The weights of the default judge: what they belong to, and what happens when they cannot be used."""

import json
from pathlib import Path

import numpy as np
import pytest

from evidence.calibration import FILE, Trees, load_surety
from evidence.embed import load_embedder
from evidence.errors import ModelMissing


def test_the_shipped_weights_name_the_shipped_embedder() -> None:
    """A model of stance is only worth what its embedder is: both change together."""
    assert load_surety().fits(load_embedder("shipped").revision)


def test_the_shipped_weights_are_small_and_no_pickle() -> None:
    """Trees as plain arrays."""
    assert FILE.stat().st_size < 2_000_000
    with np.load(FILE, allow_pickle=False) as stored:
        assert json.loads(str(stored["about"]))["gates"] == ["support", "refute", "denial"]


@pytest.mark.parametrize("content", [b"", b"not a file", None])
def test_weights_that_cannot_be_used_say_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty and broken."""
    path = tmp_path / "surety.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelMissing, match="judge"):
        load_surety(path)


def test_weights_fitted_on_other_numbers_are_refused(tmp_path: Path) -> None:
    """A row in another order would be read as nonsense."""
    path = tmp_path / "surety.npz"
    np.savez(path, about=np.array(json.dumps({"numbers": ["a"], "gates": [], "embedder": ""})))
    with pytest.raises(ModelMissing, match="other numbers"):
        load_surety(path)


def test_trees_go_left_up_to_the_threshold() -> None:
    """One split on the second number."""
    trees = Trees(
        feature=np.array([1, -1, -1], dtype=np.int32), threshold=np.array([0.5, 0.0, 0.0]),
        left=np.array([1, 1, 2], dtype=np.int32), right=np.array([2, 1, 2], dtype=np.int32),
        value=np.array([0.0, -2.0, 2.0]), roots=np.array([0], dtype=np.int32), base=0.0, slope=1.0, shift=0.0,
    )  # fmt: skip
    low, edge, high = trees.score(np.array([[9.0, 0.0], [9.0, 0.5], [0.0, 0.6]]))
    assert low == edge < 0.5 < high
