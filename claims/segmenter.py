"""A sentence -> its propositions: the words of each, and those that name who tells it, by the learnt segmenter.

The first layers of multilingual-e5-small (Wang et al., 2024), taught by `training/segmenter/` on sentences in nine
languages, in numpy.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from claims.bert import (
    PIECES,
    Floats,
    Ints,
    Weights,
    attended,
    convolved,
    gelu,
    layer,
    layers_of,
    load_weights,
    mapped,
    norm,
    pieces_of,
)
from claims.clause_base import Spans
from claims.errors import WeightsUnusable
from claims.segment_heads import SEGMENTER, load_speakers
from claims.segment_rows import SegmentRow, row_of, runs_of, unbroken_in

FILE = SEGMENTER
TOGETHER = 240  #: pieces from which on sentences are read
PAIR_HEADS = 4
EPSILON = 1e-5  #: of the norms over pairs
SURE = 0.0  #: from which number on, before it is made a share, a unit is a predicate
LIKELY = -2.0  #: from which on it may be one, and what would belong to it is worth asking
WIDER = (-3.0, -1.5, 1.5, 3.0)  #: a statement read again with so much less, and more, asked of each of its words


@dataclass(frozen=True, slots=True)
class Told:
    """One proposition; offsets count in the sentence."""

    anchor: tuple[int, int]  #: its main predicate
    content: Spans
    telling: Spans  #: who tells it and with which word; () for the writer
    sure: float  #: the chance that its predicate and each of its words are right, as the network sees it
    heard: float  #: how surely any word tells who tells it, before it is made a share; above 0 for yes
    speaker: tuple[int, int] | None = None  #: the words among the telling ones that name who; None for none


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network sees in one sentence; numbers before they are made shares, above 0 for yes."""

    told: list[Told]
    starts: Ints  #: of the units, in the sentence
    ends: Ints
    units: Floats  #: a vector of each
    surest: Floats  #: [units]: whether each is a predicate
    anchors: Ints  #: which units are likely ones
    members: Floats  #: [likely predicates, units, 2]: whether the unit states what the predicate does, or who tells it
    guesses: list[Told]  #: what may be told besides: by likely predicates, and with more or fewer words


