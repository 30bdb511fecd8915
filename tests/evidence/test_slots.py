"""Claim and sentence side by side: a difference counts only where subject, relation and kind are the same."""

from collections.abc import Sequence

import pytest

from evidence.records import Label, StanceLabel, Verdict
from evidence.slots.bounds import bounds
from evidence.slots.facts import facts_of
from evidence.slots.opposites import opposed, sides_of
from evidence.slots.relations import triggers_in
from evidence.slots.status import Status
from evidence.verdict import judge_claim
from tests.evidence.judging import AS_OF, claim_from, passage_from


@pytest.fixture(scope="module")
def judge():
    from evidence.judges import load_judge

    return load_judge("default")


def verdict_of(judge, claim: tuple[str, str], *pages: Sequence[str]) -> Label:
    """The label that a claim gets from pages given as text, language and title."""
    ranked = [passage_from(p[0], p[1], title=p[2] if len(p) > 2 else "", rank=n) for n, p in enumerate(pages, 1)]
    outcome = judge_claim(claim_from(*claim), ranked, judge=judge, as_of=AS_OF, run_id="r")
    assert isinstance(outcome, Verdict), outcome
    return outcome.label


def status_of(claim: str, page: str, language: str) -> Status:
    """What the first quantity of one text says of the first of another."""
    one, other = facts_of(claim, language, None).quantities[0], facts_of(page, language, None).quantities[0]
    return bounds(one, other)


@pytest.mark.parametrize(
    ("claim", "page", "language", "status"),
    [
        ("زار المعرض أكثر من 18 ألف شخص", "زار المعرض 18400 شخص", "ar", Status.AGREES),
        ("The bridge is 640 metres long", "The bridge is 385 metres long", "en", Status.DIFFERS),
        ("It cost about 40 million euros", "It cost 41 million euros", "en", Status.AGREES),
        ("64,000 people came", "64,231 people came", "en", Status.AGREES),
        ("eleven people drowned", "fourteen people drowned", "en", Status.DIFFERS),
        ("La tour mesure 343 mètres", "La tour mesure 0,343 kilomètre", "fr", Status.AGREES),
    ],
)
def test_numbers_are_compared_as_bounds(claim: str, page: str, language: str, status: Status) -> None:
    """More than 18,000 is borne out by 18,400; a rounded number by the one it rounds."""
    assert status_of(claim, page, language) is status


@pytest.mark.parametrize(
    ("text", "language", "relation"),
    [
        ("وافتُتح الجسر عام 1987", "ar", "opened"),
        ("Le pont fut inauguré en 1987", "fr", "opened"),
        ("La empresa fue fundada en 1951", "es", "founded"),
        ("Das Werk wurde 1951 gegründet", "de", "founded"),
        ("She was born in Warsaw", "en", "born"),
        ("公司成立于1951年", "zh", "founded"),
    ],
)
def test_relations_are_named_in_many_languages(text: str, language: str, relation: str) -> None:
    """One relation, many words."""
    assert relation in {trigger.relation for trigger in triggers_in(text, language)}


def test_a_year_before_a_noun_is_a_time_and_no_count() -> None:
    """ "The 1998 referendum" counts nothing."""
    facts = facts_of("Voters backed it in the 1998 referendum.", "en", None)
    assert [time.first.year for time in facts.times] == [1998]
    assert facts.quantities == ()


def test_a_day_in_a_name_is_no_date() -> None:
    """The Good Friday Agreement dates nothing."""
    assert facts_of("The Good Friday Agreement was signed in Belfast.", "en", None).times == ()


def test_opposites_are_seen_across_languages() -> None:
    """What rose in Arabic did not fall in English."""
    assert opposed(sides_of("ارتفع المؤشر", "ar"), sides_of("The index fell sharply", "en")) == ["rise"]
    assert opposed(sides_of("ارتفع المؤشر", "ar"), sides_of("The index rose sharply", "en")) == []


def test_another_year_of_the_same_relation_refutes_across_languages(judge) -> None:
    """Same bridge, same opening, another year."""
    page = ("Kelmar Bridge was opened in 1987 before several hundred people.", "en", "Kelmar Bridge")
    assert verdict_of(judge, ("افتُتح جسر كلمار عام 1999.", "ar"), page) is Label.REFUTED
    assert verdict_of(judge, ("افتُتح جسر كلمار عام 1987.", "ar"), page) is Label.SUPPORTED


