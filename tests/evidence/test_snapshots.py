"""What was fetched is kept as it was, found again, and never half written."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.digests import sha256_of
from evidence.records import Origin
from evidence.snapshots import SnapshotDamaged, SnapshotMissing, Snapshots

AT = datetime(2025, 3, 28, 12, 0, tzinfo=UTC)
URL = "https://ar.example/صفحة"


@given(body=st.binary(max_size=5000), name=st.text(max_size=20), value=st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_what_was_put_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, name: str, value: str
) -> None:
    """Bytes and every field of the record come back equal, in any script."""
    snapshots = Snapshots(tmp_path_factory.mktemp("s"))
    put = snapshots.put(
        url=f"https://e.example/{name}", body=body, media_type="text/html", headers=[(name, value)],
        redirects=["https://e.example/1"], final_url="https://e.example/1", fetched_at=AT,
    )  # fmt: skip
    assert snapshots.read(put.body_sha256) == body
    assert snapshots.at(put.id) == put
    assert snapshots.latest(put.url) == put


def test_the_newest_fetch_of_an_address_is_its_latest(tmp_path: Path) -> None:
    """Older ones stay, each under its own id."""
    snapshots = Snapshots(tmp_path)
    ids = [
        snapshots.put(url=URL, body=b"%d" % day, media_type="text/plain", fetched_at=AT + timedelta(days=day)).id
        for day in (0, 2, 1)
    ]
    latest = snapshots.latest(URL)
    assert latest is not None
    assert latest.id == ids[1]
    assert [one for _, one in snapshots.seen(URL)] == [ids[0], ids[2], ids[1]]
    assert {one.id for one in snapshots.every()} == set(ids)


def test_equal_bytes_are_stored_once(tmp_path: Path) -> None:
    """Two addresses with one content share a file."""
    snapshots = Snapshots(tmp_path)
    for url in (URL, "https://mirror.example/"):
        snapshots.put(url=url, body=b"same" * 1000, media_type="text/plain")
    assert len(list((tmp_path / "snapshots").rglob("*.zst"))) == 1


def test_a_confirmation_moves_the_time_and_not_the_snapshot(tmp_path: Path) -> None:
    """ "Unchanged" counts as looked at."""
    snapshots = Snapshots(tmp_path)
    first = snapshots.put(url=URL, body=b"x", media_type="text/plain", fetched_at=AT)
    snapshots.confirm(first, at=AT + timedelta(days=3))
    assert snapshots.latest(URL) == first
    assert snapshots.checked_at(URL) == AT + timedelta(days=3)


def test_changed_bytes_are_never_given_out(tmp_path: Path) -> None:
    """The digest is checked on every read."""
    snapshots = Snapshots(tmp_path)
    put = snapshots.put(url=URL, body=b"true", media_type="text/plain")
    other = snapshots.put(url=URL, body=b"false", media_type="text/plain")
    place = next((tmp_path / "snapshots").rglob(f"{put.body_sha256}.zst"))
    place.write_bytes(next((tmp_path / "snapshots").rglob(f"{other.body_sha256}.zst")).read_bytes())
    with pytest.raises(SnapshotDamaged):
        snapshots.read(put.body_sha256)
    place.write_bytes(b"rubbish")
    with pytest.raises(SnapshotDamaged):
        snapshots.read(put.body_sha256)


def test_what_was_removed_says_so(tmp_path: Path) -> None:
    """The digest and a note stay; the bytes are gone."""
    snapshots = Snapshots(tmp_path)
    put = snapshots.put(url=URL, body=b"personal", media_type="text/plain")
    snapshots.remove(put.body_sha256, why="asked by the person")
    with pytest.raises(SnapshotMissing, match="asked by the person"):
        snapshots.read(put.body_sha256)
    assert snapshots.at(put.id) == put
    with pytest.raises(SnapshotMissing):
        snapshots.read(sha256_of(b"never seen"))


WRITER = """
import sys
from pathlib import Path
from evidence.snapshots import Snapshots
snapshots = Snapshots(Path(sys.argv[1]))
for number in range(200):
    body = b"body %d" % (number % 50) * 2000
    snapshots.put(url=f"https://e.example/{number % 20}", body=body, media_type="text/plain")
"""


def test_killed_and_competing_writers_leave_no_half_file(tmp_path: Path) -> None:
    """Three processes write the same pages, one is killed; everything that can be listed can be read."""
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)]) for _ in range(3)]
    while not (tmp_path / "fetches").exists():
        assert writers[0].poll() is None
    writers[0].kill()
    for writer in writers:
        writer.wait(60)
    snapshots = Snapshots(tmp_path)
    every = list(snapshots.every())
    assert len(every) >= 400
    assert all(sha256_of(snapshots.read(one.body_sha256)) == one.body_sha256 for one in every)
    assert all(snapshots.latest(f"https://e.example/{number}") is not None for number in range(20))


def test_many_threads_may_put_at_once(tmp_path: Path) -> None:
    """No lock is needed, since nothing is changed in place."""
    snapshots = Snapshots(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        put = list(pool.map(lambda n: snapshots.put(url=URL, body=b"%d" % (n % 3), media_type="text/plain"), range(60)))
    assert len(snapshots.seen(URL)) == len({one.id for one in put}) == 60


def test_records_are_plain_json(tmp_path: Path) -> None:
    """Another program can read them without this one."""
    put = Snapshots(tmp_path).put(url=URL, body=b"x", media_type="text/plain", origin=Origin.MANUAL)
    record = json.loads(next((tmp_path / "fetches" / "by-id").rglob("*.json")).read_text(encoding="utf-8"))
    assert record["url"] == URL
    assert record["origin"] == "manual"
    assert record["id"] == put.id
