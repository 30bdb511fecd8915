"""Patterns of dates told by two names: months of one period, weeks of a month, weekdays of a week, seasons."""

from collections.abc import Callable

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.lexicon.figures import Figures
from claims.lexicon.shape import Words

YEAR_FIRST = frozenset({"tr", "zh", "ja"})
HAN_DAYS = {
    ("" if n < 10 else "十" if n < 20 else "二十" if n < 30 else "三十")
    + ("〇一二三四五六七八九"[n % 10] if n % 10 else ""): n
    for n in range(1, 32)
}
#: three digits are a year only beside the word for it
SHORT_YEAR = {"tr": r"\d{4}|\d{3}(?=\s*yil)", "ru": r"\d{4}|\d{3}(?=\s*год)"}
NOT_MORE = {"tr": r"(?!'?(?:[dt][ae]n)?\s+(?:fazla|az|cok)(?!\w))"}  #: "2000'den fazla" counts
#: what joins "the second week" and its month
_NTH = {"en": "(?:of|in) ", "fr": "(?:de |d')", "es": "de ", "de": "(?:im |des )?", "ru": ""}
#: "the second half" of a year, which without one may be that of a match
_HALF_OF = {
    "fr": r"(?:la |le )?{o} moitié", "es": r"(?:la )?{o} mitad", "de": r"(?:der |die )?{o} (?:jahres)?hälfte",
    "ru": r"{o} половин\p{l}{1,2}",
}  # fmt: skip
_HALVES = frozenset({"de", "es", "fr", "ru", "zh"})
_HAN = (
    ("span", r"(?<![\d.,/-])(?P<y>1\d{3}|20\d\d)\s?年?\s?(?:[-–—~]|至|到)\s?(?P<y2>1\d{3}|20\d\d)(?=\s?年)"),
    (
        "year",
        r"(?<![\d.,-])(?P<q>(?P<y>20\d\d|19\d\d))(?=世界杯|奥运|赛季|财年|欧洲杯|亚运|大选|世锦赛|[巴北东伦][黎京敦])",
    ),
)
Rule = tuple[str, "regex.Pattern[str]"]


def paired_rules(
    language: str, words: Words, figures: Figures, build: Callable[[str], "regex.Pattern[str]"], month: str, of: str
) -> list[Rule]:
    """The rules of a language for dates that two names tell; `month` is the pattern of a month's name."""
    rules: list[Rule] = []
    if language in _HALVES:  # elsewhere the first half may be that of a match
        rules += [("half", build(p)) for p in words.half_year]
    rules += (
        [("months", pattern) for pattern in _months_between(figures, month)] if language not in {"zh", "ja"} else []
    )
    if language in _HALF_OF:
        rules.append(("half", build(_HALF_OF[language] + of + "{y}")))
    if language == "tr":
        rules.append(("half", build(r"(?:{y}|(?P<ty>yılın)) {o} yarı\p{l}*")))
    if language in YEAR_FIRST and words.seasons:
        names = "|".join(sorted(words.seasons, key=len, reverse=True))
        rules.append(("season", build(rf"{{y}}\s*的?(?P<season>{names})")))
    if language == "zh":
        rules += [(kind, regex.compile(pattern)) for kind, pattern in _HAN]
        rules += [(f"week{by}", build(ahead + "{w}")) for by, ahead in ((-1, "上"), (0, "[本这]"), (1, "下"))]
    if language in _NTH:
        part = rf"(?:{{w}}|(?P<week>{folded(words.time_units['week'])}))"
        rules.append(("nth", build(rf"{{o}} {part} {_NTH[language]}{{m}}(?:{of}{{y}})?")))
    if figures.past_one:
        rules.append(("past_one", build(figures.past_one)))
    return rules


def _months_between(figures: Figures, month: str) -> "list[regex.Pattern[str]]":
    """Two months of one period, "from March to May": the second has no word before it that makes it a date."""
    made = []
    twice = rf"(?:\s?/\s?(?:{month}))?"  # "آذار/مارس"
    of_year = r"(?:de|del|of|des\s+jahres|من|(?:من\s+)?(?:عام|سنه))"
    year = rf"(?:\s+(?:{of_year}\s+)?(?P<y>(?:19|20)(?!00)\d\d)(?:\s+год\p{{l}}*)?)?"
    no_year = r"(?!\s+(?:من\s+)?ال(?:عام|سنه))"  # "من العام الماضي": the second month has its year
    for before, mid, behind in figures.spans:
        gap = r"\s*" if mid == "و" else r"\s+"
        months = rf"(?P<m>{month}){twice}\s+(?:{mid}){gap}(?P<m2>{month}){twice}"
        if before and mid and not behind:
            made.append(regex.compile(rf"(?<!\w)[وف]?(?P<q>(?:{before})\s+(?:شهري\s+)?{months}{year})(?!\w){no_year}"))
        elif mid and behind and not before:
            made.append(regex.compile(rf"(?<!\w)(?P<q>{months}{behind})(?!\w)"))
    return made


def first_labels_only(pattern: str) -> str:
    """The pattern with each group named once."""
    seen: set[str] = set()

    def keep(match: "regex.Match[str]") -> str:
        name = match.group(1)
        if name in seen:
            return "(?:"
        seen.add(name)
        return match.group(0)

    return compiled(r"\(\?P<(\w+)>").sub(keep, pattern)


def days_by_ordinal(words: Words) -> dict[str, int]:
    """Arabic days of the month in words: الثاني, الحادي والعشرين."""
    made = {
        name: number
        for name, number in words.ordinals.items()
        if number <= 31 and name.startswith("ال") and not name.split()[0].endswith(("ه", "اولي"))
    }
    return {**made, "الثلاثين": 30}
