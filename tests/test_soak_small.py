"""A small soak: fifty articles, faults at five points, and the tables come out as if nothing had happened."""

from pathlib import Path

import pytest

from benchmarks.soak.run import soak

pytestmark = pytest.mark.system


def test_nothing_is_lost_and_nothing_doubled_under_faults(tmp_path: Path) -> None:
    """Worker, writer and engine killed, the disk full, the store held by a stranger; pages fail and are gone."""
    done = soak(50, 3, others=2, folder=tmp_path / "soak", languages=3, held=3.0)
    assert done["faults"]["full: ended with 1"] == 1
    assert done["faults"]["locked: went on, then killed"] == 1
    assert done["missed"] == 0
    assert done["calm"]["articles"] == 50
    assert done["calm"]["claims"] >= 150
    assert (done["lost"], done["more"], done["doubled"]) == ({}, {}, {})
    assert done["unchanged_page_bodies"] == 0
    assert done["unchanged_new_verdicts"] == 0
    assert done["unchanged_processor_share"] < 0.1  # of 50 articles; of a day of 100 it was 2 %
