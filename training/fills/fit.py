"""Teaches what a reference means: `python -m training.fills.fit --halves EVEN ODD`.

`labels.tsv` says of references in the articles of `training/segmenter/written` what readers found meant: the stretches
that name it in the article as `article_of` makes it, `another` where no mention names it, `nothing` where nothing is
meant. The units come from the segmenter, for the articles that `choose` reads from the half that was not taught on
them. Prints, out of fold by article, how many are filled and how many of these rightly from each chance on, and writes
what was taught on all. Half an hour on one core.
"""

import argparse
import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from claims.article import read_article
from claims.bert import Floats
from claims.drafts import drafts_of
from claims.meant.entity import Entity
from claims.meant.grounds import candidates_of, grounds_of
from claims.meant.ranking import FILE, vectors_of
from claims.meant.records import Reference
from claims.meant.resolver import Resolver
from claims.records import Article, BlockKind
from claims.segmenter import Segmenter
from claims.sentences import article_sentences
from claims.standing import Context
from training.fills.network import Row, chances_of, taught
from training.segmenter.halves import WRITTEN, Halves, add_arguments
from training.segmenter.kept import write_head
from training.segmenter.written import read_written

LABELS = Path(__file__).parent / "labels.tsv"
FOLDS = 5
TITLE_LONGEST = 110
PARAGRAPH = 3  #: sentences
DAY = date(2026, 3, 20)
TOLD, LEFT = 0.7, 0.85  #: up to which draw a reader's answer is remembered; up to which none; above, what fits best

Key = tuple[int, int, bool]


@dataclass(slots=True)
class Answer:
    """What readers found meant: stretches of the article, or none."""

    spans: frozenset[tuple[int, int]]

    def names(self, entity: Entity) -> bool:
        """Whether one of an entity's wordings is such a stretch, or begins with it."""
        return any(one.start == a and one.end >= b for one in entity.labels for a, b in self.spans)


def article_of(path: Path) -> Article:
    """A written file as an article: a short first sentence is its title, three of the others a paragraph."""
    sentences = list(read_written(path, Counter(), []))
    title = sentences[0].text if len(sentences[0].text) < TITLE_LONGEST else ""
    body = [one.text for one in (sentences[1:] if title else sentences)]
    parts = [title] if title else []
    parts += [" ".join(body[at : at + PARAGRAPH]) for at in range(0, len(body), PARAGRAPH)]
    return read_article("\n\n".join(parts).encode(), source=path.name, language=sentences[0].language, published_on=DAY)


def read_labels() -> dict[str, dict[Key, Answer]]:
    """What readers said, a file."""
    made: dict[str, dict[Key, Answer]] = defaultdict(dict)
    with LABELS.open(encoding="utf-8", newline="") as stored:
        for one in csv.DictReader(stored, delimiter="\t", quoting=csv.QUOTE_NONE):
            spans = [] if one["meant"] in {"another", "nothing"} else one["meant"].split()
            pairs = frozenset((int(a), int(b)) for a, b in (span.split("-") for span in spans))
            made[one["file"]][int(one["start"]), int(one["end"]), bool(one["dropped"])] = Answer(pairs)
    return made


class Reading:
    """Reads one article and keeps a row for each reference that readers were asked about."""

    def __init__(self, number: int, article: Article, answers: dict[Key, Answer]) -> None:
        self.number, self.article, self.answers = number, article, answers
        self.resolver = Resolver(article)
        self.rng = np.random.default_rng(number)
        self.rows: list[Row] = []
        self.resolver.entities.meant = self._meant  # type: ignore[method-assign]  # what readers said is remembered instead

    def read(self, segmenter: Segmenter) -> list[Row]:
        """The rows of the article."""
        context = Context(language=self.article.language)
        sentences = list(article_sentences(self.article))
        context.found = segmenter.read_all(one.text for one in sentences if one.block is BlockKind.BODY)
        for sentence in sentences:
            if sentence.block is BlockKind.HEADLINE:
                self.resolver.hear(sentence, [])
            if sentence.block is BlockKind.BODY:
                context.parsed = False
                context.turn += 1
                self.resolver.hear(sentence, drafts_of(sentence, context), context.found.get(sentence.text))
        return self.rows

    def _meant(
        self, reference: Reference, turn: int, speaking: Entity | None = None
    ) -> tuple[Entity | None, list[Entity] | None]:
        answer = self.answers.get((reference.start, reference.end, reference.dropped))
        entities = self.resolver.entities
        word = entities.vectors.word(reference)
        found = candidates_of(entities.all, reference, turn, entities.block)
        if answer is None or word is None or not found:
            return None, []
        right = np.array([answer.names(one.entity) for one in found])
        grounds = grounds_of(found, reference, turn, entities.block, speaking, self.article.language)
        kind = "described" if reference.heads else "dropped" if reference.dropped else "pronoun"
        labels, lasts = vectors_of(found, entities.vectors)
        self.rows.append(Row(self.number, self.article.language, kind, word, labels, lasts, grounds, right))
        draw = self.rng.random()
        if draw < TOLD:
            return (found[int(right.argmax())].entity if right.any() else None), []
        return (None if draw < LEFT else max(found, key=lambda one: one.fit).entity), []


def rows_of(halves: tuple[Path, Path], pattern: str) -> list[Row]:
    """All labelled references for which something was found."""
    readers = Halves(halves, pattern)
    made: list[Row] = []
    for number, (name, answers) in enumerate(sorted(read_labels().items())):
        segmenter = readers.reader_of(name)
        made += Reading(number, article_of(WRITTEN / name), answers).read(segmenter)
    return made


def report(rows: list[Row], chances: list[Floats]) -> None:
    """How many are filled from each chance on, and how many of these rightly."""
    groups = {"all": lambda one: True}  # noqa: ARG005 - all of them
    groups |= {kind: lambda one, kind=kind: one.kind == kind for kind in ("pronoun", "dropped", "described")}
    groups |= {name: lambda one, name=name: one.language == name for name in sorted({one.language for one in rows})}
    for name, belongs in groups.items():
        mine = [(row, chance) for row, chance in zip(rows, chances, strict=True) if belongs(row)]
        parts = []
        for least in (0.4, 0.5, 0.55, 0.6, 0.7):
            filled = [row.right[chance.argmax()] for row, chance in mine if chance.max() >= least]
            parts.append(f"from {least} {len(filled)} filled, {np.mean(filled):.3f} right" if filled else "none")
        print(f"{name:>9}: {len(mine)}, {sum(row.right.any() for row, _ in mine)} could be;", "; ".join(parts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--out", type=Path, default=FILE)
    args = parser.parse_args()
    rows = rows_of(tuple(args.halves), args.halved)
    chances: list[Floats] = [np.zeros(0)] * len(rows)
    for fold in range(FOLDS):
        network = taught([one for one in rows if one.article % FOLDS != fold], seed=fold)
        held = [at for at, one in enumerate(rows) if one.article % FOLDS == fold]
        for at, chance in zip(held, chances_of(network, [rows[at] for at in held]), strict=True):
            chances[at] = chance
    report(rows, chances)
    write_head(taught(rows, seed=1), args.out, whole=("mean", "scale"))


if __name__ == "__main__":
    main()
