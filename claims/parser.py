"""A sentence -> which word depends on which: a small network over words, read with numpy alone.

Two layers of LSTM in both directions over hashed word parts, then one score for every pair of words. How it
was trained, and on what, stands in training/README.md.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from claims.parser_tokens import features_of, parser_tokens
from claims.parser_trees import best_tree

_MODELS = Path(__file__).parent / "models"
_LONGEST = 120  #: tokens; a longer sentence is not parsed, and the rules without a parse take it


@dataclass(frozen=True, slots=True)
class Node:
    """One word of a parsed sentence; offsets count in the sentence."""

    at: int
    start: int
    end: int
    text: str
    tag: str  #: part of speech, Penn Treebank
    head: int  #: the word it depends on; its own place for the root
    label: str  #: how: nsubj, dobj, relcl, …


class Network:
    """The weights of one language and what is worked out with them."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as stored:
            self.weights = {name: stored[name].astype(np.float32) for name in stored.files if stored[name].ndim and stored[name].dtype.kind == "f"}  # noqa: E501  # fmt: skip
            self.tags, self.labels = [str(t) for t in stored["tags"]], [str(t) for t in stored["labels"]]

    def _layer(self, rows: np.ndarray, name: str) -> np.ndarray:
        """One LSTM in one direction, over rows in the order given."""
        w = self.weights
        given = rows @ w[f"{name}.in"] + w[f"{name}.bias"]
        recurrent = w[f"{name}.hidden"]
        size = recurrent.shape[0]
        state, memory = np.zeros(size, np.float32), np.zeros(size, np.float32)
        made = np.empty((len(rows), size), np.float32)
        for at in range(len(rows)):
            gates = given[at] + state @ recurrent
            open_ = 1 / (1 + np.exp(-gates[: 3 * size]))
            memory = open_[size : 2 * size] * memory + open_[:size] * np.tanh(gates[3 * size :])
            state = open_[2 * size :] * np.tanh(memory)
            made[at] = state
        return made

    def _encoded(self, words: list[str]) -> np.ndarray:
        """A vector a word, from the whole sentence."""
        w, places = self.weights, features_of(words)
        rows = np.concatenate(
            [w["word"][places[:, 0]] + w["word"][places[:, 1]], w["three"][places[:, 2]], w["two"][places[:, 3]], w["first"][places[:, 4]], w["shape"][places[:, 5]]],  # noqa: E501
            axis=1,
        )  # fmt: skip
        for layer in ("0", "1"):
            rows = np.concatenate([self._layer(rows, f"f{layer}"), self._layer(rows[::-1], f"b{layer}")[::-1]], axis=1)
        return rows

    def read(self, words: list[str]) -> tuple[list[str], list[int], list[str]]:
        """Tag, head and label a word."""
        w = self.weights
        rows = self._encoded(words)
        above = np.concatenate([w["root"][None], rows])
        tags = [self.tags[k] for k in (rows @ w["tag.w"] + w["tag.b"]).argmax(axis=1)]
        below = _leaky(rows @ w["arc_below.w"] + w["arc_below.b"])
        over = _leaky(above @ w["arc_above.w"] + w["arc_above.b"])
        scores = np.concatenate([below, np.ones((len(words), 1), np.float32)], axis=1) @ w["arc.u"] @ over.T
        heads = best_tree(scores)
        left = _leaky(rows @ w["label_below.w"] + w["label_below.b"])
        right = _leaky(above @ w["label_above.w"] + w["label_above.b"])[heads]
        one = np.ones((len(words), 1), np.float32)
        left, right = np.concatenate([left, one], axis=1), np.concatenate([right, one], axis=1)
        found = np.einsum("td,ldh,th->tl", left, w["label.v"], right, optimize=True).argmax(axis=1)
        return tags, [at if head == 0 else head - 1 for at, head in enumerate(heads)], [self.labels[k] for k in found]


def _leaky(rows: np.ndarray) -> np.ndarray:
    return np.where(rows > 0, rows, np.float32(0.1) * rows)


@cache
def _network(language: str) -> Network | None:
    path = _MODELS / f"parser-{language}.npz"
    return Network(path) if path.exists() else None


@lru_cache(maxsize=256)
def parse(text: str, language: str) -> tuple[Node, ...]:
    """The words of a sentence with their heads; empty where the language has no network or the text is too long.

    >>> [(n.text, n.label) for n in parse("The bridge opened in 1931.", "en")][1:3]
    [('bridge', 'nsubj'), ('opened', 'ROOT')]
    """
    network = _network(language)
    places = parser_tokens(text) if network else []
    if network is None or not 2 <= len(places) <= _LONGEST:
        return ()
    words = [text[a:b] for a, b in places]
    tags, heads, labels = network.read(words)
    return tuple(
        Node(at, *places[at], words[at], tags[at], heads[at], labels[at] if heads[at] != at else "ROOT")
        for at in range(len(words))
    )
