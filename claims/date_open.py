"""Which year, week or day a date means that leaves it open: the last one, the next one, the nearest one."""

from datetime import date, timedelta

from claims.date_found import Found
from claims.date_frames import BY_TENSE, GONE, THIS, UNTOLD
from claims.date_periods import Period, add_months, month_of, week_of
from claims.records import Precision

_NEAR = 3  #: days that "this Monday" may lie back where no verb tells
_CLOSE = 45  #: a day so near is meant, whatever the verb of its clause: "he cancelled the match of 3 July"
_SOON = 4  #: months ahead that "in July" may mean where no verb tells
_FAR = 150  #: days beyond which a day without a year may lie in either of two years


def year_of_month(published: date, month: int, direction: int | None, frame: str) -> int | None:
    """The year of a month named without one: the last such month, the next where the text says so, the nearest end."""
    if direction == THIS:
        return published.year
    if direction == UNTOLD:
        soon = 0 < (month - published.month) % 12 <= _SOON
        return None if soon else published.year if month <= published.month else published.year - 1
    if direction is None and frame in {"until", "before"}:
        months = (month - published.month) % 12
        return published.year + (published.month + months > 12) - (months > 6)
    if direction is not None and direction > 0:
        return published.year if month > published.month else published.year + 1
    if direction is not None and direction < 0:
        return published.year if month < published.month else published.year - 1
    return published.year if month <= published.month else published.year - 1


def year_of_season(published: date, month: int, direction: int | None) -> int:
    """The year of a season: the one that passed last, the present one, or the one to come."""
    begins, ends = date(published.year, month, 1), add_months(date(published.year, month, 1), 3)
    if direction in {BY_TENSE, -BY_TENSE}:
        ahead = direction == BY_TENSE
        return published.year + (ahead and ends <= published) - (not ahead and begins > published)
    if direction is not None and direction > 0:
        return published.year if date(published.year, month, 1) > published else published.year + 1
    if direction is not None and direction < 0:
        return published.year if ends <= published else published.year - 1
    return published.year


def nearest_day(published: date, month: int, day: int, found: Found) -> Period | None:
    """The day of that name nearest to publication; the next one where something ends by it, or as the tense tells."""
    days = [date(year, month, day) for year in (published.year - 1, published.year, published.year + 1)]
    if found.direction == GONE:
        days = [one for one in days if one <= published]
    elif found.frame in {"until", "before"}:
        days = [one for one in days if one >= published or (published - one).days < 60]
    elif found.direction is not None and all(abs((one - published).days) > _CLOSE for one in days):
        days = [one for one in days if (one >= published if found.direction > 0 else one <= published)]
    elif min(abs((one - published).days) for one in days) > _FAR:
        return None
    best = min(days, key=lambda one: abs((one - published).days))
    return Period(best, best, Precision.DAY)


def weekday_of(found: Found, published: date) -> Period | None:
    """The last such weekday up to publication, or the next one where the text says so."""
    weekday, direction = int(found.count), found.direction
    if found.unit == "week":  # 上周六: of the week before
        monday = published - timedelta(days=published.weekday() - 7 * (found.number or 0))
        return Period(monday + timedelta(days=weekday), monday + timedelta(days=weekday), Precision.DAY)
    if direction == THIS:
        return _this_weekday(published, weekday)
    if direction is not None and direction > 1:  # the one of the week to come
        day = published + timedelta(days=7 - published.weekday() + weekday)
    elif direction is not None and direction > 0:
        ahead = (weekday - published.weekday()) % 7 or 7
        day = published + timedelta(days=ahead)
    else:
        back = (published.weekday() - weekday) % 7
        if direction is not None and direction < 0 and back == 0:
            back = 7
        day = published - timedelta(days=back)
    return Period(day, day, Precision.DAY)


def _this_weekday(published: date, weekday: int) -> Period | None:
    """The weekday of the week that runs: "this Saturday"; none where the next one is meant as well."""
    day = published + timedelta(days=weekday - published.weekday())
    return None if (published - day).days > _NEAR else Period(day, day, Precision.DAY)


def day_of_month(found: Found, published: date) -> Period | None:
    """The day of a month named by its number alone: of the month told, with the weekday told, or the last such day."""
    wanted = []
    for months in (-1, 0, 1) if found.number is None else (found.number,):
        first = add_months(date(published.year, published.month, 1), months)
        day = first + timedelta(days=(found.day or 1) - 1)
        if day.month == first.month and (found.kind == "monthday" or day.weekday() == found.count):
            wanted.append(day)
    if found.kind == "monthday" and found.number is None:
        ahead = (found.direction or 0) > 0
        wanted = (
            wanted
            if found.direction == UNTOLD
            else [one for one in wanted if (one >= published if ahead else one <= published)]
        )
    best = min(wanted, key=lambda one: abs((one - published).days), default=None)
    return Period(best, best, Precision.DAY) if best is not None else None


def nth(found: Found, year: int | None, published: date | None) -> Period | None:
    """The second week, or the first Sunday, of a month."""
    if found.month is None or found.number is None:
        return None
    if year is None:
        if published is None:
            return None
        year = year_of_month(published, found.month, found.direction, found.frame)
        if year is None:
            return None
    whole_month = month_of(year, found.month)
    first = whole_month.first + timedelta(days=7 * (found.number - 1))
    if found.count < 0:
        return week_of(whole_month, found.number) if first <= whole_month.last else None
    day = first + timedelta(days=(int(found.count) - first.weekday()) % 7)
    return Period(day, day, Precision.DAY) if day <= whole_month.last else None
