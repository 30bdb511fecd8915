"""Sheets for grading claims blind, and the tally of what graders wrote: GRADING.md, section 4.

`python -m benchmarks.claims.blind sheet --split fresh --out DIR` writes one sheet a language, our claims and naive ones
mixed and unmarked, and `key.json`, which a grader does not open. `… blind tally --out DIR` reads the grades beside the
sheets (`grades-LANG.tsv`: id, accept or reject, letter, note) and prints the shares with their 95 % intervals.
"""

import argparse
import json
import random
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.claims.score import texts
from benchmarks.verdicts.measures import share
from claims.article import read_article
from claims.digests import digest
from claims.extract import extract_claims
from claims.records import Article, Claim, Comparator, Quantity, Span
from claims.sentences import article_sentences
from claims.setting import lead_of, setting_text

MOST = {"ar": 100, "en": 100}
MOST_ELSEWHERE = 50
NAIVE = 0.25  #: naive claims for each of ours


def paragraph_of(article: Article, at: int) -> str:
    """The line of the article that holds an offset."""
    start = article.text.rfind("\n", 0, at) + 1
    end = article.text.find("\n", at)
    return article.text[start : end if end >= 0 else len(article.text)]


def row_of(article: Article, lead: Span | None, claim: Claim) -> dict[str, Any]:
    """What a grader sees of one of our claims."""
    said = claim.attribution
    return {
        "paragraph": paragraph_of(article, claim.quote_start),
        "published": article.published_on.isoformat() if article.published_on else "",
        "marked": [article.text[span.start : span.end] for span in claim.quote_spans],
        "claim_text": claim.text,
        "setting": setting_text(article, lead, claim.sentence_start, claim.sentence_end),
        "kind": str(claim.kind),
        "speaker": said.speaker if said else "",
        "via": list(said.outer) if said else [],
        "polarity": str(claim.polarity),
        "modality": str(claim.modality),
        "quantities": [_amount(one) for one in claim.quantities],
        "times": [f"{one.text}: {one.first} to {one.last}" for one in claim.times],
    }


def _amount(one: Quantity) -> str:
    """A quantity as it was read; of a range, both ends."""
    value = f"{one.low:g} to {one.high:g}" if one.comparator is Comparator.BETWEEN else f"{one.value:g}"
    return f"{one.text}: {one.comparator} {value} {one.unit}".strip()


def naive_row(article: Article, lead: Span | None, text: str, at: int) -> dict[str, Any]:
    """What a grader sees of a sentence taken as a claim."""
    return {
        "paragraph": paragraph_of(article, at),
        "published": article.published_on.isoformat() if article.published_on else "",
        "marked": [text],
        "claim_text": text,
        "setting": setting_text(article, lead, at, at + len(text)),
        "kind": "content",
        "speaker": "",
        "via": [],
        "polarity": "affirmed",
        "modality": "asserted",
        "quantities": [],
        "times": [],
    }


def write_sheets(split: str, out: Path) -> None:
    """One sheet a language, and the key."""
    rng = random.Random(20261126)
    ours: dict[str, list[dict[str, Any]]] = {}
    naive: dict[str, list[dict[str, Any]]] = {}
    for gold_path, text_path in texts(split):
        about = json.loads(gold_path.read_text("utf-8"))
        article = read_article(
            text_path.read_bytes(), source=text_path.name, language=about["language"],
            published_on=date.fromisoformat(about["published"]),
        )  # fmt: skip
        lead = lead_of(article)
        mine = ours.setdefault(about["language"], [])
        mine += [row_of(article, lead, claim) for claim in extract_claims(article)]
        plain = naive.setdefault(about["language"], [])
        plain += [naive_row(article, lead, one.text, one.start) for one in article_sentences(article)]
    key: dict[str, str] = {}
    out.mkdir(parents=True, exist_ok=True)
    for language, rows in sorted(ours.items()):
        chosen = rng.sample(rows, min(len(rows), MOST.get(language, MOST_ELSEWHERE)))
        others = rng.sample(naive[language], min(len(naive[language]), int(NAIVE * len(chosen))))
        marked = [(row, "ours") for row in chosen] + [(row, "naive") for row in others]
        rng.shuffle(marked)
        lines = []
        for number, (row, whose) in enumerate(marked):
            name = digest(language, number, row["claim_text"])[:8]
            key[name] = whose
            lines.append(json.dumps({"id": name, **row}, ensure_ascii=False))
        (out / f"sheet-{language}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (out / "key.json").write_text(json.dumps(key), "utf-8")


def tally(out: Path) -> dict[str, Any]:
    """Accepted of graded, ours and naive, a language and all; and the letters of what was rejected."""
    key = json.loads((out / "key.json").read_text("utf-8"))
    counts: dict[str, dict[str, list[int]]] = {}
    letters: dict[str, Counter[str]] = {}
    for path in sorted(out.glob("grades-*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            name, verdict, letter, *_ = (*line.split("\t"), "", "")
            for language in (path.stem.removeprefix("grades-"), "all"):
                hits = counts.setdefault(language, {"ours": [0, 0], "naive": [0, 0]})[key[name]]
                hits[0] += verdict == "accept"
                hits[1] += 1
                if verdict != "accept" and key[name] == "ours":
                    letters.setdefault(language, Counter())[letter[:1]] += 1
    return {
        language: {whose: share(*hits) for whose, hits in rows.items()}
        | {"rejected_for": dict(letters.get(language, Counter()).most_common())}
        for language, rows in counts.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("sheet", "tally"))
    parser.add_argument("--split", default="fresh")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.what == "sheet":
        write_sheets(args.split, args.out)
        return
    for language, row in tally(args.out).items():
        print(language, json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
