"""WARC files go out in a form that other tools accept, and come back the same."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence.errors import ReferenceUnreadable
from evidence.records import Origin
from evidence.snapshots import Snapshots
from evidence.warc import export_warc, import_warc

AT = datetime(2025, 3, 28, 12, 0, 0, 123456, tzinfo=UTC)


def filled(folder: Path) -> Snapshots:
    snapshots = Snapshots(folder)
    snapshots.put(
        url="https://ar.example/%D8%B5", final_url="https://ar.example/s/", redirects=["https://ar.example/s/"],
        body="<p>قناة السويس</p>".encode(), media_type="text/html", fetched_at=AT,
        headers=[("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Content-Length", "31"),
                 ("ETag", '"v1"')],
    )  # fmt: skip
    snapshots.put(url="https://ar.example/gone", body=b"", media_type="", status=410, fetched_at=AT)
    snapshots.put(
        url="file:notes/one.txt", body="سطر".encode(), media_type="text/plain", origin=Origin.LIBRARY, fetched_at=AT
    )
    return snapshots


@pytest.mark.parametrize("name", ["pages.warc.gz", "pages.warc"])
def test_snapshots_come_back_the_same(tmp_path: Path, name: str) -> None:
    """Every record and every byte, ids and times included; a second import adds nothing."""
    before = filled(tmp_path / "a")
    every = list(before.every())
    assert export_warc(before, every, tmp_path / name) == 3
    after = Snapshots(tmp_path / "b")
    assert sorted(one.id for one in import_warc(tmp_path / name, after)) == sorted(one.id for one in every)
    assert list(after.every()) == every
    assert all(after.read(one.body_sha256) == before.read(one.body_sha256) for one in every)
    import_warc(tmp_path / name, after)
    assert list(after.every()) == every


def test_another_tool_finds_nothing_wrong(tmp_path: Path) -> None:
    """`warcio check` recomputes every digest in the file."""
    before = filled(tmp_path / "a")
    export_warc(before, before.every(), tmp_path / "pages.warc.gz")
    checked = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(tmp_path / "pages.warc.gz")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    assert "digest pass" in checked.stdout
    assert "fail" not in checked.stdout


def test_a_file_of_another_program_is_read(tmp_path: Path) -> None:
    """Bodies are unpacked, the type settled, the rest taken from the record."""
    import gzip
    import io

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    path = tmp_path / "other.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = [("Content-Type", "text/html; charset=windows-1256"), ("Content-Encoding", "gzip")]
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        packed = gzip.compress("<p>نصّ</p>".encode("cp1256"))
        record = writer.create_warc_record(
            "http://other.example/", "response", payload=io.BytesIO(packed), http_headers=http
        )
        writer.write_record(record)
    snapshots = Snapshots(tmp_path / "s")
    (one,) = import_warc(path, snapshots)
    assert one.url == "http://other.example/"
    assert one.media_type == "text/html"
    assert snapshots.read(one.body_sha256).decode("cp1256") == "<p>نصّ</p>"


def test_removed_bytes_do_not_travel(tmp_path: Path) -> None:
    """What was taken away on request is not exported."""
    snapshots = filled(tmp_path / "a")
    every = list(snapshots.every())
    snapshots.remove(every[0].body_sha256, why="asked")
    assert export_warc(snapshots, every, tmp_path / "x.warc") == 2


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG\r\n"])
def test_what_is_no_warc_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    """An empty file holds nothing; any other is refused by name."""
    path = tmp_path / "x.warc"
    path.write_bytes(content)
    if not content:
        assert import_warc(path, Snapshots(tmp_path / "s")) == []
        return
    with pytest.raises(ReferenceUnreadable, match=r"x\.warc"):
        import_warc(path, Snapshots(tmp_path / "s"))
