"""Time limits of stages: what was not begun in time leaves its claims undecided, and is made up for."""

import pytest

from flows.settings import Settings
from flows.wiring import Parts
from tests.flows.changing import ChangingSite
from tests.flows.test_watch import NEWS, begin, did, look, settings, site  # noqa: F401  (fixtures)


@pytest.mark.parametrize("stage", ["search", "fetch", "rank", "judge"])
def test_a_stage_whose_time_is_up_leaves_claims_undecided(
    stage: str,
    site: ChangingSite,  # noqa: F811
    settings: Settings,  # noqa: F811
) -> None:
    """Never a verdict; the reason names the stage and its setting, and the next look finishes the work."""
    watch = begin(site.put("/news/1", "فيضان", NEWS, published="2025-03-10"), settings)
    done = look(watch, settings.model_copy(update={"stage_minutes": {stage: 0.0}}))
    assert did(done) == (0, 0, 1)
    rows = Parts(settings).store.current_verdicts()
    assert rows
    assert {row["label"] for row in rows} == {"undecided"}
    assert all("stage_minutes" in row["rationale"] and f"'{stage}'" in row["rationale"] for row in rows)
    assert did(look(watch, settings)) == (1, 0, 0)
    assert "undecided" not in {row["label"] for row in Parts(settings).store.current_verdicts()}
