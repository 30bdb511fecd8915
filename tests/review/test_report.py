"""The report of an article: whole, in place, escaped, and the same every time."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from claims.records import BlockKind
from review.bidi import bdi
from review.chart import verdict_bar
from review.inplace import lines_of
from review.report import write_report
from review.words import every_language
from tests.evidence.store_samples import article
from tests.review.desks import checked


def _row(of: Any, start: int, end: int, label: str = "supported", **more: Any) -> dict[str, Any]:
    return {
        "claim_id": f"{start:04}{end:04}{label}",
        "kind": "content",
        "quote": of.text[start:end],
        "quote_start": start,
        "quote_end": end,
        "quote_spans": [{"start": start, "end": end}],
        "claim_text": of.text[start:end],
        "attributed_to": None,
        "label": label,
        "confidence": 0.9,
        "rationale": "why",
        "as_of": date(2026, 11, 19),
        "decided_by": "machine",
        "evidence": [],
        "missing": [],
        **more,
    }


@pytest.mark.parametrize(
    "spans", [[(0, 9), (4, 20)], [(0, 30), (5, 10)], [(3, 8), (3, 8)], [(0, 21), (21, 44)], [(10, 60), (0, 85)]]
)
def test_no_character_of_the_article_is_lost_or_shown_twice(spans: list[tuple[int, int]]) -> None:
    """Claims overlap, nest, touch and cross lines."""
    of = article("افتتح الجسر عام 1950.\nيبلغ طوله 820 مترا.\r\n\nقال الوزير سامر حداد إن الكلفة 40 مليونا.")
    rows = [
        _row(of, start, min(end, len(of.text)), label)
        for (start, end), label in zip(spans, ["supported", "refuted"], strict=True)
    ]
    lines = lines_of(of, rows)
    shown = "".join(piece.text for line in lines for piece in line.pieces)
    assert shown == re.sub(r"[\r\n]", "", of.text)
    for line in lines:
        for piece in line.pieces:
            assert of.text[piece.start : piece.end] == piece.text
            inside = {row["claim_id"] for row in rows if row["quote_start"] <= piece.start < row["quote_end"]}
            assert {mark.claim_id for mark in piece.marks} == inside
    ends = [mark.claim_id for line in lines for piece in line.pieces for mark in piece.ending]
    assert sorted(ends) == sorted(row["claim_id"] for row in rows), "each claim is numbered once"


def test_a_claim_made_of_parts_marks_only_its_parts() -> None:
    """The hull holds words that are not the claim's."""
    of = article()
    row = _row(of, 0, 20, quote_spans=[{"start": 0, "end": 5}, {"start": 15, "end": 20}])
    marked = "".join(p.text for line in lines_of(of, [row]) for p in line.pieces if p.marks)
    assert marked == of.text[0:5] + of.text[15:20]


def test_the_report_holds_every_claim_quote_source_and_digest(tmp_path: Path) -> None:
    """What a reader needs to follow a verdict stands in the one file."""
    desk = checked(tmp_path)
    rows = desk.store.current_verdicts(desk.article.id)
    for form in ("html", "markdown", "json"):
        text = write_report(desk.article, rows, form=form)
        plain = BeautifulSoup(text, "lxml").get_text("") if form == "html" else text
        for row in rows:
            assert row["quote"] in plain
            for use in row["evidence"]:
                assert " ".join(use["passage_text"].split()) in plain
                if form == "html":
                    assert use["passage_before"] + use["passage_text"] + use["passage_after"] in plain
                assert use["snapshot_sha256"] in plain
                assert use["text_sha256"] in plain


def test_the_html_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    """One file on a stick is the whole report."""
    desk = checked(tmp_path)
    page = BeautifulSoup(write_report(desk.article, desk.store.current_verdicts(desk.article.id), form="html"), "lxml")
    assert not page.select("script, link, img, iframe, object, [src], [style*=url]")
    assert "url(" not in "".join(style.get_text() for style in page.select("style"))
    assert page.html["dir"] == "rtl"
    assert page.html["lang"] == "ar"
    ids = {tag["id"] for tag in page.select("[id]")}
    assert {link["href"][1:] for link in page.select("a[href^='#']")} <= ids
    assert [bdi.get_text() for bdi in page.select("section.article bdi")][:2] == ["1950", "820"]


