"""Snapshots out to a WARC file that other archives read, and back in.

Bodies are those after decompression, so the headers that speak of packing are kept under the name
`X-Archive-Orig-…`, as archives do. A snapshot's own id travels in the record, and comes back with it.

Limits: `response` and `resource` records of http and https addresses are read; a `revisit`, which holds no bytes of
its own, is not. What was taken away on request does not come back.
"""

import io
import json
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from evidence.errors import ReferenceUnreadable, StoreUnwritable
from evidence.fetch.media import media_type_of, settle
from evidence.records import Origin, Snapshot
from evidence.snapshots import SnapshotMissing, Snapshots

PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})
ORIGINAL = "X-Archive-Orig-"
OURS = "WARC-Tabayyun"
MOST_BYTES = 50_000_000  # for one record
PIECE = 65_536
STUMBLES = (EOFError, zlib.error, ValueError, AttributeError, TypeError, LookupError)  # of warcio over broken files


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of a WARC file."""

    snapshots: tuple[Snapshot, ...]
    passed_over: tuple[tuple[str, int], ...]  #: records not taken, by reason


class _PassedOver(Exception):
    """A record that is not taken; its text is the reason."""


def export_warc(snapshots: Snapshots, wanted: Iterable[Snapshot], path: Path) -> int:
    """How many snapshots were written to a WARC file, compressed where its name ends in .gz.

    Those whose bytes were removed are left out. Library files become `resource` records. The file is there whole
    or not at all.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            count = _write(file, snapshots, wanted, path.name)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise StoreUnwritable(f"{path} cannot be written ({error.strerror}). Give a file that can be.") from None
    return count


def _write(file: Any, snapshots: Snapshots, wanted: Iterable[Snapshot], name: str) -> int:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    count = 0
    writer = WARCWriter(file, gzip=name.endswith(".gz"))
    about = {"software": "Tabayyun", "format": "WARC File Format 1.0"}
    writer.write_record(writer.create_warcinfo_record(name, about))
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


def import_warc(path: Path, snapshots: Snapshots, *, removed: Iterable[str] = ()) -> Imported:
    """Every page in a WARC file, ours or another program's; those already here are kept.

    `removed` are addresses whose pages were taken away on request. Raises ReferenceUnreadable where the file is no
    WARC.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found: list[Snapshot] = []
    passed: Counter[str] = Counter()
    gone = frozenset(removed)
    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests=True):
                if record.rec_type not in ("response", "resource", "revisit"):
                    continue
                try:
                    found.append(_taken(record, snapshots, gone))
                except _PassedOver as why:
                    passed[str(why)] += 1
    except OSError as error:
        raise ReferenceUnreadable(f"{path} cannot be read ({error.strerror or error}). Give a WARC file.") from None
    except (ArchiveLoadFailed, *STUMBLES) as error:
        kept = f" The {len(found)} pages before the fault are kept." if found else ""
        raise ReferenceUnreadable(
            f"{path} is no whole WARC file: {error}.{kept} Give one that 'warcio check' accepts."
        ) from None
    return Imported(snapshots=tuple(found), passed_over=tuple(sorted(passed.items())))


def _taken(record: Any, snapshots: Snapshots, gone: frozenset[str]) -> Snapshot:
    """The snapshot of one record, kept."""
    if record.rec_type == "revisit":
        raise _PassedOver("no bytes of its own")
    body = record.content_stream().read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise _PassedOver("too large")
    fields = _fields(record, body, _told_by_us(record))
    while record.raw_stream.read(PIECE):
        pass  # what stands behind the body, so that the digest is compared
    if record.raw_stream.limit > 0:
        raise _PassedOver("damaged: cut short")
    if record.digest_checker is not None and record.digest_checker.passed is False:
        raise _PassedOver("damaged: its digest is another")
    if gone & {fields["url"], fields["final_url"]}:
        raise _PassedOver("removed on request")
    probe = Snapshots.describe(body=body, **fields)
    if snapshots.is_removed(probe.body_sha256):
        raise _PassedOver("removed on request")
    try:
        here = snapshots.at(probe.id)
        snapshots.read(here.body_sha256)
    except SnapshotMissing:
        return snapshots.put(body=body, **fields)
    return here


def _told_by_us(record: Any) -> dict[str, Any]:
    """What our own export wrote beside a record; nothing for another program's."""
    try:
        ours = json.loads(record.rec_headers.get_header(OURS) or "{}")
        kinds = {"url": str, "redirects": list, "media_type": str, "origin": str, "headers": int}
        whole = isinstance(ours, dict) and all(isinstance(ours.get(name), kind) for name, kind in kinds.items())
        return ours if whole and Origin(ours["origin"]) else {}
    except ValueError:
        return {}


def _fields(record: Any, body: bytes, ours: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a snapshot, but its body."""
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    if not ours and not address.startswith(("http://", "https://")):
        raise _PassedOver("no http or https address")
    headers = [(str(k), str(v)) for k, v in (record.http_headers.headers if record.http_headers else [])]
    kept = [
        (k.removeprefix(ORIGINAL), v)
        for k, v in headers
        if k.startswith(ORIGINAL) or k.lower() not in PACKING or not ours
    ]
    if ours:
        kept = kept[: ours["headers"]]
    declared = next((v for k, v in headers if k.lower() == "content-type"), "")
    if record.http_headers is None:
        declared = str(record.rec_headers.get_header("Content-Type") or "")
    status = str(record.http_headers.get_statuscode()) if record.http_headers else "200"
    media_type = ours["media_type"] if ours else settle(media_type_of(declared), body)
    if not ours and not media_type:
        raise _PassedOver("neither text nor PDF")
    try:
        return {
            "url": ours.get("url", address),
            "final_url": address,
            "redirects": tuple(ours.get("redirects", ())),
            "status": int(status),
            "headers": tuple(kept),
            "media_type": media_type,
            "origin": Origin(ours.get("origin", Origin.FETCHED)),
            "fetched_at": _time(str(record.rec_headers.get_header("WARC-Date"))),
        }
    except ValueError:
        raise _PassedOver("no date or no status") from None


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
