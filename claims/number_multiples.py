"""Verbs that hold a number: "doubled" is two times, "se triplicó" three, 翻了两番 four."""

from functools import cache

import regex

from claims.lexicon import words_of
from claims.shares import Share

_ES = r"(?:{s}(?:o|aron|a|an|ara|aran|aria|arian|aba|aban|ar|arse|ando|e|en)|(?<=(?:ha|han|habia|habian|haber|haberse)\s){s}ado)"  # noqa: E501
_FR = r"(?<=(?:a|ont|avait|avaient|aurait|auraient|ayant|avoir|presque|quasiment|ete|va|vont|pourrait|pourraient|doit|devrait|fait)\s){s}(?:e|er|ees?|es)(?!\s+(?:en\s+(?:francais|anglais|arabe|allemand|espagnol|version)|par)(?!\w))"  # noqa: E501
_DE = r"{s}(?:t|te|ten|en|n|ung)"
_DE_TIMES = (("doppel", 2), ("dreifach", 3), ("vierfach", 4), ("funffach", 5), ("zehnfach", 10))
_RU = r"{s}(?:ил|ит|ят|ен)\p{{l}}*"
#: language -> verbs in folded letters and how many times; {n} is any number
_VERBS: dict[str, tuple[tuple[str, float], ...]] = {
    "en": (
        (r"doubl(?:ed|ing)(?!\s+(?:as|down|back|up|over)(?!\w))|(?<=(?:to|will|would|could|may|might)\s)double(?=\s+(?:to|in|by|over|within|its|their|the|his|her)(?!\w))", 2),  # noqa: E501
        (r"(?:tripl|trebl)(?:ed|ing)|(?<=(?:to|will|would|could|may|might)\s)(?:triple|treble)", 3),
        (r"quadrupl(?:ed|ing)", 4),
        (r"(?P<n>{n}|\d+)[- ]?fold(?<!two[- ]?fold)", 0),
    ),
    "es": (
        (_ES.format(s="duplic"), 2), (_ES.format(s="triplic"), 3), (_ES.format(s="cuadruplic"), 4),
        (r"multiplic\p{l}+ (?:\p{l}+ )?por (?P<n>{n}|\d+)", 0),
    ),
    "fr": (
        (_FR.format(s="doubl"), 2), (_FR.format(s="tripl"), 3), (_FR.format(s="quadrupl"), 4),
        (r"multipli\p{l}+ (?:\p{l}+ )?par (?P<n>{n}|\d+)", 0),
    ),
    "de": (
        *((_DE.format(s=f"ver{stem}"), times) for stem, times in _DE_TIMES),
        (r"(?P<n>{n}|\d+-?)mal", 0),
        (r"das (?P<n>{n}|\d+-?)fache", 0),
    ),
    "ru": ((_RU.format(s="удво"), 2), (_RU.format(s="утро"), 3), (_RU.format(s="учетвер"), 4)),
    "tr": tuple(
        (rf"{word} katla(?:n|d|y|m|r)\p{{l}}*", value)
        for word, value in (("ikiye", 2), ("uce", 3), ("dorde", 4), ("bese", 5), ("ona", 10))
    ),
    "zh": ((r"翻了?一番|翻番|翻了?一倍|翻倍", 2), (r"翻了?两番", 4)),
}  # fmt: skip


@cache
def _patterns(language: str) -> tuple[tuple["regex.Pattern[str]", float], ...]:
    words = words_of(language)
    many = sorted((name for name, value in words.cardinals.items() if value > 1 and " " not in name), key=len)
    numbers = "|".join(map(regex.escape, reversed(many))) or "(?!)"
    edge = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")
    return tuple(
        (regex.compile(f"{edge[0]}(?:{verb.replace('{n}', numbers).replace(' ', chr(92) + 's+')}){edge[1]}"), value)
        for verb, value in _VERBS.get(language, ())
    )


def multiples_in(flat: str, language: str) -> list[Share]:
    """The multiples that verbs and adverbs of folded text tell.

    >>> [one.value for one in multiples_in("fines doubled and costs rose tenfold", "en")]
    [2.0, 10.0]
    """
    found: list[Share] = []
    for pattern, told in _patterns(language):
        for match in pattern.finditer(flat):
            raw = (match.groupdict().get("n") or "").strip("-")
            value = float(raw) if raw.isdigit() else words_of(language).cardinals.get(raw, told)
            if value > 1:
                found.append(Share(match.start(), match.end(), float(value), "times"))
    return found
