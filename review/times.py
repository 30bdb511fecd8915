"""Days and moments as people read them; rows hold them as dates or, ready for JSON, as ISO text."""

from datetime import UTC, date, datetime


def when(moment: datetime | date | str | None) -> str:
    """A day, or a moment to the minute in UTC.

    >>> when("2025-03-28T09:05:30Z"), when(date(2025, 3, 28)), when(None)
    ('2025-03-28 09:05 UTC', '2025-03-28', '')
    """
    if not moment:
        return ""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment) if "T" in moment or " " in moment else date.fromisoformat(moment)
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return f"{moment:%Y-%m-%d %H:%M} UTC"
