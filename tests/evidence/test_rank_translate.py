"""What words mean in English: learnt from pairs, written, read back and used."""

from collections import Counter
from pathlib import Path

import pytest

from evidence.errors import ModelMissing
from evidence.rank import translate
from evidence.rank.lexical import TermIndex, each_whole
from evidence.rank.translate import each_meant, in_pivot, lexicon
from evidence.rank.words import terms
from training.embedder.lexicon import read_bitext, write_lexicon

PAIRS = [
    ("the house is white", "ev beyaz"), ("the house is old", "ev eski"), ("the car is white", "araba beyaz"),
    ("the car is old", "araba eski"), ("the house is small", "ev küçük"), ("the car is small", "araba küçük"),
]  # fmt: skip


@pytest.fixture
def learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lexicon of six Turkish sentences, in place of the one that ships."""
    rows = [("pair", "tr", "test", english, text) for english, text in PAIRS]
    write_lexicon(tmp_path / "tr.npz", read_bitext(rows, "tr"))
    monkeypatch.setattr(translate, "SHIPPED", tmp_path)
    lexicon.cache_clear()
    yield tmp_path
    lexicon.cache_clear()


def test_meanings_are_learnt_from_pairs_alone(learnt: Path) -> None:
    """Each word goes with the word that is always beside it, not with those that are everywhere."""
    for word, english in (("ev", "house"), ("araba", "car"), ("beyaz", "white")):
        ((meanings),) = each_meant(terms(word, "tr"), "tr")
        assert max(meanings, key=meanings.get) == terms(english, "en")[0]


def test_the_same_pairs_give_the_same_file(learnt: Path, tmp_path: Path) -> None:
    """No chance has a hand in it."""
    rows = [("pair", "tr", "test", english, text) for english, text in PAIRS]
    write_lexicon(tmp_path / "again.npz", read_bitext(rows, "tr"))
    assert (tmp_path / "again.npz").read_bytes() == (learnt / "tr.npz").read_bytes()


def test_what_was_never_learnt_stands_for_itself(learnt: Path) -> None:
    """A name in Latin letters, a number and a language without a lexicon keep their terms."""
    assert each_meant(["deepseek", "1989"], "tr") == [{"1989": 1.0}, {"deepseek": 1.0}]
    assert in_pivot({"casa": 2}, "xx") == {"casa": 2}


def test_a_term_counts_once_however_many_meanings_it_has() -> None:
    """Finding both of two likely translations is no better than the word itself said as often."""
    index = TermIndex([Counter(["big", "large"]), Counter(["big", "oil"]), Counter(["wheat", "oil"])])
    both = index.scores([{"big": 0.5, "large": 0.5}])
    assert both[0] > both[1] > both[2] == 0
    assert both.max() <= 1
    assert (index.scores(each_whole(["oil"])) == index.scores([{"oil": 1.0}])).all()


HOSPITAL = {
    "ar": "المستشفى", "de": "Krankenhaus", "es": "hospital", "fa": "بیمارستان", "fr": "hôpital", "hi": "अस्पताल",
    "ru": "больница", "tr": "hastane", "ur": "ہسپتال", "zh": "医院",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(path.stem for path in translate.SHIPPED.glob("*.npz")))
def test_the_shipped_lexicon_fits_how_words_are_cut_today(language: str) -> None:
    """Common words are found by the terms that word search makes of them; a new stemmer would lose them."""
    ((meanings),) = each_meant(terms(HOSPITAL[language], language), language)
    assert max(meanings, key=meanings.get) == terms("hospital", "en")[0]


def test_languages_far_from_english_have_a_lexicon() -> None:
    """Those in which the embedder alone is weakest."""
    assert {"hi", "ru", "tr", "ur", "zh"} <= {path.stem for path in translate.SHIPPED.glob("*.npz")}


def test_half_a_file_is_named(learnt: Path) -> None:
    """A copy that broke off is a sentence, not a traceback of the zip library."""
    whole = (learnt / "tr.npz").read_bytes()
    (learnt / "tr.npz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelMissing, match=r"lexicon .*tr\.npz cannot be read"):
        each_meant(["ev"], "tr")
