"""Text in a form that words can be looked up in, with the way back to the offsets of the text itself."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex

_DROPPED = regex.compile(
    r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u0591-\u05c7\u200b\u200e\u200f\u2066-\u2069\u202a-\u202e\ufeff]"
)
# Letters that writers of one language interchange; one character each, so that offsets stay.
_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ۀ": "ه",
    "٫": ".", "٬": ",", "٪": "%", "％": "%", "‐": "-", "‑": "-", "’": "'", "‘": "'", "ʼ": "'",
    "ı": "i", "İ": "i", "ß": "ß", "،": ",", "؛": ";", "؟": "?",
}  # fmt: skip


class _Table(dict[int, int | str | None]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> int | str:
        char = chr(code)
        folded = _fold_char(char)
        self[code] = folded
        return folded


def _fold_char(char: str) -> str:
    """One character for one character."""
    if char in _SAME:
        return _SAME[char]
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(char) == "Zs":
        return " "
    lower = char.lower()[0]
    if ord(lower) < 0x250 or 0x370 <= ord(lower) < 0x530 or 0x1E00 <= ord(lower) < 0x2000:
        lower = unicodedata.normalize("NFD", lower)[0]
    return _SAME.get(lower, lower)


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `places` is empty where every character stands where it stood."""

    text: str
    places: tuple[int, ...]
    length: int

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text that was folded."""
        if not self.places:
            return start, end
        if start >= end:
            place = self.places[start] if start < len(self.places) else self.length
            return place, place
        last = self.places[end] if end < len(self.places) else self.length
        return self.places[start], last


@lru_cache(maxsize=512)
def fold(text: str) -> Folded:
    """The text without case, diacritics, tatweel and regional digits.

    >>> fold("بِأَكثَرَ من ٤٠").text
    'باكثر من 40'
    """
    if _DROPPED.search(text) is None:
        return Folded(text.translate(_TABLE), (), len(text))
    dropped = {match.start() for match in _DROPPED.finditer(text)}
    places = tuple(at for at in range(len(text)) if at not in dropped)
    return Folded(folded(text), places, len(text))


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """A word or pattern as it is looked up; kept, for the same words come again and again."""
    return _DROPPED.sub("", word).translate(_TABLE)
