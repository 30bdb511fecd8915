"""What the editor leaves out and keeps, on sentences of our own writing; its weights are the shipped ones."""

from datetime import date
from pathlib import Path

import pytest

from claims import editor
from claims.article import read_article
from claims.errors import WeightsUnusable
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind, Modality


def _claims(text: str, language: str) -> list[Claim]:
    article = read_article(text.encode(), source="x.txt", language=language, published_on=date(2025, 3, 28))
    return extract_claims(article)


def _stated(text: str, language: str) -> list[Claim]:
    return [one for one in _claims(text, language) if one.kind is ClaimKind.CONTENT]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“Eleven fires is not a fluke,” the mayor Paul Winter said at a hearing on Wednesday.", "en"),
        ("La députée Anne Roussel a estimé que ce texte était une honte pour la République.", "fr"),
        ("Der Kritiker Jens Halm sagte, das Stück sei eine Zumutung für jedes Publikum.", "de"),
    ],
)
def test_a_judgement_that_somebody_told_is_a_speech_alone(text: str, language: str) -> None:
    """Those that the article itself states, such as who somebody is, are claims as ever."""
    made = _claims(text, language)
    assert any(one.kind is ClaimKind.SPEECH for one in made)
    assert not [one for one in made if one.kind is ClaimKind.CONTENT and one.attribution is not None]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("The mayor Paul Winter said the shameful bill had risen by 40 per cent since 2021.", "en", "40 per cent"),
        ("وقالت الوزيرة هالة نصر إن الوزارة وظفت 320 ممرضا منذ يناير الماضي.", "ar", "320 ممرضا"),
        ("La ministre Julie Perrin a affirmé que 12 écoles avaient fermé en 2023.", "fr", "12 écoles"),
    ],
)
def test_a_deed_or_figure_that_somebody_told_is_a_claim_besides(text: str, language: str, words: str) -> None:
    assert any(words in one.quote for one in _stated(text, language))


def test_what_was_left_undone_is_a_claim_whoever_tells_it() -> None:
    text = "وقال الصياد عمر النجار لوكالة «المرسى»: «لم يزرنا أحد من البلدية بعد العاصفة»."
    assert any("لم يزرنا أحد" in one.quote for one in _stated(text, "ar"))


def test_a_title_with_a_name_is_a_claim_beside_what_its_bearer_does() -> None:
    text = "واجه الفريق خصمه في غياب الحارس ماهر الدالي بسبب الإصابة."
    assert "الحارس ماهر الدالي" in [one.quote for one in _stated(text, "ar")]


def test_words_of_valuation_do_not_hide_a_deed() -> None:
    """ "Unfortunately" and "wonderful" alone no longer make an opinion of what others could bear out."""
    text = "Unfortunately, the council closed the library in Mill Lane in 2019, the officials said."
    assert any("closed the library" in one.quote for one in _stated(text, "en"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Stadt will das Bad im kommenden Jahr sanieren. Der Stadtrat tagte gestern.", "de"),
        ("La direction ouvrira un bureau à Lyon en juin 2026. Le conseil a siégé hier.", "fr"),
        ("Комиссия назовёт причины аварии к 20 декабря. Совет собрался вчера.", "ru"),
    ],
)
def test_what_is_to_come_is_a_prediction(text: str, language: str) -> None:
    assert [one.modality for one in _stated(text, language)] == [Modality.PREDICTED, Modality.ASSERTED]


def test_a_name_with_the_ending_of_a_verb_foretells_nothing() -> None:
    text = "Uno de los mineros, Mateo Rentería, de 24 años, perdió dos dedos del pie derecho."
    assert {one.modality for one in _stated(text, "es")} == {Modality.ASSERTED}


def test_weights_of_another_segmenter_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "editor.safetensors"
    broken.write_bytes(b"{}")
    monkeypatch.setattr(editor, "FILE", broken)
    editor.load_editor.cache_clear()
    try:
        with pytest.raises(WeightsUnusable, match=r"editor\.py"):
            editor.load_editor()
    finally:
        editor.load_editor.cache_clear()
