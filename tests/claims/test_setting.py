"""The words that a claim is read with: title, lead, and what goes before its sentence, within bounds."""

from itertools import pairwise

import pytest

from claims.article import read_article
from claims.records import Article
from claims.setting import BEFORE, MOST, lead_of, setting_of, setting_text

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


HEADLINE = "Grain trader's profit falls"
LEAD = "Ostrava Mills, a grain trader in the north, lost a third of its profit last year."
MIDDLE = "Harvests were late in four of the five districts, and much of the wheat was too wet to store. " * 4
LAST = "Turnover rose to 90 million."
FIRM = (HEADLINE, LEAD, MIDDLE.strip(), LAST)
ELSEWHERE = {
    "ar": (
        "تراجع أرباح تاجر الحبوب",
        "خسرت شركة مطاحن الوادي ثلث أرباحها في العام الماضي.",
        "تأخر الحصاد في أربع من المناطق الخمس وكان القمح رطبا لا يصلح للتخزين. " * 5,
        "وارتفعت المبيعات إلى 90 مليونا.",
    ),
    "zh": (
        "粮商利润下降",
        "北方粮商河谷面粉公司去年利润下降三分之一。",
        "五个地区中有四个收成推迟，许多小麦太湿而无法储存。" * 12,
        "营业额增至九千万元。",
    ),
}


def article(*paragraphs: str, language: str = "en") -> Article:
    """An article of these paragraphs, the first its headline."""
    return read_article("\n\n".join(paragraphs).encode(), source="a.txt", language=language)


def told(of: Article, sentence: str) -> str:
    """What a claim of a sentence is read with."""
    start = of.text.index(sentence)
    return setting_text(of, lead_of(of), start, start + len(sentence))


def test_a_claim_far_below_is_read_with_the_lead() -> None:
    """Whose turnover it is, only the first sentence of the body says."""
    assert told(article(*FIRM), LAST) == f"{HEADLINE} … {LEAD} … {MIDDLE.strip()} {LAST}"


@pytest.mark.parametrize("language", ELSEWHERE)
def test_a_lead_is_a_sentence_in_any_script(language: str) -> None:
    """By what ends a sentence there."""
    title, lead, _, last = paragraphs = ELSEWHERE[language]
    found = told(article(*paragraphs, language=language), last)
    assert found.startswith(f"{title} … {lead} … ")
    assert found.endswith(last)


def test_only_the_first_sentence_of_the_first_paragraph_is_the_lead() -> None:
    """A headline, a byline and a place with its agency are none of it."""
    of = article(HEADLINE, "By Mette Holm", f"OSTRAVA, May 3 (NTB) — {LEAD} It blamed the rain.", *FIRM[2:])
    lead = lead_of(of)
    assert lead is not None
    assert of.text[lead.start : lead.end] == LEAD


def test_a_lead_that_is_near_is_not_shown_twice() -> None:
    """Neither where the near words begin with it nor where they begin before it."""
    of = article(HEADLINE, f"{LEAD} {MIDDLE.strip()}", LAST)
    assert told(of, LAST).count(LEAD) == 1
    assert told(of, LAST).startswith(f"{HEADLINE} … {LEAD} Harvests")
    assert told(of, LEAD) == f"{HEADLINE} {LEAD}"


def test_near_words_that_begin_within_the_lead_have_none_before_them() -> None:
    """An endless paragraph is begun in its midst, and that may be in its first sentence."""
    of = article(HEADLINE, f"{LEAD} {'It rained. ' * 50}{LAST}")
    start = of.text.index(LAST)
    near, lead = setting_of(of.text, start, start + len(LAST)), lead_of(of)
    assert lead is not None
    assert lead.start < near.start < lead.end
    assert told(of, LAST) == f"{HEADLINE} … {' '.join(of.text[near.start : near.end].split())}"


def test_a_lead_without_end_is_left_out() -> None:
    """A sentence longer than MOST helps no reader."""
    endless = "Ostrava Mills lost " + ", ".join(["a third of its profit"] * 30) + "."
    of = article(HEADLINE, endless, *FIRM[2:])
    assert len(endless) > MOST
    assert lead_of(of) is None
    assert told(of, LAST) == f"{HEADLINE} … {MIDDLE.strip()} {LAST}"


def test_an_article_without_a_body_has_no_lead() -> None:
    """Headings alone."""
    assert lead_of(article("Grain trader", "Profit and loss", "Turnover")) is None


def test_title_lead_and_near_words_stand_in_the_order_of_the_text() -> None:
    """One line, whatever the white space of the article."""
    of = article(HEADLINE, LEAD.replace("lost a", "lost\ta"), MIDDLE.strip(), LAST)
    found = told(of, LAST)
    assert "\n" not in found
    assert "\t" not in found
    places = [found.index(part) for part in (HEADLINE, LEAD, "Harvests", LAST)]
    assert all(first < later for first, later in pairwise(places))
