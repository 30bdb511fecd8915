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
        ("The union leader Carla Voss said the verdict was a slap in the face for every nurse in the city.", "en"),
        ("ورأى الناقد سمير داود أن المهرجان كان أجمل هدية للمدينة وأصدق رسالة إلى شبابها.", "ar"),
        ("La députée Anne Roussel a estimé que ce texte était une honte pour la République.", "fr"),
        ("Der Kritiker Jens Halm sagte, das Stück sei eine Zumutung für jedes Publikum.", "de"),
    ],
)
def test_a_judgement_that_somebody_told_is_a_speech_alone(text: str, language: str) -> None:
    assert {one.kind for one in _claims(text, language)} == {ClaimKind.SPEECH}


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


def test_words_of_valuation_do_not_hide_a_deed() -> None:
    """ "Unfortunately" and "wonderful" alone no longer make an opinion of what others could bear out."""
    text = "Unfortunately, the council closed the library in Mill Lane in 2019, the officials said."
    assert any("closed the library" in one.quote for one in _stated(text, "en"))


def test_what_is_to_come_is_a_prediction() -> None:
    text = "Die Kommission legt ihren Bericht im kommenden Herbst vor. Der Stadtrat tagte gestern."
    told = {one.quote.split()[1]: one.modality for one in _stated(text, "de")}
    assert told == {"Kommission": Modality.PREDICTED, "Stadtrat": Modality.ASSERTED}


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
