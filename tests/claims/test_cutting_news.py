"""News sentences of our own writing: who says what, and what is one claim, in languages without a parse."""

from datetime import date

import pytest

from claims.article import read_article
from claims.extract import extract_claims

CASES = [
    ("de", "Kirchen, fügte Uwe Brandl hinzu, könnten durch Wohnhäuser ersetzt werden.", "speech", "Uwe Brandl"),
    ("de", "Die Universität wies das zurück.", "speech", "Die Universität"),
    ("de", "Die Arbeiten sollen zwei Jahre dauern, teilte das Rathaus mit.", "content", "das Rathaus"),
    ("tr", "Larry Giles bölgede 135 türün olduğunu söyledi.", "speech", "Larry Giles"),
    ("ru", "На месте церкви, добавил Адамс, появится многоквартирный дом.", "content", "Адамс"),
    ("zh", "他还表示，教堂可能会被公寓大楼所代替，钟楼将会保留。", "speech", "他"),
]


@pytest.mark.parametrize(("language", "text", "kind", "speaker"), CASES)
def test_what_was_said_names_who_said_it(language: str, text: str, kind: str, speaker: str) -> None:
    """The speaker as written, without particles, conjunctions and adverbs around it."""
    article = read_article(text.encode(), source="x.txt", published_on=date(2025, 6, 18), language=language)
    told = [c.attribution.speaker for c in extract_claims(article) if str(c.kind) == kind and c.attribution]
    assert told
    assert set(told) <= {speaker, ""}


def test_a_relative_clause_keeps_the_clause_that_hangs_on_it() -> None:
    """An infinitive behind a German relative clause is no part of the main clause, and no fact by itself."""
    text = "Die Polizei nahm zwei Männer fest, die verdächtigt werden, den Brand gelegt zu haben."
    article = read_article(text.encode(), source="x.txt", published_on=date(2025, 6, 18), language="de")
    suspected = "zwei Männer die verdächtigt werden, den Brand gelegt zu haben"
    assert {claim.text for claim in extract_claims(article, learnt=False)} == {
        "Die Polizei nahm zwei Männer fest", suspected,
    }  # fmt: skip
    made = {claim.text for claim in extract_claims(article)}
    assert all("verdächtigt" in text for text in made if "Brand" in text)


def test_a_comma_behind_which_nothing_follows_stops_no_article() -> None:
    """A participle behind a comma may end the sentence with a colon."""
    text = "Er sagte, die Stimme eines Trainers nachahmend:\n\nDie Stadt baute 1998 eine Halle."
    article = read_article(text.encode(), source="x.txt", published_on=date(2025, 6, 18), language="de")
    assert "Die Stadt baute 1998 eine Halle" in {claim.text for claim in extract_claims(article)}
