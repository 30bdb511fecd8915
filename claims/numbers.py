"""Text -> the quantities that it states, with bounds, unit and the noun counted. A year is a time, never a quantity."""

from functools import lru_cache

import regex

from claims.amount import Amount
from claims.amounts import amounts_of
from claims.closed import compiled
from claims.dates import absolute_and_relative_spans
from claims.folding import Folded, fold, folded
from claims.lexicon import words_of
from claims.lexicon.shape import Words
from claims.number_ages import ages_in, tells_age
from claims.number_bounds import bound_before, bound_behind, bounds_nothing, tells_how_long
from claims.number_grammar import NumberGrammar, noun_behind, noun_of, number_grammar, unit_of
from claims.number_joined import with_parts
from claims.number_multiples import multiples_in
from claims.number_names import nameless_spans
from claims.number_ranges import range_of
from claims.number_ranks import ordinal_spans, ranks_in
from claims.number_signs import below_zero
from claims.number_titles import closes_name, digit_ordinals, in_title, is_age, like_a_year, opens_name
from claims.rates import rate_of
from claims.records import Comparator, Quantity
from claims.shares import Share, shares_in

_BOUNDS = {
    Comparator.EXACT: (1.0, 1.0), Comparator.ABOUT: (0.9, 1.1),
    Comparator.MORE_THAN: (1.0, float("inf")), Comparator.AT_LEAST: (1.0, float("inf")),
    Comparator.LESS_THAN: (float("-inf"), 1.0), Comparator.AT_MOST: (float("-inf"), 1.0),
}  # fmt: skip
#: between a fraction and what it is a part of: "half a point", "a quarter of a century"
_PART_OF = {
    "en": regex.compile(r"\s+(?:of\s+)?an?(?=\s)"),
    "fr": regex.compile(r"\s+d(?:e\s|')(?=siecle|heure|decennie)"),
    "es": regex.compile(r"\s+de(?=\s+(?:siglo|hora|decada))"),
}
_TURNS = {"en": regex.compile(r"time|day|week|month|year|term|season|round|try|attempt|child|man|woman|person|party|candidate|country|place|party|option|way|hearing|trial|goal|book|film|album|novel|wave|dose")}  # noqa: E501  # fmt: skip
_ALSO = regex.compile(r"\s?(?:and|et|y|und|и|ve|,|、|和)\s?")
_TOLD = {"times": "ratio", "year": "duration"}  #: what shares, multiples and ages measure
_DAY_ALONE = regex.compile(r"(?<!\w)(?:le|el)\s$")  #: "jusqu'au 3", "le 3": a day of the month
_THE, _WORD, _SCALE = regex.compile(r"\s+ال"), regex.compile(r"\p{L}*"), regex.compile(r"\s+(?P<w>\p{L}+)")


def find_quantities(text: str, language: str) -> list[Quantity]:
    """The quantities of a text in text order, without years, dates and the digits inside product names.

    >>> [(q.value, q.unit, str(q.comparator)) for q in find_quantities("ارتفع بأكثر من ٤٠ في المئة", "ar")]
    [(40.0, 'percent', 'more_than')]
    """
    return list(_found(text, language))


