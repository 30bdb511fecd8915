"""A sentence -> the tokens that the parser reads, and the numbers by which it knows them."""

from functools import lru_cache

import numpy as np
import regex

_ABBREVIATED = "Mr|Mrs|Ms|Dr|St|Prof|Gov|Sen|Rep|Gen|Col|Capt|Lt|Sgt|Jr|Sr|No|Inc|Ltd|Corp|Co|vs|Sept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec"  # noqa: E501
_TOKEN = regex.compile(
    rf"(?:\p{{Lu}}\.){{2,}}|(?:{_ABBREVIATED})\.(?=\s)"
    r"|\p{L}[\p{L}\p{M}]*?(?=n['’]t(?!\w))|n['’]t(?!\w)|['’](?:s|ll|re|ve|d|m)(?!\w)"
    r"|\p{N}+(?:[.,:]\p{N}+)*(?:s|st|nd|rd|th)?(?!\p{L})|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+|\.{3}|\S"
)
#: rows of the embedding tables: word, ending of three, ending of two, beginning, shape
SIZES = (12288, 4096, 1024, 1024, 512)


def parser_tokens(text: str) -> list[tuple[int, int]]:
    """The tokens' offsets.

    >>> ["The firm's didn't"[a:b] for a, b in parser_tokens("The firm's didn't")]
    ['The', 'firm', "'s", 'did', "n't"]
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def _hash(word: str) -> int:
    """FNV-1a with its high bits folded in: the same on every machine."""
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value ^ (value >> 29)


def _shape(word: str) -> str:
    """How a word is written: "Xx", "dd", no run longer than two."""
    made = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else "a" if char.isalpha() else char  # noqa: E501  # fmt: skip
        if len(made) < 2 or made[-1] != kind or made[-2] != kind:
            made += kind
    return made[:8]


@lru_cache(maxsize=32768)
def _features(word: str) -> tuple[int, ...]:
    """Two rows for the word itself, so that two words rarely share both, and one for each part of it."""
    low = word.lower()
    words, three, two, first, shapes = SIZES
    return (
        1 + _hash("w" + low) % (words - 1), 1 + _hash("v" + low) % (words - 1), 1 + _hash("s" + low[-3:]) % (three - 1),
        1 + _hash("t" + low[-2:]) % (two - 1), 1 + _hash("p" + low[:2]) % (first - 1), 1 + _hash("h" + _shape(word)) % (shapes - 1),  # noqa: E501
    )  # fmt: skip


def features_of(words: list[str]) -> np.ndarray:
    """One row of table places a word."""
    return np.array([_features(word) for word in words], dtype=np.int64)
