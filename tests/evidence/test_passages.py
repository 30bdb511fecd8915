from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.digests import sha256_of
from evidence.passages import LONG, MOST_SENTENCES, cut_passages
from evidence.records import Origin, Page


def page_of(text: str, language: str = "en", url: str = "https://example.org/a", title: str = "") -> Page:
    return Page(
        id=f"page {url}", snapshot_id="s", body_sha256="b", url=url, title=title, publisher="", language=language,
        published_on=None, published_how="", modified_on=None, fetched_at=datetime(2025, 1, 1, tzinfo=UTC),
        origin=Origin.LIBRARY, text=text, text_sha256=sha256_of(text), extractor="test",
    )  # fmt: skip


TEXTS = {
    "ar": "تأسست الشركة عام 1999 في مدينة هانغتشو. يعمل فيها مئات الآلاف من الموظفين. ارتفعت أرباحها بنسبة 40٪؟ نعم.",
    "zh": "公司成立于1999年。总部在杭州。员工很多。利润增长了百分之四十。",
    "fr": "L’entreprise a été fondée en 1999. Elle emploie des milliers de personnes. M. Ma la dirigeait.",
    "hi": "कंपनी की स्थापना 1999 में हुई। इसमें हज़ारों लोग काम करते हैं।",
    "emoji": "It rose 👩‍👩‍👧 by 5 %. A\u0301nd fell\u200f again! ارتفع 3. Then stopped.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_offsets_give_the_passage_back(language: str) -> None:
    """The page's text at a passage's offsets is the passage, in every script."""
    page = page_of(TEXTS[language], language if language != "emoji" else "en")
    passages = cut_passages(page)
    assert passages
    for passage in passages:
        assert page.text[passage.start : passage.end] == passage.text == passage.text.strip()


@given(st.text(alphabet="ab ج.؟د。,\n\t—:Aé\u0301۔1٣ \u2028", max_size=400), st.sampled_from(["ar", "en", "zh", "und"]))
def test_every_cut_is_exact_and_in_order(text: str, language: str) -> None:
    """Whatever the text, passages do not overlap, do not leave the page and are never empty."""
    page = page_of(text, language)
    end = 0
    for passage in cut_passages(page):
        assert page.text[passage.start : passage.end] == passage.text
        assert passage.text.strip()
        assert passage.start >= end
        end = passage.end


def test_a_passage_holds_one_to_three_sentences() -> None:
    """Short sentences share a passage, but never more than three."""
    page = page_of(" ".join(f"Sentence number {n} is short." for n in range(20)))
    passages = cut_passages(page)
    assert all(1 <= p.text.count("Sentence") <= MOST_SENTENCES for p in passages)
    assert sum(p.text.count("Sentence") for p in passages) == 20


def test_a_table_row_is_a_passage_of_its_own() -> None:
    """An infobox row is one fact; joined to the row beside it, it could answer for the wrong key."""
    page = page_of("Alibaba — Founded: 4 April 1999\nAlibaba — Employees: 204,891\nRevenue: 941 billion yuan")
    assert [p.text for p in cut_passages(page)] == [
        "Alibaba — Founded: 4 April 1999", "Alibaba — Employees: 204,891", "Revenue: 941 billion yuan"
    ]  # fmt: skip


def test_a_passage_knows_its_heading() -> None:
    """A heading stands above what follows it, whether it is marked or only short and without a full stop."""
    text = (
        "# Early life\nShe was born in Cairo in 1950.\nCareer\nShe joined the ministry in 1975.\n"
        "== نشأتها ==\nولدت في القاهرة."
    )
    found = [(p.heading, p.text) for p in cut_passages(page_of(text))]
    assert found == [
        ("Early life", "She was born in Cairo in 1950."),
        ("Career", "She joined the ministry in 1975."),
        ("نشأتها", "ولدت في القاهرة."),
    ]


def test_no_sentence_is_lost() -> None:
    """Every word that is not a heading stands in exactly one passage."""
    page = page_of(" ".join(TEXTS["ar"] for _ in range(5)), "ar")
    assert " ".join(p.text for p in cut_passages(page)).split() == page.text.split()


def test_text_without_end_marks_is_still_cut() -> None:
    """A page that lost its punctuation must not become one passage of a megabyte."""
    page = page_of("كلمة " * 2000, "ar")
    passages = cut_passages(page)
    assert max(len(p.text) for p in passages) <= LONG
    assert sum(p.text.count("كلمة") for p in passages) == 2000


def test_an_empty_page_has_no_passages() -> None:
    """Nothing in, nothing out."""
    assert cut_passages(page_of("  \n\n ")) == []


def test_the_id_names_text_and_place() -> None:
    """The same text at the same place on two addresses is one passage id; another place is another."""
    one, two = cut_passages(page_of(TEXTS["fr"], "fr")), cut_passages(page_of(TEXTS["fr"], "fr", url="https://b.org"))
    assert [p.id for p in one] == [p.id for p in two]
    assert len({p.id for p in one}) == len(one)
