"""A folder of saved pages: HTML, text, Markdown and PDF, each kept as a snapshot like a fetched one.

Limits: no file larger than `MOST_BYTES` and no more than `MOST_FILES`, links and hidden files are passed
over. Up to `OFFER_ALL` pages are offered whole for every claim, so that ranking does the choosing in any language; of
a larger folder the pages are chosen by words written alike, with the queries' names in other languages.
"""

import os
import re
import threading
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from claims.digests import sha256_of
from claims.records import Claim
from evidence.errors import ReferenceUnreadable
from evidence.fetch import Fetcher
from evidence.fetch.media import PDF, settle
from evidence.name_table import fold
from evidence.pages.clean import charset_of, decode, stripped
from evidence.pages.pdf import PdfUnreadable, read_pdf
from evidence.records import Failure, Hit, Origin, Query, Snapshot
from evidence.snapshots import Snapshots

OFFER_ALL = 40  #: a folder of no more pages is offered whole for every claim
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"^(?:وال|بال|كال|فال|لل|ال|[وبلفك])(?=[\u0621-\u064a]{3})")
MOST_FILES = 20_000
MOST_BYTES = 50_000_000
KINDS = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain",
    ".md": "text/markdown", ".pdf": PDF,
}  # fmt: skip


def read_library(folder: Path, snapshots: Snapshots) -> list[Snapshot]:
    """A snapshot of every readable file, by path; a file that did not change keeps the one it had.

    Raises ReferenceUnreadable where there is no such folder or nothing in it that can be read.
    """
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "is not there"
        raise ReferenceUnreadable(f"The library {folder} {what}. Give --library a folder of HTML, text or PDF files.")
    found = [_snapshot(path, folder, snapshots) for path in _files(folder)]
    kept = [snapshot for snapshot in found if snapshot is not None]
    if not kept:
        raise ReferenceUnreadable(f"The library {folder} holds no page. Expected files that end in {', '.join(KINDS)}.")
    return kept


def _files(folder: Path) -> list[Path]:
    paths = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if not name.startswith(".") and path.suffix.lower() in KINDS and not path.is_symlink():
                paths.append(path)
    if len(paths) > MOST_FILES:
        raise ReferenceUnreadable(f"The library {folder} holds {len(paths):,} pages; at most {MOST_FILES:,} are read.")
    return paths


def _snapshot(path: Path, folder: Path, snapshots: Snapshots) -> Snapshot | None:
    """The snapshot of one file; None where it is too large, unreadable or not what its name says."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        body = path.read_bytes()
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
    kind = settle(KINDS[path.suffix.lower()], body)
    if not kind or not body.strip():
        return None
    url = f"file:{quote(path.relative_to(folder).as_posix())}"
    before = snapshots.latest(url)
    if before is not None and before.body_sha256 == sha256_of(body):
        return before
    return snapshots.put(
        url=url,
        body=body,
        media_type=kind,
        origin=Origin.LIBRARY,
        headers=(("last-modified", changed.isoformat()),),
    )


class Library:
    """The pages of a folder."""

    name = "library"

    def __init__(self, pages: Sequence[Snapshot], *, hits_per_claim: int = 20) -> None:
        self.pages = tuple(pages)
        self.hits_per_claim = hits_per_claim
        self._words: list[frozenset[str]] = []
        self._holding: Counter[str] = Counter()
        self._reading = threading.Lock()

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,  # noqa: ARG002
    ) -> list[Hit]:
        """Every page of a small folder; of a large one those that share the most, and the rarest, words."""
        if len(self.pages) <= OFFER_ALL:
            return [self._hit(claim, page, 1) for page in self.pages]
        with self._reading:
            if not self._words:
                self._words = [_words_in(page, fetcher.body(page)) for page in self.pages]
                self._holding = Counter(word for words in self._words for word in words)
        asked = set(_words(" ".join([claim.text, *(query.text for query in queries)])))
        scores = [sum(1 / self._holding[word] for word in asked & words) for words in self._words]
        best = sorted(range(len(scores)), key=lambda number: (-scores[number], number))[: self.hits_per_claim]
        return [self._hit(claim, self.pages[number], rank) for rank, number in enumerate(best, 1) if scores[number]]

    def _hit(self, claim: Claim, page: Snapshot, rank: int) -> Hit:
        return Hit(claim_id=claim.id, query_id="", url=page.url, title="", language="", source=self.name, rank=rank)


def _words_in(page: Snapshot, body: bytes) -> frozenset[str]:
    """The words of a saved page, read quickly: for finding it, not for judging by it."""
    if page.media_type == PDF:
        try:
            text = "\n".join(read_pdf(body)[1])
        except PdfUnreadable:
            return frozenset()
    else:
        text = decode(body, charset_of(page.headers))
        text = "\n".join(stripped(text)) if "html" in page.media_type else text
    return frozenset(_words(text))


def _words(text: str) -> list[str]:
    """Words as they are compared, without the particles that Arabic writes in one piece with them."""
    return [_JOINED.sub("", word) for word in _WORD.findall(fold(text)) if len(word) > 1]
