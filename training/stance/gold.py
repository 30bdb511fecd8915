"""Readings of the seen half of our own gold, for the calibration line: they come through pages and ranking."""

import numpy as np
import numpy.typing as npt

from benchmarks.verdicts.cases import gold_cases, gold_pages, passages_of
from evidence.embed import Embedder
from evidence.rank import rank_passages
from evidence.records import Label
from evidence.slots.decide import Gate, gate_of
from evidence.slots.reader import claim_facts, read_passage
from evidence.slots.words import Lens

RIGHT = {Gate.SUPPORT: Label.SUPPORTED, Gate.REFUTE: Label.REFUTED, Gate.DENIAL: Label.REFUTED}


def gold_readings(
    embedder: Embedder, split: str = "seen"
) -> dict[str, tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]]:
    """For each gate the readings that passed it, and whether they were right. Conflicting claims are left out:
    each of their sides is right about its own page.
    """
    assert embedder.tokens is not None
    lens, pool = Lens(embedder.tokens), passages_of(gold_pages())
    rows: dict[str, list[npt.NDArray[np.float32]]] = {}
    right: dict[str, list[bool]] = {}
    for case in gold_cases(split):
        if case.label is Label.CONFLICTING:
            continue
        facts = claim_facts(case.claim)
        for item in rank_passages(case.claim, pool, embedder=embedder, keep=8):
            for one in read_passage(facts, item, lens):
                gate = gate_of(one.reading).gate
                if gate is Gate.NONE:
                    continue
                rows.setdefault(str(gate), []).append(one.reading.row)
                bears = any(item.page.url.endswith(page) for page in case.pages)
                right.setdefault(str(gate), []).append(case.label is RIGHT[gate] and bears)
    return {gate: (np.stack(found).astype(np.float64), np.array(right[gate])) for gate, found in rows.items()}
