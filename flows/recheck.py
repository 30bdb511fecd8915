"""Stored evidence judged again under the models, rules and settings of now; no network, and no work done twice."""

import time
from contextlib import ExitStack
from dataclasses import dataclass

from evidence.records import StageCount
from evidence.store.standing import last_rejudging, load_standing, standing_keys
from flows.looking import begin_run
from flows.rejudge import Moved, Rejudged, as_checked, rejudge, rejudging_digest
from flows.wiring import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechecked:
    """What a recheck did, in counts, and which verdicts moved."""

    articles: int
    as_they_were: int  #: articles that were judged with all this before
    claims: int  #: of the others
    judged: int
    undecided: int
    moved: tuple[Moved, ...]
    seconds: float

    def sentence(self) -> str:
        """The counts in one line."""
        return (
            f"{self.articles} articles: {self.as_they_were} were judged under these models, rules and settings before; "
            f"{self.judged} claims of the others judged again, {self.undecided} undecided, "
            f"{len(self.moved)} verdicts moved."
        )


def recheck(parts: Parts, article: str | None = None) -> Rechecked:
    """Judge again every article whose last judging was made by other models, rules or settings."""
    began, store = time.monotonic(), parts.store
    keys = standing_keys(store, article)
    done: list[Rejudged] = []
    stages: list[StageCount] = []
    with ExitStack() as ending:
        for key in keys:
            standing = load_standing(store, key)
            last = last_rejudging(store, key)
            if as_checked(standing, parts) if last is None else last == rejudging_digest(standing, parts):
                continue
            if not done:
                begin_run(parts, "recheck", ending, stages=stages)
            done.append(rejudge(standing, parts, only_changed=False, why=_why(parts)))
        judged = sum(each.judged for each in done)
        failed = sum(each.undecided for each in done)
        if done:
            seconds = time.monotonic() - began
            stages.append(
                StageCount(stage="rejudge", items=judged, failures=failed, requests=0, bytes=0, seconds=seconds)
            )
    return Rechecked(
        articles=len(keys),
        as_they_were=len(keys) - len(done),
        claims=sum(each.claims for each in done),
        judged=judged,
        undecided=failed,
        moved=tuple(moved for each in done for moved in each.moved),
        seconds=time.monotonic() - began,
    )


def _why(parts: Parts) -> str:
    return f"judged by {parts.judge.name} under rule {parts.thresholds.version}"
