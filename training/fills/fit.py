"""Fits how likely a fill is right: `python -m training.fills.fit`.

`labels.tsv` says of fills in the articles of `training/segmenter/written` whether a reader found them right: file,
offset, fill, right or wrong. Everything that was found for a reference is looked at, likely or not. Prints what is
kept and right from each chance on, out of fold by article.
"""

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.preprocessing import StandardScaler

from claims.article import read_article
from claims.drafts import drafts_of
from claims.extract import read_ahead
from claims.meant.resolver import Resolver
from claims.meant.surety import FILE, NAMES
from claims.records import Article, BlockKind
from claims.sentences import article_sentences
from claims.standing import Context
from training.segmenter.choose import WRITTEN, write_line
from training.segmenter.written import read_written

LABELS = Path(__file__).parent / "labels.tsv"
FOLDS = 8
STRENGTH = 5.0  #: how strongly weights are held to nought
#: What can only speak for a fill, and what can only speak against it: few of either kind were seen in some languages.
MORE = frozenset({"score", "lead", "alone", "agrees", "named", "topic", "here", "last_subject", "was_subject", "often"})
LESS = frozenset(
    {"candidates", "turns", "far", "new_block", "nearer", "nearer_fits", "figure", "wary_far", "owner_far"}
)
TITLE_LONGEST = 110
PARAGRAPH = 3  #: sentences
DAY = date(2026, 3, 20)


def article_of(path: Path) -> Article:
    """A written file as an article: a short first sentence is its title, three of the others a paragraph."""
    sentences = list(read_written(path, Counter(), []))
    title = sentences[0].text if len(sentences[0].text) < TITLE_LONGEST else ""
    body = [one.text for one in (sentences[1:] if title else sentences)]
    parts = [title] if title else []
    parts += [" ".join(body[at : at + PARAGRAPH]) for at in range(0, len(body), PARAGRAPH)]
    return read_article("\n\n".join(parts).encode(), source=path.name, language=sentences[0].language, published_on=DAY)


def grounds_of(article: Article) -> dict[tuple[int, str], np.ndarray]:
    """What spoke for each reference of an article, by where a fill would stand and what it would say."""
    context, resolver = Context(language=article.language), Resolver(article)
    resolver.entities.least = 0.0
    sentences = list(article_sentences(article))
    context.found = read_ahead(article, sentences)
    for sentence in sentences:
        if sentence.block is BlockKind.HEADLINE:
            resolver.hear(sentence, [])
        if sentence.block is BlockKind.BODY:
            context.parsed = False
            context.turn += 1
            resolver.hear(sentence, drafts_of(sentence, context))
    made = {}
    for reference, (entity, ground) in resolver.entities.grounds.items():
        label = entity.label(short=not reference.heads)
        if label is not None:
            made[reference.start if reference.dropped else reference.end, label.text] = ground
    return made


def line_of(rows: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, float]:
    """A logistic regression whose weights keep to MORE and LESS, over the numbers as they are, and its constant."""
    scaler = StandardScaler().fit(rows)
    scaled = scaler.transform(rows)
    signs = [1 if name in MORE else -1 if name in LESS else 0 for name in NAMES]
    bounds = [(0 if sign > 0 else None, 0 if sign < 0 else None) for sign in signs]

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        weights, constant = at[:-1], at[-1]
        raw = scaled @ weights + constant
        off = 1 / (1 + np.exp(-raw)) - right
        value = np.logaddexp(0, np.where(right, -raw, raw)).sum() + STRENGTH * (weights**2).sum()
        return float(value), np.append(scaled.T @ off + 2 * STRENGTH * weights, off.sum())

    found = minimize(loss, np.zeros(len(NAMES) + 1), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)])
    weights = found.x[:-1] / scaler.scale_
    return weights, float(found.x[-1] - scaler.mean_ @ weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=FILE)
    args = parser.parse_args()
    labels: dict[str, dict[tuple[int, str], bool]] = {}
    for line in LABELS.read_text("utf-8").splitlines():
        name, at, fill, verdict = line.split("\t")
        labels.setdefault(name, {})[int(at), fill] = verdict == "right"
    numbers, right, articles, languages = [], [], [], []
    for number, (name, said) in enumerate(sorted(labels.items())):
        article = article_of(WRITTEN / name)
        grounds = grounds_of(article)
        for key, verdict in sorted(said.items()):
            if key in grounds:
                numbers.append(grounds[key])
                right.append(verdict)
                articles.append(number)
                languages.append(article.language)
    rows, is_right, fold, spoken = np.stack(numbers), np.array(right), np.array(articles) % FOLDS, np.array(languages)
    chances = np.zeros(len(is_right))
    for k in range(FOLDS):
        weights, constant = line_of(rows[fold != k], is_right[fold != k])
        chances[fold == k] = 1 / (1 + np.exp(-(rows[fold == k] @ weights + constant)))
    for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = chances >= least
        shares = [
            f"{name} {kept[which].mean():.2f} kept, {is_right[kept & which].mean():.2f} of them right"
            for name, which in (("all", spoken != ""), *((one, spoken == one) for one in ("ar", "en")))
        ]
        print(f"from {least}:", "; ".join(shares))
    weights, constant = line_of(rows, is_right)
    write_line(args.out, NAMES, weights, constant)
    print(len(is_right), "of", sum(map(len, labels.values())), "labelled fills found,", f"{is_right.mean():.2f} right")


if __name__ == "__main__":
    main()
