"""Why a claim waits for a person, in the reader's language; the store keeps the reasons in English."""

from collections.abc import Mapping

_WHOLE = {
    "people disagree": "waits_people",
    "conflicting evidence": "waits_conflict",
    "evidence changed since the verdict": "waits_changed",
    "a page of its evidence was removed": "waits_removed",
    "decided by a person, but no longer in the article": "waits_gone",
}
_WITH_NAME = {"machine disagrees with ": "waits_machine", "undecided: ": "waits_undecided"}


def waits_because(reason: str, words: Mapping[str, str]) -> str:
    """The reason in these words; one that is not known stands as it is.

    >>> waits_because("machine disagrees with Mona", {"waits_machine": "الآلة تخالف {name}"})
    'الآلة تخالف Mona'
    """
    if reason in _WHOLE:
        return words[_WHOLE[reason]]
    for beginning, key in _WITH_NAME.items():
        if reason.startswith(beginning):
            return words[key].format(name=reason.removeprefix(beginning))
    return reason
