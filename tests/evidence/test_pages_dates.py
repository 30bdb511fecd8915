"""The dates of pages: found where they stand, and really there."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.pages.dates import read_stamp, read_words
from tests.evidence.page_samples import FILLER, page_of

LD = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "body", "published", "how"),
    [
        (LD % '{"@graph":[{"@type":"NewsArticle","datePublished":"2025-03-28T10:00:00+03:00"}]}', "",
         date(2025, 3, 28), "json-ld"),
        ('<meta property="article:published_time" content="2013-08-28T09:00:00Z">', "", date(2013, 8, 28), "meta"),
        ("", '<p class="byline">بقلم أحد <time datetime="2020-02-29">29 فبراير</time></p>', date(2020, 2, 29), "time"),
        ("", '<p class="date">نُشر في 28 آب/أغسطس 2013</p>', date(2013, 8, 28), "text"),
        ("", '<span class="post-date">14 de abril de 2025</span>', date(2025, 4, 14), "text"),
        ("", '<div class="published">2025年3月28日</div>', date(2025, 3, 28), "text"),
        # Only a year, or the first of January at midnight: nobody wrote a day.
        ('<meta name="date" content="2013">', "", None, ""),
        ('<meta name="date" content="2013-01-01">', "", None, ""),
        (LD % '{"@type":"Article","datePublished":"2013-01-01T00:00:00Z"}', "", None, ""),
        ('<meta name="date" content="2013-01-01">', '<p class="date">1 يناير 2013</p>', date(2013, 1, 1), "meta"),
        ('<meta name="date" content="2013-01-01T08:30">', "", date(2013, 1, 1), "meta"),
        ("", '<p class="date">آب/أيلول 2013</p>', None, ""),
        ("", '<p class="updated">آخر تحديث: 5 مايو 2024</p>', None, ""),
        ("", '<aside><time datetime="2020-02-29">x</time></aside>', None, ""),
        ('<meta name="date" content="1869-11-17">', "", None, ""),
        ('<meta name="date" content="2013-02-31">', "", None, ""),
    ],
)  # fmt: skip
def test_a_date_is_found_where_it_stands_and_never_made_up(
    head: str, body: str, published: date | None, how: str
) -> None:
    """Formal places first; a year is no date, and 1 January needs a time of day or a second witness."""
    page = page_of(f"<html><head>{head}</head><body><article><h1>عنوان</h1>{body}{FILLER}</article></body></html>")
    assert (page.published_on, page.published_how) == (published, how)


@pytest.mark.parametrize(
    ("head", "body", "modified", "how"),
    [
        (LD % '{"@type":"NewsArticle","dateModified":"2025-03-29T10:00:00Z"}', "", date(2025, 3, 29), "json-ld"),
        ('<meta property="article:modified_time" content="2025-03-29">', "", date(2025, 3, 29), "meta"),
        ("", '<p><time class="updated" datetime="2025-03-29">x</time></p>', date(2025, 3, 29), "time"),
        ("", '<p id="lastmod">آخر تعديل في 29 مارس 2025</p>', date(2025, 3, 29), "footer"),
        ('<meta property="article:modified_time" content="2025-01-01">', "", None, ""),
        ("", "", None, ""),
    ],
)  # fmt: skip
def test_a_change_is_dated_with_its_place_and_never_made_up(
    head: str, body: str, modified: date | None, how: str
) -> None:
    """The trap of 1 January holds for changes too."""
    page = page_of(f"<html><head>{head}</head><body><article><h1>عنوان</h1>{body}{FILLER}</article></body></html>")
    assert (page.modified_on, page.modified_how) == (modified, how)


def test_a_date_in_the_address_counts() -> None:
    """/2024/05/14/ is a day; /2024/05/ is none."""
    assert page_of(f"<html>{FILLER}</html>", url="https://n.example/2024/05/14/title").published_on == date(2024, 5, 14)
    assert page_of(f"<html>{FILLER}</html>", url="https://n.example/2024/05/title").published_on is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("٢٨ مارس ٢٠٢٥", date(2025, 3, 28)), ("31 كانون الثاني/يناير 2024", date(2024, 1, 31)),
        ("28 mars 2025", date(2025, 3, 28)),
        ("28. März 2025", date(2025, 3, 28)), ("March 28, 2025", date(2025, 3, 28)),
        ("28 марта 2025", date(2025, 3, 28)),
        ("28 Mart 2025", date(2025, 3, 28)), ("28 مارچ 2025", date(2025, 3, 28)), ("28 मार्च 2025", date(2025, 3, 28)),
        ("10 جانفي 2024", date(2024, 1, 10)), ("March 2025", None), ("28 ديسمبر/مارس 2025", None),
        ("32 مارس 2025", None),
    ],
)  # fmt: skip
def test_days_are_read_in_many_languages(written: str, day: date | None) -> None:
    """Month names are those of CLDR, regional ones included; two different months are none."""
    found = read_words(written)
    assert (found[0] if found else None) == day


@given(st.text())
@settings(max_examples=200)
def test_no_text_breaks_the_date_readers(text: str) -> None:
    """Whatever stands there is a day or nothing."""
    for found in (read_stamp(text), read_words(text)):
        assert found is None or isinstance(found[0], date)
