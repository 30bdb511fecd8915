"""Texts as piece numbers, each text once, for files that `learn` reads."""

import numpy as np

from evidence.encoder_rows import LONGEST, PairRows


class Texts:
    """Texts by number, each once."""

    def __init__(self) -> None:
        self.all: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text."""
        return self.all.setdefault(text, len(self.all))

    def ids(self, rows: PairRows) -> tuple[np.ndarray, np.ndarray]:
        """All piece numbers in a row, and where each text begins, with the end at last."""
        found: list[np.ndarray] = []
        texts = list(self.all)
        for first in range(0, len(texts), 20_000):
            found += [ids[:LONGEST].astype(np.uint16) for ids in rows.ids(texts[first : first + 20_000])]
        return np.concatenate(found), np.concatenate([[0], np.cumsum([len(one) for one in found])])
