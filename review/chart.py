"""A bar of verdicts as inline SVG, which needs no script and prints."""

from collections.abc import Mapping

from markupsafe import Markup

from review.words import LABELS, SIGNS

WIDTH, HEIGHT, GAP, ROOM_FOR_TEXT = 720, 34, 2, 34


def verdict_bar(counts: Mapping[str, int], words: Mapping[str, str]) -> Markup:
    """One bar, cut by label in the order of LABELS; its description says the same in words."""
    total = sum(counts.values())
    if not total:
        return Markup()
    present = [label for label in LABELS if counts.get(label)]
    told = ", ".join(f"{words[label]}: {counts[label]}" for label in present)
    parts, at = [], 0.0
    for label in present:
        width = WIDTH * counts[label] / total
        parts.append(_part(label, counts[label], at, max(width - GAP, 1), words[label]))
        at += width
    return Markup(
        '<svg class="bar" viewBox="0 0 {} {}" role="img" aria-label="{}" preserveAspectRatio="none">{}</svg>'
    ).format(WIDTH, HEIGHT, told, Markup().join(parts))


def _part(label: str, count: int, at: float, width: float, word: str) -> Markup:
    text = Markup()
    if width >= ROOM_FOR_TEXT:
        text = Markup('<text x="{}" y="23" text-anchor="middle">{} {}</text>').format(
            f"{at + width / 2:.1f}", SIGNS[label], count
        )
    return Markup('<g class="v-{}"><title>{}: {}</title><rect x="{}" width="{}" height="{}"/>{}</g>').format(
        label, word, count, f"{at:.1f}", f"{width:.1f}", HEIGHT, text
    )
