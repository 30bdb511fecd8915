"""Makes the training pairs: `python -m training.embedder.collect --data DIR --work DIR`.

Writes `pairs.tsv.zst` (kind, language, source, english, text) and `counts.json`. In rows of kind
`pair` the two sides say the same thing; in rows of kind `ask` the text is a question or a claim
and the other side a passage that bears on it (either may be in any language).
"""

import argparse
import json
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import zstandard

from training.embedder.held_out import HeldOut, key

LANGUAGES = ("ar", "de", "es", "fa", "fr", "hi", "ru", "tr", "ur", "zh")
LATIN = {"de", "es", "fr", "tr"}
MARKUP = re.compile(r"https?:|www\.|[<>{}|`\\]|\]\(|__|%[sd]|\$\d|@\w|&\w+;")
DISAMBIGUATION = re.compile(r"\s*\(disambiguation\)")
CAP = {"msdocs": 90_000, "mscurricula": 20_000}  # one register must not fill the vocabulary
# Kept for development: the second half of TICO-19, PUD, ARCD's test part and TyDi's English part.
DEVELOPMENT_PARALLEL = ("pud",)
TICO_TRAIN_ROWS = 1000
Row = tuple[str, str, str, str, str]


def read_rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """The rows (source, english, text) of one file of the catalogue."""
    with zstandard.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3:
                yield parts[0], parts[1].strip(), parts[2].strip()


def usable(language: str, english: str, text: str) -> bool:
    """True if the two sides look like a translation and not like markup."""
    if not english or not text or MARKUP.search(english) or MARKUP.search(text):
        return False
    if len(english) > 600 or len(text) > 600 or key(english) == key(text):
        return False
    if language not in LATIN and text.isascii():
        return False
    if max(len(english), len(text)) < 25:
        return True
    ratio = len(text) / len(english)
    return (0.12 if language == "zh" else 0.4) < ratio < (1.0 if language == "zh" else 2.5)


def parallel_rows(data: Path, language: str) -> Iterator[Row]:
    """The pairs of one language, capped by source, split where alternatives stand in one field."""
    seen: Counter[str] = Counter()
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for folder in ("parallel", "lexicon"):
        for source, raw_english, text in read_rows(data / folder / f"{language}.tsv.zst"):
            seen[source] += 1
            if source in DEVELOPMENT_PARALLEL:
                continue
            if source.startswith("tico19") and seen[source] > TICO_TRAIN_ROWS:
                continue
            alternatives = re.split("[,،;]", text) if source == "unbis_alt" else [text]
            english = DISAMBIGUATION.sub("", raw_english)
            for alternative in alternatives:
                if usable(language, english, alternative.strip()):
                    rows[source].append((english, alternative.strip()))
    draw = random.Random(language)
    for source, found in rows.items():
        most = CAP.get(source, len(found))
        for english, text in draw.sample(found, most) if len(found) > most else found:
            yield "pair", language, source, english, text


def squad_rows(path: Path, language: str, source: str, held_out: HeldOut) -> Iterator[Row]:
    """Question and passage of a set in the layout of SQuAD."""
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            passage = " ".join(paragraph["context"].split())
            if held_out.holds_part_of(passage):
                continue
            for qa in paragraph["qas"]:
                yield "ask", language, source, passage[:1500], " ".join(qa["question"].split())


def claim_rows(data: Path) -> Iterator[Row]:
    """Claims with evidence that bears on them, from the sets whose licence allows it."""
    keep = {"fever_dev_rte": "en", "foolmetwice": "en", "ans_stance": "ar", "farstail": "fa"}
    with zstandard.open(data / "stance" / "open.tsv.zst", "rt", encoding="utf-8") as lines:
        for line in lines:
            language, source, _, _, premise, hypothesis, label = line.rstrip("\n").split("\t")[:7]
            if source in keep and label == "entailment":
                yield "ask", language, f"stance_{source}", premise, hypothesis
    for path in sorted((data / "claims" / "factscore-labeled" / "labeled_data").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            bio = json.loads(line)
            for sentence in bio.get("annotations") or []:
                for fact in sentence.get("human-atomic-facts") or []:
                    yield "ask", "en", "factscore", sentence["text"], fact["text"]


def qa_rows(data: Path, held_out: HeldOut) -> Iterator[Row]:
    """Questions with the passage that answers them; ARCD's test part and TyDi's English stay out."""
    yield from squad_rows(data / "qa/arcd/arcd-train.json", "ar", "arcd", held_out)
    for language in ("ar", "ru"):
        path = data / f"qa/tydiqa/tydiqa.goldp.{language}.dev.json"
        yield from squad_rows(path, language, "tydiqa", held_out)


def collect(data: Path, work: Path) -> Counter[tuple[str, str, str]]:
    """Write the pairs and return how many rows each (kind, language, source) gave."""
    held_out = HeldOut(data)
    counts: Counter[tuple[str, str, str]] = Counter()
    dropped: Counter[str] = Counter()
    seen: set[int] = set()

    def all_rows() -> Iterator[Row]:
        for language in LANGUAGES:
            yield from parallel_rows(data, language)
        yield from qa_rows(data, held_out)
        yield from claim_rows(data)

    with zstandard.open(work / "pairs.tsv.zst", "wt", encoding="utf-8") as out:
        for kind, language, source, *sides in all_rows():
            # Presentation forms and odd spaces: one spelling for both sides.
            english, text = (" ".join(unicodedata.normalize("NFKC", s).split()) for s in sides)
            mark = hash((kind, language, key(english), key(text)))
            if mark in seen:
                continue
            seen.add(mark)
            if english in held_out or text in held_out:
                dropped[source] += 1
                continue
            counts[kind, language, source] += 1
            out.write(f"{kind}\t{language}\t{source}\t{english}\t{text}\n")
    report = {
        "rows": {" ".join(k): n for k, n in sorted(counts.items())},
        "dropped_because_in_a_test_set": dict(dropped),
    }
    (work / "counts.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    return counts


def main() -> None:
    """Read the command line and collect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    counts = collect(args.data, args.work)
    print(f"{sum(counts.values())} pairs from {len(counts)} sources")


if __name__ == "__main__":
    main()
