"""Dates of what was promised or put off, of the clause that they stand in, bounds, and years shared by two dates."""

from datetime import date

import pytest

from claims.dates import find_times

DAY = date(2026, 10, 15)  # a Thursday


def _read(text: str, language: str) -> list[str]:
    """Each date as its first day, or as both where it is no single day."""
    found = find_times(text, language, published_on=DAY)
    return [str(one.first) if one.first == one.last else f"{one.first}..{one.last}" for one in found]


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("en", "The airline pledged to refund its passengers in January.", "2027-01-01"),
        ("en", "Both governments agreed to meet on Monday.", "2026-10-19"),
        ("fr", "L'usine prévoit d'embaucher quarante soudeurs en février.", "2027-02-01"),
        ("es", "La cadena se comprometió a devolver el dinero en enero.", "2027-01-01"),
        ("de", "Der Verein versprach, die Halle im Januar zu räumen.", "2027-01-01"),
        ("ru", "Компания пообещала вернуть деньги в январе.", "2027-01-01"),
        ("tr", "Kulüp borcunu ocak ayında ödeyeceğine söz verdi.", "2027-01-01"),
        ("fa", "مدیر قول داد روز شنبه بدهی را بپردازد.", "2026-10-17"),
        ("zh", "航空公司承诺一月退款。", "2027-01-01"),
        ("ar", "تعهدت الشركة بإعادة الأموال في يناير.", "2027-01-01"),
        ("en", "The judge adjourned the case to Monday.", "2026-10-19"),
        ("fr", "Le tribunal a reporté l'audience à lundi.", "2026-10-19"),
        ("de", "Das Gericht vertagte die Sitzung auf Montag.", "2026-10-19"),
        ("ru", "Суд перенёс слушания на понедельник.", "2026-10-19"),
        ("tr", "Mahkeme duruşmayı pazartesi gününe erteledi.", "2026-10-19"),
        ("ar", "أجلت المحكمة الجلسة إلى الاثنين.", "2026-10-19"),
    ],
)
def test_what_was_promised_or_put_off_lies_ahead(language: str, text: str, first: str) -> None:
    """The next such month or day, although the verb is in the past."""
    assert [one.split("..")[0] for one in _read(text, language)] == [first]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He agreed in March to pay the fine."),
        ("en", "He promised to pay the fine and left the country in March."),
        ("en", "The firm, which delayed its report, moved to Berlin in March."),
        ("ru", "Он обещал помочь и в марте уехал."),
        ("ar", "وعد الوزير بمساعدتهم بعد أن زارهم في مارس."),
    ],
)
def test_a_promise_moves_no_other_date(language: str, text: str) -> None:
    """The day of the promise, and of another event beside it, has passed."""
    assert _read(text, language) == ["2026-03-01..2026-03-31"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("fr", "L'expert que le préfet a nommé mardi verra les maires le 20 octobre.", ["2026-10-13", "2026-10-20"]),
        ("fr", "Elle devra rendre la prime que la ville lui a versée mardi.", ["2026-10-13"]),
        ("fr", "Le maire a précisé que les obsèques auraient lieu lundi.", ["2026-10-19"]),
        ("es", "El juez que la procesó en marzo decidirá el lunes.", ["2026-03-01..2026-03-31", "2026-10-19"]),
        ("tr", "Kurulun salı günü atadığı hakem pazartesi günü dinlenecek.", ["2026-10-13", "2026-10-19"]),
        ("tr", "Cuma günü yapılması planlanan maç iptal edildi.", ["2026-10-16"]),
        ("ar", "ستستقبل الوسيطة التي عينتها الوزارة الثلاثاء الوفدين.", ["2026-10-13"]),
        ("ar", "ومن المقرر أن تنشر الهيئة، التي مولت الدراسة، نتائجها في فبراير.", ["2027-02-01..2027-02-28"]),
    ],
)
def test_the_clause_that_a_date_stands_in_tells_its_tense(language: str, text: str, days: list[str]) -> None:
    """Not the clause around it or the one inside it."""
    assert _read(text, language) == days


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "Bids must arrive before 15 December.", "2026-12-14"),
        ("en", "Bids must arrive by 15 December.", "2026-12-15"),
        ("en", "Bids must arrive no later than 15 December.", "2026-12-15"),
        ("fr", "Les offres seront remises au plus tard le 15 décembre.", "2026-12-15"),
        ("es", "Deberán firmar antes del 15 de diciembre.", "2026-12-14"),
        ("es", "Deberán firmar a más tardar el 15 de diciembre.", "2026-12-15"),
        ("de", "Die Angebote müssen vor dem 15. Dezember eingehen.", "2026-12-14"),
        ("de", "Die Angebote müssen spätestens am 15. Dezember vorliegen.", "2026-12-15"),
        ("ru", "Заявки надо подать до 15 декабря.", "2026-12-15"),
        ("ru", "Заявки надо подать не позднее 15 декабря.", "2026-12-15"),
        ("tr", "Teklifler 15 Aralık'tan önce verilmeli.", "2026-12-14"),
        ("ar", "يجب تقديم العروض قبل 15 ديسمبر.", "2026-12-14"),
        ("ar", "تقدم العروض في موعد أقصاه 15 ديسمبر.", "2026-12-15"),
        ("zh", "最迟12月15日提交。", "2026-12-15"),
        ("fa", "مدارک باید پیش از ۱۵ آذر تحویل شود.", "2026-12-05"),
    ],
)
def test_a_bound_before_a_day_leaves_it_out(language: str, text: str, last: str) -> None:
    """Those that end by a day or on it take it in."""
    assert _read(text, language) == [f"{DAY}..{last}"]


