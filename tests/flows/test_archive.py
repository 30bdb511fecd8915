"""Stored pages exchanged with other archives by commands, and archived copies read where a page is gone."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import archiving
from flows.settings import Settings
from flows.wiring import Parts
from review.why import as_lines, explain
from review.words import words_for
from tests.evidence.hostile_server import Hostile, hostile, plain
from tests.flows.conftest import ARABIC
from tests.flows.in_process import check, desk_settings

RIVER = "<!doctype html><html lang=ar><title>نهر وردة</title><p>يبلغ طول نهر وردة 212 كيلومتراً.</p></html>".encode()
OLD = RIVER.replace(b"212", b"209")


class Archive(Hostile):
    """A site whose page may be gone, with an archive of it beside."""

    def __init__(self) -> None:
        super().__init__()
        self.gone = "404 Not Found"
        self.copies = True

    def do_river(self, conn, _):
        plain(conn, b"" if self.gone else RIVER, status=self.gone or "200 OK")

    def do_available(self, conn, asked):
        copy = {"available": True, "url": f"{self.url}/web/20250301000000/{asked['url']}"}
        found = {"closest": copy} if self.copies and asked["url"].endswith("/river") else {}
        plain(conn, json.dumps({"archived_snapshots": found}).encode(), kind="application/json")

    def __getattr__(self, name: str):
        if name.startswith("do_web_20250301000000id_"):
            return lambda conn, _: plain(conn, OLD)
        raise AttributeError(name)


@pytest.fixture
def site() -> Iterator[Archive]:
    server = Archive()
    try:
        yield server
    finally:
        server.close()


@pytest.fixture
def desk(tmp_path: Path, site: Archive) -> Settings:
    (tmp_path / "ar.txt").write_text(ARABIC, "utf-8")
    (tmp_path / "pages.txt").write_text(f"{site.url}/river\n", "utf-8")
    (tmp_path / "tabayyun.toml").write_text("", "utf-8")
    return desk_settings(
        tmp_path, f"127.0.0.1:{site.port}", pages=tmp_path / "pages.txt", archived_copies=True,
        wayback_api=f"{site.url}/available",
    )  # fmt: skip


def test_where_a_page_is_gone_its_archived_copy_is_read_as_the_archive_s(desk: Settings, site: Archive) -> None:
    """The page is the archive's address, linked to the search that named it; that the page itself is gone is told."""
    parts, result = check(desk, desk.store.parent / "ar.txt")
    copy = f"{site.url}/web/20250301000000id_/{site.url}/river"
    assert [page.url for page in result.pages] == [copy]
    assert [(each.subject, each.reason.partition(":")[0]) for each in result.failures] == [
        (f"{site.url}/river", "http_status")
    ]
    chain = list(as_lines(explain(parts.store.why(result.claims[0].id), parts.snapshots, words=words_for("en"))))
    assert any("named by pages, place 1" in line for line in chain)
    assert any(line.strip() == copy for line in chain)
    assert any("judged without" in line for line in chain)
    parts.store.close()


@pytest.mark.parametrize("reason", ["not gone", "refused", "no copy", "not wanted"])
def test_the_archive_is_asked_only_for_what_is_gone(desk: Settings, site: Archive, reason: str) -> None:
    """A page that is there, a site that refuses us, and a setting that says no: none is read through the archive."""
    site.gone = {"not gone": "", "refused": "403 Forbidden"}.get(reason, "410 Gone")
    site.copies = reason != "no copy"
    settings = desk.model_copy(update={"archived_copies": reason != "not wanted"})
    _, result = check(settings, desk.store.parent / "ar.txt")
    assert len(result.pages) == (reason == "not gone")
    assert any("available" in path for path in site.asked) == (reason == "no copy")


