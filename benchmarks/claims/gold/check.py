"""Proof that the gold files say what their texts say: every span, slot and digest is checked by code."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HALVES = ("seen", "unseen", "fresh", "late", "further", "newest", "latest", "sealed")
ARTICLE_GOLD = HERE / "article-2025-03-28-ar.json"
# The article itself is not ours to copy, so it lies beside the checkout, not in it.
ARTICLE_TEXT = HERE.parents[3] / "shared" / "article" / "2025-03-28-ar.txt"

KINDS = {"content", "speech"}
POLARITIES = {"affirmed", "negated"}
MODALITIES = {"asserted", "predicted", "conditional", "opinion"}
COMPARATORS = {"=", "<", ">", "<=", ">=", "~"}


def faults_of_spans(spans: list[list[int]], text: str) -> Iterator[str]:
    """Yield what is wrong with a list of [start, end] offsets: order, bounds, or a span over a line end."""
    position = 0
    for start, end in spans:
        if not position <= start < end <= len(text):
            yield f"span [{start}, {end}] is out of order or outside the {len(text)} characters of the text"
        position = end
    if not spans:
        yield "has no span"
    elif "\n" in text[spans[0][0] : spans[-1][1]]:
        yield f"spans {spans} run over the end of a paragraph"


def words(value: str | list[int], text: str) -> str:
    """Return the words that a slot names: themselves, or what stands at its [start, end] offsets."""
    return value if isinstance(value, str) else text[value[0] : value[1]]


def faults_of_slots(claim: dict[str, Any], text: str, body: str) -> Iterator[str]:
    """Yield what is wrong with a claim's closed sets, fills, quantities and times."""
    if claim["kind"] not in KINDS or claim["polarity"] not in POLARITIES:
        yield f"kind {claim['kind']!r} or polarity {claim['polarity']!r} is not a known one"
    if claim["modality"] not in MODALITIES or not isinstance(claim["checkable"], bool):
        yield f"modality {claim['modality']!r} is not a known one, or checkable is not true or false"
    for slot in ("speaker", "via", "subject"):
        if claim.get(slot) and (not (said := words(claim[slot], text)) or said not in text):
            yield f"{slot} {claim[slot]!r} is not in the text, character for character"
    if claim["kind"] == "speech" and not (claim["speaker"] and claim.get("frame")):
        yield "a speech claim needs a speaker and a frame"
    for name in claim["names"]:
        if not words(name, text) or words(name, text) not in text:
            yield f"name {name!r} is not in the text"
    for quantity in claim["quantities"]:
        if words(quantity["text"], text) not in body or quantity["comparator"] not in COMPARATORS:
            yield f"quantity {quantity} is not in the claim, or its comparator not in {sorted(COMPARATORS)}"
    for time in claim["times"]:
        # null is an open end: "until 1994" has no start.
        first = date.fromisoformat(time["start"] or "0001-01-01")
        if words(time["text"], text) not in body or first > date.fromisoformat(time["end"] or "9999-12-31"):
            yield f"time {time} is not in the claim, or ends before it starts"


def faults_of_claim(claim: dict[str, Any], text: str, *, quotes: bool) -> Iterator[str]:
    """Yield what is wrong with one claim; quotes=True where the text may be copied beside its offsets."""
    spans: list[list[int]] = claim["spans"] if quotes else claim["parts"]
    yield from faults_of_spans(spans, text)
    cut = [text[start:end] for start, end in spans]
    if quotes and cut != claim["parts"]:
        yield f"parts {claim['parts']} are not what stands at {spans}: {cut}"
    for start, end in claim.get("frame", []):
        if not spans[0][0] <= start < end <= spans[-1][1]:
            yield f"frame [{start}, {end}] lies outside the claim"
    yield from faults_of_slots(claim, text, " ".join(cut))


def faults_of_file(gold: dict[str, Any], text: str, *, quotes: bool) -> Iterator[str]:
    """Yield what is wrong with one gold file, each fault with the claim's number."""
    date.fromisoformat(gold["published"])
    for number, claim in enumerate(gold["claims"]):
        for fault in faults_of_claim(claim, text, quotes=quotes):
            yield f"claim {number}: {fault}"
    seen = [json.dumps([c["parts"], c["kind"], c["speaker"]], ensure_ascii=False) for c in gold["claims"]]
    for twice in sorted({key for key in seen if seen.count(key) > 1}):
        yield f"two claims alike: {twice}"
    for number, piece in enumerate(gold["not_claims"]):
        found = piece["text"] in text if quotes else 0 <= piece["span"][0] < piece["span"][1] <= len(text)
        if not found or not piece["reason"]:
            yield f"not_claim {number} is not in the text or has no reason"


def main() -> int:
    """Check every gold file, print the counts a language, and return 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--article", type=Path, default=ARTICLE_TEXT, help="the real article's text")
    article: Path = parser.parse_args().article
    faults: list[str] = []
    counts: dict[str, dict[str, list[int]]] = {}

    def take(name: str, half: str, gold: dict[str, Any], text: str, *, quotes: bool) -> None:
        faults.extend(f"{name}: {fault}" for fault in faults_of_file(gold, text, quotes=quotes))
        row = counts.setdefault(gold["language"], {}).setdefault(half, [0, 0, 0, 0])
        speech = sum(claim["kind"] == "speech" for claim in gold["claims"])
        for index, more in enumerate((1, len(gold["claims"]), speech, len(gold["not_claims"]))):
            row[index] += more

    for half in HALVES:
        texts = {path.stem for path in (HERE / half).glob("*.txt")}
        golds = {path.stem for path in (HERE / half).glob("*.json")}
        faults.extend(f"{half}/{stem}: a text without gold, or gold without a text" for stem in texts ^ golds)
        for stem in sorted(texts & golds):
            text = (HERE / half / f"{stem}.txt").read_bytes().decode("utf-8")
            gold = json.loads((HERE / half / f"{stem}.json").read_text("utf-8"))
            take(f"{half}/{stem}", half, gold, text, quotes=True)
    if ARTICLE_GOLD.exists() and article.exists():
        raw = article.read_bytes()
        gold = json.loads(ARTICLE_GOLD.read_text("utf-8"))
        if hashlib.sha256(raw).hexdigest() == gold["sha256"]:
            take("article", "article", gold, raw.decode("utf-8"), quotes=False)
        else:
            faults.append(f"article: {article} has not the SHA-256 that the gold was written for")
    else:
        sys.stderr.write(f"The real article was not checked: no {article} or no gold (see --article).\n")
    print(f"{'language':9}{'half':9}{'texts':>6}{'claims':>8}{'speech':>8}{'not claims':>12}")
    for language in sorted(counts):
        for half, row in counts[language].items():
            print(f"{language:9}{half:9}{row[0]:6}{row[1]:8}{row[2]:8}{row[3]:12}")
    for fault in faults:
        sys.stderr.write(fault + "\n")
    print("All gold holds." if not faults else f"{len(faults)} faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
