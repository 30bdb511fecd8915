"""Says whether a folder of gold (its own by default) is sound: paths, quotes, splits, shares; exits 1 with faults."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

LANGUAGES = ("ar", "en", "fr", "es")
LABELS = {"supported", "refuted", "not_enough_evidence", "conflicting_evidence"}
FALSIFIED = {"number", "date", "name", "place", "role", "order", "negation", "antonym", "unit"}
#: splits that are a folder of their own
WHOLE = {"fresh", "held", "late", "sealed", "closed", "guarded", "walled", "added", "barred", "bolted"}
SPLITS = {"seen", "unseen"} | WHOLE
HIDDEN = ["head", "script", "style"]

Row = dict[str, Any]


def visible_text(path: Path) -> str:
    """The page's visible text, chrome included, with runs of white space as one blank."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
    for hidden in soup(HIDDEN):
        hidden.decompose()
    # a blank between all text nodes; no page puts a tag inside a word
    return " ".join(soup.get_text(" ").split())


def read_rows(path: Path) -> list[Row]:
    """The records of a JSON Lines file, or none where the file does not exist yet."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def claim_faults(row: Row, texts: dict[str, str]) -> list[str]:
    """What is wrong with one claim, each fault as a sentence."""
    faults: list[str] = []
    if row["label"] not in LABELS:
        faults.append(f"unknown label {row['label']!r}")
    if (row["falsified_by"] in FALSIFIED) != (row["label"] == "refuted"):
        faults.append(f"label {row['label']} with falsified_by {row['falsified_by']}")
    if row["split"] not in SPLITS or row["world"] not in {"real", "invented"}:
        faults.append("split or world is not one of the known values")
    missing = [page for page in row["pages"] if page not in texts]
    faults += [f"no such page {page}" for page in missing]
    for page, quote in row["evidence_quotes"].items():
        if quote not in texts.get(page, ""):
            faults.append(f"{page} does not hold the quote {quote!r}")
    silent = row["label"] == "not_enough_evidence"
    if silent == bool(row["evidence_quotes"]):
        faults.append("quotes must be there, except where the pages are silent")
    if row["label"] == "conflicting_evidence" and len(row["evidence_quotes"]) < 2:
        faults.append("conflicting evidence needs a quote from each of two pages")
    languages = sorted({page.split("/")[1] for page in row["pages"]})
    if languages != row["evidence_languages"]:
        faults.append(f"evidence_languages should be {languages}")
    return faults


def set_faults(claims: list[Row], texts: dict[str, str]) -> list[str]:
    """What is wrong with the claims as a set: doubled ids, topics in both splits, shares off the plan."""
    faults = [f"id {key} twice" for key, n in Counter(c["id"] for c in claims).items() if n > 1]
    topics: dict[str, set[str]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        topics[claim["topic"]].add(claim["split"])
        for page in claim["pages"]:
            owners[page].add(claim["topic"])
    faults += [f"topic {topic} is seen and unseen" for topic, s in topics.items() if len(s) > 1]
    faults += [f"page {page} belongs to two topics" for page, t in owners.items() if len(t) > 1]
    for language in LANGUAGES:
        mine = [c for c in claims if c["language"] == language]
        if not mine:
            continue
        across = sum(language not in c["evidence_languages"] for c in mine) / len(mine)
        false = sum(c["label"] == "refuted" for c in mine) / len(mine)
        silent = sum(c["label"] == "not_enough_evidence" for c in mine) / len(mine)
        seen = sum(c["split"] == "seen" for c in mine) / len(mine)
        whole = all(c["split"] in WHOLE for c in mine)  # has no seen half
        plan = [
            ("across", across, 0.45, 0.55),
            ("false", false, 0.18, 0.25),
            ("silent", silent, 0.08, 0.22 if whole else 0.13),
        ]
        plan += [] if whole else [("seen", seen, 0.4, 0.6)]
        for name, share, low, high in plan:
            if not low <= share <= high and len(mine) >= 60:
                faults.append(f"{language}: share {name} is {share:.2f}, planned {low} to {high}")
    sizes = {path: len(text.split()) for path, text in texts.items()}
    return faults + [f"{path} has {n} words" for path, n in sizes.items() if not 110 <= n <= 340]


def sibling_faults(rows: list[Row]) -> list[str]:
    """What is wrong with the relation cases: labels, doubled ids, thin or lopsided relations."""
    faults = [f"sibling id {key} twice" for key, n in Counter(r["id"] for r in rows).items() if n > 1]
    for row in rows:
        if row["label"] not in LABELS - {"conflicting_evidence"} or row["split"] not in SPLITS:
            faults.append(f"{row['id']}: label or split unknown")
        if not row["claim"].strip() or not row["passage"].strip():
            faults.append(f"{row['id']}: empty claim or passage")
    for relation in sorted({r["relation"] for r in rows}):
        mine = [r for r in rows if r["relation"] == relation]
        labels = Counter(r["label"] for r in mine)
        least = 6 if all(r["split"] in WHOLE for r in mine) else 24
        if len(mine) < least or min(labels.values()) < len(mine) // 4 or len(labels) < 3:
            faults.append(f"{relation}: {dict(labels)}; at least {least} cases, labels in balance")
    return faults


def count_lines(claims: list[Row], siblings: list[Row], pages: int) -> list[str]:
    """The counts a reader wants: per language and label and split, per relation."""
    lines = [f"{pages} pages, {len({c['topic'] for c in claims})} topics, {len(claims)} claims"]
    for language in LANGUAGES:
        mine = [c for c in claims if c["language"] == language]
        across = sum(language not in c["evidence_languages"] for c in mine)
        lines.append(
            f"{language}: {len(mine)} claims, {across} with evidence only in another language; "
            f"{dict(Counter(c['label'] for c in mine))}; {dict(Counter(c['split'] for c in mine))}; "
            f"{dict(Counter(c['world'] for c in mine))}; "
            f"false by {dict(Counter(c['falsified_by'] for c in mine if c['falsified_by']))}"
        )
    for relation in sorted({r["relation"] for r in siblings}):
        cases = [r for r in siblings if r["relation"] == relation]
        across = sum(r["language"] != r["passage_language"] for r in cases)
        lines.append(
            f"{relation}: {len(cases)} cases, {across} across languages; "
            f"{dict(Counter(r['label'] for r in cases))}; {dict(Counter(r['split'] for r in cases))}; "
            f"{dict(Counter(r['language'] for r in cases))}"
        )
    return lines


def main() -> int:
    """Prints counts and faults; 0 when there is no fault."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    texts = {str(p.relative_to(gold)): visible_text(p) for p in sorted(gold.glob("pages/*/*.html"))}
    claims = read_rows(gold / "claims.jsonl")
    siblings = [row for path in sorted(gold.glob("siblings*.jsonl")) for row in read_rows(path)]
    faults = [] if texts and claims else [f"no pages or no claims in {gold}"]
    faults += [f"{c['id']}: {fault}" for c in claims for fault in claim_faults(c, texts)]
    faults += set_faults(claims, texts) + sibling_faults(siblings)
    print("\n".join(count_lines(claims, siblings, len(texts))))
    print("\n".join(f"FAULT {fault}" for fault in faults) or "no faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
