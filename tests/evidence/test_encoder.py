"""The stance encoder: the same answers as the network that was trained, and what happens when it cannot be used."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from claims.bert import PIECES, TABLE, UNKNOWN, load_weights
from evidence.encoder import FILE, load_encoder
from evidence.encoder_rows import DIGIT_FOUND, DIGIT_MISSING, KINDS, SAME, UNMET, PairRows
from evidence.errors import ModelMissing
from training.encoder.network import Reader
from training.encoder.start import unpacked

PAIRS = [
    ("افتُتح الجسر عام 1987.", "The bridge was opened in 1987 before several hundred people."),
    ("The bridge was opened in 1999.", "افتُتح الجسر عام 1987."),
    ("", "nothing is claimed here"),
    ("something is claimed here", ""),
    ("长江大桥于1968年通车。", "El puente se inauguró en 1968. " * 40),
]


@pytest.fixture(scope="module")
def network() -> Reader:
    state = unpacked(FILE)
    reader = Reader(state["table.nibbles"].shape[0])
    reader.load_state_dict(state)
    return reader.eval()


@pytest.mark.parametrize(("claim", "passage"), PAIRS)
def test_the_answers_are_those_of_the_network_that_was_trained(network: Reader, claim: str, passage: str) -> None:
    """Training reads with torch, the program with numpy; both must read the same."""
    encoder, rows = load_encoder(), PairRows()
    row = rows.of(*rows.ids([claim, passage]))
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


def test_the_shipped_encoder_fits_in_thirty_megabytes_with_its_pieces() -> None:
    """All in four bits; every kind of meeting on both sides has a vector."""
    assert sum(path.stat().st_size for path in (FILE, PIECES, TABLE)) < 30_000_000
    assert load_file(FILE)["met.weight"].shape[0] == 2 * KINDS


@pytest.mark.parametrize(
    "text", ["افتُتح الجسر عام ١٩٨٧", "Der Fluß überschwemmte", "он открыл мост", "köprü açıldı", "پل باز شد", "长江大桥", "le pont fut inauguré"]
)  # fmt: skip
def test_words_of_the_languages_at_hand_are_known(text: str) -> None:
    """No piece of them is the one for unknown letters."""
    rows = PairRows()
    (ids,) = rows.ids([text])
    assert UNKNOWN not in ids


def test_the_file_that_ships_names_the_pieces_and_the_table_that_ship() -> None:
    """Or else every piece would stand for another word."""
    assert set(load_weights(FILE)) >= {"table.nibbles", "layers.11.down.weight", "answer.bias"}


def test_a_number_of_the_claim_is_marked_as_found_or_missing() -> None:
    """So are words that stand on both sides; commas and full stops are not."""
    rows = PairRows()
    claim, passage = rows.ids(["opened in 1987 , 1999 .", "built in 1987 , said all ."])
    met = rows.of(claim, passage).met
    pieces = Tokenizer.from_file(str(PIECES))
    words = [str(pieces.id_to_token(int(number))).strip("▁") for number in claim]
    kinds = dict(zip(words, met[1 : 1 + len(words)], strict=True))
    assert (kinds["in"], kinds["1987"], kinds["1999"], kinds[","]) == (SAME, DIGIT_FOUND, DIGIT_MISSING, UNMET)


def test_digits_and_vowel_signs_of_arabic_change_nothing() -> None:
    """One number, one word, however it is spelt."""
    rows = PairRows()
    plain, signed = rows.ids(["افتتح الجسر عام 1987", "افتُتِح الجســر عام ١٩٨٧"])
    assert plain.tolist() == signed.tolist()


def test_an_encoder_of_other_pieces_is_refused(tmp_path: Path) -> None:
    """Its piece numbers would mean other words."""
    path = tmp_path / "encoder.safetensors"
    save_file({"answer.bias": np.zeros(3, dtype=np.float32)}, path, metadata={"pieces": "another"})
    with pytest.raises(ModelMissing, match="taught on pieces another"):
        load_encoder(path)


@pytest.mark.parametrize("content", [b"", b"not a file", None])
def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty and broken."""
    path = tmp_path / "encoder.safetensors"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelMissing, match="Install the program again"):
        load_encoder(path)
