"""The patterns of date expressions of one language, built from its words."""

from functools import cache

import regex

from claims.calendars import HIJRI_MONTHS, SOLAR_MONTHS, month_names, weekday_names
from claims.closed import Closed
from claims.date_pairs import HAN_DAYS, NOT_MORE, SHORT_YEAR, days_by_ordinal, first_labels_only, paired_rules
from claims.date_weekends import weekend_rules
from claims.folding import folded
from claims.lexicon import words_of
from claims.lexicon.build import fold_pattern
from claims.lexicon.figures import DAY_BEHIND_WEEKDAY, figures_of
from claims.lexicon.shape import Words
from claims.lexicon.units import COMMON_UNITS

#: what follows a decade and says again which century it was in
#: before three digits these words count more often than they date: "out for 104"
_COUNTING = r"(?!(?:for|of|to|and|by|with|between|beyond|through)\s+\d{3}(?!\d))"
_LAST_CENTURY = r"(?:(?: |'?\p{l}*)(?:of the last century|of the 20th century|прошлого века|xx века|du siècle dernier|del siglo pasado|des (?:vergangenen|letzten) jahrhunderts))?"  # noqa: E501
#: "depuis le mois de mai", "until at least Friday"
_ARTICLES = (
    r"(?:at\s+least\s+|al\s+menos\s+|au\s+moins\s+|mindestens\s+)?"
    r"(?:(?:the|le|la|les|l'|el|los|dem|den|der|das)(?:\s+|(?<=')))?"
)
_TIMES_OF_DAY = ("abend", "abends", "morgen", "mittag", "nachmittag", "vormittag", "nacht", "fruh")


def _alternatives(names: "list[str] | dict[str, object] | set[str]") -> str:
    """The names as a pattern, longest first."""
    return (
        "|".join(regex.escape(name).replace("\\ ", " ") for name in sorted(names, key=lambda n: (-len(n), n))) or "(?!)"
    )


