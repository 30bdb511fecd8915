"""Cases of one relation that differ in one thing: `python -m benchmarks.verdicts.siblings --split fresh`.

One claim and one passage each: supported, refuted, or silent on the point; figures a relation.
"""

import argparse
import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.verdicts.cases import ROOTS, SPLITS, claim_of, sibling_file, sibling_rows
from benchmarks.verdicts.contrast import ranked_of
from benchmarks.verdicts.measures import Judged, figures, provenance
from claims.digests import sha256_of
from evidence.judges import load_judge
from evidence.records import Undecided
from evidence.verdict import judge_claim

RESULTS = Path(__file__).parents[1] / "results"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=[one for one in SPLITS if one != "all"], default="seen")
    parser.add_argument("--judge", default="default")
    parser.add_argument("--out", type=Path, default=RESULTS)
    args = parser.parse_args()
    judge = load_judge(args.judge)
    (root,) = ROOTS[args.split]
    groups: dict[str, list[Judged]] = defaultdict(list)
    for row in sibling_rows(root):
        if row["split"] != args.split:
            continue
        published = date.fromisoformat(row["published_on"])
        claim = claim_of(row["claim"], row["language"], published, row["id"])
        page_date = date.fromisoformat(row["passage_published_on"]) if row.get("passage_published_on") else None
        ranked = ranked_of(row["passage"], "", row["passage_language"], row["id"], published_on=page_date)
        verdict = judge_claim(claim, [ranked], judge=judge, as_of=published, run_id="benchmark")
        said, sure = ("undecided", 0.0) if isinstance(verdict, Undecided) else (str(verdict.label), verdict.confidence)
        one = Judged(row["language"], row["label"], said, sure, sure)
        for name in ("all", row["relation"], f"language {row['language']}"):
            groups[name].append(one)
    result: dict[str, Any] = provenance(
        data_sha256=sha256_of(sibling_file(root).read_bytes()), split=args.split, judge=judge.name
    )
    result["groups"] = {name: figures(rows) for name, rows in sorted(groups.items())}
    for name, group in result["groups"].items():
        print(
            f"{name}: {group['claims']} cases; decisive precision {group['decisive_precision']}; "
            f"decided rightly {group['decided_rightly_of_decidable']}; abstained rightly {group['abstained_rightly']}"
        )
    (args.out / f"verdicts-siblings-{args.split}.json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
