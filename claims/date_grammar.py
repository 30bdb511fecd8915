"""The patterns of date expressions: what is said, not yet which days it means."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import regex

from claims.amounts import amounts_of
from claims.calendars import HIJRI_MONTHS, SOLAR_MONTHS, from_hijri, from_solar, month_names, weekday_names
from claims.closed import Closed
from claims.folding import folded
from claims.lexicon import words_of
from claims.lexicon.build import fold_pattern
from claims.lexicon.shape import Words
from claims.records import Comparator, Precision

_PARTS = ("early", "middle", "late")
_FRAMES = ("since", "until", "before", "after")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_DECADE_CENTURY = 1900


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One expression in folded offsets."""

    start: int
    end: int
    kind: str
    relative: bool = False
    year: int | None = None
    shift_year: int | None = None  #: the year counted from that of publication
    month: int | None = None
    day: int | None = None
    number: int | None = None
    unit: str = ""
    count: float = 0
    direction: int | None = None
    comparator: Comparator = Comparator.EXACT
    part: str = ""
    frame: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.INTERVAL


def _alternatives(names: "list[str] | dict[str, object] | set[str]") -> str:
    """The names as a pattern, longest first."""
    return (
        "|".join(regex.escape(name).replace("\\ ", " ") for name in sorted(names, key=lambda n: (-len(n), n))) or "(?!)"
    )


