"""One plain-text file a language: the text, ---, its sentences, ===. A case can be added without Python."""

from pathlib import Path

import pytest

from claims.sentences import split_sentences

HERE = Path(__file__).parent
CASES = [
    (path.stem, case.split("\n---\n")[0].strip("\n"), case.split("\n---\n")[1].strip("\n").split("\n"))
    for path in sorted(HERE.glob("*.txt"))
    for case in path.read_text("utf-8").split("\n===\n")
]


@pytest.mark.parametrize(
    ("language", "text", "expected"), CASES, ids=[f"{tag}-{at}" for at, (tag, _, _) in enumerate(CASES)]
)
def test_sentences_end_where_the_file_says(language: str, text: str, expected: list[str]) -> None:
    """Abbreviations, initials, ordinals and quotes end no sentence; the marks of the script do."""
    assert [text[span.start : span.end] for span in split_sentences(text, language)] == expected


def test_there_are_cases_for_fourteen_languages() -> None:
    """Dropping a language is seen."""
    assert len({tag for tag, _, _ in CASES}) >= 14
