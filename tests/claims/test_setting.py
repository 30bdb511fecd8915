"""The words that a claim is read with: before its sentence, by whole paragraphs, within bounds."""

from claims.setting import BEFORE, MOST, setting_of

TITLE = "Study finds mussels earlier"
FIRST = "A study of the Aarhus Bay Institute, led by Mette Holm, found mussels where none were before. " * 3
SECOND = "The study took nine years. It cost 3 million kroner."
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n"


def setting(text: str, sentence: str) -> str:
    """The setting of a sentence of a text."""
    start = text.index(sentence)
    span = setting_of(text, start, start + len(sentence))
    return text[span.start : span.end]


def test_a_claim_of_the_second_paragraph_is_read_with_the_first() -> None:
    """Its "study" is named there."""
    found = setting(TEXT, "It cost 3 million kroner.")
    assert found.startswith("A study of the Aarhus Bay Institute")
    assert found.endswith("The study took nine years. It cost 3 million kroner.")


def test_what_comes_first_is_read_with_the_headline() -> None:
    """Nothing goes before it but the title, which is part of the text."""
    assert setting(TEXT, FIRST.strip()).startswith(TITLE)


def test_an_endless_paragraph_is_begun_with_a_whole_word() -> None:
    """In any script: no more than MOST characters, no word cut."""
    for word in ("Wörter", "كلمات", "слово"):
        text = f"{word} " * 400 + "END."
        found = setting(text, "END.")
        assert BEFORE < len(found) <= MOST + len("END.")
        assert found.startswith(f"{word} ")


def test_a_script_without_spaces_keeps_what_goes_before() -> None:
    """Chinese has no word to begin with; it begins with a whole sentence."""
    text = "研究发现。" * 300 + "结束。"
    assert setting(text, "结束。").endswith("结束。")
    assert setting(text, "结束。").startswith("研究")
    assert len(setting(text, "结束。")) > BEFORE


def test_a_span_ends_where_the_sentence_ends() -> None:
    """What comes after a claim is none of its setting."""
    assert not setting(TEXT, "The study took nine years.").endswith("kroner.")
