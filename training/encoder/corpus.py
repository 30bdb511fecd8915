"""Pairs of a claim and a passage with a label, from open sets and parallel text: `python -m training.encoder.corpus`.

Writes `pairs.jsonl`: source, claim, its language, passage, its language, label (s, r, n; x for "not supported, r or n
unknown"), part (train, dev). FEVER-Symmetric, and every FEVER row that shares a claim or passage with it, stays out.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import regex
import zstandard

from claims.article import read_article
from claims.extract import extract_claims
from claims.languages import detect_language
from claims.sentences import split_sentences
from training.encoder import contrast
from training.encoder.pages import PAGES_HELD, WrittenPage, read_pages, windows
from training.encoder.sets import Row, atomic_facts, open_sets, propositions, written
from training.encoder.switching import read_dictionaries, switched_pair
from training.stance.pairs import held_back

PARALLEL = {"tatoeba": 4500, "tatoeba_opus_test": 4000, "tico19": 1000, "tico19_test": 1000, "unbis_notes": 1000,
            "mscurricula": 5000, "msdocs": 1500, "indian_parallel": 4000, "quran": 400}  # fmt: skip
LANGUAGES = {
    "ar": 2.0,
    "fr": 1.0,
    "es": 1.0,
    "de": 1.0,
    "ru": 1.0,
    "tr": 0.8,
    "fa": 0.8,
    "zh": 0.8,
    "hi": 0.5,
    "ur": 0.5,
}
SWITCHED = ("fever", "foolmetwice", "climate", "factcheck", "facts", "propositions")  #: English sets to put words into
DAY = date(2020, 1, 1)  #: of texts that name none


def parallel(data: Path, rng: random.Random) -> Iterator[Row]:
    """A sentence beside its translation, alone or among its neighbours, and beside the neighbours alone."""
    by_english: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language, share in LANGUAGES.items():
        rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
        with zstandard.open(data / "parallel" / f"{language}.tsv.zst", "rt", encoding="utf-8") as lines:
            for line in lines:
                source, english, text = line.rstrip("\n").split("\t")[:3]
                if source in PARALLEL and 25 <= len(english) <= 260 and len(text) >= 8 and " " in english:
                    rows[source].append((english, text))
        for source, found in sorted(rows.items()):
            most = int(PARALLEL[source] * share)
            for at in rng.sample(range(len(found)), min(most, len(found))):
                english, text = found[at]
                left, right = (
                    ((english, "en"), (text, language)) if rng.random() < 0.4 else ((text, language), (english, "en"))
                )
                if source == "mscurricula" and rng.random() < 0.25 and by_english[english]:
                    right = rng.choice(by_english[english])
                by_english[english].append((text, language))
                side = 0 if right[1] == "en" else 1
                near = [found[i][side] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(found)]
                if right[1] not in {"en", language}:
                    near = []
                beside = rng.sample(near, min(len(near), rng.choice([0, 0, 1, 2])))
                said = [*beside, right[0]]
                rng.shuffle(said)
                yield f"parallel_{source}", *left, " ".join(said), right[1], "s"
                if near and rng.random() < 0.4:
                    yield f"parallel_{source}_beside", *left, " ".join(near[1:3]), right[1], "n"


def own_claims(texts: list[tuple[str, str, list[str]]], source: str, rng: random.Random) -> Iterator[Row]:
    """Claims that our splitter takes out of running text, beside the sentence that they come from and its neighbours.

    A text may be given with a translation of each of its sentences, which then is the passage.
    """
    for language, other, lines in texts:
        article = read_article(
            "\n".join(lines[::2] if other else lines).encode(),
            source="training.txt",
            language=language,
            published_on=DAY,
        )
        spans = split_sentences(article.text, language)
        for claim in extract_claims(article):
            if claim.kind != "content" or len(claim.text) < 12:
                continue
            if other:
                at = article.text.count("\n", 0, claim.sentence_start)
                plains = article.text.split("\n")
                if at >= len(plains) or plains[at] not in lines[::2]:
                    continue
                yield source, claim.text, language, lines[lines[::2].index(plains[at]) * 2 + 1], other, "s"
                continue
            if claim.sentence_end - claim.sentence_start < len(claim.text) + 12:
                continue  # nothing was left out: the passage would be a copy
            near = [
                article.text[s.start : s.end]
                for s in spans
                if abs(s.start - claim.sentence_start) < 400 and s.start != claim.sentence_start
            ]
            beside = rng.sample(near, min(len(near), rng.choice([0, 1, 2])))
            said = [*beside, article.text[claim.sentence_start : claim.sentence_end]]
            rng.shuffle(said)
            yield source, claim.text, language, " ".join(said), language, "s"
            if len(near) > 1 and rng.random() < 0.3:
                yield source + "_beside", claim.text, language, " ".join(near[:2]), language, "n"


def running_text(data: Path) -> list[tuple[str, str, list[str]]]:
    """Articles and encyclopaedia passages in Arabic and Russian, for `own_claims`."""
    articles = [json.loads(line) for line in (data / "articles/antcorpus-ar-400.jsonl").read_text("utf-8").splitlines()]
    texts: list[tuple[str, str, list[str]]] = [
        ("ar", "", ["\n".join(str(v) for v in one.values() if isinstance(v, str) and len(v) > 200)]) for one in articles
    ]
    for path in (*sorted((data / "qa/tydiqa").glob("*.json")), data / "qa/arcd/arcd-train.json"):
        for one in json.loads(path.read_text("utf-8"))["data"]:
            for paragraph in one["paragraphs"]:
                language = detect_language(paragraph["context"])
                if language in {"ar", "ru"}:
                    texts.append((language, "", [paragraph["context"]]))
    return [text for text in texts if text[2][0].strip()]


def translated_text(data: Path, rng: random.Random) -> list[tuple[str, str, list[str]]]:
    """Long sentences with their translations, by the block, for `own_claims`: text and translation by turns."""
    texts = []
    for language in ("ar", "fr", "es", "de", "ru", "tr", "fa", "zh"):
        kept = []
        with zstandard.open(data / "parallel" / f"{language}.tsv.zst", "rt", encoding="utf-8") as lines:
            for line in lines:
                source, english, text = line.rstrip("\n").split("\t")[:3]
                if (
                    source in {"tico19", "tico19_test", "mscurricula", "tatoeba", "unbis_notes"}
                    and 90 <= len(english) <= 320
                ):
                    kept.append((english, text))
        rng.shuffle(kept)
        kept = kept[: 5000 if language == "ar" else 2200]
        for at in range(0, len(kept), 40):
            block = kept[at : at + 40]
            texts.append((language, "en", [side for e, t in block for side in (t.replace("\n", " "), e)]))
            texts.append(("en", language, [side for e, t in block[:15] for side in (e, t)]))
    return texts


def part_of(source: str, passage: str) -> str:
    """Train or dev; of our own writing one passage in four is kept back, for the trees need its like."""
    return "dev" if held_back(passage, 4 if source.startswith("written") else 12) else "train"


def page_rows(pages: Iterable[WrittenPage], rng: random.Random) -> Iterator[tuple[str, ...]]:
    """Pairs of our own pages with their part; a page is kept back as a whole, one in ten."""
    for page in pages:
        part = "dev" if held_back(page.title, PAGES_HELD) else "train"
        rows = [one.pair() for one in windows(page, rng)]
        rows += [row for row in changed([one for one in rows if one[0] == "pages"], rng) if row[5] != "gone?"]
        yield from ((*row, part) for row in rows)


def changed(rows: list[Row], rng: random.Random) -> Iterator[Row]:
    """For supported pairs, twins with one thing changed, and twins whose passage lacks the thing."""
    pool: dict[str, list[str]] = defaultdict(list)
    for _, claim, language, *_ in rng.sample(rows, min(25_000, len(rows))):
        pool[language] += [claim[a:b] for a, b in contrast.names_in(claim, language)]
    names = {language: sorted(set(found)) for language, found in pool.items()}
    for source, claim, mine, passage, theirs, label in rows:
        if label != "s":
            continue
        makers = {
            "number": lambda c=claim: contrast.other_number(c, rng),
            "month": lambda c=claim, m=mine: contrast.other_month(c, m, rng),
            "denied": lambda c=claim, m=mine: contrast.denied(c, m, rng),
            "opposite": lambda c=claim, m=mine: contrast.opposite(c, m, rng),
            "name": lambda c=claim, m=mine: contrast.other_name(c, m, names.get(m, []), rng),
        }
        odds = {"number": 0.8, "month": 0.9, "denied": 0.14, "opposite": 0.6, "name": 0.35}
        for kind, make in makers.items():
            if rng.random() < odds[kind] and (new := make()) and new != claim:
                yield f"{source}_{kind}", new, mine, passage, theirs, "r"
        if rng.random() < 0.25 and (new := contrast.swapped_names(claim, mine)):
            yield f"{source}_swapped", new, mine, passage, theirs, "x"
        whole = source.startswith("parallel") or (source == "own_translated" and len(claim) >= 0.75 * len(passage))
        new = contrast.half_of(passage, rng) if whole and theirs != "zh" and rng.random() < 0.4 else ""
        if new and len(new) < 0.8 * len(claim):  # shorter than the claim, so that some of it is not said
            yield f"{source}_half", claim, mine, new, theirs, "n"
        if rng.random() < 0.7 and contrast.other_number(claim, rng) and (new := contrast.without_number(passage, rng)):
            yield (
                f"{source}_gone",
                claim,
                mine,
                new,
                theirs,
                "n" if len(regex.findall(r"\d+", claim)) >= len(regex.findall(r"\d+", passage)) else "gone?",
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    rng = random.Random(20261126)
    labelled = list(open_sets(args.data))
    made = [*atomic_facts(args.data, rng), *propositions(args.data), *parallel(args.data, rng)]
    print(len(labelled), "labelled,", len(made), "made", flush=True)
    made += own_claims(running_text(args.data), "own", rng)
    print(len(made), "with our own claims of running text", flush=True)
    made += own_claims(translated_text(args.data, rng), "own_translated", rng)
    print(len(made), "with our own claims of translated text", flush=True)
    strangers = []
    for source, claim, mine, *_ in rng.sample(made, len(made) // 12):
        other = rng.choice(made)
        strangers.append((f"{source}_stranger", claim, mine, other[3], other[4], "n"))
    ours = list(written())
    for source, claim, mine, *_ in rng.sample(ours, len(ours) // 7):
        other = rng.choice(ours)
        strangers.append((f"{source}_stranger", claim, mine, other[3], other[4], "n"))
    twins = [
        row
        for row in changed(made + ours + [r for r in labelled if r[0] in {"fever_dev_rte", "farstail"}], rng)
        if row[5] != "gone?"
    ]
    english = [row for row in labelled + made if row[0].startswith(SWITCHED)]
    dictionaries = read_dictionaries(args.data)
    switched = [
        (*new, part_of(old[0], old[3]))
        for old in [*english, *english]
        if (new := switched_pair(old, dictionaries, rng)) is not None
    ]
    rows = [(*row, part_of(row[0], row[3])) for row in labelled + made + twins + strangers + ours]
    rows += [*switched, *page_rows(read_pages(), rng)]
    rng.shuffle(rows)
    args.work.mkdir(parents=True, exist_ok=True)
    with (args.work / "pairs.jsonl").open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts[f"{row[0]} {row[5]}"] += 1
    print("\n".join(f"{count:7d} {name}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
