"""Arabic words by their spelling: the closed class that one belongs to, and the "and" written together with it."""

from collections.abc import Set as AbstractSet
from functools import lru_cache

import regex

from claims.arabic import words as w
from claims.arabic.morphology import PRESENT
from claims.lexicon import words_of
from claims.lexicon.ar_verbs import verb_core

_THAT = regex.compile(r"[بلك]?ان(?:ه|ها|هم|هما|ني|نا|كم|هن)?")


def mark_class(text: str) -> str:
    """The class of a mark or a number."""
    if text[:1].isdigit() or text in {"%", "٪"}:
        return "NUM"
    if text in {",", "،", ";", "؛", "、"}:
        return ","
    if text in {":", "："}:
        return ":"
    if text in '«“"„(':
        return "("
    if text in "»”)":
        return ")"
    return "-" if text in "–—-" else "."


_FEW = frozenset(["بعدما", "كما"])


def closed_class(core: str, text: str) -> str:  # noqa: C901, PLR0911
    """The closed class of a word, or "N"."""
    if core in w.RELATIVE:
        return "REL"
    if core[:1] != "ك" and _THAT.fullmatch(core) and not core.startswith("لان"):
        return "COMP"
    if core in w.NEGATION:
        return "NEG"
    if core in w.MARKS:
        return "MARK"
    if text in {"ثم", "او", "ام", "و", "ف"} or core in {"ثم", "او", "لكن", "بل"}:
        return "CON"
    if core in w.SUBORDINATE or core in _FEW or text in {"اذ", "حيث", "فيما", "بينما"} or core in {"اذ", "حيث"}:
        return "SUB"
    if core in w.PRONOUN:
        return "PRO"
    if core in w.DEMONSTRATIVE:
        return "DEM"
    if core in {"ما", "مما", "من"} and core != "من":
        return "WHAT"
    if core in w.PREPOSITION:
        return "P"
    if core in w.ADVERB:
        return "ADV"
    return "N"


_OWNER = regex.compile(r"(?:هما|ها|هم|هن|نا|ه|ي)$")


def _owned_in(text: str, table: AbstractSet[str]) -> bool:
    """Whether a word with a pronoun behind it is a word of a table: وزيرها, وظيفته."""
    bare = _OWNER.sub("", text)
    forms = {bare, bare.removesuffix("ا"), bare[:-1] + "ه" if bare[-1] == "ت" else bare}
    return bare != text and len(bare) > 2 and not forms.isdisjoint(table)


@lru_cache(maxsize=65536)
def without_and(text: str) -> tuple[str, str]:  # noqa: PLR0911
    """The "and" or "so" that is written together with a word, and the word."""
    first = text[:1]
    if (
        first == ""
        or first not in "وف"
        or len(text) < 3
        or text in w.NOT_JOINED
        or text.removesuffix("ا") in w.NOT_JOINED
        or _owned_in(text, w.NOT_JOINED)
    ):
        return "", text
    if closed_class(text, text) != "N":
        return "", text
    rest = text[1:]
    if text in words_of("ar").given_names and rest not in words_of("ar").given_names:
        return "", text
    own = verb_core(text)
    if own and not (own != text and verb_core(rest) == rest):
        return "", text
    if first == "و":
        return first, rest
    if verb_core(rest) or rest.startswith("ال") or closed_class(rest, rest) != "N" or PRESENT.fullmatch(rest):
        return first, rest
    return ("ف", rest) if len(rest) >= 4 and not text.startswith(("في", "فا", "فر", "فل", "فن")) else ("", text)