@lru_cache(maxsize=512)
def _found(text: str, language: str) -> tuple[Quantity, ...]:
    """The same, kept, for a claim's words are asked more than once."""
    words = words_of(language)
    source = fold(text)
    grammar = number_grammar(words.language)
    taken = absolute_and_relative_spans(text, language)
    found: list[Quantity] = []
    flat = source.text
    told = [*shares_in(flat, words.language), *multiples_in(flat, words.language), *ages_in(flat, words.language)]
    shares = [
        one
        for one in told
        if not _meets(one.start, one.end, taken) and not (one.comparator and _team(text, source, one))
    ]
    busy = [
        *taken,
        *((one.start, one.end) for one in shares),
        *nameless_spans(flat, words.language, counts=grammar.counts),
    ]
    ordinals = [*ordinal_spans(flat, words), *digit_ordinals(flat, words.language)]
    amounts = [a for a in amounts_of(text, words.language) if not opens_name(text, source, a)]
    amounts = [a for a in amounts if not _meets(a.start, a.end, [*busy, *ordinals])]
    found.extend(_share(text, source, grammar, one) for one in shares)
    skip = -1
    for index, amount in enumerate(amounts):
        if amount.start < skip:
            continue
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        made = _quantity(text, source, grammar, words, amount, following, taken)
        if made is not None:
            found.append(made[0])
            skip = made[1]
    found = with_parts(sorted(found, key=lambda q: (q.start, q.end)), text, flat, words.language)
    ranks = ranks_in(text, words, [*busy, *((a.start, a.end) for a in amounts)], noun_behind)
    found.extend(rank for rank in ranks if not _meets(rank.start, rank.end, [(q.start, q.end) for q in found]))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _meets(start: int, end: int, spans: "list[tuple[int, int]] | tuple[tuple[int, int], ...]") -> bool:
    return any(start < last and first < end for first, last in spans)


def _team(text: str, source: Folded, one: Share) -> bool:
    """Whether a group of an age is written as a name: "the Under-20s won"."""
    first, _ = source.back(one.start, one.end)
    return text[first].isupper() and not _opens(source.text, one.start)


def _share(text: str, source: Folded, grammar: NumberGrammar, one: Share) -> Quantity:
    """A share, a multiple or an age with its comparator."""
    start, comparator = (one.start, one.comparator) if one.comparator else bound_before(source.text, grammar, one.start)
    end = one.end
    if comparator is Comparator.EXACT:
        comparator, end = bound_behind(source.text, grammar, end)  # 七成以上
    first, last = source.back(start, end)
    bounds = _BOUNDS.get(comparator, (1.0, 1.0))
    return Quantity(
        text=text[first:last], start=first, end=last, value=one.value, low=_bound(one.value, bounds[0]),
        high=_bound(one.value, bounds[1]), comparator=comparator, unit=one.unit, dimension=_TOLD.get(one.unit, "share"), noun="",  # noqa: E501
    )  # fmt: skip


