"""WARC files go out in a form that other tools accept, and come back the same."""

import gzip
import io
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from evidence.errors import ReferenceUnreadable
from evidence.records import Origin
from evidence.snapshots import SnapshotMissing, Snapshots
from evidence.warc import OURS, export_warc, import_warc

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
    taken = import_warc(tmp_path / name, after)
    assert sorted(one.id for one in taken.snapshots) == sorted(one.id for one in every)
    assert taken.passed_over == ()
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
    (one,) = import_warc(path, snapshots).snapshots
    assert one.url == "http://other.example/"
    assert one.media_type == "text/html"
    assert snapshots.read(one.body_sha256).decode("cp1256") == "<p>نصّ</p>"


def test_removed_bytes_do_not_travel(tmp_path: Path) -> None:
    """What was taken away on request is not exported."""
    snapshots = filled(tmp_path / "a")
    every = list(snapshots.every())
    snapshots.remove(every[0].body_sha256, why="asked")
    assert export_warc(snapshots, every, tmp_path / "x.warc") == 2


def test_what_was_removed_does_not_come_back(tmp_path: Path) -> None:
    """By address or by bytes, and it is counted."""
    before = filled(tmp_path / "a")
    export_warc(before, before.every(), tmp_path / "x.warc")
    after = filled(tmp_path / "b")
    page = after.latest("https://ar.example/%D8%B5")
    assert page is not None
    after.remove(page.body_sha256, why="asked")
    taken = import_warc(tmp_path / "x.warc", after, removed=["https://ar.example/gone"])
    assert taken.passed_over == (("removed on request", 2),)
    with pytest.raises(SnapshotMissing):
        after.read(page.body_sha256)


def test_records_of_no_use_are_counted_by_reason(tmp_path: Path) -> None:
    """Look-ups of names, pictures, repeats and records without a date are in every archive of a crawl."""
    path = tmp_path / "crawl.warc"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)

        def add(
            address: str, kind: str = "text/html", payload: bytes = b"<p>x</p>", type_: str = "response", **more: str
        ):
            http = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                address, type_, payload=io.BytesIO(payload), http_headers=http, warc_headers_dict=more
            )
            writer.write_record(record)

        add("http://a.example/")
        add("dns:a.example", "text/dns")
        add("http://a.example/p.png", "image/png", b"\x89PNG\r\n")
        add("http://a.example/again", type_="revisit")
        add("http://a.example/when", **{"WARC-Date": "yesterday"})
        add("http://a.example/forged", **{OURS: '{"origin": "manual", "headers": "x"}'})
        add("http://a.example/forged2", **{OURS: "not JSON"})
    taken = import_warc(path, Snapshots(tmp_path / "s"))
    assert {one.url for one in taken.snapshots} == {f"http://a.example/{name}" for name in ("", "forged", "forged2")}
    assert {one.origin for one in taken.snapshots} == {Origin.FETCHED}
    assert dict(taken.passed_over) == {
        "no http or https address": 1, "neither text nor PDF": 1, "no bytes of its own": 1, "no date or no status": 1,
    }  # fmt: skip


def test_damage_is_seen_by_the_digest(tmp_path: Path) -> None:
    """A byte that changed on the way makes no evidence."""
    path = tmp_path / "x.warc"
    before = filled(tmp_path / "a")
    export_warc(before, before.every(), path)
    path.write_bytes(path.read_bytes().replace("قناة السويس".encode(), "قناة السويث".encode()))
    taken = import_warc(path, Snapshots(tmp_path / "s"))
    assert taken.passed_over == (("damaged: its digest is another", 1),)
    assert len(taken.snapshots) == 2


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_damage_is_a_sentence_or_a_record_less(place: int, junk: bytes, cut: bool) -> None:
    """Cut short or written over anywhere, no file is more than refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.warc.gz"
        before = filled(Path(folder) / "a")
        export_warc(before, before.every(), path)
        whole = path.read_bytes()
        at = place % len(whole)
        path.write_bytes(whole[:at] if cut else whole[:at] + junk + whole[at + len(junk) :])
        after = Snapshots(Path(folder) / "b")
        with suppress(ReferenceUnreadable):
            import_warc(path, after)
        known = {one.body_sha256 for one in before.every()}
        assert {one.body_sha256 for one in after.every()} <= known


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG\r\n"])
def test_what_is_no_warc_is_said_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    """An empty file holds nothing; any other is refused by name."""
    path = tmp_path / "x.warc"
    path.write_bytes(content)
    if not content:
        assert import_warc(path, Snapshots(tmp_path / "s")).snapshots == ()
        return
    with pytest.raises(ReferenceUnreadable, match=r"x\.warc"):
        import_warc(path, Snapshots(tmp_path / "s"))
