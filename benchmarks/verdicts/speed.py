"""Claims judged a second, ranking left out: `python -m benchmarks.verdicts.speed`."""

import argparse
import json
import os
import platform
import time
from pathlib import Path

from benchmarks.verdicts.cases import GOLD, digest_of, gold_cases, gold_pages, passages_of
from benchmarks.verdicts.measures import provenance
from evidence.embed import load_embedder
from evidence.judges import load_judge
from evidence.rank import rank_passages
from evidence.verdict import judge_claim

RESULTS = Path(__file__).parents[1] / "results"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--judge", default="default")
    parser.add_argument("--keep", type=int, default=8)
    parser.add_argument("--out", type=Path, default=RESULTS)
    args = parser.parse_args()
    embedder = load_embedder("shipped")
    judge = load_judge(args.judge)
    pool = passages_of(gold_pages(GOLD))
    work = [(c, rank_passages(c.claim, pool, embedder=embedder, keep=args.keep)) for c in gold_cases("seen", GOLD)]
    times = []
    for _ in range(2):  # the second time everything about pages is remembered, as within one article's run
        start = time.perf_counter()
        for case, ranked in work:
            judge_claim(case.claim, ranked, judge=judge, as_of=case.published_on, run_id="speed")
        times.append(time.perf_counter() - start)
    made = provenance(
        judge=judge.name,
        data_sha256=digest_of(GOLD),
        machine=f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        claims=len(work),
        passages_per_claim=args.keep,
        claims_per_second_cold=round(len(work) / times[0], 1),
        claims_per_second_warm=round(len(work) / times[1], 1),
        cost_usd=0,
        network_requests=0,
    )
    print(json.dumps(made, indent=1))
    args.out.mkdir(exist_ok=True)
    (args.out / "verdicts-speed.json").write_text(json.dumps(made, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