class _Grammar:
    """The compiled patterns of one language."""

    def __init__(self, words: Words, language: str) -> None:  # noqa: PLR0915 -- one statement a pattern
        self.words, self.language = words, language
        self.edge = "" if language in {"zh", "ja"} else r"(?!\w)"
        clitics = (words.clitics or "").replace("(?:ال)", "").replace("(?:[بلك]??)", "[بلك]?").replace("|لل", "")
        clitics = "(?:[وف]?[بلك]?)" if words.language == "ar" else clitics
        self.start = "" if language in {"zh", "ja"} else rf"(?<![\w])(?:{clitics})"
        months = month_names(language, words.months)
        self.months = {name: number for name, (number, _) in months.items()}
        self.weekdays = dict(weekday_names(language))
        for entry in filter(None, words.extra_weekdays.split(",")):
            name, number = entry.strip().rsplit(" ", 1)
            self.weekdays[folded(name)] = int(number)
        wide = {name for name, (_, written_out) in months.items() if written_out}
        any_month, wide_month = _alternatives(set(months)), _alternatives(wide)
        month = rf"(?P<m>{any_month})(?:\.?\s?/\s?(?:{any_month}))?"
        wide_only = rf"(?P<m>{wide_month})(?:\s?/\s?(?:{any_month}))?"
        ordinals = _alternatives(set(words.ordinals))
        digits = f"|{words.ordinal_digits}" if words.ordinal_digits else ""
        ordinal = rf"(?:(?P<o>{ordinals}){digits.replace('(', '(?P<od>', 1) if digits else ''}|(?P<oi>\d{{1,2}})\.?|(?P<or>[ivx]{{1,5}})(?:e|eme|er)?)"
        units = "|".join(f"(?P<u_{unit}>{folded(pattern)})" for unit, pattern in words.time_units.items()) or "(?!)"
        season = _alternatives(set(words.seasons))
        of = rf"(?:\s*(?:{words.of_date})\s*|\s+)*" if words.of_date else r"\s*"
        year_words = self._relative_years(words)
        y_before = rf"(?:(?:{words.year_before})\s+)?" if words.year_before else ""
        y_after = rf"(?:\s*(?:{words.year_after}){self.edge})?" if words.year_after else ""
        year = rf"(?:{y_before}(?P<y>\d{{4}}){y_after}|(?P<yr>{year_words}))"
        names = {
            "d": r"(?P<d>[0-3]?\d)", "m": month, "y": year, "w": f"(?P<w>{_alternatives(set(self.weekdays))})",
            "o": ordinal, "D": r"(?P<oi>[1-4])", "u": f"(?:{units})",
            "x": rf"(?:{units}|{wide_only}|(?P<w>{_alternatives(set(self.weekdays))})|(?P<season>{season}))",
        }  # fmt: skip
        build = self._builder(names)
        rules: list[tuple[str, regex.Pattern[str]]] = [
            ("numeric", regex.compile(r"(?<![\d./-])(?:(?P<y>\d{4})[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)|(?P<d2>[0-3]?\d)[-/.](?P<m2>[01]?\d)[-/.](?P<y2>\d{4}))(?![\d/-]|\.\d)")),
            ("span", regex.compile(r"(?<![\d.,/-])(?P<y>1\d{3}|20\d\d)\s?[-–—]\s?(?P<y2>1\d{3}|20\d\d|\d\d)(?![\d/-]|[.,]\d|\s?%)")),
        ]  # fmt: skip
        rules += [("order", build(order)) for order in words.date_orders]
        rules += [("quarter", build(p + of + "{y}")) for p in words.quarter] + [
            ("quarter", build(p)) for p in words.quarter
        ]
        rules += [("half", build(p + of + "{y}")) for p in words.half_year]
        rules += [("century", build(p)) for p in words.century]
        rules += [("decade", build(p)) for p in words.decade]
        if words.decade_words:
            rules.append(("decade_word", build(rf"(?P<dw>{_alternatives(set(words.decade_words))})")))
        if words.seasons:
            rules.append(("season", build(rf"(?P<season>{season}){of}{{y}}")))
        for direction, patterns in ((-1, words.last), (0, words.this), (1, words.next)):
            rules += [(f"shift{direction}", build(p)) for p in patterns]
        if words.day_words:
            rules.append(("days", build(rf"(?P<days>{_alternatives(set(words.day_words))})")))
        if self.weekdays and (words.month_needs or not self.edge):
            rules.append(("weekday", build("{w}")))
        if self.weekdays and words.month_needs:
            rules.append(
                (
                    "month",
                    regex.compile(
                        rf"(?<!\w)(?:{clitics})(?P<q>(?:(?:{folded(words.month_needs)})\s+){wide_only})(?!\w)".replace(
                            " ", r"\s+"
                        )
                    ),
                )
            )
        if words.year_before:
            strong = folded(words.year_before).replace(" ", r"\s+")
            rules.append(
                (
                    "year",
                    regex.compile(
                        rf"(?<!\w)(?:{clitics})(?P<q>(?:{strong})\s*(?P<y>\d{{3,4}}))(?![\w%]|[.,]\d|-\w)(?!\s*(?:%|\$|€|£))"
                    ),
                )
            )
        if words.year_after:
            rules.append(
                (
                    "year",
                    regex.compile(
                        rf"(?<![{chr(92)}w.,-])(?P<q>(?P<y>\d{{3,4}})\s*(?:{words.year_after})){self.edge}"
                        if self.edge
                        else rf"(?<![\d.,-])(?P<q>(?P<y>[12]\d{{3}})(?:{words.year_after}))"
                    ),
                )
            )
        rules.append(("bare", regex.compile(r"(?<![\w.,/$€£:#-])(?P<q>(?P<y>19\d\d|20\d\d))(?![\w%/:]|[.,]\d|-\w)")))
        if language in {"ar", "fa", "ur"}:
            hijri, solar = _alternatives(set(HIJRI_MONTHS)), _alternatives(set(SOLAR_MONTHS))
            rules.append(
                (
                    "hijri",
                    build(
                        rf"(?:(?P<d>[0-3]?\d) )?(?:من |شهر )*(?P<hm>{hijri})(?: (?:عام |سنة |لعام )?(?P<y>1[345]\d\d))(?:\s?ه(?:ـ|جريا?)?(?!\w))?"
                    ),
                )
            )
            rules.append(("hijri", build(r"(?P<hy>1[34]\d\d)\s?(?:هـ|ه|هجرية|هجري|للهجرة)")))
            if language == "fa":
                rules.append(
                    (
                        "solar",
                        build(
                            rf"(?:(?P<d>[0-3]?\d) )?(?:ماه )?(?P<sm>{solar})(?: ماه)?(?: (?:سال )?(?P<y>1[234]\d\d))"
                        ),
                    )
                )
                rules.append(("solar", build(r"سال (?P<y>1[234]\d\d)")))
        self.rules = rules
        self.year_phrases = self._year_phrases(words)
        self.parts = {
            "early": self._prefix(words.early, of), "middle": self._prefix(words.middle, of), "late": self._prefix(words.late, of),
        }  # fmt: skip
        self.frames = {
            "since": self._prefix(words.since, ""), "until": self._prefix(words.until, ""),
            "before": self._prefix(words.before_date, ""), "after": self._prefix(words.after_date, ""),
        }  # fmt: skip
        self.on = self._prefix(words.on_date, "")
        lead = "[وف]?" if words.language == "ar" else ""
        self.opens = {
            name: regex.compile(rf"{lead}(?:{folded(pattern or '(?!)')})(?!\w)".replace(" ", r"\s+"))
            for name, pattern in (
                ("since", words.since),
                ("until", words.until),
                ("before", words.before_date),
                ("after", words.after_date),
            )
        }
        self.bc = regex.compile(rf"\s*(?:{folded(words.before_christ) or '(?!)'})")
        self.unit = regex.compile(rf"(?<!\w)(?:{units}|{self._duals(words)})(?!\w)" if self.edge else rf"(?:{units})")
        self.ago = [self._around(p) for p in words.ago]
        self.ahead = [self._around(p) for p in words.ahead]
        self.past = [self._around(p) for p in words.past_n]
        self.comparators = [
            (regex.compile(rf"(?<!\w)(?:{clitics})(?P<q>{pattern})\s*$"), kind) for pattern, kind in words.before
        ]
        self.uncounted = (Closed(words.no_noun), Closed(words.verbs), Closed(words.born))
        self.compared = regex.compile(rf"(?:{'|'.join(pattern for pattern, _ in words.before) or '(?!)'})\s*$")

    def _builder(self, names: dict[str, str]):  # type: ignore[no-untyped-def] # noqa: ANN202 -- a closure over the names
        def build(pattern: str) -> "regex.Pattern[str]":
            """The pattern with its parts put in; names may stand twice, so later ones lose their label."""
            text = fold_pattern(pattern)
            for name, value in names.items():
                text = text.replace("{" + name + "}", value)
            text = _first_labels_only(text).replace(" ", r"\s+")
            return regex.compile(rf"{self.start}(?P<q>{text}){self.edge}")

        return build

    def _prefix(self, pattern: str, of: str) -> "regex.Pattern[str] | None":
        """Words that stand before an expression and belong to it."""
        if not pattern:
            return None
        text = folded(pattern).replace(" ", r"\s+")
        tail = of or r"\s*"
        lead = r"(?<!\w)" if self.edge else ""
        return regex.compile(rf"{lead}(?:{self.words.clitics or ''})(?P<q>{text})[-\s]*{tail}$")

    def _relative_years(self, words: Words) -> str:
        """Phrases for last, this and next year, for "in May of last year"."""
        unit = folded(words.time_units.get("year", "(?!)"))
        found = []
        for patterns in (words.last, words.this, words.next):
            for pattern in patterns:
                if "{x}" in pattern or "{u}" in pattern:
                    found.append(fold_pattern(pattern).replace("{x}", f"(?:{unit})").replace("{u}", f"(?:{unit})"))
        return "|".join(found) or "(?!)"

    def _year_phrases(self, words: Words) -> list[tuple["regex.Pattern[str]", int]]:
        """The same, one by one, with what they shift the year by."""
        unit = folded(words.time_units.get("year", "(?!)"))
        found = []
        for shift, patterns in ((-1, words.last), (0, words.this), (1, words.next)):
            for pattern in patterns:
                if "{x}" in pattern or "{u}" in pattern:
                    text = (
                        fold_pattern(pattern)
                        .replace("{x}", f"(?:{unit})")
                        .replace("{u}", f"(?:{unit})")
                        .replace(" ", r"\s+")
                    )
                    found.append((regex.compile(text), shift))
        return found

    def _duals(self, words: Words) -> str:
        """Units that hold their own two: شهرين."""
        return "|".join(f"(?P<dual_{unit}>{folded(pattern)})" for unit, pattern in words.dual_units.items()) or "(?!)"

    def _around(self, pattern: str) -> tuple["regex.Pattern[str] | None", "regex.Pattern[str] | None"]:
        """What must stand before and behind an amount with its unit."""
        before, _, after = fold_pattern(pattern).replace(" ", r"\s*" if not self.edge else r"\s+").partition("{n}")
        lead = r"(?<!\w)" if self.edge else ""
        comparator = "|".join(p for p, _ in self.words.before) or "(?!)"
        first = (
            regex.compile(rf"{lead}(?:{self.words.clitics or ''})(?P<q>{before})(?:(?:{comparator})\s*)?$")
            if before
            else None
        )
        second = regex.compile(rf"{after}{self.edge}") if after else None
        return first, second


