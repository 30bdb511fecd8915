"""How long a stage may take over one article: what has not begun by then is not begun, and says so.

Every single step has a limit of its own (a page `deadline_seconds`, a language model `llm_timeout`), so a stage
ends soon after its time is up, in whatever thread it runs.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass

#: Minutes for one article; the setting `stage_minutes` may name others.
MINUTES: Mapping[str, float] = {"search": 30.0, "fetch": 30.0, "rank": 30.0, "judge": 60.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The time of one stage."""

    stage: str
    minutes: float
    until: float  #: by the monotonic clock

    @property
    def passed(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() > self.until

    @property
    def sentence(self) -> str:
        """What to say of something that was not begun."""
        return (
            f"stage_timeout: the stage '{self.stage}' had taken its {self.minutes:g} minutes for this article (setting "
            "'stage_minutes'), so this was not begun; it is tried again with the next check."
        )


def limit_of(stage: str, minutes: Mapping[str, float]) -> Limit:
    """The limit of a stage that begins now."""
    allowed = minutes.get(stage, MINUTES[stage])
    return Limit(stage=stage, minutes=allowed, until=time.monotonic() + allowed * 60)
