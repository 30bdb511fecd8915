"""Words of a script without spaces: the cut of a run of characters that costs least by a list of words."""

from collections.abc import Mapping

LONGEST = 6  # characters of one word
UNKNOWN = 20.0  # what a character costs that is no word of the list: more than the rarest word


def cut(run: str, costs: Mapping[str, float]) -> list[str]:
    """The words of `run`, in order; a character that no word covers stands alone.

    >>> cut("北京大学", {"北京": 5.0, "大学": 5.0, "京大": 9.0, "北": 7.0, "学": 7.0})
    ['北京', '大学']
    """
    size = len(run)
    least = [0.0, *[float("inf")] * size]
    starts = [0] * (size + 1)
    for start in range(size):
        for end in range(start + 1, min(start + LONGEST, size) + 1):
            cost = costs.get(run[start:end], UNKNOWN if end == start + 1 else None)
            if cost is not None and least[start] + cost < least[end]:
                least[end], starts[end] = least[start] + cost, start
    words: list[str] = []
    end = size
    while end:
        words.append(run[starts[end] : end])
        end = starts[end]
    return words[::-1]
