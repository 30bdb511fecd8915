"""A value of the claim beside another of its kind: what differs, what is said of something else, what is picked."""

import pytest

from evidence.judges.look import look_at
from evidence.records import Label
from evidence.slots.bounds import bounds
from evidence.slots.compared import only_compared
from evidence.slots.decide import Gate, gate_of, value, ways_open
from evidence.slots.denials import corrects
from evidence.slots.facts import facts_of
from evidence.slots.features import Reading
from evidence.slots.reader import claim_facts, read_text
from evidence.slots.status import Status
from evidence.slots.words import Lens
from evidence.static_tokens import shipped_tokens
from tests.evidence.judging import claim_from
from tests.evidence.test_slots import judge, verdict_of

__all__ = ["judge"]  # the fixture of the judge that ships


@pytest.fixture(scope="module")
def lens() -> Lens:
    return Lens(shipped_tokens()[0])


def looked(lens: Lens, claim: tuple[str, str], page: tuple[str, str], above: str = "") -> Reading:
    """The sentence of a page that is picked for a claim."""
    return look_at(read_text(claim_facts(claim_from(*claim)), *page, lens, above=above)).reading


def first_number(reading: Reading) -> Status:
    return next(slot.status for slot in reading.slots if slot.kind not in {"time", "name"})


def open_ways(reading: Reading) -> tuple[bool, bool]:
    return ways_open(gate_of(reading).gate, lambda name: value(reading, name))


@pytest.mark.parametrize(
    ("claim", "page", "language", "status"),
    [
        ("More than half of the members voted", "35 % of the members voted", "en", Status.DIFFERS),
        ("More than half of the members voted", "62 % of the members voted", "en", Status.AGREES),
        ("Plus de la moitié des membres ont voté", "35 % des membres ont voté", "fr", Status.DIFFERS),
    ],
)
def test_a_fraction_is_compared_as_a_percentage(claim: str, page: str, language: str, status: Status) -> None:
    """35 per cent is not more than half."""
    one, other = facts_of(claim, language, None).quantities[0], facts_of(page, language, None).quantities[0]
    assert bounds(one, other) is status


@pytest.mark.parametrize(
    ("page", "status", "supports"),
    [
        (("The council put the cost of Kelmar Bridge at 47 million euros.", "en"), Status.OTHER, False),
        (("بلغت كلفة جسر كلمار 47 مليون يورو.", "ar"), Status.OTHER, False),
        (("The council put the cost of Kelmar Bridge at 43 million euros.", "en"), Status.VAGUE, True),
    ],
)
def test_the_same_figure_in_another_currency_bears_nothing_out(
    lens: Lens, page: tuple[str, str], status: Status, *, supports: bool
) -> None:
    """47 million euros are not 47 million dollars; 43 million may be."""
    reading = looked(lens, ("Kelmar Bridge cost 47 million dollars.", "en"), page)
    assert first_number(reading) is status
    assert open_ways(reading)[0] is supports


def test_another_count_of_the_same_things_leaves_only_refutation_open(lens: Lens) -> None:
    """Nothing names a relation; but 124 lamps are not 96 lamps, in two languages."""
    reading = looked(lens, ("Kelmar Tower has 124 lamps.", "en"), ("يضم برج كلمار 96 مصباحا.", "ar"))
    assert first_number(reading) is Status.OTHER
    assert open_ways(reading) == (False, True)


def test_a_count_of_other_things_is_no_other_value(lens: Lens) -> None:
    """Lamps are not workers."""
    reading = looked(lens, ("Kelmar Tower has 124 lamps.", "en"), ("Kelmar Tower employs 96 workers.", "en"))
    assert first_number(reading) is Status.MISSING


def test_the_same_number_of_another_relation_opens_no_refutation(lens: Lens) -> None:
    """What a bridge earns is not what it cost, though both be 40 million: no support by the slots, no contradiction."""
    page = ("Kelmar Bridge had a revenue of 40 million euros.", "en")
    reading = looked(lens, ("Kelmar Bridge cost 40 million euros.", "en"), page)
    assert first_number(reading) is Status.APART
    assert gate_of(reading).gate is Gate.NONE
    assert not open_ways(reading)[1]


def test_the_sentence_with_the_number_is_picked(lens: Lens) -> None:
    """The sentence that names the bridge and gives no number settles nothing; the next one does."""
    opened = "Kelmar Bridge was opened on 19 March 1932 after eight years of work."
    died = "Some 1,400 people worked on it and sixteen of them lost their lives."
    reading = looked(lens, ("Sixteen people died while Kelmar Bridge was built.", "en"), (f"{opened} {died}", "en"))
    assert "sixteen" in reading.sentence.text


def test_winning_is_read_for_a_claim_of_first_place(lens: Lens) -> None:
    """A place in a row that the page does not name is no missing number."""
    reading = looked(
        lens, ("Karim Nassar came first in the Kelmar race.", "en"), ("Karim Nassar won the Kelmar race.", "en")
    )
    assert value(reading, "numbers_missing") == value(reading, "ranks_missing") == 1


