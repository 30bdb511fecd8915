"""Slots and brackets that only the article around a sentence tells: whose money, what lies ahead, who is meant."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.numbers import find_quantities
from claims.records import Claim
from claims.wording import modality_of, polarity_of


def claims_of(text: str, language: str) -> list[Claim]:
    article = read_article(text.encode(), source="a.txt", published_on=date(2025, 3, 28), language=language)
    return extract_claims(article)


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("The Australian agency met in Ballarat. The bridge cost $3 million.", "en", "AUD"),
        ("The town clerk said that the bridge cost $3 million.", "en", "USD"),
        ("The councillor said that the programme cost $3 million.", "en", "dollar"),
        ("Canada fined the airline. The airline paid $2 million in Texas.", "en", "dollar"),
        ("Puebla es una ciudad de México. El puente costó $4 millones.", "es", "peso"),
        ("Gatineau est une ville du Québec. Le pont a coûté 400 000 $.", "fr", "CAD"),
    ],
)
def test_a_bare_sign_is_the_money_of_the_country_told(text: str, language: str, unit: str) -> None:
    """Where the article tells of two countries, or writes as many do, the dollar is left open."""
    assert {q.unit for claim in claims_of(text, language) for q in claim.quantities if q.dimension == "money"} == {unit}


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("Am 3. Juli öffnet das neue Museum an der Elbe.", "de", "predicted"),
        ("Am 3. März begann der Abriss des Museums.", "de", "asserted"),
        ("Bürgermeisterin Lena Hartig plant einen Verkauf im nächsten Monat.", "de", "asserted"),
        ("Le procès du maire commence le 3 juillet.", "fr", "predicted"),
        ("El juicio del alcalde comienza el 3 de julio.", "es", "predicted"),
    ],
)
def test_a_present_beside_a_day_to_come_is_foretold(text: str, language: str, modality: str) -> None:
    """What is planned now is no forecast; what happens on a later day is."""
    assert claims_of(text, language)[0].modality.value == modality


@pytest.mark.parametrize(
    ("text", "language", "modality", "polarity"),
    [
        ("Kurs üç taşınabilir çadırda veriliyor", "tr", "asserted", "affirmed"),
        ("Kurs yazın açılabilir", "tr", "conditional", "affirmed"),
        ("Суд назовёт победителя к маю", "ru", "predicted", "affirmed"),
        ("Засуха ударит по садам", "ru", "predicted", "affirmed"),
        ("شمار گردشگران تا پایان سال به ۹۰۰ نفر برسد", "fa", "predicted", "affirmed"),
        ("پلیس مردی را که گذرنامه نداشت بازداشت کرد", "fa", "asserted", "affirmed"),
        ("有12所学校建在人口不多的山村", "zh", "asserted", "affirmed"),
    ],
)
def test_only_the_main_verb_foretells_doubts_or_denies(text: str, language: str, modality: str, polarity: str) -> None:
    """A word that is a part of a noun's description does not."""
    assert (modality_of(text, language).value, polarity_of(text, language).value) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("قال المجلس الأعلى للآثار إن المتحف أغلق", 0),
        ("خسرت الشركات الثلاث الكبرى ربع قيمتها", 0),
        ("هذا هو الرقم الأعلى منذ عشر سنوات", 1),
        ("سجلت المدينة أعلى درجة حرارة", 1),
    ],
)
def test_an_arabic_elative_in_a_name_ranks_nothing(text: str, ranks: int) -> None:
    """Behind a definite noun it ranks where it is told among what."""
    assert sum(q.unit == "superlative" for q in find_quantities(text, "ar")) == ranks


@pytest.mark.parametrize(
    ("text", "language", "wanted", "never"),
    [
        (
            "Visitors pay with a silver token. Since it opened in May 2019, the Harrow Tool Library has lent 3,000 drills.",
            "en", "Since it opened", "it [",
        ),
        (
            "Peter Sandell, the health minister, resigned on Monday. The prime minister thanked him.",
            "en", "thanked him [Peter Sandell]", "prime minister [",
        ),
        (
            "El concejo destituyó al auditor Raúl Menéndez. El gobernador nombrará al auditor por decreto.",
            "es", "nombrará al auditor por", "auditor [",
        ),
        (
            "Le Département a loué une navette pour les piétons. Elle transporte 60 passagers.",
            "fr", "60 passagers", "Elle [Département]",
        ),
        ("نالت ثلاث موظفات في البلدية أحكاما بالسجن. وقالت البلدية إنها ستستأنف.", "ar", "وقالت البلدية", "البلدية ["),
    ],
)  # fmt: skip
def test_a_bracket_holds_nobody_else(text: str, language: str, wanted: str, never: str) -> None:
    """A subject that stands behind, an office of another, a title to be given, another gender, an object."""
    told = " | ".join(claim.text for claim in claims_of(text, language))
    assert wanted in told
    assert never not in told


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Cada vecino cobrará 250,000 pesos.", "es", [(250000.0, "exact")]),
        ("Costó 3,5 millones.", "es", [(3500000.0, "exact")]),
        ("The papers of First Harbour Bank were lost.", "en", []),
        ("The first bank failed in two days.", "en", [(2.0, "exact"), (1.0, "exact")]),
        ("Norway's sixth-biggest dairy closed.", "en", [(6.0, "exact")]),
        ("Le Premier ministre a reçu 12 maires.", "fr", [(12.0, "exact")]),
        ("Долг вырастет до 3 миллиардов рублей.", "ru", [(3e9, "exact")]),
        ("Ветер до 27 метров в секунду повалил деревья.", "ru", [(97.2, "at_most")]),
    ],
)
def test_what_a_number_belongs_to(text: str, language: str, values: list[tuple[float, str]]) -> None:
    """Mexican groups of three, ranks in names and offices, one rank for "sixth-biggest", levels that are reached."""
    found = [(round(one.value, 3), str(one.comparator)) for one in find_quantities(text, language)]
    assert sorted(found) == sorted(values)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("The bridge has been shut since a landslide in May 2019.", "en", [("2019-05-01", "2025-03-28")]),
        ("Die Brücke ist seit einem Erdrutsch im Mai 2019 gesperrt.", "de", [("2019-05-01", "2025-03-28")]),
        ("Le pont est fermé depuis un éboulement en mai 2019.", "fr", [("2019-05-01", "2025-03-28")]),
        ("The firm shut the bridge since it lost a lawsuit in May 2019.", "en", [("2019-05-01", "2019-05-31")]),
    ],
)
def test_what_goes_on_since_a_dated_event_lasts_to_this_day(
    text: str, language: str, days: list[tuple[str, str]]
) -> None:
    """English "since" gives a reason where no perfect tense stands beside it."""
    found = [(str(t.first), str(t.last)) for t in claims_of(text, language)[0].times]
    assert found == days
