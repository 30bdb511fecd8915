"""Days, months and seasons of the Persian solar calendar, told without their year or by that of publication."""

from datetime import date

from claims.calendars import from_solar, solar_span, to_solar
from claims.date_found import Found
from claims.date_periods import Period
from claims.records import Precision

_SOON, _LATELY = 60, 180  #: days ahead and gone within which a day without a year is near


def solar_season(start: int, end: int, opens: int, year: int | None, shift: int | None) -> Found:
    """A season, told by the month of ours that it opens in, of a solar year told by number or by publication."""
    return Found(
        start=start, end=end, kind="solar_season", month=(opens // 3 - 1) * 3 + 1, year=year, shift_year=shift,
        relative=shift is not None,
    )  # fmt: skip


def solar_period(found: Found, published: date | None) -> Period | None:
    """The days it covers; those without a year are the last ones, or the nearest day.

    >>> solar_period(Found(start=0, end=7, kind="solar", month=3, day=5), date(2025, 6, 18)).first.isoformat()
    '2025-05-26'
    """
    if found.month is None or (published is None and found.year is None):
        return None
    this, running = to_solar(published) if published else (0, 0)
    year = found.year if found.year is not None else this + (found.shift_year or 0)
    if found.kind == "solar_season":
        if found.year is None and found.shift_year is None:
            gone = (found.month if found.frame not in {"until", "before"} else found.month + 3) > running
            year = this - gone if found.frame not in {"until", "before"} else this + (not gone)
        return _period(solar_span(year, found.month, found.month + 2), Precision.QUARTER)
    if found.day is None:
        if found.shift_year is None:
            ahead = (found.direction or 0) > 0
            year = this + (ahead and found.month <= running) - (not ahead and found.month > running)
        return _period(from_solar(year, found.month, None), Precision.MONTH)
    if found.shift_year is not None or published is None:
        return _period(from_solar(year, found.month, found.day), Precision.DAY)
    days = [one for at in (-1, 0, 1) if (one := from_solar(this + at, found.month, found.day)) is not None]
    if found.frame == "since":
        ahead = (found.direction or 0) > 0  # "from 1 Khordad on it will be dearer"
        if found.direction is None:  # "from 1 Tir on it is forbidden": no verb tells, one is near and the other is not
            ahead = any(0 < (one[0] - published).days <= _SOON for one in days) and not any(
                0 <= (published - one[0]).days <= _LATELY for one in days
            )
        days = [one for one in days if (one[0] >= published if ahead else one[0] <= published)]
    best = min(days, key=lambda one: abs((one[0] - published).days), default=None)
    return _period(best, Precision.DAY)


def _period(span: tuple[date, date] | None, grain: Precision) -> Period | None:
    return None if span is None else Period(span[0], span[1], grain)
