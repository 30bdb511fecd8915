"""Text -> the dates and periods that it states, as intervals with their grain."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

import regex

from claims.date_grammar import Found, found_in
from claims.folding import fold
from claims.lexicon import words_of
from claims.records import Comparator, Precision, TimeExpression

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"hour": 0, "day": 1, "week": 7}
_GRAIN = {
    "day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH, "quarter": Precision.QUARTER,
    "year": Precision.YEAR, "decade": Precision.DECADE, "century": Precision.CENTURY, "hour": Precision.DAY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Period:
    first: date
    last: date
    precision: Precision


def find_times(text: str, language: str, *, published_on: date | None) -> list[TimeExpression]:
    """The time expressions in text order; those counted from an unknown publication date are left out.

    >>> [(t.first.isoformat(), t.last.isoformat())
    ...  for t in find_times("منذ أقل من شهرين", "ar", published_on=date(2025, 3, 28))]
    [('2025-01-28', '2025-03-28')]
    """
    source = fold(text)
    made = []
    for found in _found(text, language):
        period = _resolve(found, published_on)
        if period is None:
            continue
        start, end = source.back(found.start, found.end)
        made.append(TimeExpression(
            text=text[start:end], start=start, end=end, first=period.first, last=period.last,
            precision=period.precision, relative=found.relative,
        ))  # fmt: skip
    return made


def needs_published(text: str, language: str) -> bool:
    """Whether a date stands there that only the publication date can place.

    >>> needs_published("قبل شهرين", "ar"), needs_published("في عام 1989", "ar")
    (True, False)
    """
    return any(found.relative and found.kind not in {"month", "season"} for found in _found(text, language))


def absolute_and_relative_spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where times stand, in the offsets of the folded text, whether or not they can be placed."""
    return tuple((found.start, found.end) for found in _found(text, language))


@lru_cache(maxsize=512)
def _found(text: str, language: str) -> tuple[Found, ...]:
    flat = fold(text).text
    future = _future(language)
    return tuple(_ahead(one, flat, future) for one in found_in(flat, text, language))


@cache
def _future(language: str) -> "regex.Pattern[str] | None":
    """Words that put what is said into the future."""
    words = words_of(language)
    if not words.future or words.future == "(?!)":
        return None
    return regex.compile(words.future if language == "zh" else rf"(?<!\w)[وف]?(?:{words.future})(?!\w)")


def _ahead(found: Found, flat: str, future: "regex.Pattern[str] | None") -> Found:
    """A weekday or month without a year lies ahead where its clause is about the future."""
    if (
        future is None
        or found.direction is not None
        or not found.relative
        or found.year is not None
        or found.shift_year is not None
        or found.kind not in {"weekday", "month"}
    ):
        return found
    begin = max((flat.rfind(mark, 0, found.start) for mark in (".", ";", ",")), default=-1) + 1
    ends = [at for at in (flat.find(mark, found.end) for mark in (".", ";", ",")) if at > 0]
    return replace(found, direction=1) if future.search(flat, begin, min(ends, default=len(flat))) else found


def _resolve(found: Found, published: date | None) -> _Period | None:
    """The interval of one expression; None where it cannot be placed or does not exist."""
    try:
        core = _core(found, published)
    except (ValueError, OverflowError):
        return None
    if core is None:
        return None
    if found.part:
        core = _part(core, found.part)
    return _framed(core, found, published)


def _core(found: Found, published: date | None) -> _Period | None:  # noqa: C901, PLR0911, PLR0912 -- one branch a kind
    """The period named, without "since" and "mid-"."""
    year, month, day = found.year, found.month, found.day
    if found.shift_year is not None:
        if published is None:
            return None
        year = published.year + found.shift_year
    match found.kind:
        case "span":
            return _Period(found.first, found.last, Precision.INTERVAL) if found.first and found.last else None
        case "given":
            return _Period(found.first, found.last, found.precision) if found.first and found.last else None
        case "day":
            if year is None or month is None or day is None:
                return _nearest_day(published, month, day) if published and month and day else None
            return _Period(date(year, month, day), date(year, month, day), Precision.DAY)
        case "month":
            if month is None:
                return None
            if year is None:
                if published is None:
                    return None
                year = _year_of_month(published, month, found.direction)
            return _month(year, month)
        case "quarter" | "half":
            if year is None:
                year = published.year if published else None
            if year is None or found.number is None:
                return None
            length = 3 if found.kind == "quarter" else 6
            if not 1 <= found.number <= 12 // length:
                return None
            first = date(year, (found.number - 1) * length + 1, 1)
            return _Period(
                first,
                _add_months(first, length) - timedelta(days=1),
                Precision.QUARTER if length == 3 else Precision.INTERVAL,
            )
        case "season":
            if month is None:
                return None
            if year is None:
                if published is None:
                    return None
                year = _year_of_season(published, month, found.direction)
            first = date(year, month, 1)
            return _Period(first, _add_months(first, 3) - timedelta(days=1), Precision.QUARTER)
        case "year":
            return None if year is None else _Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
        case "decade":
            return None if year is None else _Period(date(year, 1, 1), date(year + 9, 12, 31), Precision.DECADE)
        case "century":
            if found.number is None or not 1 <= found.number <= 30:
                return None
            return _Period(
                date((found.number - 1) * 100 + 1, 1, 1), date(found.number * 100, 12, 31), Precision.CENTURY
            )
    return _relative(found, published) if published else None


