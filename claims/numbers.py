"""Text -> the quantities that it states, with bounds, unit and the noun counted. A year is a time, never a quantity."""

from functools import cache

import regex

from claims.amounts import Amount, amounts_of
from claims.closed import Closed
from claims.dates import absolute_and_relative_spans
from claims.folding import Folded, fold
from claims.lexicon import words_of
from claims.lexicon.shape import Words
from claims.lexicon.units import COMMON_UNITS, SIGNS_AFTER, SIGNS_BEFORE
from claims.records import Comparator, Quantity

_BOUNDS = {
    Comparator.EXACT: (1.0, 1.0), Comparator.ABOUT: (0.9, 1.1),
    Comparator.MORE_THAN: (1.0, float("inf")), Comparator.AT_LEAST: (1.0, float("inf")),
    Comparator.LESS_THAN: (float("-inf"), 1.0), Comparator.AT_MOST: (float("-inf"), 1.0),
}  # fmt: skip
_WORD = regex.compile(r"\s+([\p{L}\p{M}\u200c]+(?:[-'][\p{L}\p{M}]+)*)")
_HAN_NOUN = regex.compile(r"\s*([个名位家座辆艘枚项次台部条篇种张所支届岁人天小])?(\p{Han}{1,4})?")
_BARE_HAN = frozenset("一二三四首")
_DASH = regex.compile(r"\s*[-–—]\s*")


class _Grammar:
    """The patterns of one language, compiled once."""

    def __init__(self, words: Words) -> None:
        before = [(pattern, kind) for pattern, kind in words.before if pattern]
        self.before = [(regex.compile(rf"(?<!\w)(?:{words.clitics})(?P<q>{pattern})(?:\s+(?:{words.determiner or '(?!)'}))?\s*(?:[-:]\s*)?$" if words.clitics  # noqa: E501
                                      else (rf"(?P<q>{pattern})\s*$" if words.language == "zh" else rf"(?<!\w)(?P<q>{pattern})(?:\s+(?:{words.determiner or '(?!)'}))?\s*$")), kind) for pattern, kind in before]  # fmt: skip  # noqa: E501
        self.before_any = regex.compile(rf"(?:{'|'.join(p for p, _ in before) or '(?!)'})")
        self.after = [(regex.compile(rf"\s*(?:{pattern})(?!\w)"), kind) for pattern, kind in words.after]
        units = [*words.units, *COMMON_UNITS]
        edge = "" if words.language == "zh" else r"(?!\w)"
        self.units = [
            (regex.compile(rf"\s*(?:[-]\s*)?(?:{pattern}){edge}"), unit, dimension, factor)
            for pattern, unit, dimension, factor in units
        ]
        self.any_unit = regex.compile(rf"\s*(?:[-]\s*)?(?:{'|'.join(pattern for pattern, *_ in units)}){edge}")
        self.units_before = [
            (
                regex.compile(rf"{'' if words.language == 'zh' else '(?<!{chr(92)}w)'}(?:{pattern})\s*$"),
                unit,
                dimension,
                factor,
            )
            for pattern, unit, dimension, factor in words.units_before
        ]
        self.between = regex.compile(rf"(?:{words.between[0] or '(?!)'})\s*$")
        self.mid = regex.compile(rf"\s*(?:{words.between[1] or '(?!)'})\s*")
        self.range = regex.compile(rf"\s+(?:{words.range_words or '(?!)'})\s+")
        self.no_noun, self.verbs = Closed(words.no_noun), Closed(words.verbs, words.verb_test)
        self.and_half = [
            (regex.compile(rf"\s+(?:{pattern})(?!\w)"), value) for pattern, value in words.halves_after.items()
        ]
        self.ordinals = _ordinal_pattern(words)
        self.most = regex.compile(rf"(?<!\w)(?:{words.clitics or ''})(?P<q>{words.most})(?!\w)") if words.most else None
        self.least = (
            regex.compile(rf"(?<!\w)(?:{words.clitics or ''})(?P<q>{words.least})(?!\w)") if words.least else None
        )


