"""A bar of verdicts as inline SVG, which needs no script and prints."""

from collections.abc import Mapping

from markupsafe import Markup

from review.words import LABELS, SIGNS

HEIGHT, GAP, ROOM_FOR_TEXT = 34, 0.3, 9  # pixels; per cent; per cent


def verdict_bar(counts: Mapping[str, int], words: Mapping[str, str]) -> Markup:
    """One bar, cut by label in the order of LABELS from where one reads; its description says the same in words."""
    total = sum(counts.values())
    if not total:
        return Markup()
    present = [label for label in LABELS if counts.get(label)]
    told = ", ".join(f"{words[label]}: {counts[label]}" for label in present)
    parts, at, mirrored = [], 0.0, words["direction"] == "rtl"
    for label in present:
        width = 100 * counts[label] / total
        shown = max(width - GAP, GAP)
        parts.append(_part(label, counts[label], 100 - at - shown if mirrored else at, shown, words[label]))
        at += width
    return Markup('<svg class="bar" width="100%" height="{}" role="img" aria-label="{}">{}</svg>').format(
        HEIGHT, told, Markup().join(parts)
    )


def _part(label: str, count: int, at: float, width: float, word: str) -> Markup:
    text = Markup()
    if width >= ROOM_FOR_TEXT:
        text = Markup('<text x="{}%" y="23" text-anchor="middle">{} {}</text>').format(
            f"{at + width / 2:.2f}", SIGNS[label], count
        )
    return Markup('<g class="v-{}"><title>{}: {}</title><rect x="{}%" width="{}%" height="{}"/>{}</g>').format(
        label, word, count, f"{at:.2f}", f"{width:.2f}", HEIGHT, text
    )
