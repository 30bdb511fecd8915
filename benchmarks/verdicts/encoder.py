"""The stance encoder by itself, not allowed to abstain: `python -m benchmarks.verdicts.encoder --data DIR`.

Beside it: the commonest label, the encoder shown no passage (what the claim alone gives away), and word overlap
(supports from the median overlap on). XNLI dev (half of it, by premise), AVeriTeC, OCNLI, HealthVer and FEVER-Symmetric
were never trained on; of the others, the passages kept back.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.verdicts.measures import macro_f1, provenance
from claims.digests import digest, sha256_of
from evidence.encoder import load_encoder
from evidence.slots.words import words_of_text
from training.stance.pairs import Pair, held_back, read_stance

RESULTS = Path(__file__).parents[1] / "results"
LABELS = {"entailment": "supports", "contradiction": "refutes", "neutral": "neither"}
NEVER_TRAINED = {"averitec_qa", "ocnli", "healthver", "anli_r1"}
KEPT_BACK = {"foolmetwice", "climate_fever", "farstail", "ans_stance"}


def sets_of(data: Path, most: int) -> dict[str, list[Pair]]:
    """The sets by name, each cut to `most` pairs by chance with a fixed seed."""
    sets: dict[str, list[Pair]] = {}
    by_language: dict[str, list[Pair]] = {}
    for pair in read_stance(data / "stance" / "research-only.tsv.zst"):
        if pair.label not in LABELS:
            continue
        if pair.source == "xnli":
            by_language.setdefault(pair.claim_language, []).append(pair)
        elif pair.source in NEVER_TRAINED:
            sets.setdefault(pair.source, []).append(pair)
    for language, rows in by_language.items():  # the languages stand in one order: a row is one premise everywhere
        kept = [
            (row, other)
            for row, other in zip(rows, by_language["en"], strict=True)
            if int(digest(other.premise)[:8], 16) % 2
        ]
        sets[f"xnli {language}"] = [row for row, _ in kept]
        if language == "ar":
            sets["xnli ar claim, en passage"] = [
                Pair("xnli", en.premise, "en", ar.claim, "ar", ar.label) for ar, en in kept
            ]
            sets["xnli en claim, ar passage"] = [
                Pair("xnli", ar.premise, "ar", en.claim, "en", ar.label) for ar, en in kept
            ]
    for pair in read_stance(data / "stance" / "open.tsv.zst"):
        if pair.label in LABELS and (
            pair.source == "fever_symmetric" or (pair.source in KEPT_BACK and held_back(pair.premise))
        ):
            sets.setdefault(pair.source, []).append(pair)
    rng = random.Random(11)
    return {name: rng.sample(rows, min(most, len(rows))) for name, rows in sorted(sets.items())}


def overlap(pair: Pair) -> float:
    """The share of the claim's words that stand in the passage."""
    mine = {word.key for word in words_of_text(pair.claim, pair.claim_language)}
    theirs = {word.key for word in words_of_text(pair.premise, pair.premise_language)}
    return len(mine & theirs) / max(1, len(mine))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--most", type=int, default=600)
    parser.add_argument("--out", type=Path, default=RESULTS)
    args = parser.parse_args()
    encoder = load_encoder()
    files = [args.data / "stance" / name for name in ("open.tsv.zst", "research-only.tsv.zst")]
    made = provenance(encoder=encoder.digest, data_sha256={path.name: sha256_of(path.read_bytes()) for path in files})
    for name, pairs in sets_of(args.data, args.most).items():
        gold = [LABELS[pair.label] for pair in pairs]
        allowed = [label for label in ("supports", "refutes", "neither") if label in gold]

        def said(passage: Callable[[Pair], str], pairs: list[Pair] = pairs, allowed: list[str] = allowed) -> list[str]:
            shares = [encoder.read(pair.claim, passage(pair))._asdict() for pair in pairs]
            return [max(allowed, key=share.__getitem__) for share in shares]

        shown, alone = said(lambda pair: pair.premise), said(lambda _: "")
        words = [overlap(pair) for pair in pairs]
        by_words = ["supports" if one >= median(words) else allowed[-1] for one in words]
        common = Counter(gold).most_common(1)[0][0]
        row = {"pairs": len(pairs), "labels": len(allowed)}
        for way, answers in (
            ("encoder", shown),
            ("claim only", alone),
            ("overlap", by_words),
            ("majority", [common] * len(gold)),
        ):
            right = sum(a == g for a, g in zip(answers, gold, strict=True)) / len(gold)
            row[way] = {"accuracy": round(right, 3), "macro_f1": round(macro_f1(gold, answers), 3)}  # type: ignore[assignment]
        made[name] = row
        print(name, json.dumps(row), flush=True)
    (args.out / "verdicts-encoder.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