def test_as_of_a_day_is_that_day_and_from_a_day_on_may_lie_ahead() -> None:
    """The Chinese "as of", whose second half is "until", and a Persian beginning that is still to come."""
    assert _read("截至星期二，仍有三万户停电。", "zh") == ["2026-10-13"]
    assert _read("از اول آبان بلیت گران می‌شود.", "fa") == ["2026-10-23"]


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "He warned the firm in January 2023 and again in May.", ["2023-01", "2023-05"]),
        ("en", "It rained in March and April 2021.", ["2021-03", "2021-04"]),
        ("fr", "Il a plu en janvier 2023, puis de nouveau en mai.", ["2023-01", "2023-05"]),
        ("es", "Llovió en marzo y abril de 2021.", ["2021-03", "2021-04"]),
        ("de", "Es regnete im Januar 2023 und erneut im Mai.", ["2023-01", "2023-05"]),
        ("ru", "Дожди шли в январе 2023 года и снова в мае.", ["2023-01", "2023-05"]),
        ("tr", "Ocak 2023'te ve yeniden mayıs ayında yağmur yağdı.", ["2023-01", "2023-05"]),
        ("zh", "2023年1月和5月下了雨。", ["2023-01", "2023-05"]),
        ("ar", "هطلت الأمطار في يناير 2023 ثم في مايو.", ["2023-01", "2023-05"]),
        ("en", "She left in November 2023 and came back in May.", ["2023-11", "2026-05"]),
    ],
)
def test_two_months_that_only_and_parts_share_a_year(language: str, text: str, months: list[str]) -> None:
    """Where a verb stands between them, or the second is the earlier month, each has its own."""
    assert [one[:7] for one in _read(text, language)] == months


def test_the_end_of_a_period_of_months_has_the_year_of_its_beginning() -> None:
    """Where its month is the later one."""
    assert _read("2021年6月至8月销量下降。", "zh") == ["2021-06-01..2021-08-31"]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Thousands marched over the weekend.", ["2026-10-10..2026-10-11"]),
        ("en", "Rain will fall this weekend.", ["2026-10-17..2026-10-18"]),
        ("en", "The fair returns next weekend.", ["2026-10-17..2026-10-18"]),
        ("fr", "Des milliers de personnes ont défilé ce week-end.", ["2026-10-10..2026-10-11"]),
        ("es", "Miles de personas marcharon este fin de semana.", ["2026-10-10..2026-10-11"]),
        ("de", "Am Wochenende wird es regnen.", ["2026-10-17..2026-10-18"]),
        ("ru", "На выходных прошли митинги.", ["2026-10-10..2026-10-11"]),
        ("tr", "Hafta sonu binlerce kişi yürüdü.", ["2026-10-10..2026-10-11"]),
        ("en", "A weekend in the hills", []),
    ],
)
def test_the_weekend_is_the_one_that_the_tense_tells(language: str, text: str, days: list[str]) -> None:
    """The last one or the one to come."""
    assert _read(text, language) == days


def test_a_century_has_a_beginning_told_behind_it() -> None:
    """As years have: in Chinese and Turkish the part stands last."""
    assert _read("二十世纪初城市扩大。", "zh") == ["1901-01-01..1934-05-02"]
    assert _read("20. yüzyılın başında kent büyüdü.", "tr") == ["1901-01-01..1934-05-02"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In December the Harrow Post reported that the mayor would resign.", ["2025-12-01..2025-12-31"]),
        ("In March the firm said it would sell the plant.", ["2026-03-01..2026-03-31"]),
        ("In March the firm that said so will sell the plant.", ["2027-03-01..2027-03-31"]),
    ],
)
def test_a_month_before_a_past_verb_of_saying_is_gone(text: str, days: list[str]) -> None:
    """What was said then may lie ahead, the saying does not."""
    assert _read(text, "en") == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Profit rose in the nine months to March.", ["2025-07-01..2026-03-31"]),
        ("Sales fell in the three months to the end of June.", ["2026-04-01..2026-06-30"]),
        ("Losses doubled in the 12 weeks to 22 February 2026.", ["2025-12-01..2026-02-22"]),
        ("The ferry had been late for months to the island.", []),
    ],
)
def test_a_length_before_its_last_day_is_the_whole_stretch(text: str, days: list[str]) -> None:
    assert _read(text, "en") == days


def test_english_names_of_days_and_months_as_agencies_write_them() -> None:
    assert _read("The river rose on Sept. 9 last year.", "en") == ["2025-09-09"]
    assert _read("The bill will be tabled before Thanksgiving.", "en") == ["2026-10-15..2026-11-25"]
