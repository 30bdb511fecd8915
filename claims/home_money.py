# ruff: noqa: E501 -- word lists read better in long lines
"""Which country's money a bare word or sign for it means, where the article tells the country by its own words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from claims.folding import folded
from claims.records import Quantity


def _any(names: str, *, lead: str = "") -> "regex.Pattern[str]":
    """Folded names as whole words; an underscore is a space."""
    return regex.compile(rf"(?<!\w){lead}(?:{names.replace('_', ' ').replace('; ', '|')})(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Money:
    """A word or sign of money that several countries have."""

    unit: str  #: what it is read as where nothing tells
    bare: "regex.Pattern[str]"  #: what the quantity's folded words must hold
    here: "regex.Pattern[str]"  #: what tells that this is meant indeed
    there: "tuple[tuple[str, regex.Pattern[str]], ...]"  #: unit -> what tells that it is meant
    open: str  #: the unit where the article tells of both, or writes as other countries do
    elsewhere: "regex.Pattern[str] | None" = None  #: how it is written where another money may be meant


_US = _any(
    r"u\.s; usa; united_states; american; americans; washington; new_york; texas; california; florida; ohio; "
    r"minnesota; wisconsin; michigan; illinois; oregon; virginia; arizona; colorado; nevada; alaska; hawaii; iowa; kansas; "
    r"nebraska; oklahoma; louisiana; alabama; tennessee; kentucky; massachusetts; maryland; pennsylvania; chicago; boston; "
    r"los_angeles; san_francisco; wall_street; nasdaq; federal_reserve; etats-unis; americaine?s?; estados_unidos; eeuu; "
    r"ee\. ?uu; estadounidenses?; ecuador; ecuatorian[oa]s?; quito; guayaquil; el_salvador; salvadoren[oa]s?; panama; "
    r"panamen[oa]s?"
)
_CANADA = _any(
    "canada; canadians?; canadien(?:ne)?s?; toronto; ottawa; montreal; quebec; quebecois(?:e|es)?; ontario; alberta; "
    "british_columbia; manitoba; saskatchewan; nova_scotia; new_brunswick; newfoundland; vancouver; calgary; edmonton; "
    "winnipeg"
)
_DOLLARS = (
    (
        "AUD",
        _any("australian?s?; sydney; brisbane; adelaide; canberra; queensland; new_south_wales; tasmanian?; shire"),
    ),
    ("CAD", _CANADA),
    ("NZD", _any("new_zealand(?:er|ers)?; auckland; christchurch; dunedin; otago; waikato; maori")),
    ("SGD", _any("singapore(?:an|ans)?")),
    ("HKD", _any("hong_kong")),
)
_PESOS = _any(
    "mexico; mexican[oa]s?; argentina; argentin[oa]s?; buenos_aires; chile; chilen[oa]s?; colombia; colombian[oa]s?; "
    "bogota; medellin; uruguay; uruguay[oa]s?; montevideo"
)
_COMMONWEALTH = regex.compile(
    r"(?<!\w)(?:per cent|\p{l}*(?:kilo|centi)?metres|\p{l}*(?:labour|neighbour|colour|honour|harbour|favour)\p{l}*|"
    r"programme|cent(?:re|res)|councillors?|\p{l}+isation|mrs? \p{l}+)(?!\w)"
)
_STATES = regex.compile(r"(?<!\w)US(?!\w)")  #: folded, it would be the pronoun
_CLEARLY = 3  #: times as often must one country be named as another
_SIGN = r"(?<!\p{l})\$"
#: language -> what its bare words and signs of money may mean
_ELSEWHERE: dict[str, _Money] = {
    "ar": _Money(
        unit="AED", bare=regex.compile(""), open="AED",
        here=_any("(?:ال)?(?:امارات|اماراتي|اماراتيه|ابوظبي|ابو_ظبي|دبي|شارقه)", lead="[وفبل]{0,2}"),
        there=(("MAD", _any(
            "(?:ال)?(?:مغرب|مغربي|مغربيه|مغاربه|رباط|دار_البيضاء|فاس|مراكش|طنجه|اكادير|مكناس|وجده|تطوان|دجنبر|غشت|"
            "يوليوز|شتنبر|نونبر)", lead="[وفبل]{0,2}",
        )),),
    ),
    "en": _Money(
        unit="USD", bare=regex.compile(rf"{_SIGN}|^(?!.*(?:(?<!\w)us|u\.s\.|american)).*dollars?"), open="dollar",
        here=_US, there=_DOLLARS, elsewhere=_COMMONWEALTH,
    ),
    "fr": _Money(
        unit="USD", bare=regex.compile(rf"{_SIGN}|dollars?(?! americains?)(?!\w)"), open="dollar", here=_US,
        there=(("CAD", _CANADA),),
    ),
    "es": _Money(unit="USD", bare=regex.compile(_SIGN), open="dollar", here=_US, there=(("peso", _PESOS),)),
}  # fmt: skip


def at_home(quantities: Iterable[Quantity], article: str, language: str) -> list[Quantity]:
    """The quantities with the money of the country that the article speaks of."""
    money = _ELSEWHERE.get(language)
    if money is None:
        return list(quantities)
    return [
        replace(one, unit=_meant(article, language))
        if one.unit == money.unit and money.bare.search(folded(one.text))
        else one
        for one in quantities
    ]


@lru_cache(maxsize=64)
def _meant(article: str, language: str) -> str:
    """What a language's bare money means in an article."""
    money, flat = _ELSEWHERE[language], folded(_STATES.sub("u.s", article))
    told = [(len(words.findall(flat)), unit) for unit, words in ((money.unit, money.here), *money.there)]
    (most, unit), (second, _) = sorted(told, reverse=True)[:2]
    if most == 0:
        return money.open if money.elsewhere and money.elsewhere.search(flat) else money.unit
    return unit if most >= _CLEARLY * second else money.open
