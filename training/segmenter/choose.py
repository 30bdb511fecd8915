"""Teaches which candidates are claims: `python -m training.segmenter.choose --halves EVEN ODD`.

Rules and segmenter read articles that the segmenter was not taught on: of two packed ones, the first was taught on the
even articles and reads the odd ones; articles written since, `--new`, either may read. A candidate is right where it
shares four fifths of the words with a written one, or all but a twentieth; see `training/segmenter/statements.py`.
Prints, for one article in five, what one taught on the others finds and how much of it is right; then teaches on all.
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

from claims import choice
from claims.article import read_article
from claims.bert import load_weights
from claims.choice import LEAST, NAMES, Candidate, Looked, alike, looked_at, together, words_in
from claims.extract import extract_claims
from claims.learnt_spans import Whole
from claims.line import Line
from claims.records import ClaimKind
from claims.segmenter import FILE as SEGMENTER
from claims.segmenter import Segmenter
from claims.statements import FILE
from training.segmenter.kept import write_head
from training.segmenter.statements import LEVELS, Row, chances_of, taught
from training.segmenter.written import Written, read_written

WRITTEN = Path(__file__).parent / "written"
RIGHT, EXACT = LEVELS
FOLDS = 5
DAY = date(2025, 3, 28)


class Rows:
    """The candidates of some articles."""

    def __init__(self) -> None:
        self.looked: list[Looked] = []
        self.meant: list[list[int]] = []  #: which proposition each candidate is, -1 for none
        self.languages: list[str] = []
        self.wanted: list[int] = []
        self.articles: list[int] = []
        self.rows: list[Row] = []

    def add(self, number: int, sentences: list[Written], segmenter: Segmenter) -> None:
        """Reads one article by rules and network."""
        language = sentences[0].language
        article = read_article(
            ("Heading\n\n" + "\n\n".join(one.text for one in sentences)).encode(),
            source="written.txt", language=language, published_on=DAY,
        )  # fmt: skip
        claims = [one for one in extract_claims(article, learnt=False, meant=False) if one.kind is ClaimKind.CONTENT]
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
            self.languages.append(language)
            self.wanted.append(len(gold))
            self.articles.append(number)
            self.rows.append(Row.of(seen, looked, np.array([share for share, _ in best], np.float32)))


def line_of(rows: list[Row]) -> tuple[np.ndarray, float]:
    """A logistic regression's weights over the numbers as they are, and its constant."""
    numbers = np.concatenate([one.numbers for one in rows])
    scaler = StandardScaler().fit(numbers)
    right = np.concatenate([one.alike for one in rows]) >= RIGHT
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


def report(rows: Rows, chances: dict[int, np.ndarray], least: float) -> None:
    """Right of those taken, right to the word, and found of those wanted, a language."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for n, chance in chances.items():
        taken = rows.looked[n].best(chance, least)
        meant = [rows.meant[n][k] for k in taken]
        for name in (rows.languages[n], "all"):
            sums[name]["wanted"] += rows.wanted[n]
            sums[name]["taken"] += len(taken)
            sums[name]["right"] += sum(one >= 0 for one in meant)
            sums[name]["exact"] += sum(rows.rows[n].alike[k] >= EXACT for k in taken)
            sums[name]["found"] += len(set(meant) - {-1})
    for name, one in sorted(sums.items()):
        print(
            f"{least} {name}: {one['wanted']} wanted, {one['found'] / one['wanted']:.3f} found; {one['taken']} taken, "
            f"{one['right'] / one['taken']:.3f} right, {one['exact'] / one['taken']:.3f} to the word"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", default="*-[a-e][0-9]*.txt", help="of the files that were halved")
    parser.add_argument("--new", default="*-[f-z][0-9]*.txt", help="of those that no segmenter was taught on")
    parser.add_argument("--halves", nargs=2, type=Path, default=(SEGMENTER, SEGMENTER), help="see above")
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--least", type=float, nargs="*", default=[LEAST])
    args = parser.parse_args()
    rows, halves = Rows(), [Segmenter(load_weights(path)) for path in args.halves]
    for number, path in enumerate([*sorted(WRITTEN.glob(args.names)), *sorted(WRITTEN.glob(args.new))]):
        sentences = list(read_written(path, Counter(), []))
        if sentences:
            rows.add(number, sentences, halves[1 - number % 2])
    apart = [n for n, article in enumerate(rows.articles) if article % FOLDS == 0]
    others = [row for n, row in enumerate(rows.rows) if rows.articles[n] % FOLDS]
    network, plain = taught(others, 0), Line(*line_of(others))
    chances = {
        n: together(chance, plain.chances(rows.rows[n].numbers))
        for n, chance in zip(apart, chances_of(network, [rows.rows[n] for n in apart]), strict=True)
    }
    for least in args.least:
        report(rows, chances, least)
    write_line(choice.FILE, NAMES, *line_of(rows.rows))
    write_head(taught(rows.rows, 1), args.out, whole=("mean", "scale"))
    print(sum(len(row.inside) for row in rows.rows), "candidates")


if __name__ == "__main__":
    main()
