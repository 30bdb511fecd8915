"""A small soak: fifty articles, faults at three points, and the tables come out as if nothing had happened."""

from pathlib import Path

import pytest

from benchmarks.soak.run import soak

pytestmark = pytest.mark.system


def test_nothing_is_lost_and_nothing_doubled_under_faults(tmp_path: Path) -> None:
    """A worker killed, one killed as it wrote, the engine's server killed; pages fail and are gone throughout."""
    done = soak(50, 3, folder=tmp_path / "soak", languages=3)
    assert done["calm"]["articles"] == 50
    assert done["calm"]["claims"] >= 150
    assert (done["lost"], done["more"], done["doubled"]) == ({}, {}, {})
    assert done["unchanged_page_bodies"] == 0
    assert done["unchanged_new_verdicts"] == 0
