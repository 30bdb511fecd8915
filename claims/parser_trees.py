"""Scores of every word under every other -> the best heads that make one tree."""

import numpy as np


def best_tree(scores: np.ndarray) -> list[int]:
    """Heads from 0 (the root) to n, one a word; row t of `scores` holds word t+1 under each of 0..n.

    >>> best_tree(np.array([[0.0, 0, 5], [1, 6, 0]]))
    [2, 0]
    """
    count = len(scores)
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads = _spanning(square)
    roots = [at for at in range(1, count + 1) if heads[at] == 0]
    if len(roots) > 1:  # one root only: the best of those that the free choice made roots
        options = []
        for root in roots:
            held = square.copy()
            held[1:, 0] = -np.inf
            held[root, 0] = square[root, 0]
            found = _spanning(held)
            options.append((sum(square[at, found[at]] for at in range(1, count + 1)), -root, found))
        heads = max(options)[2]
    return [int(head) for head in heads[1:]]


def _spanning(scores: np.ndarray) -> list[int]:
    """Chu-Liu-Edmonds: the best head for each, and cycles shrunk to one word until none is left."""
    count = len(scores)
    heads = [0, *(int(k) for k in scores[1:].argmax(axis=1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [at for at in range(count) if at not in inside]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    new = len(outside)
    leave, enter = {}, {}
    total = sum(scores[at, heads[at]] for at in cycle)
    for i, at in enumerate(outside):
        for j, over in enumerate(outside):
            small[i, j] = scores[at, over]
        if at:
            best = max(cycle, key=lambda over: (scores[at, over], -over))
            small[i, new], leave[at] = scores[at, best], best
        entry = max(cycle, key=lambda into: (scores[into, at] - scores[into, heads[into]], -into))
        small[new, i], enter[at] = total + scores[entry, at] - scores[entry, heads[entry]], entry
    np.fill_diagonal(small, -np.inf)
    found = _spanning(small)
    for i, at in enumerate(outside):
        if at:
            heads[at] = leave[at] if found[i] == new else outside[found[i]]
    above = outside[found[new]]
    heads[enter[above]] = above
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The places of one cycle; empty where there is none."""
    seen: dict[int, int] = {}
    for start in range(1, len(heads)):
        at, path = start, []
        while at and at not in seen:
            seen[at] = start
            path.append(at)
            at = heads[at]
        if at and seen[at] == start and at in path:
            return path[path.index(at) :]
    return []
