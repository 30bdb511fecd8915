"""Articles of Taiwan and Hong Kong are read as those of the mainland are, and their claims keep their own characters."""

from datetime import date

import pytest
import regex

from claims.article import read_article
from claims.extract import extract_claims
from claims.lexicon.han import SIMPLIFIED, TRADITIONAL
from claims.records import Article, Claim, ClaimKind, Comparator, Modality, Polarity
from claims.traditional import is_traditional, simplified, simplified_text

DAY = date(2025, 5, 15)
TEXT = (
    "鐵路公司公布業績\n"
    "遠山鐵路公司去年營收達到52億元，比前年增長一成。\n"
    "該公司從未拖欠供應商的貨款。\n"
    "遠山鐵路公司總經理鍾雅婷表示，新線路將於明年9月通車，每日可運送約8萬名乘客。\n"
    "她說：「我們沒有裁減過一名員工。」\n"
    "公司還向海外基金借款人民幣3億元。\n"
)


def _read(text: str) -> tuple[Article, list[Claim]]:
    article = read_article(text.encode(), source="a.txt", published_on=DAY)
    return article, extract_claims(article)


def test_a_traditional_article_gives_the_claims_of_the_simplified_one() -> None:
    """The same spans, kinds, polarity and modality, whichever characters tell them."""
    _, traditional = _read(TEXT)
    _, plain = _read(simplified_text(TEXT))
    assert [(c.quote_spans, c.kind, c.polarity, c.modality) for c in traditional] == [
        (c.quote_spans, c.kind, c.polarity, c.modality) for c in plain
    ]
    assert any(c.polarity is Polarity.NEGATED for c in traditional)
    assert any(c.modality is Modality.PREDICTED for c in traditional)


def test_its_claims_keep_their_own_characters() -> None:
    """Quotes, claim texts, speakers, fills and the words of slots stand in the article as they are."""
    article, claims = _read(TEXT)
    assert claims
    for claim in claims:
        assert claim.quote == article.text[claim.quote_start : claim.quote_end]
        told = "".join(article.text[span.start : span.end] for span in claim.quote_spans)
        assert regex.sub(r"\[[^]]*\]", "", claim.text) == told
        assert claim.attribution is None or claim.attribution.speaker in article.text
        assert all(q.text == article.text[q.start : q.end] for q in claim.quantities)
        assert all(t.text == article.text[t.start : t.end] for t in claim.times)
    speakers = [c.attribution.speaker for c in claims if c.attribution is not None and c.kind is ClaimKind.SPEECH]
    assert any("鍾雅婷" in one for one in speakers)
    assert any("[遠山鐵路公司]" in c.text for c in claims)


def test_its_bounds_are_read() -> None:
    """約 bounds a number as 约 does."""
    _, claims = _read(TEXT)
    assert any(q.comparator is Comparator.ABOUT and q.value == 80_000 for c in claims for q in c.quantities)


def test_its_bare_money_is_of_no_known_country() -> None:
    """元 may be dollars of Taiwan or of Hong Kong; 人民幣 tells that it is neither."""
    _, claims = _read(TEXT)
    units = {q.value: q.unit for c in claims for q in c.quantities if q.dimension == "money"}
    assert units == {5.2e9: "", 3e8: "CNY"}


@pytest.mark.parametrize(
    ("text", "found"),
    [("市議會週三通過這項決議。", True), ("市议会周三通过这项决议。", False), ("书名《臺北》的作者昨天去世。", False)],
)
def test_a_text_is_traditional_by_its_characters(text: str, found: bool) -> None:
    """A name or two in traditional characters make no traditional text."""
    assert is_traditional(text) is found


def test_offsets_stay() -> None:
    """One character stands for one."""
    article, _ = _read(TEXT)
    assert len(simplified(article).text) == len(article.text)
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert not set(TRADITIONAL) & set(SIMPLIFIED)


def test_the_mark_of_what_goes_on_is_told_from_the_word_for_famous() -> None:
    """著 is 着 behind a verb, and stays in 著名 and 顯著."""
    assert simplified_text("他等著，著名學者的顯著成果") == "他等着，著名学者的显著成果"