class Segmenter:
    """The network with its weights."""

    def __init__(self, weights: Weights) -> None:
        self._w = {
            name: tensor if name.startswith("table.") else np.asfortranarray(tensor, np.float32)
            for name, tensor in weights.items()
        }  # columns side by side, for all maps are by a matrix turned
        self._layers = layers_of(weights)
        self._far = (len(weights["distance.weight"]) - 1) // 2

    def read_all(self, texts: Iterable[str]) -> dict[str, Seen | None]:
        """The propositions of each sentence, in the order of their predicates; None for one too long to read."""
        made: dict[str, Seen | None] = dict.fromkeys(texts)
        group: list[tuple[str, SegmentRow]] = []
        for text in made:
            row = row_of(text, PIECES)
            if row is not None:
                group.append((text, row))
            if sum(len(one.ids) for _, one in group) >= TOGETHER:
                made |= self._read(group)
                group = []
        return made | self._read(group)

    def _read(self, group: list[tuple[str, SegmentRow]]) -> dict[str, Seen | None]:
        """Some sentences at a time, for large maps are quicker than many small ones."""
        all_units = self.units([row for _, row in group]) if group else []
        return {text: self._seen(text, row, units) for (text, row), units in zip(group, all_units, strict=True)}

    def _seen(self, text: str, row: SegmentRow, units: Floats) -> Seen:
        surest = self.predicates(units)
        likely = np.flatnonzero(surest > LIKELY)
        members = self.members(units, likely) if len(likely) else np.zeros((0, len(units), 2), np.float32)
        doubts = np.log1p(np.exp(-np.abs(members[..., 0]))).sum(-1) + np.log1p(np.exp(-surest[likely]))
        places = np.stack([row.starts, row.ends], 1)
        unbroken = unbroken_in(text, row)

        def stretches(inside: npt.NDArray[np.bool_]) -> Spans:
            return runs_of(places, inside, unbroken)

        telling = members[..., 1] > 0
        named = load_speakers().runs(units, telling) if telling.any() else [None] * len(likely)
        sure = [k for k, at in enumerate(likely) if surest[at] > SURE]
        told, guesses = [], []
        for k, at in enumerate(likely.tolist()):
            run, content = named[k], members[k, :, 0]
            anchor, tellers = (row.starts[at], row.ends[at]), stretches(telling[k])
            chance, heard = round(float(np.exp(-doubts[k])), 3), round(float(members[k, :, 1].max()), 2)
            speaker = None if run is None else (row.starts[run[0]], row.ends[run[1]])
            plain = [
                Told(anchor, stretches(content > least), tellers, chance, heard, speaker) for least in (0.0, *WIDER)
            ]
            if k in sure:
                told.append(plain.pop(0))
            guesses += plain
        return Seen(told, places[:, 0], places[:, 1], units, surest, likely, members, guesses)

    def units(self, rows: list[SegmentRow]) -> list[Floats]:
        """A vector a unit of each sentence."""
        w, ids = self._w, np.concatenate([one.ids for one in rows])
        bounds = [0, *itertools.accumulate(len(one.ids) for one in rows)]
        places = np.concatenate([np.arange(len(one.ids)) for one in rows])
        x = norm(pieces_of(w, ids) + w["place.weight"][places], w["norm.weight"], w["norm.bias"])
        for number in range(self._layers):
            x = layer(x, w, f"layers.{number}", bounds)
        first = np.concatenate([at + np.asarray(one.first) for at, one in zip(bounds, rows, strict=False)])
        last = np.concatenate([at + np.asarray(one.last) for at, one in zip(bounds, rows, strict=False)])
        made = gelu(self._map("unit", np.concatenate([x[first], x[last]], axis=-1)))
        return np.split(made, list(itertools.accumulate(len(one.first) for one in rows))[:-1])

    def predicates(self, units: Floats) -> Floats:
        """For each unit, before it is made a share, how surely it is a predicate."""
        return self._map("anchor", units)[:, 0]

    def members(self, units: Floats, anchors: Ints) -> Floats:
        """[predicate, unit, 2]: whether the unit is content, and whether attribution, of the predicate; above 0 yes."""
        w, count, length = self._w, len(anchors), len(units)
        a, a_times = np.split(self._map("of_anchor", units[anchors])[:, None], 2, axis=-1)
        u, u_times = np.split(self._map("of_unit", units)[None], 2, axis=-1)
        far = np.clip(np.arange(length)[None] - anchors[:, None], -self._far, self._far) + self._far
        x = a_times * u_times
        x += a + u
        x += w["distance.weight"][far]
        x = gelu(x)
        near = convolved(x, w["around.weight"])
        near += w["around.bias"]
        x += gelu(near)
        qkv = self._map("pair_qkv", self._norm("pair_norm", x)).reshape(count, length, 3, PAIR_HEADS, -1)
        x += self._map("pair_out", attended(qkv.transpose(2, 0, 3, 1, 4)))
        x += self._map("pair_down", gelu(self._map("pair_up", self._norm("pair_norm2", x))))
        return self._map("belongs", x)

    def _map(self, name: str, x: Floats) -> Floats:
        return mapped(x, self._w, name)

    def _norm(self, name: str, x: Floats) -> Floats:
        return norm(x, self._w[f"{name}.weight"], self._w[f"{name}.bias"], EPSILON)


@lru_cache(maxsize=1)
def load_segmenter() -> Segmenter:
    """The shipped segmenter; WeightsUnusable where its file is missing, broken or of another table of pieces."""
    from safetensors import SafetensorError  # noqa: PLC0415 - where rules lead, it is not needed

    try:
        return Segmenter(load_weights(FILE))
    except (OSError, KeyError, ValueError, SafetensorError) as error:
        raise WeightsUnusable(
            f"The splitter's weights at {FILE} cannot be used ({error}). Expected the file that training/segmenter "
            "writes. Install the program again."
        ) from error
