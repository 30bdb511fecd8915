"""The stance encoder: the same answers as the network that was trained, and what happens when it cannot be used."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file

from evidence.encoder import FILE, load_encoder
from evidence.encoder_rows import KINDS, PairRows
from evidence.errors import ModelMissing
from training.encoder.network import Reader

PAIRS = [
    ("افتُتح الجسر عام 1987.", "The bridge was opened in 1987 before several hundred people."),
    ("The bridge was opened in 1999.", "افتُتح الجسر عام 1987."),
    ("", "nothing is claimed here"),
    ("something is claimed here", ""),
    ("长江大桥于1968年通车。", "El puente se inauguró en 1968. " * 40),
]


@pytest.fixture(scope="module")
def network() -> Reader:
    stored = load_file(FILE)
    state = {
        name: torch.from_numpy(
            tensor.astype(np.float32) * stored[f"{name}.scale"][:, None] if f"{name}.scale" in stored else tensor
        )
        for name, tensor in stored.items()
        if not name.endswith(".scale")
    }
    reader = Reader(state["table.weight"].shape[0] - 3)
    reader.load_state_dict(state)
    return reader.eval()


@pytest.mark.parametrize(("claim", "passage"), PAIRS)
def test_the_answers_are_those_of_the_network_that_was_trained(network: Reader, claim: str, passage: str) -> None:
    """Training reads with torch, the program with numpy; both must read the same."""
    encoder = load_encoder()
    row = PairRows(encoder.tokens).of(*encoder.tokens.ids([claim, passage]))
    with torch.no_grad():
        expected = network(*(torch.from_numpy(part)[None] for part in row)).softmax(1)[0].numpy()
    assert np.allclose(encoder.read(claim, passage), expected, atol=2e-4)


def test_an_answer_does_not_depend_on_what_was_asked_before() -> None:
    """Same pair, same shares, to the last digit that is kept."""
    encoder = load_encoder()
    first = encoder.read(*PAIRS[0])
    encoder.read(*PAIRS[4])
    assert encoder.read(*PAIRS[0]) == first
    assert sum(first) == pytest.approx(1.0, abs=2e-4)


def test_the_shipped_encoder_fits_in_thirty_megabytes_and_names_its_embedder() -> None:
    """Bytes with a scale a row; every kind of meeting on both sides has a vector."""
    assert FILE.stat().st_size < 30_000_000
    assert load_file(FILE)["met.weight"].shape[0] == 2 * KINDS


def test_an_encoder_of_another_embedder_is_refused(tmp_path: Path) -> None:
    """Its token numbers would mean other words."""
    path = tmp_path / "encoder.safetensors"
    save_file({"answer.bias": np.zeros(3, dtype=np.float32)}, path, metadata={"embedder": "another"})
    with pytest.raises(ModelMissing, match="trained on embedder another"):
        load_encoder(path)


@pytest.mark.parametrize("content", [b"", b"not a file", None])
def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty and broken."""
    path = tmp_path / "encoder.safetensors"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelMissing, match="Install the program again"):
        load_encoder(path)
