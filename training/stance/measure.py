"""Verdicts on development gold by judges that did not see its topic: `python -m training.stance.measure --work DIR`.

`training.stance.fit` leaves the weights of each fold in DIR. Ranking, slots, encoder and rule are those of a run; only
the trees differ from claim to claim. Prints precision and share decided rightly for every threshold, wrong verdicts
and the figures of each language at the threshold that ships.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.verdicts.cases import DEVELOPMENT, Case, gold_cases, gold_pages, passages_of
from benchmarks.verdicts.measures import DECISIVE, share
from evidence.calibration import load_surety
from evidence.embed import load_embedder
from evidence.encoder import load_encoder
from evidence.judges.default import DefaultJudge
from evidence.rank import rank_passages
from evidence.records import RankedPassage, Stance, Verdict
from evidence.rules import Thresholds, load_thresholds
from evidence.slots.words import Lens
from evidence.static_tokens import shipped_tokens
from evidence.verdict import reach_verdict
from training.stance.fit import EDGES, FOLDS, fold_file, fold_of

Taken = tuple[Case, list[RankedPassage], list[Stance]]


def ranked_cases(keep: int) -> Iterator[tuple[Case, list[RankedPassage]]]:
    """Every development claim with what is read for it, looked up among the pages of its own folder."""
    embedder = load_embedder("shipped")
    for root in DEVELOPMENT:
        pool = passages_of(gold_pages(root))
        for case in gold_cases("all", root):
            yield case, rank_passages(case.claim, pool, embedder=embedder, keep=keep)


def taken(cases: Iterable[tuple[Case, list[RankedPassage]]], judges: Sequence[DefaultJudge]) -> list[Taken]:
    """Each claim with the stances of the judge whose trees did not see its topic."""
    return [(case, ranked, judges[fold_of(case.topic)].judge(case.claim, ranked)) for case, ranked in cases]


def verdicts(rows: Sequence[Taken], rules: Thresholds) -> list[tuple[Case, Verdict]]:
    """What the rule makes of the stances."""
    return [
        (
            case,
            reach_verdict(
                case.claim, [*zip(ranked, stances, strict=True)], as_of=case.published_on, judge="", thresholds=rules
            ),
        )
        for case, ranked, stances in rows
    ]


def figures_of(made: Sequence[tuple[Case, Verdict]]) -> str:
    """Decided rightly of those decided, and of those decidable, as text."""
    decided = [(case, verdict) for case, verdict in made if str(verdict.label) in DECISIVE]
    right = sum(case.label is verdict.label for case, verdict in decided)
    one = share(right, len(decided))
    decidable = sum(str(case.label) in DECISIVE for case, _ in made)
    return (
        f"{right} of {len(decided)} right ({one['share']}; {one['interval95']}), "
        f"{right / max(1, decidable):.3f} of {decidable} decidable; "
        f"wrong from 0.9 on: {sum(c.label is not v.label and v.confidence >= 0.9 for c, v in decided)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--keep", type=int, default=8)
    args = parser.parse_args()
    encoder, (tokens, revision) = load_encoder(), shipped_tokens()
    lens = Lens(tokens)
    judges = [
        DefaultJudge(lens, load_surety(fold_file(args.work, encoder.digest, number)), encoder, embedder=revision)
        for number in range(FOLDS)
    ]
    tell(taken(ranked_cases(args.keep), judges))


def tell(rows: Sequence[Taken]) -> None:
    """Print the figures."""
    rules = load_thresholds()
    for edge in EDGES:
        print(f"from {edge}: {figures_of(verdicts(rows, replace(rules, decisive=edge, refuting=edge, conflict=edge)))}")
    made = verdicts(rows, rules)
    groups = defaultdict(list)
    for case, verdict in made:
        for name in (case.claim.language, case.split, str(case.label), "crosses" if case.crosses else "one language"):
            groups[name].append((case, verdict))
        if str(verdict.label) in DECISIVE and case.label is not verdict.label:
            print(f"WRONG {case.id}: {verdict.label} {verdict.confidence}, right is {case.label}: {case.claim.text}")
    print(f"At the threshold that ships, {rules.decisive}: {figures_of(made)}")
    for name, group in sorted(groups.items()):
        print(f"  {name}: {figures_of(group)}")


if __name__ == "__main__":
    main()
