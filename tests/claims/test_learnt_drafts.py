"""Claims that the segmenter found: cut safely, each under whoever says it."""

from datetime import date

import pytest

from claims import segmenter
from claims.article import read_article
from claims.errors import WeightsUnusable
from claims.extract import extract_claims
from claims.records import ClaimKind


def told(text: str, language: str) -> list[tuple[str, str]]:
    """The text of each claim that is no saying, and who tells it."""
    article = read_article(text.encode(), source="a.txt", language=language, published_on=date(2025, 3, 28))
    return [
        (claim.text, claim.attribution.speaker if claim.attribution else "")
        for claim in extract_claims(article)
        if claim.kind is ClaimKind.CONTENT
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "La alcaldesa, elegida en 2019, anunció el lunes que el puente cerrará en mayo y que las obras costarán 3 millones.",
         {("La alcaldesa, elegida en 2019", ""), ("el puente cerrará en mayo", "La alcaldesa"), ("las obras costarán 3 millones", "La alcaldesa")}),
        ("es", "El acusado, según la fiscalía, alquilaba pisos a turistas, cobraba tres meses por adelantado y desaparecía sin entregar las llaves.",
         {("El acusado alquilaba pisos a turistas", "la fiscalía"), ("El acusado cobraba tres meses por adelantado", "la fiscalía"),
          ("El acusado desaparecía sin entregar las llaves", "la fiscalía")}),
        ("ru", "Министр Иван Петров заявил, что мост откроют в мае, а ремонт обойдётся в 3 миллиарда рублей.",
         {("Министр Иван Петров", ""), ("мост откроют в мае", "Министр Иван Петров"), ("ремонт обойдётся в 3 миллиарда рублей", "Министр Иван Петров")}),
        ("fa", "این کارخانه که در سال ۱۳۴۵ ساخته شد، ۲۰۰ کارگر دارد و محصولاتش را به عراق صادر می‌کند.",
         {("این کارخانه که در سال ۱۳۴۵ ساخته شد", ""), ("این کارخانه ۲۰۰ کارگر دارد", ""), ("این کارخانه محصولاتش را به عراق صادر می‌کند", "")}),
    ],
)  # fmt: skip
def test_every_statement_is_a_claim_with_its_subject_and_its_speaker(
    language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    """Rules alone left such sentences whole, or cut them without who says so."""
    assert set(told(text, language)) == expected


def test_a_clause_that_says_which_one_stays_with_its_noun() -> None:
    """Not every fisher declares the catch, and none is said to sell in port."""
    made = [
        text for text, _ in told("Los pescadores que venden en el puerto declaran sus capturas y pagan una tasa.", "es")
    ]
    assert made
    assert all(text.startswith("Los pescadores que venden en el puerto") and len(text) > 45 for text in made)


def test_who_was_spoken_of_does_not_do_what_the_speaker_does() -> None:
    """The minister announces nothing, and that he was paid is nobody's word."""
    assert told("El portavoz negó que el ministro hubiera cobrado y anunció una querella.", "es") == [
        ("El portavoz anunció una querella", "")
    ]


def test_broken_weights_say_what_to_do(tmp_path, monkeypatch) -> None:
    """One sentence, and no claim cut by half a program."""
    broken = tmp_path / "segmenter.safetensors"
    broken.write_bytes(b"no weights")
    monkeypatch.setattr(segmenter, "FILE", broken)
    segmenter.load_segmenter.cache_clear()
    try:
        with pytest.raises(WeightsUnusable, match="Install the program again"):
            told("El puente cerró en mayo.", "es")
    finally:
        segmenter.load_segmenter.cache_clear()
