"""English sentences cut by their parse: who shares a subject, what is an insert, who speaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.records import Claim, ClaimKind, Modality, Polarity
from tests.claims.test_extract import ruled


def parts(sentence: str, kind: ClaimKind = ClaimKind.CONTENT) -> list[str]:
    return [claim.text for claim in ruled(sentence, "en") if claim.kind is kind]


def one(sentence: str, word: str) -> Claim:
    return next(c for c in ruled(sentence, "en") if c.kind is ClaimKind.CONTENT and word in c.text)


def test_each_verb_takes_the_subject_that_it_shares() -> None:
    """Three verbs, one subject."""
    made = parts("Engineers inspected the piers in April, found no new cracks and recommended that they be kept.")
    assert made == [
        "Engineers inspected the piers in April",
        "Engineers found no new cracks",
        "Engineers recommended that they [the piers] be kept",
    ]


def test_what_follows_a_participle_is_told_of_the_subject_under_the_same_will() -> None:
    """A foreseen closure foresees its losses."""
    claim = one("The firm will close its furnace next spring, cutting 1,150 jobs.", "1,150")
    assert claim.text == "The firm cutting 1,150 jobs"
    assert claim.modality is Modality.PREDICTED


def test_a_role_before_a_name_stays_and_a_description_behind_it_goes() -> None:
    """Without the name nobody knows who spoke."""
    made = parts("Its secretary, Colm Brady, a crane driver for two decades, left the union on Monday.")
    assert "Its [?] secretary, Colm Brady" in made  # nothing before says whose
    assert any(text.startswith("Colm Brady, a crane driver") for text in made)
    assert "Its [?] secretary, Colm Brady left the union on Monday" in made


def test_what_was_told_in_a_message_is_what_was_said() -> None:
    """The content hangs on the verb, not on the message."""
    made = ruled("Chief executive Marta Lindqvist told staff in a message that the plant had lost £180 million.", "en")
    content = next(c for c in made if c.kind is ClaimKind.CONTENT and c.text.startswith("the plant had lost"))
    assert content.attribution is not None
    assert "Lindqvist" in content.attribution.speaker


def test_the_speaker_who_denies_is_not_the_letter() -> None:
    """A verb of saying behind "but" is the speaker's, and what is denied is nobody's claim."""
    made = ruled("A spokesman confirmed that the letter existed but denied that it had been ignored.", "en")
    assert [c.text for c in made if c.kind is ClaimKind.SPEECH] == [
        "A spokesman confirmed that the letter existed",
        "A spokesman denied that it [the letter] had been ignored",
    ]
    assert not any(c.kind is ClaimKind.CONTENT and "ignored" in c.text for c in made)


def test_a_speaker_at_the_end_answers_for_both_halves() -> None:
    """Neither half is passed off as the article's own word."""
    made = ruled(
        "An inspection found cracks in 2022, but the mine was allowed to go on working, two engineers told Reuters.",
        "en",
    )
    content = [c for c in made if c.kind is ClaimKind.CONTENT]
    assert len(content) == 2
    assert all(c.attribution and c.attribution.speaker == "two engineers" for c in content)


def test_a_denial_inside_what_was_seen_denies_nothing_of_the_seeing() -> None:
    """Polarity is read from the clause's own words."""
    claim = one("In May 2023 a statistician noticed that the digits did not follow the pattern.", "noticed")
    assert claim.polarity is Polarity.AFFIRMED
    assert claim.modality is Modality.ASSERTED


def test_a_place_within_a_place_and_a_short_form_are_no_claims() -> None:
    """They stay where they are."""
    made = parts("She was born in Thanamandi, Rajouri and works for the Office of Deep Water (ODW) in Oslo.")
    assert not any(text.startswith(("Thanamandi", "the Office", "ODW")) for text in made)


def test_a_quotation_by_itself_belongs_to_whoever_spoke_last() -> None:
    """The second sentence names nobody."""
    made = ruled('"It came without any warning," said Rosa Lima. "My neighbours are still under there."', "en")
    last = [c for c in made if "neighbours" in c.text]
    assert last
    assert all(c.attribution and "Rosa Lima" in c.attribution.speaker for c in last)


_SUBJECTS = ("The harbour of Calden", "Tideway Freight", "Its oldest ferry", "Mayor Ruth Okafor")
_FIRST = ("handled {n} ships", "lost {n} workers", "did not pay {n} fines", "never sold {n} houses")
_SECOND = ("opened {n} schools", "has bought {n} buses", "did not close {n} wards", "repaired {n} bridges")
_INSERT = ("", ", which employs {n} people,", ", a company of {n} partners,", ", founded by {n} brothers,")
_SAYS = ("", "The Gazette reported that ", "According to the union, ", "Two engineers said on Monday that ")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(_SUBJECTS),
    st.sampled_from(_INSERT),
    st.sampled_from(_FIRST),
    st.sampled_from(_SECOND),
    st.sampled_from(_SAYS),
)
def test_no_number_denial_or_speaker_leaves_its_verb(
    subject: str, insert: str, first: str, second: str, says: str
) -> None:
    """Over all combinations: each number keeps its verb, each denial its half, each half its speaker."""
    told = (
        subject
        if not says
        else subject[0].lower() + subject[1:]
        if subject.split(maxsplit=1)[0] in {"The", "Its"}
        else subject
    )
    sentence = f"{says}{told}{insert.format(n=17)} {first.format(n=41)} and {second.format(n=93)}."
    for claim in (c for c in ruled(sentence, "en") if c.kind is ClaimKind.CONTENT):
        words = claim.text.split()
        for number, pattern in (("41", first), ("93", second)):
            if number in words:
                verb = pattern.split(" {n}")[0].split()[-1]
                assert verb in words
                if len({"41", "93"} & set(words)) == 1:
                    denied = "not" in pattern.split() or "never" in pattern.split()
                    assert (claim.polarity is Polarity.NEGATED) == denied, (sentence, claim.text)
        if says and {"41", "93"} & set(words):
            assert claim.attribution is not None, (sentence, claim.text)


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("fr", "Le maire, Paul Kerguelen, a écrit au ministre en 2021.", "Le maire, Paul Kerguelen, a écrit au ministre en 2021"),
        ("fr", "Construit en 1968, l'hôpital accueille 31 000 patients par an.", "Construit en 1968, l'hôpital"),
        ("es", "El exalcalde, que gobernó el municipio hasta 2019, anunció que el puente costó 3 millones.", "El exalcalde, que gobernó el municipio hasta 2019"),
        ("de", "Die Firma hat 2021 zwei Werke gekauft und drei Schulen gebaut.", "Die Firma hat drei Schulen gebaut"),
        ("ru", "Первое погружение состоялось 12 июля, второе пришлось отложить из-за шторма.", "второе пришлось отложить из-за шторма"),
    ],
)  # fmt: skip
def test_other_languages_share_subjects_and_keep_names(language: str, sentence: str, wanted: str) -> None:
    """One construction a language that was cut wrongly before."""
    assert wanted in [claim.text for claim in ruled(sentence, language)]
