"""A sentence changed so that its propositions stay: other marks, case and digits, or words of another language."""

import io
import random
from collections import defaultdict
from pathlib import Path

import regex

from training.segmenter.written import Proposition, Spans, Written

Edit = tuple[int, int, str]  #: start, end, what stands there afterwards
_NUMBER = regex.compile(r"\p{N}+")
_WORD = regex.compile(r"\p{L}+")
_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
_LONGEST_HAN = 4
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))

Lexicon = dict[str, list[str]]


def edited(one: Written, edits: list[Edit], language: str) -> Written:
    """The sentence after some edits that do not overlap."""
    pieces: list[str] = []
    moved = [0] * (len(one.text) + 1)
    at = length = 0
    for start, end, new in [*sorted(edits), (len(one.text), len(one.text), "")]:
        for place in range(at, start):
            moved[place] = length + place - at
        pieces += [one.text[at:start], new]
        length += start - at
        for place in range(start, end):
            moved[place] = length
        length += len(new)
        moved[end] = length
        at = end

    def shifted(spans: Spans) -> Spans:
        return tuple((moved[a], moved[b]) for a, b in spans if moved[a] < moved[b])

    return Written(
        language,
        "".join(pieces),
        [
            Proposition(shifted(p.content), anchor[0], shifted(p.attribution))
            for p in one.propositions
            if (anchor := shifted((p.anchor,)))
        ],
        one.half,
    )


def noised(one: Written, rng: random.Random) -> Written:
    """The sentence with other digits, and by chance without commas or final stop, in small letters, in other quotes."""
    text, edits = one.text, list[Edit]()
    for found in _NUMBER.finditer(text):
        digits = "".join(chr(ord(c) - int(c) + rng.randint(at == 0, 9)) if c.isdecimal() else c for at, c in enumerate(found.group()))  # noqa: E501  # fmt: skip
        edits.append((found.start(), found.end(), digits))
    no_commas, small = rng.random() < 0.15, rng.random() < 0.15
    opening, closing = rng.choice(_QUOTES)
    requote = rng.random() < 0.3
    for at, sign in enumerate(text):
        if sign in ",،" and (no_commas or rng.random() < 0.07):
            edits.append((at, at + 1, ""))
        elif requote and sign in "«“„»”":
            edits.append((at, at + 1, opening if sign in "«“„" else closing))
        elif small and sign.lower() != sign and len(sign.lower()) == 1:
            edits.append((at, at + 1, sign.lower()))
        elif at == len(text) - 1 and sign in ".。" and rng.random() < 0.3:
            edits.append((at, at + 1, ""))
    return edited(one, edits, one.language)


def read_lexicon(data: Path, language: str) -> Lexicon:
    """English word -> words of the language, single words on both sides."""
    import zstandard

    made: Lexicon = defaultdict(list)
    with (data / "lexicon" / f"{language}.tsv.zst").open("rb") as raw:
        stream = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), encoding="utf-8")
        for line in stream:
            source, english, foreign, *_ = [*line.rstrip("\n").split("\t"), "", ""]
            short = language != "zh" or len(foreign) <= _LONGEST_HAN
            if _WORD.fullmatch(english) and regex.fullmatch(r"[\p{L}\p{M}\u200c]+", foreign) and short:
                key = english.lower() if source not in {"person_names", "geo_names"} else english
                made[key].append(foreign)
    return made


def inverted(lexicon: Lexicon) -> Lexicon:
    """Word of the language -> English words."""
    made: Lexicon = defaultdict(list)
    for english, foreign in lexicon.items():
        for word in foreign:
            made[word.lower()].append(english)
    return made


def _translations(lexicon: Lexicon, word: str) -> list[str]:
    """What a word may be in the other language, by itself or without its ending."""
    found = lexicon.get(word) or lexicon.get(word.lower())
    for ending, other in () if found else _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found = lexicon.get((word[: -len(ending)] + other).lower())
        if found:
            break
    return found or []


def switched(one: Written, language: str, lexicon: Lexicon, share: float, rng: random.Random) -> Written:
    """A sentence with a share of its words in another language."""
    edits = list[Edit]()
    for found in _WORD.finditer(one.text):
        if rng.random() < share and (words := _translations(lexicon, found.group())):
            edits.append((found.start(), found.end(), rng.choice(words)))
    return edited(one, edits, language)
