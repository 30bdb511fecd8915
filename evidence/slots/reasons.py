"""Why a reading supports or refutes, in the article's language and in English."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from evidence.slots.decide import Gate, Passed
from evidence.slots.status import Status

BETWEEN_LANGUAGES = " / "


@lru_cache(maxsize=1)
def _all() -> dict[str, dict[str, str]]:
    """The phrases of every language."""
    return dict(tomllib.loads(files("evidence.slots").joinpath("reasons.toml").read_text("utf-8")))


def reason_of(passed: Passed, language: str) -> str:
    """The reason in the article's language where we have words for it, then in English."""
    tag = language.split("-", maxsplit=1)[0]
    tags = (tag, "en") if tag in _all() and tag != "en" else ("en",)
    return BETWEEN_LANGUAGES.join(_in(_all()[one], passed) for one in tags)


def _in(words: dict[str, str], passed: Passed) -> str:
    """The reason in one language."""
    if passed.gate is Gate.REFUTE:
        slot = passed.slots[0]
        return words["differ"].format(a=slot.claim.strip(), b=slot.page.strip())
    if passed.gate is Gate.DENIAL:
        return words["deny"]
    said = [slot for slot in passed.slots if slot.status is Status.AGREES and slot.page]
    if not said:
        return words["same"]
    listed = "; ".join(
        slot.page.strip() if slot.page.strip() == slot.claim.strip() else f"{slot.claim.strip()} = {slot.page.strip()}"
        for slot in said[:4]
    )
    return words["agree"].format(list=listed)