def _first_labels_only(pattern: str) -> str:
    """The pattern with each group named once."""
    seen: set[str] = set()

    def keep(match: "regex.Match[str]") -> str:
        name = match.group(1)
        if name in seen:
            return "(?:"
        seen.add(name)
        return match.group(0)

    return regex.sub(r"\(\?P<(\w+)>", keep, pattern)


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(words_of(language), language)


def found_in(flat: str, text: str, language: str) -> list[Found]:
    """The time expressions of a folded text, longest first where they overlap, in text order."""
    grammar = _grammar(language.split("-", maxsplit=1)[0])
    hits: list[Found] = []
    for kind, pattern in grammar.rules:
        for match in pattern.finditer(flat):
            made = _read(kind, match, flat, grammar)
            if made is not None:
                hits.append(made)
    hits.extend(_counted(flat, text, grammar))
    hits.sort(key=lambda found: (_vague(found), -(found.end - found.start), found.start))
    kept: list[Found] = []
    for hit in hits:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    widened = [_widen(hit, flat, grammar) for hit in kept]
    return sorted((hit for hit in widened if hit is not None), key=lambda found: found.start)


def _vague(found: Found) -> bool:
    """Whether a fuller reading wins over it: a month or weekday alone, a bare year."""
    return (found.kind in {"month", "season"} and found.year is None and found.shift_year is None) or found.kind in {
        "weekday",
        "year",
    }


