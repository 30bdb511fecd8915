"""What ranking the demo's claims costs: `python -m benchmarks.ranking.stage`.

The article and the site of `examples/`, read as a check reads them. The models, and the grammars and
lexicons of the languages of the pages, are loaded before; the latter take a row of their own. The first pass
makes the pages ready and embeds them; the second finds the vectors kept, as a rerun does.
"""

import argparse
import hashlib
import tempfile
import time
from collections.abc import Sized
from pathlib import Path
from typing import Any

from benchmarks.ranking.report import keep
from claims.article import read_article
from claims.extract import extract_claims
from evidence.embed import load_embedder
from evidence.embed_cache import DiskCache
from evidence.pages import extract_page
from evidence.passages import cut_passages
from evidence.rank import rank_passages
from evidence.rank.agreement import quantities_of, times_of
from evidence.rank.ranking import forget_pools
from evidence.rank.translate import lexicon
from evidence.rank.words import terms
from evidence.records import Page, Passage
from evidence.snapshots import Snapshots
from evidence.sources.library import read_library

EXAMPLES = Path(__file__).parents[2] / "examples"


def demo_passages(folder: Path) -> list[tuple[Page, Passage]]:
    """The passages of every page of the demo's site."""
    snapshots = Snapshots(folder / "snapshots")
    pages = [
        extract_page(snapshot, snapshots.read(snapshot.body_sha256))
        for snapshot in read_library(EXAMPLES / "site", snapshots)
    ]
    return [(page, passage) for page in pages for passage in cut_passages(page)]


def _row(label: str, claims: Sized, passages: Sized, start: float, busy: float) -> dict[str, Any]:
    took, used = time.perf_counter() - start, time.process_time() - busy
    return {
        "pass": label, "claims": len(claims), "passages": len(passages), "seconds": round(took, 2),
        "processor s": round(used, 2), "ms a claim, processor": round(1000 * used / max(1, len(claims)), 1),
    }  # fmt: skip


def main() -> None:
    """Rank every claim of the demo twice and keep the table."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    article = EXAMPLES / "article.txt"
    claims = extract_claims(read_article(article.read_bytes(), source=article.name))
    embedder = load_embedder(download=False)
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        passages = demo_passages(folder)
        cache = DiskCache(folder / "vectors.sqlite")
        start, busy = time.perf_counter(), time.process_time()
        languages = {passage.language for _, passage in passages} | {claim.language for claim in claims}
        for language in sorted(languages):
            quantities_of("1", language), times_of("1", language, None), terms("a", language), lexicon(language)
        rows.append(_row("loading grammars and lexicons", [], passages, start, busy))
        for label in ("first run", "vectors kept"):
            forget_pools()
            start, busy = time.perf_counter(), time.process_time()
            for claim in claims:
                rank_passages(claim, passages, embedder=embedder, cache=cache)
            rows.append(_row(label, claims, passages, start, busy))
    digest = hashlib.sha256(article.read_bytes() + b"".join(p.text.encode() for _, p in passages)).hexdigest()
    note = "The demo's article against every page of its site, loading left out."
    keep("stage", embedder=embedder.revision, data_sha256=digest, rows=rows, note=note)


if __name__ == "__main__":
    main()
