"""Gold claims against returned ones, by the rules of GRADING.md section 2."""

from typing import Any

import numpy as np
import regex
from scipy.optimize import linear_sum_assignment

from claims.folding import folded
from claims.lexicon import words_of
from claims.records import Claim, ClaimKind

FOUND_AT = 0.8
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}]")
Offsets = frozenset[int]


def letters(text: str, spans: list[tuple[int, int]], language: str) -> Offsets:
    """The offsets of letters and digits, without a coordinating word on the edge of a span."""
    kept: set[int] = set()
    joint = regex.compile(rf"[^\p{{L}}\p{{N}}]*(?:{words_of(language).conjunction or '$^'})(?!\p{{L}})")
    for start, end in spans:
        lead = joint.match(folded(text[start:end])) if len(folded(text[start:end])) == end - start else None
        begin = start + (lead.end() if lead else 0)
        if language == "ar" and begin < end and text[begin] in "وف" and lead is None:
            begin += 1
        kept.update(at for at in range(begin, end) if _LETTER.match(text[at]))
    return frozenset(kept)


def overlap(
    gold: dict[str, Any], spans: list[tuple[int, int]], fill: str, *, text: str, language: str, frames: Offsets
) -> float:
    """F1 over the letters that count."""
    want, have = letters(text, gold["spans"], language), letters(text, spans, language)
    if len(gold["spans"]) > 1:
        subject = letters(text, gold["spans"][:1], language)
        words = {folded(word) for word in regex.findall(r"[\p{L}\p{N}]{2,}", text[slice(*gold["spans"][0])])}
        if have & subject or words & {folded(word) for word in regex.findall(r"[\p{L}\p{N}]{2,}", fill)}:
            have |= subject
    if gold.get("subject"):
        antecedent = folded(gold["subject"])
        for start, end in spans:
            if folded(text[start:end]) and folded(text[start:end]) in antecedent:
                have -= letters(text, [(start, end)], language) - want
    one_only = (want ^ have) & frames
    want, have = want - one_only, have - one_only
    both = len(want & have)
    return 2 * both / (len(want) + len(have)) if both else 0.0


def united(
    claims: list[Claim], gold: list[dict[str, Any]], text: str, language: str
) -> list[tuple[str, list[tuple[int, int]], str, list[int]]]:
    """Kind, spans, fill and places of the returned claims; speech of one gold frame put together."""
    rows: list[tuple[str, list[tuple[int, int]], str, list[int]]] = []
    used: set[int] = set()
    for one in (g for g in gold if g["kind"] == "speech"):
        whole = frozenset(at for start, end in one["spans"] for at in range(start, end))
        inside = []
        for at, claim in enumerate(claims):
            if claim.kind is not ClaimKind.SPEECH or at in used:
                continue
            own = letters(text, [(s.start, s.end) for s in claim.quote_spans], language)
            if own and len(own & whole) >= 0.8 * len(own):
                inside.append(at)
        if len(inside) > 1 and len({claims[at].attribution.speaker for at in inside if claims[at].attribution}) == 1:  # type: ignore[union-attr]
            used.update(inside)
            rows.append(
                (
                    "speech",
                    sorted((s.start, s.end) for at in inside for s in claims[at].quote_spans),
                    _fills(claims[inside[0]].text),
                    inside,
                )
            )
    rows += [
        (str(c.kind), [(s.start, s.end) for s in c.quote_spans], _fills(c.text), [at])
        for at, c in enumerate(claims)
        if at not in used
    ]
    return rows


def _fills(text: str) -> str:
    """What was filled in."""
    return " ".join(regex.findall(r"\[([^\]]*)\]", text))


def matched(
    gold: list[dict[str, Any]],
    rows: list[tuple[str, list[tuple[int, int]], str, list[int]]],
    *,
    text: str,
    language: str,
) -> dict[int, int]:
    """Gold index -> row index: as many pairs as can be, then the best ones."""
    frames = frozenset(at for claim in gold for start, end in claim.get("frame", []) for at in range(start, end))
    if not gold or not rows:
        return {}
    table = np.zeros((len(gold), len(rows)))
    for i, claim in enumerate(gold):
        for j, (kind, spans, fill, _) in enumerate(rows):
            if kind in {"", claim["kind"]}:
                score = overlap(claim, spans, fill, text=text, language=language, frames=frames)
                table[i, j] = 1 + score / 1000 if score >= FOUND_AT else 0.0
    left, right = linear_sum_assignment(-table)
    return {int(i): int(j) for i, j in zip(left, right, strict=True) if table[i, j] > 0}


def let_through(not_claims: list[dict[str, Any]], claims: list[Claim], text: str, language: str) -> int:
    """How many pieces that are no claims came out inside a claim."""
    count = 0
    for piece in not_claims:
        start = piece["span"][0] if "span" in piece else text.find(piece["text"])
        end = piece["span"][1] if "span" in piece else start + len(piece["text"])
        own = letters(text, [(start, end)], language)
        held = [letters(text, [(s.start, s.end) for s in claim.quote_spans], language) for claim in claims]
        count += any(len(own & one) >= 0.5 * len(own) for one in held if own)
    return count