def test_a_copy_is_found_by_a_command(
    tmp_path: Path, site: Archive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its address on standard output; none, and an archive that does not answer, are sentences."""
    monkeypatch.setenv("TABAYYUN_WAYBACK_API", f"{site.url}/available")
    monkeypatch.setenv("TABAYYUN_ENGINE_HOME", str(tmp_path / "engine" / "home"))
    where = {"allow_hosts": [f"127.0.0.1:{site.port}"], "store": tmp_path / "s.duckdb", "config": None}
    assert archiving.run_find("https://gone.example/river", near="2025-03-10", **where) == 0
    assert capsys.readouterr().out == f"{site.url}/web/20250301000000id_/https://gone.example/river\n"
    assert archiving.run_find("https://gone.example/never", near=None, **where) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "The archive holds no copy of https://gone.example/never.\n")
    monkeypatch.setenv("TABAYYUN_WAYBACK_API", "http://127.0.0.1:9/available")
    where["allow_hosts"] = ["127.0.0.1:9"]
    assert archiving.run_find("https://gone.example/other", near=None, **where) == 3
    with pytest.raises(Exception, match="no date"):
        archiving.run_find("https://gone.example/river", near="yesterday", **where)


def test_pages_travel_as_a_warc_file_and_serve_a_check_without_network(desk: Settings, site: Archive) -> None:
    """Exported by command, accepted by another tool, imported into a new desk, listed, and read there offline."""
    site.gone = ""
    folder = desk.store.parent
    parts, first = check(desk, folder / "ar.txt")
    parts.store.close()
    config = folder / "tabayyun.toml"
    for name, article in (("all.warc.gz", None), ("one.warc", str(folder / "ar.txt"))):
        assert archiving.run_export(folder / name, article=article, store=desk.store, config=config) == 0
        done = subprocess.run(
            [sys.executable, "-m", "warcio.cli", "check", "-v", str(folder / name)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout
    there = folder / "there"
    there.mkdir()
    listed = there / "urls.txt"
    assert archiving.run_import(folder / "one.warc", addresses=listed, store=there / "desk.duckdb", config=config) == 0
    assert listed.read_text("utf-8") == f"{site.url}/river\n"
    site.asked.clear()
    offline = desk_settings(there, pages=listed, network=False)
    _, second = check(offline, folder / "ar.txt")
    assert [page.text_sha256 for page in second.pages] == [page.text_sha256 for page in first.pages]
    assert second.snapshots == first.snapshots
    assert site.asked == []


def test_what_was_removed_does_not_come_back_by_an_archive(
    desk: Settings, site: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither into the store it was removed from nor out of it."""
    site.gone = ""
    folder, config = desk.store.parent, desk.store.parent / "tabayyun.toml"
    parts, _ = check(desk, folder / "ar.txt")
    archiving.run_export(folder / "before.warc", article=None, store=desk.store, config=config)
    parts.store.remove_page(f"{site.url}/river", by="Layla", reason="asked by the publisher")
    parts.store.close()
    capsys.readouterr()
    assert archiving.run_import(folder / "before.warc", addresses=None, store=desk.store, config=config) == 0
    assert "1 passed over (removed on request)" in capsys.readouterr().out
    archiving.run_export(folder / "after.warc", article=None, store=desk.store, config=config)
    assert RIVER not in (folder / "after.warc").read_bytes()
    assert RIVER in (folder / "before.warc").read_bytes()


def test_files_that_cannot_be_used_are_one_sentence(desk: Settings, tmp_path: Path) -> None:
    """A name that is no archive's, a folder that is not there, a file that is none."""
    config = tmp_path / "tabayyun.toml"
    Parts(desk).store.close()
    for name, match in (("pages.zip", r"\.warc"), ("none/pages.warc", "cannot be written")):
        with pytest.raises(Exception, match=match):
            archiving.run_export(tmp_path / name, article=None, store=desk.store, config=config)
    for name in ("none.warc", "ar.txt"):
        with pytest.raises(Exception, match=name):
            archiving.run_import(tmp_path / name, addresses=None, store=desk.store, config=config)


def test_a_check_whose_searches_were_answered_reached_something(tmp_path: Path, site: Archive) -> None:
    """Nothing found is a verdict; nothing answered is none, and only then is the exit code 3."""
    from flows.run_check import _nothing_reached

    (tmp_path / "ar.txt").write_text(ARABIC, "utf-8")
    settings = desk_settings(
        tmp_path, f"127.0.0.1:{site.port}", sources=["search_api"], search_api=f"{site.url}/search"
    )
    calls = []

    def answer(conn, asked):
        calls.append(asked)
        if len(calls) == 1:
            plain(conn, b"", status="404 Not Found")
        else:
            plain(conn, b'{"results": []}', kind="application/json")

    site.do_search = answer  # type: ignore[attr-defined]
    _, result = check(settings, tmp_path / "ar.txt")
    assert result.failures
    assert not _nothing_reached(result)
    with hostile() as silent:
        (tmp_path / "b").mkdir()
        down = desk_settings(
            tmp_path / "b", f"127.0.0.1:{silent.port}", sources=["search_api"], search_api=f"{silent.url}/garbage?x=1"
        )
        _, result = check(down, tmp_path / "ar.txt")
    assert _nothing_reached(result)
