"""Reads the training pairs that `collect` wrote."""

from collections.abc import Iterator
from pathlib import Path

import zstandard

Row = tuple[str, str, str, str, str]


def read_pairs(work: Path) -> Iterator[Row]:
    """The rows (kind, language, source, english, text)."""
    with zstandard.open(work / "pairs.tsv.zst", "rt", encoding="utf-8") as lines:
        for line in lines:
            kind, language, source, english, text = line.rstrip("\n").split("\t")
            yield kind, language, source, english, text
