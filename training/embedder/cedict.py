"""The entries of CC-CEDICT (CC BY-SA 4.0), a Chinese-English dictionary, as training pairs."""

from collections.abc import Container, Iterator
from pathlib import Path

import regex

from training.embedder.pairs import Row

_ENTRY = regex.compile(r"(\S+) (\S+) \[[^\]]*\] /(.*)/\s*")
_ASIDE = regex.compile(r"\([^)]*\)|\[[^\]]*\]|CL:.*|see also .*|variant of .*|\b(?:sb|sth)\b")
_HAN = regex.compile(r"\p{Han}")


def cedict_rows(path: Path, held_out: Container[str]) -> Iterator[Row]:
    """A row for each meaning of each entry, in either spelling; nothing that stands in a test set."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = None if line.startswith("#") else _ENTRY.fullmatch(line)
        for sense in entry[3].split("/") if entry else ():
            english = " ".join(_ASIDE.sub("", sense).split())
            if english and not _HAN.search(english) and english not in held_out:
                for word in dict.fromkeys((entry[1], entry[2]) if entry else ()):
                    if word not in held_out:
                        yield "pair", "zh", "cedict", english, word
