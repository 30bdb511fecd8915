"""Brackets hold what is likely meant; what is not likely is left open."""

import numpy as np

from claims.meant.surety import LEAST, NAMES, chance_of


def ground(**known: float) -> np.ndarray:
    """What spoke for a fill, nought where nothing is told."""
    return np.array([float(known.get(name, 0.0)) for name in NAMES])


def test_a_clear_reference_is_likelier_than_one_beside_a_rival() -> None:
    """One person before "she" against two, of whom the other was named last."""
    clear = ground(score=0.3, lead=3.0, alone=1, candidates=1, subject=1, gendered=1, agrees=1, person=1, named=1, turns=1, far=3, words=2)  # fmt: skip
    rivalled = ground(score=-1.5, lead=0.2, candidates=4, object=1, wary=1, body=1, turns=3, wary_far=3, far=5, nearer=3, arabic=1, words=1)  # fmt: skip
    assert chance_of(clear) > 0.6 > LEAST > chance_of(rivalled)


def test_more_that_speaks_for_it_never_makes_it_less_likely() -> None:
    """A better score, a wider lead, a name, agreement."""
    base = ground(score=-0.5, lead=0.5, candidates=2, owner=1, turns=1, far=4, words=2)
    for name in ("score", "lead", "agrees", "named", "topic"):
        more = base.copy()
        more[NAMES.index(name)] += 1
        assert chance_of(more) >= chance_of(base), name
