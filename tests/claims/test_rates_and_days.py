"""Rates, hours in words, ages, and days that are told by number or by the week to come."""

from datetime import date

import pytest

from claims.dates import find_times
from claims.numbers import find_quantities


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("gusts of 90 kilometres per hour", "en", 90.0, "km/h"),
        ("ráfagas de 90 kilómetros por hora", "es", 90.0, "km/h"),
        ("des rafales à 90 kilomètres par heure", "fr", 90.0, "km/h"),
        ("Böen von 90 Kilometern pro Stunde", "de", 90.0, "km/h"),
        ("ветер до 25 метров в секунду", "ru", 90.0, "km/h"),
        ("saatte 90 kilometre", "tr", 90.0, "km/h"),
        ("آب هشت لیتر در ثانیه است", "fa", 8.0, "l/second"),
        ("时速达90公里", "zh", 90.0, "km/h"),
    ],
)
def test_a_measure_told_by_a_time_is_a_rate(text: str, language: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text, language)
    assert (found.value, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Zug kam morgens um elf irgendwo zum Stehen", "de"),
        ("La réunion, vers onze heures du soir, a pris fin", "fr"),
        ("Llegaron a las once de la noche", "es"),
        ("书店将于本月30日停业", "zh"),
        ("八十年代的旧楼", "zh"),
        ("salieron el jueves 19 y volvieron", "es"),
    ],
)
def test_hours_days_and_decades_are_no_quantities(text: str, language: str) -> None:
    assert find_quantities(text, language) == []


def test_a_number_behind_a_name_is_an_age() -> None:
    (found,) = find_quantities("su amiga Marta Ruiz, de 29, sufrió una caída", "es")
    assert (found.value, found.unit) == (29.0, "year")
    assert find_quantities("um elf Prozent", "de")[0].unit == "percent"


@pytest.mark.parametrize(
    ("text", "language", "published", "first", "last"),
    [
        ("наградят в будущую пятницу", "ru", date(2024, 10, 10), date(2024, 10, 18), date(2024, 10, 18)),
        ("Весной мы туда поедем", "ru", date(2024, 10, 10), date(2025, 3, 1), date(2025, 5, 31)),
        ("书店将于本月30日停业", "zh", date(2023, 11, 14), date(2023, 11, 30), date(2023, 11, 30)),
        ("到星期天已经整理出三万册", "zh", date(2023, 11, 14), date(2023, 11, 12), date(2023, 11, 12)),
        ("上世纪五十年代的唱本", "zh", date(2023, 11, 14), date(1950, 1, 1), date(1959, 12, 31)),
        ("había salido el jueves 19 y volvió", "es", date(2025, 6, 24), date(2025, 6, 19), date(2025, 6, 19)),
        ("Im Herbst will sie in Chicago starten", "de", date(2025, 9, 11), date(2025, 9, 1), date(2025, 11, 30)),
    ],
)
def test_days_and_seasons_are_placed_by_number_and_tense(
    text: str, language: str, published: date, first: date, last: date
) -> None:
    found = find_times(text, language, published_on=published)
    assert [(one.first, one.last) for one in found] == [(first, last)]


def test_a_season_that_says_when_in_general_is_no_date() -> None:
    assert find_times("los permisos de ascenso en invierno", "es", published_on=date(2025, 6, 24)) == []
