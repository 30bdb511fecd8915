"""Words of a text with what they weigh, and how alike the words of two texts are, across languages."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import regex

from claims.folding import fold, folded
from evidence.embed import TokenVectors

Floats = npt.NDArray[np.float32]

_WORD = regex.compile(r"\p{Han}|[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*")
_CLITICS = regex.compile(r"^(?:[وف]?(?:ال|بال|كال|لل|ب|ل|ك|س)?)(?=.{3})")
_ENDINGS = regex.compile(r"(?<=.{3})(?:ات|ان|ين|ون|ها|هم|هن|كم|نا|يه|ه|ي|ا|ت)$")
_ELISION = regex.compile(r"^(?:[ldjmtsnc]|qu|jusqu|lorsqu|aujourd)['’]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, as written and as compared."""

    text: str
    key: str  #: folded, without elided articles
    stem: str  #: the key without the endings that grammar puts on
    start: int
    end: int
    content: bool  #: False for words of grammar


@lru_cache(maxsize=1)
def _function_words() -> dict[str, frozenset[str]]:
    """Words of grammar by language."""
    text = files("evidence.slots").joinpath("function_words.toml").read_text("utf-8")
    return {tag: frozenset(folded(w) for w in line.split()) for tag, line in tomllib.loads(text).items()}


@lru_cache(maxsize=4096)
def words_of_text(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text in order.

    >>> [w.key for w in words_of_text("وصل إلى القاهرة", "ar") if w.content]
    ['وصل', 'القاهره']
    """
    tag = language.split("-", maxsplit=1)[0]
    grammar = _function_words().get(tag, frozenset())
    form = fold(text)
    words = []
    for match in _WORD.finditer(form.text):
        raw = match.group()
        bare = _ELISION.sub("", raw)
        start, end = form.back(match.start() + len(raw) - len(bare), match.end())
        if not bare:
            continue
        content = bare not in grammar and (len(bare) > 1 or bare.isdigit() or "\u4e00" <= bare <= "\u9fff")
        words.append(Word(text[start:end], bare, stem_of(bare), start, end, content))
    return tuple(words)


@lru_cache(maxsize=65536)
def stem_of(key: str) -> str:
    """A word without its commonest endings; rough on purpose, it only says that two words may be one."""
    if "\u0600" <= key[0] <= "\u06ff":
        bare = _CLITICS.sub("", key)
        return _ENDINGS.sub("", bare)
    if len(key) > 5:
        return regex.sub(r"(?:ments?|ings?|edly|ed|es|s|e|er|ers|ee|ees|ado|ada|ados|adas|os|as|o|a|en|n)$", "", key)
    return key


class Lens:
    """Word vectors of one embedder, remembered, and the likeness of words through them."""

    def __init__(self, tokens: TokenVectors) -> None:
        self._tokens = tokens
        self._vectors: dict[str, tuple[Floats, float]] = {}

    def _learn(self, keys: Sequence[str]) -> None:
        """Work out the vectors of words not met before."""
        new = [key for key in dict.fromkeys(keys) if key not in self._vectors]
        if len(self._vectors) > 200_000:  # a long run must not grow without end
            self._vectors.clear()
            new = list(dict.fromkeys(keys))
        if not new:
            return
        table = self._tokens.table
        for key, ids in zip(new, self._tokens.ids(new), strict=True):
            if len(ids) == 0:
                self._vectors[key] = (np.zeros(table.shape[1], dtype=np.float32), 0.0)
                continue
            total = table[ids].sum(axis=0)
            norm = float(np.linalg.norm(total))
            weight = float(np.linalg.norm(table[ids], axis=1).mean())
            self._vectors[key] = (total / norm if norm else total, weight)

    def vectors(self, words: Sequence[Word]) -> tuple[Floats, Floats]:
        """A unit row for each word, and the weight that the embedder gives it."""
        keys = [word.key for word in words]
        self._learn(keys)
        if not keys:
            return np.zeros((0, self._tokens.table.shape[1]), dtype=np.float32), np.zeros(0, dtype=np.float32)
        rows = np.stack([self._vectors[key][0] for key in keys])
        weights = np.array([self._vectors[key][1] for key in keys], dtype=np.float32)
        return rows, weights

    def likeness(self, left: Sequence[Word], right: Sequence[Word]) -> Floats:
        """How alike each pair of words is, 0 to 1: same word, same stem, else the vectors' cosine."""
        if not left or not right:
            return np.zeros((len(left), len(right)), dtype=np.float32)
        a, _ = self.vectors(left)
        b, _ = self.vectors(right)
        scores: Floats = np.clip(a @ b.T, 0.0, 0.99)
        for i, one in enumerate(left):
            for j, other in enumerate(right):
                if one.key == other.key:
                    scores[i, j] = 1.0
                elif one.stem == other.stem and len(one.stem) >= 3 and not one.key.isdigit():
                    scores[i, j] = max(scores[i, j], 0.92)
        return scores
