"""Says whether an expected.json is sound: paths, literal evidence, offsets; exits 1 with every fault.

python benchmarks/article/check.py EXPECTED PAGES [ARTICLE]
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

LABELS = {"supported", "refuted", "not_enough_evidence", "conflicting_evidence"}

Claim = dict[str, Any]


def visible_text(path: Path) -> str:
    """The page's visible text without footnote marks, runs of white space as one blank."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        soup = BeautifulSoup(text, "lxml")
        for hidden in soup.select("script, style, sup.reference"):
            hidden.decompose()
        for cell in soup.select("td, th, li, dt, dd, p"):
            cell.append(" ")
        text = soup.get_text()
    return " ".join(text.split())


def claim_faults(claim: Claim, pages: Path, article: str | None) -> list[str]:
    """What is wrong with one claim, each fault as a sentence."""
    name = f"claim {claim['start']}-{claim['end']}"
    faults: list[str] = []
    if claim["label"] not in LABELS:
        faults.append(f"{name}: no label is named {claim['label']!r}")
    if not claim["evidence"] and claim["label"] != "not_enough_evidence":
        faults.append(f"{name}: {claim['label']} without a passage")
    for proof in claim["evidence"]:
        page = pages / proof["page"]
        if not page.is_file():
            faults.append(f"{name}: there is no page {proof['page']}")
        elif proof["text"] not in visible_text(page):
            faults.append(f"{name}: {proof['page']} does not read {proof['text']!r}")
    if article is not None:
        words = article[claim["start"] : claim["end"]]
        if not words or words != claim.get("quote", words):
            faults.append(f"{name}: the article reads {words!r} there")
    return faults


def main() -> int:
    """0 when nothing is wrong with the file."""
    if len(sys.argv) not in {3, 4}:
        print(__doc__)
        return 2
    expected = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    article: str | None = None
    faults: list[str] = []
    if len(sys.argv) == 4:
        raw = Path(sys.argv[3]).read_bytes()
        article = raw.decode("utf-8")
        wanted = expected.get("article_sha256")
        if wanted and hashlib.sha256(raw).hexdigest() != wanted:
            faults.append(f"{sys.argv[3]} is not the file that the offsets were counted in")
    for claim in expected["claims"]:
        faults += claim_faults(claim, Path(sys.argv[2]), article)
    print(*faults, f"{len(expected['claims'])} claims, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
