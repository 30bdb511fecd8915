"""English verbs told in a row, and words that hang where their form says: each cut keeps its own subject and verb."""

from claims.records import Claim, ClaimKind, Modality, Polarity
from tests.claims.test_english_news import contents, spoken
from tests.claims.test_extract import ruled


def content(text: str) -> list[Claim]:
    return [one for one in ruled(text, "en") if one.kind is ClaimKind.CONTENT]


def test_a_past_behind_a_modal_goes_on_from_the_past_before_it() -> None:
    made = contents(
        "The charity will stay open until June after trustees sold two shops, cut staff costs by a tenth and asked the council for help."
    )
    assert made == [
        "The charity will stay open until June",
        "trustees sold two shops",
        "trustees cut staff costs by a tenth",
        "trustees asked the council for help",
    ]


def test_a_past_behind_an_infinitive_goes_on_from_the_main_verb() -> None:
    assert contents("Mr Lee refused to pay the fine and dismissed the clerk.") == [
        "Mr Lee refused to pay the fine",
        "Mr Lee dismissed the clerk",
    ]


def test_a_verb_that_looks_like_a_plural_noun_keeps_the_subject_of_the_row() -> None:
    made = contents("The mill employs 90 people, exports most of what it spins and earned €3 million in 2024.")
    assert made[0] == "The mill employs 90 people"
    assert any(text.startswith("The mill exports most of what it spins") for text in made)
    assert "The mill earned €3 million in 2024" in made
    assert "The works now employs 140 people" in contents(
        "The works now employs 140 people and exports bricks to nine countries."
    )


def test_participles_of_a_passive_row_share_its_auxiliary() -> None:
    made = contents("Greta Holm was arrested in Rome, charged with fraud and released on bail.")
    assert made == ["Greta Holm was arrested in Rome", "Greta Holm was charged with fraud", "Greta Holm was released on bail"]  # fmt: skip
    assert "they [The refugees] were given beds" in contents(
        "The refugees were taken to a school hall, where they were fed, registered and given beds."
    )


def test_had_is_not_lent_to_a_past_that_may_stand_alone() -> None:
    made = contents("The judge said the driver had fled the scene and intended to leave the country.")
    assert made == ["the driver had fled the scene", "the driver intended to leave the country"]


def test_a_past_beside_a_past_is_no_participle_and_its_denial_is_its_own() -> None:
    made = content("Ruth Amadi worked for years in Oslo and never married.")
    assert [(one.text, one.polarity) for one in made] == [
        ("Ruth Amadi worked for years in Oslo", Polarity.AFFIRMED),
        ("Ruth Amadi never married", Polarity.NEGATED),
    ]


def test_a_participle_behind_another_subject_is_not_given_to_the_first() -> None:
    made = contents("The trawler sank as the crew slept, ending a career of forty years for its owner.")
    assert made == ["The trawler sank as the crew slept, ending a career of forty years for its owner"]
    made = contents("The council approved the plan after residents withdrew their objections, clearing the way for 200 homes.")  # fmt: skip
    assert not any(text.startswith("residents clearing") for text in made)


def test_what_is_measured_is_the_thing_and_not_its_buyer() -> None:
    made = contents("The firm bought a crane, weighing 40 tonnes, from a yard in Poland.")
    assert not any("firm weighing" in text for text in made)


def test_a_condition_behind_provided_stays_with_its_clause() -> None:
    made = contents("The port plans to build a quay, costing £9 million, provided a loan it asked for comes through.")
    assert len(made) == 1
    assert made[0].endswith("provided a loan it asked for comes through")


def test_what_somebody_says_under_a_condition_keeps_the_condition() -> None:
    made = content("If the rains fail again, engineers warned, the dam will be empty by July.")
    assert [(one.text, one.modality) for one in made] == [
        ("If the rains fail again the dam will be empty by July", Modality.CONDITIONAL)
    ]


def test_a_rank_of_two_short_forms_is_part_of_the_speaker() -> None:
    made = spoken("Gen. Maj. Piotr Nowak, who led the search, said that three soldiers were wounded.")
    assert made == [
        ("Gen. Maj. Piotr Nowak said that three soldiers were wounded", "Gen. Maj. Piotr Nowak"),
    ]


def test_what_opens_a_sentence_is_no_part_of_who_speaks() -> None:
    made = spoken("Outside, campaigner Ida Voss, 70, who has lived in Dorn since 1990, said the road was closed.")
    assert [speaker for _, speaker in made] == ["campaigner Ida Voss"]


