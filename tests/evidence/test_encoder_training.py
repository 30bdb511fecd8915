"""What the stance encoder is taught with: rows put together on a device, pages as they are shown, four-bit matrices."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
import torch

from claims.bert import widened
from evidence.encoder_rows import LONGEST, PairRows
from training.encoder.feed import SHARES, Feed
from training.encoder.mean import between
from training.encoder.network import Matrix, coarsened
from training.encoder.pack import blocks_of
from training.encoder.pages import read_pages, windows
from training.encoder.prepare import GROUPS
from training.encoder.switching import switched
from training.encoder.texts import Texts

PAGE = """# Halvo Bridge
@ en
1 Halvo Bridge was opened on 3 May 1957.
2 ## Traffic. It carries 3,000 cars a day.
3 A second bridge was finished in 1981.
s fr 1 | Le pont de Halvo a ouvert en 1957.
r ar 1 | افتُتح جسر هالفو عام 1981.
n en | Halvo Bridge cost 4 million crowns.
"""


def test_rows_put_together_on_a_device_are_those_that_the_program_makes(tmp_path: Path) -> None:
    """Short, long, empty of letters, with numbers found and missing: the network must be taught what it will be shown."""
    pair_rows, texts = PairRows(), Texts()
    pairs = [
        ("افتُتح الجسر عام ١٩٨٧.", "The bridge was opened in 1987, not in 1999."),
        ("It was opened in 1999 , they say .", "长江大桥于1968年通车。 " * 60),
        ("a long claim about one thing and another " * 20, "El puente."),
    ]
    numbers = np.array([(texts.number(c), texts.number(p), 0, 0) for c, p in pairs], dtype=np.int32)
    ids, starts = texts.ids(pair_rows)
    np.savez(
        tmp_path / "pairs.npz", ids=ids, starts=starts, train=numbers, dev=numbers[:, :3],
        dev_names=np.array(json.dumps([["all", 3]])), digit=pair_rows.digit, blank=pair_rows.blank,
    )  # fmt: skip
    feed = Feed(tmp_path / "pairs.npz", "cpu", 1)
    made = feed.rows(numbers[:, 0], numbers[:, 1])
    for at, (claim, passage) in enumerate(pairs):
        expected = pair_rows.of(*pair_rows.ids([claim, passage]))
        for ours, theirs in zip(made, expected, strict=True):
            assert ours[at, : len(theirs)].tolist() == theirs.tolist()
        assert (made[0][at, len(expected.ids) :] == 1).all()
    assert made[0].shape[1] <= LONGEST


def test_every_group_of_pairs_has_its_share() -> None:
    """A group without one would never be learnt from."""
    assert tuple(SHARES) == GROUPS
    assert sum(SHARES.values()) == pytest.approx(1)


def test_a_matrix_comes_back_from_its_blocks_as_it_was_taught_to_act() -> None:
    """What is packed is what the network was in the last part of its teaching."""
    torch.manual_seed(1)
    weight = torch.randn(6, 64)
    weight[2] = 0
    nibbles, scales = blocks_of(weight)
    back = torch.from_numpy(widened(nibbles, scales))
    assert torch.allclose(back, coarsened(weight), atol=1e-6)
    assert (back - weight).abs().max() < 0.35
    layer = Matrix(64, 6)
    layer.coarse = True
    layer(torch.ones(1, 64)).sum().backward()
    assert layer.weight.grad is not None
    assert (layer.weight.grad == 1).all()


def test_a_page_of_ours_becomes_passages_that_decide_and_passages_that_do_not(tmp_path: Path) -> None:
    """With its title and heading above, as the judge is shown them; the sentences of another bridge decide nothing."""
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    (page,) = read_pages(tmp_path)
    rows = [one.pair() for one in windows(page, random.Random(2))]
    decided = [row for row in rows if row[5] == "r"]
    assert decided
    assert all("opened on 3 May 1957." in row[3] for row in decided)
    beside = [row for row in rows if row[0] == "pages_beside"]
    assert beside
    assert all("1957" not in row[3] and row[5] == "n" for row in beside)
    assert any(row[3].startswith("Halvo Bridge. Traffic. It carries") for row in rows)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("s en 4 | Too far.", "line 9: a claim names the sentences"),
        ("5 A sentence too early.", "line 9: neither the next"),
    ],
)
def test_a_page_that_is_written_otherwise_is_refused_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    """A label without its sentence would teach what is not so."""
    (tmp_path / "a.txt").write_text(PAGE + line + "\n", "utf-8")
    with pytest.raises(ValueError, match=said):
        list(read_pages(tmp_path))


def test_switched_texts_keep_their_numbers_and_names() -> None:
    """They are what the label hangs on."""
    words = {"bridge": ["جسر"], "opened": ["افتتح"], "march": ["مارس"]}
    made = switched("The bridges were opened by Olav in March 1957.", words, 1.0, random.Random(1))
    assert made == "The جسر were افتتح by Olav in March 1957."


def test_a_mean_of_weights_lies_between_them_and_keeps_what_is_new() -> None:
    before = {"layers.0.up.weight": torch.zeros(2, 2), "answer.bias": torch.zeros(3)}
    after = {"layers.0.up.weight": torch.ones(2, 2), "answer.bias": torch.ones(3)}
    mixed = between(before, after, 0.25)
    assert mixed["layers.0.up.weight"].tolist() == [[0.25, 0.25], [0.25, 0.25]]
    assert mixed["answer.bias"].tolist() == [1, 1, 1]
