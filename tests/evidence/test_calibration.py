"""The weights of the default judge: what they belong to, and what happens when they cannot be used."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from evidence.calibration import FILE, Trees, load_surety
from evidence.embed import load_embedder
from evidence.encoder import load_encoder
from evidence.errors import ModelMissing
from evidence.judges.default import load_default
from evidence.judges.look import NUMBERS


def test_the_shipped_weights_belong_to_the_shipped_embedder_and_encoder() -> None:
    """A model of stance is only worth what its numbers are: all three change together."""
    surety = load_surety()
    assert surety.embedder == load_embedder("shipped").revision
    assert surety.encoder == load_encoder().digest
    assert surety.numbers == NUMBERS


def test_a_judge_is_not_made_of_parts_that_do_not_belong_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers of one encoder read by trees of another would be nonsense."""
    other = replace(load_surety(), encoder="another")
    monkeypatch.setattr("evidence.judges.default.load_surety", lambda: other)
    with pytest.raises(ModelMissing, match="another embedder, encoder"):
        load_default()


def test_the_shipped_weights_are_small_and_no_pickle() -> None:
    """Trees as plain arrays."""
    assert FILE.stat().st_size < 2_000_000
    with np.load(FILE, allow_pickle=False) as stored:
        assert {"support.value", "refute.value"} <= set(stored.files)


def test_more_support_by_the_encoder_is_never_less_support() -> None:
    """The trees are held to it, so that no odd corner of the data turns agreement into doubt."""
    surety = load_surety()
    row = np.zeros((11, len(NUMBERS)))
    row[:, NUMBERS.index("covered_nearby")] = 0.8
    for name in ("whole_supports", "own_supports", "best_supports"):
        row[:, NUMBERS.index(name)] = np.linspace(0, 1, 11)
    supports, _ = surety.of(row)
    assert np.all(np.diff(supports) >= 0)
    assert supports[-1] > supports[0]


@pytest.mark.parametrize("content", [b"", b"not a file", None])
def test_weights_that_cannot_be_used_say_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty and broken."""
    path = tmp_path / "surety.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelMissing, match="judge"):
        load_surety(path)


def test_trees_go_left_up_to_the_threshold() -> None:
    """One split on the second number."""
    trees = Trees(
        feature=np.array([1, -1, -1], dtype=np.int32), threshold=np.array([0.5, 0.0, 0.0]),
        left=np.array([1, 1, 2], dtype=np.int32), right=np.array([2, 1, 2], dtype=np.int32),
        value=np.array([0.0, -2.0, 2.0]), roots=np.array([0], dtype=np.int32), base=0.0,
    )  # fmt: skip
    low, edge, high = trees.score(np.array([[9.0, 0.0], [9.0, 0.5], [0.0, 0.6]]))
    assert low == edge < 0 < high
