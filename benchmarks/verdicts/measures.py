"""Figures over judged claims, each with how many cases it rests on and a 95 % interval."""

import math
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

DECISIVE = frozenset({"supported", "refuted", "conflicting_evidence"})


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim: what was right, what was said, how surely."""

    group: str
    gold: str
    said: str
    confidence: float  #: of what was said, 0 to 1
    decisive_score: float  #: the confidence in the best decisive label, whether or not it was said


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if of == 0:
        return 0.0, 1.0
    z, p = 1.96, hits / of
    middle, half = p + z * z / (2 * of), z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return max(0.0, (middle - half) / (1 + z * z / of)), min(1.0, (middle + half) / (1 + z * z / of))


def share(hits: int, of: int) -> dict[str, Any]:
    """A share with its cases and interval."""
    low, high = wilson(hits, of)
    return {
        "share": round(hits / of, 4) if of else None,
        "hits": hits,
        "of": of,
        "interval95": [round(low, 4), round(high, 4)],
    }


def figures(rows: Sequence[Judged]) -> dict[str, Any]:
    """Decisive precision, share decided rightly of those decidable, and what is known of confidence."""
    decided = [row for row in rows if row.said in DECISIVE]
    decidable = [row for row in rows if row.gold in DECISIVE]
    return {
        "claims": len(rows),
        "decisive_precision": share(sum(row.said == row.gold for row in decided), len(decided)),
        "decided_rightly_of_decidable": share(sum(row.said == row.gold for row in decidable), len(decidable)),
        "abstained_rightly": share(
            sum(row.said not in DECISIVE for row in rows if row.gold not in DECISIVE),
            sum(row.gold not in DECISIVE for row in rows),
        ),
        "wrong_at_confidence_0.9": sum(
            row.said in DECISIVE and row.said != row.gold and row.confidence >= 0.9 for row in rows
        ),
        "macro_f1": round(macro_f1([row.gold for row in rows], [row.said for row in rows]), 4),
        "ece": round(ece([(row.confidence, row.said == row.gold) for row in decided]), 4),
        "brier": round(brier([(row.confidence, row.said == row.gold) for row in decided]), 4),
        "risk_coverage": risk_coverage(rows),
    }


def macro_f1(gold: Sequence[str], said: Sequence[str]) -> float:
    """The mean F1 over the labels that the gold has."""
    scores = []
    for label in sorted(set(gold)):
        hit = sum(g == s == label for g, s in zip(gold, said, strict=True))
        scores.append(2 * hit / max(1, sum(g == label for g in gold) + sum(s == label for s in said)))
    return sum(scores) / max(1, len(scores))


def ece(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: how far confidence is from the share that was right, bin by bin."""
    total = 0.0
    for at in range(bins):
        inside = [pair for pair in pairs if min(int(pair[0] * bins), bins - 1) == at]
        if inside:
            total += abs(sum(c for c, _ in inside) - sum(ok for _, ok in inside))
    return total / max(1, len(pairs))


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """The mean squared distance of confidence from what turned out."""
    return sum((confidence - ok) ** 2 for confidence, ok in pairs) / max(1, len(pairs))


def risk_coverage(rows: Sequence[Judged]) -> list[dict[str, float]]:
    """The share wrong among the surest decided claims, as more of all claims are covered."""
    decided = sorted((row for row in rows if row.said in DECISIVE), key=lambda row: -row.confidence)
    points, wrong = [], 0
    for at, row in enumerate(decided, start=1):
        wrong += row.said != row.gold
        if at % max(1, len(decided) // 10) == 0 or at == len(decided):
            points.append(
                {"coverage": round(at / len(rows), 4), "risk": round(wrong / at, 4), "confidence": row.confidence}
            )
    return points


def provenance(**more: Any) -> dict[str, Any]:
    """Date and commit of a run, with what else is told."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout
    return {"at": datetime.now(UTC).isoformat(timespec="seconds"), "commit": commit.strip(), **more}
