"""What a pronoun, a left-out subject or a bare description means: ranked, and left open where it is not likely."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import regex
from safetensors.numpy import load_file, save_file

from claims.article import read_article
from claims.errors import WeightsUnusable
from claims.extract import extract_claims
from claims.meant.entities import Entities
from claims.meant.grounds import MOST, NAMES, candidates_of
from claims.meant.ranking import FILE, load_ranking
from claims.meant.records import Mention, Part, Reference
from claims.meant.vectors import WIDTH
from claims.segment_heads import read_head


def fills(text: str, language: str) -> set[str]:
    """What stands in brackets in the claims of a text."""
    article = read_article(text.encode(), source="a.txt", published_on=date(2025, 3, 28), language=language)
    return {fill for claim in extract_claims(article) for fill in regex.findall(r"\[([^\]]*)\]", claim.text)}


@pytest.mark.parametrize(
    ("language", "text", "meant", "never"),
    [
        ("en", "Hanna Brook owns the smithy at Nether Wallop with her two brothers. She studied law before she came home in 2009.", "Hanna Brook", "Nether Wallop"),
        ("en", "Tarn Ceramics, a maker of roof tiles, closed its kiln in May. Mayor Edith Lund called the decision a shock. She has ordered an inquiry.", "Edith Lund", "Tarn Ceramics"),
        ("fr", "Fondée en 1931 par le chimiste Armand Vasseur, la verrerie emploie 212 personnes. La maire, Odile Kerven, soutient le projet. Elle a promis une aide de 2 millions d'euros.", "Odile Kerven", "Armand Vasseur"),
        ("de", "Die Fähre, die Norden mit der Insel Baltrum verbindet, ist 40 Meter lang. Sie wurde 1968 gebaut.", "Die Fähre", "Insel Baltrum"),
        ("ar", "أعلنت شركة النورس للخزف أمس أنها ستغلق مصنعها في مدينة الصفا. وقالت الشركة إن أرباحها تراجعت 12 في المئة.", "شركة النورس للخزف", "الصفا"),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_can_do_what_is_told_and_no_place_or_founder_beside(
    language: str, text: str, meant: str, never: str
) -> None:
    found = fills(text, language)
    assert any(meant in fill for fill in found), found
    assert not any(fill.endswith(never) for fill in found), found


def test_a_river_is_no_she_and_a_founder_no_it() -> None:
    """Where nobody fits, it is left open, however alone the candidate stands."""
    assert fills("A river\n\nThe Warda River is 212 kilometres long.\n\nShe was 12 then.", "en") <= {"?"}
    assert fills("Brian Holm founded the company in 1984. It went bankrupt in 2022.", "en") <= {"?", "the company"}


def test_whoever_may_be_meant_of_two_is_left_open() -> None:
    """Two women, and nothing tells which of them resigned."""
    found = fills("Anna Berg met Clara Holm at the airport in Oslo on Monday. She resigned in May.", "en")
    assert not {"Anna Berg", "Clara Holm"} <= found


def test_of_many_things_those_that_fit_or_stand_near_are_weighed() -> None:
    """No more than MOST, and never the reference itself."""
    entities = Entities("en")
    for at in range(60):
        name = f"Thing Number{at}"
        entities.enter(Mention(start=at * 20, end=at * 20 + len(name), text=name, heads=frozenset({name.lower()}), named=True), at // 6)  # fmt: skip
    reference = Reference(start=1300, end=1302, part=Part.SUBJECT)
    found = candidates_of(entities.all, reference, 10, 0)
    assert len(found) == MOST
    assert found[-1].label.text == "Thing Number59"
    itself = Reference(start=59 * 20, end=59 * 20 + len("Thing Number59"), part=Part.OTHER)
    assert all(one.label.text != "Thing Number59" for one in candidates_of(entities.all, itself, 10, 0))


def test_chances_are_shares_of_all_candidates_and_none() -> None:
    """One number a candidate, and one that none of them is meant; together 1."""
    rng = np.random.default_rng(3)
    vectors = rng.normal(size=(5, WIDTH)).astype(np.float32)
    chances = load_ranking().chances(vectors[0], vectors, vectors, np.zeros((5, len(NAMES)), np.float32))
    assert chances.shape == (6,)
    assert abs(chances.sum() - 1) < 1e-5


def test_a_network_taught_on_another_segmenter_is_refused(tmp_path: Path) -> None:
    """Its units would mean something else."""
    path = tmp_path / "meant.safetensors"
    save_file(load_file(FILE), path, metadata={"segmenter": "another"})
    with pytest.raises(WeightsUnusable, match="another"):
        read_head(path, "training/fills/fit.py")
