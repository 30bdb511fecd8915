"""Who said what is told with all that was said; what a sentence tells of somebody besides stands alone."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.records import ClaimKind


def told(language: str, text: str) -> tuple[list[str], list[str]]:
    """The acts of speech that a text tells, and what else it states."""
    article = read_article(text.encode(), source="a.txt", language=language, published_on=date(2026, 6, 1))
    claims = extract_claims(article)
    return (
        [one.text for one in claims if one.kind is ClaimKind.SPEECH],
        [one.text for one in claims if one.kind is ClaimKind.CONTENT],
    )


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "Das Spital bestritt gestern: Man habe keine Daten verloren.",
         "Das Spital bestritt gestern: Man habe keine Daten verloren"),
        ("es", "El Heraldo del Sur publicó el martes que, según un exdirectivo de la firma, la empresa sabía del daño desde 2022.",
         "El Heraldo del Sur publicó el martes que, según un exdirectivo de la firma, la empresa sabía del daño desde 2022"),
        ("ru", "После закрытия парома в мае потери рыбаков, по оценке их союза, достигли 4 миллионов рублей.",
         "После закрытия парома в мае потери рыбаков, по оценке их союза, достигли 4 миллионов рублей"),
    ],
)  # fmt: skip
def test_an_act_of_speech_holds_all_that_was_said(language: str, text: str, said: str) -> None:
    """It was cut behind the words that name who speaks."""
    assert told(language, text)[0] == [said]


@pytest.mark.parametrize(
    ("language", "text", "said", "aside"),
    [
        ("de", "Laut dem «Tagblatt Herisau», das sich auf zwei Mitarbeiter beruft, soll das Werk im Mai schliessen.",
         "Laut dem «Tagblatt Herisau» soll das Werk im Mai schliessen",
         "dem «Tagblatt Herisau», das sich auf zwei Mitarbeiter beruft"),
        ("fr", "D'après « La Sambre », qui cite deux ouvriers, l'usine fermera en juin.",
         "D'après « La Sambre » l'usine fermera en juin", "« La Sambre », qui cite deux ouvriers"),
        ("es", '"El agua baja negra", relató Elvira Conde, presidenta de la junta vecinal.',
         '"El agua baja negra", relató Elvira Conde', "Elvira Conde, presidenta de la junta vecinal"),
    ],
)  # fmt: skip
def test_what_is_told_of_the_speaker_besides_stands_alone(language: str, text: str, said: str, aside: str) -> None:
    """Two things that may be true apart are two claims."""
    speeches, stated = told(language, text)
    assert speeches == [said]
    assert aside in stated


def test_an_apposition_within_a_statement_stands_alone() -> None:
    """What the firm owns may be so whether or not anybody sues it."""
    text = "La fiscalía abrió el lunes un proceso contra Lácteos del Cauca, propietaria de dos plantas en Popayán, por vertidos ilegales."
    assert set(told("es", text)[1]) == {
        "La fiscalía abrió el lunes un proceso contra Lácteos del Cauca por vertidos ilegales",
        "Lácteos del Cauca, propietaria de dos plantas en Popayán",
    }


def test_a_clause_that_says_which_one_is_meant_stays() -> None:
    """Only behind a name is it told besides."""
    stated = told("ru", "Рабочие, уволенные в мае, требуют выплат, сообщил профсоюз.")[0]
    assert any("уволенные в мае" in one for one in stated)


def test_a_name_behind_a_title_stays() -> None:
    """ "The chairman" alone is nobody."""
    assert told("en", "The chairman, Oswin Tarrel, said the dam would be drained in May.")[0] == [
        "The chairman, Oswin Tarrel, said the dam would be drained in May"
    ]
