"""How much of an article's text is found, and how much else with it.

    python -m benchmarks.extraction.score --data DIR [--json FILE]

DIR is the folder of scrapinghub's article-extraction-benchmark (`ground-truth.json`, `html/ID.html.gz`).
Scored as there: words in runs of four, precision and recall a page, their means over all pages, F1 of the means.
The pages of our own under `benchmarks/extraction/mediawiki/` are scored beside them in the same way.
"""

import argparse
import gzip
import hashlib
import json
import os
import platform
import re
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bs4 import BeautifulSoup

from evidence.errors import PageRefused
from evidence.pages import EXTRACTOR, extract_page
from evidence.records import Origin, Snapshot

OURS = Path(__file__).parent / "mediawiki"
_TOKEN = re.compile(r"\w+", re.UNICODE | re.MULTILINE | re.IGNORECASE | re.DOTALL)
Extract = Callable[[bytes], str]


def ours(body: bytes) -> str:
    snapshot = Snapshot(
        id="0", url="http://page.test/", final_url="http://page.test/", redirects=(), status=200, headers=(),
        media_type="text/html", fetched_at=datetime(2025, 1, 1, tzinfo=UTC), body_sha256="", body_bytes=len(body),
        origin=Origin.FETCHED,
    )  # fmt: skip
    try:
        return extract_page(snapshot, body).text
    except PageRefused:
        return ""


def trafilatura_alone(body: bytes) -> str:
    import trafilatura

    return trafilatura.extract(body, include_comments=False) or ""


def trafilatura_fast(body: bytes) -> str:
    import trafilatura

    return trafilatura.extract(body, include_comments=False, fast=True) or ""


def plain_soup(body: bytes) -> str:
    soup = BeautifulSoup(body, "lxml")
    for unseen in soup(["script", "style"]):
        unseen.decompose()
    return soup.get_text(" ")


EXTRACTORS: dict[str, Extract] = {
    EXTRACTOR: ours,
    "trafilatura": trafilatura_alone,
    "trafilatura fast": trafilatura_fast,
    "BeautifulSoup text": plain_soup,
}


def runs_of(text: str, length: int = 4) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    if not words:
        return Counter()
    if len(words) < length:
        return Counter([tuple(words)])
    return Counter(tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def page_scores(truth: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page, counted as the benchmark does."""
    true, said = runs_of(truth), runs_of(found)
    right = sum((true & said).values())
    wrong = sum((said - true).values())
    missed = sum((true - said).values())
    total = right + wrong + missed
    if not total:
        return 1.0, 1.0
    tp, fp, fn = right / total, wrong / total, missed / total
    precision = tp / (tp + fp) if tp + fp else (0.0 if fn else 1.0)
    recall = tp / (tp + fn) if tp + fn else (0.0 if fp else 1.0)
    return precision, recall


def score(pages: list[tuple[str, bytes]], extract: Extract) -> dict[str, float]:
    started = time.perf_counter()
    found = [extract(body) for _, body in pages]
    seconds = time.perf_counter() - started
    scores = [page_scores(truth, text) for (truth, _), text in zip(pages, found, strict=True)]
    precision = sum(p for p, _ in scores) / len(scores)
    recall = sum(r for _, r in scores) / len(scores)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "ms_per_page": round(1000 * seconds / len(pages), 1),
    }


def public_pages(folder: Path) -> list[tuple[str, bytes]]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        (row["articleBody"], gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()))
        for name, row in sorted(truth.items())
    ]


def own_pages() -> list[tuple[str, bytes]]:
    return [(path.with_suffix(".txt").read_text("utf-8"), path.read_bytes()) for path in sorted(OURS.glob("*.html"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    results: dict[str, object] = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "commit": subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
        ).stdout.strip(),
    }
    for name, pages in (("article-extraction-benchmark", public_pages(asked.data)), ("MediaWiki, own", own_pages())):
        if not pages:
            continue
        digest = hashlib.sha256(b"".join(hashlib.sha256(body).digest() for _, body in pages)).hexdigest()
        print(f"{name}: {len(pages)} pages, sha256 {digest[:16]}")
        print(f"  {'':20} {'P':>6} {'R':>6} {'F1':>6} {'ms':>7}")
        rows = {}
        for extractor, extract in EXTRACTORS.items():
            extract(pages[0][1])  # what is loaded on first use is not timed
            rows[extractor] = row = score(pages, extract)
            shown = "".join(f" {row[key]:6.3f}" for key in ("precision", "recall", "f1"))
            print(f"  {extractor:20}{shown} {row['ms_per_page']:7.1f}")
        results[name] = {"pages": len(pages), "sha256": digest, "scores": rows}
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
