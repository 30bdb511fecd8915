"""Months, weekdays and years of other calendars, by name and number."""

from datetime import date, timedelta
from functools import cache

from claims.folding import folded

_LOCALES = {
    "ar": ("ar", "ar_LB", "ar_IQ", "ar_DZ", "ar_MA", "ar_MR", "ar_SY", "ar_TN"),
    "fa": ("fa", "fa_AF"),
    "en": ("en",),
}
_HIJRI = {
    "محرم": 1, "المحرم": 1, "صفر": 2, "ربيع الأول": 3, "ربيع الثاني": 4, "ربيع الآخر": 4, "جمادى الأولى": 5, "جمادى الآخرة": 6, "جمادى الثانية": 6,  # noqa: E501
    "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10, "ذو القعدة": 11, "ذي القعدة": 11, "ذو الحجة": 12, "ذي الحجة": 12,
}  # fmt: skip
_SOLAR = {
    "فروردین": 1, "اردیبهشت": 2, "خرداد": 3, "تیر": 4, "مرداد": 5, "شهریور": 6, "مهر": 7, "آبان": 8, "آذر": 9, "دی": 10, "بهمن": 11, "اسفند": 12,  # noqa: E501
}  # fmt: skip


@cache
def month_names(language: str, extra: str = "") -> dict[str, tuple[int, bool]]:
    """Folded name -> month and whether the name is written out, with the names of every region."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- tables are read when first wanted

    found: dict[str, tuple[int, bool]] = {}
    for tag in _LOCALES.get(language, (language,)):
        try:
            months = Locale.parse(tag).months
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    plain = folded(str(name)).strip().rstrip(".")
                    if len(plain) > 1 and not plain.isdigit():
                        wide = width == "wide" or found.get(plain, (0, False))[1]
                        found[plain] = (int(number), wide)
    for entry in filter(None, extra.split(",")):
        name, number = entry.strip().rsplit(" ", 1)
        found[folded(name)] = (int(number), True)
    return found


@cache
def weekday_names(language: str) -> dict[str, int]:
    """Folded name -> weekday, Monday = 0."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- tables are read when first wanted

    try:
        days = Locale.parse(language).days
    except (UnknownLocaleError, ValueError):
        return {}
    found = {folded(str(name)): int(number) for number, name in days["format"]["wide"].items()}
    found |= {folded(str(name)): int(number) for number, name in days["stand-alone"]["wide"].items()}
    return found


HIJRI_MONTHS = {folded(name): number for name, number in _HIJRI.items()}
SOLAR_MONTHS = {folded(name): number for name, number in _SOLAR.items()}


def from_hijri(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """First and last day of a Hijri day, month or year; None outside the tables (1343-1500)."""
    from hijridate import Hijri  # noqa: PLC0415 -- wanted rarely

    try:
        if month is None:
            first, last = Hijri(year, 1, 1), Hijri(year, 12, Hijri(year, 12, 1).month_length())
        elif day is None:
            first = Hijri(year, month, 1)
            last = Hijri(year, month, first.month_length())
        else:
            first = last = Hijri(year, month, day)
        start, end = first.to_gregorian(), last.to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(start.year, start.month, start.day), date(end.year, end.month, end.day)


def _solar_new_year(year: int) -> date:
    """1 Farvardin: 20 or 21 March (the 33-year rule, right from 1206 to 1498)."""
    leaps = (1, 5, 9, 13, 17, 22, 26, 30)
    days = 0
    base = 1400  # 21 March 2021
    step = 1 if year >= base else -1
    for one in range(base, year, step) if step == 1 else range(year, base):
        days += 366 if one % 33 in leaps else 365
    return date(2021, 3, 21) + timedelta(days=days * step)


def from_solar(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """First and last day of a day, month or year of the Persian solar calendar."""
    if not 1206 <= year <= 1497:
        return None
    start, following = _solar_new_year(year), _solar_new_year(year + 1)
    if month is None:
        return start, following - timedelta(days=1)
    offset = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    length = 31 if month <= 6 else 30
    first = start + timedelta(days=offset)
    last = min(first + timedelta(days=length - 1), following - timedelta(days=1))
    if day is None:
        return first, last
    if not 1 <= day <= length:
        return None
    return first + timedelta(days=day - 1), first + timedelta(days=day - 1)


def solar_span(year: int, first: int, last: int) -> tuple[date, date] | None:
    """First and last day of some months of a solar year, a season's or one alone."""
    begins, ends = from_solar(year, first, None), from_solar(year, last, None)
    return (begins[0], ends[1]) if begins and ends else None


def to_solar(day: date) -> tuple[int, int]:
    """Year and month of the Persian solar calendar that a day lies in."""
    year = day.year - 621
    if day < _solar_new_year(year):
        year -= 1
    passed = (day - _solar_new_year(year)).days
    return year, passed // 31 + 1 if passed < 186 else min(12, (passed - 186) // 30 + 7)
