import io
import json
import tarfile
from pathlib import Path

import pytest
import zstandard

from evidence.errors import StoreError, StoreUnwritable
from evidence.records import Label
from evidence.snapshots import Snapshots
from evidence.store import open_store, restore_store
from tests.evidence.store_samples import PAGE, Desk, desk

BODY = f"<p>{PAGE}</p>".encode()
URL = "https://en.wiki.example/Bridge"


def _desk(folder: Path) -> Desk:
    kept = desk(folder)
    Snapshots(kept.store.folder).put(url=URL, body=BODY, media_type="text/html")
    return kept


def test_a_restored_store_is_the_store(tmp_path: Path) -> None:
    """Rows, texts and bytes; and one can go on working in it."""
    kept = _desk(tmp_path)
    kept.store.decide(kept.result.claims[0].id, Label.REFUTED, by="Mona", reason="r")
    assert kept.store.backup(tmp_path / "b.tar.zst") == 4
    assert restore_store(tmp_path / "b.tar.zst", tmp_path / "other.duckdb") == 4
    other = open_store(tmp_path / "other.duckdb")
    asked = "SELECT * FROM verdict_history ORDER BY seq"
    assert other.query(asked) == kept.store.query(asked)
    assert Snapshots(other.folder).read(kept.result.snapshots[0].body_sha256) == BODY
    assert other.load_claim(kept.result.claims[0].id) == kept.result.claims[0]
    other.decide(kept.result.claims[0].id, Label.SUPPORTED, by="Ali", reason="r")
    assert [row[0] for row in other.query("SELECT decided_by FROM decision ORDER BY seq")[1]] == ["Mona", "Ali"]
    assert sorted(each.name for each in other.folder.iterdir()) == ["fetches", "locks", "review", "snapshots"]
    assert [each for each in kept.store.folder.iterdir() if each.name.startswith("backup")] == []


def test_neither_backup_nor_restore_overwrites(tmp_path: Path) -> None:
    """What is there stays there."""
    kept = _desk(tmp_path)
    taken = tmp_path / "b.tar.zst"
    kept.store.backup(taken)
    before = taken.read_bytes()
    with pytest.raises(StoreError, match="overwrites nothing"):
        kept.store.backup(taken)
    with pytest.raises(StoreError, match="nothing is overwritten"):
        restore_store(taken, tmp_path / "desk.duckdb")
    (tmp_path / "x.d" / "snapshots").mkdir(parents=True)
    with pytest.raises(StoreError, match="nothing is overwritten"):
        restore_store(taken, tmp_path / "x.duckdb")
    assert taken.read_bytes() == before


def _repacked(source: Path, target: Path, change: dict[str, bytes | None]) -> Path:
    with zstandard.open(source, "rb") as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
        members = [(each.name, tar.extractfile(each).read()) for each in tar]  # type: ignore[union-attr]
    members += [(name, b"") for name in change if name not in dict(members)]
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in members:
            new = change.get(name, content)
            if new is not None:
                member = tarfile.TarInfo(name)
                member.size = len(new)
                tar.addfile(member, io.BytesIO(new))
    target.write_bytes(zstandard.compress(out.getvalue()))
    return target


def test_a_damaged_archive_restores_nothing(tmp_path: Path) -> None:
    """Changed, cut short, or with files in it that lead elsewhere."""
    kept = _desk(tmp_path)
    taken = tmp_path / "b.tar.zst"
    kept.store.backup(taken)
    with zstandard.open(taken, "rb") as plain, tarfile.open(fileobj=plain, mode="r|") as tar:
        names = [each.name for each in tar]
    body = next(name for name in names if name.startswith("snapshots"))
    (tmp_path / "cut.zst").write_bytes(taken.read_bytes()[:3000])
    (tmp_path / "text.zst").write_bytes(b"no archive")
    broken = [
        tmp_path / "cut.zst",
        tmp_path / "text.zst",
        _repacked(taken, tmp_path / "1.zst", {body: b"other bytes"}),
        _repacked(taken, tmp_path / "2.zst", {body: None}),
        _repacked(taken, tmp_path / "3.zst", {"manifest.json": None}),
        _repacked(taken, tmp_path / "4.zst", {"store.duckdb": b"other"}),
        _repacked(taken, tmp_path / "5.zst", {"../outside": b"x"}),
        _repacked(taken, tmp_path / "6.zst", {"snapshots/../../outside": b"x"}),
        _repacked(taken, tmp_path / "7.zst", {"/etc/outside": b"x"}),
        _repacked(taken, tmp_path / "8.zst", {"manifest.json": json.dumps({"sha256": {}}).encode()}),
    ]
    for archive in broken:
        with pytest.raises(StoreError):
            restore_store(archive, tmp_path / "new.duckdb")
        assert not (tmp_path / "new.duckdb").exists()
        assert list((tmp_path / "new.d").iterdir()) == []
        assert not (tmp_path / "outside").exists()
    with pytest.raises(StoreError, match="no file"):
        restore_store(tmp_path / "absent", tmp_path / "new.duckdb")
    with pytest.raises(StoreUnwritable, match="cannot be written"):
        kept.store.backup(tmp_path / "absent" / "b.tar.zst")
