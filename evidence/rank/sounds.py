"""The words of a text that may be names, by their consonants, so that scripts can be compared."""

import unicodedata
from functools import lru_cache

import regex
from anyascii import anyascii

from claims.transliteration import skeleton

FEWEST = 3  # consonants; two fit any text
# Where a script has capitals, names have them; where it has none, any word may be a name.
_CAPITALS = r"\p{Lu}[\p{L}\p{M}'’]+"
_NO_SPACES = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_CANDIDATES = regex.compile(rf"{_CAPITALS}|(?:(?![{_NO_SPACES}])[\p{{Lo}}\p{{M}}]){{3,}}")
_CAPITALISED = regex.compile(_CAPITALS)
_SPELLED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}]")  # scripts that `skeleton` reads
_NASAL = ("ANUSVARA", "CANDRABINDU")


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """The consonants of a word of any script; empty where they are too few to tell words apart."""
    key = _consonants(word)
    return key if len(key) >= FEWEST else ""


def _consonants(word: str) -> str:
    return skeleton(word if _SPELLED.match(word) else anyascii(_nasals_written(word)))


def _nasals_written(word: str) -> str:
    """The word with an "n" for each mark that only says "through the nose", as Latin spelling has it."""
    return "".join("n" if unicodedata.name(c, "").endswith(_NASAL) else c for c in word)


def name_keys(text: str) -> list[str]:
    """The consonants of each word that may be a name, in order.

    >>> name_keys("قال زيغمار") [-1:] == name_keys("Sigmar said")
    True
    >>> name_keys("पैंथर्स") == name_keys("Panthers")
    True
    """
    return [key for word in _CANDIDATES.findall(text) if (key := sound(word))]


def capital_keys(text: str) -> list[str]:
    """The consonants of each word that its capital letter says may be a name."""
    return [key for word in _CAPITALISED.findall(text) if (key := sound(word))]
