"""A sentence -> the tokens that the parser reads, and the hashes by which it knows them.

The parser's tables are those of a spaCy pipeline, so words are hashed as spaCy hashes them: MurmurHash64A of the
UTF-8 bytes for a string, MurmurHash3 of that for its four rows in a table.
"""

from functools import lru_cache

import regex

_ABBREVIATED = "Mr|Mrs|Ms|Dr|St|Prof|Gov|Sen|Rep|Gen|Col|Capt|Lt|Sgt|Jr|Sr|No|Inc|Ltd|Corp|Co|vs|Sept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec"  # noqa: E501
_TOKEN = regex.compile(
    rf"(?:\p{{Lu}}\.){{2,}}|(?<![\p{{L}}\p{{N}}])\p{{Lu}}\.(?=\s)|(?:{_ABBREVIATED})\.(?=\s)"
    r"|\p{L}[\p{L}\p{M}]*?(?=n['’]t(?!\w))|n['’]t(?!\w)|['’](?:s|ll|re|ve|d|m)(?!\w)"
    r"|\p{N}++(?:[.,:]\p{N}+)*+(?:s|st|nd|rd|th)?(?!\p{L})|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+|\.{3}|\S"
)
_ALL = 0xFFFFFFFFFFFFFFFF


def parser_tokens(text: str) -> list[tuple[int, int]]:
    """The tokens' offsets.

    >>> ["The firm's didn't"[a:b] for a, b in parser_tokens("The firm's didn't")]
    ['The', 'firm', "'s", 'did', "n't"]
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def shape_of(word: str) -> str:
    """How a word is written: "Xxxx", "dd", no run longer than four."""
    if len(word) >= 100:
        return "LONG"
    made, last, run = [], "", 0
    for char in word:
        kind = ("X" if char.isupper() else "x") if char.isalpha() else "d" if char.isdigit() else char
        run = run + 1 if kind == last else 0
        last = kind
        if run < 4:
            made.append(kind)
    return "".join(made)


@lru_cache(maxsize=65536)
def string_hash(word: str) -> int:
    """MurmurHash64A with seed 1; 0 for the empty string."""
    data = word.encode()
    if not data:
        return 0
    mix, shift = 0xC6A4A7935BD1E995, 47
    value = (1 ^ (len(data) * mix)) & _ALL
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * mix & _ALL
        part ^= part >> shift
        value = (value ^ (part * mix & _ALL)) * mix & _ALL
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * mix & _ALL
    value ^= value >> shift
    value = value * mix & _ALL
    return value ^ (value >> shift)


def _final(value: int) -> int:
    value ^= value >> 33
    value = value * 0xFF51AFD7ED558CCD & _ALL
    value ^= value >> 33
    value = value * 0xC4CEB9FE1A85EC53 & _ALL
    return value ^ (value >> 33)


def table_rows(key: int, seed: int, size: int) -> tuple[int, int, int, int]:
    """The four rows of a key in a table: MurmurHash3 for x64, 128 bits, of the key's eight bytes."""
    one = key * 0x87C37B91114253D5 & _ALL
    one = (one << 31 | one >> 33) & _ALL
    one = (one * 0x4CF5AD432745937F & _ALL) ^ seed ^ 8
    two = seed ^ 8
    one = (one + two) & _ALL
    two = (two + one) & _ALL
    one, two = _final(one), _final(two)
    one = (one + two) & _ALL
    two = (two + one) & _ALL
    return tuple(part % size for half in (one, two) for part in (half & 0xFFFFFFFF, half >> 32))  # type: ignore[return-value]
