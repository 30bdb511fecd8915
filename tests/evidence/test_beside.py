"""What other pages do to the surest passage of a claim."""

from evidence.judges.default import load_default
from evidence.records import StanceLabel
from tests.evidence.judging import claim_from, passage_from

CLAIM = claim_from("Kelmar Bridge was opened in 1987.", "en")
SAYS_SO = passage_from("Kelmar Bridge was opened in 1987.", "en", title="Kelmar Bridge")


def sure_beside(text: str, title: str = "Kelmar Bridge") -> float:
    """How surely the first page supports the claim while a second one says something."""
    other = passage_from(text, "en", title=title, rank=2)
    first, _ = load_default().judge(CLAIM, [SAYS_SO, other])
    assert first.label is StanceLabel.SUPPORTS
    return first.probability


def test_a_page_that_says_otherwise_takes_belief_away() -> None:
    """Most wrong decisions were conflicts of which one side was believed."""
    (alone,) = load_default().judge(CLAIM, [SAYS_SO])
    assert alone.label is StanceLabel.SUPPORTS
    assert sure_beside("Kelmar Bridge was opened in 1999.") < alone.probability - 0.2


def test_a_page_that_agrees_takes_none_away_and_one_about_something_else_changes_nothing() -> None:
    """Bearing out is no contradiction, and the weather none of the bridge's business."""
    (alone,) = load_default().judge(CLAIM, [SAYS_SO])
    assert sure_beside("The bridge at Kelmar was opened to traffic in 1987.") > alone.probability - 0.05
    assert sure_beside("The weather was mild.", "Weather") == alone.probability
