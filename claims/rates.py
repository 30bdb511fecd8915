"""Measures told by the second, hour or day: a speed or a flow, and no length or volume."""

from functools import cache

import regex

_PER = {"second": 1.0, "minute": 60.0, "hour": 3600.0}
_MEASURES = frozenset({"length", "volume", "mass", "data"})
#: language -> what joins measure and time behind it, and the times by name
_BEHIND = {
    "en": (r"(?:per|an|a|every)\s+", "seconds?", "minutes?", "hours?", "days?", "years?"),
    "fr": (r"(?:par\s+|a\s+l'\s?|-|/|(?=heure))", "secondes?", "minutes?", "heures?", "jours?", "ans?"),
    "es": (r"(?:por|a\s+la|al)\s+", "segundos?", "minutos?", "horas?", "dias?", "anos?"),
    "de": (r"(?:pro|je|in\s+der|in\s+einer|am)\s+", "sekunde", "minute", "stunde", "tag", "jahr"),
    "ru": (r"(?:в|за)\s+", r"секунду", r"минуту", r"час", r"сутки|день", r"год"),
    "fa": (r"(?:در|بر)\s+(?:هر\s+)?", "ثانيه", "دقيقه", "ساعت", "روز", "سال"),
    "ar": (r"(?:في|ب)\s*", "الثانيه", "الدقيقه", "الساعه", "اليوم", "السنه"),
    "zh": (r"[每/]", "秒", "分钟?", "小时", "天|日", "年"),
}
_AHEAD = {
    "tr": (
        r"(?<!(?:\d|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|son|birkac)\s)(?:{t})\s+(?:\p{{L}}+\s+)?$",
        "saniyede",
        "dakikada",
        "saatte",
        "gunde",
        "yilda",
    ),
    "zh": (r"(?:{t})(?:可?达到?|为|约|高达|超过|近)?$", "每秒钟?", "每分钟?", "时速|每小时", "每天|每日", "每年"),
}
_NAMES = ("second", "minute", "hour", "day", "year")


@cache
def _patterns(language: str) -> tuple[tuple["regex.Pattern[str]", str, bool], ...]:
    made = []
    if language in _BEHIND:
        joint, *times = _BEHIND[language]
        edge = "" if language == "zh" else r"(?!\w)"
        made += [
            (regex.compile(rf"\s*{joint}(?:{time}){edge}"), name, True)
            for time, name in zip(times, _NAMES, strict=True)
        ]
    if language in _AHEAD:
        shape, *times = _AHEAD[language]
        made += [(regex.compile(shape.format(t=time)), name, False) for time, name in zip(times, _NAMES, strict=True)]
    return tuple(made)


def rate_of(
    flat: str, language: str, span: tuple[int, int], unit: str, dimension: str
) -> tuple[str, str, float, int, int] | None:
    """Unit, dimension, factor, start and end of a measure told by a time; None where no time belongs to it.

    >>> rate_of("110 kilometres per hour", "en", (0, 14), "m", "length")
    ('km/h', 'speed', 0.001, 0, 23)
    """
    if dimension not in _MEASURES:
        return None
    start, end = span
    for pattern, time, behind in _patterns(language):
        match = pattern.match(flat, end) if behind else pattern.search(flat, max(0, start - 16), start)
        if match is None:
            continue
        first, last = (start, match.end()) if behind else (match.start(), end)
        if unit == "m" and time in _PER:
            return "km/h", "speed", 3.6 / _PER[time], first, last
        return f"{unit}/{time}", "rate", 1.0, first, last
    return None
