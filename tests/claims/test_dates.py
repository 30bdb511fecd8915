"""Dates and periods as intervals, on the day of publication."""

from datetime import date

import pytest

from claims.dates import find_times, needs_published

DAY = date(2025, 3, 28)
CASES = [
    ("ar", "منذ أقل من شهرين", "2025-01-28", "2025-03-28"),
    ("ar", "الجمعة 2025/03/28", "2025-03-28", "2025-03-28"),
    ("ar", "٢٨ آذار/مارس 2025", "2025-03-28", "2025-03-28"),
    ("ar", "27 رمضان 1446", "2025-03-27", "2025-03-27"),
    ("ar", "في كانون الثاني/يناير 2024", "2024-01-01", "2024-01-31"),
    ("ar", "في جانفي 2024", "2024-01-01", "2024-01-31"),
    ("ar", "في القرن التاسع عشر", "1801-01-01", "1900-12-31"),
    ("ar", "الربع الأول من عام 2024", "2024-01-01", "2024-03-31"),
    ("ar", "قبل ثلاثة أعوام", "2022-01-01", "2022-12-31"),
    ("ar", "العام الماضي", "2024-01-01", "2024-12-31"),
    ("ar", "يناير الماضي", "2025-01-01", "2025-01-31"),
    ("ar", "قبل نهاية عام 2027", "2025-03-28", "2027-12-31"),
    ("en", "May 14, 2025", "2025-05-14", "2025-05-14"),
    ("en", "14 May 2025", "2025-05-14", "2025-05-14"),
    ("en", "the 1990s", "1990-01-01", "1999-12-31"),
    ("en", "less than two months ago", "2025-01-28", "2025-03-28"),
    ("en", "last year", "2024-01-01", "2024-12-31"),
    ("en", "since 2019", "2019-01-01", "2025-03-28"),
    ("en", "1914-1918", "1914-01-01", "1918-12-31"),
    ("en", "on Tuesday", "2025-03-25", "2025-03-25"),
    ("en", "heard on the 19th.", "2025-03-19", "2025-03-19"),
    ("fr", "le 4 mars 2025", "2025-03-04", "2025-03-04"),
    ("fr", "il y a trois ans", "2022-01-01", "2022-12-31"),
    ("es", "14 de mayo de 2025", "2025-05-14", "2025-05-14"),
    ("es", "hace dos meses", "2025-01-01", "2025-01-31"),
    ("de", "14. Mai 2025", "2025-05-14", "2025-05-14"),
    ("de", "vor drei Jahren", "2022-01-01", "2022-12-31"),
    ("ru", "14 мая 2025 года", "2025-05-14", "2025-05-14"),
    ("ru", "в XIX веке", "1801-01-01", "1900-12-31"),
    ("tr", "14 Mayıs 2025", "2025-05-14", "2025-05-14"),
    ("tr", "iki ay önce", "2025-01-01", "2025-01-31"),
    ("tr", "2027'nin ikinci yarısında", "2027-07-01", "2027-12-31"),
    ("ar", "بين يناير ومارس", "2025-01-01", "2025-03-31"),
    ("fa", "۱۸ اردیبهشت ۱۴۰۴", "2025-05-08", "2025-05-08"),
    ("zh", "2025年3月20日", "2025-03-20", "2025-03-20"),
    ("zh", "三年前", "2022-01-01", "2022-12-31"),
    ("zh", "去年5月", "2024-05-01", "2024-05-31"),
    ("zh", "从二〇二二年到去年", "2022-01-01", "2024-12-31"),
]


@pytest.mark.parametrize(("language", "text", "first", "last"), CASES)
def test_an_expression_is_the_interval_it_may_mean(language: str, text: str, first: str, last: str) -> None:
    """First and last day; the longest reading counts."""
    found = find_times(text, language, published_on=DAY)
    assert (first, last) in [(str(one.first), str(one.last)) for one in found]


def test_a_relative_date_without_publication_is_left_out_and_said() -> None:
    """Nothing is counted from a day that nobody knows."""
    assert find_times("قبل شهرين", "ar", published_on=None) == []
    assert needs_published("قبل شهرين", "ar")
    assert needs_published("two months ago", "en")
    assert not needs_published("in 2019", "en")


def test_a_year_before_christ_is_not_taken_for_one_after() -> None:
    """300 BC is outside the calendar of the machine, so nothing is said."""
    assert find_times("in 300 BC", "en", published_on=DAY) == []
    assert find_times("في عام 300 قبل الميلاد", "ar", published_on=DAY) == []


def test_rhetorical_today_is_no_date() -> None:
    """ "Today" seldom means the day of publication in running prose."""
    assert find_times("العالم اليوم مختلف", "ar", published_on=DAY) == []
    assert not needs_published("the world today is different", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "in den letzten Jahren"), ("fr", "ces dernières années"), ("en", "over the past years"), ("es", "en los últimos años"), ("ru", "в последние годы"), ("tr", "bu yazı baskıya girdi"), ("zh", "那是个星期天")],
)  # fmt: skip
def test_what_names_no_days_is_no_date(language: str, text: str) -> None:
    """Several years, an article that is called as summer is, and "it was a Sunday" place nothing."""
    assert find_times(text, language, published_on=DAY) == []


def test_a_duration_is_no_date() -> None:
    """Twenty-four hours are a quantity."""
    assert find_times("خلال 24 ساعة", "ar", published_on=DAY) == []


def test_days_that_do_not_exist_are_refused() -> None:
    """No 31 February."""
    assert all(one.precision.value != "day" for one in find_times("31 February 2024", "en", published_on=DAY))
