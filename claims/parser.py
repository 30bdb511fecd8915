"""A sentence -> which word depends on which: a small network over words, read with numpy alone.

The English weights are those of spaCy's `en_core_web_sm` 3.8.0 (MIT), kept as half-precision arrays; see
training/README.md. A language without weights is not parsed, and the rules without a parse take it.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from claims.parser_moves import State, lifted
from claims.parser_tokens import parser_tokens, shape_of, string_hash, table_rows

_MODELS = Path(__file__).parent / "models"
_LONGEST = 150  #: tokens; the cost grows with the length, and such a sentence is a list or broken markup
_EDGE = 4  #: rows of nothing at both ends, as many as there are layers

Rows = np.ndarray


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
            self.weights = {
                name: stored[name].astype(np.float32) for name in stored.files if stored[name].dtype == np.float16
            }
            self.tags = [str(tag) for tag in stored["tags"]]
            moves = [str(move) for move in stored["moves"]]
            self.norms = dict(zip(stored["norm_from"].tolist(), (str(word) for word in stored["norm_to"]), strict=True))
            self.known = dict(zip((str(word) for word in stored["known"]), stored["known_as"].tolist(), strict=True))
        self.moves = [tuple(move.split("-", maxsplit=1)) if "-" in move else (move, "") for move in moves]
        kinds = [move[0] for move in self.moves]
        self.kind_masks = {kind: np.array([one == kind for one in kinds]) for kind in "SDLRB"}
        self.arcs = self.kind_masks["L"] | self.kind_masks["R"]
        for layer in range(_EDGE + 1):
            wide = self.weights[f"maxout{layer}.w"]
            self.weights[f"maxout{layer}.w"] = np.ascontiguousarray(wide.reshape(-1, wide.shape[-1]).T)
        state = self.weights["state.w"]  # 8 places, 64 units, 2 pieces, 64 inputs
        self.weights["state.w"] = np.ascontiguousarray(state.reshape(-1, state.shape[-1]).T)
        self._word = lru_cache(maxsize=20_000)(self._embedded)

    def _key(self, word: str) -> int:
        return self.known.get(word) or string_hash(word)

    def _embedded(self, word: str, spaced: bool) -> Rows:
        """The rows of a word's parts in their tables, side by side."""
        norm = self.norms.get(string_hash(word), word.lower())
        keys = (self._key(norm), self._key(word[0]), self._key(word[-3:]), self._key(shape_of(word)), int(spaced), 0)
        made = []
        for column, key in enumerate(keys):
            table = self.weights[f"table{column}"]
            made.append(table[list(table_rows(key, 8 + column, len(table)))].sum(axis=0))
        return np.concatenate(made)

    def _maxout(self, rows: Rows, layer: int) -> Rows:
        """The best of three pieces a unit, brought to one scale."""
        w = self.weights
        wide = rows @ w[f"maxout{layer}.w"] + w[f"maxout{layer}.b"].reshape(-1)
        best = wide.reshape(len(rows), -1, 3).max(axis=2)
        centre = best.mean(axis=1, keepdims=True)
        spread = best.var(axis=1, keepdims=True) + np.float32(1e-8)
        scaled: Rows = (best - centre) / np.sqrt(spread) * w[f"norm{layer}.g"] + w[f"norm{layer}.b"]
        return scaled

    def _encoded(self, words: list[str], spaced: list[bool]) -> Rows:
        """A vector a word, from itself and the four words on both sides."""
        rows = self._maxout(np.stack([self._word(*pair) for pair in zip(words, spaced, strict=True)]), 0)
        nothing = np.zeros((_EDGE, rows.shape[1]), np.float32)
        rows = np.concatenate([nothing, rows, nothing])
        for layer in range(1, _EDGE + 1):
            edge = np.zeros((1, rows.shape[1]), np.float32)
            around = np.concatenate([np.concatenate([edge, rows[:-1]]), rows, np.concatenate([rows[1:], edge])], axis=1)
            rows = rows + self._maxout(around, layer)
        return rows[_EDGE:-_EDGE]

    def read(self, words: list[str], spaced: list[bool]) -> tuple[list[str], list[int], list[str]]:
        """Tag, head and label a word; the head of the root is its own place."""
        w = self.weights
        rows = self._encoded(words, spaced)
        tags = [self.tags[k] for k in (rows @ w["tag.w"].T + w["tag.b"]).argmax(axis=1)]
        heads, labels = self._arcs(rows @ w["project.w"].T + w["project.b"])
        heads, labels = lifted(heads, labels)
        return tags, [at if head < 0 else head for at, head in enumerate(heads)], labels

    def _arcs(self, rows: Rows) -> tuple[list[int], list[str]]:
        """Heads and labels, by the best allowed move at each step."""
        w = self.weights
        given = (rows @ w["state.w"]).reshape(len(rows), 8, -1)
        given = np.concatenate([given, w["state.pad"].reshape(1, 8, -1)])
        bias, upper, upper_bias = w["state.b"].reshape(-1), w["move.w"].T, w["move.b"]
        places = np.arange(8)
        state = State(len(rows))
        for _ in range(4 * len(rows) + 8):
            if state.done():
                break
            hidden = (given[list(state.context()), places].sum(axis=0) + bias).reshape(-1, 2).max(axis=1)
            shift, reduce, arc = state.allowed()
            open_ = (self.kind_masks["S"] & shift) | (self.kind_masks["D"] & reduce) | (self.arcs & arc)
            kind, label = self.moves[int(np.where(open_, hidden @ upper + upper_bias, -np.inf).argmax())]
            if kind == "S":
                state.shift()
            elif kind == "D":
                state.reduce()
            elif kind == "L":
                state.arc_left(label)
            else:
                state.arc_right(label)
        return state.heads, state.labels


@cache
def _network(language: str) -> Network | None:
    path = _MODELS / f"parser-{language}.npz"
    return Network(path) if path.exists() else None


@lru_cache(maxsize=64)
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
    spaced = [at + 1 < len(places) and places[at + 1][0] > places[at][1] for at in range(len(places))]
    tags, heads, labels = network.read(words, spaced)
    return tuple(
        Node(at, *places[at], words[at], tags[at], heads[at], labels[at] if heads[at] != at else "ROOT")
        for at in range(len(words))
    )