def _quantity(  # noqa: C901, PLR0911, PLR0912, PLR0915
    text: str, source: Folded, grammar: NumberGrammar, words: Words, amount: Amount, following: Amount | None,
    taken: tuple[tuple[int, int], ...],
) -> tuple[Quantity, int] | None:  # fmt: skip
    """The quantity around one amount and where reading goes on (folded offset)."""
    flat = source.text
    start, end, low, high = amount.start, amount.end, amount.value, amount.value
    comparator = Comparator.EXACT
    if following is not None:
        ranged = range_of(flat, grammar, words, amount, following)
        if ranged is None:
            return _first_of_change(text, source, grammar, amount, following)
        if ranged.found:
            start, end, low, high, comparator = ranged.start, ranged.end, ranged.low, ranged.high, Comparator.BETWEEN
    value = (low + high) / 2 if comparator is Comparator.BETWEEN else low
    part_of = _PART_OF.get(words.language)
    if (
        part_of
        and amount.fraction
        and low < 1
        and (joint := part_of.match(flat, end))
        and grammar.any_unit.match(flat, joint.end())
    ):
        end = joint.end()
    unit, dimension, factor, end, begun = unit_of(flat, grammar, amount.start, end)
    if comparator is Comparator.BETWEEN:
        begun = min(start, begun)
    start = begun
    half = next(((value_, m.end()) for pattern, value_ in grammar.and_half if (m := pattern.match(flat, end))), None)
    if half is not None and not unit and amount.scale > 1:
        more = half[0] * amount.scale
        value, low, high, end = value + more, low + more, high + more, half[1]
        again = compiled(r"\s+(?:ال)?\p{L}+").match(flat, end)
        if again and again.group(0).split()[-1].removeprefix("ال") in words.scales:
            end = again.end()
        unit, dimension, factor, end, start = unit_of(flat, grammar, start, end)
    elif half is not None and not unit:
        value, low, high, end = value + half[0], low + half[0], high + half[0], half[1]
        power = _SCALE.match(flat, end)
        if power and power.group("w") in words.scales:  # "یک و نیم میلیون"
            by = words.scales[power.group("w")]
            value, low, high, end = value * by, low * by, high * by, power.end()
        unit, dimension, factor, end, start = unit_of(flat, grammar, start, end)
    elif half is not None and unit:
        value, low, high, end = value + half[0], low + half[0], high + half[0], half[1]
        if (again := _THE.match(flat, end)) and grammar.any_unit.match(flat, again.end()):
            end = _WORD.match(flat, again.end()).end()  # type: ignore[union-attr] # "ساعة ونصف الساعة"
    rate = rate_of(flat, words.language, (start, end), unit, dimension)
    if rate is not None:
        unit, dimension, start, end = rate[0], rate[1], rate[3], rate[4]
        factor *= rate[2]
    aged = not unit and amount.scale == 1 and tells_age(flat, words.language, amount.start, end, value)
    if aged:
        unit, dimension = "year", "duration"
    value, low, high = value * factor, low * factor, high * factor
    if unit in {"celsius", "fahrenheit", "percent"}:
        below = below_zero(flat, grammar, unit, start, end)
        if below:
            start, end, value, low, high = *below, -value, -high, -low
    for pattern, kind in grammar.after:
        tail = pattern.match(flat, end)
        if tail and comparator is Comparator.EXACT:
            comparator, end = kind, tail.end()
            if not unit and words.language == "zh":  # 二十多年
                unit, dimension, factor, end, start = unit_of(flat, grammar, start, end)
                value, low, high = value * factor, low * factor, high * factor
            break
    if comparator is Comparator.EXACT:
        first, comparator = bound_before(flat, grammar, start, taken)
        if comparator is Comparator.EXACT and start < amount.start:
            first, comparator = bound_before(flat, grammar, amount.start)  # "عن عمر يناهز الثمانين"
        if dimension == "duration" and not aged and tells_how_long(flat, words.language, first, amount.start):
            first, comparator = start, Comparator.EXACT
        if comparator is Comparator.AT_LEAST and words.language == "de" and not unit and flat.startswith("ab ", first):
            first, comparator = start, Comparator.EXACT  # "ab 2020 Lehrer"
        start = min(start, first)
    guessed = {Comparator.EXACT, Comparator.ABOUT} if words.language in {"fr", "es"} else {Comparator.EXACT}
    if comparator in guessed and amount.in_words and grammar.indefinite.fullmatch(flat[amount.start : amount.end]):
        return None  # "millions of people"
    if comparator is Comparator.EXACT and grammar.collective.fullmatch(flat[amount.start : amount.end].split(" ")[-1]):
        comparator = Comparator.ABOUT
    if not unit and amount.scale > 1 and (joint := grammar.of.match(flat, end)) is not None:
        end = joint.end() - 1
        unit, dimension, factor, end, start = unit_of(flat, grammar, start, end)
    noun, end_noun = ("", end) if unit and unit != "times" else noun_of(flat, grammar, words, end)
    if bounds_nothing(flat, words.language, comparator, unit, (start, amount.start, amount.end)):
        comparator, start = Comparator.EXACT, amount.start
    told, noun_end = comparator, end_noun
    if noun and half is None and amount.scale > 1 and (late := grammar.late_half.match(flat, end_noun)):
        more = words.halves_after[late.group("h")] * amount.scale
        value, low, high, end_noun = value + more, low + more, high + more, late.end()  # "مليوني لاجئ ونصف المليون"
    if comparator is Comparator.EXACT:
        comparator, end_noun = bound_behind(flat, grammar, end_noun)
    end = max(end, end_noun if end_noun > noun_end else end)
    if half is None and _counts_none(flat, grammar, words, amount, noun, unit, start, end):
        return None
    if amount.vague and half is None and not unit and (not noun or comparator is Comparator.EXACT):
        return None
    if amount.vague and value == 1 and comparator in {Comparator.LESS_THAN, Comparator.ABOUT} and not unit:
        return None  # "nicht einmal ein Arzt", "gegen eine Kaution"
    bare = not unit and not noun and comparator is Comparator.EXACT and not amount.fraction
    if bare and is_age(text, source, amount, words.language):
        unit, dimension, bare = "year", "duration", False
    if (
        told is Comparator.EXACT
        and not unit
        and not amount.fraction
        and half is None
        and amount.scale == 1
        and (in_title(text, source, amount, noun, words.language) or like_a_year(flat, amount, noun, words.language))
    ):
        return None
    if bare and any(_ALSO.fullmatch(flat, last, max(last, start)) for _, last in taken):
        return None  # "on May 3 and 4"
    if (
        bare
        and (amount.in_words or _DAY_ALONE.search(flat, max(0, start - 4), start) or closes_name(text, source, amount))
        and not grammar.partitive.match(flat, end)
    ):
        return None
    if amount.fraction and noun and _is_turn(flat[amount.start : amount.end], noun, words):
        return None
    if amount.fraction and not unit:
        dimension, unit = ("share", "fraction") if value <= 1 else ("ratio", "times")
    bounds = _BOUNDS.get(comparator)
    if bounds is not None:
        low, high = sorted((_bound(value, bounds[0]), _bound(value, bounds[1])))
    first, last = source.back(start, end_noun)
    noun_span = source.back(noun_end - len(noun), noun_end) if noun else (0, 0)
    made = Quantity(
        text=text[first:last], start=first, end=last, value=value, low=low, high=high, comparator=comparator,
        unit=unit, dimension=dimension, noun=text[noun_span[0] : noun_span[1]],
    )  # fmt: skip
    return made, end


