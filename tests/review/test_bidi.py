"""What is said in two scripts is read by everybody in the order in which it was written."""

from review.bidi import bdi, isolated, voices_in
from review.web.stored import stored_lines


def test_a_quotation_is_one_run_whatever_stands_in_it() -> None:
    """The parts of an Arabic quotation would otherwise change places in an English sentence."""
    told = "Supported by موسوعة الضفاف: “قناة السويس: الافتتاح – 17 نوفمبر 1869” – both say 1869."
    html = str(bdi(told))
    assert "“<bdi>قناة السويس: الافتتاح – 17 نوفمبر 1869</bdi>”" in html
    assert "<bdi>موسوعة الضفاف</bdi>: " in html


def test_a_number_behind_a_comma_is_no_part_of_the_name_before_it() -> None:
    """An address or date after a foreign name would else be read backwards; a year beside its month stays there."""
    assert str(bdi("by موسوعة الضفاف, 127.0.0.1 (2023-07-27): “x”")) == (
        "by <bdi>موسوعة الضفاف</bdi>, 127.0.0.1 (2023-07-27): “x”"
    )
    assert str(bdi("it says مساء 26 يوليو 1956.")) == "it says <bdi>مساء 26 يوليو 1956</bdi>."


def test_marks_for_the_terminal_do_not_reach_the_page() -> None:
    """Isolates within isolates would part a date from its sentence."""
    html = str(bdi(f"97ce8e {isolated('في يوليو 1958')}"))
    assert html == "97ce8e <bdi>في يوليو 1958</bdi>"


def test_a_reader_gets_the_voice_of_their_script() -> None:
    """A rationale is stored in the article's language and in English; one of them is enough."""
    both = "تناقضه صحيفة. / Contradicted by a paper."
    assert voices_in(both, "rtl") == ["تناقضه صحيفة."]
    assert voices_in(both, "ltr") == ["Contradicted by a paper."]
    assert voices_in("bestätigt / Confirmed.", "rtl") == ["bestätigt / Confirmed."], "nothing is hidden"


def test_a_stored_page_runs_line_by_line_in_its_own_direction() -> None:
    """The quote may begin on one line and end on the next, and is anchored once."""
    text = "العنوان\n\nOpened in 1950 by\nمدير الجسر"
    start = text.index("1950")
    lines = list(stored_lines(text, start, text.index("الجسر")))
    assert [line.direction for line in lines] == ["rtl", "ltr", "rtl"]
    assert [line.quote for line in lines] == ["", "1950 by", "مدير "]
    assert [line.first for line in lines] == [False, True, False]
    assert "".join(line.before + line.quote + line.after for line in lines) == text.replace("\n", "")
