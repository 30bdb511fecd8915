"""The sets that ranking is measured on: queries, candidates and which candidates are right."""

import csv
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zstandard


@dataclass(frozen=True)
class Task:
    """Queries against one pool of candidates; `right` names the right candidates of each query."""

    name: str
    query_language: str
    language: str
    queries: Sequence[str]
    candidates: Sequence[str]
    right: Sequence[frozenset[int]]


XQUAD = ("ar", "en", "es", "de", "zh", "ru", "tr", "hi")
NTREX = {
    "ar": "arb", "de": "deu", "es": "spa", "fa": "fas", "fr": "fra", "hi": "hin", "ru": "rus", "tr": "tur",
    "ur": "urd", "zh": "zho-CN",
}  # fmt: skip
TATOEBA = {"ar": "ara", "de": "deu", "es": "spa", "fa": "pes", "fr": "fra", "hi": "hin", "ru": "rus",
           "tr": "tur", "ur": "urd", "zh": "cmn"}  # fmt: skip


def xquad(data: Path, query_language: str, language: str) -> Task:
    """1,190 questions against the 240 paragraphs of another or the same language."""
    asked, held = (_xquad_file(data, x) for x in (query_language, language))
    number = {qa: i for i, p in enumerate(held) for qa in (q["id"] for q in p["qas"])}
    pairs = [(q["question"], number[q["id"]]) for p in asked for q in p["qas"]]
    return Task(
        f"XQuAD-R {query_language}→{language}", query_language, language, [q for q, _ in pairs],
        [p["context"].strip() for p in held], [frozenset({i}) for _, i in pairs],
    )  # fmt: skip


def _xquad_file(data: Path, language: str) -> list[dict[str, Any]]:
    content = json.loads((data / f"eval/xquad-r/{language}.json").read_text(encoding="utf-8"))
    return [p for article in content["data"] for p in article["paragraphs"]]


def bitext(data: Path, kind: str, language: str) -> tuple[list[str], list[str]]:
    """The two sides of a bitext set, the other language first."""
    if kind == "tatoeba":
        code = TATOEBA[language]
        names = [f"tatoeba/tatoeba.{code}-eng.{code}", f"tatoeba/tatoeba.{code}-eng.eng"]
    else:
        names = [f"ntrex/newstest2019-ref.{NTREX[language]}.txt", "ntrex/newstest2019-ref.eng-US.txt"]
    sides = [(data / "eval" / n).read_text(encoding="utf-8").splitlines() for n in names]
    return sides[0], sides[1]


def climate_fever(data: Path) -> Task:
    """Claims on the climate; right is every sentence that was judged to support or refute the claim."""
    path = data / "verdicts/climate-fever/dataset/climate-fever.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    number: dict[str, int] = {}
    queries, right = [], []
    for row in rows:
        gold = set()
        for e in row["evidences"]:
            i = number.setdefault(f"{e['article']}: {e['evidence']}", len(number))
            if e["evidence_label"] in {"SUPPORTS", "REFUTES"}:
                gold.add(i)
        if gold:
            queries.append(row["claim"])
            right.append(frozenset(gold))
    return Task("Climate-FEVER en→en", "en", "en", queries, list(number), right)


def wice(data: Path) -> Iterator[Task]:
    """Claims of Wikipedia, each against the sentences of the page that it cites."""
    for line in (data / "verdicts/wice/dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = frozenset(i for group in row["supporting_sentences"] for i in group)
        if gold:
            yield Task("WiCE en→en", "en", "en", [row["claim"]], row["evidence"], [gold])


def averitec(data: Path) -> Task:
    """Claims that fact-checkers examined against the answers that they found for all claims."""
    rows = json.loads((data / "verdicts/averitec-dev.json").read_text(encoding="utf-8"))
    number: dict[str, int] = {}
    queries, right = [], []
    for row in rows:
        gold = set()
        for question in row["questions"]:
            for answer in question["answers"]:
                text = " ".join(str(answer["answer"]).split())
                if len(text) > 40:
                    gold.add(number.setdefault(text, len(number)))
        if gold:
            queries.append(row["claim"])
            right.append(frozenset(gold))
    return Task("AVeriTeC answers en→en", "en", "en", queries, list(number), right)


def squad_like(path: Path, name: str, language: str) -> Task:
    """Questions against all paragraphs of a set in the layout of SQuAD."""
    content = json.loads(path.read_text(encoding="utf-8"))
    number: dict[str, int] = {}
    queries, right = [], []
    for article in content["data"]:
        for paragraph in article["paragraphs"]:
            i = number.setdefault(" ".join(paragraph["context"].split()), len(number))
            for qa in paragraph["qas"]:
                queries.append(qa["question"])
                right.append(frozenset({i}))
    return Task(name, language, language, queries, list(number), right)


DEVELOPMENT_ROWS = {"pud": 0, "tico19": 1000, "tico19_test": 1000}  # the rows before are in training


def part_to_whole(data: Path, language: str, *, to_english: bool, limit: int = 600) -> Task:
    """Half of a sentence, against runs of three sentences of the other language, one of which holds it.

    Made of the parts of PUD and TICO-19 that training leaves out. Not claims, but partial, and across languages.
    """
    rows = [r for source in DEVELOPMENT_ROWS for r in _development_rows(data, language, source)]
    runs = [rows[i : i + 3] for i in range(0, len(rows) - 2, 3)]
    draw = random.Random(language)
    queries, right = [], []
    for number, run in enumerate(runs):
        english, text = draw.choice(run)
        query = _half(text if to_english else english, draw, language if to_english else "en")
        if len(query) >= 12:
            queries.append(query)
            right.append(frozenset({number}))
    side = 0 if to_english else 1
    name = f"halves {language}→en" if to_english else f"halves en→{language}"
    ends = (language, "en") if to_english else ("en", language)
    candidates = [" ".join(pair[side] for pair in run) for run in runs]
    return Task(name, *ends, queries[:limit], candidates, right[:limit])


def _development_rows(data: Path, language: str, source: str) -> list[tuple[str, str]]:
    rows = []
    with zstandard.open(data / f"parallel/{language}.tsv.zst", "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if parts[0] == source and len(parts) == 3:
                rows.append((parts[1], parts[2]))
    return rows[DEVELOPMENT_ROWS[source] :]


def _half(text: str, draw: random.Random, language: str) -> str:
    units = list(text) if language == "zh" else text.split()
    size = max(1, len(units) // 2)
    start = draw.randint(0, len(units) - size)
    return ("" if language == "zh" else " ").join(units[start : start + size])


def digest_of(paths: Sequence[Path]) -> str:
    """One SHA-256 over the files of a set."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.read_bytes())
    return total.hexdigest()


csv.field_size_limit(10_000_000)
