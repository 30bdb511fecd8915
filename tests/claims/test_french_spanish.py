"""What French and Spanish news leave to the reader: tenses seen from the past, words that mean nobody, who goes on speaking."""

from datetime import date

import pytest

from claims.article import read_article
from claims.dates import find_times
from claims.extract import extract_claims
from claims.numbers import find_quantities
from claims.records import Claim, ClaimKind
from claims.sentences import article_sentences, split_sentences
from claims.wording import modality_of, polarity_of

WEDNESDAY = date(2026, 2, 18)


def claims_of(text: str) -> list[Claim]:
    """The claims of a short article published on a Wednesday."""
    return extract_claims(read_article(text.encode(), source="x", published_on=WEDNESDAY))


def told(text: str, kind: ClaimKind = ClaimKind.CONTENT) -> list[str]:
    """The words of its claims of a kind, with fills."""
    return [one.text for one in claims_of(text) if one.kind is kind]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("fr", "Le juge a précisé que les auditions reprendraient vendredi.", "2026-02-20"),
        ("fr", "Elle a promis que le bac reviendrait lundi.", "2026-02-23"),
        ("es", "La jueza aclaró que las audiencias se reanudarían el viernes.", "2026-02-20"),
        ("es", "La fusión se firmaría en mayo.", "2026-05-31"),
        ("es", "La empresa podría reabrir el lunes.", "2026-02-23"),
        ("es", "La cafetería abrió el lunes.", "2026-02-16"),
        ("es", "La firma podría haber pagado el lunes.", "2026-02-16"),
        ("fr", "Le préfet a réclamé un audit avant l'été.", "2026-05-31"),
        ("es", "El ministro pidió un informe antes de mayo.", "2026-04-30"),
        ("es", "La feria sigue abierta hasta el día 27.", "2026-02-27"),
    ],
)
def test_what_would_be_and_what_is_asked_for_lies_ahead(language: str, text: str, last: str) -> None:
    """A day under a future seen from the past, or one by which something is asked for, is the next such day."""
    assert [str(one.last) for one in find_times(text, language, published_on=WEDNESDAY)] == [last]


def test_a_given_name_is_no_weekday() -> None:
    """Spanish weekdays are written small; a capital and another one behind it tell a name."""
    assert not find_times("Lo contó Domingo Azpiri, dueño del bar.", "es", published_on=WEDNESDAY)
    assert find_times("Lo contó el domingo Azpiri.", "es", published_on=WEDNESDAY)


def test_a_number_word_in_a_place_name_counts_nothing() -> None:
    """A hyphen and capitals make it a name."""
    assert not find_quantities("Le ferry a coulé près de Sept-Frères.", "fr")


def test_commas_part_thousands_where_points_tell_decimals() -> None:
    """One Spanish article writes numbers one way."""
    rise = "La acción subió 3.4% ayer. "
    (hired,) = [
        one for one in claims_of(rise + "La planta de Toluca contrató a 1,250 personas.") if "Toluca" in one.text
    ]
    assert [one.value for one in hired.quantities] == [1250]
    (paid,) = [
        one for one in claims_of("La acción subió un 3,4% ayer. El litro costó 1,259 euros.") if "litro" in one.text
    ]
    assert [one.value for one in paid.quantities] == [1.259]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire Paul Astruc est parti. Il nous reste trois semaines de fioul.",
        "Le maire Paul Astruc est parti. Il lui manque encore 200 voix.",
        "Le maire Paul Astruc est parti. Il est interdit de pêcher ici depuis 2019.",
        "Le maire Paul Astruc est parti. Il ne resterait que 40 loups dans le massif.",
    ],
)
def test_an_impersonal_pronoun_means_nobody(text: str) -> None:
    """Its claim has no fill and no open mark."""
    assert not any("[" in one.split(" ", 1)[1][:12] for one in told(text) if one.startswith(("Il ", "il ")))


def test_a_pronoun_before_a_place_word_means_somebody() -> None:
    """ "Il y travaille" is no "il y a"."""
    assert any("Il [" in one for one in told("Le maire Paul Astruc est parti. Il y travaillait depuis 2012."))


