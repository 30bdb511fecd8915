"""English news as it is written: speakers behind pronouns, quotations, inserts, datelines, and what fills may say."""

import pytest

from claims.records import Claim, ClaimKind, Modality, Polarity
from tests.claims.test_extract import ruled


def contents(text: str) -> list[str]:
    return [one.text for one in ruled(text, "en") if one.kind is ClaimKind.CONTENT]


def spoken(text: str) -> list[tuple[str, str]]:
    return [
        (one.text, one.attribution.speaker if one.attribution else "")
        for one in ruled(text, "en")
        if one.kind is ClaimKind.SPEECH
    ]


def first(text: str, word: str) -> Claim:
    return next(one for one in ruled(text, "en") if word in one.text)


def test_she_who_spoke_is_the_woman_named_since_and_her_next_sentence_is_hers() -> None:
    """The last speaker was a man."""
    made = ruled(
        'Mayor Peter Hanlon told the council that the pumps were sound. Councillor Ruth Amadi disputed that.\n\n"The pumps failed on Monday," she said. '
        '"The road to Dorn was flooded by noon."',
        "en",
    )
    told = {one.attribution.speaker for one in made if one.attribution and ("failed" in one.text or "noon" in one.text)}
    assert told == {"Councillor Ruth Amadi"}


def test_nobody_speaks_of_himself_as_she() -> None:
    """The last name before "she" is the speaker's own."""
    made = ruled(
        'Clara Voss was a painter. "She never sold a picture," said the dealer Robin Tan, who travelled with her until 1990. She died in May.',
        "en",
    )
    texts = [one.text for one in made]
    assert '"She [Clara Voss] never sold a picture," said the dealer Robin Tan' in texts
    assert "Robin Tan, who travelled with her [Clara Voss] until 1990" in texts
    assert "She [Clara Voss] died in May" in texts


def test_a_club_is_no_he() -> None:
    """The rower speaks, not the club that was named last."""
    made = spoken('Tom Hale rowed for Northport, which lost by a length. "I rowed too late," he said.')
    assert made == [('"I rowed too late," he [Tom Hale] said', "Tom Hale")]


def test_the_court_that_heard_it_did_not_say_it() -> None:
    """Who told the court is open."""
    made = ruled("The court heard that the driver had drunk six beers before the crash.", "en")
    assert [(one.kind, one.attribution.speaker if one.attribution else None) for one in made] == [
        (ClaimKind.SPEECH, "")
    ]


def test_a_speaker_in_the_midst_says_both_halves() -> None:
    """Neither the words before nor those behind are the article's own, and "she added" alone is nothing."""
    made = ruled("The verdict, the lawyers said, surprised nobody in Leeds.", "en")
    assert [(one.kind, one.text) for one in made] == [
        (ClaimKind.SPEECH, "The verdict, the lawyers said, surprised nobody in Leeds"),
        (ClaimKind.CONTENT, "The verdict surprised nobody in Leeds"),
    ]
    assert all(one.attribution and one.attribution.speaker == "the lawyers" for one in made)
    assert spoken('Rosa Blum teaches drawing in Hull. Her pupils, she added, "laugh, cry, and go home".') == [
        ('Her [Rosa Blum] pupils, she added, "laugh, cry, and go home', "Rosa Blum")
    ]


def test_quoted_judgements_are_said_and_quoted_events_are_claims_besides() -> None:
    """Nobody can look up that a mood is good."""
    made = (
        '"The road is fine and the mood is good," said Ruth Amadi. "The dam at Dorn lost 40 metres of wall on Monday."'
    )
    assert contents(made) == ["The dam at Dorn lost 40 metres of wall on Monday"]
    assert [speaker for _, speaker in spoken(made)] == ["Ruth Amadi", "Ruth Amadi"]


def test_a_quotation_that_nobody_is_known_to_have_said_claims_nothing() -> None:
    """It would pass for the article's own word."""
    assert ruled('"Take nothing from him. He ran well on Monday."', "en") == []


def test_a_name_behind_a_bank_is_the_analysts() -> None:
    """The speaker of the next sentence is told with his name."""
    made = spoken("An analyst at Corran Bank, Lara Finch, expects prices to fall. She warned that wages would lag.")
    assert made == [("She [Lara Finch] warned that wages would lag", "An analyst at Corran Bank, Lara Finch")]


def test_a_bare_noun_fills_nothing() -> None:
    """Neither "a nurse" nor "the company" says who it is."""
    assert "He [?] has not been seen" in contents("A miner went back for his mother. He has not been seen.")
    assert (
        contents("Brian Holm founded the company in 1984. It went bankrupt in 2022.")[-1]
        == "It [?] went bankrupt in 2022"
    )


