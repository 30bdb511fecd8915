"""Whether a sentence may bear a claim out: "first" among the same things, and said of what is, not of what is planned."""

from datetime import date

import pytest

from benchmarks.verdicts.cases import claim_of
from evidence.slots.decide import vouches
from evidence.slots.reader import claim_facts, read_text
from evidence.slots.words import Lens
from evidence.static_tokens import shipped_tokens

FIRST_IN_SPACE = "Hazzaa Al Mansoori, who flew on 25 September 2019, was the first Emirati in space."

FIRST_ON_BOARD = "Hazzaa Al Mansoori, who flew in 2019, was the first Arab on board the International Space Station."


@pytest.fixture(scope="module")
def lens() -> Lens:
    """Word vectors of the shipped embedder."""
    return Lens(shipped_tokens()[0])


def vouched(claim: str, language: str, text: str, text_language: str, lens: Lens) -> bool:
    """Whether the sentence may bear the claim out."""
    facts = claim_facts(claim_of(claim, language, date(2025, 5, 14), "a"))
    (one,) = read_text(facts, text, text_language, lens, above="", published_on=None)
    return vouches(one.reading)


@pytest.mark.parametrize(
    ("claim", "language", "text", "text_language"),
    [
        ("الإماراتي هزاع المنصوري كان أول عربي يصل إلى الفضاء", "ar", FIRST_IN_SPACE, "en"),
        ("Hazzaa Al Mansoori was the first Arab in space", "en", FIRST_IN_SPACE, "en"),
        ("الإماراتي هزاع المنصوري كان أول عربي يصل إلى الفضاء", "ar", FIRST_ON_BOARD, "en"),
        ("الإماراتي هزاع المنصوري كان أول عربي يصل إلى الفضاء", "ar", "He was the first Arab in space.", "en"),
        ("Hazzaa Al Mansoori fut le premier Arabe dans l'espace", "fr", FIRST_IN_SPACE, "en"),
    ],
)
def test_the_first_of_a_people_is_not_the_first_of_a_larger_one(
    claim: str, language: str, text: str, text_language: str, lens: Lens
) -> None:
    """Both say "first", but among others."""
    assert not vouched(claim, language, text, text_language, lens)


@pytest.mark.parametrize(
    ("claim", "language", "text", "text_language"),
    [
        ("الإماراتي هزاع المنصوري كان أول إماراتي يصل إلى الفضاء", "ar", FIRST_IN_SPACE, "en"),
        ("The first woman in space was Valentina Tereshkova", "en",
         "Valentina Tereshkova became the first woman to fly in space.", "en"),
        ("Es el puente más largo de Europa", "es", "The bridge is the longest in Europe.", "en"),
    ],
)  # fmt: skip
def test_the_first_among_the_same_things_is_borne_out(
    claim: str, language: str, text: str, text_language: str, lens: Lens
) -> None:
    """Whatever the language of the page."""
    assert vouched(claim, language, text, text_language, lens)


@pytest.mark.parametrize(
    ("claim", "language", "text", "text_language"),
    [
        ("The Marlow observatory observes with its full mirror again", "en", "The director hopes to observe with the full mirror again in November.", "en"),
        ("حصلت شركة الواحة على تعويض قدره 300 ألف يورو", "ar", "La empresa Al Waha reclama una indemnización de 300.000 euros.", "es"),
        ("Le livre de Nadia Ferhat est sorti aux éditions Bleues", "fr", "Les éditions Bleues comptent publier le livre de Nadia Ferhat à l'automne.", "fr"),
        ("افتُتح المتحف في يونيو", "ar", "من المقرر أن يُفتتح المتحف في يونيو.", "ar"),
    ],
)  # fmt: skip
def test_what_is_planned_or_asked_for_bears_out_nothing_done(
    claim: str, language: str, text: str, text_language: str, lens: Lens
) -> None:
    """A hope, a demand, a plan."""
    assert not vouched(claim, language, text, text_language, lens)


def test_a_plan_bears_out_a_claim_of_a_plan(lens: Lens) -> None:
    """Both speak of what is meant to be."""
    page = "The Marlow council plans to close the mill in May."
    assert vouched("The council of Marlow plans to close the mill in May", "en", page, "en", lens)
