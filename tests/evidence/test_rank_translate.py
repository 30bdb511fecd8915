"""What words mean in English: learnt from pairs, written, read back and used."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from evidence.errors import ModelMissing
from evidence.rank import translate
from evidence.rank.lexical import TermIndex, each_whole
from evidence.rank.translate import each_meant, in_pivot, lexicon
from evidence.rank.words import terms
from training.embedder.cedict import cedict_rows
from training.embedder.lexicon import learn

PAIRS = [
    ("the house is white", "ev beyaz"), ("the house is old", "ev eski"), ("the car is white", "araba beyaz"),
    ("the car is old", "araba eski"), ("the house is small", "ev küçük"), ("the car is small", "araba küçük"),
]  # fmt: skip


@pytest.fixture
def learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lexicon of six Turkish sentences, in place of the one that ships."""
    rows = [("pair", "tr", "test", english, text) for english, text in PAIRS]
    learn(tmp_path / "tr.npz", rows, "tr")
    monkeypatch.setattr(translate, "SHIPPED", tmp_path)
    lexicon.cache_clear()
    yield tmp_path
    lexicon.cache_clear()


def test_meanings_are_learnt_from_pairs_alone(learnt: Path) -> None:
    """Each word goes with the word that is always beside it, not with those that are everywhere."""
    for word, english in (("ev", "house"), ("araba", "car"), ("beyaz", "white")):
        (meanings,) = meanings_of(word, "tr")
        assert max(meanings, key=meanings.get) == terms(english, "en")[0]


def test_the_same_pairs_give_the_same_file(learnt: Path, tmp_path: Path) -> None:
    """No chance has a hand in it."""
    rows = [("pair", "tr", "test", english, text) for english, text in PAIRS]
    learn(tmp_path / "again.npz", rows, "tr")
    assert (tmp_path / "again.npz").read_bytes() == (learnt / "tr.npz").read_bytes()


def test_what_was_never_learnt_stands_for_itself(learnt: Path) -> None:
    """A name in Latin letters, a number and a language without a lexicon keep their terms."""
    assert meanings_of("DeepSeek 1989", "tr") == [{"1989": 1.0}, {"deepseek": 1.0}]
    assert in_pivot("casa casa", ["casa", "casa"], "xx") == {"casa": 2}


def test_a_name_that_was_never_learnt_is_cut_as_english_cuts_it(learnt: Path) -> None:
    """Or "Rangers" of a Turkish claim would not be found in an English passage."""
    (meanings,) = meanings_of("Rangers", "tr")
    assert list(meanings) == terms("Rangers", "en")


def test_a_term_counts_once_however_many_meanings_it_has() -> None:
    """Finding both of two likely translations is no better than the word itself said as often."""
    index = TermIndex([Counter(["big", "large"]), Counter(["big", "oil"]), Counter(["wheat", "oil"])])
    both = index.scores([{"big": 0.5, "large": 0.5}])
    assert both[0] > both[1] > both[2] == 0
    assert both.max() <= 1
    assert (index.scores(each_whole(["oil"])) == index.scores([{"oil": 1.0}])).all()


def meanings_of(text: str, language: str) -> list[Mapping[str, float]]:
    """The meanings of each term of a query."""
    return each_meant(text, terms(text, language), language)


HOSPITAL = {
    "ar": "المستشفى", "de": "Krankenhaus", "es": "hospital", "fa": "بیمارستان", "fr": "hôpital", "hi": "अस्पताल",
    "ru": "больница", "tr": "hastane", "ur": "ہسپتال", "zh": "医院",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(path.stem for path in translate.SHIPPED.glob("*.npz")))
def test_the_shipped_lexicon_fits_how_words_are_cut_today(language: str) -> None:
    """Common words are found by the terms that word search makes of them; a new stemmer would lose them."""
    (meanings,) = meanings_of(HOSPITAL[language], language)
    assert max(meanings, key=meanings.get) == terms("hospital", "en")[0]


def test_each_language_of_the_embedder_has_a_lexicon() -> None:
    """All but English, which is what the meanings are in."""
    assert {path.stem for path in translate.SHIPPED.glob("*.npz")} == set(HOSPITAL)


CHINESE = [
    ("hospital", "医院"), ("Beijing", "北京"), ("university", "大学"), ("capital", "京大"), ("north", "北"),
    ("the hospital in Beijing", "北京的大医院在北京"), ("a university in Beijing", "北京大学在北京"),
    ("the hospital of the university", "大学医院是大学的医院"), ("of", "的"), ("in", "在"), ("is", "是"), ("big", "大"),
]  # fmt: skip


def test_chinese_is_cut_into_words_that_mean_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several ways to cut a run the one of common words: not the pairs of characters that word search compares."""
    learn(tmp_path / "zh.npz", [("pair", "zh", "test", english, text) for english, text in CHINESE], "zh")
    monkeypatch.setattr(translate, "SHIPPED", tmp_path)
    lexicon.cache_clear()
    found = meanings_of("北京大学", "zh")
    lexicon.cache_clear()
    assert [max(m, key=m.get) for m in found] == [*terms("Beijing", "en"), *terms("university", "en")]


def test_a_forms_dictionary_undoes_chains_of_endings() -> None:
    """A stemmer took Turkish and Hindi endings off in the wrong place."""
    assert terms("şehirlerinden", "tr") == terms("Şehir", "tr")
    assert terms("IŞIK", "tr") == terms("ışık", "tr")
    assert terms("लड़कियों", "hi") == terms("लड़की", "hi")


def test_a_dictionary_entry_is_a_pair_for_each_meaning_unless_it_stands_in_a_test_set(tmp_path: Path) -> None:
    """Remarks in brackets and references are no meanings."""
    path = tmp_path / "cedict.txt"
    path.write_text(
        "# CC-CEDICT\n醫院 医院 [yi1 yuan4] /hospital/CL:所[suo3]/\n犬 犬 [quan3] /dog (formal)/variant of 狗/\n"
    )
    rows = [(row[3], row[4]) for row in cedict_rows(path, {"dog"})]
    assert rows == [("hospital", "醫院"), ("hospital", "医院")]


def test_half_a_file_is_named(learnt: Path) -> None:
    """A copy that broke off is a sentence, not a traceback of the zip library."""
    whole = (learnt / "tr.npz").read_bytes()
    (learnt / "tr.npz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelMissing, match=r"lexicon .*tr\.npz cannot be read"):
        meanings_of("ev", "tr")
