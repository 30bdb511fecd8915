"""Days, weeks, months and years as intervals, and how they are counted from a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from claims.calendars import from_solar, to_solar
from claims.records import Precision

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"hour": 0, "day": 1, "week": 7}
_GRAIN = {
    "day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "quarter": Precision.QUARTER,
    "year": Precision.YEAR, "decade": Precision.DECADE, "century": Precision.CENTURY, "hour": Precision.DAY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and how finely they were told."""

    first: date
    last: date
    precision: Precision


def interval(first: date, last: date) -> Period:
    """A period that is no calendar unit."""
    return Period(first, last, Precision.INTERVAL)


def around(day: date, unit: str, *, solar: bool = False) -> Period:
    """The day, week, month or year that a day lies in."""
    if unit in {"day", "hour"}:
        return Period(day, day, Precision.DAY)
    return whole(day, unit, 0, solar=solar)


def whole(day: date, unit: str, shift: int, *, solar: bool = False) -> Period:
    """The calendar unit that lies so many units from the one that the day is in."""
    if solar and unit in {"month", "year"}:
        return _solar(day, unit, shift)
    if unit in _DAYS:
        if unit == "week":
            behind = (day.weekday() + 2) % 7 if solar else day.weekday()  # where Persian is spoken it is Saturday first
            first = day - timedelta(days=behind) + timedelta(days=7 * shift)
            return Period(first, first + timedelta(days=6), Precision.WEEK)
        moved_day = day + timedelta(days=shift)
        return Period(moved_day, moved_day, Precision.DAY)
    months = _MONTHS[unit]
    if months >= 12:
        size = months // 12
        start = (day.year // size) * size + shift * size + (1 if size == 100 else 0)
        return Period(date(start, 1, 1), date(start + size - 1, 12, 31), _GRAIN[unit])
    first = add_months(date(day.year, ((day.month - 1) // months) * months + 1, 1), shift * months)
    return Period(first, add_months(first, months) - timedelta(days=1), _GRAIN[unit])


def _solar(day: date, unit: str, shift: int) -> Period:
    """The same in the solar calendar, which Persian counts by."""
    year, month = to_solar(day)
    if unit == "year":
        found = from_solar(year + shift, None, None)
    else:
        index = year * 12 + month - 1 + shift
        found = from_solar(index // 12, index % 12 + 1, None)
    if found is None:
        raise ValueError(f"the solar calendar has no {unit} {shift} from {day}")
    return Period(found[0], found[1], _GRAIN[unit])


def moved(day: date, unit: str, count: float) -> date:
    """A day so many units away; never before the first day there is."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]) if unit != "hour" else round(count / 24))
        return add_months(day, round(count * _MONTHS[unit]))
    except (ValueError, OverflowError):
        return date(1, 1, 1) if count < 0 else date(9999, 12, 31)


def add_months(day: date, months: int) -> date:
    """The same day in another month, or that month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(number, day.day))
        except ValueError:
            if not 1 <= year <= 9999:
                raise
    raise ValueError(f"no day {day.day} in {year}-{month}")


def month_of(year: int, month: int) -> Period:
    """One month."""
    first = date(year, month, 1)
    return Period(first, add_months(first, 1) - timedelta(days=1), Precision.MONTH)


def week_of(month: Period, number: int) -> Period:
    """The seven days of a month told by their number, from its first; the last seven for -1."""
    first = month.last - timedelta(days=6) if number < 0 else month.first + timedelta(days=7 * (number - 1))
    return interval(first, min(first + timedelta(days=6), month.last))


def third_of(whole_period: Period, part: str) -> Period:
    """The first, middle or last third of a period."""
    days = (whole_period.last - whole_period.first).days + 1
    third = max(1, days // 3)
    if part == "early":
        return interval(whole_period.first, whole_period.first + timedelta(days=third - 1))
    if part == "middle":
        return interval(whole_period.first + timedelta(days=third), whole_period.last - timedelta(days=third))
    return interval(whole_period.last - timedelta(days=third - 1), whole_period.last)