def _relative(found: Found, published: date) -> _Period | None:  # noqa: PLR0911
    """Periods counted from the day of publication."""
    unit, count = found.unit, found.count
    match found.kind:
        case "days":
            day = published + timedelta(days=int(count))
            return _Period(day, day, Precision.DAY)
        case "weekday":
            return _weekday(published, int(count), found.direction)
        case "shift":
            return _whole(published, unit, int(count))
        case "past":
            return _Period(_moved(published, unit, -count), published, Precision.INTERVAL)
        case "ago":
            return _ago(found, published)
        case "ahead":
            if found.comparator in {Comparator.LESS_THAN, Comparator.AT_MOST}:
                return _Period(published, _moved(published, unit, count), Precision.INTERVAL)
            return _around(_moved(published, unit, count), unit)
    return None


def _ago(found: Found, published: date) -> _Period:
    """So long ago: the whole day, month or year; bounds where a comparator stands."""
    moved = _moved(published, found.unit, -found.count)
    match found.comparator:
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return _Period(moved, published, Precision.INTERVAL)
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return _Period(date(1, 1, 1), moved, Precision.INTERVAL)
        case Comparator.ABOUT:
            wide = max(found.count * 0.15, 0.5)
            return _Period(
                _moved(published, found.unit, -(found.count + wide)),
                _moved(published, found.unit, -(found.count - wide)),
                Precision.INTERVAL,
            )
    return _around(moved, found.unit)


def _around(day: date, unit: str) -> _Period:
    """The day, week, month or year that a day lies in."""
    if unit in {"day", "hour"}:
        return _Period(day, day, Precision.DAY)
    return _whole(day, unit, 0)


def _whole(day: date, unit: str, shift: int) -> _Period:
    """The calendar unit that lies so many units from the one that the day is in."""
    if unit in _DAYS:
        if unit == "week":
            monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * shift)
            return _Period(monday, monday + timedelta(days=6), Precision.WEEK)
        moved = day + timedelta(days=shift)
        return _Period(moved, moved, Precision.DAY)
    months = _MONTHS[unit]
    if months >= 12:
        size = months // 12
        start = (day.year // size) * size + shift * size + (1 if size == 100 else 0)
        return _Period(date(start, 1, 1), date(start + size - 1, 12, 31), _GRAIN[unit])
    first = _add_months(date(day.year, ((day.month - 1) // months) * months + 1, 1), shift * months)
    return _Period(first, _add_months(first, months) - timedelta(days=1), _GRAIN[unit])


def _moved(day: date, unit: str, count: float) -> date:
    """A day so many units away; never before the first day there is."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]) if unit != "hour" else round(count / 24))
        return _add_months(day, round(count * _MONTHS[unit]))
    except (ValueError, OverflowError):
        return date(1, 1, 1) if count < 0 else date(9999, 12, 31)


def _add_months(day: date, months: int) -> date:
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


def _month(year: int, month: int) -> _Period:
    first = date(year, month, 1)
    return _Period(first, _add_months(first, 1) - timedelta(days=1), Precision.MONTH)


def _year_of_season(published: date, month: int, direction: int | None) -> int:
    """The year of a season: the one that passed last, the present one, or the one to come."""
    ends = _add_months(date(published.year, month, 1), 3)
    if direction is not None and direction > 0:
        return published.year if date(published.year, month, 1) > published else published.year + 1
    if direction is not None and direction < 0:
        return published.year if ends <= published else published.year - 1
    return published.year


def _year_of_month(published: date, month: int, direction: int | None) -> int:
    """The year of a month named without one: the last such month, or the next where the text says so."""
    if direction is not None and direction > 0:
        return published.year if month > published.month else published.year + 1
    if direction is not None and direction < 0:
        return published.year if month < published.month else published.year - 1
    return published.year if month <= published.month else published.year - 1


def _nearest_day(published: date, month: int, day: int) -> _Period:
    """The day of that name that lies nearest to publication."""
    days = [date(year, month, day) for year in (published.year - 1, published.year, published.year + 1)]
    best = min(days, key=lambda one: abs((one - published).days))
    return _Period(best, best, Precision.DAY)


def _weekday(published: date, weekday: int, direction: int | None) -> _Period:
    """The last such weekday up to publication, or the next one where the text says so."""
    if direction is not None and direction > 0:
        ahead = (weekday - published.weekday()) % 7 or 7
        day = published + timedelta(days=ahead)
    else:
        back = (published.weekday() - weekday) % 7
        if direction is not None and direction < 0 and back == 0:
            back = 7
        day = published - timedelta(days=back)
    return _Period(day, day, Precision.DAY)


def _part(whole: _Period, part: str) -> _Period:
    """The first, middle or last third of a period."""
    days = (whole.last - whole.first).days + 1
    third = max(1, days // 3)
    if part == "early":
        return _Period(whole.first, whole.first + timedelta(days=third - 1), Precision.INTERVAL)
    if part == "middle":
        return _Period(whole.first + timedelta(days=third), whole.last - timedelta(days=third), Precision.INTERVAL)
    return _Period(whole.last - timedelta(days=third - 1), whole.last, Precision.INTERVAL)


def _framed(core: _Period, found: Found, published: date | None) -> _Period:  # noqa: PLR0911
    """The period that "since", "until", "before" make of another; as it is where publication is unknown."""
    if published is None or not found.frame:
        return core
    if found.frame == "since" and core.first <= published:
        return _Period(core.first, published, Precision.INTERVAL)
    if found.frame == "until" and core.last > published:
        return _Period(published, core.last, Precision.INTERVAL)
    if found.frame == "before":
        whole = found.part == "late" or core.precision is Precision.DAY
        last = core.last if whole else core.first - timedelta(days=1)
        if last > published:
            return _Period(published, last, Precision.INTERVAL)
        return _Period(date(1, 1, 1), core.first - timedelta(days=1), Precision.INTERVAL)
    if found.frame == "after" and core.last < published:
        return _Period(core.last, published, Precision.INTERVAL)
    return core