def test_words_of_pages_and_articles_are_never_markup() -> None:
    """A page that writes <script> is quoted, not obeyed; nor does a javascript: address become a link."""
    evil = "<script>alert(1)</script> & [a](javascript:x)"
    of = article(evil)
    use = {
        "url": "javascript:alert(1)", "title": evil, "publisher": evil, "language": "en", "published_on": None,
        "fetched_at": datetime(2026, 1, 1, tzinfo=UTC), "snapshot_sha256": "a" * 64, "text_sha256": "b" * 64,
        "stance": "refutes", "after_as_of": True, "retracted_at": None, "added_by": "<b>x", "note": evil,
        "passage_text": evil, "passage_start": 0, "passage_end": 9, "passage_before": evil, "passage_after": evil,
    }  # fmt: skip
    rows = [_row(of, 0, len(evil), "refuted", rationale=evil, decided_by="<i>Mona</i>", evidence=[use])]
    html = write_report(of, rows, form="html")
    assert "<script" not in html
    assert "<i>" not in html
    assert 'href="javascript' not in html
    assert BeautifulSoup(html, "lxml").select_one("section.article p").get_text().startswith(evil)
    assert "\\<script\\>" in write_report(of, rows, form="markdown")


def test_evidence_whose_text_was_removed_is_told() -> None:
    """The digest stays, and the report says why there are no words."""
    of = article()
    use = {
        "url": "https://a.example/", "title": "t", "publisher": "p", "language": "en", "published_on": "2020-01-02",
        "fetched_at": "2026-01-01T08:09:10.000001Z", "snapshot_sha256": "a" * 64, "text_sha256": "b" * 64,
        "stance": "supports", "after_as_of": False, "retracted_at": "2026-01-02T08:09:10Z", "added_by": None,
        "note": None, "passage_text": None, "passage_start": 0, "passage_end": 9,
    }  # fmt: skip
    html = write_report(of, [_row(of, 0, 9, evidence=[use])], form="html")
    assert every_language()["ar"]["removed"] in html
    assert "2026-01-01 08:09 UTC" in html


def test_an_article_without_claims_has_a_report_that_says_so() -> None:
    """Nothing checked is not an error."""
    for form in ("html", "markdown"):
        assert every_language()["ar"]["no_claims"] in write_report(article(), [], form=form)
    assert json.loads(write_report(article(), [], form="json"))["claims"] == []


def test_the_same_rows_give_the_same_report(tmp_path: Path) -> None:
    """Nothing in it depends on when or how often it was made."""
    desk = checked(tmp_path)
    rows = desk.store.current_verdicts(desk.article.id)
    assert write_report(desk.article, rows, form="html") == write_report(desk.article, rows[::-1], form="html")


def test_every_language_has_all_words() -> None:
    """A missing word would stop a page."""
    known = every_language()
    assert len({frozenset(words) for words in known.values()}) == 1
    assert {kind.value for kind in BlockKind} == {
        "headline", "dateline", "byline", "caption", "pull_quote", "page_number", "furniture", "body"
    }  # fmt: skip


def test_foreign_runs_are_isolated_both_ways() -> None:
    """Latin in Arabic, Arabic in Latin."""
    assert str(bdi("نموذج QwQ-32B الجديد")) == "نموذج <bdi>QwQ-32B</bdi> الجديد"
    assert str(bdi("the paper الشرق الأوسط said")) == "the paper <bdi>الشرق الأوسط</bdi> said"
    assert str(bdi("<b>", "ltr")) == "&lt;b&gt;"


def test_the_bar_begins_where_one_reads() -> None:
    """Supported stands first: at the right for Arabic, at the left for English."""
    counts = {"supported": 1, "refuted": 3}
    places = {tag: BeautifulSoup(str(verdict_bar(counts, words)), "lxml") for tag, words in every_language().items()}
    left = {tag: float(soup.select_one(".v-supported rect")["x"].rstrip("%")) for tag, soup in places.items()}
    assert left["en"] == 0
    assert left["ar"] > 70


def test_a_report_begins_with_what_stands_out(tmp_path: Path) -> None:
    """Refuted before supported, each leading to its claim; what settles nothing is folded away, not left out."""
    desk = checked(tmp_path)
    rows = desk.store.current_verdicts(desk.article.id)
    soup = BeautifulSoup(write_report(desk.article, rows, form="html"), "lxml")
    found = [(each.a["href"], each.select_one(".chip")["class"][1]) for each in soup.select(".findings li")]
    assert found == [("#claim-2", "v-refuted"), ("#claim-1", "v-supported")]
    assert all(soup.select_one(href) for href, _ in found)
    facts = [each.select_one(".facts").get_text() for each in soup.select("article.claim")]
    words = every_language()["ar"]
    assert [words["confidence"] in each for each in facts] == [True, True, False]
