"""Everything that came off the network or out of a library, as fetched, kept under its SHA-256.

    FOLDER/snapshots/ab/abcdef….zst        bytes, compressed
    FOLDER/fetches/by-id/ab/ID.json        one record a fetch
    FOLDER/fetches/by-url/ab/URL-HASH/     one empty marker a fetch: TIME-ID, or TIME-ID.same
                                           where the server said that nothing had changed

Every file is written beside its place and renamed, so that readers never see half of one and several
processes may write at once. Nothing here is ever changed; `remove` leaves a tombstone.
"""

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import zstandard

from claims.digests import digest, sha256_of
from evidence.errors import EvidenceError
from evidence.records import Origin, Snapshot

LEVEL = 10  # 18 % of the size at 90 MB/s; 19 saves another 1 % and takes twenty times as long
STAMP = "%Y%m%dT%H%M%S.%fZ"


class SnapshotMissing(EvidenceError):
    """The bytes or the record asked for are not in this folder."""


class SnapshotDamaged(EvidenceError):
    """The bytes on disk are not those that the digest names."""


class Snapshots:
    """The snapshots of one store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @staticmethod
    def describe(
        *,
        url: str,
        body: bytes,
        media_type: str,
        origin: Origin = Origin.FETCHED,
        final_url: str = "",
        redirects: Iterable[str] = (),
        status: int = 200,
        headers: Iterable[tuple[str, str]] = (),
        fetched_at: datetime | None = None,
    ) -> Snapshot:
        """The record of one answer, not yet on disk."""
        at = (fetched_at or datetime.now(UTC)).astimezone(UTC)
        body_sha256 = sha256_of(body)
        return Snapshot(
            id=digest(url, body_sha256, at.strftime(STAMP)),
            url=url,
            final_url=final_url or url,
            redirects=tuple(redirects),
            status=status,
            headers=tuple((str(name), str(value)) for name, value in headers),
            media_type=media_type,
            fetched_at=at,
            body_sha256=body_sha256,
            body_bytes=len(body),
            origin=origin,
        )

    def put(self, *, body: bytes, **fields: Any) -> Snapshot:
        """The snapshot of one answer, with its bytes and record on disk; fields as for `describe`."""
        snapshot = self.describe(body=body, **fields)
        place = self._body(snapshot.body_sha256)
        flush = snapshot.origin is not Origin.LIBRARY  # a library's file is still where it came from
        if not place.exists():
            _write(place, zstandard.ZstdCompressor(level=LEVEL).compress(body), flush=flush)
        _write(self._record(snapshot.id), _packed(snapshot), flush=flush)
        stamp = snapshot.fetched_at.strftime(STAMP)
        _write(self._marks(snapshot.url) / f"{stamp}-{snapshot.id}", b"")
        return snapshot

    def confirm(self, snapshot: Snapshot, *, at: datetime) -> None:
        """Note that at this time the server said: still the same."""
        stamp = at.astimezone(UTC).strftime(STAMP)
        _write(self._marks(snapshot.url) / f"{stamp}-{snapshot.id}.same", b"")

    def read(self, body_sha256: str) -> bytes:
        """The bytes with this digest, checked against it."""
        place = self._body(body_sha256)
        try:
            body = zstandard.ZstdDecompressor().decompress(place.read_bytes())
        except FileNotFoundError:
            raise SnapshotMissing(self._why_missing(body_sha256)) from None
        except zstandard.ZstdError as error:
            raise SnapshotDamaged(f"{place} cannot be unpacked: {error}. Restore it from a backup.") from None
        if sha256_of(body) != body_sha256:
            raise SnapshotDamaged(f"{place} holds other bytes than its name says. Restore it from a backup.")
        return body

    def at(self, snapshot_id: str) -> Snapshot:
        """The record of one fetch."""
        try:
            packed = self._record(snapshot_id).read_bytes()
        except FileNotFoundError:
            raise SnapshotMissing(f"There is no snapshot {snapshot_id} under {self.folder}.") from None
        return _unpacked(json.loads(packed))

    def latest(self, url: str) -> Snapshot | None:
        """The newest snapshot of an address, whatever its status."""
        found = self.seen(url)
        return self.at(found[-1][1]) if found else None

    def checked_at(self, url: str) -> datetime | None:
        """When the newest snapshot was last fetched or confirmed by the server."""
        found = self.seen(url)
        return found[-1][0] if found else None

    def seen(self, url: str) -> list[tuple[datetime, str]]:
        """Every fetch and every confirmation of an address, oldest first: time and snapshot id."""
        folder = self._marks(url)
        names = sorted(name for name in _names(folder) if not name.startswith("."))
        out = []
        for name in names:
            stamp, _, snapshot_id = name.removesuffix(".same").partition("-")
            out.append((datetime.strptime(stamp, STAMP).replace(tzinfo=UTC), snapshot_id))
        return out

    def every(self) -> Iterable[Snapshot]:
        """Every snapshot, ordered by id."""
        root = self.folder / "fetches" / "by-id"
        for shard in sorted(_names(root)):
            for name in sorted(_names(root / shard)):
                if name.endswith(".json") and not name.startswith("."):
                    yield self.at(name.removesuffix(".json"))

    def remove(self, body_sha256: str, *, why: str) -> None:
        """Take bytes away on request; the digest and a note of the reason stay."""
        note = json.dumps({"body_sha256": body_sha256, "why": why, "at": datetime.now(UTC).isoformat()})
        _write(self._body(body_sha256).with_suffix(".removed"), note.encode())
        self._body(body_sha256).unlink(missing_ok=True)

    def is_removed(self, body_sha256: str) -> bool:
        """Whether these bytes were taken away on request."""
        return self._body(body_sha256).with_suffix(".removed").exists()

    def size(self, body_sha256: str) -> int:
        """Bytes that a body takes on the disk, compressed; 0 where it is not there."""
        try:
            return self._body(body_sha256).stat().st_size
        except FileNotFoundError:
            return 0

    def forget(self, snapshot: Snapshot) -> None:
        """Take the record of a fetch away, its bytes aside; for retention, where nothing rests on it."""
        for name in _names(self._marks(snapshot.url)):
            if snapshot.id in name:
                (self._marks(snapshot.url) / name).unlink(missing_ok=True)
        self._record(snapshot.id).unlink(missing_ok=True)

    def drop(self, body_sha256: str) -> None:
        """Take bytes away that no record names any more, without a tombstone."""
        self._body(body_sha256).unlink(missing_ok=True)

    def _why_missing(self, body_sha256: str) -> str:
        tombstone = self._body(body_sha256).with_suffix(".removed")
        if tombstone.exists():
            note = json.loads(tombstone.read_bytes())
            return f"The bytes {body_sha256[:12]}… were removed on {note['at'][:10]}: {note['why']}"
        return f"The bytes {body_sha256[:12]}… are not under {self.folder}. Restore that folder with its store."

    def _body(self, body_sha256: str) -> Path:
        return self.folder / "snapshots" / body_sha256[:2] / f"{body_sha256}.zst"

    def _record(self, snapshot_id: str) -> Path:
        return self.folder / "fetches" / "by-id" / snapshot_id[:2] / f"{snapshot_id}.json"

    def _marks(self, url: str) -> Path:
        name = digest(url)
        return self.folder / "fetches" / "by-url" / name[:2] / name


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  (names only, and half the time of iterdir)
    except FileNotFoundError:
        return []


def _write(place: Path, content: bytes, *, flush: bool = True) -> None:
    """Whole or not at all; where it could not be had again, on the disk before it has its name."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            if content and flush:
                out.flush()
                os.fsync(out.fileno())
        Path(beside).replace(place)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _packed(snapshot: Snapshot) -> bytes:
    fields = asdict(snapshot)
    fields["fetched_at"] = snapshot.fetched_at.isoformat()
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _unpacked(fields: dict[str, Any]) -> Snapshot:
    return Snapshot(
        **{
            **fields,
            "fetched_at": datetime.fromisoformat(fields["fetched_at"]),
            "redirects": tuple(fields["redirects"]),
            "headers": tuple((name, value) for name, value in fields["headers"]),
            "origin": Origin(fields["origin"]),
        }
    )