class DateGrammar:
    """The compiled patterns of one language."""

    def __init__(self, words: Words, language: str) -> None:  # noqa: C901, PLR0912, PLR0915
        self.words, self.language, self.figures = words, language, figures_of(language)
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
        if language == "de":
            self.weekdays |= {name + part: number for name, number in self.weekdays.items() for part in _TIMES_OF_DAY}
        self.days = days_by_ordinal(words) if language == "ar" else HAN_DAYS if language == "zh" else {}
        if language == "fa":
            self.days = {name: number for name, number in words.ordinals.items() if number <= 31 and not name.endswith("ين")}  # noqa: E501  # fmt: skip
        wide = {name for name, (_, written_out) in months.items() if written_out}
        any_month, wide_month = _alternatives(set(months)), _alternatives(wide)
        month = rf"(?P<m>{any_month})(?:\.?\s?/\s?(?:{any_month})|\s?\((?:{any_month})\))?"
        wide_only = rf"(?P<m>{wide_month})(?:\s?/\s?(?:{any_month})|\s?\((?:{any_month})\))?"
        ordinals = _alternatives(set(words.ordinals))
        digits = f"|{words.ordinal_digits}" if words.ordinal_digits else ""
        ordinal = rf"(?:(?P<o>{ordinals}){digits.replace('(', '(?P<od>', 1) if digits else ''}|(?P<oi>\d{{1,2}})\.?|(?P<or>[ivx]{{1,5}})(?:e|eme|er)?)"  # noqa: E501
        units = "|".join(f"(?P<u_{unit}>{folded(pattern)})" for unit, pattern in words.time_units.items()) or "(?!)"
        season = _alternatives(set(words.seasons))
        of = rf"(?:\s*(?:{words.of_date})\s*|\s+)*" if words.of_date else r"\s*"
        year_words = self._relative_years(words)
        y_before = rf"(?:(?:{words.year_before})\s+)?" if words.year_before else ""
        y_after = rf"(?:\s*(?:{words.year_after}){self.edge})?" if words.year_after else ""
        year = rf"(?:{y_before}(?P<y>\d{{4}}){y_after}|(?P<yr>{year_words}))"
        names = {
            "d": rf"(?P<d>[0-3]?\d|{_alternatives(set(self.days))})", "m": month, "y": year, "w": f"(?P<w>{_alternatives(set(self.weekdays))})",  # noqa: E501
            "sm": f"(?P<sm>{_alternatives(set(SOLAR_MONTHS))})", "U": f"(?:{units}|(?P<season>{season}))", "o": ordinal, "D": r"(?P<oi>[1-4])", "u": f"(?:{units})",  # noqa: E501
            "x": rf"(?:{units}|{wide_only}|(?P<w>{_alternatives(set(self.weekdays))})|(?P<season>{season}))",
        }  # fmt: skip
        build = self._builder(names)
        rules: list[tuple[str, regex.Pattern[str]]] = [
            ("numeric", regex.compile(r"(?<![\d./-])(?:(?P<y>\d{4})[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)|(?P<d2>[0-3]?\d)[-/.](?P<m2>[01]?\d)[-/.](?P<y2>\d{4}))(?![\d/-]|\.\d)")),  # noqa: E501
            ("span", regex.compile(r"(?<![\d.,/-])(?P<y>1\d{3}|20\d\d)(?:\s?[-–—]\s?|(?P<slash>/))(?P<y2>1\d{3}|20\d\d|\d\d)(?![\d/-]|[.,]\d|\s?%)")),  # noqa: E501
        ]  # fmt: skip
        rules += [("order", build(order)) for order in words.date_orders]
        rules += [("quarter", build(p + of + "{y}")) for p in words.quarter] + [
            ("quarter", build(p)) for p in words.quarter
        ]
        rules += [("half", build(p + of + "{y}")) for p in words.half_year]
        rules += paired_rules(language, words, self.figures, build, wide_month, of)
        rules += [("century", build(p)) for p in words.century]
        rules += [("decade", build(p + _LAST_CENTURY)) for p in words.decade]
        if words.decade_words:
            tail = r"(?: (?:من )?القرن (?:الماضي|العشرين|الفائت))?" if language == "ar" else ""
            decades = rf"(?P<dw>{_alternatives(set(words.decade_words))})"
            rules.append(("decade_word", build(rf"{decades}{tail}")))
            if language == "ar":
                rules.append(("decade_word", build(rf"{decades} (?:من )?القرن (?:{{o}}|(?P<now>الحالي|الجاري))")))
        if words.seasons:
            rules.append(("season", build(rf"(?P<season>{season}){of}{{y}}")))
        if self.figures.season_alone or language == "ru":
            alone = (
                rf"(?:{self.figures.season_alone})\s*" if self.figures.season_alone else "(?=весной|летом|осенью|зимой)"
            )
            rules.append(("season", build(rf"{alone}(?P<season>{season})")))
        if self.figures.feasts:
            rules.append(("feast", build(rf"(?P<feast>{_alternatives(set(self.figures.feasts))})(?:{of}{{y}})?")))
        rules += [(f"end_{part}", build(p)) for part, p in self.figures.ends]
        rules += [("unplaced", build(p)) for p in self.figures.unplaced]
        rules += [("week_of", build(p)) for p in self.figures.week_of]
        rules += [(f"monthday{shift}", build(p)) for shift, p in self.figures.days_of]
        rules += weekend_rules(language, build)
        if self.figures.end_words:
            rules.append(("end_word", build(self.figures.end_words)))
        for direction, patterns in ((-1, words.last), (0, words.this), (1, words.next)):
            rules += [(f"shift{direction}", build(p)) for p in patterns]
        if words.day_words:
            rules.append(("days", build(rf"(?P<days>{_alternatives(set(words.day_words))})")))
        rules += [("monthday", build(p)) for p in self.figures.day_alone]
        if language in DAY_BEHIND_WEEKDAY:
            rules.append(("weekday_day", build(rf"{{w}}{DAY_BEHIND_WEEKDAY[language]}")))
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
            told = r"\d{4}|(?<=(?<!\w)(?:year|ano|annee|an|jahr|jahre)\s)\d{3}(?!\s\d)"
            short = r"\d{3,4}" if language in {"ar", "fa", "ur"} else told
            rules.append(
                (
                    "year",
                    regex.compile(
                        rf"(?<!\w)(?:{clitics})(?P<q>{_COUNTING}(?:{strong})\s*(?P<y>{short}))(?![\w%]|[.,]\d|-\w)(?!\s*(?:%|\$|€|£))"
                    ),
                )
            )
        if words.year_after:
            years, more = SHORT_YEAR.get(language, r"\d{3,4}"), NOT_MORE.get(language, "")
            rules.append(
                (
                    "year",
                    regex.compile(
                        rf"(?<![{chr(92)}w.,-])(?P<q>(?P<y>{years})\s*(?:{words.year_after})){self.edge}{more}"
                        if self.edge
                        else rf"(?<![\d.,-])(?P<q>(?P<y>[12]\d{{3}})(?:{words.year_after}))"
                    ),
                )
            )
        glued = r"(?:(?<=(?<!\w)و)|(?<![\w.,/$€£:#-]))" if language == "ar" else r"(?<![\w.,/$€£:#-])"
        bare = glued + r"(?P<q>(?P<y>1\d\d\d|20\d\d))(?![\w%/:]|[.,]\d|-\w)" + NOT_MORE.get(language, "")
        rules.append(("bare", regex.compile(bare)))
        if language in {"ar", "fa", "ur"}:
            hijri, solar = _alternatives(set(HIJRI_MONTHS)), _alternatives(set(SOLAR_MONTHS))
            rules.append(
                (
                    "hijri",
                    build(
                        rf"(?:(?P<d>[0-3]?\d) )?(?:من |شهر )*(?P<hm>{hijri})(?: (?:عام |سنة |لعام )?(?P<y>1[345]\d\d))(?:\s?ه(?:ـ|جريا?)?(?!\w))?"  # noqa: E501
                    ),
                )
            )
            rules.append(("hijri", build(r"(?P<hy>1[34]\d\d)\s?(?:هـ|ه|هجرية|هجري|للهجرة)")))
            if language == "fa":
                rules.append(
                    (
                        "solar",
                        build(
                            rf"(?:{{d}} )?(?:ماه )?(?P<sm>{solar})(?:[ \u200c]?ماه)?,?(?: (?:سال )?(?P<y>1[234]\d\d))"
                        ),
                    )
                )
                rules.append(("solar", build(r"(?:سال|متولد) (?P<y>1[234]\d\d)(?: (?:هجری )?(?:خورشیدی|شمسی))?")))
                told = r"(?: (?P<sy>امسال|سال جاری|سال گذشته|پارسال|سال آینده|گذشته|آینده))?"
                rules.append(("solar_near", build(rf"{{d}} (?:ماه )?(?P<sm>{solar})(?:[ \u200c]?ماه)?{told}")))
                rules.append(("solar_near", build(rf"(?P<sm>{solar})[ \u200c]?ماه{told}")))
                rules.append(("solar_near", build(rf"(?P<sm>{solar})(?:[ \u200c]?ماه)?{told[:-1]}")))
        self.rules = rules
        self.year_phrases = self._year_phrases(words)
        self.parts = {
            "early": self._prefix(words.early, of), "middle": self._prefix(words.middle, of), "late": self._prefix(words.late, of),  # noqa: E501
        }  # fmt: skip
        self.frames = {
            "onward": self._prefix(words.onward, _ARTICLES),
            "since": self._prefix(words.since, _ARTICLES), "until": self._prefix(words.until, _ARTICLES),
            "before": self._prefix(words.before_date, _ARTICLES), "after": self._prefix(words.after_date, _ARTICLES),
        }  # fmt: skip
        self.part_opens = {
            name: regex.compile(rf"(?:{folded(pattern or '(?!)')})[-\s]".replace(" ", r"\s+"))
            for name, pattern in (("early", words.early), ("middle", words.middle), ("late", words.late))
        }
        self.year_behind = regex.compile(rf"\s*(?:{words.year_after or '(?!)'})")
        self.measured = regex.compile(
            rf"\s*(?:{'|'.join(pattern for pattern, *_ in (*words.units, *COMMON_UNITS))}){self.edge}"
        )
        self.told_by_year = Closed(
            words.born
            + (r"|ge\p{l}+(?:t|en)|(?:be|ver|er|ent|zer)\p{l}+(?:t|en)|\p{l}+iert" if language == "de" else "")
        )
        self.on = self._prefix(words.on_date, "")
        lead = "[وف]?" if words.language == "ar" else ""
        self.opens = {
            name: regex.compile(rf"{lead}(?:{folded(pattern or '(?!)')})(?!\w)".replace(" ", r"\s+"))
            for name, pattern in (
                ("since", words.since),
                ("onward", words.onward),
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
        self.uncounted = (
            Closed(words.no_noun),
            Closed(words.verbs, words.verb_test),
            self.told_by_year,
            Closed(self.figures.year_ahead),
        )
        self.compared = regex.compile(rf"(?:{'|'.join(pattern for pattern, _ in words.before) or '(?!)'})\s*$")

    def _builder(self, names: dict[str, str]):  # type: ignore[no-untyped-def] # noqa: ANN202 -- a closure over the names
        def build(pattern: str) -> "regex.Pattern[str]":
            """The pattern with its parts put in; names may stand twice, so later ones lose their label."""
            text = fold_pattern(pattern)
            for name, value in names.items():
                text = text.replace("{" + name + "}", value)
            text = first_labels_only(text).replace(" ", r"\s+")
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
                if "{x}" in pattern or "{u}" in pattern or self.language == "fa":
                    found.append(fold_pattern(pattern).replace("{x}", f"(?:{unit})").replace("{u}", f"(?:{unit})"))  # noqa: PERF401
        return "|".join(found) or "(?!)"

    def _year_phrases(self, words: Words) -> list[tuple["regex.Pattern[str]", int]]:
        """The same, one by one, with what they shift the year by."""
        unit = folded(words.time_units.get("year", "(?!)"))
        found = []
        for shift, patterns in ((-1, words.last), (0, words.this), (1, words.next)):
            for pattern in patterns:
                if "{x}" in pattern or "{u}" in pattern or self.language == "fa":
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


@cache
def date_grammar_of(language: str) -> DateGrammar:  # noqa: D103
    return DateGrammar(words_of(language), language)
