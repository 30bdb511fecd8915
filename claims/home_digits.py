"""How an article writes its numbers, where countries of one language differ: "2,300 personas" in Mexico."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import regex

from claims.records import Quantity

#: language -> decimals behind a point or thousands behind a comma, and what tells of the other way round
_POINTED: dict[str, tuple["regex.Pattern[str]", "regex.Pattern[str]"]] = {
    "es": (
        regex.compile(
            r"(?<![\d.,])\d{1,3}\.\d{1,2}(?:\s?%|\s(?:por ciento|puntos|millones|mil|billones|pesos|dólares|grados|"
            r"metros|kilómetros)(?!\p{L}))|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?!\d)|(?<![\d.,])\d{1,3},000(?!\d)"
        ),
        regex.compile(r"(?<![\d.,])\d{1,3}(?:,\d{1,2}(?![\d.,])|\.\d{3}(?![\d.,]\d|\d))"),
    ),
}
_THOUSANDS = regex.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,]\d|\d)")
_THOUSAND = 1000


def as_written(quantities: Iterable[Quantity], article: str, language: str) -> list[Quantity]:
    """The quantities with three digits behind a comma read as thousands, where the article writes them so."""
    if language not in _POINTED:
        return list(quantities)
    return [
        replace(one, value=one.value * _THOUSAND, low=one.low * _THOUSAND, high=one.high * _THOUSAND)
        if _THOUSANDS.search(one.text) and ",000" not in one.text and _by_points(article, language)
        else one
        for one in quantities
    ]


@lru_cache(maxsize=64)
def _by_points(article: str, language: str) -> bool:
    """Whether an article tells decimals by points, and never by commas."""
    told, other = _POINTED[language]
    return told.search(article) is not None and other.search(article) is None
