"""Units and signs that all languages share: folded pattern, canonical unit, dimension, factor to it."""

import regex

SIGNS_AFTER = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₺": "TRY",
    "₽": "RUB",
    "₹": "INR",
    "c$": "CAD",
    "a$": "AUD",
    "ca$": "CAD",
    "au$": "AUD",
    "hk$": "HKD",
    "nz$": "NZD",
    "nt$": "TWD",
    "s$": "SGD",
    "r$": "BRL",
    "mx$": "MXN",
}
#: letters before a dollar that stand in no table are another country's money
SIGNS_BEFORE = regex.compile(r"((?:us|ca?|au?|hk|nz|nt|s|r|mx)\$|(?<!\p{l})\$|[€£¥₺₽₹])\s*$")

COMMON_UNITS: tuple[tuple[str, str, str, float], ...] = (
    ("%", "percent", "share", 1),
    (r"us\$|\$", "USD", "money", 1), ("€|eur", "EUR", "money", 1), ("£|gbp", "GBP", "money", 1), ("¥", "JPY", "money", 1), ("₺", "TRY", "money", 1), ("₽", "RUB", "money", 1), ("₹", "INR", "money", 1), ("usd", "USD", "money", 1),  # noqa: E501
    ("k€", "EUR", "money", 1e3), ("m€|mio\\.? ?€", "EUR", "money", 1e6),
    ("mds? ?€|mrd\\.? ?€|bn€", "EUR", "money", 1e9),
    ("km²|km2|km\\^2", "km2", "area", 1), ("m²|m2", "km2", "area", 1e-6), ("ha", "km2", "area", 0.01),
    ("km/h", "km/h", "speed", 1), ("km", "m", "length", 1000), ("cm", "m", "length", 0.01), ("mm", "m", "length", 0.001), ("m", "m", "length", 1),  # noqa: E501
    ("kg", "kg", "mass", 1), ("mg", "kg", "mass", 1e-6), ("g", "kg", "mass", 0.001), ("t", "kg", "mass", 1000),
    ("gb", "B", "data", 1e9), ("mb", "B", "data", 1e6), ("tb", "B", "data", 1e12),
    ("mw", "W", "power", 1e6), ("gw", "W", "power", 1e9), ("kw", "W", "power", 1e3), ("twh", "Wh", "energy", 1e12), ("gwh", "Wh", "energy", 1e9), ("kwh", "Wh", "energy", 1e3),  # noqa: E501
    ("°c|° c|℃", "celsius", "temperature", 1), ("°f", "fahrenheit", "temperature", 1),
)  # fmt: skip
