"""Score splitting on single sentences with hand-written propositions: `python -m benchmarks.claims.sentences [--held]`.

A proposition is found where a claim shares at least `ALIKE` of the words of both, exactly where it shares all. The
sentences are those of training/segmenter/written; with `--held` the one in five that the segmenter did not learn from.
"""

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

import regex

from claims.article import read_article
from claims.choice import Words, words_in
from claims.extract import extract_claims
from claims.records import Claim, ClaimKind
from training.segmenter.prepare import held_back
from training.segmenter.written import Proposition, Written, read_written

WRITTEN = Path(__file__).parents[2] / "training" / "segmenter" / "written"
LANGUAGES = ("ar", "en", "fr", "es", "de", "ru", "tr", "fa", "zh")
ALIKE = 0.8
DAY = date(2025, 3, 28)
_LETTERS = regex.compile(r"\p{L}+")


def _share(one: Words, other: Words) -> float:
    return len(one & other) / max(1, len(one | other))


def _told_right(text: str, wanted: Proposition, claim: Claim) -> bool:
    """Whether a claim names a speaker where one is wanted, and by a word that is among those that tell it."""
    has = claim.attribution is not None and claim.kind is ClaimKind.CONTENT
    if has != bool(wanted.attribution):
        return False
    if claim.attribution is None or not claim.attribution.speaker or claim.language == "zh":
        return True
    telling = " ".join(text[a:b] for a, b in wanted.attribution)
    said, told = ({word.lower() for word in _LETTERS.findall(one)} for one in (claim.attribution.speaker, telling))
    return bool(said & told) or not has


def counted(one: Written) -> tuple[Counter[str], list[str]]:
    """The sums of a sentence, and what differs in words."""
    article = read_article(
        f"A heading of the day\n\n{one.text}".encode(), source="sentence.txt", language=one.language, published_on=DAY
    )
    base = article.text.find(one.text)
    claims = [
        (claim, words_in(one.text, tuple((span.start - base, span.end - base) for span in claim.quote_spans)))
        for claim in (extract_claims(article) if base >= 0 else [])
    ]
    gold = [(wanted, words_in(one.text, wanted.content)) for wanted in one.propositions]
    sums, differs = Counter(gold=len(gold), made=len(claims)), list[str]()
    for wanted, words in gold:
        share, at = max(((_share(words, other), at) for at, (_, other) in enumerate(claims)), default=(0.0, -1))
        sums["exact"] += share == 1
        if share < ALIKE:
            differs.append(f"missed {share:.2f}: {' … '.join(one.text[a:b] for a, b in wanted.content)}")
            continue
        sums["found"] += 1
        claim = claims[at][0]
        if wanted.attribution or claim.kind is ClaimKind.CONTENT:
            sums["told"] += 1
            sums["told right"] += _told_right(one.text, wanted, claim)
    for claim, words in claims:
        good = any(_share(words, other) >= ALIKE for _, other in gold)
        sums["good"] += good
        differs += [] if good else [f"extra: {claim.text}"]
    return sums, differs


def line_of(sums: Counter[str]) -> str:
    """The shares as words."""
    return (
        f"{sums['gold']} propositions: recall {sums['found'] / max(1, sums['gold']):.3f} "
        f"(exactly {sums['exact'] / max(1, sums['gold']):.3f}); {sums['made']} claims: precision "
        f"{sums['good'] / max(1, sums['made']):.3f}; teller right {sums['told right'] / max(1, sums['told']):.3f} of {sums['told']}"  # noqa: E501
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=LANGUAGES)
    parser.add_argument("--held", action="store_true", help="those that the segmenter did not learn from")
    parser.add_argument("--misses", action="store_true", help="show what differs")
    parser.add_argument("--written", type=Path, default=WRITTEN)
    args = parser.parse_args()
    everything = Counter[str]()
    for language in args.only:
        total = Counter[str]()
        for path in sorted(args.written.glob(f"{language}-*.txt")):
            for one in read_written(path, Counter(), []):
                if args.held and not held_back(one.text):
                    continue
                sums, differs = counted(one)
                total += sums
                if args.misses and differs:
                    print(f"{path.name} {one.text}", *differs, sep="\n   ")
        everything += total
        print(language, line_of(total), flush=True)
    print("all", line_of(everything))


if __name__ == "__main__":
    main()