def _ordinal_pattern(words: Words) -> regex.Pattern[str] | None:
    """A pattern for ordinals in words and digits."""
    parts = sorted(words.ordinals, key=len, reverse=True)
    alternatives = "|".join(regex.escape(part) for part in parts)
    if not alternatives:
        return None
    digits = f"|{words.ordinal_digits}" if words.ordinal_digits else ""
    edge = "" if words.language == "zh" else r"(?!\w)"
    start = "" if words.language == "zh" else r"(?<!\w)"
    return regex.compile(
        rf"{start}(?:{words.clitics or ''})(?P<q>(?P<word>{alternatives}){edge}{digits and digits + edge})"
    )


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(words_of(language))


def find_quantities(text: str, language: str) -> list[Quantity]:
    """The quantities of a text in text order, without years, dates and the digits inside product names.

    >>> [(q.value, q.unit, str(q.comparator)) for q in find_quantities("ارتفع بأكثر من ٤٠ في المئة", "ar")]
    [(40.0, 'percent', 'more_than')]
    """
    words = words_of(language)
    source = fold(text)
    grammar = _grammar(words.language)
    taken = absolute_and_relative_spans(text, language)
    found: list[Quantity] = []
    amounts = [
        a for a in amounts_of(text, words.language) if not any(a.start < end and start < a.end for start, end in taken)
    ]
    skip = -1
    for index, amount in enumerate(amounts):
        if amount.start < skip:
            continue
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        made = _quantity(text, source, grammar, words, amount, following)
        if made is not None:
            found.append(made[0])
            skip = made[1]
    ranks = _ordinals(text, source, grammar, words, [*taken, *((a.start, a.end) for a in amounts)])
    found.extend(rank for rank in ranks if not any(rank.start < q.end and q.start < rank.end for q in found))
    return sorted(found, key=lambda q: (q.start, q.end))


def _quantity(  # noqa: C901, PLR0912
    text: str, source: Folded, grammar: _Grammar, words: Words, amount: Amount, following: Amount | None
) -> tuple[Quantity, int] | None:
    """The quantity around one amount and where reading goes on (folded offset)."""
    flat = source.text
    start, end, low, high = amount.start, amount.end, amount.value, amount.value
    comparator = Comparator.EXACT
    if following is not None:
        gap = flat[end : following.start]
        opened = grammar.between.search(flat, max(0, start - 14), start)
        ranged = (_DASH.fullmatch(gap) or grammar.range.fullmatch(gap)) and following.value > low
        if (opened and grammar.mid.fullmatch(gap) and following.value > low) or (
            ranged and _counts_something(flat, grammar, following)
        ):
            scale = (
                following.scale
                if amount.scale == 1 and following.scale > 1 and low < following.value / following.scale * 10
                else 1
            )
            low, high, end, comparator = low * scale, following.value, following.end, Comparator.BETWEEN
            start = opened.start() if opened else start
    value = (low + high) / 2 if comparator is Comparator.BETWEEN else low
    unit, dimension, factor, end, start = _unit(flat, grammar, start, end)
    half = next(((value_, m.end()) for pattern, value_ in grammar.and_half if (m := pattern.match(flat, end))), None)
    if half is not None and not unit and amount.scale > 1:
        more = half[0] * amount.scale
        value, low, high, end = value + more, low + more, high + more, half[1]
        again = regex.compile(r"\s+(?:ال)?\p{L}+").match(flat, end)
        if again and again.group(0).split()[-1].removeprefix("ال") in words.scales:
            end = again.end()
        unit, dimension, factor, end, start = _unit(flat, grammar, start, end)
    elif half is not None and not unit:
        value, low, high, end = value + half[0], low + half[0], high + half[0], half[1]
        unit, dimension, factor, end, start = _unit(flat, grammar, start, end)
    elif half is not None and unit:
        value, low, high, end = value + half[0], low + half[0], high + half[0], half[1]
    value, low, high = value * factor, low * factor, high * factor
    for pattern, kind in grammar.after:
        behind = pattern.match(flat, end)
        if behind and comparator is Comparator.EXACT:
            comparator, end = kind, behind.end()
            break
    if comparator is Comparator.EXACT:
        window = max(0, start - 45)
        for pattern, kind in grammar.before:
            ahead = pattern.search(flat, window, start)
            if ahead:
                comparator, start = kind, ahead.start("q")
                break
    noun, end_noun = ("", end) if unit and unit != "times" else _noun(flat, grammar, words, end)
    if amount.vague and not unit and (not noun or comparator is Comparator.EXACT):
        return None
    if not unit and not noun and amount.in_words and comparator is Comparator.EXACT and not amount.fraction:
        return None
    if amount.fraction and not unit:
        dimension, unit = ("share", "fraction") if value <= 1 else ("ratio", "times")
    bounds = _BOUNDS.get(comparator)
    if bounds is not None:
        low, high = _bound(value, bounds[0]), _bound(value, bounds[1])
    first, last = source.back(start, end_noun)
    noun_span = source.back(end_noun - len(noun), end_noun) if noun else (0, 0)
    made = Quantity(
        text=text[first:last], start=first, end=last, value=value, low=low, high=high, comparator=comparator,
        unit=unit, dimension=dimension, noun=text[noun_span[0] : noun_span[1]],
    )  # fmt: skip
    return made, end


