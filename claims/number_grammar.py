"""What stands around a number in one language: comparators, ranges, units, and the noun that is counted."""

from functools import cache

import regex

from claims.closed import Closed, compiled
from claims.lexicon import words_of
from claims.lexicon.figures import figures_of
from claims.lexicon.shape import Words
from claims.lexicon.units import COMMON_UNITS, SIGNS_AFTER, SIGNS_BEFORE
from claims.records import Comparator

_WORD = regex.compile(r"\s+([\p{L}\p{M}\u200c]+(?:[-'][\p{L}\p{M}]+)*)")
_HAN_NOUN = regex.compile(
    r"\s*([个名位家座辆艘枚项次台部条篇种张所支届岁人天小])?((?:(?!左右|以上|以下|以内|上下|[的在将于已被是有了和与以由从向为都也])\p{Han}){1,3})?"
)
_BOUNDING = frozenset({Comparator.AT_LEAST, Comparator.AT_MOST})
_SCALED = regex.compile(r"m(?!\w)")  #: right behind an amount of money it is millions: "£1.1m"


class NumberGrammar:
    """The patterns of one language, compiled once."""

    def __init__(self, words: Words) -> None:
        self.language = words.language
        owned = r"(?:\s+\p{L}+(?:ه|ها|هم))?" if words.language == "ar" else ""
        further = figures_of(words.language).further
        space = r"\s*" if words.language == "zh" else r"\s+"
        fill = rf"(?:{space}(?:{further}))" + ("{0,2}" if words.language == "zh" else "?") if further else ""
        before = [
            (f"(?:{pattern}){owned}{fill if kind in _BOUNDING else ''}", kind)
            for pattern, kind in words.before
            if pattern
        ]
        self.before = [(regex.compile(rf"(?<!\w)(?:{words.clitics})(?P<q>{pattern})(?:\s+(?:{words.determiner or '(?!)'}))?\s*(?:[-:]\s*)?{owned and '(?:سن )?(?:ال ?)?'}$" if words.clitics  # noqa: E501
                                      else (rf"(?P<q>{pattern})\s*$" if words.language == "zh" else rf"(?<!\w)(?P<q>{pattern})(?:\s+(?:{words.determiner or '(?!)'}))?\s*$")), kind) for pattern, kind in before]  # fmt: skip  # noqa: E501
        close = "" if words.language == "zh" else r"(?!\w)"
        more = "" if words.language in {"zh", "ar", "fa", "tr"} else r"(?!\s+(?:\d|als|than|d'|de(?!\s+edad))(?!\p{l}))"
        after = [
            (f"(?:{pattern}){close}{more if kind in _BOUNDING else ''}", kind) for pattern, kind in words.after
        ]  # "eleven boys or more", but not "and more than thirty girls"
        self.after = [(regex.compile(rf"\s*{pattern}"), kind) for pattern, kind in after]
        between = r"(?:\s+\p{L}+){0,2}?" if words.language == "ar" else ""  # "50 مقاتلا أجنبيا على الأقل"
        self.after_noun = [(regex.compile(rf"{between}\s*{pattern}"), kind) for pattern, kind in after]
        halves = "|".join(words.halves_after) if words.language == "ar" else "(?!)"
        powers = "|".join(words.scales) or "(?!)"
        self.late_half = regex.compile(rf"\s+(?P<h>{halves})\s+(?:ال)?(?:{powers})(?!\w)")
        units = [*words.units, *COMMON_UNITS]
        edge = "" if words.language == "zh" else r"(?!\w)"
        self.units = [
            (regex.compile(rf"\s*(?:[-]\s*)?(?:{pattern}){edge}"), unit, dimension, factor)
            for pattern, unit, dimension, factor in units
        ]
        self.any_unit = regex.compile(rf"\s*(?:[-]\s*)?(?:{'|'.join(pattern for pattern, *_ in units)}){edge}")
        noun = r"\p{Han}" if words.language == "zh" else r"\s+\p{L}{3,}"
        self.counts = regex.compile(rf"\s*(?:[-]\s*)?(?:{'|'.join(pattern for pattern, *_ in units)}){edge}|{noun}")
        self.units_before = [
            (
                regex.compile(rf"{edge and edge.replace('?!', '?<!')}(?:{pattern})\s*$"),
                unit,
                dimension,
                factor,
            )
            for pattern, unit, dimension, factor in words.units_before
        ]
        article = r"(?:(?:the|el|la|los|las|le|les|l'|den|der|die)\s*)?"
        lead = "" if words.language in {"zh", "ar"} else r"(?<!\w)"
        self.between = regex.compile(rf"{lead}(?:{words.between[0] or '(?!)'})\s*{article}$")
        self.mid = regex.compile(rf"\s*(?:{words.between[1] or '(?!)'})\s*{article}")
        gap = r"\s*" if words.language == "zh" else r"\s+"
        self.range = regex.compile(rf"{gap}(?:{words.range_words or '(?!)'}){gap}")
        figures = figures_of(words.language)
        self.skip_to_unit = regex.compile(rf"\s+(?:{figures.between_unit or '(?!)'})(?=\s)")
        self.partitive = regex.compile(rf"\s+(?:{figures.partitive or '(?!)'})(?!\w)")
        self.indefinite = Closed(figures.indefinite)
        self.no_share = regex.compile(rf"(?:\s+|(?=-))(?:{figures.no_share or '(?!)'})(?!\w)")
        self.half = Closed(figures.half)
        edge_minus = "" if words.language == "zh" else r"(?<!\w)"
        lead_minus = rf"|{edge_minus}(?:{figures.minus})\s*" if figures.minus else ""
        self.minus = regex.compile(rf"(?:(?<![\w)%.,°-])[-−–]{lead_minus})$")
        self.below = regex.compile(rf"\s+(?:{figures.below or '(?!)'})(?!\w)")
        self.collective = regex.compile(figures.collective or "(?!)")
        self.of = regex.compile(r"\s+(?:de\s|d'\s?)(?=\p{L})")
        self.denied = regex.compile(
            rf"(?:(?<!\w)(?:{words.negative_words or '(?!)'})|n't|(?<!\w)pas)\s+(?:(?:has|have|been|to|ha|han|a|ont|avait)\s+)?$"  # noqa: E501
            if words.language != "zh"
            else rf"(?:{words.negative_words})$"
        )
        self.no_noun, self.verbs = Closed(words.no_noun), Closed(words.verbs, words.verb_test)
        self.and_half = [
            (regex.compile(pattern if words.language == "zh" else rf"\s+(?:{pattern})(?!\w)"), value)
            for pattern, value in words.halves_after.items()
        ]


