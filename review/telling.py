"""What an act of a person changed, in one sentence a claim."""

from collections.abc import Iterable

from review.acts import Moved
from review.certainty import certainty


def told(moved: Iterable[Moved]) -> list[str]:
    """Where each claim stood and stands; the machine's own change beside a person's verdict."""
    return [_sentence(each) for each in moved]


def _sentence(moved: Moved) -> str:
    name, before, after = moved.claim_id[:8], moved.before, moved.after
    stays = before.label == after.label
    now = f"{name}: still {_words(after.label)}" if stays else f"{name}: {_words(before.label)} → {_words(after.label)}"
    if after.decided_by == "machine":
        return f"{now}{_sure(moved)}."
    machine = f"; the machine: {_words(before.machine)} → {_words(after.machine)}"
    return f"{now}, decided by {after.decided_by}{machine if before.machine != after.machine else ''}."


def _sure(moved: Moved) -> str:
    after = certainty(moved.after.machine, moved.after.confidence)
    before = certainty(moved.before.machine, moved.before.confidence)
    had = f", before {before}" if before and moved.before.label == moved.after.label else ""
    return f" (confidence {after}{had})" if after else ""


def _words(label: str) -> str:
    return label.replace("_", " ")
