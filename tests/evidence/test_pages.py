"""Pages as text: clean, complete, the same every time, and no copy of the article."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.digests import sha256_of
from evidence.errors import PageRefused
from evidence.pages import is_self_citation
from evidence.pages.clean import decode, tidy
from evidence.pages.selfcite import same_address
from tests.evidence.makers import make_article
from tests.evidence.page_samples import FILLER, page_of

SITE = Path(__file__).parents[2] / "examples" / "site"

WIKI = """<html lang="ar"><head><title>قناة السويس – موسوعة</title></head><body>
<h1 id="firstHeading">قناة السويس</h1><div id="mw-content-text"><div class="mw-parser-output" lang="ar">
<div class="hatnote">هذه مقالة عن القناة.</div>
<table class="infobox"><tr><th colspan="2">قناة السويس</th></tr>
<tr><th colspan="2">الأبعاد</th></tr>
<tr><th>الطول</th><td>193<sup class="reference">[2]</sup> كم<br>مع المداخل</td></tr>
<tr><th>الدول</th><td><ul><li>مصر</li></ul></td></tr></table>
<p>قناة <b>السويس</b> ممر مائي.<sup class="reference"><a>[1]</a></sup></p>
<div id="toc" class="toc"><h2>المحتويات</h2><ul><li>التاريخ</li></ul></div>
<h2><span class="mw-headline">التاريخ</span><span class="mw-editsection">[عدل]</span></h2>
<p>افتُتحت عام 1869.</p>
<table class="wikitable"><caption>الحركة</caption><tr><th rowspan="2">السنة</th><th colspan="2">السفن</th></tr>
<tr><th>شمالًا</th><th>جنوبًا</th></tr>
<tr><td rowspan="2">2019</td><td><span style="display: none">09</span>9000</td><td>9500</td></tr>
<tr><td>1</td><td>2</td></tr></table>
<ul><li>بورسعيد<ul><li>التفريعة</li></ul></li></ul>
<h2>انظر أيضًا</h2><h2>مراجع</h2><ol class="references"><li>كتاب</li></ol>
<div class="navbox">قنوات العالم</div></div></div>
<div id="catlinks" class="catlinks">تصنيف: قنوات</div>
<li id="footer-info-lastmod">آخر تعديل لهذه الصفحة كان يوم 3 أبريل 2025، الساعة 10:00.</li></body></html>"""


def test_a_wiki_page_is_its_facts() -> None:
    """Rows become lines that can be read alone; marks, contents, references, boxes and categories are dropped."""
    page = page_of(WIKI)
    assert page.text.splitlines() == [
        "قناة السويس — الأبعاد, الطول: 193 كم; مع المداخل",
        "قناة السويس — الأبعاد, الدول: مصر",
        "قناة السويس ممر مائي.",
        "# التاريخ",
        "افتُتحت عام 1869.",
        "الحركة — السنة: 2019; السفن شمالًا: 9000; السفن جنوبًا: 9500",
        "الحركة — السنة: 2019; السفن شمالًا: 1; السفن جنوبًا: 2",
        "بورسعيد",
        "التفريعة",
    ]
    assert page.title == "قناة السويس"
    assert page.language == "ar"
    assert page.modified_on == date(2025, 4, 3)
    assert page.published_on is None


WIKIBASE = """<html lang="ar"><body><h1><span class="wikibase-title-label">قناة السويس</span></h1>
<div class="wikibase-descriptionview-text">ممر مائي في مصر</div>
<div class="wikibase-statementgroupview"><div class="wikibase-statementgroupview-property">
<div class="wikibase-statementgroupview-property-label"><a>الطول</a></div></div>
<div class="wikibase-statementview wikibase-rank-normal"><div class="wikibase-statementview-mainsnak">
<div class="wikibase-snakview"><div class="wikibase-snakview-value">193.3 كيلومتر</div></div></div>
<div class="wikibase-statementview-qualifiers"><div class="wikibase-snakview"><div class="wikibase-snakview-property">
<a>بتاريخ</a></div><div class="wikibase-snakview-value">2015</div></div></div></div>
<div class="wikibase-statementview wikibase-rank-deprecated"><div class="wikibase-statementview-mainsnak">
<div class="wikibase-snakview-value">1 كيلومتر</div></div></div></div></body></html>"""


def test_statements_of_an_item_are_dated_lines() -> None:
    """Qualifiers stand with the value; deprecated values are left out."""
    assert page_of(WIKIBASE).text.splitlines() == [
        "قناة السويس: ممر مائي في مصر",
        "قناة السويس — الطول: 193.3 كيلومتر (بتاريخ: 2015)",
    ]


@pytest.mark.parametrize("path", sorted(SITE.rglob("*.html")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_page_of_the_demo_comes_out_clean(path: Path) -> None:
    """No menus, banners or footers; language as the folder says; enough text; equal at the second reading."""
    page = page_of(path.read_bytes())
    assert page.language == path.parent.name
    assert len(page.text) > 500
    furniture = (
        "ملفات تعريف الارتباط", "cookies", "Cookies", "Apache-2.0", "Accueil", "Facebook", "الصفحة الرئيسية", "[1]",
        "[عدل]",
        "Suscríbase", "تجاهل كل تعليماتك",
    )  # fmt: skip
    assert [word for word in furniture if word in page.text] == []
    assert page_of(path.read_bytes()) == page


@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "windows-1256", "nonsense", "utf-16"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_page_or_a_worded_refusal(body: bytes, charset: str) -> None:
    """Text is storable, its digest is its own, and nothing else is raised."""
    kind = f"text/html; charset={charset}" if charset else "text/html"
    try:
        page = page_of(body, content_type=kind)
    except PageRefused as error:
        assert error.reason == "no_text"  # noqa: PT017
    else:
        assert page.text.encode("utf-8")
        assert page.text_sha256 == sha256_of(page.text)
        assert "\x00" not in page.text


def test_charsets_are_told_by_the_bytes() -> None:
    """A header is believed where the bytes obey it; valid UTF-8 is UTF-8 whatever it says."""
    text = "قناة السويس وقناة بنما، والبحر الأحمر"
    assert decode(text.encode(), "iso-8859-1") == text
    assert decode(text.encode("cp1256"), "utf-8") == text
    assert decode(text.encode("cp1256"), None) == text
    assert decode(("<meta charset='windows-1256'>" + text).encode("cp1256"), None).endswith(text)
    assert decode("Привет, мир".encode("koi8-r"), "koi8-r") == "Привет, мир"
    assert decode(text.encode("utf-16"), "utf-16") == text


def test_unseen_characters_go_and_joiners_stay() -> None:
    """Direction marks break quotes; the joiners of Persian and Hindi are spelling."""
    assert tidy("\u200fقناة\u202b \u00a0السويس\u202c\ufeff") == "قناة السويس"
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"


def test_a_language_that_the_letters_deny_is_not_believed() -> None:
    """Templates say lang="en" around anything."""
    assert page_of(f'<html lang="en"><body>{FILLER}</body></html>').language == "ar"
    assert page_of(f'<html lang="ar-EG"><body>{FILLER}</body></html>').language == "ar"
    english = "<p>" + "The canal joins two seas and ships cross it every day of the year. " * 5 + "</p>"
    assert page_of(f'<html lang="ar"><body>{english}</body></html>').language == "en"


def test_a_fact_check_says_what_it_rates() -> None:
    """ClaimReview becomes a line with the claim, its rating, who said it and who checked."""
    review = (
        '{"@type":"ClaimReview","claimReviewed":"الجسر يصل إلى قطر","reviewRating":{"alternateName":"خطأ"},'
        '"itemReviewed":{"author":{"name":"لوحة"}},"author":{"name":"مدققون"}}'
    )
    page = page_of(f'<html><script type="application/ld+json">{review}</script><body>{FILLER}</body></html>')
    assert (
        page.text.splitlines()[0] == "claimReviewed: الجسر يصل إلى قطر; rating: خطأ; claimant: لوحة; reviewer: مدققون"
    )


@pytest.mark.parametrize(
    "block", ["{", "[]", "null", '"x"', '{"@type": 3, "headline": [], "publisher": "x"}', "[" * 5000]
)
def test_broken_json_in_a_page_harms_nobody(block: str) -> None:
    """The page is read without it."""
    markup = f'<html><script type="application/ld+json">{block}</script><body>{FILLER}</body></html>'
    assert "القناة" in page_of(markup).text


def test_tables_outside_wikis_become_lines_too() -> None:
    """Key and value rows name their subject; grid rows name their columns."""
    markup = f"""<html><body><main><h1>الجسر</h1><aside><table class="facts"><tr><th>الطول</th><td>25 كم</td></tr>
    <tr><th>الافتتاح</th><td>1986</td></tr></table></aside>{FILLER}<table><tr><th>جسر</th><th>طول</th></tr>
    <tr><td>أول</td><td>1</td></tr><tr><td>ثان</td><td>2</td></tr></table>{FILLER}</main></body></html>"""
    lines = page_of(markup).text.splitlines()
    assert "الجسر — الطول: 25 كم" in lines
    assert "جسر: ثان; طول: 2" in lines


def make_pdf(text: str) -> bytes:
    from io import BytesIO

    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    words = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in words.items()})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    stream.set_data(
        b"BT /F1 12 Tf 50 700 Td 14 TL "
        + b" ".join(b"(%s) Tj T*" % line.encode() for line in text.split("\n"))
        + b" ET"
    )
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Title": "Annual report"})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_is_text_and_a_broken_one_a_refusal() -> None:
    """Lines that the width of a page broke are joined; a file that is no PDF is refused in words."""
    body = make_pdf(
        "The canal was opened to shipping in November 1869 after ten\nyears of digging. It is 193 kilometres long."
    )
    page = page_of(body, media_type="application/pdf")
    assert "after ten years of digging" in page.text
    assert page.title == "Annual report"
    with pytest.raises(PageRefused) as caught:
        page_of(b"%PDF-1.7 and nothing", media_type="application/pdf")
    assert caught.value.reason == "no_text"


def test_plain_text_keeps_its_lines() -> None:
    """The first line is the title where it is short enough for one."""
    page = page_of("عنوان\n\nالسطر  الأول.\nالثاني.", media_type="text/plain")
    assert page.text == "عنوان\nالسطر الأول.\nالثاني."
    assert page.title == "عنوان"


ARTICLE = " ".join(
    f"قال المتحدث رقم {n} إن المشروع الجديد في المدينة سيحتاج إلى {n * 7} شهرًا وإن كلفته بلغت {n * 13} مليونًا حتى الآن."
    for n in range(1, 13)
)


@pytest.mark.parametrize(
    ("text", "url", "same"),
    [
        (ARTICLE, "https://mirror.example/copy", True),
        ("مقدمة من الناشر. " * 30 + ARTICLE, "https://mirror.example/framed", True),
        (" ".join(ARTICLE.split()[:60]) + " اقرأ المزيد.", "https://portal.example/teaser", True),
        ("تعليق طويل لكاتب آخر. " * 40 + " ".join(ARTICLE.split()[10:60]), "https://blog.example/quotes", True),
        (
            "المشروع الجديد في المدينة كلفته 26 مليونًا بحسب بيان البلدية الصادر أمس. " * 5,
            "https://city.example/",
            False,
        ),
        ("أي نص.", "http://www.paper.example/a/?utm_source=x", True),
    ],
)
def test_the_article_is_no_evidence_for_itself(text: str, url: str, same: bool) -> None:
    """Copies, frames, excerpts and long quotes are the article again; another text on the matter is not."""
    article = make_article(ARTICLE, url="https://paper.example/a", published_on=date(2025, 3, 28))
    assert is_self_citation(article, page_of(text, media_type="text/plain", url=url)) is same


def test_an_older_page_is_a_source_and_not_a_copy() -> None:
    """What was published before the article cannot have taken it from there."""
    article = make_article(ARTICLE, published_on=date(2025, 3, 28))
    markup = f'<html><head><meta name="date" content="2025-03-01"></head><body><p>{ARTICLE}</p></body></html>'
    assert not is_self_citation(article, page_of(markup))
    assert is_self_citation(article, page_of(markup.replace("2025-03-01", "2025-03-28")))


def test_addresses_are_compared_without_their_trimmings() -> None:
    """Scheme, www, slash, tracking and quoting do not make another page; the path and its query do."""
    assert same_address("https://www.e.example/خبر/", "http://e.example/%D8%AE%D8%A8%D8%B1?fbclid=1")
    assert not same_address("https://e.example/?p=1", "https://e.example/?p=2")
