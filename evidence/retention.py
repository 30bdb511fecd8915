"""Fetched bytes on which nothing rests, taken away after a time."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from evidence.records import Snapshot
from evidence.snapshots import Snapshots


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What was taken away."""

    fetches: int
    bodies: int
    bytes: int  #: on the disk, compressed
    kept: int  #: bodies that stay


def prune(snapshots: Snapshots, *, needed: AbstractSet[str], before: datetime, dry_run: bool = False) -> Pruned:
    """Take away fetches older than `before` whose bytes nobody needs.

    The newest fetch of every address stays: a server can only say "unchanged" of what we still have.
    Records go before bytes, so that a prune which is cut short leaves no record without its bytes.
    """
    every = list(snapshots.every())
    newest: dict[str, Snapshot] = {}
    for snapshot in every:
        held = newest.get(snapshot.url)
        if held is None or snapshot.fetched_at > held.fetched_at:
            newest[snapshot.url] = snapshot
    last = {snapshot.id for snapshot in newest.values()}
    going = [
        each for each in every if each.body_sha256 not in needed and each.id not in last and each.fetched_at < before
    ]
    going_ids = {each.id for each in going}
    staying = {each.body_sha256 for each in every if each.id not in going_ids} | needed
    bodies = {each.body_sha256 for each in going} - staying
    size = sum(snapshots.size(body) for body in bodies)
    if not dry_run:
        for each in going:
            snapshots.forget(each)
        for body in bodies:
            snapshots.drop(body)
    kept = {each.body_sha256 for each in every} - bodies
    return Pruned(fetches=len(going), bodies=len(bodies), bytes=size, kept=len(kept))
