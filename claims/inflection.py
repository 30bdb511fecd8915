"""A word -> whether it is a finite verb by its form, where the form says so by itself: a dictionary, no context."""

from functools import cache, lru_cache

import regex
from simplemma import Lemmatizer

#: how infinitives end, and how forms end that are no finite verbs: participles, gerunds, infinitives
_SEPARABLE = "ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|nieder|vor|weg|zu|zurück|zusammen|um|unter|über|durch|fort|statt|teil|frei|bekannt"  # noqa: E501
_FORMS = {
    "fr": (r"(?:er|ir|re|oir)", r"(?:ant|antes?|ants|[éi]e?s?|[^q]ue?s?|ise?s?|ites?|[aeio]int?e?s?|er|ir|re)"),
    "es": (r"[aeií]r(?:se)?", r"(?:[aií]d[oa]s?|[aeií]ndo|[aeií]r|ar(?:se|lo|la)|t[oa]s?|[aei]ntes?|as)"),
    "de": (
        r"(?:e[nr]?n|ln|rn)",
        rf"(?:ge\p{{L}}+|(?:{_SEPARABLE})ge\p{{L}}+|\p{{L}}+zu\p{{L}}+en|\p{{L}}+end\p{{L}}*|\p{{L}}+(?:es|em|er))",
    ),
    "ru": (
        r"(?:ть|ти|чь)(?:ся|сь)?",
        r"\p{L}+(?:ть|ти|чь|ться|тись|чься|вший|вш\p{L}+|щ\p{L}{2,}|нн\p{L}*|[вшая]я|в|вши|ный|мый|м\p{L}[йеяю]|те)",
    ),
}

#: news tells of third persons: "fermes", "cierres" are nouns there
_SECOND_PERSON = regex.compile(r"(?<!on|mo)s$")


@cache
def _patterns(language: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    infinitive, other = _FORMS[language]
    return regex.compile(rf"\p{{L}}+{infinitive}"), regex.compile(rf"\p{{L}}*{other}")


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@lru_cache(maxsize=65536)
def finite_form(word: str, language: str) -> bool:
    """Whether a word can be nothing but a finite verb.

    >>> [finite_form(word, "fr") for word in ("accueille", "prévoit", "maison")]
    [True, True, False]
    """
    if language not in _FORMS or len(word) < 4 or not word.islower():
        return False
    infinitive, other = _patterns(language)
    if other.fullmatch(word) or (language in {"fr", "es"} and _SECOND_PERSON.search(word)):
        return False
    lemma = _lemmatizer().lemmatize(word, lang=language)
    if language == "es" and word.endswith("e") and not lemma.endswith(("er", "ir", "ír")):
        return False  # "corte", "informe": the subjunctive of a verb in -ar is more often a noun
    return lemma != word and lemma.islower() and infinitive.fullmatch(lemma) is not None


#: past subjunctives that no indicative looks like
_SUBJUNCTIVE = regex.compile(
    "sei|seien|(?:hätte|wäre|würde|könnte|müsste|dürfte|läge|gäbe|käme|stünde|bräuchte|wüsste)n?"
)


def reporting_form(word: str) -> bool:
    """Whether a German verb stands in the mood of what others say: only "ich" goes with these forms besides.

    >>> [reporting_form(word) for word in ("stamme", "hätten", "stammt", "sagte", "heute")]
    [True, True, False, False, False]
    """
    plain = word.endswith("e") and not word.endswith(("te", "wurde")) and finite_form(word, "de")
    return plain or _SUBJUNCTIVE.fullmatch(word) is not None