def test_persons_with_ages_and_trades_keep_their_own() -> None:
    made = contents(
        "The victims were named as Mary Holt, 41, a teacher, and Sean Duffy, 38, a farmer, who had served in Cyprus."
    )
    assert made == [
        "The victims were named as Mary Holt and Sean Duffy",
        "Mary Holt, 41",
        "Mary Holt a teacher",
        "Sean Duffy, 38",
        "Sean Duffy a farmer",
        "Sean Duffy who had served in Cyprus",
    ]


def test_who_is_a_person_and_no_town() -> None:
    made = contents('"It was dark," said Tom Hale, a plumber from Bangor who was driving home and who heard a bang.')
    assert "Tom Hale who was driving home" in made
    assert "Tom Hale who heard a bang" in made
    assert not any(text.startswith("Bangor") for text in made)


def test_a_figure_in_brackets_stays_with_its_name() -> None:
    made = contents("Most of the runs came from Dewan Stride (87) and Arjun Pell.")
    assert not any(text.endswith("Stride 87") for text in made)


def test_a_gap_behind_a_figure_is_no_apposition() -> None:
    assert contents("The winners receive £10,000, the losers £2,000.") == [
        "The winners receive £10,000, the losers £2,000"
    ]


def test_a_name_that_the_parser_does_not_know_is_the_subject() -> None:
    made = contents("Grace Tuohill runs a dairy in Cork. Tuohill does not own the farm.")
    assert any("[Grace Tuohill] does not own the farm" in text for text in made)


def test_a_thing_speaks_for_nobody_beside_whoever_argues() -> None:
    made = ruled("The figures, the ministry said, suggest that rents fell in Berlin.", "en")
    assert {one.attribution.speaker for one in made if one.attribution} == {"the ministry"}


def test_own_words_alone_are_said_and_not_so() -> None:
    made = ruled('The minister said he had "nothing but respect for the court".', "en")
    assert [one.kind for one in made] == [ClaimKind.SPEECH]
    made = ruled('The bank said profit was "12 per cent above the level of 2023".', "en")
    assert ClaimKind.CONTENT in {one.kind for one in made}


def test_what_goes_without_is_no_denial_and_what_would_have_been_is_no_forecast() -> None:
    assert content("The firm paid $5,000 to every family with no conditions.")[0].polarity is Polarity.AFFIRMED
    assert content("Without the grant the theatre would have closed in 2022.")[0].modality is Modality.CONDITIONAL
    assert content("The theatre would close in 2022.")[0].modality is Modality.PREDICTED


def test_whoever_a_quotation_alone_brings_up_does_not_speak_it() -> None:
    made = spoken('Meera Pillay took over the brickworks in 2011. "My mother called me mad," she says.')
    assert made[-1][1] == "Meera Pillay"


def test_whoever_meets_somebody_is_not_the_one_met() -> None:
    made = contents(
        "When Meera Pillay took over the brickworks, she owed two million. Ines Dube, the cook she hired, left in 2019."
    )
    assert "Ines Dube, the cook she [Meera Pillay] hired" in made


def test_somebody_in_a_quotation_may_be_meant_by_him() -> None:
    made = spoken('Coach Peter Hanlon left. "The keeper came out. I told him to stay," said Paul Okoro.')
    assert not any("him [Peter Hanlon]" in text for text, _ in made)


def test_a_ship_with_the_name_of_a_woman_is_no_woman() -> None:
    made = contents("The ferry, the Abigail Rowe, lost power off Skye. Kayla Brand, a cook in her first season, was hurt.")  # fmt: skip
    assert not any("[Abigail Rowe]" in text for text in made)


def test_a_body_is_named_without_its_members() -> None:
    made = contents("Members of Kent County Council voted on Friday to sell the hall. The council will use the money for roads.")  # fmt: skip
    assert "The council [Kent County Council] will use the money for roads" in made


def test_a_headline_with_a_verb_names_no_one_thing() -> None:
    made = ruled(
        "Okello's unbeaten 98 lifts Northam Rovers to title\n\nNortham Rovers beat Dorn by five wickets on Sunday.\n\nThe Rovers receive £4,000.",
        "en",
    )
    assert not any("unbeaten" in one.text for one in made)


def test_a_pronoun_makes_its_word_a_verb() -> None:
    made = contents("She shrugs, reaches over and picks up a medal from 1998.")
    assert not any("shrugs picks" in text for text in made)


def test_whoever_cautions_says_so() -> None:
    made = spoken("Chief Joan Hart said the fire was out, but cautioned that the roof might fall.")
    assert [text for text, _ in made][-1] == "Chief Joan Hart cautioned that the roof might fall"


def test_two_sentences_in_one_quotation_are_not_one_content() -> None:
    made = content('Meera Pillay runs the works. "Ines is a poet. Poets never pay their suppliers within thirty days."')
    assert not any("poet. Poets" in one.text for one in made)