def _widen(hit: Found, flat: str, grammar: _Grammar) -> Found | None:
    """The expression with "mid-", "since" and "in" before it; None where it is before Christ."""
    if hit.kind in {"year", "century", "order"} and grammar.bc.match(flat, hit.end) and grammar.words.before_christ:
        return replace(hit, kind="bc")
    if hit.kind not in {"ago", "past", "ahead", "days", "weekday"}:
        for name, pattern in grammar.parts.items():
            ahead = pattern.search(flat, max(0, hit.start - 24), hit.start) if pattern else None
            if ahead:
                hit = replace(hit, part=name, start=ahead.start("q"))
                break
    if hit.kind in {"ago", "past", "ahead"}:
        return hit
    for name, pattern in grammar.frames.items():
        ahead = pattern.search(flat, max(0, hit.start - 24), hit.start) if pattern else None
        if ahead:
            return replace(hit, frame=name, start=ahead.start("q"))
        if pattern and hit.kind in {"year", "month"} and grammar.opens[name].match(flat, hit.start, hit.end):
            return replace(hit, frame=name)
    ahead = grammar.on.search(flat, max(0, hit.start - 16), hit.start) if grammar.on else None
    return replace(hit, start=ahead.start("q")) if ahead else hit


def _read(kind: str, match: "regex.Match[str]", flat: str, grammar: _Grammar) -> Found | None:  # noqa: C901, PLR0911, PLR0912 -- one branch a kind
    """What one match says."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    start, end = match.span("q") if "q" in match.re.groupindex else match.span()
    year, shift = _year(groups, grammar)
    named = groups.get("m", "")
    month = (int(named) if named.isdigit() else grammar.months.get(named)) if kind != "numeric" else None
    relative = shift is not None
    match kind:
        case "numeric":
            one = (
                int(groups.get("y") or groups["y2"]),
                int(groups.get("m") or groups["m2"]),
                int(groups.get("d") or groups["d2"]),
            )
            if one[1] > 12 and one[2] <= 12:
                one = one[0], one[2], one[1]
            return _given(start, end, *one)
        case "span":
            first, raw = int(groups["y"]), groups["y2"]
            last = int(raw) if len(raw) == 4 else first // 100 * 100 + int(raw)
            if not first < last <= first + 500:
                return None
            return Found(start=start, end=end, kind="span", first=date(first, 1, 1), last=date(last, 12, 31))
        case "order":
            day = int(groups["d"]) if "d" in groups else None
            if day is not None and not 1 <= day <= 31:
                return None
            known = year is not None or shift is not None
            if day is None:
                return Found(
                    start=start,
                    end=end,
                    kind="month",
                    year=year,
                    shift_year=shift,
                    month=month,
                    relative=relative or not known,
                )
            return Found(
                start=start,
                end=end,
                kind="day",
                year=year,
                shift_year=shift,
                month=month,
                day=day,
                relative=relative or not known,
            )
        case "quarter" | "half":
            number = _ordinal(groups, grammar)
            known = year is not None or shift is not None
            return (
                None
                if number is None
                else Found(
                    start=start,
                    end=end,
                    kind=kind,
                    year=year,
                    shift_year=shift,
                    number=number,
                    relative=relative or not known,
                )
            )
        case "century":
            number = _ordinal(groups, grammar)
            return None if number is None else Found(start=start, end=end, kind="century", number=number)
        case "decade":
            year = _decade(match.group(0))
            return None if year is None else Found(start=start, end=end, kind="decade", year=year)
        case "decade_word":
            return Found(
                start=start, end=end, kind="decade", year=_DECADE_CENTURY + grammar.words.decade_words[groups["dw"]]
            )
        case "season":
            return Found(
                start=start,
                end=end,
                kind="season",
                year=year,
                shift_year=shift,
                month=grammar.words.seasons[groups["season"]],
                relative=relative,
            )
        case "days":
            return Found(
                start=start, end=end, kind="days", count=grammar.words.day_words[groups["days"]], relative=True
            )
        case "weekday":
            return Found(start=start, end=end, kind="weekday", count=grammar.weekdays[groups["w"]], relative=True)
        case "month":
            return Found(start=start, end=end, kind="month", month=month, relative=True)
        case "year" | "bare":
            return _bare_year(kind, start, end, int(groups["y"]), flat, grammar)
        case "hijri":
            if "hy" in groups:
                found = from_hijri(int(groups["hy"]), None, None)
            else:
                found = from_hijri(
                    int(groups["y"]), HIJRI_MONTHS[groups["hm"]], int(groups["d"]) if "d" in groups else None
                )
            return _calendar(start, end, found, groups)
        case "solar":
            found = from_solar(
                int(groups["y"]), SOLAR_MONTHS.get(groups.get("sm", "")), int(groups["d"]) if "d" in groups else None
            )
            return _calendar(start, end, found, groups)
    return _shift(int(kind.removeprefix("shift")), start, end, groups, grammar) if kind.startswith("shift") else None


def _decade(text: str) -> int | None:
    """The first year of a decade in digits: "1990s", "90er Jahre", "20世纪90年代"."""
    han = regex.search(r"(\d{2})世纪(\d)0", text)
    if han:
        return (int(han.group(1)) - 1) * 100 + int(han.group(2)) * 10
    digits = regex.search(r"\d{2,4}", text)
    if digits is None:
        return None
    value = int(digits.group(0))
    return value if value > 100 else _DECADE_CENTURY + value


def _calendar(start: int, end: int, found: tuple[date, date] | None, groups: dict[str, str]) -> Found | None:
    """A day, month or year of another calendar as the interval it covers here."""
    if found is None:
        return None
    grain = (
        Precision.DAY if "d" in groups else Precision.MONTH if ("hm" in groups or "sm" in groups) else Precision.YEAR
    )
    return Found(start=start, end=end, kind="given", first=found[0], last=found[1], precision=grain)


def _given(start: int, end: int, year: int, month: int, day: int) -> Found | None:
    """A date in digits, if there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Found(start=start, end=end, kind="day", year=year, month=month, day=day)


