"""Why a reading supports or refutes, in the article's language and in English."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from evidence.records import StanceLabel
from evidence.slots.decide import Gate, Passed
from evidence.slots.slot import Slot
from evidence.slots.status import Status

BETWEEN_LANGUAGES = " / "


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, str]]:
    """The phrases of every language."""
    return dict(tomllib.loads(files("evidence.slots").joinpath("reasons.toml").read_text("utf-8")))


def reason_of(passed: Passed, slots: Sequence[Slot], label: StanceLabel, language: str) -> str:
    """The reason in the article's language where we have words for it, then in English."""
    tag = language.split("-", maxsplit=1)[0]
    tags = (tag, "en") if tag in _all() and tag != "en" else ("en",)
    make = _against if label is StanceLabel.REFUTES else _for
    return BETWEEN_LANGUAGES.join(make(_all()[one], passed, slots) for one in tags)


def _against(words: dict[str, str], passed: Passed, slots: Sequence[Slot]) -> str:
    """Why a passage refutes, in one language: the value that differs, where there is one."""
    if passed.gate is Gate.DENIAL:
        return words["deny"]
    differing = [slot for slot in slots if slot.status in {Status.DIFFERS, Status.OTHER} and slot.page]
    slot = passed.slots[0] if passed.gate is Gate.REFUTE else differing[0] if len(differing) == 1 else None
    if slot is None:
        return words["otherwise"]
    return words["differ"].format(a=slot.claim.strip(), b=slot.page.strip())


def _for(words: dict[str, str], passed: Passed, slots: Sequence[Slot]) -> str:
    """Why a passage supports, in one language: what both say."""
    agreeing = passed.slots if passed.gate is Gate.SUPPORT else slots
    said = [slot for slot in agreeing if slot.status is Status.AGREES and slot.page]
    if not said:
        return words["same"]
    listed = "; ".join(
        slot.page.strip() if slot.page.strip() == slot.claim.strip() else f"{slot.claim.strip()} = {slot.page.strip()}"
        for slot in said[:4]
    )
    return words["agree"].format(list=listed)