def test_a_sentence_that_denies_in_its_own_words_supports_nothing(lens: Lens) -> None:
    """ "No new shares will be issued" says less than the claim, and nothing else."""
    claim = ("Kelmar will issue new shares to pay for its ships.", "en")
    reading = looked(lens, claim, ("No new shares will be issued.", "en"), above="Kelmar orders ships")
    assert not open_ways(reading)[0]


def test_a_denial_between_the_words_that_are_said_closes_support(lens: Lens) -> None:
    """The minister is named, the ribbon is cut: by somebody else."""
    claim = ("The minister of culture cut the ribbon of the museum.", "en")
    page = ("The minister of culture, though expected, did not come; the prefect cut the ribbon of the museum.", "en")
    assert not open_ways(looked(lens, claim, page))[0]


@pytest.mark.parametrize(
    ("text", "language", "so"),
    [
        ("The gold medal did not go to Kelmar but to Dorwan.", "en", True),
        ("La médaille n'est pas allée à Kelmar mais à Dorwan.", "fr", True),
        ("لم تذهب الميدالية إلى كلمار بل إلى دروان.", "ar", True),
        ("The gold medal did not go to Kelmar.", "en", False),
        ("But the gold medal did not go to Kelmar.", "en", False),
    ],
)
def test_a_denial_that_says_what_is_so_instead_is_known(text: str, language: str, so: bool) -> None:
    """ "Not gold but silver" is borne out by a page that says silver."""
    assert corrects(text, language) is so


def test_not_one_but_the_other_is_not_refuted_by_the_other(judge) -> None:
    """The page says so without a denial."""
    claim = ("At Bremen the gold medal of 2012 did not go to Gran Kelmar but to a wine from Dorwan.", "en")
    page = ("At Bremen in 2012 Gran Kelmar won a silver medal; the gold medal went to a wine from Dorwan.", "en")
    assert verdict_of(judge, claim, page) is not Label.REFUTED


def test_a_captain_named_with_his_ship_has_no_rival_in_himself(lens: Lens) -> None:
    """ "Rennie of the Corvane" is the Alexander Rennie of the page."""
    claim = ("Captain Rennie of the Corvane took one light for another.", "en")
    page = ("The captain, Alexander Rennie, mistook one light for another.", "en")
    reading = looked(lens, claim, page, above="Corvane")
    assert {slot.status for slot in reading.slots} <= {Status.AGREES, Status.NEARBY}


def test_a_second_time_is_no_first_place(lens: Lens) -> None:
    """Only the first place is said by "won"; a page without "second" lacks the claim's number."""
    claim = ("Tariq Nassar climbed Mount Kelmar a second time in 1953.", "en")
    reading = looked(lens, claim, ("Tariq Nassar climbed Mount Kelmar in 1953.", "en"))
    assert value(reading, "numbers_missing") > value(reading, "ranks_missing")


def test_two_pages_with_two_numbers_of_the_same_deaths_support_neither(judge) -> None:
    """Where one page counts eleven and another fourteen, neither is called true."""
    eleven = ("Eleven people died in the Kelmar flood of 1953.", "en", "Kelmar flood")
    fourteen = ("Fourteen people died in the Kelmar flood of 1953.", "en", "Kelmar register")
    assert verdict_of(judge, (eleven[0], "en"), eleven, fourteen) is not Label.SUPPORTED
    assert verdict_of(judge, (fourteen[0], "en"), eleven, fourteen) is not Label.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page", "language", "expected"),
    [
        ("يبلغ طول جسر الملك فهد نحو 25 كيلومترا.", "قُدّر طول الطريق البحري بنحو 40 كيلومتراً، أي إنه سيكون أطول من جسر الملك فهد.", "ar", True),
        ("The Ferrow Causeway is 25 kilometres long.", "The sea road was to be 40 kilometres long, longer than the Ferrow Causeway.", "en", True),
        ("The Ferrow Causeway is 25 kilometres long.", "The Ferrow Causeway is 40 kilometres long, longer than the Rialto Bridge.", "en", False),
        ("Le pont Morel mesure 25 kilomètres de long.", "La digue mesure 40 kilomètres de long, elle est plus longue que le pont Morel.", "fr", True),
        ("El puente Morel mide 25 kilómetros.", "El dique mide 40 kilómetros y es más largo que el puente Morel.", "es", True),
        ("Die Morelbrücke ist 25 Kilometer lang.", "Der Damm ist 40 Kilometer lang und damit länger als die Morelbrücke.", "de", True),
    ],
)  # fmt: skip
def test_what_is_only_compared_with_has_no_such_value(
    lens: Lens, claim: str, page: str, language: str, expected: bool
) -> None:
    """A longer road says nothing against the length of the bridge that it is measured by."""
    assert only_compared(looked(lens, (claim, language), (page, language))) is expected