def test_a_charity_is_no_company_and_no_agency() -> None:
    """Neither is taken for who speaks next: the company that answers is the one that was accused, if any."""
    made = spoken(
        "A charity, Clean Shores, accused the quarry run by Dunmore Stone. The company denied the charge. The agency said nothing had changed."
    )
    assert not any("[Clean Shores" in text or "[A charity" in text for text, _ in made)
    assert ("The agency said nothing had changed", "The agency") in made


def test_a_person_who_says_we_is_not_told_for_whom() -> None:
    """The treasurer is not the bank."""
    made = [one.text for one in ruled('"We will lend 40 million to farmers," said the treasurer Hugo Bell.', "en")]
    assert not any("We [" in text for text in made)


def test_a_whose_clause_keeps_its_verb_and_the_sentence_its_own() -> None:
    """The club is not the judge."""
    made = ruled(
        "The club, Northport Rowing, whose treasurer, Paul Adeyemi, is a retired judge, denied that the boathouse had been sold.",
        "en",
    )
    texts = [one.text for one in made]
    assert "Northport Rowing, whose treasurer, Paul Adeyemi, is a retired judge" in texts or any(
        "whose treasurer, Paul Adeyemi" in text and "is a retired judge" in text for text in texts
    )
    assert not any(text.endswith(("Adeyemi", "whose treasurer")) for text in texts)
    assert not any(text.startswith("The club, Northport Rowing is") for text in texts)


def test_only_when_stays_with_its_verb_and_whoever_is_named_before_a_verb_does_it() -> None:
    """The theft opened no safe."""
    made = contents(
        "The theft was noticed only when a porter took a day off for a hip operation and a junior cashier, Ines Duarte, opened the safe to count the notes."
    )
    assert "The theft was noticed" not in made
    assert any(text.startswith("The theft was noticed only when a porter") for text in made)
    assert "a junior cashier, Ines Duarte, opened the safe to count the notes" in made
    assert not any(text.startswith("The theft opened") for text in made)


def test_which_child_somebody_is_and_where_he_was_born_are_two_facts() -> None:
    """Either could be true alone."""
    made = contents(
        "Ivan Petrov was born in Arklow on 4 May 1941, the youngest of five children of a baker and a teacher."
    )
    assert made == [
        "Ivan Petrov was born in Arklow on 4 May 1941",
        "Ivan Petrov the youngest of five children of a baker and a teacher",
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The board agreed on condition that the drivers be paid in full.", "The board agreed on condition that the drivers be paid in full"),
        ("OSLO, Norway, May 3 (NTB) - A storm cut power to 4,000 homes on Friday.", "A storm cut power to 4,000 homes on Friday"),
        ("LEEDS: Two bridges were closed on Friday.", "Two bridges were closed on Friday"),
    ],
)  # fmt: skip
def test_a_condition_is_no_claim_of_its_own_and_a_dateline_no_part_of_one(sentence: str, wanted: str) -> None:
    """One claim, and no more."""
    assert contents(sentence) == [wanted]


def test_money_with_a_letter_clock_times_and_turns() -> None:
    """Millions are millions; an hour and a third try are no quantities."""
    assert [one.value for one in first("The bakery lost £2.4m in a year.", "bakery").quantities][:1] == [2.4e6]
    assert first("The wall fell at 5.15 p.m. (1815 GMT).", "wall").quantities == ()
    assert first("The board asked a third time.", "board").quantities == ()
    cut = first("Two members wanted a cut of half a percentage point.", "cut").quantities[-1]
    assert (cut.value, cut.unit) == (0.5, "point")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The minister is due back on Saturday.", ["2025-03-29"]),
        ("The choir met every Friday.", []),
        ("The bank expects prices to ease by the end of the first quarter.", ["2025-03-31"]),
        ("Sales fell in the fourth quarter.", ["2024-12-31"]),
        ("The side lost seven wickets for 104.", []),
    ],
)
def test_days_and_quarters_are_past_or_to_come_as_their_verb_says(sentence: str, wanted: list[str]) -> None:
    """The article is of Friday, 28 March 2025."""
    assert [time.last.isoformat() for one in ruled(sentence, "en")[:1] for time in one.times] == wanted


def test_what_one_was_not_able_to_do_is_no_condition_and_a_proviso_denies_nothing() -> None:
    """Polarity and modality are those of the main verb."""
    road = first("The road could not carry lorries.", "road")
    assert (road.polarity, road.modality) == (Polarity.NEGATED, Modality.ASSERTED)
    proviso = first("Lara Finch expects prices to fall, provided that rents do not rise.", "prices")
    assert proviso.polarity is Polarity.AFFIRMED
    assert first("Thieves took a saddle worth £6,400.", "saddle").modality is Modality.ASSERTED
    assert first("The plan could cost 40 jobs.", "plan").modality is Modality.CONDITIONAL
