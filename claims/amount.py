"""A number as it stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in folded text; `scale` is its last power word, for "2 to 3 million"."""

    start: int
    end: int
    value: float
    scale: float
    in_words: bool
    vague: bool
    fraction: bool
