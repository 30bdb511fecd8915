"""Numbers in words and digits, in nine languages: value, comparator, unit."""

import pytest

from claims.numbers import find_quantities
from claims.records import Comparator

CASES = [
    ("ar", "ارتفع بأكثر من 40 في المئة", 40, "more_than", "percent"),
    ("ar", "بلغت ٤٠٫٥٪", 40.5, "exact", "percent"),
    ("ar", "ما لا يقل عن ٩٠ دينارا", 90, "at_least", "dinar"),
    ("ar", "لا يتجاوز 12 ألف طن", 12_000_000, "at_most", "kg"),
    ("ar", "خمسة وعشرون ألف جندي", 25_000, "exact", ""),
    ("ar", "إحدى عشرة شركة", 11, "exact", ""),
    ("ar", "ألفان وثلاثمائة شخص", 2300, "exact", ""),
    ("ar", "مليوني نسمة", 2_000_000, "exact", ""),
    ("ar", "ثلاثة ملايين ونصف المليون دولار", 3_500_000, "exact", "USD"),
    ("ar", "أكثر من ٣٫٢ مليار دولار", 3.2e9, "more_than", "USD"),
    ("ar", "بين 40 و50 في المئة", 45, "between", "percent"),
    ("ar", "نصف السكان", 0.5, "exact", "fraction"),
    ("ar", "تجاوزت التعليقات الغاضبة 12 ألفا", 12_000, "more_than", ""),
    ("ar", "تقترب خسائرها المتراكمة من ملياري دولار", 2e9, "about", "USD"),
    ("en", "about £48 million", 48e6, "about", "GBP"),
    ("en", "at least $2.4bn", 2.4e9, "at_least", "USD"),
    ("en", "fewer than 40 per cent", 40, "less_than", "percent"),
    ("en", "14,000 passengers", 14_000, "exact", ""),
    ("en", "twenty-five thousand three hundred people", 25_300, "exact", ""),
    ("en", "between 40 and 50 percent", 45, "between", "percent"),
    ("en", "26 kilometres", 26_000, "exact", "m"),
    ("en", "a quarter of a century", 25, "exact", "year"),
    ("en", "fifty letters, give or take", 50, "about", ""),
    ("en", "twice a year", 2, "exact", "times"),
    ("fr", "près de 40 millions de litres", 40e6, "about", "l"),
    ("fr", "6,5 millions d'euros", 6.5e6, "exact", "EUR"),
    ("fr", "80 000 euros", 80_000, "exact", "EUR"),
    ("fr", "dix-huit mois", 18, "exact", "month"),
    ("es", "unas 18.000 personas", 18_000, "about", ""),
    ("es", "menos de 7 millones de euros", 7e6, "less_than", "EUR"),
    ("de", "eine Umfrage unter 1.012 Einwohnern", 1012, "exact", ""),
    ("de", "rund 870.000 Euro", 870_000, "about", "EUR"),
    ("de", "fünfundzwanzigtausend Menschen", 25_000, "exact", ""),
    ("de", "mehr als 3,5 Prozent", 3.5, "more_than", "percent"),
    ("ru", "более сорока лет", 40, "more_than", "year"),
    ("ru", "310 миллионов рублей", 310e6, "exact", "RUB"),
    ("ru", "пять тысяч триста рублей", 5300, "exact", "RUB"),
    ("tr", "yüzde 18", 18, "exact", "percent"),
    ("tr", "en az 120 milyon lira", 120e6, "at_least", "TRY"),
    ("tr", "beş bin üç yüz kişi", 5300, "exact", ""),
    ("fa", "بیش از دویست کارگر", 200, "more_than", ""),
    ("fa", "دست‌کم ۳۰۰ هزار گردشگر", 300_000, "at_least", ""),
    ("fa", "حدود ۹۵ میلیارد تومان", 95e10, "about", "IRR"),
    ("zh", "超过930万人", 9_300_000, "more_than", ""),
    ("zh", "约3.5亿美元", 350e6, "about", "USD"),
    ("zh", "百分之四十", 40, "exact", "percent"),
    ("zh", "一千二百万人", 12e6, "exact", ""),
    ("zh", "设计值的二点六倍", 2.6, "exact", "times"),
    ("es", "la deuda superará los 500 millones de euros", 500e6, "more_than", "EUR"),
    ("es", "la deuda no excederá los 500 millones de euros", 500e6, "at_most", "EUR"),
    ("fr", "la dette dépassera 500 millions d'euros", 500e6, "more_than", "EUR"),
    ("fr", "la dette ne dépassera pas 500 millions d'euros", 500e6, "at_most", "EUR"),
    ("de", "dass die Schulden 500 Millionen Euro übersteigen", 500e6, "more_than", "EUR"),
    ("ru", "долг превысит 500 миллионов рублей", 500e6, "more_than", "RUB"),
    ("tr", "nüfus 20 bini aştı", 20_000, "more_than", ""),
    ("fa", "شمار خریداران از دو میلیون نفر گذشت", 2e6, "more_than", ""),
    ("fa", "سود امسال از سه میلیارد تومان فراتر نخواهد رفت", 3e10, "at_most", "IRR"),
    ("ar", "قرية يقل عدد سكانها عن 700 نسمة", 700, "less_than", ""),
    ("ar", "عبّارات يزيد عمرها على ثلاثين عاما", 30, "more_than", "year"),
]