def _bound(value: float, factor: float) -> float:
    """A bound that is a number, or the lack of one."""
    return factor if factor in {float("inf"), float("-inf")} else value * factor


def _counts_something(flat: str, grammar: _Grammar, amount: Amount) -> bool:
    """Whether a unit or a noun follows, so that "40-50 %" is a range and "2-3" a score."""
    return grammar.any_unit.match(flat, amount.end) is not None or bool(
        _noun(flat, grammar, words_of(""), amount.end)[0]
    )


def _unit(flat: str, grammar: _Grammar, start: int, end: int) -> tuple[str, str, float, int, int]:
    """Unit, dimension, factor, and the ends of the quantity with it."""
    sign = SIGNS_BEFORE.search(flat, max(0, start - 5), start)
    if sign:
        return SIGNS_AFTER[sign.group(1)], "money", 1.0, end, sign.start()
    if grammar.any_unit.match(flat, end):
        best: tuple[str, str, float, int, int] | None = None
        for pattern, unit, dimension, factor in grammar.units:
            match = pattern.match(flat, end)
            if match and (best is None or match.end() > best[3]):
                best = (unit, dimension, factor, match.end(), start)
        if best is not None:
            return best
    for pattern, unit, dimension, factor in grammar.units_before:
        ahead = pattern.search(flat, max(0, start - 12), start)
        if ahead:
            return unit, dimension, factor, end, ahead.start()
    return "", "count", 1.0, end, start


def _noun(flat: str, grammar: _Grammar, words: Words, end: int) -> tuple[str, int]:
    """The word counted, if one stands right behind, and its end."""
    if words.language == "zh":
        match = _HAN_NOUN.match(flat, end)
        return (match.group(0).strip(), match.end()) if match and match.group(0).strip() else ("", end)
    match = _WORD.match(flat, end)
    if match is None or grammar.no_noun.fullmatch(match.group(1)):
        return "", end
    if words.language not in {"ar", "en", ""} and grammar.verbs.fullmatch(match.group(1)):
        return "", end
    return match.group(1), match.end(1)


def _ordinals(
    text: str, source: Folded, grammar: _Grammar, words: Words, taken: list[tuple[int, int]]
) -> list[Quantity]:
    """Ordinals ("first") and superlatives ("largest"), which a page can contradict as well."""
    found: list[Quantity] = []
    flat = source.text
    hits: list[tuple[int, int, float, str]] = []
    if grammar.ordinals is not None:
        for match in grammar.ordinals.finditer(flat):
            digits = next((g for g in match.groups()[2:] if g), None) if match.group("word") is None else None
            value = (
                float(digits)
                if digits and digits.isdigit()
                else float(words.ordinals.get(match.group("word") or "", 0))
            )
            if value and match.group("q") not in _BARE_HAN:
                hits.append((match.start("q"), match.end("q"), value, "ordinal"))
    for pattern, value in ((grammar.most, 1.0), (grammar.least, -1.0)):
        if pattern is not None:
            hits.extend((m.start("q"), m.end("q"), value, "superlative") for m in pattern.finditer(flat))
    for start, end, value, kind in hits:
        if any(start < b and a < end for a, b in taken):
            continue
        first, last = source.back(start, end)
        if kind == "superlative" and first and text[first].isupper():
            continue  # "plaza Mayor"
        noun, noun_end = _noun(flat, grammar, words, end)
        noun_span = source.back(noun_end - len(noun), noun_end) if noun else (0, 0)
        found.append(Quantity(
            text=text[first:last], start=first, end=last, value=value, low=value, high=value, comparator=Comparator.EXACT,  # noqa: E501
            unit=kind, dimension=kind, noun=text[noun_span[0] : noun_span[1]],
        ))  # fmt: skip
    return found
