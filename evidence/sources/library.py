"""A folder of saved pages: HTML, text, Markdown and PDF, each kept as a snapshot like a fetched one.

Limits: no file larger than `MOST_BYTES` and no more than `MOST_FILES`, links and hidden files are passed
over; all pages are offered for every claim, so ranking, not this source, does the choosing.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from claims.digests import sha256_of
from claims.records import Claim
from evidence.errors import ReferenceUnreadable
from evidence.fetch import Fetcher
from evidence.fetch.media import PDF, settle
from evidence.records import Failure, Hit, Origin, Query, Snapshot
from evidence.snapshots import Snapshots

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

    def __init__(self, pages: Sequence[Snapshot]) -> None:
        self.pages = tuple(pages)

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],  # noqa: ARG002
        *,
        fetcher: Fetcher,  # noqa: ARG002
        failures: list[Failure] | None = None,  # noqa: ARG002
    ) -> list[Hit]:
        """Every page of the folder, all at rank 1: a person chose them."""
        return [
            Hit(claim_id=claim.id, query_id="", url=page.url, title="", language="", source=self.name, rank=1)
            for page in self.pages
        ]
