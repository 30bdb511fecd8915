"""The rows of a stance file as pairs of a passage and a claim with a label."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard

from claims.digests import digest

LABELS = frozenset({"entailment", "neutral", "contradiction", "not_entailment", "partial"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage and one claim."""

    source: str
    premise: str
    premise_language: str
    claim: str
    claim_language: str
    label: str  #: of LABELS


def held_back(passage: str, of: int = 12) -> bool:
    """Whether pairs with this passage are kept out of training: one in `of`, so that no passage is in both parts."""
    return int(digest(passage[:200])[:8], 16) % of == 0


def read_stance(path: Path) -> Iterator[Pair]:
    """The rows of a stance file with usable labels."""
    with zstandard.open(path, "rt", encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        for line in lines:
            row = dict(zip(header, line.rstrip("\n").split("\t"), strict=False))
            if row.get("label") in LABELS:
                yield Pair(
                    row["source"], row["premise"], row["language"], row["hypothesis"], row["language"], row["label"]
                )
