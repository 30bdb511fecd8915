"""The number that sorts English statements: learnt, bounded, and never what decides."""

from claims.worth_model import learnt_worth
from tests.claims.test_extract import claims_of


def test_figures_stand_above_courtesies() -> None:
    """The order that a reader expects."""
    texts = ["Unemployment rose to 9 per cent in 2020.", "Let me tell you something.", "I love my family."]
    scores = [learnt_worth(text, "en") for text in texts]
    assert all(score is not None and 0 <= score <= 1 for score in scores)
    assert scores[0] == max(score for score in scores if score is not None)


def test_a_language_without_a_model_keeps_the_score_of_the_rules() -> None:
    """None, not a guess."""
    assert learnt_worth("ارتفع المؤشر بنسبة 40 في المئة", "ar") is None


def test_a_low_score_takes_no_claim_away() -> None:
    """Rules decide what is a claim; the model only sorts."""
    made = claims_of("The harbour of Calden opened in 1931 and handled 4,000 ships in 2020.", "en")
    assert len(made) == 2
    assert all(0 <= claim.worthiness.score <= 1 for claim in made)
