"""Text -> the dates and periods that it states, as intervals with their grain."""

from datetime import date, timedelta
from functools import lru_cache

from claims.date_frames import GONE, placed
from claims.date_grammar import Found, found_in
from claims.date_names import comes_again, in_name, in_person
from claims.date_open import day_of_month, nearest_day, nth, weekday_of, year_of_month, year_of_season
from claims.date_periods import Period, add_months, around, interval, month_of, moved, third_of, week_of, whole
from claims.date_solar import solar_period
from claims.date_weekends import weekend_of
from claims.folding import fold
from claims.records import Comparator, Precision, TimeExpression

#: grains whose end, told as "until", says nothing of their beginning
_LONG = frozenset({Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY})


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
    return any(found.relative and found.kind not in {"month", "season", "week_of"} for found in _found(text, language))


def absolute_and_relative_spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where times stand, in the offsets of the folded text, whether or not they can be placed."""
    kept, named = _told(text, language)
    return tuple((found.start, found.end) for found in (*kept, *named))


def _found(text: str, language: str) -> tuple[Found, ...]:
    return _told(text, language)[0]


@lru_cache(maxsize=512)
def _told(text: str, language: str) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The dates of a text, and those that only name something."""
    source = fold(text)
    flat, tag = source.text, language.split("-", maxsplit=1)[0]
    every = found_in(flat, text, language)
    named = tuple(one for one in every if in_name(one, flat, tag))
    told = (
        placed(one, flat, source, text, tag, tuple(every))
        for one in every
        if one not in named and not comes_again(one, flat, tag) and not in_person(one, source, text, tag)
    )
    return tuple(one for one in told if one is not None), named


def _resolve(found: Found, published: date | None) -> Period | None:
    """The interval of one expression; None where it cannot be placed or does not exist."""
    try:
        core = _core(found, published)
    except (ValueError, OverflowError):
        return None
    if core is None:
        return None
    if found.part:
        core = third_of(core, found.part)
    return _framed(core, found, published)


def _core(found: Found, published: date | None) -> Period | None:  # noqa: C901, PLR0911, PLR0912 -- one branch a kind
    """The period named, without "since" and "mid-"."""
    year, month, day = found.year, found.month, found.day
    if found.kind in {"solar", "solar_season"}:
        return solar_period(found, published)
    if found.shift_year is not None:
        if published is None:
            return None
        year = published.year + found.shift_year
    match found.kind:
        case "range":
            return _between(found, published)
        case "length":
            return _up_to(found, published)
        case "span":
            return interval(found.first, found.last) if found.first and found.last else None
        case "given":
            return Period(found.first, found.last, found.precision) if found.first and found.last else None
        case "day":
            if year is None or month is None or day is None:
                return nearest_day(published, month, day, found) if published and month and day else None
            return Period(date(year, month, day), date(year, month, day), Precision.DAY)
        case "month":
            if month is None:
                return None
            if year is None:
                if published is None:
                    return None
                year = year_of_month(published, month, found.direction, found.frame)
                if year is None:
                    return None
            return month_of(year, month)
        case "nth":
            return nth(found, year, published)
        case "quarter" | "half":
            if year is None:
                year = published.year if published else None
            if year is None or found.number is None:
                return None
            length = 3 if found.kind == "quarter" else 6
            if not 1 <= found.number <= 12 // length:
                return None
            first = date(year, (found.number - 1) * length + 1, 1)
            if found.year is None and found.shift_year is None and published is not None:
                first = _of_the_nearest_year(first, length, published, ahead=(found.direction or 0) > 0)
            return Period(
                first,
                add_months(first, length) - timedelta(days=1),
                Precision.QUARTER if length == 3 else Precision.INTERVAL,
            )
        case "week_of":
            if month is None or found.number is None:
                return None
            if year is None:
                if published is None:
                    return None
                year = year_of_month(published, month, found.direction, found.frame)
                if year is None:
                    return None
            return week_of(month_of(year, month), found.number)
        case "season":
            if month is None:
                return None
            if year is None:
                if published is None:
                    return None
                year = year_of_season(published, month, found.direction)
            first = date(year, month, 1)
            return Period(first, add_months(first, 3) - timedelta(days=1), Precision.QUARTER)
        case "year":
            return None if year is None else Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
        case "decade":
            return None if year is None else Period(date(year, 1, 1), date(year + 9, 12, 31), Precision.DECADE)
        case "century":
            if found.number is None or not 1 <= found.number <= 30:
                return None
            return Period(date((found.number - 1) * 100 + 1, 1, 1), date(found.number * 100, 12, 31), Precision.CENTURY)
    return _relative(found, published) if published else None


