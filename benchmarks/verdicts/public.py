"""Stance on public sets beside baselines: `python -m benchmarks.verdicts.public --data DIR [--most N]`.

Held out of training: FEVER-Symmetric dev, half of XNLI dev by premise (the weights saw none of XNLI), AVeriTeC
dev with its gold questions and answers, and the passages kept back, one in twelve, of the sets trained on. The judge
abstains on purpose, so macro-F1 and coverage stand beside the precision of what it decides.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.verdicts.cases import claim_of
from benchmarks.verdicts.contrast import ranked_of
from benchmarks.verdicts.measures import brier, ece, macro_f1, provenance, share
from claims.digests import digest, sha256_of
from evidence.judges import load_judge
from evidence.records import StanceLabel
from evidence.rules import load_thresholds
from evidence.stance import Judge
from training.stance.pairs import Pair, held_back, read_stance

RESULTS = Path(__file__).parents[1] / "results"
GOLD = {"entailment": "supports", "contradiction": "refutes", "neutral": "context", "conflicting": "context"}
SAID = {StanceLabel.SUPPORTS: "supports", StanceLabel.REFUTES: "refutes", StanceLabel.NEITHER: "context"}


def sets_of(data: Path, most: int, seed: int = 11) -> dict[str, list[Pair]]:
    """The evaluation sets, each cut to `most` pairs by chance with a fixed seed."""
    rng = random.Random(seed)
    sets: dict[str, list[Pair]] = {}
    for pair in read_stance(data / "stance" / "research-only.tsv.zst"):
        half = int(digest(pair.premise)[:8], 16) % 2 == 0
        if pair.source == "xnli" and half and pair.claim_language in {"ar", "en", "fr", "es"}:
            sets.setdefault(f"xnli-{pair.claim_language}", []).append(pair)
        if pair.source in {"healthver", "averitec_qa"} and pair.label in GOLD:
            sets.setdefault(pair.source, []).append(pair)
    for pair in read_stance(data / "stance" / "open.tsv.zst"):
        if pair.source == "fever_symmetric":
            sets.setdefault("fever_symmetric", []).append(pair)
        if pair.source in {"foolmetwice", "climate_fever", "farstail", "ans_stance"} and held_back(pair.premise):
            sets.setdefault(pair.source, []).append(pair)
    crossed = list(zip(sets.get("xnli-ar", []), sets.get("xnli-en", []), strict=False))
    sets["xnli ar claim, en passage"] = [
        Pair("xnli", en.premise, "en", ar.claim, "ar", ar.label) for ar, en in crossed if ar.label == en.label
    ]
    for rows in sets.values():
        rng.shuffle(rows)
    return {name: rows[:most] for name, rows in sets.items() if rows}


def judged(pairs: list[Pair], judge: Judge) -> list[tuple[str, str, float]]:
    """For each pair the right stance, the one taken, and how surely."""
    rows = []
    for pair in pairs:
        claim = claim_of(pair.claim, pair.claim_language, None, digest(pair.claim))
        (stance,) = judge.judge(claim, [ranked_of(pair.premise[:1500], "", pair.premise_language, claim.id)])
        rows.append((GOLD[pair.label], SAID[stance.label], stance.probability))
    return rows


def summary(rows: list[tuple[str, str, float]], threshold: float) -> dict[str, Any]:
    """Precision and coverage of what is decided, macro-F1, and the calibration of decided stances."""
    gold = [row[0] for row in rows]
    said = [label if label == "context" or sure >= threshold else "context" for _, label, sure in rows]
    decided = [(g, s) for g, s in zip(gold, said, strict=True) if s != "context"]
    sure = [(p, g == s) for g, s, p in rows if s != "context"]
    majority = Counter(gold).most_common(1)[0][0]
    return {
        "pairs": len(rows),
        "decisive_precision": share(sum(g == s for g, s in decided), len(decided)),
        "coverage": share(len(decided), len(rows)),
        "supports_precision": share(
            sum(g == s == "supports" for g, s in decided), sum(s == "supports" for _, s in decided)
        ),
        "refutes_precision": share(
            sum(g == s == "refutes" for g, s in decided), sum(s == "refutes" for _, s in decided)
        ),
        "accuracy": share(sum(g == s for g, s in zip(gold, said, strict=True)), len(rows)),
        "macro_f1": round(macro_f1(gold, said), 4),
        "majority_accuracy": round(sum(g == majority for g in gold) / len(gold), 4),
        "majority_macro_f1": round(macro_f1(gold, [majority] * len(gold)), 4),
        "ece_of_decided": round(ece(sure), 4),
        "brier_of_decided": round(brier(sure), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--judge", default="default")
    parser.add_argument("--out", type=Path, default=RESULTS)
    args = parser.parse_args()
    judge = load_judge(args.judge)
    threshold = load_thresholds().decisive
    files = [args.data / "stance" / name for name in ("open.tsv.zst", "research-only.tsv.zst")]
    made = provenance(
        judge=judge.name,
        threshold=threshold,
        most=args.most,
        data_sha256={path.name: sha256_of(path.read_bytes()) for path in files},
    )
    for name, pairs in sets_of(args.data, args.most).items():
        made[name] = summary(judged(pairs, judge), threshold)
        row = made[name]
        print(
            f"{name}: {row['pairs']} pairs; decided {row['coverage']['hits']}, "
            f"right {row['decisive_precision']['hits']}; "
            f"macro-F1 {row['macro_f1']} (majority {row['majority_macro_f1']}); accuracy {row['accuracy']['share']}",
            flush=True,
        )
    args.out.mkdir(exist_ok=True)
    (args.out / "verdicts-public.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
