"""The learnt segmenter: the answers of the network that was trained, and what becomes of a sentence that it reads."""

import numpy as np
import pytest
import torch

from claims.bert import PIECES, load_weights, widened
from claims.segment_rows import LONGEST, joined, row_of, runs_of, unbroken_in
from claims.segmenter import FILE, load_segmenter
from training.segmenter.network import Segmenter

SENTENCES = [
    "Le maire, élu en 2014, a annoncé lundi que le pont fermerait en mai et que les travaux coûteraient 3 millions.",
    "قال الوزير إن الميناء الذي افتُتح عام 1987 سيُغلق في أيار، فيما نفى ناطق باسم الشركة ذلك.",
    "市长周一表示，大桥将于五月关闭，维修费用约为三百万元。",
    "It rained.",
]


@pytest.fixture(scope="module")
def network() -> Segmenter:
    weights = load_weights(FILE)
    made = Segmenter(6)
    made.load_state_dict({name: torch.from_numpy(weights[name].astype(np.float32)) for name in made.state_dict()})
    return made.eval()


@pytest.mark.parametrize("text", SENTENCES)
def test_numpy_finds_what_the_network_that_was_trained_finds(network: Segmenter, text: str) -> None:
    """Training reads with torch, the program with numpy and several sentences at a time; both must read the same."""
    row = row_of(text, PIECES)
    assert row is not None
    weights = load_weights(FILE)
    ids = np.asarray(row.ids)
    rows = torch.from_numpy(widened(weights["table.nibbles"][ids], weights["table.scales"][ids]))[None]
    first, last, wide = (torch.tensor([part]) for part in (row.first, row.last, row.ids))
    with torch.no_grad():
        units = network.units(rows, wide, first, last)
        anchors = network.predicates(units)[0].argsort(descending=True)[:3]
        members = network.members(units, anchors[None], torch.ones(1, len(row.first), dtype=torch.bool))[0]
    segmenter = load_segmenter()
    others = [other for one in SENTENCES if (other := row_of(one, PIECES)) is not None]
    mine = segmenter.units(others)[SENTENCES.index(text)]
    assert np.allclose(mine, units[0].numpy(), atol=2e-3)
    assert np.allclose(segmenter.members(mine, anchors.numpy()), members.numpy(), atol=1e-2)


def test_a_sentence_longer_than_the_network_reads_is_left_to_the_rules() -> None:
    """No part of it is cut off in silence."""
    long = "The bridge was closed and " * LONGEST
    read = load_segmenter().read_all([long, "The bridge was closed."])
    assert read[long] is None
    assert read["The bridge was closed."]


def test_the_weights_fit_in_fourteen_megabytes() -> None:
    """Bytes with a scale a row; the table of pieces is that of the encoder."""
    assert FILE.stat().st_size < 14_000_000


@pytest.mark.parametrize("text", [*SENTENCES, "A"])
def test_stretches_of_units_are_those_of_their_places(text: str) -> None:
    """Runs are found by number; they are the stretches that one gets by looking at the text between the units."""
    row = row_of(text, PIECES)
    assert row is not None
    places = np.stack([row.starts, row.ends], 1)
    drawn = np.random.default_rng(7)
    for share in (0.0, 0.2, 0.5, 0.8, 1.0):
        inside = drawn.random(len(places)) < share
        pairs = [(int(start), int(end)) for start, end in places[inside]]
        assert runs_of(places, inside, unbroken_in(text, row)) == joined(text, pairs)