def test_another_year_of_another_relation_refutes_nothing(judge) -> None:
    """Founded in 1989 and released in 1991 is no conflict."""
    page = ("The first film of Mirado company was released in 1991.", "en", "Mirado company")
    assert verdict_of(judge, ("Mirado company was founded in 1989.", "en"), page) is Label.NOT_ENOUGH_EVIDENCE


def test_another_things_number_refutes_nothing(judge) -> None:
    """What one bridge cost says nothing of another."""
    page = ("Dorwan Bridge cost 31 million euros.", "en", "Dorwan Bridge")
    assert verdict_of(judge, ("Kelmar Bridge cost 40 million euros.", "en"), page) is Label.NOT_ENOUGH_EVIDENCE


def test_a_namesake_refutes_nothing(judge) -> None:
    """The new bridge is not the bridge."""
    page = ("The new Kelmar Bridge was opened in 2015.", "en", "Kelmar Bridge")
    assert verdict_of(judge, ("Kelmar Bridge was opened in 1987.", "en"), page) is Label.NOT_ENOUGH_EVIDENCE


def test_a_number_belongs_to_what_stands_beside_it(judge) -> None:
    """LinkedIn's price is not GitHub's, though it stands in the same sentence."""
    page = (
        "The company bought LinkedIn for 26.2 billion dollars in 2016 and GitHub for 7.5 billion in 2018.",
        "en",
        "Microsoft",
    )
    assert verdict_of(judge, ("Microsoft paid 26.2 billion dollars for GitHub.", "en"), page) is not Label.SUPPORTED


def test_a_page_that_is_silent_on_the_point_says_neither(judge) -> None:
    """The same bridge, and no year."""
    page = (
        "Kelmar Bridge is a favourite of painters, and residents said that the weather was mild.",
        "en",
        "Kelmar Bridge",
    )
    assert verdict_of(judge, ("Kelmar Bridge was opened in 1987.", "en"), page) is Label.NOT_ENOUGH_EVIDENCE


def test_a_denied_claim_is_not_refuted_by_another_value(judge) -> None:
    """That it was not opened in 1987 is no conflict with 1999."""
    page = ("Kelmar Bridge was opened in 1999.", "en", "Kelmar Bridge")
    assert verdict_of(judge, ("Kelmar Bridge was not opened in 1987.", "en"), page) is not Label.REFUTED


def test_a_claim_that_does_not_say_what_it_is_about_is_not_decided(judge) -> None:
    """Another bridge's length contradicts no "its length"."""
    page = ("ويبلغ طول جسر الدانة نحو 36 كيلومتراً.", "ar", "جسور الخليج")
    assert verdict_of(judge, ("ويبلغ طولها اليوم نحو 193 كيلومتراً", "ar"), page) is Label.NOT_ENOUGH_EVIDENCE


def test_a_question_and_hearsay_vouch_for_nothing(judge) -> None:
    """Neither a question nor what others are said to hold supports a claim."""
    claim = ("Karim Nassar built Kelmar Bridge in 1987.", "en")
    asks = ("Did Karim Nassar build Kelmar Bridge in 1987?", "en", "Kelmar Bridge")
    passes_on = ("Karim Nassar reportedly built Kelmar Bridge in 1987.", "en", "Kelmar Bridge")
    assert verdict_of(judge, claim, asks) is Label.NOT_ENOUGH_EVIDENCE
    assert verdict_of(judge, claim, passes_on) is Label.NOT_ENOUGH_EVIDENCE


def test_the_reason_says_both_values(judge) -> None:
    """In the article's language and in English."""
    claim = claim_from("افتُتح جسر كلمار عام 1999.", "ar")
    (stance,) = judge.judge(claim, [passage_from("Kelmar Bridge was opened in 1987.", "en", title="Kelmar Bridge")])
    assert stance.label is StanceLabel.REFUTES
    assert "1999" in stance.reason
    assert "1987" in stance.reason
    assert "the page says" in stance.reason


def test_the_same_passages_get_the_same_stances(judge) -> None:
    """Judging twice, or with another passage beside it, changes no stance that does not concern it."""
    claim = claim_from("Kelmar Bridge was opened in 1987.", "en")
    first = passage_from("Kelmar Bridge was opened in 1987.", "en", title="Kelmar Bridge")
    other = passage_from("The weather was mild.", "en", rank=2)
    assert judge.judge(claim, [first])[0] == judge.judge(claim, [first, other])[0]
    assert judge.judge(claim, []) == []