def test_a_set_phrase_names_no_owner() -> None:
    """Nothing is owned "de son côté" or "a su vez"."""
    assert any("de son côté" in one for one in told("Brives, de son côté, a perdu trois matches."))
    assert any("a su vez" in one for one in told("La firma Tarmex reclama a su vez tres millones al Ayuntamiento."))


def test_a_saying_far_behind_its_subject_is_told_by_it() -> None:
    """Not by whoever spoke in the sentence before."""
    text = (
        "La alcaldesa Rosa Lira pidió ayuda. El concejal Iván Prado, que dirige la obra, descartó esa vía, "
        "pero anunció que abrirá 40 plazas nuevas."
    )
    said = [one for one in claims_of(text) if one.kind is ClaimKind.SPEECH and "abrirá" in one.text]
    assert [one.attribution is not None and "Iván Prado" in one.attribution.speaker for one in said] == [True]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« On nous oublie depuis dix ans », s'indigne Armelle Kerdoncuff.", "Armelle Kerdoncuff"),
        ("« Les loyers ont doublé depuis mars », soupire une habitante du quartier.", "une habitante du quartier"),
        ("« Nous avons perdu trois bateaux », s'est désolé le patron du port, Yves Morvan.", "Yves Morvan"),
        ('"Faltan dos médicos en la planta", dijo a la prensa la jefa del servicio, Ana Solís.', "Ana Solís"),
        ('"Nadie nos avisó del corte de agua", se quejó Tomás Ruiz.', "Tomás Ruiz"),
        ("Le gérant, Luc Aubin, fait valoir que la cave a été inondée deux fois.", "Luc Aubin"),
    ],
)
def test_who_speaks_is_found_by_the_place_of_the_verb(text: str, speaker: str) -> None:
    """Behind a quotation a verb of no list, a reflexive one, and one with whom it was said to."""
    said = [one.attribution for one in claims_of(text) if one.kind is ClaimKind.SPEECH]
    assert any(one is not None and speaker in one.speaker for one in said)


def test_a_medium_is_not_whom_it_quotes() -> None:
    """Of "según el diario X, un perito …" the expert speaks, through the paper."""
    text = "Según el diario La Gaceta de Olmo, un perito de la compañía advirtió en mayo que el dique no era seguro."
    found = [one.attribution for one in claims_of(text) if one.kind is ClaimKind.CONTENT]
    assert [(one.speaker, one.outer) for one in found if one] == [
        ("un perito de la compañía", ("el diario La Gaceta de Olmo",))
    ]


def test_a_share_keeps_the_words_that_say_of_which() -> None:
    """Without them more would be said than the sentence says."""
    found = told("Un tiers des élèves inscrits depuis 2021 ont quitté le lycée.")
    assert "Un tiers des élèves inscrits depuis 2021 ont quitté le lycée" in found
    assert "Un tiers des élèves ont quitté le lycée" not in found


def test_a_letter_may_close_a_sentence() -> None:
    """Behind a noun that letters tell apart; an initial closes none."""
    text = "Hubo fallos en la línea C. El técnico lo vio. Lo firmó J. Pardo."
    assert [text[one.start : one.end] for one in split_sentences(text, "es")] == [
        "Hubo fallos en la línea C.",
        "El técnico lo vio.",
        "Lo firmó J. Pardo.",
    ]


def test_a_place_with_a_dash_is_a_dateline() -> None:
    """It is no sentence of the article."""
    text = "Sube el pan\n\nCiudad de Tula.- El pan subió ayer un 12%. La harina costó lo mismo que en enero.\n"
    found = article_sentences(read_article(text.encode(), source="x", published_on=WEDNESDAY))
    assert not any(one.text.startswith("Ciudad") for one in found)


def test_spanish_words_that_deny_and_foresee() -> None:
    """ "que nunca" denies but behind a comparison; what is probable or planned is foretold."""
    assert polarity_of("El puente, que nunca se abrió", "es") == "negated"
    assert polarity_of("Gana más dinero que nunca", "es") == "affirmed"
    assert modality_of("Está previsto que la obra dure un año", "es") == "predicted"
    assert modality_of("Es probable que la jueza intervenga", "es") == "predicted"
