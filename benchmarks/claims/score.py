"""Score claim splitting on the gold files: recall, precision, attribution, slots, beside one claim a sentence.

    python -m benchmarks.claims.score [--split seen|unseen|fresh|late|further|newest|latest|all] [--misses]

The rules are those of GRADING.md, sections 2 and 3. Results go to benchmarks/results/claims.json.
Precision by gold is a lower bound: a good claim that the gold does not list counts against it.
"""

import argparse
import json
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.claims.matching import FOUND_AT, let_through, matched, united
from benchmarks.claims.slot_score import SlotTally, slots_of
from claims.article import read_article
from claims.digests import sha256_of
from claims.extract import SPLITTER, extract_claims
from claims.folding import folded
from claims.records import Article, BlockKind, Claim
from claims.sentences import article_sentences

GOLD = Path(__file__).parent / "gold"
RESULTS = Path(__file__).parents[1] / "results" / "claims.json"


@dataclass
class Tally:
    """Counts of one text."""

    gold: int = 0
    found: int = 0
    made: int = 0
    right: int = 0
    attribution: list[int] = field(default_factory=lambda: [0, 0])
    polarity: list[int] = field(default_factory=lambda: [0, 0])
    modality: list[int] = field(default_factory=lambda: [0, 0])
    quantities: SlotTally = field(default_factory=SlotTally)
    times: SlotTally = field(default_factory=SlotTally)
    names: list[int] = field(default_factory=lambda: [0, 0])
    let_through: int = 0
    not_claims: int = 0
    baseline_found: int = 0
    baseline_made: int = 0

    def add(self, other: "Tally") -> None:
        """Take in the counts of another text."""
        for name in ("gold", "found", "made", "right", "let_through", "not_claims", "baseline_found", "baseline_made"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.quantities.add(other.quantities)
        self.times.add(other.times)
        for name in ("attribution", "polarity", "modality", "names"):
            mine, theirs = getattr(self, name), getattr(other, name)
            mine[0] += theirs[0]
            mine[1] += theirs[1]

    def row(self) -> dict[str, float | int | dict[str, int]]:
        """The shares of all counts."""

        def share(pair: list[int]) -> float:
            return round(pair[0] / pair[1], 3) if pair[1] else 1.0

        return {
            "gold": self.gold, "made": self.made, "recall": round(self.found / max(1, self.gold), 3), "precision_by_gold": round(self.right / max(1, self.made), 3),  # noqa: E501
            "attribution": share(self.attribution), "polarity": share(self.polarity), "modality": share(self.modality),
            "quantities": self.quantities.row(), "times": self.times.row(), "names": share(self.names),
            "let_through": self.let_through, "not_claims": self.not_claims,
            "baseline_recall": round(self.baseline_found / max(1, self.gold), 3), "baseline_precision": round(self.baseline_found / max(1, self.baseline_made), 3),  # noqa: E501
        }  # fmt: skip


def gold_of(path: Path, text: str) -> list[dict[str, object]]:
    """Gold claims with spans as pairs, whichever of the two forms the file has."""
    loaded = json.loads(path.read_text("utf-8"))["claims"]
    for claim in loaded:
        spans = claim.get("spans") or claim["parts"]
        claim["spans"] = [tuple(span) for span in spans]
        for name in ("speaker", "subject"):
            if isinstance(claim.get(name), list):
                claim[name] = text[slice(*claim[name])]
        claim["names"] = [text[slice(*one)] if isinstance(one, list) else one for one in claim["names"]]
    return loaded


def same_speaker(gold: str | None, claim: Claim) -> bool:
    said = claim.attribution.speaker if claim.attribution else ""
    if not gold:
        return not said
    one, two = folded(gold).replace(",", "").strip(), folded(said).replace(",", "").strip()
    if not two:
        return False
    stems_one, stems_two = {word[:5] for word in one.split()}, {word[:5] for word in two.split()}
    return one in two or two in one or stems_one <= stems_two or stems_two <= stems_one


def score_slots(tally: Tally, gold: dict[str, object], claim: Claim) -> None:
    tally.attribution[1] += 1
    tally.attribution[0] += same_speaker(gold["speaker"], claim)  # type: ignore[arg-type]
    tally.polarity[1] += 1
    tally.polarity[0] += gold["polarity"] == str(claim.polarity)
    tally.modality[1] += 1
    tally.modality[0] += gold["modality"] == str(claim.modality)
    numbers, times = slots_of(gold, claim)
    for kind, slots in ((tally.quantities, numbers), (tally.times, times)):
        for slot in slots:
            setattr(kind, slot.state, getattr(kind, slot.state) + 1)
    for one in gold["names"]:  # type: ignore[attr-defined]
        tally.names[1] += 1
        plain = folded(one).removeprefix("the ").split()
        tally.names[0] += any(
            set(plain) <= set(folded(n.text).split()) or set(folded(n.text).split()) <= set(plain) for n in claim.names
        )


def score_text(gold_path: Path, text_path: Path, *, misses: bool) -> tuple[str, Tally]:
    meta = json.loads(gold_path.read_text("utf-8"))
    data = text_path.read_bytes()
    article = read_article(data, source=text_path.name, published_on=date.fromisoformat(meta["published"]))
    gold = gold_of(gold_path, data.decode("utf-8"))
    if article.text != data.decode("utf-8").replace("\r\n", "\n"):
        raise SystemExit(f"{text_path.name}: the text was changed on reading, so gold offsets do not fit.")
    claims = extract_claims(article)
    tally = Tally(gold=len(gold), made=len(claims))
    rows = united(claims, gold, article.text, article.language)
    pairs = matched(gold, rows, text=article.text, language=article.language)
    taken = {i: rows[j][3][0] for i, j in pairs.items()}
    tally.found = len(taken)
    tally.right = sum(len(rows[j][3]) for j in pairs.values())
    tally.let_through = let_through(meta["not_claims"], claims, article.text, article.language)
    tally.not_claims = len(meta["not_claims"])
    for i, j in taken.items():
        score_slots(tally, gold[i], claims[j])
    baseline: list[tuple[str, list[tuple[int, int]], str, list[int]]] = [
        ("", [(s.start, s.end)], s.text, []) for s in article_sentences(article) if s.block is BlockKind.BODY
    ]
    tally.baseline_made = len(baseline)
    tally.baseline_found = len(matched(gold, baseline, text=article.text, language=article.language))
    if misses:
        _print_misses(article, gold, claims, taken)
    return meta["language"], tally


def _print_misses(article: Article, gold: list[dict[str, object]], claims: list[Claim], taken: dict[int, int]) -> None:
    for i, claim in enumerate(gold):
        if i not in taken:
            print("  MISSED", claim["kind"], " … ".join(article.text[a:b] for a, b in claim["spans"]))  # type: ignore[attr-defined]
    for j, made in enumerate(claims):
        if j not in taken.values():
            print("  EXTRA ", made.kind, made.text)
    for i, j in taken.items():
        one, made = gold[i], claims[j]
        told = []
        if not same_speaker(one["speaker"], made):  # type: ignore[arg-type]
            told.append(f"speaker {one['speaker']!r} != {made.attribution.speaker if made.attribution else None!r}")
        if one["polarity"] != str(made.polarity):
            told.append(f"polarity {one['polarity']}")
        if one["modality"] != str(made.modality):
            told.append(f"modality {one['modality']} != {made.modality}")
        told += [
            f"{slot.state} {slot.text!r} {slot.gold} {'!= ' + slot.read if slot.read else ''}"
            for slots in slots_of(one, made)
            for slot in slots
            if slot.state != "right"
        ]
        if told:
            print("  SLOTS ", made.text[:70], "|", "; ".join(told))


def texts(split: str) -> list[tuple[Path, Path]]:
    folders = [GOLD / split] if split != "all" else [GOLD / "seen", GOLD / "unseen"]
    return [(path, path.with_suffix(".txt")) for folder in folders for path in sorted(folder.glob("*.json"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--split",
        choices=("seen", "unseen", "fresh", "late", "further", "newest", "latest", "sealed", "all"),
        default="seen",
    )
    parser.add_argument("--article", type=Path, help="the text that gold/article-2025-03-28-ar.json belongs to")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only", default="", help="only files whose name begins so")
    given = parser.parse_args()
    by_language: dict[str, Tally] = defaultdict(Tally)
    files = [pair for pair in texts(given.split) if pair[0].name.startswith(given.only)]
    if given.article:
        files = [(GOLD / "article-2025-03-28-ar.json", given.article)]
    for gold_path, text_path in files:
        if given.misses:
            print(gold_path.stem)
        language, tally = score_text(gold_path, text_path, misses=given.misses)
        by_language[language].add(tally)
    rows = {language: tally.row() for language, tally in sorted(by_language.items())}
    total = Tally()
    for tally in by_language.values():
        total.add(tally)
    rows["all"] = total.row()
    for language, row in rows.items():
        print(language, row)
    if not given.only:
        save("article" if given.article else given.split, rows, files)


def save(split: str, rows: dict[str, dict[str, float | int | dict[str, int]]], files: list[tuple[Path, Path]]) -> None:
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    kept = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    kept[split] = {
        "date": datetime.now(UTC).date().isoformat(), "commit": commit, "splitter": SPLITTER, "found_at_f1": FOUND_AT,
        "data_sha256": sha256_of("".join(sha256_of(path.read_bytes()) for pair in files for path in pair)), "scores": rows,  # noqa: E501
    }  # fmt: skip
    RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