def _bare_year(kind: str, start: int, end: int, year: int, flat: str, grammar: _Grammar) -> Found | None:
    """A year by itself, unless it counts something."""
    if grammar.language == "fa" and kind == "year" and 1300 <= year <= 1420:
        return None  # the rule for the solar calendar reads it
    if not (1000 <= year <= 2100 or (kind == "year" and year >= 100)):
        return None
    if grammar.words.before_christ and grammar.bc.match(flat, end):
        return Found(start=start, end=end, kind="year", year=year)
    word = regex.match(r"\s+([\p{L}\p{M}\u200c]+)", flat[end : end + 30])
    counted = word is not None and not any(one.fullmatch(word.group(1)) for one in grammar.uncounted)
    if kind == "bare" and (counted or grammar.compared.search(flat, max(0, start - 30), start)):
        return None
    if kind == "year" and year < 1000 and counted:
        return None
    return Found(start=start, end=end, kind="year", year=year)


def _year(groups: dict[str, str], grammar: _Grammar) -> tuple[int | None, int | None]:
    """The year stated, or its distance from that of publication."""
    if "y" in groups and groups["y"].isdigit():
        return int(groups["y"]), None
    if "yr" in groups:
        for pattern, shift in grammar.year_phrases:
            if pattern.fullmatch(groups["yr"]):
                return None, shift
    return None, None