def _counts_none(
    flat: str, grammar: NumberGrammar, words: Words, amount: Amount, noun: str, unit: str, start: int, end: int
) -> bool:
    """Whether a vague word or a fraction counts nothing here: "une fois élu", "one day he left", "half past three"."""
    raw = flat[amount.start : amount.end]
    if amount.vague:
        alone = unit == "times" or (unit == "day" and _opens(flat, start))
        return folded(noun) in words.cardinals or (amount.value == 1 and alone)  # "bir on yıl"
    if not amount.fraction or unit:
        return False
    ahead = flat[: amount.start].rstrip().rsplit(" ", 1)[-1]
    return ahead in words.ordinals or grammar.half.fullmatch(raw) or grammar.no_share.match(flat, end) is not None


def _opens(flat: str, start: int) -> bool:
    """Whether a sentence begins there."""
    return not flat[:start].strip(" \"'«»“”„—–-")


def _first_of_change(
    text: str, source: Folded, grammar: NumberGrammar, amount: Amount, following: Amount
) -> tuple[Quantity, int]:
    """The value that something rose or fell from; it has the unit of the one behind it."""
    unit, dimension, factor, _, _ = unit_of(source.text, grammar, following.start, following.end)
    value = amount.value * factor
    if unit and amount.scale == 1 and following.scale > 1 and amount.value < following.value / following.scale * 10:
        value *= following.scale
    first, last = source.back(amount.start, amount.end)
    made = Quantity(
        text=text[first:last], start=first, end=last, value=value, low=value, high=value, comparator=Comparator.EXACT,
        unit=unit, dimension=dimension, noun="",
    )  # fmt: skip
    return made, amount.end


def _is_turn(fraction: str, noun: str, words: Words) -> bool:
    """Whether "a third" tells which one it is: "a third time" is no share."""
    turn = _TURNS.get(words.language)
    return turn is not None and fraction.rsplit(maxsplit=1)[-1] in words.ordinals and turn.fullmatch(noun) is not None


def _bound(value: float, factor: float) -> float:
    """A bound that is a number, or the lack of one."""
    return factor if factor in {float("inf"), float("-inf")} else value * factor
