"""Two amounts that are the ends of one range: "between 3 and 5", "$10-20 million", "3%至5%"."""

from dataclasses import dataclass

import regex

from claims.amount import Amount
from claims.lexicon.shape import Words
from claims.lexicon.units import SIGNS_BEFORE
from claims.number_grammar import NumberGrammar, noun_of, unit_of
from claims.number_joined import changes

_DASH = regex.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True, slots=True)
class Range:
    """A range in folded offsets; not found where two amounts stand for themselves."""

    found: bool
    start: int = 0
    end: int = 0
    low: float = 0
    high: float = 0


def range_of(flat: str, grammar: NumberGrammar, words: Words, amount: Amount, following: Amount) -> Range | None:
    """The range of two amounts; None where they are the ends of a change, "rose from 12 to 15"."""
    start, end, low = amount.start, amount.end, amount.value
    gap = flat[end : following.start]
    signed = SIGNS_BEFORE.search(flat, max(0, start - 6), start)
    if signed and gap.endswith(signed.group(0)):
        gap, start = gap.removesuffix(signed.group(0)), signed.start()  # "between $10 and $20 million"
    opened = grammar.between.search(flat, max(0, start - 18), start)
    unit, _, _, behind, _ = unit_of(flat, grammar, amount.start, end)
    beyond = unit_of(flat, grammar, following.start, following.end)[0]
    if behind > end and opened and unit != beyond:
        opened = None
    if behind > end and _joined(
        flat, grammar, (behind, max(behind, following.start)), opened, same=unit == beyond != ""
    ):
        gap = flat[behind : following.start]
    if unit in {"", beyond} and changes(flat, words.language, start, behind, following.start):
        return None
    if following.value <= low:
        return Range(found=False)
    told = opened and grammar.mid.fullmatch(gap)
    if not told and not (
        (_DASH.fullmatch(gap) or grammar.range.fullmatch(gap))
        and (signed or _counts_something(flat, grammar, words, following))
    ):
        return Range(found=False)
    near = amount.scale == 1 and following.scale > 1 and low < following.value / following.scale * 10
    first = opened.start() if opened else signed.start() if signed else start
    return Range(True, first, following.end, low * (following.scale if near else 1), following.value)


def _joined(
    flat: str, grammar: NumberGrammar, gap: tuple[int, int], opened: "regex.Match[str] | None", *, same: bool
) -> bool:
    """Whether the words behind the unit of the first amount join it to the second: "3% - 5%", "3%至5%"."""
    if opened and grammar.mid.fullmatch(flat, *gap):
        return True
    return same and bool(
        _DASH.fullmatch(flat, *gap) or (grammar.language == "zh" and grammar.range.fullmatch(flat, *gap))
    )


def _counts_something(flat: str, grammar: NumberGrammar, words: Words, amount: Amount) -> bool:
    """Whether a unit or a noun follows, so that "40-50 %" is a range and "2-3" a score."""
    return grammar.any_unit.match(flat, amount.end) is not None or bool(noun_of(flat, grammar, words, amount.end)[0])
