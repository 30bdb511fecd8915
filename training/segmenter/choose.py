"""Fits which candidates are claims: `python -m training.segmenter.choose --names "*-[a-c]*.txt" --halves EVEN ODD`.

Rules and segmenter read articles that the segmenter was not taught on: of two packed ones, the first was taught on the
even articles and reads the odd ones. A candidate is right where it shares four fifths of the words with a written one.
Prints, out of fold by article, what is found and what is right.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from claims.article import read_article
from claims.bert import load_weights
from claims.choice import FILE, LEAST, NAMES, Candidate, Looked, alike, looked_at, words_in
from claims.extract import extract_claims
from claims.learnt_spans import Whole
from claims.records import ClaimKind
from claims.segmenter import FILE as SEGMENTER
from claims.segmenter import Segmenter
from training.segmenter.written import Written, read_written

WRITTEN = Path(__file__).parent / "written"
RIGHT = 0.8  #: share of common words from which on a candidate is a proposition
FOLDS = 5
DAY = date(2025, 3, 28)


class Rows:
    """The candidates of some articles."""

    def __init__(self) -> None:
        self.looked: list[Looked] = []
        self.meant: list[list[int]] = []  #: which proposition each candidate is, -1 for none
        self.nets: list[list[bool]] = []
        self.languages: list[str] = []
        self.wanted: list[int] = []
        self.articles: list[int] = []

    def add(self, number: int, sentences: list[Written], segmenter: Segmenter) -> None:
        """Reads one article by rules and network."""
        language = sentences[0].language
        article = read_article(
            ("Heading\n\n" + "\n\n".join(one.text for one in sentences)).encode(),
            source="written.txt", language=language, published_on=DAY,
        )  # fmt: skip
        claims = [one for one in extract_claims(article, learnt=False) if one.kind is ClaimKind.CONTENT]
        seen_in = segmenter.read_all(one.text for one in sentences)
        at = 0
        for one in sentences:
            base, seen = article.text.find(one.text, at), seen_in[one.text]
            if base < 0 or seen is None:
                continue
            at = base
            pool = [
                Candidate(tuple((span.start - base, span.end - base) for span in claim.quote_spans), net=False)
                for claim in claims
                if base <= claim.quote_spans[0].start < base + len(one.text)
            ]
            whole = Whole(one.text, language)
            read = ((whole.spans(told.content, told.anchor), told.sure) for told in (*seen.told, *seen.guesses))
            net = {found: sure for found, sure in read if found}
            pool += [Candidate(found, net=True, sure=sure) for found, sure in net.items()]
            gold = [words_in(one.text, wanted.content) for wanted in one.propositions]
            looked = looked_at(one.text, language, seen, pool)
            best = [
                max([(alike(mine, theirs), k) for k, theirs in enumerate(gold)] or [(0.0, -1)]) for mine in looked.words
            ]
            self.looked.append(looked)
            self.meant.append([k if share >= RIGHT else -1 for share, k in best])
            self.nets.append([candidate.net for candidate in pool])
            self.languages.append(language)
            self.wanted.append(len(gold))
            self.articles.append(number)


def line_of(numbers: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, float]:
    """A logistic regression's weights over the numbers as they are, and its constant."""
    scaler = StandardScaler().fit(numbers)
    fitted = LogisticRegression(C=0.3, max_iter=1000).fit(scaler.transform(numbers), right)
    weights = fitted.coef_[0] / scaler.scale_
    return weights, float(fitted.intercept_[0] - scaler.mean_ @ weights)


def write_line(file: Path, names: Sequence[str], weights: np.ndarray, constant: float) -> None:
    """The regression as `claims.line` reads it."""
    kept = {
        "weights": {name: round(float(w), 5) for name, w in zip(names, weights, strict=True)},
        "constant": round(constant, 5),
    }
    file.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def report(rows: Rows, scores: list[np.ndarray], least: float) -> None:
    """Right of those taken and found of those wanted, a language: by choice, by rules alone, by the network alone."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for n, language in enumerate(rows.languages):
        ways = {
            "choice": rows.looked[n].best(scores[n], least),
            "rules": [k for k, net in enumerate(rows.nets[n]) if not net],
            "net": [k for k, net in enumerate(rows.nets[n]) if net],
        }
        for name in (language, "all"):
            sums[name]["wanted"] += rows.wanted[n]
            for way, places in ways.items():
                meant = [rows.meant[n][k] for k in places]
                sums[name][f"{way} taken"] += len(places)
                sums[name][f"{way} right"] += sum(one >= 0 for one in meant)
                sums[name][f"{way} found"] += len(set(meant) - {-1})
    for name, one in sorted(sums.items()):
        shares = [
            f"{way} {one[f'{way} right'] / one[f'{way} taken']:.3f} right, "
            f"{one[f'{way} found'] / one['wanted']:.3f} found"
            for way in ("choice", "rules", "net")
        ]
        print(f"{name}: {one['wanted']} wanted;", "; ".join(shares))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", nargs="+", required=True, help="of the files that the segmenter was not taught on")
    parser.add_argument("--halves", nargs=2, type=Path, default=(SEGMENTER, SEGMENTER), help="see above")
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--least", type=float, default=LEAST)
    args = parser.parse_args()
    rows, halves = Rows(), [Segmenter(load_weights(path)) for path in args.halves]
    for number, path in enumerate(sorted({path for names in args.names for path in WRITTEN.glob(names)})):
        sentences = list(read_written(path, Counter(), []))
        if sentences:
            rows.add(number, sentences, halves[1 - number % 2])
    numbers, right = (
        np.concatenate([one.numbers for one in rows.looked]),
        np.array([k >= 0 for meant in rows.meant for k in meant]),
    )
    fold = np.array([article % FOLDS for article, meant in zip(rows.articles, rows.meant, strict=True) for _ in meant])
    chances = np.zeros(len(right))
    for k in range(FOLDS):
        weights, constant = line_of(numbers[fold != k], right[fold != k])
        chances[fold == k] = 1 / (1 + np.exp(-(numbers[fold == k] @ weights + constant)))
    report(rows, np.split(chances, np.cumsum([len(meant) for meant in rows.meant])[:-1]), args.least)
    weights, constant = line_of(numbers, right)
    write_line(args.out, NAMES, weights, constant)
    print(len(right), "candidates,", f"{right.mean():.3f} right")


if __name__ == "__main__":
    main()
