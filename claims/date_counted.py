"""So many days ago, within so many days, the last so many days."""

from datetime import date

import regex

from claims.amount import Amount
from claims.amounts import amounts_of
from claims.calendars import HIJRI_MONTHS
from claims.closed import compiled
from claims.date_found import Found
from claims.date_patterns import DateGrammar
from claims.records import Comparator, Precision

_HIJRI = frozenset(name.split()[0] for name in HIJRI_MONTHS)
_SEVERAL = regex.compile("ايام|اسابيع|اشهر|شهور|سنوات|سنين|اعوام|عقود|قرون|ساعات")
_YEAR_AHEAD = regex.compile(r"(?<!\w)[وفبل]?(?:ال)?(?P<q>(?:عام|سنه)\s+)$")


def years_in_words(flat: str, text: str, grammar: DateGrammar) -> list[Found]:
    """Years that Arabic writes out: "عام ألف وتسعمئة وثمانية وأربعين"."""
    if grammar.language != "ar":
        return []
    made = []
    for amount in amounts_of(text, "ar"):
        ahead = _YEAR_AHEAD.search(flat, max(0, amount.start - 8), amount.start)
        if ahead and amount.in_words and 1100 < amount.value <= 2100 and amount.value % 1 == 0:
            first, last = date(int(amount.value), 1, 1), date(int(amount.value), 12, 31)
            made.append(Found(start=ahead.start("q"), end=amount.end, kind="given", first=first, last=last, precision=Precision.YEAR))  # noqa: E501  # fmt: skip
    return made


#: what a part of a long time is counted in: half a century ago was fifty years ago
_SMALLER = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12)}
_OF_A = regex.compile(r"\s+(?:(?:of\s+)?an?|de)\s+$|-$")


def _part_before(flat: str, start: int, ends: dict[int, Amount]) -> Amount | None:
    """The fraction before a unit with an article: "half a century", "un quart de siècle"."""
    joint = _OF_A.search(flat, max(0, start - 9), start)
    amount = ends.get(joint.start()) if joint else None
    return amount if amount is not None and amount.fraction and amount.value < 1 else None


def _in_years(unit: str, count: float) -> tuple[str, float]:
    """Part of a century as years, so that it is placed in one year."""
    smaller, by = _SMALLER.get(unit, (unit, 1)) if count < 1 else (unit, 1)
    return smaller, count * by


def _names_it(flat: str, end: int, grammar: DateGrammar) -> bool:
    """Whether a unit without a number is named by the word behind it."""
    word = compiled(r"\s+(?P<w>\p{L}+|\d)").match(flat[end : end + 24])
    return word is not None and (
        word.group("w") in grammar.months
        or word.group("w") in _HIJRI
        or compiled(r"\d|ال(?!م(?:اض|قبل|نصرم)|ان(?!\w))").match(word.group("w")) is not None
    )


def counted_in(flat: str, text: str, grammar: DateGrammar) -> list[Found]:  # noqa: C901, PLR0912
    """So many days ago, within so many days, the last so many days."""
    if not (grammar.ago or grammar.past):
        return []
    ends = {amount.end: amount for amount in amounts_of(text, grammar.words.language)}
    made: list[Found] = []
    for match in grammar.unit.finditer(flat):
        groups = {name: value for name, value in match.groupdict().items() if value}
        label = next(iter(groups), "")
        unit = label.split("_", 1)[1]
        start, end, count, amount, more = match.start(), match.end(), 1.0, None, False
        if label.startswith("dual_"):
            count = 2.0
        else:
            gap = compiled(r"\s*(?:多|余|来)?(?:个|個)?$").search(flat[:start][-4:])
            at = start - len(gap.group(0)) if gap else start
            more = flat[at : at + 1] in {"多", "余"}
            amount = ends.get(at) or _part_before(flat, start, ends)
            if amount is not None:
                start, count = amount.start, amount.value
                unit, count = _in_years(unit, count) if amount.fraction else (unit, count)
                if grammar.language == "zh" and unit == "year" and count >= 1000:
                    continue  # 2030年前: before that year
            else:
                article = compiled(
                    r"(?<!\w)(?:a|an|one|un|une|una|ein|eine|einem|einer|einen|bir|يك|один|одну)\s+$"
                ).search(
                    flat[max(0, start - 8) : start],
                )
                start = start - len(article.group(0)) if article else start
                if not article and grammar.language not in {"ar", "ru", "fa"}:
                    continue
        if grammar.words.before_christ and grammar.bc.match(flat, end):
            continue
        if count == 1.0 and amount is None and _SEVERAL.fullmatch(match.group(0)):
            continue  # "قبل سنوات": how many is not told
        if amount is None and count == 1.0 and grammar.language == "ar" and _names_it(flat, end, grammar):
            continue  # "منذ يوم الأحد", "قبل شهر رمضان"
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
                comparator = Comparator.MORE_THAN if more else Comparator.EXACT
                for pattern, one in grammar.comparators:
                    hit = pattern.search(flat, max(0, start - 40), start)
                    if hit:
                        comparator, opened = one, min(opened, hit.start("q"))
                        break
                closed = second.end() if second else end
                if kind == "ahead" and comparator is Comparator.EXACT and flat[closed - 1] == "内":
                    comparator = Comparator.AT_MOST
                made.append(
                    Found(
                        start=opened,
                        end=closed,
                        kind=kind,
                        unit=unit,
                        count=count,
                        comparator=comparator,
                        relative=True,
                        solar=grammar.language == "fa" and unit in {"month", "year"},
                    )
                )
                break
    return made