def _ordinal(groups: dict[str, str], grammar: _Grammar) -> int | None:
    """The number of a quarter or century, in words, digits or Roman figures."""
    if "o" in groups:
        return grammar.words.ordinals.get(groups["o"])
    for name in ("od", "oi"):
        if groups.get(name, "").isdigit():
            return int(groups[name])
    roman = groups.get("or", "")
    if roman:
        values = [_ROMAN[char] for char in roman]
        return sum(
            -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
        )
    return None


def _shift(direction: int, start: int, end: int, groups: dict[str, str], grammar: _Grammar) -> Found | None:
    """Last, this or next year, month, Friday, January, summer."""
    if "w" in groups:
        return Found(
            start=start,
            end=end,
            kind="weekday",
            count=grammar.weekdays[groups["w"]],
            direction=direction,
            relative=True,
        )
    if "season" in groups:
        return Found(
            start=start,
            end=end,
            kind="season",
            month=grammar.words.seasons[groups["season"]],
            direction=direction,
            relative=True,
        )
    if "m" in groups:
        return Found(
            start=start,
            end=end,
            kind="month",
            month=grammar.months.get(groups["m"]),
            direction=direction,
            relative=True,
        )
    unit = next((name[2:] for name in groups if name.startswith("u_")), "")
    if not unit or unit == "hour" or (unit == "day" and direction == 0):
        return None
    return Found(start=start, end=end, kind="shift", unit=unit, count=direction, relative=True)


def _counted(flat: str, text: str, grammar: _Grammar) -> list[Found]:
    """So many days ago, within so many days, the last so many days."""
    if not (grammar.ago or grammar.past):
        return []
    ends = {amount.end: amount for amount in amounts_of(text, grammar.words.language)}
    made: list[Found] = []
    for match in grammar.unit.finditer(flat):
        groups = {name: value for name, value in match.groupdict().items() if value}
        label = next(iter(groups), "")
        unit = label.split("_", 1)[1]
        start, end, count = match.start(), match.end(), 1.0
        if label.startswith("dual_"):
            count = 2.0
        else:
            gap = regex.search(r"\s*(?:个|個)?$", flat[:start][-4:])
            at = start - len(gap.group(0)) if gap else start
            amount = ends.get(at)
            if amount is not None:
                start, count = amount.start, amount.value
            else:
                article = regex.search(
                    r"(?<!\w)(?:a|an|one|un|une|una|ein|eine|einem|einer|einen|bir|يك|один|одну)\s+$",
                    flat[max(0, start - 8) : start],
                )
                start = start - len(article.group(0)) if article else start
                if not article and grammar.language not in {"ar", "ru", "fa"}:
                    continue
        if grammar.words.before_christ and grammar.bc.match(flat, end):
            continue
        for half, value in grammar.words.halves_after.items():
            if flat.startswith(" " + half, end):
                end, count = end + 1 + len(half), count + value
                break
        for kind, frames in (("ago", grammar.ago), ("past", grammar.past), ("ahead", grammar.ahead)):
            for before, after in frames:
                first = before.search(flat, max(0, start - 40), start) if before else None
                second = after.match(flat, end) if after else None
                if (before and not first) or (after and not second):
                    continue
                opened = first.start("q") if first else start
                comparator = Comparator.EXACT
                for pattern, one in grammar.comparators:
                    hit = pattern.search(flat, max(0, start - 40), start)
                    if hit:
                        comparator, opened = one, min(opened, hit.start("q"))
                        break
                closed = second.end() if second else end
                made.append(
                    Found(
                        start=opened,
                        end=closed,
                        kind=kind,
                        unit=unit,
                        count=count,
                        comparator=comparator,
                        relative=True,
                    )
                )
                break
    return made
