"""Where decidable claims are lost on the way to a verdict: `python -m benchmarks.verdicts.funnel`.

Over development gold, by language and by whether the evidence is in another language: is the deciding passage among
those read, is its deciding sentence picked, what do the slots and the encoder say of it, and what became of the claim.
`--show NAME` prints the claims lost at one step.
"""

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.verdicts.cases import ROOTS, Case, gold_cases, gold_pages, passages_of
from evidence.embed import load_embedder
from evidence.encoder import load_encoder
from evidence.judges import load_judge
from evidence.judges.look import NUMBERS, Look, look_at, numbers_of
from evidence.rank import rank_passages
from evidence.records import Label, RankedPassage, Verdict
from evidence.slots.decide import Gate
from evidence.slots.reader import claim_facts, lines_above, read_passage
from evidence.slots.words import Lens
from evidence.static_tokens import shipped_tokens
from evidence.verdict import judge_claim

if TYPE_CHECKING:
    from evidence.encoder import Encoder

ROOT = "https://gold.test/"
STEPS = ("claims", "passage read", "sentence picked", "gate right", "gate wrong", "encoder right", "encoder wrong",
         "verdict right", "verdict wrong")  # fmt: skip
WAYS = {Gate.SUPPORT: Label.SUPPORTED, Gate.REFUTE: Label.REFUTED, Gate.DENIAL: Label.REFUTED}


@dataclass(frozen=True, slots=True)
class Deciding:
    """A passage that decides a claim, as the judge looks at it."""

    item: RankedPassage
    look: Look
    picked: bool  #: whether the sentence that was picked holds deciding words


def deciding(case: Case, ranked: list[RankedPassage], lens: Lens) -> list[Deciding]:
    """The passages read that hold the words that decide."""
    found = []
    facts = claim_facts(case.claim)
    for item in ranked:
        text = item.passage.text
        for path, quote in case.quotes:
            if item.page.url != ROOT + path or not (quote in text or text in quote):
                continue
            start = max(0, text.find(quote))
            look = look_at(read_passage(facts, item, lens))
            met = min(look.best.end, start + len(quote)) - max(look.best.start, start)
            found.append(Deciding(item, look, met > 0))
            break
    return found


def steps_of(case: Case, found: list[Deciding], encoder: "Encoder", said: str) -> set[str]:
    """The steps that a claim came through."""
    steps = {"claims"}
    if found:
        steps.add("passage read")
    if any(one.picked for one in found):
        steps.add("sentence picked")
    gates = {WAYS[one.look.passed.gate] for one in found if one.look.passed.gate is not Gate.NONE}
    if case.label in gates:
        steps.add("gate right")
    elif gates:
        steps.add("gate wrong")
    shares: Counter[Label] = Counter()
    for one in found:
        row = numbers_of(one.look, case.claim.text, one.item.passage.text, lines_above(one.item), encoder)
        for way, name in ((Label.SUPPORTED, "best_supports"), (Label.REFUTED, "best_refutes")):
            shares[way] = max(shares[way], row[NUMBERS.index(name)])
    if shares and max(shares.values()) >= 0.5:
        steps.add("encoder right" if shares.most_common(1)[0][0] is case.label else "encoder wrong")
    if said in {"supported", "refuted", "conflicting_evidence"}:
        steps.add("verdict right" if said == case.label else "verdict wrong")
    return steps


def show(case: Case, found: list[Deciding]) -> None:
    """What the slots saw in the passages that decide a claim."""
    print(f"\n{case.id} [{case.label}] {case.claim.text}")
    for one in found:
        reading = one.look.reading
        print(f"  {one.look.passed.gate} {'picked' if one.picked else 'OTHER SENTENCE'}: {reading.sentence.text}")
        for slot in reading.slots:
            print(f"    {slot.kind} {slot.status}: {slot.claim} | {slot.page} ({slot.relation})")
        words = zip(reading.alignment.words, reading.alignment.partners, reading.alignment.here, strict=True)
        print(
            "    " + "  ".join(f"{word.text}={partner.text}:{float(likeness):.2f}" for word, partner, likeness in words)
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("seen", "unseen", "fresh", "all"), default="all")
    parser.add_argument("--keep", type=int, default=8)
    parser.add_argument("--show", choices=STEPS[1:], help="print the claims that did not come through this step")
    args = parser.parse_args()
    embedder, judge, encoder = load_embedder(), load_judge("default"), load_encoder()
    lens = Lens(shipped_tokens()[0])
    pools = {root: passages_of(gold_pages(root)) for root in ROOTS[args.split]}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for case, pool in ((case, pool) for root, pool in pools.items() for case in gold_cases(args.split, root)):
        if case.label not in {Label.SUPPORTED, Label.REFUTED}:
            continue
        ranked = rank_passages(case.claim, pool, embedder=embedder, keep=args.keep)
        verdict = judge_claim(case.claim, ranked, judge=judge, as_of=case.published_on, run_id="benchmark")
        found = deciding(case, ranked, lens)
        steps = steps_of(case, found, encoder, str(verdict.label) if isinstance(verdict, Verdict) else "undecided")
        way = "other language" if case.crosses else "same language"
        for group in ("all", case.claim.language, way, f"{case.claim.language}, {way}", str(case.label)):
            counts[group].update(steps)
        if args.show and args.show not in steps:
            show(case, found)
    width = max(map(len, counts))
    print(" " * width, *STEPS, sep="  ")
    for group, count in sorted(counts.items()):
        print(group.ljust(width), *(str(count[step]).rjust(len(step)) for step in STEPS), sep="  ")


if __name__ == "__main__":
    main()
