"""The words of a text that may be names, by their consonants, so that scripts can be compared."""

from functools import lru_cache

import regex

from claims.transliteration import skeleton

FEWEST = 3  # consonants; two fit any text
# Where a script has capitals, names have them; where it has none, any word may be a name.
_CANDIDATES = regex.compile(r"\p{Lu}[\p{L}\p{M}'’]+|[\p{Arabic}\p{M}]{3,}")


@lru_cache(maxsize=200_000)
def _key(word: str) -> str:
    return skeleton(word)


def name_keys(text: str) -> list[str]:
    """The consonants of each word that may be a name, in order.

    >>> name_keys("قال زيغمار") [-1:] == name_keys("Sigmar said")
    True
    """
    keys = (_key(word) for word in _CANDIDATES.findall(text))
    return [key for key in keys if len(key) >= FEWEST]
