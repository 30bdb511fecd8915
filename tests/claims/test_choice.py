"""Which statements of a sentence are claims: whole ones, each once, by what rules and network read."""

from datetime import date

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file

from claims import choice, statements
from claims.article import read_article
from claims.choice import Candidate, chosen, looked_at, words_in
from claims.errors import WeightsUnusable
from claims.extract import extract_claims
from claims.records import ClaimKind
from claims.segment_heads import read_head
from claims.segmenter import load_segmenter
from training.segmenter.statements import Network, Row, chances_of


def picked(text: str, language: str, *parts: tuple[str, ...]) -> list[bool]:
    """Whether each stretch, told by its parts, is taken where rules found it, beside what the network found."""
    pool = [Candidate(tuple((text.index(p), text.index(p) + len(p)) for p in one), net=False) for one in parts]
    seen = load_segmenter().read_all([text])[text]
    assert seen is not None
    pool += [Candidate(told.content, net=True, sure=told.sure) for told in seen.told]
    taken = [words_in(text, pool[at].spans) for at in chosen(text, language, seen, pool)]
    return [words_in(text, one.spans) in taken for one in pool[: len(parts)]]


@pytest.mark.parametrize(
    ("language", "text", "whole", "broken"),
    [
        ("en", "The ministry closed the plant in May and sold the land to a bank.",
         ("The ministry", "sold the land to a bank"), ("the plant in May and sold",)),
        ("ar", "افتتحت الوزيرة المتحف يوم الأحد ووقعت اتفاقا مع بلدية حلب.",
         ("افتتحت الوزيرة المتحف يوم الأحد",), ("المتحف يوم الأحد ووقعت",)),
        ("fr", "Le ministère a fermé l'usine en mai et vendu le terrain à une banque.",
         ("Le ministère a fermé l'usine en mai",), ("l'usine en mai et vendu",)),
    ],
)  # fmt: skip
def test_a_whole_statement_is_a_claim_and_a_broken_one_is_none(
    language: str, text: str, whole: tuple[str, ...], broken: tuple[str, ...]
) -> None:
    """Words torn from their verb read fluently and say something else."""
    assert picked(text, language, whole, broken) == [True, False]


def test_two_statements_about_a_long_subject_are_both_claims() -> None:
    """They have most words in common, and each a verb of its own."""
    article = read_article(
        b"Los pescadores que venden en el puerto declaran sus capturas y pagan una tasa.",
        source="a.txt", language="es", published_on=date(2025, 3, 28),
    )  # fmt: skip
    made = [claim.text for claim in extract_claims(article) if claim.kind is ClaimKind.CONTENT]
    assert any(text.endswith("sus capturas") for text in made)
    assert any(text.endswith("una tasa") for text in made)


def test_broken_weights_say_what_to_do(tmp_path, monkeypatch) -> None:
    """One sentence, and no claim chosen by half a file."""
    broken = tmp_path / "statements.safetensors"
    broken.write_bytes(statements.FILE.read_bytes()[:1000])
    monkeypatch.setattr(statements, "FILE", broken)
    statements.load_statements.cache_clear()
    with pytest.raises(WeightsUnusable, match="Install the program again"):
        picked("The bridge was closed in May.", "en", ("The bridge was closed in May",))


def test_weights_taught_on_another_segmenter_are_refused(tmp_path) -> None:
    """They would read units that they were not made for, and choose by chance."""
    strange = tmp_path / "statements.safetensors"
    save_file(load_file(statements.FILE), strange, metadata={"segmenter": "0" * 64})
    with pytest.raises(WeightsUnusable, match="taught on the segmenter 0000"):
        read_head(strange, "training/segmenter/choose.py")


def test_what_ships_gives_the_chances_that_were_taught(tmp_path) -> None:
    """The network in numpy and the one that is taught are one."""
    text = "The ministry closed the plant in May and sold the land to a bank."
    seen = load_segmenter().read_all([text])[text]
    assert seen is not None
    pool = [Candidate(one.content, net=True, sure=one.sure) for one in (*seen.told, *seen.guesses) if one.content]
    looked = looked_at(text, "en", seen, pool)
    network = Network()
    state = {name: torch.from_numpy(array.astype(np.float32)) for name, array in load_file(statements.FILE).items()}
    network.load_state_dict(state)
    taught = chances_of(network.eval(), [Row.of(seen, looked, np.zeros(len(pool), np.float32))])[0]
    assert statements.load_statements().chances(seen, looked) == pytest.approx(taught, abs=0.01)


def test_a_figure_that_no_likely_statement_tells_is_told_by_the_likeliest_that_does() -> None:
    """Where nothing else holds the 40 per cent, a doubtful statement is better than none; a bad one is not."""
    looked = choice.Looked(
        numbers=np.zeros((3, 1), np.float32),
        predicates=[frozenset({1}), frozenset({0}), frozenset({0})],
        mains=[1, 0, 0],
        words=[frozenset({20, 30, 40}), frozenset({0, 10, 50}), frozenset({0, 50})],
        figures=frozenset({50}),
        inside=np.zeros((3, 0), bool),
        titles=frozenset(),
        wider=[[], [], []],
    )
    assert looked.best(np.array([0.9, 0.3, 0.25], np.float32), 0.5) == [0, 1]
    assert looked.best(np.array([0.9, 0.1, 0.1], np.float32), 0.5) == [0]


def test_a_title_with_its_name_needs_less_than_a_statement_does() -> None:
    """The rules read it off the words; the network takes it for part of its sentence."""
    looked = choice.Looked(
        numbers=np.zeros((3, 1), np.float32),
        predicates=[frozenset({0}), frozenset(), frozenset()],
        mains=[0, -1, -1],
        words=[frozenset({0, 10, 20, 30, 40}), frozenset({20, 30, 40}), frozenset({0, 10})],
        figures=frozenset(),
        inside=np.zeros((3, 0), bool),
        titles=frozenset({1}),
        wider=[[], [], []],
    )
    assert looked.best(np.array([0.9, 0.2, 0.2], np.float32), 0.5) == [0, 1]


def test_an_event_within_a_statement_is_a_claim_besides() -> None:
    """As in "it came after the closing of the plant in May": most words in common, two predicates."""
    looked = choice.Looked(
        numbers=np.zeros((3, 1), np.float32),
        predicates=[frozenset({0, 3}), frozenset({3}), frozenset({0, 3})],
        mains=[0, 3, 0],
        words=[frozenset(range(12)), frozenset(range(4, 12)), frozenset(range(11))],
        figures=frozenset(),
        inside=np.zeros((3, 0), bool),
        titles=frozenset(),
        wider=[[], [], []],
    )
    assert looked.best(np.array([0.9, 0.8, 0.7], np.float32), 0.5) == [0, 1]


def test_a_rank_is_told_with_all_that_it_ranks_among() -> None:
    """The first to win a prize is not the first of all: of two readings the wider one is safe."""
    text = (
        "وفي جناح الأدب صورة كبيرة لنجيب محفوظ، المولود في الإسكندرية عام 1911، "
        "وهو أول أديب يكتب بالعربية ينال جائزة نوبل في الأدب، وكان ذلك عام 1988."
    )
    article = read_article(text.encode(), source="a.txt", language="ar", published_on=date(2025, 3, 28))
    told = [claim.text for claim in extract_claims(article) if "أول أديب" in claim.text]
    assert told
    assert all("نوبل" in one for one in told)
