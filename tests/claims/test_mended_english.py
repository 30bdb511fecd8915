"""English statements made whole by their parse, and the speakers and pronouns that stand with them."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims
from claims.names import find_names
from claims.records import Claim, ClaimKind


def claims_of(text: str) -> list[Claim]:
    return list(
        extract_claims(read_article(text.encode(), source="a.txt", published_on=date(2025, 9, 16), language="en"))
    )


def told(text: str) -> list[str]:
    return [claim.text for claim in claims_of(text) if claim.kind is ClaimKind.CONTENT]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The warehouse, outside Leeds, is expected to open next autumn and employ 450 people.",
            "The warehouse is expected to employ 450 people",
        ),
        (
            "The shares finished at 14.60 euros on Friday, 3.1 percent higher, their best close since May.",
            "The shares finished their best close since May",
        ),
        ("She said prices dropped by nearly a third in March and haven't recovered.", "prices haven't recovered"),
        (
            "The Denver insurer also reported third-quarter revenue of $2.4 billion, down from $2.9 billion a year earlier, and a net loss of $61 million, its first in six years.",
            "The Denver insurer reported a net loss of $61 million",
        ),
        (
            "A coach carrying 40 pupils left the road near Tarnby late on Monday, injuring both drivers and closing the only bridge into the town, police said.",
            "A coach injuring both drivers",
        ),
        ("Dr Helen Marwick, 61, operated on the wrong knee at Tarn Hospital in May 2022.", "Dr Helen Marwick operated on the wrong knee at Tarn Hospital in May 2022"),
        (
            "Under the plan, work on which is due to start in May, a wall 4 metres high will be built along the harbour.",
            "Under the plan a wall 4 metres high will be built along the harbour",
        ),
    ],
)  # fmt: skip
def test_a_statement_has_the_verb_and_the_subject_that_it_leans_on(text: str, wanted: str) -> None:
    """What it shares with another verb is told with it, and what is another's is not."""
    assert wanted in told(text)


def test_a_doer_of_another_clause_does_nothing() -> None:
    """Two goals that complete a comeback are not the club's that will play next."""
    made = told(
        "Marl Rovers will play in the Regional Cup final for the first time in 20 years after two goals in the last five "
        "minutes from substitute Ben Ashe completed an extraordinary comeback on a cold night at Weir Lane."
    )
    assert not any(one.startswith("Marl Rovers substitute") for one in made)


def speakers(text: str) -> set[str]:
    return {claim.attribution.speaker for claim in claims_of(text) if claim.attribution is not None}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Only six bridges have been repaired, according to figures that the agency released last week.", "figures"),
        ("Council leader Ruth Amsel (Labour) said closing the pool was not an option.", "Council leader Ruth Amsel"),
        ("Outside the inquest, Ms Orrin, 44, said no sum could replace what she had lost.", "Ms Orrin"),
        ("A clerk forged the deeds, a regional court found on Monday.", "a regional court"),
        ("Nils Brandt, a botanist at the Weir Institute, points out that the seeds were kept in a freezer for two years.", "Nils Brandt"),
        ('A porter who knows the ward said staff had complained about the lift since May. "You could hear it groan," he said.', "a porter"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_by_his_own_words(text: str, wanted: str) -> None:
    """No clause that tells of him, no bracket cut open, and no bare pronoun."""
    assert {one.lower().partition(" who ")[0] for one in speakers(text)} == {wanted.lower()}


def test_what_is_disputed_is_nobodys_word() -> None:
    """Who disputes a thing does not say that it is so."""
    made = told(
        "A spokesman, Theo Lunt, said Marlow Foods would pay its debts but disputed that the whole sum was owed."
    )
    assert not any("was owed" in one for one in made)


COUNCIL = """Council sells the baths

Tarnby Borough Council's cabinet voted to sell the baths on Monday. The Weir Lane Bathing Society, whose 90 members must
leave in May, has accused the council of haste. The society said it was taking legal advice and would appeal."""


def test_a_body_that_says_it_would_means_itself() -> None:
    """The subject of the verb of saying, and no body that was spoken of before."""
    assert "it [Weir Lane Bathing Society] was taking legal advice" in told(COUNCIL)


CUP = """Late Ashe double sends ten-man Rovers into final

Marl Rovers reached the final after two late goals from substitute Ben Ashe on Monday. Ashe came off the bench after an
hour. He had not scored since April."""


def test_the_first_word_of_a_headline_is_no_part_of_a_name() -> None:
    """The body names him in full."""
    made = told(CUP)
    assert "He [Ben Ashe] had not scored since April" in made
    assert not any("Late Ashe" in one for one in made)


def test_nobody_says_she_of_herself() -> None:
    """Within a quotation another woman is meant."""
    text = (
        'Council leader Ruth Amsel said nothing would change. "I sat with Mr Orr\'s daughter in May," she said. '
        '"I promised her that we would act, and today we have."'
    )
    made = [claim.text for claim in claims_of(text)]
    assert not any("her [Ruth Amsel]" in one for one in made)


def test_a_person_is_named_without_the_body_behind_of() -> None:
    """A firm keeps its "&", and a body the "of" of its own name."""
    text = "Diego Sarn of the University of Pell met Ann Orr of Larkin & Wells at the Royal College of Surgeons."
    assert [one.text for one in find_names(text, "en")][:2] == ["Diego Sarn", "University of Pell"]
    assert "Larkin & Wells" in " | ".join(one.text for one in find_names(text, "en"))
    assert "Royal College of Surgeons" in [one.text for one in find_names(text, "en")]