@cache
def number_grammar(language: str) -> NumberGrammar:
    """The patterns of a language."""
    return NumberGrammar(words_of(language))


def noun_behind(flat: str, words: Words, end: int) -> tuple[str, int]:
    """The word counted, if one stands right behind an offset of folded text, and its end."""
    return noun_of(flat, number_grammar(words.language), words, end)


def unit_of(flat: str, grammar: NumberGrammar, start: int, end: int) -> tuple[str, str, float, int, int]:
    """Unit, dimension, factor, and the ends of the quantity with it."""
    sign = SIGNS_BEFORE.search(flat, max(0, start - 6), start)
    if sign:
        scale = _SCALED.match(flat, end)
        factor, close = (1e6, scale.end()) if scale else (1.0, end)
        return SIGNS_AFTER[sign.group(1)], "money", factor, close, sign.start()
    if grammar.any_unit.match(flat, end):
        best: tuple[str, str, float, int, int] | None = None
        for pattern, unit, dimension, factor in grammar.units:
            match = pattern.match(flat, end)
            if match and (best is None or match.end() > best[3]):
                best = (unit, dimension, factor, match.end(), start)
        if best is not None:
            return best
    skipped = grammar.skip_to_unit.match(flat, end)
    if skipped and grammar.any_unit.match(flat, skipped.end()):
        return unit_of(flat, grammar, start, skipped.end())
    for pattern, unit, dimension, factor in grammar.units_before:
        ahead = pattern.search(flat, max(0, start - 12), start)
        if ahead:
            return unit, dimension, factor, end, ahead.start()
    return "", "count", 1.0, end, start


def noun_of(flat: str, grammar: NumberGrammar, words: Words, end: int) -> tuple[str, int]:
    """The word counted, if one stands right behind, and its end."""
    if words.language == "zh":
        match = _HAN_NOUN.match(flat, end)
        return (match.group(0).strip(), match.end()) if match and match.group(0).strip() else ("", end)
    match = _WORD.match(flat, end)
    if match is None or grammar.no_noun.fullmatch(match.group(1)):
        return "", end
    able = words.language == "tr" and match.group(1).endswith("bilir") and _WORD.match(flat, match.end())
    if words.language not in {"ar", "en", ""} and not able and grammar.verbs.fullmatch(match.group(1)):
        return "", end
    if words.language == "ar" and match.group(1)[0] == "س" and compiled(words.future).fullmatch(match.group(1)):
        return "", end  # "إلى النصف سيوفر"
    if words.language == "fr" and compiled(r"(?:l|n|s|j|m|t|c|qu)'").match(match.group(1)):
        return "", end  # "France 3 l'a diffusé"
    return match.group(1), match.end(1)