def _up_to(found: Found, published: date | None) -> Period | None:
    """So many weeks, months or years up to a date: of those that are over, where its year is not told."""
    end = _resolve(found.ends[0], published) if found.ends else None
    if end is None:
        return None
    last = end.last
    if found.relative and published is not None and last > published:
        last = add_months(last + timedelta(days=1), -12) - timedelta(days=1)
    behind = last + timedelta(days=1)
    if found.unit == "week":
        return interval(behind - timedelta(weeks=int(found.count)), last)
    return interval(add_months(behind, -int(found.count) * (12 if found.unit == "year" else 1)), last)


def _between(found: Found, published: date | None) -> Period | None:
    """From the first day of one date to the last of another."""
    if found.ends is None:
        return None
    first, last = (_core(one, published) for one in found.ends)
    turned = found.direction == GONE or found.ends[0].direction == 1
    if first and last and last.last <= first.first and turned and first.precision is Precision.MONTH:
        first = month_of(first.first.year - 1, first.first.month)  # "it rose from March to July", told in June
    if first is None or last is None or last.last <= first.first:
        return None
    return interval(first.first, last.last)


def _relative(found: Found, published: date) -> Period | None:  # noqa: C901, PLR0911
    """Periods counted from the day of publication."""
    unit, count = found.unit, found.count
    match found.kind:
        case "days":
            day = published + timedelta(days=int(count))
            return Period(day, day, Precision.DAY)
        case "monthday" | "weekday_day":
            return day_of_month(found, published)
        case "weekend":
            return weekend_of(found, published)
        case "weekday":
            return weekday_of(found, published)
        case "shift":
            return whole(published, unit, int(count), solar=found.solar)
        case "end":
            return whole(published, unit, 0, solar=found.solar)
        case "past":
            return interval(moved(published, unit, -count), published)
        case "ago":
            return _ago(found, published)
        case "ahead":
            if found.comparator in {Comparator.LESS_THAN, Comparator.AT_MOST}:
                return interval(published, moved(published, unit, count))
            return around(moved(published, unit, count), unit)
    return None


def _ago(found: Found, published: date) -> Period | None:
    """So long ago: the whole day, month or year; bounds where a comparator stands; None before there were years."""
    day = moved(published, found.unit, -found.count)
    if day <= date(1, 1, 1):
        return None
    match found.comparator:
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return interval(day, published)
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return interval(date(1, 1, 1), day)
        case Comparator.ABOUT:
            wide = max(found.count * 0.15, 0.5)
            return Period(
                moved(published, found.unit, -(found.count + wide)),
                moved(published, found.unit, -(found.count - wide)),
                Precision.INTERVAL,
            )
    return around(day, found.unit, solar=found.solar)


def _of_the_nearest_year(first: date, months: int, published: date, *, ahead: bool) -> date:
    """The part of a year that passed last or is passing, or the one to come."""
    if ahead and add_months(first, months) <= published:
        return first.replace(year=first.year + 1)
    return first.replace(year=first.year - 1) if not ahead and first > published else first


def _framed(core: Period, found: Found, published: date | None) -> Period:  # noqa: PLR0911
    """The period that "since", "until", "before" make of another; as it is where publication is unknown."""
    if published is None or not found.frame:
        return core
    if found.frame == "since" and core.first <= published:
        return interval(core.first, published)
    if found.frame == "onward":
        return interval(core.first, date(9999, 12, 31) if core.first > published else published)
    if found.frame == "until" and core.last > published:
        return interval(published, core.last)
    if found.frame == "until" and core.precision in _LONG:
        return interval(date(1, 1, 1), core.last)
    if found.frame == "before":
        whole = found.part == "late"
        last = (
            core.last
            if whole
            else core.first + (core.last - core.first) / 2
            if found.part == "middle"
            else core.first - timedelta(days=1)
        )
        if last >= published:
            return interval(published, last)
        return interval(date(1, 1, 1), core.first - timedelta(days=1))
    if found.frame == "after":
        if core.last < published:
            return interval(core.last, published)
        return interval(core.last + timedelta(days=1), date(9999, 12, 31)) if core.last.year < 9999 else core
    return core
