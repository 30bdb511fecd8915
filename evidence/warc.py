"""Snapshots out to a WARC file that other archives read, and back in.

Bodies are those after decompression, so the headers that speak of packing are kept under the name
`X-Archive-Orig-…`, as archives do. A snapshot's own id travels in the record, and comes back with it.
"""

import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from evidence.errors import ReferenceUnreadable
from evidence.fetch.media import media_type_of, settle
from evidence.records import Origin, Snapshot
from evidence.snapshots import SnapshotMissing, Snapshots

PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})
ORIGINAL = "X-Archive-Orig-"
OURS = "WARC-Tabayyun"
MOST_BYTES = 50_000_000  # for one record


def export_warc(snapshots: Snapshots, wanted: Iterable[Snapshot], path: Path) -> int:
    """How many snapshots were written to a WARC file, compressed where its name ends in .gz.

    Those whose bytes were removed are left out. Library files become `resource` records.
    """
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    count = 0
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.name.endswith(".gz"))
        about = {"software": "Tabayyun", "format": "WARC File Format 1.0"}
        writer.write_record(writer.create_warcinfo_record(path.name, about))
        for snapshot in wanted:
            try:
                body = snapshots.read(snapshot.body_sha256)
            except SnapshotMissing:
                continue
            fetched = snapshot.origin is Origin.FETCHED
            told = [(f"{ORIGINAL}{k}" if k.lower() in PACKING else k, _ascii(v)) for k, v in snapshot.headers]
            told = [(k, v) for k, v in told if k.isascii() and k.replace("-", "").isalnum()]
            told.append(("Content-Length", str(len(body))))
            http = StatusAndHeaders(f"{snapshot.status} {_phrase(snapshot.status)}", told, protocol="HTTP/1.1")
            record = writer.create_warc_record(
                snapshot.final_url,
                "response" if fetched else "resource",
                payload=io.BytesIO(body),
                length=None if fetched else len(body),
                http_headers=http if fetched else None,
                warc_content_type="" if fetched else snapshot.media_type or "application/octet-stream",
                warc_headers_dict={
                    "WARC-Date": snapshot.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                    OURS: json.dumps(_ours(snapshot)),
                },
            )
            writer.write_record(record)
            count += 1
    return count


def import_warc(path: Path, snapshots: Snapshots) -> list[Snapshot]:
    """Snapshots of every page in a WARC file, ours or another program's; those already here are kept.

    Raises ReferenceUnreadable where the file is no WARC.
    """
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with path.open("rb") as file:
            return list(_records(file, snapshots))
    except OSError as error:
        raise ReferenceUnreadable(f"{path} cannot be read ({error.strerror}). Give a WARC file.") from None
    except ArchiveLoadFailed as error:
        raise ReferenceUnreadable(f"{path} is no WARC file: {error}. Give one that 'warcio check' accepts.") from None


def _records(file: Any, snapshots: Snapshots) -> Iterator[Snapshot]:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(file):
        if record.rec_type not in ("response", "resource"):
            continue
        body = record.content_stream().read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            continue
        ours = json.loads(record.rec_headers.get_header(OURS) or "{}")
        headers = [(k, v) for k, v in (record.http_headers.headers if record.http_headers else [])]
        kept = [
            (k.removeprefix(ORIGINAL), v)
            for k, v in headers
            if k.startswith(ORIGINAL) or k.lower() not in PACKING or not ours
        ]
        if ours:
            kept = kept[: ours["headers"]]
        declared = next((v for k, v in headers if k.lower() == "content-type"), "")
        status = int(record.http_headers.get_statuscode()) if record.http_headers else 200
        address = record.rec_headers.get_header("WARC-Target-URI")
        yield _put(
            snapshots,
            url=ours.get("url", address),
            final_url=address,
            redirects=tuple(ours.get("redirects", ())),
            status=status,
            headers=tuple(kept),
            media_type=ours["media_type"] if ours else settle(media_type_of(declared), body),
            body=body,
            origin=Origin(ours.get("origin", Origin.FETCHED)),
            fetched_at=_time(record.rec_headers.get_header("WARC-Date")),
        )


def _put(snapshots: Snapshots, **fields: Any) -> Snapshot:
    """The snapshot of a record, written only where it is not here yet."""
    probe = Snapshots.describe(**fields)
    try:
        here = snapshots.at(probe.id)
        snapshots.read(here.body_sha256)
    except SnapshotMissing:
        return snapshots.put(**fields)
    return here


def _ours(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "id": snapshot.id,
        "url": snapshot.url,
        "redirects": list(snapshot.redirects),
        "media_type": snapshot.media_type,
        "origin": str(snapshot.origin),
        "headers": len(snapshot.headers),
    }


def _time(text: str) -> datetime:
    for shape in ("%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%SZ"):
        try:
            return datetime.strptime(text, shape).replace(tzinfo=UTC)
        except ValueError:
            continue
    return datetime.fromisoformat(text)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _ascii(value: str) -> str:
    return "".join(char if " " <= char <= "\x7e" or ord(char) > 0x9F else " " for char in value)
