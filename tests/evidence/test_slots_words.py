"""Words and numbers of claim and sentence that are one, though written otherwise, and those that only look so."""

import pytest

from evidence.slots.bounds import bounds
from evidence.slots.denials import denials_in
from evidence.slots.facts import facts_of
from evidence.slots.features import is_first, none_before
from evidence.slots.meanings import meant_alike
from evidence.slots.name_words import name_alike
from evidence.slots.status import Status
from evidence.slots.words import words_of_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("توريخوس", "Torrijos"),
        ("محفوظ", "Mahfouz"),
        ("لستيف", "Steve"),
        ("London", "Londres"),
        ("Loira", "Loire"),
        ("España", "españolas"),
        ("France", "français"),
        ("كينيا", "الكيني"),
        ("Kenya", "Kenyan"),
    ],
)
def test_one_name_is_known_in_other_letters_and_in_what_is_made_of_it(one: str, other: str) -> None:
    """Across scripts by the consonants, within one by the letters, a people by its country."""
    assert name_alike(one, other) >= 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Carlos", "Carla"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("كامل", "كمال"),
        ("Loire", "لوركا"),
        ("Nouvel", "متقدم"),
    ],
)
def test_two_names_that_look_alike_stay_two(one: str, other: str) -> None:
    """Letters in common make no name."""
    assert name_alike(one, other) == 0.0


def test_a_word_that_nothing_calls_a_name_needs_more_of_the_sound() -> None:
    """Three consonants at least, and all of them."""
    assert name_alike("فليمنغ", "Fleming", sure=False) >= 0.9
    assert name_alike("محفوظ", "Mahfouz", sure=False) == 0.0
    assert name_alike("London", "Londres", sure=False) == 0.0


@pytest.mark.parametrize(
    ("claim", "claim_language", "page", "page_language", "status"),
    [
        ("La altitud es de 6.893 metros", "es", "mide 6.961 metros", "es", Status.DIFFERS),
        ("It rises to 6,900 metres", "en", "يرتفع 6961 مترا", "ar", Status.VAGUE),
        ("mil doscientas unidades", "es", "1,200 وحدة", "ar", Status.AGREES),
        ("45 million people", "en", "45,6 millions de personnes", "fr", Status.VAGUE),
        ("45.3 million people", "en", "45,6 millions de personnes", "fr", Status.DIFFERS),
    ],
)
def test_a_number_differs_unless_it_may_be_the_other_one_rounded(
    claim: str, claim_language: str, page: str, page_language: str, status: Status
) -> None:
    """What shows all its digits was not rounded."""
    one, other = facts_of(claim, claim_language, None), facts_of(page, page_language, None)
    assert bounds(one.quantities[0], other.quantities[0]) is status


def test_a_word_far_before_a_number_does_not_bound_it() -> None:
    """ "Under him the company paid 26 billion" sets no upper bound."""
    (far,) = facts_of("Under him the company bought the firm for 26.2 billion dollars.", "en", None).quantities
    (near,) = facts_of("The price stayed under 26.2 billion dollars.", "en", None).quantities
    assert (far.low, near.low) == (26.2e9, float("-inf"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Apollo 12 was struck by lightning.", "en"),
        ("Barcelona 92 fue un éxito.", "es"),
        ("El teleférico salió más barato que el tranvía.", "es"),
        ("The bridge is longer than the other one.", "en"),
        ("Le pont est plus long que l'autre.", "fr"),
    ],
)
def test_a_number_in_a_name_and_a_comparison_are_no_values(text: str, language: str) -> None:
    """Neither says how much, nor that something tops all."""
    assert facts_of(text, language, None).quantities == ()


@pytest.mark.parametrize(
    ("text", "language", "dimension"),
    [
        ("In Cumbrales 8 people died.", "en", "count"),
        ("El río más largo de España.", "es", "superlative"),
        ("À Paris 12 personnes sont mortes.", "fr", "count"),
    ],
)
def test_a_count_after_a_name_and_a_record_stay_values(text: str, language: str, dimension: str) -> None:
    """A noun that is counted makes a number a count wherever it stands."""
    assert [one.dimension for one in facts_of(text, language, None).quantities] == [dimension]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("برأس مال لم يتجاوز مئتي ألف دينار", "ar"),
        ("The cost did not exceed six million.", "en"),
        ("Le coût ne dépassa pas six millions.", "fr"),
        ("El coste no superó los seis millones.", "es"),
    ],
)
def test_what_only_bounds_a_number_denies_nothing(text: str, language: str) -> None:
    """ "Did not exceed" is said of the number."""
    assert denials_in(text, language) == ()


@pytest.mark.parametrize(
    ("none", "first", "language"),
    [
        ("No woman had climbed it before her.", "She was the first woman on top.", "en"),
        ("لم يسبق لأي منتخب أفريقي أن لعب نصف النهائي قبل المغرب.", "وهو أول منتخب أفريقي يصل إلى هذا الدور.", "ar"),
        ("Ninguna mujer había trabajado allí antes.", "Fue la primera mujer en ese oficio.", "es"),
        ("Aucune femme ne l'avait gravi avant elle.", "Elle fut la première femme au sommet.", "fr"),
    ],
)
def test_nobody_before_says_the_first(none: str, first: str, language: str) -> None:
    """Two ways to say one thing, of which one has a denial."""
    assert none_before(facts_of(none, language, None))
    assert is_first(facts_of(first, language, None))


@pytest.mark.parametrize(
    ("one", "language", "other", "other_language"),
    [("мост", "ru", "bridge", "en"), ("köprü", "tr", "bridge", "en"), ("köprü", "tr", "мост", "ru")],
)
def test_words_of_two_languages_meet_in_what_they_mean(
    one: str, language: str, other: str, other_language: str
) -> None:
    """By way of English, from the lexicons that ship."""
    alike = meant_alike(words_of_text(one, language), language, words_of_text(other, other_language), other_language)
    assert alike[0, 0] >= 0.45


def test_opposites_do_not_meet() -> None:
    """A vector puts "rose" beside "fell"; a translator does not."""
    alike = meant_alike(words_of_text("вырос", "ru"), "ru", words_of_text("fell", "en"), "en")
    assert alike[0, 0] < 0.2
