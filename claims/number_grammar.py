"""The patterns of numbers, bounds and units of one language, compiled once."""

from functools import cache

import regex

from claims.closed import Closed
from claims.lexicon import words_of
from claims.lexicon.figures import figures_of
from claims.lexicon.shape import Words
from claims.lexicon.units import COMMON_UNITS


class NumberGrammar:
    """The patterns of one language, compiled once."""

    def __init__(self, words: Words) -> None:
        self.language = words.language
        owned = r"(?:\s+\p{L}+(?:ه|ها|هم))?" if words.language == "ar" else ""
        before = [(f"(?:{pattern}){owned}", kind) for pattern, kind in words.before if pattern]
        self.before = [(regex.compile(rf"(?<!\w)(?:{words.clitics})(?P<q>{pattern})(?:\s+(?:{words.determiner or '(?!)'}))?\s*(?:[-:]\s*)?$" if words.clitics  # noqa: E501
                                      else (rf"(?P<q>{pattern})\s*$" if words.language == "zh" else rf"(?<!\w)(?P<q>{pattern})(?:\s+(?:{words.determiner or '(?!)'}))?\s*$")), kind) for pattern, kind in before]  # fmt: skip  # noqa: E501
        close = "" if words.language == "zh" else r"(?!\w)"
        self.after = [(regex.compile(rf"\s*(?:{pattern}){close}"), kind) for pattern, kind in words.after]
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
                regex.compile(rf"{'' if words.language == 'zh' else '(?<!{chr(92)}w)'}(?:{pattern})\s*$"),
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
        self.collective = regex.compile(figures.collective or "(?!)")
        self.of = regex.compile(r"\s+(?:de\s|d'\s?)(?=\p{L})")
        self.denied = regex.compile(
            rf"(?:(?<!\w)(?:{words.negative_words or '(?!)'})|n't|(?<!\w)pas)\s+(?:(?:has|have|been|to|ha|han|a|ont|avait)\s+)?$"  # noqa: E501
            if words.language != "zh"
            else rf"(?:{words.negative_words})$"
        )
        self.no_noun, self.verbs = Closed(words.no_noun), Closed(words.verbs, words.verb_test)
        self.and_half = [
            (regex.compile(rf"\s+(?:{pattern})(?!\w)"), value) for pattern, value in words.halves_after.items()
        ]


@cache
def number_grammar(language: str) -> NumberGrammar:
    """The patterns of a language."""
    return NumberGrammar(words_of(language))