@pytest.mark.parametrize(("language", "text", "value", "comparator", "unit"), CASES)
def test_a_quantity_is_read(language: str, text: str, value: float, comparator: str, unit: str) -> None:
    """Value in the canonical unit, with what bounds it."""
    found = [q for q in find_quantities(text, language) if q.dimension not in {"ordinal", "superlative"}]
    assert [(pytest.approx(q.value), str(q.comparator), q.unit) for q in found] == [(value, comparator, unit)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "in 2020"), ("ar", "في عام ١٩٨٩"), ("ru", "в 2019 году"), ("zh", "2021年"), ("tr", "2019'da"), ("fr", "en 1924"), ("en", "GPT-4 and the F-16"), ("en", "at 14:30"), ("en", "no one came"), ("ar", "نموذج QwQ-32B")],
)  # fmt: skip
def test_years_clock_times_and_codes_are_no_quantities(language: str, text: str) -> None:
    """A year is a time, never also a quantity."""
    assert find_quantities(text, language) == []


def test_bounds_follow_the_comparator() -> None:
    """More than forty has no upper bound, at most forty no lower one."""
    (more,) = find_quantities("more than 40 people", "en")
    (most,) = find_quantities("no more than 40 people", "en")
    assert (more.low, more.high) == (40, float("inf"))
    assert (most.low, most.high) == (float("-inf"), 40)


def test_ordinals_and_superlatives_are_ranks() -> None:
    """ "First" and "largest" can be contradicted too."""
    found = {
        (q.unit, q.value) for q in find_quantities("the first bridge and the largest city, the smallest town", "en")
    }
    assert found == {("ordinal", 1.0), ("superlative", 1.0), ("superlative", -1.0)}
    assert [q.value for q in find_quantities("أول متصفح", "ar")] == [1.0]


@pytest.mark.parametrize(
    ("text", "value"),
    [("在第三十一公里处", 31), ("排在第三万零四百一十七位", 30_417), ("第一百货公司", 1), ("第三次", 3)],
)
def test_a_chinese_rank_is_the_whole_number(text: str, value: float) -> None:
    """第三十一 is the 31st, not the third."""
    assert [(q.value, q.unit) for q in find_quantities(text, "zh")] == [(value, "ordinal")]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("He answered questions about three earlier deaths.", Comparator.EXACT),
        ("Residents complained about two lifts.", Comparator.EXACT),
        ("The firm told about 300 workers to go.", Comparator.ABOUT),
        ("About 300 people came.", Comparator.ABOUT),
        ("The mill employs about 40 people.", Comparator.ABOUT),
    ],
)
def test_what_is_asked_about_is_not_about_so_many(text: str, comparator: Comparator) -> None:
    """ "About" behind a question names its matter."""
    assert find_quantities(text, "en")[0].comparator is comparator
