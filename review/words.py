"""The words of the report and the review page, in Arabic and English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

#: Shown beside the colour, so that nobody has to tell colours apart.
SIGNS = {
    "supported": "✓",
    "refuted": "✗",
    "not_enough_evidence": "?",
    "conflicting_evidence": "±",
    "undecided": "…",
}
LABELS = tuple(SIGNS)


@cache
def every_language() -> Mapping[str, Mapping[str, str]]:
    """Words by language tag."""
    packed = files("review").joinpath("words.toml").read_text("utf-8")
    return dict(tomllib.loads(packed))


def words_for(language: str) -> Mapping[str, str]:
    """The words in this language, else in English.

    >>> words_for("ar-EG")["direction"], words_for("zh")["direction"]
    ('rtl', 'ltr')
    """
    known = every_language()
    return known.get(language.split("-", maxsplit=1)[0].lower(), known["en"])
