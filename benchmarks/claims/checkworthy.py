"""Check-worthiness on public test splits, beside majority and published figures. Evaluation only.

    python -m benchmarks.claims.checkworthy --data FOLDER

FOLDER holds clef2024/, subjectivity2025/, clef2018-ar/ and claimbuster/. The rules are trained on none of them.
"""

import argparse
import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from claims.checkworthy import check_worthiness
from claims.records import Worthiness

RESULTS = Path(__file__).parents[1] / "results" / "claims-checkworthy.json"
_NOT = {
    Worthiness.QUESTION,
    Worthiness.THANKS,
    Worthiness.FURNITURE,
    Worthiness.PERSONAL,
    Worthiness.RHETORIC,
    Worthiness.OPINION,
}
_SUBJECTIVE = _NOT - {Worthiness.FURNITURE}
# One line on all sets; half of the scale, fitted on none of them.
WORTHY_AT = 0.5
# Where others' figures stand. They are not copied here: their test files differ from these splits, and they were not checked.  # noqa: E501
PUBLISHED = {
    **dict.fromkeys(("clef2024 arabic", "clef2024 english"), "CEUR-WS Vol-3740 paper 24, F1 of Yes"),
    **dict.fromkeys(
        (f"subjectivity2025 {one}" for one in ("arabic", "english", "german", "italian")),
        "CheckThat! 2025 task 1 overview, macro-F1",
    ),
}
Row = tuple[str, bool]


def rows_of(path: Path, text: str, label: str, positive: str) -> list[Row]:
    """Text and label of a table with a header."""
    delimiter = "," if path.suffix == ".csv" else "\t"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row[text], row[label].strip() == positive)
            for row in csv.DictReader(
                file, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE
            )
            if row.get(text) and row.get(label)
        ]


def f1(pairs: list[tuple[bool, bool]], positive: bool) -> float:
    """F1 of one class over (gold, said)."""
    hit = sum(gold == said == positive for gold, said in pairs)
    wanted, given = sum(gold == positive for gold, _ in pairs), sum(said == positive for _, said in pairs)
    return 2 * hit / (wanted + given) if wanted + given else 0.0


def average_precision(scored: list[tuple[float, bool]]) -> float:
    """Mean precision at each positive, in order of score."""
    hits, total = 0, 0.0
    for rank, (_, gold) in enumerate(sorted(scored, key=lambda one: -one[0]), 1):
        if gold:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def report(
    name: str, rows: list[Row], language: str, says: Callable[[str, str], bool], score: Callable[[str, str], float]
) -> dict[str, object]:
    pairs = [(gold, says(text, language)) for text, gold in rows]
    majority = sum(gold for gold, _ in pairs) * 2 > len(pairs)
    dumb = [(gold, majority) for gold, _ in pairs]
    every = [(gold, True) for gold, _ in pairs]
    row: dict[str, object] = {
        "cases": len(rows), "positive": sum(gold for _, gold in rows),
        "f1_positive": round(f1(pairs, True), 3), "macro_f1": round((f1(pairs, True) + f1(pairs, False)) / 2, 3), "accuracy": round(sum(g == s for g, s in pairs) / max(1, len(pairs)), 3),  # noqa: E501
        "average_precision": round(average_precision([(score(text, language), gold) for text, gold in rows]), 3),
        "all_positive_f1": round(f1(every, True), 3), "majority_macro_f1": round((f1(dumb, True) + f1(dumb, False)) / 2, 3), "published": PUBLISHED.get(name, ""),  # noqa: E501
    }  # fmt: skip
    print(name, row)
    return row


def worthy(text: str, language: str) -> bool:
    found = check_worthiness(text, language)
    return found.category not in _NOT and found.score >= WORTHY_AT


def worth(text: str, language: str) -> float:
    found = check_worthiness(text, language)
    return found.score


def subjective(text: str, language: str) -> bool:
    return check_worthiness(text, language).category in _SUBJECTIVE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    given = parser.parse_args()
    results: dict[str, object] = {}
    for language, tag, text in (
        ("arabic", "ar", "tweet_text"),
        ("english", "en", "Text"),
        ("spanish", "es", "tweet_text"),
    ):
        path = given.data / "clef2024" / language / "test.tsv"
        name = f"clef2024 {language}"
        results[name] = report(name, rows_of(path, text, "class_label", "Yes"), tag, worthy, worth)
    for language, tag in (("arabic", "ar"), ("english", "en"), ("german", "de"), ("italian", "it")):
        path = given.data / "subjectivity2025" / language / f"test_{tag}_labeled.tsv"
        name = f"subjectivity2025 {language}"
        results[name] = report(
            name, rows_of(path, "sentence", "label", "SUBJ"), tag, subjective, lambda t, g: 1 - worth(t, g)
        )
    debates = [
        line.split("\t")
        for path in sorted((given.data / "clef2018-ar").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
    ]
    results["clef2018-ar"] = report(
        "clef2018-ar", [(row[2], row[3].strip() == "1") for row in debates if len(row) > 3], "ar", worthy, worth
    )
    busters = rows_of(given.data / "claimbuster" / "kfold_25ncs.csv", "text", "label", "1")
    results["claimbuster"] = report("claimbuster", busters, "en", worthy, worth)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(
        json.dumps(
            {"date": datetime.now(UTC).date().isoformat(), "threshold": WORTHY_AT, "sets": results},
            indent=1,
            ensure_ascii=False,
        )
        + "\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
