"""Which country's money a bare word for it means, where the article tells the country by its own words."""

from collections.abc import Iterable
from dataclasses import replace

import regex

from claims.folding import folded
from claims.records import Quantity

#: unit that a bare word is read as -> what tells that another country's is meant, and that money
_ELSEWHERE = {
    "AED": (
        regex.compile(
            r"(?<!\w)[وفبل]{0,2}(?:ال)?(?:مغرب|مغربي|مغربيه|مغاربه|رباط|دار البيضاء|فاس|مراكش|طنجه|اكادير|مكناس|وجده|"
            r"تطوان|دجنبر|غشت|يوليوز|شتنبر|نونبر)(?!\w)"
        ),
        regex.compile(r"(?<!\w)[وفبل]{0,2}(?:ال)?(?:امارات|اماراتي|اماراتيه|ابوظبي|ابو ظبي|دبي|شارقه)(?!\w)"),
        "MAD",
    )
}


def at_home(quantities: Iterable[Quantity], article: str) -> list[Quantity]:
    """The quantities with the money of the country that the article speaks of."""
    made = []
    for one in quantities:
        told = _ELSEWHERE.get(one.unit)
        if told is None:
            made.append(one)
            continue
        there, here, unit = told
        flat = folded(article)
        moved = there.search(flat) is not None and here.search(flat) is None
        made.append(replace(one, unit=unit) if moved else one)
    return made
