"""End to end over gold of our own: pages, passages, ranking, judge, verdict.

`python -m benchmarks.verdicts.gold --split seen|unseen|fresh|all|held` prints the figures, for development data every
wrong decisive verdict, and writes benchmarks/results/verdicts-gold-SPLIT.json.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.verdicts.cases import HIDDEN, ROOTS, SPLITS, Case, digest_of, gold_cases, gold_pages, passages_of
from benchmarks.verdicts.measures import DECISIVE, Judged, figures, provenance
from evidence.embed import Embedder, load_embedder
from evidence.judges import load_judge
from evidence.rank import rank_passages
from evidence.records import Label, Page, RankedPassage, StanceLabel, Undecided, Verdict
from evidence.stance import Judge
from evidence.verdict import judge_claim

RESULTS = Path(__file__).parents[1] / "results"


def judge_all(
    cases: list[Case], pages: dict[str, Page], judge: Judge, embedder: Embedder, *, keep: int
) -> list[tuple[Case, list[RankedPassage], Verdict | Undecided]]:
    """Each case with what was read and what came of it; every claim is looked up among all pages given."""
    pool = passages_of(pages)
    judged = []
    for case in cases:
        ranked = rank_passages(case.claim, pool, embedder=embedder, keep=keep)
        verdict = judge_claim(case.claim, ranked, judge=judge, as_of=case.published_on, run_id="benchmark")
        judged.append((case, ranked, verdict))
    return judged


def row_of(case: Case, verdict: Verdict | Undecided) -> Judged:
    """What the figures need of one case."""
    if isinstance(verdict, Undecided):
        return Judged(case.claim.language, str(case.label), "undecided", 0.0, 0.0)
    best = max(
        (use.stance.probability for use in verdict.evidence if use.stance.label is not StanceLabel.NEITHER), default=0.0
    )
    return Judged(case.claim.language, str(case.label), str(verdict.label), verdict.confidence, best)


def overlap_baseline(ranked: list[RankedPassage]) -> str:
    """Supported where the best passage is relevant at all, as a system without judgement would say."""
    return str(Label.SUPPORTED if ranked and ranked[0].relevance > 0 else Label.NOT_ENOUGH_EVIDENCE)


def show_wrong(judged: list[tuple[Case, list[RankedPassage], Verdict | Undecided]]) -> None:
    for case, _, verdict in judged:
        if isinstance(verdict, Undecided):
            print(f"UNDECIDED {case.id}: {verdict.reason}")
        elif str(verdict.label) in DECISIVE and verdict.label is not case.label:
            print(
                f"WRONG {case.id}: {verdict.label} {verdict.confidence}, right is {case.label}\n"
                f"  {case.claim.text}\n  {verdict.rationale}"
            )


def summary(judged: list[tuple[Case, list[RankedPassage], Verdict | Undecided]]) -> dict[str, Any]:
    rows = [row_of(case, verdict) for case, _, verdict in judged]
    groups: dict[str, Any] = {"all": figures(rows)}
    for language in sorted({row.group for row in rows}):
        groups[language] = figures([row for row in rows if row.group == language])
    groups["evidence in other languages only"] = figures([row_of(c, v) for c, _, v in judged if c.crosses])
    groups["evidence in the claim's language"] = figures(
        [row_of(c, v) for c, _, v in judged if c.evidence_languages and not c.crosses]
    )
    golds = [row.gold for row in rows]
    majority = Counter(golds).most_common(1)[0][0]
    baselines = {
        "majority": sum(g == majority for g in golds) / len(golds),
        "always supported where something was found": sum(overlap_baseline(r) == str(c.label) for c, r, _ in judged)
        / len(judged),
        "this judge": sum(row.gold == row.said for row in rows) / len(rows),
    }
    found = [
        any(item.page.url.endswith(page) for item in ranked for page in case.pages)
        for case, ranked, _ in judged
        if case.evidence_languages
    ]
    return {"groups": groups, "accuracy": baselines, "evidence_page_among_those_read": sum(found) / max(1, len(found))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=SPLITS, default="seen")
    parser.add_argument("--judge", default="default")
    parser.add_argument("--embedder", default="shipped")
    parser.add_argument("--keep", type=int, default=8)
    parser.add_argument("--out", type=Path, default=RESULTS)
    args = parser.parse_args()
    embedder = load_embedder(args.embedder)
    judge = load_judge(args.judge)
    roots = ROOTS[args.split]
    start = time.perf_counter()
    judged = [
        one
        for root in roots
        for one in judge_all(gold_cases(args.split, root), gold_pages(root), judge, embedder, keep=args.keep)
    ]
    seconds = time.perf_counter() - start
    if args.split not in HIDDEN:  # what is shown may be learnt from
        show_wrong(judged)
    result = provenance(
        data_sha256=digest_of(*roots), split=args.split, judge=judge.name, embedder=embedder.revision[:16],
        seconds=round(seconds, 1), **summary(judged),
    )  # fmt: skip
    for name, group in result["groups"].items():
        print(
            f"{name}: {group['claims']} claims; decisive precision {group['decisive_precision']}; "
            f"decided rightly {group['decided_rightly_of_decidable']}; ECE {group['ece']}; "
            f"wrong at 0.9: {group['wrong_at_confidence_0.9']}"
        )
    print(result["accuracy"], "evidence read:", round(result["evidence_page_among_those_read"], 3))
    args.out.mkdir(exist_ok=True)
    (args.out / f"verdicts-gold-{args.split}.json").write_text(
        json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
